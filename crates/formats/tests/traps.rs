//! The corpus of small traps: one case for each rule of reading, as data in `fixtures/traps`.
//!
//! What the fields of a case mean is said in the folder's README.

// A broken file of cases should stop the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod build;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use build::odt::Odt;
use build::{Docx, archive, turns};
use formats::{ReadOptions, Role, Transcript};
use serde::Deserialize;

/// Cases in the folder, at least.
const CASES: usize = 200;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    #[serde(default)]
    format: Option<String>,
    /// The file's name without extension.
    #[serde(default)]
    stem: Option<String>,
    #[serde(default)]
    input: Input,
    /// Two labels with what parts them from the words: the input is then a conversation of them.
    #[serde(default)]
    exchange: Option<[String; 2]>,
    /// What stands between some turns of that conversation.
    #[serde(default)]
    between: String,
    /// Other parts of a document, by name.
    #[serde(default)]
    parts: BTreeMap<String, String>,
    #[serde(default)]
    interviewers: Vec<String>,
    /// In which encoding a text is written; UTF-8 where none is named.
    #[serde(default)]
    encoding: Option<String>,
    expected: Expected,
}

/// A text, or its lines.
#[derive(Debug, Default, Deserialize)]
#[serde(untagged)]
enum Input {
    #[default]
    None,
    Text(String),
    Lines(Vec<String>),
}

/// What must come out; what is not named is not compared, but for warnings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: Option<String>,
    turns: Option<Vec<String>>,
    count: Option<usize>,
    speakers: Option<Vec<String>>,
    interviewer: Option<String>,
    others: Option<Vec<String>>,
    same_as: Option<BTreeMap<String, String>>,
    facts: Option<Vec<String>>,
    times: Option<Vec<Option<u32>>>,
    parts: Option<Vec<String>>,
    comments: Option<Vec<String>>,
    #[serde(default)]
    warnings: Vec<String>,
}

/// What was read, in the words of the cases.
struct Found(Transcript);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/traps")
}

fn cases() -> Vec<Case> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let read = |path: &PathBuf| -> Vec<Case> {
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{path:?}: {error}"))
    };
    files.iter().flat_map(read).collect()
}

impl Case {
    fn text(&self) -> String {
        if let Some([question, answer]) = &self.exchange {
            return self.conversation(question, answer);
        }
        match &self.input {
            Input::None => String::new(),
            Input::Text(text) => text.clone(),
            Input::Lines(lines) => lines.join("\n"),
        }
    }

    /// Twelve questions and answers.
    fn conversation(&self, question: &str, answer: &str) -> String {
        let words = "c’est à dire que le cabinet est loin de tout et que les gens y vont à pied";
        let mut text = String::new();
        for n in 0..12 {
            let answer = answer.replace("{n}", &format!("{:02}", 2 * n + 1));
            let question = question.replace("{n}", &format!("{:02}", 2 * n));
            text += &format!("{question}Et la question {n} ?\n{answer}{words}.\n");
            if n % 4 == 1 {
                text += &self.between;
            }
        }
        text
    }

    fn read(&self) -> Transcript {
        let format = self.format.as_deref().unwrap_or("txt");
        let text = self.text();
        let bytes = match format {
            "docx" => {
                self.parts.iter().fold(Docx::new(&text), |docx, (kind, xml)| docx.side(kind, xml)).bytes()
            }
            "ods" => sheet(&text),
            "odt" => Odt::styled(self.parts.get("styles").map_or("", String::as_str), &text).bytes(),
            _ => encoded(&text, self.encoding.as_deref()),
        };
        let options = ReadOptions { interviewers: self.interviewers.clone(), ..ReadOptions::default() };
        let name = format!("{}.{format}", self.stem.as_deref().unwrap_or("essai"));
        formats::read(&name, &bytes, &options).unwrap_or_else(|error| panic!("{}: {error}", self.rule))
    }
}

/// An OpenDocument sheet of these rows.
fn sheet(text: &str) -> Vec<u8> {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |line: &str| {
        format!("<table:table-row>{}</table:table-row>", line.split('\t').map(cell).collect::<String>())
    };
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='Feuille1'>{}</table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        text.lines().map(row).collect::<String>()
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// A text without byte order mark.
fn encoded(text: &str, encoding: Option<&str>) -> Vec<u8> {
    match encoding {
        None => text.as_bytes().to_vec(),
        Some("utf-16be") => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Some("utf-16le") => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Some(name) => encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(text).0.into_owned(),
    }
}

impl Found {
    fn slice(&self, start: u32, end: u32) -> String {
        self.0.text.chars().skip(start as usize).take((end - start) as usize).collect()
    }

    fn labels(&self, role: Option<Role>) -> Vec<String> {
        let speakers = self.0.speakers.iter().filter(|speaker| role.is_none_or(|role| speaker.role == role));
        speakers.map(|speaker| speaker.label.clone()).collect()
    }

    fn same_as(&self) -> BTreeMap<String, String> {
        let same = self.0.speakers.iter().filter_map(|s| Some((s.label.clone(), s.same_as.clone()?)));
        same.collect()
    }

    fn facts(&self) -> Vec<String> {
        self.0.facts.iter().map(|fact| format!("{}: {}", fact.kind.as_str(), fact.value)).collect()
    }

    fn comments(&self) -> Vec<String> {
        let comment = |comment: &formats::CommentFound| {
            let reply = comment.reply_to.map(|to| format!(" (répond à {to})")).unwrap_or_default();
            let at = comment.at.as_deref().map(|at| format!(", {at}")).unwrap_or_default();
            let passage = self.slice(comment.start, comment.end);
            format!("{}{at} : {} → {passage}{reply}", comment.author, comment.text)
        };
        self.0.comments.iter().map(comment).collect()
    }

    fn warnings(&self) -> Vec<String> {
        let warning = |warning: &formats::Warning| {
            let count = if warning.count == 1 { String::new() } else { format!(" ×{}", warning.count) };
            format!("{}: {}{count}", warning.kind.as_str(), warning.text)
        };
        self.0.warnings.iter().map(warning).collect()
    }
}

/// Everything that differs from what a case expects.
fn differences(case: &Case) -> Vec<String> {
    let found = Found(case.read());
    let expected = &case.expected;
    let mut out = Vec::new();
    let mut compare = |field: &str, got: String, wanted: Option<String>| {
        if let Some(wanted) = wanted.filter(|wanted| *wanted != got) {
            out.push(format!("{}: {field}\n   expected {wanted}\n        got {got}", case.rule));
        }
    };
    fn shown<T: std::fmt::Debug>(value: &Option<T>) -> Option<String> {
        value.as_ref().map(|value| format!("{value:?}"))
    }
    compare("text", format!("{:?}", found.0.text), shown(&expected.text));
    compare("turns", format!("{:?}", turns(&found.0)), shown(&expected.turns));
    compare("count", format!("{:?}", found.0.turns.len()), shown(&expected.count));
    compare("speakers", format!("{:?}", found.labels(None)), shown(&expected.speakers));
    let leads = found.labels(Some(Role::Interviewer)).join(", ");
    compare("interviewer", leads, expected.interviewer.clone());
    compare("others", format!("{:?}", found.labels(Some(Role::Other))), shown(&expected.others));
    compare("same_as", format!("{:?}", found.same_as()), shown(&expected.same_as));
    compare("facts", format!("{:?}", found.facts()), shown(&expected.facts));
    let times: Vec<Option<u32>> = found.0.turns.iter().map(|turn| turn.time).collect();
    compare("times", format!("{times:?}"), shown(&expected.times));
    let parts: Vec<&str> = found.0.parts.iter().map(|part| part.title.as_str()).collect();
    compare("parts", format!("{parts:?}"), shown(&expected.parts));
    compare("comments", format!("{:?}", found.comments()), shown(&expected.comments));
    compare("warnings", format!("{:?}", found.warnings()), Some(format!("{:?}", expected.warnings)));
    out
}

#[test]
fn no_trap_is_fallen_into() {
    let cases = cases();
    let wrong: Vec<String> = cases.iter().flat_map(differences).collect();
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases.len() >= CASES, "{} cases", cases.len());
}

#[test]
fn every_trap_has_a_rule_of_its_own() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        assert!(seen.insert(case.rule.clone()), "{}", case.rule);
    }
}

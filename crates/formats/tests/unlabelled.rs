//! Texts without labels: the interviewer's paragraphs look otherwise, or turns begin with a dash. And what
//! else people do with labels and time marks.

// A file that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::odt::{self, Odt};
use build::{Docx, p, r, run, turns, warnings};
use formats::{FactKind, ReadOptions, Role, Transcript, WarningKind as K};

/// Who speaks, and paragraphs: true for the interviewer's.
const TALK: [(bool, &str); 11] = [
    (true, "Bonjour. Vous pouvez vous présenter ?"),
    (false, "Je suis interne, en stage à la campagne depuis novembre, chez deux médecins."),
    (false, "Enfin, trois en comptant le remplaçant du jeudi."),
    (true, "D’accord."),
    (true, "Et comment ça se passe, les consultations ?"),
    (false, "Plutôt bien. Il y a ceux qui viennent, et ceux qui ne viennent plus, c’est la route."),
    (true, "Racontez-moi."),
    (
        false,
        "Un monsieur a renoncé au scanner. (rires) Qu’est-ce que vous voulez que je lui dise ? Que c’est loin.",
    ),
    (true, "Et vous en pensez quoi ?"),
    (false, "Qu’il a raison, un peu. Je ne sais pas."),
    (true, "Merci. (silence) Autre chose ?"),
];

/// The turns of the talk.
fn expected() -> Vec<String> {
    let turns = TALK.chunk_by(|a, b| a.0 == b.0).map(|lines| {
        let words: Vec<&str> = lines.iter().map(|line| line.1).collect();
        format!("{}: {}", if lines[0].0 { "Q" } else { "R" }, words.join("\n"))
    });
    turns.collect()
}

fn txt(text: &str) -> Transcript {
    formats::read(
        "essai.txt",
        text.as_bytes(),
        &ReadOptions { encoding: Some("utf-8".into()), ..ReadOptions::default() },
    )
    .unwrap()
}

fn check(name: &str, transcript: &Transcript, by: &str) {
    assert_eq!(turns(transcript), expected(), "turns of {name}");
    assert_eq!(warnings(transcript), [(K::SpeakersGuessed, by)], "warnings of {name}");
    let roles: Vec<_> = transcript.speakers.iter().map(|s| (s.label.as_str(), s.role)).collect();
    assert_eq!(roles, [("Q", Role::Interviewer), ("R", Role::Participant)], "{name}");
}

/// A Word document of the talk, each paragraph written by `of`.
fn docx(of: impl Fn(bool, &str) -> String) -> Docx {
    let head = p(&r("Entretien 3")) + &p(&r("Date : 06/03/2023")) + &p("");
    Docx::new(&(head + &TALK.iter().map(|(asks, text)| of(*asks, text)).collect::<String>()))
}

#[test]
fn the_interviewer_looks_otherwise_in_word() {
    let with = |properties: &'static str| {
        move |asks: bool, text: &str| p(&if asks { run(properties, text) } else { r(text) })
    };
    check("bold", &docx(with("<w:b/>")).read(), "bold");
    check("italic", &docx(with("<w:i/>")).read(), "italic");
    check("colour", &docx(with("<w:color w:val=\"C00000\"/>")).read(), "colour");
    let blue =
        |asks: bool, text: &str| p(&run(if asks { "" } else { "<w:i/><w:color w:val=\"0070C0\"/>" }, text));
    check("the answers in italic", &docx(blue).read(), "italic");
    let remark = |asks: bool, text: &str| match text.split_once(" (") {
        Some((before, after)) if asks => p(&(run("<w:b/>", before) + &r(&format!(" ({after}")))),
        _ => p(&if asks { run("<w:b/>", text) } else { r(text) }),
    };
    let said = turns(&docx(remark).read());
    assert_eq!(said[..6], expected()[..6], "a remark in another look");
    let word = |asks: bool, text: &str| match text.split_once(' ') {
        Some((first, rest)) if !asks => p(&(run("<w:b/>", first) + &r(&format!(" {rest}")))),
        _ => p(&if asks { run("<w:b/>", text) } else { r(text) }),
    };
    check("a bold word in the answers", &docx(word).read(), "bold");
    let titled =
        format!("{}{}", p(&run("<w:b/>", "Entretien du 6 mars")), p(&run("<w:b/>", "Deuxième partie")));
    let body = titled + &TALK.iter().map(|(asks, text)| with("<w:b/>")(*asks, text)).collect::<String>();
    check("bold titles", &Docx::new(&body).read(), "bold");
    let styled = |asks: bool, text: &str| {
        let style = if asks { "<w:pPr><w:pStyle w:val=\"Relance\"/></w:pPr>" } else { "" };
        p(&(style.to_owned() + &r(text)))
    };
    check("style", &docx(styled).read(), "style");
    let listed = |asks: bool, text: &str| {
        let number = if asks {
            "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
        } else {
            ""
        };
        p(&(number.to_owned() + &r(text)))
    };
    check("a list", &docx(listed).read(), "dash");
}

#[test]
fn the_interviewer_looks_otherwise_in_libreoffice() {
    let style = |properties: &str| {
        odt::style("T1", properties)
            + &format!(
                "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Question\"><style:text-properties {properties}/></style:style>\
                <style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"/>"
            )
    };
    for (properties, by) in [
        ("fo:font-weight=\"bold\"", "bold"),
        ("fo:font-style=\"italic\"", "italic"),
        ("fo:color=\"#c00000\"", "colour"),
    ] {
        let spans: String = TALK
            .iter()
            .map(|(asks, text)| odt::p(&if *asks { odt::span("T1", text) } else { (*text).to_owned() }))
            .collect();
        check("spans", &Odt::styled(&style(properties), &spans).read(), by);
        let paragraphs: String = TALK
            .iter()
            .map(|(asks, text)| {
                format!("<text:p text:style-name=\"P{}\">{text}</text:p>", if *asks { 1 } else { 2 })
            })
            .collect();
        check("paragraphs", &Odt::styled(&style(properties), &paragraphs).read(), by);
    }
    let named = "<s><style:style style:name=\"Question\" style:family=\"paragraph\"/><style:style style:name=\"Standard\" style:family=\"paragraph\"/></s>";
    let paragraphs: String = TALK
        .iter()
        .map(|(asks, text)| {
            format!("<text:p text:style-name=\"P{}\">{text}</text:p>", if *asks { 1 } else { 2 })
        })
        .collect();
    check(
        "style",
        &Odt::styled(&style("fo:font-size=\"12pt\""), &paragraphs).part("styles.xml", named).read(),
        "style",
    );
}

#[test]
fn the_interviewer_looks_otherwise_in_rich_text() {
    let head = r"{\rtf1\ansi{\colortbl;\red0\green0\blue0;\red192\green0\blue0;}{\stylesheet{\s0 Normal;}{\s4 Relance;}}";
    let escape = |text: &str| {
        text.chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{}?", c as u32) })
            .collect::<String>()
    };
    for (mark, by) in [("\\b", "bold"), ("\\i", "italic"), ("\\cf2", "colour"), ("\\s4", "style")] {
        let body: String = TALK
            .iter()
            .map(|(asks, text)| {
                format!("\\pard\\plain\\s0\\cf1{} {}\\par\n", if *asks { mark } else { "" }, escape(text))
            })
            .collect();
        let transcript =
            formats::read("a.rtf", format!("{head}{body}}}").as_bytes(), &ReadOptions::default()).unwrap();
        check(mark, &transcript, by);
    }
}

#[test]
fn dashes_begin_turns() {
    let turns_of = |lines: &mut dyn Iterator<Item = String>| lines.collect::<Vec<_>>().join("\n");
    let blocks: Vec<&[(bool, &str)]> = TALK.chunk_by(|a, b| a.0 == b.0).collect();
    let words = |block: &&[(bool, &str)]| block.iter().map(|line| line.1).collect::<Vec<_>>().join("\n");
    for dash in ["– ", "— ", "- ", "–\u{A0}"] {
        let text = turns_of(&mut blocks.iter().map(|block| format!("{dash}{}", words(block))));
        check(dash, &txt(&text), "dashes");
        let headed = format!("Entretien 3\nDate : 06/03/2023\n\n{text}");
        check(dash, &txt(&headed), "dashes");
        let asked = TALK.map(|(asks, text)| format!("{}{text}", if asks { dash } else { "" })).join("\n");
        // A dash before each of two lines is part of what is said.
        let asked =
            asked.replace(&format!("{dash}Et comment"), "Et comment").replace("D’accord.\n", "D’accord. ");
        let expected: Vec<String> =
            expected().iter().map(|turn| turn.replace("D’accord.\n", "D’accord. ")).collect();
        assert_eq!(turns(&txt(&asked)), expected);
        assert_eq!(warnings(&txt(&asked)), [(K::SpeakersGuessed, "dash")]);
    }
    let answers_first = turns_of(&mut blocks.iter().skip(1).map(|block| format!("– {}", words(block))));
    assert_eq!(turns(&txt(&answers_first)), expected()[1..]);
}

#[test]
fn what_no_mark_tells_stays_without_turns() {
    let plain = TALK.map(|line| line.1).join("\n");
    let list = "Il y a trois choses.\n- la route\n- le temps\n- le prix\n- la neige\nEt voilà.";
    let monologue = docx(|_, text| p(&run("<w:b/>", text))).read();
    let emphasis = docx(|asks, text| {
        p(&run(if asks || text.len() > 60 { "<w:b/>" } else { "" }, &text.replace('?', ".")))
    })
    .read();
    for transcript in [txt(&plain), txt(list), monologue, emphasis] {
        assert!(transcript.turns.is_empty(), "{:?}", turns(&transcript));
        assert_eq!(warnings(&transcript), [(K::NoSpeakers, "")]);
    }
}

#[test]
fn headings_and_facts_are_no_speech_without_labels_either() {
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Deuxième thème</w:t></w:r></w:p>";
    let body = docx(|asks, text| {
        let part = if text.starts_with("Racontez") { heading } else { "" };
        part.to_owned() + &p(&if asks { run("<w:b/>", text) } else { r(text) })
    });
    let transcript = body.read();
    assert_eq!(turns(&transcript), expected());
    let facts: Vec<_> = transcript.facts.iter().map(|fact| (fact.kind, fact.value.as_str())).collect();
    assert_eq!(facts, [(FactKind::Date, "06/03/2023")]);
}

#[test]
fn labels_count_inside_a_line_too() {
    let one = "VL : Ça va ? EMG 1 : Oui. Il m’a dit : non. VL : Ah. EMG 1 (en riant) : Voilà… VL : Bien.";
    let expected = ["VL: Ça va ?", "EMG 1: Oui. Il m’a dit : non.", "VL: Ah.", "EMG 1: Voilà…", "VL: Bien."];
    assert_eq!(turns(&txt(one)), expected);
    assert_eq!(warnings(&txt(one)), [(K::LabelInLine, "EMG 1")]);
    assert_eq!(txt(one).warnings[0].count, 4);
    let some = "VL : Ça va ?\nEMG 1 : Oui. VL : Ah bon ?\tEMG 1 : Enfin, non.\nVL : Et après ?\nEMG 1 : Rien. NB : rien. Dr Martin : c’est lui.";
    let expected = [
        "VL: Ça va ?",
        "EMG 1: Oui.",
        "VL: Ah bon ?",
        "EMG 1: Enfin, non.",
        "VL: Et après ?",
        "EMG 1: Rien. NB : rien. Dr Martin : c’est lui.",
    ];
    assert_eq!(turns(&txt(some)), expected);
    let words = "VL : Ça va ?\nEMG 1 : J’ai vu EMG 1 : c’est moi.\nVL : Ah ?\nEMG 1 : Oui, VL : c’est vous.";
    assert_eq!(turns(&txt(words)).len(), 4);
    assert_eq!(warnings(&txt(words)), []);
    let timed = "VL : Ça va ? [00:12] EMG 1 : Oui. [00:14] VL : Ah. [00:16] EMG 1 : Voilà.";
    let times: Vec<_> = txt(timed).turns.iter().map(|turn| turn.time).collect();
    assert_eq!(times, [None, Some(12_000), Some(14_000), Some(16_000)]);
    assert_eq!(txt(timed).text, "VL : Ça va ? EMG 1 : Oui. VL : Ah. EMG 1 : Voilà.");
}

#[test]
fn time_marks_at_the_end_leave_the_text_and_stay_with_the_turn() {
    for (text, expected, times) in [
        ("VL : a [00:01]\nEMG 5 : b, b. [00:02]", "VL : a\nEMG 5 : b, b.", [Some(1), Some(2)]),
        ("VL : a (00:01)\n\nEMG 5 : b\nb #00:00:02-5#", "VL : a\n\nEMG 5 : b\nb", [Some(1), Some(2)]),
        ("VL : a 00:00:01\nEMG 5 : b 00:00:02", "VL : a\nEMG 5 : b", [Some(1), Some(2)]),
        ("[00:01] VL : a [00:02]\nEMG 5 : b [00:03]", "VL : a\nEMG 5 : b", [Some(1), Some(3)]),
        ("VL : a\nEMG 5 : on part à (12:30)", "VL : a\nEMG 5 : on part à (12:30)", [None, None]),
        ("VL : à 12:30\nEMG 5 : à 10:30", "VL : à 12:30\nEMG 5 : à 10:30", [None, None]),
    ] {
        let transcript = txt(text);
        assert_eq!(transcript.text, expected, "{text:?}");
        let found: Vec<_> = transcript.turns.iter().map(|turn| turn.time.map(|ms| ms / 1000)).collect();
        assert_eq!(found, times, "{text:?}");
        assert!(transcript.warnings.is_empty(), "{text:?}: {:?}", transcript.warnings);
    }
}

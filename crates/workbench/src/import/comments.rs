//! Comments of a file's margin as codings: which label, on which words, by whom, and what is left out.

use crate::command::{CommentCoder, CommentCoding};
use formats::{CommentFound, Transcript};
use model::RecordId;
use model::study::{CodeNode, Seen};
use model::text::{TextIndex, Turn};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The longest label that a comment becomes, in characters; the whole comment stays with the coding.
const LABEL: usize = 80;

/// What becomes of the comments of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommentsAs {
    /// Each becomes a coding of the words that it is about.
    AsCodings,
    /// They are left in the original file.
    #[default]
    Skip,
}

/// Who wrote comments, and whose codings they become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// As the file says; empty where it does not.
    pub name: String,
    /// How many comments.
    pub comments: usize,
    /// Whose codings they become.
    pub coder: CommentCoder,
}

/// Why a comment becomes no coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// It says nothing.
    Empty,
    /// Nobody speaks where it stands: a heading, a label.
    OutsideTurns,
}

impl LeftOut {
    /// The name in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            LeftOut::Empty => "empty",
            LeftOut::OutsideTurns => "outside_turns",
        }
    }
}

/// What becomes of one comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A coding of its own.
    Coding(CommentCoding),
    /// It goes with the coding of an earlier one, by its place among the comments.
    Joined(usize),
    /// Nothing.
    LeftOut(LeftOut),
}

/// What becomes of the comments, one for each in order.
pub(super) fn fates(
    transcript: &Transcript,
    text: &TextIndex,
    turns: &[Turn],
    authors: &[Author],
    labels: &KnownLabels,
) -> Vec<Fate> {
    let mut fates: Vec<Fate> = Vec::with_capacity(transcript.comments.len());
    let mut same: HashMap<(u32, u32, String, String), usize> = HashMap::new();
    for (place, comment) in transcript.comments.iter().enumerate() {
        if let Some(first) = answered(comment, &fates) {
            let fate = match said(comment) {
                Some(words) => {
                    join(&mut fates, first, &words);
                    Fate::Joined(first)
                }
                None => Fate::LeftOut(LeftOut::Empty),
            };
            fates.push(fate);
            continue;
        }
        let fate = fate(comment, text, turns, (authors, labels));
        let fate = match fate {
            Fate::Coding(coding) => {
                let key =
                    (coding.start, coding.end, coding.label.to_lowercase(), comment.author.trim().to_owned());
                match same.get(&key) {
                    Some(first) => {
                        join(&mut fates, *first, &coding.comment);
                        Fate::Joined(*first)
                    }
                    None => {
                        same.insert(key, place);
                        Fate::Coding(coding)
                    }
                }
            }
            other => other,
        };
        fates.push(fate);
    }
    fates
}

/// The coding of the comment that one answers, where it became one.
fn answered(comment: &CommentFound, fates: &[Fate]) -> Option<usize> {
    let to = comment.reply_to?;
    match fates.get(to)? {
        Fate::Coding(_) => Some(to),
        Fate::Joined(first) => Some(*first),
        Fate::LeftOut(_) => None,
    }
}

/// An answer as it stands in the comment of the coding: who says what.
fn said(comment: &CommentFound) -> Option<String> {
    let (author, text) = (comment.author.trim(), comment.text.trim());
    match (author, text) {
        (_, "") => None,
        ("", text) => Some(text.to_owned()),
        (author, text) => Some(format!("{author} : {text}")),
    }
}

/// Adds words to the comment of an earlier coding, unless it says them already.
fn join(fates: &mut [Fate], first: usize, words: &str) {
    if let Some(Fate::Coding(coding)) = fates.get_mut(first)
        && !words.is_empty()
        && !coding.comment.contains(words)
    {
        let gap = if coding.comment.is_empty() { "" } else { "\n" };
        coding.comment = format!("{}{gap}{words}", coding.comment);
    }
}

fn fate(
    comment: &CommentFound,
    text: &TextIndex,
    turns: &[Turn],
    (authors, labels): (&[Author], &KnownLabels),
) -> Fate {
    let Some((label, rest)) = labels.label(&comment.text) else { return Fate::LeftOut(LeftOut::Empty) };
    let Some((start, end)) = passage(comment, text, turns) else {
        return Fate::LeftOut(LeftOut::OutsideTurns);
    };
    let author = authors.iter().find(|author| author.name == comment.author.trim());
    let coder = author.map_or(CommentCoder::Me, |author| author.coder.clone());
    Fate::Coding(CommentCoding { start, end, label, comment: rest, coder, at: comment.at.clone() })
}

/// The words that a comment is about: its range without what no one says; for a comment on a point, the
/// sentence around it.
fn passage(comment: &CommentFound, text: &TextIndex, turns: &[Turn]) -> Option<(u32, u32)> {
    let (start, end) = text.trim(comment.start, comment.end);
    let n = turns.partition_point(|turn| turn.end < start);
    let (start, end) = if start < end {
        spoken_part(turns, start, end)?
    } else if turns.is_empty() {
        text.sentence_at(start)
    } else {
        let turn = turns.get(n).filter(|turn| turn.start <= start)?;
        let (from, to) = text.sentence_at(start.min(turn.end.saturating_sub(1)));
        (from.max(turn.start), to.min(turn.end))
    };
    let (start, end) = text.snap_out(start, end);
    let (start, end) = text.trim(start, end);
    let whole = text.is_grapheme_border(start) && text.is_grapheme_border(end);
    (start < end && whole).then_some((start, end))
}

/// A range from the first to the last word in it that somebody says.
pub(crate) fn spoken_part(turns: &[Turn], start: u32, end: u32) -> Option<(u32, u32)> {
    if turns.is_empty() {
        return Some((start, end));
    }
    let first = turns.partition_point(|turn| turn.end <= start);
    let after = turns.partition_point(|turn| turn.start < end);
    let (first, last) = (turns.get(first..after)?.first()?, turns.get(after.checked_sub(1)?)?);
    Some((start.max(first.start), end.min(last.end)))
}

/// The codes that a comment can mean, by what somebody writes to mean them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KnownLabels {
    /// The path of the code; `None` where several are written so.
    paths: HashMap<String, Option<String>>,
    names: HashMap<String, Option<String>>,
}

impl KnownLabels {
    /// What somebody sees of the study's codes; `names` is false where a path has to be written in full.
    pub fn of(seen: &Seen<'_>, names: bool) -> KnownLabels {
        KnownLabels::among(seen.codes().into_iter().filter(|node| !node.deleted), names)
    }

    /// These codes.
    pub fn among<'a>(codes: impl Iterator<Item = &'a CodeNode>, names: bool) -> KnownLabels {
        let mut known = KnownLabels::default();
        for node in codes {
            put(&mut known.paths, written(&node.path), &node.path);
            if names {
                put(&mut known.names, written(&node.name), &node.path);
            }
        }
        known
    }

    /// The path that a comment means and, where it says more, the comment of the coding; `None` where it says
    /// nothing. A first line that is the path of a code, or the name of one alone, means that code; any other
    /// is the name of a label at the top: no level of the code tree is read into it, ` / ` loses its spaces.
    pub fn label(&self, comment: &str) -> Option<(String, String)> {
        self.known(comment).or_else(|| label(comment.trim()))
    }

    /// The same where it means a code that is there.
    pub fn known(&self, comment: &str) -> Option<(String, String)> {
        let whole = comment.trim();
        let (first, rest) = whole.split_once('\n').unwrap_or((whole, ""));
        let path = self.find(first)?;
        Some((path.to_owned(), rest.trim().to_owned()))
    }

    fn find(&self, said: &str) -> Option<&str> {
        let said = written(said);
        self.paths.get(&said).or_else(|| self.names.get(&said))?.as_deref()
    }
}

fn put(known: &mut HashMap<String, Option<String>>, said: String, path: &str) {
    known.entry(said).and_modify(|there| *there = None).or_insert_with(|| Some(path.to_owned()));
}

/// What is written, without what people do not mind: letter case, white space, also that around `/`.
fn written(said: &str) -> String {
    let parts = said.split('/').map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.collect::<Vec<_>>().join("/").to_lowercase()
}

/// The label that a comment becomes that means no code yet.
fn label(whole: &str) -> Option<(String, String)> {
    let (first, rest) = whole.split_once('\n').unwrap_or((whole, ""));
    let name = first.split_whitespace().collect::<Vec<_>>().join(" ").replace(" / ", "/");
    if name.is_empty() {
        return None;
    }
    if name.chars().count() <= LABEL {
        return Some((name, rest.trim().to_owned()));
    }
    let cut: String = name.chars().take(LABEL - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    let cut = cut.trim_end_matches(|c: char| !c.is_alphanumeric());
    Some((format!("{cut}…"), whole.to_owned()))
}

/// The authors of a file's comments by first appearance, each proposed as a member.
pub(super) fn authors(transcript: &Transcript, members: &[(RecordId, String)]) -> Vec<Author> {
    let mut found: Vec<Author> = Vec::new();
    for comment in &transcript.comments {
        let name = comment.author.trim();
        match found.iter_mut().find(|author| author.name == name) {
            Some(author) => author.comments += 1,
            None => {
                found.push(Author { name: name.to_owned(), comments: 1, coder: proposed(name, members) });
            }
        }
    }
    found
}

/// Somebody of the team by that name; whoever acts, where the name is one that programs write; else a new
/// member.
fn proposed(author: &str, members: &[(RecordId, String)]) -> CommentCoder {
    let known = members.iter().find(|(_, name)| super::voices::same_letters(name, author));
    match known {
        Some((member, _)) if !author.is_empty() => CommentCoder::Member(*member),
        _ if is_nobody(author) => CommentCoder::Me,
        _ => CommentCoder::New(author.to_owned()),
    }
}

/// What programs write where they do not know their user.
fn is_nobody(author: &str) -> bool {
    const NAMES: [&str; 12] = [
        "",
        "author",
        "auteur",
        "unknownauthor",
        "auteurinconnu",
        "microsoftofficeuser",
        "utilisateurmicrosoftoffice",
        "utilisateurdemicrosoftoffice",
        "windowsuser",
        "utilisateurwindows",
        "utilisateur",
        "user",
    ];
    NAMES.contains(&super::voices::letters(author).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_the_label_and_the_rest_its_comment() {
        let check = |comment: &str, name: &str, rest: &str| {
            let said = KnownLabels::default().label(comment);
            assert_eq!(said, Some((name.to_owned(), rest.to_owned())), "{comment:?}");
        };
        check("fatigue", "fatigue", "");
        check("  fatigue \u{a0} du soir\n\nà revoir avec T.\n", "fatigue du soir", "à revoir avec T.");
        check("coût / temps", "coût/temps", "");
        let long = format!("{}fin", "très ".repeat(20));
        let label = |said: &str| KnownLabels::default().label(said);
        let (name, rest) = label(&long).unwrap();
        assert!(name.chars().count() <= LABEL && name.ends_with("très…"), "{name}");
        assert_eq!(rest, long);
        let unbroken = "x".repeat(200);
        assert_eq!(label(&unbroken).unwrap().0.chars().count(), LABEL);
        assert_eq!(label(" \n "), None);
    }

    #[test]
    fn a_path_or_the_name_of_one_code_alone_means_that_code() {
        let mut known = KnownLabels::default();
        for path in ["Corps / sommeil", "Corps / fatigue", "Travail / fatigue", "a/b"] {
            let name = path.rsplit(" / ").next().unwrap();
            put(&mut known.paths, written(path), path);
            put(&mut known.names, written(name), path);
        }
        let means = |comment: &str| known.label(comment).unwrap();
        let found = |path: &str, rest: &str| (path.to_owned(), rest.to_owned());
        assert_eq!(means("corps / Sommeil"), found("Corps / sommeil", ""));
        assert_eq!(means("Corps/sommeil\nà revoir"), found("Corps / sommeil", "à revoir"));
        assert_eq!(means(" sommeil "), found("Corps / sommeil", ""));
        assert_eq!(means("fatigue"), found("fatigue", ""), "two are called so");
        assert_eq!(means("Travail / fatigue"), found("Travail / fatigue", ""));
        assert_eq!(means("a / b"), found("a/b", ""));
        assert_eq!(means("Corps / faim"), found("Corps/faim", ""));
    }

    #[test]
    fn authors_are_members_by_their_letters_and_programs_are_nobody() {
        let claire = RecordId(uuid::Uuid::from_u128(1));
        let members = [(claire, "Claire L.".to_owned())];
        assert_eq!(proposed("claire l", &members), CommentCoder::Member(claire));
        assert_eq!(proposed("Jean D.", &members), CommentCoder::New("Jean D.".to_owned()));
        for nobody in ["", "Auteur inconnu", "Microsoft Office User", "Utilisateur de Microsoft Office"] {
            assert_eq!(proposed(nobody, &members), CommentCoder::Me, "{nobody}");
        }
    }
}

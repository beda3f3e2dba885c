//! Links in memos between the names that people write and the identifiers that are stored.
//!
//! A writer types `[[coût du trajet]]`; what is stored is the record's identifier, so that a renamed code
//! is still found. What leads to nothing, or to several records, stays as it was typed.

use crate::names;
use i18n::Lang;
use model::RecordId;
use model::links::{Piece, pieces, rewritten};
use model::study::Seen;
use model::value::Kind;

/// A link as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLink {
    /// What it leads to; nothing where the name leads nowhere, or to several records.
    pub record: Option<RecordId>,
    /// What kind of record that is; `Unknown` where there is none to be seen.
    pub kind: Kind,
    /// The words to show.
    pub words: String,
}

/// The text with every name that leads to one record replaced by that record's identifier.
#[must_use]
pub fn resolved(seen: &Seen<'_>, text: &str) -> String {
    rewritten(text, |link| {
        if link.record().is_some() {
            return None;
        }
        let record = named(seen, link.target)?;
        Some(match link.shown {
            Some(shown) => format!("[[{record}|{shown}]]"),
            None => format!("[[{record}]]"),
        })
    })
}

/// The record that a name leads to: a code by its path or name, an interview, a participant, a memo.
fn named(seen: &Seen<'_>, name: &str) -> Option<RecordId> {
    let found = [names::code(seen, name), names::interview(seen, name), names::participant(seen, name)];
    let found = found.into_iter().flatten().chain(names::memo(seen, name));
    // An interview is often called like its participant: the interview is what one goes to.
    let mut found: Vec<RecordId> = found.collect();
    if let Some(interview) = found.iter().copied().find(|id| seen.kind(*id) == Kind::Interview) {
        found.retain(|id| seen.kind(*id) != Kind::Participant || *id == interview);
    }
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The text as one edits it: names in place of the identifiers that a name leads to.
#[must_use]
pub fn to_edit(lang: Lang, seen: &Seen<'_>, text: &str) -> String {
    rewritten(text, |link| {
        let record = link.record()?;
        let name = name(lang, seen, record);
        if link.shown.is_some() || named(seen, &name) != Some(seen.resolve(record)) {
            return None;
        }
        Some(format!("[[{name}]]"))
    })
}

/// The text as one reads it, without brackets.
#[must_use]
pub fn to_read(lang: Lang, seen: &Seen<'_>, text: &str) -> String {
    let read = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Link(link) => read_link(lang, seen, link).words,
    });
    read.collect()
}

/// The links of a text, in its order.
#[must_use]
pub fn links(lang: Lang, seen: &Seen<'_>, text: &str) -> Vec<ReadLink> {
    let links = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Words(_) => None,
        Piece::Link(link) => Some(read_link(lang, seen, link)),
    });
    links.collect()
}

fn read_link(lang: Lang, seen: &Seen<'_>, link: model::links::Link<'_>) -> ReadLink {
    let record = link.record().map(|record| seen.resolve(record));
    let words = match (link.shown, record) {
        (Some(shown), _) => shown.to_owned(),
        (None, Some(record)) => name(lang, seen, record),
        (None, None) => link.target.to_owned(),
    };
    let kind = record.map_or(Kind::Unknown, |record| seen.kind(record));
    ReadLink { record: record.filter(|_| kind != Kind::Unknown), kind, words }
}

/// A code by its path, so that two of one name are told apart; anything else by what it is called.
fn name(lang: Lang, seen: &Seen<'_>, record: RecordId) -> String {
    match seen.code(record) {
        Some(node) if names::code(seen, &node.name) != Ok(node.id) => node.path.clone(),
        _ => crate::wording::record_name(lang, seen, seen.resolve(record)),
    }
}

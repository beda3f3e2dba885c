//! What can be done at a desk: numbers choose among what is there.

use super::desk::{TEXT, transcript};
use super::reviews::{Reviewing, review, reviews};
use super::thoughts::{Thought, think, thoughts};
use super::together::{Reconciling, reconcile, reconciling};
use model::basis::Basis;
use model::study::Seen;
use model::text::PlaceState;
use model::value::{Layer, MemoKind, RevisionOrigin};
use model::{OpId, RecordId};
use proptest::prelude::*;
use workbench::Engine;
use workbench::command::{CodeChoice, Command, NewCode};

/// One act.
#[derive(Debug, Clone)]
pub enum Act {
    CreateCode { name: u8, under: usize },
    RenameCode { code: usize, name: u8 },
    MoveCode { code: usize, under: usize },
    MergeCodes { from: usize, into: usize },
    DeleteCode { code: usize },
    Import { file: u8 },
    RenameInterview { interview: usize, name: u8 },
    Apply { interview: usize, code: usize, word: usize, words: usize },
    ApplyNew { interview: usize, name: u8, word: usize },
    MoveCoding { coding: usize, word: usize },
    Place { coding: usize, word: usize },
    Recode { coding: usize, code: usize },
    Comment { coding: usize, text: u8 },
    RemoveCoding { coding: usize },
    Correct { interview: usize, correction: Correction, word: usize },
    Settle { conflict: usize, keep: usize },
    Unite { pair: usize },
    Memo { memo: usize, text: u8 },
    Think(Thought),
    Review(Reviewing),
    Reconcile(Reconciling),
    Finish { interview: usize, finished: bool },
    Read { interview: usize },
    Undo,
    Redo,
    Reopen,
    Receive { from: usize },
}

/// A change of a text.
#[derive(Debug, Clone, Copy)]
pub enum Correction {
    /// A letter more in a word.
    Typo,
    /// A word taken out.
    Delete,
    /// A word put before another.
    Insert,
    /// Everything from one word to the end of its line taken out.
    DeleteLine,
    /// The line of a word moved to the end.
    MoveLine,
}

/// Acts at three desks. Without corrections nothing is put together by itself.
pub fn acts(corrections: bool, most: usize) -> impl Strategy<Value = Vec<(usize, Act)>> {
    let kinds = prop_oneof![
        3 => Just(Correction::Typo),
        2 => Just(Correction::Delete),
        2 => Just(Correction::Insert),
        1 => Just(Correction::DeleteLine),
        1 => Just(Correction::MoveLine),
    ];
    let any = 0usize..12;
    let correct = (any.clone(), kinds, 0usize..70).prop_map(|(interview, correction, word)| Act::Correct {
        interview,
        correction,
        word,
    });
    let act = prop_oneof![
        14 => on_codes(),
        16 => on_codings(),
        12 => if corrections { correct.boxed() } else { Just(Act::Redo).boxed() },
        3 => prop_oneof![
            2 => (0u8..2).prop_map(|file| Act::Import { file }),
            1 => (any.clone(), 0u8..3).prop_map(|(interview, name)| Act::RenameInterview { interview, name }),
        ],
        6 => prop_oneof![
            3 => (any.clone(), any.clone()).prop_map(|(conflict, keep)| Act::Settle { conflict, keep }),
            1 => any.clone().prop_map(|pair| Act::Unite { pair }),
        ],
        4 => prop_oneof![
            (any.clone(), 0u8..4).prop_map(|(memo, text)| Act::Memo { memo, text }),
            (any.clone(), proptest::bool::ANY).prop_map(|(interview, finished)| Act::Finish { interview, finished }),
            any.prop_map(|interview| Act::Read { interview }),
        ],
        12 => thoughts().prop_map(Act::Think),
        6 => reviews().prop_map(Act::Review),
        6 => reconciling().prop_map(Act::Reconcile),
        7 => prop_oneof![4 => Just(Act::Undo), 2 => Just(Act::Redo), 1 => Just(Act::Reopen)],
        4 => (0usize..3).prop_map(|from| Act::Receive { from }),
    ];
    proptest::collection::vec((0usize..3, act), 1..most)
}

fn on_codes() -> impl Strategy<Value = Act> {
    let any = 0usize..8;
    prop_oneof![
        3 => (0u8..4, any.clone()).prop_map(|(name, under)| Act::CreateCode { name, under }),
        2 => (any.clone(), 0u8..4).prop_map(|(code, name)| Act::RenameCode { code, name }),
        3 => (any.clone(), any.clone()).prop_map(|(code, under)| Act::MoveCode { code, under }),
        2 => (any.clone(), any.clone()).prop_map(|(from, into)| Act::MergeCodes { from, into }),
        2 => any.prop_map(|code| Act::DeleteCode { code }),
    ]
}

fn on_codings() -> impl Strategy<Value = Act> {
    let (any, word) = (0usize..8, 0usize..70);
    prop_oneof![
        6 => (any.clone(), any.clone(), word.clone(), 1usize..9)
            .prop_map(|(interview, code, word, words)| Act::Apply { interview, code, word, words }),
        2 => (any.clone(), 0u8..4, word.clone())
            .prop_map(|(interview, name, word)| Act::ApplyNew { interview, name, word }),
        1 => (any.clone(), word.clone()).prop_map(|(coding, word)| Act::MoveCoding { coding, word }),
        1 => (any.clone(), word).prop_map(|(coding, word)| Act::Place { coding, word }),
        2 => (any.clone(), any.clone()).prop_map(|(coding, code)| Act::Recode { coding, code }),
        2 => (any.clone(), 0u8..4).prop_map(|(coding, text)| Act::Comment { coding, text }),
        2 => any.prop_map(|coding| Act::RemoveCoding { coding }),
    ]
}

pub(super) fn pick<T: Copy>(among: &[T], at: usize) -> Option<T> {
    among.get(at % among.len().max(1)).copied()
}

pub(super) fn codes(seen: &Seen<'_>) -> Vec<RecordId> {
    seen.codes().iter().map(|node| node.id).collect()
}

fn interviews(seen: &Seen<'_>) -> Vec<RecordId> {
    seen.interviews().iter().map(|interview| interview.id).collect()
}

pub(super) fn codings(seen: &Seen<'_>, lost: bool) -> Vec<RecordId> {
    let all = interviews(seen).into_iter().flat_map(|id| seen.codings_in(id, &Basis::everything()));
    all.filter(|coding| !lost || coding.place.state == PlaceState::ToPlace).map(|coding| coding.id).collect()
}

/// The ranges of the words of a text, in scalars.
fn words(engine: &mut Engine, interview: RecordId) -> Vec<(u32, u32)> {
    let Ok((_, text)) = engine.current_text(interview) else { return Vec::new() };
    text.words_in(0, text.len_scalars()).collect()
}

/// The command of an act; `None` where there is nothing to do it on.
pub fn command(engine: &mut Engine, act: &Act) -> Option<Command> {
    match *act {
        Act::Apply { interview, code, word, words: count } => {
            let interview = pick(&interviews(&engine.seen()), interview)?;
            let words = words(engine, interview);
            let first = word % words.len().max(1);
            let last = (first + count - 1).min(words.len().checked_sub(1)?);
            let code = CodeChoice::Existing(pick(&codes(&engine.seen()), code)?);
            let (start, end) = (words.get(first)?.0, words.get(last)?.1);
            Some(Command::ApplyCode { interview, start, end, code, layer: Layer::Experiential })
        }
        Act::ApplyNew { interview, name, word } => {
            let interview = pick(&interviews(&engine.seen()), interview)?;
            let (start, end) = pick(&words(engine, interview), word)?;
            let code = CodeChoice::New(NewCode { name: format!("neuf {name}"), ..NewCode::default() });
            Some(Command::ApplyCode { interview, start, end, code, layer: Layer::Experiential })
        }
        Act::MoveCoding { coding, word } => {
            let coding = pick(&codings(&engine.seen(), false), coding)?;
            let interview = engine.seen().coding(coding)?.interview;
            let (start, end) = pick(&words(engine, interview), word)?;
            Some(Command::MoveCoding { coding, start, end })
        }
        Act::Place { coding, word } => {
            let coding = pick(&codings(&engine.seen(), true), coding)?;
            let interview = engine.seen().coding(coding)?.interview;
            let (start, end) = pick(&words(engine, interview), word)?;
            Some(Command::PlaceCoding { coding, start, end })
        }
        Act::Correct { interview, correction, word } => {
            let interview = pick(&interviews(&engine.seen()), interview)?;
            let words = words(engine, interview);
            let text = engine.current_text(interview).ok()?.1.text().to_owned();
            let text = corrected(&text, correction, pick(&words, word)?);
            Some(Command::ReplaceText { interview, text, origin: RevisionOrigin::Corrected })
        }
        _ => without_text(&engine.seen(), act),
    }
}

fn without_text(seen: &Seen<'_>, act: &Act) -> Option<Command> {
    let code = |at| pick(&codes(seen), at);
    let coding = |at| pick(&codings(seen, false), at);
    let interview = |at| pick(&interviews(seen), at);
    Some(match *act {
        Act::CreateCode { name, under } => Command::CreateCode(NewCode {
            name: format!("code {name}"),
            parent: code(under).filter(|_| under % 2 == 0),
            ..NewCode::default()
        }),
        Act::RenameCode { code: at, name } => {
            Command::RenameCode { code: code(at)?, name: format!("nom {name}") }
        }
        Act::MoveCode { code: at, under } => {
            Command::MoveCode { code: code(at)?, parent: code(under), before: code(under + at) }
        }
        Act::MergeCodes { from, into } => Command::MergeCodes { from: code(from)?, into: code(into)? },
        Act::DeleteCode { code: at } => Command::DeleteCode { code: code(at)? },
        Act::Import { file } => transcript(&format!("EMG {}.txt", file + 2), &TEXT.replace("mars", "juin")),
        Act::RenameInterview { interview: at, name } => {
            Command::RenameInterview { interview: interview(at)?, name: format!("Entretien {name}") }
        }
        Act::Recode { coding: at, code: to } => Command::Recode { coding: coding(at)?, code: code(to)? },
        Act::Comment { coding: at, text } => {
            Command::CommentCoding { coding: coding(at)?, text: format!("note {text}") }
        }
        Act::RemoveCoding { coding: at } => Command::RemoveCoding { coding: coding(at)? },
        Act::Settle { conflict, keep } => return settle(seen, conflict, keep),
        Act::Unite { pair } => {
            let pairs = seen.same_pairs();
            let pair = pairs.get(pair % pairs.len().max(1))?;
            Command::Unite { record: pair.first, with: pair.second }
        }
        Act::Memo { memo, text } => {
            let known = seen.memos().get(memo).map(|known| known.id);
            let (title, body) =
                (format!("Mémo {text}"), format!("À revoir : [[nom {text}]], [[code {text}]]."));
            let target = code(memo).filter(|_| memo % 2 == 0);
            Command::WriteMemo { memo: known, target, kind: MemoKind::Free, title, body }
        }
        Act::Finish { interview: at, finished } => {
            Command::FinishCoding { interview: interview(at)?, finished }
        }
        Act::Read { interview: at } => Command::NoteReading { interview: interview(at)?, minutes: None },
        Act::Think(thought) => return think(seen, thought),
        Act::Review(asked) => return review(seen, asked),
        Act::Reconcile(asked) => return reconcile(seen, asked),
        Act::Undo => Command::Undo,
        Act::Redo => Command::Redo,
        _ => return None,
    })
}

/// Settles a conflict by one of the versions that compete.
fn settle(seen: &Seen<'_>, conflict: usize, keep: usize) -> Option<Command> {
    let findings = seen.findings().into_iter().filter_map(|finding| match finding {
        model::study::Finding::Conflict { record, field, shown, others } => {
            Some((record, field, shown, others))
        }
        _ => None,
    });
    let conflicts: Vec<_> = findings.collect();
    let (record, field, shown, others) = conflicts.get(conflict % conflicts.len().max(1))?;
    let versions: Vec<OpId> = others.iter().chain([shown]).copied().collect();
    Some(Command::Settle { record: *record, field: *field, keep: pick(&versions, keep)? })
}

/// The text with one correction at a word, given in scalars.
pub fn corrected(text: &str, correction: Correction, (start, end): (u32, u32)) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (start, end) = (start as usize, end as usize);
    let part = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let (before, word, after) = (part(0, start), part(start, end), part(end, chars.len()));
    let line_end = chars[end..].iter().position(|c| *c == '\n').map_or(chars.len(), |at| end + at);
    let line_start = chars[..start].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    match correction {
        Correction::Typo => format!("{before}{word}x{after}"),
        Correction::Delete => format!("{before}{}", after.trim_start_matches(' ')),
        Correction::Insert => format!("{before}voilà {word}{after}"),
        Correction::DeleteLine => format!("{before}{}", part(line_end, chars.len())),
        Correction::MoveLine => {
            let rest = part((line_end + 1).min(chars.len()), chars.len());
            format!("{}{rest}\n{}", part(0, line_start), part(line_start, line_end))
        }
    }
}

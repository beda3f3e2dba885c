//! Codes of two coders: adopted into the study's tree, and said to go together.

use crate::draft::{Draft, Drafted};
use crate::failure::{DoubleCodingProblem, Failure};
use crate::ops::codes;
use model::op::OpKind;
use model::value::{AlignmentLink, CodeBook, Group, Kind, Match};
use model::{Digest, RecordId};

pub(super) fn adopt(mut draft: Draft<'_>, code: RecordId) -> Result<Drafted, Failure> {
    let code = codes::live(&draft, code)?;
    let from = take_over(&mut draft, code).ok_or(Failure::Nothing)?;
    Ok(draft.done(OpKind::AdoptCode { code, from }, Vec::new()))
}

/// Takes a code out of a coder's book; the codes above it in the same book come with it. Names the coder.
pub(super) fn take_over(draft: &mut Draft<'_>, code: RecordId) -> Option<RecordId> {
    let mut from = None;
    let mut at = draft.seen.code(code);
    while let Some(node) = at {
        let Some(coder) = node.book else { break };
        from = from.or(Some(coder));
        if !draft.sets_group(node.id, Group::CodeBook) {
            draft.set(node.id, CodeBook::new(None, None));
        }
        at = node.parent.and_then(|parent| draft.seen.code(parent));
    }
    from
}

pub(super) fn align(
    mut draft: Draft<'_>,
    first: RecordId,
    second: Option<RecordId>,
    relation: Option<Match>,
    note: &str,
) -> Result<Drafted, Failure> {
    let first = codes::live(&draft, first)?;
    let second = second.map(|code| codes::live(&draft, code)).transpose()?;
    if second == Some(first) {
        return Err(DoubleCodingProblem::SameCode.into());
    }
    if second.is_none() && relation.is_some_and(|relation| relation != Match::None) {
        return Err(DoubleCodingProblem::SecondCodeNeeded.into());
    }
    // Of two, the smaller identifier comes first: whoever says it, from whichever side, says it of one.
    let (one, other, said) = match second {
        Some(second) if second < first => (second, Some(first), relation.map(turned)),
        _ => (first, second, relation),
    };
    let record = link(one, other);
    let known = draft.seen.alignments().into_iter().find(|known| known.id == record);
    if known.map(|known| (known.relation, known.note)) == said.map(|said| (said, note.trim())) {
        return Err(Failure::Nothing);
    }
    let now = draft.now;
    draft.set(record, AlignmentLink::new(note.trim().to_owned(), one, other, said, now));
    draft.alive(one, Kind::Code)?;
    Ok(draft.done(OpKind::Align { first, second, relation }, vec![record]))
}

/// What the second is to the first where the first is this to the second.
fn turned(relation: Match) -> Match {
    match relation {
        Match::Broader => Match::Narrower,
        Match::Narrower => Match::Broader,
        other => other,
    }
}

/// The record of what is said of two codes: it follows from them.
fn link(one: RecordId, other: Option<RecordId>) -> RecordId {
    let other = other.map(|code| code.to_string()).unwrap_or_default();
    let digest = Digest::of(format!("ancrage-alignment/1\n{one}\n{other}\n").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.0[..16]);
    RecordId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

//! Corrections of one text that were made apart and do not touch: put together by themselves.
//!
//! What comes of it follows from what the copies hold and from nothing else: not from who merges, nor in
//! which order, nor when. Two desks that put the same corrections together write the same revision, and
//! where they started from the same versions the very same operation.

use crate::failure::Failure;
use model::lens::Lens;
use model::op::{After, Change, Op, OpKind};
use model::register::Version;
use model::study::Seen;
use model::text::{Edit, TextIndex, Turn, map_turns, merge_edits, rebase, trim_turns};
use model::value::{Extra, Group, InterviewCurrent, Parent, RevisionBody, RevisionOrigin};
use model::{Digest, OpId, RecordId, Timestamp};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Blob, MergeId};

impl crate::Engine {
    /// Puts corrections together wherever they do not touch; where they do, somebody must choose. Names
    /// the interviews.
    pub(super) fn compose_corrections(&mut self, merge: MergeId) -> Result<Vec<RecordId>, Failure> {
        let study = self.study();
        let seen = study.seen_by(Lens::Anybody);
        let mut composed = Vec::new();
        for interview in seen.interviews().iter().map(|interview| interview.id) {
            let Some(apart) = Apart::of(&seen, interview) else { continue };
            let sides = match self.read_sides(&seen, &apart) {
                // A copy that came without earlier texts: what cannot be compared is left to a person.
                Err(Failure::TextMissing { .. }) => continue,
                sides => sides?,
            };
            if let Some((body, text)) = sides.together(&seen, &apart) {
                self.write(&self.composing(&apart, body)?, &[Blob::of(text)], Some(merge))?;
                composed.push(interview);
            }
        }
        Ok(composed)
    }

    fn read_sides(&mut self, seen: &Seen<'_>, apart: &Apart<'_>) -> Result<Sides, Failure> {
        let common = self.text(apart.common)?;
        let mut edits = Vec::new();
        for side in &apart.sides {
            edits.push(match direct_edit(seen, apart.common, *side) {
                Some(edit) => edit,
                None => Arc::new(Edit::between(common.text(), self.text(*side)?.text())),
            });
        }
        Ok(Sides { common, edits })
    }

    /// The operation: by the author and at the time of the later correction.
    fn composing(&self, apart: &Apart<'_>, body: RevisionBody) -> Result<Op, Failure> {
        let bases: Vec<OpId> = apart.heads.iter().map(|head| head.stamp.op).collect();
        let times = self.history.iter().filter(|line| bases.contains(&line.op)).map(|line| line.at);
        let at = times.max().unwrap_or_default();
        let revision = revision_id(&body)?;
        let current = InterviewCurrent::new(revision);
        let changes = vec![
            Change { record: revision, bases: Vec::new(), after: After::Set(Box::new(body).into()) },
            Change { record: apart.interview, bases, after: After::Set(current.into()) },
        ];
        let op = Op {
            id: OpId(uuid::Uuid::nil()),
            author: apart.latest.author,
            at,
            lamport: apart.latest.stamp.lamport + 1,
            kind: OpKind::ComposeTexts { interview: apart.interview, revision },
            changes,
            undoes: None,
        };
        Ok(Op { id: op_id(&op)?, ..op })
    }
}

/// Revisions that compete to be shown.
struct Apart<'a> {
    interview: RecordId,
    /// The versions that say which revision is shown.
    heads: Vec<&'a Version>,
    latest: &'a Version,
    /// The nearest text that all were made from.
    common: RecordId,
    /// The corrections to put together, in the order of identifiers: what was put together before is
    /// taken apart, so that the outcome does not depend on what met first.
    sides: Vec<RecordId>,
}

impl<'a> Apart<'a> {
    /// `None` where nothing competes, or where one was made from another: somebody went back to an
    /// earlier text, and that is for a person to decide.
    fn of(seen: &Seen<'a>, interview: RecordId) -> Option<Apart<'a>> {
        let competing = seen.competing_revisions(interview);
        let competing: Vec<RecordId> =
            competing.into_iter().filter(|revision| !seen.is_text_gone(*revision)).collect();
        let is_before = |one: &RecordId| competing.iter().any(|other| ancestors(seen, *other).contains(one));
        if competing.len() < 2 || competing.iter().any(is_before) {
            return None;
        }
        let register = seen.register(interview, Group::InterviewCurrent)?;
        let heads: Vec<&Version> = register.heads().collect();
        let latest = *heads.last()?;
        let sides = corrections(seen, &competing);
        let common = common_ancestor(seen, &sides)?;
        Some(Apart { interview, heads, latest, common, sides })
    }
}

fn parents(seen: &Seen<'_>, revision: RecordId) -> Vec<RecordId> {
    let parents = seen.revision(revision).map(|found| found.body.parents.as_slice()).unwrap_or_default();
    parents.iter().map(|parent| parent.revision).collect()
}

/// Everything that a revision was made from, near or far, itself left out unless it is in a circle.
fn ancestors(seen: &Seen<'_>, revision: RecordId) -> BTreeSet<RecordId> {
    let mut found = BTreeSet::new();
    let mut open = parents(seen, revision);
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(parents(seen, next));
        }
    }
    found
}

/// The corrections that people made, behind those that were put together of them.
fn corrections(seen: &Seen<'_>, competing: &[RecordId]) -> Vec<RecordId> {
    let mut found = BTreeSet::new();
    let mut met = BTreeSet::new();
    let mut open = competing.to_vec();
    while let Some(next) = open.pop().filter(|_| met.len() < 10_000) {
        if !met.insert(next) {
            continue;
        }
        let made_of = seen.revision(next).filter(|one| one.body.origin == RevisionOrigin::Composed);
        let made_of: Vec<RecordId> = made_of.map(|_| parents(seen, next)).unwrap_or_default();
        if made_of.is_empty() || made_of.iter().any(|one| seen.is_text_gone(*one)) {
            found.insert(next);
        } else {
            open.extend(made_of);
        }
    }
    let before: BTreeSet<RecordId> = found.iter().flat_map(|one| ancestors(seen, *one)).collect();
    found.difference(&before).copied().collect()
}

/// The nearest of the texts that all were made from; the first by identifier of several.
fn common_ancestor(seen: &Seen<'_>, sides: &[RecordId]) -> Option<RecordId> {
    let mut shared = sides.iter().map(|side| ancestors(seen, *side));
    let first = shared.next().filter(|_| sides.len() > 1)?;
    let shared = shared.fold(first, |sum, other| sum.intersection(&other).copied().collect());
    let farther: BTreeSet<RecordId> = shared.iter().flat_map(|one| ancestors(seen, *one)).collect();
    shared.difference(&farther).copied().find(|one| !seen.is_text_gone(*one))
}

/// The stored edit, where one text was made from the other in one step.
fn direct_edit(seen: &Seen<'_>, from: RecordId, to: RecordId) -> Option<Arc<Edit>> {
    let body = seen.revision(to)?.body;
    body.parents.iter().find(|parent| parent.revision == from).map(|parent| Arc::clone(&parent.edit))
}

/// The corrections, and the text that they correct.
struct Sides {
    common: Arc<TextIndex>,
    /// From the common text to each side.
    edits: Vec<Arc<Edit>>,
}

impl Sides {
    /// The revision with all corrections, and its text; `None` where two of them touch.
    fn together(&self, seen: &Seen<'_>, apart: &Apart<'_>) -> Option<(RevisionBody, String)> {
        let text = self.all_but(None)?.apply(self.common.text()).ok()?;
        let missing = |(place, edit): (usize, &Arc<Edit>)| {
            rebase(edit, &self.all_but(Some(place))?).map(|(missing, _)| Arc::new(missing))
        };
        let missing: Vec<Arc<Edit>> = self.edits.iter().enumerate().map(missing).collect::<Option<_>>()?;
        let telling = self.telling(seen, apart);
        let turns = map_turns(&seen.turns(apart.sides[telling]), &missing[telling]);
        let parents = apart.sides.iter().zip(missing);
        let body = RevisionBody {
            interview: apart.interview,
            parents: parents.map(|(side, edit)| Parent { revision: *side, edit }).collect(),
            text: Digest::of(text.as_bytes()),
            length: model::text::scalars(&text),
            turns: Some(trim_turns(&turns, &TextIndex::new(text.as_str()))),
            origin: RevisionOrigin::Composed,
            extra: Extra::new(),
        };
        Some((body, text))
    }

    /// All corrections in one edit of the common text, but perhaps one.
    fn all_but(&self, left_out: Option<usize>) -> Option<Edit> {
        let mut others = self.edits.iter().enumerate().filter(|(place, _)| Some(*place) != left_out);
        others.try_fold(Edit::default(), |sum, (_, edit)| merge_edits(&sum, edit))
    }

    /// The side whose turns are kept: one that changed who speaks where, beyond what its edit does.
    fn telling(&self, seen: &Seen<'_>, apart: &Apart<'_>) -> usize {
        let common = seen.turns(apart.common);
        let tells = |(side, edit): (&RecordId, &Arc<Edit>)| {
            let key = |turn: &Turn| (turn.speaker.clone(), turn.start, turn.end);
            let Ok(text) = edit.apply(self.common.text()).map(TextIndex::new) else { return false };
            let carried = trim_turns(&map_turns(&common, edit), &text);
            let own = trim_turns(&seen.turns(*side), &text);
            !own.iter().map(key).eq(carried.iter().map(key))
        };
        apart.sides.iter().zip(&self.edits).position(tells).unwrap_or_default()
    }
}

/// The identifier of a revision that follows from what it says.
fn revision_id(body: &RevisionBody) -> Result<RecordId, Failure> {
    let bytes = first_bytes::<16>(&serde_json::to_vec(body).map_err(|_| unwritable())?);
    Ok(RecordId(uuid::Builder::from_custom_bytes(bytes).into_uuid()))
}

/// The identifier of an operation that follows from what it does.
fn op_id(op: &Op) -> Result<OpId, Failure> {
    let bytes = first_bytes::<10>(&op.payload().map_err(|_| unwritable())?);
    let Timestamp(at) = op.at;
    let at = u64::try_from(at).unwrap_or_default();
    Ok(OpId(uuid::Builder::from_unix_timestamp_millis(at, &bytes).into_uuid()))
}

fn first_bytes<const N: usize>(of: &[u8]) -> [u8; N] {
    let digest = Digest::of(of).0;
    std::array::from_fn(|place| digest[place])
}

/// Identifiers, numbers and texts can always be written as JSON.
fn unwritable() -> Failure {
    Failure::Payload { op: OpId(uuid::Uuid::nil()) }
}

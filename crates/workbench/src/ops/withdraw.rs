//! Words that leave the study for ever: those of a participant who withdraws, and those of a text that
//! was masked since.

use super::codings::Page;
use super::masking::Masking;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::texts::Pages;
use model::basis::Basis;
use model::op::{After, OpKind};
use model::purge::PurgeItem;
use model::study::Interview;
use model::text::{Edit, TextIndex, map_turns, normalise, trim_turns};
use model::value::{
    Extra, Group, Inclusion, InterviewCurrent, InterviewName, InterviewSpeakers, Kind, Parent,
    ParticipantStatus, RevisionBody, RevisionOrigin, Speaker, Value,
};
use model::{OpId, RecordId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where a participant's words are.
#[derive(Debug, Default)]
pub(crate) struct Traces {
    /// The participant, and the records that say the same person: united with it, or taken in and undone.
    pub persons: BTreeSet<RecordId>,
    /// Interviews in which nobody else is interviewed, and those that were taken in and undone.
    pub alone: BTreeSet<RecordId>,
    /// Interviews in which others speak too.
    pub shared: BTreeSet<RecordId>,
    /// What the person is called.
    pub names: BTreeSet<String>,
}

/// The withdrawal of a participant: their words leave this file, and every copy that it is merged into.
/// Where others speak too a text without theirs takes the place of the one that goes.
pub(crate) fn withdraw(
    mut draft: Draft<'_>,
    participant: RecordId,
    traces: &Traces,
    pages: &Pages,
) -> Result<Drafted, Failure> {
    draft.alive(participant, Kind::Participant)?;
    let participant = draft.seen.resolve(participant);
    let mut items: BTreeSet<PurgeItem> =
        traces.persons.iter().chain(&traces.alone).copied().map(PurgeItem::Withdrawn).collect();
    for interview in &traces.shared {
        if let Some(page) = pages.get(*interview) {
            items.extend(mask_speaker(&mut draft, &page, traces)?);
        }
    }
    draft.set(participant, ParticipantStatus::new(String::new(), Inclusion::Withdrawn));
    let items = items.into_iter().collect();
    Ok(draft.done(OpKind::Purge { record: participant, items }, Vec::new()))
}

/// Gives an interview a text without somebody's words, and says what of it is forgotten.
fn mask_speaker(draft: &mut Draft<'_>, page: &Page<'_>, traces: &Traces) -> Result<Vec<PurgeItem>, Failure> {
    let known = draft.seen.interview(page.interview).ok_or(Failure::Deleted { record: page.interview })?;
    let is_theirs = |speaker: &&Speaker| {
        speaker.participant.is_some_and(|one| traces.persons.contains(&draft.seen.resolve(one)))
    };
    let theirs = known.speakers.iter().filter(is_theirs);
    let labels: BTreeSet<&str> = theirs.map(|speaker| speaker.label.as_str()).collect();
    let others = known.speakers.iter().filter(|speaker| !is_theirs(speaker)).cloned().collect();
    let masking = Masking::new(page.text, &known.turns, &labels, &traces.names);
    let (body, text) = masked_body(page, &known, &masking)?;
    let anew = [Group::InterviewSpeakers, Group::InterviewName];
    let mut items = versions(draft, &known, &anew);
    items.extend(versions(draft, &known, &[Group::InterviewSource]));
    say_again(draft, known.id, &items, &anew);
    draft.set(known.id, InterviewSpeakers::new(others));
    draft.set(known.id, InterviewName::new(masking.without_names(known.name)));
    for coding in draft.seen.codings_in(known.id, &Basis::everything()) {
        if masking.takes_all_of(coding.place) {
            draft.delete(coding.id);
        }
    }
    let revision = draft.new_record();
    draft.keep(text.into_bytes());
    draft.set_new(revision, Box::new(body));
    let current = InterviewCurrent::new(revision);
    draft.settle(known.id, Group::InterviewCurrent.into(), After::Set(current.into()));
    let older = draft.seen.revisions_of(known.id).into_iter().map(|one| one.id);
    let older = older.map(|older| PurgeItem::Forgotten { revision: older, masked: revision });
    Ok(older.chain(items).collect())
}

fn masked_body(
    page: &Page<'_>,
    known: &Interview<'_>,
    masking: &Masking<'_>,
) -> Result<(RevisionBody, String), Failure> {
    let mut edit = masking.edit()?;
    let mut text = edit.apply(page.text.text())?;
    let normal = normalise(&text).text;
    if normal != text {
        // Where words went, two letters met and became one.
        edit = Edit::between(page.text.text(), &normal);
        text = normal;
    }
    let others: Vec<_> = known.turns.iter().filter(|turn| !masking.takes_turn(turn)).cloned().collect();
    let turns = trim_turns(&map_turns(&others, &edit), &TextIndex::new(text.as_str()));
    let body = RevisionBody {
        interview: known.id,
        parents: vec![Parent { revision: page.revision, edit: Arc::new(edit) }],
        text: model::Digest::of(text.as_bytes()),
        length: model::text::scalars(&text),
        turns: Some(turns),
        origin: RevisionOrigin::Masked,
        extra: Extra::new(),
    };
    Ok((body, text))
}

/// Every version of some fields of an interview, and of those that were united with it.
fn versions(draft: &Draft<'_>, known: &Interview<'_>, groups: &[Group]) -> Vec<PurgeItem> {
    let mut items = Vec::new();
    for (record, found) in draft.seen.records_of(Kind::Interview) {
        if draft.seen.resolve(record) != known.id {
            continue;
        }
        let registers = groups.iter().filter_map(|group| found.register((*group).into()));
        let versions = registers.flat_map(model::register::Register::versions);
        items.extend(versions.map(|version| PurgeItem::Version { record, op: version.stamp.op }));
    }
    items
}

/// An operation that is forgotten said more of the record than what must be forgotten: the rest is said
/// again, but for the fields that are set anew anyway.
fn say_again(draft: &mut Draft<'_>, record: RecordId, items: &[PurgeItem], anew: &[Group]) {
    let forgotten: BTreeSet<OpId> = items
        .iter()
        .filter_map(|item| match item {
            PurgeItem::Version { record: of, op } if *of == record => Some(*op),
            _ => None,
        })
        .collect();
    let Some(found) = draft.seen.record(record) else { return };
    let lost = found.fields().filter_map(|(field, register)| {
        let current = register.current().filter(|version| forgotten.contains(&version.stamp.op))?;
        let value = current.value.clone().filter(|value| *value != value.blank())?;
        let stays = field.group != Group::InterviewSource && !anew.contains(&field.group);
        stays.then_some(value)
    });
    let lost: Vec<Value> = lost.collect();
    lost.into_iter().for_each(|value| draft.set(record, value));
}

/// Forgets the texts of an interview from before its current, masked revision, with the file that it came
/// from and the names that it and its participants had before.
pub(crate) fn forget_unmasked(mut draft: Draft<'_>, interview: RecordId) -> Result<Drafted, Failure> {
    draft.alive(interview, Kind::Interview)?;
    let known = draft.seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
    let Some(masked) = known.revision else { return Err(Failure::Nothing) };
    let older = draft.seen.revisions_of(known.id).into_iter().map(|revision| revision.id);
    let older: Vec<RecordId> = older.filter(|id| *id != masked && !draft.seen.is_text_gone(*id)).collect();
    if older.is_empty() {
        return Err(Failure::Nothing);
    }
    let mut items = versions(&draft, &known, &[Group::InterviewSource]);
    items.extend(earlier(&draft, known.id, Group::InterviewName));
    items.extend(earlier(&draft, known.id, Group::InterviewSpeakers));
    for participant in known.participants() {
        items.extend(earlier(&draft, draft.seen.resolve(participant), Group::ParticipantName));
    }
    say_again(&mut draft, known.id, &items, &[]);
    items.extend(older.into_iter().map(|revision| PurgeItem::Forgotten { revision, masked }));
    Ok(draft.done(OpKind::Purge { record: known.id, items }, Vec::new()))
}

/// The versions of a field that something has replaced.
fn earlier(draft: &Draft<'_>, record: RecordId, group: Group) -> Vec<PurgeItem> {
    let Some(register) = draft.seen.register(record, group) else { return Vec::new() };
    let heads = register.all_heads();
    let earlier = register.versions().iter().map(|version| version.stamp.op).filter(|op| !heads.contains(op));
    earlier.map(|op| PurgeItem::Version { record, op }).collect()
}

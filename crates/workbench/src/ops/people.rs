//! Operations on the study, its members, participants and guide.

use super::codes::tidy;
use crate::command::{ParticipantRow, StudyEdit};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::op::OpKind;
use model::order::OrderKey;
use model::value::{
    AttributeDefinition, AttributeKind, AttributeValue, Group, GuideText, Inclusion, Kind, Language,
    MemberName, MemberRole, Method, ParticipantAttribute, ParticipantName, ParticipantStatus, Role,
    StudyMethod, StudyQuestion, StudySettings, StudyStopWords, StudyTitle, Value,
};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The first operation of a project: the study and its members. Its author is the first of them.
pub(crate) fn create(
    mut draft: Draft<'_>,
    title: &str,
    language: Language,
    members: &[(RecordId, String, Role)],
) -> Result<Drafted, Failure> {
    let study = draft.new_record();
    draft.set_new(study, StudyTitle::new(tidy(title)?));
    draft.set_new(study, StudyMethod::new(Method::Grounded));
    let prefix = if language == Language::French { "EMG" } else { "P" };
    draft.set_new(study, StudySettings::new(prefix.to_owned(), language));
    for (member, name, role) in members {
        draft.set_new(*member, MemberName::new(tidy(name)?));
        draft.set_new(*member, MemberRole::new(*role));
    }
    let made = std::iter::once(study).chain(members.iter().map(|(member, _, _)| *member)).collect();
    Ok(draft.done(OpKind::CreateStudy { study }, made))
}

pub(crate) fn edit_study(mut draft: Draft<'_>, edit: &StudyEdit) -> Result<Drafted, Failure> {
    let Some(facts) = draft.seen.study_facts() else { return Err(Failure::Nothing) };
    let study = facts.id;
    let (title, question, method) = (facts.title.to_owned(), facts.question.to_owned(), facts.method);
    let (prefix, language) = (facts.participant_prefix.to_owned(), facts.language);
    let stop_words = facts.stop_words.to_owned();
    if let Some(new) = edit.title.as_deref().filter(|new| *new != title) {
        draft.set(study, StudyTitle::new(tidy(new)?));
    }
    if let Some(new) = edit.question.as_deref().filter(|new| *new != question) {
        draft.set(study, StudyQuestion::new(new.trim().to_owned()));
    }
    if let Some(new) = edit.method.filter(|new| *new != method) {
        draft.set(study, StudyMethod::new(new));
    }
    if let Some(new) = edit.participant_prefix.as_deref().filter(|new| *new != prefix) {
        draft.set(study, StudySettings::new(new.trim().to_owned(), language));
    }
    if let Some(new) = edit.stop_words.as_deref().filter(|new| *new != stop_words) {
        draft.set(study, StudyStopWords::new(new.trim().to_owned()));
    }
    some(draft, OpKind::EditStudy { study })
}

fn some(draft: Draft<'_>, kind: OpKind) -> Result<Drafted, Failure> {
    if draft.is_empty() { Err(Failure::Nothing) } else { Ok(draft.done(kind, Vec::new())) }
}

/// The record that stands for this one now: one that was united with another leads to it.
fn standing(draft: &Draft<'_>, record: RecordId, kind: Kind) -> Result<RecordId, Failure> {
    draft.alive(record, kind)?;
    let stands = draft.seen.resolve(record);
    draft.alive(stands, kind)?;
    Ok(stands)
}

pub(crate) fn add_member(mut draft: Draft<'_>, name: &str, role: Role) -> Result<Drafted, Failure> {
    let member = new_member(&mut draft, name, role)?;
    Ok(draft.done(OpKind::AddMember { member }, vec![member]))
}

/// Adds a new member to a draft.
pub(crate) fn new_member(draft: &mut Draft<'_>, name: &str, role: Role) -> Result<RecordId, Failure> {
    let name = tidy(name)?;
    let member = draft.new_record();
    draft.set_new(member, MemberName::new(name));
    draft.set_new(member, MemberRole::new(role));
    Ok(member)
}

pub(crate) fn edit_member(
    mut draft: Draft<'_>,
    member: RecordId,
    name: &str,
    role: Role,
) -> Result<Drafted, Failure> {
    let member = standing(&draft, member, Kind::Member)?;
    let known = draft.seen.member(member).map(|known| (known.name.to_owned(), known.role));
    let name = tidy(name)?;
    if known.as_ref().is_none_or(|(known, _)| *known != name) {
        draft.set(member, MemberName::new(name));
    }
    if known.is_none_or(|(_, known)| known != role) {
        draft.set(member, MemberRole::new(role));
    }
    some(draft, OpKind::EditMember { member })
}

pub(crate) fn add_participant(mut draft: Draft<'_>, name: &str) -> Result<Drafted, Failure> {
    let participant = new_participant(&mut draft, name)?;
    Ok(draft.done(OpKind::AddParticipant { participant }, vec![participant]))
}

/// Adds a new participant to a draft.
pub(crate) fn new_participant(draft: &mut Draft<'_>, name: &str) -> Result<RecordId, Failure> {
    let name = tidy(name)?;
    let participant = draft.new_record();
    draft.set_new(participant, ParticipantName::new(name));
    Ok(participant)
}

pub(crate) fn edit_participant(
    mut draft: Draft<'_>,
    participant: RecordId,
    name: &str,
    status: Inclusion,
    reason: &str,
) -> Result<Drafted, Failure> {
    let participant = standing(&draft, participant, Kind::Participant)?;
    let known = draft.seen.participant(participant).map(|known| (known.name.to_owned(), known.status));
    let withdrawn = known.as_ref().is_some_and(|(_, status)| *status == Inclusion::Withdrawn);
    // A withdrawal takes the words away with it; it is no mere mark.
    if withdrawn || status == Inclusion::Withdrawn {
        return Err(Failure::Withdrawn);
    }
    let name = tidy(name)?;
    if known.as_ref().is_none_or(|(known, _)| *known != name) {
        draft.set(participant, ParticipantName::new(name));
    }
    let status = ParticipantStatus::new(reason.trim().to_owned(), status);
    let was = match draft.seen.record(participant).and_then(|record| record.value(Group::ParticipantStatus)) {
        Some(Value::ParticipantStatus(body)) => body.clone(),
        _ => ParticipantStatus::new(String::new(), Inclusion::Included),
    };
    if was != status {
        draft.set(participant, status);
    }
    some(draft, OpKind::EditParticipant { participant })
}

pub(crate) fn add_attribute(
    mut draft: Draft<'_>,
    name: &str,
    kind: AttributeKind,
    choices: Vec<String>,
) -> Result<Drafted, Failure> {
    let attribute = new_attribute(&mut draft, name, kind, choices, None)?;
    Ok(draft.done(OpKind::AddAttribute { attribute }, vec![attribute]))
}

/// Changes a column; values that no longer fit stay as they were written.
pub(crate) fn edit_attribute(
    mut draft: Draft<'_>,
    attribute: RecordId,
    name: &str,
    kind: AttributeKind,
    choices: Vec<String>,
) -> Result<Drafted, Failure> {
    draft.alive(attribute, Kind::Attribute)?;
    let name = tidy(name)?;
    let known = draft.seen.attributes();
    let same = known.iter().find(|one| one.id != attribute && one.name.to_lowercase() == name.to_lowercase());
    if let Some(same) = same {
        return Err(Failure::SameName { name, code: same.id });
    }
    let known = known.iter().find(|one| one.id == attribute);
    if known.is_some_and(|known| known.name == name && known.kind == kind && known.choices == choices) {
        return Err(Failure::Nothing);
    }
    let order = known.map_or_else(OrderKey::default, |known| known.order.clone());
    draft.set(attribute, AttributeDefinition::new(name, choices, kind, order));
    Ok(draft.done(OpKind::EditAttribute { attribute }, Vec::new()))
}

pub(crate) fn remove_attribute(mut draft: Draft<'_>, attribute: RecordId) -> Result<Drafted, Failure> {
    draft.alive(attribute, Kind::Attribute)?;
    draft.delete(attribute);
    Ok(draft.done(OpKind::RemoveAttribute { attribute }, Vec::new()))
}

/// Takes a participant away who speaks nowhere: one who does is excluded, or withdrawn for good.
pub(crate) fn remove_participant(mut draft: Draft<'_>, participant: RecordId) -> Result<Drafted, Failure> {
    let participant = standing(&draft, participant, Kind::Participant)?;
    let seen = draft.seen.clone();
    let speaks = |id: &RecordId| seen.resolve(*id) == participant;
    if let Some(interview) = seen.interviews().iter().find(|one| one.participants().iter().any(speaks)) {
        return Err(Failure::Speaks { interview: interview.id });
    }
    draft.delete(participant);
    Ok(draft.done(OpKind::RemoveParticipant { participant }, Vec::new()))
}

fn new_attribute(
    draft: &mut Draft<'_>,
    name: &str,
    kind: AttributeKind,
    choices: Vec<String>,
    after: Option<&OrderKey>,
) -> Result<RecordId, Failure> {
    let name = tidy(name)?;
    let known = draft.seen.attributes();
    if let Some(same) = known.iter().find(|known| known.name.to_lowercase() == name.to_lowercase()) {
        return Err(Failure::SameName { name, code: same.id });
    }
    let order = OrderKey::between(after.or(known.last().map(|last| &last.order)), None);
    let attribute = draft.new_record();
    draft.set_new(attribute, AttributeDefinition::new(name, choices, kind, order));
    Ok(attribute)
}

pub(crate) fn set_attribute(
    mut draft: Draft<'_>,
    participant: RecordId,
    attribute: RecordId,
    value: Option<AttributeValue>,
) -> Result<Drafted, Failure> {
    let participant = standing(&draft, participant, Kind::Participant)?;
    draft.alive(attribute, Kind::Attribute)?;
    let known = draft.seen.participant(participant);
    let known = known.and_then(|known| known.attributes.into_iter().find(|(id, _)| *id == attribute));
    if known.map(|(_, value)| value) == value.as_ref() {
        return Err(Failure::Nothing);
    }
    draft.set(participant, ParticipantAttribute::new(value, attribute));
    Ok(draft.done(OpKind::EditParticipant { participant }, Vec::new()))
}

/// A column whose every value is a number is a number; everything else is text.
fn kind_of(rows: &[ParticipantRow], heading: &str) -> AttributeKind {
    let values = rows
        .iter()
        .flat_map(|row| &row.attributes)
        .filter(|(name, value)| name == heading && !value.is_empty());
    let mut values = values.map(|(_, value)| value).peekable();
    let any = values.peek().is_some();
    if any && values.all(|value| number(value).is_some()) {
        AttributeKind::Number
    } else {
        AttributeKind::Text
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())
}

pub(crate) fn import_participants(mut draft: Draft<'_>, rows: &[ParticipantRow]) -> Result<Drafted, Failure> {
    let mut columns: HashMap<String, (RecordId, AttributeKind)> = draft
        .seen
        .attributes()
        .iter()
        .map(|known| (known.name.to_lowercase(), (known.id, known.kind)))
        .collect();
    let mut last = draft.seen.attributes().last().map(|last| last.order.clone());
    let mut made = Vec::new();
    for (heading, _) in rows.iter().flat_map(|row| &row.attributes) {
        if let Entry::Vacant(column) = columns.entry(heading.to_lowercase()) {
            let kind = kind_of(rows, heading);
            let order = OrderKey::between(last.as_ref(), None);
            let id = new_attribute(&mut draft, heading, kind, Vec::new(), last.as_ref())?;
            last = Some(order);
            column.insert((id, kind));
            made.push(id);
        }
    }
    for row in rows {
        import_participant(&mut draft, row, &columns, &mut made)?;
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    let participants = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    Ok(draft.done(OpKind::ImportParticipants { participants }, made))
}

fn import_participant(
    draft: &mut Draft<'_>,
    row: &ParticipantRow,
    columns: &HashMap<String, (RecordId, AttributeKind)>,
    made: &mut Vec<RecordId>,
) -> Result<(), Failure> {
    let known = draft
        .seen
        .participants()
        .into_iter()
        .find(|known| known.name.to_lowercase() == row.name.to_lowercase());
    let known_values: HashMap<RecordId, AttributeValue> =
        known.iter().flat_map(|known| &known.attributes).map(|(id, value)| (*id, (*value).clone())).collect();
    let participant = match &known {
        Some(known) => known.id,
        None => {
            let id = new_participant(draft, &row.name)?;
            made.push(id);
            id
        }
    };
    for (heading, text) in &row.attributes {
        let Some((attribute, kind)) = columns.get(&heading.to_lowercase()) else { continue };
        let value = match kind {
            _ if text.trim().is_empty() => continue,
            AttributeKind::Number => number(text)
                .map_or_else(|| AttributeValue::Text(text.trim().to_owned()), AttributeValue::Number),
            _ => AttributeValue::Text(text.trim().to_owned()),
        };
        if known_values.get(attribute) != Some(&value) {
            draft.set(participant, ParticipantAttribute::new(Some(value), *attribute));
        }
    }
    Ok(())
}

pub(crate) fn write_guide(mut draft: Draft<'_>, title: &str, text: &str) -> Result<Drafted, Failure> {
    let guide = match draft.seen.guide() {
        Some((_, known_title, known)) if (known_title, known) == (title, text) => {
            return Err(Failure::Nothing);
        }
        Some((guide, _, _)) => guide,
        None => draft.new_record(),
    };
    draft.set(guide, GuideText::new(title.to_owned(), text.to_owned()));
    Ok(draft.done(OpKind::WriteGuide { guide }, vec![guide]))
}

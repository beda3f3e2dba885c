//! What a record is called when it is spoken of: its name, or why it has none any more.

use i18n::Lang;
use model::RecordId;
use model::records::Record;
use model::study::Seen;
use model::value::{Group, Kind, Value};

/// How many characters of a text stand for it where it has no title.
const GLIMPSE: usize = 40;

/// What a record is called: the name it has, else the last one it had. Where there is none, a word says
/// whether it was erased, deleted (and by whom), or is not to be seen.
#[must_use]
pub fn record_name(lang: Lang, seen: &Seen<'_>, id: RecordId) -> String {
    let Some(record) = seen.record(id) else { return i18n::record_unknown(lang).to_owned() };
    let kind = record.kind();
    if let Some(Value::RelationEnds(ends)) = latest(record, Group::RelationEnds) {
        let end = |id| record_name(lang, seen, id);
        return format!("{} → {}", end(ends.from), end(ends.to));
    }
    if let Some(other) = stands_for(kind, record) {
        return record_name(lang, seen, other);
    }
    match name(record, kind) {
        Some(name) if !name.is_empty() => name,
        Some(_) => i18n::record_erased(lang).to_owned(),
        None => nameless(lang, seen, record),
    }
}

/// The record by whose name a record without a name of its own is known.
fn stands_for(kind: Kind, record: &Record) -> Option<RecordId> {
    let group = match kind {
        Kind::Coding => Group::CodingCode,
        Kind::Revision => Group::RevisionBody,
        Kind::Reading => Group::ReadingDone,
        Kind::Alignment => Group::AlignmentLink,
        Kind::Decision => Group::DecisionAbout,
        Kind::Visa => Group::VisaGiven,
        Kind::ReviewMark => Group::ReviewSeen,
        _ => return None,
    };
    match latest(record, group)? {
        Value::CodingCode(body) => Some(body.code),
        Value::RevisionBody(body) => Some(body.interview),
        Value::ReadingDone(body) => Some(body.interview),
        Value::AlignmentLink(body) => Some(body.first),
        Value::DecisionAbout(body) => Some(body.interview),
        Value::VisaGiven(body) => Some(body.claim),
        Value::ReviewSeen(body) => Some(body.target),
        _ => None,
    }
}

/// The value that a field has, or had last: a creation that was undone leaves none, yet it is spoken of.
fn latest(record: &Record, group: Group) -> Option<&Value> {
    let register = record.register(group.into())?;
    register.value().or_else(|| register.versions().iter().rev().find_map(|version| version.value.as_ref()))
}

fn name(record: &Record, kind: Kind) -> Option<String> {
    let group = match kind {
        Kind::Study => Group::StudyTitle,
        Kind::Member => Group::MemberName,
        Kind::Participant => Group::ParticipantName,
        Kind::Attribute => Group::AttributeDefinition,
        Kind::Guide => Group::GuideText,
        Kind::Interview => Group::InterviewName,
        Kind::Code => Group::CodeName,
        Kind::Memo => Group::MemoText,
        Kind::Round => Group::RoundSetup,
        Kind::RelationType => Group::RelationTypeDefinition,
        Kind::Theory => Group::TheoryTitle,
        Kind::Clause => Group::ClauseText,
        Kind::TheoryVersion => Group::TheoryVersionKept,
        Kind::Schema => Group::SchemaTitle,
        Kind::Query => Group::QueryAsked,
        Kind::Claim => Group::ClaimArgument,
        Kind::Alignment
        | Kind::Decision
        | Kind::Visa
        | Kind::ReviewMark
        | Kind::Coding
        | Kind::Revision
        | Kind::Reading
        | Kind::Relation
        | Kind::Unknown => return None,
    };
    match latest(record, group)? {
        Value::StudyTitle(body) => Some(body.title.clone()),
        Value::MemberName(body) => Some(body.name.clone()),
        Value::ParticipantName(body) => Some(body.name.clone()),
        Value::AttributeDefinition(body) => Some(body.name.clone()),
        Value::GuideText(body) => Some(titled(&body.title, &body.text)),
        Value::InterviewName(body) => Some(body.name.clone()),
        Value::CodeName(body) => Some(body.name.clone()),
        Value::MemoText(body) => Some(titled(&body.title, &body.body)),
        Value::RoundSetup(body) => Some(body.name.clone()),
        Value::RelationTypeDefinition(body) => Some(body.name.clone()),
        Value::TheoryTitle(body) => Some(body.title.clone()),
        Value::ClauseText(body) => Some(titled("", &body.text)),
        Value::TheoryVersionKept(body) => Some(body.name.clone()),
        Value::SchemaTitle(body) => Some(body.title.clone()),
        Value::QueryAsked(body) => Some(body.name.clone()),
        Value::ClaimArgument(body) => Some(titled("", &body.argument)),
        _ => None,
    }
}

/// A title, or the first words of what has none.
fn titled(title: &str, text: &str) -> String {
    if !title.trim().is_empty() {
        return title.to_owned();
    }
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(GLIMPSE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

fn nameless(lang: Lang, seen: &Seen<'_>, record: &Record) -> String {
    let deleted = record.register(Group::Life.into()).filter(|_| record.is_deleted());
    let by = deleted.and_then(|life| life.current()).and_then(|version| seen.member(version.author));
    match by {
        Some(member) => i18n::record_deleted_by(lang, member.name),
        None => i18n::record_unknown(lang).to_owned(),
    }
}

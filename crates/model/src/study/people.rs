//! The study itself, its members and participants, readings and memos, as they are read.

use super::Seen;
use super::interviews::natural_key;
use crate::order::OrderKey;
use crate::records::Record;
use crate::value::{
    AttributeKind, AttributeValue, Group, Inclusion, Kind, Language, MemoKind, Method, Role, Value,
};
use crate::{RecordId, Timestamp};

/// What the study says of itself.
#[derive(Clone, Debug)]
pub struct StudyFacts<'a> {
    /// The study.
    pub id: RecordId,
    /// Its title.
    pub title: &'a str,
    /// Its question.
    pub question: &'a str,
    /// Its method.
    pub method: Method,
    /// The language of its interviews.
    pub language: Language,
    /// How participants are called.
    pub participant_prefix: &'a str,
    /// Words that are left out of lists of words, as they were written; empty for those of the program.
    pub stop_words: &'a str,
}

/// A member of the team.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// The member.
    pub id: RecordId,
    /// The name.
    pub name: &'a str,
    /// The role.
    pub role: Role,
}

/// A participant.
#[derive(Clone, Debug)]
pub struct Participant<'a> {
    /// The participant.
    pub id: RecordId,
    /// The pseudonym.
    pub name: &'a str,
    /// Included, excluded or withdrawn.
    pub status: Inclusion,
    /// The attributes that have a value.
    pub attributes: Vec<(RecordId, &'a AttributeValue)>,
}

/// An attribute of participants.
#[derive(Clone, Debug)]
pub struct Attribute<'a> {
    /// The attribute.
    pub id: RecordId,
    /// The heading.
    pub name: &'a str,
    /// What values it takes.
    pub kind: AttributeKind,
    /// The values offered, where it is a choice.
    pub choices: &'a [String],
    /// Its place among the columns.
    pub order: OrderKey,
}

/// A re-reading.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The reading.
    pub id: RecordId,
    /// What was read.
    pub interview: RecordId,
    /// Who read.
    pub coder: RecordId,
    /// When.
    pub at: Timestamp,
    /// How long it took, in minutes.
    pub minutes: Option<u32>,
}

/// A memo.
#[derive(Clone, Debug)]
pub struct Memo<'a> {
    /// The memo.
    pub id: RecordId,
    /// What it is about.
    pub target: Option<RecordId>,
    /// Its sort.
    pub kind: MemoKind,
    /// Who writes it.
    pub author: RecordId,
    /// Its title.
    pub title: &'a str,
    /// Its text, in Markdown.
    pub body: &'a str,
}

impl<'a> Seen<'a> {
    /// What the study says of itself; `None` before it was set up.
    #[must_use]
    pub fn study_facts(&self) -> Option<StudyFacts<'a>> {
        let (id, record) = self.alive(Kind::Study).next()?;
        let (language, participant_prefix) = match record.value(Group::StudySettings) {
            Some(Value::StudySettings(body)) => (body.language, body.participant_prefix.as_str()),
            _ => (Language::default(), ""),
        };
        Some(StudyFacts {
            id,
            title: match record.value(Group::StudyTitle) {
                Some(Value::StudyTitle(body)) => &body.title,
                _ => "",
            },
            question: match record.value(Group::StudyQuestion) {
                Some(Value::StudyQuestion(body)) => &body.question,
                _ => "",
            },
            method: match record.value(Group::StudyMethod) {
                Some(Value::StudyMethod(body)) => body.method,
                _ => Method::default(),
            },
            language,
            participant_prefix,
            stop_words: match record.value(Group::StudyStopWords) {
                Some(Value::StudyStopWords(body)) => &body.list,
                _ => "",
            },
        })
    }

    /// A member, redirects followed; deleted ones too, for what they made stays theirs.
    #[must_use]
    pub fn member(&self, id: RecordId) -> Option<Member<'a>> {
        let id = self.resolve(id);
        let record = self.record(id).filter(|record| record.kind() == Kind::Member)?;
        Some(member(id, record))
    }

    /// The members, by name.
    #[must_use]
    pub fn members(&self) -> Vec<Member<'a>> {
        let shown = self.alive(Kind::Member).filter(|(id, _)| self.resolve(*id) == *id);
        let mut members: Vec<Member<'a>> = shown.map(|(id, record)| member(id, record)).collect();
        members.sort_by_cached_key(|member| (natural_key(member.name), member.id));
        members
    }

    pub(super) fn is_student(&self, member: RecordId) -> bool {
        self.member(member).is_some_and(|member| member.role == Role::Student)
    }

    /// A participant, redirects followed.
    #[must_use]
    pub fn participant(&self, id: RecordId) -> Option<Participant<'a>> {
        let id = self.resolve(id);
        let record =
            self.record(id).filter(|record| record.is_alive() && record.kind() == Kind::Participant)?;
        Some(self.read_participant(id, record))
    }

    fn read_participant(&self, id: RecordId, record: &'a Record) -> Participant<'a> {
        let status = match record.value(Group::ParticipantStatus) {
            Some(Value::ParticipantStatus(body)) => body.status,
            _ => Inclusion::Included,
        };
        let withdrawn = self.study.blanking.is_withdrawn(id);
        let attributes = record.values(Group::ParticipantAttribute).filter_map(|value| match value {
            Value::ParticipantAttribute(body) => body.value.as_ref().map(|value| (body.attribute, value)),
            _ => None,
        });
        Participant {
            id,
            name: match record.value(Group::ParticipantName) {
                Some(Value::ParticipantName(body)) => &body.name,
                _ => "",
            },
            status: if withdrawn { Inclusion::Withdrawn } else { status },
            attributes: attributes.collect(),
        }
    }

    /// The participants, in the natural order of names.
    #[must_use]
    pub fn participants(&self) -> Vec<Participant<'a>> {
        let shown = self.alive(Kind::Participant).filter(|(id, _)| self.resolve(*id) == *id);
        let mut people: Vec<Participant<'a>> =
            shown.map(|(id, record)| self.read_participant(id, record)).collect();
        people.sort_by_cached_key(|person| (natural_key(person.name), person.id));
        people
    }

    /// The attributes, in the order of columns.
    #[must_use]
    pub fn attributes(&self) -> Vec<Attribute<'a>> {
        let defined = self.alive(Kind::Attribute).filter_map(|(id, record)| {
            match record.value(Group::AttributeDefinition) {
                Some(Value::AttributeDefinition(body)) => Some(Attribute {
                    id,
                    name: &body.name,
                    kind: body.kind,
                    choices: &body.choices,
                    order: body.order.clone(),
                }),
                _ => None,
            }
        });
        let mut attributes: Vec<Attribute<'a>> = defined.collect();
        attributes.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
        attributes
    }

    /// The readings of all interviews, by date.
    #[must_use]
    pub fn readings(&self) -> Vec<Reading> {
        let noted =
            self.alive(Kind::Reading).filter_map(|(id, record)| match record.value(Group::ReadingDone) {
                Some(Value::ReadingDone(body)) => Some(Reading {
                    id,
                    interview: self.resolve(body.interview),
                    coder: self.resolve(body.coder),
                    at: body.at,
                    minutes: body.minutes,
                }),
                _ => None,
            });
        let mut readings: Vec<Reading> = noted.collect();
        readings.sort_by_key(|reading| (reading.at, reading.id));
        readings
    }

    /// The memos, in the order of identifiers.
    #[must_use]
    pub fn memos(&self) -> Vec<Memo<'a>> {
        let memos = self.alive(Kind::Memo).filter_map(|(id, record)| {
            let (target, kind, author) = match record.value(Group::MemoTarget) {
                Some(Value::MemoTarget(body)) => (body.target, body.kind, body.author),
                _ => return None,
            };
            let (title, body) = match record.value(Group::MemoText) {
                Some(Value::MemoText(text)) => (text.title.as_str(), text.body.as_str()),
                _ => ("", ""),
            };
            Some(Memo { id, target, kind, author: self.resolve(author), title, body })
        });
        memos.collect()
    }

    /// The interview guide's title and text, the latest where there are several.
    #[must_use]
    pub fn guide(&self) -> Option<(RecordId, &'a str, &'a str)> {
        let guides =
            self.alive(Kind::Guide).filter_map(|(id, record)| match record.value(Group::GuideText) {
                Some(Value::GuideText(body)) => {
                    record.born().map(|born| (born.stamp, (id, body.title.as_str(), body.text.as_str())))
                }
                _ => None,
            });
        guides.max_by_key(|(stamp, _)| *stamp).map(|(_, guide)| guide)
    }
}

fn member(id: RecordId, record: &Record) -> Member<'_> {
    Member {
        id,
        name: match record.value(Group::MemberName) {
            Some(Value::MemberName(body)) => &body.name,
            _ => "",
        },
        role: match record.value(Group::MemberRole) {
            Some(Value::MemberRole(body)) => body.role,
            _ => Role::default(),
        },
    }
}

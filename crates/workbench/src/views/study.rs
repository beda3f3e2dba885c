//! The study itself: question, method, team, participants, how far the work has come.

use model::RecordId;
use model::value::{AttributeKind, Inclusion, Method, Role};
use std::sync::Arc;

/// The page of the study.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StudyView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// The title.
    pub title: Arc<str>,
    /// The research question.
    pub question: Arc<str>,
    /// The method.
    pub method: Method,
    /// How participants are called.
    pub prefix: Arc<str>,
    /// The team.
    pub members: Arc<[TeamRow]>,
    /// The columns of the participants' table.
    pub columns: Arc<[ColumnView]>,
    /// The participants.
    pub participants: Arc<[ParticipantRow]>,
    /// How far the work has come, each with what it is.
    pub progress: Arc<[ProgressRow]>,
    /// The title of the interview guide.
    pub guide_title: Arc<str>,
    /// Its text.
    pub guide: Arc<str>,
}

/// One of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamRow {
    /// The member.
    pub id: RecordId,
    /// The name.
    pub name: Arc<str>,
    /// The role.
    pub role: Role,
    /// What they did: `253 extraits · 6 codages terminés`.
    pub work: Arc<str>,
    /// True for who acts now.
    pub acts: bool,
}

/// A column of the participants' table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnView {
    /// The attribute.
    pub id: RecordId,
    /// Its heading.
    pub name: Arc<str>,
    /// What values it takes.
    pub kind: AttributeKind,
    /// The values offered, for a choice.
    pub choices: Arc<[String]>,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantRow {
    /// The participant.
    pub id: RecordId,
    /// The pseudonym.
    pub name: Arc<str>,
    /// Included, excluded or withdrawn.
    pub status: Inclusion,
    /// The values, one for each column; empty where not reported.
    pub values: Arc<[String]>,
    /// The interviews in which they speak.
    pub interviews: Arc<[(RecordId, String)]>,
}

/// How far one part of the work has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressRow {
    /// What: `Codage terminé`.
    pub label: Arc<str>,
    /// How much: `6 sur 8`.
    pub value: Arc<str>,
    /// The same per thousand; `None` for a mere count.
    pub per_mille: Option<u16>,
}

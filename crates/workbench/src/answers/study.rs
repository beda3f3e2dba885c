//! A study that was just created.

use crate::engine::Engine;
use model::RecordId;
use serde::Serialize;

/// A new study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StudyAnswer {
    /// The project file.
    pub project: String,
    /// Its members, by name.
    pub members: Vec<MemberAnswer>,
}

/// A member of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberAnswer {
    /// The member.
    pub id: RecordId,
    /// The name.
    pub name: String,
    /// `student`, `coder` or `director`.
    pub role: &'static str,
}

/// What a study is made of to begin with.
#[must_use]
pub fn study(engine: &Engine) -> StudyAnswer {
    let seen = engine.seen();
    let member = |member: model::study::Member<'_>| MemberAnswer {
        id: member.id,
        name: member.name.to_owned(),
        role: member.role.as_str(),
    };
    StudyAnswer {
        project: engine.path().to_string_lossy().into_owned(),
        members: seen.members().into_iter().map(member).collect(),
    }
}

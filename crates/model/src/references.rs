//! Which records a value refers to: what dangles when they go, and what stands on what.

use crate::RecordId;
use crate::value::{Kind, Value};

impl Kind {
    /// Whether a record of this kind can refer to one of another: whoever looks for all that refers to
    /// something passes by the others, which are most of a study.
    #[must_use]
    pub fn may_refer_to(self, other: Kind) -> bool {
        let by_kind = match other {
            Kind::Member => {
                matches!(self, Kind::Member | Kind::Interview | Kind::Coding | Kind::Reading | Kind::Round)
            }
            Kind::Participant => matches!(self, Kind::Participant | Kind::Interview),
            Kind::Attribute => self == Kind::Participant,
            Kind::Interview => {
                let its_own = matches!(self, Kind::Revision | Kind::Coding | Kind::Reading | Kind::Round);
                its_own || self == Kind::Interview
            }
            Kind::Revision => matches!(self, Kind::Revision | Kind::Interview | Kind::Coding),
            Kind::Code => matches!(self, Kind::Code | Kind::Coding),
            Kind::Study | Kind::Guide | Kind::Coding | Kind::Memo | Kind::Reading | Kind::Round => false,
            Kind::Unknown => true,
        };
        // A memo is about anything; what only common groups are known of may be anything.
        by_kind || matches!(self, Kind::Memo | Kind::Unknown)
    }
}

impl Value {
    /// The records that this value refers to, in no particular order.
    #[must_use]
    pub fn references(&self) -> Vec<RecordId> {
        match self {
            Value::Redirect(body) => body.into.into_iter().collect(),
            Value::ParticipantAttribute(body) => vec![body.attribute],
            Value::InterviewSpeakers(body) => {
                body.speakers.iter().filter_map(|speaker| speaker.participant).collect()
            }
            Value::InterviewCurrent(body) => vec![body.revision],
            Value::InterviewFinished(body) => vec![body.coder],
            Value::RevisionBody(body) => {
                let parents = body.parents.iter().map(|parent| parent.revision);
                parents.chain([body.interview]).collect()
            }
            Value::CodePlace(body) => body.parent.into_iter().collect(),
            Value::CodingOrigin(body) => vec![body.interview, body.coder],
            Value::CodingAnchor(body) => vec![body.revision],
            Value::CodingCode(body) => vec![body.code],
            Value::MemoTarget(body) => body.target.into_iter().chain([body.author]).collect(),
            Value::ReadingDone(body) => vec![body.interview, body.coder],
            Value::RoundSetup(body) => body.interviews.iter().chain(&body.coders).copied().collect(),
            Value::RoundDone(body) => vec![body.coder],
            Value::Life(_)
            | Value::StudyTitle(_)
            | Value::StudyQuestion(_)
            | Value::StudyMethod(_)
            | Value::StudySettings(_)
            | Value::MemberName(_)
            | Value::MemberRole(_)
            | Value::ParticipantName(_)
            | Value::ParticipantStatus(_)
            | Value::AttributeDefinition(_)
            | Value::GuideText(_)
            | Value::InterviewName(_)
            | Value::InterviewFacts(_)
            | Value::InterviewStatus(_)
            | Value::InterviewSource(_)
            | Value::CodeName(_)
            | Value::CodeLevel(_)
            | Value::CodeColour(_)
            | Value::CodeDefinition(_)
            | Value::CodeNature(_)
            | Value::CodingComment(_)
            | Value::CodingState(_)
            | Value::MemoText(_)
            | Value::RoundOpened(_) => Vec::new(),
        }
    }
}

//! Which records a value refers to: what dangles when they go, and what stands on what.

use crate::RecordId;
use crate::value::{Ask, ClaimFrozen, Columns, Kind, QueryAsked, Value};

impl Kind {
    /// Whether a record of this kind can refer to one of another: whoever looks for all that refers to
    /// something passes by the others, which are most of a study.
    #[must_use]
    pub fn may_refer_to(self, other: Kind) -> bool {
        let by_kind = match other {
            Kind::Member => {
                let double = matches!(self, Kind::Round | Kind::Code | Kind::Decision);
                let review = matches!(self, Kind::Claim | Kind::Visa | Kind::ReviewMark);
                double
                    || review
                    || matches!(self, Kind::Member | Kind::Interview | Kind::Coding | Kind::Reading)
            }
            Kind::Participant => matches!(self, Kind::Participant | Kind::Interview),
            Kind::Attribute => matches!(self, Kind::Participant | Kind::Query),
            Kind::Interview => {
                let its_own = matches!(self, Kind::Revision | Kind::Coding | Kind::Reading | Kind::Round);
                its_own || matches!(self, Kind::Interview | Kind::Code | Kind::Decision | Kind::Claim)
            }
            Kind::Revision => matches!(self, Kind::Revision | Kind::Interview | Kind::Coding | Kind::Round),
            Kind::Code => {
                let thought = matches!(self, Kind::Relation | Kind::Clause | Kind::Schema | Kind::Query);
                thought || matches!(self, Kind::Code | Kind::Coding | Kind::Alignment)
            }
            Kind::Coding => matches!(self, Kind::Code | Kind::Relation | Kind::Decision),
            Kind::Relation => matches!(self, Kind::Clause | Kind::Schema),
            Kind::RelationType => self == Kind::Relation,
            Kind::Theory => matches!(self, Kind::Clause | Kind::TheoryVersion),
            Kind::Clause => self == Kind::TheoryVersion,
            Kind::Round => self == Kind::Code,
            Kind::Decision => self == Kind::Coding,
            Kind::Claim => self == Kind::Visa,
            Kind::Visa | Kind::ReviewMark => false,
            Kind::Study | Kind::Guide | Kind::Memo | Kind::Reading | Kind::Alignment => false,
            Kind::TheoryVersion | Kind::Schema | Kind::Query => false,
            Kind::Unknown => true,
        };
        // A memo is about anything, and anything may be looked at; what only common groups are known of may be anything.
        by_kind || matches!(self, Kind::Memo | Kind::ReviewMark | Kind::Unknown)
    }
}

impl Value {
    /// The records that this value refers to, in no particular order.
    #[must_use]
    #[allow(clippy::too_many_lines)] // one arm for each value, so that the compiler finds the one left out
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
            Value::RoundPacket(body) => {
                let texts = body.texts.iter().flat_map(|(interview, revision)| [*interview, *revision]);
                texts.chain([body.coder]).collect()
            }
            Value::CodeBook(body) => body.coder.into_iter().chain(body.round).collect(),
            // What was taken back no longer speaks of anything.
            Value::AlignmentLink(body) if body.relation.is_none() => Vec::new(),
            Value::AlignmentLink(body) => body.second.into_iter().chain([body.first]).collect(),
            Value::DecisionAbout(body) => body.coders.iter().copied().chain([body.interview]).collect(),
            Value::DecisionOutcome(body) => {
                body.agreed.iter().chain(&body.present).chain(&body.arbiter).copied().collect()
            }
            Value::CodingAgreed(body) => body.coders.iter().copied().chain([body.decision]).collect(),
            Value::InterviewReconciled(body) => body.coders.iter().chain(&body.present).copied().collect(),
            Value::MemoText(body) => crate::links::targets(&body.body),
            Value::CodeDensity(body) => body.enriched_by.into_iter().collect(),
            // A passage that no longer speaks for or against anything is referred to no longer.
            Value::CodeEvidence(body) => body.stance.map(|_| body.coding).into_iter().collect(),
            Value::RelationEvidence(body) => body.stance.map(|_| body.coding).into_iter().collect(),
            Value::CodingPosition(body) => body.at.map(|_| body.property).into_iter().collect(),
            Value::RelationEnds(body) => vec![body.from, body.to],
            Value::RelationNature(body) => body.custom.into_iter().collect(),
            Value::ClausePlace(body) => vec![body.theory],
            Value::ClauseLinks(body) => body.categories.iter().chain(&body.relations).copied().collect(),
            Value::TheoryVersionKept(body) => {
                body.clauses.iter().map(|kept| kept.clause).chain([body.theory]).collect()
            }
            Value::SchemaNode(body) => body.at.map(|_| body.code).into_iter().collect(),
            Value::SchemaArrow(body) => vec![body.relation],
            Value::QueryAsked(body) => asked_of(body),
            Value::ClaimFrozen(body) => claimed(body),
            Value::VisaGiven(body) => vec![body.claim, body.director],
            Value::ReviewSeen(body) => vec![body.target, body.member],
            Value::ReviewCopyGiven(body) => vec![body.director],
            Value::MemoResolved(body) => vec![body.by],
            Value::CodeOrigin(_)
            | Value::ClaimArgument(_)
            | Value::MemoShared(_)
            | Value::CodeDimension(_)
            | Value::CodeSearch(_)
            | Value::CodingReviewed(_)
            | Value::RelationTypeDefinition(_)
            | Value::TheoryTitle(_)
            | Value::ClauseText(_)
            | Value::SchemaTitle(_)
            | Value::SchemaNote(_)
            | Value::SchemaFrame(_)
            | Value::Life(_)
            | Value::StudyTitle(_)
            | Value::StudyQuestion(_)
            | Value::StudyMethod(_)
            | Value::StudySettings(_)
            | Value::StudyStopWords(_)
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
            | Value::RoundTerms(_)
            | Value::StudyReconciliation(_)
            | Value::RoundOpened(_) => Vec::new(),
        }
    }
}

/// What a claim rests on. Codes and passages may go afterwards: the claim keeps what they were called, and
/// says so itself.
fn claimed(frozen: &ClaimFrozen) -> Vec<RecordId> {
    let interviews = frozen.figures.interviews.iter().map(|one| one.interview);
    interviews.chain(frozen.directors.iter().copied()).chain([frozen.author]).collect()
}

fn asked_of(query: &QueryAsked) -> Vec<RecordId> {
    let attributes = query.filters.iter().map(|filter| filter.attribute);
    let mut found: Vec<RecordId> = match &query.ask {
        Ask::Passages { all, none, .. } => all.iter().chain(none).copied().collect(),
        Ask::Cooccurrence { codes, .. } => codes.clone(),
        Ask::Matrix { codes, columns: Columns::Attribute(attribute) } => {
            codes.iter().chain([attribute]).copied().collect()
        }
        Ask::Matrix { codes, .. } => codes.clone(),
    };
    found.extend(attributes);
    found
}

//! What leaves with a review copy, kind by kind and field by field. Each has to be decided: there is no other case.
//!
//! A director reads the present texts, what was made of them, and the reasons that they are to judge by. What could
//! tell who somebody is, and is not needed for that, stays behind.

use model::value::{
    AlignmentLink, CodeDefinition, InterviewFacts, InterviewStatus, Kind, ParticipantStatus, RoundOpened,
    RoundSetup, Value, VisaGiven,
};

/// Whether records of a kind leave at all.
pub(super) fn leaves(kind: Kind) -> bool {
    match kind {
        Kind::Study
        | Kind::Member
        | Kind::Participant
        | Kind::Interview
        | Kind::Code
        | Kind::Coding
        | Kind::Memo
        | Kind::Reading
        | Kind::Relation
        | Kind::RelationType
        | Kind::Theory
        | Kind::Clause
        | Kind::TheoryVersion
        | Kind::Schema
        | Kind::Round
        | Kind::Alignment
        | Kind::Decision
        | Kind::Claim
        | Kind::Visa
        | Kind::ReviewMark => true,
        // What is known of the participants, the guide, what was asked; the texts are put there as they are now.
        Kind::Attribute | Kind::Guide | Kind::Query | Kind::Revision | Kind::Unknown => false,
    }
}

/// A value as it leaves: as it is, without the words that are not needed, or not at all. Fields that this version of
/// the program does not know stay behind.
#[allow(clippy::too_many_lines)] // one line for each field group
pub(super) fn leaving(value: &Value) -> Option<Value> {
    let value = value.bare();
    Some(match value {
        // Words of participants: they may stand there as they were before they were masked.
        Value::CodeDefinition(body) => {
            let CodeDefinition { definition, include, exclude, example: _, extra: _ } = body;
            CodeDefinition::new(definition, include, exclude, String::new()).into()
        }
        Value::InterviewFacts(body) => InterviewFacts { place: String::new(), ..body }.into(),
        // Why somebody left or was left out.
        Value::ParticipantStatus(body) => ParticipantStatus { reason: String::new(), ..body }.into(),
        Value::InterviewStatus(body) => InterviewStatus { reason: String::new(), ..body }.into(),
        // What coders told each other.
        Value::RoundSetup(body) => RoundSetup { instructions: String::new(), ..body }.into(),
        Value::RoundOpened(body) => RoundOpened { reason: String::new(), ..body }.into(),
        Value::AlignmentLink(body) => AlignmentLink { note: String::new(), ..body }.into(),
        // The name of an e-mail or of a scanned page; it is not covered by the signature.
        Value::VisaGiven(body) => Box::new(VisaGiven { proof_name: String::new(), ..*body }).into(),
        Value::Life(_)
        | Value::Redirect(_)
        | Value::StudyTitle(_)
        | Value::StudyQuestion(_)
        | Value::StudyMethod(_)
        | Value::StudySettings(_)
        | Value::StudyReconciliation(_)
        | Value::MemberName(_)
        | Value::MemberRole(_)
        | Value::ParticipantName(_)
        | Value::InterviewName(_)
        | Value::InterviewSpeakers(_)
        | Value::InterviewFinished(_)
        | Value::InterviewReconciled(_)
        | Value::CodeName(_)
        | Value::CodePlace(_)
        | Value::CodeLevel(_)
        | Value::CodeColour(_)
        | Value::CodeNature(_)
        | Value::CodeOrigin(_)
        | Value::CodeDimension(_)
        | Value::CodeDensity(_)
        | Value::CodeSearch(_)
        | Value::CodeEvidence(_)
        | Value::CodeBook(_)
        | Value::CodingOrigin(_)
        | Value::CodingCode(_)
        | Value::CodingState(_)
        | Value::CodingPosition(_)
        | Value::CodingReviewed(_)
        | Value::CodingAgreed(_)
        | Value::MemoTarget(_)
        | Value::MemoText(_)
        | Value::MemoShared(_)
        | Value::MemoResolved(_)
        | Value::ReadingDone(_)
        | Value::RoundTerms(_)
        | Value::RoundDone(_)
        | Value::RelationEnds(_)
        | Value::RelationNature(_)
        | Value::RelationEvidence(_)
        | Value::RelationTypeDefinition(_)
        | Value::TheoryTitle(_)
        | Value::ClauseText(_)
        | Value::ClausePlace(_)
        | Value::ClauseLinks(_)
        | Value::TheoryVersionKept(_)
        | Value::SchemaTitle(_)
        | Value::SchemaNode(_)
        | Value::SchemaArrow(_)
        | Value::SchemaNote(_)
        | Value::SchemaFrame(_)
        | Value::DecisionAbout(_)
        | Value::DecisionOutcome(_)
        | Value::ClaimArgument(_)
        | Value::ClaimFrozen(_)
        | Value::ReviewSeen(_) => value,
        // Words that say nothing by themselves may be names; files, characteristics, the coders' own remarks; packets
        // and copies that others were given; what was asked; and what the present texts come with.
        Value::StudyStopWords(_)
        | Value::ParticipantAttribute(_)
        | Value::AttributeDefinition(_)
        | Value::GuideText(_)
        | Value::InterviewSource(_)
        | Value::InterviewCurrent(_)
        | Value::RevisionBody(_)
        | Value::CodingAnchor(_)
        | Value::CodingComment(_)
        | Value::RoundPacket(_)
        | Value::QueryAsked(_)
        | Value::ReviewCopyGiven(_) => return None,
    })
}

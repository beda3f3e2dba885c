//! What a change writes: one type for each field group of each kind of record.
//!
//! A record is a few *field groups*; each is set as a whole. The name under which a group is stored
//! carries the version of its body (`coding.anchor/1`): a body that changes its shape gets a new
//! version and a pure upcast from the old one, and stored payloads are never rewritten.
//! Fields that this version of the program does not know are kept in `extra` and written back.

mod bodies;
mod choices;
mod claims;
mod double_coding;
mod theory;

pub use bodies::*;
pub use choices::*;
pub use claims::*;
pub use double_coding::*;
pub use theory::*;

use crate::RecordId;
use serde::{Deserialize, Serialize};

/// The kinds of record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The study itself: one in each project.
    Study,
    /// Somebody of the project team.
    Member,
    /// Somebody who was interviewed, under a pseudonym.
    Participant,
    /// A column of the participants' table.
    Attribute,
    /// The interview guide.
    Guide,
    /// An interview.
    Interview,
    /// One state of an interview's text.
    Revision,
    /// A label, property, category or theme.
    Code,
    /// A coded passage.
    Coding,
    /// A memo.
    Memo,
    /// A re-reading.
    Reading,
    /// A round of double coding.
    Round,
    /// A relation between two categories.
    Relation,
    /// A type of relation that the team defined.
    RelationType,
    /// A theory: a statement in clauses.
    Theory,
    /// A clause of a theory.
    Clause,
    /// A state of a theory that was kept under a name.
    TheoryVersion,
    /// A drawing of categories and relations.
    Schema,
    /// A saved query.
    Query,
    /// How a code of one coder goes with a code of another.
    Alignment,
    /// What was decided of a difference between coders.
    Decision,
    /// A claim of saturation.
    Claim,
    /// What a director says of a claim.
    Visa,
    /// A mark that something was looked at.
    ReviewMark,
    /// A record of which only common groups are known.
    Unknown,
}

impl Kind {
    /// Every kind that a record of this version of the program can be.
    pub const ALL: &'static [Kind] = &[
        Kind::Study,
        Kind::Member,
        Kind::Participant,
        Kind::Attribute,
        Kind::Guide,
        Kind::Interview,
        Kind::Revision,
        Kind::Code,
        Kind::Coding,
        Kind::Memo,
        Kind::Reading,
        Kind::Round,
        Kind::Relation,
        Kind::RelationType,
        Kind::Theory,
        Kind::Clause,
        Kind::TheoryVersion,
        Kind::Schema,
        Kind::Query,
        Kind::Alignment,
        Kind::Decision,
        Kind::Claim,
        Kind::Visa,
        Kind::ReviewMark,
    ];

    /// The name of the kind in files and in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Study => "study",
            Kind::Member => "member",
            Kind::Participant => "participant",
            Kind::Attribute => "attribute",
            Kind::Guide => "guide",
            Kind::Interview => "interview",
            Kind::Revision => "revision",
            Kind::Code => "code",
            Kind::Coding => "coding",
            Kind::Memo => "memo",
            Kind::Reading => "reading",
            Kind::Round => "round",
            Kind::Relation => "relation",
            Kind::RelationType => "relation_type",
            Kind::Theory => "theory",
            Kind::Clause => "clause",
            Kind::TheoryVersion => "theory_version",
            Kind::Schema => "schema",
            Kind::Query => "query",
            Kind::Alignment => "alignment",
            Kind::Decision => "decision",
            Kind::Claim => "claim",
            Kind::Visa => "visa",
            Kind::ReviewMark => "review_mark",
            Kind::Unknown => "unknown",
        }
    }
}

/// Declares every field group once: its variant, body, stored name, and the kind of record it belongs to.
macro_rules! groups {
    ($($(#[$doc:meta])* $variant:ident($body:ty) = $name:literal / $version:literal of $kind:ident;)*) => {
        /// The name of a field group.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub enum Group {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Group {
            /// Every group, in the order of declaration.
            pub const ALL: &'static [Group] = &[$(Group::$variant,)*];

            /// The name under which the group is stored and reported, such as `code.name`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Group::$variant => $name,)* }
            }

            /// The kind of record the group belongs to; `Unknown` for the groups that all kinds share.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Group::$variant => Kind::$kind,)* }
            }
        }

        /// The value of one field group.
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
        pub enum Value {
            $($(#[$doc])* #[serde(rename = $version)] $variant($body),)*
        }

        impl Value {
            /// The group that this value belongs to.
            #[must_use]
            pub fn group(&self) -> Group {
                match self { $(Value::$variant(_) => Group::$variant,)* }
            }

            /// The same value without any word of a person: identifiers and numbers stay, texts go.
            #[must_use]
            pub fn blank(&self) -> Value {
                match self { $(Value::$variant(body) => Value::$variant(body.blank()),)* }
            }

            /// The same value without the fields that this version of the program does not know: nobody can tell
            /// what stands in them.
            #[must_use]
            pub fn bare(&self) -> Value {
                match self { $(Value::$variant(body) => Value::$variant(body.bare()),)* }
            }
        }

        $(impl From<$body> for Value {
            fn from(body: $body) -> Value { Value::$variant(body) }
        })*
    };
}

groups! {
    /// Whether the record is alive or deleted.
    Life(Life) = "life" / "life/1" of Unknown;
    /// The record into which this one was merged or with which it was united.
    Redirect(Redirect) = "redirect" / "redirect/1" of Unknown;
    /// The study's title.
    StudyTitle(StudyTitle) = "study.title" / "study.title/1" of Study;
    /// The research question.
    StudyQuestion(StudyQuestion) = "study.question" / "study.question/1" of Study;
    /// The study's method, which decides the words on the screen.
    StudyMethod(StudyMethod) = "study.method" / "study.method/1" of Study;
    /// Language and naming of participants.
    StudySettings(StudySettings) = "study.settings" / "study.settings/1" of Study;
    /// Words that are left out of lists of words.
    StudyStopWords(StudyStopWords) = "study.stop_words" / "study.stop_words/1" of Study;
    /// A member's name.
    MemberName(MemberName) = "member.name" / "member.name/1" of Member;
    /// A member's role.
    MemberRole(MemberRole) = "member.role" / "member.role/1" of Member;
    /// A participant's pseudonym.
    ParticipantName(ParticipantName) = "participant.name" / "participant.name/1" of Participant;
    /// Whether a participant is included, excluded or withdrawn.
    ParticipantStatus(ParticipantStatus) = "participant.status" / "participant.status/1" of Participant;
    /// One attribute of a participant; a field for each attribute.
    ParticipantAttribute(ParticipantAttribute) = "participant.attribute" / "participant.attribute/1" of Participant;
    /// What an attribute is called and what values it takes.
    AttributeDefinition(AttributeDefinition) = "attribute.definition" / "attribute.definition/1" of Attribute;
    /// The interview guide's text.
    GuideText(GuideText) = "guide.text" / "guide.text/1" of Guide;
    /// An interview's name.
    InterviewName(InterviewName) = "interview.name" / "interview.name/1" of Interview;
    /// Date, duration and place of an interview.
    InterviewFacts(InterviewFacts) = "interview.facts" / "interview.facts/1" of Interview;
    /// Who speaks in an interview.
    InterviewSpeakers(InterviewSpeakers) = "interview.speakers" / "interview.speakers/1" of Interview;
    /// Whether an interview is analysed.
    InterviewStatus(InterviewStatus) = "interview.status" / "interview.status/1" of Interview;
    /// Which revision of its text an interview shows.
    InterviewCurrent(InterviewCurrent) = "interview.current_revision" / "interview.current_revision/1" of Interview;
    /// The file an interview came from.
    InterviewSource(InterviewSource) = "interview.source" / "interview.source/1" of Interview;
    /// Whether one coder's coding of the interview is finished; a field for each coder.
    InterviewFinished(InterviewFinished) = "interview.finished" / "interview.finished/1" of Interview;
    /// One immutable state of an interview's text.
    RevisionBody(Box<RevisionBody>) = "revision.body" / "revision.body/1" of Revision;
    /// A code's name.
    CodeName(CodeName) = "code.name" / "code.name/1" of Code;
    /// A code's place in the tree.
    CodePlace(CodePlace) = "code.place" / "code.place/1" of Code;
    /// A code's level.
    CodeLevel(CodeLevel) = "code.level" / "code.level/1" of Code;
    /// A code's colour.
    CodeColour(CodeColour) = "code.colour" / "code.colour/1" of Code;
    /// A code's definition.
    CodeDefinition(CodeDefinition) = "code.definition" / "code.definition/1" of Code;
    /// A code's layer and origin.
    CodeNature(CodeNature) = "code.nature" / "code.nature/1" of Code;
    /// Who made a coding, in which interview and layer.
    CodingOrigin(CodingOrigin) = "coding.origin" / "coding.origin/1" of Coding;
    /// The passage of a coding.
    CodingAnchor(Box<CodingAnchor>) = "coding.anchor" / "coding.anchor/1" of Coding;
    /// The code of a coding.
    CodingCode(CodingCode) = "coding.code" / "coding.code/1" of Coding;
    /// A comment on a coding.
    CodingComment(CodingComment) = "coding.comment" / "coding.comment/1" of Coding;
    /// Whether a coding is settled.
    CodingState(CodingState) = "coding.state" / "coding.state/1" of Coding;
    /// What a memo is about.
    MemoTarget(MemoTarget) = "memo.target" / "memo.target/1" of Memo;
    /// A memo's text.
    MemoText(MemoText) = "memo.text" / "memo.text/1" of Memo;
    /// One re-reading of an interview.
    ReadingDone(ReadingDone) = "reading.done" / "reading.done/1" of Reading;
    /// What a round of double coding covers.
    RoundSetup(RoundSetup) = "round.setup" / "round.setup/1" of Round;
    /// One coder's declaration that a round is done; a field for each coder.
    RoundDone(RoundDone) = "round.done" / "round.done/1" of Round;
    /// The opening of a round: from then on everybody sees everything.
    RoundOpened(RoundOpened) = "round.opened" / "round.opened/1" of Round;
    /// A code's origin: emergent, or from a reading grid.
    CodeOrigin(CodeOrigin) = "code.origin" / "code.origin/1" of Code;
    /// The dimension of a property.
    CodeDimension(CodeDimension) = "code.dimension" / "code.dimension/1" of Code;
    /// Whether a category is dense.
    CodeDensity(CodeDensity) = "code.density" / "code.density/1" of Code;
    /// The search for negative cases of a category.
    CodeSearch(CodeSearch) = "code.search" / "code.search/1" of Code;
    /// A passage that speaks for or against a code; a field for each passage.
    CodeEvidence(CodeEvidence) = "code.evidence" / "code.evidence/1" of Code;
    /// Where a coded passage stands on a dimension; a field for each property.
    CodingPosition(CodingPosition) = "coding.position" / "coding.position/1" of Coding;
    /// The second look at a coding after its code was defined anew.
    CodingReviewed(CodingReviewed) = "coding.reviewed" / "coding.reviewed/1" of Coding;
    /// What a relation leads from and to.
    RelationEnds(RelationEnds) = "relation.ends" / "relation.ends/1" of Relation;
    /// A relation's type.
    RelationNature(RelationNature) = "relation.nature" / "relation.nature/1" of Relation;
    /// A passage that speaks for or against a relation; a field for each passage.
    RelationEvidence(RelationEvidence) = "relation.evidence" / "relation.evidence/1" of Relation;
    /// A type of relation that the team defined.
    RelationTypeDefinition(RelationTypeDefinition) = "relation_type.definition" / "relation_type.definition/1" of RelationType;
    /// A theory's title.
    TheoryTitle(TheoryTitle) = "theory.title" / "theory.title/1" of Theory;
    /// A clause's words.
    ClauseText(ClauseText) = "clause.text" / "clause.text/1" of Clause;
    /// Which theory a clause belongs to, and its place there.
    ClausePlace(ClausePlace) = "clause.place" / "clause.place/1" of Clause;
    /// The categories and relations that a clause rests on.
    ClauseLinks(ClauseLinks) = "clause.links" / "clause.links/1" of Clause;
    /// A state of a theory that was kept.
    TheoryVersionKept(TheoryVersionKept) = "theory_version.kept" / "theory_version.kept/1" of TheoryVersion;
    /// A schema's title.
    SchemaTitle(SchemaTitle) = "schema.title" / "schema.title/1" of Schema;
    /// Where a code stands in a schema; a field for each code.
    SchemaNode(SchemaNode) = "schema.node" / "schema.node/1" of Schema;
    /// How a relation is drawn in a schema; a field for each relation.
    SchemaArrow(SchemaArrow) = "schema.arrow" / "schema.arrow/1" of Schema;
    /// A note on a schema; a field for each note.
    SchemaNote(SchemaNote) = "schema.note" / "schema.note/1" of Schema;
    /// A frame around nodes of a schema; a field for each frame.
    SchemaFrame(SchemaFrame) = "schema.frame" / "schema.frame/1" of Schema;
    /// A saved query.
    QueryAsked(QueryAsked) = "query.asked" / "query.asked/1" of Query;
    /// What the coders of a round start from, and how they will be compared.
    RoundTerms(RoundTerms) = "round.terms" / "round.terms/1" of Round;
    /// A packet that was given to a coder; a field for each packet.
    RoundPacket(RoundPacket) = "round.packet" / "round.packet/1" of Round;
    /// In whose book a code stands.
    CodeBook(CodeBook) = "code.book" / "code.book/1" of Code;
    /// Two codes and how they go together.
    AlignmentLink(AlignmentLink) = "alignment.link" / "alignment.link/1" of Alignment;
    /// The difference that a decision is about.
    DecisionAbout(DecisionAbout) = "decision.about" / "decision.about/1" of Decision;
    /// What was decided.
    DecisionOutcome(DecisionOutcome) = "decision.outcome" / "decision.outcome/1" of Decision;
    /// The mark of a coding that was agreed on.
    CodingAgreed(CodingAgreed) = "coding.agreed" / "coding.agreed/1" of Coding;
    /// Whether the differences in an interview are settled.
    InterviewReconciled(InterviewReconciled) = "interview.reconciled" / "interview.reconciled/1" of Interview;
    /// How differences are reconciled in the study.
    StudyReconciliation(StudyReconciliation) = "study.reconciliation" / "study.reconciliation/1" of Study;
    /// The argument of a claim.
    ClaimArgument(ClaimArgument) = "claim.argument" / "claim.argument/1" of Claim;
    /// A claim as it was made.
    ClaimFrozen(Box<ClaimFrozen>) = "claim.frozen" / "claim.frozen/1" of Claim;
    /// What a director says of a claim.
    VisaGiven(Box<VisaGiven>) = "visa.given" / "visa.given/1" of Visa;
    /// What was looked at, and in which state.
    ReviewSeen(ReviewSeen) = "review_mark.seen" / "review_mark.seen/1" of ReviewMark;
    /// A copy that was made for a director: its record names the copy.
    ReviewCopyGiven(ReviewCopyGiven) = "review_mark.copy" / "review_mark.copy/1" of ReviewMark;
    /// Whether a memo is shown to the directors.
    MemoShared(MemoShared) = "memo.shared" / "memo.shared/1" of Memo;
    /// Whether a thread is resolved.
    MemoResolved(MemoResolved) = "memo.resolved" / "memo.resolved/1" of Memo;
}

impl Value {
    /// The key that tells apart several fields of the same group in one record, where there are any.
    #[must_use]
    pub fn key(&self) -> Option<RecordId> {
        match self {
            Value::ParticipantAttribute(body) => Some(body.attribute),
            Value::InterviewFinished(body) => Some(body.coder),
            Value::RoundDone(body) => Some(body.coder),
            Value::CodeEvidence(body) => Some(body.coding),
            Value::RelationEvidence(body) => Some(body.coding),
            Value::CodingPosition(body) => Some(body.property),
            Value::SchemaNode(body) => Some(body.code),
            Value::SchemaArrow(body) => Some(body.relation),
            Value::SchemaNote(body) => Some(body.note),
            Value::SchemaFrame(body) => Some(body.frame),
            Value::RoundPacket(body) => Some(body.packet),
            _ => None,
        }
    }

    /// The field that this value fills.
    #[must_use]
    pub fn field(&self) -> Field {
        Field { group: self.group(), key: self.key() }
    }
}

/// One field group of a record, with its key where a record has several of the group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Field {
    /// The group.
    pub group: Group,
    /// The key, such as the coder of `interview.finished`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<RecordId>,
}

impl From<Group> for Field {
    fn from(group: Group) -> Field {
        Field { group, key: None }
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.key {
            None => f.write_str(self.group.as_str()),
            Some(key) => write!(f, "{}:{key}", self.group.as_str()),
        }
    }
}

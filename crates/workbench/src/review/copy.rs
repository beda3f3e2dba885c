//! A copy of the study made for a director: the texts as they are now, under pseudonyms, what was made of them, and
//! nothing of how it came to be. It comes back as a packet does: only what the director made in it is merged.

use crate::draft::Draft;
use crate::engine::Engine;
use crate::failure::{ClaimProblem, DoubleCodingProblem, Failure};
use crate::review::admission::{self, Beyond};
use model::lens::Lens;
use model::op::{After, Change, Op, OpKind, Stamp};
use model::records::Record;
use model::study::Seen;
use model::text::PlaceState;
use model::value::{
    CodeDefinition, CodingAnchor, Extra, Group, Inclusion, InterviewCurrent, InterviewFacts, Kind,
    ReviewCopyGiven, RevisionBody, RevisionOrigin, Role, Value,
};
use model::{Digest, OpId, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use store::{Blob, PacketInfo, Store};

/// What a director may read of, kind by kind. Texts, memos and codings are looked at one by one; caracteristics of
/// participants, files and saved queries stay behind.
const SHARED: &[Kind] = &[
    Kind::Study,
    Kind::Member,
    Kind::Participant,
    Kind::Interview,
    Kind::Code,
    Kind::Coding,
    Kind::Memo,
    Kind::Reading,
    Kind::Relation,
    Kind::RelationType,
    Kind::Theory,
    Kind::Clause,
    Kind::TheoryVersion,
    Kind::Schema,
    Kind::Round,
    Kind::Alignment,
    Kind::Decision,
    Kind::Claim,
    Kind::Visa,
    Kind::ReviewMark,
];

/// What of these stays behind: files, earlier texts, characteristics that could tell who somebody is, packets and
/// copies that others were given.
const LEFT: &[Group] =
    &[Group::InterviewSource, Group::ParticipantAttribute, Group::RoundPacket, Group::ReviewCopyGiven];

impl Engine {
    /// Makes a pseudonymised copy for a director. What comes back of it holds what the director made, and is taken
    /// in by a merge.
    ///
    /// # Errors
    /// When the member is no director, or the file exists or cannot be written. Then no copy is noted.
    pub fn make_review_copy(&mut self, path: &Path, director: RecordId) -> Result<RecordId, Failure> {
        let me = self.acting()?;
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Member(me));
        let director = seen.resolve(director);
        if seen.member(director).is_none_or(|member| member.role != Role::Director) {
            return Err(ClaimProblem::NotADirector { member: director }.into());
        }
        let theirs = study.seen_by(Lens::Member(director));
        let mut texts = BTreeMap::new();
        for interview in seen.interviews().iter().filter(|one| one.status != Inclusion::Withdrawn) {
            let (revision, text) = self.current_text(interview.id)?;
            texts.insert(interview.id, (revision, text));
        }
        let facts = seen.study_facts().ok_or(Failure::Nothing)?.id;
        let (copy, now) = (self.env.record(), self.env.now());
        let mut base = Base { seen: &seen, theirs: &theirs, texts: &texts, ops: BTreeMap::new() };
        base.fill();
        base.mark(copy, director, now);
        let ops = base.done();
        let blobs: Vec<Blob> = texts.values().map(|(_, text)| Blob::of(text.text().as_bytes())).collect();
        let digest = Some(store::base_digest(&ops)?);
        drop(Store::create_packet(path, now, facts, copy, &ops, &blobs)?);
        let mut draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        draft.set_new(copy, ReviewCopyGiven::new(director, digest, now));
        let drafted = draft.done(OpKind::MakeReviewCopy { director }, vec![copy]);
        if let Err(failure) = self.commit(drafted) {
            // A copy that the study does not know could never come back.
            drop(std::fs::remove_file(path));
            return Err(failure);
        }
        Ok(copy)
    }

    /// Where this file is such a copy, for whom it was made.
    #[must_use]
    pub fn review_copy_for(&self) -> Option<RecordId> {
        self.study.seen_by(Lens::Anybody).is_copy_for()
    }

    /// Whether what came back of a copy started from what was given, whose digest is `base`, and holds no more than
    /// a director may make in one.
    ///
    /// # Errors
    /// [`DoubleCodingProblem::AlteredPacket`], or [`ClaimProblem::BeyondReview`] with what is not the director's.
    pub(crate) fn admit_review(
        &self,
        director: RecordId,
        base: Option<Digest>,
        packet: &PacketInfo,
        theirs: &Store,
    ) -> Result<(), Failure> {
        if base != Some(packet.base) {
            return Err(DoubleCodingProblem::AlteredPacket.into());
        }
        let of_other = store::StoreError::of_other;
        let mut ops = theirs.ops(..).map_err(of_other)?;
        ops.sort_by_key(Op::stamp);
        let seen = self.study.seen_by(Lens::Member(director));
        let director = seen.resolve(director);
        let mut what = admission::beyond(&seen, director, &ops);
        if !theirs.load().map_err(of_other)?.purge.is_empty() {
            what.push((Beyond::Purge, 1));
        }
        match what.is_empty() {
            true => Ok(()),
            false => Err(ClaimProblem::BeyondReview { director, what }.into()),
        }
    }
}

type Texts = BTreeMap<RecordId, (RecordId, Arc<model::text::TextIndex>)>;

/// What a copy starts from: values under the names that their versions have in the study, by those who wrote them.
struct Base<'s, 'a> {
    seen: &'s Seen<'a>,
    /// As the director may see it.
    theirs: &'s Seen<'a>,
    texts: &'s Texts,
    ops: BTreeMap<(Stamp, RecordId), Vec<Change>>,
}

impl Base<'_, '_> {
    fn fill(&mut self) {
        let comments: BTreeSet<RecordId> =
            self.seen.threads().iter().flat_map(|thread| thread.comments.iter().map(|one| one.id)).collect();
        for kind in SHARED.iter().copied() {
            for (id, record) in self.seen.records_of(kind) {
                if self.theirs.record(id).is_none() || !self.is_shared(kind, id, &comments) {
                    continue;
                }
                self.record(id, record);
            }
        }
        for (interview, (revision, text)) in self.texts {
            self.text(*interview, *revision, text);
        }
    }

    fn is_shared(&self, kind: Kind, id: RecordId, comments: &BTreeSet<RecordId>) -> bool {
        match kind {
            Kind::Memo => comments.contains(&id) || self.seen.is_shared(id),
            Kind::Coding => self.seen.coding(id).is_some_and(|coding| {
                coding.place.state != PlaceState::ToPlace && self.texts.contains_key(&coding.interview)
            }),
            _ => true,
        }
    }

    /// The current values of a record.
    fn record(&mut self, id: RecordId, record: &Record) {
        for (field, register) in record.fields() {
            let Some(version) = register.current() else { continue };
            let Some(value) = version.value.as_ref().filter(|_| !LEFT.contains(&field.group)) else {
                continue;
            };
            if let Some(value) = self.as_shown(id, value) {
                let change = Change { record: id, bases: Vec::new(), after: After::Set(value) };
                self.ops.entry((version.stamp, version.author)).or_default().push(change);
            }
        }
    }

    /// A value as a director may read it.
    fn as_shown(&self, id: RecordId, value: &Value) -> Option<Value> {
        Some(match value {
            Value::InterviewFacts(body) => {
                InterviewFacts::new(String::new(), body.date.clone(), body.duration_min).into()
            }
            // Words of participants: they may stand there as they were before they were masked.
            Value::CodeDefinition(body) => {
                let CodeDefinition { definition, include, exclude, .. } = body.clone();
                CodeDefinition::new(definition, include, exclude, String::new()).into()
            }
            Value::CodingAnchor(_) => self.anchor(id)?.into(),
            // What stands in the place of the texts comes with them.
            Value::InterviewCurrent(_) if self.texts.contains_key(&self.seen.resolve(id)) => return None,
            other => other.clone(),
        })
    }

    /// Where a coding stands in the present text.
    fn anchor(&self, id: RecordId) -> Option<Box<CodingAnchor>> {
        let coding = self.seen.coding(id)?;
        let (revision, text) = self.texts.get(&coding.interview)?;
        let (start, end) = (coding.place.start, coding.place.end);
        let found = model::text::context(text, start, end)?;
        let anchor = CodingAnchor::new(found.quote, found.before, found.after, *revision, start, end);
        Some(Box::new(anchor))
    }

    /// An interview's present text alone.
    fn text(&mut self, interview: RecordId, revision: RecordId, text: &model::text::TextIndex) {
        let Some(known) = self.seen.interview(interview) else { return };
        let Some(body) = self.seen.revision(revision).map(|found| found.body) else { return };
        let alone = RevisionBody {
            interview,
            parents: Vec::new(),
            text: Digest::of(text.text().as_bytes()),
            length: body.length,
            turns: Some(known.turns.to_vec()),
            origin: RevisionOrigin::Imported,
            extra: Extra::new(),
        };
        self.instead(revision, Value::from(Box::new(alone)));
        self.instead(interview, InterviewCurrent::new(revision).into());
    }

    /// A value in the place of the current version of its field.
    fn instead(&mut self, record: RecordId, value: Value) {
        let version = self.seen.register(record, value.field()).and_then(|register| register.current());
        if let Some(version) = version {
            let change = Change { record, bases: Vec::new(), after: After::Set(value) };
            self.ops.entry((version.stamp, version.author)).or_default().push(change);
        }
    }

    /// Says in the copy what it is.
    fn mark(&mut self, copy: RecordId, director: RecordId, now: model::Timestamp) {
        let last = self.ops.keys().map(|(stamp, _)| stamp.lamport).max().unwrap_or_default();
        let stamp = Stamp { lamport: last + 1, op: OpId(copy.0) };
        let value = ReviewCopyGiven::new(director, None, now).into();
        let change = Change { record: copy, bases: Vec::new(), after: After::Set(value) };
        self.ops.entry((stamp, director)).or_default().push(change);
    }

    fn done(self) -> Vec<Op> {
        let op = |((stamp, author), changes): ((Stamp, RecordId), Vec<Change>)| Op {
            id: stamp.op,
            author,
            at: model::Timestamp(0),
            lamport: stamp.lamport,
            kind: OpKind::MakeReviewCopy { director: author },
            changes,
            undoes: None,
        };
        self.ops.into_iter().map(op).collect()
    }
}

//! A copy of the study made for a director: the texts as they are now, under pseudonyms, what was made of them, and
//! nothing of how it came to be. It comes back as a packet does: only what the director made in it is merged.

use crate::draft::Draft;
use crate::engine::Engine;
use crate::failure::{ClaimProblem, DoubleCodingProblem, Failure};
use crate::review::admission::{self, Beyond};
use crate::review::leaving::{leaves, leaving};
use model::lens::Lens;
use model::op::{After, Change, Op, OpKind, Stamp};
use model::records::Record;
use model::study::Seen;
use model::text::PlaceState;
use model::value::{
    ClaimFrozen, CodingAnchor, Extra, Field, Group, Inclusion, InterviewCurrent, Kind, ReviewCopyGiven,
    RevisionBody, RevisionOrigin, Role, Value,
};
use model::{Digest, OpId, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use store::{Blob, PacketInfo, Store};

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
        let (leaving, ops) = (BTreeSet::new(), BTreeMap::new());
        let mut base = Base { seen: &seen, theirs: &theirs, texts: &texts, director, leaving, ops };
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
    /// The texts of the interviews that leave: those of whoever withdrew do not.
    texts: &'s Texts,
    director: RecordId,
    /// The records that leave.
    leaving: BTreeSet<RecordId>,
    ops: BTreeMap<(Stamp, RecordId), Vec<Change>>,
}

impl Base<'_, '_> {
    fn fill(&mut self) {
        for kind in Kind::ALL.iter().copied().filter(|kind| leaves(*kind)) {
            for (id, record) in self.seen.records_of(kind) {
                if self.theirs.record(id).is_some() && self.leaves(kind, id, record) {
                    self.leaving.insert(id);
                }
            }
        }
        for thread in self.seen.threads() {
            if self.leaving.contains(&thread.about) {
                let comments = thread.comments.iter().map(|comment| comment.id);
                let (seen, theirs) = (self.seen, self.theirs);
                self.leaving
                    .extend(comments.filter(|id| !seen.is_private(*id) && theirs.record(*id).is_some()));
            }
        }
        for id in self.leaving.clone() {
            if let Some(record) = self.seen.record(id) {
                self.record(id, record);
            }
        }
        for (interview, (revision, text)) in self.texts {
            self.text(*interview, *revision, text);
        }
    }

    /// Whether a record leaves that is no comment.
    fn leaves(&self, kind: Kind, id: RecordId, record: &Record) -> bool {
        match kind {
            Kind::Interview => self.texts.contains_key(&self.seen.resolve(id)),
            Kind::Participant => {
                self.seen.participant(id).is_some_and(|one| one.status != Inclusion::Withdrawn)
            }
            Kind::Memo => {
                !self.seen.is_private(id) && !self.seen.is_comment(id) && self.is_of_who_stays(record)
            }
            Kind::Coding => self.seen.coding(id).is_some_and(|coding| {
                coding.place.state != PlaceState::ToPlace && self.texts.contains_key(&coding.interview)
            }),
            Kind::Reading => match record.value(Group::ReadingDone) {
                Some(Value::ReadingDone(body)) => self.texts.contains_key(&self.seen.resolve(body.interview)),
                _ => false,
            },
            Kind::Decision => self.seen.home_of(id).is_some_and(|home| self.texts.contains_key(&home)),
            // What others looked at is between them and the student.
            Kind::ReviewMark => matches!(
                record.value(Group::ReviewSeen),
                Some(Value::ReviewSeen(body)) if self.seen.resolve(body.member) == self.director
            ),
            _ => true,
        }
    }

    /// True for a memo that is not about somebody who withdrew, or about their interview.
    fn is_of_who_stays(&self, memo: &Record) -> bool {
        let Some(Value::MemoTarget(body)) = memo.value(Group::MemoTarget) else { return false };
        let Some(target) = body.target else { return true };
        let withdrew = self.seen.participant(target).is_some_and(|one| one.status == Inclusion::Withdrawn);
        !withdrew && self.seen.home_of(target).is_none_or(|home| self.texts.contains_key(&home))
    }

    /// The current values of a record.
    fn record(&mut self, id: RecordId, record: &Record) {
        for (field, register) in record.fields() {
            let Some(version) = register.current() else { continue };
            let Some(value) = version.value.as_ref().filter(|value| self.may_leave(id, field, value)) else {
                continue;
            };
            if let Some(value) = self.as_shown(id, value) {
                let change = Change { record: id, bases: Vec::new(), after: After::Set(value) };
                self.ops.entry((version.stamp, version.author)).or_default().push(change);
            }
        }
    }

    /// Whether a field speaks of nothing that stays behind.
    fn may_leave(&self, id: RecordId, field: Field, value: &Value) -> bool {
        let of_passage = matches!(field.group, Group::CodeEvidence | Group::RelationEvidence);
        let stays = of_passage && field.key.is_some_and(|coding| !self.leaving.contains(&coding));
        !stays && self.theirs.may_read_field(id, field, Some(value))
    }

    /// A value as a director may read it.
    fn as_shown(&self, id: RecordId, value: &Value) -> Option<Value> {
        match value {
            Value::CodingAnchor(_) => self.anchor(id).map(Value::from),
            Value::ClaimFrozen(body) => {
                let mut body = ClaimFrozen { extra: Extra::new(), ..(**body).clone() };
                body.interview_names = self.names_of(&body);
                Some(Box::new(body).into())
            }
            value => leaving(value),
        }
    }

    /// The interviews of a claim as they are called now: what one was called when the claim was made may have been a
    /// name. The digest does not cover it. One that was withdrawn is not named.
    fn names_of(&self, claim: &ClaimFrozen) -> Vec<String> {
        let name = |one: &model::value::ClaimedInterview| {
            let id = self.seen.resolve(one.interview);
            let known = self.seen.interview(id).filter(|_| self.texts.contains_key(&id));
            known.map_or_else(String::new, |known| known.name.to_owned())
        };
        claim.figures.interviews.iter().map(name).collect()
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

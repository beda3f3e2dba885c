//! Claims of saturation, the visas of directors, threads, and marks of what was looked at, as they are read.

use super::Seen;
use crate::op::Stamp;
use crate::records::Record;
use crate::value::{ClaimFrozen, Group, Kind, MemoKind, ReviewCopyGiven, ReviewSeen, Role, Value, VisaGiven};
use crate::{Digest, RecordId, Timestamp};

/// A claim of saturation.
#[derive(Clone, Debug)]
pub struct Claim<'a> {
    /// The claim.
    pub id: RecordId,
    /// The argument as it stands now.
    pub argument: &'a str,
    /// What was claimed last; `None` while it is only being written.
    pub frozen: Option<&'a ClaimFrozen>,
}

/// A visa that the lens shows.
#[derive(Clone, Copy, Debug)]
pub struct Visa<'a> {
    /// The visa.
    pub id: RecordId,
    /// What was given.
    pub body: &'a VisaGiven,
    /// Whose visa it is, redirects followed.
    pub director: RecordId,
    /// Who entered it.
    pub author: RecordId,
    /// Its place in history.
    pub stamp: Stamp,
}

/// How far the visas of a claim are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It is being written: nothing is claimed yet.
    Draft,
    /// Directors have still to say something.
    Waiting,
    /// Every director agreed.
    Complete,
    /// A director refused: it is open again.
    Refused,
    /// There is no director whose visa it could have.
    Alone,
}

/// A comment, or an answer to one.
#[derive(Clone, Debug)]
pub struct Comment<'a> {
    /// The memo that holds it.
    pub id: RecordId,
    /// What it is about: the object of the thread, or the comment that it answers.
    pub about: RecordId,
    /// Who wrote it.
    pub author: RecordId,
    /// Its words.
    pub text: &'a str,
    /// Where it came to be, in history.
    pub born: Stamp,
}

/// A comment with its answers.
#[derive(Clone, Debug)]
pub struct Thread<'a> {
    /// What it is about, redirects followed.
    pub about: RecordId,
    /// The comments, the oldest first; the first began it.
    pub comments: Vec<Comment<'a>>,
    /// Who resolved it and when, where it is.
    pub resolved: Option<(RecordId, Timestamp)>,
}

/// A mark that somebody looked at something.
#[derive(Clone, Copy, Debug)]
pub struct ReviewMark<'a> {
    /// The mark.
    pub id: RecordId,
    /// What was looked at.
    pub body: &'a ReviewSeen,
    /// Its place in history.
    pub stamp: Stamp,
}

/// A pseudonymised copy that was made for a director.
#[derive(Clone, Copy, Debug)]
pub struct ReviewCopy<'a> {
    /// Names the copy.
    pub id: RecordId,
    /// For whom, when, and what it started from.
    pub body: &'a ReviewCopyGiven,
}

impl<'a> Seen<'a> {
    /// The copies that were made for directors, in the order of identifiers.
    #[must_use]
    pub fn review_copies(&self) -> Vec<ReviewCopy<'a>> {
        let read = |(id, record): (RecordId, &'a Record)| match record.value(Group::ReviewCopyGiven) {
            Some(Value::ReviewCopyGiven(body)) => Some(ReviewCopy { id, body }),
            _ => None,
        };
        self.alive(Kind::ReviewMark).filter_map(read).collect()
    }

    /// Where this is such a copy, for whom: it holds the present texts and what a director may read, and no
    /// history.
    #[must_use]
    pub fn is_copy_for(&self) -> Option<RecordId> {
        let own = self.review_copies().into_iter().find(|copy| copy.body.base.is_none());
        own.map(|copy| self.resolve(copy.body.director))
    }

    /// The claims, in the order of history.
    #[must_use]
    pub fn claims(&self) -> Vec<Claim<'a>> {
        let mut claims: Vec<(Option<Stamp>, Claim<'a>)> = self
            .alive(Kind::Claim)
            .map(|(id, record)| (record.born().map(|born| born.stamp), read_claim(id, record)))
            .collect();
        claims.sort_by_key(|(born, claim)| (*born, claim.id));
        claims.into_iter().map(|(_, claim)| claim).collect()
    }

    /// A claim that is alive.
    #[must_use]
    pub fn claim(&self, id: RecordId) -> Option<Claim<'a>> {
        let record = self.record(id).filter(|record| record.kind() == Kind::Claim && record.is_alive())?;
        Some(read_claim(id, record))
    }

    /// What was claimed once under this digest: of a claim that was withdrawn or made anew, too.
    #[must_use]
    pub fn frozen(&self, claim: RecordId, digest: Digest) -> Option<&'a ClaimFrozen> {
        let versions = self.register(claim, Group::ClaimFrozen)?.versions().iter();
        let mut bodies = versions.filter_map(|version| match &version.value {
            Some(Value::ClaimFrozen(body)) => Some(&**body),
            _ => None,
        });
        bodies.find(|body| body.digest == digest)
    }

    /// The visas of a claim that the lens shows, on whatever it claimed, in the order of history.
    #[must_use]
    pub fn visas(&self, claim: RecordId) -> Vec<Visa<'a>> {
        let given = self.alive(Kind::Visa).filter_map(|(id, record)| self.read_visa(id, record));
        let mut visas: Vec<Visa<'a>> = given.filter(|visa| visa.body.claim == claim).collect();
        visas.sort_by_key(|visa| visa.stamp);
        visas
    }

    /// Every visa that the lens shows, in the order of history.
    #[must_use]
    pub fn all_visas(&self) -> Vec<Visa<'a>> {
        let given = self.alive(Kind::Visa).filter_map(|(id, record)| self.read_visa(id, record));
        let mut visas: Vec<Visa<'a>> = given.collect();
        visas.sort_by_key(|visa| visa.stamp);
        visas
    }

    fn read_visa(&self, id: RecordId, record: &'a Record) -> Option<Visa<'a>> {
        let version = record.register(Group::VisaGiven.into())?.current()?;
        match &version.value {
            Some(Value::VisaGiven(body)) => Some(Visa {
                id,
                body,
                director: self.resolve(body.director),
                author: self.resolve(version.author),
                stamp: version.stamp,
            }),
            _ => None,
        }
    }

    /// The directors whose visa a claim needs, each with whether it is in: what they say may still be hidden.
    #[must_use]
    pub fn visas_in(&self, claim: &Claim<'_>) -> Vec<(RecordId, bool)> {
        let Some(frozen) = claim.frozen else { return Vec::new() };
        let mut directors: Vec<RecordId> = Vec::new();
        for director in frozen.directors.iter().map(|id| self.resolve(*id)) {
            if !directors.contains(&director) {
                directors.push(director);
            }
        }
        let given =
            crate::lens::visas_given(&self.study.records, &self.study.index.redirects, self.visa_ids());
        let is_in = |director: RecordId| given.contains(&(claim.id, frozen.digest, director));
        directors.into_iter().map(|director| (director, is_in(director))).collect()
    }

    pub(super) fn visa_ids(&self) -> impl Iterator<Item = RecordId> + 'a {
        self.study.index.kinds.get(&Kind::Visa).into_iter().flatten().copied()
    }

    /// The directors, by name.
    #[must_use]
    pub fn directors(&self) -> Vec<RecordId> {
        self.members().into_iter().filter(|one| one.role == Role::Director).map(|one| one.id).collect()
    }

    /// Every thread of comments, in the order in which they began.
    #[must_use]
    pub fn threads(&self) -> Vec<Thread<'a>> {
        let mut comments: Vec<Comment<'a>> =
            self.alive(Kind::Memo).filter_map(|(id, record)| self.read_comment(id, record)).collect();
        comments.sort_by_key(|comment| comment.born);
        let is_comment: std::collections::BTreeSet<RecordId> =
            comments.iter().map(|comment| comment.id).collect();
        let (answers, first): (Vec<_>, Vec<_>) =
            comments.into_iter().partition(|comment| is_comment.contains(&comment.about));
        let mut threads: Vec<Thread<'a>> = first.into_iter().map(|first| self.begin(first)).collect();
        for answer in answers {
            let of = |thread: &&mut Thread<'a>| thread.comments.iter().any(|one| one.id == answer.about);
            if let Some(thread) = threads.iter_mut().find(of) {
                thread.comments.push(answer);
            }
        }
        threads
    }

    fn begin(&self, first: Comment<'a>) -> Thread<'a> {
        let resolved = match self.record(first.id).and_then(|record| record.value(Group::MemoResolved)) {
            Some(Value::MemoResolved(body)) if body.resolved => Some((self.resolve(body.by), body.at)),
            _ => None,
        };
        Thread { about: self.resolve(first.about), comments: vec![first], resolved }
    }

    fn read_comment(&self, id: RecordId, record: &'a Record) -> Option<Comment<'a>> {
        let Some(Value::MemoTarget(target)) = record.value(Group::MemoTarget) else { return None };
        let about = target.target.filter(|_| target.kind == MemoKind::Discussion)?;
        let text = match record.value(Group::MemoText) {
            Some(Value::MemoText(text)) => text.body.as_str(),
            _ => "",
        };
        let born = record.born()?.stamp;
        Some(Comment { id, about, author: self.resolve(target.author), text, born })
    }

    /// True for a comment that the lens shows, or an answer to one.
    #[must_use]
    pub fn is_comment(&self, memo: RecordId) -> bool {
        let record = self.record(memo).filter(|record| record.is_alive());
        record.is_some_and(|record| self.read_comment(memo, record).is_some())
    }

    /// Whether a record is a comment, a visa or a mark of this member, also where the lens hides it; `None` where
    /// there is no such record. Tells what may be changed in whose name, and is nothing to show.
    #[must_use]
    pub fn is_review_of(&self, id: RecordId, member: RecordId) -> Option<bool> {
        let record = self.study.records.get(id).filter(|record| record.exists())?;
        let member = self.resolve(member);
        let born = || record.born().map(|born| self.resolve(born.author));
        Some(match record.kind() {
            Kind::Memo => match record.value(Group::MemoTarget) {
                Some(Value::MemoTarget(body)) => {
                    body.kind == MemoKind::Discussion && self.resolve(body.author) == member
                }
                _ => born() == Some(member),
            },
            Kind::Visa => born() == Some(member),
            Kind::ReviewMark => record.value(Group::ReviewCopyGiven).is_none() && born() == Some(member),
            _ => false,
        })
    }

    /// The threads on a record, in the order in which they began.
    #[must_use]
    pub fn threads_on(&self, about: RecordId) -> Vec<Thread<'a>> {
        let about = self.resolve(about);
        self.threads().into_iter().filter(|thread| thread.about == about).collect()
    }

    /// True for a memo that is shown to the directors.
    #[must_use]
    pub fn is_shared(&self, memo: RecordId) -> bool {
        let said = self.record(memo).and_then(|record| record.value(Group::MemoShared));
        matches!(said, Some(Value::MemoShared(body)) if body.shared)
    }

    /// What a member noted to have looked at, in the order of history.
    #[must_use]
    pub fn review_marks(&self, member: RecordId) -> Vec<ReviewMark<'a>> {
        let member = self.resolve(member);
        let marks = self.alive(Kind::ReviewMark).filter_map(|(id, record)| {
            let version = record.register(Group::ReviewSeen.into())?.current()?;
            match &version.value {
                Some(Value::ReviewSeen(body)) if self.resolve(body.member) == member => {
                    Some(ReviewMark { id, body, stamp: version.stamp })
                }
                _ => None,
            }
        });
        let mut marks: Vec<ReviewMark<'a>> = marks.collect();
        marks.sort_by_key(|mark| mark.stamp);
        marks
    }

    /// The seals of the codings that a basis counts in an interview: who wants to know whether any of them
    /// has changed compares the digest.
    #[must_use]
    pub fn codings_digest(&self, interview: RecordId, basis: &crate::basis::Basis) -> Digest {
        let codings = self.codings_in(interview, basis);
        let sealed = codings.iter().filter_map(|coding| self.sealed_as_it_is(coding.id));
        crate::seal::digest(&sealed.collect::<Vec<_>>())
    }
}

fn read_claim(id: RecordId, record: &Record) -> Claim<'_> {
    let argument = match record.value(Group::ClaimArgument) {
        Some(Value::ClaimArgument(body)) => body.argument.as_str(),
        _ => "",
    };
    let frozen = match record.value(Group::ClaimFrozen) {
        Some(Value::ClaimFrozen(body)) => Some(&**body),
        _ => None,
    };
    Claim { id, argument, frozen }
}

//! Whose work one sees: nothing of another coder's part in a sealed round can be read.

use crate::RecordId;
use crate::graph::Links;
use crate::op::Stamp;
use crate::records::{Record, Records};
use crate::value::{CodeList, Group, Kind, MemoKind, Role, Value};
use foldhash::HashSet;
use std::sync::Arc;

/// Who looks. Every accessor of a study takes one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Lens {
    /// A member: sees their own work everywhere, and that of others where no round is sealed. A director does not
    /// see the memos that a student does not share.
    Member(RecordId),
    /// Nobody in particular: sees what every coder may see.
    Anybody,
}

/// A round that is still sealed.
#[derive(Clone, PartialEq, Debug)]
struct Sealed {
    set_up: Stamp,
    interviews: HashSet<RecordId>,
    coders: HashSet<RecordId>,
    /// True where its coders start from no list: they do not even see which codes the others have.
    open: bool,
}

/// The kinds of record that say what their author thinks of the interviews.
const THOUGHTS: &[Kind] = &[
    Kind::Code,
    Kind::Memo,
    Kind::Relation,
    Kind::RelationType,
    Kind::Theory,
    Kind::Clause,
    Kind::TheoryVersion,
    Kind::Schema,
    Kind::Query,
];

/// What one lens hides in one state of the records.
#[derive(Clone, PartialEq, Debug)]
pub struct Blinds {
    /// The reader, with the members who were united with them; nobody for [`Lens::Anybody`].
    reader: HashSet<RecordId>,
    rounds: Vec<Sealed>,
    /// Codes that are hidden: made by another in a round, and not used by the reader.
    codes: HashSet<RecordId>,
    /// Codes that the reader has used, and so knows.
    known: HashSet<RecordId>,
    /// Visas of other directors, until all are in.
    visas: HashSet<RecordId>,
    /// For a director: the memos that are not shared with directors, and what was said of them.
    memos: Option<Private>,
}

/// The memos that are not shared with directors, with the director who looks.
#[derive(Clone, PartialEq, Debug)]
struct Private {
    director: RecordId,
    redirects: Arc<Links>,
    memos: Arc<HashSet<RecordId>>,
}

/// What of the records decides what is hidden.
pub(crate) struct Deciding<'a, R, V, M> {
    pub records: &'a Records,
    /// Redirects lead from members and interviews that were united to those that stand for them: work in either is
    /// work in both.
    pub redirects: &'a Arc<Links>,
    pub rounds: R,
    pub visas: V,
    pub members: M,
    /// The memos that are not shared with directors.
    pub private: &'a Arc<HashSet<RecordId>>,
}

impl Blinds {
    /// Works out what `lens` hides. Costs nothing to speak of while no round is sealed.
    #[must_use]
    pub(crate) fn new<R, V, M>(lens: Lens, of: Deciding<'_, R, V, M>) -> Blinds
    where
        R: Iterator<Item = RecordId>,
        V: Iterator<Item = RecordId>,
        M: Iterator<Item = RecordId>,
    {
        let Deciding { records, redirects, rounds, visas, members, private } = of;
        let rounds = rounds.filter_map(|id| records.get(id).and_then(|round| sealed(round, redirects)));
        let mut blinds = Blinds {
            reader: HashSet::default(),
            rounds: rounds.collect(),
            codes: HashSet::default(),
            known: HashSet::default(),
            visas: HashSet::default(),
            memos: None,
        };
        if let Some(director) = reading_director(lens, records, redirects, members, private) {
            let (redirects, memos) = (Arc::clone(redirects), Arc::clone(private));
            blinds.memos = Some(Private { director, redirects, memos });
        }
        let visas: Vec<RecordId> = visas.collect();
        if !visas.is_empty() {
            blinds.visas = hidden_visas(lens, records, redirects, &visas);
        }
        if !blinds.rounds.is_empty() {
            if let Lens::Member(member) = lens {
                blinds.reader = all_of(&[member], redirects);
            }
            blinds.known = codes_known(&blinds.reader, records);
            let codes = records.iter().filter(|(_, record)| record.kind() == Kind::Code);
            blinds.codes =
                codes.filter(|(id, code)| blinds.hides_birth(*id, code)).map(|(id, _)| id).collect();
        }
        blinds
    }

    /// True when nothing at all is hidden.
    #[must_use]
    pub fn are_open(&self) -> bool {
        self.all_is_in() && self.memos.is_none()
    }

    /// True when no round is sealed and no visa waits for another.
    #[must_use]
    pub fn all_is_in(&self) -> bool {
        self.rounds.is_empty() && self.visas.is_empty()
    }

    /// True when a coding, reading or finished mark of `coder` in `interview` is hidden.
    #[must_use]
    pub fn hides_work(&self, interview: RecordId, coder: RecordId) -> bool {
        !self.reader.contains(&coder)
            && self
                .rounds
                .iter()
                .any(|round| round.interviews.contains(&interview) && round.coders.contains(&coder))
    }

    /// True when the record is hidden.
    #[must_use]
    pub fn hide(&self, id: RecordId, record: &Record) -> bool {
        if self.visas.contains(&id) || self.memos.as_ref().is_some_and(|private| private.hides(id, record)) {
            return true;
        }
        if self.rounds.is_empty() {
            return false;
        }
        match record.kind() {
            Kind::Coding => self.hides_coding(record),
            Kind::Reading => match said(record, Group::ReadingDone) {
                Some(Value::ReadingDone(body)) => self.hides_work(body.interview, body.coder),
                _ => false,
            },
            Kind::Code => self.codes.contains(&id),
            Kind::Alignment => match said(record, Group::AlignmentLink) {
                Some(Value::AlignmentLink(body)) => {
                    body.second.iter().chain([&body.first]).any(|code| self.codes.contains(code))
                }
                _ => false,
            },
            Kind::Decision => match said(record, Group::DecisionAbout) {
                Some(Value::DecisionAbout(body)) => self.hides_agreed(body.interview, &body.coders),
                _ => false,
            },
            _ => self.hides_birth(id, record),
        }
    }

    fn hides_coding(&self, record: &Record) -> bool {
        let Some(Value::CodingOrigin(origin)) = said(record, Group::CodingOrigin) else { return false };
        let code = match said(record, Group::CodingCode) {
            Some(Value::CodingCode(body)) => self.codes.contains(&body.code),
            _ => false,
        };
        match said(record, Group::CodingAgreed) {
            Some(Value::CodingAgreed(agreed)) => code || self.hides_agreed(origin.interview, &agreed.coders),
            _ => code || self.hides_work(origin.interview, origin.coder),
        }
    }

    /// True when what some coders agreed on in an interview is hidden: from whoever codes it in a sealed
    /// round with one of them, and was not there.
    #[must_use]
    pub fn hides_agreed(&self, interview: RecordId, coders: &[RecordId]) -> bool {
        !coders.iter().any(|coder| self.reader.contains(coder))
            && self.rounds.iter().any(|round| {
                round.interviews.contains(&interview)
                    && coders.iter().any(|coder| round.coders.contains(coder))
            })
    }

    /// Codes, memos, relations and all else that another coder of a sealed round thought since it was set
    /// up; where they start from no list, all of their codes.
    fn hides_birth(&self, id: RecordId, record: &Record) -> bool {
        let made_there = THOUGHTS.contains(&record.kind());
        let Some(born) = record.born().filter(|_| made_there && !self.known.contains(&id)) else {
            return false;
        };
        let is_code = record.kind() == Kind::Code;
        let foreign = !self.reader.contains(&born.author);
        foreign
            && self.rounds.iter().any(|round| {
                let blind = round.open && is_code && self.is_coder_of(round);
                round.coders.contains(&born.author) && (blind || born.stamp > round.set_up)
            })
    }

    fn is_coder_of(&self, round: &Sealed) -> bool {
        self.reader.iter().any(|member| round.coders.contains(member))
    }

    /// True when an operation of the journal must not be read: it touches something hidden.
    #[must_use]
    pub fn hide_op<'a>(&self, records: &Records, touched: impl Iterator<Item = &'a RecordId>) -> bool {
        let mut touched = touched;
        !self.are_open() && touched.any(|id| records.get(*id).is_some_and(|record| self.hide(*id, record)))
    }
}

impl Private {
    /// A memo that is not shared is its author's all the same.
    fn hides(&self, id: RecordId, record: &Record) -> bool {
        let said = || match said(record, Group::MemoTarget) {
            Some(Value::MemoTarget(body)) => Some(body.author),
            _ => record.born().map(|born| born.author),
        };
        self.memos.contains(&id)
            && said().is_none_or(|author| self.redirects.resolve(author) != self.director)
    }
}

/// The director who looks, where there is a student in the study who decides what is shared: a team without one has
/// nobody else whose memos they were.
fn reading_director(
    lens: Lens,
    records: &Records,
    redirects: &Links,
    members: impl Iterator<Item = RecordId>,
    private: &HashSet<RecordId>,
) -> Option<RecordId> {
    let Lens::Member(reader) = lens else { return None };
    if private.is_empty() {
        return None;
    }
    let role = |id: RecordId| match records.value(id, Group::MemberRole) {
        Some(Value::MemberRole(body)) => body.role,
        _ => Role::default(),
    };
    let reader = redirects.resolve(reader);
    let is_student =
        |id: RecordId| role(id) == Role::Student && records.get(id).is_some_and(Record::is_alive);
    let mut members = members;
    (role(reader) == Role::Director && members.any(is_student)).then_some(reader)
}

/// The memos that are not shared with directors, and the comments on them: what somebody said of a memo says what is
/// in it.
pub(crate) fn private_memos(records: &Records, memos: impl Iterator<Item = RecordId>) -> HashSet<RecordId> {
    memos.filter(|id| is_private(records, *id)).collect()
}

fn is_private(records: &Records, memo: RecordId) -> bool {
    let (mut at, mut met) = (memo, HashSet::default());
    while let Some(record) = records.get(at).filter(|record| record.kind() == Kind::Memo) {
        let Some(about) = commented(record) else {
            let shared = record.value(Group::MemoShared);
            return !matches!(shared, Some(Value::MemoShared(body)) if body.shared);
        };
        if !met.insert(at) {
            return true;
        }
        at = about;
    }
    false
}

/// What a comment is about; `None` for a memo that is no comment.
fn commented(record: &Record) -> Option<RecordId> {
    match said(record, Group::MemoTarget) {
        Some(Value::MemoTarget(body)) => body.target.filter(|_| body.kind == MemoKind::Discussion),
        _ => None,
    }
}

/// The visas in a study: on which claim, on which state of it, and whose.
pub(crate) fn visas_given(
    records: &Records,
    redirects: &Links,
    visas: impl Iterator<Item = RecordId>,
) -> HashSet<(RecordId, crate::Digest, RecordId)> {
    let given = visas.filter_map(|id| records.get(id).filter(|record| record.is_alive()));
    let given = given.filter_map(|record| match record.value(Group::VisaGiven) {
        Some(Value::VisaGiven(body)) => Some((body.claim, body.digest, redirects.resolve(body.director))),
        _ => None,
    });
    given.collect()
}

/// The visas that a reader may not read yet: those of other directors on a state of a claim on which not all
/// have said something. Whoever entered one knows it.
fn hidden_visas(lens: Lens, records: &Records, redirects: &Links, visas: &[RecordId]) -> HashSet<RecordId> {
    let reader = match lens {
        Lens::Member(member) => Some(redirects.resolve(member)),
        Lens::Anybody => None,
    };
    let given = visas_given(records, redirects, visas.iter().copied());
    let hidden = |id: &&RecordId| {
        let Some(record) = records.get(**id) else { return false };
        let Some(Value::VisaGiven(body)) = said(record, Group::VisaGiven) else { return false };
        let author = record.born().map(|born| redirects.resolve(born.author));
        let own =
            reader.is_some_and(|reader| reader == redirects.resolve(body.director) || Some(reader) == author);
        !own && !all_in(records, redirects, body.claim, body.digest, &given)
    };
    visas.iter().filter(hidden).copied().collect()
}

/// True where every director of a claim has given a visa on that state of it.
fn all_in(
    records: &Records,
    redirects: &Links,
    claim: RecordId,
    digest: crate::Digest,
    given: &HashSet<(RecordId, crate::Digest, RecordId)>,
) -> bool {
    let register = records.get(claim).and_then(|record| record.register(Group::ClaimFrozen.into()));
    let versions = register.into_iter().flat_map(|register| register.versions());
    let mut states = versions.filter_map(|version| match &version.value {
        Some(Value::ClaimFrozen(body)) if body.digest == digest => Some(body),
        _ => None,
    });
    // On a state that is not known here, nobody can tell who is still to be heard.
    states.next().is_some_and(|frozen| {
        let directors = frozen.directors.iter().map(|id| redirects.resolve(*id));
        directors.into_iter().all(|director| given.contains(&(claim, digest, director)))
    })
}

/// What a field says, or said last: what was undone is as hidden as what was not.
fn said(record: &Record, group: Group) -> Option<&Value> {
    let register = record.register(group.into())?;
    register.value().or_else(|| register.versions().iter().rev().find_map(|version| version.value.as_ref()))
}

/// True while nobody may see what the others did in a round: not all have declared done, and nobody
/// opened it.
#[must_use]
pub fn is_sealed(round: &Record) -> bool {
    let opened = || round.value(Group::RoundOpened).is_some();
    match round.value(Group::RoundSetup) {
        Some(Value::RoundSetup(setup)) => {
            // One coder alone is a packet's: the others are elsewhere, and nobody knows when they are done.
            let done = || setup.coders.len() > 1 && everybody_done(round, &setup.coders);
            round.is_alive() && !opened() && !done()
        }
        _ => false,
    }
}

fn sealed(round: &Record, redirects: &Links) -> Option<Sealed> {
    if !is_sealed(round) {
        return None;
    }
    let register = round.register(Group::RoundSetup.into())?;
    let Some(Value::RoundSetup(setup)) = register.value() else { return None };
    let list = match round.value(Group::RoundTerms) {
        Some(Value::RoundTerms(terms)) => terms.list,
        _ => CodeList::Given,
    };
    Some(Sealed {
        set_up: register.versions().first()?.stamp,
        interviews: all_of(&setup.interviews, redirects),
        coders: all_of(&setup.coders, redirects),
        open: list == CodeList::None,
    })
}

/// Some records and all that stand for the same.
fn all_of(ids: &[RecordId], redirects: &Links) -> HashSet<RecordId> {
    let stand: HashSet<RecordId> = ids.iter().map(|id| redirects.resolve(*id)).collect();
    let united = redirects.linked().filter(|id| stand.contains(&redirects.resolve(*id)));
    united.chain(ids.iter().copied()).chain(stand.iter().copied()).collect()
}

fn everybody_done(round: &Record, coders: &[RecordId]) -> bool {
    let done = |coder: &RecordId| {
        round
            .values(Group::RoundDone)
            .any(|value| matches!(value, Value::RoundDone(body) if body.coder == *coder && body.done))
    };
    !coders.is_empty() && coders.iter().all(done)
}

/// The codes that the reader has coded with, and those above them, whose names stand in their paths.
fn codes_known(reader: &HashSet<RecordId>, records: &Records) -> HashSet<RecordId> {
    let mine = |record: &Record| matches!(record.value(Group::CodingOrigin), Some(Value::CodingOrigin(body)) if reader.contains(&body.coder));
    let codings = records.iter().filter(|(_, record)| mine(record));
    let used = codings.filter_map(|(_, record)| match record.value(Group::CodingCode) {
        Some(Value::CodingCode(body)) => Some(body.code),
        _ => None,
    });
    let mut known = HashSet::default();
    for code in used {
        let mut at = Some(code);
        while let Some(code) = at.filter(|code| known.insert(*code)) {
            at = match records.value(code, Group::CodePlace) {
                Some(Value::CodePlace(body)) => body.parent,
                _ => None,
            };
        }
    }
    known
}

//! Codings as they are read.

use super::{Interview, Seen};
use crate::RecordId;
use crate::basis::{Basis, Coders};
use crate::records::Record;
use crate::text::Place;
use crate::value::{CodingAgreed, CodingAnchor, Group, Layer, Role, Value};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// A coded passage.
#[derive(Clone, Debug)]
pub struct Coding<'a> {
    /// The coding.
    pub id: RecordId,
    /// The interview, redirects followed.
    pub interview: RecordId,
    /// Whose coding it is, redirects followed.
    pub coder: RecordId,
    /// The layer.
    pub layer: Layer,
    /// The code, redirects followed.
    pub code: RecordId,
    /// The code as it was applied.
    pub code_applied: RecordId,
    /// The passage as it was coded.
    pub anchor: &'a CodingAnchor,
    /// Where the passage is in the interview's current revision.
    pub place: Place,
    /// A comment, empty where there is none.
    pub comment: &'a str,
    /// True while the coder wants to decide later.
    pub undecided: bool,
    /// Where it is of the agreed layer: what says so. Then it is no coder's own.
    pub agreed: Option<&'a CodingAgreed>,
    record: &'a Record,
}

impl Coding<'_> {
    /// When the comment was written that it comes from, as a file said it; `None` for a coding made in the
    /// program.
    #[must_use]
    pub fn written(&self) -> Option<&str> {
        match self.record.value(Group::CodingOrigin) {
            Some(Value::CodingOrigin(origin)) => origin.written(),
            _ => None,
        }
    }

    /// The place in history of the coding's first version.
    #[must_use]
    pub fn born(&self) -> Option<crate::op::Stamp> {
        self.record.born().map(|version| version.stamp)
    }
}

/// Which codings a basis counts, found for each interview once: for whoever looks at codings one by one.
#[derive(Debug)]
pub struct Counting<'s, 'a> {
    seen: &'s Seen<'a>,
    basis: &'s Basis,
    known: HashMap<RecordId, Counted>,
}

impl Counting<'_, '_> {
    /// True where the basis counts the coding. A withdrawn interview has none.
    pub fn counts(&mut self, coding: &Coding<'_>) -> bool {
        let (seen, basis) = (self.seen, self.basis);
        if basis.layer.is_some_and(|layer| layer != coding.layer) {
            return false;
        }
        let home = coding.interview;
        let counted = self.known.entry(home).or_insert_with(|| seen.counted_in(home, &basis.coders));
        counted.counts(coding)
    }
}

/// Which codings of an interview a basis counts.
#[derive(Debug)]
enum Counted {
    /// Those of every coder.
    Everybody,
    /// Those of these coders.
    Coders(BTreeSet<RecordId>),
    /// Those that were agreed on.
    Agreed,
    /// None.
    Nothing,
}

impl Counted {
    fn counts(&self, coding: &Coding<'_>) -> bool {
        match self {
            Counted::Nothing => false,
            Counted::Everybody => coding.agreed.is_none(),
            Counted::Coders(coders) => coding.agreed.is_none() && coders.contains(&coding.coder),
            Counted::Agreed => coding.agreed.is_some(),
        }
    }
}

impl<'a> Seen<'a> {
    /// A coding that is alive and not hidden.
    #[must_use]
    pub fn coding(&self, id: RecordId) -> Option<Coding<'a>> {
        let record = self.record(id)?;
        let Some(Value::CodingOrigin(origin)) = record.value(Group::CodingOrigin) else { return None };
        let interview = self.resolve(origin.interview);
        let index = self.study.index.interviews.get(&interview)?;
        self.read_coding(id, interview, index.codings.get(&id).copied()?)
    }

    /// A coding whose place is known; `None` where it is not alive, or hidden.
    fn read_coding(&self, id: RecordId, interview: RecordId, place: Place) -> Option<Coding<'a>> {
        let record = self.record(id).filter(|record| record.is_alive())?;
        let Some(Value::CodingOrigin(origin)) = record.value(Group::CodingOrigin) else { return None };
        let Some(Value::CodingAnchor(anchor)) = record.value(Group::CodingAnchor) else { return None };
        let Some(Value::CodingCode(code)) = record.value(Group::CodingCode) else { return None };
        Some(Coding {
            id,
            interview,
            coder: self.resolve(origin.coder),
            layer: origin.layer,
            code: self.resolve(code.code),
            code_applied: code.code,
            anchor,
            place,
            comment: match record.value(Group::CodingComment) {
                Some(Value::CodingComment(body)) => &body.text,
                _ => "",
            },
            undecided: matches!(record.value(Group::CodingState), Some(Value::CodingState(body)) if body.undecided),
            agreed: match record.value(Group::CodingAgreed) {
                Some(Value::CodingAgreed(body)) => Some(body),
                _ => None,
            },
            record,
        })
    }

    /// Every coding filed in an interview with its place, alive or not; none where it was withdrawn.
    pub(super) fn filed(&self, home: RecordId) -> impl Iterator<Item = (RecordId, Place)> + use<'a> {
        let study = self.study;
        let shown = Some(home).filter(|home| !study.blanking.is_withdrawn(*home));
        let index = shown.and_then(|home| study.index.interviews.get(&home));
        index.into_iter().flat_map(|index| index.codings.iter().map(|(id, place)| (*id, *place)))
    }

    /// The codings of an interview that the basis counts, in the order of the text. A withdrawn interview
    /// has none.
    #[must_use]
    pub fn codings_in(&self, interview: RecordId, basis: &Basis) -> Vec<Coding<'a>> {
        let home = self.resolve(interview);
        let codings = self.filed(home).filter_map(|(id, place)| self.read_coding(id, home, place));
        let mut codings: Vec<Coding<'a>> = codings.collect();
        let counted = self.counted(&basis.coders, home, &codings);
        codings.retain(|coding| counted.counts(coding));
        codings.retain(|coding| basis.layer.is_none_or(|layer| layer == coding.layer));
        codings.sort_by_key(|coding| (coding.place.start, coding.place.end, coding.id));
        codings
    }

    /// A place of some revision of an interview, in its current text; `None` where it has none.
    #[must_use]
    pub fn carried(&self, interview: RecordId, revision: RecordId, place: Place) -> Option<Place> {
        let home = self.study.index.interviews.get(&self.resolve(interview))?;
        Some(home.graph.place(revision, home.current?, place))
    }

    /// The codings on exactly this range of an interview's current revision, in the order of identifiers.
    pub fn codings_on(
        &self,
        interview: RecordId,
        (start, end): (u32, u32),
    ) -> impl Iterator<Item = Coding<'a>> + '_ {
        let home = self.resolve(interview);
        let there = self.filed(home).filter(move |(_, place)| (place.start, place.end) == (start, end));
        let own = there.filter_map(move |(id, place)| self.read_coding(id, home, place));
        own.filter(|coding| coding.agreed.is_none())
    }

    /// Where each coding of an interview lies in its current revision, in the order of identifiers: for
    /// whoever keeps places and needs nothing else of a coding.
    pub fn places_in(&self, interview: RecordId) -> impl Iterator<Item = (RecordId, Place)> + '_ {
        let filed = self.filed(self.resolve(interview));
        filed.filter(|(id, _)| self.record(*id).is_some_and(Record::is_alive))
    }

    /// Looks at codings one by one by a basis.
    #[must_use]
    pub fn counting<'s>(&'s self, basis: &'s Basis) -> Counting<'s, 'a> {
        Counting { seen: self, basis, known: HashMap::default() }
    }

    /// Which codings a basis counts in an interview, whose codings are not at hand.
    fn counted_in(&self, interview: RecordId, coders: &Coders) -> Counted {
        if self.study.blanking.is_withdrawn(interview) {
            return Counted::Nothing;
        }
        match coders {
            Coders::Reference if !self.is_reconciled(interview) => {
                Counted::Coders(self.main_coder_of(interview).into_iter().collect())
            }
            coders => self.counted(coders, interview, &[]),
        }
    }

    /// Which codings a basis counts in an interview that has these.
    fn counted(&self, coders: &Coders, interview: RecordId, codings: &[Coding<'_>]) -> Counted {
        match coders {
            Coders::Everybody => Counted::Everybody,
            Coders::Agreed => Counted::Agreed,
            Coders::Only(coders) => {
                Counted::Coders(coders.iter().map(|coder| self.resolve(*coder)).collect())
            }
            Coders::Reference if self.is_reconciled(interview) => Counted::Agreed,
            Coders::Reference => Counted::Coders(self.main_coder(codings).into_iter().collect()),
        }
    }

    /// Whose coding counts by default: a student before anybody else, then whoever coded first.
    fn main_coder(&self, codings: &[Coding<'_>]) -> Option<RecordId> {
        let codings: Vec<&Coding<'_>> = codings.iter().filter(|coding| coding.agreed.is_none()).collect();
        let coders: BTreeSet<RecordId> = codings.iter().map(|coding| coding.coder).collect();
        let students: BTreeSet<RecordId> = coders.iter().copied().filter(|id| self.is_student(*id)).collect();
        let candidates = if students.is_empty() { coders } else { students };
        if candidates.len() <= 1 {
            return candidates.first().copied();
        }
        let theirs = codings.iter().filter(|coding| candidates.contains(&coding.coder));
        theirs.min_by_key(|coding| (coding.born(), coding.id)).map(|coding| coding.coder)
    }

    /// The main coder of an interview, where anybody has coded it.
    #[must_use]
    pub fn main_coder_of(&self, interview: RecordId) -> Option<RecordId> {
        match self.coders_in(interview)[..] {
            [] => None,
            [coder] => Some(coder),
            _ => self.main_coder(&self.codings_in(interview, &Basis::everything())),
        }
    }

    /// Everybody who has coded an interview, each once; of a coding nothing is read but whose it is.
    fn coders_in(&self, interview: RecordId) -> Vec<RecordId> {
        let mut coders: Vec<RecordId> = Vec::new();
        for (id, _) in self.filed(self.resolve(interview)) {
            let Some(record) = self.record(id).filter(|record| record.is_alive()) else { continue };
            let whole = [Group::CodingAnchor, Group::CodingCode].map(|group| record.value(group).is_some());
            let Some(Value::CodingOrigin(origin)) = record.value(Group::CodingOrigin) else { continue };
            if whole == [true, true] && record.value(Group::CodingAgreed).is_none() {
                let coder = self.resolve(origin.coder);
                if !coders.contains(&coder) {
                    coders.push(coder);
                }
            }
        }
        coders
    }

    /// Who finished an interview that nobody coded and would be its main coder: a student where the study has
    /// one, for what only the second coder has read is not read yet; else whoever finished it.
    #[must_use]
    pub fn silent_main_coders(&self, interview: &Interview<'_>) -> BTreeSet<RecordId> {
        let finished = interview.finished.iter().map(|(coder, _)| *coder);
        let has_student = self.members().iter().any(|member| member.role == Role::Student);
        finished.filter(|coder| !has_student || self.is_student(*coder)).collect()
    }

    /// The codings with one of these codes (redirects followed), as the basis counts them, by interview
    /// and in the order of each text.
    pub fn codings_with(
        &self,
        codes: &[RecordId],
        basis: &Basis,
    ) -> impl Iterator<Item = Coding<'a>> + use<'a> {
        let wanted: BTreeSet<RecordId> = codes.iter().map(|code| self.resolve(*code)).collect();
        let filed =
            self.study.index.by_code.iter().filter(|(code, _)| wanted.contains(&self.resolve(**code)));
        let ids: Vec<RecordId> = filed.flat_map(|(_, codings)| codings.iter().copied()).collect();
        let mut found: Vec<Coding<'a>> = ids.into_iter().filter_map(|id| self.coding(id)).collect();
        let mut counting = self.counting(basis);
        found.retain(|coding| counting.counts(coding));
        let order = self.interview_order();
        let place = |id: &RecordId| order.get(id).copied().unwrap_or(usize::MAX);
        found.sort_by_key(|coding| {
            (place(&coding.interview), coding.place.start, coding.place.end, coding.id)
        });
        found.into_iter()
    }

    /// When a record's first version was written, where the caller knows the journal's times.
    #[must_use]
    pub fn born_op(&self, id: RecordId) -> Option<crate::OpId> {
        self.record(id).and_then(|record| record.born()).map(|version| version.stamp.op)
    }
}

//! Counts of codings: by code, with what lies below it, and by participant.

use super::{Coding, Interview, Seen};
use crate::RecordId;
use crate::basis::{Basis, Coders};
use crate::value::Inclusion;
use foldhash::HashMap;
use std::collections::BTreeSet;

/// How often a code is used.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CodeCount {
    /// Passages with the code itself. One code on overlapping passages of an interview counts once.
    pub own: usize,
    /// Passages with the code or one below it, counted code by code.
    pub total: usize,
    /// The participants in whose words the code or one below it was seen.
    pub participants: BTreeSet<RecordId>,
    /// Those of them whose interview is coded to the end: only they count in « n of N ».
    pub confirmed: BTreeSet<RecordId>,
    /// How many of those stand there by the code itself, not by one below it.
    pub own_confirmed: usize,
}

/// The counts of every code, by one basis.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    codes: HashMap<RecordId, CodeCount>,
    coded: HashMap<RecordId, Coded>,
    /// Analysed interviews.
    pub interviews: usize,
    /// Analysed interviews whose coding is finished, by the basis.
    pub finished: usize,
}

/// How much of an interview is coded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Coded {
    /// How many codings the basis counts in it.
    pub codings: usize,
    /// Where the last of them ends.
    pub end: u32,
}

impl Coded {
    fn of(codings: &[Coding<'_>]) -> Coded {
        let end = codings.iter().map(|coding| coding.place.end).max().unwrap_or_default();
        Coded { codings: codings.len(), end }
    }
}

impl Counts {
    /// How much of an interview is coded, where it is analysed.
    #[must_use]
    pub fn coded(&self, interview: RecordId) -> Option<Coded> {
        self.coded.get(&interview).copied()
    }

    /// The count of a code; nothing where it was never used.
    #[must_use]
    pub fn of(&self, code: RecordId) -> CodeCount {
        self.codes.get(&code).cloned().unwrap_or_default()
    }
}

impl Seen<'_> {
    /// How much of an interview is coded, analysed or not.
    #[must_use]
    pub fn coded(&self, interview: RecordId, basis: &Basis) -> Coded {
        Coded::of(&self.codings_in(interview, basis))
    }

    /// Counts every code over the analysed interviews.
    #[must_use]
    pub fn counts(&self, basis: &Basis) -> Counts {
        let mut counts = Counts::default();
        for interview in self.interviews() {
            if interview.status != Inclusion::Included {
                continue;
            }
            counts.interviews += 1;
            let codings = self.codings_in(interview.id, basis);
            counts.coded.insert(interview.id, Coded::of(&codings));
            let coders: BTreeSet<RecordId> = codings.iter().map(|coding| coding.coder).collect();
            let finished: BTreeSet<RecordId> = interview.finished.iter().map(|(coder, _)| *coder).collect();
            let by_agreement = match basis.coders {
                Coders::Agreed => true,
                Coders::Reference => self.is_reconciled(interview.id),
                _ => false,
            };
            let counted = match by_agreement {
                true => self.is_reconciled(interview.id),
                false if coders.is_empty() => self.finished_without_coding(&interview, basis, &finished),
                false => coders.is_subset(&finished),
            };
            counts.finished += usize::from(counted);
            for coding in &codings {
                let count = counts.codes.entry(coding.code).or_default();
                let people = interview.participants_of(coding.place).into_iter().map(|id| self.resolve(id));
                for person in people {
                    count.participants.insert(person);
                    if counted {
                        count.confirmed.insert(person);
                    }
                }
            }
            for (code, passages) in passages(&codings) {
                counts.codes.entry(code).or_default().own += passages;
            }
        }
        self.roll_up(&mut counts);
        counts
    }

    /// Whether an interview in which the basis counts no coding is finished by it: read, and nothing coded.
    fn finished_without_coding(
        &self,
        interview: &Interview<'_>,
        basis: &Basis,
        finished: &BTreeSet<RecordId>,
    ) -> bool {
        match (&basis.coders, self.main_coder_of(interview.id)) {
            (Coders::Reference, Some(main)) => finished.contains(&main),
            (Coders::Reference, None) => !self.silent_main_coders(interview).is_empty(),
            (Coders::Only(coders), _) => coders.iter().any(|coder| finished.contains(&self.resolve(*coder))),
            _ => !finished.is_empty(),
        }
    }

    fn roll_up(&self, counts: &mut Counts) {
        let nodes = self.codes_of_all_books();
        for count in counts.codes.values_mut() {
            count.total = count.own;
            count.own_confirmed = count.confirmed.len();
        }
        for node in nodes.iter().rev() {
            let Some(parent) = node.parent else { continue };
            let below = counts.of(node.id);
            let above = counts.codes.entry(parent).or_default();
            above.total += below.total;
            above.participants.extend(below.participants);
            above.confirmed.extend(below.confirmed);
        }
    }
}

/// How many passages each code has: overlapping ones count once. The codings are in the order of the text.
fn passages(codings: &[Coding<'_>]) -> HashMap<RecordId, usize> {
    let mut reach: HashMap<RecordId, (usize, u32)> = HashMap::default();
    for coding in codings {
        let (passages, end) = reach.entry(coding.code).or_default();
        if *passages == 0 || coding.place.start >= *end {
            *passages += 1;
        }
        *end = (*end).max(coding.place.end);
    }
    reach.into_iter().map(|(code, (passages, _))| (code, passages)).collect()
}

//! How far double coding and reconciliation are, in numbers.

use super::coders_of;
use super::differences::{Classes, Decided, Item, Sheet};
use model::RecordId;
use model::study::{Interview, Seen};
use model::value::{Difference, Inclusion};

/// How many differences two people settle in a minute.
const A_MINUTE: usize = 4;

/// How far reconciliation is, over all analysed interviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Analysed interviews.
    pub interviews: usize,
    /// Those that two coders coded.
    pub double_coded: usize,
    /// Those whose differences are settled.
    pub reconciled: usize,
    /// Passages of which there is a decision that stands, agreements among them.
    pub decisions: usize,
    /// Those of them by which the first coder's coding was revised.
    pub revised: usize,
    /// Differences that are open, and not settled by a rule of the study.
    pub open: usize,
}

impl Progress {
    /// True where some but not all analysed interviews were coded by two.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.double_coded < self.interviews
    }

    /// About how many minutes two people need for what is open.
    #[must_use]
    pub fn minutes_left(&self) -> usize {
        self.open.div_ceil(A_MINUTE)
    }
}

impl Progress {
    /// How far an interview is; what it adds to the whole. Nothing where it is not analysed.
    #[must_use]
    pub fn of_interview(seen: &Seen<'_>, interview: &Interview<'_>, classes: &Classes) -> Progress {
        if interview.status != Inclusion::Included {
            return Progress::default();
        }
        let decided = Decided::in_interview(seen, interview.id);
        let mut progress = Progress {
            interviews: 1,
            reconciled: usize::from(seen.is_reconciled(interview.id)),
            decisions: decided.standing().count(),
            revised: decided.standing().filter(|decision| decision.outcome.revised).count(),
            ..Progress::default()
        };
        let coders = coders_of(seen, interview.id);
        if let Some(coders) = coders.filter(|coders| is_coded_by(seen, interview.id, *coders)) {
            progress.double_coded = 1;
            progress.open = open(seen, &Sheet::of(seen, interview.id, coders, classes).items);
        }
        progress
    }
}

impl std::iter::Sum for Progress {
    fn sum<I: Iterator<Item = Progress>>(each: I) -> Progress {
        each.fold(Progress::default(), |sum, one| Progress {
            interviews: sum.interviews + one.interviews,
            double_coded: sum.double_coded + one.double_coded,
            reconciled: sum.reconciled + one.reconciled,
            decisions: sum.decisions + one.decisions,
            revised: sum.revised + one.revised,
            open: sum.open + one.open,
        })
    }
}

/// How far reconciliation is.
#[must_use]
pub fn progress(seen: &Seen<'_>) -> Progress {
    let classes = seen.code_classes();
    seen.interviews().iter().map(|interview| Progress::of_interview(seen, interview, &classes)).sum()
}

/// How many items wait for somebody: those that no rule of the study settles.
#[must_use]
pub fn open(seen: &Seen<'_>, items: &[Item]) -> usize {
    let accepts = seen.accepts_other_edges();
    items.iter().filter(|item| item.is_open() && !item.is_settled_by_rule(accepts)).count()
}

/// True when both have coded, finished or declared done an interview, as far as the reader sees.
#[must_use]
pub fn is_coded_by(seen: &Seen<'_>, interview: RecordId, coders: [RecordId; 2]) -> bool {
    coders.iter().all(|coder| has_coded(seen, interview, *coder))
}

/// True when a coder has read an interview to code it: a coding there, a finished coding, or a round of
/// which it is part declared done.
#[must_use]
pub fn has_coded(seen: &Seen<'_>, interview: RecordId, coder: RecordId) -> bool {
    if seen.is_sealed(interview, coder) {
        return false;
    }
    let coder = seen.resolve(coder);
    let basis = model::basis::Basis { coders: model::basis::Coders::Only(vec![coder]), layer: None };
    let finished = seen
        .interview(interview)
        .is_some_and(|known| known.finished.iter().any(|(finisher, _)| *finisher == coder));
    finished
        || !seen.codings_in(interview, &basis).is_empty()
        || seen
            .rounds()
            .iter()
            .any(|round| round.interviews.contains(&seen.resolve(interview)) && round.is_done(coder))
}

/// How many items there are of each kind of difference.
#[must_use]
pub fn tally(items: &[Item]) -> Vec<(Difference, usize)> {
    let count = |difference: &Difference| items.iter().filter(|item| item.difference == *difference).count();
    Difference::ALL.iter().map(|difference| (*difference, count(difference))).collect()
}

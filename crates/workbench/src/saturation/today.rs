//! A claim beside what the study says today: would it still hold, and why not.

use super::freeze::{Claiming, finished_at, is_included};
use super::{Asked, Grid, Order};
use measure::saturation::{Claim, ClaimStatus, Curve, Incidence};
use model::RecordId;
use model::study::Seen;
use model::value::{ClaimFrozen, Density};
use std::collections::BTreeSet;

/// What a claim comes to today.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// Whether it would still hold, in its own order: an interview that has come between its own counts too.
    pub status: ClaimStatus,
    /// True where it held when it was made.
    pub held: bool,
    /// New codes in each confirming interview today.
    pub new_after: Vec<u64>,
    /// True where the curve is what it was.
    pub same_curve: bool,
    /// New codes of each interview of the claim that still counts.
    pub new: Vec<u64>,
    /// What has changed.
    pub changes: Vec<Changed>,
}

/// What has changed since a claim was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// An interview of the claim was left out, withdrawn, or deleted.
    LeftOut(RecordId),
    /// The coding of an interview of the claim was opened again.
    Reopened(RecordId),
    /// An interview was finished since, with so many codes that the claim did not know.
    Added(RecordId, u64),
    /// The interviews of the claim come in another order now.
    Reordered,
    /// Codings of an interview have changed.
    Recoded(RecordId),
    /// A code was merged into another.
    Merged(RecordId, RecordId),
    /// A code is used no more.
    Gone(RecordId),
    /// A code is there that was not, or was not used.
    Created(RecordId),
    /// Something else is said of how dense a category is.
    Density(RecordId, Density, Density),
    /// The argument was changed.
    Argument,
}

/// The new codes of each interview as they were when a claim was made.
#[must_use]
pub fn curve(frozen: &ClaimFrozen) -> Curve {
    let rows = frozen.figures.interviews.iter();
    let rows = rows.map(|one| one.codes.iter().map(|code| *code as usize).collect());
    Incidence::new(rows.collect()).curve()
}

/// What a claim comes to today, as the lens shows it.
#[must_use]
pub fn today(seen: &Seen<'_>, argument: &str, frozen: &ClaimFrozen) -> Today {
    let then = curve(frozen);
    let terms = &frozen.terms;
    let claim = Claim { at: terms.at as usize, confirm: terms.confirm as usize };
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let claiming = Claiming::of(terms, &frozen.figures.interviews, method);
    let asked = match claiming.asked.order {
        // Gathered whole: some of the list may count no more.
        Order::List(_) => Asked { order: Order::Date, ..claiming.asked.clone() },
        _ => claiming.asked.clone(),
    };
    let grid = Grid::gather(seen, &asked).unwrap_or_default();
    let (kept, mut changes) = interviews(seen, frozen, &grid, &claiming);
    changes.extend(codes(seen, frozen, &grid, &kept));
    changes.extend(densities(seen, frozen));
    if argument.trim() != frozen.argument.trim() {
        changes.push(Changed::Argument);
    }
    let order = order(&grid, &kept, &claiming.asked.order);
    let in_order: Vec<RecordId> = order.iter().copied().filter(|id| kept.contains(id)).collect();
    if in_order != kept {
        changes.push(Changed::Reordered);
    }
    let curve = Incidence::new(rows(&grid, &order)).curve();
    let found = placed(claim, &order, &kept).check(&curve);
    let whole = order == kept && kept.len() == frozen.figures.interviews.len();
    let covered = frozen.figures.interviews.iter().take(claim.at + claim.confirm);
    let covered = covered.into_iter().all(|one| kept.contains(&seen.resolve(one.interview)));
    Today {
        status: if covered { found.status } else { ClaimStatus::NotAssessable },
        held: claim.check(&then).status == ClaimStatus::Holds,
        new_after: found.new_after,
        same_curve: whole && curve.new == then.new,
        new: curve.new,
        changes,
    }
}

/// The interviews of the claim that still count, in its order, and what became of the others.
fn interviews(
    seen: &Seen<'_>,
    frozen: &ClaimFrozen,
    grid: &Grid,
    claiming: &Claiming,
) -> (Vec<RecordId>, Vec<Changed>) {
    let (mut kept, mut changes) = (Vec::new(), Vec::new());
    // A copy for a director has its codings on the present texts, not on those that were sealed.
    let sealed = seen.is_copy_for().is_none();
    for one in &frozen.figures.interviews {
        let id = seen.resolve(one.interview);
        if grid.counted.iter().any(|counted| counted.interview == id) {
            kept.push(id);
            if sealed && seen.codings_digest(id, &claiming.asked.basis) != one.codings {
                changes.push(Changed::Recoded(id));
            }
        } else if is_included(seen, id) {
            changes.push(Changed::Reopened(id));
        } else {
            changes.push(Changed::LeftOut(one.interview));
        }
    }
    let known: BTreeSet<RecordId> = frozen.figures.codes.iter().map(|code| seen.resolve(*code)).collect();
    // What a chosen order left out when the claim was made is not new.
    let since = |counted: &&super::Counted| {
        let interview = seen.interview(counted.interview);
        interview.and_then(|one| finished_at(seen, &one, claiming)).is_none_or(|at| at >= frozen.at)
    };
    for counted in grid.counted.iter().filter(|counted| !kept.contains(&counted.interview)).filter(since) {
        let new = counted.codes.iter().filter(|code| !known.contains(code)).count();
        changes.push(Changed::Added(counted.interview, u64::try_from(new).unwrap_or(u64::MAX)));
    }
    (kept, changes)
}

/// The interviews in the order of the claim, up to the last of its own: with those that came between by date or by
/// coding; a chosen order takes none in.
fn order(grid: &Grid, kept: &[RecordId], order: &Order) -> Vec<RecordId> {
    if matches!(order, Order::List(_)) {
        return kept.to_vec();
    }
    let all: Vec<RecordId> = grid.counted.iter().map(|one| one.interview).collect();
    let end = all.iter().rposition(|id| kept.contains(id)).map_or(0, |last| last + 1);
    all.into_iter().take(end).collect()
}

/// The claim on interviews of which some are not its own: up to the same number of its own.
fn placed(claim: Claim, order: &[RecordId], kept: &[RecordId]) -> Claim {
    let after = |own: usize| {
        let places = order.iter().enumerate().filter(|(_, id)| kept.contains(id)).map(|(place, _)| place + 1);
        own.checked_sub(1).and_then(|nth| places.into_iter().nth(nth)).unwrap_or(own)
    };
    let at = after(claim.at);
    Claim { at, confirm: after(claim.at + claim.confirm).saturating_sub(at) }
}

fn rows(grid: &Grid, kept: &[RecordId]) -> Vec<Vec<usize>> {
    let place: std::collections::BTreeMap<RecordId, usize> =
        grid.codes.iter().enumerate().map(|(at, code)| (*code, at)).collect();
    let of = |id: &RecordId| {
        let counted = grid.counted.iter().find(|counted| counted.interview == *id);
        let codes = counted.into_iter().flat_map(|counted| &counted.codes);
        codes.filter_map(|code| place.get(code).copied()).collect()
    };
    kept.iter().map(of).collect()
}

fn codes(seen: &Seen<'_>, frozen: &ClaimFrozen, grid: &Grid, kept: &[RecordId]) -> Vec<Changed> {
    let used = grid.counted.iter().filter(|counted| kept.contains(&counted.interview));
    let used: BTreeSet<RecordId> = used.flat_map(|counted| counted.codes.iter().copied()).collect();
    let mut changes = Vec::new();
    for code in &frozen.figures.codes {
        let now = seen.resolve(*code);
        if now != *code {
            changes.push(Changed::Merged(*code, now));
        } else if !used.contains(code) {
            changes.push(Changed::Gone(*code));
        }
    }
    let known: BTreeSet<RecordId> = frozen.figures.codes.iter().map(|code| seen.resolve(*code)).collect();
    changes.extend(used.difference(&known).map(|code| Changed::Created(*code)));
    changes
}

fn densities(seen: &Seen<'_>, frozen: &ClaimFrozen) -> Vec<Changed> {
    let changed = frozen.categories.iter().filter_map(|one| {
        let (now, _) = seen.density(one.category);
        (now != one.density).then_some(Changed::Density(one.category, one.density, now))
    });
    changed.collect()
}

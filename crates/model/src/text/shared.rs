//! What two lists have in common, in order.

use std::hash::Hash;

use imara_diff::{Algorithm, Diff, Interner};

/// A run of items that two lists share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shared {
    /// Where it begins in the old list.
    pub old: usize,
    /// Where it begins in the new list.
    pub new: usize,
    pub len: usize,
}

/// The runs that two lists share, in order: the rarest are considered first.
pub(super) fn shared<T: Copy + Eq + Hash>(old: &[T], new: &[T]) -> Vec<Shared> {
    let mut interner = Interner::new(old.len());
    let before: Vec<_> = old.iter().map(|&item| interner.intern(item)).collect();
    let after: Vec<_> = new.iter().map(|&item| interner.intern(item)).collect();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &before, &after, interner.num_tokens());
    let mut runs = Vec::new();
    let mut done = Shared { old: 0, new: 0, len: 0 };
    for hunk in diff.hunks() {
        runs.push(Shared { len: hunk.before.start as usize - done.old, ..done });
        done = Shared { old: hunk.before.end as usize, new: hunk.after.end as usize, len: 0 };
    }
    runs.push(Shared { len: old.len() - done.old, ..done });
    runs.retain(|run| run.len > 0);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_runs_cover_what_both_lists_hold() {
        let runs = shared(&[1, 2, 3, 4, 5, 6], &[9, 2, 3, 5, 7, 6]);
        let triples: Vec<_> = runs.iter().map(|run| (run.old, run.new, run.len)).collect();
        assert_eq!(triples, [(1, 1, 2), (4, 3, 1), (5, 5, 1)]);
        assert_eq!(shared(&[1, 2], &[3]), []);
        assert_eq!(shared::<u8>(&[], &[]), []);
        assert_eq!(shared(&[4, 5], &[4, 5]), [Shared { old: 0, new: 0, len: 2 }]);
    }
}

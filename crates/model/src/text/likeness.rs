//! How much two words resemble each other.

use super::tokens::fold;

/// The longest word whose letters are compared one by one.
const LONGEST: usize = 48;

/// The letters of a word as one hears them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letters {
    chars: Vec<char>,
    /// One bit for each letter that occurs, modulo 64: rejects most unlike words at once.
    seen: u64,
}

impl Letters {
    pub fn new(word: &str) -> Self {
        let chars: Vec<char> = fold(word).chars().collect();
        let seen = chars.iter().fold(0, |seen, &c| seen | 1 << (u32::from(c) % 64));
        Self { chars, seen }
    }

    pub fn as_slice(&self) -> &[char] {
        &self.chars
    }

    /// The letters of the longer word less twice those that must change: all of them for one word
    /// spelt two ways, zero where half or more differs.
    pub fn likeness(&self, other: &Self) -> u32 {
        let longer = self.longer(other);
        u32::try_from(longer.saturating_sub(2 * self.changed(other))).unwrap_or(u32::MAX)
    }

    /// The likeness, but one where just half differs, as in « sa » and « ça »: two such words are still
    /// paired where nothing else is.
    pub fn likeness_or_half(&self, other: &Self) -> u32 {
        let (longer, changed) = (self.longer(other), self.changed(other));
        let half = usize::from(longer > 0 && 2 * changed == longer);
        u32::try_from(longer.saturating_sub(2 * changed) + half).unwrap_or(u32::MAX)
    }

    fn longer(&self, other: &Self) -> usize {
        self.chars.len().max(other.chars.len())
    }

    /// How many letters must change; all of them where more than half must.
    fn changed(&self, other: &Self) -> usize {
        let longer = self.longer(other);
        if self.chars == other.chars {
            0
        } else if longer > LONGEST || 2 * self.least_distance(other) > longer {
            longer
        } else {
            distance(&self.chars, &other.chars)
        }
    }

    /// A bound from below: each letter that only one of the words has must change.
    fn least_distance(&self, other: &Self) -> usize {
        let only = (self.seen & !other.seen).count_ones().max((other.seen & !self.seen).count_ones());
        self.chars.len().abs_diff(other.chars.len()).max(only as usize)
    }
}

/// The least number of letters to insert, delete, replace, or swap with their neighbour.
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_letters_less_twice_the_changed() {
        let like = |a, b| Letters::new(a).likeness(&Letters::new(b));
        assert_eq!(like("dormir", "Dormir,"), 6);
        assert_eq!(like("dormir", "dormi"), 4);
        assert_eq!(like("fatigué", "fatiqué"), 5);
        assert_eq!(like("dros", "dors"), 2);
        assert_eq!(like("lundi", "mardi"), 0);
        assert_eq!(like("à", "b"), 0);
        assert_eq!((like("sa", "ça"), like("dors", "endormi")), (0, 0));
    }

    #[test]
    fn words_of_which_half_differs_are_still_paired() {
        let like = |a, b| Letters::new(a).likeness_or_half(&Letters::new(b));
        assert_eq!((like("sa", "ça"), like("dors", "dont"), like("le", "le")), (1, 1, 2));
        assert_eq!((like("a", "b"), like("lundi", "mardi"), like("sa", "on")), (0, 0, 0));
    }

    #[test]
    fn a_swap_of_neighbours_is_one_change() {
        let far = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(far("kitten", "sitting"), 3);
        assert_eq!((far("", "abc"), far("abc", "")), (3, 3));
        assert_eq!((far("dros", "dors"), far("ca", "abc")), (1, 3));
    }
}

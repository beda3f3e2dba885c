//! Numbers that look like chance and follow from a seed: the same seed makes the same study.

/// A generator of numbers (SplitMix64).
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The dice of one purpose: with another `purpose` the same seed gives other numbers, so that what is
    /// drawn for one thing does not change what is drawn for the next.
    pub fn new(seed: u64, purpose: &str) -> Dice {
        let mut dice = Dice(seed);
        for byte in purpose.bytes() {
            dice.0 = dice.0.rotate_left(8) ^ u64::from(byte);
            dice.next();
        }
        dice
    }

    /// Any number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number under `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.next()) * (end as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// True in so many cases of a hundred.
    pub fn percent(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// One of some things.
    pub fn pick<'t, T>(&mut self, things: &'t [T]) -> Option<&'t T> {
        things.get(self.below(things.len()))
    }

    /// A number under `end`, small ones far more often.
    pub fn mostly_small(&mut self, end: usize) -> usize {
        let low = self.below(end.max(1));
        let high = self.below(end.max(1));
        low * high / end.max(1)
    }

    /// Puts things in an order of chance.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = self.below(last + 1);
            things.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn a_seed_and_a_purpose_say_which_numbers_come() {
        let draw = |seed, purpose| {
            let mut dice = Dice::new(seed, purpose);
            [dice.next(), dice.next()]
        };
        assert_eq!(draw(7, "text"), draw(7, "text"));
        assert_ne!(draw(7, "text"), draw(8, "text"));
        assert_ne!(draw(7, "text"), draw(7, "codes"));
        assert_ne!(draw(7, "1"), draw(7, "2"));
    }

    #[test]
    fn every_number_of_a_range_comes() {
        let mut dice = Dice::new(1, "");
        let drawn: std::collections::BTreeSet<usize> = (0..200).map(|_| dice.between(3, 6)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [3, 4, 5, 6]);
        assert_eq!(dice.below(0), 0);
        assert!((0..1000).all(|_| dice.mostly_small(5) < 5));
    }

    #[test]
    fn shuffling_loses_nothing() {
        let mut things: Vec<usize> = (0..50).collect();
        Dice::new(3, "").shuffle(&mut things);
        assert_ne!(things, (0..50).collect::<Vec<_>>());
        things.sort_unstable();
        assert_eq!(things, (0..50).collect::<Vec<_>>());
    }
}

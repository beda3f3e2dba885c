//! Numbers that look drawn by chance and follow from a seed alone, the same on every machine.

/// A generator (SplitMix64: Steele, Lea & Flood 2014, *Fast splittable pseudorandom number generators*).
///
/// The seed is stored with the result it led to; the same seed gives the same result for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seeded {
    state: u64,
}

impl Seeded {
    /// The generator that follows from a seed.
    #[must_use]
    pub fn new(seed: u64) -> Seeded {
        Seeded { state: seed }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where the bound is 0.
    ///
    /// By multiplication (Lemire 2019) without rejection: a number is off by less than one in 2^32 for
    /// bounds below 2^32, which no figure here can show.
    pub fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.bits()) * (bound as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// Puts a list in an order drawn by chance (Fisher–Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first values for the seed 1234567 as published with the reference code.
    #[test]
    fn the_published_sequence() {
        let mut generator = Seeded::new(1_234_567);
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
        ];
        assert_eq!(std::array::from_fn(|_| generator.bits()), expected);
    }

    #[test]
    fn a_shuffle_keeps_everything_and_moves_something() {
        let mut list: Vec<usize> = (0..50).collect();
        Seeded::new(7).shuffle(&mut list);
        assert_ne!(list, (0..50).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
        assert_eq!(Seeded::new(1).below(0), 0);
    }
}

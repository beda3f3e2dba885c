//! Why a measure has no value.

/// A measure, or why it has none.
pub type Measured<T = f64> = Result<T, Undefined>;

/// Why a measure has no value. The texts are short names for tables and files; screens word them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum Undefined {
    /// There is nothing to measure on: no unit, no interview, no character.
    #[error("no units")]
    NoUnits,
    /// No unit was rated by two coders.
    #[error("no pairable units")]
    NoPairableUnits,
    /// Everything that can be compared is in one category: nothing can agree beyond chance.
    #[error("no variation")]
    NoVariation,
    /// Nobody used the code.
    #[error("nothing coded")]
    NothingCoded,
    /// Every unit was coded by everybody: there is no absence to agree on.
    #[error("everything coded")]
    EverythingCoded,
    /// What one coder marked, no other did: nothing to compare the values of.
    #[error("no overlap")]
    NoOverlap,
    /// The measure is for two coders.
    #[error("not two coders")]
    NotTwoCoders,
    /// The coders did not all rate the same number of times.
    #[error("unequal numbers of ratings")]
    UnequalRatings,
    /// One unit, document or interview is too few to say how much the figure would vary.
    #[error("too few units")]
    TooFewUnits,
    /// Two segmentations of different lengths.
    #[error("different lengths")]
    DifferentLengths,
    /// Nothing was seen in exactly two interviews, so the formula has no value.
    #[error("no code in exactly two interviews")]
    NoDoubletons,
    /// Nothing is estimated beyond what was seen.
    #[error("nothing estimated beyond what was seen")]
    NothingUnseen,
    /// A probability of 0 or 1, or outside them.
    #[error("not a share between 0 and 1")]
    NotAShare,
}

/// The mean of the values that are defined, with how many are and how many are not.
pub fn mean_of_defined(values: impl IntoIterator<Item = Measured>) -> (Measured, usize, usize) {
    let (mut sum, mut defined, mut undefined) = (0.0, 0usize, 0usize);
    for value in values {
        match value {
            Ok(value) => {
                sum += value;
                defined += 1;
            }
            Err(_) => undefined += 1,
        }
    }
    let mean = if defined == 0 { Err(Undefined::NoVariation) } else { Ok(sum / count(defined)) };
    (mean, defined, undefined)
}

/// A number of things as a real number. Exact up to 2^53, far beyond any number of units here.
#[allow(clippy::cast_precision_loss)] // see above
pub(crate) fn count(n: usize) -> f64 {
    n as f64
}

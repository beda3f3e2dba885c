//! Planning: would a code of some prevalence have been met? (Binomial; Galvin 2015.)

use crate::{Measured, Undefined};

/// The probability that something held by a share of people is met at least once in n interviews.
///
/// # Errors
/// When `prevalence` is not between 0 and 1.
pub fn probability_seen(prevalence: f64, interviews: u32) -> Measured {
    if !(0.0..=1.0).contains(&prevalence) {
        return Err(Undefined::NotAShare);
    }
    Ok(1.0 - (1.0 - prevalence).powi(i32::try_from(interviews).unwrap_or(i32::MAX)))
}

/// The fewest interviews in which it is met with a probability of 95 %.
///
/// # Errors
/// When `prevalence` is not above 0 and at most 1.
pub fn interviews_for_95(prevalence: f64) -> Measured<u64> {
    if !(prevalence > 0.0 && prevalence <= 1.0) {
        return Err(Undefined::NotAShare);
    }
    if prevalence >= 1.0 {
        return Ok(1);
    }
    let interviews = (0.05f64.ln() / (-prevalence).ln_1p()).ceil();
    // Beyond 2^53 interviews the last digits are not exact; nobody holds them.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(interviews.max(1.0) as u64)
}

//! Whole numbers to real ones, and quotients that may not exist.

use crate::undefined::{Measured, Undefined};

/// A whole number as a real one: exact up to 2^53, within one part in 2^53 beyond.
#[allow(clippy::cast_precision_loss)] // see above
pub(crate) fn real(n: u64) -> f64 {
    n as f64
}

/// A wide whole number as a real one, within one part in 2^53.
#[allow(clippy::cast_precision_loss)] // see above
pub(crate) fn wide(n: u128) -> f64 {
    n as f64
}

/// A difference of wide whole numbers as a real one.
pub(crate) fn difference(a: u128, b: u128) -> f64 {
    if a >= b { wide(a - b) } else { -wide(b - a) }
}

/// A quotient, or the reason given where the divisor is nothing.
pub(crate) fn quotient(a: f64, b: f64, otherwise: Undefined) -> Measured {
    if b == 0.0 { Err(otherwise) } else { Ok(a / b) }
}

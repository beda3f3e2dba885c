//! Laws of the measures, on made-up data; the seed of a failure is printed.

#![allow(clippy::unwrap_used)] // a value that must exist and does not fails the test

mod agreement;
mod characters;
mod resampling;
mod saturation;

/// Equal up to the rounding of a few operations; both undefined for the same reason counts too.
fn alike(a: measure::Measured, b: measure::Measured) -> bool {
    match (a, b) {
        (Ok(a), Ok(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    }
}

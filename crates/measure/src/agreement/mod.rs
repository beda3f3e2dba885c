//! Agreement between coders.
//!
//! From spans to numbers: spans are united ([`spans`]), divided into units ([`division`]), counted by who
//! coded what ([`patterns`], [`PairCounts`]), and compared. Nothing here loops over characters.
//!
//! Sources of the formulas: Cohen 1960, Scott 1955, Fleiss 1971, Light 1971, Conger 1980, Brennan &
//! Prediger 1981, Gwet 2008, Krippendorff 2011; each is named where it stands.

pub mod boundaries;
mod comparison;
mod contingency;
pub mod division;
mod pair;
pub mod patterns;
mod ratings;
pub mod resampling;
pub mod segments;
mod sets;
pub mod spans;
mod tally;
pub mod unitizing;

pub use comparison::{Coded, Comparison, DocumentCounts, Reading, compare, sets};
pub(crate) use contingency::NORMAL_95;
pub use contingency::{Contingency, NotSquare};
pub use pair::PairCounts;
pub use ratings::{Rating, Ratings};
pub use sets::{SetDistance, SetRatings};
pub use tally::{Tally, TallyRow};

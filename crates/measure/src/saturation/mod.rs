//! Evidence of saturation: when new codes stop coming, how sure that is, and how far it depends on the
//! order of the interviews.
//!
//! Interviews are counted from 1, as people do: "saturation at the 5th". Sources: Guest, Namey & Chen 2020;
//! Francis et al. 2010; Squire et al. 2024; Hagaman & Wutich 2017; Constantinou et al. 2017 (orders); Chao
//! 1987; Chao & Jost 2012; Colwell et al. 2012 (estimators).

mod claim;
mod curve;
mod detection;
mod guest;
mod incidence;
mod orders;
mod rarefaction;
mod richness;
mod stopping;

pub use claim::{Claim, ClaimStatus, Claimed, upper_probability};
pub use curve::Curve;
pub use detection::{interviews_for_95, probability_seen};
pub use guest::{Guest, GuestReached, GuestRun, GuestStatus};
pub use incidence::Incidence;
pub use orders::{MOST_EXHAUSTIVE, Orders, try_orders};
pub use rarefaction::{expected_codes, expected_curve, rarefied_deviation};
pub use richness::Richness;
pub use stopping::{Stopped, Stopping, StoppingStatus};

/// Where a rule can be applied at all, and what it then says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotAssessable {
    /// There are fewer interviews than the rule needs.
    #[error("fewer interviews than base + run")]
    TooFewInterviews,
    /// The first interviews brought no code: there is nothing to compare with.
    #[error("no code in the base")]
    NoCodeInBase,
    /// No interview brought a code: that nothing new came is then no sign of anything.
    #[error("nothing coded")]
    NothingCoded,
    /// A rule that looks at no interview.
    #[error("a base and a run hold at least one interview")]
    EmptyRule,
}

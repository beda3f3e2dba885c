//! Why a measure has no value here.

use i18n::Lang;
use measure::Undefined;

/// Why a measure has no value here, in words that end a sentence.
#[must_use]
pub fn undefined(lang: Lang, why: Undefined) -> &'static str {
    let name = match why {
        Undefined::NoUnits => "no_units",
        Undefined::NoPairableUnits => "no_pairable_units",
        Undefined::NoVariation => "no_variation",
        Undefined::NothingCoded => "nothing_coded",
        Undefined::EverythingCoded => "everything_coded",
        Undefined::NoOverlap => "no_overlap",
        Undefined::NotTwoCoders => "not_two_coders",
        Undefined::UnequalRatings => "unequal_ratings",
        _ => "too_few",
    };
    i18n::undefined_reason(lang, name)
}

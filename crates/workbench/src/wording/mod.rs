//! Sentences: the one place that words what was done, refused or found, in the language of the interface.

mod basis;
mod failure;
mod field;
mod finding;
mod journal;
mod measure;
mod names;
mod project_file;
mod query;
mod record;
mod saturation;
mod table;
mod thought;
mod transcript_file;

#[cfg(test)]
mod failure_tests;
#[cfg(test)]
mod journal_claims_tests;
#[cfg(test)]
mod journal_double_coding_tests;
#[cfg(test)]
mod journal_tests;
#[cfg(test)]
mod journal_theory_tests;

pub use crate::review::day_in_words as day;
pub use crate::review::sheet::visa_text as visa;
pub use basis::basis;
pub use failure::{About, failure, failure_about};
pub use field::{field_name, value_said};
pub use finding::{file_finding, file_finding_kind, study_finding, study_finding_kind};
pub use journal::{deed, op, op_kind};
pub use measure::undefined;
pub use project_file::reason;
pub use record::record_name;
pub use saturation::{estimates, later, listed, not_assessable, open_order, rules, threshold, why_word};
pub use thought::{gap, gap_title, relation, relation_cited, relation_sort};
pub use transcript_file::warning;

use i18n::Lang;
use model::value::Method;

/// The name of a method.
#[must_use]
pub fn method(lang: Lang, method: Method) -> &'static str {
    match method {
        Method::Grounded => i18n::method_grounded(lang),
        Method::Thematic => i18n::method_thematic(lang),
    }
}

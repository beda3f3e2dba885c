//! Why a query cannot be answered, in words.

use i18n::Lang;
use index::QueryError;

pub(super) fn query(lang: Lang, error: &QueryError) -> String {
    let count = |most: usize| i64::try_from(most).unwrap_or(i64::MAX);
    match error {
        QueryError::OnlyExcluded => i18n::error_query_only_excluded(lang).to_owned(),
        QueryError::TooLong { most } => i18n::error_query_too_long(lang, count(*most)),
        QueryError::TooDeep { most } => i18n::error_query_too_deep(lang, count(*most)),
        QueryError::Regex { problem } => i18n::error_query_regex(lang, problem),
        QueryError::RegexTooLarge => i18n::error_query_regex_too_large(lang).to_owned(),
        QueryError::TookTooLong => i18n::error_query_took_too_long(lang).to_owned(),
        _ => i18n::error_query_empty(lang).to_owned(),
    }
}

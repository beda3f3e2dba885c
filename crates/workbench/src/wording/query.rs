//! Why a query cannot be answered, in words.

use i18n::Lang;
use index::{QueryError, RegexFault};

pub(super) fn query(lang: Lang, error: &QueryError) -> String {
    let count = |most: usize| i64::try_from(most).unwrap_or(i64::MAX);
    match error {
        QueryError::OnlyExcluded => i18n::error_query_only_excluded(lang).to_owned(),
        QueryError::TooLong { most } => i18n::error_query_too_long(lang, count(*most)),
        QueryError::TooDeep { most } => i18n::error_query_too_deep(lang, count(*most)),
        QueryError::Regex { fault, at } => i18n::error_query_regex(lang, count(*at), wrong(lang, *fault)),
        QueryError::RegexTooLarge => i18n::error_query_regex_too_large(lang).to_owned(),
        QueryError::TookTooLong => i18n::error_query_took_too_long(lang).to_owned(),
        _ => i18n::error_query_empty(lang).to_owned(),
    }
}

fn wrong(lang: Lang, fault: RegexFault) -> &'static str {
    match fault {
        RegexFault::OpenGroup => i18n::regex_open_group(lang),
        RegexFault::StrayClose => i18n::regex_stray_close(lang),
        RegexFault::OpenClass => i18n::regex_open_class(lang),
        RegexFault::NothingRepeated => i18n::regex_nothing_repeated(lang),
        RegexFault::BadCount => i18n::regex_bad_count(lang),
        RegexFault::BadRange => i18n::regex_bad_range(lang),
        RegexFault::BadEscape => i18n::regex_bad_escape(lang),
        RegexFault::NotOffered => i18n::regex_not_offered(lang),
        RegexFault::TooDeep => i18n::regex_too_deep(lang),
        _ => i18n::regex_unreadable(lang),
    }
}

//! The help of what leads from labels to theory.

use i18n::Lang;

/// What a subcommand is for.
pub fn subcommand(lang: Lang, path: &[&str]) -> Option<&'static str> {
    Some(match path {
        ["memos"] => i18n::cli_memos(lang),
        ["memos", "write"] => i18n::cli_memos_write(lang),
        ["relations"] => i18n::cli_relations(lang),
        ["relations", "add"] => i18n::cli_relations_add(lang),
        ["relations", "mark"] => i18n::cli_relations_mark(lang),
        ["relations", "meet"] => i18n::cli_relations_meet(lang),
        ["theory"] => i18n::cli_theory(lang),
        ["theory", "keep"] => i18n::cli_theory_keep(lang),
        ["theory", "affected"] => i18n::cli_theory_affected(lang),
        ["gaps"] => i18n::cli_gaps(lang),
        ["dimensions"] => i18n::cli_dimensions(lang),
        ["history"] => i18n::cli_history(lang),
        ["schema"] => i18n::cli_schema(lang),
        ["queries"] => i18n::cli_queries(lang),
        ["grid"] => i18n::cli_grid(lang),
        _ => return None,
    })
}

/// What an argument or option is for.
pub fn argument(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "journal" => i18n::cli_option_journal(lang),
        "memo_kind" => i18n::cli_option_memo_kind(lang),
        "about" => i18n::cli_option_about(lang),
        "versions" => i18n::cli_option_versions(lang),
        "memo_title" => i18n::cli_option_memo_title(lang),
        "memo_body" => i18n::cli_option_memo_body(lang),
        "memo_file" => i18n::cli_option_memo_file(lang),
        "against" => i18n::cli_option_against(lang),
        "withdraw" => i18n::cli_option_withdraw(lang),
        "why" => i18n::cli_option_comment(lang),
        "near" => i18n::cli_option_near(lang),
        "without" => i18n::cli_option_without(lang),
        "where" => i18n::cli_option_where(lang),
        "save_query" => i18n::cli_option_save_query(lang),
        "mark" => i18n::cli_option_mark(lang),
        "compare" => i18n::cli_option_compare(lang),
        "on_day" => i18n::cli_option_on(lang),
        "until" => i18n::cli_option_until(lang),
        "older" => i18n::cli_option_old_definitions(lang),
        "tick" => i18n::cli_option_tick(lang),
        "query_name" => i18n::cli_option_query(lang),
        "schema_output" => i18n::cli_option_schema_output(lang),
        "schema_title" => i18n::cli_option_schema_title(lang),
        "relation_count" => i18n::cli_option_relation_count(lang),
        "relation_cite" => i18n::cli_option_relation_cite(lang),
        "relation_type" => i18n::cli_option_relation_type(lang),
        "relation_from" => i18n::cli_argument_relation_from(lang),
        "relation_to" => i18n::cli_argument_relation_to(lang),
        "evidence_about" => i18n::cli_argument_evidence_about(lang),
        "evidence" => i18n::cli_argument_evidence(lang),
        "meeting" => i18n::cli_argument_meeting(lang),
        "theory_name" => i18n::cli_argument_theory_name(lang),
        "affected" => i18n::cli_argument_affected(lang),
        "history_from" => i18n::cli_argument_history_from(lang),
        "schema" => i18n::cli_argument_schema(lang),
        "grid_file" => i18n::cli_argument_grid_file(lang),
        _ => return None,
    })
}

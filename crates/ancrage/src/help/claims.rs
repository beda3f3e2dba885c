//! The help of claims of saturation and reviews.

use i18n::Lang;

/// What a subcommand is for.
pub fn subcommand(lang: Lang, path: &[&str]) -> Option<&'static str> {
    Some(match path {
        ["claim"] => i18n::cli_claim(lang),
        ["claim", "write"] => i18n::cli_claim_write(lang),
        ["claim", "make"] => i18n::cli_claim_make(lang),
        ["claim", "check"] => i18n::cli_claim_check(lang),
        ["claim", "withdraw"] => i18n::cli_claim_withdraw(lang),
        ["claim", "sheet"] => i18n::cli_claim_sheet(lang),
        ["review"] => i18n::cli_review(lang),
        ["review", "visa"] => i18n::cli_review_visa(lang),
        ["review", "comment"] => i18n::cli_review_comment(lang),
        ["review", "threads"] => i18n::cli_review_threads(lang),
        ["review", "resolve"] => i18n::cli_review_resolve(lang),
        ["review", "share"] => i18n::cli_review_share(lang),
        ["review", "seen"] => i18n::cli_review_seen(lang),
        ["review", "page"] => i18n::cli_review_page(lang),
        ["review", "copy"] => i18n::cli_review_copy(lang),
        ["review", "take"] => i18n::cli_review_take(lang),
        ["review", "board"] => i18n::cli_review_board(lang),
        _ => return None,
    })
}

/// What an argument or option is for.
pub fn argument(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "which_claim" => i18n::cli_argument_claim(lang),
        "claim_says" => i18n::cli_argument_claim_says(lang),
        "claim_argument" => i18n::cli_option_argument(lang),
        "argument_file" => i18n::cli_option_argument_file(lang),
        "again" => i18n::cli_option_again(lang),
        "sheet_output" => i18n::cli_option_sheet_output(lang),
        "figure" => i18n::cli_option_figure(lang),
        "estimates" => i18n::cli_option_estimates(lang),
        "as_coded" => i18n::cli_option_as_coded(lang),
        "agree" => i18n::cli_option_agree(lang),
        "refuse" => i18n::cli_option_refuse(lang),
        "visa_reason" => i18n::cli_option_visa_reason(lang),
        "for_director" => i18n::cli_option_for_director(lang),
        "proof" => i18n::cli_option_proof(lang),
        "reopen_thread" => i18n::cli_option_reopen_thread(lang),
        "hide_memo" => i18n::cli_option_hide_memo(lang),
        "commented" => i18n::cli_argument_about(lang),
        "comment_text" => i18n::cli_argument_comment(lang),
        "thread" => i18n::cli_argument_thread(lang),
        "shared_memo" => i18n::cli_argument_memo(lang),
        "replies" => i18n::cli_argument_replies(lang),
        "studies" => i18n::cli_argument_studies(lang),
        "page_output" => i18n::cli_option_page_output(lang),
        "copy_output" => i18n::cli_option_copy_output(lang),
        "page_for" => i18n::cli_option_page_for(lang),
        _ => return None,
    })
}

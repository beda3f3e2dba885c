//! What arguments and options are for, by their identifiers in [`crate::arguments`].

use super::{claims, theory};
use i18n::Lang;

/// What an argument or option is for.
pub(super) fn argument_help(lang: Lang, id: &str) -> Option<&'static str> {
    let subjects = [
        of_every_command,
        of_interviews,
        of_codings,
        of_searching,
        of_files,
        of_records,
        of_packets,
        of_reconciling,
        of_generating,
        of_measures,
    ];
    let found = subjects.into_iter().find_map(|of_subject| of_subject(lang, id));
    found.or_else(|| theory::argument(lang, id)).or_else(|| claims::argument(lang, id))
}

/// What stands with every command, or with most of them.
fn of_every_command(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "help" => i18n::cli_option_help(lang),
        "version" => i18n::cli_option_version(lang),
        "json" => i18n::cli_option_json(lang),
        "lang" => i18n::cli_option_lang(lang),
        "as" | "as_before" => i18n::cli_option_as(lang),
        "project" => i18n::cli_argument_project(lang),
        "new_project" => i18n::cli_argument_new_project(lang),
        "demo_project" => i18n::cli_argument_demo_project(lang),
        _ => return None,
    })
}

/// What is said of interviews, as they are taken in and read.
fn of_interviews(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "files" => i18n::cli_argument_files(lang),
        "interview" => i18n::cli_argument_interview(lang),
        "title" => i18n::cli_option_title(lang),
        "members" => i18n::cli_option_member(lang),
        "no_window" => i18n::cli_option_no_window(lang),
        "interviewer" => i18n::cli_option_interviewer(lang),
        "participant" => i18n::cli_option_participant(lang),
        "encoding" => i18n::cli_option_encoding(lang),
        "comments" => i18n::cli_option_comments(lang),
        "parts" => i18n::cli_option_parts(lang),
        "unite_spellings" => i18n::cli_option_unite_spellings(lang),
        "no_original" => i18n::cli_option_no_original(lang),
        "preview" => i18n::cli_option_preview(lang),
        "speaker_name" => i18n::cli_option_name(lang),
        "speaker_role" => i18n::cli_option_role(lang),
        "speaker_label" => i18n::cli_argument_label(lang),
        _ => return None,
    })
}

/// Whose codings, and of what.
fn of_codings(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "coder" => i18n::cli_option_coder(lang),
        "coder_list" => i18n::cli_option_coder_list(lang),
        "agreed" => i18n::cli_option_agreed(lang),
        "layer" => i18n::cli_option_layer(lang),
        "revision" => i18n::cli_option_revision(lang),
        "code" => i18n::cli_option_code(lang),
        "below" => i18n::cli_option_below(lang),
        "only_interview" => i18n::cli_option_interview(lang),
        "reopen" => i18n::cli_option_reopen(lang),
        "minutes" => i18n::cli_option_minutes(lang),
        _ => return None,
    })
}

/// Looking for words, and counting them.
fn of_searching(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "query" => i18n::cli_argument_query(lang),
        "speaker" => i18n::cli_option_speaker(lang),
        "only_interviews" => i18n::cli_option_only_interviews(lang),
        "attribute_value" => i18n::cli_option_attribute_value(lang),
        "exact" => i18n::cli_option_exact(lang),
        "search_in" => i18n::cli_option_search_in(lang),
        "coded" => i18n::cli_option_coded(lang),
        "not_coded" => i18n::cli_option_not_coded(lang),
        "hits_order" => i18n::cli_option_hits_order(lang),
        "search_limit" => i18n::cli_option_search_limit(lang),
        "context" => i18n::cli_option_context(lang),
        "hits_csv" => i18n::cli_option_hits_csv(lang),
        "by_attribute" => i18n::cli_option_by_attribute(lang),
        "stop_file" => i18n::cli_option_stop_list(lang),
        "show_stop" => i18n::cli_option_show_stop(lang),
        _ => return None,
    })
}

/// What goes out, what comes back, and what is kept of it.
fn of_files(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "since" => i18n::cli_option_since(lang),
        "remove_plain" => i18n::cli_option_remove_plain(lang),
        "dry_run" => i18n::cli_option_dry_run(lang),
        "take_back" => i18n::cli_option_take_back(lang),
        "keep" => i18n::cli_option_keep(lang),
        "kept_versions" => i18n::cli_option_kept_versions(lang),
        "yes" => i18n::cli_option_yes(lang),
        "format" => i18n::cli_option_format(lang),
        "what" => i18n::cli_option_what(lang),
        "excel" => i18n::cli_option_excel(lang),
        "comma" => i18n::cli_option_comma(lang),
        "by" => i18n::cli_option_by(lang),
        "export_code" => i18n::cli_option_export_code(lang),
        "export_interview" => i18n::cli_option_export_interview(lang),
        "attributes" => i18n::cli_option_attributes(lang),
        "with_comments" => i18n::cli_option_with_comments(lang),
        "output" => i18n::cli_option_output(lang),
        "restore_output" => i18n::cli_option_restore_output(lang),
        _ => return None,
    })
}

/// Files and records that are named.
fn of_records(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "participants_file" => i18n::cli_argument_participants_file(lang),
        "codes_file" => i18n::cli_argument_codes_file(lang),
        "codings_file" => i18n::cli_argument_codings_file(lang),
        "text_file" => i18n::cli_argument_text_file(lang),
        "coding" => i18n::cli_argument_coding(lang),
        "start" => i18n::cli_argument_start(lang),
        "end" => i18n::cli_argument_end(lang),
        "other" => i18n::cli_argument_other(lang),
        "record" => i18n::cli_argument_record(lang),
        "group" => i18n::cli_argument_group(lang),
        "first" => i18n::cli_argument_first(lang),
        "second" => i18n::cli_argument_second(lang),
        "participant_name" => i18n::cli_argument_participant(lang),
        "backup" => i18n::cli_argument_backup(lang),
        "shell" => i18n::cli_argument_shell(lang),
        _ => return None,
    })
}

/// Packets and rounds.
fn of_packets(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "packet_interviews" => i18n::cli_option_packet_interviews(lang),
        "packet_for" => i18n::cli_option_packet_for(lang),
        "packet_codes" => i18n::cli_option_packet_codes(lang),
        "packet_instructions" => i18n::cli_option_packet_instructions(lang),
        "packet_output" => i18n::cli_option_packet_output(lang),
        "packet_docx" => i18n::cli_option_packet_docx(lang),
        "word_file" => i18n::cli_argument_word_file(lang),
        "word_for" => i18n::cli_option_word_for(lang),
        "word_round" => i18n::cli_argument_round(lang),
        "packet_protect" => i18n::cli_option_packet_protect(lang),
        "passphrase_file" => i18n::cli_option_passphrase_file(lang),
        "locked" => i18n::cli_argument_locked(lang),
        "unlocked" => i18n::cli_argument_unlocked(lang),
        "locked_output" | "unlocked_output" => i18n::cli_option_output(lang),
        "round_name" => i18n::cli_option_round_name(lang),
        "round_interviews" => i18n::cli_option_round_interviews(lang),
        "round_coders" => i18n::cli_option_round_coders(lang),
        "round_codes" => i18n::cli_option_round_codes(lang),
        "round_instructions" => i18n::cli_option_round_instructions(lang),
        "round_unit" => i18n::cli_option_round_unit(lang),
        "round" => i18n::cli_argument_round(lang),
        "round_reason" => i18n::cli_option_round_reason(lang),
        "pair_coders" => i18n::cli_option_pair_coders(lang),
        _ => return None,
    })
}

/// Codes that mean the same, and what is decided of differences.
fn of_reconciling(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "compared_interviews" => i18n::cli_option_compared_interviews(lang),
        "csv" => i18n::cli_option_csv(lang),
        "align_first" => i18n::cli_argument_align_first(lang),
        "align_relation" => i18n::cli_argument_align_relation(lang),
        "align_second" => i18n::cli_argument_align_second(lang),
        "note" => i18n::cli_option_note(lang),
        "all_items" => i18n::cli_option_all_items(lang),
        "items" => i18n::cli_argument_items(lang),
        "verdict" => i18n::cli_option_verdict(lang),
        "decided_codes" => i18n::cli_option_decided_codes(lang),
        "edges" => i18n::cli_option_edges(lang),
        "decision_reason" => i18n::cli_option_decision_reason(lang),
        "present" => i18n::cli_option_present(lang),
        "arbiter" => i18n::cli_option_arbiter(lang),
        "pair" => i18n::cli_option_pair(lang),
        "journal_format" => i18n::cli_option_journal_format(lang),
        "edges_rule" => i18n::cli_argument_edges(lang),
        _ => return None,
    })
}

/// Studies that are made to measure with.
fn of_generating(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "growth" => i18n::cli_option_growth(lang),
        "only" => i18n::cli_option_only(lang),
        "probe" => i18n::cli_option_probe(lang),
        "how_many_interviews" => i18n::cli_option_interviews(lang),
        "how_many_words" => i18n::cli_option_words(lang),
        "how_many_codes" => i18n::cli_option_codes(lang),
        "how_many_codings" => i18n::cli_option_codings(lang),
        "how_many_coders" => i18n::cli_option_coders(lang),
        "seed" => i18n::cli_option_seed(lang),
        _ => return None,
    })
}

/// Comparing, counting and saturation.
fn of_measures(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "compared_coders" => i18n::cli_option_compared_coders(lang),
        "compared_unit" => i18n::cli_option_compared_unit(lang),
        "rule" => i18n::cli_option_rule(lang),
        "level" => i18n::cli_option_level(lang),
        "include_interviewer" => i18n::cli_option_include_interviewer(lang),
        "order" => i18n::cli_option_order(lang),
        "base" => i18n::cli_option_base(lang),
        "run" => i18n::cli_option_run(lang),
        "threshold" => i18n::cli_option_threshold(lang),
        "initial" => i18n::cli_option_initial(lang),
        "stop" => i18n::cli_option_stop(lang),
        "claim" => i18n::cli_option_claim(lang),
        "include_unfinished" => i18n::cli_option_include_unfinished(lang),
        "rows" => i18n::cli_option_rows(lang),
        "cols" => i18n::cli_option_cols(lang),
        "together_unit" => i18n::cli_option_together_unit(lang),
        _ => return None,
    })
}

//! The help of every subcommand and argument, in the user's language.

mod claims;
mod theory;
mod value_names;

use clap::{Arg, ArgAction, Command};
use i18n::Lang;
use value_names::value_name;

/// The command with all its texts in a language.
pub fn in_language(command: Command, lang: Lang) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let top = command.disable_help_flag(true).disable_help_subcommand(true).arg(help);
    worded(top, lang, &[]).about(i18n::cli_about(lang))
}

fn worded(command: Command, lang: Lang, above: &[String]) -> Command {
    let mut path = above.to_vec();
    if command.get_name() != "ancrage" {
        path.push(command.get_name().to_owned());
    }
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    let template = template(&command, lang);
    command
        .about(subcommand(lang, &words).unwrap_or_default())
        .help_template(template)
        .subcommand_value_name(i18n::cli_value_name(lang, "command"))
        .mut_args(|arg| argument(arg, lang))
        .mut_subcommands(|command| worded(command, lang, &path))
}

/// The parts of a help text. clap's own headings would be English.
fn template(command: &Command, lang: Lang) -> String {
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}\n", i18n::cli_help_usage(lang));
    let mut part = |there: bool, title: &str, tag: &str| {
        if there {
            template.push_str(&format!("\n{title}\n{tag}\n"));
        }
    };
    part(command.has_subcommands(), i18n::cli_help_commands(lang), "{subcommands}");
    part(command.get_positionals().next().is_some(), i18n::cli_help_arguments(lang), "{positionals}");
    part(true, i18n::cli_help_options(lang), "{options}");
    template
}

fn argument(arg: Arg, lang: Lang) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let arg = arg.help(argument_help(lang, &id).unwrap_or_default());
    let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    match value_name(&id).filter(|_| takes_value) {
        Some(name) => arg.value_name(i18n::cli_value_name(lang, name)),
        None => arg,
    }
}

/// What a subcommand is for.
pub fn subcommand(lang: Lang, path: &[&str]) -> Option<&'static str> {
    Some(match path {
        [] => i18n::cli_about(lang),
        ["new"] => i18n::cli_new(lang),
        ["demo"] => i18n::cli_demo(lang),
        ["import"] => i18n::cli_import(lang),
        ["interviews"] => i18n::cli_interviews(lang),
        ["participants"] => i18n::cli_participants(lang),
        ["participants", "import"] => i18n::cli_participants_import(lang),
        ["show"] => i18n::cli_show(lang),
        ["speakers"] => i18n::cli_speakers(lang),
        ["speakers", "set"] => i18n::cli_speakers_set(lang),
        ["text"] => i18n::cli_text(lang),
        ["text", "replace"] => i18n::cli_text_replace(lang),
        ["place"] => i18n::cli_place(lang),
        ["codes"] => i18n::cli_codes(lang),
        ["codes", "import"] => i18n::cli_codes_import(lang),
        ["codings"] => i18n::cli_codings(lang),
        ["codings", "import"] => i18n::cli_codings_import(lang),
        ["matrix"] => i18n::cli_matrix(lang),
        ["cooccurrence"] => i18n::cli_cooccurrence(lang),
        ["compare"] => i18n::cli_compare(lang),
        ["saturation"] => i18n::cli_saturation(lang),
        ["finish"] => i18n::cli_finish(lang),
        ["reading"] => i18n::cli_reading(lang),
        ["search"] => i18n::cli_search(lang),
        ["terms"] => i18n::cli_terms(lang),
        ["log"] => i18n::cli_log(lang),
        ["undo"] => i18n::cli_undo(lang),
        ["redo"] => i18n::cli_redo(lang),
        ["merge"] => i18n::cli_merge(lang),
        ["packet"] => i18n::cli_packet(lang),
        ["lock"] => i18n::cli_lock(lang),
        ["unlock"] => i18n::cli_unlock(lang),
        ["settle"] => i18n::cli_settle(lang),
        ["unite"] => i18n::cli_unite(lang),
        ["purge"] => i18n::cli_purge(lang),
        ["backup"] => i18n::cli_backup(lang),
        ["backup", "list"] => i18n::cli_backup_list(lang),
        ["backup", "now"] => i18n::cli_backup_now(lang),
        ["backup", "restore"] => i18n::cli_backup_restore(lang),
        ["check"] => i18n::cli_check(lang),
        ["bench"] => i18n::cli_bench(lang),
        ["generate"] => i18n::cli_generate(lang),
        ["export"] => i18n::cli_export(lang),
        ["completions"] => i18n::cli_completions(lang),
        path => {
            return double_coding(lang, path)
                .or_else(|| theory::subcommand(lang, path))
                .or_else(|| claims::subcommand(lang, path));
        }
    })
}

/// What a subcommand of double coding is for.
fn double_coding(lang: Lang, path: &[&str]) -> Option<&'static str> {
    Some(match path {
        ["rounds"] => i18n::cli_rounds(lang),
        ["rounds", "new"] => i18n::cli_rounds_new(lang),
        ["rounds", "done"] => i18n::cli_rounds_done(lang),
        ["rounds", "reopen"] => i18n::cli_rounds_reopen(lang),
        ["rounds", "open"] => i18n::cli_rounds_open(lang),
        ["rounds", "receive"] => i18n::cli_rounds_receive(lang),
        ["rounds", "matrix"] => i18n::cli_rounds_matrix(lang),
        ["align"] => i18n::cli_align(lang),
        ["align", "set"] => i18n::cli_align_set(lang),
        ["align", "clear"] => i18n::cli_align_clear(lang),
        ["align", "adopt"] => i18n::cli_align_adopt(lang),
        ["reconcile"] => i18n::cli_reconcile(lang),
        ["reconcile", "decide"] => i18n::cli_reconcile_decide(lang),
        ["reconcile", "accept"] => i18n::cli_reconcile_accept(lang),
        ["reconcile", "finish"] => i18n::cli_reconcile_finish(lang),
        ["reconcile", "journal"] => i18n::cli_reconcile_journal(lang),
        ["reconcile", "edges"] => i18n::cli_reconcile_edges(lang),
        _ => return None,
    })
}

/// What an argument or option is for, by its identifier in [`crate::arguments`].
#[allow(clippy::too_many_lines)] // one arm for each argument
fn argument_help(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "help" => i18n::cli_option_help(lang),
        "version" => i18n::cli_option_version(lang),
        "json" => i18n::cli_option_json(lang),
        "lang" => i18n::cli_option_lang(lang),
        "as" | "as_before" => i18n::cli_option_as(lang),
        "project" => i18n::cli_argument_project(lang),
        "new_project" => i18n::cli_argument_new_project(lang),
        "demo_project" => i18n::cli_argument_demo_project(lang),
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
        "growth" => i18n::cli_option_growth(lang),
        "only" => i18n::cli_option_only(lang),
        "probe" => i18n::cli_option_probe(lang),
        "how_many_interviews" => i18n::cli_option_interviews(lang),
        "how_many_words" => i18n::cli_option_words(lang),
        "how_many_codes" => i18n::cli_option_codes(lang),
        "how_many_codings" => i18n::cli_option_codings(lang),
        "how_many_coders" => i18n::cli_option_coders(lang),
        "seed" => i18n::cli_option_seed(lang),
        other => return measures_help(lang, other),
    })
}

/// The same for the commands that compare and count.
fn measures_help(lang: Lang, id: &str) -> Option<&'static str> {
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
        id => return theory::argument(lang, id).or_else(|| claims::argument(lang, id)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Arguments;
    use clap::CommandFactory;

    fn every_command(command: &Command, path: &[&str], see: &mut impl FnMut(&Command, &[&str])) {
        see(command, path);
        for below in command.get_subcommands() {
            let path: Vec<&str> = path.iter().copied().chain([below.get_name()]).collect();
            every_command(below, &path, see);
        }
    }

    #[test]
    fn everything_that_can_be_typed_has_help_in_both_languages() {
        let mut seen = 0;
        every_command(&Arguments::command(), &[], &mut |command, path| {
            seen += 1;
            for lang in Lang::ALL {
                assert!(subcommand(lang, path).is_some(), "{path:?}");
                for arg in command.get_arguments() {
                    assert!(
                        argument_help(lang, arg.get_id().as_str()).is_some(),
                        "{path:?} {}",
                        arg.get_id()
                    );
                }
            }
        });
        assert!(seen > 20);
    }

    /// Numbers, letters and choices that are shown as they are typed.
    fn typed_as_it_is(arg: &Arg) -> bool {
        let shown = arg.get_value_names().unwrap_or_default();
        shown.iter().all(|name| name.len() == 1 || name.contains(['|', ',', '+', '=', '[']))
    }

    /// What a value is called is told in the user's language too; a number's letter is the same in both.
    #[test]
    fn every_value_has_a_name_and_every_help_begins_as_a_sentence() {
        let mut wrong = std::collections::BTreeSet::new();
        every_command(&Arguments::command(), &[], &mut |command, _| {
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                let takes = arg.is_positional() || arg.get_action().takes_values();
                if takes && value_name(id).is_none() && !typed_as_it_is(arg) {
                    wrong.insert(format!("{id} {:?}", arg.get_value_names()));
                }
                for lang in Lang::ALL {
                    let help = argument_help(lang, id).unwrap_or_default();
                    if help.chars().next().is_some_and(char::is_lowercase) && !help.contains(", ") {
                        wrong.insert(format!("{id}: {help}"));
                    }
                }
            }
        });
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_commands_are_sound() {
        for lang in Lang::ALL {
            in_language(Arguments::command(), lang).debug_assert();
        }
    }

    /// No word of clap's own English is left in the French help.
    #[test]
    fn the_french_help_is_french() {
        let mut command = in_language(Arguments::command(), Lang::Fr);
        command.build();
        every_command(&command.clone(), &[], &mut |command, path| {
            let help = command.clone().render_long_help().to_string();
            for english in
                ["Usage:", "Commands", "Print", "possible values", "default:", "Options:", "<PROJECT>"]
            {
                assert!(!help.contains(english), "{path:?}: {english}\n{help}");
            }
        });
    }
}

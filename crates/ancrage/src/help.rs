//! The help of every subcommand and argument, in the user's language.

mod arguments;
mod claims;
mod theory;
mod value_names;

use arguments::argument_help;
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

//! The `ancrage` program: without arguments the window, with a subcommand the command line.
//!
//! The command line parses, calls and prints; what it answers is computed in `workbench::answers`.

mod arguments;
mod commands;
mod console;
mod help;
mod language;
mod problem;
mod project;
mod table;
mod usage;
mod window;

use arguments::Arguments;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use console::Console;
use problem::{Ending, Problem};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use workbench::pdf_process;

/// The name by which the program is called.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

fn main() -> ExitCode {
    let typed: Vec<OsString> = env::args_os().collect();
    if typed.get(1).is_some_and(|first| first == pdf_process::ARGUMENT) {
        return read_pdf();
    }
    let lang = language::language(typed.get(1..).unwrap_or_default());
    let json = typed.iter().any(|argument| argument == "--json");
    let console = Console { lang, json, typed_lang: None, member: None };
    match run(&console, typed) {
        Ok(ending) => ending.status().into(),
        Err(Problem::NobodyListens) => ExitCode::SUCCESS,
        Err(Problem::Failed(sentence)) => {
            console.say(&i18n::cli_error(lang, &sentence));
            1.into()
        }
        Err(Problem::Usage(sentence)) => {
            console.say(&i18n::cli_error(lang, &sentence));
            console.say(&i18n::cli_help_more(lang, &format!("{PROGRAM} --help")));
            2.into()
        }
    }
}

/// Started by itself, to read one PDF within limits.
fn read_pdf() -> ExitCode {
    match pdf_process::serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn run(console: &Console, typed: Vec<OsString>) -> Result<Ending, Problem> {
    if let Some(project) = double_clicked(&typed) {
        return window::open_window(console, Some(project));
    }
    let command = help::in_language(Arguments::command(), console.lang);
    let matches = match command.try_get_matches_from(typed) {
        Ok(matches) => matches,
        Err(error) => return refused(console, &error),
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => return refused(console, &error),
    };
    let (typed_lang, member) = (arguments.lang, arguments.member);
    let console = Console { lang: console.lang, json: arguments.json, typed_lang, member };
    match arguments.action {
        _ if arguments.version => version(&console),
        Some(action) => commands::run(&console, action),
        None => window::open_window(&console, None),
    }
}

/// A project file and nothing else: what a file manager passes on a double click.
fn double_clicked(typed: &[OsString]) -> Option<PathBuf> {
    let [_, only] = typed else { return None };
    let path = Path::new(only);
    path.extension().is_some_and(|extension| extension == "ancrage").then(|| path.to_owned())
}

fn version(console: &Console) -> Result<Ending, Problem> {
    console.write(&i18n::cli_version(console.lang, env!("CARGO_PKG_VERSION")))?;
    Ok(Ending::Done)
}

/// What clap has to say: help that was asked for, or something wrong.
fn refused(console: &Console, error: &clap::Error) -> Result<Ending, Problem> {
    match error.kind() {
        ErrorKind::DisplayHelp => {
            let help = error.render().to_string();
            console.write(help.trim_end()).map(|()| Ending::Done)
        }
        // A subcommand that has subcommands of its own, without one.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            console.say(error.render().to_string().trim_end());
            Ok(Ending::Misused)
        }
        _ => Err(Problem::Usage(usage::sentence(console.lang, error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_file_alone_opens_the_window() {
        let typed =
            |arguments: &[&str]| double_clicked(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(typed(&["ancrage", "Ma thèse.ancrage"]), Some(PathBuf::from("Ma thèse.ancrage")));
        assert_eq!(typed(&["ancrage", "demo"]), None);
        assert_eq!(typed(&["ancrage", "check", "a.ancrage"]), None);
        assert_eq!(typed(&["ancrage"]), None);
    }
}

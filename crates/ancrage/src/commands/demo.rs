//! `demo`: makes the example study, says what is in it, and opens it where there is a display.

use super::{Outcome, number};
use crate::arguments::Demo;
use crate::console::Console;
use crate::problem::Ending;
use crate::project::refused;
use crate::table::Table;
use crate::window;
use std::env;
use std::path::{Path, PathBuf};
use workbench::Env;
use workbench::answers::demo::{DemoAnswer, demo};

pub fn run(console: &Console, asked: &Demo) -> Outcome {
    let project = asked.project.clone().unwrap_or_else(|| fresh_path(console));
    let made = workbench::demo::create(&project, Env::system());
    let (engine, summary) = made.map_err(|failure| refused(console.lang, &project, &failure))?;
    // Closed before the window opens it.
    drop(engine);
    let answer = demo(&project, &summary);
    console.answer(&answer, || text(console, &answer))?;
    if asked.project.is_none() {
        console.note(&i18n::cli_demo_here(console.lang, &answer.project));
    }
    // Whoever asks for JSON is a program.
    if asked.no_window || console.json {
        return Ok(Ending::Done);
    }
    if window::has_display() {
        return window::open_window(console, Some(project));
    }
    console.note(i18n::cli_demo_no_display(console.lang));
    Ok(Ending::Done)
}

/// A file that is not there yet, in the current folder; in the folder for temporary files where the
/// current one cannot be written.
fn fresh_path(console: &Console) -> PathBuf {
    let here = env::current_dir().ok().filter(|folder| is_writable(folder));
    let folder = here.unwrap_or_else(env::temp_dir);
    let stem = match console.lang {
        i18n::Lang::Fr => "exemple",
        i18n::Lang::En => "example",
    };
    let numbered = (2..).map(|number| format!("{stem} ({number}).ancrage"));
    let mut names = std::iter::once(format!("{stem}.ancrage")).chain(numbered).map(|name| folder.join(name));
    names.find(|path| !path.exists()).unwrap_or_else(|| folder.join(stem))
}

fn is_writable(folder: &Path) -> bool {
    std::fs::metadata(folder).is_ok_and(|about| !about.permissions().readonly())
}

fn text(console: &Console, answer: &DemoAnswer) -> String {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_file(lang))
        .number(i18n::column_words(lang))
        .number(i18n::column_turns(lang));
    for interview in &answer.interviews {
        table.row([
            interview.file.clone(),
            number(console, interview.words),
            number(console, interview.turns),
        ]);
    }
    let codes = i18n::code_count(lang, "grounded", super::n(answer.codes));
    let mut lines = vec![i18n::cli_demo_ready(lang, &answer.project), table.lines(), codes];
    if let [first, second] = answer.passages.only.as_slice() {
        let [both, ours, theirs] = [answer.passages.both, first.n, second.n].map(|n| number(console, n));
        lines.push(i18n::cli_demo_passages(lang, &both, &ours, first.coder, &theirs, second.coder));
    }
    lines.join("\n")
}

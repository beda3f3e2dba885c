//! What is written where: answers to standard output, everything else to standard error.

use crate::problem::Problem;
use i18n::Lang;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// The terminal, or whatever stands in its place.
#[derive(Debug, Clone)]
pub struct Console {
    /// The language of messages.
    pub lang: Lang,
    /// One JSON document on standard output instead of text.
    pub json: bool,
    /// The language that was typed, as opposed to the locale's.
    pub typed_lang: Option<Lang>,
    /// Who acts, where that was said before the subcommand.
    pub member: Option<String>,
}

impl Console {
    /// Writes an answer: as one JSON document, or as text for people.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn answer<T: Serialize + ?Sized>(
        &self,
        answer: &T,
        text: impl FnOnce() -> String,
    ) -> Result<(), Problem> {
        if !self.json {
            return self.write(&text());
        }
        match serde_json::to_string_pretty(answer) {
            Ok(document) => self.write(&document),
            Err(error) => Err(Problem::Failed(i18n::error_unexpected(self.lang, &error.to_string()))),
        }
    }

    /// Writes lines to standard output.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&self, text: &str) -> Result<(), Problem> {
        let mut out = io::stdout().lock();
        let written =
            out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
        written.map_err(|error| match error.kind() {
            ErrorKind::BrokenPipe => Problem::NobodyListens,
            _ => Problem::Failed(i18n::cli_output_broken(
                self.lang,
                &workbench::wording::reason(self.lang, &error),
            )),
        })
    }

    /// Says something on standard error. Where that cannot be written, there is nobody to tell.
    pub fn say(&self, sentence: &str) {
        drop(writeln!(io::stderr().lock(), "{sentence}"));
    }

    /// Says what to be careful about.
    pub fn warn(&self, sentence: &str) {
        self.say(&i18n::cli_warning(self.lang, sentence));
    }

    /// Says what a people's answer does not need to hold: nothing under `--json`.
    pub fn note(&self, sentence: &str) {
        if !self.json {
            self.say(sentence);
        }
    }

    /// A progress bar on a terminal, nothing in a pipe.
    pub fn progress(&self, total: usize) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}");
        match style {
            Ok(style) if total > 1 && io::stderr().is_terminal() => bar.with_style(style),
            _ => ProgressBar::hidden(),
        }
    }
}

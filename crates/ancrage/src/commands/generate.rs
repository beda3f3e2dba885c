//! `generate`: a synthetic study of any size.

use super::{Outcome, n};
use crate::arguments::Generate;
use crate::console::Console;
use crate::problem::Ending;
use crate::project::refused;
use workbench::generate::{Plan, generate};

pub fn run(console: &Console, asked: &Generate) -> Outcome {
    let plan = Plan {
        interviews: asked.interviews,
        words: asked.words,
        codes: asked.codes,
        codings: asked.codings,
        coders: asked.coders,
        seed: asked.seed,
    };
    let bar = console.progress(usize::try_from(asked.interviews.get()).unwrap_or(usize::MAX));
    let made = generate(&asked.project, &plan, |done, _| bar.set_position(done as u64));
    bar.finish_and_clear();
    let summary = made.map_err(|failure| refused(console.lang, &asked.project, &failure))?;
    let lang = console.lang;
    console.answer(&summary, || {
        [
            i18n::interview_count(lang, n(summary.interviews)),
            i18n::word_count(lang, n(summary.words)),
            i18n::passage_count(lang, n(summary.codings)),
        ]
        .join(" · ")
    })?;
    Ok(Ending::Done)
}

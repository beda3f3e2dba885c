//! Many corrections of one long interview that many passages are coded in.

use super::report::{Goal, Sheet};
use super::{BenchError, Options, Part, ground, scratch};
use crate::command::Command;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::generate::batch::Batch;
use crate::generate::dice::Dice;
use crate::generate::interview;
use crate::generate::passages::{self, Field};
use crate::generate::words::Vocabulary;
use crate::ops::codings::Page;
use model::RecordId;
use model::value::RevisionOrigin;
use std::time::Instant;

/// Corrects an interview again and again: the time of each correction, and how much the file grows by all.
pub(super) fn measure(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let copy = part.copy("corrections")?;
    let mut engine = ground::open(&copy)?;
    let interview = long_interview(&mut engine, part.options)?;
    // Nothing but the corrections is to be seen in the file's size.
    drop(engine);
    let before = scratch::bytes(&copy)?;
    let mut engine = ground::open(&copy)?;
    let mut text = engine.current_text(interview)?.1.text().to_owned();
    let (mut dice, mut times) = (Dice::new(1, "corrections"), Vec::new());
    for _ in 0..part.options.corrections {
        correct(&mut text, &mut dice);
        let origin = RevisionOrigin::Corrected;
        let command = Command::ReplaceText { interview, text: text.clone(), origin };
        let start = Instant::now();
        engine.run(command)?;
        times.push(start.elapsed());
    }
    drop(engine);
    let grown = scratch::bytes(&copy)?.saturating_sub(before);
    sheet.times("correction", &times, Goal::max(20.0));
    sheet.sizes("correction_growth", &[grown], Goal::max(5.0));
    Ok(())
}

/// An interview with as many words and codings as asked for.
fn long_interview(engine: &mut Engine, options: &Options) -> Result<RecordId, BenchError> {
    let dice = Dice::new(1, "long interview");
    let words = usize::try_from(options.words.get()).unwrap_or(usize::MAX);
    let written = interview::write(&Vocabulary::new(), dice, "Entretien corrigé", "01/02/2025", words);
    let made = engine.run(Command::ImportInterview(Box::new(written.request)))?.made;
    let interview = made.first().copied().ok_or(Failure::Nothing)?;
    let codes = ground::Ground::of(engine)?.codes;
    let labels: Vec<usize> = (0..codes.len()).collect();
    let field = Field { speech: &written.speech, labels: &labels, known: labels.len() };
    let marks = passages::marks(&mut Dice::new(1, "coded"), &field, &[options.codings]).concat();
    let (revision, text) = engine.current_text(interview)?;
    let (page, me) = (Page { interview, revision, text: &text }, engine.acting()?);
    let mut batch = Batch::new(engine);
    for mark in marks {
        let (code, layer) = codes[mark.code];
        batch.code(me, &page, (mark.start, mark.end), code, layer)?;
    }
    batch.commit()?;
    Ok(interview)
}

/// Puts a typing error right somewhere: a letter more, a letter less, another letter.
fn correct(text: &mut String, dice: &mut Dice) {
    let from = dice.below(text.len());
    let letter = |(at, c): (usize, char)| (at >= from && c.is_ascii_lowercase()).then_some(at);
    let Some(at) = text
        .char_indices()
        .find_map(letter)
        .or_else(|| text.char_indices().find_map(|(at, c)| c.is_ascii_lowercase().then_some(at)))
    else {
        return;
    };
    let other = if text[at..].starts_with('e') { "a" } else { "e" };
    match dice.below(3) {
        0 => text.insert_str(at, other),
        1 => text.replace_range(at..=at, other),
        _ => text.replace_range(at..=at, ""),
    }
}

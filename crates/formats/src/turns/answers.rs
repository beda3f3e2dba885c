//! Answers without a label: only who asks is named, and each answer stands below its question.

use super::manner::prompts;
use super::roles::asks;
use super::segment::{Segments, Utterance, trim};
use super::unlabelled::PARTICIPANT;
use super::words::key;
use crate::source::Verbatim;

/// Fewer questions tell nothing.
const QUESTIONS: usize = 3;
/// A turn that asks nothing has at most this many words.
const FEW_WORDS: usize = 25;
/// A question is looked for in this many lines.
const QUESTION_LINES: usize = 3;

/// Parts the questions of the only speaker from the answers below them, if that is how the text is written;
/// answers whether it was. No more is certain than that somebody else answers.
pub(crate) fn part(verbatim: &Verbatim, segments: &mut Segments) -> bool {
    let said = &segments.utterances;
    let Some(first) = said.first().map(|utterance| voice(&utterance.speaker)) else { return false };
    let alone = said.iter().all(|utterance| voice(&utterance.speaker) == first);
    if said.len() < QUESTIONS || !alone || first == key(PARTICIPANT) || !segments.empty.is_empty() {
        return false;
    }
    let places: Vec<Option<(usize, usize)>> =
        said.iter().map(|utterance| place(verbatim, utterance)).collect();
    let parted = said
        .iter()
        .zip(&places)
        .filter(|(utterance, place)| place.is_some() || below_few_words(verbatim, utterance).is_some());
    let parted = parted.count();
    let answered = said.iter().zip(&places).filter(|(utterance, place)| {
        place.is_some() && !asks(verbatim.text.get(utterance.start..utterance.end).unwrap_or_default())
    });
    // Nearly every turn is a question with something below it that is none.
    if parted * 10 < said.len() * 6 || answered.count() * 10 < said.len() * 5 {
        return false;
    }
    let said = std::mem::take(&mut segments.utterances);
    for (utterance, place) in said.into_iter().zip(places) {
        let Some((end, start)) = place.or_else(|| below_few_words(verbatim, &utterance)) else {
            segments.utterances.push(utterance);
            continue;
        };
        let answer = Utterance { speaker: PARTICIPANT.to_owned(), start, end: utterance.end, time: None };
        segments.utterances.extend([Utterance { end, ..utterance }, answer]);
    }
    true
}

/// Who speaks under a label: `Question 1` and `Question 2` are one person's.
fn voice(label: &str) -> String {
    let key = key(label);
    match key.trim_end_matches(|c: char| c.is_ascii_digit()) {
        letters @ ("q" | "question") => letters.to_owned(),
        _ => key,
    }
}

/// Where a few words that ask nothing end, as `Mmh mmh.`, and the answer below them begins.
fn below_few_words(verbatim: &Verbatim, utterance: &Utterance) -> Option<(usize, usize)> {
    let text = verbatim.text.get(utterance.start..utterance.end)?;
    let end = utterance.start + text.find('\n')?;
    let first = trim(&verbatim.text, utterance.start, end)?;
    let few = verbatim.text.get(first.0..first.1)?.split_whitespace().nth(FEW_WORDS).is_none();
    let answer = trim(&verbatim.text, end, utterance.end)?;
    few.then_some((first.1, answer.0))
}

/// Where a question ends and its answer begins: below the first line that asks.
fn place(verbatim: &Verbatim, utterance: &Utterance) -> Option<(usize, usize)> {
    let text = verbatim.text.get(utterance.start..utterance.end)?;
    let mut end = 0;
    for line in text.split_inclusive('\n').take(QUESTION_LINES) {
        end += line.len();
        if asks(line) || prompts(line) {
            let question = trim(&verbatim.text, utterance.start, utterance.start + end)?;
            let answer = trim(&verbatim.text, utterance.start + end, utterance.end)?;
            return (question.1 <= answer.0).then_some((question.1, answer.0));
        }
    }
    None
}

//! Time marks at the end of turns, as some players write them when a paragraph ends.

use super::segment::{Segments, Utterance, is_border};
use super::time;
use crate::cuts::Cut;
use crate::source::Verbatim;

/// The most bytes of a mark at the end.
const MARK_BYTES: usize = 40;

/// A mark at the end of an utterance.
struct Ending {
    /// Where the utterance ends without it.
    end: usize,
    ms: u32,
    bracketed: bool,
}

/// Takes the marks at the end of turns out of the text where they come back: in brackets twice, without
/// brackets at the end of half the turns. A turn that had no time has that one.
pub(crate) fn take(verbatim: &Verbatim, segments: &mut Segments) {
    let endings: Vec<Option<Ending>> =
        segments.utterances.iter().map(|utterance| ending(&verbatim.text, utterance)).collect();
    let count = |bracketed: bool| endings.iter().flatten().filter(|end| end.bracketed == bracketed).count();
    let (bracketed, bare) = (count(true), count(false));
    let bracketed = bracketed >= 2;
    let bare = bare >= 2 && bare * 2 >= segments.utterances.len();
    for (utterance, ending) in segments.utterances.iter_mut().zip(endings) {
        let taken = ending.filter(|end| if end.bracketed { bracketed } else { bare });
        if let Some(ending) = taken {
            segments.cuts.push(Cut::plain((ending.end, utterance.end)));
            utterance.time = utterance.time.or(Some(ending.ms));
            utterance.end = ending.end;
        }
    }
}

fn ending(text: &str, utterance: &Utterance) -> Option<Ending> {
    let said = text.get(utterance.start..utterance.end)?;
    let tail = said.get(said.ceil_char_boundary(said.len().saturating_sub(MARK_BYTES))..)?;
    let (at, ms, bracketed) = match tail.chars().next_back()? {
        ']' => bracketed(tail, '[')?,
        ')' => bracketed(tail, '(')?,
        '}' => bracketed(tail, '{')?,
        '>' => bracketed(tail, '<')?,
        '#' => bracketed(tail, '#')?,
        _ => bare(tail)?,
    };
    let end = utterance.end - (tail.len() - at);
    let end = utterance.start + text.get(utterance.start..end)?.trim_end().len();
    // The last character must not combine with what follows the mark.
    let last = text.get(utterance.start..end)?.chars().next_back()?;
    is_border(&format!("{last} "), last.len_utf8()).then_some(Ending { end, ms, bracketed })
}

fn bracketed(tail: &str, opening: char) -> Option<(usize, u32, bool)> {
    let at = tail.get(..tail.len() - 1)?.rfind(opening)?;
    let mark = tail.get(at..)?;
    let clock = time::bracketed(mark).filter(|clock| clock.len == mark.len())?;
    Some((at, clock.ms, true))
}

/// `00:12:34` as the last word; fewer numbers could be an hour of the day.
fn bare(tail: &str) -> Option<(usize, u32, bool)> {
    let at = tail.rfind(char::is_whitespace)? + 1;
    let mark = tail.get(at..)?;
    let whole = time::bare(mark).filter(|clock| clock.len == mark.len() && mark.matches(':').count() == 2)?;
    Some((at, whole.ms, false))
}

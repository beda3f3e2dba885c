//! Time marks inside what is said: alone on a line, as meetings write one every few minutes, or in brackets
//! among the words.

use super::segment::{Segments, Utterance, is_border, stands_apart, trim};
use super::time::{self, Clock};
use crate::cuts::Cut;
use crate::source::Verbatim;

/// Takes these marks out of the text. A turn that had no time has the first of its own.
pub(crate) fn take(verbatim: &Verbatim, segments: &mut Segments) {
    for utterance in &mut segments.utterances {
        take_from(&verbatim.text, utterance, &mut segments.cuts);
    }
    segments.utterances.retain(|utterance| utterance.start < utterance.end);
}

fn take_from(text: &str, utterance: &mut Utterance, cuts: &mut Vec<Cut>) {
    let mut own = Vec::new();
    let mut from = utterance.start;
    while let Some((start, clock)) = next(text, from, utterance.end) {
        from = start + clock.len;
        let Some(cut) = cut(text, utterance, (start, from)) else { continue };
        utterance.time = utterance.time.or(Some(clock.ms));
        own.push(cut);
    }
    (utterance.start, utterance.end) = kept(text, (utterance.start, utterance.end), &own);
    cuts.append(&mut own);
}

/// What is left of an utterance whose ends were cut.
fn kept(text: &str, (mut start, mut end): (usize, usize), cuts: &[Cut]) -> (usize, usize) {
    for cut in cuts {
        let between = text.get(start..cut.start.max(start)).unwrap_or_default();
        if !between.trim().is_empty() {
            break;
        }
        start = cut.end.max(start);
    }
    for cut in cuts.iter().rev() {
        let between = text.get(cut.end.min(end)..end).unwrap_or_default();
        if cut.end <= start || !between.trim().is_empty() {
            break;
        }
        end = cut.start.min(end);
    }
    trim(text, start, end.max(start)).unwrap_or((start, start))
}

/// The next mark from a byte on, with its place.
fn next(text: &str, from: usize, end: usize) -> Option<(usize, Clock)> {
    let mut at = from;
    loop {
        let rest = text.get(at..end)?;
        let candidate = rest.find(['[', '{', '#', '\n'])?;
        let newline = rest.as_bytes().get(candidate) == Some(&b'\n');
        let start = at + candidate + usize::from(newline);
        let rest = text.get(start..end)?;
        let found = if newline { alone(rest) } else { time::clear(rest).map(|clock| (0, clock)) };
        if let Some((spaces, clock)) = found {
            return Some((start + spaces, clock));
        }
        at = at + candidate + 1;
    }
}

/// A mark that is a whole line, after so many bytes of white space.
fn alone(rest: &str) -> Option<(usize, Clock)> {
    let line = rest.split('\n').next().unwrap_or_default();
    let words = line.trim();
    let clock = time::clear(words).filter(|clock| clock.len == words.len())?;
    Some((line.len() - line.trim_start().len(), clock))
}

/// What leaves the text with a mark: the white space on one side, or on both where it is a line of its own.
fn cut(text: &str, utterance: &Utterance, (start, end): (usize, usize)) -> Option<Cut> {
    let before = text.get(utterance.start..start)?;
    let after = text.get(end..utterance.end)?;
    let last = utterance.start + before.trim_end().len();
    let next = end + (after.len() - after.trim_start().len());
    let line =
        text.get(last..start)?.contains('\n') && (after.is_empty() || text.get(end..next)?.contains('\n'));
    let range = if after.trim().is_empty() {
        (last, utterance.end)
    } else if line {
        let back = start - before[before.rfind('\n')? + 1..].len();
        (back, end + after.find('\n')? + 1)
    } else if before.trim().is_empty() {
        (utterance.start, next)
    } else if next > end && !text.get(end..next)?.contains('\n') {
        (start, next)
    } else {
        (last, end)
    };
    let joined = !line && range.0 == start && range.1 == end && range.0 > utterance.start;
    let kept = text.get(utterance.start..range.0)?.chars().next_back();
    // Nothing may combine with what stood on the other side.
    let sound = stands_apart(text.get(range.1..)?)
        && kept.is_none_or(|c| is_border(&format!("{c} "), c.len_utf8()))
        && kept
            .zip(text.get(range.1..)?.chars().next())
            .is_none_or(|(a, b)| is_border(&format!("{a}{b}"), a.len_utf8()));
    sound.then_some(Cut { start: range.0, end: range.1, space: joined })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, expected: &str, time: Option<u32>) {
        let text = format!("VL : {said}\nfin");
        let verbatim = Verbatim { text, ..Verbatim::default() };
        let utterance = Utterance { speaker: "VL".into(), start: 5, end: 5 + said.len(), time: None };
        let mut segments = Segments { utterances: vec![utterance], ..Segments::default() };
        take(&verbatim, &mut segments);
        let cuts = crate::cuts::settle(&verbatim.text, segments.cuts);
        assert_eq!(crate::cuts::without(&verbatim.text, &cuts), format!("VL : {expected}\nfin"), "{said}");
        assert_eq!(segments.utterances.first().and_then(|utterance| utterance.time), time, "{said}");
    }

    #[test]
    fn marks_among_words_leave_the_text() {
        check("je dors [00:13:05] mal", "je dors mal", Some(785_000));
        check("je dors mal [13:05].", "je dors mal.", Some(785_000));
        check("je dors\n00:13:05\nmal", "je dors\nmal", Some(785_000));
        check("je dors\n\n00:13:05\n\nmal", "je dors\n\n\nmal", Some(785_000));
        check("je dors #00:13:05-2# mal #00:14:00-0#", "je dors mal", Some(785_000));
        check("je dors.\n\n[00:13:05]", "je dors.", Some(785_000));
    }

    #[test]
    fn hours_of_the_day_stay() {
        for said in ["à 14:30, oui", "à (14:30) oui", "[rires] #3", "oui\n14:30\nnon", "le\n12\noui"] {
            check(said, said, None);
        }
    }
}

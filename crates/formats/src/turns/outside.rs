//! Lines below a label that nobody says: headings, the topics of a guide in bold, words in capitals that close
//! or part an interview, facts noted under it, and what a machine writes at the end.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::head::Head;
use super::header::{Value, facts};
use super::segment::{Segments, heading_lines, trim};
use super::{pages, tail};
use crate::source::{Line, Verbatim};

/// A topic has at most this many words.
const TOPIC_WORDS: usize = 15;
/// A line in capitals has at least this many letters: shorter ones are cries.
const CAPITALS: usize = 8;
/// A line that closes an interview has at most this many words.
const LAST_WORDS: usize = 20;
/// The most lines below the last words.
const LAST_LINES: usize = 12;

/// How people and machines end a transcript.
static ENDING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\W*(?:",
        r"(?:re)?transcri(?:bed|ption|t|te)\s+(?:by|with|par|avec)\b.*",
        r"|.{1,80}\b(?:stopped|started)\s+transcription",
        r"|.{1,80}\ba\s(?:démarré|commencé|lancé|arrêté|interrompu)\sla\stranscription",
        r"|(?:fin|end)\s(?:de\sl['’]?|du\s|of\s(?:the\s)?)\s?(?:entretien|enregistrement|interview|recording|transcript(?:ion)?|verbatim)",
        r"|(?:transcription|meeting)\sended\safter\b.*",
        r"|(?:cette|this)\s(?:editable\s)?(?:computer.generated\s)?transcript(?:ion)?\b.*\b(?:générée|generated)\b.*",
        r"|(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*)?\W*(?:fin|the\send|end)\W*",
        r"|(?:fin|arrêt|interruption)\s(?:de\sl['’]\s?|de\sla\s|du\s)(?:entretien|enregistrement|entrevue|focus\s?group|groupe|retranscription|transcription|discussion|séance|verbatim|interview)\b.{0,40}",
        r"|la\s(?:réunion|transcription)\s(?:s['’]est\sterminée|a\spris\sfin)\b.*",
        r")\W*$"
    ))
    .ok()
});

/// Titles between turns, and remarks of who transcribes.
static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^\W*(?:",
        r"[IVX]{1,5}\s*[.)–—-]\s*\p{Lu}.{2,80}[^.?!…,;:»]",
        r"|(?i:th[èe]me|partie|chapitre|section|axe|bloc|s[ée]quence|question)\s+(?:\d{1,2}|[IVX]{1,5})\s*(?:[:.–—-]\s*.{2,80}[^.?!…,;:»])?",
        // The signs at its end make it one: speech may begin with a dash too.
        r"|=+\s*\p{Lu}.{2,80}?=+|-{2,}\s*\p{Lu}.{2,80}?-{2,}|–{2,}\s*\p{Lu}.{2,80}?–{2,}|#+\s*\p{Lu}.{2,80}",
        r"|\*{2,}\s*\p{Lu}.{2,80}?[^.?!…,;:»\s]\s*\*{2,}",
        r"|(?i:premi[èe]re|deuxi[èe]me|troisi[èe]me|derni[èe]re|seconde|quatri[èe]me)\s(?i:partie)(?:\s*[:.–—-]\s*.{2,80}[^.?!…,;:»])?",
        r"|(?i:commentaires?|remarques?|interruption|pause|ndlr|ndt)(?:\s+(?i:du|de\sla)\s\w+)?\s*:\s.{2,200}",
        r")\s*$"
    ))
    .ok()
});

/// What a meeting's machine writes under the name of who pressed the button.
static STARTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:a\s(?:démarré|commencé|lancé|arrêté|interrompu)\s(?:la\stranscription|l['’]enregistrement)",
        r"|(?:started|stopped)\s(?:the\s)?(?:transcription|recording))\.?\s*$"
    ))
    .ok()
});

/// Takes such lines out of the turns that begin with them.
pub(crate) fn leave_out_machine(verbatim: &Verbatim, segments: &mut Segments) {
    for utterance in &mut segments.utterances {
        let said = verbatim.text.get(utterance.start..utterance.end).unwrap_or_default();
        let first = said.lines().next().unwrap_or_default();
        if STARTED.as_ref().is_some_and(|started| started.is_match(first)) {
            let rest = trim(&verbatim.text, utterance.start + first.len(), utterance.end);
            (utterance.start, utterance.end) = rest.unwrap_or((utterance.end, utterance.end));
        }
    }
    segments.utterances.retain(|utterance| utterance.start < utterance.end);
}

/// What stands below the labels and is nobody's.
#[derive(Debug, Default)]
pub(crate) struct Outside {
    /// Lines, in order, as where each begins and ends.
    pub lines: Vec<(usize, usize)>,
    /// Facts among the last of them.
    pub facts: Vec<Value>,
}

impl Outside {
    /// Adds lines that something else tells to be nobody's.
    pub fn add(&mut self, lines: Vec<(usize, usize)>) {
        self.lines.extend(lines);
        self.lines.sort_unstable();
        self.lines.dedup();
    }
}

/// Finds these lines; `heads` begin turns, in order.
pub(crate) fn find(verbatim: &Verbatim, heads: &[&Head]) -> Outside {
    let mut out = Outside { lines: heading_lines(verbatim, heads), facts: Vec::new() };
    let Some(last) = heads.last() else { return out };
    let spoken: BTreeSet<usize> = heads.iter().map(|head| head.line).collect();
    for pair in heads.windows(2) {
        topics(verbatim, pair[0], pair[1].line, &mut out.lines);
    }
    let headings: Vec<usize> = out.lines.iter().map(|line| line.0).collect();
    let end = match tail::first_line(verbatim, last.line, heads.len(), &headings) {
        Some(first) => below(verbatim, first, &mut out),
        None => ending(verbatim, last.line, &mut out),
    };
    topics(verbatim, last, end, &mut out.lines);
    let spoken_numbers = sole_words(verbatim, heads);
    let mut pages = pages::find(verbatim, heads.first().map_or(0, |first| first.line));
    pages.retain(|page| spoken_numbers.binary_search(&page.0).is_err());
    out.lines.extend(pages);
    out.lines.retain(|line| !spoken.contains(&number_of(verbatim, line.0)));
    out.lines.sort_unstable();
    out.lines.dedup();
    out
}

fn number_of(verbatim: &Verbatim, at: usize) -> usize {
    verbatim.lines.partition_point(|line| line.start <= at).saturating_sub(1)
}

/// Where the lines begin that are all somebody says under a label alone on its line: a number there is an answer.
fn sole_words(verbatim: &Verbatim, heads: &[&Head]) -> Vec<usize> {
    let next = |n: usize| heads.get(n + 1).map_or(verbatim.lines.len(), |next| next.line);
    let sole = |(n, head): (usize, &&Head)| {
        let own = verbatim.lines.get(head.line)?;
        let below = verbatim.lines.get(head.line + 1..next(n))?;
        let mut worded = below.iter().filter(|line| !text(verbatim, line).trim().is_empty());
        let first = worded.next()?;
        let alone = verbatim.text.get(head.after..own.end).is_none_or(|said| said.trim().is_empty());
        (alone && worded.next().is_none()).then_some(first.start)
    };
    heads.iter().enumerate().filter_map(sole).collect()
}

fn text<'a>(verbatim: &'a Verbatim, line: &Line) -> &'a str {
    verbatim.text.get(line.start..line.end).unwrap_or_default()
}

/// Topics between the words under a head and the line of the next: right above it, in bold where the words are
/// not, or in capitals.
fn topics(verbatim: &Verbatim, head: &Head, next: usize, out: &mut Vec<(usize, usize)>) {
    let Some(own) = verbatim.lines.get(head.line).filter(|line| line.row.is_none()) else { return };
    let below = verbatim.lines.get(head.line + 1..next).unwrap_or_default();
    let said = verbatim.text.get(head.after..own.end).is_some_and(|words| !words.trim().is_empty());
    let (mut plain, rest) = if said {
        (own.bold_end <= head.after, below)
    } else {
        let first = below.iter().position(|line| !text(verbatim, line).trim().is_empty());
        let Some(first) = first else { return };
        (!is_bold(verbatim, &below[first]), &below[first + 1..])
    };
    // Bold of a label goes on over its separator.
    plain |= said && verbatim.text.get(head.after..own.bold_end).is_some_and(|bold| bold.trim().is_empty());
    let topic = |line: &&Line| {
        let words = text(verbatim, line).trim();
        let title = is_title(words);
        words.is_empty()
            || title
            || is_capitals(words)
            || (plain && is_bold(verbatim, line) && is_topic(words))
    };
    let rest = match numbered_title(verbatim, rest) {
        Some(at) => {
            out.push((rest[at].start, rest[at].end));
            &rest[..at]
        }
        None => rest,
    };
    let topics = rest.iter().rev().take_while(topic);
    out.extend(topics.filter(|line| line.end > line.start).map(|line| (line.start, line.end)));
}

fn is_bold(verbatim: &Verbatim, line: &Line) -> bool {
    let words = text(verbatim, line);
    !words.trim().is_empty() && line.bold_end >= line.start + words.trim_end().len()
}

/// The last of some lines, if it is a numbered title with a blank line above, and no list ends with it.
fn numbered_title(verbatim: &Verbatim, lines: &[Line]) -> Option<usize> {
    static NUMBERED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^\s*(?:\d{1,2}|[A-H])\s*[.)/]\s+\p{Lu}[^.?!…;:]{3,80}[^.?!…,;:»]\s*$").ok()
    });
    let numbered = NUMBERED.as_ref()?;
    let at = lines.iter().rposition(|line| !text(verbatim, line).trim().is_empty())?;
    let above = lines.get(at.checked_sub(1)?)?;
    let listed = lines[..at].iter().any(|line| numbered.is_match(text(verbatim, line)));
    let title = numbered.is_match(text(verbatim, &lines[at])) && text(verbatim, above).trim().is_empty();
    (title && !listed).then_some(at)
}

/// A title of a part of the interview, or a remark of who transcribes.
pub(super) fn is_title(line: &str) -> bool {
    TITLE.as_ref().is_some_and(|title| title.is_match(line))
}

/// A few words that end no sentence, or ask: a passage in bold for its weight mostly ends as one.
fn is_topic(words: &str) -> bool {
    words.split_whitespace().nth(TOPIC_WORDS).is_none()
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '–' | '•'))
        && !words.ends_with(['.', '!', '…', ',', ';', '»'])
}

/// Several words in capitals.
pub(super) fn is_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters >= CAPITALS
        && words.split_whitespace().nth(1).is_some()
        && words.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
        && !words.ends_with(['.', '!', '…', ',', ';', '»'])
}

/// Whether words say that the interview, or its recording, ends.
pub(super) fn closes(words: &str) -> bool {
    ENDING.as_ref().is_some_and(|ending| ending.is_match(words))
}

/// Adds everything from a line on, and answers with that line.
fn below(verbatim: &Verbatim, first: usize, out: &mut Outside) -> usize {
    for line in verbatim.lines.get(first..).unwrap_or_default() {
        let words = text(verbatim, line);
        if !words.trim().is_empty() {
            out.lines.push((line.start, line.end));
            out.facts.extend(facts(words, line.start));
        }
    }
    first
}

/// Adds what stands below the last words, and answers with the first line of it.
fn ending(verbatim: &Verbatim, from: usize, out: &mut Outside) -> usize {
    let mut end = verbatim.lines.len();
    for (number, line) in verbatim.lines.iter().enumerate().skip(from + 1).rev().take(LAST_LINES) {
        let words = text(verbatim, line);
        if words.trim().is_empty() {
            continue;
        }
        if words.split_whitespace().nth(LAST_WORDS).is_some() {
            break;
        }
        let known = facts(words, line.start);
        if closes(words.trim()) || !known.is_empty() {
            out.lines.push((line.start, line.end));
            out.facts.extend(known);
            end = number;
        } else {
            break;
        }
    }
    end
}

//! Turns of subtitles: whose voice each cue is, and which neighbouring cues are one turn.

use std::collections::{BTreeMap, BTreeSet};

use super::label::LABEL_CHARS;
use super::segment::{Segments, Utterance, border_from, shown, stands_apart, trim};
use super::words::key;
use crate::cuts::Cut;
use crate::source::{CueSpan, Notice, Verbatim};
use crate::transcript::WarningKind;

/// The most characters of the words told in a warning.
const TOLD_CHARS: usize = 60;

/// Whether the file's markup names who speaks.
pub(crate) fn are_voiced(verbatim: &Verbatim) -> bool {
    verbatim.cues.iter().any(|cue| cue.voice.is_some())
}

/// The turns of cues whose voices the markup names, one for each cue.
pub(crate) fn voiced(verbatim: &Verbatim) -> Segments {
    let mut out = Segments::default();
    for cue in &verbatim.cues {
        let Some((label_end, said)) = cue.voice else { continue };
        // A combining mark that comes first belongs to the space before it.
        match trim(&verbatim.text, border_from(&verbatim.text, said), cue.end) {
            Some((start, end)) => {
                let speaker = shown(text(verbatim, cue.start, label_end));
                out.utterances.push(Utterance { speaker, start, end, time: None });
            }
            None => out.empty.push((cue.start, label_end)),
        }
    }
    out
}

/// Cues without a voice where others have one: one warning for all.
pub(crate) fn unvoiced(verbatim: &Verbatim) -> Option<Notice> {
    let mut silent = verbatim.cues.iter().filter(|cue| cue.voice.is_none());
    let first = silent.next().filter(|_| are_voiced(verbatim))?;
    let told = text(verbatim, first.start, first.end).chars().take(TOLD_CHARS).collect();
    Some(Notice { kind: WarningKind::Unvoiced, at: Some(first.start), text: told, count: 1 + silent.count() })
}

/// Keys of what stands before a colon at the beginning of most cues: labels, whatever they look like, as
/// people call themselves in a meeting.
pub(crate) fn recurring(verbatim: &Verbatim) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for cue in &verbatim.cues {
        let words = text(verbatim, cue.start, cue.end);
        if let Some((label, _)) = words.split_once(": ").filter(|(label, _)| label.len() <= LABEL_CHARS) {
            *counts.entry(key(label)).or_default() += 1;
        }
    }
    counts.retain(|key, count| *count >= 2 && !key.is_empty());
    let labelled: usize = counts.values().sum();
    let most = labelled * 3 >= verbatim.cues.len() * 2;
    if most { counts.into_keys().collect() } else { BTreeSet::new() }
}

/// Gives each turn the time of its cue, makes neighbouring turns of one speaker one, and puts the lines of
/// a turn into one.
pub(crate) fn join(verbatim: &Verbatim, segments: &mut Segments) {
    if verbatim.cues.is_empty() {
        return;
    }
    let said = std::mem::take(&mut segments.utterances);
    let mut turns: Vec<Utterance> = Vec::with_capacity(said.len());
    for mut utterance in said {
        utterance.time = time_at(&verbatim.cues, utterance.start).or(utterance.time);
        match turns.last_mut().filter(|last| goes_on(verbatim, last, &utterance)) {
            Some(last) => {
                segments.cuts.push(Cut::spaced(last.end, utterance.start));
                last.end = utterance.end;
            }
            None => turns.push(utterance),
        }
    }
    unwrap_lines(verbatim, &turns, &mut segments.cuts);
    segments.utterances = turns;
}

fn time_at(cues: &[CueSpan], at: usize) -> Option<u32> {
    let n = cues.partition_point(|cue| cue.start <= at).checked_sub(1)?;
    cues.get(n).and_then(|cue| cue.time)
}

/// Whether nothing but the label stands between two turns of one speaker.
fn goes_on(verbatim: &Verbatim, last: &Utterance, next: &Utterance) -> bool {
    let between = text(verbatim, last.end, next.start).trim();
    last.speaker == next.speaker && !between.contains('\n')
}

/// Inside a turn, lines end where the picture ended, and become spaces; so do those inside a cue that
/// nobody is known to say. A line that begins with a dash stays: somebody else may say it.
fn unwrap_lines(verbatim: &Verbatim, turns: &[Utterance], cuts: &mut Vec<Cut>) {
    let outside = turns.is_empty() || are_voiced(verbatim);
    let (mut turns, mut cues) = (turns.iter().peekable(), verbatim.cues.iter().peekable());
    for pair in verbatim.lines.windows(2) {
        let (end, start) = (pair[0].end, pair[1].start);
        while turns.next_if(|turn| turn.end <= end).is_some() {}
        while cues.next_if(|cue| cue.start < start).is_some() {}
        let inside = turns.peek().is_some_and(|turn| turn.start <= end);
        let begins_cue = cues.peek().is_none_or(|cue| cue.start == start);
        let words = text(verbatim, start, pair[1].end);
        let dashed = words.trim_start().starts_with(['-', '–', '—']);
        // A combining mark that begins a line would join the space.
        let apart = stands_apart(words);
        if apart && !dashed && (inside || (outside && !begins_cue)) {
            let before = text(verbatim, pair[0].start, end);
            let from = end - (before.len() - before.trim_end().len());
            cuts.push(Cut::spaced(from, start + (words.len() - words.trim_start().len())));
        }
    }
}

fn text(verbatim: &Verbatim, start: usize, end: usize) -> &str {
    verbatim.text.get(start..end).unwrap_or_default()
}

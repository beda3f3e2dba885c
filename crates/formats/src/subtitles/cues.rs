//! The lines of subtitles: which are times, which number a cue, which are said.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// How the cues are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// WebVTT: a heading, blocks of notes and styles, any name above a cue.
    Vtt,
    /// SubRip: a number above each cue.
    Srt,
    /// The time in brackets, the words beside it.
    Bracketed,
}

/// One cue, its markup untouched.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// Milliseconds from the start of the recording.
    pub start: u32,
    /// Who speaks, where the cue's name tells.
    pub voice: Option<String>,
    /// Lines joined by `\n`, none of them blank.
    pub payload: String,
}

/// A line of times.
struct Timing<'a> {
    start: u32,
    /// Words on the same line.
    words: &'a str,
    bracketed: bool,
}

/// Lines before the first cue in which a file named as subtitles may say something else.
const LEAD_LINES: usize = 50;

const TIMING: &str = r"(?x) ^ [\s\u{FEFF}]* (\[?) \s*
    (?: (\d{1,3}) : )? (\d{1,2}) : (\d{1,2}) (?: [.,] (\d{1,3}) )? \s*
    (?: --?> | [–—]> | → ) \s*
    (?: \d{1,3} : )? \d{1,2} : \d{1,2} (?: [.,] \d{1,3} )? (?: \s | \] | $ )";

#[allow(clippy::unwrap_used)] // The patterns are constants, and tests use each of them.
static TIMING_LINE: LazyLock<Regex> = LazyLock::new(|| Regex::new(TIMING).unwrap());

/// Webex names its cues `12 "Claire Leroy" (3456789)`.
#[allow(clippy::unwrap_used)]
static NAMED_CUE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"^\s*\d+\s+"([^"]*[^"\s][^"]*)"\s+\(\d+\)\s*$"#).unwrap());

fn timing(line: &str) -> Option<Timing<'_>> {
    if !line.contains(['>', '→']) {
        return None;
    }
    let found = TIMING_LINE.captures(line)?;
    let number = |n: usize| found.get(n).map_or(0, |m| m.as_str().parse::<u32>().unwrap_or(0));
    let fraction = found.get(5).map_or(0, |m| number(5) * 10u32.pow(3 - m.len().min(3) as u32));
    let start = ((number(2) * 60 + number(3)) * 60 + number(4)) * 1000 + fraction;
    let bracketed = found.get(1).is_some_and(|m| !m.is_empty());
    let rest = line.get(found.get(0)?.end()..).unwrap_or_default().trim();
    let words =
        if !bracketed && rest.split_whitespace().all(|setting| setting.contains(':')) { "" } else { rest };
    Some(Timing { start, words: words.strip_prefix(']').unwrap_or(words), bracketed })
}

/// The syntax of a text, if it is subtitles.
pub(crate) fn recognise(extension: &str, text: &str) -> Option<Syntax> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = text.lines().flat_map(|line| line.split('\r')).filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let named = |name: &str| extension.eq_ignore_ascii_case(name);
    if is_heading(first) {
        let more = || lines.clone().take(LEAD_LINES).any(|line| timing(line).is_some());
        return (named("vtt") || more()).then_some(Syntax::Vtt);
    }
    if let Some(timing) = timing(first) {
        let plain = if named("vtt") { Syntax::Vtt } else { Syntax::Srt };
        return Some(if timing.bracketed { Syntax::Bracketed } else { plain });
    }
    if is_number(first) && lines.clone().next().is_some_and(|line| timing(line).is_some()) {
        return Some(if named("vtt") { Syntax::Vtt } else { Syntax::Srt });
    }
    let some = named("srt") || named("vtt");
    let timed = some && lines.take(LEAD_LINES).any(|line| timing(line).is_some_and(|t| !t.bracketed));
    timed.then_some(if named("vtt") { Syntax::Vtt } else { Syntax::Srt })
}

fn is_heading(line: &str) -> bool {
    line.trim_start()
        .strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

fn is_number(line: &str) -> bool {
    let line = line.trim().trim_start_matches('\u{FEFF}');
    !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit())
}

/// The words before the first cue, and the cues in the order of the file.
pub(crate) fn blocks(text: &str, syntax: Syntax) -> (String, Vec<Block>) {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let mut reader =
        Reader { syntax, skipping: false, lead: Vec::new(), blocks: Vec::new(), lines: Vec::new() };
    for (n, line) in text.trim_start_matches('\u{FEFF}').split('\n').enumerate() {
        reader.line(n, line);
    }
    reader.close();
    (reader.lead.join("\n"), reader.blocks)
}

/// Reading in progress; `lines` are those since the last line of times, blank ones included.
struct Reader<'a> {
    syntax: Syntax,
    /// Inside the heading, a note or a style.
    skipping: bool,
    lead: Vec<&'a str>,
    blocks: Vec<Block>,
    lines: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, number: usize, line: &'a str) {
        let blank = line.trim().is_empty();
        if let Some(timing) = timing(line) {
            let name = self.take_name();
            self.close();
            self.skipping = false;
            let voice = name.and_then(voice_of);
            self.blocks.push(Block { start: timing.start, voice, payload: String::new() });
            self.lines.extend((!timing.words.trim().is_empty()).then_some(timing.words));
        } else if self.syntax == Syntax::Vtt && (number == 0 && is_heading(line) || self.begins_note(line)) {
            self.skipping = true;
        } else {
            self.skipping &= !blank;
            if !self.skipping {
                self.lines.push(line);
            }
        }
    }

    fn begins_note(&self, line: &str) -> bool {
        let apart = self.lines.last().is_none_or(|line| line.trim().is_empty());
        let word = line.split_whitespace().next().unwrap_or_default();
        let note = word == "NOTE" || (matches!(word, "STYLE" | "REGION") && line.trim() == word);
        apart && note && !self.skipping && !self.follows_timing()
    }

    /// Whether no line stands between a line of times and this one.
    fn follows_timing(&self) -> bool {
        self.lines.is_empty() && !self.blocks.is_empty()
    }

    /// The name or number of the cue whose times come next, if the last line is one.
    fn take_name(&mut self) -> Option<&'a str> {
        let last = *self.lines.last()?;
        // A line right below times is said, not a name.
        let apart = match self.lines.len().checked_sub(2).and_then(|n| self.lines.get(n)) {
            Some(above) => above.trim().is_empty(),
            None => self.blocks.is_empty(),
        };
        let named = self.syntax == Syntax::Vtt && apart && !last.trim().is_empty();
        if self.syntax != Syntax::Bracketed && (named || is_number(last)) { self.lines.pop() } else { None }
    }

    /// Gives the lines read so far to the cue that they follow.
    fn close(&mut self) {
        let worded = self.lines.drain(..).map(str::trim_end).filter(|line| !line.trim().is_empty());
        match self.blocks.last_mut() {
            Some(block) => block.payload = worded.collect::<Vec<_>>().join("\n"),
            None => self.lead.extend(worded),
        }
    }
}

fn voice_of(name: &str) -> Option<String> {
    NAMED_CUE.captures(name)?.get(1).map(|m| m.as_str().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_all_their_forms() {
        for (line, expected) in [
            ("00:00:01.250 --> 00:00:04.000", Some((1250, ""))),
            ("00:00:01,250 --> 00:00:04,000", Some((1250, ""))),
            ("01:02.5 --> 01:03.0 align:start position:0%", Some((62_500, ""))),
            (" 100:00:00.000-->100:00:01.000 ", Some((360_000_000, ""))),
            ("0:00:01 –> 0:00:02", Some((1000, ""))),
            ("00:00:01,250 -> 00:00:04,000", Some((1250, ""))),
            ("00:00:01,250 --> 00:00:04,000 Oui.", Some((1250, "Oui."))),
            ("[00:01.000 --> 00:04.000]  Oui : non", Some((1000, "  Oui : non"))),
            ("[00:00:01.000 --> 00:00:04.000] Paul: oui", Some((1000, " Paul: oui"))),
            ("de 8:00 --> 9:00", None),
            ("12 --> 13", None),
            ("00:01 --> 00:02h", None),
            ("00:01:00", None),
        ] {
            let got = timing(line).map(|timing| (timing.start, timing.words));
            let expected = expected.map(|(start, words): (u32, &str)| (start, words.trim_start()));
            assert_eq!(got.map(|(start, words)| (start, words.trim_start())), expected, "{line}");
        }
    }

    #[test]
    fn subtitles_are_recognised_by_their_first_lines() {
        for (extension, text, expected) in [
            ("txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nOui", Some(Syntax::Vtt)),
            ("vtt", "\u{FEFF}WEBVTT - titre\r\n", Some(Syntax::Vtt)),
            ("vtt", "00:01.000 --> 00:02.000\nOui", Some(Syntax::Vtt)),
            ("srt", "1\r\r00:00:01,000 --> 00:00:02,000\rOui", Some(Syntax::Srt)),
            ("txt", "1\n00:00:01,000 --> 00:00:02,000\nOui", Some(Syntax::Srt)),
            ("srt", "Entretien 3\n\n1\n00:00:01,000 --> 00:00:02,000\nOui", Some(Syntax::Srt)),
            ("txt", "[00:01 --> 00:02] Oui", Some(Syntax::Bracketed)),
            ("txt", "WEBVTT est un format", None),
            ("txt", "Entretien 3\n\n1\n00:00:01,000 --> 00:00:02,000\nOui", None),
            ("srt", "VL : oui\nEMG 1 : non", None),
            ("txt", "12\nans --> non", None),
            ("txt", "", None),
        ] {
            assert_eq!(recognise(extension, text), expected, "{text:?}");
        }
    }

    fn said(text: &str, syntax: Syntax) -> Vec<(u32, String)> {
        let (lead, blocks) = blocks(text, syntax);
        let lead = (!lead.is_empty()).then_some((0, lead));
        lead.into_iter().chain(blocks.into_iter().map(|block| (block.start, block.payload))).collect()
    }

    #[test]
    fn only_what_is_said_remains() {
        use Syntax::{Srt, Vtt};
        let t = |n: u32| format!("00:0{n}.000 --> 00:0{n}.900\n");
        for (name, text, syntax, expected) in [
            ("numbers", format!("1\n{}Oui\n\n2\n{}Non", t(1), t(2)), Srt, vec![(1000, "Oui"), (2000, "Non")]),
            (
                "no blank line",
                format!("1\n{}Oui\n2\n{}Non\n", t(1), t(2)),
                Srt,
                vec![(1000, "Oui"), (2000, "Non")],
            ),
            ("no number", format!("{}Oui\n\n{}42\n\n", t(1), t(2)), Srt, vec![(1000, "Oui"), (2000, "42")]),
            (
                "an answer in digits",
                format!("1\n{}42\n\n2\n{}Non", t(1), t(2)),
                Srt,
                vec![(1000, "42"), (2000, "Non")],
            ),
            (
                "a gap in a cue",
                format!("1\n{}Oui\n\nvoilà\n\n2\n{}Non", t(1), t(2)),
                Srt,
                vec![(1000, "Oui\nvoilà"), (2000, "Non")],
            ),
            ("empty cue", format!("1\n{}\n2\n{}Non", t(1), t(2)), Srt, vec![(1000, ""), (2000, "Non")]),
            ("lead", format!("Titre\n\n1\n{}Oui", t(1)), Srt, vec![(0, "Titre"), (1000, "Oui")]),
            (
                "names",
                format!("WEBVTT\nKind: captions\n\na-1\n{}Oui\n\nb 2\n{}Non", t(1), t(2)),
                Vtt,
                vec![(1000, "Oui"), (2000, "Non")],
            ),
            (
                "notes",
                format!(
                    "WEBVTT\n\nNOTE Confidence: 0.9\n\nSTYLE\n::cue {{\n color: red }}\n\n{}Oui\n\nNOTE\ndeux\nlignes\n\n{}NOTE bien",
                    t(1),
                    t(2)
                ),
                Vtt,
                vec![(1000, "Oui"), (2000, "NOTE bien")],
            ),
            ("a note without end", format!("WEBVTT\n\nNOTE fin\n{}Oui", t(1)), Vtt, vec![(1000, "Oui")]),
            (
                "line ends",
                format!("1\n{}Oui\n\n2\n{}Non", t(1), t(2)).replace('\n', "\r\n"),
                Srt,
                vec![(1000, "Oui"), (2000, "Non")],
            ),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(time, text)| (time, text.to_owned())).collect();
            assert_eq!(said(&text, syntax), expected, "{name}");
        }
    }

    #[test]
    fn webex_names_who_speaks_above_the_cue() {
        let text = "WEBVTT\n\n1 \"Claire  Leroy\" (345)\n00:01.000 --> 00:02.000\nOui\n\n2 \"\" (0)\n00:03.000 --> 00:04.000\nNon";
        let (_, blocks) = blocks(text, Syntax::Vtt);
        let voices: Vec<_> = blocks.into_iter().map(|block| block.voice).collect();
        assert_eq!(voices, [Some("Claire Leroy".to_owned()), None]);
    }
}

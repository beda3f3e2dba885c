//! Subtitles: WebVTT as Zoom, Teams and Webex write it, SubRip as Whisper and others do, and the lines
//! `[00:01 --> 00:04] …` of Whisper's plain texts.
//!
//! A cue becomes a paragraph that knows its time and, where the markup tells, its voice. Numbers and names
//! of cues, settings, styles and notes of the file are left out; unknown markup is kept as it stands. Who
//! speaks otherwise, and which cues are one turn, is found later, with the labels.

mod cues;
mod markup;

use crate::source::{Paragraph, Source};
use crate::transcript::Format;
use cues::Block;
use markup::Line;

pub(crate) use cues::Syntax;

impl Syntax {
    /// The format of which this is the syntax.
    pub fn format(self) -> Format {
        match self {
            Self::Vtt => Format::Vtt,
            Self::Srt => Format::Srt,
            Self::Bracketed => Format::Txt,
        }
    }
}

/// The syntax of a text, if it is subtitles; `extension` as in the file's name, without the point.
pub(crate) fn recognise(extension: &str, text: &str) -> Option<Syntax> {
    cues::recognise(extension, text)
}

/// Reads subtitles. Never fails: what is no cue is kept as text.
pub(crate) fn read(text: &str, syntax: Syntax) -> Source {
    let (lead, blocks) = cues::blocks(text, syntax);
    let lines: Vec<Vec<Line>> = blocks.iter().map(|block| markup::lines(&block.payload)).collect();
    let rolling = lines.iter().flatten().any(|line| line.stamped);
    let lead = Paragraph { text: lead, ..Paragraph::default() };
    let mut paragraphs = if lead.text.is_empty() { Vec::new() } else { vec![lead] };
    let mut before = String::new();
    for (block, mut lines) in blocks.iter().zip(lines) {
        if rolling {
            drop_repeated(&mut lines, &mut before);
        }
        lines.retain(|line| !line.text.trim().is_empty());
        paragraphs.extend(lines.chunk_by(|a, b| a.voice == b.voice).map(|lines| paragraph(block, lines)));
    }
    Source { paragraphs, ..Source::default() }
}

/// Captions that roll up show each line twice, the second time without the times of its words.
fn drop_repeated(lines: &mut Vec<Line>, before: &mut String) {
    lines.retain(|line| {
        let text = line.text.trim();
        let repeated = !line.stamped && text == before.as_str();
        if !text.is_empty() {
            text.clone_into(before);
        }
        !repeated
    });
}

/// The words of one voice in a cue, after its label.
fn paragraph(block: &Block, lines: &[Line]) -> Paragraph {
    let words: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
    let words = words.join("\n");
    let named = lines.first().and_then(|line| line.voice.as_deref()).or(block.voice.as_deref());
    Paragraph::said(named, Some(block.start), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, syntax: Syntax) -> Vec<(String, u32)> {
        let paragraphs = read(text, syntax).paragraphs;
        paragraphs.into_iter().map(|p| (p.text, p.cue.and_then(|cue| cue.time).unwrap_or_default())).collect()
    }

    #[test]
    fn cues_are_paragraphs_with_their_voice() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Claire>Oui,\nje sais.</v> Bon.\n<v Paul>Non.\n\n\
                    00:03.000 --> 00:04.000\n(rires)\n\n00:05.000 --> 00:06.000\n\n";
        let expected =
            [("Claire\u{A0}: Oui,\nje sais. Bon.", 1000), ("Paul\u{A0}: Non.", 1000), ("(rires)", 3000)];
        assert_eq!(texts(text, Syntax::Vtt), expected.map(|(text, time)| (text.to_owned(), time)));
    }

    #[test]
    fn rolling_captions_are_said_once() {
        let text = "00:00.000 --> 00:02.000\n \nje suis<00:00:00.500><c> parti</c>\n\n\
                    00:02.000 --> 00:02.010\nje suis parti\n \n\n\
                    00:02.010 --> 00:04.000\nje suis parti\nau<00:00:02.500><c> bourg</c>";
        let said: Vec<String> = texts(text, Syntax::Vtt).into_iter().map(|(text, _)| text).collect();
        assert_eq!(said, ["je suis parti", "au bourg"]);
        let twice = "00:00.000 --> 00:02.000\nOui.\n\n00:02.000 --> 00:03.000\nOui.";
        assert_eq!(texts(twice, Syntax::Vtt).len(), 2);
    }
}

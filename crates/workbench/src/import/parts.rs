//! Several interviews in one file: the ranges they take, their names, and whether splitting is proposed.

use super::voices::{Voice, VoiceRole, is_generic};
use formats::{Part, Transcript};
use model::Digest;
use model::text::{TextIndex, Turn};
use std::collections::BTreeSet;

/// The range of each interview, outer white space left out; together they hold every word of the file.
pub(super) fn ranges(parts: &[Part], text: &TextIndex) -> Vec<(u32, u32)> {
    let starts = parts.iter().skip(1).map(|part| part.start);
    let ends = starts.clone().chain([text.len_scalars()]);
    std::iter::once(0).chain(starts).zip(ends).map(|(start, end)| text.trim(start, end)).collect()
}

/// The turns of a range, counted from its start.
pub(super) fn turns_in(turns: &[Turn], (start, end): (u32, u32)) -> Vec<Turn> {
    let from = turns.partition_point(|turn| turn.start < start);
    let to = turns.partition_point(|turn| turn.start < end);
    let within =
        |turn: &Turn| Turn { start: turn.start - start, end: turn.end.min(end) - start, ..turn.clone() };
    turns.get(from..to).unwrap_or_default().iter().map(within).collect()
}

/// The name of each interview: its participant's label where one person speaks, else the title.
pub(super) fn names(transcript: &Transcript, voices: &[Voice], text: &TextIndex) -> Vec<String> {
    let named = |(part, range): (&Part, (u32, u32))| {
        let people = people(&transcript.turns, voices, range);
        match people.iter().collect::<Vec<_>>().as_slice() {
            [one] if !is_generic(one) => (*one).clone(),
            _ => part.title.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    };
    transcript.parts.iter().zip(ranges(&transcript.parts, text)).map(named).collect()
}

/// The labels of the participants who speak in a range.
fn people(turns: &[Turn], voices: &[Voice], range: (u32, u32)) -> BTreeSet<String> {
    let inside = turns.iter().filter(|turn| range.0 <= turn.start && turn.start < range.1);
    let person = |turn: &Turn| {
        let voice = voices.iter().find(|voice| voice.label == turn.speaker)?;
        (voice.role == VoiceRole::Participant)
            .then(|| voice.participant.clone().unwrap_or(voice.label.clone()))
    };
    inside.filter_map(person).collect()
}

/// Whether the interviews are proposed as such: not where the same person, known by name, speaks in all of
/// them, as in one interview under several headings.
pub(super) fn is_split(transcript: &Transcript, voices: &[Voice], text: &TextIndex) -> bool {
    let ranges = ranges(&transcript.parts, text);
    let mut people = ranges.iter().map(|range| people(&transcript.turns, voices, *range));
    let Some(first) = people.next() else { return false };
    let same = people.all(|others| others == first);
    !(same && first.iter().any(|label| !is_generic(label)))
}

/// What tells one interview of a file from the file and from the others: the file's digest and its number.
pub(super) fn digest(file: Digest, number: usize) -> Digest {
    Digest::of(format!("{file}#{number}").as_bytes())
}

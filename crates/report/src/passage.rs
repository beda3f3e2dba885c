//! A passage as it is quoted: who speaks in it, and what each says, labels left out.

use model::RecordId;
use model::study::{Interview, Seen};
use model::text::TextIndex;
use model::value::SpeakerRole;

/// Whose words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody who is interviewed.
    Participant,
    /// Whoever leads the interview.
    Interviewer,
    /// Anybody else, or nobody in particular.
    Other,
}

/// What one voice says inside a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Whose words.
    pub who: Who,
    /// The participant, where the voice is one.
    pub participant: Option<RecordId>,
    /// The pseudonym of a participant, else the label as written before the turn.
    pub name: String,
    /// The words, without the label, without outer white space; never empty.
    pub text: String,
}

/// The voices of a passage, `[start, end)` in scalars of the interview's current text, in order.
///
/// What lies outside turns (labels, headings) is no speech and is left out; where a passage holds nothing
/// else, its words are given to the interview's only participant, or to nobody. Neighbouring turns of one
/// speaker become one.
#[must_use]
pub fn voices(
    seen: &Seen<'_>,
    interview: &Interview<'_>,
    text: &TextIndex,
    start: u32,
    end: u32,
) -> Vec<Voice> {
    let from = interview.turns.partition_point(|turn| turn.end <= start);
    let mut voices: Vec<(&str, Voice)> = Vec::new();
    for turn in interview.turns[from..].iter().take_while(|turn| turn.start < end) {
        let words = text.slice(turn.start.max(start), turn.end.min(end)).unwrap_or_default().trim();
        if words.is_empty() {
            continue;
        }
        match voices.last_mut() {
            Some((label, voice)) if *label == turn.speaker => {
                voice.text.push('\n');
                voice.text.push_str(words);
            }
            _ => voices.push((&turn.speaker, voice(seen, interview, &turn.speaker, words))),
        }
    }
    if voices.is_empty() {
        let words = text.slice(start, end).unwrap_or_default().trim();
        return nobody(seen, interview, words).into_iter().collect();
    }
    voices.into_iter().map(|(_, voice)| voice).collect()
}

fn voice(seen: &Seen<'_>, interview: &Interview<'_>, label: &str, words: &str) -> Voice {
    let speaker = interview.speakers.iter().find(|speaker| speaker.label == label);
    let who = match speaker.map(|speaker| speaker.role) {
        Some(SpeakerRole::Participant) => Who::Participant,
        Some(SpeakerRole::Interviewer) => Who::Interviewer,
        _ => Who::Other,
    };
    let person = speaker.filter(|_| who == Who::Participant).and_then(|speaker| speaker.participant);
    let person = person.and_then(|id| seen.participant(id));
    Voice {
        who,
        participant: person.as_ref().map(|person| person.id),
        name: person.map_or_else(|| label.trim().to_owned(), |person| person.name.to_owned()),
        text: words.to_owned(),
    }
}

fn nobody(seen: &Seen<'_>, interview: &Interview<'_>, words: &str) -> Option<Voice> {
    if words.is_empty() {
        return None;
    }
    let people = interview.participants();
    let alone = <[RecordId; 1]>::try_from(people).ok().and_then(|[id]| seen.participant(id));
    Some(Voice {
        who: if alone.is_some() { Who::Participant } else { Who::Other },
        participant: alone.as_ref().map(|person| person.id),
        name: alone.map_or_else(|| interview.name.to_owned(), |person| person.name.to_owned()),
        text: words.to_owned(),
    })
}

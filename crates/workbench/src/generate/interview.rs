//! One synthetic interview: its text, its turns, and where the words of the participant are.

use super::dice::Dice;
use super::words::{Vocabulary, interjection};
use crate::command::{ImportRequest, SpeakerChoice};
use formats::{Fact, FactKind, Format, Transcript};
use model::Digest;
use model::text::{Turn, scalars};
use model::value::SpeakerRole;

/// The label of whoever asks.
const INTERVIEWER: &str = "CL";

/// How long a spoken word lasts, in milliseconds.
const WORD: u32 = 400;

/// An interview that nobody gave.
#[derive(Debug)]
pub(crate) struct Interview {
    /// What is to be taken in.
    pub request: ImportRequest,
    /// The words of each turn of the participant: ranges in scalars.
    pub speech: Vec<Vec<(u32, u32)>>,
}

/// Writes the interview of one participant, with exactly so many words in its turns.
pub(crate) fn write(
    vocabulary: &Vocabulary,
    dice: Dice,
    participant: &str,
    day: &str,
    words: usize,
) -> Interview {
    let times = participant.bytes().next_back().is_some_and(|digit| digit % 3 == 0);
    let mut writer = Writer { vocabulary, dice, times, ..Writer::empty(vocabulary) };
    writer.head(participant, day, words);
    let mut left = words;
    while left > 0 {
        let question = writer.dice.between(6, 25).min(left / 4);
        writer.turn(INTERVIEWER, question, true);
        left -= question;
        let answer = writer.dice.between(30, 160);
        // What is too short for a question and its answer is said now.
        let answer = if left < answer + 40 { left } else { answer };
        writer.turn(participant, answer, false);
        left -= answer;
    }
    writer.finish(participant)
}

struct Writer<'v> {
    vocabulary: &'v Vocabulary,
    dice: Dice,
    /// True when the turns have time marks.
    times: bool,
    text: String,
    /// Length of `text` in scalars.
    at: u32,
    spoken: u32,
    turns: Vec<Turn>,
    facts: Vec<Fact>,
    speech: Vec<Vec<(u32, u32)>>,
}

impl<'v> Writer<'v> {
    fn empty(vocabulary: &'v Vocabulary) -> Writer<'v> {
        Writer {
            vocabulary,
            dice: Dice::new(0, ""),
            times: false,
            text: String::new(),
            at: 0,
            spoken: 0,
            turns: Vec::new(),
            facts: Vec::new(),
            speech: Vec::new(),
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.at += scalars(text);
    }

    fn head(&mut self, participant: &str, day: &str, words: usize) {
        let minutes = words / usize::try_from(60_000 / WORD).unwrap_or(1) + 1;
        self.push(&format!("Entretien {participant}"));
        self.fact(FactKind::Date, "Date", day);
        self.fact(FactKind::Duration, "Durée", &format!("{minutes} minutes"));
        self.fact(FactKind::Place, "Lieu", "cabinet de ***");
        self.push("\n");
    }

    fn fact(&mut self, kind: FactKind, heading: &str, value: &str) {
        self.push(&format!("\n{heading}\u{a0}: "));
        let start = self.at;
        self.push(value);
        self.facts.push(Fact { kind, value: value.to_owned(), start, end: self.at });
    }

    fn turn(&mut self, speaker: &str, words: usize, asks: bool) {
        if words == 0 {
            return;
        }
        self.push(&format!("\n{speaker}\u{a0}: "));
        let start = self.at;
        let mut ranges = Vec::with_capacity(words);
        let mut left = words;
        while left > 0 {
            if left < words {
                let pause = if self.dice.percent(6) { "\n" } else { " " };
                self.push(pause);
            }
            let length = self.dice.between(3, 24).min(left);
            left -= length;
            self.sentence(length, asks && left == 0, &mut ranges);
        }
        let time = self.times.then_some(self.spoken);
        self.turns.push(Turn { speaker: speaker.to_owned(), start, end: self.at, time });
        self.spoken += WORD * u32::try_from(words).unwrap_or_default();
        if !asks {
            self.speech.push(ranges);
        }
    }

    /// Exactly so many runs without white space, the question mark among them.
    fn sentence(&mut self, length: usize, asks: bool, ranges: &mut Vec<(u32, u32)>) {
        let asks = length > 1 && (asks || self.dice.percent(4));
        let words = length - usize::from(asks);
        for place in 0..words {
            if place > 0 {
                self.push(" ");
            }
            let start = self.at;
            self.word(place == 0);
            if place + 1 == words {
                let ending = if asks { "" } else { self.ending() };
                self.push(ending);
            } else if self.dice.percent(9) {
                self.push(",");
            }
            ranges.push((start, self.at));
        }
        if asks {
            self.push("\u{a0}?");
        }
    }

    fn word(&mut self, first: bool) {
        if let Some(mark) = interjection(&mut self.dice).filter(|_| !first) {
            return self.push(mark);
        }
        let vocabulary = self.vocabulary;
        let word = vocabulary.draw(&mut self.dice);
        let mut rest = word.chars();
        match rest.next().filter(|_| first) {
            Some(initial) => {
                let capital: String = initial.to_uppercase().collect();
                self.push(&capital);
                self.push(rest.as_str());
            }
            None => self.push(word),
        }
    }

    fn ending(&mut self) -> &'static str {
        if self.dice.percent(10) { "…" } else { "." }
    }

    fn finish(self, participant: &str) -> Interview {
        let choice = |label: &str, role, participant: Option<&str>| SpeakerChoice {
            label: label.to_owned(),
            role,
            participant: participant.map(str::to_owned),
        };
        let bytes = self.text.clone().into_bytes();
        let facts = crate::facts::sheet(self.facts.iter());
        let transcript = Transcript {
            format: Format::Txt,
            text: self.text,
            turns: self.turns,
            // Who was found is for a preview; nobody looks at this one.
            speakers: Vec::new(),
            facts: self.facts,
            parts: Vec::new(),
            comments: Vec::new(),
            warnings: Vec::new(),
        };
        let request = ImportRequest {
            name: participant.to_owned(),
            file: format!("{participant}.txt"),
            digest: Digest::of(&bytes),
            original: Some(bytes),
            transcript,
            speakers: vec![
                choice(INTERVIEWER, SpeakerRole::Interviewer, None),
                choice(participant, SpeakerRole::Participant, Some(participant)),
            ],
            facts,
            codings: Vec::new(),
        };
        Interview { request, speech: self.speech }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::text::{TextIndex, normalise};

    fn interview(seed: u64, words: usize) -> Interview {
        write(&Vocabulary::new(), Dice::new(seed, "text"), "EMG 3", "17/01/2025", words)
    }

    #[test]
    fn the_turns_have_exactly_the_words_asked_for() {
        for words in [1, 2, 7, 50, 999, 10_000] {
            let transcript = interview(4, words).request.transcript;
            let text = TextIndex::new(transcript.text.as_str());
            let said = transcript.turns.iter().map(|turn| text.slice(turn.start, turn.end).unwrap());
            assert_eq!(said.map(|said| said.split_whitespace().count()).sum::<usize>(), words);
        }
    }

    #[test]
    fn a_turn_is_the_utterance_alone() {
        let transcript = interview(5, 3000).request.transcript;
        let text = TextIndex::new(transcript.text.as_str());
        assert!(transcript.turns.len() > 40);
        for turn in &transcript.turns {
            let said = text.slice(turn.start, turn.end).unwrap();
            let before = text.slice(0, turn.start).unwrap();
            assert_eq!(said.trim(), said);
            assert!(before.ends_with(&format!("\n{}\u{a0}: ", turn.speaker)));
            assert!(text.is_grapheme_border(turn.start) && text.is_grapheme_border(turn.end));
        }
    }

    #[test]
    fn speech_is_the_words_of_the_participant() {
        let interview = interview(6, 2000);
        let text = TextIndex::new(interview.request.transcript.text.as_str());
        let turns = interview.request.transcript.turns.iter().filter(|turn| turn.speaker == "EMG 3");
        assert_eq!(turns.clone().count(), interview.speech.len());
        for (turn, words) in turns.zip(&interview.speech) {
            for (start, end) in words {
                assert!(turn.start <= *start && *end <= turn.end);
                let word = text.slice(*start, *end).unwrap();
                assert!(!word.is_empty() && !word.contains(char::is_whitespace), "{word:?}");
            }
        }
    }

    #[test]
    fn the_text_is_in_its_normal_form_and_has_what_makes_texts_hard() {
        let text = interview(7, 10_000).request.transcript.text;
        assert_eq!(normalise(&text).text, text);
        for hard in ["\u{a0}", "é", "’", "…", "\u{200d}"] {
            assert!(text.contains(hard), "{hard:?}");
        }
    }

    #[test]
    fn the_head_says_when_and_how_long() {
        let transcript = interview(8, 10_000).request.transcript;
        let text = TextIndex::new(transcript.text.as_str());
        for fact in &transcript.facts {
            assert_eq!(text.slice(fact.start, fact.end), Some(fact.value.as_str()));
        }
        let value = |kind| &transcript.facts.iter().find(|fact| fact.kind == kind).unwrap().value;
        assert_eq!(crate::facts::day(value(FactKind::Date)).as_deref(), Some("2025-01-17"));
        assert_eq!(crate::facts::minutes(value(FactKind::Duration)), Some(67));
    }

    #[test]
    fn the_same_seed_says_the_same() {
        assert_eq!(interview(9, 500).request.transcript, interview(9, 500).request.transcript);
        assert_ne!(interview(9, 500).request.transcript, interview(10, 500).request.transcript);
    }
}

//! JSON of transcription services: AssemblyAI, Deepgram, Whisper and its kin, Google, Amazon, Azure, Rev,
//! Speechmatics, Sonix, Trint, Vosk and others, without asking which.
//!
//! They all hold, somewhere, lists of objects with words, and mostly the same words several times: as one
//! text, as what one person says, as sentences, as single words. The list is taken that tells most of who
//! speaks, then of when, in the longest pieces; with it every list of the same kind whose words it does not hold. What
//! nothing of this says is told.

use std::cmp::Reverse;
use std::collections::HashSet;

use serde_json::Value;

use super::Saying;
use super::covered::Taken;
use super::objects::{Found, Item, List, Voices, found};
use super::times::milliseconds;
use super::words;
use crate::error::ReadError;

/// The most objects that are read: each takes far more memory than its few letters, and hours of single words
/// have fewer.
const OBJECTS: usize = 400_000;
/// The most values in their lists.
const VALUES: usize = 8_000_000;
/// A list that tells who speaks holds at least this much of the words, in hundredths.
const SHARE: usize = 70;

/// What the objects of a file say.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Spoken {
    pub said: Vec<Saying>,
    /// Words that stand in the file and were not taken.
    pub left: Vec<String>,
}

/// What the objects say; `None` for a text that is no JSON, or none with words.
pub(super) fn read(text: &str) -> Result<Option<Spoken>, ReadError> {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if !text.starts_with(['{', '[']) || !text.ends_with(['}', ']']) || !text.contains('"') {
        return Ok(None);
    }
    let count = |sign: u8| text.bytes().filter(|&b| b == sign).count();
    let many = count(b'{') > OBJECTS || count(b',') + count(b'[') > VALUES;
    if many {
        // Not every text in brackets is JSON; one with so many would be.
        return if text.contains("\":") { Err(ReadError::TooDemanding) } else { Ok(None) };
    }
    // One value, or one after the other.
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text).into_iter().collect();
    let Ok(values) = values else { return Ok(None) };
    Ok(spoken(found(&values)))
}

fn spoken(found: Found) -> Option<Spoken> {
    let Found { lists, voices, sentences } = found;
    let best = best(&lists)?;
    let main = Main::of(lists.get(best)?);
    let mut taken = Taken::of(main.list.texts());
    let mut chosen = vec![false; lists.len()];
    for (n, (list, chosen)) in lists.iter().zip(&mut chosen).enumerate() {
        *chosen = n == best || main.goes_on(list, &taken);
        if *chosen && n != best {
            taken.extend(list.texts());
        }
    }
    let others = || {
        let other =
            lists.iter().zip(&chosen).filter(|(list, chosen)| !**chosen && !list.is_inside(main.list));
        other.map(|(list, _)| list)
    };
    let listed = others().flat_map(|list| taken.missing(list.texts()));
    // A sentence by itself may repeat another.
    let alone = sentences.into_iter().flat_map(|sentence| taken.missing(std::iter::once(sentence)));
    let mut left: Vec<String> = listed.chain(alone).map(str::to_owned).collect();
    let mut seen = HashSet::new();
    left.retain(|words| seen.insert(words.clone()));
    let lists = lists.into_iter().zip(chosen).filter(|(_, chosen)| *chosen);
    Some(Spoken { said: lists.flat_map(|(list, _)| said(list, &voices)).collect(), left })
}

/// The place of the list that tells most.
fn best(lists: &[List]) -> Option<usize> {
    let most = lists.iter().map(List::length).max()?;
    let long = lists.iter().enumerate().filter(|(_, list)| list.length() * 100 >= most * SHARE);
    let best = long.max_by_key(|(_, list)| {
        let (named, timed) = list.tells();
        // Pieces of one word say the same as longer ones, with more work.
        let words = list.words() / list.items.len().max(1);
        (named, timed, words > 1, words.min(200), Reverse(list.depth))
    });
    best.map(|(n, _)| n)
}

/// The list that tells most, and what others are compared with.
struct Main<'a> {
    list: &'a List,
    tells: (bool, bool),
    starts: HashSet<u64>,
}

impl<'a> Main<'a> {
    fn of(list: &'a List) -> Self {
        Self { list, tells: list.tells(), starts: list.items.iter().filter_map(Item::time).collect() }
    }

    /// Whether a list is another part of what was said, as where each part of an interview has a list of its own: it
    /// tells who speaks, or when, as this one does, and says other things at other times.
    fn goes_on(&self, other: &List, taken: &Taken) -> bool {
        let alike = self.tells == other.tells() && self.tells != (false, false);
        if !alike || other.is_inside(self.list) || self.is_parallel(other) {
            return false;
        }
        let words = |texts: &str| texts.split_whitespace().count();
        let missing: usize = taken.missing(other.texts()).into_iter().map(words).sum();
        missing * 10 >= other.words() * 8
    }

    /// Whether a list says the same in another form, as a translation does.
    fn is_parallel(&self, other: &List) -> bool {
        if self.tells.1 {
            let same =
                other.items.iter().filter(|item| item.time().is_some_and(|time| self.starts.contains(&time)));
            return same.count() * 2 > other.items.len();
        }
        // Without times, pieces of the same people in the same order.
        other.items.iter().map(|item| &item.speaker).eq(self.list.items.iter().map(|item| &item.speaker))
    }
}

fn said(mut list: List, voices: &Voices) -> Vec<Saying> {
    list.attribute(voices);
    let times: Vec<_> = list.items.iter().map(|item| item.start).collect();
    let starts = milliseconds(&times, list.words(), list.fractions);
    let single = list.words() < list.items.len() * 3 / 2;
    let items: Vec<(Item, Option<u32>)> = list.items.into_iter().zip(starts).collect();
    if single { words::joined(items) } else { items.into_iter().map(saying).collect() }
}

fn saying((item, start): (Item, Option<u32>)) -> Saying {
    Saying { start, voice: item.speaker, text: item.text.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    fn check(name: &str, text: &str, expected: &[&str]) {
        let spoken = read(text).unwrap().unwrap_or_default();
        assert_eq!(shown(&spoken.said), expected, "{name}");
        assert_eq!(spoken.left, Vec::<String>::new(), "{name}");
    }

    #[test]
    fn services_name_who_speaks_in_their_own_ways() {
        check(
            "AssemblyAI",
            r#"{"id":"x","text":"Oui bien sûr. Non.","words":[{"text":"Oui","start":1200,"end":1400,"speaker":"A"},{"text":"bien","start":1500,"speaker":"A"},{"text":"sûr.","start":1600,"speaker":"A"},{"text":"Non.","start":91000,"speaker":"B"}],"utterances":[{"speaker":"A","text":"Oui bien sûr.","start":1200,"end":1900,"words":[{"text":"Oui","start":1200,"speaker":"A"}]},{"speaker":"B","text":"Non.","start":91000,"end":92000}]}"#,
            &["1200 A: Oui bien sûr.", "91000 B: Non."],
        );
        check(
            "Deepgram",
            r#"{"metadata":{"duration":9.5},"results":{"channels":[{"alternatives":[{"transcript":"oui bien sûr non","words":[{"word":"oui","start":0.5,"speaker":0,"punctuated_word":"Oui"}],"paragraphs":{"transcript":"…","paragraphs":[{"sentences":[{"text":"Oui bien sûr.","start":0.5,"end":1.0}],"speaker":0,"start":0.5},{"sentences":[{"text":"Non.","start":2.5,"end":3.0}],"speaker":1,"start":2.5}]}}]}]}}"#,
            &["500 Speaker 0: Oui bien sûr.", "2500 Speaker 1: Non."],
        );
        check(
            "Deepgram, utterances",
            r#"{"results":{"utterances":[{"start":0.5,"transcript":"Oui bien sûr.","speaker":0},{"start":2,"transcript":"Non.","speaker":1}]}}"#,
            &["500 Speaker 0: Oui bien sûr.", "2000 Speaker 1: Non."],
        );
        check(
            "WhisperX",
            r#"{"segments":[{"start":0.5,"end":1,"text":" Oui bien sûr.","speaker":"SPEAKER_00","words":[{"word":"Oui","start":0.5,"speaker":"SPEAKER_00"}]},{"start":2,"text":" Non.","speaker":"SPEAKER_01"}],"word_segments":[{"word":"Oui","start":0.5}]}"#,
            &["500 SPEAKER_00: Oui bien sûr.", "2000 SPEAKER_01: Non."],
        );
        check(
            "Google",
            r#"{"results":[{"alternatives":[{"transcript":"Oui, bien sûr. Non.","words":[{"startTime":"0.5s","word":"Oui,"},{"startTime":"0.8s","word":"bien"}]}]},{"alternatives":[{"words":[{"startTime":"0.5s","word":"Oui,","speakerTag":1},{"startTime":"0.8s","word":"bien","speakerTag":1},{"startTime":"0.9s","word":"sûr.","speakerTag":1},{"startTime":"2s","word":"Non.","speakerTag":2}]}]}]}"#,
            &["500 Speaker 1: Oui, bien sûr.", "2000 Speaker 2: Non."],
        );
        check(
            "Amazon",
            r#"{"jobName":"j","results":{"transcripts":[{"transcript":"Oui, bien sûr. Non."}],"speaker_labels":{"speakers":2,"segments":[{"start_time":"0.5","speaker_label":"spk_0","items":[{"start_time":"0.5","speaker_label":"spk_0"}]},{"start_time":"2.0","speaker_label":"spk_1","items":[]}]},"items":[{"start_time":"0.5","alternatives":[{"confidence":"0.9","content":"Oui"}],"type":"pronunciation"},{"alternatives":[{"content":","}],"type":"punctuation"},{"start_time":"0.8","alternatives":[{"content":"bien"}],"type":"pronunciation"},{"start_time":"0.9","alternatives":[{"content":"sûr"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"},{"start_time":"2.0","alternatives":[{"content":"Non"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"}]}}"#,
            &["500 spk_0: Oui, bien sûr.", "2000 spk_1: Non."],
        );
        check(
            "Rev",
            r#"{"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Oui","ts":0.5},{"type":"punct","value":", "},{"type":"text","value":"bien","ts":0.8},{"type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"Non","ts":2.0},{"type":"punct","value":"."}]}]}"#,
            &["500 Speaker 0: Oui, bien.", "2000 Speaker 1: Non."],
        );
        check(
            "Speechmatics",
            r#"{"format":"2.9","results":[{"type":"word","start_time":0.5,"alternatives":[{"content":"Oui","speaker":"S1"}]},{"type":"punctuation","attaches_to":"previous","start_time":0.7,"alternatives":[{"content":",","speaker":"S1"}]},{"type":"word","start_time":0.8,"alternatives":[{"content":"bien","speaker":"S1"}]},{"type":"word","start_time":2.1,"alternatives":[{"content":"Non","speaker":"S2"}]}]}"#,
            &["500 S1: Oui, bien", "2100 S2: Non"],
        );
        check(
            "Trint",
            r#"{"speakers":[{"name":"M1","time":"0.1","duration":"1.5"},{"name":"F2","time":"1.9","duration":"1"}],"words":[{"name":"Oui","time":"0.5","duration":"0.2"},{"name":"bien.","time":"0.8"},{"name":"Non.","time":"2.0"}]}"#,
            &["500 M1: Oui bien.", "2000 F2: Non."],
        );
        check(
            "Azure",
            r#"{"recognizedPhrases":[{"speaker":1,"offset":"PT0.5S","offsetInTicks":5000000.0,"nBest":[{"lexical":"oui bien","display":"Oui, bien."},{"display":"Ouïe bien."}]},{"speaker":2,"offset":"PT2S","nBest":[{"display":"Non, non."}]}]}"#,
            &["500 Speaker 1: Oui, bien.", "2000 Speaker 2: Non, non."],
        );
    }

    #[test]
    fn plain_lists_are_read_with_or_without_speakers() {
        let one = r#"{"start": 1.5, "end": 2, "speaker": "S1", "text": " Oui là"}"#;
        let two = r#"{"offsets": {"from": 2000, "to": 3}, "text": "Non là"}"#;
        for text in [
            format!("{one}\n{two}\n"),
            format!("[{one},{two}]"),
            format!("{{\"text\": \"Oui là Non là\", \"segments\": [{one},{two}]}}"),
        ] {
            check(&text, &text, &["1500 S1: Oui là", "2000 : Non là"]);
        }
        check(
            "Vosk",
            "{\"result\":[{\"word\":\"oui\",\"start\":0.5},{\"word\":\"là\",\"start\":0.9}],\"text\":\"oui là\"}\n{\"result\":[{\"word\":\"non\",\"start\":4.5},{\"word\":\"là\",\"start\":4.9}],\"text\":\"non là\"}\n",
            &["500 : oui là", "4500 : non là"],
        );
        check(
            "no times",
            r#"[{"locuteur":"VL","texte":"Alors, oui ?"},{"locuteur":{"name":"EMG 1"},"texte":"Bah non."}]"#,
            &["– VL: Alors, oui ?", "– EMG 1: Bah non."],
        );
    }

    #[test]
    fn the_same_words_at_the_same_time_are_said_once_and_others_stay() {
        // A word of two people at once, and one that nobody repeats.
        check(
            "some without a name",
            r#"{"words":[{"word":"Alors","start":0.5},{"word":"Ah","start":0.5},{"word":"Alors","start":0.5,"speaker":"A"},{"word":"oui","start":2.5,"speaker":"B"},{"word":"Hum","start":2.5}]}"#,
            &["500 : Alors Ah", "500 A: Alors", "2500 B: oui", "2500 : Hum"],
        );
        check(
            "repeated with names",
            r#"{"words":[{"word":"Alors","start":0.5},{"word":"oui","start":2.5},{"word":".","type":"punct"},{"word":"Alors","start":0.5,"speaker":"A"},{"word":"oui","start":2.5,"speaker":"B"}]}"#,
            &["500 A: Alors", "2500 B: oui"],
        );
    }

    #[test]
    fn parts_of_an_interview_are_put_one_after_the_other() {
        check(
            "two parts",
            r#"{"a_part":[{"speaker":"VL","text":"Comment se passe votre stage ?"},{"speaker":"M","text":"Bien, mais la route est longue."}],"b_part":[{"speaker":"VL","text":"Et le soir ?"},{"speaker":"M","text":"Je rentre tard, je suis fatigué."},{"speaker":"VL","text":"Merci."}]}"#,
            &[
                "– VL: Comment se passe votre stage ?",
                "– M: Bien, mais la route est longue.",
                "– VL: Et le soir ?",
                "– M: Je rentre tard, je suis fatigué.",
                "– VL: Merci.",
            ],
        );
    }

    #[test]
    fn what_is_not_taken_is_told() {
        let left = |text: &str| read(text).unwrap().unwrap().left;
        // The speaker's list holds less than the whole text.
        let text = r#"{"text":"Comment se passe votre stage ? Bien, mais la route est longue. Et puis les gardes de nuit. Vous en avez souvent ?","segments":[{"speaker":"VL","start":0.5,"text":"Comment se passe votre stage ?"},{"speaker":"M","start":3.5,"text":"Bien, mais la route est longue."},{"speaker":"VL","start":9.5,"text":"Vous en avez souvent ?"}]}"#;
        assert_eq!(left(text), ["Et puis les gardes de nuit"]);
        let text = r#"{"segments":[{"speaker":"VL","start":0.5,"text":"Comment se passe votre stage ?","note":"elle hésite"},{"speaker":"M","start":3.5,"text":"Bien, mais la route est longue.","type":"text"}],"summary":"Le stage se passe bien malgré les trajets."}"#;
        assert_eq!(left(text), ["elle hésite", "Le stage se passe bien malgré les trajets"]);
        let text = r#"{"fr":[{"speaker":"VL","start":0.5,"text":"Comment se passe votre stage ?"},{"speaker":"M","start":3.5,"text":"Bien, mais la route est longue."}],"en":[{"speaker":"VL","start":0.5,"text":"How is your placement going?"},{"speaker":"M","start":3.5,"text":"Fine, the road is long."}]}"#;
        assert_eq!(read(text).unwrap().unwrap().said.len(), 2);
        assert_eq!(left(text).len(), 2);
    }

    #[test]
    fn other_json_is_not_a_transcript() {
        for text in [
            "[VL] Oui",
            "{}",
            "[]",
            "{\"start\": 1}",
            "{\"a\": [1, 2]}",
            "[{\"text\": \"\"}]",
            "{\"text\": \"\"}",
            "[\"oui\"]",
        ] {
            assert_eq!(read(text).unwrap(), None, "{text}");
        }
        let many = format!("[{}{{\"a\":1}}]", "{\"a\":1},".repeat(OBJECTS));
        assert_eq!(read(&many), Err(ReadError::TooDemanding));
    }
}

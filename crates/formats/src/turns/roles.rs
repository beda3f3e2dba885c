//! Who leads the interview, and which labels are likely the same person.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::accept::{Accepted, MANY_SPEAKERS};
use super::manner::Manner;
use super::words::{self, key};
use crate::transcript::{Role, SpeakerFound};

/// The most words and characters of [`SpeakerFound::first_words`].
const FIRST_WORDS: usize = 12;
const FIRST_CHARS: usize = 80;
/// The first turns, in which the interview is explained.
const OPENING: usize = 4;
/// The least evidence from which somebody is taken for the interviewer.
const ENOUGH: f64 = 0.4;
/// By how much the evidence must exceed everybody else's.
const MARGIN: f64 = 0.15;
/// Of two who speak, one leads nearly always.
const ENOUGH_OF_TWO: f64 = 0.2;
const MARGIN_OF_TWO: f64 = 0.1;

/// One label and what is said under it.
#[derive(Clone)]
struct Voice<'a> {
    label: &'a str,
    key: String,
    turns: usize,
    /// The first and the last of its turns, counted over all.
    place: (usize, usize),
    manner: Manner,
    first: &'a str,
}

/// The speakers by first appearance, from what is `said` under which label.
pub(crate) fn speakers(
    said: &[(&str, Cow<str>)],
    named: &BTreeSet<String>,
    accepted: &Accepted,
    stem: &str,
) -> Vec<SpeakerFound> {
    let voices = voices(said);
    let same = same_as(&voices, accepted);
    let mut roles = roles(&voices, &united(&voices, &same), named, accepted, &key(stem));
    // `Enquêtrice` at the first turn and `E` from then on are one person, who leads.
    for (n, other) in same.iter().enumerate() {
        if let Some(other) = *other
            && says_interviewer(&voices[n])
        {
            roles[other] = Role::Interviewer;
        }
    }
    for (n, other) in same.iter().enumerate() {
        if let Some(other) = *other {
            roles[n] = roles[other];
        }
    }
    let found = voices.iter().zip(roles).zip(same).map(|((voice, role), same)| SpeakerFound {
        label: voice.label.to_owned(),
        role,
        turns: voice.turns,
        words: voice.manner.words(),
        first_words: first_words(voice.first),
        same_as: same.map(|other| voices[other].label.to_owned()),
    });
    found.collect()
}

fn voices<'a>(said: &'a [(&'a str, Cow<'a, str>)]) -> Vec<Voice<'a>> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, (label, said)) in said.iter().enumerate() {
        let n = *index.entry(*label).or_insert_with(|| {
            voices.push(Voice {
                label,
                key: key(label),
                turns: 0,
                place: (at, at),
                manner: Manner::default(),
                first: said,
            });
            voices.len() - 1
        });
        let voice = &mut voices[n];
        voice.turns += 1;
        voice.place.1 = at;
        voice.manner.hear(said, at < OPENING);
    }
    voices
}

/// Whether an utterance ends as a question; remarks in brackets, time marks and closing quotes aside.
pub(crate) fn asks(said: &str) -> bool {
    let mut rest = said.trim_end();
    while let Some((inside, opening)) = rest.strip_suffix(')').map(|inside| (inside, '(')).or_else(|| {
        rest.strip_suffix(']')
            .map(|inside| (inside, '['))
            .or_else(|| rest.strip_suffix('#').map(|inside| (inside, '#')))
    }) && let Some(at) = inside.rfind(opening)
    {
        rest = inside[..at].trim_end();
    }
    rest.trim_end_matches(['»', '”', '"', '…', '.', ' ', '\u{A0}', '\u{202F}']).ends_with('?')
}

fn first_words(said: &str) -> String {
    let mut words = String::new();
    for word in said.split_whitespace().take(FIRST_WORDS) {
        if !words.is_empty() && words.chars().count() + word.chars().count() >= FIRST_CHARS {
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().take(FIRST_CHARS));
    }
    words
}

/// The voices with what is said under other labels of the same person; those labels say nothing then.
fn united<'a>(voices: &[Voice<'a>], same: &[Option<usize>]) -> Vec<Voice<'a>> {
    let mut united = voices.to_vec();
    for (n, main) in same.iter().enumerate() {
        let Some(main) = *main else { continue };
        let said = std::mem::replace(
            &mut united[n],
            Voice { turns: 0, manner: Manner::default(), ..voices[n].clone() },
        );
        let main = &mut united[main];
        main.turns += said.turns;
        main.manner.add(said.manner);
    }
    united
}

fn roles(
    voices: &[Voice],
    united: &[Voice],
    named: &BTreeSet<String>,
    accepted: &Accepted,
    stem: &str,
) -> Vec<Role> {
    let other = |voice: &Voice| words::names_other(&voice.key) || accepted.together.contains(&voice.key);
    let most = united.iter().map(|voice| voice.turns).max().unwrap_or(0);
    // `Moi : où ça ?` within what somebody tells leads nothing.
    let told = |voice: &Voice| voice.key == "moi" && voice.turns * 4 <= most;
    let leads = |voice: &Voice| named.contains(&voice.key) || (says_interviewer(voice) && !told(voice));
    // `Relance :` is one more question of whoever leads.
    let follows = |voice: &Voice| {
        voice.key.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('s') == "relance"
    };
    let families = families(united);
    let leader = if voices.iter().any(|voice| leads(voice) && !other(voice)) {
        None
    } else {
        let mut spoken = self::united(united, &families);
        spoken.iter_mut().filter(|voice| follows(voice)).for_each(|voice| voice.turns = 0);
        leader(&spoken, stem)
    };
    let role = |(n, voice): (usize, &Voice)| {
        if other(voice) {
            Role::Other
        } else if leads(voice) || follows(voice) || leader == Some(families[n].unwrap_or(n)) {
            Role::Interviewer
        } else {
            Role::Participant
        }
    };
    voices.iter().enumerate().map(role).collect()
}

/// For each voice the first of those that only differ from it by a number, as `P1` and `P2`: they play one
/// part. Where nobody else speaks, nothing is known of them.
fn families(voices: &[Voice]) -> Vec<Option<usize>> {
    let letters = |voice: &Voice| {
        let letters = voice.key.trim_end_matches(|c: char| c.is_ascii_digit());
        (letters.len() < voice.key.len() && !letters.is_empty()).then(|| letters.to_owned())
    };
    let stems: Vec<Option<String>> = voices.iter().map(letters).collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, stem) in stems.iter().enumerate() {
        first.entry(stem.as_deref().unwrap_or_default()).or_insert(n);
    }
    let spoken = voices.iter().zip(&stems).filter(|(voice, _)| voice.turns > 0);
    let alone = spoken.map(|(_, stem)| stem).collect::<BTreeSet<_>>().len() < 2;
    let of = |(n, stem): (usize, &Option<String>)| {
        let first = first.get(stem.as_deref()?).copied()?;
        (!alone && first != n).then_some(first)
    };
    stems.iter().enumerate().map(of).collect()
}

/// Whether a word of the label names who leads.
fn says_interviewer(voice: &Voice) -> bool {
    let by = |word: &str| {
        let key = words::common_key(word);
        words::names_interviewer(&key)
            || key.strip_prefix('l').is_some_and(words::names_interviewer)
            || words::names_interviewer(key.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    voice.label.split_whitespace().any(by)
}

/// Who seems to lead, from what is said: asks, speaks first, speaks less than the others.
fn leader(voices: &[Voice], stem: &str) -> Option<usize> {
    if voices.len() < 2 {
        return None;
    }
    let around = Around::new(voices);
    let in_stem = |voice: &&Voice| voice.turns > 0 && voice.key.len() > 1 && stem.contains(&voice.key);
    // A file named after several voices tells nothing.
    let stem = if voices.iter().filter(in_stem).count() == 1 { stem } else { "" };
    let speaking = voices.iter().enumerate().filter(|(_, voice)| voice.turns > 0);
    let two = speaking.clone().count() == 2;
    let (enough, margin) = if two { (ENOUGH_OF_TWO, MARGIN_OF_TWO) } else { (ENOUGH, MARGIN) };
    let mut evidence: Vec<(f64, usize)> =
        speaking.map(|(n, voice)| (weigh(voice, n == 0, &around, stem), n)).collect();
    evidence.sort_by(|a, b| b.0.total_cmp(&a.0));
    match evidence.as_slice() {
        [best, second, ..] if best.0 >= enough && best.0 - second.0 >= margin => Some(best.1),
        _ => None,
    }
}

/// What one voice is compared with.
struct Around {
    /// The most words of a turn, on average.
    longest: f64,
    most_turns: usize,
    /// Whether letters stand for question and answer: `Q` and `A`, `I` and `P`.
    lettered: bool,
}

impl Around {
    fn new(voices: &[Voice]) -> Self {
        let longest = voices.iter().map(Voice::mean).fold(0.0, f64::max);
        let most_turns = voices.iter().map(|voice| voice.turns).max().unwrap_or(0);
        let lettered = voices.iter().any(|voice| words::may_name_interviewer(&voice.key));
        Self { longest, most_turns, lettered }
    }
}

impl Voice<'_> {
    /// Words of a turn.
    fn mean(&self) -> f64 {
        self.manner.words() as f64 / self.turns.max(1) as f64
    }
}

fn weigh(voice: &Voice, first: bool, around: &Around, stem: &str) -> f64 {
    let asked = voice.manner.asked() / voice.turns.max(1) as f64;
    // `Question 3` is a question's number, not a participant's.
    let letter = voice.key.trim_end_matches(|c: char| c.is_ascii_digit());
    let asks = words::may_name_interviewer(letter) && (letter == voice.key || letter.starts_with('q'));
    let last_digit = letter != voice.key && !asks;
    let mut weight = asked;
    weight += if first { 0.25 } else { 0.0 };
    weight += if voice.mean() * 2.0 < around.longest { 0.3 } else { 0.0 };
    weight += if asks { 0.3 } else { 0.0 };
    weight += voice.manner.turned_to_other();
    weight += if voice.manner.opens() { 0.25 } else { 0.0 };
    let answers = words::names_participant(&voice.key) && (voice.key.len() > 1 || around.lettered);
    weight -= if answers || last_digit { 0.3 } else { 0.0 };
    weight -= if is_addressed(voice) { 0.2 } else { 0.0 };
    weight -= if !stem.is_empty() && stem.contains(&voice.key) && voice.key.len() > 1 { 1.0 } else { 0.0 };
    // Somebody who drops in for a question does not lead.
    weight - if voice.turns * 5 < around.most_turns { 1.0 } else { 0.0 }
}

/// `Mme R.`, `Monsieur`: so one calls who is interviewed.
fn is_addressed(voice: &Voice) -> bool {
    let first = voice.label.split_whitespace().next().map(key).unwrap_or_default();
    matches!(first.as_str(), "mme" | "mlle" | "monsieur" | "madame" | "mr")
        || (first == "m" && voice.key.len() > 1 && voice.label.contains(char::is_whitespace))
}

/// For each voice the other label that is likely the same person: the more frequent of them, or the
/// earlier.
fn same_as(voices: &[Voice], accepted: &Accepted) -> Vec<Option<usize>> {
    let identity = |voice: &Voice| match in_full(voice, voices) {
        Some(full) => identity(full, accepted),
        None => identity(voice, accepted),
    };
    let identities: Vec<String> = voices.iter().map(identity).collect();
    let mut mains: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, identity) in identities.iter().enumerate() {
        let main = mains.entry(identity).or_insert(n);
        if voices[n].turns > voices[*main].turns {
            *main = n;
        }
    }
    let other =
        |(n, identity): (usize, &String)| mains.get(identity.as_str()).copied().filter(|main| *main != n);
    identities.iter().enumerate().map(other).collect()
}

/// A word by which somebody is called at most this often is a first mention, and its letters stand for it
/// from then on.
const MENTIONED: usize = 2;

/// Of the letters that stand for somebody from some turn on, as `E`, `Inv` or `Med`, the voice under the whole
/// word: one who spoke only before, or hardly ever, and leads.
fn in_full<'a, 'b>(voice: &Voice, voices: &'b [Voice<'a>]) -> Option<&'b Voice<'a>> {
    let short = (1..=4).contains(&voice.key.len()) && voice.key.bytes().all(|b| b.is_ascii_alphabetic());
    let short = short && voices.len() <= MANY_SPEAKERS;
    let whole = |other: &&Voice| {
        let leads = says_interviewer(other);
        let asks = leads && words::may_name_interviewer(&voice.key) && voices.len() > 2;
        let mentioned = (other.turns <= MENTIONED && other.turns < voice.turns && leads) || asks;
        let before = other.place.1 < voice.place.0;
        other.key.len() > 3
            && other.key.len() > voice.key.len()
            && other.key.starts_with(&voice.key)
            && (mentioned || before)
    };
    let mut whole = voices.iter().filter(|_| short).filter(whole);
    let only = whole.next()?;
    whole.next().is_none().then_some(only)
}

/// A key without titles, misspellings undone, and of `Q1`, `Q2`… or `R1`, `R2`…, each with one turn, the
/// letter alone: such numbers count the turns.
fn identity(voice: &Voice, accepted: &Accepted) -> String {
    let letter = voice.key.trim_end_matches(|c: char| c.is_ascii_digit());
    if voice.turns == 1 && letter != voice.key && matches!(letter, "q" | "r" | "question" | "reponse") {
        return letter.to_owned();
    }
    let words = voice.label.split(|c: char| c.is_whitespace() || c == '.').map(key);
    if accepted.misspelt.values().any(|meant| *meant == voice.key) {
        return voice.key.clone();
    }
    // A title comes first: in `E.M.` the second letter is none.
    let bare: String = words.skip_while(|word| words::is_title(word)).collect();
    let key = if bare.is_empty() { voice.key.clone() } else { bare };
    accepted.misspelt.get(&voice.key).cloned().unwrap_or(key)
}

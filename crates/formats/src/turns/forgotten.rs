//! Turns without a label among labelled ones: questions where only answers are named, and here and there a label
//! that was forgotten.

use std::collections::BTreeMap;

use super::manner;
use super::roles::asks;
use super::segment::{Segments, Utterance, trim};
use super::signs::skip_ornaments;
use super::unlabelled::{INTERVIEWER, whole_look};
use super::words::{self, key};
use crate::source::Verbatim;

/// A question has at most this many words.
const QUESTION_WORDS: usize = 60;
/// Turns from which a share of questions says something.
const TURNS: usize = 3;
/// How a short turn of the interviewer begins that asks nothing.
const ACKNOWLEDGES: [&str; 8] = ["merci", "daccord", "ok", "tres", "oui", "mmh", "hum", "bien"];
/// Such a turn has at most this many words.
const SHORT: usize = 6;
/// Whoever thanks does so within this many words.
const THANKS: usize = 6;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Only answers have labels.
    Questions,
    /// Labels of both voices are forgotten at so many places.
    Labels(usize),
}

/// Gives the turns without a label to who speaks them. `outside` are lines that nobody says otherwise.
pub(super) fn take(
    verbatim: &Verbatim,
    segments: &mut Segments,
    outside: &[(usize, usize)],
) -> Option<Found> {
    let said = &segments.utterances;
    let text = Text { verbatim, spaced: is_spaced(verbatim, said) };
    let asker = asker(&text, said);
    let turns = match &asker {
        None => text.unlabelled_questions(said, outside)?,
        Some(asker) => text.forgotten(said, outside, asker)?,
    };
    let Turns { utterances, places } = turns;
    segments.utterances = utterances;
    Some(if asker.is_none() { Found::Questions } else { Found::Labels(places) })
}

/// The turns with those added, and at how many places.
struct Turns {
    utterances: Vec<Utterance>,
    places: usize,
}

/// Whether blank lines stand before nearly all labels.
fn is_spaced(verbatim: &Verbatim, said: &[Utterance]) -> bool {
    let spaced = said.iter().skip(1).filter(|utterance| {
        let line = verbatim.lines.partition_point(|line| line.start <= utterance.start).saturating_sub(1);
        let above = line.checked_sub(1).and_then(|above| verbatim.lines.get(above));
        above
            .and_then(|line| verbatim.text.get(line.start..line.end))
            .is_some_and(|text| text.trim().is_empty())
    });
    said.len() > 1 && spaced.count() * 10 >= (said.len() - 1) * 8
}

/// The label of who asks, if one does.
fn asker(text: &Text, said: &[Utterance]) -> Option<String> {
    let mut voices: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for utterance in said {
        let voice = voices.entry(&utterance.speaker).or_default();
        voice.0 += 1;
        voice.1 += usize::from(text.first_line(utterance).is_some_and(is_question));
    }
    let named =
        |label: &str| label.split_whitespace().any(|word| words::names_interviewer(&words::common_key(word)));
    let leads = |(label, (turns, asked)): &(&&str, &(usize, usize))| {
        named(label)
            || (*turns >= TURNS && asked * 5 >= turns * 2)
            || key(label).starts_with(['q']) && *asked > 0
    };
    voices.iter().filter(leads).max_by_key(|(_, (_, asked))| *asked).map(|(label, _)| (*label).to_owned())
}

/// Whether a line asks or invites to tell.
fn is_question(line: &str) -> bool {
    line.split_whitespace().nth(QUESTION_WORDS).is_none() && (asks(line) || manner::prompts(line))
}

struct Text<'a> {
    verbatim: &'a Verbatim,
    /// Whether blank lines part turns.
    spaced: bool,
}

impl Text<'_> {
    fn slice(&self, (start, end): (usize, usize)) -> &str {
        self.verbatim.text.get(start..end).unwrap_or_default()
    }

    /// The lines with words of a turn, each with whether it may begin another voice.
    fn lines(&self, utterance: &Utterance) -> Vec<((usize, usize), bool)> {
        let mut lines: Vec<((usize, usize), bool)> = Vec::new();
        let (mut at, mut blank) = (utterance.start, false);
        for line in self.slice((utterance.start, utterance.end)).split_inclusive('\n') {
            let end = at + line.len();
            if let Some(place) = trim(&self.verbatim.text, at, end) {
                let ended = lines.last().is_none_or(|(above, _)| {
                    self.slice(*above).ends_with(['.', '?', '!', '…', '»', '”', '"', ')', ']', '*'])
                });
                let begins = self.slice(place).starts_with(|c: char| !c.is_lowercase() && c != ',');
                lines.push((place, ended && begins && (blank || !self.spaced)));
                blank = false;
            } else {
                blank = true;
            }
            at = end;
        }
        lines
    }

    fn first_line(&self, utterance: &Utterance) -> Option<&str> {
        let said = self.slice((utterance.start, utterance.end));
        said.lines().map(str::trim).find(|line| !line.is_empty())
    }

    /// The last line with words, where there are several.
    fn last_line(&self, utterance: &Utterance) -> Option<((usize, usize), bool)> {
        // Most turns have one line.
        if !self.slice((utterance.start, utterance.end)).contains('\n') {
            return None;
        }
        let lines = self.lines(utterance);
        lines.last().copied().filter(|_| lines.len() >= 2)
    }

    /// Where the question begins that a turn ends with.
    fn tail(&self, utterance: &Utterance) -> Option<(usize, usize)> {
        let (place, apart) = self.last_line(utterance)?;
        (apart && is_question(self.slice(place))).then_some(place)
    }

    /// A short last line that acknowledges: `Merci.`
    fn acknowledged(&self, utterance: &Utterance) -> Option<(usize, usize)> {
        let (place, apart) = self.last_line(utterance)?;
        let words = self.slice(place);
        let first = key(words.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).next()?);
        let short = words.split_whitespace().nth(SHORT).is_none();
        (apart && short && ACKNOWLEDGES.contains(&first.as_str())).then_some(place)
    }

    /// How many questions there are, and whether nearly all are marked.
    fn marked(&self, said: &[Utterance], found: &[Option<(usize, usize)>]) -> (usize, bool) {
        let asked = found.iter().flatten().count();
        let marked = said
            .iter()
            .zip(found)
            .filter(|(turn, place)| place.is_some_and(|place| self.is_marked(turn, place)));
        (asked, marked.count() * 10 >= asked.max(1) * 8)
    }

    /// Whether a dash or a number stands before a line, or it looks otherwise than the turn begins.
    fn is_marked(&self, turn: &Utterance, place: (usize, usize)) -> bool {
        let look = |place: (usize, usize)| {
            let looks = &self.verbatim.looks;
            whole_look(self.verbatim, place, &looks[looks.partition_point(|span| span.1 <= place.0)..])
        };
        let first = self.lines(turn).first().map(|(first, _)| look(*first));
        skip_ornaments(&self.verbatim.text, place.0, place.1) > place.0
            || first.is_some_and(|first| first != look(place))
    }

    /// The last line of a turn, if it is marked.
    fn last_marked(&self, utterance: &Utterance) -> Option<(usize, usize)> {
        let (place, _) = self.last_line(utterance)?;
        self.is_marked(utterance, place).then_some(place)
    }

    /// The lines of nobody that ask, between two turns.
    fn asked_between(&self, outside: &[(usize, usize)], from: usize, to: usize) -> Option<(usize, usize)> {
        let rest = outside.get(outside.partition_point(|line| line.0 < from)..)?;
        let inside = rest.iter().take_while(|line| line.1 <= to);
        let mut asking = inside.filter(|line| is_question(self.slice(**line)) && asks(self.slice(**line)));
        let first = *asking.next()?;
        let last = asking.last().copied().unwrap_or(first);
        trim(&self.verbatim.text, first.0, last.1)
    }

    /// The last line before the first turn, if it asks.
    fn opening(&self, first: &Utterance) -> Option<(usize, usize)> {
        let line = self.verbatim.lines.partition_point(|line| line.start <= first.start).saturating_sub(1);
        let above = self.verbatim.lines.get(..line)?.iter().rev();
        let mut worded = above.filter_map(|line| trim(&self.verbatim.text, line.start, line.end));
        worded.next().filter(|place| is_question(self.slice(*place)))
    }

    /// Questions where only answers have labels: most answers end with one.
    fn unlabelled_questions(&self, said: &[Utterance], outside: &[(usize, usize)]) -> Option<Turns> {
        let gaps = said.len().checked_sub(1).filter(|gaps| *gaps >= 2)?;
        let question = |n: usize| {
            let to = said.get(n + 1).map_or(self.verbatim.text.len(), |next| next.start);
            self.asked_between(outside, said[n].end, to).or_else(|| self.tail(&said[n]))
        };
        let found: Vec<Option<(usize, usize)>> = (0..said.len()).map(question).collect();
        let (asked, marked) = self.marked(said, &found[..gaps]);
        let between = (0..gaps).filter(|&n| found[n].is_some_and(|place| place.0 >= said[n].end)).count();
        // In a group few turns follow a question; a line apart that asks is clear.
        if asked * 2 < gaps.max(4) && between < TURNS {
            return None;
        }
        let mut turns = Turns { utterances: Vec::new(), places: 0 };
        turns.add_question(self, self.opening(said.first()?), INTERVIEWER);
        for (n, utterance) in said.iter().enumerate() {
            let last = n + 1 == said.len();
            let marked = || self.last_marked(utterance).filter(|_| marked);
            let more = || marked().or_else(|| self.acknowledged(utterance)).filter(|_| !last);
            let place = found[n].or_else(more).filter(|place| !last || place.0 > utterance.end);
            turns.add(self, utterance, place, INTERVIEWER);
        }
        Some(turns)
    }

    /// Labels that were forgotten: one voice seems to speak twice in a row, and to ask and to answer.
    fn forgotten(&self, said: &[Utterance], outside: &[(usize, usize)], asker: &str) -> Option<Turns> {
        let mut others: Vec<&str> =
            said.iter().map(|utterance| utterance.speaker.as_str()).filter(|label| *label != asker).collect();
        others.sort_unstable();
        others.dedup();
        let other = (others.len() == 1).then(|| others[0].to_owned());
        let mut turns = Turns { utterances: Vec::new(), places: 0 };
        for (n, utterance) in said.iter().enumerate() {
            let next = said.get(n + 1);
            let again = next.is_some_and(|next| next.speaker == utterance.speaker);
            let asks = utterance.speaker == asker;
            let to = next.map_or(self.verbatim.text.len(), |next| next.start);
            let place = match (asks, &other) {
                (false, _) if again => {
                    self.asked_between(outside, utterance.end, to).or_else(|| self.tail(utterance))
                }
                (true, Some(_)) if again => self.answer(utterance),
                (true, Some(_)) if next.is_none() => {
                    self.answer(utterance).filter(|last| !self.thanks(*last))
                }
                _ => None,
            };
            let speaker = if asks { other.as_deref().unwrap_or(INTERVIEWER) } else { asker };
            turns.add(self, utterance, place, speaker);
        }
        (turns.places > 0).then_some(turns)
    }

    /// Whether words thank, as who asks does at the end.
    fn thanks(&self, place: (usize, usize)) -> bool {
        let first = self.slice(place).split_whitespace().take(THANKS);
        first.map(key).any(|word| ["merci", "remercie", "thank", "thanks"].contains(&word.as_str()))
    }

    /// Where the answer begins below a question of one line.
    fn answer(&self, utterance: &Utterance) -> Option<(usize, usize)> {
        let lines = self.lines(utterance);
        let asked = lines.iter().take_while(|(place, _)| is_question(self.slice(*place))).count();
        let &(answer, apart) = lines.get(asked).filter(|_| asked > 0)?;
        let silent = lines[asked..].iter().all(|(place, _)| !is_question(self.slice(*place)));
        (apart && silent).then_some((answer.0, utterance.end))
    }
}

impl Turns {
    fn add_question(&mut self, text: &Text, place: Option<(usize, usize)>, speaker: &str) {
        if let Some((start, end)) = place {
            self.places += 1;
            let start = skip_ornaments(text.verbatim.text.as_str(), start, end);
            self.utterances.push(Utterance { speaker: speaker.to_owned(), start, end, time: None });
        }
    }

    /// Adds a turn, and what another says at its end or below it.
    fn add(&mut self, text: &Text, utterance: &Utterance, place: Option<(usize, usize)>, speaker: &str) {
        let own = match place {
            Some((start, _)) if start < utterance.end => trim(&text.verbatim.text, utterance.start, start),
            _ => Some((utterance.start, utterance.end)),
        };
        self.utterances.extend(own.map(|(start, end)| Utterance { start, end, ..utterance.clone() }));
        self.add_question(text, place, speaker);
    }
}

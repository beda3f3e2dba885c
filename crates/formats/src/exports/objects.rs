//! The lists of objects with words in a JSON value, each with what it tells of every piece.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value};

use super::times::{Time, time};

/// So many words make a sentence, where a value does not say that it is what somebody said; inside an object with words
/// fewer do.
const SENTENCE: usize = 5;
const BESIDE: usize = 2;
/// The most bytes of a name that are looked at.
const NAME: usize = 64;

/// One object with words.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    pub speaker: Option<String>,
    pub start: Option<Time>,
    pub text: String,
    /// Whether it says that it is a mark, to be put behind the word before.
    pub mark: bool,
}

/// All lists that stand in the same place of their objects, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct List {
    pub items: Vec<Item>,
    pub depth: usize,
    /// The names of the objects around it.
    pub path: String,
    /// How many lists the file begins before this one.
    pub order: usize,
    /// Whether some number of times has a fraction.
    pub fractions: bool,
}

/// Since when somebody speaks, where a file tells it apart from the words; in order.
pub(super) type Voices = Vec<(f64, String)>;

impl List {
    /// How many characters it holds.
    pub fn length(&self) -> usize {
        self.items.iter().map(|item| item.text.trim().len()).sum()
    }

    /// How many words it holds.
    pub fn words(&self) -> usize {
        self.items.iter().map(|item| item.text.split_whitespace().count()).sum()
    }

    /// Whether most pieces tell who speaks, and whether most tell when.
    pub fn tells(&self) -> (bool, bool) {
        let most =
            |of: fn(&Item) -> bool| self.items.iter().filter(|item| of(item)).count() * 2 > self.items.len();
        (most(|item| item.speaker.is_some()), most(|item| item.start.is_some()))
    }

    /// Whether it stands inside the pieces of another: it says of each what that says, in other pieces.
    pub fn is_inside(&self, other: &Self) -> bool {
        self.path.strip_prefix(other.path.as_str()).is_some_and(|inside| inside.starts_with('/'))
    }

    /// What its pieces say.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.text.as_str())
    }

    /// Gives each piece without a speaker the one who speaks at its time; a mark belongs to the word before.
    pub fn attribute(&mut self, voices: &Voices) {
        if self.items.iter().any(|item| item.speaker.is_some()) || voices.is_empty() {
            return;
        }
        let mut now: Option<String> = None;
        for item in &mut self.items {
            if let Some(start) = item.start.map(number) {
                let n = voices.partition_point(|(since, _)| *since <= start);
                now = voices.get(n.saturating_sub(1)).map(|(_, name)| name.clone());
            }
            item.speaker.clone_from(&now);
        }
    }
}

impl Item {
    /// Its time, to be compared.
    pub fn time(&self) -> Option<u64> {
        self.start.map(|start| number(start).to_bits())
    }
}

fn number(time: Time) -> f64 {
    match time {
        Time::Milliseconds(number) | Time::Seconds(number) | Time::Whole(number) => number,
    }
}

/// What JSON values hold.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// Every list of objects with words, in the order of the file.
    pub lists: Vec<List>,
    pub voices: Voices,
    /// Sentences that stand anywhere, and may be the words of some list or not.
    pub sentences: Vec<&'a str>,
}

/// Every list of objects with words in these values, who speaks when, and all sentences.
pub(super) fn found(values: &[Value]) -> Found<'_> {
    let mut search = Search::default();
    search.items(values, &Place { path: String::new(), depth: 0, speaker: None });
    for value in values {
        search.value(value, &Place { path: "·".into(), depth: 0, speaker: None }, SENTENCE);
    }
    search.voices.sort_by(|a, b| a.0.total_cmp(&b.0));
    let lists = search.lists.into_values().filter(|list| list.length() > 0);
    let mut lists: Vec<List> = lists.map(tagged).collect();
    lists.sort_by_key(|list| list.order);
    Found { lists, voices: search.voices, sentences: search.sentences }
}

/// Where some pieces name who speaks and others repeat the same words of the same times without, those that do. A piece
/// whose words nobody repeats stays.
fn tagged(mut list: List) -> List {
    let key = |item: &Item| (item.time(), item.text.trim().to_owned());
    let named: HashSet<_> = list.items.iter().filter(|item| item.speaker.is_some()).map(key).collect();
    let repeated = |item: &Item| item.speaker.is_none() && named.contains(&key(item));
    let bare = list.items.iter().filter(|item| item.speaker.is_none() && item.start.is_some());
    let (bare, again) =
        bare.fold((0, 0), |(bare, again), item| (bare + 1, again + usize::from(repeated(item))));
    if again > 0 && again * 10 >= bare * 9 {
        // Marks that belonged to what is repeated go with it.
        let stray = |item: &Item| item.speaker.is_none() && !item.text.contains(char::is_alphanumeric);
        list.items.retain(|item| !repeated(item) && !stray(item));
    }
    list
}

/// Where a value stands.
struct Place {
    /// The names of the objects around it, without places in lists.
    path: String,
    depth: usize,
    /// Who speaks in the objects around it.
    speaker: Option<String>,
}

impl Place {
    fn inside(&self, name: &str, speaker: Option<String>) -> Self {
        // A name may be as long as a file; its beginning tells it from others.
        let name = name.get(..name.floor_char_boundary(NAME)).unwrap_or_default();
        let path = format!("{}/{name}", self.path);
        Self { path, depth: self.depth + 1, speaker: speaker.or_else(|| self.speaker.clone()) }
    }
}

#[derive(Default)]
struct Search<'a> {
    lists: BTreeMap<String, List>,
    voices: Voices,
    sentences: Vec<&'a str>,
}

impl<'a> Search<'a> {
    /// Looks through a value; a text in it of so many words is a `sentence`. How deep values are is bounded by what
    /// parses them.
    fn value(&mut self, value: &'a Value, place: &Place, sentence: usize) {
        match value {
            Value::Object(object) => {
                let speaker = speaker(object, false);
                let sentence = if item(object).is_some() { BESIDE } else { SENTENCE };
                // Who speaks is known already, and is nothing that was said.
                for (name, inner) in object.iter().filter(|(name, _)| !SPEAKER.contains(&name.as_str())) {
                    self.value(inner, &place.inside(name, speaker.clone()), sentence);
                }
            }
            Value::String(text) if text.split_whitespace().nth(sentence - 1).is_some() => {
                self.sentences.push(text);
            }
            Value::Array(values) => {
                // Of several ways to hear something, the first is meant, and it is read with what is around it.
                let ways = place.path.ends_with("/alternatives") || place.path.ends_with("/nBest");
                if !ways {
                    self.items(values, place);
                }
                let values = if ways { values.get(..1).unwrap_or_default() } else { values };
                for value in values {
                    self.value(value, place, SENTENCE);
                }
            }
            _ => {}
        }
    }

    /// Adds the pieces of one list.
    fn items(&mut self, values: &[Value], place: &Place) {
        for object in values.iter().filter_map(Value::as_object) {
            let order = self.lists.len();
            let new = || List { depth: place.depth, path: place.path.clone(), order, ..List::default() };
            let list = self.lists.entry(place.path.clone()).or_insert_with(new);
            // A word may be called by its name.
            let word = || place.path.ends_with("/words").then(|| object.get("name")?.as_str()).flatten();
            let found = item(object)
                .or_else(|| Some(Item { start: start(object), text: word()?.to_owned(), ..Item::default() }));
            match found {
                Some(mut item) => {
                    item.speaker = item.speaker.or_else(|| place.speaker.clone());
                    list.fractions |= fraction(object);
                    list.items.push(item);
                }
                None => {
                    let since = start(object).map(number);
                    self.voices.extend(since.zip(speaker(object, true)));
                }
            }
        }
    }
}

const TEXT: [&str; 16] = [
    "text",
    "punctuated_word",
    "transcript",
    "texte",
    "content",
    "sentence",
    "utterance",
    "display",
    "displayText",
    "word",
    "value",
    "transcription",
    "body",
    "verbatim",
    "contenu",
    "message",
];
const SPEAKER: [&str; 18] = [
    "speaker_name",
    "speakerName",
    "speaker",
    "speaker_label",
    "speakerLabel",
    "speakerTag",
    "speaker_tag",
    "speaker_id",
    "speakerId",
    "spk",
    "locuteur",
    "intervenant",
    "participant",
    "speakerDisplayName",
    "participantName",
    "user_name",
    "voice",
    "tier",
];
const START: [&str; 17] = [
    "start",
    "start_time",
    "startTime",
    "startOffset",
    "begin",
    "from",
    "offsetMilliseconds",
    "offset",
    "start_ms",
    "startMs",
    "ts",
    "time",
    "timestamp",
    "data_start",
    "start_timestamp",
    "debut",
    "début",
];

/// An object with words, of its own or of the first way to hear them.
fn item(object: &Map<String, Value>) -> Option<Item> {
    let heard = ["alternatives", "nBest"].iter().find_map(|name| object.get(*name)?.get(0)?.as_object());
    let text = |object: &Map<String, Value>| {
        TEXT.iter().find_map(|name| object.get(*name)?.as_str()).map(str::to_owned)
    };
    let text = text(object).or_else(|| text(heard?))?;
    if text.is_empty() {
        return None;
    }
    let kind = object.get("type").and_then(Value::as_str).unwrap_or_default();
    Some(Item {
        speaker: speaker(object, false).or_else(|| speaker(heard?, false)),
        start: start(object),
        text,
        mark: kind.starts_with("punct"),
    })
}

/// A number is told as a speaker's, not as a name.
fn speaker(object: &Map<String, Value>, named: bool) -> Option<String> {
    let value = SPEAKER.iter().find_map(|name| object.get(*name).filter(|value| !value.is_null()));
    let value = value.or_else(|| object.get("name").filter(|_| named))?;
    let name = match value {
        Value::String(name) => name.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Object(inner) => ["name", "label", "displayName", "id"]
            .iter()
            .find_map(|key| inner.get(*key)?.as_str())?
            .to_owned(),
        _ => return None,
    };
    let digits = !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit());
    Some(if digits { format!("Speaker {name}") } else { name }).filter(|name| !name.is_empty())
}

fn start_value(object: &Map<String, Value>) -> Option<(&str, &Value)> {
    START.iter().find_map(|name| object.get_key_value(*name)).map(|(name, value)| (name.as_str(), value))
}

fn start(object: &Map<String, Value>) -> Option<Time> {
    if let Some(from) = object.get("offsets").and_then(|offsets| offsets.get("from")).and_then(Value::as_f64)
    {
        return Some(Time::Milliseconds(from));
    }
    let Some((name, value)) = start_value(object) else {
        // The first of its words.
        let words = ["words", "result", "elements"].iter().find_map(|name| object.get(*name)?.as_array());
        return words?.iter().find_map(|word| start(word.as_object()?));
    };
    let milliseconds = name.ends_with("illiseconds") || name.ends_with("_ms") || name.ends_with("Ms");
    match value {
        Value::Number(number) if milliseconds => number.as_f64().map(Time::Milliseconds),
        Value::Number(number) if number.is_f64() => number.as_f64().map(Time::Seconds),
        Value::Number(number) => number.as_f64().map(Time::Whole),
        Value::String(text) => time(text),
        _ => None,
    }
}

/// Whether the object writes its time with a fraction.
fn fraction(object: &Map<String, Value>) -> bool {
    matches!(start_value(object), Some((_, Value::Number(number))) if number.is_f64())
}

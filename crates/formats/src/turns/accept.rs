//! Which of the labels that lines seem to begin with are speakers: what one line cannot tell, the whole
//! document can. A label must come back, or be named by the user, or stand among others in a text too
//! short for anything to come back.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::head::{Head, Separator};
use super::kin::Kin;
use super::label::Form;
use super::manner::asking;
use super::names;
use super::segment::is_timed;
use super::time;
use super::told;
use super::words::key;
use crate::source::Verbatim;

/// The decision over all heads of a document.
#[derive(Debug, Default)]
pub(crate) struct Accepted {
    /// Indices into the heads, in order.
    pub heads: Vec<usize>,
    /// Heads with a clear label that occurs once, and was not taken.
    pub once: Vec<usize>,
    /// The first head of each label that may be a name or any other word, and was not taken, with how many
    /// there are.
    pub doubtful: Vec<(usize, usize)>,
    /// Keys of labels taken for misspellings or said to stand for another, with the key of the label meant.
    pub misspelt: BTreeMap<String, String>,
    /// Keys of labels that name several speakers at once.
    pub together: BTreeSet<String>,
}

/// A text with fewer words than this is too short for labels to come back.
const SHORT_WORDS: usize = 150;
/// A text with fewer lines than this, too.
const SHORT_LINES: usize = 8;

/// With more speakers than this, labels are no longer compared with each other: what looks like so many
/// is no interview, and comparing would take long.
pub(crate) const MANY_SPEAKERS: usize = 100;

/// A label that is also a word and comes no more often than this, where others come four times as often, is
/// none.
const RARE: usize = 3;

/// Occurrences of one key.
#[derive(Debug, Default)]
struct Group {
    /// With a colon, a tab, a cell border or a time mark.
    hard: usize,
    dash: usize,
    bold: usize,
    alone: usize,
    /// With a time mark beside the label or on the line above.
    timed: usize,
    form: Option<Form>,
    named: bool,
    /// Whether the label is also an ordinary word of this text, or of any.
    ordinary: bool,
    /// Whether the label is one word that nobody is known to be called.
    unknown: bool,
}

impl Group {
    fn best(&self) -> Form {
        self.form.unwrap_or(Form::Weak)
    }

    /// Whether a label that may come once only is one because others are.
    fn is_kin(&self, kin: &Kin, label: &str) -> bool {
        self.hard > 0
            && !self.ordinary
            && match self.best() {
                Form::Strong => kin.has(label) || kin.has_name(label),
                Form::Name => kin.has_name(label),
                Form::Weak => false,
            }
    }
}

/// Decides which heads begin turns.
pub(crate) fn accept(verbatim: &Verbatim, heads: &[Head], named: &BTreeSet<String>) -> Accepted {
    let keys: Vec<String> = heads.iter().map(|head| key(label(verbatim, head))).collect();
    let mut groups = group(verbatim, heads, &keys, named);
    mark_ordinary(verbatim, heads, &keys, &mut groups);
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (n, key) in keys.iter().enumerate() {
        first.entry(key).or_insert(n);
    }
    let labels = Labels { verbatim, heads, keys: &keys, groups: &groups, first: &first };
    let mut chosen = labels.chosen();
    let told = told::labels(verbatim, heads, &keys, &chosen);
    chosen.retain(|key| !told.contains(*key) || named.contains(*key));
    let mut accepted = Accepted::default();
    labels.spell(&mut chosen, &mut accepted);
    labels.decide(&chosen, &told, &mut accepted);
    accepted
}

/// The labels of a document, as they are chosen among.
struct Labels<'a> {
    verbatim: &'a Verbatim,
    heads: &'a [Head],
    /// The key of each head's label.
    keys: &'a [String],
    groups: &'a BTreeMap<String, Group>,
    /// The first head of each key.
    first: &'a HashMap<&'a str, usize>,
}

impl<'a> Labels<'a> {
    fn all(&self) -> impl Iterator<Item = (&'a Head, &'a String)> {
        self.heads.iter().zip(self.keys)
    }

    /// A label as it is first written.
    fn written(&self, key: &str) -> Option<&'a str> {
        let head = self.first.get(key).and_then(|&n| self.heads.get(n))?;
        Some(label(self.verbatim, head))
    }

    /// The keys of speakers: those that come back, what counts or stands for them, and those of their kind.
    fn chosen(&self) -> BTreeSet<&'a str> {
        let document = Document::new(self.verbatim, self.groups);
        let taken = self.groups.iter().filter(|(_, group)| document.takes(group));
        let mut chosen: BTreeSet<&str> = taken.map(|(key, _)| key.as_str()).collect();
        if chosen.is_empty() {
            chosen = Document::nothing_comes_back(self.groups);
        }
        if questions_asked(self.verbatim, self.heads, self.keys) {
            let counted = counted(self.groups);
            chosen.extend(self.groups.keys().map(String::as_str).filter(|key| counted.contains(*key)));
        }
        for (head, key) in self.all().filter(|(head, _)| is_hard(head.separator)) {
            // `Julie Morel (JM) : `, where `JM` speaks from then on.
            let short = abbreviation(self.verbatim, head).filter(|short| short != key);
            if short.is_some_and(|short| chosen.contains(short.as_str())) {
                chosen.insert(key);
            }
        }
        let kin = Kin::of(chosen.iter().filter_map(|key| self.written(key)));
        let like =
            |(key, group): &(&String, &Group)| group.is_kin(&kin, self.written(key).unwrap_or_default());
        chosen.extend(self.groups.iter().filter(like).map(|(key, _)| key.as_str()));
        chosen
    }

    /// Adds labels of several speakers at once, misspellings of chosen ones, and what is short for them.
    fn spell(&self, chosen: &mut BTreeSet<&'a str>, accepted: &mut Accepted) {
        let known = chosen.clone();
        let with_colon = self.groups.iter().filter(|(_, group)| group.hard > 0);
        for (key, group) in with_colon.filter(|_| known.len() <= MANY_SPEAKERS) {
            if self.written(key).is_some_and(|label| names_several(label, &known)) {
                accepted.together.insert(key.clone());
                chosen.insert(key);
            } else if !known.contains(key.as_str())
                && group.hard < 3
                && let Some(meant) = known.iter().find(|meant| is_misspelt(key, meant))
            {
                accepted.misspelt.insert(key.clone(), (*meant).to_owned());
                chosen.insert(key);
            }
        }
        for (head, key) in self.all().filter(|(_, key)| known.contains(key.as_str())) {
            let short = abbreviation(self.verbatim, head).filter(|short| short != key);
            if let Some(short) = short.filter(|short| known.contains(short.as_str())) {
                accepted.misspelt.insert(short, key.clone());
            }
        }
    }

    /// Takes the heads of the chosen labels, and notes what is doubtful of the others.
    fn decide(&self, chosen: &BTreeSet<&str>, told: &BTreeSet<String>, accepted: &mut Accepted) {
        let columns = Columns::new(self.heads, self.keys, chosen);
        for (n, (head, key)) in self.all().enumerate() {
            let Some(group) = self.groups.get(key) else { continue };
            let known = chosen.contains(key.as_str()) && begins_turn(head, group);
            if known || columns.hold_labels(self.verbatim, head) {
                accepted.heads.push(n);
            } else if group.hard == 1 && head.form == Form::Strong && is_hard(head.separator) {
                // A mask alone, as in a list of signs, names nobody.
                let lettered = label(self.verbatim, head).contains(char::is_alphanumeric);
                accepted.once.extend((lettered && !told.contains(key)).then_some(n));
            } else if group.hard >= 2 && group.unknown && self.first.get(key.as_str()) == Some(&n) {
                accepted.doubtful.extend((!told.contains(key)).then_some((n, group.hard)));
            }
        }
    }
}

/// Whether what stands behind the numbers of questions asks, unlike the titles of a guide.
fn questions_asked(verbatim: &Verbatim, heads: &[Head], keys: &[String]) -> bool {
    let numbered = heads.iter().zip(keys).filter(|(head, key)| {
        let stem = key.trim_end_matches(|c: char| c.is_ascii_digit());
        is_hard(head.separator) && stem.len() < key.len() && matches!(stem, "q" | "question")
    });
    let (mut all, mut asked) = (0, 0);
    for (head, _) in numbered {
        let end = verbatim.lines.get(head.line).map_or(head.after, |line| line.end);
        all += 1;
        asked += usize::from(asking(verbatim.text.get(head.after..end).unwrap_or_default()) > 0.0);
    }
    asked * 2 >= all
}

/// A number of questions from which they are counted by their labels.
const COUNTED: usize = 3;

/// Keys of labels that count questions or answers: `Q1`, `Q2`… come once each, and all are labels.
fn counted(groups: &BTreeMap<String, Group>) -> BTreeSet<String> {
    let stem = |key: &str| key.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let counts = |key: &&String| {
        let stem = stem(key);
        stem.len() < key.len() && matches!(stem.as_str(), "q" | "question" | "r" | "reponse" | "relance")
    };
    let mut families: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, _) in groups.iter().filter(|(key, group)| counts(key) && group.hard > 0) {
        families.entry(stem(key)).or_default().push(key.clone());
    }
    families.into_values().filter(|family| family.len() >= COUNTED).flatten().collect()
}

/// Columns of tables in which labels stand alone: where speakers are, other labels are speakers too.
struct Columns(BTreeMap<(u32, u32), (usize, usize)>);

impl Columns {
    fn new(heads: &[Head], keys: &[String], chosen: &BTreeSet<&str>) -> Self {
        let mut columns: BTreeMap<(u32, u32), (usize, usize)> = BTreeMap::new();
        for (head, key) in heads.iter().zip(keys) {
            if let Some(cell) = head.cell {
                let (speakers, all) = columns.entry((cell.table, cell.column)).or_default();
                *speakers += usize::from(chosen.contains(key.as_str()));
                *all += 1;
            }
        }
        Self(columns)
    }

    /// Whether a head stands in such a column, below the names of the columns.
    fn hold_labels(&self, verbatim: &Verbatim, head: &Head) -> bool {
        let Some(cell) = head.cell else { return false };
        let Some(&(speakers, all)) = self.0.get(&(cell.table, cell.column)) else { return false };
        let said = verbatim.text.get(head.after..).unwrap_or_default().lines().next().unwrap_or_default();
        let title = cell.row == 0
            && said.split_whitespace().nth(2).is_none()
            && !said.ends_with(['.', '?', '!', '…']);
        speakers * 2 >= all && !title
    }
}

/// A label known to be a speaker's still needs a separator, unless it mostly stands alone on its line or
/// could be nothing else.
fn begins_turn(head: &Head, group: &Group) -> bool {
    match head.separator {
        Separator::Colon | Separator::Tab | Separator::Time | Separator::Bold => true,
        Separator::Dash => head.form == Form::Strong || group.dash >= group.hard,
        Separator::Alone => head.form == Form::Strong || group.alone >= group.hard,
    }
}

fn label<'a>(verbatim: &'a Verbatim, head: &Head) -> &'a str {
    verbatim.text.get(head.label.0..head.label.1).unwrap_or_default()
}

/// The key of what is to stand for a label from then on: `Enquêteur (E) : `.
fn abbreviation(verbatim: &Verbatim, head: &Head) -> Option<String> {
    let beside = verbatim.text.get(head.label.1..head.after)?;
    let (_, inside) = beside.split_once(['(', '['])?;
    let (short, _) = inside.split_once([')', ']'])?;
    let short = short.trim_matches(|c: char| !c.is_alphanumeric());
    ((1..=6).contains(&short.chars().count()) && short.starts_with(char::is_uppercase)).then(|| key(short))
}

fn is_hard(separator: Separator) -> bool {
    matches!(separator, Separator::Colon | Separator::Tab | Separator::Time)
}

fn group(
    verbatim: &Verbatim,
    heads: &[Head],
    keys: &[String],
    named: &BTreeSet<String>,
) -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (head, key) in heads.iter().zip(keys) {
        let group = groups.entry(key.clone()).or_default();
        match head.separator {
            Separator::Colon | Separator::Tab | Separator::Time => group.hard += 1,
            Separator::Dash => group.dash += 1,
            Separator::Bold => group.bold += 1,
            Separator::Alone => group.alone += 1,
        }
        group.timed += usize::from(is_timed(verbatim, head));
        group.form = Some(group.form.map_or(head.form, |form| form.min(head.form)));
        group.named |= named.contains(key);
    }
    groups
}

/// Marks the labels that are also words: `Question`, or what stands in the text in small letters.
fn mark_ordinary(verbatim: &Verbatim, heads: &[Head], keys: &[String], groups: &mut BTreeMap<String, Group>) {
    let rare = |group: &Group| group.hard > 0 && group.hard <= RARE && group.best() <= Form::Name;
    if !groups.values().any(rare) {
        return;
    }
    let parts = |word: char| !word.is_alphanumeric() && word != '-';
    let words: HashSet<&str> =
        verbatim.text.split(parts).filter(|word| word.starts_with(char::is_lowercase)).collect();
    for (head, key) in heads.iter().zip(keys) {
        let Some(group) = groups.get_mut(key) else { continue };
        let label = label(verbatim, head).to_lowercase();
        let known = group.best() == Form::Name && words.contains(label.as_str());
        group.ordinary |= known || matches!(key.as_str(), "question" | "questions" | "reponse" | "reponses");
        // Several words, or a word and a title, are a name.
        let single = !label.contains(|c: char| c.is_whitespace() || matches!(c, '.' | '&' | '+' | '*' | '@'));
        group.unknown = group.best() == Form::Name && single && !names::is_first_name(key);
    }
}

/// What the whole document says about its labels.
struct Document {
    /// Whether the text is too short for labels to come back, and they do not.
    short: bool,
    /// Whether the text is short and most of its lines begin with a good label and a separator.
    dense: bool,
    /// Whether most time marks stand beside labels, or right above them.
    timed: bool,
    /// Lines that are not blank.
    lines: usize,
    /// Occurrences of the most frequent label with a separator.
    most: usize,
    /// Different labels that come back alone on their line, and their occurrences, by form.
    alone: Vec<(Form, usize)>,
}

impl Document {
    fn new(verbatim: &Verbatim, groups: &BTreeMap<String, Group>) -> Self {
        let worded = |(start, end): (usize, usize)| {
            verbatim.text.get(start..end).is_some_and(|line| !line.trim().is_empty())
        };
        let lines = verbatim.lines.iter().filter(|line| worded((line.start, line.end))).count();
        let few_words = verbatim.text.split_whitespace().nth(SHORT_WORDS).is_none();
        let back = groups.values().filter(|group| group.alone >= 2 && group.best() <= Form::Name);
        let come_back = groups.values().filter(|g| g.best() <= Form::Name && g.hard + g.bold >= 2).count();
        let short = (few_words || lines < SHORT_LINES) && come_back < 2;
        let good: usize = groups.values().filter(|g| g.best() <= Form::Name).map(|g| g.hard).sum();
        Self {
            short,
            dense: short && good >= 2 && good * 2 >= lines,
            timed: times_name_speakers(verbatim, groups),
            lines,
            most: groups.values().map(|group| group.hard).max().unwrap_or(0),
            alone: back.map(|group| (group.best(), group.alone)).collect(),
        }
    }

    fn takes(&self, group: &Group) -> bool {
        if group.named {
            return true;
        }
        if (group.ordinary || group.unknown) && group.hard <= RARE && group.hard * 4 <= self.most {
            return false;
        }
        self.takes_separated(group)
            || self.takes_dashed(group)
            || self.takes_bold(group)
            || self.takes_alone(group)
            || self.takes_timed(group)
    }

    /// Where every turn has its time, what stands beside the time is a label, however rare.
    fn takes_timed(&self, group: &Group) -> bool {
        let all = group.hard + group.dash + group.bold + group.alone;
        self.timed && group.best() <= Form::Name && group.timed == all
    }

    fn takes_separated(&self, group: &Group) -> bool {
        match group.best() {
            Form::Strong => group.hard + group.bold >= if self.short { 1 } else { 2 },
            Form::Name => group.hard >= 2 || (self.dense && group.hard == 1),
            // Small letters begin sentences in the middle too: such a label must be one of the main ones.
            Form::Weak => group.hard >= 3 && group.hard * 2 >= self.most,
        }
    }

    fn takes_dashed(&self, group: &Group) -> bool {
        let often = |share: usize| group.dash * share >= self.lines.max(1);
        match group.best() {
            Form::Strong => group.dash >= 2 || (self.short && often(4)),
            Form::Name => group.dash >= 3 && often(6),
            Form::Weak => false,
        }
    }

    fn takes_bold(&self, group: &Group) -> bool {
        match group.best() {
            Form::Strong => group.bold >= if self.short { 1 } else { 2 },
            Form::Name => group.bold >= 2 && group.bold * 8 >= self.lines,
            Form::Weak => group.bold >= 3 && group.bold * 6 >= self.lines,
        }
    }

    /// Labels alone on their line must form a system: several of them, over a good part of the lines.
    fn takes_alone(&self, group: &Group) -> bool {
        if group.alone < 2 || group.best() == Form::Weak {
            return false;
        }
        let all: usize = self.alone.iter().map(|(_, count)| count).sum();
        let system = self.alone.len() >= 2 && all * 5 >= self.lines;
        let clear = group.best() == Form::Strong;
        system && (clear || group.alone * 10 >= self.lines)
    }

    /// When no label comes back, as in one long question and one long answer: two clear labels.
    fn nothing_comes_back(groups: &BTreeMap<String, Group>) -> BTreeSet<&str> {
        let is_clear = |group: &Group| group.hard > 0 && group.best() == Form::Strong;
        let clear: BTreeSet<&str> =
            groups.iter().filter(|(_, group)| is_clear(group)).map(|(key, _)| key.as_str()).collect();
        if clear.len() >= 2 { clear } else { BTreeSet::new() }
    }
}

/// Whether the time marks at the beginnings of lines belong to labels: nearly all of them, and not to one
/// label only.
fn times_name_speakers(verbatim: &Verbatim, groups: &BTreeMap<String, Group>) -> bool {
    let labels = groups.values().filter(|group| group.timed > 0 && group.best() <= Form::Name);
    let (mut different, mut labelled) = (0, 0);
    for group in labels {
        different += 1;
        labelled += group.timed;
    }
    let begins = |(start, end): (usize, usize)| {
        verbatim.text.get(start..end).is_some_and(|line| time::any(line.trim_start()).is_some())
    };
    different >= 2 && labelled > different && {
        let times = verbatim.lines.iter().filter(|line| begins((line.start, line.end))).count();
        times > 0 && labelled * 10 >= times * 9
    }
}

/// `EMG 1 et EMG 2`, of labels that are known.
fn names_several(label: &str, known: &BTreeSet<&str>) -> bool {
    let parts: Vec<&str> = label.split(['+', '&', '/', ',']).flat_map(|part| part.split(" et ")).collect();
    parts.len() >= 2 && parts.iter().all(|part| known.contains(key(part).as_str()))
}

/// Whether a key is another with one letter wrong, missing, added or exchanged with its neighbour. Digits
/// must agree: `EMG 1` and `EMG 2` are two people.
fn is_misspelt(key: &str, meant: &str) -> bool {
    let digits = |key: &str| key.chars().filter(char::is_ascii_digit).collect::<String>();
    let letters = |key: &str| key.chars().filter(|c| !c.is_ascii_digit()).collect::<Vec<char>>();
    let (a, b) = (letters(key), letters(meant));
    a.len().min(b.len()) >= 3 && digits(key) == digits(meant) && one_apart(&a, &b)
}

fn one_apart(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => {
            let exchanged =
                short.len() >= 2 && short[0] == long[1] && short[1] == long[0] && short[2..] == long[2..];
            !short.is_empty() && (short[1..] == long[1..] || exchanged)
        }
        1 => *short == long[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_is_a_misspelling() {
        for (key, meant, expected) in [
            ("egm5", "emg5", true),
            ("enqetrice", "enquetrice", true),
            ("enquettrice", "enquetrice", true),
            ("emg1", "emg2", false),
            ("em1", "mg1", false),
            ("vl", "cl", false),
            ("marie", "marc", false),
        ] {
            assert_eq!(is_misspelt(key, meant), expected, "{key} {meant}");
        }
    }
}

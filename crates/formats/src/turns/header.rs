//! The lines before the first turn: date, place, who takes part. They look like labels with their colon,
//! and are none.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::head::{Head, Separator};
use super::label::{Form, form};
use super::leads;
use super::names::is_first_name;
use super::roster;
use super::signs::BULLETS;
use super::words::{self, key};
use crate::source::{Line, Verbatim};
use crate::transcript::FactKind;

/// What stands before the first turn.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// The first line that may begin a turn.
    pub lines: usize,
    pub facts: Vec<Value>,
    /// Keys of the labels that these lines announce, which need not come back to be speakers: those that
    /// describe somebody, and those that they are described by.
    pub announced: BTreeSet<String>,
}

/// A fact, its value as a byte range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value {
    pub kind: FactKind,
    pub start: usize,
    pub end: usize,
}

/// A header is looked for in this many lines.
const HEADER_LINES: usize = 60;
/// A line with more words than this is speech or prose.
const LINE_WORDS: usize = 40;
/// A label of a header has at most so many characters.
const LABEL: usize = 80;
/// The most words of a participant's or an interviewer's description.
const PERSON_WORDS: usize = 8;

/// The most lines in a row that may be facts or turns, before they are turns.
const DOUBTFUL: usize = 3;

/// First words of header lines, and what they are about.
const SUBJECTS: [(&str, FactKind); 94] = [
    ("date", FactKind::Date),
    ("jour", FactKind::Date),
    ("debut", FactKind::Time),
    ("fin", FactKind::Time),
    ("heure", FactKind::Time),
    ("horaire", FactKind::Time),
    ("horaires", FactKind::Time),
    ("time", FactKind::Time),
    ("duree", FactKind::Duration),
    ("duration", FactKind::Duration),
    ("length", FactKind::Duration),
    ("lieu", FactKind::Place),
    ("lieux", FactKind::Place),
    ("endroit", FactKind::Place),
    ("place", FactKind::Place),
    ("location", FactKind::Place),
    ("profession", FactKind::Profession),
    ("metier", FactKind::Profession),
    ("fonction", FactKind::Profession),
    ("specialite", FactKind::Profession),
    ("occupation", FactKind::Profession),
    ("activite", FactKind::Profession),
    ("age", FactKind::Age),
    ("sexe", FactKind::Gender),
    ("genre", FactKind::Gender),
    ("gender", FactKind::Gender),
    ("sex", FactKind::Gender),
    ("statut", FactKind::Other),
    ("situation", FactKind::Other),
    ("ville", FactKind::Other),
    ("departement", FactKind::Other),
    ("region", FactKind::Other),
    ("titre", FactKind::Other),
    ("sujet", FactKind::Other),
    ("objet", FactKind::Other),
    ("contexte", FactKind::Other),
    ("conditions", FactKind::Other),
    ("modalite", FactKind::Other),
    ("modalites", FactKind::Other),
    ("transcription", FactKind::Other),
    ("retranscription", FactKind::Other),
    ("transcripteur", FactKind::Other),
    ("transcriptrice", FactKind::Other),
    ("enregistrement", FactKind::Other),
    ("numero", FactKind::Other),
    ("entretien", FactKind::Other),
    ("verbatim", FactKind::Other),
    ("fichier", FactKind::Other),
    ("these", FactKind::Other),
    ("etude", FactKind::Other),
    ("version", FactKind::Other),
    ("anonymisation", FactKind::Other),
    ("recrutement", FactKind::Other),
    ("semestre", FactKind::Other),
    ("stage", FactKind::Other),
    ("promotion", FactKind::Other),
    ("annee", FactKind::Other),
    ("annees", FactKind::Other),
    ("anciennete", FactKind::Other),
    ("exercice", FactKind::Other),
    ("mode", FactKind::Other),
    ("type", FactKind::Other),
    ("consentement", FactKind::Other),
    ("support", FactKind::Other),
    ("nationalite", FactKind::Other),
    ("niveau", FactKind::Other),
    ("formation", FactKind::Other),
    ("faculte", FactKind::Other),
    ("universite", FactKind::Other),
    ("nom", FactKind::Other),
    ("prenom", FactKind::Other),
    ("pseudonyme", FactKind::Other),
    ("code", FactKind::Other),
    ("remarque", FactKind::Other),
    ("remarques", FactKind::Other),
    ("note", FactKind::Other),
    ("notes", FactKind::Other),
    ("interview", FactKind::Other),
    ("recording", FactKind::Other),
    ("recorded", FactKind::Other),
    ("enregistre", FactKind::Other),
    ("enregistree", FactKind::Other),
    ("realise", FactKind::Other),
    ("realisee", FactKind::Other),
    ("realisation", FactKind::Other),
    ("retranscrit", FactKind::Other),
    ("retranscrite", FactKind::Other),
    ("transcrit", FactKind::Other),
    ("mene", FactKind::Other),
    ("conduit", FactKind::Other),
    ("fac", FactKind::Other),
    ("commune", FactKind::Place),
    ("installation", FactKind::Other),
    ("installe", FactKind::Other),
];

/// What a label is about when it is a header's and never a speaker's.
pub(crate) fn subject(label: &str) -> Option<FactKind> {
    let mut words = label.split_whitespace();
    let first = key(words.next()?);
    let kind = named_subject(&first)?;
    let rest: Vec<String> = words.map(key).collect();
    // `Sujet 4` is somebody.
    let counted = matches!(rest.as_slice(), [number] if number.len() <= 2);
    match kind {
        FactKind::Other if first == "sujet" && counted => None,
        FactKind::Other => Some(refined(&first, &rest)),
        kind => Some(kind),
    }
}

fn named_subject(key: &str) -> Option<FactKind> {
    SUBJECTS.iter().find(|(word, _)| *word == key).map(|(_, kind)| *kind)
}

/// What a label with a general first word is about: `Interview date`, `Entretien réalisé le`, `par`.
fn refined(first: &str, rest: &[String]) -> FactKind {
    let last = rest.last().map_or(first, String::as_str);
    let more = || rest.iter().find_map(|word| named_subject(word)).filter(|kind| *kind != FactKind::Other);
    match last {
        "le" | "du" | "on" => FactKind::Date,
        "par" | "by" if !first.contains("transcri") => FactKind::Interviewer,
        _ => more().unwrap_or(FactKind::Other),
    }
}

/// Finds the header. `heads` are all candidates of the document.
pub(crate) fn find(verbatim: &Verbatim, heads: &[Head]) -> Header {
    let reader = Reader::new(verbatim, heads);
    let mut header = Header::default();
    let mut doubtful = Vec::new();
    // A label describes somebody once: the second time it speaks.
    let mut described = HashSet::new();
    let mut others = Vec::new();
    for (number, line) in verbatim.lines.iter().enumerate().take(HEADER_LINES) {
        match reader.judge(number, line) {
            Judgement::Facts(facts) => {
                header.facts.append(&mut doubtful);
                header.facts.extend(facts);
                header.lines = number + 1;
            }
            Judgement::Person(fact)
                if described.insert(reader.label_key(number))
                    && reader.is_person(number, header.lines, &fact) =>
            {
                header.facts.append(&mut doubtful);
                header.facts.push(fact);
                header.lines = number + 1;
            }
            Judgement::Person(fact) if reader.is_short(&fact) && doubtful.len() < DOUBTFUL => {
                doubtful.push(fact);
            }
            Judgement::Person(_) | Judgement::Turn => break,
            Judgement::Nothing => others.extend(reader.other(number, line).map(|fact| (number, fact))),
        }
    }
    // Among known facts, what looks like them is one.
    let (mut among, mut below) = (Vec::new(), header.lines);
    for (number, fact) in others {
        // Those right below the last known one go on with it.
        let blank = |line: &Line| text(verbatim, (line.start, line.end)).trim().is_empty();
        if number < header.lines
            || verbatim.lines.get(below..number).is_some_and(|gap| header.lines > 0 && gap.iter().all(blank))
        {
            below = below.max(number + 1);
            among.push(fact);
        }
    }
    header.facts.append(&mut among);
    header.facts.sort_by_key(|fact| fact.start);
    let lines = heads.iter().take_while(|head| head.line < header.lines);
    header.announced = lines.flat_map(|head| reader.announced(head, &header.facts)).collect();
    header
}

/// What a line of the header zone is.
enum Judgement {
    /// Lines that nobody speaks.
    Facts(Vec<Value>),
    /// `Participant : …`, which may also be a turn.
    Person(Value),
    /// The first turn.
    Turn,
    /// A title, a blank line, a line of prose.
    Nothing,
}

struct Reader<'a> {
    verbatim: &'a Verbatim,
    /// The candidate of each line that has one.
    heads: HashMap<usize, &'a Head>,
    /// Occurrences of each label's key.
    counts: HashMap<String, usize>,
}

impl<'a> Reader<'a> {
    fn new(verbatim: &'a Verbatim, heads: &'a [Head]) -> Self {
        let mut counts = HashMap::new();
        for head in heads {
            *counts.entry(key(text(verbatim, head.label))).or_insert(0) += 1;
        }
        // The first of a line, where a row of a table holds several.
        Self { verbatim, heads: heads.iter().rev().map(|head| (head.line, head)).collect(), counts }
    }

    fn judge(&self, number: usize, line: &Line) -> Judgement {
        let words = text(self.verbatim, (line.start, line.end));
        if words.split_whitespace().nth(LINE_WORDS).is_none() {
            let facts = facts(words, line.start);
            if !facts.is_empty() {
                return Judgement::Facts(facts);
            }
            if let Some(legend) = self.legend(number, line) {
                return Judgement::Facts(vec![legend]);
            }
        }
        match self.heads.get(&number) {
            None => Judgement::Nothing,
            Some(head) => self.judge_head(head, line),
        }
    }

    fn judge_head(&self, head: &Head, line: &Line) -> Judgement {
        if head.separator != Separator::Alone
            && let Some(kind) = person(text(self.verbatim, head.label))
        {
            let (start, end) = trimmed(self.verbatim, head.after, line.end);
            return Judgement::Person(Value { kind, start, end });
        }
        let alone = head.separator == Separator::Alone;
        let often = if head.form <= Form::Name { 2 } else { 3 };
        if self.count(head) >= often && !(alone && self.facts_follow(head.line)) {
            return Judgement::Turn;
        }
        Judgement::Nothing
    }

    /// The labels of a header line on somebody: its own, and those in its value.
    fn announced(&self, head: &Head, facts: &[Value]) -> Vec<String> {
        let about =
            |fact: &&Value| fact.start >= head.after && self.line_of(head).is_some_and(|end| fact.end <= end);
        let Some(fact) = facts.iter().find(about) else { return Vec::new() };
        let value = text(self.verbatim, (fact.start, fact.end));
        let names = value.split([',', ';', '/', '(', ')', '&']).flat_map(|part| part.split(" et "));
        let clear = |name: &&str| form(name).is_some_and(|form| form <= Form::Name);
        let mut keys = vec![key(text(self.verbatim, head.label))];
        if fact.kind == FactKind::Legend {
            // `A : animatrice, O : observatrice`
            let pairs = value.split([',', ';', '\n']).filter_map(|pair| pair.split_once([':', '=']));
            keys.extend(pairs.map(|(label, _)| label.trim()).filter(clear).map(key));
        } else {
            keys.extend(names.map(str::trim).filter(clear).map(key));
        }
        keys
    }

    fn line_of(&self, head: &Head) -> Option<usize> {
        self.verbatim.lines.get(head.line).map(|line| line.end)
    }

    fn label_key(&self, number: usize) -> String {
        self.heads.get(&number).map(|head| key(text(self.verbatim, head.label))).unwrap_or_default()
    }

    fn comes_back(&self, head: &Head) -> bool {
        self.count(head) >= 2
    }

    fn count(&self, head: &Head) -> usize {
        self.counts.get(&key(text(self.verbatim, head.label))).copied().unwrap_or(0)
    }

    /// Whether the next line with words is a header line: then a label alone above it is a title.
    fn facts_follow(&self, number: usize) -> bool {
        let rest = self.verbatim.lines.iter().skip(number + 1).take(HEADER_LINES);
        let mut worded = rest.filter(|line| !text(self.verbatim, (line.start, line.end)).trim().is_empty());
        worded.next().is_some_and(|line| {
            let words = text(self.verbatim, (line.start, line.end));
            let day = words.trim_start().starts_with(|c: char| c.is_ascii_digit()) && words.contains("20");
            let described = roster::describes(words) || (day && words.split_whitespace().nth(4).is_none());
            described
                || (words.split_whitespace().nth(LINE_WORDS).is_none()
                    && !facts(words, line.start).is_empty())
        })
    }

    /// `L : Lucie ; M : Marc`: a line of several labels, each with a name or a few words.
    fn is_cast(&self, number: usize) -> bool {
        let Some(line) = self.verbatim.lines.get(number) else { return false };
        let pairs = leads::pairs(text(self.verbatim, (line.start, line.end)));
        let named = |(_, value): &(&str, &str)| {
            let value = value.trim().trim_end_matches(['.', ';', ',']);
            roster::describes(value) || form(value).is_some_and(|form| form <= Form::Name)
        };
        // In a line that names several of those who speak, whatever is said of them describes them.
        let speaker = |(label, value): &(&str, &str)| {
            let value = value.trim().trim_end_matches(['.', ';', ',']);
            self.counts.get(&key(label)).is_some_and(|&count| count >= 2) && roster::may_describe(value)
        };
        pairs.len() >= 2 && (pairs.iter().all(named) || pairs.iter().all(speaker))
    }

    /// `Nombre d’enfants : 2`: what no list knows, and what is nobody's label.
    fn other(&self, number: usize, line: &Line) -> Option<Value> {
        let words = text(self.verbatim, (line.start, line.end));
        let (label, value) = words.split_once([':', '：'])?;
        let (start, end) = trim(value, line.start + (words.len() - value.len()));
        let value = Value { kind: FactKind::Other, start, end };
        let label = label.trim();
        let plain = label.starts_with(char::is_uppercase)
            && !words::opens_speech(label)
            && label.split_whitespace().nth(6).is_none();
        let name = |head: &Head| {
            head.form == Form::Name && (label.contains(char::is_whitespace) || is_first_name(&key(label)))
        };
        let somebody = |head: &Head| head.form == Form::Strong || name(head) || self.comes_back(head);
        let label_like = self.heads.get(&number).is_some_and(|head| somebody(head));
        (plain && !label_like && start < end && self.is_short(&value)).then_some(value)
    }

    /// `VL : l’enquêtrice`: a label explained.
    fn legend(&self, number: usize, line: &Line) -> Option<Value> {
        let head = self.heads.get(&number).filter(|head| head.separator != Separator::Alone)?;
        let (start, end) = trimmed(self.verbatim, head.after, line.end);
        let value = text(self.verbatim, (start, end));
        let first =
            value.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’' | ',')).find(|word| {
                let key = key(word);
                !key.is_empty() && !words::is_connector(&key) && !matches!(key.as_str(), "un" | "une")
            })?;
        let explains = words::names_role(&key(first)) && person(text(self.verbatim, head.label)).is_none();
        let fact = Value { kind: FactKind::Legend, start, end };
        let short = explains && self.is_short(&fact);
        let somebody = person(text(self.verbatim, head.label)).is_none();
        let listed = somebody && self.comes_back(head) && roster::describes(value);
        (short || listed || self.is_cast(number) || (somebody && self.stands_for(head, value)))
            .then_some(fact)
    }

    /// `Moi = AL`: a label that does not come back stands for one that does.
    fn stands_for(&self, head: &Head, value: &str) -> bool {
        !self.comes_back(head) && self.counts.get(&key(value)).is_some_and(|&count| count >= 2)
    }

    /// Few words, and no sentence; the point of `Claire L.` ends none.
    fn is_short(&self, value: &Value) -> bool {
        let words = text(self.verbatim, (value.start, value.end));
        let last = words.split_whitespace().next_back().unwrap_or_default();
        let letters = last.chars().filter(|c| c.is_alphabetic()).count();
        let initial = letters <= 1 || (letters == 2 && last.starts_with(char::is_uppercase));
        let sentence = (last.ends_with('.') && !initial) || words.ends_with(['?', '!', '…']);
        words.split_whitespace().nth(PERSON_WORDS).is_none() && !sentence
    }

    /// Whether `Participant : …` describes somebody instead of letting them speak. Always short; and the
    /// label does not come back while others do, or the value is itself a label, a clear one where no
    /// other fact stands right above.
    fn is_person(&self, number: usize, header_lines: usize, value: &Value) -> bool {
        let words = text(self.verbatim, (value.start, value.end));
        let short = self.is_short(value) || roster::describes(words) || self.is_cast(number);
        let Some(head) = self.heads.get(&number).filter(|_| short) else { return false };
        if !self.comes_back(head) {
            return self.counts.values().any(|&n| n >= 2);
        }
        let adjoins = header_lines > 0 && header_lines == number;
        words
            .split([',', '(', ';'])
            .next()
            .and_then(form)
            .is_some_and(|form| form == Form::Strong || (adjoins && form == Form::Name))
            || roster::describes(words)
    }
}

fn text(verbatim: &Verbatim, (start, end): (usize, usize)) -> &str {
    verbatim.text.get(start..end).unwrap_or_default()
}

fn trimmed(verbatim: &Verbatim, start: usize, end: usize) -> (usize, usize) {
    trim(text(verbatim, (start, end)), start)
}

/// The range of a text that begins at `start`, without outer white space.
fn trim(text: &str, start: usize) -> (usize, usize) {
    let from = start + (text.len() - text.trim_start().len());
    (from, from + text.trim().len())
}

/// What a label says of a person when it stands in a header.
fn person(label: &str) -> Option<FactKind> {
    let first = words::common_key(label.split_whitespace().next()?);
    if first.len() < 2 || first == "moi" {
        return None;
    }
    if words::names_interviewer(&first) {
        return Some(FactKind::Interviewer);
    }
    if words::names_participant(&first) || matches!(first.as_str(), "personne" | "personnes") {
        return Some(FactKind::Participant);
    }
    words::names_role(&first).then_some(FactKind::Other)
}

/// The facts of one line: `Date : 06/03/2023`, several of them parted by tabs or bars, `Lieu<tab>Agen`.
pub(crate) fn facts(line: &str, start: usize) -> Vec<Value> {
    let mut facts = Vec::new();
    let bare = line.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
    let (line, start) = (bare, start + (line.len() - bare.len()));
    let mut pieces = pieces(line).into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let words = &line[piece.clone()];
        if let Some((label, value)) = split_fact(words) {
            facts.extend(fact(label, value, start + piece.start + (words.len() - value.len())));
        } else if subject(words).is_some() && words.split_whitespace().nth(4).is_none() {
            let Some(next) = pieces.next_if(|next| !is_fact(&line[(*next).clone()])) else { continue };
            facts.extend(fact(words, &line[next.clone()], start + next.start));
        }
    }
    facts
}

/// Whether a piece is a fact by itself.
fn is_fact(piece: &str) -> bool {
    split_fact(piece).is_some_and(|(label, _)| subject(label).is_some())
}

fn fact(label: &str, value: &str, start: usize) -> Option<Value> {
    let kind = subject(label)?;
    // The end of bold as plain texts write it.
    let bold = if value.starts_with("**") && !value.starts_with("***") { 2 } else { 0 };
    let (start, end) = trim(&value[bold..], start + bold);
    (end > start).then_some(Value { kind, start, end })
}

/// A line cut at tabs, bars and wide gaps.
fn pieces(line: &str) -> Vec<Range<usize>> {
    static GAP: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[ \u{A0}]*[\t|][ \t|\u{A0}]*| {4,}").ok());
    let mut pieces = Vec::new();
    let mut from = 0;
    for gap in GAP.iter().flat_map(|gap| gap.find_iter(line)) {
        pieces.extend(at_subjects(line, from..gap.start()));
        from = gap.end();
    }
    pieces.extend(at_subjects(line, from..line.len()));
    pieces
}

/// A piece cut again before `– Durée :` and `, Lieu :`, where a header's word follows with its colon.
fn at_subjects(line: &str, piece: Range<usize>) -> Vec<Range<usize>> {
    static BREAK: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\s+[–—/-]\s+|\s*[,;]\s+|\.\s+").ok());
    let text = line.get(piece.clone()).unwrap_or_default();
    let mut pieces = Vec::new();
    let mut from = piece.start;
    for cut in BREAK.iter().flat_map(|gap| gap.find_iter(text)) {
        let label = near(&text[cut.end()..]).split_once([':', '：']).map(|(label, _)| label);
        let short = label.filter(|label| label.split_whitespace().nth(4).is_none());
        if short.is_some_and(|label| subject(label).is_some()) {
            pieces.push(from..piece.start + cut.start());
            from = piece.start + cut.end();
        }
    }
    pieces.push(from..piece.end);
    pieces
}

/// As much of a text as a label may be long, whatever the length of the line.
fn near(text: &str) -> &str {
    text.char_indices().nth(LABEL).map_or(text, |(end, _)| &text[..end])
}

/// `label : value`, also with `=` or a dash.
fn split_fact(words: &str) -> Option<(&str, &str)> {
    let (label, value) = words.split_once([':', '：', '=']).or_else(|| words.split_once(" – "))?;
    (label.split_whitespace().nth(6).is_none()).then_some((label.trim(), value))
}

/// A date and a duration written in a title, as `Entretien du 06/03/2023 (55 minutes)`, for a document
/// whose header names none; looked for in the lines before `end`.
pub(crate) fn unlabelled(verbatim: &Verbatim, end: usize, known: &[Value]) -> Vec<Value> {
    static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:er)?\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s\d{4})\b").ok()
    });
    static DURATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:\d{1,2}\s?h(?:eures?)?(?:\s?\d{2}(?:\s?min(?:utes)?)?)?\s*(?:d[’']entretien|d[’']enregistrement)|\d{1,3}\s?(?:minutes|min|mn)(?:\s\d{1,2}(?:\ss(?:ec(?:ondes)?)?)?)?)\b").ok()
    });
    let mut found = Vec::new();
    for (kind, regex) in [(FactKind::Date, &DATE), (FactKind::Duration, &DURATION)] {
        let Some(regex) = regex.as_ref().filter(|_| !known.iter().any(|value| value.kind == kind)) else {
            continue;
        };
        let lines = verbatim.lines.iter().take(HEADER_LINES).take_while(|line| line.start < end);
        let mut short =
            lines.filter(|line| text(verbatim, (line.start, line.end)).split_whitespace().nth(20).is_none());
        let at = short.find_map(|line| {
            let words = text(verbatim, (line.start, line.end.min(end)));
            regex.find(words).map(|m| (line.start + m.start(), line.start + m.end()))
        });
        found.extend(at.map(|(start, end)| Value { kind, start, end }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_one_line() {
        for (line, expected) in [
            ("Date : 06/03/2023", vec![(FactKind::Date, "06/03/2023")]),
            ("Durée de l’entretien : 55 minutes ", vec![(FactKind::Duration, "55 minutes")]),
            ("Lieu\tcabinet de ***", vec![(FactKind::Place, "cabinet de ***")]),
            (
                "Date : 1/2/2025\tDurée : 1 h 09 | Âge = 27 ans",
                vec![(FactKind::Date, "1/2/2025"), (FactKind::Duration, "1 h 09"), (FactKind::Age, "27 ans")],
            ),
            ("Heure : 14:30", vec![(FactKind::Time, "14:30")]),
            ("Lieu :", vec![]),
            ("EMG 1 : oui", vec![]),
            ("Il m’a dit : non", vec![]),
        ] {
            let got: Vec<_> =
                facts(line, 0).into_iter().map(|fact| (fact.kind, &line[fact.start..fact.end])).collect();
            assert_eq!(got, expected, "{line}");
        }
    }
}

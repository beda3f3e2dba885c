//! French and English side by side: the same messages, the same variables, one type for each.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::problem::Problem;
use crate::resolve::{Arm, Key, PLURALS, Piece};

/// What a function takes for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `i64`, written with the separators of the language.
    Number,
    /// `&str`, written as it is.
    Text,
}

/// A message complete in both languages.
#[derive(Debug)]
pub struct Pair {
    /// As in the catalogue: `coding-applied`, `menu-open.tooltip`.
    pub id: String,
    /// The file it stands in, without ending.
    pub area: String,
    /// In alphabetical order, which is the order of the function's arguments.
    pub variables: BTreeMap<String, Kind>,
    pub french: Vec<Piece>,
    pub english: Vec<Piece>,
}

impl Pair {
    /// The name of the Rust function.
    pub fn function(&self) -> String {
        self.id.replace(['-', '.'], "_")
    }
}

/// Pairs the two catalogues; everything that differs becomes a problem.
pub fn pair(french: &Catalogue, english: &Catalogue, problems: &mut Vec<Problem>) -> Vec<Pair> {
    missing(french, english, problems);
    missing(english, french, problems);
    let mut pairs = Vec::new();
    for (id, pieces) in &french.messages {
        let (Some(other), Some(source)) = (english.messages.get(id), french.sources.get(id)) else {
            continue;
        };
        let file = french.file(&source.area);
        let mut report =
            |what: String| problems.push(Problem::new(&file, source.line, format!("“{id}” {what}")));
        same_area(id, &source.area, english, &mut report);
        let variables = variables(pieces, other, &mut report);
        let (french, english) = (pieces.clone(), other.clone());
        pairs.push(Pair { id: id.clone(), area: source.area.clone(), variables, french, english });
    }
    function_names(&pairs, french, problems);
    pairs
}

fn missing(from: &Catalogue, other: &Catalogue, problems: &mut Vec<Problem>) {
    for (id, source) in from.sources.iter().filter(|(id, _)| !id.starts_with('-')) {
        if !other.sources.contains_key(id) {
            let what = format!("“{id}” is missing in {}/{}.ftl", other.lang, source.area);
            problems.push(Problem::new(&from.file(&source.area), source.line, what));
        }
    }
}

fn same_area(id: &str, area: &str, other: &Catalogue, report: &mut impl FnMut(String)) {
    if let Some(source) = other.sources.get(id).filter(|source| source.area != area) {
        report(format!(
            "stands in {} in the other language: keep both in one area",
            other.file(&source.area)
        ));
    }
}

fn variables(one: &[Piece], other: &[Piece], report: &mut impl FnMut(String)) -> BTreeMap<String, Kind> {
    let (here, there) = (names(one), names(other));
    for name in here.symmetric_difference(&there) {
        let lang = if here.contains(name) { "French" } else { "English" };
        report(format!("uses ${name} in {lang} only"));
    }
    here.union(&there).map(|name| (name.clone(), kind(name, one, other, report))).collect()
}

fn kind(name: &str, one: &[Piece], other: &[Piece], report: &mut impl FnMut(String)) -> Kind {
    let mut keys = Vec::new();
    keys_of(name, one, &mut keys);
    keys_of(name, other, &mut keys);
    let numeric = |key: &Key| match key {
        Key::Exact(_) => true,
        Key::Name(name) => PLURALS.contains(&name.as_str()),
    };
    let number =
        named_as_number(name) || keys.iter().any(|key| numeric(key) && *key != Key::Name("other".into()));
    if let Some(odd) = keys.iter().find(|key| number && !numeric(key)) {
        report(format!("matches the number ${name} with {odd:?}"));
    }
    let never = |key: &&Key| matches!(key, Key::Name(name) if PLURALS.contains(&name.as_str()) && name != "one" && name != "other");
    if let Some(key) = keys.iter().find(never) {
        report(format!("matches ${name} with {key:?}, which neither French nor English has for figures"));
    }
    if number { Kind::Number } else { Kind::Text }
}

/// `n`, `count`, `n-…` and `count-…` (or with `_`) are numbers; so is what is matched with plural
/// categories or numbers.
fn named_as_number(name: &str) -> bool {
    let head = name.split(['-', '_']).next().unwrap_or(name);
    matches!(head, "n" | "count")
}

fn names(pieces: &[Piece]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(pieces, &mut |piece| {
        match piece {
            Piece::Text(_) => {}
            Piece::Insert(name) | Piece::Choose { variable: name, .. } => _ = found.insert(name.clone()),
        };
    });
    found
}

fn keys_of(name: &str, pieces: &[Piece], keys: &mut Vec<Key>) {
    walk(pieces, &mut |piece| {
        if let Piece::Choose { variable, arms } = piece
            && variable == name
        {
            keys.extend(arms.iter().map(|arm: &Arm| arm.key.clone()));
        }
    });
}

fn walk(pieces: &[Piece], visit: &mut impl FnMut(&Piece)) {
    for piece in pieces {
        visit(piece);
        if let Piece::Choose { arms, .. } = piece {
            arms.iter().for_each(|arm| walk(&arm.pieces, visit));
        }
    }
}

/// Other functions of the crate, whose names a message may not take.
const TAKEN: [&str; 3] = ["all_messages", "date_time", "recording_time"];

/// Names that no argument can have: Rust's own, and those that the generated code uses itself.
const TAKEN_VARIABLES: [&str; 24] = [
    "as", "crate", "dyn", "else", "enum", "fn", "for", "if", "impl", "in", "lang", "let", "loop", "match",
    "mod", "move", "out", "ref", "self", "static", "super", "type", "use", "where",
];

/// One word may be a word of Rust (`move`), two never are; and two identifiers may differ and still give
/// one name (`menu-open.tip`, `menu-open-tip`).
fn function_names(pairs: &[Pair], french: &Catalogue, problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for pair in pairs {
        let function = pair.function();
        let line = french.sources.get(&pair.id).map_or(0, |source| source.line);
        let mut report = |what: String| problems.push(Problem::new(&french.file(&pair.area), line, what));
        if !function.contains('_') || TAKEN.contains(&function.as_str()) {
            report(format!("“{}” cannot name a function: take another name, of two words at least", pair.id));
        }
        for name in pair.variables.keys().filter(|name| TAKEN_VARIABLES.contains(&name.as_str())) {
            report(format!("“{}” has a variable ${name}, a name that Rust keeps for itself", pair.id));
        }
        if let Some(first) = seen.insert(function.clone(), &pair.id) {
            report(format!("“{}” and “{first}” give the same function {function}", pair.id));
        }
    }
}

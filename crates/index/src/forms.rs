//! The vocabulary of a segment: every form, what it is taken for, and where its postings are.

use crate::analysis::{Analyser, Sort, fold};
use crate::query::Item;
use foldhash::fast::FixedState;
use std::collections::BTreeSet;
use std::hash::BuildHasher;
use tantivy::postings::TermInfo;

/// Texts kept one after the other.
#[derive(Debug, Default)]
struct Arena {
    text: String,
    ends: Vec<u32>,
}

impl Arena {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[at] as usize]
    }

    fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The forms of a segment, in the order of their bytes; each is named by its place.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    forms: Arena,
    infos: Vec<TermInfo>,
    /// Digests of keys with the forms that have them, in order.
    by_key: Vec<(u64, u32)>,
    /// The folded forms, in order, and the form that each comes from.
    folded: Arena,
    of_folded: Vec<u32>,
}

impl Forms {
    /// Reads a term dictionary.
    pub fn read(terms: &tantivy::termdict::TermDictionary, analyser: &Analyser) -> std::io::Result<Forms> {
        let mut forms = Forms::default();
        let mut folded: Vec<(String, u32)> = Vec::new();
        let mut stream = terms.stream()?;
        while let Some((term, info)) = stream.next() {
            let form = String::from_utf8_lossy(term);
            let place = u32::try_from(forms.forms.len()).unwrap_or(u32::MAX);
            let (key, own) = analyser.keys(&form);
            forms.by_key.push((digest(&key), place));
            forms.by_key.extend(own.map(|own| (digest(&own), place)));
            folded.push((fold(&form), place));
            forms.forms.push(&form);
            forms.infos.push(info.clone());
        }
        forms.by_key.sort_unstable();
        folded.sort_unstable();
        for (text, place) in folded {
            forms.folded.push(&text);
            forms.of_folded.push(place);
        }
        Ok(forms)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// The form at a place.
    pub fn form(&self, place: u32) -> &str {
        self.forms.get(place as usize)
    }

    /// Where the postings of a form are.
    pub fn info(&self, place: u32) -> &TermInfo {
        &self.infos[place as usize]
    }

    /// The forms that an item means, in order.
    pub fn resolve(&self, item: &Item, analyser: &Analyser) -> Vec<u32> {
        let mut found = match item {
            Item::Exact(form) => self.place_of(form).into_iter().collect(),
            Item::Like(form) => self.like(form, analyser),
            Item::Prefix { text, exact: true } => {
                self.beginning(&self.forms, text).map(|at| at as u32).collect()
            }
            Item::Prefix { text, exact: false } => {
                self.beginning(&self.folded, text).map(|at| self.of_folded[at]).collect()
            }
            Item::Glob { parts, exact } => self.globbed(parts, *exact),
            Item::Near { text, distance } => self.near(text, *distance),
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    fn place_of(&self, form: &str) -> Option<u32> {
        let place = partition(self.forms.len(), |at| self.forms.get(at) < form);
        (place < self.forms.len() && self.forms.get(place) == form).then_some(place as u32)
    }

    fn like(&self, form: &str, analyser: &Analyser) -> Vec<u32> {
        let (key, own) = analyser.keys(form);
        let keys: BTreeSet<u64> = [Some(key), own].into_iter().flatten().map(|key| digest(&key)).collect();
        let with = |key: u64| {
            let from = self.by_key.partition_point(|(known, _)| *known < key);
            self.by_key[from..].iter().take_while(move |(known, _)| *known == key).map(|(_, place)| *place)
        };
        keys.into_iter().flat_map(with).collect()
    }

    fn beginning<'a>(&self, among: &'a Arena, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let from = partition(among.len(), |at| among.get(at) < text);
        (from..among.len()).take_while(move |at| among.get(*at).starts_with(text))
    }

    fn globbed(&self, parts: &[String], exact: bool) -> Vec<u32> {
        let sort = if parts.iter().any(|part| part.contains('-')) { Sort::Compound } else { Sort::Word };
        let fits = |form: &str| {
            let text = if sort == Sort::Word { form } else { form.get(1..).unwrap_or_default() };
            Sort::of(form) == sort && fits(text, parts)
        };
        if exact {
            return (0..self.forms.len())
                .filter(|at| fits(self.forms.get(*at)))
                .map(|at| at as u32)
                .collect();
        }
        (0..self.folded.len()).filter(|at| fits(self.folded.get(*at))).map(|at| self.of_folded[at]).collect()
    }

    fn near(&self, text: &str, distance: u8) -> Vec<u32> {
        let wanted: Vec<char> = text.chars().collect();
        let mut rows = Vec::new();
        let mut fits = |at: &usize| {
            let form = self.folded.get(*at);
            Sort::of(form) == Sort::Word && within(&wanted, form, distance, &mut rows)
        };
        (0..self.folded.len()).filter(|at| fits(at)).map(|at| self.of_folded[at]).collect()
    }
}

fn digest(key: &str) -> u64 {
    FixedState::with_seed(0).hash_one(key)
}

fn partition(length: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// True when a text consists of the parts in order, with anything between them.
fn fits(text: &str, parts: &[String]) -> bool {
    let (Some((first, rest)), Some(last)) = (parts.split_first(), parts.last()) else { return false };
    let Some(mut left) = text.strip_prefix(first.as_str()) else { return false };
    let Some(middle) = rest.len().checked_sub(1).map(|count| &rest[..count]) else { return left.is_empty() };
    for part in middle {
        let Some(at) = left.find(part.as_str()) else { return false };
        left = &left[at + part.len()..];
    }
    left.ends_with(last.as_str())
}

/// True when a form is at most `distance` letters away (Levenshtein 1965).
fn within(wanted: &[char], form: &str, distance: u8, rows: &mut Vec<usize>) -> bool {
    let most = usize::from(distance);
    let length = form.chars().count();
    if length.abs_diff(wanted.len()) > most {
        return false;
    }
    rows.clear();
    rows.extend(0..=wanted.len());
    for (row, letter) in form.chars().enumerate() {
        let mut diagonal = rows[0];
        rows[0] = row + 1;
        let mut least = rows[0];
        for (column, other) in wanted.iter().enumerate() {
            let replaced = diagonal + usize::from(*other != letter);
            diagonal = rows[column + 1];
            rows[column + 1] = replaced.min(rows[column] + 1).min(diagonal + 1);
            least = least.min(rows[column + 1]);
        }
        if least > most {
            return false;
        }
    }
    rows[wanted.len()] <= most
}

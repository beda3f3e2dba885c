//! Which codes of two coders may go together: shown by the passages they share and by their names, never
//! decided by the machine.

use super::differences::Passage;
use model::RecordId;
use model::basis::{Basis, Coders};
use model::study::{Alignment, Seen};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The least likeness of two names that makes them candidates.
const ALIKE: f64 = 0.6;

/// The codes of two coders side by side.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// The codes of the first coder, the most used first.
    pub first: Vec<Used>,
    /// The codes of the second.
    pub second: Vec<Used>,
    /// Pairs that share passages or look alike, and those of which something was said.
    pub pairs: Vec<Pair<'a>>,
}

/// A code with its use by one coder.
#[derive(Debug, Clone, PartialEq)]
pub struct Used {
    /// The code.
    pub code: RecordId,
    /// The passages, by interview.
    pub passages: Vec<(RecordId, Passage)>,
}

/// A code of the first coder and one of the second.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair<'a> {
    /// The code of the first.
    pub first: RecordId,
    /// The code of the second.
    pub second: RecordId,
    /// How many passages of the first a passage of the second overlaps.
    pub shared: usize,
    /// How much the names look alike, from 0 to 1: Dice's coefficient of their pairs of letters.
    pub names: f64,
    /// What was said of them.
    pub said: Option<Alignment<'a>>,
}

/// The codes of two coders over some interviews.
#[must_use]
pub fn table<'a>(seen: &Seen<'a>, interviews: &[RecordId], coders: [RecordId; 2]) -> Table<'a> {
    let [first, second] = coders.map(|coder| used(seen, interviews, coder));
    let said = said(seen);
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for one in &first {
        for other in second.iter().filter(|other| other.code != one.code) {
            let pair = Pair {
                first: one.code,
                second: other.code,
                shared: shared(one, other),
                names: likeness(&name(seen, one.code), &name(seen, other.code)),
                said: said.get(&key(one.code, other.code)).copied(),
            };
            if pair.shared > 0 || pair.names >= ALIKE || pair.said.is_some() {
                pairs.push(pair);
            }
        }
    }
    pairs.sort_by(|a, b| {
        let score = |pair: &Pair<'_>| pair.shared as f64 + 2.0 * pair.names;
        score(b).total_cmp(&score(a)).then((a.first, a.second).cmp(&(b.first, b.second)))
    });
    Table { first, second, pairs }
}

fn key(one: RecordId, other: RecordId) -> (RecordId, RecordId) {
    (one.min(other), one.max(other))
}

fn said<'a>(seen: &Seen<'a>) -> HashMap<(RecordId, RecordId), Alignment<'a>> {
    let pairs = seen.alignments().into_iter();
    pairs.filter_map(|said| said.second.map(|second| (key(said.first, second), said))).collect()
}

fn name(seen: &Seen<'_>, code: RecordId) -> String {
    seen.code(code).map(|node| node.name.clone()).unwrap_or_default()
}

fn used(seen: &Seen<'_>, interviews: &[RecordId], coder: RecordId) -> Vec<Used> {
    let basis = Basis { coders: Coders::Only(vec![coder]), layer: None };
    let mut by_code: BTreeMap<RecordId, Vec<(RecordId, Passage)>> = BTreeMap::new();
    for interview in interviews {
        for coding in seen.codings_in(*interview, &basis) {
            let (start, end) = (coding.place.start, coding.place.end);
            let passage = Passage { start, end, code: coding.code, coding: coding.id };
            by_code.entry(coding.code).or_default().push((coding.interview, passage));
        }
    }
    let mut used: Vec<Used> = by_code.into_iter().map(|(code, passages)| Used { code, passages }).collect();
    used.sort_by_key(|one| (std::cmp::Reverse(one.passages.len()), one.code));
    used
}

fn shared(one: &Used, other: &Used) -> usize {
    let overlaps = |(interview, passage): &&(RecordId, Passage)| {
        other.passages.iter().any(|(home, theirs)| {
            home == interview && passage.start < theirs.end && theirs.start < passage.end
        })
    };
    one.passages.iter().filter(overlaps).count()
}

/// Dice's coefficient of the pairs of letters of two names, accents and case aside.
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |name: &str| -> BTreeSet<(char, char)> {
        let letters: Vec<char> = bare(name).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * one.intersection(&other).count() as f64 / all as f64 }
}

fn bare(name: &str) -> impl Iterator<Item = char> + use<> {
    use unicode_normalization::UnicodeNormalization as _;
    let letters: Vec<char> = name.nfd().filter(|letter| letter.is_alphanumeric()).collect();
    letters.into_iter().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn names_are_alike_without_accents_and_case() {
        assert!((likeness("Coût du trajet", "cout du trajet") - 1.0).abs() < 1e-9);
        assert!(likeness("coût du trajet", "coûts des trajets") > 0.6);
        assert!(likeness("sommeil", "attente") < 0.2);
        assert!(likeness("", "").abs() < 1e-9);
    }
}

//! A whole comparison: documents, coders, codes, one kind of unit.

use super::division::{Division, Rule};
use super::patterns::{Patterns, TooManyCoders};
use super::spans::{Span, covered, shared, united};
use super::{PairCounts, SetRatings};
use std::collections::BTreeMap;

/// A span with its code, an index into the codes compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coded {
    /// The code.
    pub code: usize,
    /// Where it lies.
    pub span: Span,
}

/// One document: its units and what each coder coded; `None` for a coder who did not read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'a> {
    /// Its units.
    pub division: &'a Division,
    /// For each coder the spans, in any order.
    pub coders: Vec<Option<Vec<Coded>>>,
}

/// What two coders did in one document: the codes that at least one of them used there, each once. For every
/// other code all its units are coded by neither.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentCounts {
    /// Units that both read.
    pub units: u64,
    /// Counts by code, in the order of codes.
    pub codes: Vec<(usize, PairCounts)>,
}

/// What a comparison counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Units that two coders or more read, over all documents.
    pub units: u64,
    /// For each code who coded how many units.
    pub patterns: Vec<Patterns>,
    /// For two coders: each document that both read, with its place among those given.
    pub documents: Vec<(usize, DocumentCounts)>,
}

impl Comparison {
    /// The four counts of a code for the first two coders.
    #[must_use]
    pub fn pair(&self, code: usize) -> PairCounts {
        self.patterns.get(code).map(|patterns| patterns.pair(0, 1)).unwrap_or_default()
    }

    /// One table summed over all codes.
    #[must_use]
    pub fn pooled(&self) -> PairCounts {
        self.patterns.iter().map(|patterns| patterns.pair(0, 1)).sum()
    }

    /// The patterns of all codes together.
    #[must_use]
    pub fn pooled_patterns(&self) -> Patterns {
        let mut pooled = Patterns::default();
        for (index, patterns) in self.patterns.iter().enumerate() {
            if index == 0 {
                pooled = patterns.clone();
            } else {
                pooled.merge(patterns);
            }
        }
        pooled
    }
}

/// Compares coders over documents; units are pooled over the documents.
///
/// # Errors
/// With more coders than can be compared at once.
pub fn compare(
    documents: &[Reading<'_>],
    coders: usize,
    codes: usize,
    rule: Rule,
) -> Result<Comparison, TooManyCoders> {
    let mut patterns = vec![Patterns::new(coders)?; codes];
    let mut unused = Unused::default();
    let mut comparison = Comparison { units: 0, patterns: Vec::new(), documents: Vec::new() };
    for (place, document) in documents.iter().enumerate() {
        let units = document.division.units();
        let readers = document.coders.iter().filter(|coder| coder.is_some()).count();
        if readers >= 2 {
            comparison.units += units;
        }
        let of = |coder: &Option<Vec<Coded>>| coder.as_ref().map(|coded| by_code(document, coded, rule));
        let lists: Vec<Option<Vec<CodeSpans>>> = document.coders.iter().map(of).collect();
        if let [Some(first), Some(second)] = lists.as_slice() {
            comparison.documents.push((place, pairs(units, first, second)));
        }
        add(&mut patterns, units, &lists, &mut unused);
    }
    unused.add_to(&mut patterns);
    comparison.patterns = patterns;
    Ok(comparison)
}

/// Documents in which a code was not used by anybody: counted at once at the end, not one by one.
#[derive(Debug, Default)]
struct Unused {
    /// Units by who read them, over all documents.
    all: BTreeMap<u128, u64>,
    /// (code, who read) → units of the documents where the code was used.
    used: BTreeMap<(usize, u128), u64>,
}

impl Unused {
    fn add_to(&self, patterns: &mut [Patterns]) {
        for (code, of_code) in patterns.iter_mut().enumerate() {
            for (readers, units) in &self.all {
                let used = self.used.get(&(code, *readers)).copied().unwrap_or_default();
                of_code.add_uncoded(*readers, units - used);
            }
        }
    }
}

/// The units that one coder gave one code, as united spans of the line of units.
type CodeSpans = (usize, Vec<Span>);

/// The units of each code that a coder used, in the order of codes.
fn by_code(document: &Reading<'_>, coded: &[Coded], rule: Rule) -> Vec<CodeSpans> {
    let walked = if rule == Rule::Any { touched(document, coded) } else { None };
    if let Some(found) = walked {
        return found;
    }
    let mut coded = coded.to_vec();
    coded.sort_unstable();
    let spans = |of_code: &[Coded]| united(of_code.iter().map(|coded| coded.span).collect());
    let groups = coded.chunk_by(|a, b| a.code == b.code);
    groups.map(|of_code| (of_code[0].code, document.division.coded(&spans(of_code), rule))).collect()
}

/// The same where one character is enough: each span reaches its units by itself, all in one walk. `None` where
/// the units overlap each other.
fn touched(document: &Reading<'_>, coded: &[Coded]) -> Option<Vec<CodeSpans>> {
    let mut coded: Vec<Coded> = coded.iter().copied().filter(|coded| !coded.span.is_empty()).collect();
    coded.sort_unstable_by_key(|coded| coded.span);
    let spans: Vec<Span> = coded.iter().map(|coded| coded.span).collect();
    for (coded, reached) in coded.iter_mut().zip(document.division.touched(&spans)?) {
        coded.span = reached;
    }
    coded.sort_unstable();
    let groups = coded.chunk_by(|a, b| a.code == b.code);
    Some(groups.map(|of| (of[0].code, united(of.iter().map(|coded| coded.span).collect()))).collect())
}

fn pairs(units: u64, first: &[CodeSpans], second: &[CodeSpans]) -> DocumentCounts {
    let mut codes: Vec<usize> = first.iter().chain(second).map(|(code, _)| *code).collect();
    codes.sort_unstable();
    codes.dedup();
    let count = |code: usize| {
        let (a, b) = (spans_of(first, code), spans_of(second, code));
        let both = shared(a, b);
        let (only_first, only_second) = (covered(a) - both, covered(b) - both);
        let neither = units - both - only_first - only_second;
        (code, PairCounts { both, only_first, only_second, neither })
    };
    DocumentCounts { units, codes: codes.into_iter().map(count).collect() }
}

fn spans_of(lists: &[CodeSpans], code: usize) -> &[Span] {
    match lists.binary_search_by_key(&code, |(code, _)| *code) {
        Ok(place) => &lists[place].1,
        Err(_) => &[],
    }
}

fn add(patterns: &mut [Patterns], units: u64, lists: &[Option<Vec<CodeSpans>>], unused: &mut Unused) {
    let readers = super::patterns::readers(lists.iter().map(Option::is_some));
    *unused.all.entry(readers).or_default() += units;
    let mut used: Vec<usize> = lists.iter().flatten().flatten().map(|(code, _)| *code).collect();
    used.sort_unstable();
    used.dedup();
    let mut coded: Vec<Option<&[Span]>> = vec![None; lists.len()];
    for code in used {
        let Some(of_code) = patterns.get_mut(code) else { continue };
        for (slot, list) in coded.iter_mut().zip(lists) {
            *slot = list.as_ref().map(|list| spans_of(list, code));
        }
        of_code.add(units, &coded);
        *unused.used.entry((code, readers)).or_default() += units;
    }
}

/// What each coder put on each unit, all codes together: the sets of codes, units that look alike counted
/// together.
#[must_use]
pub fn sets(documents: &[Reading<'_>], coders: usize, rule: Rule) -> SetRatings {
    let mut alike: BTreeMap<Vec<Option<Vec<usize>>>, u64> = BTreeMap::new();
    for document in documents {
        let mut bounds: Vec<(u64, usize, usize)> = Vec::new();
        let mut on: Vec<Option<Vec<usize>>> = vec![None; coders];
        for (coder, coded) in document.coders.iter().enumerate().take(coders) {
            let Some(coded) = coded else { continue };
            on[coder] = Some(Vec::new());
            for (code, spans) in by_code(document, coded, rule) {
                bounds.extend(
                    spans.iter().flat_map(|span| [(span.start, coder, code), (span.end, coder, code)]),
                );
            }
        }
        bounds.sort_unstable();
        let mut at = 0;
        for (bound, coder, code) in bounds {
            if bound > at {
                *alike.entry(on.clone()).or_default() += bound - at;
                at = bound;
            }
            toggle(&mut on, coder, code);
        }
        let units = document.division.units();
        if units > at {
            *alike.entry(on).or_default() += units - at;
        }
    }
    SetRatings::weighted(coders, alike.into_iter().collect())
}

/// A coder's set gains a code, or loses it.
fn toggle(on: &mut [Option<Vec<usize>>], coder: usize, code: usize) {
    let Some(set) = on.get_mut(coder).and_then(Option::as_mut) else { return };
    match set.binary_search(&code) {
        Ok(place) => {
            set.remove(place);
        }
        Err(place) => set.insert(place, code),
    }
}

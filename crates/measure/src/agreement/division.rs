//! The units of a document, and which of them a coder's spans code.
//!
//! Spans are carried over into the line of units ("units 7 to 12"), so that whatever counts characters
//! counts words, sentences or turns by the same code and without looking at each unit.

use super::spans::{Span, united};

/// When a unit counts as coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rule {
    /// At least one character is.
    #[default]
    Any,
    /// Strictly more than half of its characters are.
    Majority,
}

/// The units of a document, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    kind: Kind,
    units: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// Every character of these regions is a unit. `before[i]`: characters of the regions before region i.
    Characters { regions: Vec<Span>, before: Vec<u64> },
    /// Units with more than a character. Empty ones are counted and never coded.
    Listed(Vec<Span>),
    /// Units that overlap each other.
    Overlapping(Vec<Span>),
}

impl Division {
    /// Each character of the regions is a unit. Regions may be the whole document, the participants' turns,
    /// or the words (characters without white space).
    #[must_use]
    pub fn characters(regions: Vec<Span>) -> Division {
        let regions = united(regions);
        let mut before = Vec::with_capacity(regions.len());
        let mut units = 0;
        for region in &regions {
            before.push(units);
            units += region.len();
        }
        Division { kind: Kind::Characters { regions, before }, units }
    }

    /// The units are these: words, sentences, turns, or the one document.
    #[must_use]
    pub fn listed(list: Vec<Span>) -> Division {
        let units = list.len() as u64;
        let mut list: Vec<Span> = list.into_iter().filter(|unit| !unit.is_empty()).collect();
        list.sort_unstable();
        let apart = list.windows(2).all(|two| two[0].end <= two[1].start);
        let kind = if apart { Kind::Listed(list) } else { Kind::Overlapping(list) };
        Division { kind, units }
    }

    /// How many units there are.
    #[must_use]
    pub fn units(&self) -> u64 {
        self.units
    }

    /// The units that united spans code, as united spans of the line of units.
    #[must_use]
    pub fn coded(&self, spans: &[Span], rule: Rule) -> Vec<Span> {
        match &self.kind {
            Kind::Characters { regions, before } => characters(regions, before, spans),
            Kind::Listed(units) if rule == Rule::Any => touched(units, spans),
            Kind::Listed(units) => mostly_covered(units, spans),
            Kind::Overlapping(units) => one_by_one(units, spans, rule),
        }
    }

    /// For each span, in order of where they begin, the units that it touches, on the line of units. Spans
    /// may overlap. `None` where units overlap each other: a span then touches several stretches of them.
    pub(super) fn touched(&self, spans: &[Span]) -> Option<Vec<Span>> {
        Some(match &self.kind {
            Kind::Listed(units) => {
                let mut from = 0;
                let reached = spans.iter().map(|span| {
                    from = gallop(units, from, |unit| unit.end <= span.start);
                    let after = gallop(units, from, |unit| unit.start < span.end);
                    Span::new(from as u64, after as u64)
                });
                reached.collect()
            }
            Kind::Characters { regions, before } => {
                spans.iter().map(|span| carried(regions, before, span)).collect()
            }
            Kind::Overlapping(_) => return None,
        })
    }
}

/// The first place from `from` on where a condition that holds up to some place no longer does; near places
/// are tried first.
fn gallop(units: &[Span], from: usize, holds: impl Fn(&Span) -> bool) -> usize {
    let mut step = 1;
    while units.get(from + step - 1).is_some_and(&holds) {
        step *= 2;
    }
    let low = from + step / 2;
    let high = (from + step).min(units.len());
    low + units[low..high].partition_point(holds)
}

fn characters(regions: &[Span], before: &[u64], spans: &[Span]) -> Vec<Span> {
    united(spans.iter().map(|span| carried(regions, before, span)).collect())
}

/// A span on the line of characters.
fn carried(regions: &[Span], before: &[u64], span: &Span) -> Span {
    let rank = |at: u64| {
        let region = regions.partition_point(|region| region.end <= at);
        match regions.get(region) {
            Some(found) => before[region] + at.saturating_sub(found.start),
            None => before.last().zip(regions.last()).map_or(0, |(before, last)| before + last.len()),
        }
    };
    Span::new(rank(span.start), rank(span.end))
}

/// The units that a span touches, from the first to one past the last.
fn reach(units: &[Span], span: &Span) -> (usize, usize) {
    let first = units.partition_point(|unit| unit.end <= span.start);
    let after = first + units[first..].partition_point(|unit| unit.start < span.end);
    (first, after)
}

fn touched(units: &[Span], spans: &[Span]) -> Vec<Span> {
    let reached = spans.iter().map(|span| reach(units, span));
    united(reached.map(|(first, after)| Span::new(first as u64, after as u64)).collect())
}

fn mostly_covered(units: &[Span], spans: &[Span]) -> Vec<Span> {
    let mut coded = Vec::new();
    // The unit last reached by an end of a span, with how much of it is covered so far.
    let mut edge: Option<(usize, u64)> = None;
    let mut settle = |edge: Option<(usize, u64)>| {
        if let Some((unit, _)) = edge.filter(|(unit, cover)| 2 * cover > units[*unit].len()) {
            coded.push(Span::new(unit as u64, unit as u64 + 1));
        }
    };
    let mut inner = Vec::new();
    for span in spans {
        let (first, after) = reach(units, span);
        if first == after {
            continue;
        }
        for unit in if first + 1 == after { vec![first] } else { vec![first, after - 1] } {
            let cover = units[unit].overlap(span);
            edge = match edge {
                Some((before, sum)) if before == unit => Some((unit, sum + cover)),
                other => {
                    settle(other);
                    Some((unit, cover))
                }
            };
        }
        if first + 2 < after {
            inner.push(Span::new(first as u64 + 1, after as u64 - 1));
        }
    }
    settle(edge);
    coded.extend(inner);
    united(coded)
}

fn one_by_one(units: &[Span], spans: &[Span], rule: Rule) -> Vec<Span> {
    let is_coded = |unit: &Span| {
        let from = spans.partition_point(|span| span.end <= unit.start);
        let there = spans[from..].iter().take_while(|span| span.start < unit.end);
        let cover: u64 = there.map(|span| span.overlap(unit)).sum();
        match rule {
            Rule::Any => cover > 0,
            Rule::Majority => 2 * cover > unit.len(),
        }
    };
    let coded = units.iter().enumerate().filter(|(_, unit)| is_coded(unit));
    united(coded.map(|(place, _)| Span::new(place as u64, place as u64 + 1)).collect())
}

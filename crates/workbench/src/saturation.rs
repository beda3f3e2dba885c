//! Which code is in which interview, for the curve of new codes.

pub mod figure;
pub mod freeze;
pub mod later;
mod then;
pub mod today;

use crate::failure::Failure;
use crate::levels::{Ladder, LevelAsked};
pub use measure::saturation::{Claim, Guest, Incidence, Stopping};
use model::RecordId;
use model::basis::{Basis, Coders};
use model::op::Stamp;
use model::study::{Coding, Interview, Seen};
use model::value::Inclusion;
use std::collections::{BTreeMap, BTreeSet};

/// In which order the interviews are taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Order {
    /// By the date of the interview; those without one come last, in the order of the study.
    #[default]
    Date,
    /// By the first coding.
    Coding,
    /// These, and no others.
    List(Vec<RecordId>),
}

impl Order {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Order::Date => "date",
            Order::Coding => "coding",
            Order::List(_) => "list",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Whose codings.
    pub basis: Basis,
    /// The level of the code book.
    pub level: LevelAsked,
    /// The order.
    pub order: Order,
    /// True to take interviews in whose coding is not finished.
    pub with_unfinished: bool,
    /// True to count codes as each interview was coded when its coding was declared finished, instead of with
    /// the code book as it is now.
    pub as_coded: bool,
}

impl Asked {
    /// The final code book, the reference analysis, by date, at a level.
    #[must_use]
    pub fn at(level: LevelAsked) -> Asked {
        let basis = Basis::default();
        Asked { basis, level, order: Order::Date, with_unfinished: false, as_coded: false }
    }
}

/// One interview of the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The interview.
    pub interview: RecordId,
    /// Its codes at the level, in the order of the tree.
    pub codes: Vec<RecordId>,
    /// False while its coding goes on.
    pub finished: bool,
    /// Held to confirm saturation.
    pub confirming: bool,
    /// Where in history its coding was declared finished.
    pub since: Option<Stamp>,
}

/// The interviews in order, each with its codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// The interviews that count.
    pub counted: Vec<Counted>,
    /// Analysed interviews whose coding by the basis is not finished; counted only where that was asked for.
    pub unfinished: Vec<RecordId>,
    /// Analysed interviews that nobody of the basis has read.
    pub not_read: Vec<RecordId>,
    /// Interviews that were left out of the analysis.
    pub excluded: Vec<RecordId>,
    /// Interviews that would count and that a chosen order does not name.
    pub left_out: Vec<RecordId>,
    /// Interviews that count and have no date.
    pub undated: Vec<RecordId>,
    /// Codings below no code of the level: they are not counted.
    pub outside: usize,
    /// The codes met, in the order of the tree.
    pub codes: Vec<RecordId>,
}

/// An interview on its way into the grid.
struct Found<'a> {
    interview: Interview<'a>,
    codes: BTreeSet<RecordId>,
    first: Option<Stamp>,
    finished: bool,
    since: Option<Stamp>,
}

impl Grid {
    /// Gathers the grid as the lens shows it.
    ///
    /// # Errors
    /// When the study has no such level, or an order names an interview that does not count.
    pub fn gather(seen: &Seen<'_>, asked: &Asked) -> Result<Grid, Failure> {
        let ladder = Ladder::new(seen, asked.level)?;
        let mut grid = Grid::default();
        let mut found = Vec::new();
        for interview in seen.interviews() {
            if interview.status != Inclusion::Included {
                grid.excluded.push(interview.id);
                continue;
            }
            let codings = seen.codings_in(interview.id, &asked.basis);
            let Some(finished) = finished(seen, &interview, &codings, &asked.basis) else {
                grid.not_read.push(interview.id);
                continue;
            };
            if !finished {
                grid.unfinished.push(interview.id);
            }
            if finished || asked.with_unfinished {
                let of = |coding: &Coding<'_>| ladder.of(coding.code).to_vec();
                grid.outside += codings.iter().filter(|coding| ladder.of(coding.code).is_empty()).count();
                let hand = then::hand_of(seen, &interview, &asked.basis, &codings);
                let since = then::finished_since(seen, interview.id, &hand);
                let codes = if asked.as_coded {
                    then::codes(seen, interview.id, &hand, asked, since)
                } else {
                    codings.iter().flat_map(of).collect()
                };
                let first = codings.iter().filter_map(Coding::born).min();
                found.push(Found { interview, codes, first, finished, since });
            }
        }
        let counting: Vec<RecordId> = found.iter().map(|one| one.interview.id).collect();
        let found = ordered(seen, found, &asked.order)?;
        let named: BTreeSet<RecordId> = found.iter().map(|one| one.interview.id).collect();
        grid.left_out = counting.into_iter().filter(|id| !named.contains(id)).collect();
        let undated = found.iter().filter(|one| date(&one.interview).is_none());
        grid.undated = undated.map(|one| one.interview.id).collect();
        let rows = ladder.rows().iter().enumerate();
        let places: foldhash::HashMap<RecordId, usize> = rows.map(|(place, code)| (*code, place)).collect();
        let in_order = |codes: &BTreeSet<RecordId>| {
            let mut listed: Vec<RecordId> = codes.iter().copied().collect();
            // Codes that are in the tree no more come last: as each interview was coded, they count.
            listed.sort_by_key(|code| (places.get(code).copied().unwrap_or(usize::MAX), *code));
            listed
        };
        grid.codes = in_order(&found.iter().flat_map(|one| one.codes.iter().copied()).collect());
        grid.counted = found
            .iter()
            .map(|one| Counted {
                interview: one.interview.id,
                codes: in_order(&one.codes),
                finished: one.finished,
                confirming: one.interview.confirming,
                since: one.since,
            })
            .collect();
        Ok(grid)
    }

    /// The same as numbers: codes are indices into [`Grid::codes`].
    #[must_use]
    pub fn incidence(&self) -> Incidence {
        let place: BTreeMap<RecordId, usize> =
            self.codes.iter().enumerate().map(|(place, code)| (*code, place)).collect();
        let row =
            |counted: &Counted| counted.codes.iter().filter_map(|code| place.get(code).copied()).collect();
        Incidence::new(self.counted.iter().map(row).collect())
    }
}

/// Whether the coding of an interview is finished by the basis; `None` where nobody of the basis has read it.
fn finished(
    seen: &Seen<'_>,
    interview: &Interview<'_>,
    codings: &[Coding<'_>],
    basis: &Basis,
) -> Option<bool> {
    let finished: BTreeSet<RecordId> = interview.finished.iter().map(|(coder, _)| *coder).collect();
    let mut readers: BTreeSet<RecordId> = codings.iter().map(|coding| coding.coder).collect();
    match &basis.coders {
        // What was agreed on is finished when nothing is left to settle.
        Coders::Agreed => return Some(seen.is_reconciled(interview.id)),
        Coders::Reference if seen.is_reconciled(interview.id) => return Some(true),
        Coders::Only(coders) => {
            let named = coders.iter().map(|coder| seen.resolve(*coder));
            readers.extend(named.filter(|coder| finished.contains(coder)));
        }
        // Who coded in another layer has read it; where nobody coded, who would be the main coder and finished.
        Coders::Reference if readers.is_empty() => match seen.main_coder_of(interview.id) {
            Some(main) => readers.extend([main]),
            None => readers.extend(seen.silent_main_coders(interview)),
        },
        Coders::Reference => {}
        Coders::Everybody => readers.extend(finished.iter().copied()),
    }
    (!readers.is_empty()).then(|| readers.is_subset(&finished))
}

fn date<'a>(interview: &Interview<'a>) -> Option<&'a str> {
    interview.facts.and_then(|facts| facts.date.as_deref())
}

fn ordered<'a>(seen: &Seen<'_>, mut found: Vec<Found<'a>>, order: &Order) -> Result<Vec<Found<'a>>, Failure> {
    match order {
        // A stable sort: on the same day, the order of the study.
        Order::Date => found.sort_by_key(|one| (date(&one.interview).is_none(), date(&one.interview))),
        Order::Coding => found.sort_by_key(|one| (one.first.is_none(), one.first)),
        Order::List(list) => {
            let mut chosen = Vec::new();
            for id in list {
                let id = seen.resolve(*id);
                if chosen.iter().any(|one: &Found<'_>| one.interview.id == id) {
                    continue;
                }
                let Some(place) = found.iter().position(|one| one.interview.id == id) else {
                    let name = seen.interview(id).map_or("", |interview| interview.name);
                    return Err(Failure::NotCounted { interview: name.to_owned() });
                };
                chosen.push(found.remove(place));
            }
            return Ok(chosen);
        }
    }
    Ok(found)
}

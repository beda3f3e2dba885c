//! Going through the passages of a table: which falls into which cells.

use super::heads::Heads;
use super::incidence::{Incidence, Passage, are_near};
use super::meeting::Filter;
use super::table::Column;
use foldhash::HashMap;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use model::value::{Ask, Near};
use std::collections::BTreeSet;

/// The passages that a basis counts, with who speaks in each: read once, for any number of questions.
#[derive(Debug)]
pub struct Laid {
    interviews: Vec<Spoken>,
    /// Everybody who speaks in one, each once.
    pub(super) people: Vec<RecordId>,
    /// True for whoever speaks in one interview only, and is alone in it.
    pub(super) alone: Vec<bool>,
}

#[derive(Debug)]
struct Spoken {
    interview: RecordId,
    passages: Vec<Passage>,
    /// Who speaks in each passage, by place in [`Laid::people`].
    who: Vec<Vec<usize>>,
}

impl Laid {
    /// Lays out what a basis counts.
    #[must_use]
    pub fn of(seen: &Seen<'_>, basis: &Basis) -> Laid {
        let mut laid = Laid { interviews: Vec::new(), people: Vec::new(), alone: Vec::new() };
        let mut places: HashMap<RecordId, usize> = HashMap::default();
        for one in Incidence::of(seen, basis) {
            let known = laid.people.len();
            let mut place = |id: RecordId| {
                *places.entry(id).or_insert_with(|| {
                    laid.people.push(id);
                    laid.people.len() - 1
                })
            };
            let speak = |passage: &Passage| one.participants(seen, passage).into_iter();
            let who: Vec<Vec<usize>> =
                one.passages.iter().map(|passage| speak(passage).map(&mut place).collect()).collect();
            let here: BTreeSet<usize> = who.iter().flatten().copied().collect();
            laid.alone.resize(laid.people.len(), true);
            for person in &here {
                // Somebody who was met before, or beside others, may come into a cell again later.
                laid.alone[*person] = here.len() == 1 && *person >= known;
            }
            laid.interviews.push(Spoken { interview: one.interview.id, passages: one.passages, who });
        }
        laid
    }
}

/// A table that is asked for.
pub(super) struct Question {
    pub rows: Vec<RecordId>,
    pub columns: Vec<Column>,
    across: Across,
    /// In which rows a passage with a code falls.
    places: HashMap<RecordId, Vec<usize>>,
}

enum Across {
    Heads(Heads),
    Codes(Near),
}

/// Something that belongs into a cell.
pub(super) struct Found<'l> {
    /// The cell, by row and column.
    pub at: (usize, usize),
    /// The interview, counted from 1.
    pub interview: u32,
    pub passage: &'l Passage,
    /// Who speaks, by place in [`Laid::people`].
    pub people: &'l [usize],
}

impl Question {
    /// Nothing for a question whose answer is no table.
    pub fn of(seen: &Seen<'_>, ask: &Ask) -> Option<Question> {
        let (codes, columns) = match ask {
            Ask::Passages { .. } => return None,
            Ask::Cooccurrence { codes, near } => (codes, Err(*near)),
            Ask::Matrix { codes, columns } => (codes, Ok(*columns)),
        };
        let rows = rows(seen, codes);
        let places = falls_into(seen, &rows);
        Some(match columns {
            Err(near) => Question {
                columns: rows.iter().map(|row| Column::Code(*row)).collect(),
                across: Across::Codes(near),
                rows,
                places,
            },
            Ok(asked) => {
                let (columns, heads) = Heads::of(seen, asked);
                Question { columns, across: Across::Heads(heads), rows, places }
            }
        })
    }

    /// Tells of every passage and every cell that it falls into, by interview and in the order of each text. Of the
    /// words of others than is asked for nothing is told: they stand in no row, and can be met.
    pub fn walk(&self, laid: &Laid, filter: &Filter, mut add: impl FnMut(&Found<'_>)) {
        let asked: Vec<bool> = laid.people.iter().map(|person| filter.lets_one(*person)).collect();
        let mut met = Met { serial: 0, last: vec![0; self.columns.len()], columns: Vec::new() };
        for (interview, spoken) in (1..).zip(&laid.interviews) {
            let falls: Vec<&[usize]> = spoken.passages.iter().map(|one| self.falls(one)).collect();
            for (at, passage) in spoken.passages.iter().enumerate() {
                let people = spoken.who[at].as_slice();
                if falls[at].is_empty() || !(filter.lets_all() || people.iter().any(|one| asked[*one])) {
                    continue;
                }
                match &self.across {
                    Across::Heads(heads) => {
                        let own = people.iter().filter_map(|person| laid.people.get(*person));
                        met.columns.clear();
                        met.columns.extend(heads.under(spoken.interview, own));
                        met.columns.sort_unstable();
                        met.columns.dedup();
                    }
                    Across::Codes(near) => met.beside(spoken, &falls, (at, *near)),
                }
                for row in falls[at] {
                    let mut tell = |column: usize| {
                        add(&Found { at: (*row, column), interview, passage, people });
                    };
                    let diagonal = matches!(self.across, Across::Codes(_));
                    // On the diagonal stand all passages of the row.
                    if diagonal {
                        tell(*row);
                    }
                    met.columns.iter().filter(|column| !diagonal || *column != row).for_each(|at| tell(*at));
                }
            }
        }
    }

    fn falls(&self, passage: &Passage) -> &[usize] {
        self.places.get(&passage.code).map_or(&[], Vec::as_slice)
    }
}

/// The columns of a passage, each once.
struct Met {
    /// Which passage is looked at.
    serial: u32,
    /// The passage for which a column was met last.
    last: Vec<u32>,
    columns: Vec<usize>,
}

impl Met {
    /// The codes near a passage.
    fn beside(&mut self, spoken: &Spoken, falls: &[&[usize]], (at, near): (usize, Near)) {
        self.serial += 1;
        self.columns.clear();
        let (passages, of) = (&spoken.passages, &spoken.passages[at]);
        for (other, own) in passages.iter().zip(falls) {
            // Passages come in the order of the text: from here on they begin too far behind.
            if begins_behind(of, other, near) {
                break;
            }
            if own.is_empty() || other.coding == of.coding || !are_near(of, other, near) {
                continue;
            }
            for column in *own {
                if std::mem::replace(&mut self.last[*column], self.serial) != self.serial {
                    self.columns.push(*column);
                }
            }
        }
    }
}

/// True where a passage begins behind all that can be near another one, and so does whatever begins later.
fn begins_behind(of: &Passage, other: &Passage, near: Near) -> bool {
    match near {
        Near::Overlap => other.start >= of.end,
        Near::Turn => turns_behind(of, other) > 0,
        Near::Turns(most) => turns_behind(of, other) > most,
    }
}

fn turns_behind(of: &Passage, other: &Passage) -> u32 {
    of.turns.zip(other.turns).map_or(0, |((_, last), (first, _))| first.saturating_sub(last))
}

/// The codes in the order of the tree; all of them where none is named.
fn rows(seen: &Seen<'_>, codes: &[RecordId]) -> Vec<RecordId> {
    let wanted: BTreeSet<RecordId> = codes.iter().map(|code| seen.resolve(*code)).collect();
    let live = seen.codes().into_iter().filter(|node| !node.deleted);
    live.filter(|node| wanted.is_empty() || wanted.contains(&node.id)).map(|node| node.id).collect()
}

/// In which rows a passage with a code falls: that of the code, and those above it.
fn falls_into(seen: &Seen<'_>, rows: &[RecordId]) -> HashMap<RecordId, Vec<usize>> {
    let mut places: HashMap<RecordId, Vec<usize>> = HashMap::default();
    for (place, row) in rows.iter().enumerate() {
        for code in seen.code_with_descendants(*row) {
            places.entry(code).or_default().push(place);
        }
    }
    places
}

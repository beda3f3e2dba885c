//! Codes in rows against participants, interviews, the values of an attribute, or codes that they meet.

use super::incidence::{Incidence, Passage, are_near};
use super::meeting::{Filter, shown};
use foldhash::HashMap;
use model::RecordId;
use model::basis::Basis;
use model::study::{Participant, Seen};
use model::value::{Ask, AttributeIs, Columns, Inclusion, Near};
use std::collections::BTreeSet;

/// What a column stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A participant.
    Participant(RecordId),
    /// An interview.
    Interview(RecordId),
    /// A value of an attribute; `None` for those of whom nothing was said.
    Value(Option<String>),
    /// A code.
    Code(RecordId),
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The coded passages, in the order of interviews and texts.
    pub codings: Vec<RecordId>,
    /// How many passages they are: overlapping ones of one row count once.
    pub passages: usize,
    /// The participants in whose words they stand.
    pub people: BTreeSet<RecordId>,
}

/// The answer to a question that is a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The codes in the rows, in the order of the tree.
    pub rows: Vec<RecordId>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The cells in which something is, by row and column: of a thousand codes against themselves few are.
    pub cells: HashMap<(usize, usize), Cell>,
}

impl Table {
    /// A cell; nothing where nothing is in it.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.cells.get(&(row, column))
    }
}

/// The table that is asked for; an empty one for a question that has none.
#[must_use]
pub fn table(seen: &Seen<'_>, basis: &Basis, ask: &Ask, filters: &[AttributeIs]) -> Table {
    match ask {
        Ask::Passages { .. } => Table::default(),
        Ask::Cooccurrence { codes, near } => cooccurrence(seen, basis, codes, *near, filters),
        Ask::Matrix { codes, columns } => matrix(seen, basis, codes, *columns, filters),
    }
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

fn matrix(
    seen: &Seen<'_>,
    basis: &Basis,
    codes: &[RecordId],
    asked: Columns,
    filters: &[AttributeIs],
) -> Table {
    let rows = rows(seen, codes);
    let places = falls_into(seen, &rows);
    let heads = Heads::of(seen, asked);
    let (mut cells, filter) = (HashMap::default(), Filter::of(seen, filters));
    for one in Incidence::of(seen, basis) {
        let mut ends = Ends::default();
        for passage in &one.passages {
            let people = one.participants(seen, passage);
            if !filter.lets(&people) {
                continue;
            }
            let columns = heads.under(one.interview.id, &people);
            for row in places.get(&passage.code).into_iter().flatten() {
                for column in &columns {
                    add(&mut cells, &mut ends, (*row, *column), passage, &people);
                }
            }
        }
    }
    Table { rows, columns: heads.columns, cells }
}

/// Where the last passage of each cell ends, in one interview.
type Ends = HashMap<(usize, usize), u32>;

/// Passages come in the order of the text: one that begins before the last has ended is the same one.
fn add(
    cells: &mut HashMap<(usize, usize), Cell>,
    ends: &mut Ends,
    at: (usize, usize),
    passage: &Passage,
    people: &BTreeSet<RecordId>,
) {
    let (cell, end) = (cells.entry(at).or_default(), ends.entry(at).or_default());
    if passage.start >= *end {
        cell.passages += 1;
    }
    *end = passage.end.max(*end);
    cell.codings.push(passage.coding);
    cell.people.extend(people);
}

/// Passages of the row's code that meet one of the column's; on the diagonal, all of them.
fn cooccurrence(
    seen: &Seen<'_>,
    basis: &Basis,
    codes: &[RecordId],
    near: Near,
    filters: &[AttributeIs],
) -> Table {
    let rows = rows(seen, codes);
    let places = falls_into(seen, &rows);
    let (mut cells, filter) = (HashMap::default(), Filter::of(seen, filters));
    for one in Incidence::of(seen, basis) {
        let mut ends = Ends::default();
        for passage in &one.passages {
            let Some(own) = places.get(&passage.code) else { continue };
            let people = one.participants(seen, passage);
            if !filter.lets(&people) {
                continue;
            }
            let others = one.passages.iter().filter(|other| other.coding != passage.coding);
            let mut met: Vec<usize> = others
                .filter(|other| are_near(passage, other, near))
                .filter_map(|other| places.get(&other.code))
                .flatten()
                .copied()
                .collect();
            met.sort_unstable();
            met.dedup();
            for row in own {
                for column in met.iter().filter(|column| *column != row).chain([row]) {
                    add(&mut cells, &mut ends, (*row, *column), passage, &people);
                }
            }
        }
    }
    Table { columns: rows.iter().map(|row| Column::Code(*row)).collect(), rows, cells }
}

/// The columns, and whose passages fall under which.
struct Heads {
    columns: Vec<Column>,
    of_person: HashMap<RecordId, usize>,
    of_interview: HashMap<RecordId, usize>,
}

impl Heads {
    fn of(seen: &Seen<'_>, asked: Columns) -> Heads {
        let people: Vec<Participant<'_>> = {
            let all = seen.participants().into_iter();
            all.filter(|person| person.status == Inclusion::Included).collect()
        };
        let none = HashMap::default;
        match asked {
            Columns::Participant => Heads {
                columns: people.iter().map(|person| Column::Participant(person.id)).collect(),
                of_person: people.iter().enumerate().map(|(at, person)| (person.id, at)).collect(),
                of_interview: none(),
            },
            Columns::Interview => {
                let all = seen.interviews().into_iter();
                let analysed: Vec<RecordId> =
                    all.filter(|one| one.status == Inclusion::Included).map(|one| one.id).collect();
                Heads {
                    columns: analysed.iter().map(|id| Column::Interview(*id)).collect(),
                    of_person: none(),
                    of_interview: analysed.into_iter().enumerate().map(|(at, id)| (id, at)).collect(),
                }
            }
            Columns::Attribute(attribute) => Heads::of_values(seen, &people, attribute),
        }
    }

    /// One column for each value, numbers in the order of numbers; those without a value come last.
    fn of_values(seen: &Seen<'_>, people: &[Participant<'_>], attribute: RecordId) -> Heads {
        let attribute = seen.resolve(attribute);
        let value = |person: &Participant<'_>| {
            let known = person.attributes.iter().find(|(id, _)| seen.resolve(*id) == attribute);
            known.map(|(_, value)| shown(value)).filter(|value| !value.is_empty())
        };
        let mut values: Vec<Option<String>> = people.iter().map(value).collect();
        let number = |value: &Option<String>| value.as_ref().and_then(|value| value.parse::<f64>().ok());
        values.sort_by(|a, b| {
            let numbers = number(a).zip(number(b)).map(|(a, b)| a.total_cmp(&b));
            a.is_none().cmp(&b.is_none()).then(numbers.unwrap_or_else(|| a.cmp(b)))
        });
        values.dedup();
        let place = |person: &Participant<'_>| {
            let own = value(person);
            values.iter().position(|known| *known == own).map(|at| (person.id, at))
        };
        Heads {
            of_person: people.iter().filter_map(place).collect(),
            columns: values.into_iter().map(Column::Value).collect(),
            of_interview: HashMap::default(),
        }
    }

    /// The columns of a passage, each once.
    fn under(&self, interview: RecordId, people: &BTreeSet<RecordId>) -> BTreeSet<usize> {
        let own = people.iter().filter_map(|person| self.of_person.get(person));
        own.chain(self.of_interview.get(&interview)).copied().collect()
    }
}

//! Codes crossed with participants, interviews or a characteristic.

use super::basis::BasisAnswer;
use super::{code_path, interview_name};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::levels::{Ladder, LevelAsked};
use model::RecordId;
use model::basis::Basis;
use model::study::{Coding, Interview, Participant, Seen};
use model::value::{AttributeValue, Inclusion};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// Participants.
    Participants,
    /// Interviews.
    Interviews,
    /// The values of a characteristic; the last column holds those without one.
    Attribute(RecordId),
}

/// Codes by columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixAnswer {
    /// Whose codings.
    pub basis: BasisAnswer,
    /// What the rows are: `label`, `property`, `category` or `theme`.
    pub level: &'static str,
    /// The rows: paths of codes.
    pub rows: Vec<String>,
    /// The columns; an empty name stands for a characteristic that was not reported.
    pub cols: Vec<String>,
    /// `cells[row][column]`: passages. One code on overlapping passages counts once.
    pub cells: Vec<Vec<usize>>,
    /// `participants[row][column]`: in how many participants' words.
    pub participants: Vec<Vec<usize>>,
}

impl MatrixAnswer {
    /// The table as comma-separated values: a heading with the columns, a line for each code.
    #[must_use]
    pub fn csv(&self) -> String {
        let header = std::iter::once(self.level.to_owned()).chain(self.cols.iter().cloned());
        let rows = self.rows.iter().zip(&self.cells).map(|(row, cells)| {
            std::iter::once(row.clone()).chain(cells.iter().map(ToString::to_string)).collect()
        });
        super::export::lines(std::iter::once(header.collect()).chain(rows))
    }
}

/// The columns, and whose passages fall into which.
#[derive(Debug, Default)]
struct Heads {
    names: Vec<String>,
    of_person: HashMap<RecordId, usize>,
    of_interview: HashMap<RecordId, usize>,
}

#[derive(Debug, Clone, Default)]
struct Cell {
    passages: usize,
    people: BTreeSet<RecordId>,
}

/// Crosses codes with columns over the analysed interviews.
///
/// # Errors
/// When the study has no such level.
pub fn matrix(
    engine: &Engine,
    basis: &Basis,
    level: LevelAsked,
    columns: Columns,
) -> Result<MatrixAnswer, Failure> {
    let seen = engine.seen();
    let ladder = Ladder::new(&seen, level)?;
    let heads = Heads::new(&seen, columns);
    let mut cells: HashMap<RecordId, Vec<Cell>> = HashMap::new();
    for interview in analysed(&seen) {
        let codings = seen.codings_in(interview.id, basis);
        for (code, passages) in passages(&codings, &ladder) {
            let row = cells.entry(code).or_insert_with(|| vec![Cell::default(); heads.names.len()]);
            for (start, end) in passages {
                let place = model::text::Place { start, end, ..codings[0].place };
                let people = interview.participants_of(place).into_iter().map(|id| seen.resolve(id));
                let people: Vec<RecordId> = people.collect();
                for column in heads.of(interview.id, &people) {
                    row[column].passages += 1;
                    row[column].people.extend(people.iter().copied());
                }
            }
        }
    }
    let rows: Vec<RecordId> = ladder.rows().iter().copied().filter(|code| cells.contains_key(code)).collect();
    let table = |of: &dyn Fn(&Cell) -> usize| {
        rows.iter().map(|row| cells.get(row).into_iter().flatten().map(of).collect()).collect()
    };
    Ok(MatrixAnswer {
        basis: BasisAnswer::of(&seen, basis),
        level: level.as_str(),
        rows: rows.iter().map(|code| code_path(&seen, *code)).collect(),
        cells: table(&|cell| cell.passages),
        participants: table(&|cell| cell.people.len()),
        cols: heads.names,
    })
}

fn analysed<'a>(seen: &Seen<'a>) -> Vec<Interview<'a>> {
    let mut interviews = seen.interviews();
    interviews.retain(|interview| interview.status == Inclusion::Included);
    interviews
}

/// The passages of each code of the level: overlapping ones are one.
pub(super) fn passages(codings: &[Coding<'_>], ladder: &Ladder) -> BTreeMap<RecordId, Vec<(u32, u32)>> {
    let mut found: BTreeMap<RecordId, Vec<(u32, u32)>> = BTreeMap::new();
    // The codings come in the order of the text.
    for coding in codings {
        for code in ladder.of(coding.code) {
            let passages = found.entry(*code).or_default();
            match passages.last_mut() {
                Some((_, end)) if coding.place.start < *end => *end = (*end).max(coding.place.end),
                _ => passages.push((coding.place.start, coding.place.end)),
            }
        }
    }
    found
}

impl Heads {
    /// Every column there can be, in order.
    fn new(seen: &Seen<'_>, columns: Columns) -> Heads {
        let people: Vec<Participant<'_>> = included(seen);
        match columns {
            Columns::Interviews => {
                let interviews = analysed(seen);
                Heads {
                    names: interviews.iter().map(|one| interview_name(seen, one.id)).collect(),
                    of_interview: interviews.iter().enumerate().map(|(place, one)| (one.id, place)).collect(),
                    ..Heads::default()
                }
            }
            Columns::Participants => Heads {
                names: people.iter().map(|person| person.name.to_owned()).collect(),
                of_person: people.iter().enumerate().map(|(place, person)| (person.id, place)).collect(),
                ..Heads::default()
            },
            Columns::Attribute(attribute) => Heads::of_attribute(&people, attribute),
        }
    }

    /// One column for each value; those without one come last.
    fn of_attribute(people: &[Participant<'_>], attribute: RecordId) -> Heads {
        let mut values: Vec<Option<Value>> =
            people.iter().map(|person| value_of(&person.attributes, attribute)).collect();
        values.sort_by(|a, b| {
            a.is_none().cmp(&b.is_none()).then_with(|| Value::compare(a.as_ref(), b.as_ref()))
        });
        values.dedup();
        let column = |person: &Participant<'_>| {
            let own = value_of(&person.attributes, attribute);
            values.iter().position(|value| *value == own).map(|place| (person.id, place))
        };
        Heads {
            of_person: people.iter().filter_map(column).collect(),
            names: values.iter().map(|value| value.as_ref().map(Value::name).unwrap_or_default()).collect(),
            ..Heads::default()
        }
    }

    /// The columns of a passage in an interview, in the words of some people: each once.
    fn of(&self, interview: RecordId, people: &[RecordId]) -> BTreeSet<usize> {
        let by_interview = self.of_interview.get(&interview);
        people.iter().filter_map(|person| self.of_person.get(person)).chain(by_interview).copied().collect()
    }
}

fn included<'a>(seen: &Seen<'a>) -> Vec<Participant<'a>> {
    let mut people = seen.participants();
    people.retain(|person| person.status == Inclusion::Included);
    people
}

/// The value of a characteristic: numbers in the order of numbers, before texts.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Number(f64),
    Text(String),
}

impl Value {
    /// A total order, so that a table is the same whenever it is made.
    fn compare(a: Option<&Value>, b: Option<&Value>) -> Ordering {
        match (a, b) {
            (Some(Value::Number(a)), Some(Value::Number(b))) => a.total_cmp(b),
            (Some(Value::Text(a)), Some(Value::Text(b))) => a.cmp(b),
            (Some(Value::Number(_)), Some(Value::Text(_))) => Ordering::Less,
            (Some(Value::Text(_)), Some(Value::Number(_))) => Ordering::Greater,
            (a, b) => a.is_some().cmp(&b.is_some()),
        }
    }

    fn name(&self) -> String {
        match self {
            Value::Number(number) => number.to_string(),
            Value::Text(text) => text.clone(),
        }
    }
}

fn value_of(attributes: &[(RecordId, &AttributeValue)], attribute: RecordId) -> Option<Value> {
    match attributes.iter().find(|(id, _)| *id == attribute).map(|(_, value)| value)? {
        AttributeValue::Text(text) if text.is_empty() => None,
        AttributeValue::Text(text) => Some(Value::Text(text.clone())),
        AttributeValue::Number(number) => Some(Value::Number(*number)),
    }
}

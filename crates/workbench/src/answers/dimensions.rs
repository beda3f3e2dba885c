//! Where each participant stands on the dimensions of properties.

use super::basis::BasisAnswer;
use super::{code_path, participant_names};
use crate::engine::Engine;
use foldhash::HashMap;
use model::RecordId;
use model::basis::Basis;
use model::study::{Counting, Dimension, Seen, Standing};
use model::value::DimensionForm;
use serde::Serialize;
use std::collections::BTreeMap;

/// A property with its dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DimensionAnswer {
    /// The property.
    pub property: RecordId,
    /// Its path.
    pub path: String,
    /// `poles` or `ordered`.
    pub form: &'static str,
    /// The names of the values, from one end to the other.
    pub values: Vec<String>,
    /// Whose codings.
    pub basis: BasisAnswer,
    /// How many passages stand on it.
    pub passages: usize,
    /// Where each participant stands.
    pub participants: Vec<StandsAnswer>,
    /// Where nothing stands: values, or thirds of the way between two poles.
    pub empty: Vec<String>,
}

/// Where a participant stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandsAnswer {
    /// The pseudonym.
    pub participant: String,
    /// The places of the passages, in thousandths of the way, in order.
    pub at: Vec<u16>,
    /// The middle one of them.
    pub median: u16,
}

/// The dimensions of every property, in the order of the tree.
#[must_use]
pub fn dimensions(engine: &Engine, basis: &Basis) -> Vec<DimensionAnswer> {
    let seen = engine.seen();
    dimensions_of(&seen, basis, &seen.all_standings(), |_| true)
}

/// The dimensions of some properties, with what stands on each, in the order of the tree.
pub(crate) fn dimensions_of(
    seen: &Seen<'_>,
    basis: &Basis,
    standings: &HashMap<RecordId, Vec<Standing>>,
    wanted: impl Fn(RecordId) -> bool,
) -> Vec<DimensionAnswer> {
    let mut counting = seen.counting(basis);
    let answer = |node: &model::study::CodeNode| {
        let dimension = seen.dimension(node.id)?;
        let placed = standings.get(&node.id).map_or(&[][..], Vec::as_slice);
        Some(answer(seen, basis, (node.id, &dimension), placed, &mut counting))
    };
    let nodes = seen.codes().into_iter().filter(|node| !node.deleted && wanted(node.id));
    nodes.filter_map(answer).collect()
}

fn answer(
    seen: &Seen<'_>,
    basis: &Basis,
    (property, dimension): (RecordId, &Dimension<'_>),
    placed: &[Standing],
    counting: &mut Counting<'_, '_>,
) -> DimensionAnswer {
    let mut people: BTreeMap<RecordId, Vec<u16>> = BTreeMap::new();
    let mut all: Vec<u16> = Vec::new();
    for standing in placed {
        let Some(known) = seen.coding(standing.coding).filter(|coding| counting.counts(coding)) else {
            continue;
        };
        let Some(at) = dimension.along(standing.at) else { continue };
        let Some(interview) = seen.interview(known.interview) else { continue };
        all.push(at);
        for person in interview.participants_of(known.place) {
            people.entry(seen.resolve(person)).or_default().push(at);
        }
    }
    let stands = people.into_iter().filter_map(|(person, mut at)| {
        at.sort_unstable();
        let median = *at.get(at.len() / 2)?;
        let participant = participant_names(seen, &[person]).into_iter().next()?;
        Some(StandsAnswer { participant, at, median })
    });
    DimensionAnswer {
        property,
        path: code_path(seen, property),
        form: dimension.form.as_str(),
        values: dimension.values.iter().map(|(_, name)| (*name).to_owned()).collect(),
        basis: BasisAnswer::of(seen, basis),
        passages: all.len(),
        participants: stands.collect(),
        empty: empty(dimension, &all),
    }
}

/// The values, or thirds between two poles, on which nothing stands.
fn empty(dimension: &Dimension<'_>, at: &[u16]) -> Vec<String> {
    match dimension.form {
        DimensionForm::Ordered => {
            let last = dimension.values.len().saturating_sub(1).max(1);
            let place = |value: usize| u16::try_from(value * 1000 / last).unwrap_or(u16::MAX);
            let values = dimension.values.iter().enumerate();
            let free = values.filter(|(value, _)| !at.contains(&place(*value)));
            free.map(|(_, (_, name))| (*name).to_owned()).collect()
        }
        DimensionForm::Poles => {
            let name = |end: usize| dimension.values.get(end).map_or("", |(_, name)| name).to_owned();
            let thirds = [(0..334, name(0)), (334..667, "…".to_owned()), (667..1001, name(1))];
            let free = thirds.into_iter().filter(|(third, _)| !at.iter().any(|at| third.contains(at)));
            free.map(|(_, name)| name).collect()
        }
    }
}

//! Where each participant stands on the dimensions of properties.

use super::basis::BasisAnswer;
use super::{code_path, participant_names};
use crate::engine::Engine;
use model::RecordId;
use model::basis::Basis;
use model::study::{Dimension, Seen, Standing};
use model::value::DimensionForm;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

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
    let standings = seen.all_standings();
    let mut counting = Counting::new();
    let answer = |node: &model::study::CodeNode| {
        let dimension = seen.dimension(node.id)?;
        let placed = standings.get(&node.id).map_or(&[][..], Vec::as_slice);
        Some(answer(&seen, basis, (node.id, &dimension), placed, &mut counting))
    };
    seen.codes().into_iter().filter(|node| !node.deleted).filter_map(answer).collect()
}

/// The codings of each interview that the basis counts: looked up once for all dimensions.
type Counting = HashMap<RecordId, HashSet<RecordId>>;

fn answer(
    seen: &Seen<'_>,
    basis: &Basis,
    (property, dimension): (RecordId, &Dimension<'_>),
    placed: &[Standing],
    counting: &mut Counting,
) -> DimensionAnswer {
    let mut people: BTreeMap<RecordId, Vec<u16>> = BTreeMap::new();
    let mut all: Vec<u16> = Vec::new();
    let counted = counted(seen, basis, dimension, placed, counting);
    for (coding, at) in &counted {
        let Some(known) = seen.coding(*coding) else { continue };
        let Some(interview) = seen.interview(known.interview) else { continue };
        all.push(*at);
        for person in interview.participants_of(known.place) {
            people.entry(seen.resolve(person)).or_default().push(*at);
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

/// The passages that stand on a dimension and that the basis counts, with how far along they stand.
fn counted(
    seen: &Seen<'_>,
    basis: &Basis,
    dimension: &Dimension<'_>,
    placed: &[Standing],
    counting: &mut Counting,
) -> Vec<(RecordId, u16)> {
    let mut found = Vec::new();
    for standing in placed {
        let Some(coding) = seen.coding(standing.coding) else { continue };
        let counts = counting
            .entry(coding.interview)
            .or_insert_with(|| seen.codings_in(coding.interview, basis).iter().map(|one| one.id).collect());
        if let Some(at) = dimension.along(standing.at).filter(|_| counts.contains(&standing.coding)) {
            found.push((standing.coding, at));
        }
    }
    found
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

//! Codes that come together.

use super::basis::BasisAnswer;
use super::code_path;
use super::matrix::passages;
use crate::comparison::Line;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::levels::{Ladder, LevelAsked};
use measure::agreement::division::{Division, Rule};
use measure::agreement::spans::{Span, meetings, shared, united};
use model::RecordId;
use model::basis::Basis;
use model::value::Inclusion;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What two codes must share to come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    /// A turn of a participant.
    Turn,
    /// At least one character.
    Overlap,
}

/// Codes by codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CooccurrenceAnswer {
    /// Whose codings.
    pub basis: BasisAnswer,
    /// `turn` or `overlap`.
    pub unit: &'static str,
    /// The codes, by path.
    pub codes: Vec<String>,
    /// `cells[i][j]`: turns with both codes, or pairs of passages that overlap; on the diagonal, turns or
    /// passages with the code.
    pub cells: Vec<Vec<usize>>,
}

/// Counts how often codes come together in the analysed interviews.
///
/// # Errors
/// When the study has no such level.
pub fn cooccurrence(
    engine: &Engine,
    basis: &Basis,
    together: Together,
) -> Result<CooccurrenceAnswer, Failure> {
    let seen = engine.seen();
    let ladder = Ladder::new(&seen, LevelAsked::Label)?;
    let mut counts: BTreeMap<(RecordId, RecordId), usize> = BTreeMap::new();
    for interview in seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included) {
        let turns = Division::listed(Line::of(&interview, false).turns());
        let line = Line::of(&interview, false);
        let codings = seen.codings_in(interview.id, basis);
        let found: Vec<(RecordId, Vec<Span>)> = passages(&codings, &ladder)
            .into_iter()
            .map(|(code, passages)| (code, units(&passages, &line, &turns, together)))
            .collect();
        for (place, (first, a)) in found.iter().enumerate() {
            *counts.entry((*first, *first)).or_default() += size(a, a, together);
            for (second, b) in &found[place + 1..] {
                let n = size(a, b, together);
                for pair in [(*first, *second), (*second, *first)] {
                    *counts.entry(pair).or_default() += n;
                }
            }
        }
    }
    let used: BTreeSet<RecordId> = counts.keys().map(|(code, _)| *code).collect();
    let codes: Vec<RecordId> = ladder.rows().iter().copied().filter(|code| used.contains(code)).collect();
    let cell = |a: &RecordId, b: &RecordId| counts.get(&(*a, *b)).copied().unwrap_or_default();
    Ok(CooccurrenceAnswer {
        basis: BasisAnswer::of(&seen, basis),
        unit: match together {
            Together::Turn => "turn",
            Together::Overlap => "overlap",
        },
        codes: codes.iter().map(|code| code_path(&seen, *code)).collect(),
        cells: codes.iter().map(|a| codes.iter().map(|b| cell(a, b)).collect()).collect(),
    })
}

/// The turns that passages touch, or the passages themselves.
fn units(passages: &[(u32, u32)], line: &Line, turns: &Division, together: Together) -> Vec<Span> {
    match together {
        Together::Overlap => {
            passages.iter().map(|(start, end)| Span::new((*start).into(), (*end).into())).collect()
        }
        Together::Turn => {
            let carried = passages.iter().map(|(start, end)| line.carry((*start).into(), (*end).into()));
            turns.coded(&united(carried.collect()), Rule::Any)
        }
    }
}

/// Turns in common, or pairs of passages that overlap.
fn size(a: &[Span], b: &[Span], together: Together) -> usize {
    match together {
        Together::Turn => usize::try_from(shared(a, b)).unwrap_or(usize::MAX),
        Together::Overlap => meetings(a, b).count(),
    }
}

//! The tree of codes, with counts.

use super::basis::CountedBasis;
use crate::engine::Engine;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use model::value::{CodeSource, Density};
use serde::Serialize;

/// A code of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeAnswer {
    /// The code.
    pub id: RecordId,
    /// Names from the top, separated by ` / `.
    pub path: String,
    /// `label`, `property`, `category` or `core`.
    pub level: &'static str,
    /// `experiential` or `thematic`.
    pub layer: &'static str,
    /// Index in the palette.
    pub colour: u16,
    /// What it means; empty where nothing was written.
    pub definition: String,
    /// True when the name is the participant's own words.
    pub in_vivo: bool,
    /// Passages with the code itself, by the basis; overlapping ones count once.
    pub own: usize,
    /// Passages with the code or one below it.
    pub total: usize,
    /// In how many participants' words it, or one below it, was seen.
    pub participants: usize,
    /// `emergent`, or `a_priori` for a code of the reading grid.
    pub source: &'static str,
    /// Its rank in the reading grid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<u32>,
    /// What the analyst says of a category: `dense`, `to_develop`; nothing where nothing was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub density: Option<&'static str>,
    /// What the counts rest on.
    pub basis: CountedBasis,
    /// True for a code that was deleted and is still in use.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub deleted: bool,
}

/// The codes, parents before children.
#[must_use]
pub fn codes(engine: &Engine, basis: &Basis) -> Vec<CodeAnswer> {
    codes_of(&engine.seen(), basis)
}

/// The codes of a study, as it is or was.
pub(super) fn codes_of(seen: &Seen<'_>, basis: &Basis) -> Vec<CodeAnswer> {
    let counts = seen.counts(basis);
    let printed = CountedBasis::of(seen, basis, &counts);
    let answer = |node: &model::study::CodeNode| {
        let count = counts.of(node.id);
        let origin = seen.code_origin(node.id);
        let (density, _) = seen.density(node.id);
        CodeAnswer {
            id: node.id,
            path: node.path.clone(),
            level: node.level.as_str(),
            layer: node.layer.as_str(),
            colour: node.hue,
            definition: node.definition.clone(),
            in_vivo: node.in_vivo,
            own: count.own,
            total: count.total,
            participants: count.participants.len(),
            source: origin.map_or(CodeSource::Emergent, |origin| origin.source).as_str(),
            priority: origin.and_then(|origin| origin.priority),
            density: (density != Density::Unsaid).then(|| density.as_str()),
            basis: printed.clone(),
            deleted: node.deleted,
        }
    };
    seen.codes().into_iter().map(answer).collect()
}

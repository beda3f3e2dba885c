//! *Points à consolider*, each with the place that it leads to.

use super::basis::BasisAnswer;
use crate::engine::Engine;
use crate::gaps::{GapKind, gaps as find};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::value::Method;
use serde::Serialize;

/// What a theory still lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapsAnswer {
    /// Whose codings the counts rest on.
    pub basis: BasisAnswer,
    /// How many gaps there are of each kind; those without any left out.
    pub counts: Vec<GapCount>,
    /// The gaps, by kind.
    pub gaps: Vec<GapAnswer>,
}

/// How many gaps there are of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapCount {
    /// The kind.
    pub kind: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// How many.
    pub n: usize,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapAnswer {
    /// What is missing: `no_relation`, `used_once`…
    pub kind: &'static str,
    /// The record to go to.
    pub record: RecordId,
    /// Its kind: `code`, `relation` or `clause`.
    pub record_kind: &'static str,
    /// What it is called.
    pub name: String,
    /// What is missing, in a sentence.
    pub text: String,
    /// What else the sentence names: a participant, an interview, the code above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<RecordId>,
}

/// Everything that is missing, by a basis.
#[must_use]
pub fn gaps(engine: &Engine, lang: Lang, method: Method, basis: &Basis) -> GapsAnswer {
    let seen = engine.seen();
    let found = find(&seen, basis);
    let count = |kind: &GapKind| {
        let n = found.iter().filter(|gap| gap.kind == *kind).count();
        (n > 0).then(|| GapCount { kind: kind.as_str(), title: wording::gap_title(lang, method, *kind), n })
    };
    GapsAnswer {
        basis: BasisAnswer::of(&seen, basis),
        counts: GapKind::ALL.iter().filter_map(count).collect(),
        gaps: found
            .iter()
            .map(|gap| GapAnswer {
                kind: gap.kind.as_str(),
                record: gap.record,
                record_kind: seen.kind(gap.record).as_str(),
                name: wording::record_name(lang, &seen, gap.record),
                text: wording::gap(lang, &seen, gap),
                other: gap.other,
            })
            .collect(),
    }
}

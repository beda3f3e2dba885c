//! How far two coders agree, in two figures: for pages that only mention it.

use super::compare::means;
use super::{Looking, member_name};
use crate::comparison::{Asked, Ground, Rule, Segmentations, Unit, segment};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::levels::LevelAsked;
use model::RecordId;
use serde::Serialize;

/// How far two coders agree, by turn of the participants.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgreementRow {
    /// The coders.
    pub coders: (String, String),
    /// Interviews that both read.
    pub interviews: usize,
    /// Turns that were compared.
    pub n_units: u64,
    /// Cohen's kappa, the mean over the codes for which it is defined; null where it is for none.
    pub cohen_kappa: Option<f64>,
    /// Positive agreement, likewise.
    pub positive_agreement: Option<f64>,
}

/// How far two coders agree on all analysed interviews that both read.
///
/// # Errors
/// When a text cannot be read.
pub fn of_pair(engine: &mut Engine, coders: [RecordId; 2]) -> Result<AgreementRow, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let asked = Asked {
        coders: coders.to_vec(),
        unit: Unit::Turn,
        rule: Rule::Any,
        interviews: Vec::new(),
        level: LevelAsked::Label,
        layer: None,
        with_interviewer: false,
    };
    let ground = Ground::gather(&seen, &asked)?;
    let mut segmented = Segmentations::default();
    segment(engine, &ground, &[asked.unit], &mut segmented)?;
    let found = ground.compare(asked.unit, asked.rule, &segmented)?;
    let mean = means(&found, ground.coders.len()).measures;
    let [first, second] = coders.map(|coder| member_name(&seen, coder));
    Ok(AgreementRow {
        coders: (first, second),
        interviews: ground.documents.len(),
        n_units: found.units,
        cohen_kappa: mean.of("cohen_kappa").ok(),
        positive_agreement: mean.of("positive_agreement").ok(),
    })
}

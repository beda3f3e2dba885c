//! Whose work counts: every figure names the basis it rests on.

use crate::RecordId;
use crate::value::Layer;
use serde::{Deserialize, Serialize};

/// Which codings a figure rests on. Layers are never mixed unless `layer` says any.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Basis {
    /// Whose codings.
    pub coders: Coders,
    /// One layer, or any.
    pub layer: Option<Layer>,
}

/// Whose codings a figure counts.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coders {
    /// The reference analysis: the agreed layer where an interview is reconciled, else its main coder.
    #[default]
    Reference,
    /// What the coders agreed on, and nothing where they did not.
    Agreed,
    /// These coders, together: overlapping passages with one code still count once.
    Only(Vec<RecordId>),
    /// Everybody: for lists of codings, never for counts.
    Everybody,
}

impl Basis {
    /// Everybody's codings in every layer.
    #[must_use]
    pub fn everything() -> Basis {
        Basis { coders: Coders::Everybody, layer: None }
    }
}

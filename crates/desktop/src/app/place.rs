//! Where one was in a study, kept by this machine for the next time.

use model::RecordId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The place in one study.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StudyPlace {
    /// The codes that have a digit of their own.
    pub favourites: BTreeMap<u8, RecordId>,
    /// The interview that was open.
    pub interview: Option<RecordId>,
    /// The code whose passages were listed.
    pub code: Option<RecordId>,
    /// One coded in the thematic layer.
    pub thematic: bool,
    /// Only the layer that one codes in was shown.
    pub layers_apart: bool,
    /// The scalar at the top of the text.
    pub top: usize,
}

//! Where one was in a study, kept by this machine for the next time.

use crate::interviews_panel::Order;
use model::RecordId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The place in one study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The warning about a synchronised folder was given.
    pub warned: bool,
    /// Turns were numbered.
    pub turn_numbers: bool,
    /// A text is to be read twice before it is coded.
    pub asks_readings: bool,
    /// The order of the interviews.
    pub order: Order,
    /// Searches that are kept: they are a way of working on this machine, not a part of the study.
    pub searches: Vec<String>,
    /// The scalar at the top of the text.
    pub top: usize,
}

impl Default for StudyPlace {
    fn default() -> StudyPlace {
        StudyPlace {
            favourites: BTreeMap::new(),
            interview: None,
            code: None,
            thematic: false,
            layers_apart: false,
            warned: false,
            turn_numbers: false,
            asks_readings: true,
            order: Order::default(),
            searches: Vec::new(),
            top: 0,
        }
    }
}

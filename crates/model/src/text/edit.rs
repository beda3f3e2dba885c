//! Edits: what turns one revision's text into the next.
use serde::{Deserialize, Serialize};

/// What turns one text into another: splices in ascending order of the old text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Edit {
    /// The splices.
    #[serde(rename = "s")]
    pub splices: Vec<Splice>,
}

/// One replacement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Splice {
    /// Offset in the old text.
    #[serde(rename = "a")]
    pub at: u32,
    /// How many scalars go.
    #[serde(rename = "d")]
    pub delete: u32,
    /// How many come.
    #[serde(rename = "i")]
    pub insert: u32,
    /// The words that come; `None` once purged.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Edit {
    /// The same edit without its words.
    #[must_use]
    pub fn blank(&self) -> Edit {
        let splices = self.splices.iter().map(|splice| Splice { words: None, ..splice.clone() }).collect();
        Edit { splices }
    }
}

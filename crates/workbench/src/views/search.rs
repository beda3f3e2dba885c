//! What a search can be narrowed by.

use model::RecordId;
use model::value::AttributeValue;
use std::sync::Arc;

/// The choices of the search step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SearchView {
    /// What participants are described by, each with the values that occur.
    pub attributes: Arc<[AttributeChoices]>,
    /// The words that are left out of lists of words, as they are written.
    pub stop_words: Arc<str>,
    /// The list that the program brings.
    pub shipped_stop_words: Arc<str>,
}

/// A characteristic and its values.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeChoices {
    /// The attribute.
    pub id: RecordId,
    /// Its heading.
    pub name: String,
    /// The values that occur, with how they are shown.
    pub values: Vec<(AttributeValue, String)>,
}

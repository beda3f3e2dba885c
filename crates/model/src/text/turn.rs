//! A speaker's turn in a transcript.

use serde::{Deserialize, Serialize};

/// One utterance and who said it.
///
/// `text[start..end]` is the utterance alone: no label, no separator, no outer white space. Labels and
/// headers belong to no turn, so they are neither searched nor counted as speech.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Turn {
    /// The label as written in the transcript, without its separator; empty where there is none.
    pub speaker: String,
    /// First scalar of the utterance.
    pub start: u32,
    /// One past the last scalar of the utterance; equal to `start` for an empty one.
    pub end: u32,
    /// When the utterance begins, in milliseconds from the start of the recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<u32>,
}

//! What the example study holds.

use crate::demo::{CODERS, Summary, TITLE};
use serde::Serialize;
use std::path::Path;

/// The example study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoAnswer {
    /// The project file.
    pub project: String,
    /// The study's title.
    pub title: &'static str,
    /// Its interviews.
    pub interviews: Vec<DemoInterview>,
    /// How many codes.
    pub codes: usize,
    /// In how many interviews both coded.
    pub double_coded: usize,
    /// The passages of those interviews; overlapping ones of one coder are one.
    pub passages: DemoPassages,
}

/// An interview of the example study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoInterview {
    /// The file it came from.
    pub file: String,
    /// Words spoken in its turns.
    pub words: usize,
    /// Its turns.
    pub turns: usize,
}

/// What two coders marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoPassages {
    /// By both: the passages overlap.
    pub both: usize,
    /// By one coder only.
    pub only: Vec<CoderPassages>,
}

/// What only one coder marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoderPassages {
    /// The coder.
    pub coder: &'static str,
    /// How many passages.
    pub n: usize,
}

/// What the example study in `project` holds.
#[must_use]
pub fn demo(project: &Path, summary: &Summary) -> DemoAnswer {
    let interview = |(file, words, turns): &(String, usize, usize)| DemoInterview {
        file: file.clone(),
        words: *words,
        turns: *turns,
    };
    let passages = summary.passages;
    let only = [passages.only_first, passages.only_second];
    let only = CODERS.iter().zip(only).map(|((coder, _), n)| CoderPassages { coder, n });
    DemoAnswer {
        project: project.to_string_lossy().into_owned(),
        title: TITLE,
        interviews: summary.interviews.iter().map(interview).collect(),
        codes: summary.codes,
        double_coded: summary.double_coded,
        passages: DemoPassages { both: passages.both, only: only.collect() },
    }
}

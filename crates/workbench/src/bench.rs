//! How long the main operations take on a project, beside what the disk takes by itself.
//!
//! Everything is done to copies in a folder beside the project, so on the same disk; the project itself
//! is only read. The operations are those of a window: nothing is measured that a user does not wait for.

mod acts;
mod corrections;
mod custody;
mod desk;
mod frames;
mod ground;
mod memory;
mod opening;
mod report;
mod scratch;

pub use opening::{Opened, Probe, probe};
pub use report::{Goal, Machine, Measure, Report, Size, Statistic, Unit};

use crate::env::Env;
use crate::failure::Failure;
use crate::generate::{Plan, generate};
use report::Sheet;
use scratch::Scratch;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

/// How much is done to measure.
#[derive(Debug, Clone)]
pub struct Options {
    /// How often the project is opened.
    pub openings: usize,
    /// How many single acts are timed.
    pub acts: usize,
    /// How many codings the bulk operation makes.
    pub bulk: usize,
    /// How many operations the merged copy brings.
    pub merged: usize,
    /// How many corrections one interview gets.
    pub corrections: usize,
    /// How many words that interview has.
    pub words: NonZeroU32,
    /// How many codings that interview has.
    pub codings: usize,
    /// How a process of its own is started to open the project and tell its memory; without it the
    /// project is opened here and the memory is not measured.
    pub probe: Option<Probe>,
    /// Only this part, by the name that `progress` tells; everything where `None`.
    pub only: Option<String>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            openings: 5,
            acts: 500,
            bulk: 20_000,
            merged: 20_000,
            corrections: 1000,
            words: NonZeroU32::new(10_000).unwrap_or(NonZeroU32::MIN),
            codings: 2000,
            probe: None,
            only: None,
        }
    }
}

impl Options {
    /// Refuses what would measure nothing, before anything is copied.
    fn sound(&self) -> Result<(), BenchError> {
        match &self.only {
            Some(only) if PARTS.iter().all(|(name, _)| name != only) => {
                let known = PARTS.map(|(name, _)| name).join(", ");
                Err(BenchError::NoSuchPart { name: only.clone(), known })
            }
            _ => Ok(()),
        }
    }
}

/// Why a project could not be measured.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BenchError {
    /// The project could not be opened, or an operation failed.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// The copies could not be made or read.
    #[error("{path}: {source}")]
    Files {
        /// What was to be written or read.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is no part of that name.
    #[error("there is no part `{name}`, only {known}")]
    NoSuchPart {
        /// What was asked for.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// The project has no participant's words or no code: nothing can be coded in it.
    #[error("the project has nothing to code, or no code")]
    NothingToCode,
    /// The process that opens the project did not tell what it measured.
    #[error("the process that was to open the project said: {said}")]
    Probe {
        /// What it said instead.
        said: String,
    },
    /// An operation behind the window was refused.
    #[error("{said}")]
    Refused {
        /// The sentence that a window would show.
        said: String,
    },
    /// The engine's thread stopped or did not answer.
    #[error("the project did not answer")]
    NoAnswer,
}

/// Measures a project. `progress` learns the name of each measure before it is taken.
///
/// # Errors
/// When the project cannot be opened or copied, or an operation fails.
pub fn run(project: &Path, options: &Options, mut progress: impl FnMut(&str)) -> Result<Report, BenchError> {
    options.sound()?;
    let scratch = Scratch::beside(project)?;
    let sheet = measure(project, &scratch, options, &mut progress)?;
    Ok(report::report(sheet, Env::system().now()))
}

/// What a study ten times as large costs.
#[derive(Debug, serde::Serialize)]
pub struct Growth {
    /// The smaller study.
    pub small: Report,
    /// The larger one.
    pub large: Report,
    /// How many times as many interviews the larger one has.
    pub factor: f64,
    /// For each measure, how many times as long (by the median) it took in the larger one.
    pub ratios: Vec<(&'static str, f64)>,
}

/// Measures two synthetic studies of 50 and 500 interviews, made in `folder` and removed afterwards.
///
/// # Errors
/// When they cannot be made, or an operation fails.
pub fn growth(
    folder: &Path,
    options: &Options,
    mut progress: impl FnMut(&str),
) -> Result<Growth, BenchError> {
    options.sound()?;
    let mut of = |interviews: u32| {
        let scratch = Scratch::beside(&folder.join("growth"))?;
        let project = scratch.file("growth");
        generate(&project, &plan_of(interviews), |_, _| ())?;
        let sheet = measure(&project, &scratch, options, &mut progress)?;
        Ok::<Report, BenchError>(report::report(sheet, Env::system().now()))
    };
    let (small, large) = (of(50)?, of(500)?);
    let ratios = report::ratios(&small, &large);
    Ok(Growth { small, large, factor: 10.0, ratios })
}

fn plan_of(interviews: u32) -> Plan {
    let some = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
    Plan {
        interviews: some(interviews),
        words: some(10_000),
        codes: some(400),
        codings: 100 * interviews,
        coders: some(4),
        seed: 1,
    }
}

fn measure(
    project: &Path,
    scratch: &Scratch,
    options: &Options,
    progress: &mut dyn FnMut(&str),
) -> Result<Sheet, BenchError> {
    let mut sheet = Sheet::new(ground::size(project)?);
    for (name, part) in
        PARTS.iter().filter(|(name, _)| options.only.as_deref().is_none_or(|only| only == *name))
    {
        progress(name);
        part(&Part { project, scratch, options }, &mut sheet)?;
    }
    Ok(sheet)
}

/// What a part of the measuring works with.
struct Part<'p> {
    project: &'p Path,
    scratch: &'p Scratch,
    options: &'p Options,
}

impl Part<'_> {
    /// A copy of the project, for this part alone.
    fn copy(&self, name: &str) -> Result<PathBuf, BenchError> {
        self.scratch.copy_of(self.project, name)
    }
}

type Measuring = fn(&Part<'_>, &mut Sheet) -> Result<(), BenchError>;

/// The parts by name, in the order in which they are measured.
const PARTS: [(&str, Measuring); 7] = [
    ("open", opening::measure),
    ("apply", acts::measure),
    ("bulk", frames::bulk),
    ("correct", corrections::measure),
    ("merge", custody::merge),
    ("desk", desk::measure),
    ("backup", custody::backup),
];

#[cfg(test)]
mod tests;

//! What was measured, on which machine, and whether it is as fast as it should be.

use super::memory;
use model::Timestamp;
use serde::Serialize;
use std::time::Duration;

/// Everything that was measured of one project.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// When, in UTC.
    pub at: String,
    /// On what.
    pub machine: Machine,
    /// How large the project is.
    pub size: Size,
    /// The measures, in the order in which they were taken.
    pub measures: Vec<Measure>,
}

/// The machine.
#[derive(Debug, Clone, Serialize)]
pub struct Machine {
    /// The processor's name, where the system tells.
    pub processor: Option<String>,
    /// How many threads it runs at once.
    pub processors: usize,
    /// Memory in MiB, where the system tells.
    pub memory_mib: Option<u64>,
    /// The system's name.
    pub system: String,
    /// True for a build without optimisation, whose figures say nothing.
    pub debug_build: bool,
}

/// How large a project is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Interviews.
    pub interviews: usize,
    /// Codes.
    pub codes: usize,
    /// Codings.
    pub codings: usize,
    /// Coders: the members of the team.
    pub coders: usize,
    /// Operations in the journal.
    pub operations: usize,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// One thing that was measured, several times as a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// What it is, in the order's words: `apply_code`.
    pub id: &'static str,
    /// In what it is told.
    pub unit: Unit,
    /// How often it was measured.
    pub count: usize,
    /// Half of the times it was not more.
    pub p50: f64,
    /// In 95 of 100 times it was not more.
    pub p95: f64,
    /// It was never more.
    pub max: f64,
    /// What it should stay under.
    pub goal: Option<Goal>,
    /// Whether it does.
    pub reached: Option<bool>,
}

/// What a measure should stay under.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Goal {
    /// Which of its figures.
    pub of: Statistic,
    /// The bound, in the measure's unit.
    pub under: f64,
}

/// A figure of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statistic {
    /// The 95th percentile.
    P95,
    /// The greatest.
    Max,
}

/// In what a measure is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Milliseconds.
    Ms,
    /// Mebibytes.
    Mib,
}

impl Goal {
    /// A bound for the 95th percentile.
    pub(super) fn p95(under: f64) -> Option<Goal> {
        Some(Goal { of: Statistic::P95, under })
    }

    /// A bound for the greatest.
    pub(super) fn max(under: f64) -> Option<Goal> {
        Some(Goal { of: Statistic::Max, under })
    }
}

/// Measures being taken.
#[derive(Debug)]
pub(super) struct Sheet {
    size: Size,
    measures: Vec<Measure>,
}

impl Sheet {
    pub fn new(size: Size) -> Sheet {
        Sheet { size, measures: Vec::new() }
    }

    /// Notes how long something took each time.
    pub fn times(&mut self, id: &'static str, times: &[Duration], goal: Option<Goal>) {
        let times = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
        self.note(id, Unit::Ms, times, goal);
    }

    /// Notes sizes in bytes.
    pub fn sizes(&mut self, id: &'static str, bytes: &[u64], goal: Option<Goal>) {
        #[allow(clippy::cast_precision_loss)] // a size told with a few digits
        let mebibytes = bytes.iter().map(|bytes| *bytes as f64 / f64::from(1 << 20)).collect();
        self.note(id, Unit::Mib, mebibytes, goal);
    }

    /// Notes how much longer one thing took than another by the 95th percentile, each as noted before.
    pub fn difference(&mut self, id: &'static str, longer: &str, shorter: &str, goal: Option<Goal>) {
        let of = |id: &str| self.measures.iter().find(|measure| measure.id == id).cloned();
        if let (Some(longer), Some(shorter)) = (of(longer), of(shorter)) {
            let (p50, p95, max) =
                (longer.p50 - shorter.p50, longer.p95 - shorter.p95, longer.max - shorter.max);
            let measure = Measure { id, p50, p95, max, goal, reached: None, ..longer };
            self.measures.push(Measure { reached: reached(&measure), ..measure });
        }
    }

    fn note(&mut self, id: &'static str, unit: Unit, mut values: Vec<f64>, goal: Option<Goal>) {
        values.sort_unstable_by(f64::total_cmp);
        let at = |percent: usize| {
            let last = values.len().saturating_sub(1);
            round(values.get((values.len() * percent / 100).min(last)).copied().unwrap_or_default())
        };
        let measure = Measure {
            id,
            unit,
            count: values.len(),
            p50: at(50),
            p95: at(95),
            max: at(100),
            goal,
            reached: None,
        };
        self.measures.push(Measure { reached: reached(&measure), ..measure });
    }
}

fn reached(measure: &Measure) -> Option<bool> {
    let goal = measure.goal?;
    let value = match goal.of {
        Statistic::P95 => measure.p95,
        Statistic::Max => measure.max,
    };
    Some(value < goal.under)
}

fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// Ends the measuring.
pub(super) fn report(sheet: Sheet, now: Timestamp) -> Report {
    let at = jiff::Timestamp::from_millisecond(now.0).map(|at| at.to_string()).unwrap_or_default();
    Report { at, machine: memory::machine(), size: sheet.size, measures: sheet.measures }
}

/// How many times as long each measure of the one took in the other, by the median.
pub(super) fn ratios(small: &Report, large: &Report) -> Vec<(&'static str, f64)> {
    let ratio = |measure: &Measure| {
        let other = large.measures.iter().find(|other| other.id == measure.id)?;
        (measure.p50 > 0.0).then(|| (measure.id, round(other.p50 / measure.p50)))
    };
    small.measures.iter().filter_map(ratio).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet::new(Size { interviews: 0, codes: 0, codings: 0, coders: 0, operations: 0, bytes: 0 })
    }

    #[test]
    fn percentiles_are_of_the_sorted_values() {
        let mut sheet = sheet();
        let times: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        sheet.times("a", &times, Goal::p95(97.0));
        sheet.times("b", &times[..1], Goal::max(100.0));
        sheet.difference("a_less_b", "a", "b", None);
        let [a, b, difference] = sheet.measures.as_slice() else { panic!("{sheet:?}") };
        assert_eq!((a.count, a.p50, a.p95, a.max, a.reached), (100, 51.0, 96.0, 100.0, Some(true)));
        assert_eq!((b.p50, b.max, b.reached), (100.0, 100.0, Some(false)));
        assert_eq!((difference.p50, difference.reached), (-49.0, None));
    }

    #[test]
    fn ratios_are_of_medians() {
        let report = |millis| {
            let mut sheet = sheet();
            sheet.times("a", &[Duration::from_millis(millis)], None);
            report(sheet, Timestamp(0))
        };
        assert_eq!(ratios(&report(10), &report(85)), [("a", 8.5)]);
    }
}

//! `bench`: how long the main operations take on a project, beside what the disk takes by itself.

use super::Outcome;
use crate::arguments::Bench;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::refused;
use crate::table::Table;
use workbench::bench::{BenchError, Measure, Options, Probe, Report, Unit, growth, probe, run as measure};

/// The hidden option by which this program opens a project for itself and tells its memory.
const PROBE: &str = "--probe";

pub fn run(console: &Console, asked: &Bench) -> Outcome {
    let failed = |error: BenchError| failed(console, asked, &error);
    if asked.probe {
        let opened = probe(&asked.project).map_err(failed)?;
        console.answer(&opened, || serde_json::to_string(&opened).unwrap_or_default())?;
        return Ok(Ending::Done);
    }
    let program = std::env::current_exe().ok();
    let arguments = vec!["--json".into(), "bench".into(), PROBE.into()];
    let options = Options {
        probe: program.map(|program| Probe { program, arguments }),
        only: asked.only.clone(),
        ..Options::default()
    };
    let progress = |stage: &str| console.note(&format!("{stage}…"));
    if asked.growth {
        let folder = asked.project.parent().unwrap_or(&asked.project);
        let grown = growth(folder, &options, progress).map_err(failed)?;
        console.answer(&grown, || {
            let ratios = grown.ratios.iter().map(|(id, ratio)| format!("{id} × {ratio:.2}"));
            let ratios: Vec<String> = ratios.collect();
            [table(&grown.small), table(&grown.large), ratios.join("\n")].join("\n\n")
        })?;
        return Ok(Ending::Done);
    }
    let report = measure(&asked.project, &options, progress).map_err(failed)?;
    console.answer(&report, || table(&report))?;
    Ok(Ending::Done)
}

fn failed(console: &Console, asked: &Bench, error: &BenchError) -> Problem {
    let lang = console.lang;
    Problem::Failed(match error {
        BenchError::Failure(failure) => return refused(lang, &asked.project, failure),
        BenchError::NoSuchPart { name, known } => i18n::cli_bench_no_part(lang, known, name),
        BenchError::NothingToCode => i18n::cli_bench_nothing_to_code(lang).to_owned(),
        BenchError::NoAnswer => i18n::cli_bench_silent(lang).to_owned(),
        BenchError::Refused { said } => said.clone(),
        other => i18n::error_unexpected(lang, &other.to_string()),
    })
}

fn table(report: &Report) -> String {
    let mut table = Table::new().text("").number("n").number("p50").number("p95").number("max").text("");
    for measure in &report.measures {
        table.row(cells(measure));
    }
    let machine = &report.machine;
    let processor = machine.processor.as_deref().unwrap_or_default();
    let debug = if machine.debug_build { " · debug" } else { "" };
    format!(
        "{} · {} × {processor} · {}{debug}\n{}",
        report.at,
        machine.processors,
        machine.system,
        table.lines()
    )
}

fn cells(measure: &Measure) -> [String; 6] {
    let unit = match measure.unit {
        Unit::Ms => "ms",
        Unit::Mib => "MiB",
    };
    let goal = measure.goal.map(|goal| {
        let sign = if measure.reached == Some(true) { "✓" } else { "✗" };
        format!("{sign} < {} {unit}", goal.under)
    });
    let number = |value: f64| format!("{value:.2}");
    let figures = [number(measure.p50), number(measure.p95), number(measure.max)];
    let [p50, p95, max] = figures;
    [measure.id.to_owned(), measure.count.to_string(), p50, p95, max, goal.unwrap_or_else(|| unit.to_owned())]
}

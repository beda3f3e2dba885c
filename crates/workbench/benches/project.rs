//! The main operations on a synthetic project of the size of a very large study.
//!
//! `cargo bench -p workbench --bench project` makes 200 interviews of 10,000 words with 20,000 codings of
//! 4 coders and prints what each operation takes; `-- --growth` compares 50 with 500 interviews,
//! `-- --in FOLDER` measures on the disk of that folder, `-- PROJECT` measures a project that exists,
//! `-- --only merge` one part (open, apply, bulk, correct, merge, backup).
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)] // a measuring tool: it prints, and stops where something fails

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Instant;
use workbench::bench::{Measure, Options, Probe, Report, growth, probe, run};
use workbench::generate::{Plan, generate};

fn main() {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).filter(|one| one != "--bench").collect();
    let value_of = |name: &str| {
        let place = arguments.iter().position(|one| one == name)?;
        arguments.get(place + 1).cloned()
    };
    if let Some(project) = value_of("--probe") {
        return println!("{}", serde_json::to_string(&probe(Path::new(&project)).unwrap()).unwrap());
    }
    let only = value_of("--only").map(|part| part.to_string_lossy().into_owned());
    let options = Options { probe: Some(this_program()), only, ..Options::default() };
    let folder = value_of("--in").map_or_else(tempfile::tempdir, tempfile::tempdir_in).unwrap();
    if arguments.iter().any(|one| one == "--growth") {
        return compare(folder.path(), &options);
    }
    let given = arguments.iter().find(|one| Path::new(one).is_file()).map(PathBuf::from);
    let project = given.unwrap_or_else(|| large(folder.path()));
    let report = run(&project, &options, |stage| eprintln!("{stage}…")).unwrap();
    print(&report);
}

fn this_program() -> Probe {
    Probe { program: std::env::current_exe().unwrap(), arguments: vec!["--probe".into()] }
}

fn large(folder: &Path) -> PathBuf {
    let some = |number| NonZeroU32::new(number).unwrap();
    let plan = Plan {
        interviews: some(200),
        words: some(10_000),
        codes: some(400),
        codings: 20_000,
        coders: some(4),
        seed: 1,
    };
    let path = folder.join("grande étude.ancrage");
    let start = Instant::now();
    let summary = generate(&path, &plan, |_, _| ()).unwrap();
    println!("generated in {:.1} s: {summary:?}", start.elapsed().as_secs_f64());
    path
}

fn compare(folder: &Path, options: &Options) {
    let growth = growth(folder, options, |stage| eprintln!("{stage}…")).unwrap();
    print(&growth.small);
    print(&growth.large);
    println!("{} times as many interviews take", growth.factor);
    growth.ratios.iter().for_each(|(id, ratio)| println!("{id:26} {ratio:9.2} times as long"));
}

fn print(report: &Report) {
    println!("{}, {:?}\n{:?}", report.at, report.machine, report.size);
    println!("{:26} {:>6} {:>10} {:>10} {:>10}  goal", "", "count", "p50", "p95", "max");
    report.measures.iter().for_each(line);
}

fn line(measure: &Measure) {
    let Measure { id, count, p50, p95, max, goal, reached, .. } = measure;
    let goal = goal.map(|goal| format!("{:?} < {}: {}", goal.of, goal.under, *reached == Some(true)));
    println!("{id:26} {count:6} {p50:10.3} {p95:10.3} {max:10.3}  {}", goal.unwrap_or_default());
}

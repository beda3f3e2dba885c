//! From the file to the first screen, and the memory that this takes: in a process of its own, which holds
//! nothing else.

use super::memory;
use super::report::{Goal, Sheet};
use super::{BenchError, Options, Part};
use crate::desk::Event;
use crate::engine::Engine;
use crate::env::Env;
use crate::screen::{Screen, Showing};
use i18n::Lang;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// How a process is started that calls [`probe`] and prints what it says as JSON: the program, and its
/// arguments before the project's path.
#[derive(Debug, Clone)]
pub struct Probe {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

/// What one opening took.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Opened {
    /// Until the records are in memory, in milliseconds.
    pub open_ms: f64,
    /// From there until the first screen is made, in milliseconds.
    pub screen_ms: f64,
    /// Resident memory then, and at most until then, in bytes; `None` where the system does not tell.
    pub memory: Option<(u64, u64)>,
}

/// Opens a project for work and makes the first screen of it.
///
/// # Errors
/// When it cannot be opened.
pub fn probe(project: &Path) -> Result<Opened, BenchError> {
    let start = Instant::now();
    let mut engine = Engine::open(project, Env::system())?;
    let open = start.elapsed();
    let screen = Screen::make(&mut engine, &Showing::default(), Lang::Fr, 1)?;
    let all = start.elapsed();
    let memory = memory::resident();
    drop(screen);
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    Ok(Opened { open_ms: millis(open), screen_ms: millis(all.saturating_sub(open)), memory })
}

/// Opens the project as often as asked.
pub(super) fn measure(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let (copy, options) = (&part.copy("open")?, part.options);
    let mut opened = Vec::new();
    for _ in 0..options.openings {
        opened.push(match &options.probe {
            Some(other) => in_its_own_process(other, copy)?,
            None => probe(copy)?,
        });
    }
    let time = |ms: f64| Duration::from_secs_f64(ms / 1000.0);
    let of = |pick: fn(&Opened) -> f64| opened.iter().map(|one| time(pick(one))).collect::<Vec<_>>();
    sheet.times("open_engine", &of(|one| one.open_ms), None);
    sheet.times("first_screen", &of(|one| one.screen_ms), None);
    sheet.times("open_to_first_use", &of(|one| one.open_ms + one.screen_ms), Goal::max(500.0));
    if options.probe.is_some() {
        let memory: Vec<(u64, u64)> = opened.iter().filter_map(|one| one.memory).collect();
        let resident: Vec<u64> = memory.iter().map(|(now, _)| *now).collect();
        let peak: Vec<u64> = memory.iter().map(|(_, most)| *most).collect();
        sheet.sizes("memory_resident", &resident, Goal::max(150.0));
        sheet.sizes("memory_peak", &peak, None);
    }
    windows(copy, options, sheet)?;
    screens(copy, options, sheet)
}

fn in_its_own_process(probe: &Probe, copy: &Path) -> Result<Opened, BenchError> {
    let started = Command::new(&probe.program).args(&probe.arguments).arg(copy).output();
    let output = started.map_err(|source| BenchError::Files { path: probe.program.clone(), source })?;
    serde_json::from_slice(&output.stdout).map_err(|_| BenchError::Probe {
        said: String::from_utf8_lossy(if output.stderr.is_empty() { &output.stdout } else { &output.stderr })
            .into_owned(),
    })
}

/// From the start of the desk to its first screen: what a window waits for.
fn windows(copy: &Path, options: &Options, sheet: &mut Sheet) -> Result<(), BenchError> {
    let mut times = Vec::new();
    for _ in 0..options.openings {
        let start = Instant::now();
        let desk = super::frames::start(copy)?;
        super::frames::wait(&desk, |event| matches!(event, Event::Screen(_)))?;
        times.push(start.elapsed());
    }
    sheet.times("window_open", &times, Goal::max(500.0));
    Ok(())
}

/// Screens of an open project: the lists alone, with an interview, and with the passages of a code.
fn screens(copy: &Path, options: &Options, sheet: &mut Sheet) -> Result<(), BenchError> {
    let mut engine = super::ground::open(copy)?;
    let seen = engine.seen();
    let interview = seen.interviews().first().map(|one| one.id);
    let counts = seen.counts(&model::basis::Basis::default());
    let code = seen.codes().iter().map(|code| code.id).max_by_key(|code| counts.of(*code).total);
    let lists = Showing::default();
    let text = Showing { interview, ..lists.clone() };
    let passages = Showing { code, ..text.clone() };
    for (id, showing) in [("screen_lists", lists), ("screen_interview", text), ("screen_passages", passages)]
    {
        // The first time reads texts from the file: that is part of what is waited for.
        let mut times = Vec::new();
        for _ in 0..options.openings * 4 {
            let start = Instant::now();
            drop(Screen::make(&mut engine, &showing, Lang::Fr, 1)?);
            times.push(start.elapsed());
        }
        sheet.times(id, &times, None);
    }
    Ok(())
}

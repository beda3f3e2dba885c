//! The step *Saturation* on 500 interviews and 2,000 codes: the whole screen, other orders, the figure, the claim.
//!
//! `cargo bench --workspace --bench saturation` makes the study and prints what each of them takes.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it prints, and stops where something fails

use std::num::NonZeroU32;
use std::time::Instant;
use workbench::command::review::ReviewCommand;
use workbench::generate::{Plan, generate};
use workbench::levels::LevelAsked;
use workbench::saturation::figure::{Ink, curve, svg};
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim, Guest, Stopping};
use workbench::screen::{Screen, Showing};
use workbench::views::{SaturationShowing, Step};
use workbench::{Engine, Env};

fn timed<T>(what: &str, times: u32, mut work: impl FnMut() -> T) -> T {
    let mut last = work();
    let begun = Instant::now();
    for _ in 0..times {
        last = work();
    }
    println!("{what}: {:.1} ms", begun.elapsed().as_secs_f64() * 1000.0 / f64::from(times));
    last
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("grande.ancrage");
    let some = |number| NonZeroU32::new(number).unwrap();
    let (interviews, codes, codings) = (some(500), some(2000), 40_000);
    let plan = Plan { interviews, words: some(1000), codes, codings, coders: some(1), seed: 1 };
    generate(&path, &plan, |_, _| {}).unwrap();
    let mut engine = Engine::open(&path, Env::system()).unwrap();
    let level = Some(LevelAsked::Label);
    let saturation = SaturationShowing { level, ..SaturationShowing::default() };
    let showing = Showing { step: Some(Step::Saturation), saturation, ..Showing::default() };
    let mut make = || Screen::make(&mut engine, &showing, i18n::Lang::Fr, 1).unwrap();
    let screen = timed("the whole screen", 5, &mut make);
    let view = screen.saturation.unwrap();
    let of_time = SaturationShowing { as_coded: true, ..showing.saturation.clone() };
    let showing = Showing { saturation: of_time, ..showing };
    timed("the whole screen, as coded at the time", 5, || {
        Screen::make(&mut engine, &showing, i18n::Lang::Fr, 1).unwrap()
    });
    let (guest, claim) = (Guest { base: 4, run: 2, threshold_percent: 5.0 }, Claim { at: 490, confirm: 2 });
    timed("10,000 orders", 1, || {
        measure::saturation::try_orders(&view.incidence, &guest, &[claim], 10_000, 1)
    });
    timed("the curve as SVG", 5, || svg((820, 300), "", |area| curve(area, &view.figure, &Ink::PAPER)));
    let claiming = Box::new(Claiming {
        claim,
        asked: Asked::at(LevelAsked::Label),
        guest,
        stopping: Stopping { initial: 10, stop: 3 },
    });
    let argument = Some("Rien de neuf.".to_owned());
    timed("a claim made, to the disk", 1, || {
        let (argument, claiming) = (argument.clone(), claiming.clone());
        engine.run(ReviewCommand::MakeClaim { claim: None, argument, claiming }.into()).unwrap()
    });
}

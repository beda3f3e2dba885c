//! Stopping while files are read or taken in leaves no trace of any of them.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use i18n::Lang;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use support::{Project, env};
use workbench::desk::{Desk, Event, Intake, Request, Source, Stage};
use workbench::import::{ImportChoices, Known, Preview, read_each, read_file};

/// So many files that stopping comes in the middle of them.
const FILES: usize = 120;
const PATIENCE: Duration = Duration::from_secs(120);

fn transcript(number: usize) -> String {
    let said = "je dors mal depuis que la route est longue et que le cabinet est loin de tout ".repeat(12);
    (0..20).map(|_| format!("VL : Et alors ?\nEMG {number} : {said}.\n")).collect()
}

#[test]
fn stopping_while_interviews_are_taken_in_leaves_the_file_as_it_was() {
    let project = Project::of(&["Ann"]);
    let before = std::fs::read(&project.path).unwrap();
    let known = Arc::new(Known::of(&project.engine.seen()));
    let request = |number: usize| {
        let bytes = transcript(number).into_bytes();
        let read = read_file(&format!("EMG {number}.txt"), bytes, &ImportChoices::default()).unwrap();
        Preview::new(read, Arc::clone(&known)).requests().remove(0)
    };
    let requests = (0..FILES).map(request).collect();
    let Project { folder, path, engine, .. } = project;
    drop(engine);
    let desk = Desk::start(Source::Open(path.clone()), env(7), Lang::Fr, None, || ()).unwrap();
    desk.send(Request::Import(requests, Intake::default()));
    let (mut begun, mut stopped) = (0, false);
    while let Some(event) = desk.wait(PATIENCE) {
        match event {
            Event::Progress(progress) if progress.stage == Stage::Importing => {
                begun += 1;
                if begun == 3 {
                    desk.send(Request::Cancel);
                }
            }
            Event::Stopped => stopped = true,
            Event::Imported(intake) => panic!("all was taken in before it was stopped: {intake:?}"),
            Event::Idle if begun > 0 => break,
            _ => {}
        }
    }
    assert!(stopped && (3..FILES).contains(&begun), "stopped after {begun}");
    drop(desk);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let mut project = Project::at(folder, path, 9, "Ann");
    assert!(project.engine.seen().interviews().is_empty());
    project.is_sound();
}

#[test]
fn stopping_while_files_are_read_hands_out_no_more_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let write = |number: usize| {
        let path = folder.path().join(format!("EMG {number}.txt"));
        std::fs::write(&path, transcript(number)).unwrap();
        path
    };
    let paths: Vec<PathBuf> = (0..FILES).map(write).collect();
    let stop = AtomicBool::new(false);
    let mut taken = 0;
    read_each(&paths, &ImportChoices::default(), &stop, |n, read| {
        assert!(read.is_ok() && n == taken);
        taken += 1;
        stop.store(taken >= 3, Ordering::Relaxed);
    });
    assert!((3..FILES).contains(&taken), "{taken} files were handed out");
}

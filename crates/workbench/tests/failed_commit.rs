//! A command whose operation cannot be written leaves the study as it was.
#![allow(clippy::unwrap_used)] // a test stops where something fails

use model::basis::Basis;
use model::value::{Layer, RevisionOrigin};
use std::num::NonZeroU32;
use std::path::Path;
use workbench::command::{CodeChoice, Command};
use workbench::generate::{Plan, generate};
use workbench::{Engine, Env};

fn study(folder: &Path) -> Engine {
    let some = |number| NonZeroU32::new(number).unwrap();
    let plan =
        Plan { interviews: some(2), words: some(200), codes: some(9), codings: 20, coders: some(1), seed: 1 };
    let path = folder.join("étude.ancrage");
    generate(&path, &plan, |_, _| ()).unwrap();
    // Nothing can be written to it: every commit fails.
    Engine::open_read_only(&path, Env::system()).unwrap()
}

/// Everything that a list of codings shows.
fn codings(engine: &Engine) -> Vec<String> {
    let seen = engine.seen();
    let interviews = seen.interviews().into_iter();
    let codings = interviews.flat_map(|interview| seen.codings_in(interview.id, &Basis::everything()));
    codings.map(|coding| format!("{} {:?} {}", coding.id, coding.place, coding.code)).collect()
}

#[test]
fn the_study_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut engine = study(folder.path());
    let before = (codings(&engine), engine.study().next_lamport(), engine.history().len());
    let interview = engine.seen().interviews()[0].id;
    let code = CodeChoice::Existing(engine.seen().codes()[0].id);
    let text = engine.current_text(interview).unwrap().1.text().replace("CL", "ELLE");
    let layer = Layer::Thematic;
    let commands = [
        Command::ApplyCode { interview, start: 0, end: 9, code, layer },
        Command::ReplaceText { interview, text, origin: RevisionOrigin::Corrected },
        Command::FinishCoding { interview, finished: false },
        Command::Undo,
    ];
    for command in commands {
        assert!(matches!(engine.run(command.clone()), Err(workbench::Failure::Store(_))), "{command:?}");
        let after = (codings(&engine), engine.study().next_lamport(), engine.history().len());
        assert_eq!(after, before, "{command:?}");
    }
}

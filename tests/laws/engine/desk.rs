//! Three desks on real files: copies of one study, on which acts are done apart as commands.

use super::acts::{Act, command};
use model::Timestamp;
use model::value::{Language, Role};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use workbench::command::{Command, NewCode};
use workbench::import::{self, ImportChoices};
use workbench::{Engine, Env, Failure};

/// The transcript that the study starts with.
pub const TEXT: &str = "\
Entretien du 6 mars 2023

CL : Comment dormez-vous ?
EMG 1 : Je dors mal depuis mars. Je compte les pleins, le trajet me coûte cher.
CL : Et le matin ?
EMG 1 : Le matin je suis fatiguée 👩\u{200D}⚕\u{FE0F}, alors je renonce : « pas le temps ».
CL : Qu’est-ce qui vous aiderait ?
EMG 1 : Un cabinet plus près, et quelqu’un qui écoute.
";

/// The day on which everything happens.
pub const START: Timestamp = Timestamp(1_795_000_000_000);

/// A file and whoever works in it.
pub struct Desk {
    pub engine: Engine,
    pub path: PathBuf,
    member: &'static str,
    seed: u64,
}

/// The members, each with a desk; the second and third desk are one member's two machines.
pub const MEMBERS: [&str; 3] = ["Ann", "Ben", "Ben"];

/// Reads a transcript as a user's own file would be read.
pub fn transcript(file: &str, text: &str) -> Command {
    let request = import::read(file, text.as_bytes().to_vec(), &ImportChoices::default()).unwrap();
    Command::ImportInterview(Box::new(request))
}

impl Desk {
    /// Opens a file; the identifiers that are made there follow from the seed.
    pub fn open(path: &Path, member: &'static str, seed: u64) -> Desk {
        let start = Timestamp(START.0 + i64::try_from(seed).unwrap() * 60_000);
        let mut engine = Engine::open(path, Env::counted(seed, start)).unwrap();
        engine.act_as(member).unwrap();
        Desk { engine, path: path.to_owned(), member, seed }
    }

    /// Does an act, where there is something to do it on. A refusal is no failure; damage is.
    pub fn act(&mut self, act: &Act) {
        if matches!(act, Act::Reopen) {
            return self.reopen();
        }
        let Some(command) = command(&mut self.engine, act) else { return };
        if let Err(failure) = self.engine.run(command.clone()) {
            assert!(is_refusal(&failure), "{command:?}: {failure:?}");
        }
    }

    /// Closes the file and opens it again.
    pub fn reopen(&mut self) {
        let nowhere = self.path.with_extension("nowhere");
        let env = || Env::counted(0, START);
        // An engine gives its file back when it goes: another takes its place meanwhile.
        let other =
            Engine::create(&nowhere, "—", &[("—".to_owned(), Role::Student)], Language::French, env());
        drop(std::mem::replace(&mut self.engine, other.unwrap()));
        self.seed += 100;
        *self = Desk::open(&self.path, self.member, self.seed);
        fs::remove_file(nowhere).unwrap();
    }

    /// Merges another desk's file as it is now.
    pub fn receive(&mut self, other: &Path) -> workbench::merging::MergeReport {
        self.engine.merge(other).unwrap()
    }

    /// Fails where the file or the study contradicts itself.
    pub fn is_sound(&mut self) {
        let checked = self.engine.check().unwrap();
        assert!(checked.ok(), "{:?} {:?}", checked.file.findings, checked.quotes);
    }
}

/// What a command may answer without anything being wrong with the program or the file.
fn is_refusal(failure: &Failure) -> bool {
    !matches!(
        failure,
        Failure::Store(_)
            | Failure::Edit(_)
            | Failure::TextMissing { .. }
            | Failure::Payload { .. }
            | Failure::File { .. }
            | Failure::Closed
    )
}

/// Three copies of one study in a folder.
pub struct Team {
    pub folder: TempDir,
    pub desks: Vec<Desk>,
}

impl Team {
    /// A study with one interview and one code, on three desks.
    pub fn start() -> Team {
        let folder = tempfile::tempdir().unwrap();
        let first = folder.path().join("0.ancrage");
        let members: Vec<(String, Role)> =
            [("Ann", Role::Student), ("Ben", Role::Coder)].map(|(name, role)| (name.to_owned(), role)).into();
        let env = Env::counted(900, START);
        let mut engine = Engine::create(&first, "Étude", &members, Language::French, env).unwrap();
        engine.run(transcript("EMG 1.txt", TEXT)).unwrap();
        let code = NewCode { name: "sommeil".to_owned(), ..NewCode::default() };
        engine.run(Command::CreateCode(code)).unwrap();
        drop(engine);
        let files = [0, 1, 2].map(|number| folder.path().join(format!("{number}.ancrage")));
        files[1..].iter().for_each(|file| _ = fs::copy(&first, file).unwrap());
        let desks =
            files.iter().zip(MEMBERS).zip(1..).map(|((file, member), seed)| Desk::open(file, member, seed));
        Team { desks: desks.collect(), folder }
    }

    /// Plays acts, each at one of the desks.
    pub fn play(acts: &[(usize, Act)]) -> Team {
        let mut team = Team::start();
        for (at, act) in acts {
            match act {
                Act::Receive { from } if from != at => {
                    let from = team.desks[*from].path.clone();
                    team.desks[*at].receive(&from);
                }
                act => team.desks[*at].act(act),
            }
        }
        team
    }

    /// A desk on a copy of another's file, as it is now.
    pub fn copy(&self, of: usize, name: &str) -> Desk {
        let path = self.folder.path().join(format!("{name}.ancrage"));
        fs::copy(&self.desks[of].path, &path).unwrap();
        Desk::open(&path, "Ann", 500)
    }
}

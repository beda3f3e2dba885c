//! A project to try things on: made, coded and read as a person would, passages given by their words.
#![allow(clippy::panic)] // a helper that meets the unexpected has found a fault
#![allow(dead_code)] // each test binary uses its part

use model::basis::Basis;
use model::study::Seen;
use model::text::PlaceState;
use model::value::{Language, Layer, RevisionOrigin, Role};
use model::{RecordId, Timestamp};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::import::{self, ImportChoices};
use workbench::{Engine, Env, Failure, Moves, Outcome};

/// When everything happens.
pub const NOW: Timestamp = Timestamp(1_795_000_000_000);

/// An open project in a folder of its own.
pub struct Project {
    pub folder: TempDir,
    pub engine: Engine,
    pub path: PathBuf,
    /// Identifiers follow from it; each opening takes the next.
    pub seed: u64,
}

pub fn env(seed: u64) -> Env {
    Env::counted(seed, NOW)
}

/// What a reader would make of a file.
pub fn transcript(file: &str, text: &str) -> Command {
    transcript_with(file, text, &ImportChoices::default())
}

pub fn transcript_with(file: &str, text: &str, choices: &ImportChoices) -> Command {
    let request = import::read(file, text.as_bytes().to_vec(), choices).unwrap();
    Command::ImportInterview(Box::new(request))
}

/// The range of some words in a text, in scalars: the only place where they stand.
pub fn range_of(text: &str, words: &str) -> (u32, u32) {
    let mut found = text.match_indices(words);
    let at = found.next().unwrap_or_else(|| panic!("« {words} » is not in « {text} »")).0;
    assert!(found.next().is_none(), "« {words} » is there more than once");
    let scalars = |text: &str| u32::try_from(text.chars().count()).unwrap();
    (scalars(&text[..at]), scalars(&text[..at]) + scalars(words))
}

impl Project {
    /// A study of these members; the first acts.
    pub fn of(members: &[&str]) -> Project {
        Project::seeded(members, 1)
    }

    /// The same, with identifiers of its own.
    pub fn seeded(members: &[&str], seed: u64) -> Project {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("étude.ancrage");
        let members: Vec<(String, Role)> =
            members.iter().map(|name| ((*name).to_owned(), Role::Student)).collect();
        let engine = Engine::create(&path, "Étude", &members, Language::French, env(seed)).unwrap();
        Project { folder, engine, path, seed }
    }

    /// Ann's study with one interview, which is returned with it.
    pub fn with(text: &str) -> (Project, RecordId) {
        let mut project = Project::of(&["Ann"]);
        let interview = project.import("EMG 1.txt", text);
        (project, interview)
    }

    /// Opens a file that is there.
    pub fn at(folder: TempDir, path: PathBuf, seed: u64, member: &str) -> Project {
        let mut engine = Engine::open(&path, env(seed)).unwrap();
        engine.act_as(member).unwrap();
        Project { folder, engine, path, seed }
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Closes the project and opens it again.
    pub fn reopen(mut self) -> Project {
        let member = self.engine.me();
        drop(self.engine);
        self.seed += 1;
        self.engine = Engine::open(&self.path, env(self.seed)).unwrap();
        if let Some(member) = member {
            self.engine.act_as(&member.to_string()).unwrap();
        }
        self
    }

    /// A copy of the file, as a file manager makes it, on which somebody works elsewhere.
    pub fn copy(&self, name: &str, seed: u64, member: &str) -> Project {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::copy(&self.path, &path).unwrap();
        Project::at(folder, path, seed, member)
    }

    pub fn run(&mut self, command: Command) -> Outcome {
        self.engine.run(command).unwrap()
    }

    /// What a refused command answers.
    pub fn refusal(&mut self, command: Command) -> Failure {
        self.engine.run(command).unwrap_err()
    }

    pub fn import(&mut self, file: &str, text: &str) -> RecordId {
        self.run(transcript(file, text)).made[0]
    }

    pub fn code(&mut self, name: &str) -> RecordId {
        self.run(Command::CreateCode(NewCode { name: name.to_owned(), ..NewCode::default() })).made[0]
    }

    /// Codes the passage with these words.
    pub fn apply(&mut self, interview: RecordId, words: &str, code: RecordId) -> RecordId {
        let (start, end) = range_of(&self.text(interview), words);
        let code = CodeChoice::Existing(code);
        let layer = Layer::Experiential;
        self.run(Command::ApplyCode { interview, start, end, code, layer }).made[0]
    }

    /// Corrects a text by replacing some words by others, wherever they stand.
    pub fn correct(&mut self, interview: RecordId, words: &str, by: &str) -> Moves {
        let text = self.text(interview);
        assert!(text.contains(words), "« {words} » is not in « {text} »");
        self.replace(interview, &text.replace(words, by), RevisionOrigin::Corrected)
    }

    pub fn replace(&mut self, interview: RecordId, text: &str, origin: RevisionOrigin) -> Moves {
        let text = text.to_owned();
        self.run(Command::ReplaceText { interview, text, origin }).moves.unwrap()
    }

    pub fn text(&mut self, interview: RecordId) -> String {
        self.engine.current_text(interview).unwrap().1.text().to_owned()
    }

    /// The codings of an interview in its text, each as `[words]`, `[~words]` where an edge was crossed,
    /// `[?]` where the passage is lost.
    pub fn marked(&mut self, interview: RecordId) -> String {
        let text: Vec<char> = self.text(interview).chars().collect();
        let mut marks: Vec<(u32, u8, &str)> = Vec::new();
        for coding in codings(&self.engine.seen(), interview) {
            let (start, end) = (coding.place.start, coding.place.end);
            match coding.place.state {
                PlaceState::Exact => marks.extend([(start, 1, "["), (end, 0, "]")]),
                PlaceState::Changed => marks.extend([(start, 1, "[~"), (end, 0, "]")]),
                PlaceState::ToPlace => marks.push((start, 2, "[?]")),
            }
        }
        marks.sort_unstable();
        let mut shown = String::new();
        let mut at = 0;
        for (place, _, mark) in marks {
            shown.extend(&text[at..place as usize]);
            shown.push_str(mark);
            at = place as usize;
        }
        shown.extend(&text[at..]);
        shown
    }

    /// The turns of an interview, as `label: words`.
    pub fn turns(&mut self, interview: RecordId) -> Vec<String> {
        let (_, text) = self.engine.current_text(interview).unwrap();
        let known = self.engine.seen().interview(interview).unwrap();
        let turn = |turn: &model::text::Turn| {
            format!("{}: {}", turn.speaker, text.slice(turn.start, turn.end).unwrap())
        };
        known.turns.iter().map(turn).collect()
    }

    /// Fails where the file or the study contradicts itself.
    pub fn is_sound(&mut self) {
        let checked = self.engine.check().unwrap();
        assert!(checked.ok(), "{:?} {:?}", checked.file.findings, checked.quotes);
    }

    /// Merges another project's file as it is now.
    pub fn merge(&mut self, other: &Path) -> workbench::merging::MergeReport {
        self.engine.merge(other).unwrap()
    }

    /// The operations of the file, in the order of history.
    pub fn ops(&self) -> Vec<model::op::Op> {
        let ids = self.engine.history().iter().map(|line| line.op);
        let mut ops: Vec<_> = ids.map(|id| self.engine.op(id).unwrap().unwrap()).collect();
        ops.sort_by_key(model::op::Op::stamp);
        ops
    }
}

/// The codings of an interview, in the order of the text.
pub fn codings<'a>(seen: &Seen<'a>, interview: RecordId) -> Vec<model::study::Coding<'a>> {
    seen.codings_in(interview, &Basis::everything())
}

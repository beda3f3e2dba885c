//! The example study: the fixtures taken in as a user's own files would be, then coded by two people.

mod review;
mod theory;

use crate::answers::table_import;
use crate::command::{CodeRow, CodingRow, Command, StudyEdit};
use crate::engine::Engine;
use crate::env::Env;
use crate::failure::Failure;
use crate::import::{self, ImportChoices};
use jiff::civil::{Date, date};
use model::RecordId;
use model::basis::Basis;
use model::study::Coding;
use model::value::{Language, Role};
use std::path::Path;

/// The title of the example study.
pub const TITLE: &str = "Renoncer aux soins en zone rurale";
/// Its two coders: the student and the second coder.
pub const CODERS: [(&str, Role); 2] = [("Claire L.", Role::Student), ("Thomas R.", Role::Coder)];

/// What the example study holds, for a first look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// File, words and turns of each interview.
    pub interviews: Vec<(String, usize, usize)>,
    /// How many codes.
    pub codes: usize,
    /// How many passages both coders marked, and those that only the first or the second did.
    pub passages: Passages,
    /// In how many interviews both coded.
    pub double_coded: usize,
}

/// Passages of the interviews that two coders coded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Passages {
    /// Marked by both: they overlap.
    pub both: usize,
    /// Marked by the first coder only.
    pub only_first: usize,
    /// Marked by the second coder only.
    pub only_second: usize,
}

/// An interview of the example study: when it was taken in, and when its coding was finished where it was.
struct Worked {
    taken: Date,
    coded: Option<Date>,
    /// Also by the second coder.
    twice: bool,
}

/// How the work went, interview by interview: each is coded before the next but one is held. The last two are left to
/// whoever tries the program.
const WORKED: [Worked; 8] = [
    Worked { taken: date(2025, 1, 13), coded: Some(date(2025, 1, 20)), twice: true },
    Worked { taken: date(2025, 1, 21), coded: Some(date(2025, 1, 31)), twice: true },
    Worked { taken: date(2025, 2, 10), coded: Some(date(2025, 2, 17)), twice: true },
    Worked { taken: date(2025, 3, 4), coded: Some(date(2025, 3, 13)), twice: false },
    Worked { taken: date(2025, 3, 22), coded: Some(date(2025, 3, 31)), twice: false },
    Worked { taken: date(2025, 4, 7), coded: Some(date(2025, 4, 17)), twice: false },
    Worked { taken: date(2025, 4, 28), coded: None, twice: false },
    Worked { taken: date(2025, 5, 15), coded: None, twice: false },
];
/// When the study was begun.
const BEGUN: Date = date(2025, 1, 6);
/// When labels were first brought together, after the third interview.
const GROUPED: Date = date(2025, 2, 24);
/// When finer labels came, after the fourth.
const REFINED: Date = date(2025, 3, 15);
/// When the table of participants was taken in.
const DESCRIBED: Date = date(2025, 5, 16);

/// Makes the example study in a new file. What is done in it has the days of a study that went on for months.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn create(path: &Path, mut env: Env) -> Result<(Engine, Summary), Failure> {
    let members: Vec<(String, Role)> =
        CODERS.iter().map(|(name, role)| ((*name).to_owned(), *role)).collect();
    env.go_to(BEGUN);
    let mut engine = Engine::create(path, TITLE, &members, Language::French, env)?;
    let filled = fill(&mut engine);
    engine.env.come_back();
    filled?;
    let summary = summary(&mut engine)?;
    Ok((engine, summary))
}

fn fill(engine: &mut Engine) -> Result<(), Failure> {
    let guide = String::from_utf8_lossy(crate::example::GUIDE).into_owned();
    engine.run(Command::WriteGuide { title: crate::example::GUIDE_TITLE.to_owned(), text: guide })?;
    let question = Some(crate::example::QUESTION.to_owned());
    engine.run(Command::EditStudy(StudyEdit { question, ..StudyEdit::default() }))?;
    engine.run(Command::ImportCodes(codes()?))?;
    let analysis = theory::analysis()?;
    for (place, ((file, bytes), worked)) in crate::example::INTERVIEWS.iter().zip(&WORKED).enumerate() {
        engine.env.go_to(worked.taken);
        let request = import::read(file, bytes.to_vec(), &ImportChoices::default())?;
        let made = engine.run(Command::ImportInterview(Box::new(request)))?.made;
        let Some(interview) = made.first().copied() else { continue };
        code(engine, interview, worked, place > 3)?;
        match place {
            2 => theory::group(engine, &analysis)?,
            3 => theory::refine(engine, &analysis, interview)?,
            _ => {}
        }
    }
    engine.env.go_to(DESCRIBED);
    table_import::participants(engine, "participants.csv", crate::example::PARTICIPANTS)?;
    // The student acts last, and thinks on.
    theory::carry(engine, &analysis)?;
    review::carry(engine)
}

/// Codes an interview; with the finer labels, once there are any.
fn code(engine: &mut Engine, interview: RecordId, worked: &Worked, finer: bool) -> Result<(), Failure> {
    let Some(day) = worked.coded else { return Ok(()) };
    engine.env.go_to(day);
    engine.run(Command::ImportCodings(codings(engine, interview)?))?;
    if finer {
        engine.run(Command::ImportCodings(theory::codings(engine, interview)?))?;
    }
    let done = Command::FinishCoding { interview, finished: true };
    if worked.twice {
        engine.act_as(CODERS[1].0)?;
        engine.run(done.clone())?;
        engine.act_as(CODERS[0].0)?;
    }
    engine.run(done).map(drop)
}

fn codes() -> Result<Vec<CodeRow>, Failure> {
    Ok(crate::tables::codes("codebook.csv", crate::example::CODEBOOK)?.rows)
}

fn codings(engine: &Engine, interview: RecordId) -> Result<Vec<CodingRow>, Failure> {
    Ok(of_interview(engine, interview, crate::tables::codings("codings.csv", crate::example::CODINGS)?))
}

/// The rows of an interview, each code found by its own name: where it stands in the tree changes while one works.
fn of_interview(engine: &Engine, interview: RecordId, rows: Vec<CodingRow>) -> Vec<CodingRow> {
    let seen = engine.seen();
    let rows = rows.into_iter().filter(|row| crate::names::interview(&seen, &row.interview) == Ok(interview));
    let now = |path: String| {
        let own_name = path.rsplit(" / ").next().unwrap_or_default();
        crate::names::code(&seen, own_name).map_or(path.clone(), |code| code.to_string())
    };
    rows.map(|row| CodingRow { code: row.code.map(now), ..row }).collect()
}

/// What a study with two coders holds.
///
/// # Errors
/// When a text cannot be read.
pub fn summary(engine: &mut Engine) -> Result<Summary, Failure> {
    let study = engine.study();
    let seen = study.seen_by(engine.seen().lens());
    let mut interviews = Vec::new();
    let mut passages = Passages::default();
    let mut double_coded = 0;
    for interview in seen.interviews() {
        let (_, text) = engine.current_text(interview.id)?;
        let words = crate::ops::texts::words_in(&text, &interview.turns);
        let file = interview.source.map_or_else(|| interview.name.to_owned(), |source| source.file.clone());
        interviews.push((file, words, interview.turns.len()));
        let codings = seen.codings_in(interview.id, &Basis::everything());
        let coders: std::collections::BTreeSet<RecordId> =
            codings.iter().map(|coding| coding.coder).collect();
        if let (2, Some(first)) = (coders.len(), seen.main_coder_of(interview.id)) {
            double_coded += 1;
            passages.add(&codings, first);
        }
    }
    Ok(Summary { interviews, codes: seen.codes().len(), passages, double_coded })
}

impl Passages {
    /// Sorts each coder's passages (overlapping ones are one) into shared and not shared.
    fn add(&mut self, codings: &[Coding<'_>], first: RecordId) {
        let of = |wanted: bool| {
            let own = codings.iter().filter(move |coding| (coding.coder == first) == wanted);
            united(own.map(|coding| (coding.place.start, coding.place.end)))
        };
        let (ours, theirs) = (of(true), of(false));
        let meets = |passage: &(u32, u32), others: &[(u32, u32)]| {
            others.iter().any(|other| passage.0 < other.1 && other.0 < passage.1)
        };
        let shared = ours.iter().filter(|passage| meets(passage, &theirs)).count();
        self.both += shared;
        self.only_first += ours.len() - shared;
        self.only_second += theirs.iter().filter(|passage| !meets(passage, &ours)).count();
    }
}

/// Ranges in the order of the text, overlapping ones united.
fn united(ranges: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut sorted: Vec<(u32, u32)> = ranges.collect();
    sorted.sort_unstable();
    let mut united: Vec<(u32, u32)> = Vec::new();
    for (start, end) in sorted {
        match united.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => united.push((start, end)),
        }
    }
    united
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Timestamp;

    #[test]
    fn the_example_study_comes_in_whole_and_checks_clean() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("exemple.ancrage");
        let (mut engine, summary) = create(&path, Env::counted(1, Timestamp(1_700_000_000_000))).unwrap();
        assert_eq!(summary.interviews.len(), 8);
        for (file, words, turns) in &summary.interviews {
            assert!((1_500..=3_000).contains(words), "{file}: {words} words");
            assert!(*turns > 10, "{file}: {turns} turns");
        }
        assert_eq!(summary.double_coded, 3);
        assert!(
            summary.passages.both > 30 && summary.passages.only_first > 5 && summary.passages.only_second > 5
        );
        let checked = engine.check().unwrap();
        assert!(checked.ok(), "{checked:?}");
        assert!(checked.study.is_empty(), "{:?}", checked.study);
    }
}

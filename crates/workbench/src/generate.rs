//! Synthetic studies: as large as one wishes, the same for the same seed, made by the same operations as
//! a user's own.

pub(crate) mod batch;
pub(crate) mod codebook;
pub(crate) mod dice;
pub(crate) mod interview;
pub(crate) mod passages;
pub(crate) mod words;

use crate::command::{Command, ParticipantRow, StudyEdit};
use crate::engine::Engine;
use crate::env::Env;
use crate::failure::Failure;
use crate::ops::codings::Page;
use crate::ops::{codes, interviews};
use batch::Batch;
use codebook::Code;
use dice::Dice;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use model::value::{Language, Level, Role};
use model::{RecordId, Timestamp};
use passages::{Field, Mark};
use serde::Serialize;
use std::num::NonZeroU32;
use std::path::Path;
use words::Vocabulary;

/// The day before the first interview.
const EVE: Date = date(2024, 1, 8);

/// The coders' names; where more are asked for, they are numbered.
const CODERS: [&str; 8] =
    ["Claire L.", "Thomas R.", "Inès B.", "Hugo M.", "Sarah D.", "Nicolas P.", "Élodie G.", "Karim A."];

/// How large a synthetic study is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many interviews, each with a participant of its own.
    pub interviews: NonZeroU32,
    /// How many words each interview has: maximal runs without white space inside turns.
    pub words: NonZeroU32,
    /// How many codes; about one in eight is a category.
    pub codes: NonZeroU32,
    /// How many codings, of all coders together.
    pub codings: u32,
    /// How many coders; each codes every interview and says that it is finished.
    pub coders: NonZeroU32,
    /// Another seed makes another study.
    pub seed: u64,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Interviews, and so participants.
    pub interviews: usize,
    /// Words of all turns.
    pub words: usize,
    /// Unicode scalars of all texts.
    pub characters: usize,
    /// Turns.
    pub turns: usize,
    /// Codes.
    pub codes: usize,
    /// Codings; fewer than planned only where the texts have no room for so many.
    pub codings: usize,
    /// Coders.
    pub coders: usize,
    /// Operations in the journal.
    pub operations: usize,
    /// Size of the file.
    pub bytes: u64,
}

/// Makes a synthetic study in a new file. `progress` learns how many interviews are done, of how many.
///
/// # Errors
/// When the file exists or cannot be written; then no file is left.
pub fn generate(
    path: &Path,
    plan: &Plan,
    mut progress: impl FnMut(usize, usize),
) -> Result<Summary, Failure> {
    let engine = create(path, plan)?;
    let made = fill(engine, plan, &mut progress);
    let file = |source| Failure::File { path: path.to_owned(), source };
    match made {
        Ok(summary) => Ok(Summary { bytes: std::fs::metadata(path).map_err(file)?.len(), ..summary }),
        Err(failure) => {
            std::fs::remove_file(path).map_err(file)?;
            Err(failure)
        }
    }
}

fn size(number: NonZeroU32) -> usize {
    usize::try_from(number.get()).unwrap_or(usize::MAX)
}

fn create(path: &Path, plan: &Plan) -> Result<Engine, Failure> {
    let name = |place: usize| match CODERS.get(place) {
        Some(name) => (*name).to_owned(),
        None => format!("Codeur {}", place + 1),
    };
    let role = |place| if place == 0 { Role::Student } else { Role::Coder };
    let members: Vec<(String, Role)> =
        (0..size(plan.coders)).map(|place| (name(place), role(place))).collect();
    let title = format!("Étude synthétique, graine {}", plan.seed);
    let mut engine = Engine::create(path, &title, &members, Language::French, env(plan))?;
    engine.act_as(&members[0].0)?;
    Ok(engine)
}

/// A clock that begins after the last interview, at an instant that the seed decides: so two studies of
/// different seeds have no identifier in common.
fn env(plan: &Plan) -> Env {
    let mixed = Dice::new(plan.seed, "identifiers").next();
    let after = i64::from(plan.interviews.get()) * 2 * 24 * 3_600_000;
    let eve = EVE.to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |eve| eve.timestamp().as_millisecond());
    let within_a_month = i64::try_from(mixed % (30 * 24 * 3_600_000)).unwrap_or_default();
    Env::counted(mixed, Timestamp(eve + after + within_a_month))
}

fn fill(mut engine: Engine, plan: &Plan, progress: &mut dyn FnMut(usize, usize)) -> Result<Summary, Failure> {
    engine.run(Command::EditStudy(StudyEdit {
        question: Some("Comment une étude de cette taille se laisse-t-elle coder\u{a0}?".to_owned()),
        ..StudyEdit::default()
    }))?;
    engine.run(Command::ImportParticipants(participants(plan)))?;
    let book = import_codes(&mut engine, plan)?;
    let coders: Vec<RecordId> = engine.seen().members().iter().map(|member| member.id).collect();
    let mut maker = Maker { engine, plan: *plan, vocabulary: Vocabulary::new(), book, coders };
    let mut summary = Summary {
        interviews: size(plan.interviews),
        words: 0,
        characters: 0,
        turns: 0,
        codes: size(plan.codes),
        codings: 0,
        coders: size(plan.coders),
        operations: 0,
        bytes: 0,
    };
    for number in 0..size(plan.interviews) {
        progress(number, size(plan.interviews));
        maker.interview(number, &mut summary)?;
    }
    progress(size(plan.interviews), size(plan.interviews));
    summary.operations = maker.engine.history().len();
    Ok(summary)
}

fn participant(number: usize) -> String {
    format!("EMG {}", number + 1)
}

fn participants(plan: &Plan) -> Vec<ParticipantRow> {
    let mut dice = Dice::new(plan.seed, "participants");
    let mut row = |number: usize| {
        let gender = if dice.percent(62) { "femme" } else { "homme" };
        let attributes = [
            ("Âge", dice.between(23, 34).to_string()),
            ("Genre", gender.to_owned()),
            ("Semestre", dice.between(1, 6).to_string()),
        ];
        let attributes = attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        ParticipantRow { name: participant(number), attributes }
    };
    (0..size(plan.interviews)).map(&mut row).collect()
}

/// The code list in the study: what was planned of each code, with its record.
fn import_codes(engine: &mut Engine, plan: &Plan) -> Result<Vec<(Code, RecordId)>, Failure> {
    let planned = codebook::codes(Dice::new(plan.seed, "codes"), size(plan.codes));
    let made = engine.run(Command::ImportCodes(planned.iter().map(Code::row).collect()))?.made;
    let book: Vec<(Code, RecordId)> = planned.into_iter().zip(made).collect();
    let me = engine.acting()?;
    let mut batch = Batch::new(engine);
    for (code, id) in book.iter().filter(|(code, _)| code.level != Level::Label) {
        batch.act(me, |draft| codes::edit(draft, *id, code.level, code.layer, false))?;
    }
    batch.commit()?;
    Ok(book)
}

/// The study in the making.
struct Maker {
    engine: Engine,
    plan: Plan,
    vocabulary: Vocabulary,
    book: Vec<(Code, RecordId)>,
    coders: Vec<RecordId>,
}

impl Maker {
    /// Takes an interview in and has it read, coded and finished by every coder.
    fn interview(&mut self, number: usize, summary: &mut Summary) -> Result<(), Failure> {
        let name = participant(number);
        let days = i64::try_from(2 * number + 1).unwrap_or_default();
        let day = EVE.checked_add(days.days()).unwrap_or(EVE).strftime("%d/%m/%Y").to_string();
        let dice = Dice::new(self.plan.seed, &format!("text of {name}"));
        let words = size(self.plan.words);
        let interview::Interview { request, speech } =
            interview::write(&self.vocabulary, dice, &name, &day, words);
        summary.words += words;
        summary.turns += request.transcript.turns.len();
        let made = self.engine.run(Command::ImportInterview(Box::new(request)))?.made;
        let id = made.first().copied().ok_or(Failure::Nothing)?;
        let marks = self.marks(number, &speech);
        summary.codings += marks.iter().map(Vec::len).sum::<usize>();
        summary.characters += self.code(id, number, &marks)?;
        Ok(())
    }

    fn marks(&self, number: usize, speech: &[Vec<(u32, u32)>]) -> Vec<Vec<Mark>> {
        let labels: Vec<usize> =
            (0..self.book.len()).filter(|place| self.book[*place].0.level == Level::Label).collect();
        // A third of the labels come up in the first interview, the last of them after six in ten.
        let (done, enough) = (number + 1, (6 * size(self.plan.interviews)).div_ceil(10));
        let known = labels.len() / 3 + 2 * labels.len() * done / (3 * enough);
        let field = Field { speech, labels: &labels, known: known.max(1) };
        let quotas: Vec<usize> = (0..self.coders.len()).map(|coder| self.quota(number, coder)).collect();
        let mut dice = Dice::new(self.plan.seed, &format!("passages of {number}"));
        passages::marks(&mut dice, &field, &quotas)
    }

    /// How many codings a coder makes in an interview: an equal part, what is left over to the first.
    fn quota(&self, number: usize, coder: usize) -> usize {
        let parts = size(self.plan.interviews) * self.coders.len();
        let all = usize::try_from(self.plan.codings).unwrap_or(usize::MAX);
        all / parts + usize::from(number * self.coders.len() + coder < all % parts)
    }

    /// The length of the interview's text, once it is coded.
    fn code(&mut self, interview: RecordId, number: usize, marks: &[Vec<Mark>]) -> Result<usize, Failure> {
        let (revision, text) = self.engine.current_text(interview)?;
        let page = Page { interview, revision, text: &text };
        let minutes = 20 + u32::try_from(number % 50).unwrap_or_default();
        let mut batch = Batch::new(&mut self.engine);
        for (coder, marks) in self.coders.iter().zip(marks) {
            batch.act(*coder, |draft| interviews::note_reading(draft, interview, Some(minutes)))?;
            for mark in marks {
                let (code, id) = &self.book[mark.code];
                batch.code(*coder, &page, (mark.start, mark.end), *id, code.layer)?;
            }
            batch.act(*coder, |draft| interviews::finish(draft, interview, true))?;
        }
        batch.commit()?;
        Ok(usize::try_from(text.len_scalars()).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests;

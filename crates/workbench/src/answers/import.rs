//! Transcripts taken in from files, one operation each.

use super::participant_names;
use crate::command::{Command, ImportRequest};
use crate::double_coding::word_return::GivenWords;
use crate::engine::{Engine, Together};
use crate::failure::Failure;
use crate::import::{CommentsAs, ImportChoices, Known, Preview, ReadFile, read_each};
use crate::ops::texts::words_in;
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::text::TextIndex;
use serde::Serialize;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What came of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FileAnswer {
    /// It was taken in.
    Taken(Box<TakenAnswer>),
    /// It was refused; the study is as it was.
    Refused {
        /// The file, as it was named.
        file: String,
        /// Why, in a sentence.
        error: String,
    },
}

/// A transcript that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TakenAnswer {
    /// The file, as it was named.
    pub file: String,
    /// The name of the interview.
    pub interview: String,
    /// The interview.
    pub interview_id: RecordId,
    /// The participants who speak in it.
    pub participants: Vec<String>,
    /// `docx`, `txt`.
    pub format: &'static str,
    /// The first revision of its text.
    pub revision: RecordId,
    /// Unicode scalars of the text.
    pub characters: u32,
    /// Words spoken in its turns.
    pub words: usize,
    /// Its turns.
    pub turns: usize,
    /// Who speaks.
    pub speakers: Vec<SpeakerAnswer>,
    /// Comments in the file's margin.
    pub comments: usize,
    /// How many of them became codings.
    pub comments_coded: usize,
    /// Comments that became nothing though codings were asked for.
    pub comments_left_out: Vec<LeftOutAnswer>,
    /// Members who joined the team because comments are theirs.
    pub new_members: Vec<String>,
    /// What the reader left out, replaced or guessed.
    pub warnings: Vec<WarningAnswer>,
}

/// A speaker of a transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerAnswer {
    /// The label, as written.
    pub label: String,
    /// `interviewer`, `participant` or `other`.
    pub role: &'static str,
    /// The participant's pseudonym.
    pub participant: Option<String>,
    /// How many turns.
    pub turns: usize,
}

/// A comment that became no coding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOutAnswer {
    /// Where it stands, as a scalar offset in the file's text.
    pub place: u32,
    /// Who wrote it, as the file says.
    pub author: String,
    /// What it says.
    pub text: String,
    /// `empty` or `outside_turns`.
    pub why: &'static str,
}

/// Something that a reader noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WarningAnswer {
    /// Its sort, such as `soft_hyphen`.
    pub kind: &'static str,
    /// Where in the text, as a scalar offset.
    pub place: Option<usize>,
    /// The odd content or a name.
    pub text: String,
    /// The whole in words, for people.
    #[serde(skip)]
    pub sentence: String,
}

/// How many bytes of files wait at most before they are written: what comes together is one step for the
/// disk, and memory has its bounds.
const WAITING: usize = 64 << 20;

/// Takes files in, each as an operation of its own, or several where the file holds several interviews.
/// `told` is called with how many files are read.
pub fn import_files(
    engine: &mut Engine,
    lang: Lang,
    paths: &[PathBuf],
    choices: &ImportChoices,
    mut told: impl FnMut(usize),
) -> Vec<FileAnswer> {
    let given = engine.given_words();
    let mut intake = Intake { lang, given, together: engine.together(), answers: Vec::new(), waiting: 0 };
    read_each(paths, choices, &AtomicBool::new(false), |n, read| {
        intake.take(&named(paths, n), read);
        told(n + 1);
    });
    intake.write();
    intake.answers
}

/// A file as it was named.
pub(super) fn named(paths: &[PathBuf], n: usize) -> String {
    paths.get(n).map(|path| path.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Files on their way into a study.
struct Intake<'e> {
    lang: Lang,
    given: GivenWords,
    together: Together<'e>,
    answers: Vec<FileAnswer>,
    /// Of the answers, those at the end whose operations are not written yet.
    waiting: usize,
}

impl Intake<'_> {
    fn take(&mut self, file: &str, read: Result<ReadFile, Failure>) {
        let before = self.together.count();
        let taken = match read {
            Ok(read) => self.take_read(file, read),
            Err(failure) => Err(self.words(&failure)),
        };
        let answers = taken.unwrap_or_else(|error| {
            self.together.back_to(before);
            vec![FileAnswer::Refused { file: file.to_owned(), error }]
        });
        self.waiting += answers.len();
        self.answers.extend(answers);
        if self.together.weight() > WAITING {
            self.write();
        }
    }

    fn take_read(&mut self, file: &str, read: ReadFile) -> Result<Vec<FileAnswer>, String> {
        let known = Known::of(&self.together.engine().seen()).with_given(self.given.clone());
        known.admit(&read).map_err(|failure| self.words(&failure))?;
        let preview = Preview::new(read, Arc::new(known));
        if let Some((_, known)) = &preview.already {
            return Err(i18n::import_already_there(self.lang, known));
        }
        let mut answers = Vec::new();
        for (n, request) in preview.requests().into_iter().enumerate() {
            let taken = self.interview(file, &preview, n, request);
            let taken = taken.map_err(|failure| self.words(&failure))?;
            answers.push(FileAnswer::Taken(Box::new(taken)));
        }
        Ok(answers)
    }

    /// Takes one interview of a file in; what is said of the file as a whole goes with the first.
    fn interview(
        &mut self,
        file: &str,
        preview: &Preview,
        n: usize,
        request: ImportRequest,
    ) -> Result<TakenAnswer, Failure> {
        let turns = request.transcript.turns.clone();
        let text = TextIndex::new(request.transcript.text.as_str());
        let comments_coded = request.codings.len();
        let outcome = self.together.run(Command::ImportInterview(Box::new(request)))?;
        let unmade = Failure::Payload { op: outcome.op.id };
        let [interview, revision, ..] = outcome.made.as_slice() else { return Err(unmade) };
        let seen = self.together.engine().seen();
        let known = seen.interview(*interview).ok_or(Failure::Deleted { record: *interview })?;
        let mut said: HashMap<&str, usize> = HashMap::new();
        turns.iter().for_each(|turn| *said.entry(&turn.speaker).or_default() += 1);
        let speaker = |speaker: &model::value::Speaker| SpeakerAnswer {
            label: speaker.label.clone(),
            role: speaker.role.as_str(),
            participant: speaker.participant.and_then(|id| participant_names(&seen, &[id]).pop()),
            turns: said.get(speaker.label.as_str()).copied().unwrap_or_default(),
        };
        let transcript = &preview.read.transcript;
        let of_the_file = n == 0;
        let warnings = transcript.warnings.iter().filter(|_| of_the_file);
        Ok(TakenAnswer {
            file: file.to_owned(),
            interview: known.name.to_owned(),
            interview_id: *interview,
            participants: participant_names(&seen, &known.participants()),
            format: transcript.format.as_str(),
            revision: *revision,
            characters: text.len_scalars(),
            words: words_in(&text, &turns),
            turns: turns.len(),
            speakers: known.speakers.iter().map(speaker).collect(),
            comments: if of_the_file { transcript.comments.len() } else { 0 },
            comments_coded,
            comments_left_out: if of_the_file { left_out(preview) } else { Vec::new() },
            new_members: new_members(&seen, &outcome.made),
            warnings: warnings.map(|warning| warning_answer(self.lang, warning)).collect(),
        })
    }

    /// Writes what waits; where that fails, none of it was taken in.
    fn write(&mut self) {
        let from = self.answers.len().saturating_sub(std::mem::take(&mut self.waiting));
        let Err(failure) = self.together.commit() else { return };
        let error = self.words(&failure);
        for answer in &mut self.answers[from..] {
            if let FileAnswer::Taken(taken) = answer {
                *answer = FileAnswer::Refused { file: taken.file.clone(), error: error.clone() };
            }
        }
    }

    fn words(&self, failure: &Failure) -> String {
        let engine = self.together.engine();
        let about = wording::About { file: Some(engine.path()), engine: Some(engine) };
        wording::failure_about(self.lang, about, failure)
    }
}

/// The comments that become nothing though they were to become codings.
fn left_out(preview: &Preview) -> Vec<LeftOutAnswer> {
    if preview.decisions.comments == CommentsAs::Skip {
        return Vec::new();
    }
    comments_left_out(preview)
}

/// The comments that cannot become codings.
pub(super) fn comments_left_out(preview: &Preview) -> Vec<LeftOutAnswer> {
    let comments = &preview.read.transcript.comments;
    let answer = |(place, why): (usize, crate::import::LeftOut)| {
        let comment = comments.get(place)?;
        Some(LeftOutAnswer {
            place: comment.start,
            author: comment.author.clone(),
            text: comment.text.clone(),
            why: why.as_str(),
        })
    };
    preview.comments().left_out.into_iter().filter_map(answer).collect()
}

pub(super) fn new_members(seen: &Seen<'_>, made: &[RecordId]) -> Vec<String> {
    let member = |id: &RecordId| {
        let known = seen.record(*id).filter(|record| record.kind() == model::value::Kind::Member)?;
        known.is_alive().then(|| seen.member(*id).map(|member| member.name.to_owned()))?
    };
    made.iter().filter_map(member).collect()
}

/// A reader's warning, as it is printed.
#[must_use]
pub fn warning_answer(lang: Lang, warning: &formats::Warning) -> WarningAnswer {
    WarningAnswer {
        kind: warning.kind.as_str(),
        place: warning.place,
        text: warning.text.clone(),
        sentence: wording::warning(lang, warning),
    }
}

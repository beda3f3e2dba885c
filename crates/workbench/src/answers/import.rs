//! Transcripts taken in from files, one operation each.

use super::participant_names;
use crate::command::{CodingRow, Command, ImportRequest};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::import::{self, ImportChoices, Preview};
use crate::ops::texts::words_in;
use crate::wording;
use formats::{CommentFound, Transcript};
use i18n::Lang;
use model::RecordId;
use model::text::TextIndex;
use serde::Serialize;
use std::path::Path;

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

/// Takes one file in. With `comments`, the comments of its margin become codings, named by the comment and
/// signed by who wrote it.
pub fn import_file(
    engine: &mut Engine,
    lang: Lang,
    path: &Path,
    choices: &ImportChoices,
    comments: bool,
) -> FileAnswer {
    let file = path.to_string_lossy().into_owned();
    let refused = |error: String| FileAnswer::Refused { file: file.clone(), error };
    let about = |engine: &Engine, failure: &Failure| {
        let about = wording::About { file: Some(engine.path()), engine: Some(engine) };
        wording::failure_about(lang, about, failure)
    };
    let request = match import::read_path(path, choices) {
        Ok(request) => request,
        Err(failure) => return refused(about(engine, &failure)),
    };
    let Preview { request, already } = import::preview(&engine.seen(), request);
    if let Some(known) = already.and_then(|id| engine.seen().interview(id).map(|known| known.name.to_owned()))
    {
        return refused(i18n::import_already_there(lang, &known));
    }
    match take(engine, lang, &file, request, comments) {
        Ok(taken) => FileAnswer::Taken(Box::new(taken)),
        Err(failure) => refused(about(engine, &failure)),
    }
}

fn take(
    engine: &mut Engine,
    lang: Lang,
    file: &str,
    request: ImportRequest,
    comments: bool,
) -> Result<TakenAnswer, Failure> {
    let read = request.transcript.clone();
    let outcome = engine.run(Command::ImportInterview(Box::new(request)))?;
    let (interview, revision) = match outcome.made.as_slice() {
        [interview, revision, ..] => (*interview, *revision),
        _ => return Err(Failure::Payload { op: outcome.op.id }),
    };
    let comments_coded = if comments { code_comments(engine, interview, &read)? } else { 0 };
    let text = TextIndex::new(read.text.as_str());
    let seen = engine.seen();
    let known = seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
    let speaker = |speaker: &model::value::Speaker| SpeakerAnswer {
        label: speaker.label.clone(),
        role: speaker.role.as_str(),
        participant: speaker.participant.and_then(|id| participant_names(&seen, &[id]).pop()),
        turns: read.turns.iter().filter(|turn| turn.speaker == speaker.label).count(),
    };
    Ok(TakenAnswer {
        file: file.to_owned(),
        interview: known.name.to_owned(),
        interview_id: interview,
        participants: participant_names(&seen, &known.participants()),
        format: read.format.as_str(),
        revision,
        characters: text.len_scalars(),
        words: words_in(&text, &read.turns),
        turns: read.turns.len(),
        speakers: known.speakers.iter().map(speaker).collect(),
        comments: read.comments.len(),
        comments_coded,
        warnings: read.warnings.iter().map(|warning| warning_answer(lang, warning)).collect(),
    })
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

/// Makes a coding of every comment on a passage: how many there were.
fn code_comments(engine: &mut Engine, interview: RecordId, read: &Transcript) -> Result<usize, Failure> {
    let me = engine.acting()?;
    let text = TextIndex::new(read.text.as_str());
    let row = |(place, comment): (usize, &CommentFound)| {
        let (start, end) = text.trim(comment.start, comment.end);
        let (start, end) = text.snap_out(start, end);
        let name = comment.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let author = comment.author.trim();
        (start < end && !name.is_empty()).then(|| CodingRow {
            line: place + 1,
            interview: interview.to_string(),
            range: Some((start, end)),
            code: Some(name),
            coder: if author.is_empty() { me.to_string() } else { author.to_owned() },
            quote: None,
            layer: None,
        })
    };
    let rows: Vec<CodingRow> = read.comments.iter().enumerate().filter_map(row).collect();
    if rows.is_empty() {
        return Ok(0);
    }
    engine.run(Command::ImportCodings(rows.clone()))?;
    Ok(rows.len())
}

//! What files would become, before anything is taken in: the same that the window shows.

use super::import::{LeftOutAnswer, WarningAnswer, comments_left_out, named, warning_answer};
use super::recording_time;
use crate::command::CommentCoder;
use crate::engine::Engine;
use crate::import::{ImportChoices, Known, Preview, ReadFile, read_each};
use crate::wording;
use i18n::Lang;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What would come of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FilePreview {
    /// It would be taken in.
    Found(Box<FoundAnswer>),
    /// It would be refused.
    Refused {
        /// The file, as it was named.
        file: String,
        /// Why, in a sentence.
        error: String,
    },
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundAnswer {
    /// The file, as it was named.
    pub file: String,
    /// The interview that came from the very same file.
    pub already: Option<String>,
    /// `docx`, `txt`…
    pub format: &'static str,
    /// The interviews that the file would become, by name.
    pub interviews: Vec<String>,
    /// The titles under which the file holds several interviews.
    pub parts: Vec<PartAnswer>,
    /// Who speaks, other spellings united as far as that was asked for.
    pub speakers: Vec<VoiceAnswer>,
    /// What the header says.
    pub facts: Vec<FactAnswer>,
    /// What would become of comments.
    pub comments: CommentsAnswer,
    /// What the reader left out, replaced or guessed.
    pub warnings: Vec<WarningAnswer>,
    /// The text.
    pub text: String,
    /// Its turns.
    pub turns: Vec<TurnFound>,
}

/// An interview of a file that holds several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartAnswer {
    /// Its title, as written.
    pub title: String,
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Somebody who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VoiceAnswer {
    /// The label, as written.
    pub label: String,
    /// Labels that were united with it.
    pub also: Vec<String>,
    /// The label of which this one seems to be another spelling.
    pub same_as: Option<String>,
    /// `interviewer`, `participant` or `other`.
    pub role: &'static str,
    /// The participant's pseudonym.
    pub participant: Option<String>,
    /// True for a participant whom the study does not know yet.
    pub new_participant: bool,
    /// How many turns.
    pub turns: usize,
    /// Words in them.
    pub words: usize,
    /// How the first begins.
    pub first_words: String,
}

/// Something that the header says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactAnswer {
    /// `date`, `duration`, `place`…
    pub kind: &'static str,
    /// As written.
    pub value: String,
    /// A day, minutes, a place, as the interview's sheet would have it.
    pub understood: Option<String>,
}

/// What would become of comments as codings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommentsAnswer {
    /// How many there are.
    pub found: usize,
    /// How many codings they would become.
    pub codings: usize,
    /// Those that would go with the coding of another.
    pub joined: usize,
    /// The labels, each once.
    pub labels: Vec<String>,
    /// Whose codings they would be.
    pub authors: Vec<AuthorAnswer>,
    /// Those that would become nothing.
    pub left_out: Vec<LeftOutAnswer>,
}

/// Who wrote comments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuthorAnswer {
    /// As the file says.
    pub author: String,
    /// How many comments.
    pub comments: usize,
    /// The member whose codings they would be.
    pub coder: String,
    /// True when that member would join the team.
    pub new_member: bool,
}

/// A turn as it would be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TurnFound {
    /// Who speaks.
    pub speaker: String,
    /// First scalar.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// When it begins in the recording.
    pub time: Option<String>,
}

/// Reads files without taking them in.
#[must_use]
pub fn preview_files(
    engine: &mut Engine,
    lang: Lang,
    paths: &[PathBuf],
    choices: &ImportChoices,
) -> Vec<FilePreview> {
    let given = engine.given_words();
    let known = Arc::new(Known::of(&engine.seen()).with_given(given));
    let me = engine.me().and_then(|me| engine.seen().member(me).map(|member| member.name.to_owned()));
    let mut answers = Vec::new();
    read_each(paths, choices, &AtomicBool::new(false), |n, read| {
        let file = named(paths, n);
        answers.push(match read.and_then(|read| known.admit(&read).map(|()| read)) {
            Ok(read) => FilePreview::Found(Box::new(found(lang, file, read, &known, me.as_deref()))),
            Err(failure) => FilePreview::Refused { file, error: wording::failure(lang, &failure) },
        });
    });
    answers
}

fn found(lang: Lang, file: String, read: ReadFile, known: &Arc<Known>, me: Option<&str>) -> FoundAnswer {
    let preview = Preview::new(read, Arc::clone(known));
    let transcript = &preview.read.transcript;
    let part = |part: &crate::import::Part| PartAnswer {
        title: part.title.clone(),
        start: part.start,
        end: part.end,
    };
    let facts = preview.facts().into_iter().map(|fact| FactAnswer {
        kind: fact.kind.as_str(),
        value: fact.written,
        understood: fact.understood,
    });
    FoundAnswer {
        file,
        already: preview.already.as_ref().map(|(_, name)| name.clone()),
        format: transcript.format.as_str(),
        interviews: preview.requests().into_iter().map(|request| request.name).collect(),
        parts: transcript.parts.iter().map(part).collect(),
        speakers: voices(&preview),
        facts: facts.collect(),
        comments: comments(&preview, me),
        warnings: transcript.warnings.iter().map(|warning| warning_answer(lang, warning)).collect(),
        turns: turns(&preview),
        text: transcript.text.clone(),
    }
}

fn voices(preview: &Preview) -> Vec<VoiceAnswer> {
    let name = |role, participant: Option<&String>| {
        let interview = || preview.decisions.name.clone();
        (role == "participant").then(|| participant.cloned().unwrap_or_else(interview))
    };
    let answer = |speaker: crate::import::Speaker<'_>| {
        let role = speaker.voice.role.as_str();
        let participant = name(role, speaker.voice.participant.as_ref());
        VoiceAnswer {
            label: speaker.voice.name.clone(),
            also: speaker.also.iter().map(|label| (*label).to_owned()).collect(),
            same_as: speaker.voice.same_as.clone(),
            role,
            new_participant: participant
                .as_ref()
                .is_some_and(|name| !preview.known.participants.contains(name)),
            participant,
            turns: speaker.spoken.turns,
            words: speaker.spoken.words,
            first_words: speaker.spoken.first_words,
        }
    };
    preview.speakers().into_iter().map(answer).collect()
}

fn comments(preview: &Preview, me: Option<&str>) -> CommentsAnswer {
    let plan = preview.comments();
    let name = |coder: &CommentCoder| match coder {
        CommentCoder::Me => me.unwrap_or_default().to_owned(),
        CommentCoder::New(name) => name.clone(),
        CommentCoder::Member(member) => {
            let known = preview.known.members.iter().find(|(id, _)| id == member);
            known.map(|(_, name)| name.clone()).unwrap_or_default()
        }
    };
    let author = |author: &crate::import::Author| AuthorAnswer {
        author: author.name.clone(),
        comments: author.comments,
        coder: name(&author.coder),
        new_member: matches!(author.coder, CommentCoder::New(_)),
    };
    CommentsAnswer {
        found: plan.comments,
        codings: plan.codings,
        joined: plan.joined,
        labels: plan.labels,
        authors: preview.decisions.authors.iter().map(author).collect(),
        left_out: comments_left_out(preview),
    }
}

fn turns(preview: &Preview) -> Vec<TurnFound> {
    let text = &preview.read.text;
    let answer = |turn: model::text::Turn| TurnFound {
        text: text.slice(turn.start, turn.end).unwrap_or_default().to_owned(),
        time: turn.time.map(recording_time),
        speaker: turn.speaker,
        start: turn.start,
        end: turn.end,
    };
    preview.turns().into_iter().map(answer).collect()
}

//! What there is to work on in a project: words of participants, and codes for them.

use super::{BenchError, Size};
use crate::engine::Engine;
use crate::env::Env;
use crate::generate::dice::Dice;
use crate::generate::passages::{self, Field, Mark};
use model::RecordId;
use model::basis::Basis;
use model::study::Interview;
use model::text::TextIndex;
use model::value::{Layer, SpeakerRole};
use std::path::Path;
use std::sync::Arc;

/// How large a project is.
pub(super) fn size(project: &Path) -> Result<Size, BenchError> {
    let engine = Engine::open_read_only(project, Env::system())?;
    let seen = engine.seen();
    let interviews = seen.interviews();
    let everything = Basis::everything();
    Ok(Size {
        interviews: interviews.len(),
        codes: seen.codes().len(),
        codings: interviews.iter().map(|one| seen.codings_in(one.id, &everything).len()).sum(),
        coders: seen.members().len(),
        operations: engine.history().len(),
        bytes: super::scratch::bytes(project)?,
    })
}

/// Opens a copy and has somebody act: the first of the team where nobody else is known.
pub(super) fn open(copy: &Path) -> Result<Engine, BenchError> {
    let mut engine = Engine::open(copy, Env::system())?;
    if engine.me().is_none() {
        let first = engine.seen().members().first().map(|member| member.id);
        let first = first.ok_or(BenchError::NothingToCode)?;
        engine.act_as(&first.to_string())?;
    }
    Ok(engine)
}

/// An interview with what can be marked in it.
#[derive(Debug)]
pub(super) struct Page {
    pub interview: RecordId,
    pub revision: RecordId,
    pub text: Arc<TextIndex>,
    speech: Vec<Vec<(u32, u32)>>,
}

/// Where passages can be marked, and with which codes.
#[derive(Debug)]
pub(super) struct Ground {
    pub pages: Vec<Page>,
    pub codes: Vec<(RecordId, Layer)>,
}

impl Ground {
    /// Everything in a project that can be coded.
    pub fn of(engine: &mut Engine) -> Result<Ground, BenchError> {
        let study = engine.study();
        let seen = study.seen_by(engine.seen().lens());
        let mut pages = Vec::new();
        for interview in seen.interviews() {
            if let Ok((revision, text)) = engine.current_text(interview.id) {
                let speech = speech(&interview, &text);
                if !speech.is_empty() {
                    pages.push(Page { interview: interview.id, revision, text, speech });
                }
            }
        }
        let codes = seen.codes().into_iter().filter(|code| !code.deleted).map(|code| (code.id, code.layer));
        let codes: Vec<(RecordId, Layer)> = codes.collect();
        if pages.is_empty() || codes.is_empty() {
            Err(BenchError::NothingToCode)
        } else {
            Ok(Ground { pages, codes })
        }
    }

    /// So many passages to mark, spread over all pages; each with the place of its page.
    pub fn marks(&self, count: usize, purpose: &str) -> Vec<(usize, Mark)> {
        let labels: Vec<usize> = (0..self.codes.len()).collect();
        let mut dice = Dice::new(1, purpose);
        let (each, rest) = (count / self.pages.len(), count % self.pages.len());
        let mut all = Vec::with_capacity(count);
        for (place, page) in self.pages.iter().enumerate() {
            let field = Field { speech: &page.speech, labels: &labels, known: labels.len() };
            let quota = each + usize::from(place < rest);
            let marks = passages::marks(&mut dice, &field, &[quota]).concat();
            all.extend(marks.into_iter().map(|mark| (place, mark)));
        }
        all
    }
}

/// The words of each turn of a participant, as ranges in scalars.
fn speech(interview: &Interview<'_>, text: &TextIndex) -> Vec<Vec<(u32, u32)>> {
    let spoken =
        interview.turns.iter().filter(|turn| interview.role_of(&turn.speaker) == SpeakerRole::Participant);
    let words =
        spoken.filter_map(|turn| text.slice(turn.start, turn.end).map(|said| words(turn.start, said)));
    words.filter(|words| !words.is_empty()).collect()
}

/// The maximal runs without white space, as ranges of scalars; the text begins at `from`.
fn words(from: u32, said: &str) -> Vec<(u32, u32)> {
    let mut words: Vec<(u32, u32)> = Vec::new();
    let mut inside = false;
    for (at, c) in (from..).zip(said.chars()) {
        match (c.is_whitespace(), words.last_mut()) {
            (false, Some(word)) if inside => word.1 = at + 1,
            (false, _) => words.push((at, at + 1)),
            (true, _) => {}
        }
        inside = !c.is_whitespace();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_runs_without_white_space() {
        assert_eq!(words(10, "été,  ça\u{a0}?\nva"), [(10, 14), (16, 18), (19, 20), (21, 23)]);
        assert_eq!(words(0, " \n"), []);
    }
}

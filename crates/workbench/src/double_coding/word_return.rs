//! Word packets known by what they hold, wherever they come back.
//!
//! A transcript of the same interview is no packet: what tells a packet is what stands around the text, its
//! title, the instructions, the list of labels. Word, and whatever else opens the file, keeps these words.

use super::word_packet::{lines, list_headings};
use crate::engine::Engine;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::import::{self, ImportChoices};
use model::RecordId;
use model::text::TextIndex;
use model::value::PacketForm;
use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use store::StoreError;

/// One interview of a Word packet that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenWord {
    /// The round.
    pub round: RecordId,
    /// The name of the round.
    pub round_name: String,
    /// Whom it was given to.
    pub coder: RecordId,
    /// The name of that coder.
    pub coder_name: String,
    /// The interview.
    pub interview: RecordId,
    /// What stands at the head of the file: the interview's name, then the instructions.
    head: Vec<String>,
    /// What heads the list of labels.
    lists: Vec<String>,
    /// The lines of its text as it is now.
    lines: HashSet<String>,
}

impl GivenWord {
    /// Whether a text is this packet: most of its lines, and something of what stands around them.
    fn is(&self, text: &TextIndex) -> bool {
        let found: Vec<&str> = lines(text.text()).collect();
        let shared: BTreeSet<&str> =
            found.iter().copied().filter(|line| self.lines.contains(*line)).collect();
        let around = |line: &&str| self.head.iter().chain(&self.lists).any(|head| head.as_str() == *line);
        let around = found.iter().filter(|line| !self.lines.contains(**line)).any(around);
        around && shared.len() * 2 > self.lines.len()
    }

    /// Why it is not taken as something else.
    pub(crate) fn problem(&self) -> DoubleCodingProblem {
        let (coder, round) = (self.coder_name.clone(), self.round_name.clone());
        DoubleCodingProblem::WordCameBack { coder, round }
    }
}

/// The Word packets that were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GivenWords(Vec<GivenWord>);

impl GivenWords {
    /// The packet that a text is. Of several coders who were given the same, the one who has not declared
    /// their coding done comes first, then the latest round's.
    #[must_use]
    pub fn find(&self, text: &TextIndex) -> Option<&GivenWord> {
        self.0.iter().find(|given| given.is(text))
    }
}

impl Engine {
    /// The Word packets that this study gave, with the texts by which they are known. A text that is gone, or
    /// cannot be read, is told where it is shown and by the check: nothing can be known by it here.
    pub fn given_words(&mut self) -> GivenWords {
        let mut given: Vec<(bool, GivenWord)> = Vec::new();
        for (done, mut word) in self.given_without_texts() {
            let Ok((_, text)) = self.current_text(word.interview) else { continue };
            word.lines = lines(text.text()).map(str::to_owned).collect();
            given.push((done, word));
        }
        given.sort_by_key(|(done, _)| *done);
        GivenWords(given.into_iter().map(|(_, word)| word).collect())
    }

    fn given_without_texts(&self) -> Vec<(bool, GivenWord)> {
        let seen = self.seen();
        let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
        let mut given = Vec::new();
        for round in seen.rounds().into_iter().rev() {
            let packets = round.packets.iter().filter(|packet| packet.body.form == PacketForm::Docx);
            for packet in packets {
                let coder = seen.resolve(packet.body.coder);
                let done = round.is_done(coder);
                let name = seen.member(coder).map(|member| member.name.to_owned()).unwrap_or_default();
                for (interview, _) in &packet.body.texts {
                    let interview = seen.resolve(*interview);
                    let Some(known) = seen.interview(interview) else { continue };
                    let head = std::iter::once(known.name).chain(round.instructions.lines());
                    let head = head.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
                    given.push((
                        done,
                        GivenWord {
                            round: round.id,
                            round_name: round.name.to_owned(),
                            coder,
                            coder_name: name.clone(),
                            interview,
                            head: head.collect(),
                            lists: list_headings(method),
                            lines: HashSet::new(),
                        },
                    ));
                }
            }
        }
        given
    }

    /// The Word packet that a file is; `None` where it is none of this study's, or no file that can be read.
    pub fn word_packet_at(&mut self, path: &Path) -> Option<GivenWord> {
        let given = self.given_words();
        if given == GivenWords::default() {
            return None;
        }
        let read = import::read_file_at(path, &ImportChoices::default()).ok()?;
        given.find(&read.text).cloned()
    }

    /// Why another copy could not be looked at: where it is no study but a Word packet that came back, that.
    pub(crate) fn of_word_packet(&mut self, path: &Path, failure: Failure) -> Failure {
        if !matches!(failure, Failure::Store(StoreError::NotAProject { .. })) {
            return failure;
        }
        self.word_packet_at(path).map_or(failure, |given| given.problem().into())
    }
}

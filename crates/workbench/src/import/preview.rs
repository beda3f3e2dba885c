//! One file as it would be taken in: what was found in it, what is decided, and the interviews that follow.

use super::comments::{self, CommentsAs, Fate, KnownLabels, LeftOut};
use super::decision::{Decision, Decisions};
use super::voices::{self, Spoken, Voice};
use super::{ImportChoices, parts, stem};
use crate::command::{CommentCoding, ImportRequest};
use crate::double_coding::word_return::GivenWords;
use crate::facts::{day, minutes, sheet};
use crate::failure::Failure;
use formats::{FactKind, Transcript};
use model::study::Seen;
use model::text::{TextIndex, Turn};
use model::value::InterviewFacts;
use model::{Digest, RecordId};
use std::collections::HashMap;
use std::sync::Arc;

/// What the study knows already, as far as an import asks.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The names of participants.
    pub participants: Vec<String>,
    /// The members of the team.
    pub members: Vec<(RecordId, String)>,
    labels: KnownLabels,
    /// The Word packets that were given: one that comes back is no interview.
    given: GivenWords,
    /// Digest of the file, interview and its name.
    files: Vec<(Digest, RecordId, String)>,
}

impl Known {
    /// What somebody sees of the study.
    #[must_use]
    pub fn of(seen: &Seen<'_>) -> Known {
        let files = seen.interviews().into_iter().filter_map(|interview| {
            let digest = interview.source.and_then(|source| source.digest)?;
            Some((digest, interview.id, interview.name.to_owned()))
        });
        Known {
            participants: seen.participants().iter().map(|one| one.name.to_owned()).collect(),
            members: seen.members().iter().map(|one| (one.id, one.name.to_owned())).collect(),
            labels: KnownLabels::of(seen, true),
            given: GivenWords::default(),
            files: files.collect(),
        }
    }

    /// The same, with the Word packets that were given.
    #[must_use]
    pub fn with_given(self, given: GivenWords) -> Known {
        Known { given, ..self }
    }

    /// Refuses what is a Word packet that came back.
    ///
    /// # Errors
    /// When it is one; whose it is and how it is taken in is said.
    pub fn admit(&self, read: &ReadFile) -> Result<(), Failure> {
        self.given.find(&read.text).map_or(Ok(()), |given| Err(given.problem().into()))
    }
}

/// The content of a file, understood.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// What was understood.
    pub transcript: Arc<Transcript>,
    /// Its text.
    pub text: TextIndex,
    /// What was chosen before it was read.
    pub choices: ImportChoices,
}

/// One file as it would be taken in. Nothing is written before somebody confirms.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The file.
    pub read: ReadFile,
    /// What the study knows.
    pub known: Arc<Known>,
    /// What is decided.
    pub decisions: Decisions,
    /// The interview that came from the very same file, where there is one, and its name.
    pub already: Option<(RecordId, String)>,
    spoken: HashMap<String, Spoken>,
    fates: Vec<Fate>,
}

/// A speaker as the preview lists them: one or several labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker<'p> {
    /// The first of its voices: decisions are told by its label.
    pub voice: &'p Voice,
    /// The labels that are other spellings of it.
    pub also: Vec<&'p str>,
    /// What is said under all of them.
    pub spoken: Spoken,
}

/// A fact of the header as it was written and understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactFound {
    /// What it is about.
    pub kind: FactKind,
    /// As written.
    pub written: String,
    /// What the interview's sheet would say: a day, minutes, a place. `None` where it is not kept there.
    pub understood: Option<String>,
    /// True when it is taken.
    pub taken: bool,
}

/// How comments would fare.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommentsPlan {
    /// How many there are.
    pub comments: usize,
    /// The codings that they become.
    pub codings: usize,
    /// Those that go with the coding of another.
    pub joined: usize,
    /// Those that become nothing, by their place among the comments.
    pub left_out: Vec<(usize, LeftOut)>,
    /// The labels, each once, by first appearance.
    pub labels: Vec<String>,
}

impl Preview {
    /// A file with what is proposed.
    #[must_use]
    pub fn new(read: ReadFile, known: Arc<Known>) -> Preview {
        let transcript = &read.transcript;
        let name = stem(&read.file);
        let voices = voices::proposed(transcript, &name, &read.choices, &known.participants);
        let part_names = parts::names(transcript, &voices, &read.text);
        let already = already(&read, &known);
        let found = transcript.speakers.iter().map(|found| {
            let (turns, words, first_words) = (found.turns, found.words, found.first_words.clone());
            (found.label.clone(), Spoken { turns, words, first_words })
        });
        let spoken = found.collect();
        let split = read.choices.split.unwrap_or_else(|| parts::is_split(transcript, &voices, &read.text));
        let decisions = Decisions {
            taken: already.is_none(),
            name,
            split: split && part_names.len() > 1,
            part_names,
            voices,
            turns: transcript.turns.clone(),
            comments: read.choices.comments,
            authors: comments::authors(transcript, &known.members),
            refused_facts: Vec::new(),
            keep_original: !read.choices.without_original,
        };
        let mut preview = Preview { read, known, decisions, already, spoken, fates: Vec::new() };
        if preview.read.choices.unite_spellings {
            preview.decisions.decide(&preview.read.text, &Decision::UniteSpellings);
        }
        preview.plan_comments();
        preview
    }

    /// A text with what is decided of it already.
    pub(super) fn with(read: ReadFile, known: Arc<Known>, decisions: Decisions) -> Preview {
        let spoken = voices::spoken(&read.text, &decisions.turns);
        Preview { read, known, decisions, already: None, spoken, fates: Vec::new() }
    }

    /// Decides something; false where nothing changed.
    pub fn decide(&mut self, decision: &Decision) -> bool {
        let changed = self.decisions.decide(&self.read.text, decision);
        if changed {
            self.follow(matches!(decision, Decision::Turns(_)));
        }
        changed
    }

    /// Goes back to what was decided before.
    pub(super) fn restore(&mut self, decisions: Decisions) {
        self.decisions = decisions;
        self.follow(true);
    }

    fn follow(&mut self, turns: bool) {
        if turns {
            self.spoken = voices::spoken(&self.read.text, &self.decisions.turns);
        }
        self.plan_comments();
    }

    fn plan_comments(&mut self) {
        if !self.read.transcript.comments.is_empty() {
            let (turns, authors) = (self.turns(), &self.decisions.authors);
            self.fates =
                comments::fates(&self.read.transcript, &self.read.text, &turns, authors, &self.known.labels);
        }
    }

    /// The speakers, each with all of its labels.
    #[must_use]
    pub fn speakers(&self) -> Vec<Speaker<'_>> {
        let mut found: Vec<Speaker<'_>> = Vec::new();
        for voice in &self.decisions.voices {
            let spoken = self.spoken.get(&voice.label).cloned().unwrap_or_default();
            match found.iter_mut().find(|known| known.voice.name == voice.name) {
                Some(known) => {
                    known.also.push(&voice.label);
                    known.spoken.turns += spoken.turns;
                    known.spoken.words += spoken.words;
                }
                None => found.push(Speaker { voice, also: Vec::new(), spoken }),
            }
        }
        found
    }

    /// The turns as they would be taken in.
    #[must_use]
    pub fn turns(&self) -> Vec<Turn> {
        voices::resolved(&self.decisions.voices, &self.decisions.turns)
    }

    /// What the header says.
    #[must_use]
    pub fn facts(&self) -> Vec<FactFound> {
        let found = self.read.transcript.facts.iter().map(|fact| FactFound {
            kind: fact.kind,
            written: fact.value.clone(),
            understood: understood(fact.kind, &fact.value),
            taken: !self.decisions.refused_facts.contains(&fact.kind),
        });
        found.collect()
    }

    /// How the comments would fare as codings.
    #[must_use]
    pub fn comments(&self) -> CommentsPlan {
        let mut plan = CommentsPlan { comments: self.fates.len(), ..CommentsPlan::default() };
        for (place, fate) in self.fates.iter().enumerate() {
            match fate {
                Fate::Coding(coding) => {
                    plan.codings += 1;
                    if !plan.labels.iter().any(|known| known.to_lowercase() == coding.label.to_lowercase()) {
                        plan.labels.push(coding.label.clone());
                    }
                }
                Fate::Joined(_) => plan.joined += 1,
                Fate::LeftOut(why) => plan.left_out.push((place, *why)),
            }
        }
        plan
    }

    /// The interviews that the file would become: one, or as many as it holds.
    #[must_use]
    pub fn requests(&self) -> Vec<ImportRequest> {
        let turns = self.turns();
        let transcript = &self.read.transcript;
        if !self.decisions.split {
            let range = (0, self.read.text.len_scalars());
            return vec![self.request(&self.decisions.name, self.read.digest, range, turns)];
        }
        let ranges = parts::ranges(&transcript.parts, &self.read.text).into_iter().enumerate();
        let request = |(n, range): (usize, (u32, u32))| {
            let name = self.decisions.part_names.get(n).unwrap_or(&self.decisions.name);
            let inside = parts::turns_in(&turns, range);
            self.request(name, parts::digest(self.read.digest, n + 1), range, inside)
        };
        ranges.map(request).collect()
    }

    fn request(&self, name: &str, digest: Digest, range: (u32, u32), turns: Vec<Turn>) -> ImportRequest {
        let (start, end) = range;
        let read = &self.read;
        let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let speakers = voices::speakers(&self.decisions.voices, &turns, &tidy);
        let transcript = Transcript {
            format: read.transcript.format,
            text: read.text.slice(start, end).unwrap_or_default().to_owned(),
            turns,
            speakers: Vec::new(),
            facts: Vec::new(),
            parts: Vec::new(),
            comments: Vec::new(),
            warnings: Vec::new(),
        };
        ImportRequest {
            name: tidy,
            file: read.file.clone(),
            original: self.decisions.keep_original.then(|| read.bytes.as_ref().clone()),
            digest,
            transcript,
            speakers,
            facts: self.sheet(range),
            codings: self.codings(range),
        }
    }

    fn codings(&self, (start, end): (u32, u32)) -> Vec<CommentCoding> {
        if self.decisions.comments == CommentsAs::Skip {
            return Vec::new();
        }
        let inside = self.fates.iter().filter_map(|fate| match fate {
            Fate::Coding(coding) if start <= coding.start && coding.start < end => Some(CommentCoding {
                start: coding.start - start,
                end: coding.end.min(end) - start,
                ..coding.clone()
            }),
            _ => None,
        });
        inside.collect()
    }

    /// The interview's sheet: the facts that are taken, the first of each kind in the range.
    fn sheet(&self, (start, end): (u32, u32)) -> InterviewFacts {
        let inside = |fact: &&formats::Fact| start <= fact.start && fact.start < end;
        let taken = |fact: &&formats::Fact| !self.decisions.refused_facts.contains(&fact.kind);
        sheet(self.read.transcript.facts.iter().filter(inside).filter(taken))
    }
}

fn understood(kind: FactKind, written: &str) -> Option<String> {
    match kind {
        FactKind::Date => day(written),
        FactKind::Duration => minutes(written).map(|minutes| minutes.to_string()),
        FactKind::Place => Some(written.to_owned()),
        _ => None,
    }
}

fn already(read: &ReadFile, known: &Known) -> Option<(RecordId, String)> {
    let parts = (1..=read.transcript.parts.len()).map(|number| parts::digest(read.digest, number));
    let digests: Vec<Digest> = std::iter::once(read.digest).chain(parts).collect();
    let (_, id, name) = known.files.iter().find(|(digest, ..)| digests.contains(digest))?;
    Some((*id, name.clone()))
}

//! What the user decides of a file before it is taken in, as data.

use super::comments::{Author, CommentsAs};
use super::turn_edits::TurnEdit;
use super::voices::{Voice, VoiceRole, letters};
use crate::command::CommentCoder;
use formats::FactKind;
use model::text::{TextIndex, Turn};

/// Everything that is decided of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decisions {
    /// False to leave the file out.
    pub taken: bool,
    /// The name of the interview, as long as it is one.
    pub name: String,
    /// The names of the interviews that the file holds, where it holds several.
    pub part_names: Vec<String>,
    /// True to make an interview of each.
    pub split: bool,
    /// Who speaks: one for each label found, then those that were added.
    pub voices: Vec<Voice>,
    /// The turns, by label.
    pub turns: Vec<Turn>,
    /// What becomes of comments.
    pub comments: CommentsAs,
    /// Whose codings they become.
    pub authors: Vec<Author>,
    /// The facts of the header that are left aside.
    pub refused_facts: Vec<FactKind>,
    /// True to keep the file itself in the study.
    pub keep_original: bool,
}

/// One decision. Voices are named by their label as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Takes the file in, or leaves it out.
    Take(bool),
    /// Names the interview; with `part`, one of those that the file holds.
    Name {
        /// Which of several, from 0.
        part: Option<usize>,
        /// The name.
        name: String,
    },
    /// Makes several interviews of the file, or one.
    Split(bool),
    /// Calls a speaker otherwise. A name that another speaker has unites the two.
    Rename {
        /// The label.
        label: String,
        /// The name from now on.
        name: String,
    },
    /// Says what a speaker is to the study.
    Role {
        /// The label.
        label: String,
        /// The role.
        role: VoiceRole,
    },
    /// Says which participant a speaker is; `None` for the one named as the interview.
    Participant {
        /// The label.
        label: String,
        /// The pseudonym.
        name: Option<String>,
    },
    /// Takes a label for another spelling of a speaker.
    Unite {
        /// The label.
        label: String,
        /// A label of the speaker.
        with: String,
    },
    /// Takes every label that seems another spelling for one.
    UniteSpellings,
    /// Takes a label for a speaker of its own again.
    Separate {
        /// The label.
        label: String,
    },
    /// Adds a voice that no label names.
    AddVoice {
        /// Its name.
        name: String,
    },
    /// Corrects the turns.
    Turns(TurnEdit),
    /// Says what becomes of comments.
    Comments(CommentsAs),
    /// Says whose codings an author's comments become.
    Author {
        /// The author, as the file says.
        name: String,
        /// Whose codings.
        coder: CommentCoder,
    },
    /// Takes a fact of the header, or leaves it aside.
    Fact {
        /// Which.
        kind: FactKind,
        /// True to take it.
        taken: bool,
    },
    /// Keeps the file itself in the study, or not.
    KeepOriginal(bool),
}

impl Decision {
    /// True for what may be meant of every file alike: who speaks, comments, originals.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        match self {
            Decision::Take(_)
            | Decision::Name { .. }
            | Decision::Split(_)
            | Decision::AddVoice { .. }
            | Decision::Turns(_) => false,
            Decision::Participant { label, .. } => !super::voices::is_generic(label),
            _ => true,
        }
    }

    /// The same decision about a file whose label is typed otherwise; `None` where it has no such label.
    pub(super) fn told_of(&self, other: &Decisions) -> Option<Decision> {
        let label = |wanted: &str| {
            let exact = other.voices.iter().find(|voice| voice.label == wanted);
            let alike = || other.voices.iter().find(|voice| letters(&voice.label) == letters(wanted));
            exact.or_else(alike).map(|voice| voice.label.clone())
        };
        let mut told = self.clone();
        match &mut told {
            Decision::Rename { label: of, .. }
            | Decision::Role { label: of, .. }
            | Decision::Participant { label: of, .. }
            | Decision::Separate { label: of } => *of = label(of)?,
            Decision::Unite { label: of, with } => {
                *of = label(of)?;
                *with = label(with)?;
            }
            _ => {}
        }
        Some(told)
    }
}

impl Decisions {
    /// Decides something; false where nothing changed.
    pub(super) fn decide(&mut self, text: &TextIndex, decision: &Decision) -> bool {
        let before = self.clone();
        match decision {
            Decision::Take(taken) => self.taken = *taken,
            Decision::Name { part: None, name } => name.clone_into(&mut self.name),
            Decision::Name { part: Some(part), name } => {
                if let Some(known) = self.part_names.get_mut(*part) {
                    name.clone_into(known);
                }
            }
            Decision::Split(split) => self.split = *split && self.part_names.len() > 1,
            Decision::Turns(edit) => {
                if let Some(turns) = edit.apply(text, &self.turns) {
                    self.turns = turns;
                }
            }
            Decision::Comments(comments) => self.comments = *comments,
            Decision::Author { name, coder } => {
                let known = self.authors.iter_mut().filter(|author| author.name == *name);
                known.for_each(|author| author.coder = coder.clone());
            }
            Decision::Fact { kind, taken } => {
                self.refused_facts.retain(|refused| refused != kind);
                if !taken {
                    self.refused_facts.push(*kind);
                }
            }
            Decision::KeepOriginal(keep) => self.keep_original = *keep,
            other => self.decide_voice(other),
        }
        *self != before
    }

    fn decide_voice(&mut self, decision: &Decision) {
        match decision {
            Decision::Rename { label, name } => self.rename(label, name),
            Decision::Role { label, role } => self.of_speaker(label, |voice| voice.role = *role),
            Decision::Participant { label, name } => {
                self.of_speaker(label, |voice| voice.participant.clone_from(name));
            }
            Decision::Unite { label, with } => self.unite(label, with),
            Decision::UniteSpellings => {
                let pairs = self.voices.iter().filter_map(|v| Some((v.label.clone(), v.same_as.clone()?)));
                for (label, with) in pairs.collect::<Vec<_>>() {
                    self.unite(&label, &with);
                }
            }
            Decision::Separate { label } => {
                if let Some(voice) = self.voices.iter_mut().find(|voice| voice.label == *label) {
                    voice.name.clone_from(&voice.label);
                }
            }
            Decision::AddVoice { name } => self.add(name),
            _ => {}
        }
    }

    /// The voice of a label.
    #[must_use]
    pub fn voice(&self, label: &str) -> Option<&Voice> {
        self.voices.iter().find(|voice| voice.label == label)
    }

    fn of_speaker(&mut self, label: &str, set: impl Fn(&mut Voice)) {
        let Some(name) = self.voice(label).map(|voice| voice.name.clone()) else { return };
        self.voices.iter_mut().filter(|voice| voice.name == name).for_each(set);
    }

    fn rename(&mut self, label: &str, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(was) = self.voice(label).map(|voice| voice.name.clone()).filter(|_| !name.is_empty()) else {
            return;
        };
        let other = self.voices.iter().find(|voice| voice.name == name && voice.name != was);
        match other.map(|other| other.label.clone()) {
            Some(other) => self.unite(label, &other),
            None => self.of_speaker(label, |voice| name.clone_into(&mut voice.name)),
        }
    }

    fn unite(&mut self, label: &str, with: &str) {
        let Some(kept) = self.voice(with).cloned().filter(|_| label != with) else { return };
        self.of_speaker(label, |voice| {
            voice.name.clone_from(&kept.name);
            voice.role = kept.role;
            voice.participant.clone_from(&kept.participant);
        });
    }

    fn add(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let taken = self.voices.iter().any(|voice| voice.name == name || voice.label == name);
        if !name.is_empty() && !taken {
            let label = name.clone();
            self.voices.push(Voice { label, name, role: VoiceRole::Other, participant: None, same_as: None });
        }
    }
}

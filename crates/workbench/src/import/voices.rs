//! Who speaks in a file, as the user decides: names, roles, spellings of one person united.

use crate::command::SpeakerChoice;
use crate::import::ImportChoices;
use formats::{Role, Transcript};
use model::text::{TextIndex, Turn};
use model::value::SpeakerRole;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What a voice is to the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoiceRole {
    /// Somebody who is interviewed.
    #[default]
    Participant,
    /// Who leads the interview.
    Interviewer,
    /// Anybody else present.
    Other,
    /// Nobody: the words stay in the text and are no turn.
    Nobody,
    /// No label at all: the line goes on with what was said before.
    Speech,
}

impl VoiceRole {
    /// Every role, in the order of menus.
    pub const ALL: [VoiceRole; 5] = [
        VoiceRole::Participant,
        VoiceRole::Interviewer,
        VoiceRole::Other,
        VoiceRole::Nobody,
        VoiceRole::Speech,
    ];

    /// The name in the command line's JSON and options.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            VoiceRole::Participant => "participant",
            VoiceRole::Interviewer => "interviewer",
            VoiceRole::Other => "other",
            VoiceRole::Nobody => "nobody",
            VoiceRole::Speech => "speech",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<VoiceRole> {
        VoiceRole::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The role that is stored, where the voice speaks.
    #[must_use]
    pub fn speaker(self) -> Option<SpeakerRole> {
        match self {
            VoiceRole::Participant => Some(SpeakerRole::Participant),
            VoiceRole::Interviewer => Some(SpeakerRole::Interviewer),
            VoiceRole::Other => Some(SpeakerRole::Other),
            VoiceRole::Nobody | VoiceRole::Speech => None,
        }
    }
}

impl From<SpeakerRole> for VoiceRole {
    fn from(role: SpeakerRole) -> VoiceRole {
        match role {
            SpeakerRole::Participant => VoiceRole::Participant,
            SpeakerRole::Interviewer => VoiceRole::Interviewer,
            SpeakerRole::Other => VoiceRole::Other,
        }
    }
}

/// One label of a file, and what is decided of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The label as found: what the turns name it by until they are taken in.
    pub label: String,
    /// What it is called in the study; voices of one name are one speaker.
    pub name: String,
    /// What it is to the study.
    pub role: VoiceRole,
    /// For a participant: the pseudonym; `None` for that of the interview's name.
    pub participant: Option<String>,
    /// The label of which this one seems to be another spelling. Nothing follows from it by itself.
    pub same_as: Option<String>,
}

/// What is said under a label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// How many turns.
    pub turns: usize,
    /// Words in them.
    pub words: usize,
    /// How the first of them begins.
    pub first_words: String,
}

/// The voices of a file as they are proposed.
pub(super) fn proposed(
    transcript: &Transcript,
    interview: &str,
    choices: &ImportChoices,
    participants: &[String],
) -> Vec<Voice> {
    let people = transcript.speakers.iter().filter(|found| found.role == Role::Participant);
    let alone = people.filter(|found| found.same_as.is_none()).count() <= 1;
    let split = !transcript.parts.is_empty();
    let voice = |found: &formats::SpeakerFound| {
        let own = found.same_as.as_deref().unwrap_or(&found.label);
        let after_interview = is_generic(own) && (alone || split) || alone && same_letters(own, interview);
        let participant = match &choices.participant {
            Some(name) if alone => Some(name.clone()),
            _ if after_interview => None,
            _ => Some(spelled(own, participants)),
        };
        Voice {
            label: found.label.clone(),
            name: found.label.clone(),
            role: match found.role {
                Role::Interviewer => VoiceRole::Interviewer,
                Role::Participant => VoiceRole::Participant,
                Role::Other => VoiceRole::Other,
            },
            participant: participant.filter(|_| found.role == Role::Participant),
            same_as: found.same_as.clone(),
        }
    };
    transcript.speakers.iter().map(voice).collect()
}

/// A label as the study already spells that participant: `EMG6` is how somebody typed `EMG 6`.
pub(super) fn spelled(label: &str, participants: &[String]) -> String {
    let exact = participants.iter().find(|known| *known == label);
    let known = exact.or_else(|| participants.iter().find(|known| same_letters(known, label)));
    known.map_or_else(|| label.to_owned(), Clone::clone)
}

/// What is said under each label.
pub(super) fn spoken(text: &TextIndex, turns: &[Turn]) -> HashMap<String, Spoken> {
    const FIRST_WORDS: usize = 12;
    let mut found: HashMap<String, Spoken> = HashMap::new();
    for turn in turns {
        let words = text.slice(turn.start, turn.end).unwrap_or_default();
        if let Some(spoken) = found.get_mut(&turn.speaker) {
            spoken.turns += 1;
            spoken.words += words.split_whitespace().count();
        } else {
            let first: Vec<&str> = words.split_whitespace().take(FIRST_WORDS).collect();
            let spoken =
                Spoken { turns: 1, words: words.split_whitespace().count(), first_words: first.join(" ") };
            found.insert(turn.speaker.clone(), spoken);
        }
    }
    found
}

/// The turns under the names of their speakers, without those of nobody; labels that are speech join the
/// turn before.
pub(super) fn resolved(voices: &[Voice], turns: &[Turn]) -> Vec<Turn> {
    let by_label: HashMap<&str, &Voice> = voices.iter().map(|voice| (voice.label.as_str(), voice)).collect();
    let mut kept: Vec<Turn> = Vec::with_capacity(turns.len());
    let mut heard = false;
    for turn in turns {
        match by_label.get(turn.speaker.as_str()) {
            Some(voice) if voice.role == VoiceRole::Speech => {
                if let Some(last) = kept.last_mut().filter(|_| heard) {
                    last.end = turn.end;
                }
            }
            Some(voice) if voice.role == VoiceRole::Nobody => heard = false,
            voice => {
                let speaker = voice.map_or(&turn.speaker, |voice| &voice.name).clone();
                kept.push(Turn { speaker, ..turn.clone() });
                heard = true;
            }
        }
    }
    kept
}

/// One choice for each speaker who is heard in the turns, in the order of the voices.
pub(super) fn speakers(voices: &[Voice], turns: &[Turn], interview: &str) -> Vec<SpeakerChoice> {
    let heard: std::collections::HashSet<&str> = turns.iter().map(|turn| turn.speaker.as_str()).collect();
    let mut found: Vec<SpeakerChoice> = Vec::new();
    for voice in voices {
        let Some(role) = voice.role.speaker() else { continue };
        if !heard.contains(voice.name.as_str()) || found.iter().any(|one| one.label == voice.name) {
            continue;
        }
        let named = voice.participant.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = named.unwrap_or(interview).to_owned();
        let participant = (role == SpeakerRole::Participant).then_some(name);
        found.push(SpeakerChoice { label: voice.name.clone(), role, participant });
    }
    found
}

/// Two spellings of one name: case, accents, spaces and signs aside.
pub(crate) fn same_letters(one: &str, other: &str) -> bool {
    letters(one) == letters(other)
}

/// The letters and digits of a name, small and without accents.
pub(super) fn letters(name: &str) -> String {
    let folded = model::text::normalise(name).text.to_lowercase();
    folded.chars().filter(|c| c.is_alphanumeric()).map(unaccented).collect()
}

fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ÿ' => 'y',
        'ñ' => 'n',
        other => other,
    }
}

/// A label that says nothing of who it is: a letter or two, or a role. Then the interview's name is the
/// participant's.
pub(crate) fn is_generic(label: &str) -> bool {
    const ROLES: [&str; 14] = [
        "participant",
        "participante",
        "patient",
        "patiente",
        "medecin",
        "interviewe",
        "interviewee",
        "enquete",
        "enquetee",
        "reponse",
        "repondant",
        "repondante",
        "moi",
        "speaker",
    ];
    let folded = letters(label);
    let count = folded.chars().filter(|c| c.is_alphabetic()).count();
    (count <= 1 && !folded.chars().any(|c| c.is_ascii_digit())) || ROLES.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(label: &str, role: VoiceRole) -> Voice {
        let name = label.to_owned();
        Voice { label: name.clone(), name, role, participant: None, same_as: None }
    }

    fn turn(speaker: &str, start: u32, end: u32) -> Turn {
        Turn { speaker: speaker.to_owned(), start, end, time: None }
    }

    #[test]
    fn labels_that_are_speech_go_on_with_what_was_said_before() {
        let voices = [
            voice("CL", VoiceRole::Interviewer),
            voice("Attention", VoiceRole::Speech),
            voice("X", VoiceRole::Nobody),
        ];
        let turns = [
            turn("Attention", 0, 2),
            turn("CL", 5, 9),
            turn("Attention", 22, 30),
            turn("X", 34, 36),
            turn("Attention", 40, 50),
            turn("CL", 55, 60),
        ];
        assert_eq!(resolved(&voices, &turns), [turn("CL", 5, 30), turn("CL", 55, 60)]);
    }

    #[test]
    fn spellings_of_one_name_are_told_from_other_names() {
        for (one, other) in [("EMG 5", "emg5"), ("Émilie", "EMILIE"), ("P-12", "p 12")] {
            assert!(same_letters(one, other), "{one} {other}");
        }
        assert!(!same_letters("EMG 5", "EMG 6"));
        assert_eq!(spelled("EMG6", &["EMG 5".to_owned(), "EMG 6".to_owned()]), "EMG 6");
        assert_eq!(spelled("EMG 9", &["EMG 6".to_owned()]), "EMG 9");
    }

    #[test]
    fn some_labels_name_nobody() {
        for label in ["R", "Q", "Patiente", "Médecin", "Moi", "Interviewé"] {
            assert!(is_generic(label), "{label}");
        }
        for label in ["EMG 1", "VL", "P3", "Marie"] {
            assert!(!is_generic(label), "{label}");
        }
    }
}

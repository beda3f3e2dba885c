//! What a search finds.

use super::export::lines;
use super::{Looking, interview_name};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::names::{self, NameError};
use crate::search::{Asked, Hit, Results, Scoped, Voices};
use index::Kind;
use model::RecordId;
use model::study::Seen;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::{BTreeSet, HashMap};

/// Occurrences by participant, in the order of the participants' table; only those who have any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParticipantCounts(pub Vec<(String, u64)>);

impl Serialize for ParticipantCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, count) in &self.0 {
            map.serialize_entry(name, count)?;
        }
        map.end()
    }
}

/// What was found. `total` and `counts` are occurrences.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SearchAnswer {
    /// The query.
    pub query: String,
    /// How many occurrences there are, in everything that was searched.
    pub total: u64,
    /// How many for each participant.
    pub counts: ParticipantCounts,
    /// In how many turns (paragraphs of memos and codes) they lie.
    pub turns: u64,
    /// The first of them.
    pub hits: Vec<HitAnswer>,
}

/// One occurrence.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct HitAnswer {
    /// The name of the interview; of a memo its title, of a code its path.
    pub interview: String,
    /// The label under which it was said; empty in memos and codes.
    pub speaker: String,
    /// First scalar, in the current revision.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The text before them.
    pub before: String,
    /// The text after them.
    pub after: String,
    /// `text`, `memo` or `code`.
    pub kind: &'static str,
    /// The participant who said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participant: Option<String>,
    /// The interview, memo or code.
    pub id: RecordId,
}

/// Searches the study.
///
/// # Errors
/// When the query cannot be answered, or a text cannot be read.
pub fn search(engine: &mut Engine, asked: &Asked) -> Result<SearchAnswer, Failure> {
    let (results, scoped) = engine.find(asked)?;
    Ok(answer(&Looking::through(engine).seen(), asked, &results, &scoped))
}

/// Results in the words of the study.
pub(crate) fn answer(seen: &Seen<'_>, asked: &Asked, results: &Results, scoped: &Scoped) -> SearchAnswer {
    let mut wording = Wording { seen, scoped, turns: HashMap::new() };
    let hits = results.hits.iter().map(|hit| wording.hit(hit)).collect();
    let counts = counts(scoped, &results.counts);
    SearchAnswer { query: asked.query.clone(), total: results.total, counts, turns: results.parts, hits }
}

/// The occurrences of each participant, by name; two of one name are told apart by their identifiers.
pub(crate) fn counts(scoped: &Scoped, counts: &[u64]) -> ParticipantCounts {
    let people =
        scoped.voices.iter().zip(counts).filter(|(voice, count)| {
            **count > 0 && voice.role == Some(model::value::SpeakerRole::Participant)
        });
    let mut named: Vec<(String, u64)> = Vec::new();
    for (voice, count) in people {
        let taken = named.iter().any(|(name, _)| *name == voice.name);
        let name = match voice.participant {
            Some(id) if taken => format!("{} ({id})", voice.name),
            _ => voice.name.clone(),
        };
        named.push((name, *count));
    }
    ParticipantCounts(named)
}

struct Wording<'a> {
    seen: &'a Seen<'a>,
    scoped: &'a Scoped,
    turns: HashMap<RecordId, std::sync::Arc<[model::text::Turn]>>,
}

impl Wording<'_> {
    fn hit(&mut self, hit: &Hit) -> HitAnswer {
        let voice = self.scoped.voice(hit.class);
        HitAnswer {
            interview: self.name(hit),
            speaker: self.speaker(hit),
            start: hit.start,
            end: hit.end,
            text: hit.text.clone(),
            before: hit.before.clone(),
            after: hit.after.clone(),
            kind: match hit.kind {
                Kind::Verbatim => "text",
                Kind::Memo => "memo",
                Kind::Code => "code",
            },
            participant: voice.filter(|voice| voice.participant.is_some()).map(|voice| voice.name.clone()),
            id: hit.owner,
        }
    }

    fn name(&self, hit: &Hit) -> String {
        match hit.kind {
            Kind::Verbatim => interview_name(self.seen, hit.owner),
            Kind::Memo => {
                let memo = self.seen.memos().into_iter().find(|memo| memo.id == hit.owner);
                memo.map(|memo| memo.title.to_owned()).unwrap_or_default()
            }
            Kind::Code => super::code_path(self.seen, hit.owner),
        }
    }

    fn speaker(&mut self, hit: &Hit) -> String {
        if hit.kind != Kind::Verbatim {
            return String::new();
        }
        let seen = self.seen;
        let turns = self.turns.entry(hit.owner).or_insert_with(|| {
            seen.interview(hit.owner).map(|interview| interview.turns).unwrap_or_default()
        });
        turns.get(hit.part as usize).map(|turn| turn.speaker.clone()).unwrap_or_default()
    }
}

/// Whose words are meant by `participants`, `all`, `interviewers`, or names of participants with commas.
///
/// # Errors
/// When nobody, or several, are called so.
pub fn voices(seen: &Seen<'_>, asked: &str) -> Result<Voices, NameError> {
    match asked.trim().to_lowercase().as_str() {
        "participants" | "participant" | "" => return Ok(Voices::Participants),
        "all" | "tous" => return Ok(Voices::All),
        "interviewers" | "interviewer" => return Ok(Voices::Interviewers),
        _ => {}
    }
    if let Ok(one) = names::participant(seen, asked) {
        return Ok(Voices::Only(BTreeSet::from([one])));
    }
    let named = asked.split(',').map(|name| names::participant(seen, name.trim()));
    Ok(Voices::Only(named.collect::<Result<_, _>>()?))
}

/// The hits as a table for a spreadsheet: UTF-8, commas, one row each.
#[must_use]
pub fn hits_csv(hits: &[HitAnswer]) -> String {
    let header = ["interview", "participant", "speaker", "start", "end", "before", "text", "after"];
    let rows = hits.iter().map(|hit| {
        let participant = hit.participant.clone().unwrap_or_default();
        [
            hit.interview.clone(),
            participant,
            hit.speaker.clone(),
            hit.start.to_string(),
            hit.end.to_string(),
            hit.before.clone(),
            hit.text.clone(),
            hit.after.clone(),
        ]
    });
    lines(std::iter::once(header.map(str::to_owned).to_vec()).chain(rows.map(Vec::from)))
}

//! Where is searched, and whom an occurrence is counted for: laid over the index by the study as the lens
//! shows it.

use crate::command::Passage;
use crate::engine::Engine;
use index::{Class, Order, Parts, Passages, Scope};
use model::RecordId;
use model::basis::Basis;
use model::study::{Interview, Seen};
use model::text::PlaceState;
use model::value::{AttributeValue, Inclusion, Layer, SpeakerRole};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Where {
    /// The verbatims.
    pub texts: bool,
    /// The memos.
    pub memos: bool,
    /// The codes with their definitions.
    pub codes: bool,
}

impl Default for Where {
    fn default() -> Where {
        Where { texts: true, memos: false, codes: false }
    }
}

/// Whose words are searched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Voices {
    /// Those of the participants: what is counted in a thesis.
    #[default]
    Participants,
    /// Those of everybody, interviewers too.
    All,
    /// Those of some participants.
    Only(BTreeSet<RecordId>),
    /// Those of the interviewers.
    Interviewers,
}

/// Passages to which a search keeps, or which it leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Coded {
    /// Wherever.
    #[default]
    Anywhere,
    /// Only within passages with one of these codes, or one below them; with any code where empty.
    With(Vec<RecordId>),
    /// Only outside of them.
    Without(Vec<RecordId>),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The query, as it was typed.
    pub query: String,
    /// A passage: others like it are looked for, instead of the query.
    pub like: Option<String>,
    /// Where that passage is: it is not found itself.
    pub like_at: Option<Passage>,
    /// Words as they are written, case aside.
    pub exact: bool,
    /// What is searched.
    pub within: Where,
    /// Whose words.
    pub voices: Voices,
    /// Only these interviews; all where empty.
    pub interviews: BTreeSet<RecordId>,
    /// Only participants with this value of an attribute.
    pub attribute: Option<(RecordId, AttributeValue)>,
    /// Only within, or outside of, coded passages.
    pub coded: Coded,
    /// Of which layer those codings are; any where `None`.
    pub layer: Option<Layer>,
    /// In which order hits come.
    pub order: Order,
    /// At most so many hits in full.
    pub limit: usize,
    /// So many scalars on either side of a hit.
    pub context: u32,
}

impl Asked {
    /// A query over the words of the participants.
    #[must_use]
    pub fn of(query: &str) -> Asked {
        Asked {
            query: query.to_owned(),
            like: None,
            like_at: None,
            exact: false,
            within: Where::default(),
            voices: Voices::default(),
            interviews: BTreeSet::new(),
            attribute: None,
            coded: Coded::default(),
            layer: None,
            order: Order::Text,
            limit: 50,
            context: 40,
        }
    }

    /// True when the same words are searched for the same people.
    fn same_scope(&self, other: &Asked) -> bool {
        let part = |asked: &Asked| {
            let Asked { within, voices, interviews, attribute, coded, layer, like_at, .. } = asked.clone();
            (within, voices, interviews, attribute, coded, layer, like_at)
        };
        part(self) == part(other)
    }
}

/// Somebody for whom occurrences are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The participant, where it is one.
    pub participant: Option<RecordId>,
    /// The pseudonym, or the label under which somebody speaks; empty for memos and codes.
    pub name: String,
    /// The role; `None` for memos and codes.
    pub role: Option<SpeakerRole>,
}

/// A scope with what is needed to word its answers.
#[derive(Debug)]
pub struct Scoped {
    /// The scope.
    pub scope: Scope,
    /// Who is meant by each class; the first stands for nobody.
    pub voices: Vec<Voice>,
}

impl Scoped {
    /// Who is meant by a class.
    #[must_use]
    pub fn voice(&self, class: Class) -> Option<&Voice> {
        self.voices.get(usize::from(class)).filter(|_| class > 0)
    }
}

impl Engine {
    /// The scope of a question: the one before where nothing that decides it has changed.
    pub(super) fn scoped(&mut self, asked: &Asked) -> Arc<Scoped> {
        let state = self.index_state();
        if let Some((known, before, scoped)) = &self.searching.scoped
            && *known == state
            && before.same_scope(asked)
        {
            return Arc::clone(scoped);
        }
        let scoped = Arc::new(scoped(&self.seen(), asked));
        self.searching.scoped = Some((state, asked.clone(), Arc::clone(&scoped)));
        scoped
    }
}

/// Lays a question over the study.
fn scoped(seen: &Seen<'_>, asked: &Asked) -> Scoped {
    let mut people = People::new(seen, asked);
    let mut documents = Vec::new();
    if asked.within.texts {
        for interview in seen.interviews() {
            let chosen = asked.interviews.is_empty() || asked.interviews.contains(&interview.id);
            if chosen && interview.status != Inclusion::Withdrawn {
                let parts = people.parts(&interview);
                documents.push((interview.id, parts, passages(seen, asked, interview.id)));
            }
        }
    }
    let nobody = Voice { participant: None, name: String::new(), role: None };
    if asked.within.memos {
        let class = people.class(nobody.clone());
        documents.extend(seen.memos().iter().map(|memo| (memo.id, Parts::All(class), Passages::default())));
    }
    if asked.within.codes {
        let class = people.class(nobody);
        let codes = seen.codes().into_iter().filter(|code| !code.deleted);
        documents.extend(codes.map(|code| (code.id, Parts::All(class), Passages::default())));
    }
    Scoped { scope: Scope::new(documents), voices: people.voices }
}

/// What of an interview is kept to and what is left out.
fn passages(seen: &Seen<'_>, asked: &Asked, interview: RecordId) -> Passages {
    let mut passages = coded_passages(seen, asked, interview);
    let itself = asked.like_at.filter(|passage| passage.interview == interview);
    passages.outside.extend(itself.map(|passage| (passage.start, passage.end)));
    passages
}

/// Coded passages of an interview, as the question keeps to them or leaves them out.
fn coded_passages(seen: &Seen<'_>, asked: &Asked, interview: RecordId) -> Passages {
    let (codes, within) = match &asked.coded {
        Coded::Anywhere => return Passages::default(),
        Coded::With(codes) => (codes, true),
        Coded::Without(codes) => (codes, false),
    };
    let below = codes.iter().flat_map(|code| seen.code_with_descendants(*code));
    let wanted: BTreeSet<RecordId> = below.collect();
    let basis = Basis { layer: asked.layer, ..Basis::everything() };
    let codings = seen.codings_in(interview, &basis).into_iter();
    let codings = codings.filter(|coding| coding.place.state != PlaceState::ToPlace);
    let codings = codings.filter(|coding| codes.is_empty() || wanted.contains(&coding.code));
    let places: Vec<(u32, u32)> = codings.map(|coding| (coding.place.start, coding.place.end)).collect();
    if within {
        Passages { within: Some(places), outside: Vec::new() }
    } else {
        Passages { within: None, outside: places }
    }
}

/// Gives everybody whose words are searched a class.
struct People<'a> {
    seen: &'a Seen<'a>,
    asked: &'a Asked,
    voices: Vec<Voice>,
    classes: HashMap<(Option<RecordId>, String, Option<SpeakerRole>), Class>,
}

impl<'a> People<'a> {
    fn new(seen: &'a Seen<'a>, asked: &'a Asked) -> People<'a> {
        let nobody = Voice { participant: None, name: String::new(), role: None };
        let mut people = People { seen, asked, voices: vec![nobody], classes: HashMap::new() };
        // In the order of the participants' table.
        for participant in seen.participants() {
            if people.is_searched(Some(participant.id), SpeakerRole::Participant) {
                people.class(Voice {
                    participant: Some(participant.id),
                    name: participant.name.to_owned(),
                    role: Some(SpeakerRole::Participant),
                });
            }
        }
        people
    }

    fn class(&mut self, voice: Voice) -> Class {
        let key = (voice.participant, voice.name.clone(), voice.role);
        if let Some(class) = self.classes.get(&key) {
            return *class;
        }
        // More voices than classes there are not; whoever came after would be counted with the last.
        let class = Class::try_from(self.voices.len()).unwrap_or(Class::MAX);
        if class < Class::MAX {
            self.voices.push(voice);
        }
        self.classes.insert(key, class);
        class
    }

    fn is_searched(&self, participant: Option<RecordId>, role: SpeakerRole) -> bool {
        let voice = match &self.asked.voices {
            Voices::All => true,
            Voices::Participants => role == SpeakerRole::Participant,
            Voices::Interviewers => role == SpeakerRole::Interviewer,
            Voices::Only(some) => participant.is_some_and(|id| some.contains(&id)),
        };
        voice && self.has_attribute(participant)
    }

    fn has_attribute(&self, participant: Option<RecordId>) -> bool {
        let Some((attribute, value)) = &self.asked.attribute else { return true };
        let known = participant.and_then(|id| self.seen.participant(id));
        known.is_some_and(|known| {
            known.attributes.iter().any(|(id, found)| self.seen.resolve(*id) == *attribute && *found == value)
        })
    }

    /// The class of each turn of an interview.
    fn parts(&mut self, interview: &Interview<'_>) -> Parts {
        if interview.turns.is_empty() {
            return Parts::All(self.whole(interview));
        }
        let mut known: HashMap<&str, Class> = HashMap::new();
        let mut classes = Vec::with_capacity(interview.turns.len());
        for turn in interview.turns.iter() {
            let label = turn.speaker.as_str();
            let class = match known.get(label) {
                Some(class) => *class,
                None => {
                    let class = self.speaker(interview, label);
                    known.insert(label, class);
                    class
                }
            };
            classes.push(class);
        }
        Parts::Each(classes)
    }

    fn speaker(&mut self, interview: &Interview<'_>, label: &str) -> Class {
        let speaker = interview.speakers.iter().find(|speaker| speaker.label == label);
        let role = speaker.map_or(SpeakerRole::Other, |speaker| speaker.role);
        let named = speaker.and_then(|speaker| speaker.participant);
        let participant = named.filter(|_| role == SpeakerRole::Participant).map(|id| self.seen.resolve(id));
        self.voice(participant, label, role)
    }

    /// A text in which nobody was told apart: its participant's, or nobody's in particular.
    fn whole(&mut self, interview: &Interview<'_>) -> Class {
        let participants = interview.participants();
        let only = match participants.as_slice() {
            [only] => Some(self.seen.resolve(*only)),
            _ => None,
        };
        self.voice(only, interview.name, SpeakerRole::Participant)
    }

    fn voice(&mut self, participant: Option<RecordId>, label: &str, role: SpeakerRole) -> Class {
        if !self.is_searched(participant, role) {
            return 0;
        }
        let known = participant.and_then(|id| self.seen.participant(id));
        let name = known.map_or(label, |known| known.name).to_owned();
        self.class(Voice { participant, name, role: Some(role) })
    }
}

//! Excerpts by code or by interview: what a director reads, and what is quoted in a thesis.

use crate::passage::{Voice, voices};
use crate::sources::Sources;
use model::basis::Basis;
use model::study::{Coding, Counts, Interview};
use model::text::{PlaceState, TextIndex};
use model::value::{AttributeValue, Inclusion, Layer, Level};
use model::{RecordId, Timestamp};
use std::collections::{BTreeSet, HashMap};

/// How excerpts are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Under each code, in the order of the tree.
    #[default]
    Code,
    /// Under each interview, in the order of the text.
    Interview,
}

/// Which excerpts are wanted.
#[derive(Debug, Clone, Default)]
pub struct ExcerptsAsked {
    /// Whose codings, in which layer.
    pub basis: Basis,
    /// Only these codes and what is below them; all where empty.
    pub codes: Vec<RecordId>,
    /// Only these interviews; all that are analysed where empty.
    pub interviews: Vec<RecordId>,
    /// How they are put together.
    pub by: By,
    /// The participants' attributes that are told beside their names, in this order.
    pub attributes: Vec<RecordId>,
}

/// Excerpts, and what they rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Excerpts {
    /// The excerpts, put together as was asked. A code without passages of its own heads those below it.
    pub groups: Vec<Group>,
    /// N of « n of N »: analysed interviews whose coding is finished, by the basis.
    pub finished: usize,
    /// Analysed interviews.
    pub interviews: usize,
    /// What was asked for and is not there.
    pub left_out: LeftOut,
}

impl Excerpts {
    /// How many excerpts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.excerpts.len()).sum()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Codings that could not be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Those whose words were deleted by a correction, to be placed again.
    pub to_place: usize,
    /// Those of interviews that are not analysed.
    pub not_analysed: usize,
}

/// Excerpts under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub subject: Subject,
    /// The excerpts, by interview and in the order of each text.
    pub excerpts: Vec<Excerpt>,
}

/// What a group of excerpts has in common.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A code.
    Code {
        /// The code.
        id: RecordId,
        /// Its name.
        name: String,
        /// Its level.
        level: Level,
        /// How many codes are above it.
        depth: usize,
        /// What it means.
        definition: String,
        /// Passages with the code itself; overlapping ones count once.
        own: usize,
        /// Participants in whose words the code itself was seen, their interview being coded to the end.
        own_confirmed: usize,
        /// Passages with the code or one below it, counted code by code.
        total: usize,
        /// Participants in whose words it or one below it was seen, their interview being coded to the end.
        confirmed: usize,
    },
    /// An interview.
    Interview {
        /// The interview.
        id: RecordId,
        /// Its name.
        name: String,
        /// The day, as `YYYY-MM-DD`.
        date: Option<String>,
    },
}

/// Somebody who speaks in an excerpt.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The participant.
    pub id: RecordId,
    /// The pseudonym.
    pub name: String,
    /// The attributes that were asked for, with their headings; `None` for not reported.
    pub attributes: Vec<(String, Option<AttributeValue>)>,
}

/// A coded passage, to be quoted.
#[derive(Debug, Clone, PartialEq)]
pub struct Excerpt {
    /// The coding.
    pub coding: RecordId,
    /// The code, redirects followed.
    pub code: RecordId,
    /// Its path.
    pub path: String,
    /// The layer.
    pub layer: Layer,
    /// The interview.
    pub interview: RecordId,
    /// Its name.
    pub interview_name: String,
    /// First scalar of the passage in the interview's current text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words at that place, labels inside included.
    pub quote: String,
    /// Who says what.
    pub voices: Vec<Voice>,
    /// The participants who speak, in the order of their first words.
    pub people: Vec<Person>,
    /// When the turn begins in the recording, in milliseconds.
    pub time: Option<u64>,
    /// The name of whoever coded it.
    pub coder: String,
    /// When it was coded.
    pub at: Option<Timestamp>,
    /// The coder's comment.
    pub comment: String,
    /// True when a correction touched its edges since.
    pub changed: bool,
}

impl Excerpts {
    /// Puts the excerpts together.
    #[must_use]
    pub fn of(sources: &Sources<'_>, asked: &ExcerptsAsked) -> Excerpts {
        let counts = sources.seen.counts(&asked.basis);
        let wanted: Option<BTreeSet<RecordId>> = (!asked.codes.is_empty())
            .then(|| asked.codes.iter().flat_map(|code| sources.seen.code_with_descendants(*code)).collect());
        let is_wanted = |code: RecordId| wanted.as_ref().is_none_or(|wanted| wanted.contains(&code));
        let mut left_out = LeftOut { not_analysed: not_analysed(sources, asked, is_wanted), to_place: 0 };
        let mut found: Vec<(RecordId, Vec<Excerpt>)> = Vec::new();
        for (interview, text) in sources.analysed(&asked.interviews) {
            let mut codings = sources.seen.codings_in(interview.id, &asked.basis);
            codings.retain(|coding| is_wanted(coding.code));
            let before = codings.len();
            codings.retain(|coding| coding.place.state != PlaceState::ToPlace);
            left_out.to_place += before - codings.len();
            let quoted = codings.iter().map(|coding| excerpt(sources, asked, &interview, &text, coding));
            found.push((interview.id, quoted.collect()));
        }
        let groups = match asked.by {
            By::Code => by_code(sources, &counts, found),
            By::Interview => by_interview(sources, found),
        };
        Excerpts { groups, finished: counts.finished, interviews: counts.interviews, left_out }
    }
}

fn not_analysed(sources: &Sources<'_>, asked: &ExcerptsAsked, is_wanted: impl Fn(RecordId) -> bool) -> usize {
    let only: Vec<RecordId> = asked.interviews.iter().map(|id| sources.seen.resolve(*id)).collect();
    let interviews = sources.seen.interviews().into_iter();
    let excluded = interviews.filter(|interview| interview.status == Inclusion::Excluded);
    let excluded = excluded.filter(|interview| only.is_empty() || only.contains(&interview.id));
    let codings = excluded.flat_map(|interview| sources.seen.codings_in(interview.id, &asked.basis));
    codings.filter(|coding| is_wanted(coding.code)).count()
}

fn excerpt(
    sources: &Sources<'_>,
    asked: &ExcerptsAsked,
    interview: &Interview<'_>,
    text: &TextIndex,
    coding: &Coding<'_>,
) -> Excerpt {
    let (start, end) = (coding.place.start, coding.place.end);
    let voices = voices(sources.seen, interview, text, start, end);
    let turn = interview.turns.iter().find(|turn| turn.start <= start && start < turn.end);
    Excerpt {
        coding: coding.id,
        code: coding.code,
        path: sources.seen.code(coding.code).map_or_else(String::new, |node| node.path.clone()),
        layer: coding.layer,
        interview: interview.id,
        interview_name: interview.name.to_owned(),
        start,
        end,
        quote: text.slice(start, end).unwrap_or_default().to_owned(),
        people: people(sources, asked, &voices),
        voices,
        time: turn.and_then(|turn| turn.time).map(u64::from),
        coder: sources.member(coding.coder),
        at: sources.made(coding.id),
        comment: coding.comment.to_owned(),
        changed: coding.place.state == PlaceState::Changed,
    }
}

fn people(sources: &Sources<'_>, asked: &ExcerptsAsked, voices: &[Voice]) -> Vec<Person> {
    let mut known = BTreeSet::new();
    let speaking = voices.iter().filter_map(|voice| voice.participant).filter(|id| known.insert(*id));
    let columns = sources.seen.attributes();
    let person = |id: RecordId| {
        let person = sources.seen.participant(id)?;
        let value = |wanted: &RecordId| {
            let column = columns.iter().find(|column| column.id == *wanted)?;
            let value = person.attributes.iter().find(|(id, _)| sources.seen.resolve(*id) == column.id);
            Some((column.name.to_owned(), value.map(|(_, value)| (*value).clone())))
        };
        let attributes = asked.attributes.iter().filter_map(value).collect();
        Some(Person { id: person.id, name: person.name.to_owned(), attributes })
    };
    speaking.filter_map(person).collect()
}

fn by_interview(sources: &Sources<'_>, found: Vec<(RecordId, Vec<Excerpt>)>) -> Vec<Group> {
    let found = found.into_iter().filter(|(_, excerpts)| !excerpts.is_empty());
    let group = |(id, excerpts): (RecordId, Vec<Excerpt>)| {
        let interview = sources.seen.interview(id)?;
        let date = interview.facts.and_then(|facts| facts.date.clone());
        Some(Group { subject: Subject::Interview { id, name: interview.name.to_owned(), date }, excerpts })
    };
    found.filter_map(group).collect()
}

fn by_code(sources: &Sources<'_>, counts: &Counts, found: Vec<(RecordId, Vec<Excerpt>)>) -> Vec<Group> {
    let mut of_code: HashMap<RecordId, Vec<Excerpt>> = HashMap::new();
    for excerpt in found.into_iter().flat_map(|(_, excerpts)| excerpts) {
        of_code.entry(excerpt.code).or_default().push(excerpt);
    }
    let mut headings: BTreeSet<RecordId> = BTreeSet::new();
    for code in of_code.keys() {
        let mut at = Some(*code);
        while let Some(id) = at.filter(|id| headings.insert(*id)) {
            at = sources.seen.code(id).and_then(|node| node.parent);
        }
    }
    let nodes = sources.seen.codes().into_iter().filter(|node| headings.contains(&node.id));
    let group = |node: &model::study::CodeNode| {
        let count = counts.of(node.id);
        Group {
            subject: Subject::Code {
                id: node.id,
                name: node.name.clone(),
                level: node.level,
                depth: node.depth,
                definition: node.definition.clone(),
                own: count.own,
                own_confirmed: count.own_confirmed,
                total: count.total,
                confirmed: count.confirmed.len(),
            },
            excerpts: of_code.remove(&node.id).unwrap_or_default(),
        }
    };
    nodes.map(group).collect()
}

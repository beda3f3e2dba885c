//! Relations with their evidence, and passages where codes meet.

use super::basis::BasisAnswer;
use super::codings::{CodingAnswer, coding, times};
use super::memos::{AboutAnswer, about, by_record};
use super::{Looking, code_path, instant, interview_name, member_name, participant_names};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::queries::{Asked, Meeting, meetings};
use crate::wording;
use formats::write::{Cell, Sheet};
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use model::value::{Near, Stance};
use serde::Serialize;
use std::collections::BTreeSet;

/// A passage that speaks for or against something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceAnswer {
    /// The passage.
    #[serde(flatten)]
    pub passage: CodingAnswer,
    /// Who speaks in it.
    pub participants: Vec<String>,
    /// Why it speaks so, where somebody said it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// A relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelationAnswer {
    /// The relation.
    pub id: RecordId,
    /// The path of the code that it leads from.
    pub from: String,
    /// The path of the code that it leads to.
    pub to: String,
    /// `opposes`, `part_of`… or `custom`.
    pub sort: &'static str,
    /// The type in words.
    #[serde(rename = "type")]
    pub relation_type: String,
    /// What it says.
    pub sentence: String,
    /// The passages that support it.
    pub supports: Vec<EvidenceAnswer>,
    /// The passages that contradict it.
    pub contradicts: Vec<EvidenceAnswer>,
    /// The participants in whose words it is supported.
    pub participants: Vec<String>,
    /// The memos about it.
    pub memos: Vec<AboutAnswer>,
    /// Who drew it.
    pub by: String,
    /// When, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// True where « part of » closes a circle, and is not followed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ignored: bool,
    /// The code that it leads from.
    pub from_id: RecordId,
    /// The code that it leads to.
    pub to_id: RecordId,
}

/// The relations, in the order of history.
///
/// # Errors
/// When a text cannot be read.
pub fn relations(engine: &mut Engine, lang: Lang) -> Result<Vec<RelationAnswer>, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let times = times(engine);
    let noted = by_record(&seen);
    let mut answers = Vec::new();
    for relation in seen.relations() {
        let born = seen.record(relation.id).and_then(|record| record.born());
        let (supports, contradicts) = evidence(engine, &seen, relation.id)?;
        let people: BTreeSet<String> =
            supports.iter().flat_map(|passage| passage.participants.iter().cloned()).collect();
        answers.push(RelationAnswer {
            id: relation.id,
            from: path_or_name(lang, &seen, relation.from),
            to: path_or_name(lang, &seen, relation.to),
            sort: relation.sort.as_str(),
            relation_type: wording::relation_sort(lang, &seen, &relation),
            sentence: wording::relation(lang, &seen, &relation),
            supports,
            contradicts,
            participants: people.into_iter().collect(),
            memos: noted.get(&relation.id).into_iter().flatten().map(|id| about(lang, &seen, *id)).collect(),
            by: born.map_or_else(String::new, |version| member_name(&seen, version.author)),
            at: born.and_then(|version| times.get(&version.stamp.op)).map(|at| instant(*at)),
            ignored: relation.ignored,
            from_id: relation.from,
            to_id: relation.to,
        });
    }
    Ok(answers)
}

/// How many relations of a type there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelationCount {
    /// `opposes`, `part_of`… or `custom`.
    pub sort: &'static str,
    /// The type in words.
    #[serde(rename = "type")]
    pub relation_type: String,
    /// How many relations.
    pub n: usize,
    /// How many passages support them.
    pub supports: usize,
    /// How many passages contradict them.
    pub contradicts: usize,
}

/// The relations by type, the most frequent first.
#[must_use]
pub fn counts(relations: &[RelationAnswer]) -> Vec<RelationCount> {
    let mut counts: Vec<RelationCount> = Vec::new();
    for one in relations {
        let known = counts.iter().position(|count| count.relation_type == one.relation_type);
        let place = known.unwrap_or_else(|| {
            let (sort, relation_type) = (one.sort, one.relation_type.clone());
            counts.push(RelationCount { sort, relation_type, n: 0, supports: 0, contradicts: 0 });
            counts.len() - 1
        });
        if let Some(count) = counts.get_mut(place) {
            count.n += 1;
            count.supports += one.supports.len();
            count.contradicts += one.contradicts.len();
        }
    }
    counts.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.relation_type.cmp(&b.relation_type)));
    counts
}

/// A relation on one line, with the words that it rests on: to be cited.
#[must_use]
pub fn cited(lang: Lang, relation: &RelationAnswer) -> String {
    let quoted = |list: &[EvidenceAnswer]| {
        let place = |one: &EvidenceAnswer| match one.participants.is_empty() {
            true => one.passage.interview.clone(),
            false => one.participants.join(", "),
        };
        list.iter().map(|one| (one.passage.quote.clone(), place(one))).collect::<Vec<_>>()
    };
    let (supports, against) = (quoted(&relation.supports), quoted(&relation.contradicts));
    wording::relation_cited(lang, &relation.sentence, &supports, &against)
}

/// The relations as a table, a line each, with the words that they rest on.
///
/// # Errors
/// When a text cannot be read.
pub fn sheet(engine: &mut Engine, lang: Lang) -> Result<Sheet, Failure> {
    let text = |words: &str| Cell::Text(words.to_owned());
    let headings = [
        i18n::column_from(lang),
        i18n::column_type(lang),
        i18n::column_to(lang),
        i18n::column_supports(lang),
        i18n::column_contradicts(lang),
        i18n::column_participants(lang),
        i18n::relations_quotes_for(lang),
        i18n::relations_quotes_against(lang),
        i18n::affected_memo(lang),
        i18n::column_author(lang),
        i18n::column_at(lang),
        i18n::column_id(lang),
    ];
    let quotes = |list: &[EvidenceAnswer]| {
        let said = list.iter().map(|one| format!("{} ({})", one.passage.quote, one.participants.join(", ")));
        Cell::Text(said.collect::<Vec<_>>().join("\n"))
    };
    let row = |one: &RelationAnswer| {
        let memos: Vec<&str> = one.memos.iter().map(|memo| memo.name.as_str()).collect();
        vec![
            text(&one.from),
            text(&one.relation_type),
            text(&one.to),
            Cell::count(one.supports.len()),
            Cell::count(one.contradicts.len()),
            text(&one.participants.join(", ")),
            quotes(&one.supports),
            quotes(&one.contradicts),
            text(&memos.join("\n")),
            text(&one.by),
            text(one.at.as_deref().unwrap_or_default()),
            text(&one.id.to_string()),
        ]
    };
    let rows = relations(engine, lang)?.iter().map(row).collect();
    Ok(Sheet { header: headings.map(str::to_owned).to_vec(), rows, ..Sheet::default() })
}

/// The path of a code; for one that was deleted and has none, what it was called.
pub(super) fn path_or_name(lang: Lang, seen: &Seen<'_>, code: RecordId) -> String {
    Some(code_path(seen, code))
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| wording::record_name(lang, seen, code))
}

/// The passages that support something and those that contradict it, by interview and place.
///
/// # Errors
/// When a text cannot be read.
pub fn evidence(
    engine: &mut Engine,
    seen: &Seen<'_>,
    about: RecordId,
) -> Result<(Vec<EvidenceAnswer>, Vec<EvidenceAnswer>), Failure> {
    let (mut supports, mut contradicts) = (Vec::new(), Vec::new());
    for one in seen.evidence(about) {
        let Some(known) = seen.coding(one.coding) else { continue };
        let people = seen
            .interview(known.interview)
            .map(|interview| interview.participants_of(known.place))
            .unwrap_or_default();
        let answer = EvidenceAnswer {
            passage: coding(engine, one.coding)?,
            participants: participant_names(seen, &people),
            why: one.comment.to_owned(),
        };
        match one.stance {
            Stance::Supports => supports.push(answer),
            Stance::Contradicts => contradicts.push(answer),
        }
    }
    for list in [&mut supports, &mut contradicts] {
        list.sort_by(|a, b| {
            let key =
                |one: &EvidenceAnswer| (one.passage.interview.clone(), one.passage.start, one.passage.id);
            key(a).cmp(&key(b))
        });
    }
    Ok((supports, contradicts))
}

/// Where codes meet, with the basis that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingsAnswer {
    /// Whose codings.
    pub basis: BasisAnswer,
    /// `overlap`, `turn`, or the number of turns.
    pub near: String,
    /// How many passages.
    pub total: usize,
    /// The participants in whose words the codes meet.
    pub participants: Vec<String>,
    /// The passages of the first code.
    pub passages: Vec<MeetingAnswer>,
}

/// A passage of the first code with what it meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingAnswer {
    /// The name of the interview.
    pub interview: String,
    /// Who speaks.
    pub participants: Vec<String>,
    /// The passage of the first code.
    pub passage: CodingAnswer,
    /// The passages that it meets.
    pub with: Vec<CodingAnswer>,
}

/// The passages where codes meet.
///
/// # Errors
/// When a text cannot be read.
pub fn meet(engine: &mut Engine, basis: &Basis, asked: &Asked) -> Result<MeetingsAnswer, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let found = meetings(&seen, basis, asked);
    let people: BTreeSet<RecordId> = found.iter().flat_map(|one| one.participants.iter().copied()).collect();
    let passages = found.iter().map(|one| meeting(engine, &seen, one)).collect::<Result<Vec<_>, _>>()?;
    Ok(MeetingsAnswer {
        basis: BasisAnswer::of(&seen, basis),
        near: near_name(asked.near),
        total: passages.len(),
        participants: participant_names(&seen, &people.into_iter().collect::<Vec<_>>()),
        passages,
    })
}

fn meeting(engine: &mut Engine, seen: &Seen<'_>, one: &Meeting) -> Result<MeetingAnswer, Failure> {
    let people: Vec<RecordId> = one.participants.iter().copied().collect();
    Ok(MeetingAnswer {
        interview: interview_name(seen, one.interview),
        participants: participant_names(seen, &people),
        passage: coding(engine, one.passage.coding)?,
        with: one.with.iter().map(|met| coding(engine, met.coding)).collect::<Result<Vec<_>, _>>()?,
    })
}

/// How near, as it is written.
#[must_use]
pub fn near_name(near: Near) -> String {
    match near {
        Near::Overlap => "overlap".to_owned(),
        Near::Turn => "turn".to_owned(),
        Near::Turns(turns) => turns.to_string(),
    }
}

/// How near, as it was written: `overlap`, `turn` or a number of turns.
#[must_use]
pub fn near(text: &str) -> Option<Near> {
    match text.trim() {
        "overlap" => Some(Near::Overlap),
        "turn" => Some(Near::Turn),
        number => number.parse().ok().map(Near::Turns),
    }
}

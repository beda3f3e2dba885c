//! The view of the code book and of the code that is chosen in it.

use super::{Making, Showing};
use crate::alike::{self, Likeness};
use crate::answers::participants::ValueAnswer;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::views::{AlikeRow, CodeSheet, CodebookView, HistoryRow, NoteRow, PassageLine};
use crate::wording;
use model::basis::{Basis, Coders};
use model::op::OpKind;
use model::study::{CodeNode, Coding};
use model::text::PlaceState;
use model::value::Value;
use model::{OpId, RecordId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many scalars of context stand on either side of a passage.
const CONTEXT: u32 = 60;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<CodebookView, Failure> {
    let nodes = making.seen.codes();
    let live: Vec<&CodeNode> = nodes.into_iter().filter(|node| !node.deleted).collect();
    let unused = live.iter().filter(|node| making.counts.of(node.id).total == 0).map(|node| node.id);
    let sheet = match showing.code.and_then(|code| making.seen.code(code)).filter(|node| !node.deleted) {
        Some(node) => Some(Arc::new(sheet(engine, making, node, showing)?)),
        None => None,
    };
    Ok(CodebookView {
        key: making.generation,
        unused: unused.collect(),
        alike: alike(making, &live),
        columns: super::study::columns(making),
        sheet,
    })
}

fn alike(making: &Making<'_>, live: &[&CodeNode]) -> Arc<[AlikeRow]> {
    let lang = making.lang;
    let name = |id: RecordId| making.seen.code(id).map_or("", |node| node.name.as_str());
    let pairs = alike::pairs(live.iter().map(|node| (node.id, node.name.as_str())));
    let row = |pair: alike::Alike| AlikeRow {
        code: pair.first,
        name: name(pair.first).into(),
        other: pair.second,
        other_name: name(pair.second).into(),
        measure: match pair.likeness {
            Likeness::SameWords => i18n::codebook_same_words(lang).into(),
            Likeness::OtherOrder => i18n::codebook_other_order(lang).into(),
            Likeness::Letters(letters) => i18n::codebook_letters_apart(lang, count(letters)).into(),
        },
    };
    pairs.into_iter().map(row).collect()
}

fn sheet(
    engine: &mut Engine,
    making: &Making<'_>,
    node: &CodeNode,
    showing: &Showing,
) -> Result<CodeSheet, Failure> {
    let (seen, lang) = (&making.seen, making.lang);
    let counts = making.counts.of(node.id);
    let people = people(making, node.id);
    let written = report::codebook::definition(seen, node.id);
    let text =
        |part: fn(&model::value::CodeDefinition) -> &String| written.map_or("", |body| part(body)).into();
    let above = node.path.strip_suffix(node.name.as_str()).and_then(|above| above.strip_suffix(" / "));
    let parent = node.parent.and_then(|parent| seen.code(parent));
    Ok(CodeSheet {
        id: node.id,
        name: node.name.as_str().into(),
        above: above.unwrap_or_default().into(),
        parent: node.parent,
        promoted: parent.map(|parent| parent.parent),
        hue: node.hue,
        level: node.level,
        layer: node.layer,
        in_vivo: node.in_vivo,
        definition: text(|body| &body.definition),
        include: text(|body| &body.include),
        exclude: text(|body| &body.exclude),
        example: text(|body| &body.example),
        passages: i18n::passage_count(lang, count(counts.own)),
        people,
        basis: i18n::cli_basis(lang, i18n::cli_basis_reference(lang), i18n::layer_any(lang)),
        every_coding: seen.codings_with(&[node.id], &Basis::everything()).count(),
        children: seen.codes().iter().filter(|other| other.parent == Some(node.id) && !other.deleted).count(),
        notes: notes(making, node.id),
        history: history(engine, making, node.id),
        rows: passages(engine, making, node, showing)?,
    })
}

/// On how many participants a code rests.
pub(super) fn people(making: &Making<'_>, code: RecordId) -> String {
    let lang = making.lang;
    let (finished, held) = (count(making.counts.finished), count(making.counts.interviews));
    let confirmed = count(making.counts.of(code).confirmed.len());
    if finished == held {
        i18n::participants_of(lang, confirmed, held, &making.prefix)
    } else {
        i18n::participants_of_finished(lang, confirmed, held, finished, &making.prefix)
    }
}

pub(super) fn notes(making: &Making<'_>, code: RecordId) -> Arc<[NoteRow]> {
    let about =
        |memo: &model::study::Memo<'_>| memo.target.is_some_and(|target| making.seen.resolve(target) == code);
    let memos = making.seen.memos().into_iter().filter(about);
    let row = |memo: model::study::Memo<'_>| NoteRow {
        memo: memo.id,
        author: making.seen.member(memo.author).map_or("", |member| member.name).into(),
        title: memo.title.into(),
        body: memo.body.into(),
    };
    memos.map(row).collect()
}

/// What was done to a code and to those that were merged into it, the latest first.
fn history(engine: &mut Engine, making: &Making<'_>, code: RecordId) -> Arc<[HistoryRow]> {
    let seen = &making.seen;
    let same =
        seen.records_of(model::value::Kind::Code).into_iter().filter(|(id, _)| seen.resolve(*id) == code);
    let mut ops: BTreeMap<model::op::Stamp, (OpId, String)> = BTreeMap::new();
    for (_, record) in same {
        for (_, register) in record.fields() {
            for version in register.versions() {
                let before = version.bases.first().and_then(|base| register.version(*base));
                let detail =
                    detail(making, before.and_then(|before| before.value.as_ref()), version.value.as_ref());
                let entry = ops.entry(version.stamp).or_insert((version.stamp.op, String::new()));
                if entry.1.is_empty() {
                    entry.1 = detail;
                }
            }
        }
    }
    let times: std::collections::HashMap<OpId, Timestamp> =
        engine.history().iter().map(|line| (line.op, line.at)).collect();
    let rows = ops.into_values().rev().filter_map(|(op, detail)| {
        let brief = engine.brief(op)?;
        let undone = brief.undoes.and_then(|id| engine.brief(id));
        let births = matches!(
            brief.kind,
            OpKind::CreateCode { .. } | OpKind::ImportCodes { .. } | OpKind::ApplyNewCode { .. }
        );
        Some(HistoryRow {
            at: times.get(&op).map_or_else(String::new, |at| moment(making.lang, *at)).into(),
            who: seen.member(brief.author).map_or("", |member| member.name).into(),
            what: wording::op(making.lang, seen, &brief, |_| undone.as_deref().cloned()).into(),
            detail: if births { Arc::default() } else { detail.into() },
        })
    });
    rows.collect()
}

/// What a field was and what it is, where that can be said in a line.
fn detail(making: &Making<'_>, before: Option<&Value>, after: Option<&Value>) -> String {
    let lang = making.lang;
    let name = |id: Option<RecordId>| {
        let node = id.and_then(|id| making.seen.code(id));
        node.map_or_else(|| i18n::codebook_at_top(lang).to_owned(), |node| node.name.clone())
    };
    match (before, after) {
        (Some(Value::CodeName(before)), Some(Value::CodeName(after))) => {
            i18n::codebook_from_to(lang, &after.name, &before.name)
        }
        (Some(Value::CodePlace(before)), Some(Value::CodePlace(after))) if before.parent != after.parent => {
            i18n::codebook_from_to(lang, &name(after.parent), &name(before.parent))
        }
        (_, Some(Value::CodeDefinition(after))) => after.definition.clone(),
        _ => String::new(),
    }
}

/// An instant as people write it, in UTC.
pub(super) fn moment(lang: i18n::Lang, at: Timestamp) -> String {
    date_and_time(at).map_or_else(String::new, |(date, time)| i18n::date_time(lang, date, time))
}

/// The day and the time of day of an instant, in UTC.
pub(super) fn date_and_time(at: Timestamp) -> Option<(i18n::Date, i18n::Time)> {
    let at = jiff::Timestamp::from_millisecond(at.0).ok()?.to_zoned(jiff::tz::TimeZone::UTC);
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let date = i18n::Date::new(at.year().into(), part(at.month()), part(at.day()))?;
    Some((date, i18n::Time::new(part(at.hour()), part(at.minute()))?))
}

fn passages(
    engine: &mut Engine,
    making: &Making<'_>,
    node: &CodeNode,
    showing: &Showing,
) -> Result<Arc<[PassageLine]>, Failure> {
    let codes = if showing.with_below { making.seen.code_with_descendants(node.id) } else { vec![node.id] };
    let coders = showing.coders.clone().map_or(Coders::Reference, Coders::Only);
    let basis = Basis { coders, layer: showing.layer };
    let columns = making.seen.attributes();
    let mut lines = Vec::new();
    for coding in making.seen.codings_with(&codes, &basis) {
        if coding.place.state != PlaceState::ToPlace {
            lines.extend(line(engine, making, Some(node.id), &coding, &columns)?);
        }
    }
    Ok(lines.into())
}

pub(super) fn line(
    engine: &mut Engine,
    making: &Making<'_>,
    chosen: Option<RecordId>,
    coding: &Coding<'_>,
    columns: &[model::study::Attribute<'_>],
) -> Result<Option<PassageLine>, Failure> {
    let Some(interview) = making.seen.interview(coding.interview) else { return Ok(None) };
    let revision = interview.revision.filter(|revision| !making.seen.is_text_gone(*revision));
    let text = engine.text(revision.ok_or(Failure::Withdrawn)?)?;
    let (start, end) = (coding.place.start, coding.place.end);
    let Some(words) = text.slice(start, end) else { return Ok(None) };
    let before = text.slice(start.saturating_sub(CONTEXT), start).unwrap_or_default();
    let after = text.slice(end, (end + CONTEXT).min(text.len_scalars())).unwrap_or_default();
    let voices = report::passage::voices(&making.seen, &interview, &text, start, end);
    let speaker = voices.iter().find(|voice| voice.participant.is_some()).or(voices.first());
    let turn = interview.turns.partition_point(|turn| turn.end <= start);
    let turn = interview.turns.get(turn).filter(|turn| turn.start <= start);
    let name = speaker.map_or(interview.name, |voice| voice.name.as_str());
    let mut place = vec![name.to_owned()];
    if name != interview.name {
        place.push(interview.name.to_owned());
    }
    place.extend(turn.and_then(|turn| turn.time).map(i18n::recording_time));
    let coder = making.seen.member(coding.coder).filter(|_| making.several);
    Ok(Some(PassageLine {
        coding: coding.id,
        interview: coding.interview,
        start: start as usize,
        end: end as usize,
        code: if Some(coding.code) == chosen { Arc::default() } else { code_name(making, coding.code) },
        before: one_line(whole_words_before(before.rsplit('\n').next().unwrap_or_default(), before.len())),
        words: one_line(words),
        after: one_line(whole_words_after(after.split('\n').next().unwrap_or_default(), after.len())),
        place: place.join(" · ").into(),
        attributes: attributes(making, speaker.and_then(|voice| voice.participant), columns),
        coder: coder.map_or("", |member| member.name).into(),
        comment: coding.comment.into(),
        undecided: coding.undecided,
    }))
}

fn code_name(making: &Making<'_>, code: RecordId) -> Arc<str> {
    making.seen.code(code).map_or("", |node| node.name.as_str()).into()
}

/// Context that begins inside a word begins with the next one.
fn whole_words_before(line: &str, whole: usize) -> &str {
    let cut = line.len() == whole && whole >= CONTEXT as usize;
    if cut { line.split_once(' ').map_or("", |(_, rest)| rest) } else { line }
}

/// Context that ends inside a word ends with the one before.
fn whole_words_after(line: &str, whole: usize) -> &str {
    let cut = line.len() == whole && whole >= CONTEXT as usize;
    if cut { line.rsplit_once(' ').map_or("", |(rest, _)| rest) } else { line }
}

fn one_line(text: &str) -> Arc<str> {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

fn attributes(
    making: &Making<'_>,
    participant: Option<RecordId>,
    columns: &[model::study::Attribute<'_>],
) -> Arc<str> {
    let Some(person) = participant.and_then(|id| making.seen.participant(id)) else { return Arc::default() };
    let value = |column: &model::study::Attribute<'_>| {
        let known = person.attributes.iter().find(|(id, _)| making.seen.resolve(*id) == column.id);
        known.map(|(_, value)| ValueAnswer::from(*value).cell()).filter(|cell| !cell.is_empty())
    };
    columns.iter().filter_map(value).collect::<Vec<_>>().join(", ").into()
}

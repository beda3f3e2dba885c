//! The view of the passages of a code.

use super::{Making, Showing};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::views::{PassageListView, PassageRow};
use model::RecordId;
use model::basis::{Basis, Coders};
use model::study::Coding;
use model::text::PlaceState;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    code: RecordId,
    showing: &Showing,
) -> Result<Option<PassageListView>, Failure> {
    let Some(node) = making.seen.code(code) else { return Ok(None) };
    let coders = showing.coders.clone().map_or(Coders::Reference, Coders::Only);
    let basis = Basis { coders, layer: showing.layer };
    let codes = making.seen.code_with_descendants(node.id);
    let mut rows = Vec::new();
    for coding in making.seen.codings_with(&codes, &basis) {
        if coding.place.state != PlaceState::ToPlace {
            rows.extend(row(engine, making, &coding)?);
        }
    }
    let people = making.counts.of(node.id).confirmed.len();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let (finished, held) = (count(making.counts.finished), count(making.counts.interviews));
    let basis = if finished == held {
        i18n::participants_of(making.lang, count(people), held, &making.prefix)
    } else {
        i18n::participants_of_finished(making.lang, count(people), held, finished, &making.prefix)
    };
    Ok(Some(PassageListView {
        key: making.generation,
        title: node.name.clone(),
        hue: node.hue,
        basis,
        rows: rows.into(),
    }))
}

fn row(engine: &mut Engine, making: &Making<'_>, coding: &Coding<'_>) -> Result<Option<PassageRow>, Failure> {
    let Some(interview) = making.seen.interview(coding.interview) else { return Ok(None) };
    let (_, text) = engine.current_text(coding.interview)?;
    let Some(words) = text.slice(coding.place.start, coding.place.end) else { return Ok(None) };
    let turn =
        interview.turns.iter().find(|turn| turn.start <= coding.place.start && coding.place.start < turn.end);
    let time = turn.and_then(|turn| turn.time).map(i18n::recording_time);
    let place = match time {
        Some(time) => format!("{} · {time}", interview.name),
        None => interview.name.to_owned(),
    };
    let coder = if making.seen.members().len() > 1 { making.seen.member(coding.coder) } else { None };
    Ok(Some(PassageRow {
        coding: coding.id,
        interview: coding.interview,
        start: coding.place.start as usize,
        end: coding.place.end as usize,
        quote: i18n::passages_quote(making.lang, words.trim()).into(),
        place: place.into(),
        coder: coder.map_or("", |member| member.name).into(),
    }))
}

//! The view of an interview's text.

use super::{Making, Showing, initials};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::views::{CodingView, LostView, PlaceState, Proposal, StripeLine, TranscriptView, TurnView};
use model::RecordId;
use model::basis::{Basis, Coders};
use model::study::{Coding, Interview};
use model::text::TextIndex;
use model::value::Layer;
use std::hash::{BuildHasher, Hasher};

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    interview: RecordId,
    showing: &Showing,
) -> Result<Option<TranscriptView>, Failure> {
    let Some(known) = making.seen.interview(interview) else { return Ok(None) };
    let (revision, text) = match engine.current_text(interview) {
        Ok(found) => found,
        Err(Failure::Withdrawn) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let coders = showing.coders.clone().map_or(Coders::Everybody, Coders::Only);
    let basis = Basis { coders, layer: showing.layer };
    let codings = making.seen.codings_in(interview, &basis);
    let main = making.seen.main_coder_of(interview);
    let several = codings.iter().any(|coding| Some(coding.coder) != main);
    let views = codings.iter().filter_map(|coding| coding_view(making, coding, several, main));
    Ok(Some(TranscriptView {
        interview: known.id,
        key: making.generation,
        text_key: text_key(revision, &known),
        title: known.name.to_owned(),
        subtitle: subtitle(making, &known, showing.coding_layer),
        text: text.shared(),
        turns: turns(&known),
        codings: views.collect(),
        to_place: lost(making, &codings, &text),
    }))
}

/// Changes with the revision and with who speaks.
fn text_key(revision: RecordId, known: &Interview<'_>) -> u64 {
    let mut hasher = foldhash::fast::FixedState::default().build_hasher();
    hasher.write(revision.0.as_bytes());
    for speaker in known.speakers {
        hasher.write(speaker.label.as_bytes());
        hasher.write(speaker.role.as_str().as_bytes());
    }
    hasher.finish()
}

/// `2ᵉ relecture · étiquetage expérientiel`.
fn subtitle(making: &Making<'_>, known: &Interview<'_>, layer: Layer) -> String {
    let lang = making.lang;
    let mine = making.seen.readings().into_iter();
    let readings =
        mine.filter(|reading| reading.interview == known.id && Some(reading.coder) == making.me).count();
    let readings = i64::try_from(readings).ok().filter(|readings| *readings > 0);
    let reading = readings.map(|readings| i18n::reading_nth(lang, readings));
    let layer = match layer {
        Layer::Experiential => i18n::layer_experiential(lang),
        Layer::Thematic => i18n::layer_thematic(lang),
    };
    reading.into_iter().chain([layer.to_owned()]).collect::<Vec<_>>().join(" · ")
}

fn turns(known: &Interview<'_>) -> std::sync::Arc<[TurnView]> {
    let view = |turn: &model::text::Turn| TurnView {
        label: turn.speaker.as_str().into(),
        role: known.role_of(&turn.speaker),
        start: turn.start as usize,
        end: turn.end as usize,
        time: turn.time.map(|millis| i18n::recording_time(millis).into()),
    };
    known.turns.iter().map(view).collect()
}

/// The codings without words, each with the place that resembles it most.
fn lost(making: &Making<'_>, codings: &[Coding<'_>], text: &TextIndex) -> std::sync::Arc<[LostView]> {
    let lost = codings.iter().filter(|coding| coding.place.state == model::text::PlaceState::ToPlace);
    let view = |coding: &Coding<'_>| {
        let (anchor, at) = (coding.anchor, coding.place.start);
        let found = model::text::propose_in(text, &anchor.quote, &anchor.before, &anchor.after, at);
        let code = making.seen.code(coding.code);
        LostView {
            coding: coding.id,
            label: code.map_or("", |code| code.name.as_str()).into(),
            hue: code.map_or(0, |code| code.hue),
            quote: anchor.quote.as_str().into(),
            at: at as usize,
            proposal: found.map(|found| Proposal {
                start: found.start as usize,
                end: found.end as usize,
                quote: text.slice(found.start, found.end).unwrap_or_default().into(),
                score: found.score,
            }),
        }
    };
    lost.map(view).collect()
}

fn coding_view(
    making: &Making<'_>,
    coding: &Coding<'_>,
    several: bool,
    main: Option<RecordId>,
) -> Option<CodingView> {
    let state = match coding.place.state {
        model::text::PlaceState::Exact => PlaceState::Exact,
        model::text::PlaceState::Changed => PlaceState::Changed,
        model::text::PlaceState::ToPlace => return None,
    };
    let code = making.seen.code(coding.code);
    let coder = making.seen.member(coding.coder).map_or("", |member| member.name);
    let line = if several && Some(coding.coder) != main { StripeLine::Dashed } else { StripeLine::Solid };
    Some(CodingView {
        id: coding.id,
        code: coding.code,
        label: code.map_or("", |code| code.name.as_str()).into(),
        in_vivo: code.is_some_and(|code| code.in_vivo),
        hue: code.map_or(0, |code| code.hue),
        coder_initials: initials(coder).into(),
        coder_name: coder.into(),
        line,
        start: coding.place.start as usize,
        end: coding.place.end as usize,
        state,
        layer: Some(coding.layer),
        memo: coding.comment.into(),
        definition: code.map_or("", |code| code.definition.as_str()).into(),
        day: coding.born().map(|born| crate::env::day_of(making.lang, born.op)).unwrap_or_default().into(),
        undecided: coding.undecided,
        coder: coding.coder,
    })
}

//! The view of the list of interviews.

use super::Making;
use crate::views::{InterviewListView, InterviewRow, InterviewState};
use model::RecordId;
use model::basis::Basis;
use model::study::Interview;
use model::value::{Inclusion, SpeakerRole};
use std::collections::HashMap;

pub(super) fn make(making: &Making<'_>) -> InterviewListView {
    let interviews = making.seen.interviews();
    let mut readings: HashMap<RecordId, usize> = HashMap::new();
    for reading in making.seen.readings().iter().filter(|reading| Some(reading.coder) == making.me) {
        *readings.entry(reading.interview).or_default() += 1;
    }
    let rows = interviews.iter().map(|interview| {
        let readings = readings.get(&interview.id).copied().unwrap_or_default();
        row(making, interview, readings)
    });
    let included = interviews.iter().filter(|interview| interview.status == Inclusion::Included).count();
    let excluded = interviews.len() - included;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut summary = i18n::interviews_analysed(making.lang, count(included));
    if excluded > 0 {
        summary = format!("{summary}, {}", i18n::interviews_excluded(making.lang, count(excluded)));
    }
    InterviewListView { key: making.generation, summary, rows: rows.collect() }
}

fn row(making: &Making<'_>, interview: &Interview<'_>, readings: usize) -> InterviewRow {
    let lang = making.lang;
    let coded = making.counts.coded(interview.id);
    let coded = coded.unwrap_or_else(|| making.seen.coded(interview.id, &Basis::default()));
    let mine_finished = interview.finished.iter().any(|(coder, _)| Some(*coder) == making.me);
    let state = match interview.status {
        Inclusion::Excluded | Inclusion::Withdrawn => InterviewState::Excluded,
        Inclusion::Included if mine_finished => InterviewState::Finished,
        Inclusion::Included if readings > 0 || coded.codings > 0 => InterviewState::InProgress,
        Inclusion::Included => InterviewState::ToRead,
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut details = Vec::new();
    if let Some(facts) = interview.facts {
        details.extend(facts.date.as_deref().map(short_date));
        details.extend(facts.duration_min.map(|minutes| i18n::duration(lang, minutes)));
    }
    if coded.codings > 0 {
        details.push(i18n::passage_count(lang, count(coded.codings)));
    }
    if readings > 0 {
        details.push(i18n::reading_count(lang, count(readings)));
    }
    match state {
        InterviewState::Finished => details.push(i18n::coding_finished(lang).to_owned()),
        InterviewState::ToRead => details.push(i18n::status_to_read(lang).to_owned()),
        InterviewState::Excluded if !interview.reason.is_empty() => details.push(interview.reason.to_owned()),
        _ => {}
    }
    InterviewRow {
        id: interview.id,
        label: interview.name.into(),
        details: details.join(" · ").into(),
        state,
        progress_per_mille: if mine_finished { 1000 } else { progress(interview, coded.end) },
    }
}

/// `2025-02-09` as `09/02`: the year is in the interview's sheet.
fn short_date(day: &str) -> String {
    match day.split('-').collect::<Vec<_>>().as_slice() {
        [_, month, day] => format!("{day}/{month}"),
        _ => day.to_owned(),
    }
}

/// How far into the participants' words the coding has come, the last coding ending at `last`.
fn progress(interview: &Interview<'_>, last: u32) -> u16 {
    let speech =
        interview.turns.iter().filter(|turn| interview.role_of(&turn.speaker) == SpeakerRole::Participant);
    let (mut done, mut all) = (0u64, 0u64);
    for turn in speech {
        all += u64::from(turn.end - turn.start);
        done += u64::from(last.min(turn.end).saturating_sub(turn.start));
    }
    (done * 1000).checked_div(all).and_then(|share| u16::try_from(share).ok()).unwrap_or_default()
}

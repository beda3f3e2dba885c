//! The view of the list of interviews.

use super::Making;
use crate::texts::WordCounts;
use crate::views::{InterviewListView, InterviewRow, InterviewState};
use model::RecordId;
use model::basis::Basis;
use model::study::{Interview, Reading};
use model::value::{Inclusion, SpeakerRole};
use std::collections::HashMap;

pub(super) fn make(making: &Making<'_>, words: &WordCounts) -> InterviewListView {
    let interviews = making.seen.interviews();
    let mut readings: HashMap<RecordId, Vec<Reading>> = HashMap::new();
    for reading in making.seen.readings() {
        readings.entry(reading.interview).or_default().push(reading);
    }
    let rows = interviews.iter().map(|interview| {
        let readings = readings.remove(&interview.id).unwrap_or_default();
        row(making, interview, &readings, words.of(interview))
    });
    let rows: Vec<InterviewRow> = rows.collect();
    let included = interviews.iter().filter(|interview| interview.status == Inclusion::Included).count();
    let excluded = interviews.len() - included;
    let mut summary = i18n::interviews_analysed(making.lang, count(included));
    if excluded > 0 {
        summary = format!("{summary}, {}", i18n::interviews_excluded(making.lang, count(excluded)));
    }
    InterviewListView { key: making.generation, summary, rows: rows.into() }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn row(
    making: &Making<'_>,
    interview: &Interview<'_>,
    readings: &[Reading],
    words: Option<usize>,
) -> InterviewRow {
    let lang = making.lang;
    let coded = making.counts.coded(interview.id);
    let coded = coded.unwrap_or_else(|| making.seen.coded(interview.id, &Basis::default()));
    let mine_finished = interview.finished.iter().any(|(coder, _)| Some(*coder) == making.me);
    let mine = readings.iter().filter(|reading| Some(reading.coder) == making.me).count();
    let state = match interview.status {
        Inclusion::Excluded | Inclusion::Withdrawn => InterviewState::Excluded,
        Inclusion::Included if mine_finished => InterviewState::Finished,
        Inclusion::Included if mine > 0 || coded.codings > 0 => InterviewState::InProgress,
        Inclusion::Included => InterviewState::ToRead,
    };
    let mut details = facts(making, interview);
    if coded.codings > 0 {
        details.push(i18n::passage_count(lang, count(coded.codings)));
    }
    if mine > 0 {
        details.push(i18n::reading_count(lang, count(mine)));
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
        about: about(making, interview, readings, words).into(),
        participants: participants(making, interview).into(),
        date: interview.facts.and_then(|facts| facts.date.as_deref()).unwrap_or_default().into(),
        words,
        codings: coded.codings,
        readings: mine,
        state,
        progress_per_mille: if mine_finished { 1000 } else { progress(interview, coded.end) },
    }
}

/// Date and duration.
fn facts(making: &Making<'_>, interview: &Interview<'_>) -> Vec<String> {
    let Some(facts) = interview.facts else { return Vec::new() };
    let date = facts.date.as_deref().map(short_date);
    let duration = facts.duration_min.map(|minutes| i18n::duration(making.lang, minutes));
    date.into_iter().chain(duration).collect()
}

fn participants(making: &Making<'_>, interview: &Interview<'_>) -> String {
    let ids = interview.participants();
    let names = ids.iter().filter_map(|id| making.seen.participant(*id)).map(|known| known.name.to_owned());
    names.collect::<Vec<_>>().join(", ")
}

/// Who speaks, how many words, and what each coder has done.
fn about(
    making: &Making<'_>,
    interview: &Interview<'_>,
    readings: &[Reading],
    words: Option<usize>,
) -> String {
    let lang = making.lang;
    let mut first = vec![participants(making, interview)];
    first.extend(words.map(|words| i18n::word_count(lang, count(words))));
    first.retain(|part| !part.is_empty());
    let mut lines = vec![first.join(" · ")];
    for member in making.seen.members() {
        let mut parts = Vec::new();
        let read: Vec<&Reading> = readings.iter().filter(|reading| reading.coder == member.id).collect();
        if !read.is_empty() {
            let minutes: u32 = read.iter().filter_map(|reading| reading.minutes).sum();
            let mut text = i18n::reading_count(lang, count(read.len()));
            if minutes > 0 {
                text = format!("{text} ({})", i18n::duration(lang, minutes));
            }
            parts.push(text);
        }
        let finished = interview.finished.iter().find(|(coder, _)| *coder == member.id);
        if let Some((day, _)) = finished.and_then(|(_, at)| crate::env::local(*at)) {
            parts.push(i18n::coding_finished_on(lang, &day.numeric(lang)));
        }
        if !parts.is_empty() {
            lines.push(i18n::interview_by(lang, member.name, &parts.join(", ")));
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
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

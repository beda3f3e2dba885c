//! The view of the study's page.

use super::Making;
use crate::answers::participants::ValueAnswer;
use crate::views::{ColumnView, ParticipantRow, ProgressRow, StudyView, TeamRow};
use model::RecordId;
use model::basis::Basis;
use model::study::{Interview, Participant};
use model::value::{AttributeKind, AttributeValue, Inclusion};
use std::collections::BTreeSet;
use std::sync::Arc;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn make(making: &Making<'_>) -> StudyView {
    let seen = &making.seen;
    let facts = seen.study_facts();
    let interviews = seen.interviews();
    let guide = seen.guide();
    let columns = seen.attributes();
    let people = seen.participants();
    StudyView {
        key: making.generation,
        title: facts.as_ref().map_or("", |facts| facts.title).into(),
        question: facts.as_ref().map_or("", |facts| facts.question).into(),
        method: making.method,
        prefix: making.prefix.as_str().into(),
        members: team(making, &interviews),
        participants: people
            .iter()
            .map(|person| participant(making, person, &columns, &interviews))
            .collect(),
        columns: self::columns(making),
        progress: progress(making, &interviews, &people),
        guide_title: guide.map_or("", |(_, title, _)| title).into(),
        guide: guide.map_or("", |(_, _, text)| text).into(),
    }
}

/// The columns of the participants' table.
pub(super) fn columns(making: &Making<'_>) -> Arc<[ColumnView]> {
    let view = |column: model::study::Attribute<'_>| ColumnView {
        id: column.id,
        name: column.name.into(),
        kind: column.kind,
        choices: column.choices.into(),
    };
    making.seen.attributes().into_iter().map(view).collect()
}

fn team(making: &Making<'_>, interviews: &[Interview<'_>]) -> Arc<[TeamRow]> {
    let seen = &making.seen;
    let mut codings: std::collections::HashMap<RecordId, usize> = std::collections::HashMap::new();
    for interview in interviews {
        for coding in seen.codings_in(interview.id, &Basis::everything()) {
            *codings.entry(coding.coder).or_default() += 1;
        }
    }
    let row = |member: model::study::Member<'_>| {
        let coded = codings.get(&member.id).copied().unwrap_or_default();
        let done =
            |interview: &&Interview<'_>| interview.finished.iter().any(|(coder, _)| *coder == member.id);
        let finished = interviews.iter().filter(done).count();
        let mut work = Vec::new();
        if coded > 0 {
            work.push(i18n::passage_count(making.lang, count(coded)));
        }
        if finished > 0 {
            work.push(i18n::study_codings_finished(making.lang, count(finished)));
        }
        TeamRow {
            id: member.id,
            name: member.name.into(),
            role: member.role,
            work: work.join(" · ").into(),
            acts: Some(member.id) == making.me,
        }
    };
    seen.members().into_iter().map(row).collect()
}

fn participant(
    making: &Making<'_>,
    person: &Participant<'_>,
    columns: &[model::study::Attribute<'_>],
    interviews: &[Interview<'_>],
) -> ParticipantRow {
    let seen = &making.seen;
    let value = |column: &model::study::Attribute<'_>| {
        let known = person.attributes.iter().find(|(id, _)| seen.resolve(*id) == column.id);
        known.map_or_else(String::new, |(_, value)| cell(making, column.kind, value))
    };
    let speaks =
        |interview: &&Interview<'_>| interview.participants().iter().any(|id| seen.resolve(*id) == person.id);
    let spoken = interviews.iter().filter(speaks).map(|interview| (interview.id, interview.name.to_owned()));
    ParticipantRow {
        id: person.id,
        name: person.name.into(),
        status: person.status,
        values: columns.iter().map(value).collect(),
        interviews: spoken.collect(),
    }
}

/// A value as a cell of the table shows it.
pub(super) fn cell(making: &Making<'_>, kind: AttributeKind, value: &AttributeValue) -> String {
    let cell = ValueAnswer::from(value).cell();
    if making.lang == i18n::Lang::Fr && kind == AttributeKind::Number { cell.replace('.', ",") } else { cell }
}

fn progress(
    making: &Making<'_>,
    interviews: &[Interview<'_>],
    people: &[Participant<'_>],
) -> Arc<[ProgressRow]> {
    let lang = making.lang;
    let analysed: Vec<&Interview<'_>> =
        interviews.iter().filter(|interview| interview.status == Inclusion::Included).collect();
    let read: BTreeSet<RecordId> =
        making.seen.readings().into_iter().map(|reading| reading.interview).collect();
    let coded = |interview: &&&Interview<'_>| {
        making.counts.coded(interview.id).is_some_and(|coded| coded.codings > 0)
    };
    let all = analysed.len();
    let share = |label: &str, n: usize| ProgressRow {
        label: label.into(),
        value: i18n::n_of_total(lang, count(n), count(all)).into(),
        per_mille: (all > 0).then(|| u16::try_from(n * 1000 / all).unwrap_or(1000)),
    };
    let number = |label: &str, n: usize| ProgressRow {
        label: label.into(),
        value: i18n::integer(lang, count(n)).into(),
        per_mille: None,
    };
    let codes: Vec<_> = making.seen.codes().into_iter().filter(|node| !node.deleted).collect();
    let passages: usize =
        analysed.iter().filter_map(|one| making.counts.coded(one.id)).map(|coded| coded.codings).sum();
    let included = people.iter().filter(|person| person.status == Inclusion::Included).count();
    vec![
        share(i18n::study_progress_read(lang), analysed.iter().filter(|one| read.contains(&one.id)).count()),
        share(i18n::study_progress_begun(lang), analysed.iter().filter(coded).count()),
        share(i18n::study_progress_finished(lang), making.counts.finished),
        number(i18n::study_progress_participants(lang), included),
        number(i18n::code_title_many(lang, making.method.as_str()), codes.len()),
        number(i18n::column_passages(lang), passages),
    ]
    .into()
}

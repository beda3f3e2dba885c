//! The view of the step of double coding.

use super::{Making, Showing};
use crate::answers::alignment::{AlignmentAnswer, alignment};
use crate::answers::reconciliation::{ReconciliationAnswer, reconciliation};
use crate::answers::{merge, rounds};
use crate::double_coding::locked::locked_original;
use crate::double_coding::{coders_of, progress};
use crate::engine::Engine;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::views::{DoubleCodingPart, DoubleCodingView, NamedView, WordView};
use model::RecordId;
use model::study::Memo;
use model::value::{MemoKind, Role};
use std::sync::Arc;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
    in_packet: bool,
) -> Result<DoubleCodingView, Failure> {
    let seen = &making.seen;
    let shown = showing.double_coding;
    let coders = shown.coders.or_else(|| suggested(making));
    let part = shown.part;
    let wants_items = matches!(part, DoubleCodingPart::Rounds | DoubleCodingPart::Reconciliation);
    let reconciliation = match coders.filter(|_| wants_items) {
        Some(coders) => differences(engine, making, coders)?,
        None => None,
    };
    let alignment = match coders.filter(|_| part == DoubleCodingPart::Alignment) {
        Some(coders) => codes_of_both(engine, coders)?,
        None => None,
    };
    let unsettled = match part {
        DoubleCodingPart::Merge => merge::unsettled(engine, making.lang),
        _ => merge::UnsettledAnswer::default(),
    };
    // Only what the open part shows is made: each decision makes this view anew.
    let mut who = if in_packet || part == DoubleCodingPart::Rounds {
        rounds::who_coded_what(engine)
    } else {
        Vec::new()
    };
    let said = if part == DoubleCodingPart::Reconciliation { discussions(making) } else { Arc::default() };
    let interview = |one: model::study::Interview<'_>| NamedView { id: one.id, name: one.name.into() };
    let member = |one: model::study::Member<'_>| NamedView { id: one.id, name: one.name.into() };
    // Those who direct come last: whoever is asked to code is found among the first.
    let mut members = seen.members();
    members.sort_by_key(|member| member.role == Role::Director);
    // One order for what stands in the head of a table and what stands below it.
    let place = |id: RecordId| members.iter().position(|member| member.id == id);
    who.iter_mut().for_each(|row| row.coders.sort_by_key(|cell| place(cell.id)));
    Ok(DoubleCodingView {
        key: making.generation,
        me: making.me,
        in_packet,
        came_locked: in_packet && locked_original(engine.path()).is_some(),
        interviews: seen.interviews().into_iter().map(interview).collect(),
        members: members.into_iter().map(member).collect(),
        rounds: rounds::rounds(engine).into(),
        who: who.into(),
        accepts_other_edges: seen.accepts_other_edges(),
        coders,
        reconciliation: reconciliation.map(Arc::new),
        alignment: alignment.map(Arc::new),
        discussions: said,
        unsettled: Arc::new(unsettled),
    })
}

/// The coders of the first interview that two coded and that may be seen.
fn suggested(making: &Making<'_>) -> Option<[RecordId; 2]> {
    let seen = &making.seen;
    seen.interviews().iter().find_map(|interview| {
        let coders = coders_of(seen, interview.id)?;
        progress::is_coded_by(seen, interview.id, coders).then_some(coders)
    })
}

/// What two coders made of what both coded; nothing while the work of one of them is sealed.
fn differences(
    engine: &mut Engine,
    making: &Making<'_>,
    coders: [RecordId; 2],
) -> Result<Option<ReconciliationAnswer>, Failure> {
    unsealed(reconciliation(engine, making.lang, &[], coders))
}

fn codes_of_both(engine: &mut Engine, coders: [RecordId; 2]) -> Result<Option<AlignmentAnswer>, Failure> {
    unsealed(alignment(engine, &[], coders))
}

fn unsealed<T>(found: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Failure::DoubleCoding(DoubleCodingProblem::StillSealed)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// What was said in discussions, the oldest first.
fn discussions(making: &Making<'_>) -> Arc<[WordView]> {
    let seen = &making.seen;
    let born =
        |memo: &Memo<'_>| seen.record(memo.id).and_then(|record| record.born().map(|version| version.stamp));
    let mut said: Vec<Memo<'_>> = seen.memos();
    said.retain(|memo| memo.kind == MemoKind::Discussion);
    said.sort_by_key(born);
    let word = |memo: &Memo<'_>| {
        let day = born(memo).map(|stamp| crate::env::day_of(making.lang, stamp.op));
        Some(WordView {
            id: memo.id,
            about: seen.resolve(memo.target?),
            author: seen.member(memo.author).map_or("", |member| member.name).into(),
            day: day.unwrap_or_default().into(),
            text: memo.body.into(),
        })
    };
    said.iter().filter_map(word).collect()
}

//! Two coders at one desk: what is made anew after each decision, and after none.

use super::report::{Goal, Sheet};
use super::{BenchError, Part, ground};
use crate::answers::compare::Comparing;
use crate::answers::reconciliation::reconciliation;
use crate::command::Command;
use crate::command::double_coding::{DecisionAsked, DoubleCoding};
use crate::comparison::{Asked, Rule, Unit};
use crate::double_coding::coders_of;
use crate::engine::Engine;
use crate::levels::LevelAsked;
use i18n::Lang;
use model::RecordId;
use model::value::Verdict;
use std::time::{Duration, Instant};

/// How many differences are decided.
const DECISIONS: usize = 50;

/// Reads two coders' differences and compares them, then decides some; nothing where nobody coded what
/// another coded.
pub(super) fn measure(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let copy = part.copy("desk")?;
    let mut engine = ground::open(&copy)?;
    let seen = engine.seen();
    let Some(coders) = seen.interviews().iter().find_map(|one| coders_of(&seen, one.id)) else {
        return Ok(());
    };
    let asked = Asked {
        coders: coders.to_vec(),
        unit: Unit::Turn,
        rule: Rule::Any,
        interviews: Vec::new(),
        level: LevelAsked::Label,
        layer: None,
        with_interviewer: false,
    };
    sheet.times("differences_first", &[timed(&mut engine, |engine| show(engine, coders))?], None);
    sheet.times("comparison_gathered_first", &[timed(&mut engine, |engine| gather(engine, &asked))?], None);
    sheet.times("comparison_computed", &[timed(&mut engine, |engine| compare(engine, &asked))?], None);
    let (mut decided, mut shown, mut compared) = (Vec::new(), Vec::new(), Vec::new());
    let open = differences(&mut engine, coders)?;
    // Spread over the study, as no order of work is promised.
    let step = (open.len() / DECISIONS).max(1);
    for difference in open.into_iter().step_by(step).take(DECISIONS) {
        let decision = DecisionAsked {
            coders: coders.to_vec(),
            differences: vec![difference],
            verdict: Verdict::First,
            present: coders.to_vec(),
            ..DecisionAsked::default()
        };
        decided.push(timed(&mut engine, |engine| decide(engine, &decision))?);
        shown.push(timed(&mut engine, |engine| show(engine, coders))?);
        compared.push(timed(&mut engine, |engine| compare(engine, &asked))?);
    }
    sheet.times("decide", &decided, None);
    sheet.times("differences_after_decision", &shown, Goal::p95(5.0));
    sheet.times("comparison_after_decision", &compared, Goal::p95(5.0));
    Ok(())
}

/// The codings that name the differences that are open.
fn differences(engine: &mut Engine, coders: [RecordId; 2]) -> Result<Vec<RecordId>, BenchError> {
    let answer = reconciliation(engine, Lang::Fr, &[], coders)?;
    let open = answer.items.iter().filter(|item| item.state == "open" && item.difference != "agreement");
    Ok(open.filter_map(|item| item.id).collect())
}

fn show(engine: &mut Engine, coders: [RecordId; 2]) -> Result<(), BenchError> {
    reconciliation(engine, Lang::Fr, &[], coders)?;
    Ok(())
}

fn gather(engine: &mut Engine, asked: &Asked) -> Result<(), BenchError> {
    Comparing::gather(engine, asked)?;
    Ok(())
}

fn compare(engine: &mut Engine, asked: &Asked) -> Result<(), BenchError> {
    Comparing::gather(engine, asked)?.answer()?;
    Ok(())
}

fn decide(engine: &mut Engine, decision: &DecisionAsked) -> Result<(), BenchError> {
    let command = DoubleCoding::Decide(decision.clone());
    engine.run(Command::DoubleCoding(Box::new(command)))?;
    Ok(())
}

fn timed(
    engine: &mut Engine,
    work: impl FnOnce(&mut Engine) -> Result<(), BenchError>,
) -> Result<Duration, BenchError> {
    let start = Instant::now();
    work(engine)?;
    Ok(start.elapsed())
}

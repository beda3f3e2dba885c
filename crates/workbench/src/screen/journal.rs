//! The view of the journal of operations.

use super::Making;
use crate::engine::Engine;
use crate::views::{JournalRow, JournalView};
use crate::{env, wording};
use store::LogLine;

/// The latest operations that may be read, `wanted` of them at most.
pub(super) fn make(engine: &Engine, making: &Making<'_>, wanted: usize) -> JournalView {
    let mut view = JournalView { key: making.generation, read: wanted, ..JournalView::default() };
    if wanted == 0 {
        return view;
    }
    let (mut told, mut day) = (0, None);
    for line in engine.history().iter().rev() {
        let Some(words) = worded(engine, making, line) else { continue };
        if told == wanted {
            view.has_more = true;
            break;
        }
        told += 1;
        let made = env::local(line.at);
        let (date, hour) = (made.map(|(date, _)| date), made.map(|(_, hour)| hour.written(making.lang)));
        // A first row names its day, whatever the day is.
        if day != Some(date) {
            day = Some(date);
            view.rows
                .push(JournalRow::Day(date.map_or_else(String::new, |date| date.long(making.lang)).into()));
        }
        view.rows.push(JournalRow::Act { hour: hour.unwrap_or_default().into(), words: words.into() });
    }
    view
}

/// Who did what; nothing for what the lens hides.
fn worded(engine: &Engine, making: &Making<'_>, line: &LogLine) -> Option<String> {
    let op = engine.op(line.op).ok().flatten()?;
    if !making.seen.may_read(&op) {
        return None;
    }
    let what = wording::op(making.lang, &making.seen, &op, |id| engine.op(id).ok().flatten());
    let who = making.seen.member(op.author).map_or("", |member| member.name);
    Some(format!("{who} · {what}"))
}

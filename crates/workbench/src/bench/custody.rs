//! The care of the file: a copy merged and taken back, a backup behind a window.

use super::report::{Goal, Sheet};
use super::{BenchError, Part, frames, ground};
use crate::desk::{Event, Request};
use crate::generate::batch::Batch;
use crate::ops::codings::Page;
use std::path::Path;
use std::time::Instant;

/// Two copies are worked at apart; then one takes in what the other did, and takes it back.
pub(super) fn merge(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let (theirs, ours) = (part.copy("theirs")?, part.copy("ours")?);
    act_apart(&theirs, part.options.merged, "theirs")?;
    act_apart(&ours, part.options.merged / 20, "ours")?;
    let mut engine = ground::open(&ours)?;
    let start = Instant::now();
    engine.merge(&theirs)?;
    let merged = start.elapsed();
    let start = Instant::now();
    engine.take_back()?;
    sheet.times("merge", &[merged], Goal::max(2000.0));
    sheet.times("merge_take_back", &[start.elapsed()], Goal::max(2000.0));
    Ok(())
}

/// Codes so many passages, each by an operation of its own, as the last of the team.
fn act_apart(copy: &Path, count: usize, purpose: &str) -> Result<(), BenchError> {
    let mut engine = ground::open(copy)?;
    let ground = ground::Ground::of(&mut engine)?;
    let last = engine.seen().members().last().map(|member| member.id);
    let member = last.ok_or(BenchError::NothingToCode)?;
    let mut batch = Batch::new(&mut engine);
    for (page, mark) in ground.marks(count, purpose) {
        let ground::Page { interview, revision, text, .. } = &ground.pages[page];
        let page = Page { interview: *interview, revision: *revision, text };
        let (code, layer) = ground.codes[mark.code];
        match batch.code(member, &page, (mark.start, mark.end), code, layer) {
            // Coded so before the copies parted.
            Err(crate::failure::Failure::AlreadyCoded { .. }) => {}
            done => done?,
        }
    }
    batch.commit()?;
    Ok(())
}

/// A backup, while a window draws.
pub(super) fn backup(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let desk = frames::start(&part.copy("backup")?)?;
    frames::wait(&desk, |event| matches!(event, Event::Screen(_)))?;
    let watched = frames::watch(&desk, Request::Backup, |event| matches!(event, Event::Written(_)))?;
    sheet.times("backup", &[watched.took], None);
    sheet.times("backup_frame", &watched.frames, Goal::max(16.0));
    Ok(())
}

//! Single acts, each on disk when it returns, beside what the disk takes for the least that can be written.

use super::report::{Goal, Sheet};
use super::scratch::Scratch;
use super::{BenchError, Part, ground};
use crate::command::{CodeChoice, Command};
use crate::engine::Engine;
use std::fs::File;
use std::io::{Seek, Write};
use std::time::{Duration, Instant};

/// A file that is written to and synced, as small as can be.
struct Bare {
    file: File,
    round: u8,
}

impl Bare {
    fn new(scratch: &Scratch) -> std::io::Result<Bare> {
        let mut file = File::create(scratch.file("bare").with_extension("fsync"))?;
        file.write_all(&[0; 4096])?;
        file.sync_all()?;
        Ok(Bare { file, round: 0 })
    }

    /// How long it takes until a page that was written is on the disk.
    fn sync(&mut self) -> std::io::Result<Duration> {
        self.round = self.round.wrapping_add(1);
        self.file.rewind()?;
        self.file.write_all(&[self.round; 4096])?;
        let start = Instant::now();
        self.file.sync_all()?;
        Ok(start.elapsed())
    }
}

/// Codes passages one by one and undoes as many; the disk alone is measured in turn with it, so that what
/// else the machine does weighs on both.
pub(super) fn measure(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let copy = part.copy("acts")?;
    let mut engine = ground::open(&copy)?;
    let ground = ground::Ground::of(&mut engine)?;
    let failed = |source| BenchError::Files { path: copy.clone(), source };
    let mut bare = Bare::new(part.scratch).map_err(failed)?;
    let (mut syncs, mut applied, mut undone) = (Vec::new(), Vec::new(), Vec::new());
    for (page, mark) in ground.marks(part.options.acts, "acts") {
        let (code, layer) = ground.codes[mark.code];
        let interview = ground.pages[page].interview;
        // Its text is in memory, as it is while one codes in it.
        engine.current_text(interview)?;
        syncs.push(bare.sync().map_err(failed)?);
        let (start, end, code) = (mark.start, mark.end, CodeChoice::Existing(code));
        applied.extend(timed(&mut engine, Command::ApplyCode { interview, start, end, code, layer })?);
    }
    for _ in 0..applied.len() {
        undone.extend(timed(&mut engine, Command::Undo)?);
    }
    sheet.times("fsync", &syncs, None);
    sheet.times("apply_code", &applied, None);
    sheet.difference("apply_code_above_fsync", "apply_code", "fsync", Goal::p95(1.0));
    sheet.times("undo", &undone, None);
    Ok(())
}

/// How long a command takes; `None` where the passage had that code from that coder already.
fn timed(engine: &mut Engine, command: Command) -> Result<Option<Duration>, BenchError> {
    let start = Instant::now();
    match engine.run(command) {
        Ok(_) => Ok(Some(start.elapsed())),
        Err(crate::failure::Failure::AlreadyCoded { .. }) => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}

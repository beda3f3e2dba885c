//! A window that draws while the store works: what its thread goes through, frame by frame.

use super::report::{Goal, Sheet};
use super::{BenchError, Part, ground};
use crate::command::{CodingRow, Command};
use crate::desk::{Desk, Event, Request, Source};
use crate::env::Env;
use crate::screen::{Screen, Showing};
use i18n::Lang;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The time between two pictures at sixty a second.
const FRAME: Duration = Duration::from_micros(16_667);

/// After this long something is wrong.
const PATIENCE: Duration = Duration::from_secs(600);

/// Opens a copy as a window does.
pub(super) fn start(copy: &Path) -> Result<Desk, BenchError> {
    let failed = |source| BenchError::Files { path: copy.to_owned(), source };
    Desk::start(Source::Open(copy.to_owned()), Env::system(), Lang::Fr, None, || ()).map_err(failed)
}

/// Waits for an event.
pub(super) fn wait(desk: &Desk, wanted: impl Fn(&Event) -> bool) -> Result<(), BenchError> {
    loop {
        match desk.wait(PATIENCE) {
            Some(event) if wanted(&event) => return Ok(()),
            Some(Event::NotOpened(failure)) => return Err(failure.into()),
            Some(_) => {}
            None => return Err(BenchError::NoAnswer),
        }
    }
}

/// What a window went through while a request was carried out.
#[derive(Debug)]
pub(super) struct Watched {
    /// From the request to the screen that shows what came of it, or to what the request ends with.
    pub took: Duration,
    /// How long the thread was busy in each frame.
    pub frames: Vec<Duration>,
}

/// Draws while a request is carried out, until an event says that it is.
pub(super) fn watch(
    desk: &Desk,
    request: Request,
    mut ends: impl FnMut(&Event) -> bool,
) -> Result<Watched, BenchError> {
    let (start, mut frames, mut shown) = (Instant::now(), Vec::new(), Arc::new(Screen::default()));
    desk.send(request);
    loop {
        let frame = Instant::now();
        let mut ended = false;
        for event in desk.poll() {
            ended |= ends(&event);
            match event {
                Event::Refused(said) => return Err(BenchError::Refused { said }),
                Event::Screen(screen) => shown = screen,
                _ => {}
            }
        }
        std::hint::black_box(look_at(&shown));
        frames.push(frame.elapsed());
        if ended {
            return Ok(Watched { took: start.elapsed(), frames });
        }
        if start.elapsed() > PATIENCE {
            return Err(BenchError::NoAnswer);
        }
        std::thread::sleep(FRAME.saturating_sub(frame.elapsed()));
    }
}

/// Reads everything that a frame could draw: at least what a window does with a screen.
fn look_at(screen: &Screen) -> usize {
    let interviews = screen.interviews.rows.iter().map(|row| row.label.len() + row.details.len());
    let codes = screen.codes.rows.iter().map(|row| row.label.len() + row.total);
    let text = screen.transcript.iter().flat_map(|view| view.codings.iter());
    interviews.sum::<usize>()
        + codes.sum::<usize>()
        + text.map(|view| view.start + view.label.len()).sum::<usize>()
}

/// The end of a command: it is on disk, and then there is a screen that shows what came of it.
fn shown_when_done() -> impl FnMut(&Event) -> bool {
    let mut done = false;
    move |event| {
        done |= matches!(event, Event::Done(_));
        done && matches!(event, Event::Screen(_))
    }
}

/// A bulk operation and its undo, behind a window.
pub(super) fn bulk(part: &Part<'_>, sheet: &mut Sheet) -> Result<(), BenchError> {
    let copy = part.copy("bulk")?;
    let (rows, interview, member) = rows(&copy, part.options.bulk)?;
    let desk = start(&copy)?;
    desk.send(Request::ActAs(member));
    desk.send(Request::Show(Box::new(Showing { interview: Some(interview), ..Showing::default() })));
    wait(&desk, |event| matches!(event, Event::Screen(screen) if screen.transcript.is_some()))?;
    let done = watch(&desk, Request::Run(Command::ImportCodings(rows)), shown_when_done())?;
    sheet.times("bulk_operation", &[done.took], None);
    sheet.times("bulk_operation_frame", &done.frames, Goal::max(16.0));
    let undone = watch(&desk, Request::Run(Command::Undo), shown_when_done())?;
    sheet.times("bulk_undo", &[undone.took], None);
    sheet.times("bulk_undo_frame", &undone.frames, Goal::max(16.0));
    Ok(())
}

/// The rows of a list of codings, an interview to look at, and who acts.
fn rows(copy: &Path, count: usize) -> Result<(Vec<CodingRow>, model::RecordId, model::RecordId), BenchError> {
    let mut engine = ground::open(copy)?;
    let ground = ground::Ground::of(&mut engine)?;
    let (seen, me) = (engine.seen(), engine.acting()?);
    let marks = ground.marks(count, "bulk");
    let row = |(line, (page, mark)): (usize, &(usize, crate::generate::passages::Mark))| CodingRow {
        line: line + 2,
        interview: ground.pages[*page].interview.to_string(),
        range: Some((mark.start, mark.end)),
        code: seen.code(ground.codes[mark.code].0).map(|code| code.path.clone()),
        coder: me.to_string(),
        quote: None,
        layer: None,
    };
    let rows = marks.iter().enumerate().map(row).collect();
    Ok((rows, ground.pages[0].interview, me))
}

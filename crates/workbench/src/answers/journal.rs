//! The audit trail.

use super::{instant, member_name};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::wording;
use i18n::Lang;
use model::op::Stamp;
use model::{OpId, Timestamp};
use serde::Serialize;
use store::LogLine;

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogAnswer {
    /// The operation.
    pub id: OpId,
    /// When it was done, by the clock of the author's machine, as RFC 3339 in UTC.
    pub at: String,
    /// The name of who did it.
    pub author: String,
    /// Its sort, such as `apply_code`.
    pub kind: String,
    /// What it was, in words.
    pub text: String,
    /// The operation that it undid.
    pub undoes: Option<OpId>,
}

/// From where on the journal is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// From this instant on.
    Instant(Timestamp),
    /// After this operation.
    Op(OpId),
}

impl Since {
    /// Reads an operation's identifier, a day (`2026-03-01`, in UTC) or an instant (RFC 3339).
    #[must_use]
    pub fn parse(text: &str) -> Option<Since> {
        let text = text.trim();
        if let Ok(op) = text.parse() {
            return Some(Since::Op(op));
        }
        let day = text.parse::<jiff::civil::Date>().ok();
        let day = day.and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok());
        let instant = text.parse::<jiff::Timestamp>().ok().or_else(|| day.map(|day| day.timestamp()));
        instant.map(|instant| Since::Instant(Timestamp(instant.as_millisecond())))
    }
}

/// The journal that the lens shows, in the order of history.
///
/// # Errors
/// When an operation cannot be read.
pub fn log(engine: &Engine, lang: Lang, since: Option<Since>) -> Result<Vec<LogAnswer>, Failure> {
    let mut lines: Vec<&LogLine> = engine.history().iter().collect();
    lines.sort_by_key(|line| stamp(line));
    match since {
        None => {}
        Some(Since::Instant(instant)) => lines.retain(|line| line.at >= instant),
        Some(Since::Op(op)) => {
            let after = lines.iter().find(|line| line.op == op).map(|line| stamp(line));
            let after = after.ok_or_else(|| unknown(op))?;
            lines.retain(|line| stamp(line) > after);
        }
    }
    let mut answers = Vec::new();
    for line in lines {
        answers.extend(answer(engine, lang, line)?);
    }
    Ok(answers)
}

fn stamp(line: &LogLine) -> Stamp {
    Stamp { lamport: line.lamport, op: line.op }
}

fn unknown(op: OpId) -> Failure {
    let kind = model::value::Kind::Unknown;
    crate::names::NameError::Unknown { kind, name: op.to_string(), known: Vec::new() }.into()
}

fn answer(engine: &Engine, lang: Lang, line: &LogLine) -> Result<Option<LogAnswer>, Failure> {
    let op = engine.op(line.op)?.ok_or(Failure::Payload { op: line.op })?;
    let seen = engine.seen();
    if !seen.may_read(&op) {
        return Ok(None);
    }
    Ok(Some(LogAnswer {
        id: op.id,
        at: instant(op.at),
        author: member_name(&seen, op.author),
        kind: wording::op_kind(&op.kind),
        text: wording::op(lang, &seen, &op, |id| engine.op(id).ok().flatten()),
        undoes: op.undoes,
    }))
}

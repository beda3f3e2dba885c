//! The board of several studies: how far each is, and where somebody waits for somebody.

use super::changes;
use super::overview::{glance, tops};
use crate::answers::claims;
use crate::engine::Engine;
use crate::failure::Failure;
use i18n::Lang;
use serde::Serialize;

/// One study of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardRow {
    /// Its title.
    pub title: String,
    /// Analysed interviews.
    pub interviews: usize,
    /// Those whose coding is finished.
    pub finished: usize,
    /// Categories, or codes at the top.
    pub categories: usize,
    /// What is still missing, all kinds together.
    pub gaps: usize,
    /// Who is never quoted.
    pub silent: usize,
    /// `none`, `draft`, `waiting`, `complete`, `refused` or `alone`: how the last claim stands.
    pub claim: &'static str,
    /// Whether it would hold today; null without one.
    pub holds: Option<bool>,
    /// Threads that are not resolved.
    pub open_threads: usize,
    /// Changes that whoever looks has not seen.
    pub unseen: usize,
    /// When anything was last done.
    pub last: Option<String>,
}

/// One study of the board.
///
/// # Errors
/// When a text cannot be read.
pub fn row(engine: &mut Engine, lang: Lang) -> Result<BoardRow, Failure> {
    let one = glance(engine, lang);
    let claims = claims::claims(engine, lang);
    let last = claims.last();
    let seen = engine.seen();
    let unseen = engine.me().map(|me| changes::since(engine, lang, me));
    Ok(BoardRow {
        interviews: one.interviews,
        finished: one.finished,
        categories: tops(&seen).len(),
        gaps: one.gaps.iter().map(|(_, n)| n).sum(),
        silent: one.voices.iter().filter(|voice| voice.passages == 0).count(),
        claim: last.map_or("none", |claim| claim.state),
        holds: last.and_then(|claim| claim.today.as_ref()).map(|today| today.status == "holds"),
        open_threads: seen.threads().iter().filter(|thread| thread.resolved.is_none()).count(),
        unseen: unseen.map_or(0, |since| since.changes.iter().map(|row| row.n).sum()),
        last: engine.history().iter().map(|line| line.at).max().map(crate::answers::instant),
        title: one.title,
    })
}

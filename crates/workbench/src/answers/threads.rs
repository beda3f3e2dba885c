//! Threads of comments.

use super::instant;
use crate::engine::Engine;
use crate::wording::record_name;
use i18n::Lang;
use model::study::{Seen, Thread};
use model::{OpId, RecordId, Timestamp};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// A comment with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThreadAnswer {
    /// The comment that began it.
    pub id: RecordId,
    /// What it is about.
    pub about: RecordId,
    /// The kind of that record.
    pub about_kind: &'static str,
    /// What it is called.
    pub about_name: String,
    /// The comments, the oldest first.
    pub comments: Vec<CommentAnswer>,
    /// Who resolved it; null while it is open.
    pub resolved: Option<String>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommentAnswer {
    /// The memo that holds it.
    pub id: RecordId,
    /// Who wrote it.
    pub author: String,
    /// When it came into this study.
    pub at: String,
    /// Its words.
    pub text: String,
}

/// Every thread, in the order in which they began.
#[must_use]
pub fn threads(engine: &Engine, lang: Lang) -> Vec<ThreadAnswer> {
    let seen = engine.seen();
    answers(engine, &seen, lang, &seen.threads())
}

/// Threads as the lens shows them, with when each comment came.
pub(crate) fn answers(
    engine: &Engine,
    seen: &Seen<'_>,
    lang: Lang,
    threads: &[Thread<'_>],
) -> Vec<ThreadAnswer> {
    let born: BTreeSet<OpId> =
        threads.iter().flat_map(|thread| &thread.comments).map(|one| one.born.op).collect();
    let lines = engine.history().iter().filter(|line| born.contains(&line.op));
    let times: HashMap<OpId, Timestamp> = lines.map(|line| (line.op, line.at)).collect();
    threads.iter().map(|thread| thread_answer(seen, lang, thread, &|op| times.get(&op).copied())).collect()
}

/// A thread as the lens shows it.
fn thread_answer(
    seen: &Seen<'_>,
    lang: Lang,
    thread: &Thread<'_>,
    time: &dyn Fn(OpId) -> Option<Timestamp>,
) -> ThreadAnswer {
    let comment = |one: &model::study::Comment<'_>| CommentAnswer {
        id: one.id,
        author: super::member_name(seen, one.author),
        at: time(one.born.op).map_or_else(String::new, instant),
        text: one.text.to_owned(),
    };
    ThreadAnswer {
        id: thread.comments.first().map_or(thread.about, |first| first.id),
        about: thread.about,
        about_kind: seen.kind(thread.about).as_str(),
        about_name: match seen.record(thread.about).is_none() && seen.is_private(thread.about) {
            true => i18n::review_memo_not_shared(lang).to_owned(),
            false => record_name(lang, seen, thread.about),
        },
        comments: thread.comments.iter().map(comment).collect(),
        resolved: thread.resolved.map(|(member, _)| super::member_name(seen, member)),
    }
}

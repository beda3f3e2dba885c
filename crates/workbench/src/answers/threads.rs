//! Threads of comments.

use super::instant;
use crate::engine::Engine;
use crate::wording::record_name;
use i18n::Lang;
use model::RecordId;
use model::study::{Seen, Thread};
use serde::Serialize;
use std::collections::HashMap;

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
    let times: HashMap<model::OpId, model::Timestamp> =
        engine.history().iter().map(|line| (line.op, line.at)).collect();
    let read = |thread: &Thread<'_>| thread_answer(&seen, lang, thread, &|op| times.get(&op).copied());
    seen.threads().iter().map(read).collect()
}

/// A thread as the lens shows it.
pub(crate) fn thread_answer(
    seen: &Seen<'_>,
    lang: Lang,
    thread: &Thread<'_>,
    time: &dyn Fn(model::OpId) -> Option<model::Timestamp>,
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

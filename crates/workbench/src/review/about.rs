//! One thing that is looked at in a review: what it says, what was said of it, whether it was seen as it is.

use super::changes::seen_of;
use super::overview::{ChosenPassage, one_category, passage};
use crate::answers::threads::{self, ThreadAnswer};
use crate::answers::{code_path, interview_name, member_name, participant_names};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::{links, wording};
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::value::{Group, Kind, Method, Role, Value};
use std::ops::Range;
use std::sync::Arc;

/// One thing that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct AboutView {
    /// The record.
    pub id: RecordId,
    /// What kind of record.
    pub kind: Kind,
    /// That in a word.
    pub kind_name: Arc<str>,
    /// What it is called.
    pub title: Arc<str>,
    /// Where it belongs, how much there is of it; empty where there is nothing to say.
    pub detail: Arc<str>,
    /// What it says.
    pub text: Arc<str>,
    /// Passages: its own, or three that differ.
    pub passages: Arc<[ChosenPassage]>,
    /// For a coded passage: its interview, and the scalars of its current text.
    pub place: Option<(RecordId, Range<usize>)>,
    /// How it stands with what whoever looks has seen of it; empty where that is not asked of them.
    pub seen: Arc<str>,
    /// True where there is something to mark as seen.
    pub unseen: bool,
    /// For a memo: whether it is shown to the directors.
    pub shared: Option<bool>,
    /// What was said of it.
    pub threads: Arc<[ThreadAnswer]>,
}

/// One thing as whoever acts may see it; `None` where there is no such record.
///
/// # Errors
/// When a text cannot be read.
pub fn about(engine: &mut Engine, lang: Lang, record: RecordId) -> Result<Option<AboutView>, Failure> {
    let looking = crate::answers::Looking::through(engine);
    let seen = looking.seen();
    let id = stands_at(&seen, seen.resolve(record));
    if seen.record(id).is_none_or(|found| found.is_deleted()) {
        return Ok(None);
    }
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let kind = seen.kind(id);
    let mut view = AboutView {
        id,
        kind,
        kind_name: kind_name(&seen, lang, method, id).into(),
        title: wording::record_name(lang, &seen, id).into(),
        detail: "".into(),
        text: "".into(),
        passages: Arc::default(),
        place: None,
        seen: "".into(),
        unseen: false,
        shared: None,
        threads: threads::answers(engine, &seen, lang, &seen.threads_on(id)).into(),
    };
    fill(engine, &seen, lang, &mut view)?;
    if let Some(me) = engine.me().filter(|me| seen.member(*me).is_some_and(|one| one.role == Role::Director))
    {
        mark(engine, lang, me, &mut view);
    }
    Ok(Some(view))
}

/// What is looked at in the place of something that only speaks of it: of a comment, what the discussion is about;
/// of a visa or a mark, what it was given for.
fn stands_at(seen: &Seen<'_>, id: RecordId) -> RecordId {
    match seen.kind(id) {
        Kind::Memo => {
            let threads = seen.threads().into_iter();
            let of = |thread: &model::study::Thread<'_>| thread.comments.iter().any(|one| one.id == id);
            threads.into_iter().find(of).map_or(id, |thread| thread.about)
        }
        Kind::Visa | Kind::ReviewMark | Kind::Revision | Kind::Reading => {
            let Some(record) = seen.record(id) else { return id };
            match record.fields().find_map(|(_, register)| register.value()) {
                Some(Value::VisaGiven(body)) => seen.resolve(body.claim),
                Some(Value::ReviewSeen(body)) => seen.resolve(body.target),
                Some(Value::RevisionBody(body)) => seen.resolve(body.interview),
                Some(Value::ReadingDone(body)) => seen.resolve(body.interview),
                _ => id,
            }
        }
        _ => id,
    }
}

/// What kind of thing it is, a code by its level.
fn kind_name(seen: &Seen<'_>, lang: Lang, method: Method, id: RecordId) -> &'static str {
    let kind = seen.kind(id);
    let node = seen.codes().into_iter().find(|node| node.id == id).filter(|_| kind == Kind::Code);
    match node {
        Some(node) => i18n::level_name(lang, node.level.as_str(), method.as_str()),
        None => i18n::kind_name(lang, kind.as_str(), method.as_str()),
    }
}

/// What is said of it, by its kind.
fn fill(engine: &mut Engine, seen: &Seen<'_>, lang: Lang, view: &mut AboutView) -> Result<(), Failure> {
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match view.kind {
        Kind::Coding => {
            let Some(coding) = seen.coding(view.id) else { return Ok(()) };
            let who = member_name(seen, coding.coder);
            view.detail = format!("{} · {who}", interview_name(seen, coding.interview)).into();
            view.text = coding.comment.into();
            view.place = Some((coding.interview, coding.place.start as usize..coding.place.end as usize));
            view.passages = [passage(engine, seen, &coding, "")?].into();
        }
        Kind::Code => {
            let found = one_category(engine, view.id)?;
            view.title = found.name.into();
            view.text = found.definition.into();
            view.detail = i18n::review_category_counts(lang, n(found.interviews), n(found.passages)).into();
            view.passages = found.chosen.into();
        }
        Kind::Interview => {
            let Some(interview) = seen.interview(view.id) else { return Ok(()) };
            let people: Vec<RecordId> = interview.participants();
            view.detail = participant_names(seen, &people).join(", ").into();
        }
        Kind::Memo => memo(seen, lang, view),
        Kind::Claim => {
            let claim = seen.claim(view.id);
            view.text = claim.map_or("", |claim| claim.argument).into();
        }
        Kind::Decision => {
            let decided = seen.decisions().into_iter().find(|one| one.id == view.id);
            view.text = decided.map_or("", |one| one.outcome.reason.as_str()).into();
        }
        Kind::Clause => {
            if let Some(Value::ClauseText(body)) =
                seen.record(view.id).and_then(|one| one.value(Group::ClauseText))
            {
                view.text = links::to_read(lang, seen, &body.text).into();
            }
        }
        _ => {}
    }
    Ok(())
}

/// A memo that the lens shows.
fn memo(seen: &Seen<'_>, lang: Lang, view: &mut AboutView) {
    let Some(memo) = seen.memos().into_iter().find(|memo| memo.id == view.id) else { return };
    view.detail = match memo.target {
        Some(target) => {
            let about = match seen.kind(target) {
                Kind::Code => code_path(seen, seen.resolve(target)),
                _ => wording::record_name(lang, seen, seen.resolve(target)),
            };
            format!("{} · {}", member_name(seen, memo.author), i18n::memo_about(lang, &about)).into()
        }
        None => member_name(seen, memo.author).into(),
    };
    view.text = links::to_read(lang, seen, memo.body).into();
    view.shared = Some(seen.is_shared(memo.id));
}

/// How it stands with what a director has seen of it.
fn mark(engine: &Engine, lang: Lang, me: RecordId, view: &mut AboutView) {
    let state = seen_of(engine, me, view.id);
    let day =
        state.map_or_else(String::new, |state| super::day_in_words(lang, &crate::answers::instant(state.at)));
    let changed = state.map_or(-1, |state| i64::try_from(state.changed).unwrap_or(i64::MAX));
    view.seen = match state {
        None => i18n::review_never_seen(lang).into(),
        Some(_) => i18n::review_seen_state(lang, &day, changed).into(),
    };
    view.unseen = changed != 0;
}

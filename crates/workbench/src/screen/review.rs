//! The view of the step *Direction*.

use super::{Making, Showing};
use crate::answers::{claims, threads};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::review::about::about;
use crate::review::evolution::evolution;
use crate::review::overview::{categories, decided, memos, summary};
use crate::views::{ReviewPage, ReviewPageView, ReviewView};
use model::study::Member;
use model::value::Role;
use std::sync::Arc;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<ReviewView, Failure> {
    let lang = making.lang;
    let asked = &showing.review;
    let role = making.me.and_then(|me| making.seen.member(me)).map(|member| member.role);
    let director = role == Some(Role::Director);
    let usual = if director { ReviewPage::Overview } else { ReviewPage::Threads };
    let page = page(engine, making, asked.page.unwrap_or(usual))?;
    let is_director = |member: &&Member<'_>| member.role == Role::Director;
    let named = |member: &Member<'_>| (member.id, Arc::from(member.name));
    let about = match asked.about {
        Some(record) => about(engine, lang, record)?.map(Arc::new),
        None => None,
    };
    Ok(ReviewView {
        key: making.generation,
        role,
        directors: making.seen.members().iter().filter(is_director).map(named).collect(),
        copy: making.seen.is_copy_for().is_some(),
        since: if director { engine.since(lang) } else { None },
        page,
        threads: threads::threads(engine, lang).into(),
        about,
    })
}

/// A page: read anew only once something was done.
fn page(engine: &mut Engine, making: &Making<'_>, asked: ReviewPage) -> Result<ReviewPageView, Failure> {
    let (lang, lens) = (making.lang, making.seen.lens());
    if let Some(kept) = engine.kept.page(lens, lang, asked) {
        return Ok(kept);
    }
    let page = match asked {
        // The passages have a page of their own.
        ReviewPage::Overview => {
            ReviewPageView::Overview(Box::new(summary(engine, lang)), claims::claims(engine, lang).into())
        }
        ReviewPage::Categories => ReviewPageView::Categories(categories(engine)?.into()),
        ReviewPage::Decisions => {
            ReviewPageView::Decisions(Box::new(decided(engine)), evolution(engine, lang).into())
        }
        ReviewPage::Memos => ReviewPageView::Memos(Box::new(memos(engine))),
        ReviewPage::Threads => ReviewPageView::Threads,
        ReviewPage::Studies => ReviewPageView::Studies,
    };
    engine.kept.keep_page(lens, lang, &page);
    Ok(page)
}

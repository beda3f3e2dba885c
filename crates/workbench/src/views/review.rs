//! The step *Direction*: what a director looks at, and what was said of it.

use crate::answers::claims::ClaimRecord;
use crate::answers::threads::ThreadAnswer;
use crate::review::about::AboutView;
use crate::review::changes::SinceAnswer;
use crate::review::evolution::EvolutionDay;
use crate::review::overview::{CategoryPassages, OverviewAnswer};
use model::RecordId;
use model::value::Role;
use std::sync::Arc;

/// A page of the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewPage {
    /// How far the work is, who speaks, who agrees, what is missing, what is claimed.
    Overview,
    /// Each category with three passages that differ.
    Categories,
    /// What was decided, and how the code book came to be.
    Decisions,
    /// The memos that the student shares.
    Memos,
    /// What was said, open or resolved.
    Threads,
    /// Several studies beside each other.
    Studies,
}

impl ReviewPage {
    /// Every page, in the order of the tabs.
    pub const ALL: [ReviewPage; 6] = [
        ReviewPage::Overview,
        ReviewPage::Categories,
        ReviewPage::Decisions,
        ReviewPage::Memos,
        ReviewPage::Threads,
        ReviewPage::Studies,
    ];
}

/// What is asked of the step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewShowing {
    /// The page; the one that fits whoever acts where `None`.
    pub page: Option<ReviewPage>,
    /// The thing that is looked at.
    pub about: Option<RecordId>,
}

/// The step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReviewView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// The part in the study of whoever looks.
    pub role: Option<Role>,
    /// The directors, by name.
    pub directors: Arc<[(RecordId, Arc<str>)]>,
    /// True where the file is a copy made for a director.
    pub copy: bool,
    /// For a director: what has changed since they last looked.
    pub since: Option<Arc<SinceAnswer>>,
    /// The page that is open.
    pub page: ReviewPageView,
    /// Every thread: those that are open are counted on the tab.
    pub threads: Arc<[ThreadAnswer]>,
    /// The thing that is looked at.
    pub about: Option<Arc<AboutView>>,
}

/// What the open page shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum ReviewPageView {
    /// Nothing yet.
    #[default]
    Nothing,
    /// How far the work is, with the claims.
    Overview(Box<OverviewAnswer>, Arc<[ClaimRecord]>),
    /// Each category with its passages.
    Categories(Arc<[CategoryPassages]>),
    /// What was decided, and the days of the code book.
    Decisions(Box<OverviewAnswer>, Arc<[EvolutionDay]>),
    /// The memos that are shared.
    Memos(Box<OverviewAnswer>),
    /// The threads.
    Threads,
    /// Several studies: read from their files.
    Studies,
}

impl ReviewPageView {
    /// Which page that is.
    #[must_use]
    pub fn page(&self) -> Option<ReviewPage> {
        Some(match self {
            ReviewPageView::Nothing => return None,
            ReviewPageView::Overview(..) => ReviewPage::Overview,
            ReviewPageView::Categories(_) => ReviewPage::Categories,
            ReviewPageView::Decisions(..) => ReviewPage::Decisions,
            ReviewPageView::Memos(_) => ReviewPage::Memos,
            ReviewPageView::Threads => ReviewPage::Threads,
            ReviewPageView::Studies => ReviewPage::Studies,
        })
    }
}

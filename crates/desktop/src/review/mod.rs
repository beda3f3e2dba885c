//! The step *Direction*: what a director reads before a visa, and what was said of anything.
//!
//! Above, what has changed since they last looked, walked by one key. Below, pages that show the study from
//! afar; on the right the one thing that is looked at, with its threads. The student finds here what waits for an
//! answer. Nothing of it changes a coding.

mod about;
mod categories;
mod decisions;
mod elsewhere;
mod memos;
mod overview;
mod since;
mod studies;
mod threads;

use crate::theme::{Theme, space};
use crate::theory::{pieces, tab};
use crate::words::{Words, number};
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, Vec2};
use model::RecordId;
use model::value::{Kind, Role};
use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use workbench::command::Command;
use workbench::command::review::ReviewCommand;
use workbench::desk::BoardRead;
use workbench::views::{ReviewPage, ReviewPageView, ReviewShowing, ReviewView};

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum ReviewAction {
    /// A change of the study.
    Run(Command),
    /// Something else of the step.
    Show(ReviewShowing),
    /// A record where it is worked on.
    Go(RecordId, Kind),
    /// A passage in its interview.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// The coding.
        coding: RecordId,
        /// Scalars of its current text.
        range: Range<usize>,
    },
    /// What is still missing, in its page.
    Gaps,
    /// The code book over time, in its page.
    CodesOverTime,
    /// The sheet of a claim is wanted.
    Sheet(RecordId),
    /// The review page for a director is wanted.
    ReviewPage(RecordId),
    /// A review copy for a director is wanted.
    ReviewCopy(RecordId),
    /// What a director made in a copy is to be saved, for the student.
    SaveCopy,
    /// What came back of a review is to be taken in.
    TakeReplies,
    /// Studies are to be read for the board; those that were open here where there is none.
    Board(Vec<PathBuf>),
    /// Another study for the board.
    AddStudy,
    /// A study is to be opened.
    OpenStudy(PathBuf),
}

/// What the step remembers.
#[derive(Debug, Default)]
pub struct ReviewState {
    /// Which of the changes is looked at.
    walked: Option<usize>,
    /// What is being answered, by what it is about.
    answers: HashMap<RecordId, String>,
    /// Threads that are resolved are listed, too.
    resolved: bool,
    /// The studies of the board, read or refused; `None` before anybody asked.
    board: Option<Vec<BoardRead>>,
    /// The board was asked for and has not come.
    asked: bool,
    /// Studies that were added to the board.
    added: Vec<PathBuf>,
}

impl ReviewState {
    /// Comments that were written and not sent: whoever wrote them leaves.
    pub fn unsent(&mut self) -> Vec<Command> {
        let written = std::mem::take(&mut self.answers).into_iter();
        let written = written.filter(|(_, text)| !text.trim().is_empty());
        written.map(|(about, text)| ReviewCommand::Comment { about, text }.into()).collect()
    }

    /// The board was read.
    pub fn receive_board(&mut self, rows: Vec<BoardRead>) {
        self.board = Some(rows);
        self.asked = false;
    }

    /// Another study for the board: it is read with the others.
    pub fn add_study(&mut self, path: PathBuf) {
        if !self.added.contains(&path) {
            self.added.push(path);
        }
        self.board = None;
    }

    /// True while studies are being read.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.asked
    }
}

/// What the parts of the step draw from.
struct Desk<'a> {
    view: &'a ReviewView,
    showing: &'a ReviewShowing,
    words: Words,
}

impl Desk<'_> {
    /// Looks at something beside the page.
    fn look(&self, record: RecordId) -> ReviewAction {
        ReviewAction::Show(ReviewShowing { about: Some(record), ..self.showing.clone() })
    }

    fn is_director(&self) -> bool {
        self.view.role == Some(Role::Director)
    }
}

/// Narrower than this, what is looked at stands instead of the page.
const SIDE_FROM: f32 = 820.0;

/// Draws the step.
pub fn show(
    ui: &mut Ui,
    view: &ReviewView,
    showing: &ReviewShowing,
    state: &mut ReviewState,
    words: Words,
) -> Vec<ReviewAction> {
    let mut actions = Vec::new();
    let desk = Desk { view, showing, words };
    let theme = Theme::of(ui);
    if let Some(told) = &view.since {
        let band = Frame::new().fill(theme.accent_soft).inner_margin(Margin::symmetric(space::EDGE as i8, 8));
        Panel::top("review-since").frame(band).show(ui, |ui| {
            since::show(ui, &desk, told, state, &mut actions);
        });
    }
    Panel::top("review-tabs").frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        tabs(ui, &desk, &mut actions);
    });
    let wide = ui.available_width() >= SIDE_FROM;
    if let Some(about) = &view.about {
        let side = Frame::new().fill(theme.paper).inner_margin(Margin::same(space::EDGE as i8));
        let mut draw = |ui: &mut Ui| {
            ScrollArea::vertical().id_salt(("about", about.id)).auto_shrink(false).show(ui, |ui| {
                about::show(ui, &desk, about, state, &mut actions);
            });
        };
        if wide {
            let most = (ui.available_width() * 0.5).max(300.0);
            Panel::right("review-about")
                .default_size(380.0)
                .size_range(300.0..=most)
                .frame(side)
                .show(ui, draw);
        } else {
            CentralPanel::default().frame(side).show(ui, |ui| draw(ui));
            return actions;
        }
    }
    CentralPanel::default().frame(Frame::new().fill(theme.ground)).show(ui, |ui| {
        page(ui, &desk, state, &mut actions);
    });
    actions
}

fn page(ui: &mut Ui, desk: &Desk<'_>, state: &mut ReviewState, actions: &mut Vec<ReviewAction>) {
    match &desk.view.page {
        ReviewPageView::Nothing => {}
        ReviewPageView::Overview(told, claims) => overview::show(ui, desk, told, claims, actions),
        ReviewPageView::Categories(rows) => categories::show(ui, desk, rows, actions),
        ReviewPageView::Decisions(told, days) => decisions::show(ui, desk, told, days, actions),
        ReviewPageView::Memos(told) => memos::show(ui, desk, told, actions),
        ReviewPageView::Threads => threads::show(ui, desk, state, actions),
        ReviewPageView::Studies => studies::show(ui, desk, state, actions),
    }
}

/// What a page is called; of the threads, how many are open.
fn page_name(page: ReviewPage, desk: &Desk<'_>) -> String {
    let lang = desk.words.lang;
    match page {
        ReviewPage::Overview => i18n::review_tab_overview(lang).to_owned(),
        ReviewPage::Categories => i18n::review_tab_categories(lang, desk.words.method()).to_owned(),
        ReviewPage::Decisions => i18n::review_tab_decisions(lang).to_owned(),
        ReviewPage::Memos => i18n::review_tab_memos(lang).to_owned(),
        ReviewPage::Threads => {
            let open = desk.view.threads.iter().filter(|thread| thread.resolved.is_none()).count();
            i18n::review_tab_threads(lang, number(open))
        }
        ReviewPage::Studies => i18n::review_tab_studies(lang).to_owned(),
    }
}

fn tabs(ui: &mut Ui, desk: &Desk<'_>, actions: &mut Vec<ReviewAction>) {
    let open = desk.view.page.page();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.add_space(space::SMALL);
        for page in ReviewPage::ALL {
            let on = open == Some(page);
            if tab(ui, &page_name(page, desk), on) && !on {
                actions.push(ReviewAction::Show(ReviewShowing { page: Some(page), about: None }));
            }
        }
    });
    let line = ui.min_rect();
    ui.painter().hline(line.x_range(), line.bottom(), Theme::of(ui).hairline());
}

/// No wider than one can read.
const WIDTH: f32 = 860.0;

/// A page with its heading and what it is for.
fn sheet(ui: &mut Ui, title: &str, purpose: &str, draw: impl FnOnce(&mut Ui)) {
    pieces::page(ui, WIDTH, |ui| {
        let theme = Theme::of(ui);
        let label = egui::RichText::new(crate::typography::unbroken(title));
        let label = label.font(crate::fonts::semibold(crate::theme::size::HEADING)).color(theme.ink);
        let response = ui.label(label);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, title));
        pieces::quiet(ui, purpose);
        ui.add_space(space::SMALL);
        draw(ui);
    });
}

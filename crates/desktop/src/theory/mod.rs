//! From labels to theory: sorting, categories, schema, gaps, theory, questions, the code book over time.
//!
//! One page at a time below a row of tabs. Panels draw views and give back what was asked for.

mod board;
mod categories;
pub(crate) mod choosing;
mod evidence_drop;
mod gaps;
mod history;
pub(crate) mod pieces;
mod queries;
mod relations;
mod schema;
mod statement;

use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use crate::{fonts, typography::unbroken};
use egui::accesskit::Role;
use egui::{CentralPanel, Frame, Panel, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use model::RecordId;
use std::ops::Range;
use workbench::command::Command;
use workbench::figures::Figure;
use workbench::screen::TheoryShowing;
use workbench::views::CodeTreeView;
use workbench::views::theory::{PageView, TheoryPage, TheoryView};

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum TheoryAction {
    /// A change of the study.
    Run(Command),
    /// Something else of the step.
    Show(Box<TheoryShowing>),
    /// A code in the code book.
    OpenCode(RecordId),
    /// A passage in its interview.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// The coding.
        coding: RecordId,
        /// Scalars of its current text.
        range: Range<usize>,
    },
    /// Where something that is missing can be worked on.
    GoToGap {
        /// What is missing: `no_relation`, `used_once`…
        kind: &'static str,
        /// The code, relation or clause.
        record: RecordId,
    },
    /// The sheet of a category, or of what is below one.
    OpenCategory(RecordId),
    /// A relation with its evidence.
    OpenRelation(RecordId),
    /// A schema.
    OpenSchema(RecordId),
    /// A saved query.
    OpenQuery(RecordId),
    /// A reading grid is to be taken in from a file.
    GridFile,
    /// A figure is to be written into a file that ends so.
    Save(Figure, &'static str),
    /// A memo is to be read.
    OpenMemo(RecordId),
    /// What was said of something, and a field to say more.
    Discuss(RecordId),
    /// A memo is to be written.
    NewMemo {
        /// What it is about.
        target: RecordId,
        /// What that is called.
        about: String,
    },
}

/// What the step remembers.
#[derive(Debug, Default)]
pub struct TheoryState {
    board: board::BoardState,
    categories: categories::CategoriesState,
    relations: relations::RelationsState,
    schema: schema::SchemaState,
    statement: statement::StatementState,
    history: history::HistoryState,
    queries: queries::QueriesState,
}

impl TheoryState {
    /// What was written, placed or moved and not sent yet, on every page but the one that is shown; on every page
    /// where none is named.
    pub fn unsent(&mut self, but: Option<TheoryPage>) -> Vec<Command> {
        let mut commands = Vec::new();
        if but != Some(TheoryPage::Statement) {
            commands.extend(self.statement.unsent());
        }
        if but != Some(TheoryPage::Categories) {
            commands.extend(self.categories.unsent());
        }
        if but != Some(TheoryPage::Relations) {
            commands.extend(self.relations.unsent());
        }
        if but != Some(TheoryPage::Schema) {
            commands.extend(self.schema.unsent());
        }
        commands
    }

    /// The store has answered all that was sent: what is stored is shown again.
    pub fn answered(&mut self) {
        self.schema.answered();
    }

    /// The reading grid that was typed is stored.
    pub fn grid_taken(&mut self) {
        self.board.grid_taken();
    }

    /// The sorting board with a card under the cursor, on the board where such cards are sorted.
    pub fn show_card(&mut self, board: usize, card: RecordId) {
        self.board.show_card(board, card);
    }
}

/// Draws the step.
pub fn show(
    ui: &mut Ui,
    view: &TheoryView,
    codes: &CodeTreeView,
    showing: &TheoryShowing,
    state: &mut TheoryState,
    words: Words,
) -> Vec<TheoryAction> {
    let left = state.unsent(Some(showing.page));
    let mut actions: Vec<TheoryAction> = left.into_iter().map(TheoryAction::Run).collect();
    let theme = Theme::of(ui);
    Panel::top("theory-tabs").frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        tabs(ui, showing, words, &mut actions);
    });
    CentralPanel::default().frame(Frame::new().fill(theme.ground)).show(ui, |ui| match &view.page {
        PageView::Nothing => {}
        PageView::Sorting(sorting) => board::show(ui, sorting, &mut state.board, words, &mut actions),
        PageView::Categories(view_of) => {
            let page = categories::Page { view: view_of, codes, showing, key: view.key, words };
            categories::show(ui, &page, &mut state.categories, &mut actions);
        }
        PageView::Relations(view_of) => {
            let page = relations::Page { view: view_of, codes, showing, key: view.key, words };
            relations::show(ui, &page, &mut state.relations, &mut actions);
        }
        PageView::Schema(view_of) => {
            let sheet = schema::Sheet { view: view_of, codes, showing, key: view.key, words };
            schema::show(ui, &sheet, &mut state.schema, &mut actions);
        }
        PageView::Statement(view_of) => {
            let page = statement::Page { view: view_of, codes, showing, words };
            statement::show(ui, &page, &mut state.statement, &mut actions);
        }
        PageView::Queries(view_of) => {
            let page = queries::Page { view: view_of, codes, showing, key: view.key, words };
            queries::show(ui, &page, &mut state.queries, &mut actions);
        }
        PageView::History(view_of) => {
            history::show(ui, view_of, view.key, showing, &mut state.history, words, &mut actions);
        }
        PageView::Gaps(found) => gaps::show(ui, found, words, &mut actions),
    });
    actions
}

/// What a page is called.
#[must_use]
pub fn page_name(page: TheoryPage, words: Words) -> &'static str {
    let (lang, method) = (words.lang, words.method());
    match page {
        TheoryPage::Sorting => i18n::theory_tab_sorting(lang),
        TheoryPage::Categories => i18n::theory_tab_categories(lang, method),
        TheoryPage::Relations => i18n::category_relations(lang),
        TheoryPage::Schema => i18n::theory_tab_schema(lang),
        TheoryPage::Gaps => i18n::gaps_title(lang),
        TheoryPage::Statement => i18n::theory_tab_statement(lang, method),
        TheoryPage::Queries => i18n::theory_tab_queries(lang),
        TheoryPage::History => i18n::theory_tab_history(lang, method),
    }
}

fn tabs(ui: &mut Ui, showing: &TheoryShowing, words: Words, actions: &mut Vec<TheoryAction>) {
    // On a narrow window they take a second line.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.add_space(space::SMALL);
        for page in TheoryPage::ALL {
            if tab(ui, page_name(page, words), page == showing.page) && page != showing.page {
                actions.push(TheoryAction::Show(Box::new(TheoryShowing { page, ..showing.clone() })));
            }
        }
    });
    let line = ui.min_rect();
    ui.painter().hline(line.x_range(), line.bottom(), Theme::of(ui).hairline());
}

/// One tab; true when it was pressed.
pub(crate) fn tab(ui: &mut Ui, name: &str, on: bool) -> bool {
    let theme = Theme::of(ui);
    let font = if on { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) };
    let color = if on { theme.accent } else { theme.mute };
    let text = ui.painter().layout_no_wrap(unbroken(name), font, color);
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x + 20.0, 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, name));
    let inner = rect.shrink2(vec2(3.0, 6.0));
    row::back(ui.painter(), inner, false, response.hovered() && !on, theme);
    if response.has_focus() {
        row::ring(ui.painter(), inner, theme);
    }
    ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - text.size().y / 2.0), text, color);
    if on {
        let under = rect.shrink2(vec2(10.0, 0.0));
        ui.painter().hline(under.x_range(), rect.bottom(), Stroke::new(2.0, theme.accent));
    }
    response.clicked()
}

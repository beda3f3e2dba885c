//! The theory in clauses, each with what it rests on; what was kept of it; what depends on a category.

use super::choosing::{Choice, Choosing, code_choices};
use super::{TheoryAction, pieces};
use crate::drafts::Drafts;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui, WidgetInfo};
use model::RecordId;
use workbench::answers::memos::AboutAnswer;
use workbench::answers::statement::AffectedAnswer;
use workbench::command::Command;
use workbench::command::theory::TheoryCommand;
use workbench::screen::TheoryShowing;
use workbench::views::CodeTreeView;
use workbench::views::theory::{ClauseView, Named, StatementView};

/// The page is no wider than one can read.
const WIDTH: f32 = 760.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct StatementState {
    writing: Drafts<Written>,
    dialog: Option<Dialog>,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Written {
    /// The words of a clause.
    Clause(RecordId),
    /// A new clause of a theory.
    New(RecordId),
}

impl Written {
    /// Stores it; nothing where there are no words.
    fn store(self, text: String) -> Option<Command> {
        let (categories, relations) = (Vec::new(), Vec::new());
        let command = match self {
            _ if text.is_empty() => return None,
            Written::Clause(clause) => TheoryCommand::WriteClause { clause, text },
            Written::New(theory) => TheoryCommand::AddClause { theory, text, categories, relations },
        };
        Some(command.into())
    }
}

impl StatementState {
    /// What was written and not sent yet. A new clause is one of its own from then on: its field begins anew.
    pub fn unsent(&mut self) -> Vec<Command> {
        let written = self.writing.take();
        for (about, _) in written.iter().filter(|(about, _)| matches!(about, Written::New(_))) {
            self.writing.forget(about);
        }
        written.into_iter().filter_map(|(about, text)| about.store(text)).collect()
    }
}

#[derive(Debug)]
enum Dialog {
    /// The title of a theory: of a new one, or of the one that is open.
    Title(Option<RecordId>, String),
    /// On which category, or relation, does a clause rest?
    Rests { clause: RecordId, relation: bool, choosing: Choosing },
    /// What is the state that is kept called?
    Keep(String),
    /// What depends on which code?
    Affected(Choosing),
}

/// What the page draws.
pub(super) struct Page<'a> {
    pub view: &'a StatementView,
    pub codes: &'a CodeTreeView,
    pub showing: &'a TheoryShowing,
    pub words: Words,
}

impl Page<'_> {
    fn show(&self, change: impl FnOnce(&mut TheoryShowing)) -> TheoryAction {
        let mut showing = self.showing.clone();
        change(&mut showing);
        TheoryAction::Show(Box::new(showing))
    }
}

fn run(command: TheoryCommand) -> TheoryAction {
    TheoryAction::Run(command.into())
}

pub(super) fn show(
    ui: &mut Ui,
    page: &Page<'_>,
    state: &mut StatementState,
    actions: &mut Vec<TheoryAction>,
) {
    let theme = Theme::of(ui);
    let side = Frame::new().fill(theme.ground).inner_margin(Margin::symmetric(space::EDGE as i8, 0));
    let width = (ui.available_width() * 0.34).clamp(260.0, 420.0);
    Panel::right("statement-side").default_size(width).size_range(220.0..=560.0).frame(side).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).id_salt("statement-side").show(ui, |ui| {
            versions(ui, page, state, actions);
            affected(ui, page, state, actions);
            ui.add_space(space::PAGE);
        });
    });
    CentralPanel::default().frame(Frame::new().fill(theme.ground)).show(ui, |ui| {
        pieces::page(ui, WIDTH, |ui| clauses(ui, page, state, actions));
    });
    dialogs(ui, page, state, actions);
}

fn clauses(ui: &mut Ui, page: &Page<'_>, state: &mut StatementState, actions: &mut Vec<TheoryAction>) {
    let (lang, method) = (page.words.lang, page.words.method());
    let Some(theory) = page.view.open else {
        crate::empty::show(ui, i18n::theory_empty(lang), i18n::theory_purpose(lang, method));
        if ui.button(i18n::theory_begin(lang)).clicked() {
            state.dialog = Some(Dialog::Title(None, String::new()));
        }
        return;
    };
    head(ui, page, theory, state, actions);
    for (at, clause) in page.view.clauses.iter().enumerate() {
        one(ui, page, (at, clause), state, actions);
    }
    pieces::card(ui, |ui| {
        let (about, name) = (Written::New(theory), i18n::clause_new(lang));
        let text = state.writing.field(ui, about, (name, ""), (2, i18n::clause_hint(lang)));
        actions.extend(text.and_then(|text| about.store(text)).map(TheoryAction::Run));
    });
}

fn head(
    ui: &mut Ui,
    page: &Page<'_>,
    theory: RecordId,
    state: &mut StatementState,
    actions: &mut Vec<TheoryAction>,
) {
    let (lang, theme) = (page.words.lang, Theme::of(ui));
    let title = page.view.list.iter().find(|(id, _)| *id == theory).map_or("", |(_, title)| title.as_ref());
    let label = RichText::new(unbroken(title)).font(fonts::semibold(size::HEADING + 4.0)).color(theme.ink);
    ui.label(label).widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.horizontal_wrapped(|ui| {
        if page.view.list.len() > 1 {
            for (id, title) in page.view.list.iter() {
                if ui.selectable_label(*id == theory, title.as_ref()).clicked() {
                    actions.push(page.show(|showing| {
                        (showing.theory, showing.compared) = (Some(*id), None);
                    }));
                }
            }
        }
        if ui.button(i18n::board_rename(lang)).clicked() {
            state.dialog = Some(Dialog::Title(Some(theory), title.to_owned()));
        }
        if ui.button(i18n::theory_another(lang)).clicked() {
            state.dialog = Some(Dialog::Title(None, String::new()));
        }
        if ui.button(i18n::theory_delete(lang)).clicked() {
            actions.push(run(TheoryCommand::DeleteTheory { theory }));
        }
    });
    ui.add_space(space::SMALL);
}

/// A clause: its words, what it rests on, where it stands.
fn one(
    ui: &mut Ui,
    page: &Page<'_>,
    (at, clause): (usize, &ClauseView),
    state: &mut StatementState,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = page.words.lang;
    pieces::card(ui, |ui| {
        let name = i18n::clause_name(lang, number(at + 1));
        let about = Written::Clause(clause.id);
        let text = state.writing.field(ui, about, (&name, &clause.text), (2, ""));
        actions.extend(text.and_then(|text| about.store(text)).map(TheoryAction::Run));
        rests_on(ui, page, clause, state, actions);
        ui.horizontal_wrapped(|ui| {
            let all = &page.view.clauses;
            let up = ui.add_enabled(at > 0, egui::Button::new(i18n::clause_up(lang)));
            if up.clicked() {
                let before = all.get(at.wrapping_sub(1)).map(|one| one.id);
                actions.push(run(TheoryCommand::MoveClause { clause: clause.id, before }));
            }
            let down = ui.add_enabled(at + 1 < all.len(), egui::Button::new(i18n::clause_down(lang)));
            if down.clicked() {
                let before = all.get(at + 2).map(|one| one.id);
                actions.push(run(TheoryCommand::MoveClause { clause: clause.id, before }));
            }
            if ui.button(i18n::clause_delete(lang)).clicked() {
                actions.push(run(TheoryCommand::DeleteClause { clause: clause.id }));
            }
        });
    });
}

fn rests_on(
    ui: &mut Ui,
    page: &Page<'_>,
    clause: &ClauseView,
    state: &mut StatementState,
    actions: &mut Vec<TheoryAction>,
) {
    let (lang, method) = (page.words.lang, page.words.method());
    ui.add_space(space::TIGHT);
    if clause.categories.is_empty() && clause.relations.is_empty() {
        pieces::quiet(ui, i18n::clause_rests_on_nothing(lang, method));
    } else {
        pieces::quiet(ui, &i18n::clause_rests_on(lang, number(clause.people)));
    }
    ui.horizontal_wrapped(|ui| {
        let ids = |named: &[Named]| named.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        let without = |named: &[Named], gone: RecordId| {
            named.iter().map(|(id, _)| *id).filter(|id| *id != gone).collect::<Vec<_>>()
        };
        for (id, name) in clause.categories.iter() {
            if chip(ui, name, actions, || TheoryAction::OpenCategory(*id), lang) {
                let (categories, relations) = (without(&clause.categories, *id), ids(&clause.relations));
                actions.push(run(TheoryCommand::LinkClause { clause: clause.id, categories, relations }));
            }
        }
        for (id, name) in clause.relations.iter() {
            if chip(ui, name, actions, || TheoryAction::OpenRelation(*id), lang) {
                let (categories, relations) = (ids(&clause.categories), without(&clause.relations, *id));
                actions.push(run(TheoryCommand::LinkClause { clause: clause.id, categories, relations }));
            }
        }
        for (relation, text) in
            [(false, i18n::clause_add_category(lang, method)), (true, i18n::clause_add_relation(lang))]
        {
            if ui.button(text).clicked() {
                let (clause, choosing) = (clause.id, Choosing::default());
                state.dialog = Some(Dialog::Rests { clause, relation, choosing });
            }
        }
    });
}

/// A name that leads somewhere, with a cross to take it away; true when that was pressed.
fn chip(
    ui: &mut Ui,
    name: &str,
    actions: &mut Vec<TheoryAction>,
    leads: impl FnOnce() -> TheoryAction,
    lang: i18n::Lang,
) -> bool {
    let theme = Theme::of(ui);
    let label = RichText::new(unbroken(name)).color(theme.accent);
    // A cross never stands on another line than its name.
    if ui.available_size_before_wrap().x < chip_width(ui, name) {
        ui.end_row();
    }
    if ui.add(egui::Button::new(label).fill(theme.accent_soft).wrap()).clicked() {
        actions.push(leads());
    }
    let cross = ui.button("×");
    let said = i18n::clause_remove_link(lang, name);
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    cross.on_hover_text(said).clicked()
}

/// How wide a name is with its cross.
fn chip_width(ui: &Ui, name: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let wide = |words: &str| {
        let galley = ui.painter().layout_no_wrap(unbroken(words), font.clone(), egui::Color32::PLACEHOLDER);
        galley.size().x + 2.0 * ui.spacing().button_padding.x
    };
    wide(name) + ui.spacing().item_spacing.x + wide("×").max(ui.spacing().interact_size.x)
}

/// The states that were kept, and what became of the theory between two of them.
fn versions(ui: &mut Ui, page: &Page<'_>, state: &mut StatementState, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    let Some(_) = page.view.open else { return };
    pieces::heading(ui, i18n::theory_versions(lang));
    if ui.button(i18n::theory_keep(lang)).clicked() {
        state.dialog = Some(Dialog::Keep(String::new()));
    }
    if page.view.versions.is_empty() {
        pieces::quiet(ui, i18n::theory_no_version(lang));
        return;
    }
    let mut compared = page.showing.compared;
    let label = |id: Option<RecordId>| {
        let known = id.and_then(|id| page.view.versions.iter().find(|one| one.id == id));
        known.map_or_else(|| i18n::theory_now(lang).to_owned(), |one| format!("{}, {}", one.name, one.at))
    };
    let first = page.view.versions.last().map(|one| one.id);
    let mut from = compared.map(|(from, _)| from).or(first);
    let mut to = compared.and_then(|(_, to)| to);
    let width = ui.available_width() - 40.0;
    let combo = row::combo("from").width(width).selected_text(label(from)).show_ui(ui, |ui| {
        for one in page.view.versions.iter() {
            ui.selectable_value(&mut from, Some(one.id), label(Some(one.id)));
        }
    });
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::theory_compare_from(lang)));
    let combo = row::combo("to").width(width).selected_text(label(to)).show_ui(ui, |ui| {
        ui.selectable_value(&mut to, None, label(None));
        for one in page.view.versions.iter() {
            ui.selectable_value(&mut to, Some(one.id), label(Some(one.id)));
        }
    });
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::theory_compare_to(lang)));
    let changed = compared.is_some() && compared != from.map(|from| (from, to));
    if ui.button(i18n::theory_compare(lang)).clicked() || changed {
        compared = from.map(|from| (from, to));
        actions.push(page.show(|showing| showing.compared = compared));
    }
    if let Some(differences) = &page.view.differences {
        if differences.is_empty() {
            pieces::quiet(ui, i18n::theory_same(lang));
        }
        for one in differences.iter() {
            ui.add_space(space::TIGHT);
            pieces::text(ui, &one.text);
        }
    }
}

/// What depends on a code, before one changes it.
fn affected(ui: &mut Ui, page: &Page<'_>, state: &mut StatementState, actions: &mut Vec<TheoryAction>) {
    let lang = page.words.lang;
    pieces::heading(ui, i18n::affected_title(lang));
    pieces::quiet(ui, i18n::affected_purpose(lang));
    if ui.button(i18n::affected_choose(lang)).clicked() {
        state.dialog = Some(Dialog::Affected(Choosing::default()));
    }
    let Some(found) = page.view.affected.as_deref() else { return };
    let theme = Theme::of(ui);
    ui.label(RichText::new(unbroken(&found.code)).font(fonts::semibold(size::BODY)).color(theme.ink));
    if found.is_empty() {
        pieces::quiet(ui, &i18n::affected_nothing(lang, &found.code));
        return;
    }
    pieces::text(ui, &i18n::passage_count(lang, number(found.passages)));
    groups(ui, page, found, state, actions);
}

fn groups(
    ui: &mut Ui,
    page: &Page<'_>,
    found: &AffectedAnswer,
    state: &mut StatementState,
    actions: &mut Vec<TheoryAction>,
) {
    let (lang, method) = (page.words.lang, page.words.method());
    let groups = [
        (i18n::code_title_many(lang, method), &found.below),
        (i18n::category_relations(lang), &found.relations),
        (i18n::affected_clause(lang), &found.clauses),
        (i18n::affected_schema(lang), &found.schemas),
        (i18n::affected_memo(lang), &found.memos),
        (i18n::affected_query(lang), &found.queries),
    ];
    for (title, named) in groups.into_iter().filter(|(_, named)| !named.is_empty()) {
        ui.add_space(space::SMALL);
        pieces::quiet(ui, &format!("{title} ({})", named.len()));
        for one in named {
            if pieces::leading_line(ui, &one.name, "").clicked() {
                actions.extend(leads(page, one, state));
            }
        }
    }
}

fn leads(page: &Page<'_>, one: &AboutAnswer, state: &mut StatementState) -> Option<TheoryAction> {
    let id = one.id?;
    Some(match one.kind {
        "clause" => {
            let theory = page.view.affected_in.iter().find(|(clause, _)| *clause == id)?.1;
            state.writing.want(Written::Clause(id));
            return (page.view.open != Some(theory))
                .then(|| page.show(|showing| (showing.theory, showing.compared) = (Some(theory), None)));
        }
        "relation" => TheoryAction::OpenRelation(id),
        "memo" => TheoryAction::OpenMemo(id),
        "schema" => TheoryAction::OpenSchema(id),
        "code" => TheoryAction::OpenCategory(id),
        "query" => TheoryAction::OpenQuery(id),
        _ => return None,
    })
}

fn dialogs(ui: &Ui, page: &Page<'_>, state: &mut StatementState, actions: &mut Vec<TheoryAction>) {
    let Some(mut dialog) = state.dialog.take() else { return };
    match dialog.show(ui, page) {
        None => state.dialog = Some(dialog),
        Some(asked) => {
            if matches!(dialog, Dialog::Title(None, _)) && asked.is_some() {
                actions.push(page.show(|showing| showing.theory = None));
            }
            actions.extend(asked);
        }
    }
}

impl Dialog {
    /// `None` while it is filled in; then what was asked for, if anything was.
    fn show(&mut self, ui: &Ui, page: &Page<'_>) -> Option<Option<TheoryAction>> {
        let (words, lang) = (page.words, page.words.lang);
        match self {
            Dialog::Title(theory, title) => {
                let named = pieces::ask_name(ui, i18n::theory_title(lang), title, words)?;
                let theory = *theory;
                Some(named.map(|title| run(TheoryCommand::WriteTheory { theory, title })))
            }
            Dialog::Keep(name) => {
                let named = pieces::ask_name(ui, i18n::theory_keep_name(lang), name, words)?;
                let theory = page.view.open;
                Some(named.zip(theory).map(|(name, theory)| run(TheoryCommand::KeepTheory { theory, name })))
            }
            Dialog::Affected(choosing) => {
                let found =
                    choosing.one(ui, i18n::affected_choose(lang), &code_choices(page.codes, &[]), words)?;
                Some(found.map(|code| page.show(|showing| showing.affected = Some(code))))
            }
            Dialog::Rests { clause, relation, choosing } => {
                let known = page.view.clauses.iter().find(|one| one.id == *clause)?;
                let ids = |named: &[Named]| named.iter().map(|(id, _)| *id).collect::<Vec<_>>();
                let (mut categories, mut relations) = (ids(&known.categories), ids(&known.relations));
                let (title, choices) = if *relation {
                    (i18n::clause_add_relation(lang), sentences(page, &relations))
                } else {
                    (i18n::clause_add_category(lang, words.method()), code_choices(page.codes, &categories))
                };
                let found = choosing.one(ui, title, &choices, words)?;
                Some(found.map(|id| {
                    if *relation { &mut relations } else { &mut categories }.push(id);
                    run(TheoryCommand::LinkClause { clause: *clause, categories, relations })
                }))
            }
        }
    }
}

fn sentences(page: &Page<'_>, there: &[RecordId]) -> Vec<Choice> {
    let others = page.view.relations.iter().filter(|(id, _)| !there.contains(id));
    let choice = |(id, says): &Named| Choice { id: *id, name: says.to_string(), aside: String::new() };
    others.map(choice).collect()
}

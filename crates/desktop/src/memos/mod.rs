//! Memos: the journal by date, the one that is written, how it reads.
//!
//! Writing is one act per pause: nothing is lost, and undo takes back what one wrote in one go.

mod draft;
mod journal;
mod reading;

use crate::fonts;
use crate::measured_list::RowHeights;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::theory::choosing::{Asked, Choice, Choosing, Chosen};
use crate::typography::unbroken;
use crate::words::Words;
pub use draft::Draft;
use egui::accesskit::Role;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui, WidgetInfo};
use model::RecordId;
use model::value::{Kind, MemoKind};
use std::ops::Range;
use workbench::command::Command;
use workbench::command::review::ReviewCommand;
use workbench::screen::MemosShowing;
use workbench::views::memos::MemosView;
use workbench::views::{CodeTreeView, InterviewListView};

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum MemosAction {
    /// A change of the study.
    Run(Command),
    /// Something else of the step.
    Show(MemosShowing),
    /// A record that a memo leads to.
    Go(RecordId, Kind),
    /// A passage that a memo leads to.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// The coding.
        coding: RecordId,
        /// Scalars of its current text.
        range: Range<usize>,
    },
    /// What was said of a memo.
    Discuss(RecordId),
    /// The journal is to be printed.
    Print,
}

/// What the step remembers.
#[derive(Debug, Default)]
pub struct MemosState {
    filter: String,
    kind: Option<MemoKind>,
    heights: RowHeights,
    /// The memo that is written.
    pub draft: Option<Draft>,
    /// Memos that one has left while the store had not answered yet.
    leaving: Vec<Draft>,
    dialog: Option<Dialog>,
    /// Which version is read instead of the present words.
    past: Option<usize>,
}

impl MemosState {
    /// What was written of memos and not sent yet. The one that is open stays as it is.
    pub fn unsent(&mut self) -> Vec<Command> {
        let all = self.leaving.iter_mut().chain(&mut self.draft);
        all.filter_map(Draft::send).collect()
    }

    /// The same of memos that one has left, without the one that is open.
    pub fn left_unsent(&mut self) -> Vec<Command> {
        self.leaving.iter_mut().filter_map(Draft::send).collect()
    }

    /// The memo that is open is left: what was written of it is sent, and kept until the store has it.
    pub fn let_go(&mut self) -> Option<Command> {
        let mut draft = self.draft.take()?;
        let sent = draft.send();
        if draft.is_pending() && !draft.is_empty() {
            self.leaving.push(draft);
        }
        sent
    }

    /// True while words wait for the store to say which memo they belong to.
    #[must_use]
    pub fn waits_with_words(&self) -> bool {
        self.leaving.iter().chain(&self.draft).any(Draft::waits_with_words)
    }

    /// The store has taken a memo; true where it is the new one that is open, which was not known until then.
    pub fn is_now(&mut self, memo: RecordId) -> bool {
        if let Some(at) = self.leaving.iter().position(|draft| draft.is_of(memo)) {
            self.leaving[at].is_now(memo);
            self.leaving.retain(Draft::is_pending);
            return false;
        }
        self.draft.as_mut().is_some_and(|draft| draft.is_of(memo) && draft.is_now(memo))
    }

    /// The store did not take what was sent last: it is not stored.
    pub fn refused(&mut self) {
        self.leaving.iter_mut().chain(&mut self.draft).for_each(Draft::refused);
    }
}

#[derive(Debug)]
enum Dialog {
    /// What is the memo about?
    About(Choosing),
    /// Where does the link lead? Its brackets are open already, or not.
    Link { open: bool, choosing: Choosing },
}

/// What the step draws.
pub struct Page<'a> {
    /// The memos.
    pub view: &'a MemosView,
    /// The codes that a memo can be about.
    pub codes: &'a CodeTreeView,
    /// The interviews that a memo can be about.
    pub interviews: &'a InterviewListView,
    /// What of the step is shown.
    pub showing: &'a MemosShowing,
    /// The language.
    pub words: Words,
}

/// Draws the step.
pub fn show(ui: &mut Ui, page: &Page<'_>, state: &mut MemosState) -> Vec<MemosAction> {
    let mut actions = Vec::new();
    let theme = Theme::of(ui);
    follow(page, state, &mut actions);
    let side = Frame::new().fill(theme.ground);
    Panel::left("memo-journal").default_size(310.0).size_range(220.0..=460.0).frame(side).show(ui, |ui| {
        journal::show(ui, page, state, &mut actions);
    });
    if state.draft.is_none() {
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            ui.add_space(space::PAGE);
            let none = page.view.rows.is_empty();
            let lang = page.words.lang;
            let sentence = if none { i18n::memos_empty(lang) } else { i18n::memos_choose(lang) };
            crate::empty::show(ui, sentence, i18n::memos_empty_purpose(lang));
        });
        return actions;
    }
    if let Some(sheet) = page.view.sheet.as_deref() {
        let width = (ui.available_width() * 0.42).clamp(240.0, 460.0);
        Panel::right("memo-reading").default_size(width).size_range(220.0..=700.0).frame(side).show(
            ui,
            |ui| {
                reading::show(ui, sheet, &mut state.past, page.words, &mut actions);
            },
        );
    }
    let middle = Frame::new().fill(theme.paper).inner_margin(Margin::symmetric(space::PAGE as i8, 12));
    CentralPanel::default().frame(middle).show(ui, |ui| writing(ui, page, state, &mut actions));
    state.draft.take_if(|draft| draft.is_given_up());
    dialogs(ui, page, state, &mut actions);
    if let Some(draft) = &mut state.draft {
        let now = ui.input(|input| input.time);
        actions.extend(draft.rested(now).map(MemosAction::Run));
        if let Some(left) = draft.wait(now) {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }
    actions
}

/// The draft is that of the memo that is open; what was written of another is sent first.
fn follow(page: &Page<'_>, state: &mut MemosState, actions: &mut Vec<MemosAction>) {
    let Some(sheet) = page.view.sheet.as_deref() else {
        let there = |memo: RecordId| page.view.rows.iter().any(|row| row.id == memo);
        if let Some(draft) = state.draft.as_mut().filter(|draft| draft.has_gone(there)) {
            // Deleted, or its making undone: only what was written since goes on, as a new memo.
            if draft.is_saved() {
                state.draft = None;
            } else {
                draft.begin_anew();
            }
        }
        return;
    };
    match &mut state.draft {
        // It was deleted here, and the drawing after that has not come yet.
        None if page.showing.open != Some(sheet.id) => {}
        Some(draft) if draft.memo() == Some(sheet.id) => draft.refresh(sheet, page.view.key),
        // A new memo that is being written, or one whose sheet has not come yet.
        Some(draft) if page.showing.open != Some(sheet.id) || draft.waits() => {}
        _ => {
            actions.extend(state.let_go().map(MemosAction::Run));
            state.draft = Some(Draft::of(sheet));
            state.past = None;
        }
    }
}

fn writing(ui: &mut Ui, page: &Page<'_>, state: &mut MemosState, actions: &mut Vec<MemosAction>) {
    let (lang, theme) = (page.words.lang, Theme::of(ui));
    let now = ui.input(|input| input.time);
    let Some(draft) = &mut state.draft else { return };
    let title = egui::TextEdit::singleline(&mut draft.title)
        .id_salt("memo-title")
        .font(fonts::semibold(size::HEADING + 4.0))
        .hint_text(RichText::new(i18n::memo_title(lang)).color(theme.faint))
        .frame(Frame::NONE)
        .desired_width(f32::INFINITY);
    let field = ui.add(title).accessible_name(i18n::memo_title(lang));
    if draft.wants_focus() {
        field.request_focus();
    }
    let (mut left, mut writes) = (field.lost_focus(), field.has_focus());
    if field.changed() {
        draft.touched(now);
    }
    about(ui, page, draft, &mut state.dialog, now, actions);
    ui.add_space(space::SMALL);
    let body_id = ui.scope_id().with("memo-body");
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let rows = ((ui.available_height() / 24.0) as usize).max(8);
        let edit = egui::TextEdit::multiline(&mut draft.body)
            .id(body_id)
            .font(fonts::regular(size::QUESTION))
            .hint_text(RichText::new(unbroken(i18n::memo_hint(lang))).color(theme.faint))
            .margin(Margin::symmetric(12, 10))
            .desired_rows(rows)
            .desired_width(f32::INFINITY);
        let field = ui.add(edit).accessible_name(i18n::memo_body(lang));
        left |= field.lost_focus();
        writes |= field.has_focus();
        if field.changed() {
            draft.touched(now);
            let open = before_caret(ui, body_id, &draft.body).ends_with("[[");
            if open
                && ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Text(_))))
            {
                state.dialog = Some(Dialog::Link { open: true, choosing: Choosing::default() });
            }
        }
    });
    // From the title to the text one goes on writing.
    if left && !writes {
        actions.extend(draft.send().map(MemosAction::Run));
    }
}

/// The words before the caret of the field.
fn before_caret(ui: &Ui, field: egui::Id, text: &str) -> String {
    let caret = caret(ui, field).unwrap_or_else(|| text.chars().count());
    text.chars().take(caret).collect()
}

fn caret(ui: &Ui, field: egui::Id) -> Option<usize> {
    let state = egui::TextEdit::load_state(ui.ctx(), field)?;
    Some(state.cursor.char_range()?.primary.index.0)
}

/// Its sort, what it is about, links, deletion.
fn about(
    ui: &mut Ui,
    page: &Page<'_>,
    draft: &mut Draft,
    dialog: &mut Option<Dialog>,
    now: f64,
    actions: &mut Vec<MemosAction>,
) {
    let lang = page.words.lang;
    ui.horizontal_wrapped(|ui| {
        let name = |kind: MemoKind| i18n::memo_kind_name(lang, kind.as_str());
        let mut kind = draft.kind;
        let combo = row::combo("memo-kind").selected_text(name(kind)).show_ui(ui, |ui| {
            for choice in kinds() {
                ui.selectable_value(&mut kind, choice, name(choice));
            }
        });
        combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, i18n::memo_kind(lang)));
        if kind != draft.kind {
            draft.kind = kind;
            draft.touched(now);
        }
        match &draft.target {
            Some(_) => {
                crate::theory::pieces::quiet(ui, &i18n::memo_about(lang, &draft.about));
                if ui.button(i18n::memo_detach(lang)).clicked() {
                    (draft.target, draft.about) = (None, String::new());
                    draft.touched(now);
                }
            }
            None => {
                if ui.button(i18n::memo_attach(lang)).clicked() {
                    *dialog = Some(Dialog::About(Choosing::default()));
                }
            }
        }
        if ui.button(i18n::memo_link(lang)).clicked() {
            *dialog = Some(Dialog::Link { open: false, choosing: Choosing::default() });
        }
        if let Some(memo) = draft.memo() {
            shared(ui, page, memo, actions);
        }
        if let Some(memo) = draft.memo()
            && ui.button(i18n::memo_delete(lang)).clicked()
        {
            // With its last words: whoever takes the deletion back finds them.
            actions.extend(draft.send().map(MemosAction::Run));
            actions.push(MemosAction::Run(Command::DeleteMemo { memo }));
            actions.push(MemosAction::Show(MemosShowing { open: None, ..page.showing.clone() }));
            draft.give_up();
        }
        crate::theory::pieces::quiet(
            ui,
            if draft.is_saved() { i18n::memo_saved(lang) } else { i18n::memo_unsaved(lang) },
        );
    });
}

/// Whether the directors are shown it, and what they said of it.
fn shared(ui: &mut Ui, page: &Page<'_>, memo: RecordId, actions: &mut Vec<MemosAction>) {
    let lang = page.words.lang;
    let Some(sheet) = page.view.sheet.as_deref().filter(|sheet| sheet.id == memo) else { return };
    let mut shared = sheet.shared;
    if ui.checkbox(&mut shared, i18n::memo_share(lang)).changed() {
        actions.push(MemosAction::Run(ReviewCommand::Share { memo, shared }.into()));
    }
    if ui.button(i18n::review_discuss(lang)).clicked() {
        actions.push(MemosAction::Discuss(memo));
    }
}

/// The sorts that one writes.
fn kinds() -> impl Iterator<Item = MemoKind> {
    MemoKind::ALL.iter().copied().filter(|kind| *kind != MemoKind::Discussion)
}

fn dialogs(ui: &Ui, page: &Page<'_>, state: &mut MemosState, actions: &mut Vec<MemosAction>) {
    let (Some(mut dialog), Some(draft)) = (state.dialog.take(), &mut state.draft) else { return };
    let lang = page.words.lang;
    let now = ui.input(|input| input.time);
    let (title, choosing) = match &mut dialog {
        Dialog::About(choosing) => (i18n::memo_attach(lang), choosing),
        Dialog::Link { choosing, .. } => (i18n::memo_link(lang), choosing),
    };
    let asked = Asked { title, hint: i18n::relation_other_hint(lang), create: None };
    let choices = choices(page);
    match choosing.show(ui, &asked, &choices, page.words) {
        Chosen::Open => state.dialog = Some(dialog),
        Chosen::Left | Chosen::New(_) => {}
        Chosen::One(id) => {
            let name = choices.iter().find(|choice| choice.id == id).map(|choice| choice.name.clone());
            let name = name.unwrap_or_default();
            match dialog {
                Dialog::About(_) => (draft.target, draft.about) = (Some(id), name),
                Dialog::Link { open, .. } => {
                    let text = if open { format!("{name}]]") } else { format!("[[{name}]]") };
                    let field = body_field(ui);
                    draft.insert(caret(ui, field), &text);
                }
            }
            draft.touched(now);
            actions.extend(draft.send().map(MemosAction::Run));
        }
    }
}

/// The field in which the caret is remembered: that of the page, wherever the dialog stands.
fn body_field(ui: &Ui) -> egui::Id {
    ui.scope_id().with("memo-body")
}

fn choices(page: &Page<'_>) -> Vec<Choice> {
    let code = |row: &workbench::views::CodeRow| Choice {
        id: row.id,
        name: row.label.to_string(),
        aside: row.path.to_string(),
    };
    let interview = |row: &workbench::views::InterviewRow| Choice {
        id: row.id,
        name: row.label.to_string(),
        aside: String::new(),
    };
    let memos = page.view.rows.iter().filter(|row| !row.title.is_empty());
    let memo = |row: &workbench::views::memos::MemoRow| Choice {
        id: row.id,
        name: row.title.to_string(),
        aside: row.day.to_string(),
    };
    let codes = page.codes.rows.iter().map(code);
    codes.chain(page.interviews.rows.iter().map(interview)).chain(memos.map(memo)).collect()
}

//! The one thing that is looked at: what it says, whether it was seen as it is, and what was said of it.

use super::{Desk, ReviewAction, ReviewState};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use egui::accesskit::Role;
use egui::{Button, RichText, TextEdit, Ui, WidgetInfo};
use model::RecordId;
use model::value::Kind;
use workbench::answers::threads::ThreadAnswer;
use workbench::command::review::ReviewCommand;
use workbench::review::about::AboutView;
use workbench::views::ReviewShowing;

pub(super) fn show(
    ui: &mut Ui,
    desk: &Desk<'_>,
    about: &AboutView,
    state: &mut ReviewState,
    actions: &mut Vec<ReviewAction>,
) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    ui.horizontal(|ui| {
        pieces::quiet(ui, &about.kind_name);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (place, _) = ui.allocate_exact_size(egui::vec2(24.0, 24.0), egui::Sense::hover());
            let name = i18n::review_close(lang);
            if crate::sign_button::at(ui, place, crate::icons::Icon::Cross, name).clicked() {
                let showing = ReviewShowing { about: None, ..desk.showing.clone() };
                actions.push(ReviewAction::Show(showing));
            }
        });
    });
    let title = RichText::new(unbroken(&about.title)).font(fonts::semibold(size::HEADING)).color(theme.ink);
    let label = ui.label(title);
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, about.title.as_ref()));
    pieces::quiet(ui, &about.detail);
    said(ui, about);
    for passage in about.passages.iter() {
        super::categories::quote(ui, desk, passage, about.kind == Kind::Code, actions);
    }
    ui.add_space(space::SMALL);
    buttons(ui, desk, about, actions);
    ui.add_space(space::SMALL);
    pieces::heading(ui, i18n::review_discussion(lang));
    if about.threads.is_empty() {
        pieces::quiet(ui, i18n::review_no_thread(lang));
    }
    for thread in about.threads.iter() {
        ui.push_id(thread.id, |ui| thread_of(ui, desk, thread, state, actions));
    }
    field(ui, about.id, i18n::review_comment_this(lang), state, actions);
}

fn said(ui: &mut Ui, about: &AboutView) {
    if !about.text.is_empty() {
        ui.add_space(space::SMALL);
        pieces::text(ui, &about.text);
    }
}

fn buttons(ui: &mut Ui, desk: &Desk<'_>, about: &AboutView, actions: &mut Vec<ReviewAction>) {
    let lang = desk.words.lang;
    if !about.seen.is_empty() {
        pieces::quiet(ui, &about.seen);
    }
    ui.horizontal_wrapped(|ui| {
        if about.unseen && ui.button(i18n::review_mark_seen(lang)).clicked() {
            let command = ReviewCommand::Look { target: Some(about.id) };
            actions.push(ReviewAction::Run(command.into()));
        }
        if let Some(shared) = about.shared.filter(|_| !desk.is_director()) {
            let label = if shared { i18n::memo_unshare(lang) } else { i18n::memo_share(lang) };
            if ui.button(label).clicked() {
                let command = ReviewCommand::Share { memo: about.id, shared: !shared };
                actions.push(ReviewAction::Run(command.into()));
            }
        }
        if ui.button(i18n::review_open_there(lang)).clicked() {
            actions.push(match &about.place {
                Some((interview, range)) => {
                    ReviewAction::GoTo { interview: *interview, coding: about.id, range: range.clone() }
                }
                None => ReviewAction::Go(about.id, about.kind),
            });
        }
    });
}

fn thread_of(
    ui: &mut Ui,
    desk: &Desk<'_>,
    thread: &ThreadAnswer,
    state: &mut ReviewState,
    actions: &mut Vec<ReviewAction>,
) {
    let (lang, theme) = (desk.words.lang, Theme::of(ui));
    ui.separator();
    for comment in &thread.comments {
        let day = workbench::wording::day(lang, &comment.at);
        let who = format!("{} · {day}", comment.author);
        ui.label(RichText::new(who).font(fonts::medium(size::SMALL)).color(theme.mute));
        pieces::text(ui, &comment.text);
    }
    let resolved = thread.resolved.is_some();
    match &thread.resolved {
        Some(by) => pieces::quiet(ui, &i18n::saturation_resolved_by(lang, by)),
        None => field(ui, thread.id, i18n::saturation_answer(lang), state, actions),
    }
    let label = if resolved { i18n::saturation_reopen(lang) } else { i18n::saturation_resolve(lang) };
    if ui.button(label).clicked() {
        let command = ReviewCommand::Resolve { thread: thread.id, resolved: !resolved };
        actions.push(ReviewAction::Run(command.into()));
    }
}

/// A field whose words are sent by its button: a comment has lines of its own.
fn field(ui: &mut Ui, about: RecordId, name: &str, state: &mut ReviewState, actions: &mut Vec<ReviewAction>) {
    let theme = Theme::of(ui);
    let typed = state.answers.entry(about).or_default();
    let edit = TextEdit::multiline(typed).desired_rows(2).desired_width(f32::INFINITY);
    let hint = RichText::new(name).color(theme.faint);
    ui.add(edit.id_salt(("review-field", about)).hint_text(hint)).accessible_name(name);
    let written = !typed.trim().is_empty();
    let sends = format!("{name} →");
    if written && ui.add(Button::new(sends)).clicked() {
        let text = std::mem::take(typed);
        actions.push(ReviewAction::Run(ReviewCommand::Comment { about, text }.into()));
    }
}

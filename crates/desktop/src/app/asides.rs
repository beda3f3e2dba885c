//! What stands over an open study for a moment: who works here, a new code's name, a path to type, long work.

use super::work::{Aside, Work};
use super::{journal, panels};
use crate::Words;
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{Id, Key, Modal, ProgressBar, RichText, ScrollArea, TextEdit, Ui};
use i18n::Lang;
use model::RecordId;
use workbench::desk::{Progress, Stage};

pub(super) fn show(work: &mut Work, ui: &Ui, words: Words) {
    who_works(work, ui, words.lang);
    new_code(work, ui, words);
    progress(work, ui, words.lang);
    reading(work, ui, words.lang);
}

/// The guide, or the journal of operations, the latest first.
fn reading(work: &mut Work, ui: &Ui, lang: Lang) {
    let wanted = match work.aside {
        Some(Aside::Journal) => work.showing.journal.max(journal::STEP),
        _ => 0,
    };
    work.show_journal(wanted);
    let Some(aside) = work.aside else { return };
    let screen = work.screen.clone();
    let title = match aside {
        Aside::Guide => i18n::rail_guide(lang),
        Aside::Journal => i18n::journal_title(lang),
    };
    let response = Modal::new(Id::unique("aside")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        ui.set_width(620.0);
        ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
        ui.add_space(space::SMALL);
        match aside {
            Aside::Guide => guide(ui, &screen.guide),
            Aside::Journal => {
                if journal::show(ui, &screen.journal, &mut work.journal_heights) {
                    work.show_journal(screen.journal.read.saturating_mul(2));
                }
            }
        }
        ui.add_space(space::SMALL);
        ui.button(i18n::button_close(lang)).clicked()
    });
    if response.inner || response.should_close() {
        work.aside = None;
    }
}

fn guide(ui: &mut Ui, lines: &[String]) {
    let theme = Theme::of(ui);
    ScrollArea::vertical().max_height(480.0).auto_shrink([false, true]).show(ui, |ui| {
        for line in lines {
            ui.label(RichText::new(line).font(fonts::regular(size::BODY)).color(theme.ink));
        }
    });
}

/// Who works is asked once, never guessed.
fn who_works(work: &mut Work, ui: &Ui, lang: Lang) {
    if !work.asks_who_works() {
        return;
    }
    let screen = work.screen.clone();
    let mut chosen = None;
    Modal::new(Id::unique("who-works")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        ui.set_width(320.0);
        ui.label(
            RichText::new(i18n::notice_who_acts(lang)).font(fonts::semibold(size::HEADING)).color(theme.ink),
        );
        ui.add_space(space::SMALL);
        for member in &screen.members {
            let label = i18n::member_choose(lang, &member.name);
            if ui.add_sized([ui.available_width(), 32.0], egui::Button::new(label)).clicked() {
                chosen = Some(member.id);
            }
        }
    });
    if let Some(member) = chosen {
        work.act_as(member);
    }
}

/// How a question with one line to fill in ends.
enum Filled {
    Open,
    Done,
    Left,
}

fn ask_line(ui: &Ui, id: &str, title: &str, hint: &str, text: &mut String, lang: Lang) -> Filled {
    let mut filled = Filled::Open;
    let response = Modal::new(Id::unique(id)).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        ui.set_width(440.0);
        ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
        ui.add_space(space::SMALL);
        let field = ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, title));
        if !field.has_focus() && !field.lost_focus() {
            field.request_focus();
        }
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            if ui.add(crate::row::primary(i18n::button_ok(lang), theme)).clicked() || enter {
                filled = Filled::Done;
            }
            if ui.button(i18n::button_cancel(lang)).clicked() {
                filled = Filled::Left;
            }
        });
    });
    if response.should_close() && matches!(filled, Filled::Open) { Filled::Left } else { filled }
}

fn new_code(work: &mut Work, ui: &Ui, words: Words) {
    let Some((parent, mut name)): Option<(Option<RecordId>, String)> = work.new_code.take() else { return };
    let (lang, method) = (words.lang, words.method());
    let above = parent.and_then(|id| work.screen.codes.rows.iter().find(|row| row.id == id));
    let title = match above {
        Some(row) => i18n::codes_new_under(lang, &row.label, method),
        None => i18n::codes_new(lang, method).to_owned(),
    };
    match ask_line(ui, "new-code", &title, i18n::code_name(lang, method), &mut name, lang) {
        Filled::Open => work.new_code = Some((parent, name)),
        Filled::Done if !name.trim().is_empty() => panels::create(work, parent, name.trim()),
        Filled::Done | Filled::Left => {}
    }
}

fn progress(work: &Work, ui: &Ui, lang: Lang) {
    let Some(progress) = work.progress.filter(|_| work.screen.generation == 0 || work.sheet.is_none()) else {
        return;
    };
    Modal::new(Id::unique("progress")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(320.0);
        ui.label(RichText::new(stage(lang, progress)).font(fonts::medium(size::BODY)));
        let share = if progress.total == 0 { 0.0 } else { progress.done as f32 / progress.total as f32 };
        ui.add(ProgressBar::new(share));
        if matches!(progress.stage, Stage::Reading | Stage::Importing)
            && ui.button(i18n::job_cancel(lang)).clicked()
        {
            work.cancel();
        }
    });
}

fn stage(lang: Lang, progress: Progress) -> String {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match progress.stage {
        Stage::Opening => i18n::opening_study(lang).to_owned(),
        Stage::Saving => i18n::status_saving(lang).to_owned(),
        Stage::Reading | Stage::Importing => {
            i18n::import_running(lang, count(progress.done), count(progress.total))
        }
    }
}

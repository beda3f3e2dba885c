//! *Sauvegardes…*: what was kept of the study, when, and how to get a copy of it back.

use crate::Words;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use egui::accesskit::Role;
use egui::{Id, Modal, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::views::{BackupView, BackupsView};

/// The sheet of backups.
#[derive(Debug, Default)]
pub(super) struct Backups {
    /// What the study's thread found; `None` while it looks.
    pub found: Option<BackupsView>,
    chosen: Option<String>,
}

/// What is asked on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    Close,
    /// Makes one now.
    Now,
    /// Reads what one holds.
    Look(String),
    /// Restores one as a copy.
    Restore(String),
}

impl Backups {
    pub fn show(&mut self, ui: &Ui, words: Words) -> Option<Asked> {
        let lang = words.lang;
        let mut asked = None;
        let response = Modal::new(Id::unique("backups")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            ui.set_width(560.0);
            let title = RichText::new(i18n::backups_title(lang)).font(fonts::semibold(size::HEADING));
            ui.label(title.color(theme.ink));
            ui.label(quiet(i18n::backups_hint(lang), ui));
            ui.add_space(space::SMALL);
            match self.found.clone() {
                None => {
                    ui.label(quiet(i18n::backups_looking(lang), ui));
                }
                Some(found) if found.list.is_empty() => {
                    ui.label(quiet(i18n::backups_none(lang), ui));
                }
                Some(found) => asked = self.list(ui, &found, words),
            }
            ui.add_space(space::SMALL);
            ui.horizontal(|ui| {
                if ui.button(i18n::backups_now(lang)).clicked() {
                    asked = Some(Asked::Now);
                }
                if ui.button(i18n::button_close(lang)).clicked() {
                    asked = Some(Asked::Close);
                }
            });
        });
        asked.or_else(|| response.should_close().then_some(Asked::Close))
    }

    fn list(&mut self, ui: &mut Ui, found: &BackupsView, words: Words) -> Option<Asked> {
        let mut asked = None;
        ScrollArea::vertical().max_height(340.0).auto_shrink([false, true]).show(ui, |ui| {
            for backup in &found.list {
                let chosen = self.chosen.as_deref() == Some(backup.id.as_str());
                if line(ui, backup, chosen) {
                    self.chosen = Some(backup.id.clone());
                    asked = Some(Asked::Look(backup.id.clone()));
                }
                if chosen {
                    asked = preview(ui, found, backup, words).or(asked.take());
                }
            }
        });
        asked
    }
}

/// One backup: when, and quietly what for, how much, how large; true when it was pressed.
fn line(ui: &mut Ui, backup: &BackupView, chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
    let name = format!("{}, {}", backup.when, backup.details);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    let (painter, theme) = (ui.painter(), Theme::of(ui));
    row::back(painter, rect, chosen, response.hovered(), theme);
    if response.has_focus() {
        row::ring(painter, rect, theme);
    }
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    let when = painter.layout_no_wrap(backup.when.clone(), fonts::medium(size::BODY), theme.ink);
    let room = inner.width() - when.size().x - space::EDGE;
    let details = row::one_line(painter, &backup.details, fonts::regular(size::SMALL), theme.mute, room);
    painter.galley(pos2(inner.left(), inner.center().y - when.size().y / 2.0), when, theme.ink);
    let left = inner.right() - details.size().x;
    painter.galley(pos2(left, inner.center().y - details.size().y / 2.0), details, theme.mute);
    response.clicked()
}

/// What the chosen backup holds, and the way to get it back.
fn preview(ui: &mut Ui, found: &BackupsView, backup: &BackupView, words: Words) -> Option<Asked> {
    let mut asked = None;
    ui.indent("backup-preview", |ui| {
        let lines = found.preview.as_ref().filter(|(id, _)| *id == backup.id).map(|(_, lines)| lines);
        for line in lines.into_iter().flatten() {
            ui.label(quiet(line, ui));
        }
        if ui.button(i18n::backups_restore(words.lang)).clicked() {
            asked = Some(Asked::Restore(backup.id.clone()));
        }
    });
    asked
}

fn quiet(text: &str, ui: &Ui) -> RichText {
    RichText::new(text).font(fonts::regular(size::SMALL)).color(Theme::of(ui).mute)
}

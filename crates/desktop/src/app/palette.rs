//! Every command by its words.

use crate::commands::{Section, UiCommand};
use crate::folding::{Folded, query};
use crate::fonts;
use crate::keymap::Keymap;
use crate::theme::{Theme, size, space};
use egui::{Id, Key, Modal, RichText, ScrollArea, TextEdit, Ui};
use i18n::Lang;

/// The open palette.
#[derive(Debug, Default)]
pub(super) struct Palette {
    filter: String,
    chosen: usize,
}

/// How the palette stands after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Open,
    Closed,
    Chosen(UiCommand),
}

impl Palette {
    pub fn show(&mut self, ui: &Ui, lang: Lang, method: &str, keymap: &Keymap, study_open: bool) -> Outcome {
        let mut outcome = Outcome::Open;
        let response = Modal::new(Id::unique("palette")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            let field = ui.add(
                TextEdit::singleline(&mut self.filter)
                    .hint_text(i18n::palette_hint(lang))
                    .desired_width(f32::INFINITY),
            );
            field.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::TextInput, true, i18n::palette_hint(lang))
            });
            field.request_focus();
            if field.changed() {
                self.chosen = 0;
            }
            let found = matching(&self.filter, lang, method, study_open);
            self.move_choice(ui, found.len());
            ui.add_space(space::SMALL);
            if found.is_empty() {
                ui.label(i18n::palette_none(lang));
            }
            crate::theme::clear_of_bar(ui);
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                for (place, command) in found.iter().enumerate() {
                    if row(ui, (*command, &keymap.words(*command, lang)), place == self.chosen, lang, method)
                    {
                        outcome = Outcome::Chosen(*command);
                    }
                }
            });
            if ui.input(|input| input.key_pressed(Key::Enter))
                && let Some(command) = found.get(self.chosen)
            {
                outcome = Outcome::Chosen(*command);
            }
        });
        if response.should_close() && outcome == Outcome::Open { Outcome::Closed } else { outcome }
    }

    fn move_choice(&mut self, ui: &Ui, count: usize) {
        ui.input(|input| {
            if input.key_pressed(Key::ArrowDown) {
                self.chosen = (self.chosen + 1).min(count.saturating_sub(1));
            }
            if input.key_pressed(Key::ArrowUp) {
                self.chosen = self.chosen.saturating_sub(1);
            }
        });
    }
}

/// True when each typed word stands in the label, whatever its accents.
pub(super) fn fits(filter: &str, label: &str) -> bool {
    let label = Folded::new(label);
    query(filter).iter().all(|word| label.inside(word).is_some())
}

fn matching(filter: &str, lang: Lang, method: &str, study_open: bool) -> Vec<UiCommand> {
    let typed = Folded::new(filter.trim()).letters();
    let offered = |command: &UiCommand| {
        *command != UiCommand::Palette
            && (study_open || !command.needs_study())
            && fits(filter, &format!("{} {}", command.label(lang, method), command.also(lang)))
    };
    let mut found: Vec<UiCommand> = UiCommand::ALL.iter().copied().filter(offered).collect();
    let begins = |command: &UiCommand| Folded::new(command.label(lang, method)).letters().starts_with(&typed);
    let named = |command: &UiCommand| fits(filter, command.label(lang, method));
    // What one most often looks for comes first; where something is typed, what begins with it.
    found.sort_by_key(|command| {
        (typed.is_empty() || !begins(command), !named(command), rank(command.section(), study_open))
    });
    found
}

/// How near at hand the commands of a part are.
fn rank(section: Section, study_open: bool) -> usize {
    use Section as S;
    let order: [Section; 7] = if study_open {
        [S::Coding, S::Interview, S::Edit, S::Steps, S::View, S::File, S::Help]
    } else {
        [S::File, S::View, S::Help, S::Edit, S::Coding, S::Interview, S::Steps]
    };
    order.iter().position(|known| *known == section).unwrap_or(order.len())
}

fn row(ui: &mut Ui, (command, keys): (UiCommand, &str), chosen: bool, lang: Lang, method: &str) -> bool {
    let theme = Theme::of(ui);
    let text = RichText::new(command.label(lang, method)).font(fonts::regular(size::BODY)).color(theme.ink);
    let keys = RichText::new(keys).font(fonts::regular(size::SMALL)).color(theme.faint);
    let button = egui::Button::new(text)
        .frame_when_inactive(chosen)
        .selected(chosen)
        .right_text(keys)
        .min_size(egui::vec2(ui.available_width(), 28.0));
    ui.add(button).clicked()
}

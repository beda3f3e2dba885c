//! Short notices at the bottom of the window; a refusal stays until it is closed.

use crate::commands::UiCommand;
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::{Align2, Area, Frame, Id, Modal, Order, RichText, ScrollArea, Ui, vec2};
use i18n::Lang;
use std::collections::VecDeque;

/// For how many seconds good news is shown.
const SHOWN_FOR: f64 = 4.0;
/// For how many seconds something that can be done is offered.
const OFFERED_FOR: f64 = 12.0;
/// How many notices can be read later.
const KEPT: usize = 200;
/// How many notices are shown at once.
const SHOWN: usize = 3;

#[derive(Debug, Clone)]
struct Notice {
    text: String,
    refusal: bool,
    /// What can be done about it: words and command.
    offer: Option<(String, UiCommand)>,
    since: Option<f64>,
}

/// The notices to show.
#[derive(Debug, Default)]
pub(super) struct Notices {
    queue: VecDeque<Notice>,
    past: VecDeque<String>,
}

impl Notices {
    /// Something went well.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.push(text.into(), false);
    }

    /// Something was refused or failed.
    pub fn refuse(&mut self, text: impl Into<String>) {
        self.push(text.into(), true);
    }

    /// Something that can be done at once; it stays a little longer.
    pub fn offer(&mut self, text: impl Into<String>, action: impl Into<String>, command: UiCommand) {
        self.push(text.into(), false);
        if let Some(notice) = self.queue.back_mut() {
            notice.offer = Some((action.into(), command));
        }
    }

    fn push(&mut self, text: String, refusal: bool) {
        self.queue.retain(|notice| notice.text != text);
        self.past.push_back(text.clone());
        while self.past.len() > KEPT {
            self.past.pop_front();
        }
        self.queue.push_back(Notice { text, refusal, offer: None, since: None });
        while self.queue.len() > SHOWN {
            self.queue.pop_front();
        }
    }

    /// What was told since the program started, the latest first.
    fn past(&self) -> impl Iterator<Item = &str> {
        self.past.iter().rev().map(String::as_str)
    }

    /// Shows them; gives back what was chosen of what they offer.
    pub fn show(&mut self, ui: &Ui, lang: Lang) -> Option<UiCommand> {
        let now = ui.input(|input| input.time);
        for notice in &mut self.queue {
            notice.since.get_or_insert(now);
        }
        self.queue
            .retain(|notice| notice.refusal || notice.since.is_none_or(|since| now - since < notice.lasts()));
        if self.queue.is_empty() {
            return None;
        }
        let (mut closed, mut chosen) = (None, None);
        Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -40.0))
            .show(ui.ctx(), |ui| {
                for (place, notice) in self.queue.iter().enumerate() {
                    match card(ui, notice, lang) {
                        Pressed::Nothing => {}
                        Pressed::Close => closed = Some(place),
                        Pressed::Offer(command) => {
                            closed = Some(place);
                            chosen = Some(command);
                        }
                    }
                    ui.add_space(space::TIGHT);
                }
            });
        if let Some(place) = closed {
            self.queue.remove(place);
        }
        if self.queue.iter().any(|notice| !notice.refusal) {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
        }
        chosen
    }
}

impl Notice {
    fn lasts(&self) -> f64 {
        if self.offer.is_some() { OFFERED_FOR } else { SHOWN_FOR }
    }
}

enum Pressed {
    Nothing,
    Close,
    Offer(UiCommand),
}

/// The sheet on which what was told can be read again; true when it was closed.
pub(super) fn show_past(ui: &Ui, notices: &Notices, lang: Lang) -> bool {
    let response = Modal::new(Id::unique("past-notices")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        ui.set_width(520.0);
        let title = RichText::new(i18n::notices_title(lang)).font(fonts::semibold(size::HEADING));
        ui.label(title.color(theme.ink));
        ui.add_space(space::SMALL);
        ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
            if notices.past.is_empty() {
                ui.label(RichText::new(i18n::notices_none(lang)).color(theme.mute));
            }
            for text in notices.past() {
                ui.label(RichText::new(text).font(fonts::regular(size::BODY)).color(theme.ink));
                ui.separator();
            }
        });
        ui.add_space(space::SMALL);
        ui.button(i18n::button_close(lang)).clicked()
    });
    response.inner || response.should_close()
}

/// Draws one notice.
fn card(ui: &mut Ui, notice: &Notice, lang: Lang) -> Pressed {
    let theme = Theme::of(ui);
    let edge = if notice.refusal { theme.bad } else { theme.line };
    let frame = Frame::new()
        .fill(theme.paper)
        .stroke(egui::Stroke::new(1.0, edge))
        .corner_radius(radius::CARD)
        .inner_margin(egui::Margin::symmetric(14, 9));
    frame
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_max_width(640.0);
                // Long words wrap before the buttons, never under them.
                ui.vertical(|ui| {
                    ui.set_max_width(500.0);
                    let text = RichText::new(&notice.text).font(fonts::regular(size::BODY));
                    ui.add(egui::Label::new(text.color(theme.ink)).wrap());
                });
                let mut pressed = Pressed::Nothing;
                if let Some((action, command)) = &notice.offer
                    && ui.button(RichText::new(action).font(fonts::medium(size::BODY))).clicked()
                {
                    pressed = Pressed::Offer(*command);
                }
                let close = ui.button(RichText::new("×").font(fonts::medium(size::BODY)));
                let label = i18n::notice_dismiss(lang);
                close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label));
                if close.clicked() { Pressed::Close } else { pressed }
            })
            .inner
        })
        .inner
}

//! Short notices at the bottom of the window; a refusal stays until it is closed.

use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::{Align2, Area, Frame, Id, Order, RichText, Ui, vec2};
use i18n::Lang;
use std::collections::VecDeque;

/// For how many seconds good news is shown.
const SHOWN_FOR: f64 = 4.0;
/// How many notices are shown at once.
const SHOWN: usize = 3;

#[derive(Debug, Clone)]
struct Notice {
    text: String,
    refusal: bool,
    since: Option<f64>,
}

/// The notices to show.
#[derive(Debug, Default)]
pub(super) struct Notices {
    queue: VecDeque<Notice>,
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

    fn push(&mut self, text: String, refusal: bool) {
        self.queue.retain(|notice| notice.text != text);
        self.queue.push_back(Notice { text, refusal, since: None });
        while self.queue.len() > SHOWN {
            self.queue.pop_front();
        }
    }

    pub fn show(&mut self, ui: &Ui, lang: Lang) {
        let now = ui.input(|input| input.time);
        for notice in &mut self.queue {
            notice.since.get_or_insert(now);
        }
        self.queue
            .retain(|notice| notice.refusal || notice.since.is_none_or(|since| now - since < SHOWN_FOR));
        if self.queue.is_empty() {
            return;
        }
        let mut closed = None;
        Area::new(Id::unique("notices"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -40.0))
            .show(ui.ctx(), |ui| {
                for (place, notice) in self.queue.iter().enumerate() {
                    if card(ui, notice, lang) {
                        closed = Some(place);
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
    }
}

/// Draws one notice; true when it was closed.
fn card(ui: &mut Ui, notice: &Notice, lang: Lang) -> bool {
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
                ui.label(RichText::new(&notice.text).font(fonts::regular(size::BODY)).color(theme.ink));
                let close = ui.button(RichText::new("×").font(fonts::medium(size::BODY)));
                let label = i18n::notice_dismiss(lang);
                close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label));
                notice.refusal && close.clicked()
            })
            .inner
        })
        .inner
}

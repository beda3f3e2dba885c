//! When a part of the window fails: what happened, and a way to go on. Everything that was acknowledged is on
//! the disk already; the study's own thread knows nothing of it.

use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{CentralPanel, Frame, RichText, ScrollArea, Ui};
use i18n::Lang;
use std::any::Any;

/// A fault of the program while it drew or handled something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crash {
    /// What the fault said, for a report.
    pub what: String,
    /// How often in a row the window has failed.
    pub times: u32,
}

/// What is asked after a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Draw on.
    GoOn,
    /// Close the study and begin at the first screen.
    Welcome,
}

/// The words of a panic.
pub(super) fn words_of(fault: &(dyn Any + Send)) -> String {
    let text = fault.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// The screen after a fault.
pub(super) fn show(ui: &mut Ui, crash: &Crash, lang: Lang) -> Option<Asked> {
    let theme = Theme::of(ui);
    let mut asked = None;
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        let room = ui.available_height();
        ui.vertical_centered(|ui| {
            ui.add_space((room * 0.25).max(space::PAGE));
            ui.set_max_width(520.0);
            let title = RichText::new(i18n::crash_title(lang)).font(fonts::semibold(size::HEADING));
            ui.label(title.color(theme.ink));
            ui.label(
                RichText::new(i18n::crash_safe(lang)).font(fonts::regular(size::BODY)).color(theme.mute),
            );
            ui.add_space(space::EDGE);
            // What fails again at once will fail a third time: then only the first screen helps.
            if crash.times < 3 && ui.button(i18n::crash_go_on(lang)).clicked() {
                asked = Some(Asked::GoOn);
            }
            if ui.button(i18n::crash_welcome(lang)).clicked() {
                asked = Some(Asked::Welcome);
            }
            ui.add_space(space::EDGE);
            ScrollArea::vertical().max_height(120.0).show(ui, |ui| {
                ui.label(RichText::new(&crash.what).font(fonts::regular(size::SMALL)).color(theme.faint));
            });
            if ui.button(i18n::crash_copy(lang)).clicked() {
                ui.ctx().copy_text(crash.what.clone());
            }
        });
    });
    asked
}

//! The step *Rédaction*: what the study gives to the thesis, each thing with the files that it can be had as.

use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::{CentralPanel, Frame, RichText, Ui, WidgetInfo};
use workbench::views::writing::{WritingPart, WritingPiece, WritingView, Written};

/// The page is no wider.
const WIDTH: f32 = 860.0;

/// Draws the step; gives back what is to be written.
pub fn show(ui: &mut Ui, view: &WritingView, words: Words) -> Option<Written> {
    let (lang, theme) = (words.lang, Theme::of(ui));
    let mut wanted = None;
    CentralPanel::default().frame(Frame::new().fill(theme.ground)).show(ui, |ui| {
        pieces::page(ui, WIDTH, |ui| {
            let title = i18n::rail_writing(lang);
            let label = RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink);
            let response = ui.label(label);
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            pieces::quiet(ui, i18n::writing_purpose(lang));
            ui.add_space(space::SMALL);
            for one in &view.parts {
                part(ui, one, words, &mut wanted);
            }
        });
    });
    wanted
}

fn part(ui: &mut Ui, part: &WritingPart, words: Words, wanted: &mut Option<Written>) {
    pieces::card(ui, |ui| {
        pieces::first_heading(ui, &part.title);
        for (place, one) in part.pieces.iter().enumerate() {
            if place > 0 {
                ui.separator();
            }
            piece(ui, one, words, wanted);
        }
    });
}

fn piece(ui: &mut Ui, piece: &WritingPiece, words: Words, wanted: &mut Option<Written>) {
    let theme = Theme::of(ui);
    ui.add_space(space::TIGHT);
    let title = RichText::new(unbroken(&piece.title)).font(fonts::medium(size::BODY)).color(theme.ink);
    ui.label(title);
    pieces::quiet(ui, &piece.about);
    if piece.files.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for file in &piece.files {
            let response = ui.button(&file.name);
            // Several buttons of one page are named alike: what is heard says of what.
            let told = i18n::writing_piece_as(words.lang, &file.name, &piece.title);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
            if response.clicked() {
                *wanted = Some(file.what.clone());
            }
        }
    });
    ui.add_space(space::TIGHT);
}

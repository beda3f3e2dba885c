//! The pane of the passages that a correction left without words: each with what it was, and where it may
//! stand now.

use super::work::Work;
use crate::Words;
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use egui::{Frame, Margin, Panel, RichText, ScrollArea, Sense, Ui, vec2};
use model::RecordId;
use std::ops::Range;
use workbench::command::Command;
use workbench::views::LostView;

/// What is asked in the pane.
enum Asked {
    Look(Range<usize>),
    Place(RecordId, Range<usize>),
    Remove(RecordId),
}

/// Draws the pane below the text; nothing where every passage has its place.
pub(super) fn show(work: &mut Work, ui: &mut Ui, words: Words) {
    let Some(view) = work.screen.transcript.clone().filter(|view| !view.to_place.is_empty()) else { return };
    let theme = Theme::of(ui);
    let margin = Margin::symmetric(space::EDGE as i8, 10);
    let frame = Frame::new().fill(theme.ground).inner_margin(margin);
    let selected = work.transcript.selected();
    let mut asked = None;
    Panel::bottom("to-place").resizable(true).default_size(170.0).size_range(80.0..=420.0).frame(frame).show(
        ui,
        |ui| {
            let count = crate::words::number(view.to_place.len());
            let title = RichText::new(i18n::to_place_title(words.lang, count));
            ui.label(title.font(fonts::semibold(size::BODY)).color(theme.warn));
            ui.label(quiet(i18n::to_place_hint(words.lang), ui));
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for lost in view.to_place.iter() {
                    ui.add_space(space::SMALL);
                    asked = one(ui, lost, selected.clone(), words).or(asked.take());
                }
            });
        },
    );
    match asked {
        None => {}
        Some(Asked::Look(range)) => work.transcript.scroll_to(range),
        Some(Asked::Place(coding, range)) => {
            let scalar = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            work.run(Command::PlaceCoding { coding, start: scalar(range.start), end: scalar(range.end) });
        }
        Some(Asked::Remove(coding)) => work.run(Command::RemoveCoding { coding }),
    }
}

fn quiet(text: &str, ui: &Ui) -> RichText {
    RichText::new(text).font(fonts::regular(size::SMALL)).color(Theme::of(ui).mute)
}

fn one(ui: &mut Ui, lost: &LostView, selected: Option<Range<usize>>, words: Words) -> Option<Asked> {
    let (lang, theme) = (words.lang, Theme::of(ui));
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let (square, _) = ui.allocate_exact_size(vec2(9.0, 9.0), Sense::hover());
        ui.painter().rect_filled(square, radius::MARK, theme.hue(lost.hue));
        ui.label(RichText::new(&*lost.label).font(fonts::medium(size::BODY)).color(theme.ink));
        ui.label(quiet(&unbroken(&i18n::passages_quote(lang, &lost.quote)), ui));
    });
    ui.horizontal_wrapped(|ui| {
        if let Some(found) = &lost.proposal {
            let range = found.start..found.end;
            let text = i18n::to_place_proposal(lang, i64::from(found.score), &found.quote);
            ui.label(RichText::new(unbroken(&text)).font(fonts::regular(size::SMALL)).color(theme.ink));
            if ui.small_button(small(i18n::to_place_accept(lang))).clicked() {
                asked = Some(Asked::Place(lost.coding, range.clone()));
            }
            if ui.small_button(small(i18n::to_place_look(lang))).clicked() {
                asked = Some(Asked::Look(range));
            }
        } else {
            ui.label(quiet(i18n::to_place_no_proposal(lang), ui));
            if ui.small_button(small(i18n::to_place_look(lang))).clicked() {
                asked = Some(Asked::Look(lost.at..lost.at));
            }
        }
        let here = egui::Button::new(small(i18n::to_place_here(lang))).small();
        if ui.add_enabled(selected.is_some(), here).clicked()
            && let Some(range) = selected
        {
            asked = Some(Asked::Place(lost.coding, range));
        }
        if ui.small_button(small(i18n::passage_remove(lang, words.method()))).clicked() {
            asked = Some(Asked::Remove(lost.coding));
        }
    });
    asked
}

fn small(text: &str) -> RichText {
    RichText::new(text).font(fonts::regular(size::SMALL))
}

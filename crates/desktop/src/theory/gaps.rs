//! *Points à consolider*: what is still missing, each line leading to the place.

use super::{TheoryAction, pieces};
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::{CornerRadius, Frame, Margin, RichText, Ui};
use workbench::answers::gaps::{GapCount, GapsAnswer};

/// The page is no wider than one can read.
const WIDTH: f32 = 860.0;

pub(super) fn show(ui: &mut Ui, found: &GapsAnswer, words: Words, actions: &mut Vec<TheoryAction>) {
    pieces::page(ui, WIDTH, |ui| {
        let theme = Theme::of(ui);
        let title = i18n::gaps_page_title(words.lang, number(found.gaps.len()));
        ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
        pieces::quiet(ui, i18n::gaps_page_purpose(words.lang));
        pieces::quiet(ui, &pieces::basis(words));
        ui.add_space(space::SMALL);
        if found.gaps.is_empty() {
            pieces::text(ui, i18n::gaps_none(words.lang));
        }
        for kind in &found.counts {
            group(ui, found, kind, words, actions);
        }
    });
}

fn group(ui: &mut Ui, found: &GapsAnswer, kind: &GapCount, words: Words, actions: &mut Vec<TheoryAction>) {
    let theme = Theme::of(ui);
    let card = Frame::new()
        .fill(theme.paper)
        .stroke(theme.hairline())
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::symmetric(0, 8));
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.add_space(space::EDGE);
            let title = RichText::new(unbroken(kind.title)).font(fonts::semibold(size::TITLE));
            ui.label(title.color(theme.ink));
            ui.add_space(space::SMALL);
            let count = i18n::integer(words.lang, number(kind.n));
            ui.label(RichText::new(count).font(fonts::regular(size::SMALL)).color(theme.mute));
        });
        for gap in found.gaps.iter().filter(|gap| gap.kind == kind.kind) {
            if pieces::leading_line(ui, &gap.text, "").clicked() {
                actions.push(TheoryAction::GoToGap { kind: gap.kind, record: gap.record });
            }
        }
    });
    ui.add_space(space::SMALL);
}

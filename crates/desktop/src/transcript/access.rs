//! What assistive tools (and tests) read: the transcript, each paragraph on the screen, each name in the
//! margin.

use super::blocks::BlockKind;
use super::margin::Margin;
use super::measures::Regions;
use super::page::Page;
use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Ui, WidgetInfo};
use i18n::Lang;
use workbench::views::TranscriptView;

/// Names the transcript itself; its value is what is selected.
pub(crate) fn describe(response: &Response, name: impl Fn() -> String, selected: &str) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Document, true, name());
        info.current_text_value = Some(selected.to_owned());
        info
    });
}

/// One node for each paragraph: `EMG 3, 12:11 : Oui…`.
pub(crate) fn paragraphs(ui: &Ui, page: &Page<'_>, view: &TranscriptView, parts: &Regions) {
    for placed in &page.placed {
        let area = Rect::from_min_max(
            egui::pos2(page.left, placed.top),
            egui::pos2(page.left + parts.width, placed.bottom()),
        );
        let id = ui.scope_id().with("paragraph").with(placed.block);
        let response = ui.interact(area.intersect(parts.page), id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, spoken(page, placed.block, view)));
    }
}

fn spoken(page: &Page<'_>, block: usize, view: &TranscriptView) -> String {
    let text = page.script.block(block);
    let kind = page.script.blocks.get(block).map(|block| block.kind);
    let Some(BlockKind::Speech { turn, opens: true }) = kind else { return text.to_owned() };
    match view.turns.get(turn) {
        Some(turn) => match &turn.time {
            Some(time) => format!("{}, {time}\u{a0}: {text}", turn.label),
            None => format!("{}\u{a0}: {text}", turn.label),
        },
        None => text.to_owned(),
    }
}

/// One node for each name of the margin: `coût du trajet, Claire L.`.
pub(crate) fn names(ui: &Ui, margin: &Margin, view: &TranscriptView, lang: Lang) {
    for name in &margin.names {
        let Some(coding) = margin.stripes.get(name.stripe).and_then(|s| view.codings.get(s.coding.index))
        else {
            continue;
        };
        let response = ui.interact(name.rect, ui.scope_id().with("name").with(coding.id), Sense::hover());
        response.widget_info(|| {
            let text = i18n::passage_coded_by(lang, &coding.label, &coding.coder_name);
            WidgetInfo::labeled(Role::Mark, true, text)
        });
    }
}

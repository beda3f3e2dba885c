//! What assistive tools (and tests) read: the transcript, each paragraph on the screen, each name in the
//! margin.

use super::blocks::BlockKind;
use super::margin::Margin;
use super::measures::Regions;
use super::page::Page;
use super::selection::Selection;
use egui::accesskit::Role;
use egui::emath::TSTransform;

use egui::text::{CCursor, CCursorRange};
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Rect, Response, Sense, Ui, WidgetInfo, vec2};
use i18n::Lang;
use workbench::views::TranscriptView;

/// Names the transcript itself; its value is what is selected.
pub(crate) fn describe(response: &Response, name: impl Fn() -> String, selected: Option<&str>) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Document, true, name());
        info.current_text_value = selected.map(str::to_owned);
        info
    });
}

/// Gives the paragraph of the caret, with caret and selection, as the text that is being worked on: what a
/// screen reader follows while the caret moves.
pub(crate) fn caret(ui: &Ui, response: &Response, page: &Page<'_>, selection: Selection) {
    let blocks = page.script.blocks;
    let Some((block, at)) = blocks.locate(selection.focus) else { return };
    let Some(placed) = page.find(block).filter(|_| response.has_focus()) else { return };
    let length = page.script.block(block).chars().count();
    let start = blocks.offset(block, 0);
    let anchor = selection.anchor.saturating_sub(start).min(length);
    let range = CCursorRange::two(CCursor::new(anchor), CCursor::new(at.min(length)));
    let place = TSTransform::from_translation(vec2(page.left, placed.top));
    update_accesskit_for_text_widget(ui.ctx(), response.id, Some(range), place, &placed.galley);
}

/// The title above the text.
pub(crate) fn title(ui: &Ui, view: &TranscriptView, parts: &Regions) {
    let response = ui.interact(parts.head, ui.scope_id().with("title"), Sense::hover());
    response.widget_info(|| {
        let parts = [view.title.as_str(), view.subtitle.as_str()];
        let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        WidgetInfo::labeled(Role::Heading, true, text)
    });
}

/// Says that there is nothing to read.
pub(crate) fn nothing(ui: &Ui, parts: &Regions, lang: Lang) {
    let response = ui.interact(parts.page, ui.scope_id().with("nothing"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, i18n::transcript_empty(lang)));
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

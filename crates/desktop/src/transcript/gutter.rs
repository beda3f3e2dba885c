//! Who speaks and when, at the left of each turn; and the title above the text.

use super::blocks::BlockKind;
use super::measures::{GUTTER, GUTTER_GAP, LABEL_WIDTH, Regions, TIME_DROP};
use super::page::Page;
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, FontId, Painter, Rect, pos2};
use i18n::Lang;
use workbench::views::TranscriptView;

/// Paints speaker and time of each turn that opens on the page.
pub(crate) fn paint(painter: &Painter, page: &Page<'_>, view: &TranscriptView, numbers: bool, theme: &Theme) {
    let right = page.left - GUTTER_GAP;
    for placed in &page.placed {
        let kind = page.script.blocks.get(placed.block).map(|block| block.kind);
        let Some(BlockKind::Speech { turn: number, opens: true }) = kind else { continue };
        if numbers {
            let at = pos2(page.left - GUTTER + 6.0, placed.top + size::SPEECH_LINE / 2.0);
            let text = (number + 1).to_string();
            painter.text(at, Align2::LEFT_CENTER, text, fonts::regular(size::SMALL), theme.faint);
        }
        let Some(turn) = view.turns.get(number) else { continue };
        let color = theme.mute;
        line(painter, &turn.label, fonts::semibold(size::SMALL), color, right, placed.top, size::SPEECH_LINE);
        if let Some(time) = &turn.time {
            let top = placed.top + TIME_DROP;
            line(painter, time, fonts::regular(size::SMALL), theme.faint, right, top, size::SMALL + 4.0);
        }
    }
}

/// One short text that ends at `right`, cut where it is too wide.
fn line(
    painter: &Painter,
    text: &str,
    font_id: FontId,
    color: egui::Color32,
    right: f32,
    top: f32,
    height: f32,
) {
    let format = TextFormat { font_id, color, line_height: Some(height), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(LABEL_WIDTH);
    let galley = painter.layout_job(job);
    painter.galley(pos2(right - galley.size().x, top), galley, color);
}

/// Paints the sentence that stands in place of a text.
pub(crate) fn nothing(painter: &Painter, parts: &Regions, theme: &Theme, lang: Lang) {
    let at = pos2(parts.left, parts.page.top() + space::EDGE);
    painter.text(at, Align2::LEFT_TOP, i18n::transcript_empty(lang), fonts::regular(size::BODY), theme.mute);
}

/// Paints the interview's name and what is being done with it.
pub(crate) fn title(painter: &Painter, view: &TranscriptView, parts: &Regions, theme: &Theme) {
    let middle = parts.head.center().y;
    let at = pos2(parts.left, middle);
    let name = painter.text(at, Align2::LEFT_CENTER, &view.title, fonts::semibold(size::TITLE), theme.ink);
    let room = Rect::from_min_max(pos2(name.right() + space::SMALL, parts.head.top()), parts.head.max);
    let clipped = painter.with_clip_rect(room.intersect(painter.clip_rect()));
    let start = pos2(room.left(), middle + 0.5);
    clipped.text(start, Align2::LEFT_CENTER, &view.subtitle, fonts::regular(size::SMALL), theme.mute);
}

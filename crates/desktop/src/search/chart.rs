//! Who says it how often: small bars, longest first as the table has them.

use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::words::Words;
use egui::accesskit::Role;
use egui::{Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::answers::search::SearchAnswer;

/// The height of one participant's line.
const LINE: f32 = 34.0;

pub(super) fn show(ui: &mut Ui, answer: &SearchAnswer, words: Words) {
    row::head(ui, i18n::search_by_participant(words.lang), "");
    let most = answer.counts.0.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (name, count) in &answer.counts.0 {
            bar(ui, name, *count, *count as f32 / most as f32, words);
        }
    });
}

fn bar(ui: &mut Ui, name: &str, count: u64, share: f32, words: Words) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let shown = i18n::integer(words.lang, i64::try_from(count).unwrap_or(i64::MAX));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}, {shown}")));
    let inner = rect.shrink2(vec2(space::EDGE, 3.0));
    let painter = ui.painter();
    let figure = painter.layout_no_wrap(shown.clone(), fonts::medium(size::SMALL), theme.ink);
    let room = inner.width() - figure.size().x - space::SMALL;
    let label = row::one_line(painter, name, fonts::regular(size::SMALL), theme.mute, room);
    painter.galley(inner.min, label, theme.mute);
    painter.galley(pos2(inner.right() - figure.size().x, inner.top()), figure, theme.ink);
    let track = Rect::from_min_max(
        pos2(inner.left(), inner.bottom() - 7.0),
        pos2(inner.right(), inner.bottom() - 2.0),
    );
    painter.rect_filled(track, radius::MARK, theme.hover);
    let filled = Rect::from_min_size(track.min, vec2((track.width() * share).max(3.0), track.height()));
    painter.rect_filled(filled, radius::MARK, theme.accent);
}

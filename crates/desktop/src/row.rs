//! The pieces that rows and heads of panels are made of.

use crate::fonts;
use crate::icons::{self, Icon};
use crate::theme::{Theme, radius, size, space};
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind,
    Ui, pos2, vec2,
};
use std::sync::Arc;

/// The height of one row of a tree or menu.
pub const HEIGHT: f32 = 28.0;

/// The head of a panel: a name, and quietly what there is to say about it.
pub fn head(ui: &mut Ui, title: &str, aside: &str) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
    let painter = ui.painter_at(rect);
    let left = rect.left() + space::EDGE;
    let width = rect.width() - 2.0 * space::EDGE;
    let name = one_line(&painter, title, fonts::semibold(size::TITLE), theme.ink, width);
    let middle = rect.center().y + 1.0;
    let after = left + name.size().x + space::SMALL;
    painter.galley(pos2(left, middle - name.size().y / 2.0), name, theme.ink);
    let room = rect.right() - space::EDGE - after;
    let quiet = one_line(&painter, aside, fonts::regular(size::SMALL), theme.mute, room.max(0.0));
    let elided = quiet.elided || room <= 24.0;
    if room > 24.0 {
        painter.galley(pos2(after, middle - quiet.size().y / 2.0 + 0.5), quiet, theme.mute);
    }
    response.widget_info(|| {
        let text = if aside.is_empty() { title.to_owned() } else { format!("{title}, {aside}") };
        egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, text)
    });
    if elided { response.on_hover_text(aside) } else { response }
}

/// A text on one line, cut with … where it is wider than `width`.
#[must_use]
pub fn one_line(painter: &Painter, text: &str, font_id: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job =
        LayoutJob::single_section(text.to_owned(), TextFormat { font_id, color, ..TextFormat::default() });
    job.wrap = TextWrapping::truncate_at_width(width);
    painter.layout_job(job)
}

/// What lies behind a row: chosen, under the pointer, or nothing.
pub fn back(painter: &Painter, rect: Rect, chosen: bool, hovered: bool, theme: &Theme) {
    if chosen {
        painter.rect_filled(rect, radius::ROW, theme.accent_soft);
    } else if hovered {
        painter.rect_filled(rect, radius::ROW, theme.hover);
    }
}

/// The line around a row that a key would act on, or that something is being dropped on.
pub fn ring(painter: &Painter, rect: Rect, theme: &Theme) {
    painter.rect_stroke(rect, radius::ROW, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
}

/// The square of a code's colour, its middle at the height `y`.
pub fn swatch(painter: &Painter, left: f32, y: f32, color: Color32) {
    let square = Rect::from_min_size(pos2(left, (y - 4.5).round()), vec2(9.0, 9.0));
    painter.rect_filled(square, radius::MARK, color);
}

/// A small label in a frame, such as `exclu`; returns its right edge.
pub fn tag(painter: &Painter, at: Pos2, text: &str, color: Color32, theme: &Theme) -> f32 {
    let galley = painter.layout_no_wrap(text.to_owned(), fonts::regular(size::SMALL), color);
    let rect = Rect::from_min_size(pos2(at.x, at.y - 9.0), vec2(galley.size().x + 14.0, 18.0));
    painter.rect_stroke(rect, CornerRadius::same(5), theme.hairline(), StrokeKind::Inside);
    painter.galley(pos2(rect.left() + 7.0, at.y - galley.size().y / 2.0), galley, color);
    rect.right()
}

/// A round badge with initials.
pub fn badge(painter: &Painter, centre: Pos2, initials: &str, color: Color32, theme: &Theme) {
    painter.circle_filled(centre, 11.0, color);
    painter.text(
        centre,
        Align2::CENTER_CENTER,
        initials,
        fonts::semibold(size::SMALL),
        theme.letters_on(color),
    );
}

/// A text field in the style of the panels; the response is that of the field.
pub fn field(ui: &mut Ui, text: &mut String, hint: &str, salt: &str) -> Response {
    let theme = Theme::of(ui);
    let edit = egui::TextEdit::singleline(text)
        .id_salt(salt)
        .hint_text(egui::RichText::new(hint).color(theme.faint))
        .font(fonts::regular(size::BODY))
        .margin(egui::Margin::symmetric(10, 7))
        .desired_width(f32::INFINITY);
    ui.add(edit).accessible_name(hint)
}

/// The button that does what a sheet is for.
pub fn primary<'a>(label: &str, theme: &Theme) -> egui::Button<'a> {
    let text = egui::RichText::new(label).font(fonts::medium(size::BODY)).color(theme.on_accent);
    egui::Button::new(text).fill(theme.accent)
}

/// A field with choices, its sign as quiet as that of the other menus.
pub fn combo(salt: impl egui::AsIdSalt) -> egui::ComboBox<'static> {
    egui::ComboBox::from_id_salt(salt).icon(|ui, rect, _, _| {
        let color = Theme::of(ui).mute;
        icons::paint(ui.painter(), Icon::Open, icons::square(rect.center(), 11.0), color);
    })
}

//! The pieces that the pages of double coding are made of.

use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use egui::accesskit::Role;
use egui::{
    Button, Frame, Id, Margin, Modal, Response, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2,
};

/// A page that scrolls, of a width that is read well.
pub(super) fn page(ui: &mut Ui, salt: &str, contents: impl FnOnce(&mut Ui)) {
    page_of_width(ui, salt, 980.0, contents);
}

/// A page of tables, as wide as there is room.
pub(super) fn wide_page(ui: &mut Ui, salt: &str, contents: impl FnOnce(&mut Ui)) {
    page_of_width(ui, salt, f32::INFINITY, contents);
}

fn page_of_width(ui: &mut Ui, salt: &str, most: f32, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::same(space::PAGE as i8)).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(most));
            contents(ui);
            ui.add_space(space::PAGE);
        });
    });
}

/// The title of a page or of one of its parts.
pub(crate) fn title(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    let label = RichText::new(unbroken(text)).font(fonts::semibold(size::HEADING)).color(theme.ink);
    let response = ui.label(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
}

/// A smaller title.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    let label = RichText::new(unbroken(text)).font(fonts::semibold(size::TITLE)).color(theme.ink);
    let response = ui.label(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
}

/// Words to read.
pub(crate) fn body(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(unbroken(text)).font(fonts::regular(size::BODY)).color(theme.ink))
}

/// Words that recede.
pub(super) fn quiet(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(unbroken(text)).font(fonts::regular(size::SMALL)).color(theme.mute))
}

/// Words to take care of.
pub(super) fn care(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    ui.label(RichText::new(unbroken(text)).font(fonts::regular(size::SMALL)).color(theme.warn))
}

/// The button that is the next thing to do.
pub(crate) fn primary(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui);
    let label = RichText::new(text).font(fonts::medium(size::BODY)).color(theme.on_accent);
    ui.add(Button::new(label).fill(theme.accent).min_size(vec2(0.0, 32.0)))
}

/// One of several views that stand side by side.
pub(super) fn tab(ui: &mut Ui, text: &str, on: bool) -> Response {
    let theme = Theme::of(ui);
    let font = if on { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) };
    let color = if on { theme.accent } else { theme.mute };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, color);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 12.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, text));
    if on {
        ui.painter().rect_filled(rect, radius::FIELD, theme.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::FIELD, theme.hover);
    }
    if response.has_focus() {
        crate::row::ring(ui.painter(), rect, theme);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}

/// A choice that is on or off, small.
pub(super) fn chip(ui: &mut Ui, text: &str, on: bool) -> Response {
    let theme = Theme::of(ui);
    let color = if on { theme.accent } else { theme.mute };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), fonts::regular(size::SMALL), color);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, text));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::ROW, theme.hover);
    }
    let stroke = if on { Stroke::new(1.5, theme.accent) } else { theme.hairline() };
    ui.painter().rect_stroke(rect, radius::ROW, stroke, egui::StrokeKind::Inside);
    if response.has_focus() {
        crate::row::ring(ui.painter(), rect, theme);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}

/// A card in which things stand together.
pub(super) fn card(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.panel).stroke(theme.hairline()).corner_radius(radius::CARD);
    frame.inner_margin(Margin::same(space::EDGE as i8)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui);
    });
    ui.add_space(space::EDGE);
}

/// A sheet over the window; false once it is to close.
pub(crate) fn modal(ui: &Ui, id: &str, width: f32, contents: impl FnOnce(&mut Ui) -> bool) -> bool {
    let mut stays = true;
    let tall = (ui.ctx().content_rect().height() - 120.0).max(200.0);
    let modal = Modal::new(Id::unique(id)).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(width);
        let scrolled = ScrollArea::vertical().max_height(tall).min_scrolled_height(tall);
        scrolled.auto_shrink([false, true]).show(ui, |ui| {
            stays = contents(ui);
        });
    });
    stays && !modal.should_close()
}

/// A day of an instant as it is stored: `2026-03-04T…` gives `04/03/2026`.
pub(super) fn day(lang: i18n::Lang, at: &str) -> String {
    let mut parts = at.get(..10).unwrap_or_default().split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let date = (|| i18n::Date::new(year?.parse().ok()?, month?.parse().ok()?, day?.parse().ok()?))();
    date.map_or_else(String::new, |date| date.numeric(lang))
}

/// The last part of a code's path.
pub(super) fn leaf(path: &str) -> &str {
    path.rsplit(" / ").next().unwrap_or(path)
}

/// The first words of a quotation, on one line.
pub(super) fn glimpse(quote: &str, most: usize) -> String {
    let flat = quote.replace(['\n', '\t'], " ");
    match flat.char_indices().nth(most) {
        Some((end, _)) => format!(
            "{}…",
            flat[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | ','))
        ),
        None => flat,
    }
}

/// A field whose letters are not shown.
pub(crate) fn secret(ui: &mut Ui, text: &mut String, name: &str) -> Response {
    let theme = Theme::of(ui);
    let edit = egui::TextEdit::singleline(text)
        .id_salt(("secret", name))
        .password(true)
        .hint_text(RichText::new(name).color(theme.faint))
        .margin(Margin::symmetric(10, 7))
        .desired_width(f32::INFINITY);
    ui.add(edit).accessible_name(name)
}

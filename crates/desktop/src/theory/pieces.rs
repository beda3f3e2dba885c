//! The pieces that the pages of the step are made of.

use crate::fonts;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::{
    CornerRadius, Frame, Id, Key, Margin, Modal, Response, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

/// A page that scrolls, no wider than one can read.
pub(crate) fn page(ui: &mut Ui, widest: f32, draw: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let whole = ui.available_width();
        let width = widest.min(whole - 2.0 * space::PAGE);
        ui.add_space(space::PAGE);
        ui.horizontal_top(|ui| {
            ui.add_space(((whole - width) / 2.0).floor());
            ui.vertical(|ui| {
                ui.set_width(width);
                draw(ui);
                ui.add_space(space::PAGE);
            });
        });
    });
}

/// A card on a page.
pub(crate) fn card(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.paper).stroke(theme.hairline());
    let frame = frame.corner_radius(CornerRadius::same(radius::CARD)).inner_margin(Margin::same(14));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        draw(ui);
    });
    ui.add_space(space::SMALL);
}

/// The heading of a part of a page.
pub(crate) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(space::EDGE);
    first_heading(ui, text);
}

/// The heading at the top of a card.
pub(crate) fn first_heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    let label = RichText::new(unbroken(text)).font(fonts::semibold(size::TITLE)).color(theme.ink);
    let response = ui.label(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
}

/// A detail, quietly.
pub(crate) fn quiet(ui: &mut Ui, text: &str) {
    if !text.is_empty() {
        let theme = Theme::of(ui);
        ui.label(RichText::new(unbroken(text)).font(fonts::regular(size::SMALL)).color(theme.mute));
    }
}

/// Whose codings the counts of a page rest on, where nothing else was chosen.
pub(crate) fn basis(words: Words) -> String {
    let lang = words.lang;
    i18n::cli_basis(lang, i18n::cli_basis_reference(lang), i18n::layer_any(lang))
}

/// Running text.
pub(crate) fn text(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(unbroken(words)).font(fonts::regular(size::BODY)).color(theme.ink));
}

/// A line that leads somewhere: words on as many lines as they need, a detail below.
pub(crate) fn leading_line(ui: &mut Ui, words: &str, aside: &str) -> Response {
    let theme = Theme::of(ui);
    let width = ui.available_width() - 2.0 * space::EDGE;
    let lay = |text: &str, font, color| {
        let job = egui::epaint::text::LayoutJob::simple(unbroken(text), font, color, width - 24.0);
        ui.painter().layout_job(job)
    };
    let main = lay(words, fonts::regular(size::BODY), theme.ink);
    let below = (!aside.is_empty()).then(|| lay(aside, fonts::regular(size::SMALL), theme.mute));
    let height = main.size().y + below.as_ref().map_or(0.0, |galley| galley.size().y + 2.0) + 14.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let inner = rect.shrink2(vec2(space::SMALL, 0.0));
    row::back(ui.painter(), inner, false, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), inner, theme);
    }
    let left = rect.left() + space::EDGE;
    let mut y = rect.top() + 7.0;
    let next = y + main.size().y + 2.0;
    ui.painter().galley(pos2(left, y), main, theme.ink);
    if let Some(below) = below {
        y = next;
        ui.painter().galley(pos2(left, y), below, theme.mute);
    }
    let sign = pos2(rect.right() - space::EDGE - 6.0, rect.center().y);
    let color = if response.hovered() || response.has_focus() { theme.accent } else { theme.faint };
    crate::icons::paint(ui.painter(), crate::icons::Icon::Closed, crate::icons::square(sign, 13.0), color);
    response
}

/// Asks for a name over the page: `None` while it is being written, `Some(None)` when it was left.
pub(crate) fn ask_name(ui: &Ui, title: &str, name: &mut String, words: Words) -> Option<Option<String>> {
    let mut end = None;
    let modal = Modal::new(Id::unique("ask-name")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(420.0);
        let theme = Theme::of(ui);
        ui.label(RichText::new(unbroken(title)).font(fonts::semibold(size::HEADING)).color(theme.ink));
        ui.add_space(space::SMALL);
        let field = row::field(ui, name, i18n::board_name_field(words.lang), "ask-name");
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(space::SMALL);
        let ready = !name.trim().is_empty();
        ui.horizontal(|ui| {
            let done = ui.add_enabled(ready, egui::Button::new(i18n::button_ok(words.lang)));
            if ready && (done.clicked() || entered) {
                end = Some(Some(name.trim().to_owned()));
            }
            if ui.button(i18n::button_cancel(words.lang)).clicked() {
                end = Some(None);
            }
        });
    });
    if modal.should_close() && end.is_none() { Some(None) } else { end }
}

/// Asks for a text over the page: `None` while it is being written, `Some(None)` when it was left.
pub(crate) fn ask_text(ui: &Ui, title: &str, text: &mut String, words: Words) -> Option<Option<String>> {
    let mut end = None;
    let modal = Modal::new(Id::unique("ask-text")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        let theme = Theme::of(ui);
        ui.label(RichText::new(unbroken(title)).font(fonts::semibold(size::HEADING)).color(theme.ink));
        ui.add_space(space::SMALL);
        let edit = egui::TextEdit::multiline(text).font(fonts::regular(size::BODY)).desired_rows(5);
        let field = ui.add(edit.desired_width(f32::INFINITY)).accessible_name(title);
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(space::SMALL);
        let sent = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
        ui.horizontal(|ui| {
            if ui.button(i18n::button_ok(words.lang)).clicked() || sent {
                end = Some(Some(text.trim().to_owned()));
            }
            if ui.button(i18n::button_cancel(words.lang)).clicked() {
                end = Some(None);
            }
        });
    });
    if modal.should_close() && end.is_none() { Some(None) } else { end }
}

//! A button that is only a sign; its name is read by assistive tools and shown after a rest.

use crate::icons::{self, Icon};
use crate::theme::{Theme, space};
use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Ui, WidgetInfo, pos2};

/// Draws a sign at the right end of `head` and returns its response.
pub fn show(ui: &Ui, head: Rect, icon: Icon, name: &str) -> Response {
    let centre = pos2(head.right() - space::EDGE - 8.0, head.center().y + 1.0);
    at(ui, Rect::from_center_size(centre, egui::vec2(26.0, 26.0)), icon, name)
}

/// Draws a sign in the middle of `rect`.
pub fn at(ui: &Ui, rect: Rect, icon: Icon, name: &str) -> Response {
    let theme = Theme::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("sign", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let lively = response.hovered() || response.has_focus();
    crate::row::back(ui.painter(), rect, false, lively, theme);
    if response.has_focus() {
        crate::row::ring(ui.painter(), rect, theme);
    }
    let color = if lively { theme.ink } else { theme.mute };
    icons::paint(ui.painter(), icon, icons::square(rect.center(), 14.0), color);
    response.on_hover_text(name)
}

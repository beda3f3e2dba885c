//! The bar above everything: the application's menu, where one is, the way to any command, who works here.

use crate::fonts;
use crate::key_cap;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::words::Words;
use egui::accesskit::Role;
use egui::{Align, Layout, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use workbench::views::{MemberView, TopBarView};

/// The height of the bar.
pub const HEIGHT: f32 = 44.0;

/// The field that opens the palette.
const PALETTE_WIDTH: f32 = 188.0;

/// What the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopBarAction {
    /// The palette of commands.
    OpenPalette,
    /// Who works here.
    OpenMember,
}

/// Draws the bar; `menu` fills the menu under the application's name.
pub fn show(ui: &mut Ui, view: &TopBarView, words: Words, menu: impl FnOnce(&mut Ui)) -> Vec<TopBarAction> {
    let mut actions = Vec::new();
    let whole = ui.available_rect_before_wrap().shrink2(vec2(space::EDGE, 0.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            application(ui, words, menu);
            let left = ui.cursor().left() + space::SMALL;
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::EDGE;
                if let Some(member) = &view.member
                    && self::member(ui, member, view.member_stays, words).clicked()
                {
                    actions.push(TopBarAction::OpenMember);
                }
                if palette(ui, words).clicked() {
                    actions.push(TopBarAction::OpenPalette);
                }
                let right = ui.cursor().right() - space::EDGE;
                crumb(ui, view, left, right, whole.center().y, words);
            });
        });
    });
    actions
}

fn application(ui: &mut Ui, words: Words, menu: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let name =
        egui::RichText::new(i18n::app_name(words.lang)).font(fonts::semibold(size::BODY)).color(theme.ink);
    ui.scope(|ui| {
        ui.visuals_mut().button_frame = false;
        ui.spacing_mut().button_padding = vec2(4.0, 4.0);
        ui.menu_button(name, menu);
    });
}

/// Study and place, between the menu and the palette.
fn crumb(ui: &Ui, view: &TopBarView, left: f32, right: f32, middle: f32, words: Words) {
    let theme = Theme::of(ui);
    let text = match (view.study.is_empty(), view.place.is_empty()) {
        (true, _) => i18n::top_no_study(words.lang).to_owned(),
        (false, true) => view.study.clone(),
        (false, false) => format!("{}  /  {}", view.study, view.place),
    };
    let room = (right - left).max(0.0);
    let galley = row::one_line(ui.painter(), &text, fonts::regular(size::BODY), theme.mute, room);
    let rect = Rect::from_min_size(pos2(left, middle - galley.size().y / 2.0), galley.size());
    let response = ui.interact(rect, ui.scope_id().with("crumb"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    ui.painter().galley(rect.min, galley, theme.mute);
}

/// Looks like a field, opens the palette.
fn palette(ui: &mut Ui, words: Words) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(PALETTE_WIDTH, 30.0), Sense::click());
    let text = i18n::top_palette(words.lang);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    let edge = if response.hovered() || response.has_focus() { theme.accent } else { theme.line };
    let stroke = egui::Stroke::new(1.0, edge);
    ui.painter().rect(rect, radius::FIELD, theme.paper, stroke, StrokeKind::Inside);
    let keys = format!("{} K", i18n::key_ctrl(words.lang));
    let right = key_cap::paint_ending_at(ui, &keys, rect.right() - 8.0, rect.center().y);
    let room = right - rect.left() - 18.0;
    let galley = row::one_line(ui.painter(), text, fonts::regular(size::BODY), theme.mute, room);
    ui.painter().galley(
        pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0),
        galley,
        theme.mute,
    );
    response
}

/// Badge, name, part in the study; a button where somebody else can take the place.
fn member(ui: &mut Ui, member: &MemberView, stays: bool, words: Words) -> Response {
    let theme = Theme::of(ui);
    let name = ui.painter().layout_no_wrap(member.name.to_string(), fonts::regular(size::BODY), theme.ink);
    let part = ui.painter().layout_no_wrap(member.part.to_string(), fonts::regular(size::SMALL), theme.mute);
    let tag = if member.part.is_empty() { 0.0 } else { part.size().x + 14.0 + 7.0 };
    let width = 22.0 + 7.0 + name.size().x + tag;
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, 28.0), if stays { Sense::hover() } else { Sense::click() });
    let role = if stays { Role::Label } else { Role::Button };
    response.widget_info(|| WidgetInfo::labeled(role, true, i18n::top_member(words.lang, &member.name)));
    if response.has_focus() {
        row::ring(ui.painter(), rect.expand(3.0), theme);
    }
    let middle = rect.center().y;
    row::badge(
        ui.painter(),
        pos2(rect.left() + 11.0, middle),
        &member.initials,
        theme.hue(member.hue),
        theme,
    );
    let left = rect.left() + 22.0 + 7.0;
    let after = left + name.size().x + 7.0;
    ui.painter().galley(pos2(left, middle - name.size().y / 2.0), name, theme.ink);
    if !member.part.is_empty() {
        row::tag(ui.painter(), pos2(after, middle), &member.part, theme.mute, theme);
    }
    response.on_hover_text(i18n::top_member(words.lang, &member.name))
}

//! The tokens put into egui's own style, so that its widgets look like ours.

use super::{Theme, radius, size, space};
use crate::fonts;
use egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

pub(super) fn dress(style: &mut Style, theme: &Theme) {
    style.text_styles = text_styles();
    style.visuals = visuals(theme);
    spacing(style);
    style.interaction.tooltip_delay = 0.35;
    // Words of the interface are not text to copy; the transcript has its own selection.
    style.interaction.selectable_labels = false;
    style.animation_time = 0.1;
    #[cfg(debug_assertions)]
    {
        style.debug.warn_if_rect_changes_id = false;
    }
}

fn text_styles() -> std::collections::BTreeMap<TextStyle, egui::FontId> {
    std::collections::BTreeMap::from([
        (TextStyle::Small, fonts::regular(size::SMALL)),
        (TextStyle::Body, fonts::regular(size::BODY)),
        (TextStyle::Button, fonts::regular(size::BODY)),
        (TextStyle::Monospace, fonts::regular(size::BODY)),
        (TextStyle::Heading, fonts::semibold(size::HEADING)),
    ])
}

fn spacing(style: &mut Style) {
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::SMALL, 6.0);
    spacing.button_padding = vec2(12.0, 5.0);
    spacing.interact_size = vec2(32.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.tooltip_width = 320.0;
    spacing.icon_width = 16.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::floating()
    };
    spacing.scroll.fade.strength = 0.0;
}

/// What is scrolled from here on keeps clear of the bar: fields and figures at its right edge stay whole.
pub(crate) fn clear_of_bar(ui: &mut egui::Ui) {
    ui.spacing_mut().scroll.floating_allocated_width = 12.0;
}

fn visuals(theme: &Theme) -> Visuals {
    let base = if theme.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.selection, stroke: Stroke::new(1.0, theme.accent) },
        hyperlink_color: theme.accent,
        weak_text_color: Some(theme.mute),
        faint_bg_color: theme.hover,
        extreme_bg_color: theme.paper,
        text_edit_bg_color: Some(theme.paper),
        code_bg_color: theme.hover,
        warn_fg_color: theme.warn,
        error_fg_color: theme.bad,
        window_corner_radius: CornerRadius::same(radius::CARD),
        menu_corner_radius: CornerRadius::same(radius::CARD),
        window_fill: theme.paper,
        window_stroke: theme.hairline(),
        panel_fill: theme.ground,
        window_shadow: float_shadow(theme),
        popup_shadow: float_shadow(theme),
        text_cursor: TextCursorStyle { stroke: Stroke::new(1.5, theme.accent), ..TextCursorStyle::default() },
        ..base
    }
}

/// The shade under the picker, menus and cards.
pub(crate) fn float_shadow(theme: &Theme) -> Shadow {
    Shadow { offset: [0, 8], blur: 28, spread: 0, color: theme.shadow }
}

fn widgets(theme: &Theme) -> Widgets {
    let look = |fill: Color32, edge: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(radius::FIELD),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(theme.panel, theme.line, theme.ink),
        // What can be pressed or written in has an edge that is seen at once; hairlines between parts have not.
        inactive: look(theme.paper, super::palette::between(theme.line, theme.faint, 0.4), theme.ink),
        hovered: look(theme.hover, theme.line, theme.ink),
        active: look(theme.accent_soft, theme.accent, theme.ink),
        open: look(theme.accent_soft, theme.line, theme.ink),
    }
}

//! The code book at other times: its state at any moment, what changed until another, and passages coded
//! under an older definition, to be looked at again.

use super::{TheoryAction, pieces};
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{
    CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Sense, Slider, Ui, WidgetInfo, pos2, vec2,
};
use model::Timestamp;
use model::value::Level;
use workbench::command::theory::TheoryCommand;
use workbench::screen::TheoryShowing;
use workbench::views::PassageLine;
use workbench::views::theory::{HistoryView, OlderView};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct HistoryState {
    heights: RowHeights,
    /// What the sliders say until it is shown.
    asked: Option<(usize, usize)>,
}

pub(super) fn show(
    ui: &mut Ui,
    view: &HistoryView,
    key: u64,
    showing: &TheoryShowing,
    state: &mut HistoryState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let (lang, theme) = (words.lang, Theme::of(ui));
    let strip = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(space::PAGE as i8, 10));
    Panel::top("history-when").frame(strip).show(ui, |ui| when(ui, view, showing, state, words, actions));
    let side = Frame::new().fill(theme.ground);
    let width = (ui.available_width() * 0.3).clamp(220.0, 380.0);
    Panel::left("history-tree").default_size(width).size_range(180.0..=560.0).frame(side).show(ui, |ui| {
        tree(ui, view, words);
    });
    if !view.older.is_empty() {
        let width = (ui.available_width() * 0.5).clamp(260.0, 480.0);
        Panel::right("history-older").default_size(width).size_range(240.0..=700.0).frame(side).show(
            ui,
            |ui| {
                older(ui, view, words, actions);
            },
        );
    }
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        row::head(ui, i18n::history_changes(lang), &i18n::integer(lang, number(view.changes.len())));
        if view.changes.is_empty() {
            Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 0)).show(ui, |ui| {
                pieces::quiet(ui, i18n::history_nothing(lang));
            });
            return;
        }
        let per_line = ((ui.available_width() - 2.0 * space::EDGE) / 6.8).max(10.0);
        let rows = Rows {
            key,
            count: view.changes.len(),
            name: |at: usize| egui::util::hash(&view.changes[at].text),
            estimate: |at: usize| (view.changes[at].text.len() as f32 / per_line).ceil() * 18.0 + 10.0,
        };
        measured_list::show(ui, &mut state.heights, &rows, |ui, at| {
            let top = ui.max_rect().top();
            Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, space::TIGHT as i8)).show(
                ui,
                |ui| {
                    pieces::text(ui, &view.changes[at].text);
                },
            );
            ui.min_rect().bottom() - top
        });
    });
}

/// The two moments: the code book as it was then, compared with what it was at the other.
fn when(
    ui: &mut Ui,
    view: &HistoryView,
    showing: &TheoryShowing,
    state: &mut HistoryState,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) {
    let lang = words.lang;
    if view.moments.is_empty() {
        pieces::quiet(ui, i18n::history_nothing(lang));
        return;
    }
    let last = view.moments.len() - 1;
    let (mut from, mut until) = state.asked.unwrap_or((view.from, view.until));
    let before = (from, until);
    let mut settled = false;
    for (value, name, said) in [
        (&mut from, i18n::history_from(lang), &view.said.0),
        (&mut until, i18n::history_until(lang), &view.said.1),
    ] {
        ui.horizontal(|ui| {
            let theme = Theme::of(ui);
            ui.spacing_mut().slider_width = (ui.available_width() * 0.4).max(120.0);
            let label = RichText::new(name).font(fonts::medium(size::BODY)).color(theme.ink);
            ui.add_sized(vec2(90.0, 20.0), egui::Label::new(label));
            // The way that was gone, and the way that is left, both to be seen.
            ui.visuals_mut().widgets.inactive.bg_fill = theme.faint;
            ui.visuals_mut().selection.bg_fill = theme.accent;
            ui.spacing_mut().slider_rail_height = 4.0;
            let round = egui::style::HandleShape::Circle;
            let slider =
                Slider::new(value, 0..=last).show_value(false).trailing_fill(true).handle_shape(round);
            let slider = ui.add(slider);
            slider.widget_info(|| WidgetInfo::slider(true, 0.0, name));
            settled |= slider.drag_stopped() || slider.changed() && !slider.dragged();
            ui.add(
                egui::Label::new(
                    RichText::new(unbroken(said)).font(fonts::regular(size::SMALL)).color(theme.mute),
                )
                .truncate(),
            );
        });
    }
    if (from, until) != before {
        state.asked = Some((from, until.max(from)));
    }
    if let Some((from, until)) = state.asked.filter(|_| settled) {
        let history = history(&view.moments, (from, until));
        actions.push(TheoryAction::Show(Box::new(TheoryShowing { history, ..showing.clone() })));
    }
    // It has come.
    if state.asked == Some((view.from, view.until)) {
        state.asked = None;
    }
}

/// The moments at two places. The first is the beginning and the last is now, whatever is done later.
fn history(moments: &[Timestamp], (from, until): (usize, usize)) -> (Option<Timestamp>, Option<Timestamp>) {
    let at = |place: usize| moments.get(place).copied();
    let is_last = until + 1 >= moments.len();
    (at(from).filter(|_| from > 0), if is_last { None } else { at(until) })
}

/// The tree as it was at the first moment.
fn tree(ui: &mut Ui, view: &HistoryView, words: Words) {
    let (lang, method) = (words.lang, words.method());
    row::head(ui, i18n::code_title_many(lang, method), &i18n::integer(lang, number(view.tree.len())))
        .on_hover_text(i18n::history_tree_hint(lang));
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, row::HEIGHT, view.tree.len(), |ui, seen| {
        for code in view.tree.get(seen).into_iter().flatten() {
            let theme = Theme::of(ui);
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), row::HEIGHT), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &code.path));
            let depth = code.path.matches(" / ").count();
            let name = code.path.rsplit(" / ").next().unwrap_or(&code.path);
            let left = rect.left() + space::EDGE + 14.0 * depth as f32;
            let strong = code.level == Level::Category.as_str() || code.level == Level::Core.as_str();
            let font = if strong { fonts::semibold(size::BODY) } else { fonts::regular(size::BODY) };
            let color = if strong { theme.ink } else { theme.mute };
            let count = i18n::integer(lang, number(code.total));
            let figure = ui.painter().layout_no_wrap(count, fonts::regular(size::SMALL), theme.faint);
            let right = rect.right() - space::EDGE - figure.size().x;
            ui.painter().galley(pos2(right, rect.center().y - figure.size().y / 2.0), figure, theme.faint);
            let label = row::one_line(ui.painter(), name, font, color, right - left - 8.0);
            ui.painter().galley(pos2(left, rect.center().y - label.size().y / 2.0), label, color);
            if !code.definition.is_empty() {
                response.on_hover_text(unbroken(&code.definition));
            }
        }
    });
}

/// Passages coded under an older definition: each is ticked off once it was looked at again.
fn older(ui: &mut Ui, view: &HistoryView, words: Words, actions: &mut Vec<TheoryAction>) {
    let lang = words.lang;
    let count: usize = view.older.iter().map(|one| one.lines.len()).sum();
    row::head(ui, i18n::history_older(lang), &i18n::integer(lang, number(count)));
    let frame = Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 0));
    ScrollArea::vertical().auto_shrink(false).id_salt("older").show(ui, |ui| {
        frame.show(ui, |ui| {
            for one in view.older.iter() {
                of_code(ui, one, words, actions);
            }
            ui.add_space(space::PAGE);
        });
    });
}

fn of_code(ui: &mut Ui, one: &OlderView, words: Words, actions: &mut Vec<TheoryAction>) {
    let lang = words.lang;
    pieces::heading(ui, &one.name);
    pieces::quiet(ui, &i18n::history_means_now(lang, &one.definition));
    let review = |lines: &[PassageLine]| {
        let codings = lines.iter().map(|line| line.coding).collect();
        TheoryAction::Run(TheoryCommand::ReviewCodings { codings }.into())
    };
    for line in one.lines.iter() {
        ui.add_space(space::SMALL);
        pieces::text(ui, &i18n::category_quote(lang, &line.words));
        pieces::quiet(ui, &line.place);
        ui.horizontal_wrapped(|ui| {
            if ui.button(i18n::history_still_fits(lang)).clicked() {
                actions.push(review(std::slice::from_ref(line)));
            }
            if ui.button(i18n::codebook_go_to(lang)).clicked() {
                let (interview, coding) = (line.interview, line.coding);
                actions.push(TheoryAction::GoTo { interview, coding, range: line.start..line.end });
            }
        });
    }
    if one.lines.len() > 1 && ui.button(i18n::history_all_fit(lang, number(one.lines.len()))).clicked() {
        actions.push(review(&one.lines));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_the_beginning_leaves_the_end_at_now() {
        let moments = [1, 5, 9].map(Timestamp);
        assert_eq!(history(&moments, (1, 2)), (Some(Timestamp(5)), None));
        assert_eq!(history(&moments, (0, 1)), (None, Some(Timestamp(5))));
        assert_eq!(history(&moments, (2, 2)), (Some(Timestamp(9)), None));
    }
}

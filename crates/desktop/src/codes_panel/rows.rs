//! The rows of the tree: drawing, clicks and keys.

use super::visible::Row;
use super::{CodesAction, CodesPanelState};
use crate::carried::{CodePayload, dropped};
use crate::fonts;
use crate::icons::{self, Icon};
use crate::row::{self, HEIGHT};
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{
    EventFilter, Galley, Key, Modifiers, Rect, Response, ScrollArea, Sense, TextFormat, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use model::RecordId;
use model::value::Level;
use std::sync::Arc;
use workbench::views::{CodeRow, CodeTreeView};

/// One step of depth moves a row this far to the right.
pub(super) const INDENT: f32 = 16.0;

/// The tree while one frame is drawn.
pub(super) struct Rows<'a> {
    pub view: &'a CodeTreeView,
    pub state: &'a mut CodesPanelState,
    pub words: Words,
    pub actions: &'a mut Vec<CodesAction>,
}

impl Rows<'_> {
    pub fn show(&mut self, ui: &mut Ui) {
        let area = ui.available_rect_before_wrap();
        let tree = ui.interact(area, tree_id(ui), Sense::click());
        let words = self.words;
        tree.widget_info(|| {
            WidgetInfo::labeled(Role::Tree, true, i18n::code_title_many(words.lang, words.method()))
        });
        if std::mem::take(&mut self.state.wants_focus) {
            tree.request_focus();
        }
        self.keys(ui, &tree);
        let bring = std::mem::take(&mut self.state.bring);
        let target = self.state.shown.position(self.view, self.state.chosen).filter(|_| bring);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
            ui.set_height(HEIGHT * self.state.shown.rows.len() as f32);
            self.state.scrolled = seen.top();
            let first = (seen.top() / HEIGHT) as usize;
            let last = ((seen.bottom() / HEIGHT) as usize + 1).min(self.state.shown.rows.len());
            if let Some(at) = target {
                ui.scroll_to_rect(place(ui, at), None);
            }
            for at in first..last {
                let (rect, shown) = (place(ui, at), self.state.shown.rows[at]);
                if let Some(code) = self.view.rows.get(shown.index) {
                    self.one(ui, rect, code, shown, &tree);
                }
            }
        });
        // Rows come first: what is dropped on none of them goes to the top of the tree.
        if let Some(code) = dropped::<CodePayload>(&tree) {
            self.move_under(code.0, None);
        }
    }

    fn one(&mut self, ui: &mut Ui, rect: Rect, code: &CodeRow, shown: Row, tree: &Response) {
        let sense = Sense::click_and_drag() - Sense::FOCUSABLE;
        let response = ui.interact(rect, ui.scope_id().with(code.id), sense);
        let chosen = self.state.chosen == Some(code.id) || self.state.also.contains(&code.id);
        let lang = self.words.lang;
        response.widget_info(|| {
            let mut text = format!("{}, {}", code.label, i18n::passage_count(lang, number(code.total)));
            if let Some(digit) = code.favourite {
                text = i18n::codes_under_key(lang, &text, &digit.to_string());
            }
            WidgetInfo::selected(Role::TreeItem, true, chosen, text)
        });
        if self.renaming(ui, rect, code) {
            return;
        }
        self.clicks(ui, &response, rect, code, shown, tree);
        self.drops(ui, &response, rect, shown.index);
        let theme = Theme::of(ui);
        row::back(ui.painter(), rect, chosen, response.hovered(), theme);
        if chosen && tree.has_focus() {
            row::ring(ui.painter(), rect, theme);
        }
        draw(ui, rect, code, shown, self.words, response.hovered() || chosen);
        if !code.definition.is_empty() {
            response.on_hover_text(unbroken(&code.definition));
        }
    }

    fn clicks(
        &mut self,
        ui: &Ui,
        response: &Response,
        rect: Rect,
        code: &CodeRow,
        shown: Row,
        tree: &Response,
    ) {
        let pos = response.interact_pointer_pos();
        let on_sign = shown.folded.is_some() && pos.is_some_and(|pos| pos.x < text_left(rect, code));
        if response.clicked() && on_sign {
            self.toggle(code.id);
        } else if response.double_clicked() {
            self.actions.push(CodesAction::Taken(code.id));
        } else if response.clicked() && ui.input(|input| input.modifiers.command) {
            ui.memory_mut(|memory| memory.request_focus(tree.id));
            self.mark(code.id);
        } else if response.clicked() {
            ui.memory_mut(|memory| memory.request_focus(tree.id));
            self.state.also.clear();
            self.state.chosen = Some(code.id);
            self.actions.push(CodesAction::Chosen(code.id));
        }
        if let Some(at) = pos.filter(|_| response.secondary_clicked()) {
            self.state.chosen = Some(code.id);
            self.actions.push(CodesAction::OpenContextMenu { code: code.id, at });
        }
    }

    /// Marks a code beside the chosen one, or not any more.
    fn mark(&mut self, code: RecordId) {
        if !self.state.also.remove(&code) {
            self.state.also.insert(code);
        }
    }

    fn toggle(&mut self, code: RecordId) {
        if !self.state.folded.remove(&code) {
            self.state.folded.insert(code);
        }
    }

    /// The field in place of the row that is being renamed; true where it is this one.
    fn renaming(&mut self, ui: &mut Ui, rect: Rect, code: &CodeRow) -> bool {
        let Some(renaming) = self.state.renaming.as_mut().filter(|renaming| renaming.code == code.id) else {
            return false;
        };
        let (enter, escape) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::Enter), input.consume_key(Modifiers::NONE, Key::Escape))
        });
        let mut place = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("rename", code.id)));
        let edit = egui::TextEdit::singleline(&mut renaming.name)
            .margin(egui::Margin::symmetric(8, 4))
            .desired_width(f32::INFINITY);
        let field = place.add(edit).accessible_name(i18n::codes_rename(self.words.lang));
        let first = !std::mem::replace(&mut renaming.begun, true);
        if first {
            field.request_focus();
        }
        let done = enter || (!first && field.lost_focus() && !escape);
        if done || escape {
            if done && renaming.is_another() {
                let name = renaming.name.trim().to_owned();
                self.actions.push(CodesAction::Renamed { code: code.id, name });
            }
            self.state.renaming = None;
        }
        true
    }

    fn keys(&mut self, ui: &Ui, tree: &Response) {
        if !tree.has_focus() || self.state.shown.rows.is_empty() {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(tree.id, filter));
        let at = self.state.shown.position(self.view, self.state.chosen);
        // Before the bare arrows, which would take these for their own.
        let chosen = at.and_then(|at| self.view.rows.get(self.state.shown.rows[at].index));
        if let Some(code) = chosen {
            self.moves(ui, code);
        }
        let moved = moved(ui, at, self.state.shown.rows.len() - 1);
        if let Some(code) = moved.and_then(|at| self.view.rows.get(self.state.shown.rows[at].index)) {
            self.state.choose(code.id);
            self.actions.push(CodesAction::Chosen(code.id));
        }
        let row = at.and_then(|at| self.state.shown.rows.get(at).copied());
        if let Some((row, code)) = row.and_then(|row| Some((row, self.view.rows.get(row.index)?))) {
            self.keys_on(ui, row, code, tree);
        }
    }

    fn keys_on(&mut self, ui: &Ui, row: Row, code: &CodeRow, tree: &Response) {
        let fold = row.folded == Some(false) && pressed(ui, Key::ArrowLeft);
        let unfold = row.folded == Some(true) && pressed(ui, Key::ArrowRight);
        if fold || unfold {
            self.toggle(code.id);
        }
        if pressed(ui, Key::Space) {
            self.mark(code.id);
        }
        if pressed(ui, Key::Enter) {
            self.actions.push(CodesAction::Taken(code.id));
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F10)) {
            let at = self.state.shown.position(self.view, Some(code.id)).unwrap_or_default();
            let below = HEIGHT * (at + 1) as f32 - self.state.scrolled;
            let at = tree.rect.min + vec2(space::EDGE, below.clamp(0.0, tree.rect.height()));
            self.actions.push(CodesAction::OpenContextMenu { code: code.id, at });
        }
        if pressed(ui, Key::F2) {
            self.state.rename(code.id, &code.label);
        }
    }
}

fn tree_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("tree")
}

fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// The row that a key leads to.
fn moved(ui: &Ui, at: Option<usize>, last: usize) -> Option<usize> {
    if pressed(ui, Key::ArrowDown) {
        Some(at.map_or(0, |at| (at + 1).min(last)))
    } else if pressed(ui, Key::ArrowUp) {
        Some(at.map_or(last, |at| at.saturating_sub(1)))
    } else if pressed(ui, Key::Home) {
        Some(0)
    } else if pressed(ui, Key::End) {
        Some(last)
    } else {
        None
    }
}

fn place(ui: &Ui, at: usize) -> Rect {
    let origin = ui.max_rect().min;
    let min = pos2(origin.x + space::SMALL, origin.y + HEIGHT * at as f32);
    Rect::from_min_size(min, vec2(ui.available_width() - 2.0 * space::SMALL, HEIGHT))
}

pub(super) fn text_left(rect: Rect, code: &CodeRow) -> f32 {
    rect.left() + space::SMALL + INDENT * code.depth as f32
}

fn draw(ui: &Ui, rect: Rect, code: &CodeRow, shown: Row, words: Words, lively: bool) {
    let (painter, theme) = (ui.painter(), Theme::of(ui));
    let middle = rect.center().y;
    let count = painter.layout_no_wrap(code.total.to_string(), fonts::regular(size::SMALL), theme.faint);
    let mut right = rect.right() - 6.0 - count.size().x;
    painter.galley(pos2(right, middle - count.size().y / 2.0), count, theme.faint);
    if let Some(digit) = code.favourite {
        right = crate::key_cap::paint_ending_at(ui, &digit.to_string(), right - space::SMALL, middle);
    }
    let mut x = text_left(rect, code);
    if let Some(folded) = shown.folded.filter(|folded| lively || *folded) {
        let icon = if folded { Icon::Closed } else { Icon::Open };
        icons::paint(painter, icon, icons::square(pos2(x - 7.0, middle), 12.0), theme.faint);
    }
    let category = code.level == Level::Category;
    if !category {
        row::swatch(painter, x, middle, theme.hue(code.hue));
        x += 9.0 + 7.0;
    }
    let color = if shown.found { theme.ink } else { theme.mute };
    let font = match (category, shown.folded.is_some()) {
        (true, _) => fonts::semibold(size::BODY),
        (false, true) => fonts::medium(size::BODY),
        (false, false) => fonts::regular(size::BODY),
    };
    let label = row::one_line(painter, &code.label, font, color, right - space::SMALL - x);
    let after = x + label.size().x + space::SMALL;
    painter.galley(pos2(x, middle - label.size().y / 2.0), label, color);
    if code.in_vivo {
        let mark = in_vivo(ui, words);
        if after + mark.size().x + space::SMALL < right {
            painter.galley(pos2(after, middle - mark.size().y / 2.0 + 0.5), mark, theme.faint);
        }
    }
}

fn in_vivo(ui: &Ui, words: Words) -> Arc<Galley> {
    let format = TextFormat {
        font_id: fonts::regular(size::SMALL),
        color: Theme::of(ui).faint,
        italics: true,
        ..TextFormat::default()
    };
    let text = i18n::in_vivo(words.lang).to_owned();
    ui.painter().layout_job(egui::text::LayoutJob::single_section(text, format))
}

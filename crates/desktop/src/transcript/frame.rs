//! One frame of the transcript: input first, then what is on the screen.

use super::keyboard::{self, Keyboard};
use super::margin::{self, Margin};
use super::measures::Regions;
use super::page::{Heights, Page, Setter};
use super::pointer::{self, Hand};
use super::scroll::{Anchor, Spot};
use super::state::TranscriptState;
use super::{CodePayload, TranscriptAction, access, card, edges, gutter, highlight, overview};
use crate::theme::Over;
use egui::{CursorIcon, Response, Sense, Stroke, Ui};
use i18n::Lang;
use model::value::SpeakerRole;

/// How long a revealed range stays marked, in seconds.
const REVEALED: f64 = 1.6;

pub(crate) struct Frame<'a, 's> {
    pub ui: &'a Ui,
    pub setter: Setter<'a>,
    pub parts: Regions,
    pub state: &'s mut TranscriptState,
    pub heights: &'s mut Heights,
    pub response: Response,
    pub lang: Lang,
    pub actions: Vec<TranscriptAction>,
}

impl Frame<'_, '_> {
    pub fn run(&mut self) {
        if std::mem::take(&mut self.state.wants_focus) {
            self.response.request_focus();
        }
        self.keys();
        self.scroll();
        let page = self.state.anchor.place(self.parts.page, self.parts.left, &self.setter, self.heights);
        self.hand(&page);
        let margin = Margin::new(&page, &self.state.codings, self.parts.margin, self.parts.page.top());
        let hovered = self.hovered(&page, &margin);
        self.paint(&page);
        self.paint_margin(&margin, &hovered);
        self.overview(&page);
        if let Some((range, place)) = &mut self.state.watch {
            let (top, bottom) = (page.caret(range.start), page.caret(range.end));
            *place = top.or(bottom).map(|first| {
                let last = bottom.unwrap_or(first);
                let x = self.parts.left..=self.parts.left + self.parts.width;
                egui::Rect::from_x_y_ranges(x, first.top()..=last.bottom().max(first.bottom()))
            });
        }
        self.tell(&page, &margin);
        card::show(self.ui, &self.response, self.setter.view, self.state, &hovered, self.lang);
    }

    fn view_height(&self) -> f32 {
        self.parts.page.height()
    }

    fn keys(&mut self) {
        // What was selected from outside since the last frame counts before the first key does.
        self.state.settle_words(self.setter.script());
        let view_height = self.view_height();
        let mut keyboard = Keyboard {
            setter: self.setter,
            state: self.state,
            heights: self.heights,
            view_height,
            actions: Vec::new(),
        };
        keyboard::handle(self.ui, &self.response, &mut keyboard);
        let actions = keyboard.actions;
        self.actions.extend(actions);
    }

    /// Wheel, reveal, and the limits of the text.
    fn scroll(&mut self) {
        let mut delta = 0.0;
        if self.ui.rect_contains_pointer(self.parts.page.union(self.parts.margin)) {
            self.ui.input_mut(|input| delta = -std::mem::take(&mut input.smooth_scroll_delta.y));
        }
        let (height, mut anchor) = (self.view_height(), self.state.anchor);
        anchor.scroll(delta, height, &self.setter, self.heights);
        let now = self.ui.input(|input| input.time);
        if let Some(reveal) = self.state.reveal.as_mut().filter(|reveal| reveal.since.is_none()) {
            reveal.since = Some(now);
            if let Some(spot) = Spot::of(reveal.range.start, &self.setter) {
                anchor.jump(spot, height, &self.setter, self.heights);
            }
        }
        if let Some(needed) = self.state.needed.take()
            && let Some(spot) = Spot::of(needed.start, &self.setter)
        {
            anchor.bring(spot, height / 4.0, height, &self.setter, self.heights);
        }
        self.state.anchor = anchor;
    }

    fn hand(&mut self, page: &Page<'_>) {
        let (view, parts) = (self.setter.view, self.parts);
        let mut hand = Hand { view, page, parts, state: self.state, actions: Vec::new(), scroll: 0.0 };
        pointer::handle(self.ui, &self.response, &mut hand);
        let (delta, actions) = (hand.scroll, hand.actions);
        self.actions.extend(actions);
        if delta != 0.0 {
            self.state.anchor.scroll(delta, parts.page.height(), &self.setter, self.heights);
        }
    }

    /// The codings under the pointer, in text or margin; a click in the margin chooses one.
    fn hovered(&mut self, page: &Page<'_>, margin: &Margin) -> Vec<usize> {
        let sense = Sense::click() - Sense::FOCUSABLE;
        let aside = self.ui.interact(self.parts.margin, self.ui.scope_id().with("margin"), sense);
        let found: Vec<usize> = aside.hover_pos().and_then(|pos| margin.under(pos)).into_iter().collect();
        let coding = found.first().and_then(|at| self.setter.view.codings.get(*at)).map(|coding| coding.id);
        if coding.is_some() {
            self.ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if let Some(id) = coding.filter(|_| aside.clicked()) {
            self.state.coding = Some(id);
            self.actions.push(TranscriptAction::CodingClicked(id));
        }
        if aside.hovered() {
            return found;
        }
        let scalar = self.response.hover_pos().and_then(|pos| page.scalar_under(pos));
        let over = |scalar| self.state.codings.over(scalar).map(|placed| placed.index).collect();
        scalar.map(over).unwrap_or_default()
    }

    fn paint(&mut self, page: &Page<'_>) {
        let (view, theme) = (self.setter.view, self.setter.theme);
        self.ui.painter().rect_filled(self.ui.clip_rect(), 0, theme.paper);
        gutter::title(self.ui.painter(), view, &self.parts, theme);
        if page.placed.is_empty() {
            gutter::nothing(self.ui.painter(), &self.parts, theme, self.lang);
        }
        let painter = self.ui.painter_at(self.parts.page);
        let over = |block| match self.setter.role(block) {
            Some(SpeakerRole::Participant) => Over::Ink,
            _ => Over::Mute,
        };
        highlight::paint(&painter, page, &self.state.codings, &view.codings, theme, over);
        self.paint_marks(page);
        self.paint_reveal(page);
        self.paint_selection(page);
        gutter::paint(&painter, page, view, self.state.turn_numbers, theme);
        for placed in &page.placed {
            painter.galley(egui::pos2(page.left, placed.top), placed.galley.clone(), theme.ink);
        }
        self.paint_chosen(page);
        if self.response.has_focus()
            && let Some(caret) = page.caret(self.state.selection.focus)
        {
            let caret = caret.shrink2(egui::vec2(0.0, 3.0));
            painter.vline(caret.left(), caret.y_range(), Stroke::new(1.5, theme.accent));
        }
    }

    /// The line under the chosen passage, and the grips at its edges.
    fn paint_chosen(&mut self, page: &Page<'_>) {
        let (view, theme) = (self.setter.view, self.setter.theme);
        let chosen = view.codings.iter().find(|coding| Some(coding.id) == self.state.coding);
        self.state.coding_rect = None;
        let Some(coding) = chosen else { return };
        let bounds = page.bounds(coding.range()).map(|bounds| bounds.intersect(self.parts.page));
        self.state.coding_rect = bounds.filter(|bounds| bounds.is_positive());
        let range = self.state.edge.as_ref().map_or(coding.range(), |drag| drag.range.clone());
        highlight::underline(&self.ui.painter_at(self.parts.page), page, coding, range, theme);
        self.actions.extend(edges::show(self.ui, page, self.parts.page, coding, self.state));
    }

    fn paint_selection(&mut self, page: &Page<'_>) {
        let theme = self.setter.theme;
        let painter = self.ui.painter_at(self.parts.page);
        self.state.words_rect = None;
        let Some(range) = self.state.selected() else { return };
        highlight::fill(&painter, page, range.clone(), theme.selection);
        let bounds = page.bounds(range.clone()).map(|bounds| bounds.intersect(self.parts.page));
        self.state.words_rect = bounds.filter(|bounds| bounds.is_positive());
        let carried = egui::DragAndDrop::has_payload_of_type::<CodePayload>(self.ui.ctx());
        if carried && self.response.contains_pointer() {
            highlight::outline(&painter, page, range, Stroke::new(1.5, theme.accent));
        }
    }

    /// The colour behind words that were found, those on the page only.
    fn paint_marks(&self, page: &Page<'_>) {
        let theme = self.setter.theme;
        let painter = self.ui.painter_at(self.parts.page);
        let blocks = || page.placed.iter().filter_map(|placed| page.script.blocks.get(placed.block));
        let (Some(first), Some(last)) = (blocks().next(), blocks().next_back()) else { return };
        let marks = &self.state.marks;
        let from = marks.partition_point(|mark| mark.end <= first.chars.start);
        for (at, mark) in marks.iter().enumerate().skip(from) {
            if mark.start >= last.chars.end {
                break;
            }
            let here = self.state.mark == Some(at);
            highlight::fill(&painter, page, mark.clone(), if here { theme.found_here } else { theme.found });
        }
    }

    /// The outline around what was jumped to, for a moment.
    fn paint_reveal(&mut self, page: &Page<'_>) {
        let Some(reveal) = &self.state.reveal else { return };
        let now = self.ui.input(|input| input.time);
        let left = REVEALED - (now - reveal.since.unwrap_or(now));
        if left <= 0.0 {
            self.state.reveal = None;
            return;
        }
        let painter = self.ui.painter_at(self.parts.page);
        let stroke = Stroke::new(1.5, self.setter.theme.accent);
        highlight::outline(&painter, page, reveal.range.clone(), stroke);
        self.ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    }

    fn paint_margin(&self, margin: &Margin, hovered: &[usize]) {
        let (view, theme) = (self.setter.view, self.setter.theme);
        let edge = self.parts.margin;
        self.ui.painter().vline(edge.left(), edge.y_range(), theme.hairline());
        let mut chosen: Vec<usize> =
            view.codings.iter().position(|coding| Some(coding.id) == self.state.coding).into_iter().collect();
        if let [one] = hovered {
            chosen.push(*one);
        }
        margin::paint(self.ui, margin, &view.codings, &chosen, self.state.codings.several_coders);
    }

    fn overview(&mut self, page: &Page<'_>) {
        let name = i18n::transcript_overview(self.lang);
        let Some(offset) =
            overview::show(self.ui, self.parts.overview, self.setter.view, self.state, page, name)
        else {
            return;
        };
        if let Some(spot) = Spot::of(offset, &self.setter) {
            let mut anchor = Anchor { block: spot.block, into: spot.top };
            anchor.scroll(0.0, self.view_height(), &self.setter, self.heights);
            self.state.anchor = anchor;
            self.ui.ctx().request_repaint();
        }
    }

    fn tell(&self, page: &Page<'_>, margin: &Margin) {
        let view = self.setter.view;
        let name = || i18n::transcript_label(self.lang, &view.title);
        let selected = self.state.selected().map(|range| self.setter.blocks.slice(range, &view.text));
        access::describe(&self.response, name, selected);
        access::caret(self.ui, &self.response, page, self.state.selection);
        access::title(self.ui, view, &self.parts);
        access::paragraphs(self.ui, page, view, &self.parts);
        if page.placed.is_empty() {
            access::nothing(self.ui, &self.parts, self.lang);
        }
        access::names(self.ui, margin, view, self.lang);
    }
}

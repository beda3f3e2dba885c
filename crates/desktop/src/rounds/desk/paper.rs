//! The text with what A, B and both marked: told apart by colour and by the sort of line.

use super::super::pieces::quiet;
use super::marks::{self, Mark, Side};
use super::{DeskState, Scene};
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::transcript::blocks::{BlockKind, Blocks};
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{Galley, Painter, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use model::RecordId;
use model::value::SpeakerRole;
use std::ops::Range;
use std::sync::Arc;
use workbench::views::TranscriptView;

const GUTTER: f32 = 84.0;
const GAP: f32 = 12.0;
/// About 65 characters.
const MEASURE: f32 = 560.0;

/// What is known of the text that is shown.
#[derive(Debug, Default)]
pub(super) struct Paper {
    of: Option<(RecordId, u64)>,
    blocks: Blocks,
    heights: RowHeights,
    /// The difference that was brought to the eye.
    revealed: Option<RecordId>,
}

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let lang = scene.words.lang;
    let Some(view) = scene.shown.transcript else { return };
    let open = scene.item.is_none_or(|item| item.interview_id == view.interview);
    if !open {
        return;
    }
    let [a, b] = &scene.answer.coders;
    row::head(ui, &view.title, &i18n::desk_who_is_who(lang, a, b));
    legend(ui, scene);
    let key = (view.interview, view.text_key);
    if state.paper.of != Some(key) {
        state.paper.of = Some(key);
        state.paper.blocks = Blocks::new(&view.text, &view.turns);
        state.paper.heights = RowHeights::default();
    }
    let here = scene.answer.items().filter(|item| item.interview_id == view.interview);
    let marks: Vec<Mark> = here.flat_map(marks::of).collect();
    let chosen: Vec<Range<usize>> = match (scene.item, state.draft.edges) {
        (Some(_), Some((start, end))) => std::iter::once(start as usize..end as usize).collect(),
        (Some(item), None) => {
            let passages = item.first.iter().chain(&item.second);
            passages.map(|passage| passage.start as usize..passage.end as usize).collect()
        }
        (None, _) => Vec::new(),
    };
    let reveal = chosen.first().and_then(|range| state.paper.blocks.locate(range.start));
    // By what is drawn: a key may have chosen another since, whose text comes in the next frame.
    let drawn = scene.item.and_then(|item| item.id);
    let fresh = state.paper.revealed != drawn;
    state.paper.revealed = drawn;
    let Paper { blocks, heights, .. } = &mut state.paper;
    let setting = Setting { view, blocks, marks: &marks, chosen: &chosen };
    let rows = Rows {
        key: view.text_key ^ u64::from(view.interview.0.as_u128() as u32),
        count: blocks.len(),
        name: |at: usize| at as u64,
        estimate: |at: usize| {
            let length = blocks.get(at).map_or(0, |block| block.chars.len());
            (length as f32 / 66.0).ceil().max(1.0) * size::SPEECH_LINE + GAP
        },
    };
    let reveal = reveal.filter(|_| fresh).map(|(block, _)| block);
    measured_list::show_revealing(ui, heights, &rows, reveal, |ui, at| setting.block(ui, at));
}

fn legend(ui: &mut Ui, scene: &Scene<'_>) {
    let lang = scene.words.lang;
    ui.horizontal_wrapped(|ui| {
        ui.add_space(space::EDGE);
        let [a, b] = &scene.answer.coders;
        for (side, name) in [
            (Side::First, i18n::desk_only(lang, a)),
            (Side::Second, i18n::desk_only(lang, b)),
            (Side::Both, i18n::desk_both(lang).to_owned()),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 16.0), Sense::hover());
            line_under(ui.painter(), rect, side, Theme::of(ui));
            quiet(ui, &name);
        }
    });
    ui.add_space(space::SMALL);
}

struct Setting<'a> {
    view: &'a TranscriptView,
    blocks: &'a Blocks,
    marks: &'a [Mark],
    chosen: &'a [Range<usize>],
}

impl Setting<'_> {
    /// Draws a paragraph; gives back its height.
    fn block(&self, ui: &mut Ui, at: usize) -> f32 {
        let Some(block) = self.blocks.get(at) else { return 0.0 };
        let theme = Theme::of(ui);
        let area = ui.max_rect();
        let text = self.blocks.text(at, &self.view.text);
        let turn = match block.kind {
            BlockKind::Speech { turn, opens } => self.view.turns.get(turn).map(|turn| (turn, opens)),
            BlockKind::Apart => None,
        };
        let speech = turn.is_some_and(|(turn, _)| turn.role == SpeakerRole::Participant);
        let (font, color) = match speech {
            true => (fonts::regular(size::SPEECH), theme.ink),
            false => (fonts::regular(size::QUESTION), theme.mute),
        };
        let format = TextFormat {
            font_id: font,
            color,
            line_height: Some(size::SPEECH_LINE),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = (area.width() - GUTTER - 2.0 * space::EDGE).clamp(120.0, MEASURE);
        let galley = ui.painter().layout_job(job);
        let top = area.min + vec2(GUTTER + space::EDGE, GAP);
        let rect = Rect::from_min_size(top, galley.size());
        let response = ui.interact(rect, ui.scope_id().with(("paragraph", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, text));
        if let Some((turn, true)) = turn {
            let label =
                row::one_line(ui.painter(), &turn.label, fonts::medium(size::SMALL), theme.mute, 66.0);
            let right = pos2(top.x - 14.0 - label.size().x, top.y + 6.0);
            ui.painter().galley(right, label, theme.mute);
        }
        for range in self.chosen {
            for part in parts(&galley, top, &block.chars, range) {
                ui.painter().rect_filled(part.shrink2(vec2(0.0, 2.0)), 2, theme.selection);
            }
        }
        ui.painter().galley(top, galley.clone(), color);
        for mark in self.marks {
            for part in parts(&galley, top, &block.chars, &(mark.start..mark.end)) {
                line_under(ui.painter(), part, mark.side, theme);
            }
        }
        galley.size().y + GAP
    }
}

/// Where the words of `range` stand, line by line.
fn parts(galley: &Arc<Galley>, top: Pos2, block: &Range<usize>, range: &Range<usize>) -> Vec<Rect> {
    let (from, to) = (range.start.max(block.start), range.end.min(block.end));
    if from >= to {
        return Vec::new();
    }
    let (from, to) = (from - block.start, to - block.start);
    let (mut found, mut start) = (Vec::new(), 0);
    for row in &galley.rows {
        let end = start + row.glyphs.len();
        let (first, last) = (from.max(start), to.min(end));
        if first < last {
            let inked = (first..last).filter_map(|at| row.glyphs.get(at - start));
            let edges = inked.clone().find(|glyph| !glyph.chr.is_whitespace()).map(|glyph| glyph.pos.x);
            let right = inked.rev().find(|glyph| !glyph.chr.is_whitespace()).map(|glyph| glyph.max_x());
            if let (Some(left), Some(right)) = (edges, right) {
                let x = top.x + row.pos.x;
                let y = top.y + row.min_y()..=top.y + row.max_y();
                found.push(Rect::from_x_y_ranges(
                    x + left..=x + right,
                    egui::Rangef::new(*y.start(), *y.end()),
                ));
            }
        }
        start = end + usize::from(row.ends_with_newline);
    }
    found
}

/// A solid line for A, a dashed one below it for B, a double one for both.
fn line_under(painter: &Painter, part: Rect, side: Side, theme: &Theme) {
    let stroke = |index| Stroke::new(2.0, theme.hue(index));
    match side {
        Side::First => _ = painter.hline(part.x_range(), part.bottom() - 4.0, stroke(0)),
        Side::Second => {
            let y = part.bottom() - 1.0;
            let ends = [pos2(part.left(), y), pos2(part.right(), y)];
            painter.extend(egui::Shape::dashed_line(&ends, stroke(1), 6.0, 4.0));
        }
        Side::Both => {
            let thin = Stroke::new(1.0, theme.hue(2));
            painter.hline(part.x_range(), part.bottom() - 4.0, thin);
            painter.hline(part.x_range(), part.bottom() - 1.0, thin);
        }
    }
}

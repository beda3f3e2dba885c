//! The blocks of one screen, laid out and placed; and the way between places and offsets.

use super::blocks::{BlockKind, Blocks};
use super::measures::{LINE_GAP, TOP_PAD, TURN_GAP};
use super::selection::Script;
use super::words;
use crate::fonts;
use crate::theme::{Theme, size};
use crate::typography::unbroken;
use egui::epaint::text::{CharIndex, LayoutJob, PlacedRow, TextFormat};
use egui::{Context, Galley, Pos2, Rect, pos2};
use model::value::SpeakerRole;
use std::ops::Range;
use std::sync::Arc;
use workbench::views::TranscriptView;

/// Lays out single blocks at one width.
#[derive(Clone, Copy)]
pub(crate) struct Setter<'a> {
    pub ctx: &'a Context,
    pub theme: &'static Theme,
    pub view: &'a TranscriptView,
    pub blocks: &'a Blocks,
    pub width: f32,
}

impl<'a> Setter<'a> {
    pub fn script(&self) -> Script<'a> {
        Script { text: &self.view.text, blocks: self.blocks }
    }

    /// One block, laid out. Cheap for a block of the last frame: egui remembers it.
    pub fn galley(&self, block: usize) -> Arc<Galley> {
        let text = unbroken(self.blocks.text(block, &self.view.text));
        let mut job = LayoutJob::single_section(text, self.format(block));
        job.wrap.max_width = self.width;
        job.break_on_newline = false;
        self.ctx.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// The height of one block with what stands above it.
    pub fn height(&self, block: usize, known: &mut Heights) -> f32 {
        known.get(block, || self.galley(block).size().y + self.gap(block))
    }

    fn format(&self, block: usize) -> TextFormat {
        let (points, line, color) = match self.role(block) {
            Some(SpeakerRole::Participant) => (size::SPEECH, size::SPEECH_LINE, self.theme.ink),
            Some(_) => (size::QUESTION, size::SPEECH_LINE, self.theme.mute),
            None => (size::APART, size::APART_LINE, self.theme.mute),
        };
        TextFormat {
            font_id: fonts::regular(points),
            line_height: Some(line),
            color,
            ..TextFormat::default()
        }
    }

    /// Who speaks in a block; `None` outside the turns.
    pub fn role(&self, block: usize) -> Option<SpeakerRole> {
        match self.blocks.get(block)?.kind {
            BlockKind::Speech { turn, .. } => self.view.turns.get(turn).map(|turn| turn.role),
            BlockKind::Apart => None,
        }
    }

    /// What is left free above a block.
    pub fn gap(&self, block: usize) -> f32 {
        let Some(this) = self.blocks.get(block) else { return 0.0 };
        let Some(above) = block.checked_sub(1).and_then(|above| self.blocks.get(above)) else {
            return TOP_PAD;
        };
        let both_apart = this.kind == BlockKind::Apart && above.kind == BlockKind::Apart;
        match this.kind {
            BlockKind::Speech { opens: false, .. } if !this.after_break => LINE_GAP,
            BlockKind::Apart if both_apart && !this.after_break => 0.0,
            _ => TURN_GAP,
        }
    }
}

/// The heights of blocks that were laid out at one width.
#[derive(Debug, Default)]
pub(crate) struct Heights {
    valid_for: (u64, u32, u32),
    list: Vec<f32>,
}

impl Heights {
    /// Forgets everything unless text, width and resolution are the same.
    pub fn keep_for(&mut self, setter: &Setter<'_>) {
        let pixels = setter.ctx.pixels_per_point().to_bits();
        let valid_for = (setter.view.text_key, setter.width.to_bits(), pixels);
        if self.valid_for != valid_for || self.list.len() != setter.blocks.len() {
            self.valid_for = valid_for;
            self.list = vec![f32::NAN; setter.blocks.len()];
        }
    }

    fn get(&mut self, block: usize, measure: impl FnOnce() -> f32) -> f32 {
        match self.list.get_mut(block) {
            Some(height) => {
                if height.is_nan() {
                    *height = measure();
                }
                *height
            }
            None => 0.0,
        }
    }
}

/// A block on the screen.
pub(crate) struct Placed {
    pub block: usize,
    /// Where its first line begins.
    pub top: f32,
    pub galley: Arc<Galley>,
}

/// The blocks on the screen, from top to bottom.
pub(crate) struct Page<'a> {
    pub script: Script<'a>,
    pub placed: Vec<Placed>,
    pub left: f32,
}

/// One line of a block on the screen.
pub(crate) struct Line<'p> {
    /// Scalars of the block that stand on it.
    pub scalars: Range<usize>,
    /// The line, without the space it ends with.
    pub rect: Rect,
    row: &'p PlacedRow,
    left: f32,
}

impl Line<'_> {
    /// Left edge of the scalar at index `at` of the block; the right end of the words past the last one.
    pub fn x(&self, at: usize) -> f32 {
        let column = at.saturating_sub(self.scalars.start);
        if at >= self.scalars.end {
            return self.rect.right();
        }
        (self.left + self.row.x_offset(CharIndex(column))).min(self.rect.right())
    }
}

impl Placed {
    /// The lines of the block.
    pub fn lines(&self, left: f32) -> impl Iterator<Item = Line<'_>> {
        let mut start = 0;
        self.galley.rows.iter().map(move |row| {
            let scalars = start..start + row.glyphs.len();
            start = scalars.end + usize::from(row.ends_with_newline);
            let inked = row.glyphs.iter().rev().find(|glyph| !glyph.chr.is_whitespace());
            let left = left + row.pos.x;
            let right = left + inked.map_or(0.0, |glyph| glyph.max_x());
            let top = self.top + row.min_y();
            let rect = Rect::from_min_max(pos2(left, top), pos2(right, self.top + row.max_y()));
            Line { scalars, rect, row, left }
        })
    }

    pub fn bottom(&self) -> f32 {
        self.top + self.galley.size().y
    }
}

impl<'a> Page<'a> {
    /// The scalars on the screen, hidden labels between them included.
    pub fn span(&self) -> Range<usize> {
        let block = |placed: Option<&Placed>| placed.and_then(|placed| self.script.blocks.get(placed.block));
        match (block(self.placed.first()), block(self.placed.last())) {
            (Some(first), Some(last)) => first.chars.start..last.chars.end,
            _ => 0..0,
        }
    }

    pub fn find(&self, block: usize) -> Option<&Placed> {
        let first = self.placed.first()?.block;
        self.placed.get(block.checked_sub(first)?)
    }

    /// The block at height `y`, or the nearest.
    fn nearest(&self, y: f32) -> Option<&Placed> {
        let distance = |placed: &Placed| (placed.top - y).max(y - placed.bottom()).max(0.0);
        self.placed.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)))
    }

    /// The boundary between graphemes that is nearest to `pos`, on the line at its height.
    pub fn offset_at(&self, pos: Pos2) -> Option<usize> {
        let placed = self.nearest(pos.y)?;
        let at = boundary_at(placed, self.left, self.script.block(placed.block), pos);
        Some(self.script.blocks.offset(placed.block, at))
    }

    /// The scalar whose picture lies under `pos`; `None` beside the words.
    pub fn scalar_under(&self, pos: Pos2) -> Option<usize> {
        let placed = self.placed.iter().find(|placed| placed.top <= pos.y && pos.y < placed.bottom())?;
        let line = placed.lines(self.left).find(|line| line.rect.contains(pos))?;
        let column = line.row.glyphs.iter().rposition(|glyph| line.left + glyph.pos.x <= pos.x)?;
        Some(self.script.blocks.offset(placed.block, line.scalars.start + column))
    }

    /// Where the caret stands before `offset`, if that is on the screen: a line without width.
    pub fn caret(&self, offset: usize) -> Option<Rect> {
        let (block, at) = self.script.blocks.locate(offset)?;
        let placed = self.find(block)?;
        caret_in(placed, self.left, at)
    }

    /// Calls `draw` for each part of a line that `range` covers, with the line's scalars in it.
    pub fn for_each_part(&self, range: Range<usize>, mut draw: impl FnMut(Rect)) {
        for placed in &self.placed {
            let Some(block) = self.script.blocks.get(placed.block) else { continue };
            if range.start >= block.chars.end || range.end <= block.chars.start {
                continue;
            }
            let from = range.start.saturating_sub(block.chars.start);
            let to = range.end.min(block.chars.end) - block.chars.start;
            for line in placed.lines(self.left) {
                if from < line.scalars.end && to > line.scalars.start {
                    let (left, right) = (line.x(from.max(line.scalars.start)), line.x(to));
                    draw(Rect::from_x_y_ranges(left..=right, line.rect.y_range()));
                }
            }
        }
    }

    /// Whether `pos` lies on words of `range`.
    pub fn covers(&self, range: Range<usize>, pos: Pos2) -> bool {
        let mut found = false;
        self.for_each_part(range, |part| found |= part.contains(pos));
        found
    }

    /// The smallest rectangle around what is on the screen of `range`.
    pub fn bounds(&self, range: Range<usize>) -> Option<Rect> {
        let mut bounds = Rect::NOTHING;
        self.for_each_part(range, |part| bounds |= part);
        bounds.is_positive().then_some(bounds)
    }
}

/// The caret before scalar `at` of a placed block.
pub(crate) fn caret_in(placed: &Placed, left: f32, at: usize) -> Option<Rect> {
    let mut lines: Vec<_> = placed.lines(left).collect();
    let last = lines.pop()?;
    let line = lines.into_iter().find(|line| at < line.scalars.end).unwrap_or(last);
    Some(Rect::from_x_y_ranges(line.x(at)..=line.x(at), line.rect.y_range()))
}

/// The boundary of a placed block nearest to `pos`: the line at its height, then the nearest place on it.
pub(crate) fn boundary_at(placed: &Placed, left: f32, text: &str, pos: Pos2) -> usize {
    let away = |line: &Line<'_>| (line.rect.top() - pos.y).max(pos.y - line.rect.bottom());
    let Some(line) = placed.lines(left).min_by(|one, other| away(one).total_cmp(&away(other))) else {
        return 0;
    };
    let length = placed.galley.job.text.chars().count();
    let on_line = |at: &usize| {
        line.scalars.start <= *at && (*at < line.scalars.end || *at == length && line.scalars.end == length)
    };
    let distance = |at: &usize| (line.x(*at) - pos.x).abs();
    let nearest = words::boundaries(text).into_iter().filter(on_line);
    nearest.min_by(|one, other| distance(one).total_cmp(&distance(other))).unwrap_or(line.scalars.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, vec2};

    /// Offset -> place -> offset at every boundary between graphemes, on every line.
    #[test]
    fn every_boundary_is_found_where_it_is_drawn() {
        let texts = [
            "difficile à définir, une affiche, l’office suffit : fjord, flûte, coefficient, aujourd’hui",
            "« Œuvre » — cœur, aïeul, Noël… ; 12:04 -> 12:11 => <- 👍🏽 oui 😀 ☐ à faire, e\u{301}te\u{301}, 🏳\u{fe0f}\u{200d}🌈 fin",
            "mot",
            "",
        ];
        let ctx = Context::default();
        crate::theme::install(&ctx);
        ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        for (text, width) in texts.iter().flat_map(|text| [90.0, 160.0, 500.0].map(|width| (text, width))) {
            let font = fonts::regular(size::SPEECH);
            let galley = ctx.fonts_mut(|fonts| fonts.layout(unbroken(text), font, Color32::BLACK, width));
            let placed = Placed { block: 0, top: 30.0, galley };
            for at in words::boundaries(text) {
                let caret = caret_in(&placed, 80.0, at).unwrap();
                let pos = caret.center() + vec2(0.2, 0.0);
                assert_eq!(boundary_at(&placed, 80.0, text, pos), at, "{text:?} at {width}");
            }
        }
    }
}

//! Where the screen stands in the text: a block, and how far into it.
//!
//! Nothing above the screen is ever measured, so nothing that is learnt about it can move the words one
//! reads; the overview shows the place by characters instead of heights.

use super::measures::END_PAD;
use super::page::{Heights, Page, Placed, Setter, boundary_at, caret_in};
use crate::theme::size::APART_LINE;
use egui::{Rect, pos2};

/// The top of the screen: `into` points below the top of `block`, gap included.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Anchor {
    pub block: usize,
    pub into: f32,
}

impl Anchor {
    /// Moves the screen down by `delta` points (up where negative), within the text.
    pub fn scroll(&mut self, delta: f32, view_height: f32, setter: &Setter<'_>, heights: &mut Heights) {
        self.into += delta;
        while self.into < 0.0 && self.block > 0 {
            self.block -= 1;
            self.into += setter.height(self.block, heights);
        }
        self.into = self.into.max(0.0);
        while self.block + 1 < setter.blocks.len() {
            let height = setter.height(self.block, heights);
            if self.into < height {
                break;
            }
            self.into -= height;
            self.block += 1;
        }
        self.stop_at_end(view_height, setter, heights);
    }

    /// The last words never leave the screen upwards.
    fn stop_at_end(&mut self, view_height: f32, setter: &Setter<'_>, heights: &mut Heights) {
        let remaining = setter.blocks.len().saturating_sub(self.block) as f32;
        if remaining * APART_LINE > view_height + self.into {
            // Far from the end: even blocks of one line each would fill the screen.
            return;
        }
        let mut room = view_height - END_PAD;
        for block in (0..setter.blocks.len()).rev() {
            if block < self.block {
                // A whole screen follows, from this block on.
                return self.limit(block, room, setter, heights);
            }
            room -= setter.height(block, heights);
            if room <= 0.0 {
                // The lowest possible top lies in this block, which is at or below ours.
                if block == self.block {
                    self.into = self.into.min(-room);
                }
                return;
            }
        }
        *self = Self::default();
    }

    /// The text from our block on leaves `room` free: begin further up.
    fn limit(&mut self, mut block: usize, mut room: f32, setter: &Setter<'_>, heights: &mut Heights) {
        loop {
            room -= setter.height(block, heights);
            if room <= 0.0 {
                *self = Self { block, into: -room };
                return;
            }
            match block.checked_sub(1) {
                Some(above) => block = above,
                None => {
                    *self = Self::default();
                    return;
                }
            }
        }
    }

    /// The blocks on a screen `view` that begins here.
    pub fn place<'a>(self, view: Rect, left: f32, setter: &Setter<'a>, heights: &mut Heights) -> Page<'a> {
        let mut placed = Vec::new();
        let mut y = view.top() - self.into;
        for block in self.block..setter.blocks.len() {
            if y >= view.bottom() {
                break;
            }
            // Whole pixels keep letters sharp while scrolling.
            let top = round(y + setter.gap(block), setter);
            placed.push(Placed { block, top, galley: setter.galley(block) });
            y += setter.height(block, heights);
        }
        Page { script: setter.script(), placed, left }
    }

    /// How far below the top of the screen a block begins; `None` if that is more than `reach` away.
    fn distance(self, block: usize, reach: f32, setter: &Setter<'_>, heights: &mut Heights) -> Option<f32> {
        let mut y = -self.into;
        for above in self.block..block {
            y += setter.height(above, heights);
            if y > reach {
                return None;
            }
        }
        for below in (block..self.block).rev() {
            y -= setter.height(below, heights);
            if y < -reach {
                return None;
            }
        }
        Some(y)
    }
}

/// A place in a block: which, and the points from the top of its gap.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub block: usize,
    pub top: f32,
    pub bottom: f32,
    pub x: f32,
}

impl Spot {
    /// Where the caret stands before `offset`, measured inside its block.
    pub fn of(offset: usize, setter: &Setter<'_>) -> Option<Self> {
        let (block, at) = setter.blocks.locate(offset)?;
        let gap = setter.gap(block);
        let placed = Placed { block, top: gap, galley: setter.galley(block) };
        let caret = caret_in(&placed, 0.0, at)?;
        Some(Self { block, top: caret.top(), bottom: caret.bottom(), x: caret.left() })
    }

    /// The offset `down` points further (up where negative), as near to `x` as its line allows.
    pub fn offset_below(self, down: f32, x: f32, setter: &Setter<'_>, heights: &mut Heights) -> usize {
        let mut block = self.block;
        let mut y = (self.top + self.bottom) / 2.0 + down;
        // A gap belongs to the block under it: going up through one leads to the last line above.
        while y < setter.gap(block) && block > 0 {
            block -= 1;
            y = (y + setter.height(block, heights)).min(setter.height(block, heights) - 1.0);
        }
        while block + 1 < setter.blocks.len() && y >= setter.height(block, heights) {
            y = (y - setter.height(block, heights)).max(setter.gap(block + 1) + 1.0);
            block += 1;
        }
        let placed = Placed { block, top: setter.gap(block), galley: setter.galley(block) };
        let at = boundary_at(&placed, 0.0, setter.script().block(block), pos2(x, y));
        setter.blocks.offset(block, at)
    }
}

impl Anchor {
    /// Scrolls as little as needed to have `spot` on the screen with `margin` around it; from far away,
    /// so that it stands in the upper third.
    pub fn bring(
        &mut self,
        spot: Spot,
        margin: f32,
        height: f32,
        setter: &Setter<'_>,
        heights: &mut Heights,
    ) {
        let reach = height * 2.0;
        let Some(block_top) = self.distance(spot.block, reach, setter, heights) else {
            *self = Self { block: spot.block, into: spot.top };
            self.scroll(-height / 3.0, height, setter, heights);
            return;
        };
        let (top, bottom) = (block_top + spot.top - margin, block_top + spot.bottom + margin);
        let delta = if top < 0.0 { top } else { (bottom - height).max(0.0).min(top) };
        if delta != 0.0 {
            self.scroll(delta, height, setter, heights);
        }
    }

    /// Scrolls so that `spot` stands in the upper third, wherever the screen was.
    pub fn jump(&mut self, spot: Spot, height: f32, setter: &Setter<'_>, heights: &mut Heights) {
        *self = Self { block: spot.block, into: spot.top };
        self.scroll(-height / 3.0, height, setter, heights);
    }
}

fn round(y: f32, setter: &Setter<'_>) -> f32 {
    let pixels = setter.ctx.pixels_per_point();
    (y * pixels).round() / pixels
}

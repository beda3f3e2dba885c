//! Where plotters draws on the screen: the strokes of a figure become shapes of egui.

use crate::fonts;
use crate::theme::painted;
use egui::epaint::{PathShape, PathStroke};
use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use workbench::saturation::figure::EM;

/// A part of the screen that a figure is drawn on.
pub(super) struct Canvas<'a> {
    painter: &'a Painter,
    rect: Rect,
}

impl<'a> Canvas<'a> {
    pub fn new(painter: &'a Painter, rect: Rect) -> Canvas<'a> {
        Canvas { painter, rect }
    }

    fn at(&self, (x, y): BackendCoord) -> Pos2 {
        self.rect.min + egui::vec2(x as f32, y as f32)
    }

    fn stroke<S: BackendStyle>(style: &S) -> Stroke {
        Stroke::new(style.stroke_width() as f32, painted(style.color()))
    }

    /// The letters of the screen: never under twelve points.
    fn font<S: BackendTextStyle>(style: &S) -> egui::FontId {
        fonts::regular(((style.size() / EM) as f32).max(crate::theme::size::SMALL))
    }

    fn points(&self, path: impl IntoIterator<Item = BackendCoord>) -> Vec<Pos2> {
        path.into_iter().map(|point| self.at(point)).collect()
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.rect.width().max(1.0) as u32, self.rect.height().max(1.0) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.painter.circle_filled(self.at(point), 0.5, painted(color));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.painter.line_segment([self.at(from), self.at(to)], Self::stroke(style));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let rect = Rect::from_two_pos(self.at(upper_left), self.at(bottom_right));
        if fill {
            self.painter.rect_filled(rect, 0.0, painted(style.color()));
        } else {
            self.painter.rect_stroke(rect, 0.0, Self::stroke(style), StrokeKind::Middle);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.painter.line(self.points(path), Self::stroke(style));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (at, radius) = (self.at(center), radius as f32);
        if fill {
            self.painter.circle_filled(at, radius, painted(style.color()));
        } else {
            self.painter.circle_stroke(at, radius, Self::stroke(style));
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points = self.points(corners);
        let fill = painted(style.color());
        let none = PathStroke::new(0.0, Color32::TRANSPARENT);
        self.painter.add(Shape::Path(PathShape { points, closed: true, fill, stroke: none }));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Drawn {
        let anchor = style.anchor();
        let across = match anchor.h_pos {
            HPos::Left => egui::Align::LEFT,
            HPos::Center => egui::Align::Center,
            HPos::Right => egui::Align::RIGHT,
        };
        let down = match anchor.v_pos {
            VPos::Top => egui::Align::TOP,
            VPos::Center => egui::Align::Center,
            VPos::Bottom => egui::Align::BOTTOM,
        };
        let colour = painted(style.color());
        let font = Self::font(style);
        self.painter.text(self.at(pos), Align2([across, down]), text, font, colour);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let font = Self::font(style);
        let size = self.painter.layout_no_wrap(text.to_owned(), font, painted(style.color())).size();
        Ok((size.x.ceil() as u32, size.y.ceil() as u32))
    }
}

/// The pixel of a figure that lies under a place on the screen.
pub(super) fn pixel(rect: Rect, at: Pos2) -> (i32, i32) {
    let inside = at - rect.min;
    (inside.x.round() as i32, inside.y.round() as i32)
}

/// A column or row of a figure on the screen.
pub(super) fn part(rect: Rect, (left, right): (i32, i32), plot: (i32, i32, i32, i32)) -> Rect {
    let corner = |x: i32, y: i32| pos2(rect.left() + x as f32, rect.top() + y as f32);
    Rect::from_two_pos(corner(left, plot.1), corner(right, plot.3))
}

//! The signs of the steps, drawn as strokes on a grid of 16 points so that they are sharp at every size.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};
use workbench::views::Step;

/// One stroke of a sign.
enum Mark {
    /// Straight lines from point to point.
    Line(&'static [(f32, f32)]),
    /// Straight lines, closed.
    Shape(&'static [(f32, f32)]),
    /// Centre and radius.
    Circle((f32, f32), f32),
    /// A cubic curve.
    Curve([(f32, f32); 4]),
}

/// A small sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// A step of the work.
    Step(Step),
    /// The interview guide.
    Guide,
    /// The audit trail.
    Journal,
    /// Fold the rail.
    Fold,
    /// Unfold it.
    Unfold,
    /// Something closed that can be opened below.
    Closed,
    /// Something open.
    Open,
    /// Add.
    Plus,
    /// Leave.
    Cross,
    /// Another order.
    Sort,
    /// Look for.
    Glass,
}

impl Icon {
    fn marks(self) -> &'static [Mark] {
        use Mark::{Circle, Curve, Line, Shape};
        match self {
            Self::Step(Step::Study) => &[
                Line(&[(2.0, 13.0), (2.0, 4.0), (8.0, 2.0), (14.0, 4.0), (14.0, 13.0)]),
                Line(&[(2.0, 13.0), (14.0, 13.0)]),
                Line(&[(6.0, 13.0), (6.0, 9.0), (10.0, 9.0), (10.0, 13.0)]),
            ],
            Self::Step(Step::Interviews) => &[Shape(&[
                (2.0, 3.0),
                (14.0, 3.0),
                (14.0, 11.0),
                (7.0, 11.0),
                (4.0, 14.0),
                (4.0, 11.0),
                (2.0, 11.0),
            ])],
            Self::Step(Step::Codes) => &[
                Shape(&[(2.0, 3.0), (7.0, 3.0), (14.0, 10.0), (9.0, 15.0), (2.0, 8.0)]),
                Circle((5.0, 6.0), 1.0),
            ],
            Self::Step(Step::Categories) => &[
                Circle((4.0, 4.0), 2.0),
                Circle((12.0, 4.0), 2.0),
                Circle((8.0, 12.0), 2.0),
                Line(&[(5.0, 6.0), (7.0, 10.0)]),
                Line(&[(11.0, 6.0), (9.0, 10.0)]),
                Line(&[(6.0, 4.0), (10.0, 4.0)]),
            ],
            Self::Step(Step::DoubleCoding) => &[Circle((6.0, 8.0), 4.0), Circle((10.0, 8.0), 4.0)],
            Self::Step(Step::Saturation) => &[
                Line(&[(2.0, 13.0), (14.0, 13.0)]),
                Curve([(2.0, 13.0), (5.0, 5.0), (8.0, 4.0), (14.0, 4.0)]),
            ],
            Self::Step(Step::Search) | Self::Glass => {
                &[Circle((7.0, 7.0), 4.0), Line(&[(10.0, 10.0), (14.0, 14.0)])]
            }
            Self::Step(Step::Memos) => &[
                Shape(&[(3.0, 2.0), (10.0, 2.0), (13.0, 5.0), (13.0, 14.0), (3.0, 14.0)]),
                Line(&[(6.0, 7.0), (10.5, 7.0)]),
                Line(&[(6.0, 10.0), (10.5, 10.0)]),
            ],
            Self::Step(Step::Review) => &[
                Circle((8.0, 5.0), 2.5),
                Curve([(3.0, 14.0), (3.5, 9.0), (12.5, 9.0), (13.0, 14.0)]),
                Line(&[(3.0, 14.0), (13.0, 14.0)]),
            ],
            Self::Step(Step::Writing) => {
                &[Shape(&[(2.0, 14.0), (5.0, 13.0), (13.0, 5.0), (11.0, 3.0), (3.0, 11.0)])]
            }
            _ => self.small_marks(),
        }
    }

    fn small_marks(self) -> &'static [Mark] {
        use Mark::{Circle, Line, Shape};
        match self {
            Self::Guide => &[
                Line(&[(6.0, 4.0), (14.0, 4.0)]),
                Line(&[(6.0, 8.0), (14.0, 8.0)]),
                Line(&[(6.0, 12.0), (14.0, 12.0)]),
                Circle((2.5, 4.0), 0.6),
                Circle((2.5, 8.0), 0.6),
                Circle((2.5, 12.0), 0.6),
            ],
            Self::Journal => &[Circle((8.0, 8.0), 6.0), Line(&[(8.0, 4.5), (8.0, 8.0), (10.5, 9.5)])],
            Self::Fold => &[Line(&[(9.5, 4.0), (5.5, 8.0), (9.5, 12.0)])],
            Self::Unfold | Self::Closed => &[Line(&[(6.0, 4.0), (10.0, 8.0), (6.0, 12.0)])],
            Self::Open => &[Line(&[(4.0, 6.0), (8.0, 10.0), (12.0, 6.0)])],
            Self::Plus => &[Line(&[(8.0, 3.0), (8.0, 13.0)]), Line(&[(3.0, 8.0), (13.0, 8.0)])],
            Self::Sort => &[
                Line(&[(3.0, 4.0), (13.0, 4.0)]),
                Line(&[(3.0, 8.0), (10.0, 8.0)]),
                Line(&[(3.0, 12.0), (7.0, 12.0)]),
            ],
            Self::Cross => &[Line(&[(4.0, 4.0), (12.0, 12.0)]), Line(&[(12.0, 4.0), (4.0, 12.0)])],
            _ => &[Shape(&[])],
        }
    }
}

/// Draws a sign into a square.
pub fn paint(painter: &Painter, icon: Icon, square: Rect, color: Color32) {
    let scale = square.width() / 16.0;
    let stroke = Stroke::new(1.5 * scale.max(0.75), color);
    let at = |(x, y): (f32, f32)| square.min + vec2(x, y) * scale;
    for mark in icon.marks() {
        match mark {
            Mark::Line(points) => {
                painter.add(Shape::line(points.iter().map(|point| at(*point)).collect(), stroke));
            }
            Mark::Shape(points) => {
                let points: Vec<Pos2> = points.iter().map(|point| at(*point)).collect();
                painter.add(Shape::closed_line(points, stroke));
            }
            Mark::Circle(centre, radius) => {
                painter.circle_stroke(at(*centre), radius * scale, stroke);
            }
            Mark::Curve(points) => {
                let curve = egui::epaint::CubicBezierShape::from_points_stroke(
                    points.map(at),
                    false,
                    Color32::TRANSPARENT,
                    stroke,
                );
                painter.add(curve);
            }
        }
    }
}

/// The square of a sign of `side` points whose middle is at `centre`.
#[must_use]
pub fn square(centre: Pos2, side: f32) -> Rect {
    Rect::from_center_size(pos2(centre.x.round(), centre.y.round()), vec2(side, side))
}

//! A schema as SVG, to be printed: black on white, levels told by borders and types by heads and words.

use super::drawing::{Arrow, Box, Drawing, Frame, Head, Note};
use super::lettering::{LEADING, SIZE, width};
use crate::markup::escaped;
use model::value::Level;

/// White around what is drawn.
const MARGIN: f32 = 24.0;
const LABEL: f32 = 12.0;
const FONTS: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";

/// The document.
#[must_use]
pub fn svg(drawing: &Drawing) -> String {
    let (x, y, wide, high) = drawing.area;
    let (x, y, wide, high) = (x - MARGIN, y - MARGIN, wide + 2.0 * MARGIN, high + 2.0 * MARGIN);
    let mut page = Page::default();
    page.line(&format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0}" height="{high:.0}" viewBox="{x:.1} {y:.1} {wide:.1} {high:.1}" font-family="{FONTS}" role="img">"#
    ));
    page.line(&format!("<title>{}</title>", escaped(&drawing.title)));
    page.line(&format!(r#"<rect x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{high:.1}" fill="white"/>"#));
    drawing.frames.iter().for_each(|frame| page.frame(frame));
    drawing.arrows.iter().for_each(|arrow| page.arrow(arrow));
    drawing.boxes.iter().for_each(|shown| page.node(shown));
    // Labels last: no box and no line hides a word.
    drawing.arrows.iter().for_each(|arrow| page.label(arrow));
    drawing.notes.iter().for_each(|note| page.note(note));
    page.line("</svg>");
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn words(&mut self, words: &str, (x, y): (f32, f32), size: f32, style: &str) {
        self.line(&format!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" {style}>{}</text>"#,
            escaped(words)
        ));
    }

    fn rect(&mut self, (x, y): (f32, f32), (wide, high): (f32, f32), style: &str) {
        self.line(&format!(r#"<rect x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{high:.1}" {style}/>"#));
    }

    fn frame(&mut self, frame: &Frame) {
        self.rect(frame.at, frame.size, r##"rx="8" fill="#f4f4f4" stroke="#777777" stroke-width="1""##);
        let at = (frame.at.0 + 10.0, frame.at.1 + 20.0);
        self.words(&frame.title, at, SIZE, r##"fill="#333333" font-style="italic""##);
    }

    fn node(&mut self, shown: &Box) {
        let corner = (shown.at.0 - shown.size.0 / 2.0, shown.at.1 - shown.size.1 / 2.0);
        let style = match shown.level {
            Level::Core | Level::Category => r#"rx="6" fill="white" stroke="black" stroke-width="2.2""#,
            Level::Property => r#"rx="6" fill="white" stroke="black" stroke-width="1""#,
            Level::Label => r#"rx="6" fill="white" stroke="black" stroke-width="1" stroke-dasharray="3 3""#,
        };
        if shown.level == Level::Core {
            let (outer, size) =
                ((corner.0 - 5.0, corner.1 - 5.0), (shown.size.0 + 10.0, shown.size.1 + 10.0));
            self.rect(outer, size, r#"rx="10" fill="white" stroke="black" stroke-width="1""#);
        }
        self.rect(corner, shown.size, style);
        let weight = if shown.level.is_category() { r#"font-weight="600""# } else { "" };
        let top = middle_top(shown.at.1, shown.lines.len());
        for (line, y) in shown.lines.iter().zip(steps(top)) {
            self.words(line, (shown.at.0, y), SIZE, &format!(r#"text-anchor="middle" {weight}"#));
        }
    }

    fn note(&mut self, note: &Note) {
        let top = note.at.1 + LEADING;
        for (line, y) in note.lines.iter().zip(steps(top)) {
            self.words(line, (note.at.0 + 8.0, y), SIZE, r##"fill="#333333" font-style="italic""##);
        }
        let (x, bottom) = (note.at.0, note.at.1 + note.size.1);
        self.line(&format!(
            r##"<path d="M {x:.1} {:.1} V {bottom:.1}" stroke="#777777" stroke-width="2" fill="none"/>"##,
            note.at.1
        ));
    }

    fn arrow(&mut self, arrow: &Arrow) {
        let dashes = if arrow.dashed { r#" stroke-dasharray="6 4""# } else { "" };
        let (from, bend, to) = (arrow.from, arrow.bend, arrow.to);
        self.line(&format!(
            r#"<path d="M {:.1} {:.1} Q {:.1} {:.1} {:.1} {:.1}" fill="none" stroke="black" stroke-width="1.3"{dashes}/>"#,
            from.0, from.1, bend.0, bend.1, to.0, to.1
        ));
        self.head(arrow.head, to, bend);
        self.head(arrow.tail, from, bend);
    }

    /// What an end of an arrow looks like, coming from a point.
    fn head(&mut self, head: Head, at: (f32, f32), from: (f32, f32)) {
        let (dx, dy) = (at.0 - from.0, at.1 - from.1);
        let long = dx.hypot(dy).max(0.001);
        let (ux, uy) = (dx / long, dy / long);
        let point = |back: f32, aside: f32| {
            format!("{:.1} {:.1}", at.0 - ux * back - uy * aside, at.1 - uy * back + ux * aside)
        };
        let drawn = match head {
            Head::None => return,
            Head::Point => format!(
                r#"<path d="M {} L {} L {} Z" fill="black"/>"#,
                point(0.0, 0.0),
                point(11.0, 5.0),
                point(11.0, -5.0)
            ),
            Head::Diamond => format!(
                r#"<path d="M {} L {} L {} L {} Z" fill="white" stroke="black" stroke-width="1.2"/>"#,
                point(0.0, 0.0),
                point(8.0, 5.0),
                point(16.0, 0.0),
                point(8.0, -5.0)
            ),
            Head::Bar => format!(
                r#"<path d="M {} L {}" stroke="black" stroke-width="2.2"/>"#,
                point(1.0, 8.0),
                point(1.0, -8.0)
            ),
        };
        self.line(&drawn);
    }

    fn label(&mut self, arrow: &Arrow) {
        let words = match arrow.evidence {
            (0, 0) => arrow.label.clone(),
            (supports, 0) => format!("{} ({supports})", arrow.label),
            (supports, against) => format!("{} ({supports} / {against})", arrow.label),
        };
        let wide = width(&words, LABEL) + 10.0;
        let (x, y) = arrow.label_at;
        self.rect((x - wide / 2.0, y - 10.0), (wide, 20.0), r#"rx="4" fill="white""#);
        self.words(&words, (x, y + 4.0), LABEL, r#"text-anchor="middle""#);
    }
}

/// The first baseline of some lines around a middle.
#[allow(clippy::cast_precision_loss)] // a few lines
fn middle_top(middle: f32, lines: usize) -> f32 {
    middle - (lines.saturating_sub(1)) as f32 * LEADING / 2.0 + SIZE * 0.35
}

fn steps(top: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(top), |y| Some(y + LEADING))
}

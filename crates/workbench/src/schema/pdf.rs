//! A figure as one page of PDF: its lines as lines, its words as outlines that look alike everywhere, and over
//! them the words themselves, unseen, so that they are found and copied.

use super::lettering::width;
use super::png::{PngError, tree};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use resvg::tiny_skia::{PathSegment, Transform};
use resvg::usvg::{Color, FillRule, Group, LineCap, LineJoin, Node, Paint, Path, Text};
use std::fmt::Write as _;

/// Points for each pixel: 72 against 96 to the inch.
const POINTS: f32 = 0.75;

/// The page of an SVG document.
///
/// # Errors
/// When there is nothing to draw, or the document is refused.
pub fn pdf(svg: &str, title: &str) -> Result<Vec<u8>, PngError> {
    let tree = tree(svg)?;
    let (wide, high) = (tree.size().width() * POINTS, tree.size().height() * POINTS);
    // A page begins below on the left, a drawing above.
    let mut page = Page { content: format!("{POINTS} 0 0 -{POINTS} 0 {high:.2} cm\n") };
    page.group(tree.root(), 1.0);
    let mut bytes = Vec::new();
    let written = document(page.content, title, (wide, high)).save_to(&mut bytes);
    written.map_err(|error| PngError::Refused(error.to_string()))?;
    Ok(bytes)
}

fn document(content: String, title: &str, (wide, high): (f32, f32)) -> Document {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type1",
        "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), Object::Real(wide), Object::Real(high)],
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    let about =
        document.add_object(dictionary! { "Title" => unicode(title), "Producer" => unicode("Ancrage") });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", about);
    document.compress();
    document
}

/// Words of any script, as the properties of a document hold them.
fn unicode(words: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

struct Page {
    content: String,
}

impl Page {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing into memory does not fail.
        _ = self.content.write_fmt(line);
        self.content.push('\n');
    }

    fn group(&mut self, group: &Group, opacity: f32) {
        let opacity = opacity * group.opacity().get();
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner, opacity),
                Node::Path(path) if path.is_visible() => self.path(path, opacity),
                Node::Text(text) => {
                    self.group(text.flattened(), opacity);
                    self.unseen(text);
                }
                // Nothing that we draw holds a picture.
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }

    fn path(&mut self, path: &Path, opacity: f32) {
        let fill = path
            .fill()
            .and_then(|fill| Some((shade(fill.paint(), opacity * fill.opacity().get())?, fill.rule())));
        let stroke = path
            .stroke()
            .and_then(|stroke| Some((shade(stroke.paint(), opacity * stroke.opacity().get())?, stroke)));
        self.line(format_args!("q"));
        self.transform(path.abs_transform());
        if let Some((color, _)) = &fill {
            self.line(format_args!("{color} rg"));
        }
        if let Some((color, stroke)) = &stroke {
            let cap = match stroke.linecap() {
                LineCap::Butt => 0,
                LineCap::Round => 1,
                LineCap::Square => 2,
            };
            let join = match stroke.linejoin() {
                LineJoin::Round => 1,
                LineJoin::Bevel => 2,
                _ => 0,
            };
            self.line(format_args!("{color} RG {:.3} w {cap} J {join} j", stroke.width().get()));
            if let Some(dashes) = stroke.dasharray() {
                let dashes: Vec<String> = dashes.iter().map(|dash| format!("{dash:.2}")).collect();
                self.line(format_args!("[{}] {:.2} d", dashes.join(" "), stroke.dashoffset()));
            }
        }
        self.outline(path);
        let even = fill.as_ref().is_some_and(|(_, rule)| *rule == FillRule::EvenOdd);
        let end = match (fill.is_some(), stroke.is_some()) {
            (true, true) if even => "B*",
            (true, true) => "B",
            (true, false) if even => "f*",
            (true, false) => "f",
            (false, true) => "S",
            (false, false) => "n",
        };
        self.line(format_args!("{end} Q"));
    }

    fn transform(&mut self, by: Transform) {
        if !by.is_identity() {
            self.line(format_args!(
                "{:.5} {:.5} {:.5} {:.5} {:.3} {:.3} cm",
                by.sx, by.ky, by.kx, by.sy, by.tx, by.ty
            ));
        }
    }

    fn outline(&mut self, path: &Path) {
        let mut last = (0.0, 0.0);
        for segment in path.data().segments() {
            match segment {
                PathSegment::MoveTo(to) => self.line(format_args!("{:.2} {:.2} m", to.x, to.y)),
                PathSegment::LineTo(to) => self.line(format_args!("{:.2} {:.2} l", to.x, to.y)),
                PathSegment::QuadTo(by, to) => {
                    // The same curve of the third degree: its handles lie two thirds of the way to the bend.
                    let third = |end: f32, by: f32| end + (by - end) * 2.0 / 3.0;
                    let (x, y) = (third(last.0, by.x), third(last.1, by.y));
                    let (u, v) = (third(to.x, by.x), third(to.y, by.y));
                    self.line(format_args!("{x:.2} {y:.2} {u:.2} {v:.2} {:.2} {:.2} c", to.x, to.y));
                }
                PathSegment::CubicTo(a, b, to) => self.line(format_args!(
                    "{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} c",
                    a.x, a.y, b.x, b.y, to.x, to.y
                )),
                PathSegment::Close => self.line(format_args!("h")),
            }
            if let PathSegment::MoveTo(to)
            | PathSegment::LineTo(to)
            | PathSegment::QuadTo(_, to)
            | PathSegment::CubicTo(_, _, to) = segment
            {
                last = (to.x, to.y);
            }
        }
    }

    /// The words over their outlines, as wide as they are, drawn in no colour.
    fn unseen(&mut self, text: &Text) {
        let bounds = text.abs_bounding_box();
        let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
        let coded: String = words.chars().filter_map(coded).map(|byte| format!("{byte:02X}")).collect();
        let natural = width(&words, bounds.height().max(1.0));
        if coded.is_empty() || natural <= 0.0 {
            return;
        }
        self.line(format_args!(
            "BT 3 Tr /F {:.2} Tf {:.1} Tz 1 0 0 -1 {:.2} {:.2} Tm <{coded}> Tj ET",
            bounds.height(),
            100.0 * bounds.width() / natural,
            bounds.left(),
            bounds.bottom()
        ));
    }
}

/// A character in the encoding of PDF's own fonts; one that it lacks can be seen but not searched for.
fn coded(c: char) -> Option<u8> {
    const ABOVE: [(char, u8); 10] = [
        ('€', 0x80),
        ('…', 0x85),
        ('Œ', 0x8C),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('–', 0x96),
        ('—', 0x97),
        ('œ', 0x9C),
    ];
    match u32::from(c) {
        0xA0 => Some(b' '),
        code @ (0x20..=0x7E | 0xA1..=0xFF) => u8::try_from(code).ok(),
        _ => ABOVE.iter().find(|(known, _)| *known == c).map(|(_, byte)| *byte),
    }
}

/// A colour on white paper: what shines through is mixed in.
fn shade(paint: &Paint, opacity: f32) -> Option<String> {
    let Paint::Color(Color { red, green, blue }) = paint else { return None };
    let part = |part: &u8| 1.0 - (1.0 - f32::from(*part) / 255.0) * opacity;
    Some(format!("{:.3} {:.3} {:.3}", part(red), part(green), part(blue)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a document that is refused is a fault of the test

    use super::*;

    const FIGURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" font-family="Inter"><rect width="200" height="100" fill="white"/><path d="M 0 0 Q 50 50 100 0" stroke="black" fill="none" stroke-dasharray="6 4"/><text x="10" y="50" font-size="14">coût d’œuvre</text></svg>"#;

    fn read(svg: &str, title: &str) -> Document {
        Document::load_mem(&pdf(svg, title).unwrap()).unwrap()
    }

    #[test]
    fn a_figure_is_one_page_of_its_size_with_its_words() {
        let read = read(FIGURE, "Un schéma");
        let pages = read.get_pages();
        assert_eq!(pages.len(), 1);
        let page = read.get_dictionary(pages[&1]).unwrap();
        let sizes: Vec<f32> = page
            .get(b"MediaBox")
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one.as_float().unwrap())
            .collect();
        assert_eq!(sizes, [0.0, 0.0, 150.0, 75.0]);
        assert_eq!(read.extract_text(&[1]).unwrap().trim(), "coût d’œuvre");
    }

    #[test]
    fn lines_are_lines_and_dashes_dashes() {
        let read = read(FIGURE, "");
        let content = String::from_utf8(read.get_page_content(read.get_pages()[&1]).unwrap()).unwrap();
        assert!(content.contains("[6.00 4.00] 0.00 d"), "{content}");
        // The quadratic curve as one of the third degree.
        assert!(content.contains("33.33 33.33 66.67 33.33 100.00 0.00 c"), "{content}");
        assert_eq!(content.matches("\nq\n").count(), content.matches(" Q\n").count());
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        assert!(pdf("<p>rien</p>", "").is_err());
    }
}

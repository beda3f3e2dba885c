//! From a file's bytes to the words on its pages and where they stand.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::content::Content;
use pdf_extract::{
    Dictionary, Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Stream, Transform,
    output_doc_page,
};

use super::flatten::{Flat, flatten, inherited};
use super::{Ink, Page, Piece};
use crate::error::ReadError;

/// A4, in points: the size of a page that does not say its own.
const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];
/// Pages beyond this are not read.
const PAGES: usize = 5_000;
/// A gap of this many font sizes between characters is wider than the joints of one word.
const JOINT: f32 = 0.18;

/// Takes the words of every page out of a PDF, with their places.
///
/// This may use much memory and time, stop the thread, or overflow its stack on a damaged or hostile file:
/// call it in a process of its own, with limits.
///
/// # Errors
/// [`ReadError::EncryptedPdf`] where a password is needed, [`ReadError::BrokenPdf`] where the file cannot be
/// read, [`ReadError::ScannedPdf`] where its pages hold no text.
pub fn extract(bytes: &[u8]) -> Result<Vec<Page>, ReadError> {
    let mut doc = catch_unwind(|| load(bytes)).map_err(|_| broken("the file"))??;
    let ids: Vec<(u32, ObjectId)> = doc.get_pages().into_iter().take(PAGES).collect();
    if ids.is_empty() {
        return Err(broken("no page"));
    }
    let pages: Vec<Page> = ids.iter().map(|&(number, id)| page(&mut doc, number, id)).collect();
    if pages.iter().all(|page| page.unreadable) {
        return Err(broken("no page can be read"));
    }
    super::has_words(&pages).then_some(pages).ok_or(ReadError::ScannedPdf)
}

fn broken(detail: &str) -> ReadError {
    ReadError::BrokenPdf { detail: detail.to_owned() }
}

/// Loads a file; many are encrypted so that they can be read, but not changed, without a password.
fn load(bytes: &[u8]) -> Result<Document, ReadError> {
    let from = bytes.windows(5).take(1024).position(|window| window == b"%PDF-").unwrap_or(0);
    let bytes = bytes.get(from..).unwrap_or_default();
    let mut doc = Document::load_mem(bytes).map_err(|error| refused(&error))?;
    if doc.is_encrypted() {
        doc.decrypt("").map_err(|error| refused(&error))?;
    }
    Ok(doc)
}

fn refused(error: &pdf_extract::Error) -> ReadError {
    match error {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => ReadError::EncryptedPdf,
        error => broken(&error.to_string()),
    }
}

/// One page; where it cannot be read, an empty one that says so.
fn page(doc: &mut Document, number: u32, id: ObjectId) -> Page {
    let area = media_box(doc, id);
    let size = ((area[2] - area[0]).abs(), (area[3] - area[1]).abs());
    let read = catch_unwind(AssertUnwindSafe(|| {
        let flat = flatten(doc, id)?;
        let mut pen = Pen::new(flat.inks.clone());
        replace(doc, id, flat, area)?;
        output_doc_page(doc, &mut pen, number).ok()?;
        Some(pen.pieces)
    }));
    let pieces = read.ok().flatten();
    let unreadable = pieces.is_none();
    let mut page = Page { width: size.0, height: size.1, pieces: pieces.unwrap_or_default(), unreadable };
    page.upright(area);
    page
}

fn media_box(doc: &Document, id: ObjectId) -> [f32; 4] {
    let read = || {
        let found = inherited(doc, id, b"MediaBox")?;
        let numbers = doc.dereference(found).ok()?.1.as_array().ok()?;
        let number = |object: &Object| doc.dereference(object).ok()?.1.as_float().ok();
        let numbers: Vec<f32> = numbers.iter().filter_map(number).collect();
        <[f32; 4]>::try_from(numbers).ok().filter(|area| area.iter().all(|number| number.is_finite()))
    };
    read().unwrap_or(A4)
}

/// Puts the plain stream in the place of the page's own drawing.
fn replace(doc: &mut Document, id: ObjectId, flat: Flat, area: [f32; 4]) -> Option<()> {
    let content = Content { operations: flat.operations }.encode().ok()?;
    let stream = doc.add_object(Stream::new(Dictionary::new(), content));
    let mut resources = Dictionary::new();
    resources.set("Font", flat.fonts);
    let page = doc.get_dictionary_mut(id).ok()?;
    page.set("Contents", stream);
    page.set("Resources", resources);
    page.set("MediaBox", area.map(Object::from).to_vec());
    page.remove(b"ArtBox");
    Some(())
}

/// Takes down what is shown: characters that follow each other closely become one piece.
struct Pen {
    inks: std::vec::IntoIter<Ink>,
    ink: Ink,
    pieces: Vec<Piece>,
}

impl Pen {
    fn new(inks: Vec<Ink>) -> Self {
        Self { inks: inks.into_iter(), ink: Ink::default(), pieces: Vec::new() }
    }

    fn add(&mut self, text: &str, glyph: Piece) {
        if let Some(last) = self.pieces.last_mut()
            && last.ink == glyph.ink
            && last.turned == glyph.turned
            && last.follows(&glyph)
            // Where words begin and end tells where lines could have ended.
            && last.text.ends_with(' ') == (text == " ")
        {
            last.text.push_str(text);
            last.right = glyph.right;
            return;
        }
        self.pieces.push(Piece { text: text.to_owned(), ..glyph });
    }
}

impl Piece {
    /// Whether a glyph goes on where this piece ends, on the same line.
    fn follows(&self, glyph: &Piece) -> bool {
        let gap = (glyph.left - self.right) / self.size.max(0.1);
        let level = (glyph.base - self.base).abs() <= 0.05 * self.size;
        let alike = (glyph.size - self.size).abs() <= 0.05 * self.size;
        level && alike && (-0.5..JOINT).contains(&gap)
    }
}

impl OutputDev for Pen {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let along = (place.m11, place.m12);
        let (quarter, stretch) = if along.0.abs() >= along.1.abs() {
            (if along.0 >= 0.0 { 0 } else { 2 }, along.0.abs())
        } else {
            (if along.1 >= 0.0 { 1 } else { 3 }, along.1.abs())
        };
        let size = font_size.abs() * place.m21.hypot(place.m22);
        let advance = width * font_size * stretch;
        // Along the line, and from the top down.
        let (x, y) = match quarter {
            0 => (place.m31, -place.m32),
            1 => (place.m32, place.m31),
            2 => (-place.m31, place.m32),
            _ => (-place.m32, -place.m31),
        };
        let measures = [x, y, advance, size];
        if measures.iter().all(|measure| measure.is_finite()) && !text.is_empty() && size > 0.0 {
            let [left, base, advance, size] = measures.map(|measure| measure as f32);
            let (turned, ink) = (quarter, self.ink);
            let right = left + advance;
            self.add(text, Piece { text: String::new(), left, right, base, size, ink, turned });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.ink = self.inks.next().unwrap_or_default();
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

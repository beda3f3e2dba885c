//! Pages as they come out of a PDF: pieces anywhere, of any size. What takes them out of a file runs in a process of
//! its own and is not tried here.
#![no_main]

use formats::ReadOptions;
use formats::pdf::{Ink, Page, Piece};
use formats_fuzz::check;
use libfuzzer_sys::fuzz_target;

/// A piece for each eight bytes and the text up to the next byte 0xFF.
fn piece(data: &[u8]) -> Option<Piece> {
    let (&[x, y, size, flags], text) = data.split_first_chunk::<4>()?;
    let (left, base) = (f32::from(x) * 2.5, f32::from(y) * 3.5);
    let size = f32::from(size % 32) / 2.0 + f32::from(flags / 128);
    let text = String::from_utf8_lossy(text).into_owned();
    let right = left + size * 0.5 * text.chars().count() as f32;
    let ink = Ink { bold: flags & 1 != 0, italic: false, colour: [flags & 64; 3], furniture: flags & 6 == 6 };
    Some(Piece { text, left, right, base, size, ink, turned: u8::from(flags & 24 == 24) })
}

fuzz_target!(|data: &[u8]| {
    let pages: Vec<Page> = data
        .split(|byte| *byte == 0xFE)
        .map(|page| {
            let pieces = page.split(|byte| *byte == 0xFF).filter_map(piece).collect();
            Page { width: 595.0, height: 842.0, pieces, unreadable: page.is_empty() }
        })
        .collect();
    if let Ok(transcript) = formats::read_pages("a.pdf", &pages, &ReadOptions::default()) {
        check(&transcript);
    }
});

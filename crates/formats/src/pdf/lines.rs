//! The lines of a page, from the pieces that stand on it.

use super::{Ink, Page, Piece};
use crate::source::{Colour, Look};

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Without white space at the ends; wide gaps are tabs.
    pub text: String,
    /// Where the text looks other than plain, in bytes.
    pub looks: Vec<(usize, usize, Look)>,
    pub left: f32,
    pub right: f32,
    pub base: f32,
    /// The size in which most of it is written.
    pub size: f32,
    /// How wide the first word is.
    pub first_word: f32,
    /// Whether all of it is marked as an ornament of the page.
    pub furniture: bool,
}

/// Pieces whose lines differ by less than this share of their size stand on one line: raised letters do.
const LEVEL: f32 = 0.4;
/// A gap of this many sizes is a space, where none is written.
const SPACE: f32 = 0.18;
/// A gap of this many sizes is a tab.
const TAB: f32 = 1.5;
/// A gap of this many sizes is a tab where a space is written too: lines with even margins have wide ones.
const WIDE_TAB: f32 = 3.0;

/// The upright lines of a page, from top to bottom, without the numbers that stand left of `margin`.
pub(super) fn lines(page: &Page, margin: f32) -> Vec<Line> {
    let counts = |piece: &&Piece| piece.right <= margin && is_number(&piece.text);
    gather(page.pieces.iter().filter(|piece| piece.turned == 0 && !counts(piece)))
}

/// Whether a text is a number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// What is written otherwise than upright, as the watermark of a draft.
pub(super) fn turned(page: &Page) -> Vec<String> {
    let of = |quarter: u8| gather(page.pieces.iter().filter(move |piece| piece.turned == quarter));
    let join = |lines: Vec<Line>| lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n");
    (1..4).map(|quarter| join(of(quarter))).filter(|text| !text.is_empty()).collect()
}

fn gather<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Vec<Line> {
    let mut pieces: Vec<&Piece> = pieces.filter(|piece| !piece.text.is_empty()).collect();
    pieces.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Vec<&Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| level(last, piece)) => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn level(above: &Piece, piece: &Piece) -> bool {
    (piece.base - above.base).abs()
        <= LEVEL * above.size.min(piece.size).max(0.5 * above.size.max(piece.size))
}

/// Puts the pieces of one line together; `None` if nothing is seen of them.
fn line(mut row: Vec<&Piece>) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    row.dedup_by(|next, last| {
        // Drawn twice, a little apart, by programs that have no bold font.
        last.text == next.text && (next.left - last.left).abs() < 0.1 * last.size
    });
    let mut out = Writing::default();
    row.iter().for_each(|piece| out.add(piece));
    let first = row.iter().find(|piece| !piece.text.trim().is_empty())?;
    let base = main(&row, |piece| piece.base);
    let size = main(&row, |piece| piece.size);
    let furniture = row.iter().filter(|piece| !piece.text.trim().is_empty()).all(|piece| piece.ink.furniture);
    let text = out.text.trim_end().to_owned();
    let looks = out.looks.into_iter().map(|(from, to, look)| (from, to.min(text.len()), look));
    let looks = looks.filter(|(from, to, _)| from < to).collect();
    let first_word = out.first_end.unwrap_or(out.right) - first.left;
    Some(Line { text, looks, left: first.left, right: out.right, base, size, first_word, furniture })
}

/// The value of the piece with the most characters.
fn main(row: &[&Piece], of: fn(&Piece) -> f32) -> f32 {
    row.iter().max_by_key(|piece| piece.text.trim().chars().count()).map_or(0.0, |piece| of(piece))
}

/// A line while it is written.
#[derive(Default)]
struct Writing {
    text: String,
    looks: Vec<(usize, usize, Look)>,
    right: f32,
    /// Where the first word ends, once another has begun.
    first_end: Option<f32>,
}

impl Writing {
    fn add(&mut self, piece: &Piece) {
        let words = spelled(&piece.text);
        if words.trim().is_empty() {
            self.space();
            return;
        }
        self.join(piece, words.starts_with(char::is_whitespace));
        if self.first_end.is_none() && self.text.contains([' ', '\t']) {
            self.first_end = Some(self.right);
        }
        let begins = self.text.is_empty() || self.text.ends_with(char::is_whitespace);
        let words = if begins { words.trim_start() } else { words.as_str() };
        let (start, look) = (self.text.len(), look(piece.ink));
        self.text.push_str(words);
        let end = self.text.len();
        match self.looks.last_mut() {
            _ if look == Look::default() => {}
            Some(last) if last.1 == start && last.2 == look => last.1 = end,
            _ => self.looks.push((start, end, look)),
        }
        self.right = self.right.max(piece.right);
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    /// What stands between the words so far and a piece.
    fn join(&mut self, piece: &Piece, begins_with_space: bool) {
        if self.text.is_empty() {
            return;
        }
        let spaced = begins_with_space || self.text.ends_with(char::is_whitespace);
        let gap = (piece.left - self.right) / piece.size.max(0.1);
        if gap > if spaced { WIDE_TAB } else { TAB } {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('\t');
        } else if begins_with_space || gap > SPACE {
            self.space();
        }
    }
}

/// Letters that fonts draw as one, spelled out; marks for layout, dropped.
fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn look(ink: Ink) -> Look {
    Look { bold: ink.bold, italic: ink.italic, colour: Colour::new(ink.colour), ..Look::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(left: f32, base: f32, text: &str) -> Piece {
        let right = left + 5.0 * text.chars().count() as f32;
        Piece { text: text.to_owned(), left, right, base, size: 10.0, ink: Ink::default(), turned: 0 }
    }

    fn texts(pieces: Vec<Piece>) -> Vec<String> {
        let page = Page { width: 595.0, height: 842.0, pieces, unreadable: false };
        lines(&page, f32::MIN).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn pieces_become_lines_by_their_places() {
        let cases = [
            (
                vec![piece(90.0, 100.0, "oui"), piece(70.0, 112.0, "deux"), piece(70.0, 100.0, "un ")],
                vec!["un oui", "deux"],
            ),
            (vec![piece(70.0, 100.0, "VL"), piece(83.0, 100.0, "oui")], vec!["VL oui"]),
            (vec![piece(70.0, 100.0, "jeu"), piece(85.5, 100.0, "di")], vec!["jeudi"]),
            (vec![piece(70.0, 100.0, "VL"), piece(110.0, 100.0, "oui")], vec!["VL\toui"]),
            (vec![piece(70.0, 100.0, "1"), piece(75.0, 96.5, "er")], vec!["1er"]),
            (vec![piece(70.0, 100.0, "gras"), piece(70.3, 100.0, "gras")], vec!["gras"]),
            (vec![piece(70.0, 100.0, " \u{A0}"), piece(70.0, 112.0, "difﬁcile ")], vec!["difficile"]),
        ];
        for (pieces, expected) in cases {
            assert_eq!(texts(pieces), expected);
        }
    }
}

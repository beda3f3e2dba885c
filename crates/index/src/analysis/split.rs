//! The borders of words.

use super::characters::{Class, class, is_style};
use super::elision::{is_elided, is_one_word};
use super::{COMPOUND, ELISION, Sort, Token, cut};
use model::value::Language;
use unicode_segmentation::UnicodeSegmentation;

/// A run of word characters, and what joins it to the next.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Bytes of the text.
    bytes: (usize, usize),
    /// Scalars of the text.
    scalars: (u32, u32),
    /// The joint after it, where the next piece follows at once.
    joint: Option<Class>,
}

/// Walks a text and hands its tokens over.
pub(super) fn split(text: &str, language: Language, spare: &mut Token, sink: &mut dyn FnMut(&Token)) {
    let mut walk = Walk { text, language, spare, sink, position: 0, pieces: Vec::with_capacity(8) };
    let mut at = 0;
    let mut scalar = 0;
    while let Some(c) = text[at..].chars().next() {
        let (bytes, scalars) = match class(c) {
            Class::Word => walk.run(at, scalar),
            Class::Picture => walk.picture(at, scalar),
            Class::Alone => walk.alone(at, scalar, c),
            Class::Hyphen | Class::Apostrophe | Class::Other => (c.len_utf8(), 1),
        };
        at += bytes;
        scalar += scalars;
    }
}

struct Walk<'t, 's> {
    text: &'t str,
    language: Language,
    spare: &'s mut Token,
    sink: &'s mut dyn FnMut(&Token),
    position: u32,
    pieces: Vec<Piece>,
}

impl Walk<'_, '_> {
    /// Takes a run of words joined by hyphens and apostrophes; answers its length in bytes and scalars.
    fn run(&mut self, at: usize, scalar: u32) -> (usize, u32) {
        self.pieces.clear();
        let (mut byte, mut count) = (at, scalar);
        loop {
            let start = (byte, count);
            (byte, count) = word_end(self.text, byte, count);
            let piece = Piece { bytes: (start.0, byte), scalars: (start.1, count), joint: None };
            self.pieces.push(piece);
            let mut rest = self.text[byte..].chars();
            let Some(joint) = rest.next() else { break };
            let kind = class(joint);
            let goes_on = rest.next().is_some_and(|next| class(next) == Class::Word);
            let joins = matches!(kind, Class::Hyphen | Class::Apostrophe);
            if let Some(last) = self.pieces.last_mut()
                && (kind == Class::Apostrophe || joins && goes_on)
            {
                last.joint = Some(kind);
            }
            if !(joins && goes_on) {
                break;
            }
            byte += joint.len_utf8();
            count += 1;
        }
        self.hand_over();
        (byte - at, count - scalar)
    }

    fn hand_over(&mut self) {
        match self.language {
            Language::French => self.join_whole_words(),
            Language::English => self.join_apostrophes(),
        }
        let pieces = std::mem::take(&mut self.pieces);
        let mut rest = pieces.as_slice();
        while let Some((piece, after)) = rest.split_first() {
            if self.is_elision(piece) {
                self.emit(Sort::Elision, &[*piece]);
                rest = after;
                continue;
            }
            let ends = |piece: &Piece| piece.joint.is_none();
            let until_end = rest.iter().position(ends).map_or(rest.len(), |last| last + 1);
            let elision = rest.iter().position(|piece| self.is_elision(piece)).unwrap_or(rest.len());
            let (group, after) = rest.split_at(until_end.min(elision));
            self.emit_group(group);
            rest = after;
        }
        self.pieces = pieces;
    }

    /// A compound first, then its words: the order of positions.
    fn emit_group(&mut self, group: &[Piece]) {
        if group.len() > 1 {
            self.emit(Sort::Compound, group);
        }
        for piece in group {
            self.emit(Sort::Word, &[*piece]);
            self.position += 1;
        }
    }

    fn is_elision(&self, piece: &Piece) -> bool {
        self.language == Language::French
            && piece.joint == Some(Class::Apostrophe)
            && is_elided(&self.text[piece.bytes.0..piece.bytes.1])
    }

    /// Joins the pieces on either side of an apostrophe where `joined` says so.
    fn join(&mut self, joined: impl Fn(&str, &str) -> bool) {
        let mut at = 0;
        while at + 1 < self.pieces.len() {
            let (first, second) = (self.pieces[at], self.pieces[at + 1]);
            let text = |piece: Piece| &self.text[piece.bytes.0..piece.bytes.1];
            if first.joint == Some(Class::Apostrophe) && joined(text(first), text(second)) {
                self.pieces[at] = Piece {
                    bytes: (first.bytes.0, second.bytes.1),
                    scalars: (first.scalars.0, second.scalars.1),
                    joint: second.joint,
                };
                self.pieces.remove(at + 1);
            } else {
                at += 1;
            }
        }
    }

    /// `aujourd'hui` is one word.
    fn join_whole_words(&mut self) {
        self.join(is_one_word);
    }

    /// In English an apostrophe stands inside a word: `don't`.
    fn join_apostrophes(&mut self) {
        self.join(|_, _| true);
    }

    fn emit(&mut self, sort: Sort, pieces: &[Piece]) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        self.spare.form.clear();
        match sort {
            Sort::Word => {}
            Sort::Compound => self.spare.form.push(COMPOUND),
            Sort::Elision => self.spare.form.push(ELISION),
        }
        push_form(&self.text[first.bytes.0..last.bytes.1], &mut self.spare.form);
        self.hand(sort, (first.scalars.0, last.scalars.1));
    }

    fn hand(&mut self, sort: Sort, (start, end): (u32, u32)) {
        cut(&mut self.spare.form);
        if self.spare.form.is_empty() {
            return;
        }
        self.spare.sort = sort;
        self.spare.position = self.position;
        (self.spare.start, self.spare.end) = (start, end);
        (self.sink)(self.spare);
    }

    /// A picture with everything that belongs to its cluster.
    fn picture(&mut self, at: usize, scalar: u32) -> (usize, u32) {
        let cluster = self.text[at..].graphemes(true).next().unwrap_or_default();
        let scalars = u32::try_from(cluster.chars().count()).unwrap_or(u32::MAX);
        self.spare.form.clear();
        // With and without the mark for "as a picture" is the same picture.
        self.spare.form.extend(cluster.chars().filter(|c| !matches!(c, '\u{FE0E}' | '\u{FE0F}')));
        self.hand(Sort::Word, (scalar, scalar + scalars));
        self.position += 1;
        (cluster.len(), scalars)
    }

    fn alone(&mut self, at: usize, scalar: u32, c: char) -> (usize, u32) {
        let bytes = (at, at + c.len_utf8());
        self.emit(Sort::Word, &[Piece { bytes, scalars: (scalar, scalar + 1), joint: None }]);
        self.position += 1;
        (c.len_utf8(), 1)
    }
}

/// Where the word that begins at a byte ends.
fn word_end(text: &str, at: usize, scalar: u32) -> (usize, u32) {
    let (mut byte, mut count) = (at, scalar);
    for c in text[at..].chars() {
        // A mark of style after a letter or digit (a keycap) goes with it.
        if class(c) != Class::Word && !is_style(c) {
            break;
        }
        byte += c.len_utf8();
        count += 1;
    }
    (byte, count)
}

/// Case folded, hyphens and apostrophes of one sort, joiners left out.
fn push_form(text: &str, form: &mut String) {
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => form.push(c),
            'A'..='Z' => form.push(c.to_ascii_lowercase()),
            '\u{200C}' | '\u{200D}' => {}
            c if is_style(c) => {}
            c => match class(c) {
                Class::Hyphen => form.push('-'),
                Class::Apostrophe => form.push('\''),
                _ => form.extend(c.to_lowercase()),
            },
        }
    }
}

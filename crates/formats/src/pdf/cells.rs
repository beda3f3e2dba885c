//! A table of labels and words whose labels stand in the middle of the height of their cells: beside another line than
//! the first, where reading line by line puts them inside a sentence. They are raised to the first.

use std::collections::{BTreeMap, BTreeSet};

use super::{Page, Piece};

/// How far the edge of a column may be off, in points.
const EDGE: f32 = 2.0;
/// The narrowest column of labels, in points.
const NARROW: f32 = 15.0;
/// The longest label, in characters.
const LABEL: usize = 40;
/// The fewest labels of a table.
const LABELS: usize = 3;
/// No page has more labels.
const MOST: usize = 400;
/// The share of lines that begin at the edge of the words, in tenths.
const WORDED: usize = 7;
/// Lines further apart than this many steps are of two cells.
const APART: f32 = 1.2;

/// The page with its labels raised; `None` where it has no such table.
pub(super) fn raised(page: &Page) -> Option<Page> {
    let upright = |piece: &&Piece| piece.turned == 0 && !piece.text.trim().is_empty();
    let pieces: Vec<&Piece> = page.pieces.iter().filter(upright).collect();
    let edge = edge(&pieces)?;
    let (labels, words): (Vec<&Piece>, Vec<&Piece>) =
        pieces.into_iter().partition(|piece| piece.left < edge - EDGE);
    let narrow = labels.iter().all(|label| label.right < edge && label.text.chars().count() <= LABEL);
    let cells = cells(&words)?;
    if !narrow || !(LABELS..=MOST).contains(&labels.len()) {
        return None;
    }
    let target = |piece: &Piece| {
        let apart = |cell: &&Cell| {
            let middle = f32::midpoint(cell.first, cell.last);
            (middle - piece.base).abs()
        };
        cells.iter().min_by(|a, b| apart(a).total_cmp(&apart(b)))
    };
    let inside =
        |cell: &Cell, label: &Piece| (cell.first - label.size..=cell.last + label.size).contains(&label.base);
    if !labels.iter().all(|label| target(label).is_some_and(|cell| inside(cell, label))) {
        return None;
    }
    let mut out = page.clone();
    let mut moved = 0;
    for piece in out.pieces.iter_mut().filter(|piece| piece.turned == 0 && !piece.text.trim().is_empty()) {
        if piece.left < edge - EDGE
            && let Some(cell) = target(piece)
        {
            moved += usize::from((piece.base - cell.first).abs() > 0.6 * piece.size);
            piece.base = cell.first;
        }
    }
    (moved > 0).then_some(out)
}

/// The lines of one cell, from the first to the last.
struct Cell {
    first: f32,
    last: f32,
}

/// Where the words begin: at the place where most lines have a piece that begins, right of some others.
fn edge(pieces: &[&Piece]) -> Option<f32> {
    let left = pieces.iter().map(|piece| piece.left).fold(f32::MAX, f32::min);
    let mut places: BTreeMap<i32, usize> = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| piece.left > left + NARROW) {
        *places.entry(piece.left.round() as i32).or_default() += 1;
    }
    let (&edge, _) = places.iter().max_by_key(|(_, count)| **count)?;
    let edge = edge as f32;
    let lines = lines(pieces);
    let at_edge = pieces.iter().filter(|piece| (piece.left - edge).abs() <= EDGE);
    let at_edge: BTreeSet<i32> = at_edge.map(|piece| piece.base.round() as i32).collect();
    // Damaged pages put lines anywhere.
    let near = |base: &&f32| {
        let line = base.round() as i32;
        at_edge.range(line.saturating_sub(1)..=line.saturating_add(1)).next().is_some()
    };
    let worded = lines.iter().filter(near).count();
    (worded * 10 >= lines.len() * WORDED).then_some(edge)
}

/// The lines on which pieces stand, from top to bottom.
fn lines(pieces: &[&Piece]) -> Vec<f32> {
    let mut bases: Vec<f32> = pieces.iter().map(|piece| piece.base).collect();
    bases.sort_by(f32::total_cmp);
    bases.dedup_by(|next, last| *next - *last < 1.0);
    bases
}

/// The cells of the words: lines as close as most, with more room between cells than between lines.
fn cells(words: &[&Piece]) -> Option<Vec<Cell>> {
    let lines = lines(words);
    let mut steps: Vec<f32> = lines.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_by(f32::total_cmp);
    let step = *steps.get(steps.len() / 4)?;
    let mut cells: Vec<Cell> = Vec::new();
    for base in lines {
        match cells.last_mut().filter(|cell| base - cell.last <= step * APART) {
            Some(cell) => cell.last = base,
            None => cells.push(Cell { first: base, last: base }),
        }
    }
    (cells.len() >= LABELS).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::Ink;

    fn piece(left: f32, base: f32, text: &str) -> Piece {
        let right = left + 5.0 * text.chars().count() as f32;
        Piece { text: text.to_owned(), left, right, base, size: 10.0, ink: Ink::default(), turned: 0 }
    }

    fn page(pieces: Vec<Piece>) -> Page {
        Page { width: 595.0, height: 842.0, pieces, unreadable: false }
    }

    /// Cells of three lines and of one, with the labels beside the line `beside`.
    fn table(beside: usize) -> Page {
        let mut pieces = Vec::new();
        for n in 0..4 {
            let top = 100.0 + 70.0 * n as f32;
            pieces.push(piece(70.0, top, "VL"));
            pieces.push(piece(150.0, top, "Et ensuite ?"));
            pieces.push(piece(70.0, top + 20.0 + 12.0 * beside as f32, "EMG 1"));
            (0..3).for_each(|line| {
                pieces.push(piece(150.0, top + 20.0 + 12.0 * line as f32, "des mots sur la ligne"));
            });
        }
        page(pieces)
    }

    #[test]
    fn labels_go_to_the_first_line_of_their_cell() {
        let bases = |page: &Page| -> Vec<f32> {
            page.pieces.iter().filter(|piece| piece.text == "EMG 1").map(|piece| piece.base).collect()
        };
        assert_eq!(bases(&raised(&table(1)).unwrap()), [120.0, 190.0, 260.0, 330.0]);
        assert!(raised(&table(0)).is_none());
    }

    #[test]
    fn prose_stays_as_it_is() {
        let prose =
            (0..20).map(|n| piece(70.0 + 20.0 * (n % 3) as f32, 100.0 + 12.0 * n as f32, "VL : des mots"));
        assert!(raised(&page(prose.collect())).is_none());
        assert!(raised(&page(Vec::new())).is_none());
    }

    #[test]
    fn lines_far_outside_the_page_do_no_harm() {
        for far in [f32::MAX, f32::MIN, 3e9, -3e9, f32::INFINITY, f32::NAN] {
            let mut odd = table(1);
            for (n, piece) in odd.pieces.iter_mut().enumerate() {
                match n % 5 {
                    0 => piece.base = far,
                    1 => piece.left = far,
                    _ => {}
                }
            }
            raised(&odd);
        }
    }
}

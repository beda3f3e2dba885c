//! Pages in two columns: what stands left is read before what stands right.
//!
//! Two columns of prose have a gap between them at one place on nearly every line, and are both about as full. A
//! table of speakers and words has a narrow column; one of questions and answers has one that is half empty. Those
//! stay as they are.

use super::lines::{self, Line};
use super::{Page, Piece};

/// Where the gap may be, as shares of the text's width.
const MIDDLE: [f32; 2] = [0.35, 0.65];
/// The narrowest gap, in points.
const GAP: f32 = 6.0;
/// The fewest lines of a column.
const LINES: usize = 6;
/// Of a column, at least this share of its height is filled with lines.
const FILLED: f32 = 0.7;
/// At least this share of the lines of the left column goes near its edge.
const FULL: f32 = 0.5;
/// The most lines that may go over the gap, as a share of all.
const CROSSING: f32 = 0.15;

/// The lines of pages in columns, column by column; those of other pages as they are. `sheets` are the lines of each
/// page without its furniture.
pub(super) fn parted(pages: &[Page], sheets: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let rows: Vec<Rows> = pages.iter().zip(&sheets).map(|(page, sheet)| rows(page, sheet)).collect();
    let gaps: Vec<Option<f32>> = pages.iter().zip(&rows).map(|(page, rows)| gap(page, rows)).collect();
    let found = gaps.iter().flatten().count();
    // The last page may be too short to tell, a single one among others a table.
    if found == 0 || (pages.len() > 2 && found * 2 < pages.len()) {
        return sheets;
    }
    let usual = gaps.iter().flatten().copied().fold(f32::MAX, f32::min);
    let mut out = Vec::with_capacity(2 * sheets.len());
    for (((page, sheet), rows), gap) in pages.iter().zip(sheets).zip(&rows).zip(gaps) {
        let free = |gap: &f32| !rows.iter().any(|row| is_over(row, *gap));
        match gap.or(Some(usual).filter(free)) {
            Some(gap) => out.extend(columns(page, rows, gap)),
            None => out.push(sheet),
        }
    }
    out
}

/// The upright pieces of each line, from left to right.
type Rows<'p> = Vec<Vec<&'p Piece>>;

/// The pieces of a page on the lines that were kept of it.
fn rows<'p>(page: &'p Page, sheet: &[Line]) -> Rows<'p> {
    let mut rows: Rows = vec![Vec::new(); sheet.len()];
    for piece in page.pieces.iter().filter(|piece| piece.turned == 0 && !piece.text.trim().is_empty()) {
        let below = sheet.partition_point(|line| line.base < piece.base);
        let distance = |n: &usize| sheet.get(*n).map_or(f32::MAX, |line| (line.base - piece.base).abs());
        let nearest =
            [below.saturating_sub(1), below].into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        let own = nearest.filter(|n| distance(n) <= 0.6 * piece.size).and_then(|n| rows.get_mut(n));
        if let Some(row) = own {
            row.push(piece);
        }
    }
    rows.iter_mut().for_each(|row| row.sort_by(|a, b| a.left.total_cmp(&b.left)));
    rows
}

/// The lines left of the gap above those right of it, moved to where those on the left stand; a line that goes over
/// the gap parts the page.
fn columns(page: &Page, rows: &Rows, gap: f32) -> Vec<Vec<Line>> {
    let pieces = || rows.iter().flatten();
    let beginning =
        |from: f32| pieces().map(|piece| piece.left).filter(|left| *left >= from).fold(f32::MAX, f32::min);
    let shift = beginning(gap) - beginning(f32::MIN);
    let mut out = Vec::new();
    let (mut left, mut right): (Vec<&Piece>, Vec<&Piece>) = (Vec::new(), Vec::new());
    let flush = |left: &mut Vec<&Piece>, right: &mut Vec<&Piece>, out: &mut Vec<Vec<Line>>| {
        let mut second = of_page(page, std::mem::take(right));
        second.iter_mut().for_each(|line| (line.left, line.right) = (line.left - shift, line.right - shift));
        out.extend(
            [of_page(page, std::mem::take(left)), second].into_iter().filter(|lines| !lines.is_empty()),
        );
    };
    for row in rows {
        if is_over(row, gap) {
            flush(&mut left, &mut right, &mut out);
            let mut whole = of_page(page, row.clone());
            // As wide as a column, so that it is no measure for the others.
            whole.iter_mut().for_each(|line| line.right = line.right.min(gap));
            out.push(whole);
        } else {
            left.extend(row.iter().filter(|piece| piece.left < gap));
            right.extend(row.iter().filter(|piece| piece.left >= gap));
        }
    }
    flush(&mut left, &mut right, &mut out);
    out
}

fn of_page(page: &Page, pieces: Vec<&Piece>) -> Vec<Line> {
    let pieces = pieces.into_iter().cloned().collect();
    let Page { width, height, unreadable, .. } = *page;
    lines::lines(&Page { pieces, width, height, unreadable }, f32::MIN)
}

/// The width of a page of which columns are the pages.
pub(super) fn width(sheets: &[Vec<Line>]) -> f32 {
    let lines = || sheets.iter().flatten();
    let left = lines().map(|line| line.left).fold(f32::MAX, f32::min);
    lines().map(|line| line.right).fold(0.0, f32::max) + left
}

/// Whether a line has words over the gap, or nearly so.
fn is_over(row: &[&Piece], gap: f32) -> bool {
    let (mut left, mut right) = (f32::MIN, f32::MAX);
    for piece in row {
        if piece.left < gap && piece.right > gap {
            return true;
        }
        if piece.right <= gap {
            left = left.max(piece.right);
        } else {
            right = right.min(piece.left);
        }
    }
    right - left < GAP
}

/// Where the gap between two columns is, if a page has them.
fn gap(page: &Page, rows: &Rows) -> Option<f32> {
    let pieces = || rows.iter().flatten().copied();
    let left = pieces().map(|piece| piece.left).fold(f32::MAX, f32::min);
    let right = pieces().map(|piece| piece.right).fold(f32::MIN, f32::max);
    let width = right - left;
    let places = (0..=60).map(|n| left + width * (MIDDLE[0] + (MIDDLE[1] - MIDDLE[0]) * n as f32 / 60.0));
    let over = |gap: f32| rows.iter().filter(|row| is_over(row, gap)).count();
    let counted: Vec<(usize, f32)> = places.map(|gap| (over(gap), gap)).collect();
    let least = counted.iter().map(|(count, _)| *count).min()?;
    let best: Vec<f32> = counted.iter().filter(|(count, _)| *count == least).map(|(_, gap)| *gap).collect();
    // The middle of the gap.
    let gap = *best.get(best.len() / 2)?;
    if least as f32 > CROSSING * rows.len() as f32 {
        return None;
    }
    let (first, second): (Vec<&Piece>, Vec<&Piece>) = pieces().partition(|piece| piece.left < gap);
    let (first, second) = (of_page(page, first), of_page(page, second));
    let full = first.iter().filter(|line| line.right >= left + 0.75 * (gap - left)).count();
    let both = are_full(&first, &second) && are_full(&second, &first);
    (both && full as f32 >= FULL * first.len() as f32).then_some(gap)
}

/// Whether lines fill the height that they share with others.
fn are_full(lines: &[Line], others: &[Line]) -> bool {
    let (Some(first), Some(last)) = (others.first(), others.last()) else { return false };
    let inside: Vec<f32> =
        lines.iter().map(|line| line.base).filter(|base| (first.base..=last.base).contains(base)).collect();
    let mut steps: Vec<f32> = inside.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_by(f32::total_cmp);
    let Some(step) = steps.get(steps.len() / 2).copied() else { return false };
    let height = inside.last().zip(inside.first()).map_or(0.0, |(last, first)| last - first);
    inside.len() >= LINES && (inside.len() - 1) as f32 * step >= FILLED * height
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::Ink;

    fn piece(left: f32, base: f32, text: &str) -> Piece {
        let right = left + 5.0 * text.chars().count() as f32;
        Piece { text: text.to_owned(), left, right, base, size: 10.0, ink: Ink::default(), turned: 0 }
    }

    fn read(pieces: Vec<Piece>) -> Vec<String> {
        let page = Page { width: 595.0, height: 842.0, pieces, unreadable: false };
        let sheet = lines::lines(&page, f32::MIN);
        parted(&[page], vec![sheet]).into_iter().flatten().map(|line| line.text).collect()
    }

    fn words(n: usize) -> String {
        format!("les mots de la ligne {n:02} qui va loin ici")
    }

    #[test]
    fn columns_of_prose_are_read_one_after_the_other() {
        for shift in [0.0, 6.0] {
            let mut pieces =
                vec![piece(70.0, 80.0, "Un titre qui va d’un bord à l’autre de toute la page, large")];
            for n in 0..10 {
                let base = 100.0 + 12.0 * n as f32;
                pieces.push(piece(70.0, base, &words(n)));
                pieces.push(piece(310.0, base + shift, &words(10 + n)));
            }
            let found = read(pieces);
            assert_eq!(found.len(), 21, "{found:?}");
            assert!(found[0].starts_with("Un titre"));
            let expected: Vec<String> = (0..20).map(words).collect();
            assert_eq!(found[1..], expected);
        }
    }

    #[test]
    fn tables_stay_tables() {
        let (mut speakers, mut answers) = (Vec::new(), Vec::new());
        for n in 0..12 {
            let base = 100.0 + 12.0 * n as f32;
            speakers.push(piece(70.0, base, ["VL", "EMG 1"][n % 2]));
            speakers.push(piece(150.0, base, &words(n)));
            if n % 4 == 0 {
                answers.push(piece(70.0, base, &words(n)));
            }
            answers.push(piece(310.0, base, &words(n)));
        }
        assert_eq!(read(speakers).len(), 12);
        assert_eq!(read(answers).len(), 12);
    }
}

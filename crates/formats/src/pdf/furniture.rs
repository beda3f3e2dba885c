//! What pages have beside their text: headers, footers, page numbers, numbers of lines, footnotes.
//!
//! A line is a header or a footer where the file marks it so, or where the outermost lines of several pages
//! say the same at the same height, numbers aside; a page's number also where it counts with the pages.

use std::collections::BTreeMap;

use super::Page;
use super::lines::{self, Line, is_number};

/// What was left out.
#[derive(Debug, Default, PartialEq)]
pub(super) struct LeftOut {
    /// Each kind of line that pages repeat, as it reads first, and how many there were.
    pub repeated: Vec<(String, usize)>,
    /// Footnotes, those of a page together.
    pub notes: Vec<String>,
}

/// Lines at either end of a page that may be headers or footers.
const DEPTH: usize = 4;
/// Heights that differ by less than this are the same, in points.
const HEIGHT: f32 = 8.0;
/// With more than this share of the text marked as furniture, the marks mean nothing.
const MARKED_SHARE: f32 = 0.3;
/// Letters smaller than this share of the usual size are a footnote's.
const SMALL: f32 = 0.92;

/// The lines of all pages, and what was left out of them.
pub(super) fn take(pages: &[Page]) -> (Vec<Vec<Line>>, LeftOut) {
    let mut out = LeftOut::default();
    let mut sheets = numbered_lines(pages, &mut out);
    marked(&mut sheets, &mut out);
    for end in [End::Top, End::Bottom] {
        for _ in 0..DEPTH {
            if !outermost(pages, &mut sheets, end, &mut out) {
                break;
            }
        }
    }
    let usual = usual_size(&sheets);
    out.notes = sheets.iter_mut().filter_map(|sheet| footnotes(sheet, usual)).collect();
    (sheets, out)
}

impl LeftOut {
    fn add(&mut self, text: &str) {
        let kind = pattern(text);
        match self.repeated.iter_mut().find(|(known, _)| pattern(known) == kind) {
            Some((_, count)) => *count += 1,
            None => self.repeated.push((text.to_owned(), 1)),
        }
    }
}

/// The size in which most characters are written, in half points.
pub(super) fn usual_size(sheets: &[Vec<Line>]) -> f32 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for line in sheets.iter().flatten() {
        *counts.entry((line.size * 2.0).round() as i64).or_default() += line.text.len();
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map_or(0.0, |(size, _)| size as f32 / 2.0)
}

/// A text without the numbers in it.
fn pattern(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_ascii_digit() => {
                if !out.ends_with('#') {
                    out.push('#');
                }
            }
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// The lines of all pages, without numbers in the margin that count them.
fn numbered_lines(pages: &[Page], out: &mut LeftOut) -> Vec<Vec<Line>> {
    let counts = pages.iter().map(margin_numbers).collect::<Vec<_>>();
    let all: usize = counts.iter().map(|(numbers, _)| numbers.len()).sum();
    let steps: Vec<i64> = counts
        .iter()
        .flat_map(|(numbers, _)| numbers.windows(2).map(|pair| pair[1].saturating_sub(pair[0])))
        .collect();
    let step = [1, 2, 5, 10].into_iter().max_by_key(|step| steps.iter().filter(|s| *s == step).count());
    let regular = steps.iter().filter(|s| Some(**s) == step).count();
    let counted = all >= 5 && !steps.is_empty() && regular * 10 >= steps.len() * 8;
    if let (true, Some(first)) = (counted, counts.iter().find_map(|(numbers, _)| numbers.first())) {
        out.repeated.push((first.to_string(), all));
    }
    let margin = |edge: f32| if counted { edge } else { f32::MIN };
    pages.iter().zip(&counts).map(|(page, (_, edge))| lines::lines(page, margin(*edge))).collect()
}

/// The numbers that stand left of all words of a page, and where the words begin.
fn margin_numbers(page: &Page) -> (Vec<i64>, f32) {
    let upright = || page.pieces.iter().filter(|piece| piece.turned == 0);
    let words = upright().filter(|piece| piece.text.contains(char::is_alphabetic));
    let edge = words.map(|piece| piece.left).fold(f32::MAX, f32::min);
    let edge = if edge == f32::MAX { f32::MIN } else { edge };
    let mut numbers: Vec<(f32, i64)> = upright()
        .filter(|piece| piece.right <= edge && is_number(&piece.text))
        .filter_map(|piece| Some((piece.base, piece.text.trim().parse().ok()?)))
        .collect();
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
    (numbers.into_iter().map(|(_, number)| number).collect(), edge)
}

/// Takes out what the file marks as furniture.
fn marked(sheets: &mut [Vec<Line>], out: &mut LeftOut) {
    let length = |marked: bool| -> usize {
        let lines = sheets.iter().flatten().filter(|line| line.furniture || !marked);
        lines.map(|line| line.text.len()).sum()
    };
    if length(true) as f32 > MARKED_SHARE * length(false) as f32 {
        return;
    }
    for sheet in sheets {
        sheet.retain(|line| {
            if line.furniture {
                out.add(&line.text);
            }
            !line.furniture
        });
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Top,
    Bottom,
}

impl End {
    fn of(self, sheet: &[Line]) -> Option<usize> {
        match self {
            Self::Top => (!sheet.is_empty()).then_some(0),
            Self::Bottom => sheet.len().checked_sub(1),
        }
    }
}

/// Takes out the outermost lines at one end that are repeated; whether there were any.
fn outermost(pages: &[Page], sheets: &mut [Vec<Line>], end: End, out: &mut LeftOut) -> bool {
    let usual = usual_size(sheets);
    let found: Vec<(usize, usize)> =
        sheets.iter().enumerate().filter_map(|(page, sheet)| Some((page, end.of(sheet)?))).collect();
    let line = |&(page, n): &(usize, usize)| &sheets[page][n];
    let same = |a: &Line, b: &Line| (a.base - b.base).abs() < HEIGHT && pattern(&a.text) == pattern(&b.text);
    let taken: Vec<(usize, usize)> = found
        .iter()
        .filter(|place| {
            let alike: Vec<(usize, i64)> = found
                .iter()
                .filter(|other| same(line(place), line(other)))
                .map(|other| (other.0, last_number(&line(other).text).unwrap_or(-1)))
                .collect();
            let alone =
                pages.len() == 1 && is_page_number(&line(place).text) && is_at_edge(&pages[0], line(place));
            let apart = is_page_number(&line(place).text)
                || is_in_margin(&pages[place.0], line(place))
                || is_apart(&sheets[place.0], place.1, usual);
            alone || (apart && is_repeated(&alike, pages.len(), &line(place).text))
        })
        .copied()
        .collect();
    for &(page, n) in &taken {
        out.add(&sheets[page].remove(n).text);
    }
    !taken.is_empty()
}

/// Whether lines that are alike stand on enough pages; bare numbers must count with the pages.
fn is_repeated(alike: &[(usize, i64)], pages: usize, text: &str) -> bool {
    let often = alike.len() >= 2 && alike.len() * 5 >= pages * 2;
    if !is_page_number(text) {
        return often && text.chars().filter(|c| c.is_alphanumeric()).count() >= 3;
    }
    let mut offsets: BTreeMap<i64, usize> = BTreeMap::new();
    for &(page, number) in alike {
        let page = i64::try_from(page).unwrap_or(i64::MAX);
        *offsets.entry(number.saturating_sub(page)).or_default() += 1;
    }
    offsets.values().any(|&count| count >= 2 && count * 10 >= alike.len() * 6)
}

/// `3`, `- 3 -`, `Page 3`, `3 / 12`, `page 3 sur 12`.
fn is_page_number(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut numbers = 0;
    for word in words {
        match word.to_lowercase().as_str() {
            "page" | "p" | "pages" | "sur" | "of" | "de" => {}
            number if is_number(number) => numbers += 1,
            _ => return false,
        }
    }
    (1..=2).contains(&numbers)
}

fn last_number(text: &str) -> Option<i64> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    let first: i64 = numbers.next()?.parse().ok()?;
    Some(first)
}

/// Where hardly any program lets the text of a page begin or end.
fn is_in_margin(page: &Page, line: &Line) -> bool {
    line.base < 0.075 * page.height || line.base > 0.93 * page.height
}

/// Whether an outermost line is smaller or larger than the text, or further from it than its lines are from
/// each other.
fn is_apart(sheet: &[Line], n: usize, usual: f32) -> bool {
    let Some(line) = sheet.get(n) else { return false };
    if (line.size - usual).abs() > 0.08 * usual {
        return true;
    }
    let gap = |pair: &[Line]| pair[1].base - pair[0].base;
    let inner = sheet.get(1..sheet.len().saturating_sub(1)).unwrap_or_default();
    let widest = inner.windows(2).map(gap).fold(0.0, f32::max);
    let beside = if n == 0 { sheet.get(..2) } else { sheet.get(n - 1..=n) };
    widest > 0.0 && beside.filter(|pair| pair.len() == 2).is_some_and(|pair| gap(pair) > 1.25 * widest)
}

fn is_at_edge(page: &Page, line: &Line) -> bool {
    line.base > 0.9 * page.height || line.base < 0.1 * page.height
}

/// Takes the footnotes of a page out: small lines at its end that begin with a number or a star.
fn footnotes(sheet: &mut Vec<Line>, usual: f32) -> Option<String> {
    let small = sheet.iter().rev().take_while(|line| line.size < SMALL * usual).count();
    let first = sheet.len() - small;
    let begins = |line: &Line| line.text.starts_with(|c: char| c.is_ascii_digit() || c == '*');
    let from = sheet.get(first..)?.iter().position(begins)? + first;
    if from == 0 {
        return None;
    }
    let notes: Vec<String> = sheet.drain(from..).map(|line| line.text).collect();
    Some(notes.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Ink, Piece};

    fn page(lines: &[(f32, f32, &str)]) -> Page {
        let piece = |&(left, base, text): &(f32, f32, &str)| {
            let right = left + 5.0 * text.chars().count() as f32;
            Piece { text: text.to_owned(), left, right, base, size: 10.0, ink: Ink::default(), turned: 0 }
        };
        Page { width: 595.0, height: 842.0, pieces: lines.iter().map(piece).collect(), unreadable: false }
    }

    fn kept(pages: &[Page]) -> (Vec<String>, Vec<(String, usize)>) {
        let (sheets, out) = take(pages);
        (sheets.into_iter().flatten().map(|line| line.text).collect(), out.repeated)
    }

    #[test]
    fn what_pages_repeat_is_left_out() {
        let pages: Vec<Page> = (1..=4)
            .map(|n| {
                let (title, number) = ("Thèse – annexes", format!("- {n} -"));
                let (said, more) = (format!("VL : mot{}", "a".repeat(n)), "EMG 1 : oui.");
                page(&[
                    (70.0, 40.0, title),
                    (70.0, 90.0, &said),
                    (70.0, 104.0, more),
                    (290.0, 800.0, &number),
                ])
            })
            .collect();
        let (lines, out) = kept(&pages);
        assert_eq!(lines.len(), 8);
        assert_eq!(out, [("Thèse – annexes".to_owned(), 4), ("- 1 -".to_owned(), 4)]);
    }

    #[test]
    fn words_at_the_same_height_are_kept() {
        let said = ["VL : un", "VL : deux", "12", "VL : quatre"];
        let pages: Vec<Page> =
            said.iter().map(|said| page(&[(70.0, 90.0, said), (70.0, 104.0, &said.repeat(2))])).collect();
        assert_eq!(kept(&pages).0.len(), 8);
        let alone = page(&[(70.0, 90.0, "VL : un"), (70.0, 104.0, "42")]);
        assert_eq!(kept(&[alone]).0.len(), 2);
    }

    #[test]
    fn numbers_of_lines_are_left_out() {
        let lines: Vec<(String, String)> =
            (1..=8).map(|n| ((n * 5).to_string(), format!("VL : ligne {n}"))).collect();
        let places: Vec<(f32, f32, &str)> = lines
            .iter()
            .enumerate()
            .flat_map(|(n, (number, said))| {
                let base = 90.0 + 14.0 * n as f32;
                [(40.0, base, number.as_str()), (70.0, base, said.as_str())]
            })
            .collect();
        let (kept, out) = kept(&[page(&places)]);
        assert_eq!((kept.len(), kept[0].as_str()), (8, "VL : ligne 1"));
        assert_eq!(out, [("5".to_owned(), 8)]);
    }

    #[test]
    fn page_numbers_are_numbers_and_few_words() {
        for (text, expected) in [
            ("3", true),
            ("Page 3 sur 12", true),
            ("– 3 –", true),
            ("3/12", true),
            ("EMG 3", false),
            ("3 ans", false),
            ("1 2 3", false),
            ("page", false),
        ] {
            assert_eq!(is_page_number(text), expected, "{text}");
        }
    }
}

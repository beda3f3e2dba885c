//! The answer to a question, drawn: a heat map in greys with its numbers, or bars for one row. Legible in
//! black and white.

use crate::markup::escaped;
use crate::schema::width;
use crate::views::theory::TableView;

const FONTS: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";
const SIZE: f32 = 12.0;
const CELL: (f32, f32) = (46.0, 24.0);
const MARGIN: f32 = 16.0;
/// The darkest ground on which a number is black.
const DARKEST: f32 = 0.55;

/// What stands under the figure: whose codings count.
pub(super) struct Words<'a> {
    pub title: &'a str,
    pub basis: &'a str,
}

/// A heat map: the darker, the more passages.
pub(super) fn heat_map(table: &TableView, square: bool, words: &Words<'_>) -> String {
    let left = table.rows.iter().map(|(_, name)| width(name, SIZE)).fold(60.0, f32::max) + 12.0;
    let top = 34.0 + table.columns.iter().map(|name| width(name, SIZE)).fold(20.0, f32::max) + 8.0;
    let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
    let wide = left + CELL.0 * count(table.columns.len()) + 2.0 * MARGIN;
    let wide = wide.max(width(words.title, SIZE * 1.3) + 2.0 * MARGIN);
    let wide = wide.max(width(words.basis, SIZE * 0.9) + 2.0 * MARGIN);
    let high = top + CELL.1 * count(table.rows.len()) + 40.0 + MARGIN;
    let mut page = Page::new(wide, high, words);
    for (at, name) in table.columns.iter().enumerate() {
        let (x, y) = (MARGIN + left + CELL.0 * (count(at) + 0.5) + 4.0, top - 6.0);
        page.line(&format!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{SIZE}" transform="rotate(-90 {x:.1} {y:.1})">{}</text>"#,
            escaped(name)
        ));
    }
    let most = count(table.most(square)).max(1.0);
    for (row, ((_, name), cells)) in table.rows.iter().zip(&table.passages).enumerate() {
        let y = top + CELL.1 * count(row);
        page.words(name, (MARGIN + left - 8.0, y + CELL.1 * 0.66), r#"text-anchor="end""#);
        for (column, cell) in cells.iter().enumerate() {
            let x = MARGIN + left + CELL.0 * count(column);
            let part = if square && row == column { 0.0 } else { (count(*cell) / most).min(1.0) };
            // From white to the darkest grey that still lets a number be read.
            let grey = 255.0 - 255.0 * DARKEST * part;
            page.line(&format!(
                r#"<rect x="{x:.1}" y="{y:.1}" width="{:.1}" height="{:.1}" fill="rgb({grey:.0},{grey:.0},{grey:.0})" stroke="rgb(200,200,200)"/>"#,
                CELL.0, CELL.1
            ));
            if *cell > 0 {
                let at = (x + CELL.0 / 2.0, y + CELL.1 * 0.66);
                page.words(&cell.to_string(), at, r#"text-anchor="middle""#);
            }
        }
    }
    page.end()
}

/// Bars for one row, one for each column.
pub(super) fn bars(table: &TableView, row: usize, words: &Words<'_>) -> String {
    const BAR: f32 = 320.0;
    const LINE: f32 = 24.0;
    let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
    let left = table.columns.iter().map(|name| width(name, SIZE)).fold(60.0, f32::max) + 12.0;
    let wide = (left + BAR + 60.0).max(width(words.title, SIZE * 1.3)).max(width(words.basis, SIZE * 0.9));
    let high = 50.0 + LINE * count(table.columns.len()) + 40.0;
    let mut page = Page::new(wide + 2.0 * MARGIN, high, words);
    let cells = table.passages.get(row).map_or(&[][..], Vec::as_slice);
    let most = count(cells.iter().copied().max().unwrap_or_default()).max(1.0);
    for (at, (name, cell)) in table.columns.iter().zip(cells).enumerate() {
        let y = 50.0 + LINE * count(at);
        page.words(name, (MARGIN + left - 8.0, y + LINE * 0.66), r#"text-anchor="end""#);
        let long = BAR * count(*cell) / most;
        page.line(&format!(
            r#"<rect x="{:.1}" y="{:.1}" width="{long:.1}" height="{:.1}" fill="rgb(120,120,120)"/>"#,
            MARGIN + left,
            y + 4.0,
            LINE - 8.0
        ));
        page.words(&cell.to_string(), (MARGIN + left + long + 6.0, y + LINE * 0.66), "");
    }
    page.end()
}

struct Page {
    text: String,
    high: f32,
    basis: String,
}

impl Page {
    fn new(wide: f32, high: f32, words: &Words<'_>) -> Page {
        let mut page = Page { text: String::new(), high, basis: words.basis.to_owned() };
        page.line(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0}" height="{high:.0}" viewBox="0 0 {wide:.0} {high:.0}" font-family="{FONTS}" role="img">"#
        ));
        page.line(&format!("<title>{}</title>", escaped(words.title)));
        page.line(r#"<rect width="100%" height="100%" fill="white"/>"#);
        let title = escaped(words.title);
        page.line(&format!(
            r#"<text x="{MARGIN}" y="24" font-size="{:.1}" font-weight="600">{title}</text>"#,
            SIZE * 1.3
        ));
        page
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn words(&mut self, words: &str, (x, y): (f32, f32), style: &str) {
        self.line(&format!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{SIZE}" {style}>{}</text>"#,
            escaped(words)
        ));
    }

    fn end(mut self) -> String {
        let (y, basis) = (self.high - 14.0, escaped(&self.basis));
        self.line(&format!(r#"<text x="{MARGIN}" y="{y:.1}" font-size="{:.1}">{basis}</text>"#, SIZE * 0.9));
        self.line("</svg>");
        self.text
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a document that is refused is a fault of the test

    use super::*;

    fn table() -> TableView {
        let id = |n: u128| model::RecordId::from(uuid::Uuid::from_u128(n));
        TableView {
            rows: vec![(id(1), "coût & prix".into()), (id(2), "<temps>".into())],
            columns: vec!["EMG 1".into(), "EMG 2".into()],
            passages: vec![vec![4, 0], vec![1, 2]],
            people: vec![vec![1, 0], vec![1, 1]],
        }
    }

    #[test]
    fn a_heat_map_is_a_document_with_every_number() {
        let words = Words { title: "Étiquettes", basis: "par tous" };
        let drawn = heat_map(&table(), false, &words);
        assert!(crate::schema::png(&drawn).is_ok());
        for said in ["coût &amp; prix", "&lt;temps&gt;", ">4<", ">2<", "rgb(115,115,115)", "par tous"] {
            assert!(drawn.contains(said), "{said} in {drawn}");
        }
    }

    #[test]
    fn bars_are_as_long_as_there_are_passages() {
        let words = Words { title: "coût", basis: "" };
        let drawn = bars(&table(), 1, &words);
        assert!(crate::schema::png(&drawn).is_ok());
        assert!(drawn.contains(r#"width="160.0""#) && drawn.contains(r#"width="320.0""#), "{drawn}");
    }
}

//! OpenDocument sheets (`.ods`), as LibreOffice and Google Sheets write them.

use super::grid::{Grid, Room};
use super::{Sheet, Workbook};
use crate::archive::Archive;
use crate::error::ReadError;
use crate::xml::{Element, Node, Xml};

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
const TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
/// The most spaces that are counted instead of written: a page has some hundreds.
const SPACES: usize = 10_000_000;

/// Whether an archive is an OpenDocument sheet.
///
/// # Errors
/// [`ReadError::Encrypted`], and the errors of reading a part.
pub(super) fn is_workbook(archive: &mut Archive) -> Result<bool, ReadError> {
    let kind = archive.part("mimetype")?.unwrap_or_default();
    if !kind.trim().starts_with(TYPE) {
        return Ok(false);
    }
    let manifest = archive.part(MANIFEST)?.unwrap_or_default();
    if manifest.contains("encryption-data") || archive.has("encrypted-package") {
        return Err(ReadError::Encrypted);
    }
    Ok(archive.has(CONTENT))
}

/// Reads all sheets.
///
/// # Errors
/// The errors of reading a part, [`ReadError::BrokenXml`] and [`ReadError::TooDemanding`].
pub(super) fn read(archive: &mut Archive, room: &mut Room) -> Result<Workbook, ReadError> {
    let content = archive.part(CONTENT)?.ok_or(ReadError::NotADocument)?;
    let mut reading =
        Reading { xml: Xml::new(CONTENT, &content), room, spaces: SPACES, out: Workbook::default() };
    loop {
        match reading.xml.next()? {
            Node::Open(element) if element.name() == "table" => reading.sheet(&element)?,
            // What was deleted, and the sheets of charts, are no sheets.
            Node::Open(element) if matches!(element.name(), "tracked-changes" | "object" | "styles") => {
                reading.xml.skip()?;
            }
            Node::End => return Ok(reading.out),
            _ => {}
        }
    }
}

struct Reading<'a, 'r> {
    xml: Xml<'a>,
    room: &'r mut Room,
    /// Counted spaces that may still come.
    spaces: usize,
    out: Workbook,
}

impl Reading<'_, '_> {
    /// Reads the sheet just opened.
    fn sheet(&mut self, element: &Element) -> Result<(), ReadError> {
        let mut grid = Grid::default();
        let mut row = 0u32;
        let mut inside = 1usize;
        while inside > 0 {
            match self.xml.next()? {
                Node::Open(element) if element.name() == "table-row" => {
                    let times = repeated(&element, "number-rows-repeated");
                    self.row(&mut grid, row, times)?;
                    row = row.saturating_add(times);
                }
                // Groups of rows, heads, rows that are printed on each page.
                Node::Open(element)
                    if element.name().starts_with("table-row") || element.name() == "table-header-rows" =>
                {
                    inside += 1;
                }
                Node::Open(_) => self.xml.skip()?,
                Node::Close => inside -= 1,
                Node::End => break,
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
        let rows = grid.into_rows()?;
        if !rows.is_empty() {
            self.room.take_sheet()?;
            self.out.sheets.push(Sheet { name: element.attribute("name").unwrap_or_default(), rows });
        }
        Ok(())
    }

    /// Reads the row just opened, which stands for so many equal ones.
    fn row(&mut self, grid: &mut Grid, row: u32, times: u32) -> Result<(), ReadError> {
        let mut column = 0u32;
        loop {
            match self.xml.next()? {
                Node::Open(element) if matches!(element.name(), "table-cell" | "covered-table-cell") => {
                    let wide = repeated(&element, "number-columns-repeated");
                    let text = self.cell(&element)?;
                    if !text.trim().is_empty() {
                        for (row, column) in (row..row.saturating_add(times)).flat_map(|row| {
                            (column..column.saturating_add(wide)).map(move |column| (row, column))
                        }) {
                            grid.put((row, column), &text, self.room)?;
                        }
                    }
                    column = column.saturating_add(wide);
                }
                Node::Open(_) => self.xml.skip()?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    /// The text of the cell just opened, up to its end.
    fn cell(&mut self, element: &Element) -> Result<String, ReadError> {
        let attribute = |name: &str| element.attribute(name);
        let value = match attribute("value-type").as_deref() {
            Some("float") => attribute("value"),
            Some("date") => {
                attribute("date-value").map(|day| day.split('T').next().unwrap_or_default().to_owned())
            }
            Some("time") => attribute("time-value").and_then(|time| clock(&time)),
            _ => None,
        };
        let shown = self.paragraphs()?;
        Ok(value.unwrap_or(shown))
    }

    /// The paragraphs inside the element just opened, as lines; remarks are kept apart.
    fn paragraphs(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        let (mut inside, mut begun) = (1usize, false);
        while inside > 0 {
            match self.xml.next()? {
                Node::Open(element) => match element.name() {
                    "annotation" => self.remark()?,
                    "p" | "h" => {
                        text.push_str(if begun { "\n" } else { "" });
                        (begun, inside) = (true, inside + 1);
                    }
                    "s" => {
                        let count = element.attribute("c").and_then(|c| c.parse().ok()).unwrap_or(1usize);
                        self.spaces = self.spaces.checked_sub(count).ok_or(ReadError::TooDemanding)?;
                        text.push_str(&" ".repeat(count));
                        self.xml.skip()?;
                    }
                    "tab" => {
                        text.push('\t');
                        self.xml.skip()?;
                    }
                    "line-break" => {
                        text.push('\n');
                        self.xml.skip()?;
                    }
                    // A picture or a table over the cell.
                    "shapes" | "image" | "object" | "table" | "ruby-text" => self.xml.skip()?,
                    _ => inside += 1,
                },
                Node::Text(words) if begun => text.push_str(&words.replace(['\n', '\r'], " ")),
                Node::Entity(name) if begun => text.extend(["&", &name, ";"]),
                Node::Text(_) | Node::Entity(_) => {}
                Node::Close => inside -= 1,
                Node::End => break,
            }
        }
        Ok(text)
    }

    /// A remark on a cell: its paragraphs, without who made it and when.
    fn remark(&mut self) -> Result<(), ReadError> {
        let mut words = Vec::new();
        loop {
            match self.xml.next()? {
                Node::Open(element) if element.name() == "p" => words.push(self.paragraph()?),
                Node::Open(_) => self.xml.skip()?,
                Node::Close | Node::End => break,
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
        let words = words.join(" ");
        self.room.take(&words)?;
        self.out.remarks.extend(Some(words.trim().to_owned()).filter(|words| !words.is_empty()));
        Ok(())
    }

    /// All characters inside the element just opened.
    fn paragraph(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        let mut inside = 1usize;
        while inside > 0 {
            match self.xml.next()? {
                Node::Open(_) => inside += 1,
                Node::Close => inside -= 1,
                Node::Text(words) => text.push_str(&words),
                Node::Entity(_) => {}
                Node::End => break,
            }
        }
        Ok(text)
    }
}

/// How many cells or rows an element stands for.
fn repeated(element: &Element, name: &str) -> u32 {
    element.attribute(name).and_then(|count| count.trim().parse().ok()).unwrap_or(1)
}

/// `PT00H01M02.5S` as `00:01:02.5`.
fn clock(time: &str) -> Option<String> {
    let (hours, rest) = time.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    Some(format!(
        "{hours:0>2}:{minutes:0>2}:{}",
        if seconds.len() == 1 { format!("0{seconds}") } else { seconds }
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_clocks() {
        for (time, expected) in [
            ("PT00H01M02S", Some("00:01:02")),
            ("PT1H1M2.5S", Some("01:01:2.5")),
            ("PT25H00M7S", Some("25:00:07")),
            ("P1D", None),
            ("", None),
        ] {
            assert_eq!(clock(time).as_deref(), expected, "{time}");
        }
    }
}

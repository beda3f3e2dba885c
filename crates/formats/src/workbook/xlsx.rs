//! Workbooks of Office Open XML (`.xlsx`), as Excel, LibreOffice, Google Sheets and programs write them.

use std::collections::{HashMap, HashSet};

use super::grid::{Grid, Room};
use super::numbers::{Meaning, known, meaning, written};
use super::{Sheet, Workbook};
use crate::archive::Archive;
use crate::error::ReadError;
use crate::relations::{Relation, relations};
use crate::xml::{Element, Node, Xml};

/// The part that lists the sheets, where nothing says another.
const USUAL: &str = "xl/workbook.xml";

/// Reads all sheets.
///
/// # Errors
/// The errors of reading a part, [`ReadError::BrokenXml`], [`ReadError::TooDemanding`], and
/// [`ReadError::NotADocument`] for a binary workbook.
pub(super) fn read(archive: &mut Archive, room: &mut Room) -> Result<Workbook, ReadError> {
    let package = relations(archive, "")?;
    let main = package
        .into_iter()
        .find(|relation| relation.kind == "officeDocument" && archive.has(&relation.target));
    let main = main.map_or_else(|| USUAL.to_owned(), |relation| relation.target);
    let text = archive.part(&main)?.filter(|text| text.trim_start().starts_with('<'));
    let list = List::read(&main, &text.ok_or(ReadError::NotADocument)?)?;
    let related = relations(archive, &main)?;
    let book = Book {
        strings: strings(archive, &related, room)?,
        styles: styles(archive, &related)?,
        since_1904: list.since_1904,
    };
    let targets: HashMap<&str, &str> =
        related.iter().map(|relation| (relation.id.as_str(), relation.target.as_str())).collect();
    let mut seen = HashSet::new();
    let mut out = Workbook::default();
    for (name, id) in list.sheets {
        // A part is read once, however many sheets say that it is theirs.
        let Some(target) = targets.get(id.as_str()).filter(|target| seen.insert(**target)) else { continue };
        let Some(text) = archive.part(target)? else { continue };
        let rows = book.sheet(target, &text, room)?;
        if !rows.is_empty() {
            room.take_sheet()?;
            out.sheets.push(Sheet { name, rows });
        }
        for beside in relations(archive, target)? {
            if beside.kind == "comments" || beside.kind == "threadedComment" {
                out.remarks.extend(remarks(archive, &beside.target, room)?);
            }
        }
    }
    Ok(out)
}

/// The sheets by their names and the names of their relations.
#[derive(Default)]
struct List {
    sheets: Vec<(String, String)>,
    since_1904: bool,
}

impl List {
    fn read(part: &str, text: &str) -> Result<Self, ReadError> {
        let mut list = Self::default();
        let mut xml = Xml::new(part, text);
        loop {
            match xml.next()? {
                Node::Open(element) if element.name() == "sheet" => {
                    let attribute = |name: &str| element.attribute(name).unwrap_or_default();
                    list.sheets.push((attribute("name"), attribute("id")));
                }
                Node::Open(element) if element.name() == "workbookPr" => {
                    list.since_1904 = element
                        .attribute("date1904")
                        .is_some_and(|said| matches!(said.as_str(), "1" | "true"));
                }
                Node::End => return Ok(list),
                _ => {}
            }
        }
    }
}

/// The text of the first part of a kind.
fn part_of_kind(
    archive: &mut Archive,
    related: &[Relation],
    kind: &str,
) -> Result<Option<(String, String)>, ReadError> {
    let Some(relation) = related.iter().find(|relation| relation.kind == kind) else { return Ok(None) };
    Ok(archive.part(&relation.target)?.map(|text| (relation.target.clone(), text)))
}

/// The texts that cells share.
fn strings(archive: &mut Archive, related: &[Relation], room: &mut Room) -> Result<Vec<String>, ReadError> {
    let Some((part, text)) = part_of_kind(archive, related, "sharedStrings")? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&part, &text);
    let mut strings = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name() == "si" => {
                let text = rich(&mut xml)?;
                room.take(&text)?;
                strings.push(text);
            }
            Node::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The words of the element just opened, in whatever pieces; without how they are pronounced.
fn rich(xml: &mut Xml) -> Result<String, ReadError> {
    let mut words = String::new();
    let mut inside = 1usize;
    while inside > 0 {
        match xml.next()? {
            Node::Open(element) if element.name() == "rPh" => xml.skip()?,
            Node::Open(element) if element.name() == "t" => words.push_str(&xml.text()?),
            Node::Open(_) => inside += 1,
            Node::Close => inside -= 1,
            Node::End => break,
            Node::Text(_) | Node::Entity(_) => {}
        }
    }
    Ok(unescaped(&words))
}

/// Characters that XML cannot hold are written `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            // A line end of Windows is one line end.
            Some(c) => {
                out.extend((c != '\r').then_some(c));
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out + rest
}

/// What the numbers of cells mean, by the styles of cells.
fn styles(archive: &mut Archive, related: &[Relation]) -> Result<Vec<Meaning>, ReadError> {
    let Some((part, text)) = part_of_kind(archive, related, "styles")? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&part, &text);
    let mut formats = HashMap::new();
    let mut styles = Vec::new();
    let mut cells = false;
    // A damaged part tells as much as it holds.
    while let Ok(node) = xml.next() {
        let element = match node {
            Node::Open(element) => element,
            Node::End => break,
            _ => continue,
        };
        let number = || element.attribute("numFmtId").and_then(|id| id.trim().parse::<u32>().ok());
        match element.name() {
            "numFmt" => {
                let format = element.attribute("formatCode").unwrap_or_default();
                formats.extend(number().map(|id| (id, meaning(&format))));
            }
            "cellXfs" => cells = true,
            "cellStyleXfs" | "cellStyles" | "dxfs" => cells = false,
            "xf" if cells => {
                let id = number().unwrap_or_default();
                styles.push(formats.get(&id).copied().unwrap_or_else(|| known(id)));
            }
            _ => {}
        }
    }
    Ok(styles)
}

/// The remarks beside the cells of a sheet.
fn remarks(archive: &mut Archive, part: &str, room: &mut Room) -> Result<Vec<String>, ReadError> {
    let Some(text) = archive.part(part)? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(part, &text);
    let mut out = Vec::new();
    while let Ok(node) = xml.next() {
        match node {
            Node::Open(element) if matches!(element.name(), "text" | "threadedComment") => {
                let words = rich(&mut xml)?;
                room.take(&words)?;
                out.extend(
                    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
                        .filter(|words| !words.is_empty()),
                );
            }
            Node::End => break,
            _ => {}
        }
    }
    Ok(out)
}

/// What all sheets of a workbook share.
struct Book {
    strings: Vec<String>,
    styles: Vec<Meaning>,
    since_1904: bool,
}

impl Book {
    fn sheet(&self, part: &str, text: &str, room: &mut Room) -> Result<Vec<Vec<String>>, ReadError> {
        let mut xml = Xml::new(part, text);
        let mut grid = Grid::default();
        // The next place, for cells that do not tell theirs.
        let (mut row, mut column) = (0u32, 0u32);
        loop {
            match xml.next()? {
                Node::Open(element) if element.name() == "row" => {
                    let told = element.attribute("r").and_then(|r| r.trim().parse::<u32>().ok());
                    row = told.map_or(row, |told| told.saturating_sub(1));
                    column = 0;
                }
                Node::Open(element) if element.name() == "c" => {
                    if let Some(told) = element.attribute("r").as_deref().and_then(place) {
                        (row, column) = told;
                    }
                    let text = self.cell(&element, &mut xml)?;
                    grid.put((row, column), &text, room)?;
                    column = column.saturating_add(1);
                    // An element that is empty closes at once, one of a cell was read to its end.
                }
                Node::Open(element) if matches!(element.name(), "worksheet" | "sheetData") => {}
                Node::Open(_) => xml.skip()?,
                // Only rows close here.
                Node::Close => row = row.saturating_add(1),
                Node::End => return grid.into_rows(),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    /// The text of the cell just opened, up to its end.
    fn cell(&self, element: &Element, xml: &mut Xml) -> Result<String, ReadError> {
        let kind = element.attribute("t").unwrap_or_default();
        let style = element.attribute("s").and_then(|s| s.trim().parse::<usize>().ok());
        let mut text = String::new();
        loop {
            match xml.next()? {
                Node::Open(inner) if inner.name() == "is" => text.push_str(&rich(xml)?),
                Node::Open(inner) if inner.name() == "v" => {
                    let value = xml.text()?;
                    text.push_str(&self.value(&kind, style, &value));
                }
                Node::Open(_) => xml.skip()?,
                Node::Close | Node::End => return Ok(text),
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
    }

    fn value(&self, kind: &str, style: Option<usize>, value: &str) -> String {
        match kind {
            "s" => {
                let shared = value.trim().parse::<usize>().ok().and_then(|n| self.strings.get(n));
                shared.cloned().unwrap_or_default()
            }
            "str" | "inlineStr" => unescaped(value),
            "b" => (value.trim() == "1").to_string(),
            "e" => String::new(),
            "d" => value.split('T').next().unwrap_or_default().to_owned(),
            _ => {
                let meaning = style.and_then(|style| self.styles.get(style)).copied().unwrap_or_default();
                let number = value.trim().parse::<f64>();
                number.map_or_else(|_| value.to_owned(), |number| written(number, meaning, self.since_1904))
            }
        }
    }
}

/// The row and the column of a cell by its name, as `C12`, from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().trim_start_matches('$');
    let digits = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, row) = name.split_at(digits);
    let add =
        |sum: u32, b: u8| sum.checked_mul(26)?.checked_add(u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let column = letters.bytes().try_fold(0u32, add)?;
    let row: u32 = row.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_known_by_their_names() {
        for (name, expected) in [
            ("A1", Some((0, 0))),
            ("$C$12", Some((11, 2))),
            ("xfd1048576", Some((1_048_575, 16_383))),
            ("AAAAAAAAAAAA1", None),
            ("A99999999999", None),
            ("A0", None),
            ("12", None),
            ("", None),
            ("AB", None),
            ("é1", None),
        ] {
            assert_eq!(place(name), expected, "{name}");
        }
    }

    #[test]
    fn characters_that_xml_cannot_hold_come_back() {
        for (text, expected) in [
            ("a_x000D_\nb", "a\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("E_xé_x12", "E_xé_x12"),
            ("_xD800_", "_xD800_"),
            ("", ""),
        ] {
            assert_eq!(unescaped(text), expected, "{text}");
        }
    }
}

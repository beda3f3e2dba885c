//! A code book in the exchange format of REFI-QDA (`.qdc`), as NVivo, ATLAS.ti, MAXQDA and others write it.

use crate::codebook_csv::CodeRow;
use crate::csv_table::CsvError;
use crate::encoding::decode;
use crate::error::ReadError;
use crate::xml::{Node, Xml};

/// A code book that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Qdc {
    /// The codes, parents before children; the line is the code's number in the file.
    pub codes: Vec<CodeRow>,
    /// Codes without a name, left out with what is below them.
    pub nameless: usize,
    /// Sets of codes, which are not read.
    pub sets: usize,
}

/// Reads a code book: the tree, names, colours (`#rrggbb`) and descriptions.
///
/// # Errors
/// [`CsvError::NotACodebook`] when the file is no such code book or is damaged.
pub fn parse(bytes: &[u8]) -> Result<Qdc, CsvError> {
    let decoded = decode(bytes, None).map_err(|_| CsvError::NotText)?;
    let broken = |error: ReadError| CsvError::NotACodebook { detail: error.to_string() };
    let mut book = Walk::default();
    let mut xml = Xml::new("codebook", &decoded.text);
    while book.step(&mut xml).map_err(broken)? {}
    if !book.is_codebook {
        return Err(CsvError::NotACodebook { detail: "CodeBook".to_owned() });
    }
    Ok(book.found)
}

#[derive(Default)]
struct Walk {
    found: Qdc,
    is_codebook: bool,
    /// The codes that are open, by their place in the list; `None` for one that is left out.
    open: Vec<Option<usize>>,
    /// For each open element, whether it is a code.
    elements: Vec<bool>,
    describing: bool,
}

impl Walk {
    /// Takes the next piece; false at the end.
    fn step(&mut self, xml: &mut Xml<'_>) -> Result<bool, ReadError> {
        match xml.next()? {
            Node::End => return Ok(false),
            Node::Open(element) => {
                let name = element.name().to_owned();
                let code = name == "Code";
                self.is_codebook |= matches!(name.as_str(), "CodeBook" | "Project");
                self.found.sets += usize::from(name == "Set");
                self.describing = name == "Description" && !self.open.is_empty();
                if code {
                    let code = self.code(element.attribute("name"), element.attribute("color"));
                    self.open.push(code);
                }
                self.elements.push(code);
            }
            Node::Close => {
                self.describing = false;
                if self.elements.pop() == Some(true) {
                    self.open.pop();
                }
            }
            Node::Text(text) if self.describing => self.describe(&text),
            Node::Entity(_) | Node::Text(_) => {}
        }
        Ok(true)
    }

    fn code(&mut self, name: Option<String>, colour: Option<String>) -> Option<usize> {
        // Below a code that is left out nothing has a place.
        let above = match self.open.last() {
            Some(None) => None,
            Some(Some(above)) => self.found.codes.get(*above).map(|row| row.path.clone()),
            None => Some(Vec::new()),
        };
        // A slash between spaces would part one name into two levels.
        let name = name
            .map(|name| name.trim().replace(crate::codebook_csv::LEVELS, "/"))
            .filter(|name| !name.is_empty());
        let (Some(mut path), Some(name)) = (above, name) else {
            self.found.nameless += 1;
            return None;
        };
        path.push(name);
        let line = self.found.codes.len() + 1;
        self.found.codes.push(CodeRow { line, path, colour, ..CodeRow::default() });
        Some(line - 1)
    }

    fn describe(&mut self, text: &str) {
        let row = self.open.last().copied().flatten().and_then(|at| self.found.codes.get_mut(at));
        if let Some(row) = row {
            let before = row.definition.take().unwrap_or_default();
            let whole = format!("{before}{text}");
            row.definition = Some(whole).filter(|whole| !whole.trim().is_empty());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = r##"<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="X"><Codes>
 <Code guid="a" name="Le chemin" isCodable="false" color="#C8553D">
  <Description>Ce que coûte d&#8217;y aller &amp; d’en revenir</Description>
  <Code guid="b" name="coût / trajet" isCodable="true"/>
 </Code>
 <Code guid="c" name=" " isCodable="true"><Code guid="d" name="perdu"/></Code>
 <Code guid="e" name="honte"/>
</Codes><Sets><Set guid="s" name="x"><MemberCode targetGUID="a"/></Set></Sets></CodeBook>"##;

    #[test]
    fn tree_colours_and_descriptions_are_read_and_the_rest_is_counted() {
        let book = parse(BOOK.as_bytes()).unwrap();
        let paths: Vec<String> = book.codes.iter().map(|row| row.path.join(" > ")).collect();
        assert_eq!(paths, ["Le chemin", "Le chemin > coût/trajet", "honte"]);
        assert_eq!(book.codes[0].definition.as_deref(), Some("Ce que coûte d’y aller & d’en revenir"));
        assert_eq!(book.codes[0].colour.as_deref(), Some("#C8553D"));
        assert_eq!((book.nameless, book.sets), (2, 1));
    }

    #[test]
    fn what_is_no_code_book_is_refused() {
        for text in ["", "path\nx\n", "<a/>", "<CodeBook><Codes>", "<CodeBook><Code name='x'></CodeBook>"] {
            assert!(matches!(parse(text.as_bytes()), Err(CsvError::NotACodebook { .. })), "{text}");
        }
        let utf16: Vec<u8> =
            "\u{FEFF}<CodeBook><Codes/></CodeBook>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(parse(&utf16), Ok(Qdc::default()));
    }
}

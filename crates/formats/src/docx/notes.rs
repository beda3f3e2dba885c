//! Comments, footnotes and endnotes: short texts kept in parts of their own.

use std::collections::HashMap;

use crate::error::ReadError;
use crate::xml::{Element, Node, Xml};

/// One comment or note.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    /// What the main part refers to it by.
    pub id: String,
    pub author: String,
    pub date: Option<String>,
    /// Paragraphs joined by `\n`.
    pub text: String,
    /// What the list of answers refers to it by: the name of its last paragraph.
    pub paragraph: Option<String>,
}

/// Which comments answer which, by the names of their last paragraphs.
///
/// # Errors
/// As [`Xml::next`].
pub(crate) fn answers(part: &str, text: &str) -> Result<HashMap<String, String>, ReadError> {
    let mut xml = Xml::new(part, text);
    let mut answers = HashMap::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name() == "commentEx" => {
                let names = (element.attribute("paraId"), element.attribute("paraIdParent"));
                if let (Some(answer), Some(answered)) = names {
                    answers.insert(answer, answered);
                }
            }
            Node::End => return Ok(answers),
            _ => {}
        }
    }
}

/// Reads every `element` (`comment`, `footnote`, `endnote`) of a part.
///
/// # Errors
/// As [`Xml::next`].
pub(crate) fn read(part: &str, text: &str, element: &str) -> Result<Vec<Note>, ReadError> {
    let mut xml = Xml::new(part, text);
    let mut notes = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(opened) if opened.name() == element => notes.push(note(&opened, &mut xml)?),
            Node::End => return Ok(notes),
            _ => {}
        }
    }
}

fn note(element: &Element, xml: &mut Xml) -> Result<Note, ReadError> {
    let attribute = |name: &str| element.attribute(name).unwrap_or_default();
    let (id, author, date) = (attribute("id"), attribute("author"), element.attribute("date"));
    let mut text = String::new();
    let mut paragraph = None;
    let mut inside = 1usize;
    while inside > 0 {
        match xml.next()? {
            Node::Open(opened) => match opened.name() {
                "t" => text.push_str(&xml.text()?),
                "del" | "moveFrom" | "instrText" | "pPr" | "rPr" => xml.skip()?,
                name => {
                    if name == "p" {
                        paragraph = opened.attribute("paraId").or(paragraph);
                    }
                    text.push_str(between(name, &text));
                    inside += 1;
                }
            },
            Node::Close => inside -= 1,
            Node::Text(_) | Node::Entity(_) => {}
            Node::End => break,
        }
    }
    Ok(Note { id, author, date, text: text.trim().to_owned(), paragraph })
}

/// What an element puts into a note's text.
fn between(name: &str, before: &str) -> &'static str {
    match name {
        "p" if !before.is_empty() => "\n",
        "br" | "cr" => "\n",
        "tab" => "\t",
        "noBreakHyphen" => "\u{2011}",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_its_paragraphs_without_what_was_deleted() {
        let xml = "<w:comments xmlns:w='w'><w:comment w:id='3' w:author='Claire L.' w:date='2025-01-17T10:00:00Z'>\
            <w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:annotationRef/><w:t>À re</w:t></w:r><w:r><w:t>voir</w:t></w:r></w:p>\
            <w:p><w:r><w:t>avec</w:t><w:tab/><w:t>T.</w:t></w:r><w:del><w:r><w:delText>non</w:delText></w:r></w:del></w:p>\
            </w:comment><w:comment w:id='4'/></w:comments>";
        let expected = Note {
            id: "3".into(),
            author: "Claire L.".into(),
            date: Some("2025-01-17T10:00:00Z".into()),
            text: "À revoir\navec\tT.".into(),
            paragraph: None,
        };
        let empty = Note { id: "4".into(), ..Note::default() };
        assert_eq!(read("c.xml", xml, "comment"), Ok(vec![expected, empty]));
    }
}

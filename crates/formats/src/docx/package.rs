//! How the parts of a Word document relate.

use std::collections::HashMap;

use crate::archive::Archive;
use crate::error::ReadError;
use crate::relations::relations;
use crate::xml::{Node, Xml};

/// The name of the part that holds the text.
///
/// # Errors
/// [`ReadError::NotADocument`], [`ReadError::FileArchive`] where it is no document of any kind, and the errors of reading a part.
pub(crate) fn main_part(archive: &mut Archive) -> Result<String, ReadError> {
    const USUAL: &str = "word/document.xml";
    let related = related(archive, "")?;
    let name = related.get("officeDocument").cloned().unwrap_or_else(|| USUAL.to_owned());
    let present = archive.has(&name);
    if present && name.contains("word") {
        return Ok(name);
    }
    // A spreadsheet or slides relate to a main part too, of another kind.
    let text = if present { archive.part(&name)? } else { None };
    let document = text.is_some_and(|text| root(&name, &text).is_some_and(|root| root == "document"));
    if document {
        Ok(name)
    } else if archive.has(USUAL) {
        Ok(USUAL.to_owned())
    } else if archive.has("[Content_Types].xml") || archive.has("_rels/.rels") {
        Err(ReadError::NotADocument)
    } else {
        Err(ReadError::FileArchive)
    }
}

/// The parts that a part relates to, by the last word of the kind of relation; `""` is the package.
///
/// # Errors
/// As [`relations`].
pub(crate) fn related(archive: &mut Archive, part: &str) -> Result<HashMap<String, String>, ReadError> {
    let mut related = HashMap::new();
    for relation in relations(archive, part)? {
        related.entry(relation.kind).or_insert(relation.target);
    }
    Ok(related)
}

fn root(name: &str, text: &str) -> Option<String> {
    let mut xml = Xml::new(name, text);
    loop {
        match xml.next().ok()? {
            Node::Open(element) => return Some(element.name().to_owned()),
            Node::End => return None,
            _ => {}
        }
    }
}

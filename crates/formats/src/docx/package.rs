//! How the parts of a Word document relate.

use std::collections::HashMap;

use crate::archive::Archive;
use crate::error::ReadError;
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
/// The errors of reading a part; a list of relations that is damaged is taken up to the damage.
pub(crate) fn related(archive: &mut Archive, part: &str) -> Result<HashMap<String, String>, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = join(folder, &format!("_rels/{file}.rels"));
    let Some(text) = archive.part(&rels)? else { return Ok(HashMap::new()) };
    let mut related = HashMap::new();
    let mut xml = Xml::new(&rels, &text);
    while let Ok(node) = xml.next() {
        let element = match node {
            Node::Open(element) if element.name() == "Relationship" => element,
            Node::End => break,
            _ => continue,
        };
        let external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if let (Some(kind), Some(target), false) =
            (element.attribute("Type"), element.attribute("Target"), external)
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            related.entry(kind).or_insert_with(|| join(folder, &target));
        }
    }
    Ok(related)
}

/// A target relative to a folder, or from the root when it begins with `/`.
fn join(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split(['/', '\\'])) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
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

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn targets_are_joined_to_their_folder() {
        for (folder, target, expected) in [
            ("", "word/document.xml", "word/document.xml"),
            ("word", "comments.xml", "word/comments.xml"),
            ("word", "/word/comments.xml", "word/comments.xml"),
            ("word", "../notes/a.xml", "notes/a.xml"),
            ("word", "..\\..\\..\\a.xml", "a.xml"),
        ] {
            assert_eq!(join(folder, target), expected);
        }
    }
}

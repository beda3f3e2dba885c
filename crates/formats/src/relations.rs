//! How the parts of an Office document relate to each other.

use crate::archive::Archive;
use crate::error::ReadError;
use crate::xml::{Node, Xml};

/// A part that another relates to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub id: String,
    /// The last word of the kind of relation.
    pub kind: String,
    /// The name of the part.
    pub target: String,
}

/// The parts that a part relates to, in the order of the list; `""` is the package.
///
/// # Errors
/// The errors of reading a part; a list of relations that is damaged is taken up to the damage.
pub(crate) fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Relation>, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = join(folder, &format!("_rels/{file}.rels"));
    let Some(text) = archive.part(&rels)? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
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
            let id = element.attribute("Id").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id, kind, target: join(folder, &target) });
        }
    }
    Ok(relations)
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

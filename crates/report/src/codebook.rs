//! The code book: every code with its definition, and how often it is used.

use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use model::value::{CodeDefinition, Group, Layer, Level, Value};

/// The code book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    /// The codes, parents before children.
    pub codes: Vec<CodeEntry>,
    /// N of « n of N »: analysed interviews whose coding is finished, by the basis.
    pub finished: usize,
    /// Analysed interviews.
    pub interviews: usize,
}

/// One code of the code book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeEntry {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// Names from the top, itself the last.
    pub path: Vec<String>,
    /// How many codes are above it.
    pub depth: usize,
    /// Its level.
    pub level: Level,
    /// Its layer.
    pub layer: Layer,
    /// True when the name is the participant's own words.
    pub in_vivo: bool,
    /// Index in the palette.
    pub hue: u16,
    /// What it means.
    pub definition: String,
    /// When to use it.
    pub include: String,
    /// When not to.
    pub exclude: String,
    /// An anchor example.
    pub example: String,
    /// Passages with the code itself; overlapping ones count once.
    pub own: usize,
    /// Passages with the code or one below it.
    pub total: usize,
    /// Participants in whose words it or one below it was seen.
    pub participants: usize,
    /// Those of them whose interview is coded to the end.
    pub confirmed: usize,
}

impl Codebook {
    /// The live codes that the lens shows.
    #[must_use]
    pub fn of(seen: &Seen<'_>, basis: &Basis) -> Codebook {
        let counts = seen.counts(basis);
        let nodes = seen.codes().into_iter().filter(|node| !node.deleted);
        let codes = nodes.map(|node| {
            let (count, written) = (counts.of(node.id), definition(seen, node.id));
            let written =
                |part: fn(&CodeDefinition) -> &String| written.map(part).cloned().unwrap_or_default();
            CodeEntry {
                id: node.id,
                name: node.name.clone(),
                path: path(seen, node.id),
                depth: node.depth,
                level: node.level,
                layer: node.layer,
                in_vivo: node.in_vivo,
                hue: node.hue,
                definition: written(|body| &body.definition),
                include: written(|body| &body.include),
                exclude: written(|body| &body.exclude),
                example: written(|body| &body.example),
                own: count.own,
                total: count.total,
                participants: count.participants.len(),
                confirmed: count.confirmed.len(),
            }
        });
        Codebook { codes: codes.collect(), finished: counts.finished, interviews: counts.interviews }
    }
}

/// What was written of a code.
#[must_use]
pub fn definition<'a>(seen: &Seen<'a>, code: RecordId) -> Option<&'a CodeDefinition> {
    match seen.record(code)?.value(Group::CodeDefinition) {
        Some(Value::CodeDefinition(body)) => Some(body),
        _ => None,
    }
}

fn path(seen: &Seen<'_>, code: RecordId) -> Vec<String> {
    let mut path = Vec::new();
    let mut at = seen.code(code);
    while let Some(node) = at {
        path.push(node.name.clone());
        at = node.parent.and_then(|parent| seen.code(parent));
    }
    path.reverse();
    path
}

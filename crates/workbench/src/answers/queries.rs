//! Saved queries, and the schemas there are.

use super::code_path;
use super::memos::AboutAnswer;
use super::relations::near_name;
use crate::engine::Engine;
use crate::queries::Asked;
use model::RecordId;
use model::study::Seen;
use model::value::{Ask, Columns};
use serde::Serialize;

/// A saved query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueryAnswer {
    /// The query.
    pub id: RecordId,
    /// What it is called.
    pub name: String,
    /// `passages`, `cooccurrence` or `matrix`.
    pub kind: &'static str,
    /// The codes that it asks for.
    pub codes: Vec<String>,
    /// The codes that must not be near.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// How near: `overlap`, `turn`, or a number of turns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// What stands in the columns of a matrix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<String>,
    /// Attributes and the values that participants must have.
    #[serde(rename = "where", skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<String>,
}

/// The saved queries, by name.
#[must_use]
pub fn queries(engine: &Engine) -> Vec<QueryAnswer> {
    let seen = engine.seen();
    let attribute = |id: RecordId| {
        let known = seen.attributes().into_iter().find(|one| one.id == id);
        known.map_or_else(|| id.to_string(), |one| one.name.to_owned())
    };
    let paths = |ids: &[RecordId]| ids.iter().map(|id| code_path(&seen, *id)).collect::<Vec<_>>();
    let answer = |query: model::study::SavedQuery<'_>| {
        let filters = query.body.filters.iter();
        let filters = filters.map(|one| format!("{}={}", attribute(one.attribute), one.value)).collect();
        let blank = QueryAnswer {
            id: query.id,
            name: query.body.name.clone(),
            kind: "",
            codes: Vec::new(),
            without: Vec::new(),
            near: None,
            columns: None,
            filters,
        };
        match &query.body.ask {
            Ask::Passages { all, none, near } => QueryAnswer {
                kind: "passages",
                codes: paths(all),
                without: paths(none),
                near: Some(near_name(*near)),
                ..blank
            },
            Ask::Cooccurrence { codes, near } => QueryAnswer {
                kind: "cooccurrence",
                codes: paths(codes),
                near: Some(near_name(*near)),
                ..blank
            },
            Ask::Matrix { codes, columns } => {
                let columns = match columns {
                    Columns::Participant => "participant".to_owned(),
                    Columns::Interview => "interview".to_owned(),
                    Columns::Attribute(id) => attribute(*id),
                };
                QueryAnswer { kind: "matrix", codes: paths(codes), columns: Some(columns), ..blank }
            }
        }
    };
    seen.queries().into_iter().map(answer).collect()
}

/// What a saved query asks of passages; nothing where it asks for a table.
#[must_use]
pub fn asked_of(seen: &Seen<'_>, query: RecordId) -> Option<Asked> {
    let saved = seen.queries().into_iter().find(|one| one.id == query)?;
    match &saved.body.ask {
        Ask::Passages { all, none, near } => Some(Asked {
            all: all.clone(),
            none: none.clone(),
            near: *near,
            filters: saved.body.filters.clone(),
        }),
        _ => None,
    }
}

/// A schema as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchemaAnswer {
    /// The schema.
    pub id: RecordId,
    /// Its title.
    pub title: String,
    /// The codes that stand on it.
    pub nodes: Vec<AboutAnswer>,
    /// How many relations are drawn.
    pub relations: usize,
    /// How many notes it has.
    pub notes: usize,
}

/// The schemas, in the order of history.
#[must_use]
pub fn schemas(engine: &Engine, lang: i18n::Lang) -> Vec<SchemaAnswer> {
    let seen = engine.seen();
    let answer = |schema: model::study::Schema<'_>| {
        let drawn = crate::schema::drawing(lang, &seen, &schema);
        SchemaAnswer {
            id: schema.id,
            title: schema.title.to_owned(),
            nodes: drawn.boxes.iter().map(|one| super::memos::about(lang, &seen, one.code)).collect(),
            relations: drawn.arrows.len(),
            notes: drawn.notes.len(),
        }
    };
    seen.schemas().into_iter().map(answer).collect()
}

//! Theories in clauses, what was kept of them, schemas, and saved queries.

use crate::op::Stamp;
use crate::order::OrderKey;
use crate::records::Record;
use crate::study::Seen;
use crate::value::{
    ClauseLinks, Group, Kind, QueryAsked, SchemaArrow, SchemaFrame, SchemaNode, SchemaNote,
    TheoryVersionKept, Value,
};
use crate::{OpId, RecordId};
use std::collections::BTreeMap;

/// A clause of a theory.
#[derive(Clone, PartialEq, Debug)]
pub struct Clause<'a> {
    /// The clause.
    pub id: RecordId,
    /// The theory that it belongs to.
    pub theory: RecordId,
    /// Its place among the clauses.
    pub order: OrderKey,
    /// Its words.
    pub text: &'a str,
    /// The categories it rests on, redirects followed, each once.
    pub categories: Vec<RecordId>,
    /// The relations it rests on.
    pub relations: Vec<RecordId>,
}

/// A state of a theory that was kept.
#[derive(Clone, Debug)]
pub struct KeptVersion<'a> {
    /// The record.
    pub id: RecordId,
    /// What was kept.
    pub body: &'a TheoryVersionKept,
}

/// A schema.
#[derive(Clone, Debug)]
pub struct Schema<'a> {
    /// The schema.
    pub id: RecordId,
    /// Its title.
    pub title: &'a str,
    /// The codes that stand on it, each once.
    pub nodes: Vec<&'a SchemaNode>,
    /// What is said of its arrows.
    pub arrows: Vec<&'a SchemaArrow>,
    /// Its notes.
    pub notes: Vec<&'a SchemaNote>,
    /// Its frames.
    pub frames: Vec<&'a SchemaFrame>,
}

impl Schema<'_> {
    /// A schema on which nothing stands yet.
    #[must_use]
    pub fn empty(id: RecordId) -> Self {
        let (nodes, arrows, notes, frames) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Schema { id, title: "", nodes, arrows, notes, frames }
    }
}

/// A saved query.
#[derive(Clone, Debug)]
pub struct SavedQuery<'a> {
    /// The query.
    pub id: RecordId,
    /// What it asks.
    pub body: &'a QueryAsked,
}

impl<'a> Seen<'a> {
    /// The theories with their titles, in the order of history.
    #[must_use]
    pub fn theories(&self) -> Vec<(RecordId, &'a str)> {
        let mut theories: Vec<(Option<Stamp>, RecordId, &'a str)> = self
            .alive(Kind::Theory)
            .map(|(id, record)| (record.born().map(|born| born.stamp), id, theory_title(record)))
            .collect();
        theories.sort_unstable();
        theories.into_iter().map(|(_, id, title)| (id, title)).collect()
    }

    /// The clauses of a theory, in order.
    #[must_use]
    pub fn clauses(&self, theory: RecordId) -> Vec<Clause<'a>> {
        let clauses = self.alive(Kind::Clause).filter_map(|(id, record)| self.read_clause(id, record));
        let mut clauses: Vec<Clause<'a>> = clauses.filter(|clause| clause.theory == theory).collect();
        clauses.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
        clauses
    }

    /// The clauses of every theory.
    #[must_use]
    pub fn all_clauses(&self) -> Vec<Clause<'a>> {
        self.theories().into_iter().flat_map(|(theory, _)| self.clauses(theory)).collect()
    }

    fn read_clause(&self, id: RecordId, record: &'a Record) -> Option<Clause<'a>> {
        let Some(Value::ClausePlace(place)) = record.value(Group::ClausePlace) else { return None };
        let (categories, relations) = match record.value(Group::ClauseLinks) {
            Some(Value::ClauseLinks(links)) => self.links_shown(links),
            _ => (Vec::new(), Vec::new()),
        };
        Some(Clause {
            id,
            theory: place.theory,
            order: place.order.clone(),
            text: match record.value(Group::ClauseText) {
                Some(Value::ClauseText(body)) => &body.text,
                _ => "",
            },
            categories,
            relations,
        })
    }

    /// The categories and relations of some links that the lens shows, redirects followed, each once.
    #[must_use]
    pub fn links_shown(&self, links: &ClauseLinks) -> (Vec<RecordId>, Vec<RecordId>) {
        let once = |ids: &[RecordId]| {
            let mut found: Vec<RecordId> = Vec::new();
            for id in ids.iter().map(|id| self.resolve(*id)).filter(|id| !self.is_hidden(*id)) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
            found
        };
        (once(&links.categories), once(&links.relations))
    }

    /// The states of a theory that were kept, in the order of history.
    #[must_use]
    pub fn kept_versions(&self, theory: RecordId) -> Vec<KeptVersion<'a>> {
        let kept = self.alive(Kind::TheoryVersion).filter_map(|(id, record)| {
            match record.value(Group::TheoryVersionKept) {
                Some(Value::TheoryVersionKept(body)) if body.theory == theory => {
                    Some((record.born().map(|born| born.stamp), KeptVersion { id, body }))
                }
                _ => None,
            }
        });
        let mut kept: Vec<(Option<Stamp>, KeptVersion<'a>)> = kept.collect();
        kept.sort_by_key(|(born, version)| (*born, version.id));
        kept.into_iter().map(|(_, version)| version).collect()
    }

    /// What a clause said in one version of its words; nothing where the version is not here.
    #[must_use]
    pub fn clause_text_at(&self, clause: RecordId, op: OpId) -> Option<&'a str> {
        match &self.register(clause, Group::ClauseText)?.version(op)?.value {
            Some(Value::ClauseText(body)) => Some(&body.text),
            _ => None,
        }
    }

    /// What a clause rested on in one version of its links.
    #[must_use]
    pub fn clause_links_at(&self, clause: RecordId, op: OpId) -> Option<&'a ClauseLinks> {
        match &self.register(clause, Group::ClauseLinks)?.version(op)?.value {
            Some(Value::ClauseLinks(body)) => Some(body),
            _ => None,
        }
    }

    /// The schemas, in the order of history.
    #[must_use]
    pub fn schemas(&self) -> Vec<Schema<'a>> {
        let read = self
            .alive(Kind::Schema)
            .map(|(id, record)| (record.born().map(|born| born.stamp), self.read_schema(id, record)));
        let mut schemas: Vec<(Option<Stamp>, Schema<'a>)> = read.collect();
        schemas.sort_by_key(|(born, schema)| (*born, schema.id));
        schemas.into_iter().map(|(_, schema)| schema).collect()
    }

    /// One schema that is alive and not hidden.
    #[must_use]
    pub fn schema(&self, id: RecordId) -> Option<Schema<'a>> {
        let record = self.record(id).filter(|record| record.kind() == Kind::Schema && record.is_alive())?;
        Some(self.read_schema(id, record))
    }

    fn read_schema(&self, id: RecordId, record: &'a Record) -> Schema<'a> {
        let mut schema = Schema::empty(id);
        let mut nodes: BTreeMap<RecordId, &'a SchemaNode> = BTreeMap::new();
        for value in record.fields().filter_map(|(_, register)| register.value()) {
            match value {
                Value::SchemaTitle(body) => schema.title = &body.title,
                Value::SchemaNode(body) if body.at.is_some() && !self.is_hidden(body.code) => {
                    nodes.entry(self.resolve(body.code)).or_insert(body);
                }
                Value::SchemaArrow(body) => schema.arrows.push(body),
                Value::SchemaNote(body) if body.at.is_some() => schema.notes.push(body),
                Value::SchemaFrame(body) if body.at.is_some() => schema.frames.push(body),
                _ => {}
            }
        }
        schema.nodes = nodes.into_values().collect();
        schema
    }

    /// The saved queries, by name.
    #[must_use]
    pub fn queries(&self) -> Vec<SavedQuery<'a>> {
        let saved =
            self.alive(Kind::Query).filter_map(|(id, record)| match record.value(Group::QueryAsked) {
                Some(Value::QueryAsked(body)) => Some(SavedQuery { id, body }),
                _ => None,
            });
        let mut queries: Vec<SavedQuery<'a>> = saved.collect();
        queries.sort_by_cached_key(|one| (one.body.name.to_lowercase(), one.id));
        queries
    }
}

fn theory_title(record: &Record) -> &str {
    match record.value(Group::TheoryTitle) {
        Some(Value::TheoryTitle(body)) => &body.title,
        _ => "",
    }
}

//! Relations between codes, and the passages that speak for or against something.

use crate::RecordId;
use crate::graph::{Edge, closing};
use crate::op::Stamp;
use crate::records::Record;
use crate::study::Seen;
use crate::value::{Group, Kind, RelationSort, RelationTypeDefinition, Stance, Value};
use std::collections::BTreeMap;

/// A relation between two codes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    /// The relation.
    pub id: RecordId,
    /// What it leads from, redirects followed.
    pub from: RecordId,
    /// What it leads to, redirects followed.
    pub to: RecordId,
    /// Its type.
    pub sort: RelationSort,
    /// For a type that the team defined: which.
    pub custom: Option<RecordId>,
    /// True where "part of" closes a circle: it is listed, and not followed.
    pub ignored: bool,
    /// When it was last changed, in history.
    pub changed: Stamp,
}

/// A type of relation that the team defined.
#[derive(Clone, Debug)]
pub struct RelationType<'a> {
    /// The type.
    pub id: RecordId,
    /// What it says.
    pub body: &'a RelationTypeDefinition,
}

/// A passage that speaks for or against something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence<'a> {
    /// The coded passage.
    pub coding: RecordId,
    /// For or against.
    pub stance: Stance,
    /// Why, where somebody said so.
    pub comment: &'a str,
}

impl<'a> Seen<'a> {
    /// The relations that the lens shows, in the order of history. One that leads from or to something
    /// hidden is hidden too.
    #[must_use]
    pub fn relations(&self) -> Vec<Relation> {
        let mut relations: Vec<(Stamp, Relation)> = self
            .alive(Kind::Relation)
            .filter_map(|(id, record)| Some((record.born()?.stamp, self.read_relation(id, record)?)))
            .collect();
        relations.sort_by_key(|(born, relation)| (*born, relation.id));
        let mut relations: Vec<Relation> = relations.into_iter().map(|(_, relation)| relation).collect();
        for place in closing_parts(&relations) {
            relations[place].ignored = true;
        }
        relations
    }

    /// One relation that is alive and not hidden.
    #[must_use]
    pub fn relation(&self, id: RecordId) -> Option<Relation> {
        self.relations().into_iter().find(|relation| relation.id == id)
    }

    fn read_relation(&self, id: RecordId, record: &Record) -> Option<Relation> {
        let ends = record.register(Group::RelationEnds.into())?.current()?;
        let Some(Value::RelationEnds(body)) = &ends.value else { return None };
        if self.is_hidden(body.from) || self.is_hidden(body.to) {
            return None;
        }
        let nature = record.register(Group::RelationNature.into()).and_then(|register| register.current());
        let (sort, custom) = match nature.and_then(|version| version.value.as_ref()) {
            Some(Value::RelationNature(body)) => (body.sort, body.custom),
            _ => (RelationSort::default(), None),
        };
        Some(Relation {
            id,
            from: self.resolve(body.from),
            to: self.resolve(body.to),
            sort,
            custom,
            ignored: false,
            changed: nature.map_or(ends.stamp, |nature| nature.stamp.max(ends.stamp)),
        })
    }

    /// The relations whose "part of" closes a circle and is ignored, in the order of identifiers.
    pub(in crate::study) fn circles_of_parts(&self) -> Vec<RecordId> {
        let ignored = self.relations().into_iter().filter(|relation| relation.ignored);
        let mut ids: Vec<RecordId> = ignored.map(|relation| relation.id).collect();
        ids.sort_unstable();
        ids
    }

    /// The types of relation that the team defined, by name.
    #[must_use]
    pub fn relation_types(&self) -> Vec<RelationType<'a>> {
        let defined = self.alive(Kind::RelationType).filter_map(|(id, _)| self.relation_type(id));
        let mut types: Vec<RelationType<'a>> = defined.collect();
        types.sort_by_cached_key(|one| (one.body.name.to_lowercase(), one.id));
        types
    }

    /// A type of relation that the team defined; a deleted one too, for relations keep it.
    #[must_use]
    pub fn relation_type(&self, id: RecordId) -> Option<RelationType<'a>> {
        match self.record(id)?.value(Group::RelationTypeDefinition) {
            Some(Value::RelationTypeDefinition(body)) => Some(RelationType { id, body }),
            _ => None,
        }
    }

    /// The passages that speak for or against a relation or code, in the order of identifiers. A passage
    /// that was taken away, or is hidden, says nothing.
    #[must_use]
    pub fn evidence(&self, about: RecordId) -> Vec<Evidence<'a>> {
        let about = self.resolve(about);
        match self.kind(about) {
            Kind::Code => {
                let standing = self.records_standing_for().remove(&about).unwrap_or_default();
                self.united(standing.into_iter().map(|(_, record)| record))
            }
            _ => self.united(self.record(about).into_iter()),
        }
    }

    /// The evidence of every code that has any.
    #[must_use]
    pub fn evidence_of_codes(&self) -> BTreeMap<RecordId, Vec<Evidence<'a>>> {
        let standing = self.records_standing_for().into_iter();
        let found = standing
            .map(|(code, records)| (code, self.united(records.into_iter().map(|(_, record)| record))));
        found.filter(|(_, evidence)| !evidence.is_empty()).collect()
    }

    /// What some records say of passages; of two that speak of one passage, the later counts.
    fn united(&self, records: impl Iterator<Item = &'a Record>) -> Vec<Evidence<'a>> {
        let mut latest: BTreeMap<RecordId, (Stamp, Option<Evidence<'a>>)> = BTreeMap::new();
        for version in records.flat_map(evidence_versions) {
            let Some((coding, evidence)) = version.value.as_ref().and_then(spoken) else { continue };
            let known = latest.entry(coding).or_insert((version.stamp, None));
            if version.stamp >= known.0 {
                *known = (version.stamp, evidence);
            }
        }
        let evidence = latest.into_values().filter_map(|(_, evidence)| evidence);
        evidence.filter(|evidence| self.coding(evidence.coding).is_some()).collect()
    }
}

fn evidence_versions(record: &Record) -> impl Iterator<Item = &crate::register::Version> {
    let fields = record
        .fields()
        .filter(|(field, _)| matches!(field.group, Group::CodeEvidence | Group::RelationEvidence));
    fields.filter_map(|(_, register)| register.current())
}

/// The passage that a value speaks of, and what it says; nothing where it was taken back.
fn spoken(value: &Value) -> Option<(RecordId, Option<Evidence<'_>>)> {
    let (coding, stance, comment) = match value {
        Value::CodeEvidence(body) => (body.coding, body.stance, &body.comment),
        Value::RelationEvidence(body) => (body.coding, body.stance, &body.comment),
        _ => return None,
    };
    Some((coding, stance.map(|stance| Evidence { coding, stance, comment })))
}

/// The places of the relations whose "part of" closes a circle with earlier ones.
fn closing_parts(relations: &[Relation]) -> Vec<usize> {
    let parts: Vec<usize> =
        (0..relations.len()).filter(|place| relations[*place].sort == RelationSort::PartOf).collect();
    let edges: Vec<Edge> = parts
        .iter()
        .map(|place| (relations[*place].from, relations[*place].to, relations[*place].changed))
        .collect();
    closing(&edges).into_iter().map(|edge| parts[edge]).collect()
}

//! What a merge can leave behind that somebody should look at: nothing of it is refused or repaired in
//! silence.

use super::Seen;
use super::codes::code_links;
use crate::register::Register;
use crate::value::{Field, Group, Kind, Value};
use crate::{Digest, OpId, RecordId};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// One thing to look at.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Finding {
    /// Heads of a field disagree.
    Conflict {
        /// The record.
        record: RecordId,
        /// The field.
        field: Field,
        /// The operation that wrote the version shown.
        shown: OpId,
        /// The operations that wrote the others.
        others: Vec<OpId>,
    },
    /// A record refers to one that is deleted or absent.
    Dangling {
        /// The record that refers.
        record: RecordId,
        /// The field in which it does.
        field: Field,
        /// What it refers to.
        missing: RecordId,
    },
    /// A link that closes a circle, and is ignored.
    Circle {
        /// The record whose link is ignored.
        record: RecordId,
        /// The field that holds the link.
        group: Group,
    },
}

/// Two records that look the same; only a person unites them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SamePair {
    /// What kind of records they are.
    pub kind: Kind,
    /// The one made first.
    pub first: RecordId,
    /// The other.
    pub second: RecordId,
}

impl Seen<'_> {
    /// Every conflict, dangling reference and circle that the lens shows, in a fixed order.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (id, record) in self.study.records.iter() {
            if self.blinds.hide(id, record) {
                continue;
            }
            for (field, register) in record.fields().filter(|(field, _)| !self.hides_field(*field)) {
                found.extend(conflict(id, field, register, record.deletion_contested()));
                if record.is_alive() {
                    found.extend(self.dangling(id, field, register));
                }
            }
        }
        let circles = |group, ids: &[RecordId]| {
            let found: Vec<_> = ids.iter().map(|record| Finding::Circle { record: *record, group }).collect();
            found
        };
        found.extend(circles(Group::CodePlace, &self.tree().circles));
        found.extend(circles(Group::RelationEnds, &self.circles_of_parts()));
        found.extend(circles(Group::Redirect, self.study.index.redirects.ignored()));
        found.sort();
        found
    }

    fn dangling(&self, record: RecordId, field: Field, register: &Register) -> Vec<Finding> {
        let refers = register.value().map(Value::references).unwrap_or_default();
        let missing = refers.into_iter().filter(|id| {
            let target = self.resolve(*id);
            // A text whose correction was undone still leads to the current one.
            self.study.records.revision_body(target).is_none()
                && !self.study.records.get(target).is_some_and(|record| record.is_alive())
        });
        missing.map(|missing| Finding::Dangling { record, field, missing }).collect()
    }

    /// Pairs of records that look the same: interviews from one file, codes of one name and parent,
    /// members of one name.
    #[must_use]
    pub fn same_pairs(&self) -> Vec<SamePair> {
        let mut pairs = self.pairs(Kind::Interview, |seen, id| {
            let interview = seen.interview(id)?;
            interview.source.and_then(|source| source.digest).map(Key::Source)
        });
        let codes: Vec<RecordId> =
            self.study.index.kinds.get(&Kind::Code).into_iter().flatten().copied().collect();
        let parents = code_links(&self.study.records, &codes, &self.study.index.redirects);
        pairs.extend(self.pairs(Kind::Code, |seen, id| {
            let node = seen.code(id).filter(|node| node.id == id && !node.deleted)?;
            Some(Key::Name(parents.target(id).or(node.book), folded(&node.name)))
        }));
        pairs.extend(
            self.pairs(Kind::Member, |seen, id| Some(Key::Name(None, folded(seen.member(id)?.name)))),
        );
        pairs
    }

    fn pairs(&self, kind: Kind, key: impl Fn(&Self, RecordId) -> Option<Key>) -> Vec<SamePair> {
        let mut alike: BTreeMap<Key, Vec<RecordId>> = BTreeMap::new();
        let mut born = HashMap::default();
        for (id, record) in self.alive(kind).filter(|(id, _)| self.resolve(*id) == *id) {
            if let Some(key) = key(self, id) {
                alike.entry(key).or_default().push(id);
                born.insert(id, record.born().map(|version| version.stamp));
            }
        }
        let mut pairs = Vec::new();
        for mut ids in alike.into_values().filter(|ids| ids.len() > 1) {
            ids.sort_by_key(|id| (born.get(id).copied().flatten(), *id));
            let first = ids[0];
            pairs.extend(ids[1..].iter().map(|second| SamePair { kind, first, second: *second }));
        }
        pairs.sort();
        pairs
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Source(Digest),
    Name(Option<RecordId>, String),
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn conflict(record: RecordId, field: Field, register: &Register, contested: bool) -> Option<Finding> {
    let contested = contested && field.group == Group::Life;
    if !register.is_conflict() && !contested {
        return None;
    }
    let shown = register.current()?.stamp.op;
    let others = register.heads().map(|head| head.stamp.op).filter(|op| *op != shown).collect();
    Some(Finding::Conflict { record, field, shown, others })
}

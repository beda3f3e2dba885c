//! What leads from labels to theory, as it is read: dimensions, evidence, relations, theories, schemas,
//! saved queries.

mod relations;
mod statement;

pub use relations::{Evidence, Relation, RelationType};
pub use statement::{Clause, KeptVersion, SavedQuery, Schema};

use super::Seen;
use crate::RecordId;
use crate::op::Stamp;
use crate::records::Record;
use crate::register::Register;
use crate::value::{CodeOrigin, CodeSearch, Density, DimensionForm, Group, Kind, Position, Value};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// The dimension of a property.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dimension<'a> {
    /// Two poles, or values in an order.
    pub form: DimensionForm,
    /// The values with their names, from one end to the other.
    pub values: Vec<(RecordId, &'a str)>,
}

impl Dimension<'_> {
    /// True for a position that lies on it.
    #[must_use]
    pub fn holds(&self, at: Position) -> bool {
        match at {
            Position::Between(part) => self.form == DimensionForm::Poles && part <= 1000,
            Position::Value(value) => self.values.iter().any(|(known, _)| *known == value),
        }
    }

    /// How far along the dimension a position lies, in thousandths of the way.
    #[must_use]
    pub fn along(&self, at: Position) -> Option<u16> {
        match at {
            Position::Between(part) => Some(part.min(1000)),
            Position::Value(value) => {
                let place = self.values.iter().position(|(known, _)| *known == value)?;
                let last = self.values.len().saturating_sub(1).max(1);
                u16::try_from(place * 1000 / last).ok()
            }
        }
    }
}

/// Where a coded passage stands on the dimension of a property.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The coded passage.
    pub coding: RecordId,
    /// Where it stands.
    pub at: Position,
}

impl<'a> Seen<'a> {
    /// The records of codes, those among them that were merged into one of these first: what was said of
    /// them is said of it too.
    pub(super) fn records_standing_for(&self) -> HashMap<RecordId, Vec<(RecordId, &'a Record)>> {
        let mut standing: HashMap<RecordId, Vec<(RecordId, &'a Record)>> = HashMap::default();
        for (id, record) in self.alive(Kind::Code) {
            standing.entry(self.resolve(id)).or_default().push((id, record));
        }
        standing
    }

    fn code_record(&self, code: RecordId) -> Option<&'a Record> {
        self.record(self.resolve(code)).filter(|record| record.kind() == Kind::Code)
    }

    /// Where a code comes from; `None` where nothing was said, and it is emergent.
    #[must_use]
    pub fn code_origin(&self, code: RecordId) -> Option<&'a CodeOrigin> {
        match self.code_record(code)?.value(Group::CodeOrigin) {
            Some(Value::CodeOrigin(body)) => Some(body),
            _ => None,
        }
    }

    /// The dimension of a property, where it has one.
    #[must_use]
    pub fn dimension(&self, property: RecordId) -> Option<Dimension<'a>> {
        let Some(Value::CodeDimension(body)) = self.code_record(property)?.value(Group::CodeDimension) else {
            return None;
        };
        if body.values.is_empty() {
            return None;
        }
        // The names of a purged dimension are gone; its values stay.
        let named = body.values.iter().enumerate();
        let named = named.map(|(at, value)| (*value, body.names.get(at).map_or("", String::as_str)));
        Some(Dimension { form: body.form, values: named.collect() })
    }

    /// What the analyst said of a category, with the last interview that enriched it.
    #[must_use]
    pub fn density(&self, category: RecordId) -> (Density, Option<RecordId>) {
        match self.code_record(category).and_then(|record| record.value(Group::CodeDensity)) {
            Some(Value::CodeDensity(body)) => (body.density, body.enriched_by.map(|id| self.resolve(id))),
            _ => (Density::default(), None),
        }
    }

    /// What was said of the search for negative cases of a category.
    #[must_use]
    pub fn negative_search(&self, category: RecordId) -> Option<&'a CodeSearch> {
        match self.code_record(category)?.value(Group::CodeSearch) {
            Some(Value::CodeSearch(body)) => Some(body),
            _ => None,
        }
    }

    /// Where coded passages stand on the dimension of a property, in the order of identifiers. Of two
    /// properties that were merged, the later word on a passage counts. A position that is no longer on
    /// the dimension is left out.
    #[must_use]
    pub fn standings(&self, property: RecordId) -> Vec<Standing> {
        self.all_standings().remove(&self.resolve(property)).unwrap_or_default()
    }

    /// The same for every property at once: the codings are looked through only once.
    #[must_use]
    pub fn all_standings(&self) -> HashMap<RecordId, Vec<Standing>> {
        let mut standings: HashMap<RecordId, Vec<Standing>> = HashMap::default();
        let placed = self
            .alive(Kind::Coding)
            .filter(|(_, record)| record.fields().any(|(field, _)| field.group == Group::CodingPosition));
        for (coding, record) in placed {
            let fields = record.fields().filter(|(field, _)| field.group == Group::CodingPosition);
            let properties: BTreeSet<RecordId> =
                fields.filter_map(|(field, _)| field.key).map(|key| self.resolve(key)).collect();
            for property in properties {
                if let Some(at) = self.position_of(record, property) {
                    standings.entry(property).or_default().push(Standing { coding, at });
                }
            }
        }
        standings.retain(|property, placed| {
            let dimension = self.dimension(*property);
            placed.retain(|one| dimension.as_ref().is_some_and(|dimension| dimension.holds(one.at)));
            !placed.is_empty()
        });
        standings
    }

    /// Where a coded passage stands on the dimension of a property.
    #[must_use]
    pub fn position(&self, coding: RecordId, property: RecordId) -> Option<Position> {
        self.position_of(self.record(coding)?, self.resolve(property))
    }

    fn position_of(&self, coding: &Record, property: RecordId) -> Option<Position> {
        let positions = coding.fields().filter(|(field, _)| field.group == Group::CodingPosition);
        let of_property = positions
            .filter(|(field, _)| field.key.is_some_and(|key| self.resolve(key) == property))
            .filter_map(|(_, register)| register.current());
        let latest = of_property.max_by_key(|version| version.stamp)?;
        match &latest.value {
            Some(Value::CodingPosition(body)) => body.at,
            _ => None,
        }
    }

    /// True where a code was defined more than once, be it undone again.
    #[must_use]
    pub fn redefined(&self, code: RecordId) -> bool {
        self.definitions(code).is_some_and(|register| register.versions().len() > 1)
    }

    fn definitions(&self, code: RecordId) -> Option<&'a Register> {
        self.code_record(code)?.register(Group::CodeDefinition.into())
    }

    /// True where a coding was made while its code was defined in other words than now, and was not looked
    /// at again by the words of now. Who coded before any definition was written had none to code by.
    #[must_use]
    pub fn coded_under_other_words(&self, coding: RecordId, code: RecordId) -> bool {
        let Some(register) = self.definitions(code) else { return false };
        let Some(since) = self.coded_since(coding) else { return false };
        let before = register.versions().iter().rfind(|version| version.stamp < since);
        let said = before.and_then(|version| version.value.as_ref()).filter(|value| defines(value));
        let reviewed = self.reviewed(coding).and_then(|op| register.version(op));
        let now = register.value();
        said.is_some_and(|said| now != Some(said))
            && !reviewed.is_some_and(|version| version.value.as_ref() == now)
    }

    fn reviewed(&self, coding: RecordId) -> Option<crate::OpId> {
        match self.record(coding)?.value(Group::CodingReviewed) {
            Some(Value::CodingReviewed(body)) => Some(body.definition),
            _ => None,
        }
    }

    /// The place in history at which a coding was given the code that it has now.
    fn coded_since(&self, coding: RecordId) -> Option<Stamp> {
        let register = self.record(coding)?.register(Group::CodingCode.into())?;
        register.current().map(|version| version.stamp)
    }
}

/// True for a definition that says something.
fn defines(value: &Value) -> bool {
    matches!(value, Value::CodeDefinition(body) if !body.definition.trim().is_empty())
}

//! The bodies of what leads from labels to theory: dimensions, evidence, relations, theories, schemas,
//! saved queries.

use super::bodies::{Extra, OrderKey, bodies, is_default};
use super::choices::{CodeSource, Density, DimensionForm, RelationSort, Stance};
use crate::{OpId, RecordId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

bodies! {
    /// Where a code comes from.
    CodeOrigin { data: {
        /// Found in the interviews, or set before.
        source: CodeSource,
        /// Its rank in the reading grid, from 1; nothing where it has none.
        priority: Option<u32>,
    } }
    /// The dimension of a property. Each value has an identifier of its own, so that passages keep their
    /// place when values are renamed or moved.
    CodeDimension { words: {
        /// The names of the values, in the order of `values`.
        names: Vec<String>,
    } data: {
        /// Two poles, or values in an order.
        form: DimensionForm,
        /// The values, from one end to the other; none takes the dimension away.
        values: Vec<RecordId>,
    } }
    /// What the analyst says of a category.
    CodeDensity { data: {
        /// Dense, to develop, or nothing said.
        density: Density,
        /// The last interview that enriched it.
        enriched_by: Option<RecordId>,
    } }
    /// The search for negative cases.
    CodeSearch { words: {
        /// What was looked at, and what came of it.
        note: String,
    } data: {
        /// True once it was done.
        searched: bool,
        /// When that was said.
        at: Timestamp,
    } }
    /// What a passage says of a code: a negative case, or a passage that shows it well.
    CodeEvidence { words: {
        /// Why.
        comment: String,
    } data: {
        /// The coded passage.
        coding: RecordId,
        /// For or against; `None` takes it back.
        stance: Option<Stance>,
    } }
    /// Where a coded passage stands on a dimension.
    CodingPosition { data: {
        /// The property whose dimension it is.
        property: RecordId,
        /// The position; `None` takes it away.
        at: Option<Position>,
    } }
    /// A second look at a coding.
    CodingReviewed { data: {
        /// The operation that wrote the definition by which the passage was looked at again.
        definition: OpId,
    } }
    /// The two ends of a relation.
    RelationEnds { data: {
        /// The code it leads from.
        from: RecordId,
        /// The code it leads to.
        to: RecordId,
    } }
    /// A relation's type.
    RelationNature { data: {
        /// The type.
        sort: RelationSort,
        /// For a type that the team defined: which.
        custom: Option<RecordId>,
    } }
    /// What a passage says of a relation.
    RelationEvidence { words: {
        /// Why.
        comment: String,
    } data: {
        /// The coded passage.
        coding: RecordId,
        /// For or against; `None` takes it back.
        stance: Option<Stance>,
    } }
    /// A type of relation that the team defined.
    RelationTypeDefinition { words: {
        /// How it reads between its two ends: `protège de`.
        name: String,
        /// What it means.
        definition: String,
    } data: {
        /// False where it reads the same from either end.
        directed: bool,
    } }
    /// A theory's title.
    TheoryTitle { words: {
        /// The title.
        title: String,
    } }
    /// A clause's words.
    ClauseText { words: {
        /// The clause.
        text: String,
    } }
    /// A clause's place.
    ClausePlace { data: {
        /// The theory.
        theory: RecordId,
        /// Its place among the clauses.
        order: OrderKey,
    } }
    /// What a clause rests on.
    ClauseLinks { data: {
        /// The categories.
        categories: Vec<RecordId>,
        /// The relations.
        relations: Vec<RecordId>,
    } }
    /// A state of a theory that was kept: versions, not copies of their words.
    TheoryVersionKept { words: {
        /// What it is called, such as `après le 6e entretien`.
        name: String,
    } data: {
        /// The theory.
        theory: RecordId,
        /// When it was kept.
        at: Timestamp,
        /// Its clauses, in order.
        clauses: Vec<KeptClause>,
    } }
    /// A schema's title.
    SchemaTitle { words: {
        /// The title, as printed under the figure.
        title: String,
    } }
    /// A code in a schema.
    SchemaNode { data: {
        /// The code.
        code: RecordId,
        /// The middle of its box; `None` takes it off the schema.
        at: Option<Point>,
    } }
    /// A relation in a schema. A relation whose ends both stand there is drawn unless this says otherwise.
    SchemaArrow { data: {
        /// The relation.
        relation: RecordId,
        /// True where it is left out.
        hidden: bool,
        /// The point that the arrow is bent through; straight where there is none.
        through: Option<Point>,
    } }
    /// A note on a schema.
    SchemaNote { words: {
        /// Its text.
        text: String,
    } data: {
        /// Names the note in its schema.
        note: RecordId,
        /// Its upper left corner; `None` takes it off.
        at: Option<Point>,
        /// How wide its lines are.
        width: u32,
    } }
    /// A frame around nodes of a schema.
    SchemaFrame { words: {
        /// Its title.
        title: String,
    } data: {
        /// Names the frame in its schema.
        frame: RecordId,
        /// Its upper left corner; `None` takes it off.
        at: Option<Point>,
        /// Its width and height.
        size: (u32, u32),
    } }
    /// A saved query.
    QueryAsked { words: {
        /// What it is called.
        name: String,
        /// Attributes and the values that participants must have, all of them.
        filters: Vec<AttributeIs>,
    } data: {
        /// What is asked.
        ask: Ask,
    } }
}

/// A position on a dimension.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Between two poles, in thousandths of the way from the first to the second.
    Between(u16),
    /// At one of the values.
    Value(RecordId),
}

/// A clause as it was when its theory was kept: which operation wrote what it said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KeptClause {
    /// The clause.
    pub clause: RecordId,
    /// The operation that wrote its words.
    pub text: OpId,
    /// The operation that wrote what it rests on, where it rested on anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<OpId>,
}

/// A point of a schema; a unit is a pixel where nothing is enlarged, y grows downwards.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

/// An attribute with a value that it must have.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AttributeIs {
    /// The attribute.
    pub attribute: RecordId,
    /// The value, as it is shown.
    pub value: String,
}

/// What a saved query asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The passages where every one of some codes meets, and none of others is near.
    Passages {
        /// Codes that must meet.
        all: Vec<RecordId>,
        /// Codes that must not be near.
        none: Vec<RecordId>,
        /// How near is near.
        near: Near,
    },
    /// Which codes meet which.
    Cooccurrence {
        /// The codes; all of them where there is none.
        codes: Vec<RecordId>,
        /// How near is near.
        near: Near,
    },
    /// Codes against participants, interviews or the values of an attribute.
    Matrix {
        /// The codes; all of them where there is none.
        codes: Vec<RecordId>,
        /// What stands in the columns.
        columns: Columns,
    },
}

/// How near two passages of an interview are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// They have words in common.
    Overlap,
    /// They touch the same turn.
    Turn,
    /// They are at most so many turns apart.
    Turns(u32),
}

/// What stands in the columns of a matrix.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Columns {
    /// Participants.
    Participant,
    /// Interviews.
    Interview,
    /// The values of an attribute.
    Attribute(RecordId),
}

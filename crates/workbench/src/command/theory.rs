//! Requests that lead from labels to theory.

use super::NewCode;
use model::RecordId;
use model::value::{
    Ask, AttributeIs, CodeSource, Density, DimensionForm, Level, Point, Position, RelationSort, Stance,
};

/// A request on levels, dimensions, evidence, relations, theory, schemas or saved queries.
#[derive(Debug, Clone)]
pub enum TheoryCommand {
    /// Gives codes a level.
    SetLevel {
        /// The codes.
        codes: Vec<RecordId>,
        /// Their level from now on.
        level: Level,
    },
    /// Puts codes below one, new or known.
    GroupCodes {
        /// The codes that are moved.
        codes: Vec<RecordId>,
        /// The code above them from now on.
        under: Under,
    },
    /// Says where a code comes from.
    SetOrigin {
        /// The code.
        code: RecordId,
        /// Found in the interviews, or set before.
        source: CodeSource,
        /// Its rank in the reading grid.
        priority: Option<u32>,
    },
    /// Takes a reading grid in: all of it or nothing.
    ImportGrid(Vec<GridRow>),
    /// Gives a property a dimension; no value takes it away.
    SetDimension {
        /// The property.
        property: RecordId,
        /// Two poles, or values in an order.
        form: DimensionForm,
        /// The values, from one end to the other: known ones with their identifier.
        values: Vec<(Option<RecordId>, String)>,
    },
    /// Places a coded passage on the dimension of a property.
    PlaceOnDimension {
        /// The coded passage.
        coding: RecordId,
        /// The property.
        property: RecordId,
        /// Where; `None` takes it away.
        at: Option<Position>,
    },
    /// Says whether a category is dense.
    MarkDensity {
        /// The category.
        category: RecordId,
        /// Dense, to develop, or nothing said.
        density: Density,
        /// The last interview that enriched it.
        enriched_by: Option<RecordId>,
    },
    /// Says that negative cases of a category were looked for.
    NoteSearch {
        /// The category.
        category: RecordId,
        /// True once it was done.
        searched: bool,
        /// What came of it.
        note: String,
    },
    /// Says that passages speak for or against a code or relation.
    MarkEvidence {
        /// The code or relation.
        about: RecordId,
        /// The coded passages.
        codings: Vec<RecordId>,
        /// For or against; `None` takes it back.
        stance: Option<Stance>,
        /// Why; what was said before stays where `None`.
        comment: Option<String>,
    },
    /// Says that coded passages were looked at again by the definition that their code has now.
    ReviewCodings {
        /// The coded passages, all with one code.
        codings: Vec<RecordId>,
    },
    /// Relates two codes.
    CreateRelation {
        /// What it leads from.
        from: RecordId,
        /// What it leads to.
        to: RecordId,
        /// Its type.
        sort: SortChoice,
    },
    /// Gives a relation other ends or another type.
    EditRelation {
        /// The relation.
        relation: RecordId,
        /// What it leads from.
        from: RecordId,
        /// What it leads to.
        to: RecordId,
        /// Its type.
        sort: SortChoice,
    },
    /// Deletes a relation.
    DeleteRelation {
        /// The relation.
        relation: RecordId,
    },
    /// Defines a type of relation, a new one where `relation_type` is `None`.
    DefineRelationType {
        /// The type.
        relation_type: Option<RecordId>,
        /// How it reads between its two ends.
        name: String,
        /// What it means.
        definition: String,
        /// False where it reads the same from either end.
        directed: bool,
    },
    /// Deletes a type of relation.
    DeleteRelationType {
        /// The type.
        relation_type: RecordId,
    },
    /// Gives a theory its title, a new one where `theory` is `None`.
    WriteTheory {
        /// The theory.
        theory: Option<RecordId>,
        /// Its title.
        title: String,
    },
    /// Deletes a theory.
    DeleteTheory {
        /// The theory.
        theory: RecordId,
    },
    /// Adds a clause to a theory.
    AddClause {
        /// The theory.
        theory: RecordId,
        /// The clause.
        text: String,
        /// The categories that it rests on.
        categories: Vec<RecordId>,
        /// The relations that it rests on.
        relations: Vec<RecordId>,
    },
    /// Writes a clause anew.
    WriteClause {
        /// The clause.
        clause: RecordId,
        /// Its words from now on.
        text: String,
    },
    /// Says what a clause rests on.
    LinkClause {
        /// The clause.
        clause: RecordId,
        /// The categories.
        categories: Vec<RecordId>,
        /// The relations.
        relations: Vec<RecordId>,
    },
    /// Moves a clause among the others.
    MoveClause {
        /// The clause.
        clause: RecordId,
        /// The clause before which it goes; at the end where `None`.
        before: Option<RecordId>,
    },
    /// Deletes a clause.
    DeleteClause {
        /// The clause.
        clause: RecordId,
    },
    /// Keeps a theory as it is now.
    KeepTheory {
        /// The theory.
        theory: RecordId,
        /// What the state is called.
        name: String,
    },
    /// Gives a schema its title, a new one where `schema` is `None`.
    WriteSchema {
        /// The schema.
        schema: Option<RecordId>,
        /// Its title.
        title: String,
        /// What stands on it from the beginning, and where.
        items: Vec<SchemaItem>,
    },
    /// Places things on a schema, or takes them off.
    ArrangeSchema {
        /// The schema.
        schema: RecordId,
        /// What, and where.
        items: Vec<SchemaItem>,
    },
    /// Deletes a schema; what it shows stays.
    DeleteSchema {
        /// The schema.
        schema: RecordId,
    },
    /// Saves a query, a new one where `query` is `None`.
    SaveQuery {
        /// The query.
        query: Option<RecordId>,
        /// What it is called.
        name: String,
        /// What it asks.
        ask: Ask,
        /// Attributes and the values that participants must have.
        filters: Vec<AttributeIs>,
    },
    /// Deletes a saved query.
    DeleteQuery {
        /// The query.
        query: RecordId,
    },
}

/// The code that others are put below.
#[derive(Debug, Clone)]
pub enum Under {
    /// The top of the tree.
    Top,
    /// One that exists.
    Code(RecordId),
    /// One that is created in the same operation.
    New(NewCode),
}

/// The type of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortChoice {
    /// One that every study has.
    Known(RelationSort),
    /// One that the team defined.
    Custom(RecordId),
}

/// One row of a reading grid.
#[derive(Debug, Clone, Default)]
pub struct GridRow {
    /// The line of the file, counted from 1.
    pub line: usize,
    /// Names from the top, separated by ` / `.
    pub path: String,
    /// The level; that of a label where `None`.
    pub level: Option<Level>,
    /// The rank; the row's place in the grid where `None`.
    pub priority: Option<u32>,
    /// The definition.
    pub definition: String,
}

/// Something on a schema.
#[derive(Debug, Clone)]
pub enum SchemaItem {
    /// A code, by the middle of its box; `None` takes it off.
    Node {
        /// The code.
        code: RecordId,
        /// Where.
        at: Option<Point>,
    },
    /// A relation.
    Arrow {
        /// The relation.
        relation: RecordId,
        /// True to leave it out.
        hidden: bool,
        /// The point that it is bent through.
        through: Option<Point>,
    },
    /// A note; a new one where `note` is `None`.
    Note {
        /// The note.
        note: Option<RecordId>,
        /// Its upper left corner; `None` takes it off.
        at: Option<Point>,
        /// How wide its lines are.
        width: u32,
        /// Its text.
        text: String,
    },
    /// A frame; a new one where `frame` is `None`.
    Frame {
        /// The frame.
        frame: Option<RecordId>,
        /// Its upper left corner; `None` takes it off.
        at: Option<Point>,
        /// Its width and height.
        size: (u32, u32),
        /// Its title.
        title: String,
    },
}

impl From<TheoryCommand> for super::Command {
    fn from(command: TheoryCommand) -> super::Command {
        super::Command::Theory(Box::new(command))
    }
}

//! A category: its properties, its relations, what speaks against it.

use super::super::{NoteRow, PassageLine};
use model::RecordId;
use model::value::{Density, DimensionForm, Level, Position, RelationSort, Stance};
use std::sync::Arc;

/// The categories, and the one that is open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CategoriesView {
    /// Categories with the properties below them, in the order of the tree.
    pub list: Arc<[CategoryRow]>,
    /// The one that is open.
    pub sheet: Option<Arc<CategorySheet>>,
    /// What is read beside it.
    pub side: Arc<SideView>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct CategoryRow {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// How far below the top of the list.
    pub depth: usize,
    /// Its level.
    pub level: Level,
    /// Passages with it or anything below it.
    pub total: usize,
    /// What the analyst says of it.
    pub density: Density,
}

/// Everything about a category.
#[derive(Debug, Clone, PartialEq)]
pub struct CategorySheet {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// The names above it; empty at the top.
    pub above: Arc<str>,
    /// Its level.
    pub level: Level,
    /// What it means.
    pub definition: Arc<str>,
    /// `18 extraits`.
    pub passages: String,
    /// `4 EMG sur 6 (8 réalisés)`.
    pub people: String,
    /// Whose codings count.
    pub basis: String,
    /// Whether it is dense.
    pub density: Density,
    /// The last interview that enriched it.
    pub enriched_by: Option<RecordId>,
    /// The analysed interviews.
    pub interviews: Arc<[(RecordId, Arc<str>)]>,
    /// True once negative cases were looked for.
    pub searched: bool,
    /// What came of that search.
    pub search_note: Arc<str>,
    /// Its properties.
    pub properties: Arc<[PropertyView]>,
    /// The relations that lead from or to it or what is below it.
    pub relations: Arc<[RelationView]>,
    /// The types of relation that the team defined.
    pub types: Arc<[(RecordId, Arc<str>)]>,
    /// The passages that speak for or against it, or what is below it.
    pub evidence: Arc<[EvidenceLine]>,
    /// The memos about it.
    pub notes: Arc<[NoteRow]>,
}

/// A property.
#[derive(Debug, Clone, PartialEq)]
pub struct PropertyView {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// Passages with it or anything below it.
    pub total: usize,
    /// Its dimension, where it has one.
    pub dimension: Option<DimensionView>,
}

/// A dimension, with where participants stand.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionView {
    /// Two poles, or values in an order.
    pub form: DimensionForm,
    /// The values with their names, from one end to the other.
    pub values: Arc<[(RecordId, Arc<str>)]>,
    /// How many passages stand on it.
    pub placed: usize,
    /// Where each participant stands.
    pub stands: Arc<[StandsView]>,
    /// Where nothing stands, in words.
    pub empty: Arc<[Arc<str>]>,
}

/// Where a participant stands on a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandsView {
    /// The pseudonym.
    pub name: Arc<str>,
    /// The places of the passages, in thousandths of the way, in order.
    pub at: Vec<u16>,
    /// The middle one of them.
    pub median: u16,
}

/// A relation.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationView {
    /// The relation.
    pub id: RecordId,
    /// What it leads from.
    pub from: RecordId,
    /// What it leads to.
    pub to: RecordId,
    /// The names of both.
    pub ends: (Arc<str>, Arc<str>),
    /// Its type.
    pub sort: RelationSort,
    /// For a type that the team defined: which.
    pub custom: Option<RecordId>,
    /// What it says.
    pub sentence: Arc<str>,
    /// How many passages support it, and how many contradict it.
    pub evidence: (usize, usize),
    /// The participants in whose words it is supported: `EMG 1, EMG 4`.
    pub people: Arc<str>,
    /// True where it is not followed, or leads to something that was deleted.
    pub broken: bool,
}

/// A passage that speaks for or against something.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceLine {
    /// The passage.
    pub line: PassageLine,
    /// For or against.
    pub stance: Stance,
    /// Why.
    pub why: Arc<str>,
    /// Of what it was said.
    pub about: RecordId,
    /// The name of that, where it is not what is open.
    pub about_name: Arc<str>,
}

/// What is read beside a category.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum SideView {
    /// Nothing is open.
    #[default]
    Nothing,
    /// The passages of the category.
    Passages {
        /// The passages, with what each says of the category.
        lines: Arc<[(PassageLine, Option<Stance>)]>,
    },
    /// A property's passages, to be placed on its dimension.
    Placing {
        /// The property.
        property: RecordId,
        /// The passages, with where each stands and how far along that is.
        lines: Arc<[PlacedLine]>,
    },
    /// A relation's evidence, and where its two ends meet.
    Evidence {
        /// The relation.
        relation: RecordId,
        /// What speaks for or against it.
        lines: Arc<[EvidenceLine]>,
        /// Passages of the first end that meet one of the second, with what each says of the relation.
        meetings: Arc<[(PassageLine, Option<Stance>)]>,
        /// In how many participants' words the two ends meet.
        people: usize,
    },
}

/// A passage and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLine {
    /// The passage.
    pub line: PassageLine,
    /// Where it stands.
    pub at: Option<Position>,
    /// How far along that is, in thousandths.
    pub along: Option<u16>,
}

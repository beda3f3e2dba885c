//! The frame around the screens: steps, top bar, status line.

use model::RecordId;
use std::sync::Arc;

/// A step of the work, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// *Étude*: question, method, team, participants.
    Study,
    /// *Entretiens*: list, text, codings.
    Interviews,
    /// *Étiquettes* or *Codes*: the code book.
    Codes,
    /// *Catégories et schéma*.
    Categories,
    /// *Double codage*.
    DoubleCoding,
    /// *Saturation*.
    Saturation,
    /// *Recherche*.
    Search,
    /// *Mémos*.
    Memos,
    /// *Rédaction*.
    Writing,
    /// *Direction*: what a director looks at, and what was said of it.
    Review,
}

impl Step {
    /// Every step, in the order of the rail.
    pub const ALL: [Self; 10] = [
        Self::Study,
        Self::Interviews,
        Self::Codes,
        Self::Categories,
        Self::DoubleCoding,
        Self::Saturation,
        Self::Search,
        Self::Memos,
        Self::Writing,
        Self::Review,
    ];
}

/// The rail of steps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RailView {
    /// The steps to show.
    pub steps: Vec<RailStep>,
    /// Version of the interview guide as shown (`v3`); empty without a guide.
    pub guide_version: String,
}

/// One step of the rail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RailStep {
    /// Which one.
    pub step: Step,
    /// How many things wait or stand there; `None` where a number would say nothing.
    pub count: Option<usize>,
}

/// The bar above everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TopBarView {
    /// The study's title; empty while no project is open.
    pub study: String,
    /// Where one is: `Entretiens`.
    pub place: String,
    /// Who works here; `None` before somebody is named.
    pub member: Option<MemberView>,
    /// True where nobody else works in this file: a director's copy.
    pub member_stays: bool,
}

/// Somebody of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberView {
    /// The member.
    pub id: RecordId,
    /// The initials.
    pub initials: Arc<str>,
    /// The name.
    pub name: Arc<str>,
    /// The part in the study as shown beside the name (`1ʳᵉ lecture`); may be empty.
    pub part: Arc<str>,
    /// Index in the palette, for the round badge.
    pub hue: u16,
}

/// Whether the work is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SavedState {
    /// Everything is.
    #[default]
    Saved,
    /// Some act waits for the disk.
    Saving,
    /// The last act could not be written.
    Failed,
}

/// The status line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatusView {
    /// Whether the work is safe.
    pub saved: SavedState,
    /// The same in words: `Enregistré à l’instant`.
    pub saved_text: String,
    /// Other things to know, shortest first: `Index à jour`, `Théorisation ancrée`.
    pub notes: Vec<String>,
    /// What undo would undo: `appliquer « coût du trajet »`; `None` when there is nothing.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// The language of the interface in itself: `français`.
    pub language: String,
    /// The size of everything on the screen, in per cent.
    pub zoom_percent: u16,
}

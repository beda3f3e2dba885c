//! Saturation: the curve, who brings what, when it was coded, what is claimed and what was said of it.

use crate::answers::claims::ClaimRecord;
use crate::answers::threads::ThreadAnswer;
use crate::levels::LevelAsked;
use crate::saturation::Order;
use crate::saturation::figure::{CurveFigure, TimelineFigure};
use measure::saturation::Incidence;
use model::RecordId;
use model::basis::Basis;
use model::value::{Density, Role};
use std::sync::Arc;

/// What is asked of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct SaturationShowing {
    /// The level of the code book; the highest that has codes where `None`.
    pub level: Option<LevelAsked>,
    /// The order of the interviews.
    pub order: Order,
    /// As coded at the time.
    pub as_coded: bool,
    /// Whose codings, in which layer.
    pub basis: Basis,
    /// Base, run and percent of Guest's rule.
    pub guest: (usize, usize, u32),
}

impl Default for SaturationShowing {
    fn default() -> SaturationShowing {
        SaturationShowing {
            level: None,
            order: Order::Date,
            as_coded: false,
            basis: Basis::default(),
            guest: (4, 2, 5),
        }
    }
}

/// The page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SaturationView {
    /// Changes whenever anything to draw changes.
    pub key: u64,
    /// The level that is shown.
    pub level: Option<LevelAsked>,
    /// The levels that can be chosen.
    pub levels: Vec<LevelAsked>,
    /// Why nothing can be shown.
    pub problem: Option<Arc<str>>,
    /// The curve.
    pub figure: Arc<CurveFigure>,
    /// Interview dates against coding dates.
    pub timeline: Arc<TimelineFigure>,
    /// What the timeline says, in a sentence.
    pub early: Arc<str>,
    /// The interviews, in order.
    pub interviews: Arc<[CurveInterview]>,
    /// The codes, each with the interviews that it is in.
    pub rows: Arc<[GridRowView]>,
    /// Whose codings all this rests on, in a sentence.
    pub basis: Arc<str>,
    /// Why nothing can be claimed while rounds hide work of others; empty where none does.
    pub blind: Arc<str>,
    /// What is to be known beside the curve, each with what to go to.
    pub notes: Arc<[NoteView]>,
    /// What the rules say: name and answer.
    pub rules: Arc<[(Arc<str>, Arc<str>)]>,
    /// Estimates, to be read with care.
    pub estimates: Arc<[(Arc<str>, Arc<str>)]>,
    /// Why with care.
    pub caveat: Arc<str>,
    /// What other orders are tried with.
    pub incidence: Arc<Incidence>,
    /// The claims, the latest last.
    pub claims: Arc<[ClaimRecord]>,
    /// The threads on claims.
    pub threads: Arc<[ThreadAnswer]>,
    /// The categories, for the claim.
    pub categories: Arc<[CategoryView]>,
    /// The part in the study of whoever looks.
    pub role: Option<Role>,
    /// Those who code, by name.
    pub coders: Arc<[(RecordId, Arc<str>)]>,
}

/// One interview of the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurveInterview {
    /// The interview.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// Its date, as it is written; empty where there is none.
    pub date: Arc<str>,
    /// The new codes, each with its name.
    pub new: Arc<[(RecordId, Arc<str>)]>,
    /// How many codes it has.
    pub codes: usize,
    /// Held to confirm saturation.
    pub confirming: bool,
}

/// One code of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRowView {
    /// The code.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// The interviews that it is in, counted from 0, ascending.
    pub interviews: Arc<[u32]>,
    /// `5 sur 7`.
    pub count: Arc<str>,
}

/// Something to know beside the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteView {
    /// In a sentence.
    pub text: Arc<str>,
    /// True for what may manufacture saturation.
    pub heed: bool,
}

/// A category, as the claim speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryView {
    /// The category.
    pub id: RecordId,
    /// Its name.
    pub name: Arc<str>,
    /// What is said of it.
    pub density: Density,
    /// The last interview that enriched it.
    pub enriched_by: Option<RecordId>,
    /// How many properties it has.
    pub properties: usize,
    /// True where negative cases were looked for.
    pub searched: bool,
    /// What came of it.
    pub note: Arc<str>,
    /// How many negative cases.
    pub negative: usize,
}

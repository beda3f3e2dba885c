//! What the command line answers: plain values computed from an open project, as its JSON shows them.
//!
//! Everything that a screen computes can be had from here. The names of the fields are a contract with
//! whoever scripts the command line: they are added to, never changed. Positions are Unicode scalar
//! offsets, half-open, in the interview's current revision unless a field says otherwise.

pub mod agreement;
pub mod alignment;
pub mod basis;
pub mod claims;
pub mod codes;
pub mod codings;
pub mod compare;
pub mod cooccurrence;
pub mod correction;
pub mod custody;
pub mod demo;
pub mod dimensions;
pub mod export;
pub mod gaps;
pub mod history;
pub mod import;
pub mod import_preview;
mod instant;
pub mod interviews;
pub mod journal;
pub mod matrix;
pub mod measures;
pub mod memos;
pub mod merge;
pub mod participants;
pub mod participants_table;
pub mod place;
pub mod queries;
pub mod reading;
pub mod reconciliation;
pub mod relations;
pub mod rounds;
pub mod saturation;
pub mod search;
pub mod settle;
pub mod speakers;
pub mod statement;
pub mod step;
pub mod study;
pub mod table_import;
pub mod terms;
pub mod threads;
pub mod transcript;
pub mod unitizing;

pub use instant::{instant, recording_time};

use crate::engine::Engine;
use model::RecordId;
use model::study::{Seen, Study};
use std::sync::Arc;

/// The study with what whoever acts may see of it, apart from the engine that reads its texts.
pub(crate) struct Looking {
    study: Arc<Study>,
    lens: model::lens::Lens,
}

impl Looking {
    pub fn through(engine: &Engine) -> Looking {
        Looking { study: engine.study(), lens: engine.seen().lens() }
    }

    pub fn seen(&self) -> Seen<'_> {
        self.study.seen_by(self.lens)
    }
}

/// The name of a member; empty where the lens hides it.
pub(crate) fn member_name(seen: &Seen<'_>, id: RecordId) -> String {
    seen.member(id).map_or("", |member| member.name).to_owned()
}

/// The name of an interview; empty where there is none any more.
pub(crate) fn interview_name(seen: &Seen<'_>, id: RecordId) -> String {
    seen.interview(id).map_or("", |interview| interview.name).to_owned()
}

/// The path of a code, redirects followed.
pub(crate) fn code_path(seen: &Seen<'_>, id: RecordId) -> String {
    seen.code(id).map_or_else(String::new, |node| node.path.clone())
}

/// The names of participants, in the order given.
pub(crate) fn participant_names(seen: &Seen<'_>, ids: &[RecordId]) -> Vec<String> {
    ids.iter().filter_map(|id| seen.participant(*id)).map(|participant| participant.name.to_owned()).collect()
}

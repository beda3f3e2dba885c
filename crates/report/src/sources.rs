//! What deliverables are made from: a study through a lens, its current texts, the journal's times.

use model::study::{Interview, Seen};
use model::text::TextIndex;
use model::value::Inclusion;
use model::{OpId, RecordId, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;

/// What deliverables are made from. Whoever opens the project file fills it.
#[derive(Debug)]
pub struct Sources<'a> {
    /// The study, through the lens of whoever asks.
    pub seen: &'a Seen<'a>,
    /// The current text of each interview whose words are needed; a withdrawn one has none.
    pub texts: HashMap<RecordId, Arc<TextIndex>>,
    /// When each operation was done.
    pub times: HashMap<OpId, Timestamp>,
}

impl<'a> Sources<'a> {
    /// The analysed interviews that have words, those of the list only where it names any.
    pub(crate) fn analysed(&self, only: &[RecordId]) -> Vec<(Interview<'a>, Arc<TextIndex>)> {
        let only: Vec<RecordId> = only.iter().map(|id| self.seen.resolve(*id)).collect();
        let interviews = self.seen.interviews().into_iter();
        let included = interviews.filter(|interview| interview.status == Inclusion::Included);
        let wanted = included.filter(|interview| only.is_empty() || only.contains(&interview.id));
        wanted
            .filter_map(|interview| Some((interview.clone(), self.texts.get(&interview.id)?.clone())))
            .collect()
    }

    /// When a record was made.
    pub(crate) fn made(&self, record: RecordId) -> Option<Timestamp> {
        self.seen.born_op(record).and_then(|op| self.times.get(&op).copied())
    }

    /// The name of a member; empty where the lens hides it.
    pub(crate) fn member(&self, id: RecordId) -> String {
        self.seen.member(id).map_or("", |member| member.name).to_owned()
    }
}

//! The worklist of a comparison: where each two coders differ, and in what way. It is the same list that is
//! settled at the desk (see [`crate::double_coding::differences`]), without what agrees.

use crate::answers::reconciliation::PassageAnswer;
use crate::answers::{code_path, member_name};
use crate::comparison::{Gathered, Gathering};
use crate::double_coding::differences::{Classes, Item, Passage, differing};
use crate::engine::Engine;
use crate::failure::Failure;
use model::RecordId;
use model::study::{Interview, Seen};
use model::text::TextIndex;
use model::value::{Difference, Layer};
use serde::Serialize;
use std::sync::Arc;

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// The interview.
    pub interview: String,
    /// The same, by identifier.
    pub interview_id: RecordId,
    /// `only_first`, `only_second`, `other_edges`, `sibling_code` or `other_code`.
    pub kind: &'static str,
    /// The two coders, the first and the second.
    pub coders: (String, String),
    /// Where the passages begin together.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words from there to there.
    pub quote: String,
    /// What the first coder did.
    pub first: Vec<PassageAnswer>,
    /// What the second coder did.
    pub second: Vec<PassageAnswer>,
}

/// The kinds of difference by name.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    let differ = Difference::ALL.iter().filter(|kind| **kind != Difference::Agreement);
    differ.map(|kind| kind.as_str())
}

/// What the worklist of an interview is read with.
pub(super) struct Reading<'s, 'a> {
    pub seen: &'s Seen<'a>,
    pub gathering: &'s Gathering<'s, 'a>,
    pub classes: &'s Classes,
    pub layer: Option<Layer>,
}

impl Reading<'_, '_> {
    /// The differences of each two coders who read an interview.
    ///
    /// # Errors
    /// When its text cannot be read.
    pub fn of_interview(
        &self,
        engine: &mut Engine,
        interview: &Interview<'_>,
        gathered: &Gathered,
    ) -> Result<Vec<Arc<Disagreement>>, Failure> {
        let Some((revision, read)) = gathered.read() else { return Ok(Vec::new()) };
        let text = engine.text(revision)?;
        let there: Vec<RecordId> = self
            .gathering
            .coders
            .iter()
            .zip(read)
            .filter(|(_, read)| *read)
            .map(|(coder, _)| *coder)
            .collect();
        let mut found = Vec::new();
        for (place, first) in there.iter().enumerate() {
            for second in there.iter().skip(place + 1) {
                let coders = (member_name(self.seen, *first), member_name(self.seen, *second));
                let items = differing(self.seen, interview.id, [*first, *second], self.layer, self.classes);
                let differ = items.iter().filter(|item| item.difference != Difference::Agreement);
                found.extend(differ.map(|item| Arc::new(self.disagreement(interview, &coders, item, &text))));
            }
        }
        Ok(found)
    }

    fn disagreement(
        &self,
        interview: &Interview<'_>,
        coders: &(String, String),
        item: &Item,
        text: &TextIndex,
    ) -> Disagreement {
        let (start, end) = item.reach();
        let passages = |of: &[Passage]| of.iter().map(|one| passage(self.seen, one)).collect();
        Disagreement {
            interview: interview.name.to_owned(),
            interview_id: interview.id,
            kind: item.difference.as_str(),
            coders: coders.clone(),
            start,
            end,
            quote: text.slice(start, end).unwrap_or_default().to_owned(),
            first: passages(&item.first),
            second: passages(&item.second),
        }
    }
}

/// A passage as it is told.
pub(crate) fn passage(seen: &Seen<'_>, passage: &Passage) -> PassageAnswer {
    let Passage { start, end, code, coding } = *passage;
    PassageAnswer { coding, code: code_path(seen, code), code_id: code, start, end }
}

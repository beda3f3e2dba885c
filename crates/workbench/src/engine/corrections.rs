//! Corrections of a turn, and of names wherever they stand.

use super::Engine;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops;
use crate::ops::corrections::TurnCorrection;
use crate::ops::masked_names::{Mask, Variant};
use crate::texts::{WHOLE_EVERY, edits_since_whole};
use model::RecordId;
use model::lens::Lens;
use model::text::TextIndex;
use std::sync::Arc;

impl Engine {
    pub(super) fn draft_turn(
        &mut self,
        interview: RecordId,
        correction: &TurnCorrection<'_>,
    ) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let (revision, was) = self.current_text(interview)?;
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Member(me));
        let whole = edits_since_whole(&self.store, &seen, revision)? + 1 >= WHOLE_EVERY;
        let known = seen.interview(interview).ok_or(Failure::Deleted { record: interview })?;
        let (text, read) = ops::corrections::turn_corrected(&was, &known.turns, correction)?;
        let page = ops::codings::Page { interview: known.id, revision, text: &was };
        let origin = model::value::RevisionOrigin::Corrected;
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        let corrected = ops::texts::Corrected { page, turns: known.turns, whole, read, origin };
        ops::texts::correct(draft, corrected, &text)
    }

    pub(super) fn draft_mask(
        &mut self,
        interviews: Option<&[RecordId]>,
        mask: &Mask,
    ) -> Result<Drafted, Failure> {
        let me = self.acting()?;
        let texts = self.texts_of(interviews)?;
        let study = Arc::clone(&self.study);
        let seen = study.seen_by(Lens::Member(me));
        let mut found = Vec::new();
        for (interview, revision, text) in &texts {
            if mask.holds(text.text())
                && let Some(known) = seen.interview(*interview)
            {
                let whole = edits_since_whole(&self.store, &seen, *revision)? + 1 >= WHOLE_EVERY;
                found.push((
                    known,
                    ops::codings::Page { interview: *interview, revision: *revision, text },
                    whole,
                ));
            }
        }
        let draft = Draft::new(study.seen_by(Lens::Member(me)), &mut self.env, me);
        ops::corrections::mask_everywhere(draft, &found, mask)
    }

    /// The current texts of some interviews, or of all; those that were withdrawn have none.
    fn texts_of(
        &mut self,
        interviews: Option<&[RecordId]>,
    ) -> Result<Vec<(RecordId, RecordId, Arc<TextIndex>)>, Failure> {
        let all: Vec<RecordId> = self.seen().interviews().iter().map(|interview| interview.id).collect();
        let mut texts = Vec::new();
        for interview in all.into_iter().filter(|id| interviews.is_none_or(|some| some.contains(id))) {
            match self.current_text(interview) {
                Ok((revision, text)) => texts.push((interview, revision, text)),
                Err(Failure::Withdrawn) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(texts)
    }

    /// The ways in which names are written in some interviews, or in all.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn find_names(
        &mut self,
        names: &[String],
        interviews: Option<&[RecordId]>,
    ) -> Result<Vec<Variant>, Failure> {
        let texts = self.texts_of(interviews)?;
        Ok(Mask::new(names, "").variants(texts.iter().map(|(_, _, text)| text.text())))
    }
}

//! Where words stand in a row.

use super::{SearchError, View};
use crate::query::Leaf;
use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED};

impl View<'_> {
    /// Where a phrase begins: parts with positions, in order, each once.
    pub(super) fn phrase(&self, leaf: usize) -> Result<Vec<(DocId, u32)>, SearchError> {
        let Leaf::Phrase(items) = &self.request.query.leaves[leaf] else { return Ok(Vec::new()) };
        let forms = self.sets.of(self.place, leaf);
        let mut order: Vec<usize> = (0..items.len()).collect();
        // The rarest first: the others are only read where it stands.
        order.sort_by_cached_key(|item| self.frequency(&forms[*item]));
        let mut starts: Option<Vec<(DocId, u32)>> = None;
        for item in order {
            let offset = items[item].0;
            let here = self.places(&forms[item], offset, starts.as_deref())?;
            starts = Some(match starts {
                Some(starts) => both(&starts, &here),
                None => here,
            });
            if starts.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        Ok(starts.unwrap_or_default())
    }

    fn frequency(&self, forms: &[u32]) -> u64 {
        forms.iter().map(|form| u64::from(self.segment().forms.info(*form).doc_freq)).sum()
    }

    /// Where one of some forms stands, less an offset; only in the parts of `among` where that is given.
    fn places(
        &self,
        forms: &[u32],
        offset: u32,
        among: Option<&[(DocId, u32)]>,
    ) -> Result<Vec<(DocId, u32)>, SearchError> {
        let mut docs: Option<Vec<DocId>> = among.map(|among| among.iter().map(|(doc, _)| *doc).collect());
        docs.as_mut().into_iter().for_each(Vec::dedup);
        let mut places = Vec::new();
        for form in forms {
            self.places_of(*form, offset, docs.as_deref(), &mut places)?;
        }
        if forms.len() > 1 {
            // One ordered run for each form: the stable sort merges them.
            places.sort();
            places.dedup();
        }
        Ok(places)
    }

    fn places_of(
        &self,
        form: u32,
        offset: u32,
        among: Option<&[DocId]>,
        places: &mut Vec<(DocId, u32)>,
    ) -> Result<(), SearchError> {
        let segment = self.segment();
        let option = IndexRecordOption::WithFreqsAndPositions;
        let mut postings = segment.postings.read_postings_from_terminfo(segment.forms.info(form), option)?;
        let mut positions = Vec::new();
        let mut wanted = among.map(|docs| docs.iter().copied().peekable());
        while postings.doc() != TERMINATED {
            let doc = postings.doc();
            if let Some(wanted) = &mut wanted {
                while wanted.next_if(|next| *next < doc).is_some() {}
                match wanted.peek().copied() {
                    None => break,
                    Some(next) if next > doc => {
                        postings.seek(next);
                        continue;
                    }
                    Some(_) => {}
                }
            }
            if self.class(doc) != 0 {
                postings.positions(&mut positions);
                let starts = positions.iter().filter_map(|position| position.checked_sub(offset));
                places.extend(starts.map(|start| (doc, start)));
            }
            postings.advance();
        }
        Ok(())
    }
}

/// What two ordered lists share.
fn both(one: &[(DocId, u32)], other: &[(DocId, u32)]) -> Vec<(DocId, u32)> {
    let mut other = other.iter().peekable();
    let shared = one.iter().filter(|place| {
        while other.next_if(|known| known < place).is_some() {}
        other.peek() == Some(place)
    });
    shared.copied().collect()
}

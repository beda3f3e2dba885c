//! Texts on demand: read from the file once, then kept while the project is open.

use crate::failure::Failure;
use crate::ops::codings::Page;
use model::study::{Interview, Seen};
use model::text::TextIndex;
use model::{Digest, RecordId};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use store::Store;

/// One revision in this many is stored whole; the others as edits.
pub(crate) const WHOLE_EVERY: usize = 32;

/// How many bytes of texts are kept in memory: a large study's, for a code's passages lie in all of them.
const KEPT: usize = 32 << 20;

/// How many words are spoken in each revision, counted once.
#[derive(Debug, Default, Clone)]
pub(crate) struct WordCounts(HashMap<RecordId, usize>);

impl WordCounts {
    /// The words of an interview's current text, where they were counted.
    pub fn of(&self, interview: &Interview<'_>) -> Option<usize> {
        interview.revision.and_then(|revision| self.0.get(&revision)).copied()
    }

    /// Notes a count.
    pub fn note(&mut self, revision: RecordId, words: usize) {
        self.0.insert(revision, words);
    }

    /// True where a revision was counted.
    pub fn knows(&self, revision: RecordId) -> bool {
        self.0.contains_key(&revision)
    }
}

/// The texts read so far, by revision, the latest last.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    kept: HashMap<RecordId, Arc<TextIndex>>,
    order: VecDeque<RecordId>,
    bytes: usize,
}

impl Texts {
    /// The text of a revision.
    ///
    /// # Errors
    /// When the file has neither the text nor a way to it, or cannot be read.
    pub fn get(
        &mut self,
        store: &Store,
        seen: &Seen<'_>,
        revision: RecordId,
    ) -> Result<Arc<TextIndex>, Failure> {
        if let Some(text) = self.kept.get(&revision) {
            return Ok(Arc::clone(text));
        }
        let text = Arc::new(TextIndex::new(self.read(store, seen, revision)?));
        self.keep(revision, Arc::clone(&text));
        Ok(text)
    }

    /// Keeps a text that was just made.
    pub fn keep(&mut self, revision: RecordId, text: Arc<TextIndex>) {
        self.bytes += text.text().len();
        if let Some(before) = self.kept.insert(revision, text) {
            self.bytes -= before.text().len();
            self.order.retain(|kept| *kept != revision);
        }
        self.order.push_back(revision);
        while self.bytes > KEPT && self.order.len() > 1 {
            let oldest = self.order.pop_front().and_then(|oldest| self.kept.remove(&oldest));
            self.bytes -= oldest.map_or(0, |oldest| oldest.text().len());
        }
    }

    /// Forgets everything: after a purge or a merge.
    pub fn clear(&mut self) {
        *self = Texts::default();
    }

    fn read(&self, store: &Store, seen: &Seen<'_>, revision: RecordId) -> Result<String, Failure> {
        let missing = Failure::TextMissing { revision };
        let mut edits = Vec::new();
        let mut at = revision;
        let mut text = loop {
            let Some(found) = seen.revision(at) else { return Err(missing) };
            if let Some(known) = self.kept.get(&at) {
                break known.text().to_owned();
            }
            if let Some(bytes) = store.blob(found.body.text)? {
                break String::from_utf8(bytes).map_err(|_| missing)?;
            }
            let Some(parent) = found.body.parents.first() else { return Err(missing) };
            edits.push(Arc::clone(&parent.edit));
            at = parent.revision;
        };
        for edit in edits.iter().rev() {
            text = edit.apply(&text)?;
        }
        let expected = seen.revision(revision).map(|found| found.body.text);
        if expected == Some(Digest::of(text.as_bytes())) {
            Ok(text)
        } else {
            Err(Failure::TextMissing { revision })
        }
    }
}

/// How many edits lie between a revision and the nearest text that is stored whole.
pub(crate) fn edits_since_whole(
    store: &Store,
    seen: &Seen<'_>,
    revision: RecordId,
) -> Result<usize, Failure> {
    let mut at = revision;
    for steps in 0..WHOLE_EVERY {
        let Some(found) = seen.revision(at) else { return Ok(steps) };
        if store.has_blob(found.body.text)? {
            return Ok(steps);
        }
        let Some(parent) = found.body.parents.first() else { return Ok(steps) };
        at = parent.revision;
    }
    Ok(WHOLE_EVERY)
}

/// The current texts of some interviews.
#[derive(Debug, Default)]
pub(crate) struct Pages(HashMap<RecordId, (RecordId, Arc<TextIndex>)>);

impl Pages {
    pub fn insert(&mut self, interview: RecordId, revision: RecordId, text: Arc<TextIndex>) {
        self.0.insert(interview, (revision, text));
    }

    pub fn get(&self, interview: RecordId) -> Option<Page<'_>> {
        self.0.get(&interview).map(|(revision, text)| Page { interview, revision: *revision, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> RecordId {
        RecordId(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn the_oldest_texts_go_when_there_are_too_many() {
        let mut texts = Texts::default();
        let text = Arc::new(TextIndex::new("x".repeat(KEPT / 4)));
        for number in 0..6 {
            texts.keep(id(number), Arc::clone(&text));
            texts.keep(id(number), Arc::clone(&text));
        }
        let kept: Vec<RecordId> = texts.order.iter().copied().collect();
        assert_eq!(kept, [id(2), id(3), id(4), id(5)]);
        assert_eq!((texts.kept.len(), texts.bytes), (4, KEPT));
        texts.keep(id(9), Arc::new(TextIndex::new("x".repeat(2 * KEPT))));
        assert_eq!(texts.order.iter().copied().collect::<Vec<_>>(), [id(9)]);
    }
}

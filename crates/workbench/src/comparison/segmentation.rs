//! The words and sentences of texts, found once for each revision.

use measure::agreement::spans::Span;
use model::RecordId;
use model::text::{TextIndex, Turn};
use std::collections::HashMap;
use std::sync::Arc;

/// The words and sentences of every turn of one revision, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Segmented {
    /// Maximal runs without white space.
    pub words: Vec<Span>,
    /// Sentences, by the rules that selecting a sentence follows.
    pub sentences: Vec<Span>,
}

/// What was found in each revision: a revision never changes, so nothing here grows stale.
#[derive(Debug, Clone, Default)]
pub struct Segmentations {
    known: HashMap<RecordId, Arc<Segmented>>,
}

impl Segmentations {
    /// What was found in a revision.
    #[must_use]
    pub fn of(&self, revision: RecordId) -> Option<&Segmented> {
        self.known.get(&revision).map(Arc::as_ref)
    }

    /// True where the revision was divided.
    #[must_use]
    pub fn knows(&self, revision: RecordId) -> bool {
        self.known.contains_key(&revision)
    }

    /// Divides a revision.
    pub fn add(&mut self, revision: RecordId, text: &TextIndex, turns: &[Turn]) {
        let mut found = Segmented::default();
        for turn in turns {
            words(text, turn, &mut found.words);
            let sentences = text.sentences_in(turn.start, turn.end).into_iter();
            found.sentences.extend(sentences.map(|(start, end)| Span::new(start.into(), end.into())));
        }
        self.known.insert(revision, Arc::new(found));
    }
}

/// The words of a turn; a label glued to the first word is no part of it.
fn words(text: &TextIndex, turn: &Turn, words: &mut Vec<Span>) {
    let mut at = u64::from(turn.start);
    let mut begin = at;
    for c in text.slice(turn.start, turn.end).unwrap_or_default().chars() {
        if c.is_whitespace() {
            if at > begin {
                words.push(Span::new(begin, at));
            }
            begin = at + 1;
        }
        at += 1;
    }
    if at > begin {
        words.push(Span::new(begin, at));
    }
}

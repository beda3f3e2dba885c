//! Texts of revisions: found whole among the blobs, or rebuilt by edits from one that is.

use crate::StoreError;
use foldhash::HashMap;
use model::op::{After, Op};
use model::value::{RevisionBody, Value};
use model::{Digest, RecordId};
use std::collections::VecDeque;

/// How many rebuilt texts are remembered: a little more than the distance between two whole ones.
const REMEMBERED: usize = 40;

/// Where whole texts come from.
pub(crate) type Fetch<'a> = dyn Fn(Digest) -> Result<Option<Vec<u8>>, StoreError> + 'a;

/// Why a revision has no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoText {
    /// No whole text lies on the way, or an edit on it lost its words.
    Unreachable,
    /// What the edits lead to is not the text that the revision names.
    Differs,
}

/// The texts of some revisions.
pub(crate) struct Texts<'a> {
    revisions: HashMap<RecordId, &'a RevisionBody>,
    fetch: &'a Fetch<'a>,
    recent: VecDeque<(RecordId, String)>,
}

impl<'a> Texts<'a> {
    /// The texts of the revisions that the operations made.
    pub(crate) fn of(ops: impl Iterator<Item = &'a Op>, fetch: &'a Fetch<'a>) -> Texts<'a> {
        Texts { revisions: revisions(ops).into_iter().collect(), fetch, recent: VecDeque::new() }
    }

    /// The text of a revision, checked against its digest.
    pub(crate) fn text(&mut self, revision: RecordId) -> Result<Result<String, NoText>, StoreError> {
        // Back along the first parents to a text that is there, then forward by the edits.
        let mut way = Vec::new();
        let mut next = revision;
        let mut text = loop {
            let Some(body) = self.revisions.get(&next).copied() else { return Ok(Err(NoText::Unreachable)) };
            if let Some(text) = self.whole(next, body)? {
                break text;
            }
            let Some(parent) = body.parents.first().filter(|_| way.len() < self.revisions.len()) else {
                return Ok(Err(NoText::Unreachable));
            };
            way.push((next, body, &parent.edit));
            next = parent.revision;
        };
        for (id, body, edit) in way.into_iter().rev() {
            text = match edit.apply(&text) {
                Ok(text) => text,
                Err(_) => return Ok(Err(NoText::Unreachable)),
            };
            if Digest::of(text.as_bytes()) != body.text {
                return Ok(Err(NoText::Differs));
            }
            self.remember(id, &text);
        }
        Ok(Ok(text))
    }

    /// A text that is there without applying an edit.
    fn whole(&mut self, id: RecordId, body: &RevisionBody) -> Result<Option<String>, StoreError> {
        if let Some((_, text)) = self.recent.iter().find(|(known, _)| *known == id) {
            return Ok(Some(text.clone()));
        }
        // What is no text cannot be what its digest says; it counts as not there.
        let text = (self.fetch)(body.text)?.and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(text) = &text {
            self.remember(id, text);
        }
        Ok(text)
    }

    fn remember(&mut self, id: RecordId, text: &str) {
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back((id, text.to_owned()));
    }
}

/// The revisions that operations made, those of one interview together.
pub(crate) fn revisions<'a>(ops: impl Iterator<Item = &'a Op>) -> Vec<(RecordId, &'a RevisionBody)> {
    let changes = ops.flat_map(|op| &op.changes);
    let mut found: Vec<_> = changes
        .filter_map(|change| match &change.after {
            After::Set(Value::RevisionBody(body)) => Some((change.record, body.as_ref())),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(_, body)| body.interview);
    found
}

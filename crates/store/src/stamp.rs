//! Which operations a file holds, in brief: enough to tell that something derived from them is stale.

use crate::StoreError;
use crate::db::Db;
use crate::meta;
use model::OpId;
use uuid::Uuid;

/// Which operations a file holds, in brief.
///
/// Two files with equal counts and equal XOR hold the same operations, whatever the order in which they
/// came. Whoever keeps something derived from the journal (the search index) keeps the stamp beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JournalStamp {
    /// The operation committed last in this file; `None` in an empty one.
    pub last: Option<OpId>,
    /// How many operations there are.
    pub count: u64,
    /// All identifiers combined bit by bit.
    pub xor: u128,
}

impl JournalStamp {
    /// Counts an operation in.
    pub(crate) fn add(&mut self, op: OpId) {
        self.last = Some(op);
        self.count += 1;
        self.xor ^= op.0.as_u128();
    }

    /// The stamp of operations in the order of commit.
    pub(crate) fn of(ops: impl IntoIterator<Item = OpId>) -> JournalStamp {
        let mut stamp = JournalStamp::default();
        ops.into_iter().for_each(|op| stamp.add(op));
        stamp
    }

    /// The stamp that the file keeps.
    pub(crate) fn load(db: &Db) -> Result<JournalStamp, StoreError> {
        match meta::get(db, meta::key::JOURNAL)? {
            None => Ok(JournalStamp::default()),
            Some(text) => parse(&text).ok_or_else(|| StoreError::damaged("the journal's stamp")),
        }
    }

    /// Keeps the stamp in the file.
    pub(crate) fn save(self, db: &Db) -> Result<(), StoreError> {
        let last = self.last.map(|op| op.to_string()).unwrap_or_default();
        let text = format!("{} {} {last}", self.count, Uuid::from_u128(self.xor));
        meta::set(db, meta::key::JOURNAL, &text)
    }
}

fn parse(text: &str) -> Option<JournalStamp> {
    let mut parts = text.split(' ');
    let count = parts.next()?.parse().ok()?;
    let xor = Uuid::parse_str(parts.next()?).ok()?.as_u128();
    let last = parts.next().filter(|last| !last.is_empty()).map(str::parse).transpose().ok()?;
    Some(JournalStamp { last, count, xor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_commit_does_not_change_what_is_held() {
        let ops = [3, 1, 2].map(|n| OpId(Uuid::from_u128(n)));
        let one = JournalStamp::of(ops);
        let other = JournalStamp::of([ops[2], ops[0], ops[1]]);
        assert_eq!((one.count, one.xor), (other.count, other.xor));
        assert_ne!(one.last, other.last);
    }
}

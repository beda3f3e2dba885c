//! Identifiers, counters and fields as columns.

use crate::StoreError;
use model::value::{Field, Group};
use model::{Digest, OpId, RecordId};
use rusqlite::Row;
use uuid::Uuid;

/// An operation's identifier in a column.
pub(crate) fn op_id(row: &Row<'_>, column: usize) -> rusqlite::Result<OpId> {
    Ok(OpId(Uuid::from_bytes(row.get(column)?)))
}

/// An operation's identifier in a column that may be null.
pub(crate) fn op_id_or_null(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<OpId>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(|bytes| OpId(Uuid::from_bytes(bytes))))
}

/// A record's identifier in a column.
pub(crate) fn record_id(row: &Row<'_>, column: usize) -> rusqlite::Result<RecordId> {
    Ok(RecordId(Uuid::from_bytes(row.get(column)?)))
}

/// A digest in a column.
pub(crate) fn digest(row: &Row<'_>, column: usize) -> rusqlite::Result<Digest> {
    Ok(Digest(row.get(column)?))
}

/// A count or counter in a column; what is negative there, which only damage can make, reads as 0.
pub(crate) fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}

/// A counter as SQLite holds it.
pub(crate) fn stored(counter: u64, op: OpId) -> Result<i64, StoreError> {
    i64::try_from(counter)
        .map_err(|_| StoreError::Unstorable { op, detail: format!("counter {counter} is out of range") })
}

/// The operations that a version replaces, as one column.
pub(crate) fn pack_bases(bases: &[OpId]) -> Vec<u8> {
    bases.iter().flat_map(|base| base.0.into_bytes()).collect()
}

/// The operations that a version replaces.
pub(crate) fn unpack_bases(column: &[u8]) -> Result<Vec<OpId>, StoreError> {
    let (bases, rest) = column.as_chunks::<16>();
    if !rest.is_empty() {
        return Err(StoreError::damaged("a version names its bases with half an identifier"));
    }
    Ok(bases.iter().map(|bytes| OpId(Uuid::from_bytes(*bytes))).collect())
}

/// The field that a name such as `code.name` or `interview.finished:UUID` stands for.
pub(crate) fn field(name: &str) -> Result<Field, StoreError> {
    let unknown = || StoreError::damaged(format!("there is no field `{name}`"));
    let (group, key) = match name.split_once(':') {
        Some((group, key)) => (group, Some(key.parse().map_err(|_| unknown())?)),
        None => (name, None),
    };
    let group = Group::ALL.iter().copied().find(|known| known.as_str() == group).ok_or_else(unknown)?;
    Ok(Field { group, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_reads_back_from_its_name() {
        let key = Some(RecordId(Uuid::from_u128(7)));
        for known in [Field::from(Group::CodeName), Field { group: Group::RoundDone, key }] {
            assert_eq!(field(&known.to_string()), Ok(known));
        }
        assert!(field("code.smell").is_err());
        assert!(field("round.done:7").is_err());
    }

    #[test]
    fn bases_read_back_from_their_column() {
        let bases = [OpId(Uuid::from_u128(1)), OpId(Uuid::from_u128(u128::MAX))];
        assert_eq!(unpack_bases(&pack_bases(&bases)), Ok(bases.to_vec()));
        assert_eq!(unpack_bases(&[]), Ok(vec![]));
        assert!(unpack_bases(&[0; 17]).is_err());
    }
}

//! Conflicts settled and doubles united.

use crate::command::Command;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::names::{self, NameError};
use crate::wording;
use i18n::Lang;
use model::study::Seen;
use model::value::{Field, Group};
use model::{OpId, RecordId};
use serde::Serialize;

/// A conflict that was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettleAnswer {
    /// The record.
    pub record: RecordId,
    /// What it is called.
    pub name: String,
    /// The field.
    pub group: String,
    /// The version that was kept.
    pub kept: OpId,
}

/// Two records that were united.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UniteAnswer {
    /// The one that stays.
    pub record: RecordId,
    /// The one that follows it.
    pub with: RecordId,
    /// What the first is called.
    pub name: String,
}

/// The field of that name: `code.name`, or `interview.finished:` with a coder's identifier.
#[must_use]
pub fn field(text: &str) -> Option<Field> {
    let (name, key) = text.split_once(':').map_or((text, None), |(name, key)| (name, Some(key)));
    let group = Group::ALL.iter().copied().find(|group| group.as_str() == name)?;
    let key = key.map(str::parse).transpose().ok()?;
    Some(Field { group, key })
}

/// Keeps one of the versions that disagree.
///
/// # Errors
/// When there is no such version, nothing to settle, or nobody acts.
pub fn settle(
    engine: &mut Engine,
    lang: Lang,
    record: &str,
    field: Field,
    keep: OpId,
) -> Result<SettleAnswer, Failure> {
    let record = names::record(&engine.seen(), record)?;
    engine.run(Command::Settle { record, field, keep })?;
    let name = wording::record_name(lang, &engine.seen(), record);
    Ok(SettleAnswer { record, name, group: field.to_string(), kept: keep })
}

/// Unites two interviews, codes, participants or members, by name or identifier: the second follows the
/// first.
///
/// # Errors
/// When a name leads to nothing or to several records, or the two are of different kinds.
pub fn unite(engine: &mut Engine, lang: Lang, first: &str, second: &str) -> Result<UniteAnswer, Failure> {
    let seen = engine.seen();
    let (record, with) = (anything(&seen, first)?, anything(&seen, second)?);
    engine.run(Command::Unite { record, with })?;
    let name = wording::record_name(lang, &engine.seen(), record);
    Ok(UniteAnswer { record, with, name })
}

/// A record of any kind that can be united. A name that leads to several is an error that lists them.
fn anything(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    if let Ok(id) = names::record(seen, name) {
        return Ok(id);
    }
    let found = [
        names::interview(seen, name),
        names::code(seen, name),
        names::participant(seen, name),
        names::member(seen, name),
    ];
    names::the_only(name, found)
}

#[cfg(test)]
mod tests {
    use super::field;
    use model::RecordId;
    use model::value::Group;
    use uuid::Uuid;

    #[test]
    fn fields_are_read_as_they_are_printed() {
        for group in Group::ALL {
            let plain = model::value::Field::from(*group);
            let keyed = model::value::Field { key: Some(RecordId(Uuid::from_u128(7))), ..plain };
            assert_eq!(field(&plain.to_string()), Some(plain));
            assert_eq!(field(&keyed.to_string()), Some(keyed));
        }
        assert_eq!(field("code.nom"), None);
        assert_eq!(field("interview.finished:x"), None);
    }
}

//! Operations that put two histories in order: a conflict settled, two records united.

use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::names::NameError;
use crate::texts::Pages;
use model::op::{After, OpKind};
use model::text::Edit;
use model::value::{
    Field, Group, InterviewCurrent, Kind, Life, Parent, Redirect, RevisionBody, RevisionOrigin,
};
use model::{Digest, OpId, RecordId};
use std::sync::Arc;

/// Keeps one of the versions that disagree. A contested deletion is settled by keeping the deletion, or
/// any other version: the record then lives.
pub(crate) fn settle(
    mut draft: Draft<'_>,
    record: RecordId,
    field: Field,
    keep: OpId,
) -> Result<Drafted, Failure> {
    let unknown = NameError::Unknown { kind: Kind::Unknown, name: record.to_string(), known: Vec::new() };
    let found = draft.seen.record(record).ok_or(unknown)?;
    let kind = OpKind::Settle { record, field };
    if field.group == Group::Life && found.deletion_contested() {
        let deletes = found.register(field).is_some_and(|register| register.version(keep).is_some());
        if !deletes && !found.fields().any(|(_, register)| register.version(keep).is_some()) {
            return Err(Failure::NotAHead { version: keep });
        }
        match deletes {
            true => draft.delete(record),
            false => draft.settle(record, field, After::Set(Life::new(true).into())),
        }
        return Ok(draft.done(kind, Vec::new()));
    }
    let register = found.register(field).ok_or(Failure::NotAHead { version: keep })?;
    let head =
        register.heads().find(|head| head.stamp.op == keep).ok_or(Failure::NotAHead { version: keep })?;
    if !register.is_conflict() {
        return Err(Failure::Nothing);
    }
    let after = head.value.clone().map_or(After::Unset(field), After::Set);
    draft.settle(record, field, after);
    Ok(draft.done(kind, Vec::new()))
}

/// Unites two records: the second follows the first. Two interviews also get a revision that both texts
/// lead to, so that the passages of either keep their places.
pub(crate) fn unite(
    mut draft: Draft<'_>,
    record: RecordId,
    with: RecordId,
    pages: &Pages,
) -> Result<Drafted, Failure> {
    let kind = draft.seen.kind(record);
    let unitable = matches!(kind, Kind::Code | Kind::Member | Kind::Participant | Kind::Interview);
    if !unitable || kind != draft.seen.kind(with) || draft.seen.resolve(record) == draft.seen.resolve(with) {
        return Err(Failure::NotUnitable);
    }
    draft.alive(record, kind)?;
    draft.alive(with, kind)?;
    let (stays, follows) = (draft.seen.resolve(record), draft.seen.resolve(with));
    let mut made = Vec::new();
    if kind == Kind::Interview
        && let (Some(ours), Some(theirs)) = (pages.get(stays), pages.get(follows))
    {
        let revision = draft.new_record();
        let text = ours.text.text();
        let body = RevisionBody {
            interview: stays,
            parents: vec![
                Parent { revision: ours.revision, edit: Arc::new(Edit::default()) },
                Parent { revision: theirs.revision, edit: Arc::new(Edit::between(theirs.text.text(), text)) },
            ],
            text: Digest::of(text.as_bytes()),
            length: ours.text.len_scalars(),
            turns: None,
            origin: RevisionOrigin::United,
            extra: model::value::Extra::new(),
        };
        draft.set_new(revision, Box::new(body));
        draft.set(stays, InterviewCurrent::new(revision));
        made.push(revision);
    }
    draft.set(follows, Redirect::new(Some(stays)));
    Ok(draft.done(OpKind::Unite { record: stays, with: follows }, made))
}

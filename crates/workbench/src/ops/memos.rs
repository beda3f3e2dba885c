//! Operations on memos.

use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::op::OpKind;
use model::value::{Kind, MemoKind, MemoTarget, MemoText};

pub(crate) fn write(
    mut draft: Draft<'_>,
    memo: Option<RecordId>,
    target: Option<RecordId>,
    kind: MemoKind,
    text: MemoText,
) -> Result<Drafted, Failure> {
    if text.title.trim().is_empty() && text.body.trim().is_empty() {
        return Err(Failure::EmptyName);
    }
    // Names in double brackets become what they lead to, once and for all.
    let text = MemoText { body: crate::links::resolved(&draft.seen, &text.body), ..text };
    let me = draft.me;
    let (id, known) = match memo {
        Some(id) => {
            draft.alive(id, Kind::Memo)?;
            (id, draft.seen.memos().into_iter().find(|known| known.id == id))
        }
        None => (draft.new_record(), None),
    };
    // A memo on what was deleted since can still be written on.
    if let Some(target) = target.filter(|_| known.as_ref().is_none_or(|known| known.target != target)) {
        about(&draft, target)?;
    }
    match known {
        None => {
            draft.set_new(id, MemoTarget::new(target, kind, me));
            draft.set_new(id, text);
        }
        Some(known) => {
            if (known.target, known.kind) != (target, kind) {
                draft.set(id, MemoTarget::new(target, kind, known.author));
            }
            if (known.title, known.body) != (text.title.as_str(), text.body.as_str()) {
                draft.set(id, text);
            }
        }
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::WriteMemo { memo: id }, if memo.is_none() { vec![id] } else { Vec::new() }))
}

/// A memo is about anything that is there.
fn about(draft: &Draft<'_>, target: RecordId) -> Result<(), Failure> {
    match draft.seen.record(target).filter(|record| record.exists()) {
        Some(record) if record.is_deleted() => Err(Failure::Deleted { record: target }),
        Some(_) => Ok(()),
        None => draft.alive(target, Kind::Unknown),
    }
}

pub(crate) fn delete(mut draft: Draft<'_>, memo: RecordId) -> Result<Drafted, Failure> {
    draft.alive(memo, Kind::Memo)?;
    draft.delete(memo);
    Ok(draft.done(OpKind::DeleteMemo { memo }, Vec::new()))
}

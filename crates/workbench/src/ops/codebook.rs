//! Operations on several codes, or on the passages of one: a split, a removal.

use super::codes::{self, live};
use crate::command::CodeChoice;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::basis::Basis;
use model::op::OpKind;
use model::order::OrderKey;
use model::value::{CodePlace, CodingCode};
use std::collections::{BTreeMap, BTreeSet};

/// Gives each passage of a code the code that was chosen for it. The split code stays, with what was not
/// assigned; a passage that has another code by now is refused.
pub(crate) fn split(
    mut draft: Draft<'_>,
    code: RecordId,
    targets: &[CodeChoice],
    passages: &[(RecordId, usize)],
) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    let used: BTreeSet<usize> = passages.iter().map(|(_, target)| *target).collect();
    let mut found: BTreeMap<usize, RecordId> = BTreeMap::new();
    let mut made = Vec::new();
    for at in used {
        let id = match targets.get(at).ok_or(Failure::Nothing)? {
            CodeChoice::Existing(id) => live(&draft, *id)?,
            CodeChoice::New(new) => {
                let id = codes::add(&mut draft, new)?;
                made.push(id);
                id
            }
        };
        found.insert(at, id);
    }
    let mut moved = 0;
    for (coding, target) in passages {
        let known = draft.seen.coding(*coding).ok_or(Failure::Deleted { record: *coding })?;
        let to = found.get(target).copied().ok_or(Failure::Nothing)?;
        if known.code != code || to == code {
            continue;
        }
        draft.set(*coding, CodingCode::new(to));
        moved += 1;
    }
    if moved == 0 {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::SplitCode { code, codings: moved }, made))
}

/// Deletes codes together with their codings; what stands below them moves up to what stands above.
pub(crate) fn remove(mut draft: Draft<'_>, gone: &[RecordId]) -> Result<Drafted, Failure> {
    let gone: BTreeSet<RecordId> = gone.iter().map(|code| live(&draft, *code)).collect::<Result<_, _>>()?;
    let Some(first) = gone.first().copied() else { return Err(Failure::Nothing) };
    lift(&mut draft, &gone);
    let ids: Vec<RecordId> = gone.iter().copied().collect();
    let codings: Vec<RecordId> =
        draft.seen.codings_with(&ids, &Basis::everything()).map(|coding| coding.id).collect();
    codings.into_iter().for_each(|coding| draft.delete(coding));
    gone.iter().for_each(|code| draft.delete(*code));
    let kind = match u32::try_from(gone.len()) {
        Ok(1) => OpKind::DeleteCode { code: first },
        count => OpKind::DeleteCodes { codes: count.unwrap_or(u32::MAX) },
    };
    Ok(draft.done(kind, Vec::new()))
}

/// Puts what stands below the codes that go under the nearest code above that stays, at the end.
fn lift(draft: &mut Draft<'_>, gone: &BTreeSet<RecordId>) {
    let seen = draft.seen.clone();
    let nodes = seen.codes();
    let staying = |mut at: Option<RecordId>| {
        while let Some(id) = at.filter(|id| gone.contains(id)) {
            at = seen.code(id).and_then(|node| node.parent);
        }
        at
    };
    let mut last: BTreeMap<Option<RecordId>, OrderKey> = BTreeMap::new();
    for node in nodes.iter().filter(|node| !node.deleted && !gone.contains(&node.id)) {
        last.insert(node.parent, node.order.clone());
    }
    let lifted = nodes.iter().filter(|node| !gone.contains(&node.id));
    for node in lifted.filter(|node| node.parent.is_some_and(|parent| gone.contains(&parent))) {
        let parent = staying(node.parent);
        let order = OrderKey::between(last.get(&parent), None);
        draft.set(node.id, CodePlace::new(parent, order.clone()));
        last.insert(parent, order);
    }
}

//! Levels: labels grouped into properties, properties into categories.

use super::count;
use crate::command::theory::Under;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::order::OrderKey;
use model::study::CodeNode;
use model::value::{CodeLevel, CodePlace, Level};
use std::collections::BTreeMap;

/// A code stands below one of its own level or a higher one.
///
/// # Errors
/// When the code above is of a lower level.
pub(crate) fn fits_below(
    draft: &Draft<'_>,
    code: RecordId,
    level: Level,
    parent: Option<RecordId>,
) -> Result<(), Failure> {
    match parent.and_then(|parent| draft.seen.code(parent)) {
        Some(above) if above.level < level => Err(Failure::LevelAbove { code, above: above.id }),
        _ => Ok(()),
    }
}

pub(super) fn set(mut draft: Draft<'_>, codes: &[RecordId], level: Level) -> Result<Drafted, Failure> {
    let mut changed: BTreeMap<RecordId, Level> = BTreeMap::new();
    for code in codes {
        let code = codes::live(&draft, *code)?;
        if draft.seen.code(code).is_some_and(|node| node.level != level) {
            changed.insert(code, level);
        }
    }
    let first = codes.iter().map(|code| draft.seen.resolve(*code)).find(|code| changed.contains_key(code));
    let code = first.ok_or(Failure::Nothing)?;
    levels_agree(&draft, &changed)?;
    for code in changed.keys() {
        draft.set(*code, CodeLevel::new(level));
    }
    Ok(draft.done(OpKind::SetLevel { code, codes: count(changed.len()), level }, Vec::new()))
}

/// No code may come to stand above a higher one. What was so before, through a merge, stays as it is.
///
/// # Errors
/// When a code would be lower than one below it.
pub(crate) fn levels_agree(draft: &Draft<'_>, changed: &BTreeMap<RecordId, Level>) -> Result<(), Failure> {
    let level = |node: &CodeNode| changed.get(&node.id).copied().unwrap_or(node.level);
    for node in draft.seen.codes().into_iter().filter(|node| !node.deleted) {
        let Some(above) = node.parent.and_then(|parent| draft.seen.code(parent)) else { continue };
        let touched = changed.contains_key(&node.id) || changed.contains_key(&above.id);
        if touched && level(above) < level(node) {
            return Err(match changed.contains_key(&node.id) {
                true => Failure::LevelAbove { code: node.id, above: above.id },
                false => Failure::LevelBelow { code: above.id, below: node.id },
            });
        }
    }
    Ok(())
}

pub(super) fn group(mut draft: Draft<'_>, codes: &[RecordId], under: Under) -> Result<Drafted, Failure> {
    let mut moved: Vec<CodeNode> = Vec::new();
    for code in codes {
        let code = codes::live(&draft, *code)?;
        let node = draft.seen.code(code).filter(|_| !moved.iter().any(|known| known.id == code));
        moved.extend(node.cloned());
    }
    if moved.is_empty() {
        return Err(Failure::Nothing);
    }
    let (parent, made) = match under {
        Under::Top => (None, Vec::new()),
        Under::Code(code) => (Some(codes::live(&draft, code)?), Vec::new()),
        Under::New(new) => {
            if let Some(high) = moved.iter().find(|node| node.level > new.level) {
                return Err(Failure::LevelTooLow { name: new.name, below: high.id });
            }
            let code = codes::add(&mut draft, &new)?;
            (Some(code), vec![code])
        }
    };
    let mut last = draft.seen.codes().into_iter().rfind(|node| node.parent == parent && !node.deleted);
    if made.is_empty() {
        moved.retain(|node| node.parent != parent);
    } else {
        last = None;
    }
    named_apart(&draft, &moved, parent.filter(|_| made.is_empty()))?;
    let mut order = last.map(|node| node.order.clone());
    for node in &moved {
        if parent.is_some_and(|parent| draft.seen.code_with_descendants(node.id).contains(&parent)) {
            return Err(Failure::BelowItself);
        }
        fits_below(&draft, node.id, node.level, parent.filter(|_| made.is_empty()))?;
        let next = OrderKey::between(order.as_ref(), None);
        draft.set(node.id, CodePlace::new(parent, next.clone()));
        order = Some(next);
    }
    if moved.is_empty() {
        return Err(Failure::Nothing);
    }
    let kind = match parent {
        Some(under) => OpKind::GroupCodes { under, codes: count(moved.len()) },
        None => OpKind::MoveCode { code: moved[0].id },
    };
    Ok(draft.done(kind, made))
}

/// What is put together must be told apart by name, below a known code (`parent`) or a new one.
fn named_apart(draft: &Draft<'_>, moved: &[CodeNode], parent: Option<RecordId>) -> Result<(), Failure> {
    let there = draft.seen.codes().into_iter().filter(|node| !node.deleted);
    let there = there.filter(|node| parent.is_some() && node.parent == parent);
    let mut known: BTreeMap<String, RecordId> =
        there.map(|node| (node.name.to_lowercase(), node.id)).collect();
    for node in moved {
        let same = known.insert(node.name.to_lowercase(), node.id).filter(|same| *same != node.id);
        if let Some(code) = same {
            return Err(Failure::SameName { name: node.name.clone(), code });
        }
    }
    Ok(())
}

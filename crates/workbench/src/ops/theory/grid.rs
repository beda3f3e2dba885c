//! Codes set before the interviews were read: a reading grid, with an order of priority.

use super::count;
use crate::command::CodeRow;
use crate::command::theory::GridRow;
use crate::draft::{Draft, Drafted};
use crate::failure::{Failure, RowProblem};
use crate::ops::codes::{self, Paths};
use model::RecordId;
use model::op::OpKind;
use model::value::{CodeDefinition, CodeLevel, CodeOrigin, CodeSource};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn set_origin(
    mut draft: Draft<'_>,
    code: RecordId,
    origin: CodeOrigin,
) -> Result<Drafted, Failure> {
    let code = codes::live(&draft, code)?;
    let nothing = CodeOrigin::new(CodeSource::Emergent, None);
    if draft.seen.code_origin(code).unwrap_or(&nothing) == &origin {
        return Err(Failure::Nothing);
    }
    draft.set(code, origin);
    Ok(draft.done(OpKind::SetOrigin { code }, Vec::new()))
}

/// Takes a grid in. A code that is there already stays where it is, and is said to be of the grid; a name
/// that the grid gives twice is refused, for nobody knows which of the two was meant.
pub(super) fn import(mut draft: Draft<'_>, rows: &[GridRow]) -> Result<Drafted, Failure> {
    named_once(rows)?;
    let mut paths = Paths::new(&draft);
    let mut created: BTreeSet<RecordId> = BTreeSet::new();
    // What stands above comes first, so that it has the level and the words of its own row.
    let mut in_turn: Vec<(u32, &GridRow)> = (1..).zip(rows).collect();
    in_turn.sort_by_key(|(place, row)| (row.path.matches(" / ").count(), *place));
    for (place, row) in in_turn {
        let (path, definition) = (row.path.clone(), row.definition.clone());
        let new = CodeRow { path, definition, level: row.level, ..CodeRow::default() };
        let before = paths.created.len();
        let code = paths.find_or_add(&mut draft, &row.path, &new)?;
        created.extend(&paths.created[before..]);
        let origin = CodeOrigin::new(CodeSource::APriori, Some(row.priority.unwrap_or(place)));
        if created.contains(&code) {
            draft.set_new(code, origin);
        } else if draft.seen.code_origin(code) != Some(&origin) {
            draft.set(code, origin);
        }
        if !created.contains(&code) {
            complete(&mut draft, code, row);
        }
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::ImportGrid { codes: count(rows.len()) }, paths.created))
}

/// What the grid says of a code that was there and said nothing itself.
fn complete(draft: &mut Draft<'_>, code: RecordId, row: &GridRow) {
    let Some(node) = draft.seen.code(code).cloned() else { return };
    if node.definition.trim().is_empty() && !row.definition.is_empty() {
        let empty = String::new;
        draft.set(code, CodeDefinition::new(row.definition.clone(), empty(), empty(), empty()));
    }
    let fits = |level| super::fits_below(draft, code, level, node.parent).is_ok();
    if let Some(level) = row.level.filter(|level| *level > node.level && fits(*level)) {
        draft.set(code, CodeLevel::new(level));
    }
}

fn named_once(rows: &[GridRow]) -> Result<(), Failure> {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let names = row.path.split(" / ").map(codes::tidy).collect::<Result<Vec<_>, _>>()?;
        let path = names.join(" / ");
        if let Some(first) = lines.insert(path.to_lowercase(), row.line) {
            return Err(Failure::Row {
                line: row.line,
                problem: RowProblem::NamedTwice { name: path, first },
            });
        }
    }
    Ok(())
}

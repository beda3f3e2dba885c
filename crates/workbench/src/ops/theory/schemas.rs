//! Schemas: what stands where.

use super::count;
use crate::command::theory::SchemaItem;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::study::Schema;
use model::value::{Kind, SchemaArrow, SchemaFrame, SchemaNode, SchemaNote, SchemaTitle, Value};

pub(super) fn write(
    mut draft: Draft<'_>,
    schema: Option<RecordId>,
    title: &str,
    items: Vec<SchemaItem>,
) -> Result<Drafted, Failure> {
    let title = codes::tidy(title)?;
    let mut made = Vec::new();
    let known = match schema {
        Some(schema) => {
            draft.alive(schema, Kind::Schema)?;
            draft.seen.schema(schema).ok_or(Failure::Deleted { record: schema })?
        }
        None => {
            made.push(draft.new_record());
            Schema::empty(made[0])
        }
    };
    let schema = known.id;
    if known.title != title {
        draft.set(schema, SchemaTitle::new(title));
    }
    for item in items {
        put(&mut draft, &known, item, &mut made)?;
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::WriteSchema { schema }, made))
}

pub(super) fn arrange(
    mut draft: Draft<'_>,
    schema: RecordId,
    items: Vec<SchemaItem>,
) -> Result<Drafted, Failure> {
    draft.alive(schema, Kind::Schema)?;
    let known = draft.seen.schema(schema).ok_or(Failure::Deleted { record: schema })?;
    let mut made = Vec::new();
    let mut changed = 0;
    for item in items {
        changed += usize::from(put(&mut draft, &known, item, &mut made)?);
    }
    if changed == 0 {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::ArrangeSchema { schema, items: count(changed) }, made))
}

/// Puts one thing where it goes; false where it is there already.
fn put(
    draft: &mut Draft<'_>,
    known: &Schema<'_>,
    item: SchemaItem,
    made: &mut Vec<RecordId>,
) -> Result<bool, Failure> {
    match item {
        SchemaItem::Node { code, at } => {
            let resolved = draft.seen.resolve(code);
            let shown = known.nodes.iter().find(|node| draft.seen.resolve(node.code) == resolved);
            // A code that was merged since keeps the field under which it was placed.
            let code = shown.map_or(resolved, |node| node.code);
            if at.is_some() {
                codes::live(draft, resolved)?;
            }
            if shown.and_then(|node| node.at) == at {
                return Ok(false);
            }
            Ok(set_once(draft, known.id, SchemaNode::new(code, at)))
        }
        SchemaItem::Arrow { relation, hidden, through } => {
            draft.alive(relation, Kind::Relation)?;
            let body = SchemaArrow::new(relation, hidden, through);
            let said = known.arrows.iter().find(|arrow| arrow.relation == relation);
            let same = said.map_or(!hidden && through.is_none(), |said| **said == body);
            Ok(!same && set_once(draft, known.id, body))
        }
        SchemaItem::Note { note, at, width, text } => {
            let id = note.unwrap_or_else(|| new(draft, made));
            let body = SchemaNote::new(text, id, at, width);
            let same = known.notes.iter().any(|said| **said == body);
            Ok(!same && set_once(draft, known.id, body))
        }
        SchemaItem::Frame { frame, at, size, title } => {
            let id = frame.unwrap_or_else(|| new(draft, made));
            let body = SchemaFrame::new(title, id, at, size);
            let same = known.frames.iter().any(|said| **said == body);
            Ok(!same && set_once(draft, known.id, body))
        }
    }
}

/// Sets a field, unless this very operation has set it already: the first word counts.
fn set_once(draft: &mut Draft<'_>, schema: RecordId, value: impl Into<Value>) -> bool {
    let value = value.into();
    let there = draft.sets(schema, value.field());
    if !there {
        draft.set(schema, value);
    }
    !there
}

fn new(draft: &mut Draft<'_>, made: &mut Vec<RecordId>) -> RecordId {
    let id = draft.new_record();
    made.push(id);
    id
}

pub(super) fn delete(mut draft: Draft<'_>, schema: RecordId) -> Result<Drafted, Failure> {
    draft.alive(schema, Kind::Schema)?;
    draft.delete(schema);
    Ok(draft.done(OpKind::DeleteSchema { schema }, Vec::new()))
}

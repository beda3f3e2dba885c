//! Schemas: what stands where.

use super::count;
use crate::command::theory::SchemaItem;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::ops::codes;
use model::RecordId;
use model::op::OpKind;
use model::study::Schema;
use model::value::{Kind, SchemaArrow, SchemaFrame, SchemaNode, SchemaNote, SchemaTitle};

pub(super) fn write(mut draft: Draft<'_>, schema: Option<RecordId>, title: &str) -> Result<Drafted, Failure> {
    let title = codes::tidy(title)?;
    if let Some(schema) = schema {
        draft.alive(schema, Kind::Schema)?;
        if draft.seen.schema(schema).is_some_and(|known| known.title == title) {
            return Err(Failure::Nothing);
        }
        draft.set(schema, SchemaTitle::new(title));
        return Ok(draft.done(OpKind::WriteSchema { schema }, Vec::new()));
    }
    let schema = draft.new_record();
    draft.set_new(schema, SchemaTitle::new(title));
    Ok(draft.done(OpKind::WriteSchema { schema }, vec![schema]))
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
            let same = shown.and_then(|node| node.at) == at;
            if !same {
                draft.set(known.id, SchemaNode::new(code, at));
            }
            Ok(!same)
        }
        SchemaItem::Arrow { relation, hidden, through } => {
            draft.alive(relation, Kind::Relation)?;
            let body = SchemaArrow::new(relation, hidden, through);
            let said = known.arrows.iter().find(|arrow| arrow.relation == relation);
            let same = said.map_or(!hidden && through.is_none(), |said| **said == body);
            if !same {
                draft.set(known.id, body);
            }
            Ok(!same)
        }
        SchemaItem::Note { note, at, width, text } => {
            let id = note.unwrap_or_else(|| new(draft, made));
            let body = SchemaNote::new(text, id, at, width);
            let same = known.notes.iter().any(|said| **said == body);
            if !same {
                draft.set(known.id, body);
            }
            Ok(!same)
        }
        SchemaItem::Frame { frame, at, size, title } => {
            let id = frame.unwrap_or_else(|| new(draft, made));
            let body = SchemaFrame::new(title, id, at, size);
            let same = known.frames.iter().any(|said| **said == body);
            if !same {
                draft.set(known.id, body);
            }
            Ok(!same)
        }
    }
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

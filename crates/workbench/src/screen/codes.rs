//! The view of the code tree.

use super::{Making, Showing};
use crate::views::{CodeRow, CodeTreeView};

pub(super) fn make(making: &Making<'_>, showing: &Showing) -> CodeTreeView {
    let nodes = making.seen.codes();
    let rows: Vec<CodeRow> = nodes
        .iter()
        .map(|node| {
            let count = making.counts.of(node.id);
            let above =
                node.path.strip_suffix(node.name.as_str()).and_then(|above| above.strip_suffix(" / "));
            CodeRow {
                id: node.id,
                depth: node.depth,
                level: node.level,
                label: node.name.as_str().into(),
                path: above.unwrap_or_default().into(),
                definition: node.definition.as_str().into(),
                hue: node.hue,
                in_vivo: node.in_vivo,
                own: count.own,
                total: count.total,
                participants: count.participants.len(),
                favourite: showing.favourites.iter().find(|(_, code)| **code == node.id).map(|(key, _)| *key),
                layer: node.layer,
            }
        })
        .collect();
    let in_vivo = rows.iter().filter(|row| row.in_vivo).count();
    CodeTreeView { key: making.generation, in_vivo, rows: rows.into() }
}

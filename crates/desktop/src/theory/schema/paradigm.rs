//! A schema after the paradigm model of Strauss and Corbin: the phenomenon in the middle, a frame for each
//! thing that one asks about it, and in each what is related so already.

use crate::words::Words;
use model::RecordId;
use model::value::{Point, RelationSort};
use std::collections::BTreeSet;
use workbench::command::theory::SchemaItem;
use workbench::views::theory::TiedCode;

type Corner = (i32, i32);
type Extent = (u32, u32);

/// Where a frame stands, and how large it is while it is empty.
const FRAMES: [(RelationSort, Corner, Extent); 5] = [
    (RelationSort::CausalCondition, (-560, -110), (270, 220)),
    (RelationSort::Context, (-160, -330), (320, 180)),
    (RelationSort::InterveningCondition, (-160, 150), (320, 180)),
    (RelationSort::Strategy, (290, -110), (270, 220)),
    (RelationSort::Consequence, (680, -110), (270, 220)),
];
/// Between two boxes in a frame.
const STEP: i32 = 70;

/// What stands on the schema, and where.
pub(super) fn items(phenomenon: RecordId, ties: &[TiedCode], words: Words) -> Vec<SchemaItem> {
    let mut items = vec![SchemaItem::Node { code: phenomenon, at: Some(Point { x: 0, y: 0 }) }];
    let mut placed = BTreeSet::from([phenomenon]);
    for (sort, (x, y), (wide, high)) in FRAMES {
        let tied = ties.iter().filter(|tie| tie.sort == sort && tie.to == phenomenon);
        let codes: Vec<RecordId> = tied.map(|tie| tie.from).filter(|code| placed.insert(*code)).collect();
        let count = i32::try_from(codes.len()).unwrap_or(i32::MAX);
        let needed = u32::try_from(count.saturating_mul(STEP).saturating_add(60)).unwrap_or(high);
        let middle = x + i32::try_from(wide / 2).unwrap_or_default();
        items.push(SchemaItem::Frame {
            frame: None,
            at: Some(Point { x, y }),
            size: (wide, high.max(needed)),
            title: i18n::relation_sort(words.lang, sort.as_str()).to_owned(),
        });
        for (at, code) in (0..).zip(codes) {
            items.push(SchemaItem::Node { code, at: Some(Point { x: middle, y: y + 66 + STEP * at }) });
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> RecordId {
        RecordId::from(uuid::Uuid::from_u128(n))
    }

    #[test]
    fn what_is_related_stands_in_its_frame_once() {
        let tie = |from, sort| TiedCode { from: id(from), to: id(1), sort };
        let ties = [
            tie(2, RelationSort::Strategy),
            tie(3, RelationSort::Strategy),
            tie(2, RelationSort::Consequence),
            tie(4, RelationSort::Opposes),
        ];
        let items = items(id(1), &ties, Words::default());
        let nodes: Vec<(RecordId, Point)> = items
            .iter()
            .filter_map(|item| match item {
                SchemaItem::Node { code, at: Some(at) } => Some((*code, *at)),
                _ => None,
            })
            .collect();
        let expected = [
            (id(1), Point { x: 0, y: 0 }),
            (id(2), Point { x: 425, y: -44 }),
            (id(3), Point { x: 425, y: 26 }),
        ];
        assert_eq!(nodes, expected);
        let frames = items.iter().filter(|item| matches!(item, SchemaItem::Frame { .. })).count();
        assert_eq!(frames, 5);
    }
}

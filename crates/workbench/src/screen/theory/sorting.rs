//! The boards on which codes are sorted.

use super::super::Making;
use crate::views::theory::{BoardColumn, BoardView, CardView, SortingView};
use model::RecordId;
use model::study::CodeNode;
use model::value::{CodeSource, Level, Method};
use std::collections::HashMap;

pub(super) fn make(making: &Making<'_>) -> SortingView {
    let nodes: Vec<&CodeNode> = making.seen.codes().into_iter().filter(|node| !node.deleted).collect();
    let mut children: HashMap<RecordId, Vec<&CodeNode>> = HashMap::new();
    for node in &nodes {
        if let Some(parent) = node.parent {
            children.entry(parent).or_default().push(node);
        }
    }
    let sorter = Sorter { making, nodes, children };
    let steps = [(Level::Label, Level::Property), (Level::Property, Level::Category)];
    let last = (Level::Category, Level::Core);
    let central = sorter.nodes.iter().any(|node| node.level == Level::Core);
    let steps = steps.into_iter().chain(central.then_some(last));
    SortingView { boards: steps.map(|(cards, above)| sorter.board(cards, above)).collect() }
}

struct Sorter<'m, 'a> {
    making: &'m Making<'a>,
    nodes: Vec<&'a CodeNode>,
    children: HashMap<RecordId, Vec<&'a CodeNode>>,
}

impl Sorter<'_, '_> {
    fn board(&self, cards: Level, above: Level) -> BoardView {
        let unsorted = self.nodes.iter().filter(|node| node.level == cards && self.stands_alone(node));
        let columns = self.nodes.iter().filter(|node| self.is_column(node, cards, above));
        let column = |node: &&CodeNode| BoardColumn {
            id: node.id,
            name: node.name.as_str().into(),
            above: above_of(node).into(),
            level: node.level,
            cards: self.held(node.id, cards).map(|node| self.card(node)).collect(),
        };
        BoardView {
            cards,
            columns_level: above,
            unsorted: unsorted.map(|node| self.card(node)).collect(),
            columns: columns.map(column).collect(),
        }
    }

    /// Whatever has the level of columns; what is higher, where it holds cards or a study may skip a level.
    fn is_column(&self, node: &CodeNode, cards: Level, above: Level) -> bool {
        let skips = self.making.method == Method::Thematic && node.level.is_category();
        node.level == above || node.level > above && (skips || self.held(node.id, cards).next().is_some())
    }

    fn held(&self, column: RecordId, level: Level) -> impl Iterator<Item = &CodeNode> {
        let below = self.children.get(&column).into_iter().flatten().copied();
        below.filter(move |node| node.level == level)
    }

    /// At the top of the tree, or below something lower, as a merge can leave it.
    fn stands_alone(&self, node: &CodeNode) -> bool {
        let above = node.parent.and_then(|parent| self.making.seen.code(parent));
        above.is_none_or(|above| above.level < node.level)
    }

    fn card(&self, node: &CodeNode) -> CardView {
        let count = self.making.counts.of(node.id);
        let origin = self.making.seen.code_origin(node.id);
        CardView {
            id: node.id,
            label: node.name.as_str().into(),
            in_vivo: node.in_vivo,
            hue: node.hue,
            total: count.total,
            below: self.below(node.id),
            definition: node.definition.as_str().into(),
            a_priori: origin
                .filter(|origin| origin.source == CodeSource::APriori)
                .map(|origin| origin.priority.unwrap_or_default()),
        }
    }

    fn below(&self, code: RecordId) -> usize {
        let below = self.children.get(&code).into_iter().flatten();
        below.map(|node| 1 + self.below(node.id)).sum()
    }
}

/// The names above a code; empty at the top.
pub(in crate::screen) fn above_of(node: &CodeNode) -> &str {
    let above = node.path.strip_suffix(node.name.as_str()).and_then(|above| above.strip_suffix(" / "));
    above.unwrap_or_default()
}

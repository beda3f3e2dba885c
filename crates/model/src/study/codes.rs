//! The tree of codes.

use crate::RecordId;
use crate::graph::Links;
use crate::order::OrderKey;
use crate::records::{Record, Records};
use crate::value::{Group, Layer, Level, Value};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// One code of the tree.
#[derive(Clone, PartialEq, Debug)]
pub struct CodeNode {
    /// The code.
    pub id: RecordId,
    /// The code above it in the tree.
    pub parent: Option<RecordId>,
    /// How many codes are above it.
    pub depth: usize,
    /// Its own name.
    pub name: String,
    /// Names from the top, separated by ` / `.
    pub path: String,
    /// Its level.
    pub level: Level,
    /// Its layer.
    pub layer: Layer,
    /// True when the name is the participant's own words.
    pub in_vivo: bool,
    /// Index in the palette.
    pub hue: u16,
    /// Its definition, empty where none was written.
    pub definition: String,
    /// The coder in whose own book it stands; `None` for a code of the study.
    pub book: Option<RecordId>,
    /// Its place among its siblings.
    pub order: OrderKey,
    /// True when the code was deleted, yet something still uses it.
    pub deleted: bool,
}

/// The codes in the order of the tree, parents before children.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CodeTree {
    nodes: Vec<CodeNode>,
    places: HashMap<RecordId, usize>,
    /// Codes whose link upwards is ignored because it closes a circle.
    pub(super) circles: Vec<RecordId>,
}

impl CodeTree {
    pub(super) fn build(
        records: &Records,
        codes: &[RecordId],
        redirects: &Links,
        parents: &Links,
    ) -> CodeTree {
        let shown = codes.iter().filter(|id| redirects.target(**id).is_none());
        let mut children: BTreeMap<Option<RecordId>, Vec<CodeNode>> = BTreeMap::new();
        let mut nodes: HashMap<RecordId, CodeNode> = HashMap::default();
        for id in shown {
            if let Some(record) = records.get(*id).filter(|record| record.exists()) {
                nodes.insert(*id, node(*id, record));
            }
        }
        let known: Vec<RecordId> = nodes.keys().copied().collect();
        let alive = |id: RecordId| nodes.get(&id).is_some_and(|node| !node.deleted);
        let above: HashMap<RecordId, RecordId> = known
            .into_iter()
            .filter_map(|id| parents.target(id).filter(|parent| alive(*parent)).map(|parent| (id, parent)))
            .collect();
        for (id, mut node) in nodes {
            node.parent = above.get(&id).copied();
            children.entry(node.parent).or_default().push(node);
        }
        let mut tree = CodeTree { circles: parents.ignored().to_vec(), ..CodeTree::default() };
        tree.add_children(None, 0, "", &mut children);
        tree.places = tree.nodes.iter().enumerate().map(|(place, node)| (node.id, place)).collect();
        tree
    }

    fn add_children(
        &mut self,
        parent: Option<RecordId>,
        depth: usize,
        above: &str,
        children: &mut BTreeMap<Option<RecordId>, Vec<CodeNode>>,
    ) {
        let Some(mut nodes) = children.remove(&parent) else { return };
        nodes.sort_by(|a, b| (a.deleted, &a.order, a.id).cmp(&(b.deleted, &b.order, b.id)));
        for mut node in nodes {
            node.depth = depth;
            node.path = if above.is_empty() { node.name.clone() } else { format!("{above} / {}", node.name) };
            let (id, path) = (node.id, node.path.clone());
            self.nodes.push(node);
            self.add_children(Some(id), depth + 1, &path, children);
        }
    }

    /// The codes, parents before children; deleted ones that are still in use among them.
    #[must_use]
    pub fn nodes(&self) -> &[CodeNode] {
        &self.nodes
    }

    /// The code of that identifier, redirects not followed.
    #[must_use]
    pub fn node(&self, id: RecordId) -> Option<&CodeNode> {
        self.places.get(&id).map(|place| &self.nodes[*place])
    }

    /// The code and everything below it, in the order of the tree.
    #[must_use]
    pub fn with_descendants(&self, id: RecordId) -> &[CodeNode] {
        let Some(place) = self.places.get(&id).copied() else { return &[] };
        let depth = self.nodes[place].depth;
        let below = self.nodes[place + 1..].iter().take_while(|node| node.depth > depth).count();
        &self.nodes[place..=place + below]
    }
}

fn node(id: RecordId, record: &Record) -> CodeNode {
    let (layer, in_vivo) = match record.value(Group::CodeNature) {
        Some(Value::CodeNature(body)) => (body.layer, body.in_vivo),
        _ => (Layer::default(), false),
    };
    let text = |value: Option<&Value>| match value {
        Some(Value::CodeName(body)) => body.name.clone(),
        Some(Value::CodeDefinition(body)) => body.definition.clone(),
        _ => String::new(),
    };
    CodeNode {
        id,
        parent: None,
        depth: 0,
        name: text(record.value(Group::CodeName)),
        path: String::new(),
        level: match record.value(Group::CodeLevel) {
            Some(Value::CodeLevel(body)) => body.level,
            _ => Level::default(),
        },
        layer,
        in_vivo,
        hue: match record.value(Group::CodeColour) {
            Some(Value::CodeColour(body)) => body.hue,
            _ => 0,
        },
        definition: text(record.value(Group::CodeDefinition)),
        book: match record.value(Group::CodeBook) {
            Some(Value::CodeBook(body)) => body.coder,
            _ => None,
        },
        order: match record.value(Group::CodePlace) {
            Some(Value::CodePlace(body)) => body.order.clone(),
            _ => OrderKey::default(),
        },
        deleted: record.is_deleted(),
    }
}

/// Every redirect of the study, circles opened.
pub(super) fn redirect_links(records: &Records) -> Links {
    let links = records.iter().filter_map(|(id, record)| {
        let version = record.register(Group::Redirect.into())?.current()?;
        match &version.value {
            Some(Value::Redirect(body)) => body.into.map(|into| (id, into, version.stamp)),
            _ => None,
        }
    });
    Links::new(links)
}

/// The links from codes to the codes above them, redirects followed, circles opened.
pub(super) fn code_links(records: &Records, codes: &[RecordId], redirects: &Links) -> Links {
    let links = codes.iter().filter_map(|id| {
        let version = records.get(*id)?.register(Group::CodePlace.into())?.current()?;
        match &version.value {
            Some(Value::CodePlace(body)) => {
                body.parent.map(|parent| (*id, redirects.resolve(parent), version.stamp))
            }
            _ => None,
        }
    });
    Links::new(links)
}

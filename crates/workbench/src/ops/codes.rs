//! Operations on codes.

use crate::command::{CodeRow, NewCode};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::op::OpKind;
use model::order::OrderKey;
use model::study::CodeNode;
use model::value::{
    CodeColour, CodeDefinition, CodeLevel, CodeName, CodeNature, CodePlace, Kind, Layer, Level, Redirect,
};
use std::collections::HashMap;

/// How many hues a code is given in turn before they come again.
const HUES: u16 = 7;

/// A name without outer or doubled spaces; no-break spaces inside stay.
pub(crate) fn tidy(name: &str) -> Result<String, Failure> {
    let name =
        name.split([' ', '\t', '\n', '\r']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() { Err(Failure::EmptyName) } else { Ok(name) }
}

/// The code that stands for this one now: one that was merged away leads to it.
///
/// # Errors
/// When there is no such code, or either was deleted.
pub(crate) fn live(draft: &Draft<'_>, code: RecordId) -> Result<RecordId, Failure> {
    draft.alive(code, Kind::Code)?;
    let stands = draft.seen.resolve(code);
    draft.alive(stands, Kind::Code)?;
    Ok(stands)
}

pub(crate) fn create(mut draft: Draft<'_>, new: &NewCode) -> Result<Drafted, Failure> {
    let code = add(&mut draft, new)?;
    Ok(draft.done(OpKind::CreateCode { code }, vec![code]))
}

/// Adds a new code to a draft.
pub(crate) fn add(draft: &mut Draft<'_>, new: &NewCode) -> Result<RecordId, Failure> {
    let name = tidy(&new.name)?;
    let parent = new.parent.map(|parent| live(draft, parent)).transpose()?;
    if let Some(above) =
        parent.and_then(|parent| draft.seen.code(parent)).filter(|above| above.level < new.level)
    {
        return Err(Failure::LevelTooHigh { name, above: above.id });
    }
    let siblings = siblings(draft, parent);
    if let Some(same) = siblings.iter().find(|sibling| is_called(sibling, &name)) {
        return Err(Failure::SameName { name, code: same.id });
    }
    let order = OrderKey::between(siblings.last().map(|last| &last.order), None);
    let hue = new.hue.unwrap_or_else(|| next_hue(draft, parent));
    let code = draft.new_record();
    draft.set_new(code, CodeName::new(name));
    draft.set_new(code, CodePlace::new(parent, order));
    draft.set_new(code, CodeLevel::new(new.level));
    draft.set_new(code, CodeColour::new(hue));
    draft.set_new(code, CodeNature::new(new.layer, new.in_vivo));
    if let Some(book) = super::double_coding::own_book(&draft.seen, draft.me) {
        draft.set_new(code, book);
    }
    Ok(code)
}

/// A code takes the hue of the code above it; at the top, the next of the palette.
fn next_hue(draft: &Draft<'_>, parent: Option<RecordId>) -> u16 {
    match parent.and_then(|parent| draft.seen.code(parent)) {
        Some(parent) => parent.hue,
        None => u16::try_from(siblings(draft, None).len()).unwrap_or_default() % HUES,
    }
}

/// Letter case does not tell two names apart.
fn is_called(node: &CodeNode, name: &str) -> bool {
    node.name.to_lowercase() == name.to_lowercase()
}

fn siblings(draft: &Draft<'_>, parent: Option<RecordId>) -> Vec<CodeNode> {
    let nodes = draft.seen.codes().into_iter().filter(|node| node.parent == parent && !node.deleted);
    nodes.cloned().collect()
}

pub(crate) fn rename(mut draft: Draft<'_>, code: RecordId, name: &str) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    let name = tidy(name)?;
    if let Some(node) = draft.seen.code(code) {
        if node.name == name {
            return Err(Failure::Nothing);
        }
        let mut others = siblings(&draft, node.parent).into_iter().filter(|other| other.id != code);
        if let Some(same) = others.find(|other| is_called(other, &name)) {
            return Err(Failure::SameName { name, code: same.id });
        }
    }
    draft.set(code, CodeName::new(name));
    Ok(draft.done(OpKind::RenameCode { code }, Vec::new()))
}

pub(crate) fn place(
    mut draft: Draft<'_>,
    code: RecordId,
    parent: Option<RecordId>,
    before: Option<RecordId>,
) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    let parent = parent.map(|parent| live(&draft, parent)).transpose()?;
    if parent.is_some_and(|parent| draft.seen.code_with_descendants(code).contains(&parent)) {
        return Err(Failure::BelowItself);
    }
    if let Some(node) = draft.seen.code(code).filter(|node| node.parent != parent) {
        super::theory::fits_below(&draft, code, node.level, parent)?;
    }
    let siblings: Vec<CodeNode> =
        siblings(&draft, parent).into_iter().filter(|node| node.id != code).collect();
    let at = before
        .and_then(|before| siblings.iter().position(|node| node.id == before))
        .unwrap_or(siblings.len());
    if stays(&draft, code, parent, &siblings, at) {
        return Err(Failure::Nothing);
    }
    let (before, after) = siblings.split_at(at);
    let mut low = before.last().map(|node| node.order.clone());
    // Two people may have given one key to two siblings apart: those that are to come after move on.
    let level = after.iter().take_while(|node| Some(&node.order) <= low.as_ref()).count();
    let high = after.get(level).map(|node| &node.order);
    for node in std::iter::once(code).chain(after[..level].iter().map(|node| node.id)) {
        let order = OrderKey::between(low.as_ref(), high);
        draft.set(node, CodePlace::new(parent, order.clone()));
        low = Some(order);
    }
    Ok(draft.done(OpKind::MoveCode { code }, Vec::new()))
}

/// True when a code stands where it is to go: below that parent, with so many siblings before it.
fn stays(
    draft: &Draft<'_>,
    code: RecordId,
    parent: Option<RecordId>,
    siblings: &[CodeNode],
    at: usize,
) -> bool {
    draft.seen.code(code).is_some_and(|node| {
        let before = siblings.iter().filter(|other| (&other.order, other.id) < (&node.order, code)).count();
        node.parent == parent && before == at
    })
}

pub(crate) fn colour(mut draft: Draft<'_>, code: RecordId, hue: u16) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    draft.set(code, CodeColour::new(hue));
    Ok(draft.done(OpKind::ColourCode { code }, Vec::new()))
}

pub(crate) fn define(
    mut draft: Draft<'_>,
    code: RecordId,
    definition: CodeDefinition,
) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    draft.set(code, definition);
    Ok(draft.done(OpKind::DefineCode { code }, Vec::new()))
}

pub(crate) fn edit(
    mut draft: Draft<'_>,
    code: RecordId,
    level: Level,
    layer: Layer,
    in_vivo: bool,
) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    super::theory::levels_agree(&draft, &[(code, level)].into())?;
    draft.set(code, CodeLevel::new(level));
    draft.set(code, CodeNature::new(layer, in_vivo));
    Ok(draft.done(OpKind::EditCode { code }, Vec::new()))
}

/// Merges a code into another. What was below the first is below the second; a second that was itself
/// below the first takes its place in the tree.
pub(crate) fn merge(mut draft: Draft<'_>, from: RecordId, into: RecordId) -> Result<Drafted, Failure> {
    let (from, into) = (live(&draft, from)?, live(&draft, into)?);
    if from == into {
        return Err(Failure::NotUnitable);
    }
    if draft.seen.code_with_descendants(from).contains(&into)
        && let Some(node) = draft.seen.code(from)
    {
        draft.set(into, CodePlace::new(node.parent, node.order.clone()));
    }
    draft.set(from, Redirect::new(Some(into)));
    Ok(draft.done(OpKind::MergeCodes { from, into }, Vec::new()))
}

pub(crate) fn delete(mut draft: Draft<'_>, code: RecordId) -> Result<Drafted, Failure> {
    let code = live(&draft, code)?;
    draft.delete(code);
    Ok(draft.done(OpKind::DeleteCode { code }, Vec::new()))
}

/// Codes by path, those that a draft adds among them.
pub(crate) struct Paths {
    known: HashMap<String, Vec<RecordId>>,
    pub created: Vec<RecordId>,
    last: HashMap<Option<RecordId>, OrderKey>,
    tops: u16,
    hues: HashMap<RecordId, u16>,
}

impl Paths {
    pub fn new(draft: &Draft<'_>) -> Paths {
        let nodes = draft.seen.codes();
        let mut paths = Paths {
            known: HashMap::new(),
            created: Vec::new(),
            last: HashMap::new(),
            tops: 0,
            hues: HashMap::new(),
        };
        for node in nodes.iter().filter(|node| !node.deleted) {
            paths.known.entry(node.path.to_lowercase()).or_default().push(node.id);
            paths.last.insert(node.parent, node.order.clone());
            paths.hues.insert(node.id, node.hue);
            paths.tops += u16::from(node.parent.is_none());
        }
        paths
    }

    /// The code of a path, created with all that is above it where it is new.
    pub fn find_or_add(
        &mut self,
        draft: &mut Draft<'_>,
        path: &str,
        row: &CodeRow,
    ) -> Result<RecordId, Failure> {
        let names = path.split(" / ").map(tidy).collect::<Result<Vec<_>, _>>()?;
        let mut parent = None;
        for depth in 0..names.len() {
            let here = names[..=depth].join(" / ").to_lowercase();
            let leaf = depth + 1 == names.len();
            parent = Some(match self.known.get(&here).map(Vec::as_slice) {
                Some([id]) => *id,
                Some(ids) if !ids.is_empty() => return Err(ambiguous(path, ids)),
                _ => {
                    let (layer, hue, level) = (row.layer, row.hue, row.level);
                    let blank = CodeRow { layer, hue, level, ..CodeRow::default() };
                    let id = self.add(draft, parent, &names[depth], if leaf { row } else { &blank });
                    self.known.insert(here, vec![id]);
                    id
                }
            });
        }
        parent.ok_or(Failure::EmptyName)
    }

    fn add(
        &mut self,
        draft: &mut Draft<'_>,
        parent: Option<RecordId>,
        name: &str,
        row: &CodeRow,
    ) -> RecordId {
        let order = OrderKey::between(self.last.get(&parent), None);
        let above = parent.and_then(|parent| self.hues.get(&parent).copied());
        let hue = row.hue.or(above).unwrap_or(self.tops % HUES);
        self.tops += u16::from(parent.is_none());
        let code = draft.new_record();
        draft.set_new(code, CodeName::new(name.to_owned()));
        draft.set_new(code, CodePlace::new(parent, order.clone()));
        draft.set_new(code, CodeLevel::new(row.level.unwrap_or_default()));
        draft.set_new(code, CodeColour::new(hue));
        draft.set_new(code, CodeNature::new(row.layer.unwrap_or_default(), row.in_vivo));
        let texts = [&row.definition, &row.include, &row.exclude, &row.example];
        if texts.iter().any(|text| !text.is_empty()) {
            let [definition, include, exclude, example] = texts.map(Clone::clone);
            draft.set_new(code, CodeDefinition::new(definition, include, exclude, example));
        }
        self.last.insert(parent, order);
        self.hues.insert(code, hue);
        self.created.push(code);
        code
    }
}

fn ambiguous(path: &str, ids: &[RecordId]) -> Failure {
    crate::names::NameError::Ambiguous { kind: Kind::Code, name: path.to_owned(), ids: ids.to_vec() }.into()
}

pub(crate) fn import(mut draft: Draft<'_>, rows: &[CodeRow]) -> Result<Drafted, Failure> {
    let mut paths = Paths::new(&draft);
    for row in rows {
        paths.find_or_add(&mut draft, &row.path, row)?;
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    let codes = u32::try_from(paths.created.len()).unwrap_or(u32::MAX);
    Ok(draft.done(OpKind::ImportCodes { codes }, paths.created))
}

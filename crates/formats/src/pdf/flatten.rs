//! What of a page's drawing shows text, as one plain stream.
//!
//! The library that decodes fonts gives up on drawing that it does not know, and tells nothing of fonts and
//! colours. So it is given less: the operators that place and show text, with forms drawn where they are
//! used, fonts under names of our own; and how each shown string looks is noted here, in the same order.

use std::collections::HashMap;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::Ink;
use super::font::FontLook;

/// Forms inside forms beyond this are not drawn.
const FORM_DEPTH: usize = 8;
/// The most operators of one page; real pages have some thousands.
const OPERATORS: usize = 2_000_000;

/// The text of a page, ready to be decoded.
#[derive(Debug, Default)]
pub(super) struct Flat {
    pub operations: Vec<Operation>,
    /// The fonts, under the names that the operations use.
    pub fonts: Dictionary,
    /// How each string is shown, in order.
    pub inks: Vec<Ink>,
}

/// Reads a page's drawing; `None` if it cannot be read.
pub(super) fn flatten(doc: &Document, page: ObjectId) -> Option<Flat> {
    let content = doc.get_page_content(page).ok()?;
    let mut flattener = Flattener { doc, flat: Flat::default(), names: HashMap::new(), seen: 0 };
    let resources = inherited(doc, page, b"Resources").and_then(|object| dictionary(doc, object));
    flattener.stream(&content, &resources.cloned().unwrap_or_default(), 0)?;
    Some(flattener.flat)
}

/// A value of a page, or of the nodes above it.
pub(super) fn inherited<'a>(doc: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    const ABOVE: usize = 64;
    let mut node = doc.get_dictionary(page).ok()?;
    for _ in 0..ABOVE {
        if let Ok(found) = node.get(key) {
            return Some(found);
        }
        node = dictionary(doc, node.get(b"Parent").ok()?)?;
    }
    None
}

/// The dictionary that an object is or refers to.
pub(super) fn dictionary<'a>(doc: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    let object = doc.dereference(object).ok()?.1;
    object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict))
}

struct Flattener<'a> {
    doc: &'a Document,
    flat: Flat,
    /// Our name of each font, by what it is called where.
    names: HashMap<Vec<u8>, (String, FontLook)>,
    /// Operators met.
    seen: usize,
}

/// What operators set and `q` keeps.
#[derive(Debug, Default, Clone)]
struct State {
    font: Option<FontLook>,
    /// How glyphs are painted: 2 fills and strokes, as programs do that have no bold font.
    mode: i64,
    colour: [u8; 3],
}

impl Flattener<'_> {
    fn stream(&mut self, content: &[u8], resources: &Dictionary, depth: usize) -> Option<()> {
        let content = Content::decode(content).ok()?;
        let (mut state, mut kept): (State, Vec<State>) = Default::default();
        // Around each marked content: whether the page's furniture is marked.
        let mut marked: Vec<bool> = Vec::new();
        for operation in content.operations {
            self.seen += 1;
            if self.seen > OPERATORS {
                break;
            }
            match operation.operator.as_str() {
                "q" => {
                    kept.push(state.clone());
                    self.keep(operation);
                }
                "Q" => {
                    if let Some(before) = kept.pop() {
                        state = before;
                        self.keep(operation);
                    }
                }
                "BMC" | "BDC" => marked.push(is_artifact(&operation)),
                "EMC" => drop(marked.pop()),
                "Do" => self.form(&operation, resources, depth),
                "Tf" => self.font(operation, resources, &mut state),
                "Tj" | "TJ" | "'" | "\"" => self.show(operation, &state, marked.contains(&true)),
                _ => self.other(operation, &mut state),
            }
        }
        self.flat.operations.extend(kept.iter().map(|_| Operation::new("Q", Vec::new())));
        Some(())
    }

    fn keep(&mut self, operation: Operation) {
        self.flat.operations.push(operation);
    }

    fn other(&mut self, operation: Operation, state: &mut State) {
        let numbers = numbers(&operation.operands);
        let fits = |count: usize| numbers.as_ref().is_some_and(|numbers| numbers.len() == count);
        match operation.operator.as_str() {
            "BT" | "ET" | "T*" => self.keep(operation),
            "cm" | "Tm" if fits(6) => self.keep(operation),
            "Td" | "TD" if fits(2) => self.keep(operation),
            "Tc" | "Tw" | "Tz" | "TL" | "Ts" if fits(1) => self.keep(operation),
            "Tr" => state.mode = operation.operands.first().and_then(|mode| mode.as_i64().ok()).unwrap_or(0),
            "g" | "rg" | "k" | "sc" | "scn" => state.colour = colour(&numbers.unwrap_or_default()),
            _ => {}
        }
    }

    /// Names a font; one that is not there leaves the text in no font, which is not shown.
    fn font(&mut self, operation: Operation, resources: &Dictionary, state: &mut State) {
        state.font = None;
        let [name, size] = operation.operands.as_slice() else { return };
        let (Ok(name), Ok(_)) = (name.as_name(), size.as_float()) else { return };
        let fonts = resources.get(b"Font").ok().and_then(|fonts| dictionary(self.doc, fonts));
        let Some(font) = fonts.and_then(|fonts| fonts.get(name).ok()) else { return };
        let Some(described) = dictionary(self.doc, font) else { return };
        let identity = font
            .as_reference()
            .map_or_else(|_| format!("{name:?} {:p}", std::ptr::from_ref(described)), |id| format!("{id:?}"));
        let count = self.names.len();
        let (name, look) = self
            .names
            .entry(identity.into_bytes())
            .or_insert_with(|| (format!("A{count}"), FontLook::of(self.doc, described)));
        self.flat.fonts.set(name.as_str(), font.clone());
        state.font = Some(*look);
        let operands = vec![Object::Name(name.clone().into_bytes()), size.clone()];
        self.keep(Operation::new("Tf", operands));
    }

    fn show(&mut self, operation: Operation, state: &State, furniture: bool) {
        let Some(font) = state.font else { return };
        let ink =
            Ink { bold: font.bold || state.mode == 2, italic: font.italic, colour: state.colour, furniture };
        let mut operands = operation.operands;
        match operation.operator.as_str() {
            "'" => self.keep(Operation::new("T*", Vec::new())),
            "\"" if operands.len() == 3 => {
                for (name, value) in [("Tw", operands.remove(0)), ("Tc", operands.remove(0))] {
                    if value.as_float().is_ok() {
                        self.keep(Operation::new(name, vec![value]));
                    }
                }
                self.keep(Operation::new("T*", Vec::new()));
            }
            _ => {}
        }
        match operands.first() {
            Some(Object::String(..)) => {
                self.flat.inks.push(ink);
                self.keep(Operation::new("Tj", vec![operands.swap_remove(0)]));
            }
            Some(Object::Array(pieces)) => {
                let strings = pieces.iter().filter(|piece| matches!(piece, Object::String(..))).count();
                self.flat.inks.extend(std::iter::repeat_n(ink, strings));
                self.keep(Operation::new("TJ", vec![operands.swap_remove(0)]));
            }
            _ => {}
        }
    }

    /// Draws a form here; pictures are left out.
    fn form(&mut self, operation: &Operation, resources: &Dictionary, depth: usize) {
        let Some((content, own, matrix)) = self.form_content(operation, resources) else { return };
        if depth >= FORM_DEPTH {
            return;
        }
        self.keep(Operation::new("q", Vec::new()));
        if let Some(matrix) = matrix {
            self.keep(Operation::new("cm", matrix));
        }
        self.stream(&content, own.as_ref().unwrap_or(resources), depth + 1);
        self.keep(Operation::new("Q", Vec::new()));
    }

    fn form_content(&self, operation: &Operation, resources: &Dictionary) -> Option<Form> {
        let name = operation.operands.first()?.as_name().ok()?;
        let objects = dictionary(self.doc, resources.get(b"XObject").ok()?)?;
        let stream: &Stream = self.doc.dereference(objects.get(name).ok()?).ok()?.1.as_stream().ok()?;
        if stream.dict.get(b"Subtype").and_then(Object::as_name).ok()? != b"Form" {
            return None;
        }
        let own = stream.dict.get(b"Resources").ok().and_then(|own| dictionary(self.doc, own)).cloned();
        let matrix = stream.dict.get(b"Matrix").ok().and_then(|matrix| matrix.as_array().ok()).cloned();
        let matrix = matrix.filter(|matrix| numbers(matrix).is_some_and(|numbers| numbers.len() == 6));
        Some((stream.get_plain_content().ok()?, own, matrix))
    }
}

/// Content, resources of its own, matrix.
type Form = (Vec<u8>, Option<Dictionary>, Option<Vec<Object>>);

/// All operands as numbers, if all are.
fn numbers(operands: &[Object]) -> Option<Vec<f32>> {
    operands.iter().map(|operand| operand.as_float().ok().filter(|number| number.is_finite())).collect()
}

/// What programs mark that a page has beside its text: headers, footers, numbers.
fn is_artifact(operation: &Operation) -> bool {
    operation.operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact")
}

/// A colour from its parts: grey, red-green-blue, or cyan-magenta-yellow-black.
fn colour(parts: &[f32]) -> [u8; 3] {
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    match *parts {
        [grey] => [byte(grey); 3],
        [red, green, blue] => [byte(red), byte(green), byte(blue)],
        [cyan, magenta, yellow, black] => {
            [cyan, magenta, yellow].map(|part| byte((1.0 - part) * (1.0 - black)))
        }
        _ => [0; 3],
    }
}

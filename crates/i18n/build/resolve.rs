//! From syntax tree to the few pieces that code is generated from.
//!
//! References to other messages and to terms are replaced by what they refer to, so that what is left
//! is fixed text, variables and choices.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::catalogue::{Catalogue, Source};
use crate::problem::Problem;
use crate::typography;

/// One piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Fixed words, typography set.
    Text(String),
    /// The value of a variable.
    Insert(String),
    /// One of several wordings, by the value of a variable.
    Choose { variable: String, arms: Vec<Arm> },
}

/// One wording of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arm {
    pub key: Key,
    pub default: bool,
    pub pieces: Vec<Piece>,
}

/// When an arm applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// A plural category or a value such as `thematic`.
    Name(String),
    /// Exactly this number.
    Exact(i64),
}

/// The categories that Fluent knows; the only keys that a number may be matched with, beside numbers.
pub const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Resolves every message and attribute of a catalogue (terms only serve them).
pub fn all(catalogue: &Catalogue, problems: &mut Vec<Problem>) -> BTreeMap<String, Vec<Piece>> {
    let mut messages = BTreeMap::new();
    for (id, source) in catalogue.sources.iter().filter(|(id, _)| !id.starts_with('-')) {
        let mut resolver = Resolver { catalogue, stack: vec![id.clone()], given: None };
        match resolver.pattern(&source.pattern) {
            Ok(mut pieces) => {
                set_typography(&catalogue.lang, &mut pieces);
                messages.insert(id.clone(), pieces);
            }
            Err(what) => problems.push(problem(catalogue, id, source, &what)),
        }
    }
    messages
}

fn problem(catalogue: &Catalogue, id: &str, source: &Source, what: &str) -> Problem {
    Problem::new(&catalogue.file(&source.area), source.line, format!("“{id}” {what}"))
}

struct Resolver<'a> {
    catalogue: &'a Catalogue,
    /// What is being resolved, outermost first: a name met twice is a circle.
    stack: Vec<String>,
    /// Inside a term: the arguments it was called with. Terms see no other variable.
    given: Option<BTreeMap<String, String>>,
}

impl Resolver<'_> {
    fn pattern(&mut self, pattern: &Pattern<String>) -> Result<Vec<Piece>, String> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push_text(&mut pieces, value),
                PatternElement::Placeable { expression } => {
                    for piece in self.expression(expression)? {
                        push(&mut pieces, piece);
                    }
                }
            }
        }
        Ok(pieces)
    }

    fn expression(&mut self, expression: &Expression<String>) -> Result<Vec<Piece>, String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => self.select(selector, variants),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) -> Result<Vec<Piece>, String> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Piece::Text(unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::NumberLiteral { value } => Ok(vec![Piece::Text(value.clone())]),
            InlineExpression::VariableReference { id } => self.variable(&id.name),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { id, attribute } => {
                let target =
                    attribute.as_ref().map_or(id.name.clone(), |a| format!("{}.{}", id.name, a.name));
                self.reference(&target, self.given.clone())
            }
            InlineExpression::TermReference { attribute: Some(_), .. } => {
                Err("inserts an attribute of a term, which Fluent forbids".to_owned())
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                let given = literal_arguments(arguments.as_ref())?;
                self.reference(&format!("-{}", id.name), Some(given))
            }
            InlineExpression::FunctionReference { id, .. } => {
                Err(format!("calls {}(): functions are not supported, pass a formatted value", id.name))
            }
        }
    }

    fn variable(&self, name: &str) -> Result<Vec<Piece>, String> {
        match &self.given {
            None => Ok(vec![Piece::Insert(name.to_owned())]),
            Some(given) => match given.get(name) {
                Some(value) => Ok(vec![Piece::Text(value.clone())]),
                None => Err(format!("uses a term that needs ${name}")),
            },
        }
    }

    fn reference(
        &mut self,
        target: &str,
        given: Option<BTreeMap<String, String>>,
    ) -> Result<Vec<Piece>, String> {
        if self.stack.iter().any(|id| id == target) {
            return Err(format!("refers to itself through “{target}”"));
        }
        let source = self
            .catalogue
            .sources
            .get(target)
            .ok_or_else(|| format!("refers to “{target}”, which does not exist"))?;
        let outer = std::mem::replace(&mut self.given, given);
        self.stack.push(target.to_owned());
        let pieces = self.pattern(&source.pattern);
        self.stack.pop();
        self.given = outer;
        pieces
    }

    fn select(
        &mut self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
    ) -> Result<Vec<Piece>, String> {
        let InlineExpression::VariableReference { id } = selector else {
            return Err("chooses by something other than a variable".to_owned());
        };
        if let Some(given) = self.given.clone() {
            return self.chosen(given.get(&id.name).map(String::as_str), variants);
        }
        let mut arms = Vec::new();
        for variant in variants {
            let pieces = self.pattern(&variant.value)?;
            arms.push(Arm { key: key(&variant.key)?, default: variant.default, pieces });
        }
        Ok(vec![Piece::Choose { variable: id.name.clone(), arms }])
    }

    /// Inside a term the value is known: only the wording that it selects is kept.
    fn chosen(&mut self, value: Option<&str>, variants: &[Variant<String>]) -> Result<Vec<Piece>, String> {
        let named = |variant: &&Variant<String>| match &variant.key {
            VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => {
                Some(name.as_str()) == value
            }
        };
        let found = variants.iter().find(named).or_else(|| variants.iter().find(|variant| variant.default));
        found.map_or(Ok(Vec::new()), |variant| self.pattern(&variant.value))
    }
}

fn literal_arguments(arguments: Option<&CallArguments<String>>) -> Result<BTreeMap<String, String>, String> {
    let mut given = BTreeMap::new();
    for argument in arguments.map(|a| a.named.as_slice()).unwrap_or_default() {
        let value = match &argument.value {
            InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).into_owned(),
            InlineExpression::NumberLiteral { value } => value.clone(),
            _ => {
                return Err(format!("gives a term something other than a literal as {}", argument.name.name));
            }
        };
        given.insert(argument.name.name.clone(), value);
    }
    Ok(given)
}

fn key(key: &VariantKey<String>) -> Result<Key, String> {
    match key {
        VariantKey::Identifier { name } => Ok(Key::Name(name.clone())),
        VariantKey::NumberLiteral { value } => value
            .parse()
            .map(Key::Exact)
            .map_err(|_| format!("has the key [{value}], which is not a whole number")),
    }
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match piece {
        Piece::Text(text) => push_text(pieces, &text),
        other => pieces.push(other),
    }
}

/// Adds fixed text, joined to what stands before it so that typography sees whole stretches.
fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if let Some(Piece::Text(before)) = pieces.last_mut() {
        before.push_str(text);
    } else {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

fn set_typography(lang: &str, pieces: &mut [Piece]) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => *text = typography::set(lang, text),
            Piece::Insert(_) => {}
            Piece::Choose { arms, .. } => {
                arms.iter_mut().for_each(|arm| set_typography(lang, &mut arm.pieces));
            }
        }
    }
}

//! From the tags of a page to paragraphs. A stack of open elements tells how words look; tags that are left
//! open or closed twice do no harm.

use std::borrow::Cow;
use std::collections::HashMap;

use html5gum::{DefaultEmitter, Error, Token, Tokenizer};

use super::elements::{Kind, ends, holds, kind};
use super::style::{Change, Rules};
use super::xhtml::as_html;
use crate::error::ReadError;
use crate::source::{Builder, Look, Source};
use crate::transcript::WarningKind;

/// Elements inside each other beyond this change nothing: no page that is read has so many.
const DEPTH: usize = 4096;
/// How far back elements are looked for that change the layout of the one that begins.
const BACK: usize = 256;
/// The most bytes that are shown of what a silent element swallowed.
const SWALLOWED: usize = 200;

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    kind: Kind,
    look: Look,
    /// Whether its words are left out.
    silent: bool,
    /// Why its words are collected for a warning.
    aside: Option<WarningKind>,
    /// Whether a bullet or a number stands before them.
    listed: bool,
    /// The innermost of the elements around its words that says what they are: a heading, a list, a table.
    block: Option<Kind>,
    /// Whether its white space stays.
    laid: bool,
    /// Of a table, whether it began one; of a cell, what the builder needs to end it.
    table: bool,
    cell: Option<usize>,
}

/// Reading in progress.
#[derive(Debug, Default)]
pub(super) struct Reader {
    out: Builder,
    stack: Vec<Open>,
    /// How many elements of each name are open.
    open: HashMap<String, usize>,
    rules: Rules,
    /// Whether elements may end themselves, as in XHTML.
    xhtml: bool,
    /// The first words in the outermost silent element that is open.
    swallowed: String,
}

impl Reader {
    /// A reader of HTML, or of XHTML.
    pub fn new(xhtml: bool) -> Self {
        Self { xhtml, ..Self::default() }
    }

    /// Reads a whole page.
    ///
    /// # Errors
    /// [`ReadError::UnpacksTooLarge`].
    pub fn read(mut self, html: &str) -> Result<Source, ReadError> {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let html = if self.xhtml { as_html(html) } else { Cow::Borrowed(html) };
        // Whether a comment goes on to the end of the page.
        let mut endless = false;
        for token in Tokenizer::new_with_emitter(html.as_ref(), emitter).flatten() {
            match token {
                Token::StartTag(tag) => {
                    let attribute = |name: &str| {
                        let value = tag.attributes.get(name.as_bytes());
                        value.map(|value| String::from_utf8_lossy(value).into_owned())
                    };
                    let hidden = attribute("hidden").is_some();
                    let (style, class) =
                        (attribute("style").unwrap_or_default(), attribute("class").unwrap_or_default());
                    let name = String::from_utf8_lossy(&tag.name);
                    let depth = self.stack.len();
                    self.start(&name, &style, &class, hidden);
                    if tag.self_closing && (self.xhtml || self.is_drawing()) && self.stack.len() > depth {
                        self.pop(true);
                    }
                }
                Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => self.text(&String::from_utf8_lossy(&text)),
                Token::Error(error) if error.value == Error::EofInTag => {
                    let tail = html.rsplit_once('<').map_or("", |(_, tail)| tail);
                    self.tell(tail);
                }
                Token::Error(error) => endless |= error.value == Error::EofInComment,
                Token::Comment(words) if endless => self.tell(&String::from_utf8_lossy(&words)),
                Token::Comment(_) | Token::Doctype(_) => {}
            }
            self.out.check()?;
        }
        while !self.stack.is_empty() {
            self.pop(false);
        }
        self.close();
        Ok(self.out.finish(Vec::new()))
    }

    fn start(&mut self, name: &str, style: &str, class: &str, hidden: bool) {
        let kind = kind(name);
        self.end_open(name);
        if matches!(kind, Kind::Break | Kind::Void) {
            if kind == Kind::Break && !self.is_silent() && self.out.is_open() {
                self.out.push("\n", Look::default());
            } else if name == "hr" {
                self.close();
            }
            return;
        }
        if self.stack.len() >= DEPTH && kind != Kind::Skipped {
            if kind != Kind::Inline && !self.is_silent() {
                self.close();
            }
            return;
        }
        let rules = self.rules.of(name, class);
        let mut change = Change::of_element(name).then(rules).then(Change::of_style(style));
        // The mark of a comment in the text.
        change.ignored |= class.eq_ignore_ascii_case("msocomanchor");
        let around = self.stack.last();
        let mut open = Open {
            name: name.to_owned(),
            kind,
            look: change.apply(around.map_or_else(Look::default, |open| open.look)),
            silent: around.is_some_and(|open| open.silent) || kind == Kind::Skipped || change.ignored,
            aside: None,
            listed: change.listed || around.is_some_and(|open| open.listed),
            block: if matches!(kind, Kind::Heading | Kind::Item | Kind::Cell | Kind::Table) {
                Some(kind)
            } else {
                around.and_then(|open| open.block)
            },
            laid: around.is_some_and(|open| open.laid) || kind == Kind::Laid,
            table: false,
            cell: None,
        };
        let aside = if hidden { Some(WarningKind::HiddenText) } else { change.aside };
        open.aside = aside.filter(|_| !open.silent && !matches!(name, "html" | "body"));
        self.begin(&mut open);
        *self.open.entry(open.name.clone()).or_default() += 1;
        self.stack.push(open);
    }

    /// What an element does where it begins.
    fn begin(&mut self, open: &mut Open) {
        if open.silent {
            return;
        }
        if !matches!(open.kind, Kind::Inline) {
            self.close();
        }
        match open.kind {
            Kind::Table => open.table = self.out.begin_table(),
            Kind::Row => self.out.begin_row(),
            Kind::Cell if self.in_table() => open.cell = self.out.begin_cell(),
            _ => {}
        }
        if let Some(kind) = open.aside {
            self.out.begin_aside(kind);
        }
    }

    /// Tells the words in a silent element, a comment or a tag that never ended: it may have begun by mistake.
    fn tell(&mut self, swallowed: &str) {
        let words = swallowed.get(..swallowed.floor_char_boundary(SWALLOWED)).unwrap_or_default().trim();
        if words.contains(char::is_alphabetic) {
            self.out.warn(WarningKind::HiddenText, words.to_owned());
        }
    }

    /// Whether the place being read is inside a drawing or a formula, whose elements may end themselves.
    fn is_drawing(&self) -> bool {
        ["svg", "math"].iter().any(|name| self.open.get(*name).is_some_and(|count| *count > 0))
    }

    fn in_table(&self) -> bool {
        self.stack.iter().rev().take(BACK).any(|open| open.table)
    }

    fn is_silent(&self) -> bool {
        self.stack.last().is_some_and(|open| open.silent)
    }

    /// Ends what an element that begins does not stand in.
    fn end_open(&mut self, begins: &str) {
        // The common case, told at once.
        if matches!(kind(begins), Kind::Inline | Kind::Break | Kind::Void | Kind::Skipped) {
            return;
        }
        let back = self.stack.iter().rev().take(BACK);
        let mut inside = back.take_while(|open| !holds(&open.name) || ends(begins, &open.name));
        if let Some(open) = inside.find(|open| ends(begins, &open.name)) {
            let name = open.name.clone();
            self.end(&name);
        }
    }

    fn end(&mut self, name: &str) {
        let is_open = self.open.get(name).is_some_and(|count| *count > 0);
        let place = |name: &str| self.stack.iter().rev().position(|open| open.name == name);
        let Some(found) = Some(name).filter(|_| is_open).and_then(place) else {
            // A paragraph that ends without having begun.
            if !matches!(kind(name), Kind::Inline | Kind::Void | Kind::Skipped) && !self.is_silent() {
                self.close();
            }
            return;
        };
        for above in (0..=found).rev() {
            self.pop(above == 0);
        }
    }

    /// Leaves the innermost element, which a tag of its own `closed` or not.
    fn pop(&mut self, closed: bool) {
        let Some(open) = self.stack.pop() else { return };
        if let Some(count) = self.open.get_mut(&open.name) {
            *count -= 1;
        }
        if open.aside.is_some() {
            self.out.end_aside();
        }
        if open.silent && !self.is_silent() {
            let swallowed = std::mem::take(&mut self.swallowed);
            self.tell(if closed { "" } else { &swallowed });
        }
        if open.silent || open.kind == Kind::Inline {
            return;
        }
        match open.kind {
            Kind::Cell if self.in_table() => self.out.end_cell(open.cell),
            Kind::Table => {
                self.close();
                if open.table {
                    self.out.end_table();
                }
            }
            _ => self.close(),
        }
    }

    /// Ends the paragraph being read, if it has words.
    fn close(&mut self) {
        if self.out.asides() > 0 {
            self.out.end_aside_line();
        } else if self.out.is_open() {
            self.out.close();
        }
    }

    fn text(&mut self, text: &str) {
        if self.stack.last().is_some_and(|open| open.name == "style") {
            self.rules.add(text);
        }
        if self.is_silent() {
            let room = SWALLOWED.saturating_sub(self.swallowed.len());
            self.swallowed.push_str(text.get(..text.floor_char_boundary(room)).unwrap_or_default());
            return;
        }
        let (look, laid) = self.stack.last().map_or((Look::default(), false), |open| (open.look, open.laid));
        if laid {
            self.out.push(text, look);
        } else {
            self.flow(text, look);
        }
        self.mark();
    }

    /// Adds words with single spaces between them.
    fn flow(&mut self, text: &str, look: Look) {
        let mut words = String::with_capacity(text.len());
        let mut apart = !self.out.is_open() || self.out.paragraph().text.ends_with([' ', '\n']);
        if !self.out.is_open() && text.chars().all(is_space) {
            return;
        }
        for c in text.chars() {
            if !is_space(c) {
                words.push(c);
            } else if !apart {
                words.push(' ');
            }
            apart = is_space(c);
        }
        self.out.push(&words, look);
    }

    /// Says of the paragraph what the elements around it say.
    fn mark(&mut self) {
        if !self.out.is_open() {
            return;
        }
        let (block, listed) = self.stack.last().map_or((None, false), |open| (open.block, open.listed));
        let paragraph = self.out.paragraph();
        paragraph.heading |= block == Some(Kind::Heading);
        paragraph.listed |= listed || block == Some(Kind::Item);
    }
}

/// White space that a page does not show; no-break spaces are shown.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

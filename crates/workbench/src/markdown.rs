//! Markdown as it is read: blocks of words, some stronger, some leading to records.

use crate::links;
use i18n::Lang;
use model::RecordId;
use model::links::{Piece, pieces};
use model::study::Seen;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a link to a record begins with, inside this file only.
const SCHEME: &str = "record:";

/// A part of a text that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, 1 being the highest.
    Heading(u8, Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// An item of a list: how deep, its number where it has one.
    Item(usize, Option<u64>, Vec<Span>),
    /// Words of somebody else.
    Quote(Vec<Span>),
    /// Words that stay as they are written.
    Code(String),
    /// A line across.
    Rule,
}

/// What of Markdown is read, on the screen and on paper.
pub(crate) const READ: Options = Options::ENABLE_STRIKETHROUGH;

/// Words of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Strong.
    pub strong: bool,
    /// Emphasised.
    pub emphasis: bool,
    /// Struck out.
    pub struck: bool,
    /// Where they lead to.
    pub link: Option<RecordId>,
}

impl Span {
    /// True where both are written alike and lead to the same.
    fn is_like(&self, other: &Span) -> bool {
        let looks = |span: &Span| (span.strong, span.emphasis, span.struck, span.link);
        looks(self) == looks(other)
    }
}

/// The blocks of a memo's stored text.
#[must_use]
pub fn read(lang: Lang, seen: &Seen<'_>, stored: &str) -> Vec<Block> {
    blocks(&with_links(lang, seen, stored))
}

/// The text in plain Markdown, each link to a record as one of Markdown's own.
fn with_links(lang: Lang, seen: &Seen<'_>, stored: &str) -> String {
    let mut found = links::links(lang, seen, stored).into_iter();
    let mut text = String::with_capacity(stored.len());
    for piece in pieces(stored) {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Link(_) => {
                let Some(link) = found.next() else { continue };
                let words = literal(&link.words);
                match link.record {
                    Some(record) => text.push_str(&format!("[{words}](<{SCHEME}{record}>)")),
                    None => text.push_str(&words),
                }
            }
        }
    }
    text
}

/// Words in which nothing means anything to Markdown.
fn literal(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_ascii_punctuation() {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// The blocks of a text in Markdown.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(text, READ) {
        reading.take(event);
    }
    reading.end_block();
    reading.blocks
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    strong: usize,
    emphasis: usize,
    struck: usize,
    link: Option<RecordId>,
    /// The numbers of the lists that are open; nothing for one without.
    lists: Vec<Option<u64>>,
    in_item: bool,
    quotes: usize,
    heading: Option<u8>,
    code: Option<String>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
                self.words(&text);
            }
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.words("\n"),
            Event::Rule => {
                self.end_block();
                self.blocks.push(Block::Rule);
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        let (strong, emphasis, struck) = (self.strong > 0, self.emphasis > 0, self.struck > 0);
        let span = Span { text: text.to_owned(), strong, emphasis, struck, link: self.link };
        match self.spans.last_mut() {
            Some(last) if last.is_like(&span) => last.text.push_str(text),
            _ => self.spans.push(span),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_block();
                self.heading = Some(*level as u8);
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.end_block();
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end_block();
                self.in_item = true;
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => {
                self.link = dest_url.strip_prefix(SCHEME).and_then(|id| id.parse().ok());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_block(),
            TagEnd::Item => {
                self.end_block();
                self.in_item = false;
                if let Some(Some(number)) = self.lists.last_mut() {
                    *number += 1;
                }
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.blocks.push(Block::Code(code.trim_end().to_owned()));
                }
            }
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        let heading = self.heading.take();
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        self.blocks.push(match (heading, self.in_item, self.quotes) {
            (Some(level), _, _) => Block::Heading(level, spans),
            (None, true, _) => {
                let number = self.lists.last().copied().flatten();
                Block::Item(self.lists.len().saturating_sub(1), number, spans)
            }
            (None, false, 0) => Block::Paragraph(spans),
            (None, false, _) => Block::Quote(spans),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span { text: text.to_owned(), ..Span::default() }
    }

    #[test]
    fn a_text_is_read_in_blocks() {
        let text = "# Ce que je vois\n\nUn *mot* et **deux**.\nLa suite.\n\n- un\n- deux\n\n1. premier\n2. second\n\n> elle dit\n\n---\n";
        let emphasis = Span { emphasis: true, ..plain("mot") };
        let strong = Span { strong: true, ..plain("deux") };
        assert_eq!(
            blocks(text),
            [
                Block::Heading(1, vec![plain("Ce que je vois")]),
                Block::Paragraph(vec![plain("Un "), emphasis, plain(" et "), strong, plain(". La suite.")]),
                Block::Item(0, None, vec![plain("un")]),
                Block::Item(0, None, vec![plain("deux")]),
                Block::Item(0, Some(1), vec![plain("premier")]),
                Block::Item(0, Some(2), vec![plain("second")]),
                Block::Quote(vec![plain("elle dit")]),
                Block::Rule,
            ]
        );
    }

    #[test]
    fn names_mean_nothing_to_markdown() {
        let name = "dire *oui* [ou] non_";
        let shown = format!("voir {}", literal(name));
        assert_eq!(blocks(&shown), [Block::Paragraph(vec![plain(&format!("voir {name}"))])]);
    }

    #[test]
    fn words_are_struck_out() {
        let struck = Span { struck: true, ..plain("non") };
        assert_eq!(
            blocks("oui ~~non~~ peut-être"),
            [Block::Paragraph(vec![plain("oui "), struck, plain(" peut-être")]),]
        );
    }

    #[test]
    fn what_is_not_finished_is_read_too() {
        assert_eq!(blocks("**pas fini"), [Block::Paragraph(vec![plain("**pas fini")])]);
        assert_eq!(blocks(""), []);
        assert_eq!(blocks("```\nun\n"), [Block::Code("un".to_owned())]);
    }
}

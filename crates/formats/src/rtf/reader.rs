//! Reading in progress: groups, paragraphs, what is left out.

use std::collections::HashMap;

use super::DEPTH_LIMIT;
use super::destination::Comment;
use super::group::{Group, Tables};
use super::rows::Rows;
use super::token::{Token, Tokens};
use crate::code_page::CodePage;
use crate::error::ReadError;
use crate::source::{Anchor, Joint, Paragraph, Source, SourceWarning, names_heading};
use crate::transcript::WarningKind;

/// Reading in progress.
pub(crate) struct Reader {
    pub(super) source: Source,
    /// The paragraph being read, and how it follows.
    pub(super) open: Paragraph,
    pub(super) joint: Joint,
    pub(super) rows: Rows,
    /// What holds in the groups around the open one, the outermost first.
    pub(super) groups: Vec<Group>,
    /// What holds in the open group.
    pub(super) now: Group,
    pub(super) tables: Tables,
    /// The document's code page.
    pub(super) page: CodePage,
    /// Bytes not yet decoded: a character may take several.
    pub(super) bytes: Vec<u8>,
    /// The first half of a pair of UTF-16.
    pub(super) high: Option<u32>,
    /// How many of the next characters only stand in for the one before.
    pub(super) stand_ins: u32,
    /// Texts of destinations around the place being read, the innermost last.
    pub(super) asides: Vec<String>,
    /// Text left out right before the place being read.
    left_out: Option<(WarningKind, String)>,
    /// The comment being read, and those read.
    pub(super) comment: Comment,
    pub(super) comments: Vec<Comment>,
    /// Where commented passages begin and end, by what they are called.
    pub(super) ranges: HashMap<String, (Option<Anchor>, Option<Anchor>)>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            source: Source::default(),
            open: Paragraph::default(),
            joint: Joint::Line,
            rows: Rows::default(),
            groups: Vec::new(),
            now: Group::default(),
            tables: Tables::default(),
            page: CodePage::USUAL,
            bytes: Vec::new(),
            high: None,
            stand_ins: 0,
            asides: Vec::new(),
            left_out: None,
            comment: Comment::default(),
            comments: Vec::new(),
            ranges: HashMap::new(),
        }
    }
}

impl Reader {
    /// Reads a whole file.
    ///
    /// # Errors
    /// [`ReadError::TooDeep`], [`ReadError::UnpacksTooLarge`].
    pub fn read(mut self, bytes: &[u8]) -> Result<Source, ReadError> {
        let mut optional = false;
        for token in Tokens::new(bytes) {
            self.source.check()?;
            let starred = std::mem::take(&mut optional);
            match token {
                Token::Open => self.open_group()?,
                Token::Close => self.close_group(),
                Token::Word(name, value) => self.word(name, value, starred),
                Token::Symbol(b'*') => optional = true,
                Token::Symbol(sign) => self.symbol(sign),
                Token::Byte(byte) => self.byte(byte),
                Token::Text(text) => self.text(text),
            }
        }
        Ok(self.finish())
    }

    fn open_group(&mut self) -> Result<(), ReadError> {
        self.stand_ins = 0;
        self.flush_bytes();
        if self.groups.len() >= DEPTH_LIMIT {
            return Err(ReadError::TooDeep { part: "RTF".to_owned(), limit: DEPTH_LIMIT });
        }
        self.groups.push(self.now);
        self.now.destination = None;
        Ok(())
    }

    /// Ends a group; one end too many is passed over.
    fn close_group(&mut self) {
        self.stand_ins = 0;
        self.flush_bytes();
        let ended = std::mem::replace(&mut self.now, self.groups.pop().unwrap_or_default());
        if let Some(destination) = ended.destination {
            self.end(destination);
        }
    }

    /// The place where the next character would go.
    pub(super) fn here(&self) -> Anchor {
        Anchor { paragraph: self.source.paragraphs.len(), byte: self.open.text.len() }
    }

    pub(super) fn warn(&mut self, kind: WarningKind, text: String) {
        let at = Some(self.here());
        self.source.warn(SourceWarning::new(kind, at, text));
    }

    /// Keeps text that was deleted or hidden for a warning.
    pub(super) fn leave_out(&mut self, kind: WarningKind, text: &str) {
        if self.left_out.as_ref().is_some_and(|(before, _)| *before != kind) {
            self.tell_left_out();
        }
        self.left_out.get_or_insert((kind, String::new())).1.push_str(text);
    }

    pub(super) fn tell_left_out(&mut self) {
        if let Some((kind, text)) = self.left_out.take().filter(|(_, text)| !text.trim().is_empty()) {
            self.warn(kind, text.trim_end().to_owned());
        }
    }

    /// Ends the paragraph being read.
    pub(super) fn close(&mut self) {
        self.flush();
        self.tell_left_out();
        let mut paragraph = std::mem::take(&mut self.open);
        paragraph.joint = std::mem::take(&mut self.joint);
        paragraph.style = self.now.style.and_then(|style| self.tables.styles.get(&style).cloned());
        paragraph.heading = self.now.outline || paragraph.style.as_deref().is_some_and(names_heading);
        paragraph.listed = self.now.listed;
        self.source.add(paragraph);
    }

    fn finish(mut self) -> Source {
        while !self.groups.is_empty() {
            self.close_group();
        }
        self.flush();
        if !self.open.text.is_empty() {
            self.close();
        }
        self.tell_left_out();
        self.settle_comments();
        self.source
    }
}

//! Comments of the margin and the passages that they are on.

use std::collections::HashMap;

use super::body::Body;
use crate::error::ReadError;
use crate::source::{Anchor, SourceComment};
use crate::transcript::WarningKind;
use crate::xml::{Element, Node};

/// The comments met so far, in the order in which their passages begin.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    comments: Vec<SourceComment>,
    /// The number of the comment of each name.
    by_name: HashMap<String, usize>,
}

impl Remarks {
    fn add(&mut self, name: Option<String>, comment: SourceComment) {
        if let Some(name) = name {
            self.by_name.insert(name, self.comments.len());
        }
        self.comments.push(comment);
    }

    fn end(&mut self, name: &str, here: Anchor) {
        let comment = self.by_name.get(name).and_then(|&n| self.comments.get_mut(n));
        if let Some(comment) = comment {
            comment.end = here.max(comment.start);
        }
    }

    /// The comments; one whose end is nowhere is on a point.
    pub fn settle(self) -> Vec<SourceComment> {
        self.comments
    }
}

impl Body<'_> {
    pub(super) fn annotation(&mut self, element: &Element) -> Result<(), ReadError> {
        let here = self.builder.here();
        let mut comment = SourceComment {
            author: String::new(),
            at: None,
            text: String::new(),
            start: here,
            end: here,
            reply_to: None,
        };
        let parent = element.attribute("parent-name");
        comment.reply_to = parent.and_then(|name| self.remarks.by_name.get(&name).copied());
        loop {
            match self.xml.next()? {
                Node::Open(child) => match child.name() {
                    "creator" => comment.author = self.plain()?,
                    "date" => comment.at = Some(self.plain()?).filter(|date| !date.is_empty()),
                    "p" | "h" | "list" | "section" => comment.text.push_str(&self.paragraphs_apart(&child)?),
                    _ => self.xml.skip()?,
                },
                Node::Close | Node::End => break,
                Node::Text(_) | Node::Entity(_) => {}
            }
        }
        comment.text = comment.text.trim().to_owned();
        self.remarks.add(element.attribute("name"), comment);
        Ok(())
    }

    pub(super) fn annotation_end(&mut self, element: &Element) {
        if let Some(name) = element.attribute("name") {
            self.remarks.end(&name, self.builder.here());
        }
    }

    /// The text of the element just opened, which is none of the document's.
    fn paragraphs_apart(&mut self, element: &Element) -> Result<String, ReadError> {
        let (shown, after_space) = (self.shown, self.after_space);
        // Nothing is told: the text is a comment's.
        self.builder.begin_aside(WarningKind::TextBox);
        let read = self.element(element);
        let text = self.builder.take_aside();
        (self.shown, self.after_space) = (shown, after_space);
        read.map(|()| text)
    }
}

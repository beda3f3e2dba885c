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
    /// The answers, by their number, and the name of the comment that each answers.
    answers: Vec<(usize, String)>,
}

impl Remarks {
    fn add(&mut self, name: Option<String>, answered: Option<String>, comment: SourceComment) {
        let number = self.comments.len();
        if let Some(name) = name {
            self.by_name.insert(name, number);
        }
        self.answers.extend(answered.map(|answered| (number, answered)));
        self.comments.push(comment);
    }

    fn end(&mut self, name: &str, here: Anchor) {
        let comment = self.by_name.get(name).and_then(|&n| self.comments.get_mut(n));
        if let Some(comment) = comment {
            comment.end = here.max(comment.start);
        }
    }

    /// The comments. One whose end is nowhere is on a point; an answer then on the passage of the first.
    pub fn settle(mut self) -> Vec<SourceComment> {
        for (number, answered) in self.answers {
            let to = self.by_name.get(&answered).copied().filter(|to| *to != number);
            let first = to.and_then(|to| self.comments.get(to)).map(|first| (first.start, first.end));
            let Some((answer, (start, end))) = self.comments.get_mut(number).zip(first) else { continue };
            answer.reply_to = to;
            if answer.start == answer.end {
                (answer.start, answer.end) = (start, end);
            }
        }
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
        let (name, answered) = (element.attribute("name"), element.attribute("parent-name"));
        self.remarks.add(name, answered, comment);
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

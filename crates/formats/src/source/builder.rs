//! A source while a document of elements is read: paragraphs, tables around them, and text that is kept
//! for a warning instead.

use super::{Anchor, Cell, Joint, Look, Paragraph, Source, SourceComment, SourceWarning};
use crate::error::ReadError;
use crate::transcript::WarningKind;

/// A source under construction.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    source: Source,
    /// The paragraph being read.
    open: Option<Paragraph>,
    /// How the next paragraph follows.
    joint: Joint,
    /// Tables around the place being read, the outermost first.
    tables: Vec<Cell>,
    table_count: u32,
    /// What is being collected for a warning instead of going to the text, the innermost last.
    asides: Vec<Aside>,
}

/// Text that does not belong to the transcript.
#[derive(Debug)]
struct Aside {
    kind: WarningKind,
    text: String,
}

impl Builder {
    /// Adds characters to the text, or to what is collected for a warning.
    pub fn push(&mut self, text: &str, look: Look) {
        match self.asides.last_mut() {
            Some(aside) => aside.text.push_str(text),
            None if text.is_empty() => {}
            None => self.paragraph().push(text, look),
        }
    }

    /// The paragraph being read; begins one where none is open.
    pub fn paragraph(&mut self) -> &mut Paragraph {
        self.open.get_or_insert_with(Paragraph::default)
    }

    /// Whether a paragraph is being read.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Ends the open paragraph, or adds an empty one where none is open.
    pub fn close(&mut self) {
        let mut paragraph = self.open.take().unwrap_or_default();
        paragraph.joint = std::mem::take(&mut self.joint);
        paragraph.cell = self.tables.first().copied();
        self.source.add(paragraph);
    }

    /// Whether reading may go on.
    ///
    /// # Errors
    /// As [`Source::check`].
    pub fn check(&self) -> Result<(), ReadError> {
        self.source.check()
    }

    /// The place where the next character would go.
    pub fn here(&self) -> Anchor {
        let byte = self.open.as_ref().map_or(0, |open| open.text.len());
        Anchor { paragraph: self.source.paragraphs.len(), byte }
    }

    /// From here to [`Builder::end_aside`], text is kept for a warning.
    pub fn begin_aside(&mut self, kind: WarningKind) {
        self.asides.push(Aside { kind, text: String::new() });
    }

    /// Tells what was kept since the last [`Builder::begin_aside`], unless it is blank.
    pub fn end_aside(&mut self) {
        if let Some(aside) = self.asides.pop() {
            self.tell(aside);
        }
    }

    /// Ends a line of what is kept for a warning.
    pub fn end_aside_line(&mut self) {
        let aside =
            self.asides.last_mut().filter(|aside| !aside.text.is_empty() && !aside.text.ends_with('\n'));
        if let Some(aside) = aside {
            aside.text.push('\n');
        }
    }

    /// What was kept since the last [`Builder::begin_aside`], without telling it.
    pub fn take_aside(&mut self) -> String {
        self.asides.pop().map(|aside| aside.text).unwrap_or_default()
    }

    /// How many asides are around the place being read.
    pub fn asides(&self) -> usize {
        self.asides.len()
    }

    /// The kind of the innermost aside.
    pub fn aside(&self) -> Option<WarningKind> {
        self.asides.last().map(|aside| aside.kind)
    }

    fn tell(&mut self, aside: Aside) {
        if aside.text.trim().is_empty() {
            return;
        }
        let here = self.here();
        let cut_by_runs = matches!(aside.kind, WarningKind::Deletion | WarningKind::HiddenText);
        match self.source.warnings.last_mut() {
            Some(last) if cut_by_runs && last.kind == aside.kind && last.at == Some(here) => {
                last.text.push_str(aside.text.trim_end());
            }
            _ if cut_by_runs => self.warn(aside.kind, aside.text.trim_end().to_owned()),
            _ => self.warn(aside.kind, aside.text.trim().to_owned()),
        }
    }

    /// Adds a warning about this place.
    pub fn warn(&mut self, kind: WarningKind, text: String) {
        let at = Some(self.here());
        self.source.warn(SourceWarning::new(kind, at, text));
    }

    /// Begins a table; inside an aside there are none, and the answer is no.
    pub fn begin_table(&mut self) -> bool {
        let begins = self.asides.is_empty();
        if begins {
            // Rows and columns count from the first that opens.
            self.tables.push(Cell { table: self.table_count, row: u32::MAX, column: u32::MAX });
            self.table_count += 1;
        }
        begins
    }

    /// Ends the table that [`Builder::begin_table`] began.
    pub fn end_table(&mut self) {
        self.tables.pop();
    }

    /// Begins a row.
    pub fn begin_row(&mut self) {
        if let (Some(table), true) = (self.tables.last_mut(), self.asides.is_empty()) {
            table.row = table.row.wrapping_add(1);
            table.column = u32::MAX;
        }
    }

    /// Begins a cell; what is answered goes to [`Builder::end_cell`].
    pub fn begin_cell(&mut self) -> Option<usize> {
        let table = self.tables.last_mut().filter(|_| self.asides.is_empty());
        let Some(table) = table else {
            self.push("\t", Look::default());
            return None;
        };
        table.column = table.column.wrapping_add(1);
        // A table that begins a cell of another leaves the tab before that cell.
        if table.column > 0 {
            self.joint = Joint::Cell;
        }
        Some(self.source.paragraphs.len())
    }

    /// Ends a cell; one without a paragraph has an empty one.
    pub fn end_cell(&mut self, begun: Option<usize>) {
        if begun.is_some_and(|first| self.is_open() || self.source.paragraphs.len() == first) {
            self.close();
        }
    }

    /// What was built; `comments` are added to it.
    pub fn finish(mut self, comments: Vec<SourceComment>) -> Source {
        if self.is_open() {
            self.close();
        }
        self.source.comments = comments;
        self.source
    }
}

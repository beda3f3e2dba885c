//! Reading the files of one language.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Message, Pattern, Term};
use fluent_syntax::parser;

use crate::problem::Problem;
use crate::resolve::{self, Piece};

/// A pattern as parsed, with the place where it stands.
pub struct Source {
    pub area: String,
    pub line: usize,
    pub pattern: Pattern<String>,
}

/// Everything that one language says.
pub struct Catalogue {
    /// `fr` or `en`.
    pub lang: String,
    /// By identifier; an attribute is `message.attribute`, a term `-term`.
    pub sources: BTreeMap<String, Source>,
    /// Messages and attributes with references replaced by what they refer to.
    pub messages: BTreeMap<String, Vec<Piece>>,
}

impl Catalogue {
    /// Parses `(area, text)` pairs; faults are added to `problems` and what is sound is kept.
    pub fn parse(lang: &str, files: &[(String, String)], problems: &mut Vec<Problem>) -> Self {
        let mut this = Self { lang: lang.to_owned(), sources: BTreeMap::new(), messages: BTreeMap::new() };
        for (area, text) in files {
            this.read_file(area, text, problems);
        }
        this.messages = resolve::all(&this, problems);
        this
    }

    /// The file that a message stands in, as named in problems.
    pub fn file(&self, area: &str) -> String {
        format!("{}/{area}.ftl", self.lang)
    }

    fn read_file(&mut self, area: &str, text: &str, problems: &mut Vec<Problem>) {
        let file = self.file(area);
        let resource = match parser::parse(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                problems.extend(
                    errors
                        .iter()
                        .map(|e| Problem::new(&file, line_of(text, e.pos.start), e.kind.to_string())),
                );
                resource
            }
        };
        let mut lines = Lines::new(text);
        for entry in resource.body {
            match entry {
                Entry::Message(message) => self.add_message(area, &mut lines, message, problems),
                Entry::Term(term) => self.add_term(area, &mut lines, term, problems),
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {}
            }
        }
    }

    fn add_message(
        &mut self,
        area: &str,
        lines: &mut Lines,
        message: Message<String>,
        problems: &mut Vec<Problem>,
    ) {
        let id = message.id.name;
        let line = lines.next(&id);
        if let Some(pattern) = message.value {
            self.add(id.clone(), area, line, pattern, problems);
        }
        for attribute in message.attributes {
            self.add(format!("{id}.{}", attribute.id.name), area, line, attribute.value, problems);
        }
    }

    fn add_term(&mut self, area: &str, lines: &mut Lines, term: Term<String>, problems: &mut Vec<Problem>) {
        let id = format!("-{}", term.id.name);
        let line = lines.next(&id);
        self.add(id, area, line, term.value, problems);
    }

    fn add(
        &mut self,
        id: String,
        area: &str,
        line: usize,
        pattern: Pattern<String>,
        problems: &mut Vec<Problem>,
    ) {
        if let Some(first) = self.sources.get(&id) {
            let what =
                format!("“{id}” is already defined in {}, line {}", self.file(&first.area), first.line);
            problems.push(Problem::new(&self.file(area), line, what));
            return;
        }
        let source = Source { area: area.to_owned(), line, pattern };
        self.sources.insert(id, source);
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|&b| b == b'\n').count()
}

/// Finds the line of each definition: the syntax tree keeps no positions.
struct Lines {
    definitions: Vec<(usize, String)>,
    next: usize,
}

impl Lines {
    fn new(text: &str) -> Self {
        let definitions = text
            .lines()
            .enumerate()
            .filter_map(|(index, line)| {
                let (id, _) = line.split_once('=')?;
                let starts = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
                starts.then(|| (index + 1, id.trim().to_owned()))
            })
            .collect();
        Self { definitions, next: 0 }
    }

    /// The line of the next definition of `id`; definitions are asked for in file order.
    fn next(&mut self, id: &str) -> usize {
        let found = self.definitions.iter().skip(self.next).position(|(_, name)| name == id);
        let Some(skipped) = found else { return 0 };
        let index = self.next + skipped;
        self.next = index + 1;
        self.definitions.get(index).map_or(0, |(line, _)| *line)
    }
}

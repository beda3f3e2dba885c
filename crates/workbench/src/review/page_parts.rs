//! The parts that pages for directors are made of: nothing is loaded, and words never become markup.

use crate::markup::escaped;
use std::fmt::Write as _;

/// The looks of a page: paper first, one or two pages of it, legible in black and white.
pub(super) const STYLE: &str = include_str!("page.css");

/// A page that is being written.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// Begins a page.
    pub fn new(lang: &str, title: &str) -> Page {
        let title = escaped(title);
        let mut page = Page::default();
        page.raw(&format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>"
        ));
        page
    }

    /// Markup as it is.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
        self.text.push('\n');
    }

    /// Words in an element, with a class where one is given.
    pub fn words(&mut self, element: &str, class: &str, words: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        // Writing to a string cannot fail.
        let written =
            writeln!(self.text, "<{element}{class}>{}</{element}>", escaped(words).replace('\n', "<br>"));
        debug_assert!(written.is_ok());
    }

    /// A table: head row, then rows of words.
    pub fn table(&mut self, class: &str, head: &[&str], rows: &[Vec<String>]) {
        let cells = |element: &str, cells: &[String]| {
            let cells = cells.iter().map(|cell| format!("<{element}>{}</{element}>", escaped(cell)));
            cells.collect::<String>()
        };
        self.raw(&format!("<table class=\"{class}\">"));
        if !head.is_empty() {
            let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
            self.raw(&format!("<thead><tr>{}</tr></thead>", cells("th", &head)));
        }
        self.raw("<tbody>");
        for row in rows {
            self.raw(&format!("<tr>{}</tr>", cells("td", row)));
        }
        self.raw("</tbody></table>");
    }

    /// A figure in the page: within one it needs no name of a format.
    pub fn figure(&mut self, svg: &str) {
        let within = svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
        self.raw(&format!("<figure>{within}</figure>"));
    }

    /// A figure that was drawn; nothing where that failed.
    pub fn drawn(&mut self, svg: Option<String>) {
        if let Some(svg) = svg {
            self.figure(&svg);
        }
    }

    /// Ends the page.
    pub fn end(mut self) -> Vec<u8> {
        self.raw("</main>\n</body>\n</html>");
        self.text.into_bytes()
    }
}

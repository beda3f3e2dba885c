//! What is drawn for a thesis, as a file: its ending says in which form.

mod table;

use crate::answers::memos::{MemosAsked, memos};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::markdown::READ;
use crate::markup::escaped;
use crate::schema::{drawing, pdf, png, svg};
use crate::views::theory::{AskedView, TableView};
use crate::whole_file;
use formats::CsvFlavour;
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::value::{Ask, MemoKind};
use pulldown_cmark::{Event, Parser};
use std::io;
use std::path::Path;

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// A schema.
    Schema(RecordId),
    /// The memos by date, to be printed.
    Memos,
    /// The answer to a question that is a table: drawn, or as CSV.
    Table(Box<AskedView>),
    /// The relations as CSV.
    Relations,
    /// One row of it as bars.
    Bars(Box<AskedView>, usize),
}

/// Writes a figure into a file whose name ends in `.svg`, `.png` or `.pdf`; a table in `.csv` as well, the
/// relations in `.csv`, the memos in `.html`.
///
/// # Errors
/// When there is nothing to draw, the ending is another, or the file cannot be written.
pub fn write(engine: &mut Engine, lang: Lang, figure: &Figure, path: &Path) -> Result<(), Failure> {
    let (title, drawn) = match figure {
        Figure::Schema(schema) => schema_document(engine, lang, *schema)?,
        Figure::Relations => {
            let sheet = crate::answers::relations::sheet(engine, lang)?;
            return put(path, &formats::write::csv(&sheet, flavour(lang)));
        }
        Figure::Memos => return put(path, memos_document(engine, lang)?.as_bytes()),
        Figure::Table(asked) => {
            let found = answer(engine, lang, asked);
            if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
                return put(path, &formats::write::csv(&found.sheet(), flavour(lang)));
            }
            let square = matches!(asked.ask, Ask::Cooccurrence { .. });
            let (title, basis) = words(engine, lang, asked);
            let drawn = table::heat_map(&found, square, &table::Words { title: &title, basis: &basis });
            (title, drawn)
        }
        Figure::Bars(asked, row) => {
            let found = answer(engine, lang, asked);
            let (_, basis) = words(engine, lang, asked);
            let title = found.rows.get(*row).map_or("", |(_, name)| name.as_ref());
            let drawn = table::bars(&found, *row, &table::Words { title, basis: &basis });
            (title.to_owned(), drawn)
        }
    };
    put(path, &in_form(drawn, &title, path)?)
}

/// As the spreadsheets of that language open a table.
fn flavour(lang: Lang) -> CsvFlavour {
    match lang {
        Lang::Fr => CsvFlavour::FrenchExcel,
        Lang::En => CsvFlavour::Comma,
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    whole_file::write(path, bytes).map_err(|source| Failure::File { path: path.to_owned(), source })
}

fn answer(engine: &Engine, lang: Lang, asked: &AskedView) -> TableView {
    let seen = engine.seen();
    let found = crate::queries::table(&seen, &Basis::default(), &asked.ask, &asked.filters);
    crate::screen::table_view(lang, &seen, &found)
}

/// The name of a question, and whose codings count.
fn words(engine: &Engine, lang: Lang, asked: &AskedView) -> (String, String) {
    let seen = engine.seen();
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let saved = asked.saved.and_then(|id| seen.queries().into_iter().find(|one| one.id == id));
    let name = saved.map(|one| one.body.name.clone());
    let plain = || i18n::code_title_many(lang, method.as_str()).to_owned();
    let basis = i18n::cli_basis(lang, i18n::cli_basis_reference(lang), i18n::layer_any(lang));
    (name.unwrap_or_else(plain), basis)
}

/// A schema's title and its drawing.
fn schema_document(engine: &Engine, lang: Lang, schema: RecordId) -> Result<(String, String), Failure> {
    let seen = engine.seen();
    let known = seen.schema(schema).ok_or(Failure::Deleted { record: schema })?;
    let drawn = drawing(lang, &seen, &known);
    let empty = drawn.boxes.is_empty() && drawn.notes.is_empty() && drawn.frames.is_empty();
    if empty { Err(Failure::Nothing) } else { Ok((drawn.title.clone(), svg(&drawn))) }
}

/// A page with every memo, the first first: a browser prints it.
fn memos_document(engine: &Engine, lang: Lang) -> Result<String, Failure> {
    let memos = memos(engine, lang, &MemosAsked::default());
    if memos.is_empty() {
        return Err(Failure::Nothing);
    }
    let seen = engine.seen();
    let study = seen.study_facts().map_or("", |facts| facts.title);
    let title = escaped(&i18n::memos_printed(lang, study));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{title}</title>\n{STYLE}</head><body>\n<h1>{title}</h1>\n",
        lang.code()
    );
    for memo in memos.iter().filter(|memo| memo.kind != MemoKind::Discussion.as_str()) {
        let kind = i18n::memo_kind_name(lang, memo.kind);
        let about = memo.about.as_ref().map(|about| i18n::memo_about(lang, &about.name));
        let day = memo.changed.as_deref().and_then(|at| at.get(..10)).unwrap_or_default();
        let said = [Some(day), Some(kind), about.as_deref(), Some(memo.author.as_str())];
        let said: Vec<&str> = said.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        page.push_str(&format!("<article><h2>{}</h2><p class=\"said\">", escaped(&memo.title)));
        page.push_str(&escaped(&said.join(" · ")));
        page.push_str("</p>\n");
        pulldown_cmark::html::push_html(&mut page, without_html(&memo.text));
        page.push_str("</article>\n");
    }
    page.push_str("</body></html>\n");
    Ok(page)
}

/// A memo in Markdown; signs of HTML in it are words, and are written as such once.
fn without_html(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, READ).map(|event| match event {
        Event::Html(words) | Event::InlineHtml(words) => Event::Text(words),
        other => other,
    })
}

/// How the page of memos looks on paper.
const STYLE: &str = "<style>body{font:11pt/1.5 Georgia,serif;max-width:42em;margin:2em auto}\
h2{font-size:1.1em;margin-bottom:0}.said{margin-top:0;font-size:.85em}article{break-inside:avoid-page}</style>\n";

fn in_form(document: String, title: &str, path: &Path) -> Result<Vec<u8>, Failure> {
    let refused = |error: &dyn std::fmt::Display| {
        let source = io::Error::new(io::ErrorKind::InvalidData, error.to_string());
        Failure::File { path: path.to_owned(), source }
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("png") => png(&document).map_err(|error| refused(&error)),
        Some("pdf") => pdf(&document, title).map_err(|error| refused(&error)),
        Some("svg") => Ok(document.into_bytes()),
        other => Err(refused(&other.unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(memo: &str) -> String {
        let mut page = String::new();
        pulldown_cmark::html::push_html(&mut page, without_html(memo));
        page
    }

    #[test]
    fn signs_of_html_are_words_and_are_escaped_once() {
        assert_eq!(printed("a < b & **c**"), "<p>a &lt; b &amp; <strong>c</strong></p>\n");
        let code = "```\nif a < b && c {}\n```";
        assert_eq!(printed(code), "<pre><code>if a &lt; b &amp;&amp; c {}\n</code></pre>\n");
        assert!(!printed("<script>alert(1)</script>\n\net <b>là</b>").contains("<script"));
        assert!(!printed("et <img src=x onerror=y> là").contains("<img"));
    }

    #[test]
    fn words_are_struck_out_on_paper_too() {
        assert_eq!(printed("~~non~~"), "<p><del>non</del></p>\n");
    }
}

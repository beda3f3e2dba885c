//! Documents as one page for a browser, with nothing outside it.

use super::document::{Block, Document, Look, Paragraph, Remark, Run, Table};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The looks of the page: paper and print, light and dark.
const STYLE: &str = include_str!("page.css");

/// How many colours remarks take in turn.
const HUES: u16 = 7;

/// Writes a page. It loads nothing, runs nothing, and can be sent as it is.
#[must_use]
pub fn html(document: &Document) -> Vec<u8> {
    let mut out = String::new();
    out.push_str("<!doctype html>\n");
    push(
        &mut out,
        format_args!("<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", escape(&document.lang)),
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    push(
        &mut out,
        format_args!(
            "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
            escape(&document.title)
        ),
    );
    let ends = last_runs(document);
    for (at, block) in document.blocks.iter().enumerate() {
        write_block(&mut out, document, block, at, &ends);
    }
    for line in [&document.header, &document.footer] {
        if !line.is_empty() {
            push(&mut out, format_args!("<p class=\"note\">{}</p>\n", escape(line)));
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out.into_bytes()
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let written = out.write_fmt(text);
    debug_assert!(written.is_ok());
}

/// Text as it stands between tags or in a quoted attribute.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' => {}
            other => out.push(other),
        }
    }
    out
}

/// The last run (block, run) of each remark: its label stands after it.
fn last_runs(document: &Document) -> Vec<Option<(usize, usize)>> {
    let mut ends = vec![None; document.remarks.len()];
    for (at, block) in document.blocks.iter().enumerate() {
        let Block::Paragraph(paragraph) = block else { continue };
        for (number, run) in paragraph.runs.iter().enumerate() {
            for remark in &run.remarks {
                if let Some(end) = ends.get_mut(*remark) {
                    *end = Some((at, number));
                }
            }
        }
    }
    ends
}

fn write_block(
    out: &mut String,
    document: &Document,
    block: &Block,
    at: usize,
    ends: &[Option<(usize, usize)>],
) {
    match block {
        Block::Heading { level, text, .. } => {
            let level = (level + 1).min(6);
            push(out, format_args!("<h{level}>{}</h{level}>\n", escape(text)));
        }
        Block::Paragraph(paragraph) => {
            let class = match paragraph.look {
                Look::Body => "body",
                Look::Quote => "quote",
                Look::Note => "note",
                Look::Speech => "speech",
            };
            push(out, format_args!("<p class=\"{class}\">"));
            write_runs(out, document, paragraph, at, ends);
            out.push_str("</p>\n");
        }
        Block::Table(table) => write_table(out, table),
    }
}

fn write_runs(
    out: &mut String,
    document: &Document,
    paragraph: &Paragraph,
    at: usize,
    ends: &[Option<(usize, usize)>],
) {
    for (number, run) in paragraph.runs.iter().enumerate() {
        write_run(out, &document.remarks, run);
        for remark in &run.remarks {
            let (Some(known), Some(Some(end))) = (document.remarks.get(*remark), ends.get(*remark)) else {
                continue;
            };
            if *end == (at, number) {
                let label = known.text.first().map(String::as_str).unwrap_or_default();
                let (hue, label, author) = (known.hue % HUES, escape(label), escape(&known.author));
                push(out, format_args!("<small class=\"h{hue}\" title=\"{author}\">{label}</small>"));
            }
        }
    }
}

fn write_run(out: &mut String, remarks: &[Remark], run: &Run) {
    let text = escape(&run.text).replace('\n', "<br>");
    let mut classes: BTreeSet<String> = BTreeSet::new();
    if run.quiet {
        classes.insert("quiet".to_owned());
    }
    let on: Vec<&Remark> = run.remarks.iter().filter_map(|remark| remarks.get(*remark)).collect();
    if let Some(first) = on.first() {
        classes.insert(format!("h{}", first.hue % HUES));
        classes.insert("on".to_owned());
    }
    let names: Vec<&str> = on.iter().filter_map(|remark| remark.text.first()).map(String::as_str).collect();
    let (open, close) = match (run.bold, run.italic) {
        (true, true) => ("<b><i>", "</i></b>"),
        (true, false) => ("<b>", "</b>"),
        (false, true) => ("<i>", "</i>"),
        (false, false) => ("", ""),
    };
    if classes.is_empty() {
        push(out, format_args!("{open}{text}{close}"));
        return;
    }
    let classes = classes.into_iter().collect::<Vec<_>>().join(" ");
    let title =
        if names.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(&names.join(", "))) };
    push(out, format_args!("<span class=\"{classes}\"{title}>{open}{text}{close}</span>"));
}

fn write_table(out: &mut String, table: &Table) {
    out.push_str("<table>\n<thead><tr>");
    for (column, heading) in table.header.iter().enumerate() {
        let width =
            table.widths.get(column).map(|width| format!(" style=\"width:{width}%\"")).unwrap_or_default();
        push(out, format_args!("<th scope=\"col\"{width}>{}</th>", escape(heading)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            out.push_str("<td>");
            cell.iter().for_each(|run| write_run(out, &[], run));
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup_and_nothing_is_loaded() {
        let evil = "<script>alert(1)</script> & \"x\"";
        let mut run = Run::plain(evil);
        run.remarks = vec![0];
        let document = Document {
            title: evil.into(),
            blocks: vec![
                Block::Heading { level: 1, text: evil.into(), new_page: false },
                Block::Paragraph(Paragraph { look: Look::Speech, runs: vec![run] }),
            ],
            remarks: vec![Remark { author: evil.into(), text: vec![evil.into()], ..Remark::default() }],
            ..Document::default()
        };
        let page = String::from_utf8(html(&document)).unwrap();
        assert!(!page.contains("<script"), "{page}");
        assert_eq!(page.matches("&lt;script&gt;").count(), 6);
        for outside in ["http:", "https:", "src=", "href=", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}

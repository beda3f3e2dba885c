//! Documents as Word files.
//!
//! Remarks become Word comments on the very range of the runs that bear them, over paragraphs too. The
//! file names no program, machine or moment: what a library writes of these is taken out.

use super::document::{Block, Document, Look, Paragraph, Remark, Run, Table};
use super::docx_parts::{self, QUIET};
use super::{WriteError, xml_text};
use docx_rs::{
    BreakType, Comment, Docx, Footer, Header, PageNum, Paragraph as WordParagraph, Run as WordRun,
    Table as WordTable, TableCell, TableRow, WidthType,
};
use std::io::Cursor;

/// Where a remark begins and ends: block and run, both counted from 0, both inside.
#[derive(Clone, Copy)]
struct Reach {
    first: (usize, usize),
    last: (usize, usize),
}

/// Writes a Word document that Word, LibreOffice and Pages open.
///
/// # Errors
/// [`WriteError::Document`] when the library fails to put its parts together.
pub fn docx(document: &Document) -> Result<Vec<u8>, WriteError> {
    let reaches = reaches(document);
    let mut file = docx_parts::styled(Docx::new());
    if !document.header.is_empty() {
        file = file.header(Header::new().add_paragraph(note(&document.header)));
    }
    file = file.footer(Footer::new().add_paragraph(foot(&document.footer)));
    for (at, block) in document.blocks.iter().enumerate() {
        file = match block {
            Block::Heading { level, text, new_page } => file.add_paragraph(heading(*level, text, *new_page)),
            Block::Paragraph(paragraph) => file.add_paragraph(words(document, &reaches, at, paragraph)),
            Block::Table(rows) => file.add_table(table(rows)),
        };
    }
    let parts = docx_parts::without_traces(file.build(), document);
    let mut out = Cursor::new(Vec::new());
    parts.pack(&mut out).map_err(|error| WriteError::Document(error.to_string()))?;
    Ok(out.into_inner())
}

fn reaches(document: &Document) -> Vec<Option<Reach>> {
    let mut reaches: Vec<Option<Reach>> = vec![None; document.remarks.len()];
    for (at, block) in document.blocks.iter().enumerate() {
        let Block::Paragraph(paragraph) = block else { continue };
        for (number, run) in paragraph.runs.iter().enumerate() {
            for remark in &run.remarks {
                if let Some(reach) = reaches.get_mut(*remark) {
                    let first = reach.map_or((at, number), |reach| reach.first);
                    *reach = Some(Reach { first, last: (at, number) });
                }
            }
        }
    }
    reaches
}

fn heading(level: u8, text: &str, new_page: bool) -> WordParagraph {
    let style = if level == 0 { "Title".to_owned() } else { format!("Heading{}", level.min(6)) };
    let paragraph = WordParagraph::new().style(&style).add_run(WordRun::new().add_text(xml_text(text)));
    paragraph.page_break_before(new_page)
}

fn note(text: &str) -> WordParagraph {
    WordParagraph::new().style("AncrageNote").add_run(WordRun::new().add_text(xml_text(text)))
}

fn foot(text: &str) -> WordParagraph {
    let line = WordParagraph::new().style("AncrageNote").add_page_num(PageNum::new());
    if text.is_empty() {
        return line;
    }
    line.add_run(WordRun::new().add_text(format!(" — {}", xml_text(text))))
}

fn words(document: &Document, reaches: &[Option<Reach>], at: usize, paragraph: &Paragraph) -> WordParagraph {
    let style = match paragraph.look {
        Look::Body => "Normal",
        Look::Quote => "AncrageQuote",
        Look::Note => "AncrageNote",
        Look::Speech => "AncrageSpeech",
    };
    let mut out = WordParagraph::new().style(style);
    for (number, run) in paragraph.runs.iter().enumerate() {
        let reach = |remark: &usize| reaches.get(*remark).copied().flatten();
        for remark in
            run.remarks.iter().filter(|remark| reach(remark).is_some_and(|it| it.first == (at, number)))
        {
            if let Some(known) = document.remarks.get(*remark) {
                out = out.add_comment_start(comment(*remark, known));
            }
        }
        out = out.add_run(word_run(run));
        for remark in
            run.remarks.iter().filter(|remark| reach(remark).is_some_and(|it| it.last == (at, number)))
        {
            out = out.add_comment_end(*remark);
        }
    }
    out
}

/// A remark as a comment of one paragraph, its lines parted by line ends: the library writes a comment once
/// for each of its paragraphs, and programs then show it as often.
fn comment(number: usize, remark: &Remark) -> Comment {
    let mut comment = Comment::new(number).author(xml_text(&remark.author));
    if !remark.at.is_empty() {
        comment = comment.date(remark.at.clone());
    }
    let lines = word_run(&Run::plain(remark.text.join("\n")));
    comment.add_paragraph(WordParagraph::new().add_run(lines))
}

/// A run; Word writes tabs and line ends inside it as elements.
fn word_run(run: &Run) -> WordRun {
    let mut out = WordRun::new();
    if run.bold {
        out = out.bold();
    }
    if run.italic {
        out = out.italic();
    }
    if run.quiet {
        out = out.color(QUIET);
    }
    let text = xml_text(&run.text);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out = out.add_break(BreakType::TextWrapping);
        }
        for (number, words) in line.split('\t').enumerate() {
            if number > 0 {
                out = out.add_tab();
            }
            if !words.is_empty() {
                out = out.add_text(words);
            }
        }
    }
    out
}

fn table(table: &Table) -> WordTable {
    let width =
        |column: usize| usize::from(table.widths.get(column).copied().unwrap_or(20)) * docx_parts::PAGE / 100;
    let cell = |column: usize, runs: &[Run]| {
        let line = runs
            .iter()
            .fold(WordParagraph::new().style("AncrageCell"), |line, run| line.add_run(word_run(run)));
        TableCell::new().width(width(column), WidthType::Dxa).add_paragraph(line)
    };
    let heads =
        table.header.iter().enumerate().map(|(at, text)| cell(at, &[Run::bold(text.as_str())])).collect();
    let rows = table.rows.iter().map(|row| {
        TableRow::new(row.iter().enumerate().map(|(at, runs)| cell(at, runs)).collect()).cant_split()
    });
    let rows = std::iter::once(TableRow::new(heads)).chain(rows).collect();
    let grid = (0..table.header.len()).map(width).collect();
    WordTable::new(rows).set_grid(grid).width(docx_parts::PAGE, WidthType::Dxa)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ReadOptions, read};

    fn speech(runs: Vec<Run>) -> Block {
        Block::Paragraph(Paragraph { look: Look::Speech, runs })
    }

    fn on(text: &str, remarks: &[usize]) -> Run {
        Run { remarks: remarks.to_vec(), ..Run::plain(text) }
    }

    fn remark(text: &str, at: &str) -> Remark {
        Remark { author: "Claire L.".into(), at: at.into(), text: vec![text.into()], hue: 0 }
    }

    #[test]
    fn remarks_come_back_on_their_very_words_over_paragraphs_and_one_in_another() {
        let document = Document {
            header: "Étude".into(),
            footer: "analyse de référence".into(),
            blocks: vec![
                speech(vec![Run::bold("CL : "), Run::quiet("Et alors\u{a0}?")]),
                speech(vec![
                    Run::bold("EMG 3 : "),
                    on("oui ", &[0]),
                    on("la route", &[0, 1]),
                    on("\tet", &[1]),
                ]),
                speech(vec![Run::bold("CL : "), on("Oui & <non>", &[1])]),
                speech(vec![]),
                speech(vec![Run::bold("EMG 3 : "), Run::plain("Voilà.")]),
            ],
            remarks: vec![remark("coût du trajet", "2025-01-17T10:00:00Z"), remark("la route", "")],
            ..Document::default()
        };
        let bytes = docx(&document).unwrap();
        let back = read("x.docx", &bytes, &ReadOptions::default()).unwrap();
        let text = "CL : Et alors\u{a0}?\nEMG 3 : oui la route\tet\nCL : Oui & <non>\n\nEMG 3 : Voilà.";
        assert_eq!(back.text, text);
        let words = |from: u32, to: u32| -> String {
            text.chars().skip(from as usize).take((to - from) as usize).collect()
        };
        let found: Vec<(String, String, Option<&str>)> = back
            .comments
            .iter()
            .map(|found| (words(found.start, found.end), found.text.clone(), found.at.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                ("oui la route".to_owned(), "coût du trajet".to_owned(), Some("2025-01-17T10:00:00Z")),
                ("la route\tet\nCL : Oui & <non>".to_owned(), "la route".to_owned(), None),
            ]
        );
        assert_eq!(back.warnings, []);
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
        text
    }

    fn values<'t>(text: &'t str, attribute: &str) -> Vec<&'t str> {
        let key = format!("{attribute}=\"");
        text.split(key.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn a_remark_of_several_lines_or_of_none_is_one_comment() {
        let of = |lines: &[&str]| Remark {
            text: lines.iter().map(|line| (*line).to_owned()).collect(),
            ..remark("", "2025-01-17T10:00:00Z")
        };
        let document = Document {
            blocks: vec![speech(vec![on("un", &[0]), on("deux", &[1]), on("trois", &[2])])],
            remarks: vec![of(&["coût", "à revoir", "expérientiel"]), of(&[]), of(&["seul"])],
            ..Document::default()
        };
        let bytes = docx(&document).unwrap();
        let comments = part(&bytes, "word/comments.xml");
        let comments: Vec<&str> = comments.split("<w:comment ").skip(1).collect();
        let ids: Vec<&str> = comments.iter().filter_map(|one| values(one, "w:id").first().copied()).collect();
        assert_eq!(ids, ["0", "1", "2"]);
        let extended = part(&bytes, "word/commentsExtended.xml");
        let mut paragraphs = values(&extended, "w15:paraId");
        paragraphs.sort_unstable();
        paragraphs.dedup();
        assert_eq!(paragraphs.len(), 3, "{extended}");
        let back = read("x.docx", &bytes, &ReadOptions::default()).unwrap();
        let texts: Vec<&str> = back.comments.iter().map(|found| found.text.as_str()).collect();
        assert_eq!(texts, ["coût\nà revoir\nexpérientiel", "", "seul"]);
    }

    #[test]
    fn the_file_names_no_program_and_no_moment_and_is_the_same_each_time() {
        let document = Document { title: "Étude".into(), lang: "fr".into(), ..Document::default() };
        let bytes = docx(&document).unwrap();
        assert_eq!(bytes, docx(&document).unwrap());
        let text = String::from_utf8_lossy(&bytes);
        for trace in ["unknown", "1970", "docx-rs", "creator", "modified"] {
            assert!(!text.contains(trace), "{trace}");
        }
        assert!(text.contains("fr-FR"));
    }
}

//! The code book as a document, a sheet, a table that can be taken in again, or JSON.

use super::{FileForm, Made, Words, basis, document, json, spreadsheet};
use crate::failure::Failure;
use formats::codebook_csv::{self, CodeRow};
use formats::write::{Block, Cell, Document, Look, Paragraph, Run, Sheet};
use model::basis::Basis;
use model::study::Seen;
use report::{CodeEntry, Codebook};

pub(super) fn make(
    seen: &Seen<'_>,
    basis: &Basis,
    words: &Words,
    form: FileForm,
) -> Result<(Vec<u8>, Made), Failure> {
    let book = Codebook::of(seen, basis);
    let made = Made { items: book.codes.len(), dropped: Vec::new() };
    let about = || basis::lines(seen, basis, words, (book.finished, book.interviews));
    let bytes = match form {
        FileForm::Docx | FileForm::Html => {
            let footer = basis::sentence(seen, basis, words);
            document(&pages(&book, words, about(), footer), form)?
        }
        FileForm::Csv(flavour) => {
            let basis = basis::sentence(seen, basis, words);
            let rows: Vec<CodeRow> = book.codes.iter().map(|code| row(code, &basis)).collect();
            codebook_csv::write(&rows, flavour)
        }
        FileForm::Xlsx => spreadsheet(sheet(&book, words), about(), words, form)?,
        FileForm::Json => json::codebook(seen, basis, &book)?,
    };
    Ok((bytes, made))
}

fn row(code: &CodeEntry, basis: &str) -> CodeRow {
    let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    CodeRow {
        line: 0,
        path: code.path.clone(),
        level: Some(code.level.as_str().to_owned()),
        layer: Some(code.layer.as_str().to_owned()),
        in_vivo: code.in_vivo,
        colour: Some(code.hue.to_string()),
        definition: text(&code.definition),
        include: text(&code.include),
        exclude: text(&code.exclude),
        example: text(&code.example),
        counts: Some(codebook_csv::Counts {
            own: code.own,
            total: code.total,
            participants: code.participants,
            basis: basis.to_owned(),
        }),
    }
}

fn pages(book: &Codebook, words: &Words, about: Vec<String>, footer: String) -> Document {
    let title = i18n::codebook_title(words.lang, words.method).to_owned();
    let mut blocks = vec![Block::Heading { level: 0, text: title.clone(), new_page: false }];
    blocks
        .extend(about.into_iter().map(|line| Block::Paragraph(Paragraph::of(Look::Note, Run::plain(line)))));
    book.codes.iter().for_each(|code| entry(book, code, words, &mut blocks));
    Document { lang: words.lang.code().to_owned(), title, footer, blocks, ..Document::default() }
}

fn entry(book: &Codebook, code: &CodeEntry, words: &Words, blocks: &mut Vec<Block>) {
    let lang = words.lang;
    let level = u8::try_from(code.depth + 1).unwrap_or(6).min(6);
    blocks.push(Block::Heading { level, text: code.name.clone(), new_page: false });
    let n = i64::try_from(code.total).unwrap_or(i64::MAX);
    let mut facts = vec![
        i18n::level_name(lang, code.level.as_str(), words.method).to_owned(),
        layer(code, words).to_owned(),
        i18n::passage_count(lang, n),
        basis::of_participants(words, code.confirmed, book.finished, book.interviews),
    ];
    if code.in_vivo {
        facts.insert(1, i18n::in_vivo(lang).to_owned());
    }
    blocks.push(Block::Paragraph(Paragraph::of(Look::Note, Run::plain(facts.join(" · ")))));
    if !code.definition.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::of(Look::Body, Run::plain(code.definition.clone()))));
    }
    let parts = [
        (i18n::column_include(lang), &code.include),
        (i18n::column_exclude(lang), &code.exclude),
        (i18n::column_example(lang), &code.example),
    ];
    for (heading, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
        let runs = vec![Run::bold(i18n::excerpt_voice(lang, heading, "")), Run::plain(text.clone())];
        blocks.push(Block::Paragraph(Paragraph { look: Look::Body, runs }));
    }
}

fn layer(code: &CodeEntry, words: &Words) -> &'static str {
    match code.layer {
        model::value::Layer::Experiential => i18n::layer_experiential(words.lang),
        model::value::Layer::Thematic => i18n::layer_thematic(words.lang),
    }
}

fn sheet(book: &Codebook, words: &Words) -> Sheet {
    let (lang, method) = (words.lang, words.method);
    let header = [
        i18n::column_code(lang, method),
        i18n::column_level(lang),
        i18n::column_layer(lang),
        i18n::column_in_vivo(lang),
        i18n::column_definition(lang),
        i18n::column_include(lang),
        i18n::column_exclude(lang),
        i18n::column_example(lang),
        i18n::column_own(lang),
        i18n::column_total(lang),
        i18n::column_participants(lang),
    ];
    let rows = book.codes.iter().map(|code| -> Vec<Cell> {
        let in_vivo = if code.in_vivo { i18n::answer_yes(lang) } else { i18n::answer_no(lang) };
        vec![
            code.path.join(codebook_csv::LEVELS).into(),
            i18n::level_name(lang, code.level.as_str(), method).into(),
            layer(code, words).into(),
            in_vivo.into(),
            code.definition.clone().into(),
            code.include.clone().into(),
            code.exclude.clone().into(),
            code.example.clone().into(),
            Cell::count(code.own),
            Cell::count(code.total),
            Cell::count(code.participants),
        ]
    });
    Sheet {
        name: i18n::codebook_title(lang, method).to_owned(),
        header: header.map(str::to_owned).to_vec(),
        widths: vec![44, 14, 22, 10, 50, 34, 34, 40, 10, 10, 12],
        rows: rows.collect(),
    }
}

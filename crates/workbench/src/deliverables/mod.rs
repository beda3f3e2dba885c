//! Deliverables as files: excerpts, coded texts, the code book, as Word, Excel, page, CSV or JSON.
//!
//! The crate `report` says what goes in, `formats` how a file is written; here the one is worded and given
//! the form of the other. What is shown is read at its current place in the current revision, through the
//! lens of whoever acts, and every file says on which codings its figures rest.

mod basis;
mod codebook;
mod coded_text;
mod json;
mod quotes;
mod thesis;

use crate::answers::export::{DroppedAnswer, Exported};
use crate::answers::{Looking, alignment, reconciliation};
use crate::engine::Engine;
use crate::failure::Failure;
use formats::CsvFlavour;
use formats::write::{Document, Sheet, Workbook};
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
pub use report::By;
use report::Sources;
use std::collections::HashMap;

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Deliverable {
    /// Excerpts by code or by interview, in the form of a thesis.
    Quotes(QuotesAsked),
    /// Whole transcripts with their labels.
    CodedText {
        /// Whose codings, in which layer.
        basis: Basis,
        /// Only these interviews; all that are analysed where empty.
        interviews: Vec<RecordId>,
    },
    /// The code book.
    Codebook {
        /// Whose codings are counted, in which layer.
        basis: Basis,
    },
    /// The reconciliation journal: every decision, why and by whom.
    ReconciliationJournal,
    /// Two coders' codes side by side: the evidence of triangulation.
    Alignment {
        /// The two coders.
        coders: [RecordId; 2],
    },
}

/// Which excerpts.
#[derive(Debug, Clone, Default)]
pub struct QuotesAsked {
    /// Whose codings, in which layer.
    pub basis: Basis,
    /// Only these codes and what is below them; all where empty.
    pub codes: Vec<RecordId>,
    /// Only these interviews; all that are analysed where empty.
    pub interviews: Vec<RecordId>,
    /// How they are put together.
    pub by: By,
    /// The attributes told beside a participant's name, in this order.
    pub attributes: Vec<RecordId>,
    /// True to tell the coders' comments too.
    pub comments: bool,
}

/// The form of a deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    /// A Word document.
    Docx,
    /// An Excel workbook.
    Xlsx,
    /// A page for a browser, complete in itself.
    Html,
    /// A table.
    Csv(CsvFlavour),
    /// JSON.
    Json,
}

impl FileForm {
    /// The ending of such a file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            FileForm::Docx => "docx",
            FileForm::Xlsx => "xlsx",
            FileForm::Html => "html",
            FileForm::Csv(_) => "csv",
            FileForm::Json => "json",
        }
    }
}

/// What a deliverable is worded with.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub lang: Lang,
    pub method: &'static str,
    pub prefix: String,
    pub study: String,
    /// The day on which it is made, as people write it.
    pub day: String,
}

/// A deliverable before it is a file.
struct Made {
    items: usize,
    dropped: Vec<DroppedAnswer>,
}

/// Makes the bytes of a deliverable.
///
/// # Errors
/// When a text cannot be read, or the file cannot be put together.
pub fn deliver(
    engine: &mut Engine,
    lang: Lang,
    asked: &Deliverable,
    form: FileForm,
) -> Result<Exported, Failure> {
    let words = words(engine, lang);
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let sources = sources(engine, &seen)?;
    let (bytes, made) = match asked {
        Deliverable::Quotes(asked) => quotes::make(&sources, asked, &words, form)?,
        Deliverable::CodedText { basis, interviews } => {
            coded_text::make(&sources, basis, interviews, &words, form)?
        }
        Deliverable::Codebook { basis } => codebook::make(&seen, basis, &words, form)?,
        Deliverable::ReconciliationJournal => {
            return reconciliation::journal_file(engine, lang, form)?.ok_or(Failure::Nothing);
        }
        Deliverable::Alignment { coders } => {
            return alignment::alignment_file(engine, lang, *coders, form)?.ok_or(Failure::Nothing);
        }
    };
    let mut dropped = made.dropped;
    dropped.extend(DroppedAnswer::sealed(&seen));
    Ok(Exported { bytes, items: made.items, dropped })
}

fn words(engine: &mut Engine, lang: Lang) -> Words {
    let day = day(lang, engine.env.now());
    let seen = engine.seen();
    let facts = seen.study_facts();
    Words {
        lang,
        method: facts.as_ref().map(|facts| facts.method).unwrap_or_default().as_str(),
        prefix: facts.as_ref().map_or("", |facts| facts.participant_prefix).to_owned(),
        study: facts.map_or("", |facts| facts.title).to_owned(),
        day,
    }
}

/// The day of an instant in UTC, as people write it; empty beyond any calendar.
fn day(lang: Lang, at: model::Timestamp) -> String {
    let Ok(at) = jiff::Timestamp::from_millisecond(at.0) else { return String::new() };
    let day = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let date = i18n::Date::new(day.year().into(), part(day.month()), part(day.day()));
    date.map_or_else(String::new, |date| date.long(lang))
}

fn sources<'a>(engine: &mut Engine, seen: &'a Seen<'a>) -> Result<Sources<'a>, Failure> {
    let mut texts = HashMap::new();
    for interview in seen.interviews() {
        match engine.current_text(interview.id) {
            Ok((_, text)) => drop(texts.insert(interview.id, text)),
            Err(Failure::Withdrawn) => {}
            Err(failure) => return Err(failure),
        }
    }
    let times = engine.history().iter().map(|line| (line.op, line.at)).collect();
    Ok(Sources { seen, texts, times })
}

fn document(document: &Document, form: FileForm) -> Result<Vec<u8>, Failure> {
    match form {
        FileForm::Html => Ok(formats::write::html(document)),
        _ => Ok(formats::write::docx(document)?),
    }
}

/// The sheet as a CSV, or with a second one that says what it rests on.
fn spreadsheet(sheet: Sheet, about: Vec<String>, words: &Words, form: FileForm) -> Result<Vec<u8>, Failure> {
    if let FileForm::Csv(flavour) = form {
        return Ok(formats::write::csv(&sheet, flavour));
    }
    let about = Sheet {
        name: i18n::about_title(words.lang).to_owned(),
        header: vec![i18n::about_title(words.lang).to_owned()],
        widths: vec![80],
        rows: about.into_iter().map(|line| vec![line.into()]).collect(),
    };
    Ok(formats::write::xlsx(&Workbook { sheets: vec![sheet, about] })?)
}

fn dropped(n: usize, why: &'static str) -> Option<DroppedAnswer> {
    (n > 0).then_some(DroppedAnswer { what: "codings", n, why })
}

//! Tables and documents for other programs, as bytes: the caller writes the file.

use super::codings::{self, CodingsAsked};
use super::{Looking, codes, interviews, journal, participants, relations};
use crate::engine::Engine;
use crate::failure::Failure;
pub use formats::CsvFlavour;
use formats::write::{Cell, Sheet};
use formats::{codebook_csv, codings_csv};
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::study::Seen;
use serde::Serialize;
use std::collections::HashMap;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The codings, everybody's.
    Codings,
    /// The code list.
    Codes,
    /// The participants' table.
    Participants,
    /// The list of interviews.
    Interviews,
    /// The journal.
    Log,
    /// The relations, with the words that they rest on.
    Relations,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv(CsvFlavour),
    /// The command line's own JSON.
    Json,
}

/// An export, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// How many rows.
    pub items: usize,
    /// What the form cannot hold.
    pub dropped: Vec<DroppedAnswer>,
}

/// Something that an export leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DroppedAnswer {
    /// What.
    pub what: &'static str,
    /// How many.
    pub n: usize,
    /// Why, as a word for machines: `to_place`, `not_analysed`, `sealed`.
    pub why: &'static str,
}

impl DroppedAnswer {
    /// That rounds hide work of others: how many rounds, for how much work there is must not be told.
    #[must_use]
    pub fn sealed(seen: &Seen<'_>) -> Option<DroppedAnswer> {
        let n = seen.rounds_that_hide().len();
        (n > 0).then_some(DroppedAnswer { what: "rounds", n, why: "sealed" })
    }

    /// In words; `seen` names the rounds.
    #[must_use]
    pub fn told(&self, lang: Lang, seen: &Seen<'_>) -> String {
        let n = i64::try_from(self.n).unwrap_or(i64::MAX);
        match self.why {
            "not_analysed" => i18n::dropped_not_analysed(lang, n),
            "sealed" => i18n::dropped_sealed(lang, &super::basis::sealed(seen).join(", ")),
            _ => i18n::dropped_to_place(lang, n),
        }
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportAnswer {
    /// The file.
    pub file: String,
    /// How many rows.
    pub items: usize,
    /// What the form cannot hold.
    pub dropped: Vec<DroppedAnswer>,
}

/// The bytes of an export; `None` where what is asked for has no such form.
///
/// # Errors
/// When a text or the journal cannot be read.
pub fn export(
    engine: &mut Engine,
    lang: Lang,
    what: Export,
    form: Form,
) -> Result<Option<Exported>, Failure> {
    let everybody = CodingsAsked { basis: Basis::everything(), ..CodingsAsked::default() };
    let made = match (what, form) {
        (Export::Codings, Form::Csv(flavour)) => Some(codings_table(engine, flavour)?),
        (Export::Codes, Form::Csv(flavour)) => Some(codes_table(engine, flavour)),
        (Export::Participants, Form::Csv(flavour)) => Some(participants_csv(engine, flavour)),
        (Export::Interviews | Export::Log, Form::Csv(_)) => None,
        (Export::Relations, Form::Csv(flavour)) => {
            let sheet = relations::sheet(engine, lang)?;
            let bytes = formats::write::csv(&sheet, flavour);
            Some(Exported { bytes, items: sheet.rows.len(), dropped: Vec::new() })
        }
        (Export::Relations, Form::Json) => document(&relations::relations(engine, lang)?),
        (Export::Codings, Form::Json) => document(&codings::codings(engine, &everybody)?),
        (Export::Codes, Form::Json) => document(&codes::codes(engine, &Basis::default())),
        (Export::Participants, Form::Json) => document(&participants::participants(engine)),
        (Export::Interviews, Form::Json) => document(&interviews::interviews(engine, &Basis::default())?),
        (Export::Log, Form::Json) => document(&journal::log(engine, lang, None)?),
    };
    Ok(made.map(|mut made| {
        // Who took part is the same for everybody.
        if what != Export::Participants {
            made.dropped.extend(DroppedAnswer::sealed(&engine.seen()));
        }
        made
    }))
}

fn document<T: Serialize>(rows: &[T]) -> Option<Exported> {
    let mut bytes = serde_json::to_vec_pretty(rows).ok()?;
    bytes.push(b'\n');
    Some(Exported { bytes, items: rows.len(), dropped: Vec::new() })
}

/// Names as a list of codings writes them: the name where it leads to one record, else the identifier.
struct Called {
    names: HashMap<RecordId, String>,
}

impl Called {
    fn new(all: impl Iterator<Item = (RecordId, String)>) -> Called {
        let all: Vec<(RecordId, String)> = all.collect();
        let mut uses: HashMap<String, usize> = HashMap::new();
        for (_, name) in &all {
            *uses.entry(name.to_lowercase()).or_default() += 1;
        }
        let unique = |name: &str| uses.get(&name.to_lowercase()) == Some(&1) && !name.is_empty();
        let called = |(id, name): (RecordId, String)| (id, if unique(&name) { name } else { id.to_string() });
        Called { names: all.into_iter().map(called).collect() }
    }

    fn of(&self, id: RecordId) -> String {
        self.names.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}

fn codings_table(engine: &mut Engine, flavour: CsvFlavour) -> Result<Exported, Failure> {
    let asked = CodingsAsked { basis: Basis::everything(), ..CodingsAsked::default() };
    let codings = codings::codings(engine, &asked)?;
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let interviews = Called::new(seen.interviews().into_iter().map(|one| (one.id, one.name.to_owned())));
    let coders = Called::new(seen.members().into_iter().map(|one| (one.id, one.name.to_owned())));
    let codes = Called::new(seen.codes_of_all_books().into_iter().map(|node| (node.id, node.path.clone())));
    let placed = codings.iter().filter(|coding| coding.start < coding.end);
    let row = |coding: &codings::CodingAnswer| codings_csv::CodingRow {
        line: 0,
        interview: interviews.of(coding.interview_id),
        range: Some((coding.start, coding.end)),
        code: Some(codes.of(coding.code_id)),
        coder: coders.of(coding.coder_id),
        quote: Some(coding.quote.clone()),
        layer: Some(coding.layer.to_owned()),
    };
    let mut rows: Vec<codings_csv::CodingRow> = placed.map(row).collect();
    let lost = codings.len() - rows.len();
    rows.extend(read_without_coding(&seen).into_iter().map(|(interview, coder)| codings_csv::CodingRow {
        line: 0,
        interview: interviews.of(interview),
        range: None,
        code: None,
        coder: coders.of(coder),
        quote: None,
        layer: None,
    }));
    let dropped = (lost > 0).then_some(DroppedAnswer { what: "codings", n: lost, why: "to_place" });
    let bytes = codings_csv::write(&rows, flavour);
    Ok(Exported { bytes, items: rows.len(), dropped: dropped.into_iter().collect() })
}

/// Who read an interview, or finished coding it, and coded nothing there.
fn read_without_coding(seen: &Seen<'_>) -> Vec<(RecordId, RecordId)> {
    let mut read: Vec<(RecordId, RecordId)> = Vec::new();
    for interview in seen.interviews() {
        let codings = seen.codings_in(interview.id, &Basis::everything());
        let finished = interview.finished.iter().map(|(coder, _)| *coder);
        let readings = seen.readings().into_iter().filter(|reading| reading.interview == interview.id);
        let mut coders: Vec<RecordId> = readings.map(|reading| reading.coder).chain(finished).collect();
        coders.sort_unstable();
        coders.dedup();
        coders.retain(|coder| !codings.iter().any(|coding| coding.coder == *coder));
        read.extend(coders.into_iter().map(|coder| (interview.id, coder)));
    }
    read
}

fn codes_table(engine: &Engine, flavour: CsvFlavour) -> Exported {
    let book = report::Codebook::of(&engine.seen(), &Basis::default());
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let row = |code: &report::CodeEntry| codebook_csv::CodeRow {
        line: 0,
        path: code.path.clone(),
        layer: Some(code.layer.as_str().to_owned()),
        in_vivo: code.in_vivo,
        colour: Some(code.hue.to_string()),
        definition: text(&code.definition),
        level: Some(code.level.as_str().to_owned()),
        include: text(&code.include),
        exclude: text(&code.exclude),
        example: text(&code.example),
        counts: None,
    };
    let rows: Vec<codebook_csv::CodeRow> = book.codes.iter().map(row).collect();
    Exported { bytes: codebook_csv::write(&rows, flavour), items: rows.len(), dropped: Vec::new() }
}

fn participants_csv(engine: &Engine, flavour: CsvFlavour) -> Exported {
    let sheet = participants_sheet(engine, "name");
    Exported { items: sheet.rows.len(), bytes: formats::write::csv(&sheet, flavour), dropped: Vec::new() }
}

/// Rows of one shape as a CSV file, headings first.
#[must_use]
pub fn table(mut rows: impl Iterator<Item = Vec<String>>, flavour: CsvFlavour) -> Vec<u8> {
    let header = rows.next().unwrap_or_default();
    let rows = rows.map(|row| row.into_iter().map(Cell::Text).collect()).collect();
    formats::write::csv(&Sheet { header, rows, ..Sheet::default() }, flavour)
}

/// Rows of one shape as lines of comma-separated values, without a line end after the last.
pub(crate) fn lines(rows: impl Iterator<Item = Vec<String>>) -> String {
    let bytes = table(rows, CsvFlavour::Comma);
    String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned()
}

/// The participants' table, the column of pseudonyms headed as given.
pub(crate) fn participants_sheet(engine: &Engine, heading: &str) -> Sheet {
    let people = participants::participants(engine);
    let headings = engine.seen().attributes().into_iter().map(|column| column.name.to_owned());
    let header = std::iter::once(heading.to_owned()).chain(headings).collect();
    let cell = |value: &Option<participants::ValueAnswer>| match value {
        Some(participants::ValueAnswer::Number(number)) => Cell::Number(*number),
        Some(value) => Cell::Text(value.cell()),
        None => Cell::Text(String::new()),
    };
    let row = |person: &participants::ParticipantAnswer| {
        let values = person.attributes.iter().map(|(_, value)| cell(value));
        std::iter::once(Cell::Text(person.name.clone())).chain(values).collect()
    };
    Sheet { header, rows: people.iter().map(row).collect(), ..Sheet::default() }
}

//! The alignment of two coders' codes: the evidence of triangulation.

use super::export::{self, Exported};
use super::{Looking, code_path, instant, member_name};
use crate::deliverables::FileForm;
use crate::double_coding::alignment::{Pair, Table, Used, table};
use crate::engine::Engine;
use crate::failure::Failure;
use formats::write::{Block, Document, Look, Paragraph, Run, Table as Grid};
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::value::Match;
use serde::Serialize;

/// Two coders' codes side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlignmentAnswer {
    /// The two coders.
    pub coders: [String; 2],
    /// The codes of the first, the most used first.
    pub first: Vec<UsedAnswer>,
    /// The codes of the second.
    pub second: Vec<UsedAnswer>,
    /// Pairs that share passages or have similar names, and those of which something was said. What
    /// `relation` says was said by a person.
    pub pairs: Vec<PairAnswer>,
    /// Codes that were said to have no match.
    pub alone: Vec<AloneAnswer>,
}

/// A code with its use by one coder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UsedAnswer {
    /// The code.
    pub id: RecordId,
    /// Its path.
    pub code: String,
    /// In whose own book it stands, where it is not the study's.
    pub book: Option<String>,
    /// How many codings.
    pub codings: usize,
    /// The words of the first passages.
    pub passages: Vec<String>,
}

/// Two codes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairAnswer {
    /// The code of the first coder.
    pub first: String,
    /// The code of the second coder.
    pub second: String,
    /// How many passages of the first a passage of the second overlaps.
    pub shared: usize,
    /// Likeness of the names, from 0 to 1.
    pub names: f64,
    /// What the first is to the second: `same`, `broader`, `narrower`, `overlaps`, `none`; `null` where
    /// nobody said anything.
    pub relation: Option<&'static str>,
    /// Why.
    pub note: String,
    /// Who said so.
    pub by: Option<String>,
    /// When, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// The code of the first coder.
    pub first_id: RecordId,
    /// The code of the second coder.
    pub second_id: RecordId,
}

/// A code that goes with none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AloneAnswer {
    /// The code.
    pub code: String,
    /// Why.
    pub note: String,
    /// Who said so.
    pub by: String,
}

/// How many passages of a code are shown.
const SHOWN: usize = 3;

/// Two coders' codes side by side, over some interviews; all that both coded where none is named.
///
/// # Errors
/// When the work of one of them is sealed, or a text cannot be read.
pub fn alignment(
    engine: &mut Engine,
    interviews: &[RecordId],
    coders: [RecordId; 2],
) -> Result<AlignmentAnswer, Failure> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let interviews = shared_interviews(&seen, interviews, coders)?;
    let table = table(&seen, &interviews, coders);
    let alone = seen.alignments().into_iter().filter(|said| said.second.is_none());
    let alone = alone.map(|said| AloneAnswer {
        code: code_path(&seen, said.first),
        note: said.note.to_owned(),
        by: member_name(&seen, said.author),
    });
    let alone = alone.collect();
    let Table { first, second, pairs } = &table;
    Ok(AlignmentAnswer {
        coders: coders.map(|coder| member_name(&seen, coder)),
        first: used(engine, &seen, first)?,
        second: used(engine, &seen, second)?,
        pairs: pairs.iter().map(|one| pair(&seen, one)).collect(),
        alone,
    })
}

/// The interviews that two coders can be compared on.
///
/// # Errors
/// When an interview was named in which the work of one of them is sealed.
pub fn shared_interviews(
    seen: &Seen<'_>,
    named: &[RecordId],
    coders: [RecordId; 2],
) -> Result<Vec<RecordId>, Failure> {
    let mut open = unsealed_interviews(seen, named, coders)?;
    if named.is_empty() {
        open.retain(|interview| crate::double_coding::progress::is_coded_by(seen, *interview, coders));
    }
    Ok(open)
}

/// The interviews in which the work of both may be seen, whether they coded there or not; those named, or all.
///
/// # Errors
/// When an interview was named in which the work of one of them is sealed, or it is in all of them.
pub(crate) fn unsealed_interviews(
    seen: &Seen<'_>,
    named: &[RecordId],
    coders: [RecordId; 2],
) -> Result<Vec<RecordId>, Failure> {
    let sealed = |interview: &RecordId| coders.iter().any(|coder| seen.is_sealed(*interview, *coder));
    let all: Vec<RecordId> = match named.is_empty() {
        true => seen.interviews().iter().map(|interview| interview.id).collect(),
        false => named.iter().map(|interview| seen.resolve(*interview)).collect(),
    };
    let open: Vec<RecordId> = all.iter().copied().filter(|interview| !sealed(interview)).collect();
    if open.is_empty() && !all.is_empty() || !named.is_empty() && open.len() < all.len() {
        return Err(crate::failure::DoubleCodingProblem::StillSealed.into());
    }
    Ok(open)
}

fn used(engine: &mut Engine, seen: &Seen<'_>, codes: &[Used]) -> Result<Vec<UsedAnswer>, Failure> {
    let mut found = Vec::new();
    for one in codes {
        let mut passages = Vec::new();
        for (interview, passage) in one.passages.iter().take(SHOWN) {
            let (_, text) = engine.current_text(*interview)?;
            passages.extend(text.slice(passage.start, passage.end).map(str::to_owned));
        }
        let book = seen.code(one.code).and_then(|node| node.book);
        found.push(UsedAnswer {
            id: one.code,
            code: code_path(seen, one.code),
            book: book.map(|coder| member_name(seen, coder)),
            codings: one.passages.len(),
            passages,
        });
    }
    Ok(found)
}

fn pair(seen: &Seen<'_>, pair: &Pair<'_>) -> PairAnswer {
    // What is said of two is said of the smaller identifier first.
    let relation =
        pair.said.map(|said| if said.first == pair.first { said.relation } else { turned(said.relation) });
    PairAnswer {
        first: code_path(seen, pair.first),
        second: code_path(seen, pair.second),
        shared: pair.shared,
        names: (pair.names * 1000.0).round() / 1000.0,
        relation: relation.map(Match::as_str),
        note: pair.said.map(|said| said.note.to_owned()).unwrap_or_default(),
        by: pair.said.map(|said| member_name(seen, said.author)),
        at: pair.said.map(|said| instant(said.at)),
        first_id: pair.first,
        second_id: pair.second,
    }
}

fn turned(relation: Match) -> Match {
    match relation {
        Match::Broader => Match::Narrower,
        Match::Narrower => Match::Broader,
        other => other,
    }
}

/// The table as CSV: one row for each pair, then the codes without one.
#[must_use]
pub fn csv(lang: Lang, answer: &AlignmentAnswer) -> Vec<Vec<String>> {
    let [first, second] = answer.coders.clone();
    let heading = [
        first,
        i18n::align_column_relation(lang).to_owned(),
        second,
        i18n::align_column_shared(lang).to_owned(),
        i18n::align_column_note(lang).to_owned(),
        i18n::align_column_by(lang).to_owned(),
        i18n::align_column_at(lang).to_owned(),
    ];
    let mut rows = vec![heading.to_vec()];
    let said = |relation: Option<&'static str>| {
        relation.map(|relation| i18n::align_relation(lang, relation)).unwrap_or_default().to_owned()
    };
    let mut named: Vec<&RecordId> = Vec::new();
    for pair in &answer.pairs {
        named.extend([&pair.first_id, &pair.second_id]);
        let (by, at) = (pair.by.clone().unwrap_or_default(), pair.at.clone().unwrap_or_default());
        let (shared, note) = (pair.shared.to_string(), pair.note.clone());
        rows.push(vec![pair.first.clone(), said(pair.relation), pair.second.clone(), shared, note, by, at]);
    }
    let none = || said(Some("none"));
    let alone = |code: &str| answer.alone.iter().find(|alone| alone.code == code);
    for (side, used) in [(0, &answer.first), (1, &answer.second)] {
        for one in used.iter().filter(|one| !named.contains(&&one.id)) {
            let mut row = vec![String::new(); 7];
            row[side * 2] = one.code.clone();
            if let Some(alone) = alone(&one.code) {
                (row[1], row[4], row[5]) = (none(), alone.note.clone(), alone.by.clone());
            }
            rows.push(row);
        }
    }
    rows
}

/// The widths of the table's columns, per hundred of the page's.
const WIDTHS: [u16; 7] = [22, 12, 22, 8, 20, 8, 8];

/// The table as a file: a document, a page, a table, or JSON; `None` where it has no such form.
///
/// # Errors
/// When the work of one of the coders is sealed, a text cannot be read, or the document cannot be made.
pub fn alignment_file(
    engine: &mut Engine,
    lang: Lang,
    coders: [RecordId; 2],
    form: FileForm,
) -> Result<Option<Exported>, Failure> {
    let answer = alignment(engine, &[], coders)?;
    let rows = csv(lang, &answer);
    let items = rows.len().saturating_sub(1);
    let document = || {
        let mut rows = rows.iter().cloned();
        let header = rows.next().unwrap_or_default();
        let cells = |row: Vec<String>| row.into_iter().map(|cell| vec![Run::plain(cell)]).collect();
        let title = i18n::alignment_title(lang).to_owned();
        let [first, second] = &answer.coders;
        let about = Paragraph::of(Look::Body, Run::plain(i18n::alignment_about(lang, first, second)));
        let table = Grid { header, widths: WIDTHS.to_vec(), rows: rows.map(cells).collect() };
        let heading = Block::Heading { level: 0, text: title.clone(), new_page: false };
        let blocks = vec![heading, Block::Paragraph(about), Block::Table(table)];
        Document { lang: lang.code().to_owned(), title, blocks, ..Document::default() }
    };
    let bytes = match form {
        FileForm::Docx => formats::write::docx(&document())?,
        FileForm::Html => formats::write::html(&document()),
        FileForm::Csv(flavour) => export::table(rows.into_iter(), flavour),
        FileForm::Json => serde_json::to_vec_pretty(&answer).unwrap_or_default(),
        FileForm::Xlsx => return Ok(None),
    };
    Ok(Some(Exported { bytes, items, dropped: Vec::new() }))
}

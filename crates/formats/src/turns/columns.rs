//! A table without labels: questions in one column, answers in the next.

use super::roles::asks;
use super::segment::{Segments, Utterance, trim};
use super::unlabelled::{INTERVIEWER, PARTICIPANT};
use crate::source::{CellSpan, Verbatim};

/// Fewer rows tell nothing.
const ROWS: usize = 2;
/// A cell above a column has at most this many words.
const TITLE_WORDS: usize = 4;

/// The turns of such a table, one for each cell; `None` where no column asks.
pub(crate) fn turns(verbatim: &Verbatim) -> Option<Segments> {
    let rows: Vec<[&CellSpan; 2]> = rows(verbatim);
    let asked = |column: usize| rows.iter().filter(|row| asks(text(verbatim, row[column]))).count();
    let (left, right) = (asked(0), asked(1));
    let (lead, most, least) = if left >= right { (0, left, right) } else { (1, right, left) };
    if rows.len() < ROWS || most * 2 < rows.len() || least * 2 > most {
        return None;
    }
    let mut segments = Segments::default();
    for (column, cell) in rows.iter().flat_map(|row| row.iter().enumerate()) {
        let speaker = if column == lead { INTERVIEWER } else { PARTICIPANT };
        let said = trim(&verbatim.text, cell.start, cell.end);
        let turn = said.map(|(start, end)| Utterance { speaker: speaker.to_owned(), start, end, time: None });
        segments.utterances.extend(turn);
    }
    Some(segments)
}

/// The rows of two cells with words, without those of titles.
fn rows(verbatim: &Verbatim) -> Vec<[&CellSpan; 2]> {
    let rows = verbatim.cells.chunk_by(|a, b| (a.cell.table, a.cell.row) == (b.cell.table, b.cell.row));
    let worded = |row: &'_ [CellSpan]| {
        let mut cells = (0..row.len()).filter(|&n| !text(verbatim, &row[n]).trim().is_empty());
        Some((cells.next()?, cells.next()?)).filter(|_| cells.next().is_none())
    };
    rows.filter_map(|row| worded(row).map(|(a, b)| [&row[a], &row[b]]))
        .filter(|row| !is_title(verbatim, row))
        .collect()
}

/// The names of the columns.
fn is_title(verbatim: &Verbatim, row: &[&CellSpan; 2]) -> bool {
    let title = |cell: &&CellSpan| {
        let words = text(verbatim, cell).trim();
        words.split_whitespace().nth(TITLE_WORDS).is_none() && !words.ends_with(['.', '?', '!', '…'])
    };
    row[0].cell.row == 0 && row.iter().all(title)
}

fn text<'a>(verbatim: &'a Verbatim, cell: &CellSpan) -> &'a str {
    verbatim.text.get(cell.start..cell.end).unwrap_or_default()
}

//! A table with one column for each speaker, whose name stands above it.

use super::label::{Form, form};
use super::roles::asks;
use super::segment::{Segments, Utterance, shown, trim};
use super::words::key;
use crate::source::{CellSpan, Verbatim};

/// The most speakers of such a table.
const SPEAKERS: usize = 6;
/// The least cells with words below the names.
const CELLS: usize = 4;

/// The turns of such a table, one for each cell with words, row by row.
pub(super) fn turns(verbatim: &Verbatim) -> Option<Segments> {
    let first = verbatim.cells.first()?.cell;
    let (head, below): (Vec<&CellSpan>, Vec<&CellSpan>) = verbatim
        .cells
        .iter()
        .filter(|span| span.cell.table == first.table)
        .partition(|span| span.cell.row == first.row);
    let names: Vec<String> = head.iter().map(|span| shown(text(verbatim, span))).collect();
    let named = names.iter().all(|name| matches!(form(name), Some(Form::Strong | Form::Name)));
    let voiceless =
        names.iter().any(|name| matches!(key(name).trim_end_matches('s'), "question" | "reponse" | "answer"));
    if !named || voiceless || !(2..=SPEAKERS).contains(&names.len()) {
        return None;
    }
    let said: Vec<(usize, &CellSpan)> = below
        .into_iter()
        .filter(|span| !text(verbatim, span).trim().is_empty())
        .map(|span| (span.cell.column as usize, span))
        .collect();
    let spoken = |column: usize| said.iter().filter(|(of, _)| *of == column).count();
    let asked =
        |column: usize| said.iter().filter(|(of, span)| *of == column && asks(text(verbatim, span))).count();
    // Labels in a column of their own are what most tables have.
    let labels = |column: usize| {
        said.iter()
            .filter(|(of, span)| *of == column && form(text(verbatim, span).trim()) == Some(Form::Strong))
            .count()
    };
    let labelled = (0..names.len()).any(|column| labels(column) * 2 > spoken(column));
    let leads = (0..names.len()).any(|column| asked(column) * 5 >= spoken(column) * 2 && asked(column) >= 2);
    let all = (0..names.len()).all(|column| spoken(column) > 0);
    if said.len() < CELLS || !leads || !all || labelled {
        return None;
    }
    let mut out = Segments::default();
    for (column, span) in said {
        let Some((speaker, (start, end))) = names.get(column).zip(trim(&verbatim.text, span.start, span.end))
        else {
            continue;
        };
        out.utterances.push(Utterance { speaker: speaker.clone(), start, end, time: None });
    }
    Some(out)
}

fn text<'a>(verbatim: &'a Verbatim, span: &CellSpan) -> &'a str {
    verbatim.text.get(span.start..span.end).unwrap_or_default()
}

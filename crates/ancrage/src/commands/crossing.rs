//! `matrix` and `cooccurrence`: codes crossed with columns, and with one another.

use super::{Outcome, basis, basis_line, number, table_or_nothing};
use crate::arguments::{Cooccurrence, Matrix, RowsChoice, TogetherChoice};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use workbench::answers::cooccurrence::{CooccurrenceAnswer, Together, cooccurrence as count};
use workbench::answers::matrix::{Columns, MatrixAnswer, matrix as cross};
use workbench::levels::LevelAsked;
use workbench::names;

pub fn matrix(console: &Console, typed: &Matrix) -> Outcome {
    let project = Project::read(console, &typed.on)?;
    let basis = basis(console, &project, &typed.basis)?;
    let rows = match typed.rows {
        RowsChoice::Code => LevelAsked::Label,
        RowsChoice::Property => LevelAsked::Property,
        RowsChoice::Category => LevelAsked::Category,
        RowsChoice::Theme => LevelAsked::Theme,
    };
    let columns = columns(&project, &typed.cols)?;
    let answer = project.told(cross(&project.engine, &basis, rows, columns))?;
    if typed.csv {
        console.write(&answer.csv())?;
        return Ok(Ending::Done);
    }
    console.answer(&answer, || text(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

fn columns(project: &Project, typed: &str) -> Result<Columns, Problem> {
    match typed {
        "participant" => Ok(Columns::Participants),
        "interview" => Ok(Columns::Interviews),
        name => project.found(names::attribute(&project.engine.seen(), name)).map(Columns::Attribute),
    }
}

fn text(console: &Console, method: Method, answer: &MatrixAnswer) -> String {
    let lang = console.lang;
    let mut table = Table::new().text(i18n::column_code(lang, method.as_str()));
    for column in &answer.cols {
        table = table.number(if column.is_empty() { "–" } else { column });
    }
    fill(console, &mut table, &answer.rows, &answer.cells);
    format!("{}\n{}", table_or_nothing(console, &table), basis_line(console, &answer.basis))
}

fn fill(console: &Console, table: &mut Table, rows: &[String], cells: &[Vec<usize>]) {
    for (row, cells) in rows.iter().zip(cells) {
        let cells = cells.iter().map(|count| number(console, *count));
        table.row(std::iter::once(row.clone()).chain(cells));
    }
}

pub fn cooccurrence(console: &Console, typed: &Cooccurrence) -> Outcome {
    let project = Project::read(console, &typed.on)?;
    let basis = basis(console, &project, &typed.basis)?;
    let together = match typed.unit {
        TogetherChoice::Turn => Together::Turn,
        TogetherChoice::Overlap => Together::Overlap,
    };
    let answer = project.told(count(&project.engine, &basis, together))?;
    console.answer(&answer, || pairs(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

/// For people: the pairs that come together, the most frequent first.
fn pairs(console: &Console, method: Method, answer: &CooccurrenceAnswer) -> String {
    let code = i18n::column_code(console.lang, method.as_str());
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    for (i, first) in answer.codes.iter().enumerate() {
        for (j, second) in answer.codes.iter().enumerate().skip(i + 1) {
            found.push((answer.cells[i][j], first, second));
        }
    }
    found.retain(|(count, ..)| *count > 0);
    found.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    let mut table = Table::new().text(code).text(code).number(i18n::column_measure_both(console.lang));
    for (count, first, second) in found {
        table.row([first.to_owned(), second.to_owned(), number(console, count)]);
    }
    format!("{}\n{}", table_or_nothing(console, &table), basis_line(console, &answer.basis))
}

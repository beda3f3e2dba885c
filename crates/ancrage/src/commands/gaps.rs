//! `gaps`: what a theory still lacks. `dimensions`: where participants stand.

use super::{Outcome, basis, basis_line, table_or_nothing};
use crate::arguments::Counted;
use crate::arguments::theory::Gaps;
use crate::console::Console;
use crate::problem::Ending;
use crate::project::Project;
use crate::table::Table;
use workbench::answers::dimensions::{self, DimensionAnswer, StandsAnswer};
use workbench::answers::gaps::{GapsAnswer, gaps};

pub fn run(console: &Console, asked: &Gaps) -> Outcome {
    let project = Project::read(console, &asked.on)?;
    let basis = basis(console, &project, &asked.basis)?;
    let answer = gaps(&project.engine, console.lang, project.method(), &basis);
    console.answer(&answer, || text(console, &answer))?;
    Ok(Ending::Done)
}

/// The gaps under their headings.
fn text(console: &Console, answer: &GapsAnswer) -> String {
    let lang = console.lang;
    if answer.gaps.is_empty() {
        return i18n::gaps_none(lang).to_owned();
    }
    let mut parts = Vec::new();
    for count in &answer.counts {
        let of_kind = answer.gaps.iter().filter(|gap| gap.kind == count.kind);
        let lines: Vec<String> = of_kind.map(|gap| format!("  {}", gap.text)).collect();
        parts.push(format!("{} ({})\n{}", count.title, count.n, lines.join("\n")));
    }
    format!("{}\n\n{}", parts.join("\n\n"), basis_line(console, &answer.basis))
}

pub fn dimensions(console: &Console, asked: &Counted) -> Outcome {
    let project = Project::read(console, &asked.on)?;
    let basis = basis(console, &project, &asked.basis)?;
    let answer = dimensions::dimensions(&project.engine, &basis);
    console.answer(&answer, || strips(console, &answer))?;
    Ok(Ending::Done)
}

/// One line for each participant, with a mark at the median of their passages.
fn strips(console: &Console, dimensions: &[DimensionAnswer]) -> String {
    const WIDE: usize = 31;
    let lang = console.lang;
    let strip = |stands: &StandsAnswer| {
        let mut cells = vec!['·'; WIDE];
        let cell = |at: u16| (usize::from(at) * (WIDE - 1) / 1000).min(WIDE - 1);
        stands.at.iter().for_each(|at| cells[cell(*at)] = 'o');
        cells[cell(stands.median)] = '●';
        cells.into_iter().collect::<String>()
    };
    let mut table = Table::new()
        .text(i18n::column_property(lang))
        .text(i18n::column_participants(lang))
        .text(i18n::column_stands(lang));
    for dimension in dimensions {
        let ends = dimension.values.join(" ↔ ");
        table.row([dimension.path.clone(), String::new(), ends]);
        for stands in &dimension.participants {
            table.row([String::new(), stands.participant.clone(), strip(stands)]);
        }
    }
    table_or_nothing(console, &table)
}

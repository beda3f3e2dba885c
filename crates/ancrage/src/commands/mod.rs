//! The subcommands, one file each or a few that belong together: each calls, then prints.

mod align;
mod backup;
mod bench;
mod check;
mod claim;
mod codes;
mod codings;
mod compare;
mod completions;
mod copies;
mod create;
mod crossing;
mod demo;
mod export;
mod gaps;
mod generate;
mod history;
mod import;
mod interviews;
mod journal;
mod locking;
mod memos;
mod packet;
mod participants;
mod place;
mod purge;
mod queries;
mod reading;
mod reconcile;
mod relations;
mod review;
mod rounds;
mod saturation;
mod schema;
mod search;
mod show;
mod speakers;
mod terms;
mod text;
mod theory;

use crate::arguments::Action;
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use model::basis::Basis;
use std::path::Path;
use workbench::Failure;
use workbench::answers::basis::BasisAnswer;
use workbench::wording;

/// What a subcommand comes to.
pub type Outcome = Result<Ending, Problem>;

/// Runs a subcommand.
///
/// # Errors
/// When it is refused or fails.
pub fn run(console: &Console, action: Action) -> Outcome {
    match action {
        Action::New(new) => create::run(console, &new),
        Action::Demo(demo) => demo::run(console, &demo),
        Action::Import(import) => import::run(console, &import),
        Action::Interviews(counted) => interviews::run(console, &counted),
        Action::Participants(participants) => participants::run(console, participants),
        Action::Show(show) => show::run(console, &show),
        Action::Speakers(speakers) => speakers::run(console, speakers),
        Action::Text(text) => text::run(console, &text),
        Action::Place(place) => place::run(console, &place),
        Action::Codes(codes) => codes::run(console, codes),
        Action::Codings(codings) => codings::run(console, codings),
        Action::Matrix(matrix) => crossing::matrix(console, &matrix),
        Action::Cooccurrence(asked) => crossing::cooccurrence(console, &asked),
        Action::Compare(compare) => compare::run(console, &compare),
        Action::Saturation(asked) => saturation::run(console, &asked),
        Action::Finish(finish) => reading::finish(console, &finish),
        Action::Reading(reading) => reading::note(console, &reading),
        Action::Search(search) => search::run(console, &search),
        Action::Terms(terms) => terms::run(console, &terms),
        Action::Log(log) => journal::log(console, &log),
        Action::Undo(on) => journal::undo(console, &on),
        Action::Redo(on) => journal::redo(console, &on),
        Action::Merge(merge) => copies::merge(console, &merge),
        Action::Packet(packet) => packet::run(console, &packet),
        Action::Lock(asked) => locking::lock(console, &asked),
        Action::Unlock(asked) => locking::unlock(console, &asked),
        Action::Rounds(rounds) => rounds::run(console, rounds),
        Action::Align(aligning) => align::run(console, aligning),
        Action::Reconcile(reconciling) => reconcile::run(console, reconciling),
        Action::Settle(settle) => copies::settle(console, &settle),
        Action::Unite(unite) => copies::unite(console, &unite),
        Action::Purge(purge) => purge::run(console, &purge),
        Action::Backup(backup) => backup::run(console, &backup),
        Action::Check(on) => check::run(console, &on),
        Action::Bench(bench) => bench::run(console, &bench),
        Action::Generate(asked) => generate::run(console, &asked),
        Action::Export(exporting) => export::run(console, &exporting),
        Action::Memos(memos) => memos::run(console, memos),
        Action::Relations(relations) => relations::run(console, relations),
        Action::Theory(theory) => theory::run(console, theory),
        Action::Gaps(gaps) => gaps::run(console, &gaps),
        Action::Dimensions(counted) => gaps::dimensions(console, &counted),
        Action::History(history) => history::run(console, &history),
        Action::Schema(schema) => schema::run(console, &schema),
        Action::Queries(queries) => queries::run(console, &queries),
        Action::Grid(grid) => queries::grid(console, &grid),
        Action::Claim(claims) => claim::run(console, claims),
        Action::Review(asked) => review::run(console, asked),
        Action::Completions(completions) => completions::run(console, &completions),
    }
}

/// A file that the user named, read whole.
fn read_file(console: &Console, path: &Path) -> Result<Vec<u8>, Problem> {
    std::fs::read(path).map_err(|source| {
        let failure = Failure::File { path: path.to_owned(), source };
        crate::project::refused(console.lang, path, &failure)
    })
}

/// A count as messages take it.
fn n(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A count as a cell shows it.
fn number(console: &Console, count: usize) -> String {
    i18n::integer(console.lang, n(count))
}

/// Lines of an answer, a table among them; a sentence where the table is empty.
fn table_or_nothing(console: &Console, table: &crate::table::Table) -> String {
    if table.is_empty() { i18n::cli_nothing_to_show(console.lang).to_owned() } else { table.lines() }
}

/// The line under a table of figures that says whose codings they rest on.
fn basis_line(console: &Console, basis: &BasisAnswer) -> String {
    wording::basis(console.lang, basis)
}

/// A share, kappa or alpha as a cell shows it: a dash where it is undefined.
fn measure(console: &Console, value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| i18n::decimal(console.lang, value, 2))
}

/// The level of the code book as it was typed.
fn level(choice: crate::arguments::LevelChoice) -> workbench::levels::LevelAsked {
    use crate::arguments::LevelChoice;
    use workbench::levels::LevelAsked;
    match choice {
        LevelChoice::Label => LevelAsked::Label,
        LevelChoice::Property => LevelAsked::Property,
        LevelChoice::Category => LevelAsked::Category,
        LevelChoice::Theme => LevelAsked::Theme,
    }
}

/// The basis that was asked for; `--agreed` has nothing to count until something was agreed on.
fn basis(
    console: &Console,
    project: &Project,
    options: &crate::arguments::BasisOptions,
) -> Result<Basis, Problem> {
    if options.agreed && project.engine.seen().decisions().is_empty() {
        return Err(Problem::Failed(i18n::cli_nothing_agreed(console.lang).to_owned()));
    }
    project.found(options.asked().find(&project.engine.seen()))
}

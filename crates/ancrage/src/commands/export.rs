//! `export`: tables and documents for other programs.

use super::{Outcome, n};
use crate::arguments::{Acting, Exporting, Format, OnProject};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::whole_file;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use workbench::answers::export::{CsvFlavour, ExportAnswer, Form, export};
use workbench::wording;

pub fn run(console: &Console, asked: &Exporting) -> Outcome {
    let lang = console.lang;
    let on = OnProject { project: asked.project.clone(), acting: Acting { member: asked.member.clone() } };
    let mut project = Project::read(console, &on)?;
    let file = asked.output.to_string_lossy().into_owned();
    if is_a_project(&asked.output) {
        return Err(Problem::Failed(i18n::cli_export_onto_project(lang, &file)));
    }
    let form = match asked.format {
        Format::Json => Form::Json,
        Format::Csv if asked.excel => Form::Csv(CsvFlavour::FrenchExcel),
        Format::Csv => Form::Csv(CsvFlavour::Comma),
    };
    let made = export(&mut project.engine, lang, asked.what.into(), form);
    let no_such_form = || Problem::Failed(i18n::cli_export_no_such_form(lang).to_owned());
    let made = project.told(made)?.ok_or_else(no_such_form)?;
    whole_file::write(&asked.output, &made.bytes)
        .map_err(|error| unwritten(console, &asked.output, &error))?;
    let answer = ExportAnswer { file, items: made.items, dropped: made.dropped };
    for dropped in &answer.dropped {
        console.warn(&i18n::cli_export_dropped(lang, n(dropped.n)));
    }
    console.answer(&answer, || i18n::cli_exported(lang, &answer.file, n(answer.items)))?;
    Ok(Ending::Done)
}

/// Whether a path is, or is named as, a study: an export never replaces one.
fn is_a_project(path: &Path) -> bool {
    let named = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ancrage"));
    let head = fs::File::open(path).and_then(|mut file| {
        let mut head = [0; 15];
        std::io::Read::read_exact(&mut file, &mut head).map(|()| head)
    });
    named || head.is_ok_and(|head| &head == b"SQLite format 3")
}

fn unwritten(console: &Console, path: &Path, error: &std::io::Error) -> Problem {
    let lang = console.lang;
    let file = path.to_string_lossy();
    Problem::Failed(match error.kind() {
        ErrorKind::IsADirectory => i18n::error_file_is_folder(lang, &file),
        ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(Path::new("."));
            i18n::error_folder_not_found(lang, &folder.to_string_lossy())
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => i18n::error_disk_full(lang, &file),
        _ => i18n::error_file_not_writable(lang, &file, &wording::reason(lang, error)),
    })
}

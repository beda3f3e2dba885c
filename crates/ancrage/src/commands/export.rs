//! `export`: tables and documents for other programs.

use super::{Outcome, basis, n};
use crate::arguments::{Acting, Exporting, Format, OnProject, Order, What};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use clap::ValueEnum;
use i18n::Lang;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use workbench::answers::export::{CsvFlavour, Export, ExportAnswer, Exported, Form, export};
use workbench::answers::reconciliation::journal_file;
use workbench::deliverables::{By, Deliverable, FileForm, QuotesAsked, deliver};
use workbench::{names, whole_file, wording};

pub fn run(console: &Console, asked: &Exporting) -> Outcome {
    let lang = console.lang;
    let on = OnProject { project: asked.project.clone(), acting: Acting { member: asked.member.clone() } };
    let mut project = Project::read(console, &on)?;
    let file = asked.output.to_string_lossy().into_owned();
    refuse_project(console, &asked.output)?;
    let made = match deliverable(console, &project, asked)? {
        Some(wanted) => {
            let made = deliver(&mut project.engine, lang, &wanted, file_form(asked, lang));
            project.told(made)?
        }
        None => table(&mut project, lang, asked)?,
    };
    put(console, &asked.output, &made.bytes)?;
    let answer = ExportAnswer { file, items: made.items, dropped: made.dropped };
    for dropped in &answer.dropped {
        console.warn(&dropped.told(lang, &project.engine.seen()));
    }
    console.answer(&answer, || i18n::cli_exported(lang, &answer.file, n(answer.items)))?;
    Ok(Ending::Done)
}

/// What goes into a thesis, where that is asked for; `None` for a table of data.
fn deliverable(
    console: &Console,
    project: &Project,
    asked: &Exporting,
) -> Result<Option<Deliverable>, Problem> {
    let basis = basis(console, project, &asked.basis)?;
    let excerpts = &asked.excerpts;
    let interviews =
        excerpts.interviews.iter().map(|name| project.interview(name)).collect::<Result<_, _>>()?;
    Ok(Some(match asked.what {
        What::Quotes => {
            let seen = project.engine.seen();
            let codes = excerpts.codes.iter().map(|path| project.found(names::code(&seen, path)));
            let attributes =
                excerpts.attributes.iter().map(|name| project.found(names::attribute(&seen, name)));
            Deliverable::Quotes(QuotesAsked {
                basis,
                codes: codes.collect::<Result<_, _>>()?,
                interviews,
                by: if excerpts.by == Order::Code { By::Code } else { By::Interview },
                attributes: attributes.collect::<Result<_, _>>()?,
                comments: excerpts.comments,
            })
        }
        What::CodedText => Deliverable::CodedText { basis, interviews },
        What::Codebook => Deliverable::Codebook { basis },
        _ => return Ok(None),
    }))
}

/// What a person opens is made for the spreadsheet of their language, unless they say otherwise.
fn file_form(asked: &Exporting, lang: Lang) -> FileForm {
    match asked.format {
        Format::Docx => FileForm::Docx,
        Format::Xlsx => FileForm::Xlsx,
        Format::Html => FileForm::Html,
        Format::Json => FileForm::Json,
        Format::Csv if asked.excel || (lang == Lang::Fr && !asked.comma) => {
            FileForm::Csv(CsvFlavour::FrenchExcel)
        }
        Format::Csv => FileForm::Csv(CsvFlavour::Comma),
    }
}

/// A table of data, made for programs unless asked otherwise.
fn table(project: &mut Project, lang: Lang, asked: &Exporting) -> Result<Exported, Problem> {
    let no_such_form = || no_such_form(lang, asked.what, asked.format);
    let what = match asked.what {
        What::Codings => Export::Codings,
        What::Codes => Export::Codes,
        What::Participants => Export::Participants,
        What::Interviews => Export::Interviews,
        What::Log => Export::Log,
        What::Relations => Export::Relations,
        What::Reconciliation => {
            let made = journal_file(&mut project.engine, lang, file_form(asked, lang));
            return project.told(made)?.ok_or_else(no_such_form);
        }
        What::Quotes | What::CodedText | What::Codebook => return Err(no_such_form()),
    };
    let form = match asked.format {
        Format::Json => Form::Json,
        Format::Csv if asked.excel => Form::Csv(CsvFlavour::FrenchExcel),
        Format::Csv => Form::Csv(CsvFlavour::Comma),
        Format::Docx | Format::Xlsx | Format::Html => return Err(no_such_form()),
    };
    let made = export(&mut project.engine, lang, what, form);
    project.told(made)?.ok_or_else(no_such_form)
}

/// What a form of file holds.
fn offers(format: Format) -> &'static [What] {
    const DOCUMENTS: [What; 4] = [What::Quotes, What::CodedText, What::Codebook, What::Reconciliation];
    const TABLES: [What; 8] = [
        What::Quotes,
        What::CodedText,
        What::Codebook,
        What::Codings,
        What::Codes,
        What::Participants,
        What::Relations,
        What::Reconciliation,
    ];
    match format {
        Format::Docx | Format::Html => &DOCUMENTS,
        Format::Xlsx => DOCUMENTS.split_at(3).0,
        Format::Csv => &TABLES,
        Format::Json => What::value_variants(),
    }
}

/// What is asked for does not exist in this form: what does is named.
pub fn no_such_form(lang: Lang, what: What, format: Format) -> Problem {
    let typed = |value: &What| value.to_possible_value().map(|value| value.get_name().to_owned());
    let named = |value: &What| typed(value).map(|name| format!("--what {name}"));
    let offered: Vec<String> = offers(format).iter().filter_map(named).collect();
    let form = format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let what = typed(&what).unwrap_or_default();
    Problem::Failed(i18n::cli_export_no_such_form(lang, &form, &offered.join(", "), &what))
}

/// Writes a file whole or not at all, and never over a study.
pub fn put(console: &Console, output: &Path, bytes: &[u8]) -> Result<(), Problem> {
    refuse_project(console, output)?;
    whole_file::write(output, bytes).map_err(|error| unwritten(console, output, &error))
}

fn refuse_project(console: &Console, output: &Path) -> Result<(), Problem> {
    let file = output.to_string_lossy();
    match is_a_project(output) {
        true => Err(Problem::Failed(i18n::cli_export_onto_project(console.lang, &file))),
        false => Ok(()),
    }
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

/// Why a file could not be written, in words.
pub fn unwritten(console: &Console, path: &Path, error: &std::io::Error) -> Problem {
    let lang = console.lang;
    let file = path.to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Problem::Failed(match error.kind() {
        ErrorKind::IsADirectory => i18n::error_file_is_folder(lang, &file),
        ErrorKind::NotFound if !folder.is_dir() => {
            i18n::error_folder_not_found(lang, &folder.to_string_lossy())
        }
        // The folder is there and takes no new file, as the system's own do.
        ErrorKind::NotFound => i18n::error_folder_takes_nothing(lang, &file, &folder.to_string_lossy()),
        ErrorKind::AlreadyExists => i18n::error_file_exists(lang, &file),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => i18n::error_disk_full(lang, &file),
        _ => i18n::error_file_not_writable(lang, &file, &wording::reason(lang, error)),
    })
}

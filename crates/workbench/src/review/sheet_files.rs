//! The files of an evidence sheet: the page where it was asked for, its figures and numbers in a folder of their own
//! beside it, so that they replace nothing but figures of the same sheet.

use super::sheet::make;
use crate::engine::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::whole_file;
use i18n::Lang;
use model::RecordId;
use std::path::{Path, PathBuf};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The page.
    pub page: PathBuf,
    /// Its figures (SVG) and numbers (CSV).
    pub figures: Vec<PathBuf>,
}

/// Writes the sheet of a claim into a file, its figures and numbers into a folder named after it.
///
/// # Errors
/// When there is no such claim, it was not made yet, the folder is there without the sheet that it would belong to
/// (nothing is written then), or a file cannot be written.
pub fn write(
    engine: &mut Engine,
    lang: Lang,
    claim: RecordId,
    estimates: bool,
    path: &Path,
) -> Result<Written, Failure> {
    let made = make(engine, lang, claim, estimates)?;
    let name =
        |path: &Path| path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let folder = path.with_file_name(i18n::sheet_folder(lang, &stem));
    if folder.exists() && !(folder.is_dir() && path.exists()) {
        return Err(ClaimProblem::FolderTaken { folder: name(&folder), sheet: name(path) }.into());
    }
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::File { path, source }
    };
    whole_file::write(path, &made.page).map_err(failed(path))?;
    std::fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let mut figures = Vec::new();
    for (name, bytes) in &made.beside {
        let figure = folder.join(name);
        whole_file::write(&figure, bytes).map_err(failed(&figure))?;
        figures.push(figure);
    }
    Ok(Written { page: path.to_owned(), figures })
}

//! Turns the Fluent catalogues under `assets/i18n` into one typed Rust function per message.
//!
//! The catalogues are compiled, not interpreted: a message that could fail at run time (unknown
//! variable, missing translation, broken selector) does not build, and a label without variables
//! costs a frame nothing. Every problem found is printed with its file and line before the build
//! stops.

mod catalogue;
mod check;
mod generate;
mod problem;
mod resolve;
mod typography;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use catalogue::Catalogue;
use problem::Problem;

fn main() -> Result<(), Box<dyn Error>> {
    let assets = assets_folder()?;
    say(&format!("cargo::rerun-if-changed={}", assets.display()));
    let mut problems = Vec::new();
    let french = load(&assets, "fr", &mut problems)?;
    let english = load(&assets, "en", &mut problems)?;
    let messages = check::pair(&french, &english, &mut problems);
    if !problems.is_empty() {
        return Err(report(&problems));
    }
    let target = PathBuf::from(env::var("OUT_DIR")?).join("messages.rs");
    fs::write(target, generate::module(&messages))?;
    Ok(())
}

fn assets_folder() -> Result<PathBuf, Box<dyn Error>> {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    Ok(manifest.join("../../assets/i18n"))
}

/// Reads and resolves every `.ftl` file of one language, in the order of their names.
fn load(assets: &Path, lang: &str, problems: &mut Vec<Problem>) -> Result<Catalogue, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(assets.join(lang))?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    let mut sources = Vec::new();
    for path in files {
        let area = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        sources.push((area, fs::read_to_string(&path)?));
    }
    Ok(Catalogue::parse(lang, &sources, problems))
}

fn report(problems: &[Problem]) -> Box<dyn Error> {
    for problem in problems {
        say(&format!("cargo::error={problem}"));
    }
    format!("{} problem(s) in the message catalogues", problems.len()).into()
}

/// Cargo reads a build script's standard output: it is the only place where printing is right.
#[allow(clippy::print_stdout)]
fn say(line: &str) {
    println!("{line}");
}

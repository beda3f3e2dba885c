//! Taking in fifty Word documents of ten thousand words, with turns and journal, and making them searchable.
//!
//! `cargo bench -p workbench --bench importing` writes the documents and prints what taking them in takes,
//! and what of it is reading alone; three sizes show that it is linear. `-- --in FOLDER` measures on the disk
//! of that folder.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it prints, and stops where something fails

use i18n::Lang;
use model::value::{Language, Role};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Instant;
use workbench::answers::import::{FileAnswer, import_files};
use workbench::import::{ImportChoices, read_each};
use workbench::{Engine, Env};

/// What must not take longer, in seconds: fifty documents of ten thousand words.
const GOAL: f64 = 0.7;
/// The same, the index included.
const INDEXED_GOAL: f64 = 1.0;

fn main() {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let place = arguments.iter().position(|one| one == "--in").map(|at| arguments[at + 1].clone());
    let folder = place.map_or_else(tempfile::tempdir, tempfile::tempdir_in).unwrap();
    for (files, words) in [(50, 2_500), (50, 5_000), (50, 10_000), (1, 150_000)] {
        let paths = write(folder.path(), files, words);
        let best = (0..5)
            .map(|run| once(folder.path(), &paths, run))
            .fold([9e9; 3], |best, one| [0, 1, 2].map(|n| f64::min(best[n], one[n])));
        let [reading, all, indexed] = best;
        println!(
            "{files:3} × {words:6} words: {all:.3} s, of which reading {reading:.3} s; {indexed:.3} s with the index"
        );
        if (files, words) == (50, 10_000) {
            let said = |reached: bool| if reached { "reached" } else { "missed" };
            println!(
                "goal {GOAL} s: {}; with the index {INDEXED_GOAL} s: {}",
                said(all < GOAL),
                said(indexed < INDEXED_GOAL)
            );
        }
    }
}

/// Seconds of reading alone, of all of it, and of all of it with the index.
fn once(folder: &Path, paths: &[PathBuf], run: u32) -> [f64; 3] {
    let start = Instant::now();
    read_each(paths, &ImportChoices::default(), &AtomicBool::new(false), |_, read| drop(read.unwrap()));
    let reading = start.elapsed().as_secs_f64();
    let project = folder.join(format!("{}-{run}.ancrage", paths.len()));
    drop(std::fs::remove_file(&project));
    let member = [("Claire L.".to_owned(), Role::Student)];
    let mut engine = Engine::create(&project, "Étude", &member, Language::French, Env::system()).unwrap();
    let start = Instant::now();
    let taken = import_files(&mut engine, Lang::Fr, paths, &ImportChoices::default(), |_| ());
    let all = start.elapsed().as_secs_f64();
    assert!(taken.iter().all(|file| matches!(file, FileAnswer::Taken(_))), "{taken:?}");
    drop(engine.index().unwrap());
    let indexed = start.elapsed().as_secs_f64();
    drop(engine);
    std::fs::remove_file(&project).unwrap();
    [reading, all, indexed]
}

/// Documents as Word writes them: a paragraph for each turn, its label bold, in several runs.
fn write(folder: &Path, files: usize, words: usize) -> Vec<PathBuf> {
    (1..=files)
        .map(|number| {
            let path = folder.join(format!("EMG {number}-{words}.docx"));
            std::fs::write(&path, document(number, words)).unwrap();
            path
        })
        .collect()
}

fn document(number: usize, words: usize) -> Vec<u8> {
    const WORDS: [&str; 16] = [
        "je",
        "ne",
        "sais",
        "pas",
        "c’est",
        "la",
        "route,",
        "et",
        "puis",
        "l’hôpital",
        "quarante",
        "minutes",
        "(rires)",
        "enfin",
        "voilà",
        "quoi.",
    ];
    let mut body = String::new();
    let (mut left, mut turn, mut at) = (words, 0, number * 7);
    while left > 0 {
        let asks = turn % 2 == 0;
        let count = (if asks { 12 } else { 80 + (turn * 37) % 90 }).min(left);
        let label = if asks { "CL".to_owned() } else { format!("EMG {number}") };
        body.push_str("<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>");
        body.push_str(&label);
        body.push_str("</w:t></w:r><w:r><w:t xml:space=\"preserve\">\u{a0}: </w:t></w:r>");
        for _ in 0..count.div_ceil(20) {
            body.push_str("<w:r w:rsidR=\"00A77B3E\"><w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr><w:t xml:space=\"preserve\">");
            for _ in 0..count.min(20) {
                at = at * 5 + 3;
                body.push_str(WORDS[at / 3 % WORDS.len()]);
                body.push(' ');
                at %= 9973;
            }
            body.push_str("</w:t></w:r>");
        }
        body.push_str("</w:p>");
        left -= count;
        turn += 1;
    }
    package(&body)
}

fn package(body: &str) -> Vec<u8> {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml", format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}</w:body></w:document>")),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

//! How long reading takes, and how much memory: fifty documents of 10,000 words, texts of a million characters, texts
//! of growing size, and files of shapes that stretch a reader.
//!
//! `-- NAME SIZE` reads one such shape and prints time and memory.
#![allow(clippy::print_stdout, clippy::expect_used)] // a measuring tool: it prints, and stops where something fails

mod shapes;

use std::hint::black_box;
use std::time::{Duration, Instant};

use formats::{ReadError, ReadOptions};
use shapes::{SHAPES, archive};

const DOCUMENTS: usize = 50;
const WORDS: usize = 10_000;
const CHARACTERS: usize = 1_000_000;
/// The sizes of shapes, in characters.
const SIZES: [usize; 3] = [100_000, 300_000, 1_000_000];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if let [name, size] = arguments.as_slice() {
        return one(name, size.parse()?);
    }
    memory()?;
    let documents: Vec<Vec<u8>> = (0..DOCUMENTS).map(document).collect();
    let took = time(|| documents.iter().try_for_each(|bytes| read("EMG 1.docx", bytes)))?;
    println!("{DOCUMENTS} documents of {WORDS} words: {took:?}");
    for (name, text) in [
        ("usual lines", lines(60, CHARACTERS)),
        ("one line", lines(CHARACTERS, CHARACTERS)),
        ("short lines", lines(2, CHARACTERS)),
    ] {
        let took = time(|| read("EMG 1.txt", text.as_bytes()))?;
        println!("{CHARACTERS} characters, {name}: {took:?}");
    }
    for characters in [CHARACTERS / 4, CHARACTERS, 4 * CHARACTERS, 8 * CHARACTERS] {
        let text = lines(60, characters);
        let took = time(|| read("EMG 1.txt", text.as_bytes()))?;
        let each = took.as_nanos() / characters as u128;
        println!("{characters} characters: {took:?}, {each} ns each");
    }
    every_shape();
    Ok(())
}

/// Nanoseconds for each character of every shape at three sizes: the same where reading is linear.
fn every_shape() {
    println!("\nns a character at {SIZES:?} characters");
    for shape in &SHAPES {
        let each = SIZES.map(|size| {
            let bytes = (shape.bytes)(size);
            let start = Instant::now();
            drop(black_box(formats::read(shape.file, &bytes, &ReadOptions::default())));
            start.elapsed().as_nanos() as usize / size
        });
        // Small ones rest in the processor's own memory.
        let worse = if each[2] > 2 * each[1].max(50) { "  grows" } else { "" };
        println!("{:28} {:6} {:6} {:6}{worse}", shape.name, each[0], each[1], each[2]);
    }
}

fn one(name: &str, size: usize) -> Result<(), Box<dyn std::error::Error>> {
    let shape = SHAPES.iter().find(|shape| shape.name == name).ok_or("no such shape")?;
    let bytes = (shape.bytes)(size);
    let (before, start) = (peak().unwrap_or(0), Instant::now());
    let read = formats::read(shape.file, &bytes, &ReadOptions::default());
    let (took, after) = (start.elapsed(), peak().unwrap_or(0));
    let turns = read.map(|transcript| transcript.turns.len());
    println!("{name}: {} bytes, {took:?}, {} more at the most, turns {turns:?}", bytes.len(), after - before);
    Ok(())
}

/// What reading a text takes beyond the text itself, at its most; first of all, as memory is not given back.
fn memory() -> Result<(), ReadError> {
    let text = lines(60, 8 * CHARACTERS);
    let Some(before) = peak() else { return Ok(()) };
    read("EMG 1.txt", text.as_bytes())?;
    let taken = peak().unwrap_or(before).saturating_sub(before);
    let times = taken as f64 / text.len() as f64;
    println!("{} bytes of text: {taken} more, {times:.1} times", text.len());
    Ok(())
}

/// The most memory that this process ever used, in bytes, where the system says it.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

fn read(name: &str, bytes: &[u8]) -> Result<(), ReadError> {
    formats::read(name, bytes, &ReadOptions::default()).map(|transcript| drop(black_box(transcript)))
}

/// The best of five.
fn time(mut work: impl FnMut() -> Result<(), ReadError>) -> Result<Duration, ReadError> {
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        work()?;
        best = best.min(start.elapsed());
    }
    Ok(best)
}

/// Words of no sense, some accented, the same for the same number.
fn word(n: usize) -> &'static str {
    const LIST: [&str; 12] = [
        "je",
        "dors",
        "mal",
        "depuis",
        "l’été",
        "où",
        "çà",
        "cabinet,",
        "euh…",
        "enfin",
        "remplaçant",
        "voilà",
    ];
    LIST[(n * 7 + n / 5) % LIST.len()]
}

fn document(seed: usize) -> Vec<u8> {
    let mut body = String::new();
    for turn in 0..WORDS / 50 {
        let label = if turn % 2 == 0 { "CL" } else { "EMG 1" };
        body += &format!("<w:p w:rsidR=\"00A{turn}\"><w:r><w:rPr><w:b/></w:rPr><w:t>{label} : </w:t></w:r>");
        for n in 0..50 {
            let word = word(seed + turn * 50 + n);
            body += &format!(
                "<w:r w:rsidRPr=\"00B{n}\"><w:rPr><w:lang w:val=\"fr-FR\"/></w:rPr><w:t xml:space=\"preserve\">{word} </w:t></w:r>"
            );
        }
        body += "</w:p>";
    }
    let main = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    archive(&[("word/document.xml", &main)])
}

/// So many characters in lines of about `width`.
fn lines(width: usize, characters: usize) -> String {
    let mut text = String::from("CL : bonjour\nEMG 1 : bonjour\n");
    let mut at = 0;
    for n in 0.. {
        let word = word(n);
        text += word;
        at += word.chars().count() + 1;
        let ended = at / width > (at - word.chars().count() - 1) / width;
        text += match (ended, n % 3) {
            (true, 0) => "\nCL : ",
            (true, 1) => "\nEMG 1 : ",
            (true, _) => "\n",
            (false, _) => " ",
        };
        if at >= characters {
            break;
        }
    }
    text
}

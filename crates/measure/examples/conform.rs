//! Computes every key of a file of measure cases and prints `{case id: {key: value}}`.
//!
//! `cargo run -p measure --example conform -- FILE.json`. The formats are those of
//! `fixtures/measures/README.md`. What the cases expect is not looked at.

#[path = "conform/cases/mod.rs"]
mod cases;

use std::process::ExitCode;

#[allow(clippy::print_stdout, clippy::print_stderr)] // this is a program: it answers on its outputs
fn main() -> ExitCode {
    match run() {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let file = std::env::args().nth(1).ok_or("conform: name a file of cases")?;
    let bytes = std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let document = serde_json::from_slice(&bytes).map_err(|error| format!("{file}: {error}"))?;
    let answer = cases::computed(&document)?;
    serde_json::to_string_pretty(&answer).map_err(|error| error.to_string())
}

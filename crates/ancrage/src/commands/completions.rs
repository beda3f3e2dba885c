//! `completions`: what a shell needs to complete the command line.

use super::Outcome;
use crate::arguments::{Arguments, Completions};
use crate::console::Console;
use crate::help;
use crate::problem::Ending;
use clap::CommandFactory;

pub fn run(console: &Console, asked: &Completions) -> Outcome {
    let mut command = help::in_language(Arguments::command(), console.lang);
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command, crate::PROGRAM, &mut script);
    console.write(String::from_utf8_lossy(&script).trim_end())?;
    Ok(Ending::Done)
}

//! `lock`, `unlock`: a packet under a passphrase, for the way between two people.

use super::Outcome;
use crate::arguments::double_coding::{Lock, Passphrase as Asked, Unlock};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::refused;
use serde::Serialize;
use std::io::{self, IsTerminal};
use std::path::Path;
use workbench::double_coding::locked::{self, Passphrase};
use workbench::{Engine, Env, Failure};

/// Where a passphrase may stand, besides a file and what is typed.
const VARIABLE: &str = "ANCRAGE_PASSPHRASE";

/// A file that was locked or unlocked.
#[derive(Debug, Serialize)]
struct Locked {
    file: String,
}

/// The passphrase: from the file that was named, the environment, or what is typed unseen.
pub fn passphrase(console: &Console, asked: &Asked) -> Result<Passphrase, Problem> {
    if let Some(file) = &asked.file {
        let bytes = super::read_file(console, file)?;
        let text = String::from_utf8_lossy(&bytes);
        return Ok(Passphrase(text.lines().next().unwrap_or_default().to_owned()));
    }
    if let Ok(known) = std::env::var(VARIABLE) {
        return Ok(Passphrase(known));
    }
    let typed = io::stdin().is_terminal().then(|| {
        let question = i18n::cli_passphrase_ask(console.lang);
        rpassword::prompt_password(format!("{question} "))
    });
    match typed {
        Some(Ok(typed)) => Ok(Passphrase(typed)),
        _ => Err(Problem::Usage(i18n::usage_passphrase(console.lang).to_owned())),
    }
}

pub fn lock(console: &Console, asked: &Lock) -> Outcome {
    let passphrase = passphrase(console, &asked.passphrase)?;
    let done = match asked.remove_plain {
        true => lock_away(&asked.file, &asked.output, &passphrase),
        false => locked::lock_file(&mut Env::system(), &asked.file, &asked.output, &passphrase),
    };
    done.map_err(|failure| refused(console.lang, &asked.file, &failure))?;
    let said = if asked.remove_plain { i18n::packet_locked_away } else { i18n::cli_locked };
    told(console, &asked.output, said)
}

/// Locks a project that nobody works in, reads it back, and removes the plain one.
fn lock_away(file: &Path, output: &Path, passphrase: &Passphrase) -> Result<(), Failure> {
    let mut engine = Engine::open(file, Env::system())?;
    let ops = engine.lock_copy(output, passphrase)?;
    drop(engine);
    locked::remove_plain(file, output, ops)
}

pub fn unlock(console: &Console, asked: &Unlock) -> Outcome {
    let passphrase = passphrase(console, &asked.passphrase)?;
    let done = locked::unlock_file(&asked.file, &asked.output, &passphrase);
    done.map_err(|failure| refused(console.lang, &asked.file, &failure))?;
    told(console, &asked.output, i18n::cli_unlocked)
}

fn told(console: &Console, file: &Path, said: fn(i18n::Lang, &str) -> String) -> Outcome {
    let answer = Locked { file: file.to_string_lossy().into_owned() };
    console.answer(&answer, || said(console.lang, &answer.file))?;
    Ok(Ending::Done)
}

//! A folder to work in, and the program run there as a user would run it.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Two interviews with what texts hold to trip programs: a byte order mark, CRLF, no-break spaces, a family
/// of joined emoji, a decomposed accent.
pub const FIRST: &str = "\u{FEFF}Date : 06/03/2023\r\nDurée : 52 minutes\r\n\r\nVL : Bonjour, ça va\u{A0}?\r\nP : Je dors mal 👨‍👩‍👧 depuis l'e\u{301}te\u{301}.\r\nVL : Et le travail\u{A0}?\r\nP : Le travail, c’est loin.\r\n";
/// The second one, plain.
pub const SECOND: &str = "VL : Bonjour.\nP : Je dors bien.\nVL : Et sinon ?\nP : Rien à dire.\n";

/// A folder with the program in it.
pub struct Workshop {
    folder: TempDir,
}

/// What a run of the program left.
pub struct Ran {
    /// Its exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Workshop {
    /// An empty folder.
    pub fn new() -> Workshop {
        Workshop { folder: tempfile::tempdir().unwrap() }
    }

    /// A study of one member with two interviews in it.
    pub fn with_study() -> Workshop {
        let workshop = Workshop::new();
        workshop.write("EMG 1.txt", FIRST);
        workshop.write("EMG 2.txt", SECOND);
        workshop.json(&["new", "e.ancrage", "--title", "Étude", "--member", "Claire L."]);
        workshop.json(&["import", "e.ancrage", "EMG 1.txt", "EMG 2.txt", "--interviewer", "VL"]);
        workshop
    }

    /// The same with a second coder and some codings, so that `--as` is needed.
    pub fn with_codings() -> Workshop {
        let workshop = Workshop::with_study();
        workshop.write("c.csv", CODINGS);
        workshop.json(&["codings", "import", "e.ancrage", "c.csv"]);
        workshop
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(name), content).unwrap();
    }

    /// The bytes of a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// The names of the files in the folder that are not hidden.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// The program, about to run in the folder without display, in French.
    pub fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ancrage"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("HOME", self.folder.path()).env("LANG", "fr_FR.UTF-8").stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Ran {
        ran(&self.command(arguments).output().unwrap())
    }

    /// Runs the program with `--json`: it succeeds, and standard output is one document.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(ran.status, 0, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.document()
    }

    /// The same with identifiers and times made equal in every run.
    pub fn golden(&self, arguments: &[&str]) -> Value {
        redacted(self.json(arguments))
    }

    /// Runs a command that is refused: status 1, a sentence, nothing on standard output.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let ran = self.run(&[arguments, &["--json"]].concat());
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{arguments:?}: {}", ran.err);
        plain(ran.err.trim_end())
    }
}

/// The codings of [`Workshop::with_codings`].
pub const CODINGS: &str = "interview,start,end,code,coder,quote,layer\n\
    EMG 1,64,75,Corps / sommeil,Claire L.,Je dors mal,experiential\n\
    EMG 1,76,81,famille,Claire L.,👨‍👩‍👧,\n\
    EMG 1,64,81,Corps / sommeil,Thomas R.,,experiential\n\
    EMG 1,121,131,distance,Thomas R.,Le travail,thematic\n\
    EMG 2,18,30,Corps / sommeil,Claire L.,Je dors bien,\n\
    EMG 2,,,,Thomas R.,,\n";

impl Ran {
    /// Standard output as one JSON document and nothing else.
    pub fn document(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}

/// What a run left.
pub fn ran(output: &Output) -> Ran {
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// A sentence with ordinary spaces, as tests type it.
pub fn plain(text: &str) -> String {
    text.replace('\u{A0}', " ")
}

/// The document with each identifier as `#1`, `#2`… by first appearance and each instant as `<time>`, so
/// that what refers to the same thing is still seen to.
pub fn redacted(mut document: Value) -> Value {
    redact(&mut document, &mut HashMap::new());
    document
}

fn redact(value: &mut Value, ids: &mut HashMap<String, usize>) {
    match value {
        Value::String(text) if is_identifier(text) => {
            let next = ids.len() + 1;
            let number = *ids.entry(text.clone()).or_insert(next);
            *value = json!(format!("#{number}"));
        }
        Value::String(text) if is_instant(text) => *value = json!("<time>"),
        Value::Array(values) => values.iter_mut().for_each(|value| redact(value, ids)),
        Value::Object(fields) => fields.values_mut().for_each(|value| redact(value, ids)),
        _ => {}
    }
}

fn is_identifier(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

fn is_instant(text: &str) -> bool {
    text.len() > 18 && text.ends_with('Z') && text[4..].starts_with('-') && text[10..].starts_with('T')
}

/// The text between two scalar offsets, as every position of the program counts.
pub fn slice(text: &str, start: u64, end: u64) -> String {
    text.chars().skip(start as usize).take((end - start) as usize).collect()
}

/// A field of a document as text.
pub fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer} in {value}"))
}

//! Reading PDF files in a process of its own.
//!
//! Taking the text out of a damaged or hostile PDF may use any amount of memory or time, or stop the
//! process. So the program starts itself again, with [`ARGUMENT`] as its only argument: that process is
//! given the file on its standard input, keeps itself within limits, and answers on its standard output.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use formats::ReadError;
use formats::pdf::{self, Page};

/// The only argument of the process that reads a PDF.
pub const ARGUMENT: &str = "__read-pdf";

/// How long a file may take.
const TIME: Duration = Duration::from_secs(10);
/// The memory that the process may use, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 512 * 1024 * 1024;
/// The longest answer that is read, in bytes: some thousand pages.
const ANSWER: u64 = 256 * 1024 * 1024;

/// Which program reads PDF files, and how long it may take.
#[derive(Debug, Clone)]
pub struct PdfReader {
    /// The program; `None` is this one.
    pub program: Option<PathBuf>,
    /// The time after which it is stopped.
    pub time: Duration,
}

impl Default for PdfReader {
    fn default() -> Self {
        Self { program: None, time: TIME }
    }
}

impl PdfReader {
    /// The pages of a PDF.
    ///
    /// # Errors
    /// As [`formats::pdf::extract()`]; [`ReadError::TooDemanding`] when the process had to be stopped, or
    /// stopped itself, for want of time or memory.
    pub fn pages(&self, bytes: Vec<u8>) -> Result<Vec<Page>, ReadError> {
        let mut child = self.start().map_err(|error| broken(&error))?;
        let answer = self.converse(&mut child, bytes);
        if answer.is_err() {
            // It may have ended by itself meanwhile.
            child.kill().ok();
        }
        let status = child.wait().map_err(|error| broken(&error))?;
        let answer = answer?;
        if status.success() {
            return pdf::from_answer(&answer);
        }
        // Without a code, the system stopped it: it asked for more than it may use.
        Err(status.code().map_or(ReadError::TooDemanding, |code| broken(&format!("status {code}"))))
    }

    fn start(&self) -> std::io::Result<Child> {
        let own = || std::env::current_exe();
        let program = self.program.clone().map_or_else(own, Ok)?;
        let mut command = Command::new(program);
        command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // One thread, one heap: what it uses can be counted.
        command.env("RAYON_NUM_THREADS", "1").env("MALLOC_ARENA_MAX", "1");
        without_window(&mut command);
        command.spawn()
    }

    /// Gives the file and takes the answer, both at once.
    fn converse(&self, child: &mut Child, bytes: Vec<u8>) -> Result<Vec<u8>, ReadError> {
        let lost = || broken(&"no pipe");
        let mut input = child.stdin.take().ok_or_else(lost)?;
        let output = child.stdout.take().ok_or_else(lost)?;
        // A process that ends before it has read everything breaks the pipe; its status says why.
        thread::spawn(move || input.write_all(&bytes).ok());
        let (send, receive) = mpsc::channel();
        thread::spawn(move || {
            let mut answer = Vec::new();
            let read = output.take(ANSWER + 1).read_to_end(&mut answer);
            // Nobody listens any more when time was up.
            send.send(read.map(|_| answer)).ok();
        });
        let answer = receive.recv_timeout(self.time).map_err(|_| ReadError::TooDemanding)?;
        let answer = answer.map_err(|error| broken(&error))?;
        if answer.len() as u64 > ANSWER { Err(ReadError::TooDemanding) } else { Ok(answer) }
    }
}

fn broken(error: &dyn std::fmt::Display) -> ReadError {
    ReadError::BrokenPdf { detail: error.to_string() }
}

#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_: &mut Command) {}

/// What the process does: reads a PDF from the standard input, answers on the standard output.
///
/// # Errors
/// When a pipe breaks.
pub fn serve() -> std::io::Result<()> {
    limit();
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(formats::FILE_LIMIT).read_to_end(&mut bytes)?;
    let answer = pdf::answer(&bytes);
    let mut output = std::io::stdout().lock();
    output.write_all(&answer)?;
    output.flush()
}

/// Bounds the memory and the time that this process may use, where the system can.
#[cfg(unix)]
fn limit() {
    use rlimit::{Resource, setrlimit};
    // Where a limit is not known, the time still bounds what can be used.
    setrlimit(Resource::DATA, MEMORY, MEMORY).ok();
    let seconds = TIME.as_secs() + 1;
    setrlimit(Resource::CPU, seconds, seconds).ok();
}

#[cfg(not(unix))]
fn limit() {}

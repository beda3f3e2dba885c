//! Taking transcripts in: a file is read into a preview, the user confirms, one operation follows.

use crate::command::{ImportRequest, SpeakerChoice};
use crate::failure::Failure;
use formats::ReadOptions;
pub use formats::Transcript;
use model::Digest;
use model::study::{Interview, Seen};
use model::text::Turn;
use model::value::SpeakerRole;

/// A file as it was read, with what would be imported unless the user changes it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What would be imported.
    pub request: ImportRequest,
    /// The interview that came from the very same file, where there is one.
    pub already: Option<model::RecordId>,
}

/// Choices made before reading.
#[derive(Debug, Clone, Default)]
pub struct ImportChoices {
    /// Labels of interviewers.
    pub interviewers: Vec<String>,
    /// The participant's pseudonym; else it follows from the label or the file's name.
    pub participant: Option<String>,
    /// The encoding of a plain text.
    pub encoding: Option<String>,
    /// True to leave the original file out of the project.
    pub without_original: bool,
}

/// Reads a file. Long for a large one: to be done on a thread of its own.
///
/// # Errors
/// When the file is no transcript that can be read.
pub fn read(file: &str, bytes: Vec<u8>, choices: &ImportChoices) -> Result<ImportRequest, Failure> {
    let options =
        ReadOptions { interviewers: choices.interviewers.clone(), encoding: choices.encoding.clone() };
    let transcript = formats::read(file, &bytes, &options)
        .map_err(|source| Failure::Transcript { file: file.to_owned(), source })?;
    let name = stem(file);
    let speakers = speakers(&transcript, &name, choices.participant.as_deref());
    Ok(ImportRequest {
        name,
        file: file.to_owned(),
        digest: Digest::of(&bytes),
        original: (!choices.without_original).then_some(bytes),
        transcript,
        speakers,
    })
}

/// What a request meets in the study: the same file already there, a name already taken.
#[must_use]
pub fn preview(seen: &Seen<'_>, mut request: ImportRequest) -> Preview {
    let interviews = seen.interviews();
    let same = |interview: &&Interview<'_>| {
        interview.source.is_some_and(|source| source.digest == Some(request.digest))
    };
    let already = interviews.iter().find(same).map(|interview| interview.id);
    request.name = free_name(seen, &request.name);
    Preview { request, already }
}

fn stem(file: &str) -> String {
    let name = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    let name = name.replace('_', " ");
    if name.is_empty() { file.to_owned() } else { name }
}

fn speakers(transcript: &Transcript, interview: &str, named: Option<&str>) -> Vec<SpeakerChoice> {
    let role = |role| match role {
        formats::Role::Interviewer => SpeakerRole::Interviewer,
        formats::Role::Participant => SpeakerRole::Participant,
        formats::Role::Other => SpeakerRole::Other,
    };
    let people = transcript.speakers.iter().filter(|found| found.role == formats::Role::Participant);
    let alone = people.filter(|found| found.same_as.is_none()).count() <= 1;
    let choice = |found: &formats::SpeakerFound| {
        let own = found.same_as.as_deref().unwrap_or(&found.label);
        let name = match named {
            Some(name) if alone => name.to_owned(),
            _ if alone && (is_generic(own) || same_letters(own, interview)) => interview.to_owned(),
            _ => own.to_owned(),
        };
        let role = role(found.role);
        let participant = (role == SpeakerRole::Participant).then_some(name);
        SpeakerChoice { label: found.label.clone(), role, participant }
    };
    transcript.speakers.iter().map(choice).collect()
}

/// `EMG6` is how somebody typed `EMG 6`.
fn same_letters(label: &str, name: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    letters(label) == letters(name)
}

/// A label that says nothing of who it is: a letter or two, or a role. Then the interview's name is the
/// participant's.
fn is_generic(label: &str) -> bool {
    const ROLES: [&str; 12] = [
        "participant",
        "participante",
        "patient",
        "patiente",
        "médecin",
        "interviewé",
        "interviewée",
        "enquêté",
        "enquêtée",
        "réponse",
        "interviewee",
        "moi",
    ];
    let folded = label.to_lowercase();
    let letters = folded.chars().filter(|c| c.is_alphabetic()).count();
    (letters <= 1 && !folded.chars().any(|c| c.is_ascii_digit())) || ROLES.contains(&folded.as_str())
}

/// A corrected text read anew from a file, and its turns, with the roles that its voices already have;
/// `None` where reading loses a voice: the turns are then better carried over.
pub(crate) fn read_again(text: &str, known: &Interview<'_>) -> Option<(String, Vec<Turn>)> {
    let leading = known.speakers.iter().filter(|speaker| speaker.role == SpeakerRole::Interviewer);
    let interviewers = leading.map(|speaker| speaker.label.clone()).collect();
    let options = ReadOptions { interviewers, encoding: None };
    let read = formats::read("texte.txt", text.as_bytes(), &options).ok()?;
    let is_heard = |voice: &Turn| read.turns.iter().any(|turn| turn.speaker == voice.speaker);
    (!read.turns.is_empty() && known.turns.iter().all(is_heard)).then_some((read.text, read.turns))
}

/// The name, with a number where an interview of the study is called so already.
pub(crate) fn free_name(seen: &Seen<'_>, name: &str) -> String {
    let interviews = seen.interviews();
    let taken = |name: &str| interviews.iter().any(|interview| interview.name == name);
    let mut numbered = (2..).map(|number| format!("{name} ({number})"));
    match taken(name) {
        true => numbered.find(|name| !taken(name)).unwrap_or_else(|| name.to_owned()),
        false => name.to_owned(),
    }
}

/// The name of a file, without its folder, whatever its encoding.
#[must_use]
pub fn file_name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Reads a file from the disk.
///
/// # Errors
/// When the file cannot be read, or is no transcript.
pub fn read_path(path: &std::path::Path, choices: &ImportChoices) -> Result<ImportRequest, Failure> {
    let at = |source| Failure::File { path: path.to_owned(), source };
    let about = std::fs::metadata(path).map_err(at)?;
    if !about.is_file() {
        return Err(at(std::io::ErrorKind::IsADirectory.into()));
    }
    let name = file_name(path);
    if about.len() > formats::FILE_LIMIT {
        let source = formats::ReadError::TooLarge { size: about.len(), limit: formats::FILE_LIMIT };
        return Err(Failure::Transcript { file: name, source });
    }
    read(&name, std::fs::read(path).map_err(at)?, choices)
}

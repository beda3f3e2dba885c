//! Names and identifiers that people type: names are never keys, so what matches several records is an
//! error that lists them.

use model::RecordId;
use model::study::Seen;
use model::value::Kind;

/// A name that leads to nothing, or to several records.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing was named, and there is nothing of the kind to mean.
    #[error("there is no {} yet", kind.as_str())]
    NoneYet {
        /// What was looked for.
        kind: Kind,
    },
    /// Nothing has that name or identifier.
    #[error("no {} is called {name}", kind.as_str())]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// What was typed.
        name: String,
        /// The names there are, a few.
        known: Vec<String>,
    },
    /// Several records have that name.
    #[error("{name} names several records")]
    Ambiguous {
        /// What was looked for.
        kind: Kind,
        /// What was typed.
        name: String,
        /// The records.
        ids: Vec<RecordId>,
    },
}

/// The interview of that name or identifier; where none is called so, the one that came from a file of
/// that name, with or without its extension.
///
/// # Errors
/// When there is none, or several have that name.
pub fn interview(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    let all = seen.interviews();
    let by_name = find(Kind::Interview, name, all.iter().map(|one| (one.id, one.name)));
    let Err(NameError::Unknown { .. }) = by_name else { return by_name };
    let files = all.iter().filter_map(|one| one.source.map(|source| (one.id, source.file.as_str())));
    let stems = files.clone().filter_map(|(id, file)| file.rsplit_once('.').map(|(stem, _)| (id, stem)));
    match find(Kind::Interview, name, files.chain(stems)) {
        Err(NameError::Unknown { .. }) => by_name,
        by_file => by_file,
    }
}

/// The member of that name or identifier.
///
/// # Errors
/// When there is none, or several have that name.
pub fn member(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    let all = seen.members();
    find(Kind::Member, name, all.iter().map(|one| (one.id, one.name)))
}

/// The participant of that name or identifier.
///
/// # Errors
/// When there is none, or several have that name.
pub fn participant(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    let all = seen.participants();
    find(Kind::Participant, name, all.iter().map(|one| (one.id, one.name)))
}

/// The code of that path (names separated by ` / `), own name, or identifier.
///
/// # Errors
/// When there is none, or several have that path or name.
pub fn code(seen: &Seen<'_>, path: &str) -> Result<RecordId, NameError> {
    let all = seen.codes();
    let by_path = find(Kind::Code, path, all.iter().map(|one| (one.id, one.path.as_str())));
    match by_path {
        Err(NameError::Unknown { .. }) => {
            let by_name = find(Kind::Code, path, all.iter().map(|one| (one.id, one.name.as_str())));
            by_name.or_else(|error| in_other_books(seen, path, error))
        }
        found => found,
    }
}

/// A code in the own book of another coder, where the study has none of that name.
fn in_other_books(seen: &Seen<'_>, path: &str, error: NameError) -> Result<RecordId, NameError> {
    let NameError::Unknown { .. } = error else { return Err(error) };
    let all = seen.codes_of_all_books();
    let paths = all.iter().map(|one| (one.id, one.path.as_str()));
    let names = all.iter().map(|one| (one.id, one.name.as_str()));
    match find(Kind::Code, path, paths).or_else(|_| find(Kind::Code, path, names)) {
        Err(NameError::Unknown { .. }) => Err(error),
        found => found,
    }
}

/// The memo of that title or identifier.
///
/// # Errors
/// When there is none, or several have that title.
pub fn memo(seen: &Seen<'_>, title: &str) -> Result<RecordId, NameError> {
    let all = seen.memos();
    find(Kind::Memo, title, all.iter().map(|one| (one.id, one.title)))
}

/// The theory of that title or identifier.
///
/// # Errors
/// When there is none, or several have that title.
pub fn theory(seen: &Seen<'_>, title: &str) -> Result<RecordId, NameError> {
    find(Kind::Theory, title, seen.theories().into_iter())
}

/// The schema of that title or identifier.
///
/// # Errors
/// When there is none, or several have that title.
pub fn schema(seen: &Seen<'_>, title: &str) -> Result<RecordId, NameError> {
    let all = seen.schemas();
    find(Kind::Schema, title, all.iter().map(|one| (one.id, one.title)))
}

/// The saved query of that name or identifier.
///
/// # Errors
/// When there is none, or several have that name.
pub fn query(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    let all = seen.queries();
    find(Kind::Query, name, all.iter().map(|one| (one.id, one.body.name.as_str())))
}

/// The attribute of that heading or identifier.
///
/// # Errors
/// When there is none, or several have that heading.
pub fn attribute(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    let all = seen.attributes();
    find(Kind::Attribute, name, all.iter().map(|one| (one.id, one.name)))
}

/// The team's own type of relation of that name or identifier.
///
/// # Errors
/// When there is none, or several have that name.
pub fn relation_type(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    let all = seen.relation_types();
    find(Kind::RelationType, name, all.iter().map(|one| (one.id, one.body.name.as_str())))
}

/// Anything that can be spoken of, by name or identifier. An interview is often called like its
/// participant: of the two, the interview is meant.
///
/// # Errors
/// When nothing is called so, or several things are.
pub fn anything(seen: &Seen<'_>, name: &str) -> Result<RecordId, NameError> {
    if let Ok(id) = record(seen, name) {
        return Ok(id);
    }
    if let Ok(interview) = interview(seen, name)
        && code(seen, name).is_err()
    {
        return Ok(interview);
    }
    let found = [
        code(seen, name),
        interview(seen, name),
        participant(seen, name),
        member(seen, name),
        memo(seen, name),
        theory(seen, name),
        schema(seen, name),
        query(seen, name),
    ];
    the_only(name, found)
}

/// The one record that searches by kind have found between them.
///
/// # Errors
/// When they found nothing, or several records.
pub(crate) fn the_only(
    name: &str,
    found: impl IntoIterator<Item = Result<RecordId, NameError>>,
) -> Result<RecordId, NameError> {
    let mut ids: Vec<RecordId> = Vec::new();
    for one in found {
        match one {
            Ok(id) => ids.push(id),
            Err(NameError::Ambiguous { ids: several, .. }) => ids.extend(several),
            Err(NameError::Unknown { .. } | NameError::NoneYet { .. }) => {}
        }
    }
    match ids.as_slice() {
        [id] => Ok(*id),
        [] => Err(NameError::Unknown { kind: Kind::Unknown, name: name.to_owned(), known: Vec::new() }),
        _ => Err(NameError::Ambiguous { kind: Kind::Unknown, name: name.to_owned(), ids }),
    }
}

/// Any record by identifier.
///
/// # Errors
/// When the text is no identifier of a record that may be seen.
pub fn record(seen: &Seen<'_>, id: &str) -> Result<RecordId, NameError> {
    let unknown = || NameError::Unknown { kind: Kind::Unknown, name: id.to_owned(), known: Vec::new() };
    let id: RecordId = id.trim().parse().map_err(|_| unknown())?;
    seen.record(id).map(|_| id).ok_or_else(unknown)
}

fn find<'a>(
    kind: Kind,
    name: &str,
    all: impl Iterator<Item = (RecordId, &'a str)> + Clone,
) -> Result<RecordId, NameError> {
    if let Ok(id) = name.trim().parse::<RecordId>() {
        let known = all.clone().any(|(one, _)| one == id);
        return if known { Ok(id) } else { Err(unknown(kind, name, all)) };
    }
    let exact: Vec<RecordId> = all.clone().filter(|(_, one)| *one == name).map(|(id, _)| id).collect();
    let found = if exact.is_empty() {
        let wanted = folded(name);
        all.clone().filter(|(_, one)| folded(one) == wanted).map(|(id, _)| id).collect()
    } else {
        exact
    };
    match found.as_slice() {
        [] => Err(unknown(kind, name, all)),
        [id] => Ok(*id),
        _ => Err(NameError::Ambiguous { kind, name: name.to_owned(), ids: found }),
    }
}

fn unknown<'a>(kind: Kind, name: &str, all: impl Iterator<Item = (RecordId, &'a str)>) -> NameError {
    let named = all.filter(|(_, name)| !name.is_empty());
    let known = named.take(12).map(|(_, name)| name.to_owned()).collect();
    NameError::Unknown { kind, name: name.to_owned(), known }
}

/// Letter case, the width of spaces, the shape of apostrophes and hyphens, and the way accents are encoded do not
/// tell two names apart: a keyboard types `d'ici` where the name is written `d’ici`.
fn folded(name: &str) -> String {
    let name = model::text::normalise(name).text;
    let name = name.replace(['’', 'ʼ', '‘', '`'], "'").replace(['‐', '‑', '–', '—'], "-");
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

//! What is searched: verbatims by turn, memos, codes.

use foldhash::HashMap;
use model::study::{CodeNode, Interview, Memo, Seen};
use model::text::{TextIndex, Turn};
use model::value::{CodeDefinition, Group, Inclusion, Value};
use model::{Digest, RecordId};
use std::fmt::Write as _;
use std::sync::Arc;

/// Changes whenever texts are split or stored otherwise: an index of another version is made anew.
pub(crate) const FORMAT: u32 = 1;

/// The sort of a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// The current text of an interview, by turn.
    Verbatim,
    /// A memo: its title, then its text.
    Memo,
    /// A code: its name, then its definition and notes.
    Code,
}

impl Kind {
    pub(crate) fn number(self) -> u64 {
        match self {
            Kind::Verbatim => 0,
            Kind::Memo => 1,
            Kind::Code => 2,
        }
    }

    pub(crate) fn of_number(number: u64) -> Kind {
        match number {
            0 => Kind::Verbatim,
            1 => Kind::Memo,
            _ => Kind::Code,
        }
    }
}

/// A document that the index should hold, without its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The interview, memo or code.
    pub owner: RecordId,
    /// Its sort.
    pub kind: Kind,
    /// Tells two states of it apart: a digest of everything that is indexed of it.
    pub version: u64,
    /// Of a verbatim: the revision whose text it is.
    pub revision: Option<RecordId>,
}

/// A document with its words.
#[derive(Clone, Debug)]
pub struct Document {
    /// The interview, memo or code.
    pub owner: RecordId,
    /// Its sort.
    pub kind: Kind,
    /// See [`Wanted::version`].
    pub version: u64,
    /// The whole text.
    pub text: Arc<TextIndex>,
    /// What is searched of it: one range for each turn, paragraph or field, in order, in scalars.
    pub parts: Vec<(u32, u32)>,
}

/// The versions of verbatims, remembered while nothing of them changes: a digest of every turn takes time.
#[derive(Debug, Default)]
pub struct Versions(HashMap<RecordId, (RecordId, Arc<[Turn]>, u64)>);

impl Versions {
    fn of(&mut self, interview: &Interview<'_>, revision: RecordId, make: impl FnOnce() -> u64) -> u64 {
        if let Some((known, turns, version)) = self.0.get(&interview.id)
            && *known == revision
            && Arc::ptr_eq(turns, &interview.turns)
        {
            return *version;
        }
        let version = make();
        self.0.insert(interview.id, (revision, Arc::clone(&interview.turns), version));
        version
    }
}

/// Everything that somebody may search: the interviews, memos and codes that the lens shows.
#[must_use]
pub fn wanted(seen: &Seen<'_>, versions: &mut Versions) -> Vec<Wanted> {
    let interviews = seen.interviews();
    let mut wanted: Vec<Wanted> =
        interviews.iter().filter_map(|interview| wanted_verbatim(seen, interview, versions)).collect();
    wanted.extend(seen.memos().iter().map(wanted_memo));
    wanted.extend(seen.codes().iter().filter(|code| !code.deleted).map(|code| wanted_code(seen, code)));
    wanted
}

fn wanted_verbatim(seen: &Seen<'_>, interview: &Interview<'_>, versions: &mut Versions) -> Option<Wanted> {
    let revision = interview.revision?;
    if interview.status == Inclusion::Withdrawn || seen.is_text_gone(revision) {
        return None;
    }
    let body = seen.revision(revision)?.body;
    let version = versions.of(interview, revision, || {
        let mut told = format!("{FORMAT} verbatim {revision} {}", body.text);
        for turn in interview.turns.iter() {
            // Writing to a text never fails.
            _ = write!(told, " {} {}", turn.start, turn.end);
        }
        digest(&told)
    });
    Some(Wanted { owner: interview.id, kind: Kind::Verbatim, version, revision: Some(revision) })
}

fn wanted_memo(memo: &Memo<'_>) -> Wanted {
    let told = format!("{FORMAT} memo {:?} {:?}", memo.title, memo.body);
    Wanted { owner: memo.id, kind: Kind::Memo, version: digest(&told), revision: None }
}

fn wanted_code(seen: &Seen<'_>, code: &CodeNode) -> Wanted {
    let told = format!("{FORMAT} code {:?} {:?}", code.name, notes(seen, code));
    Wanted { owner: code.id, kind: Kind::Code, version: digest(&told), revision: None }
}

fn digest(told: &str) -> u64 {
    let Digest(bytes) = Digest::of(told.as_bytes());
    bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Definition, when to use it and when not, example.
fn notes<'a>(seen: &Seen<'a>, code: &CodeNode) -> [&'a str; 4] {
    let record = seen.record(code.id);
    match record.and_then(|record| record.value(Group::CodeDefinition)) {
        Some(Value::CodeDefinition(CodeDefinition { definition, include, exclude, example, .. })) => {
            [definition, include, exclude, example].map(String::as_str)
        }
        _ => [""; 4],
    }
}

impl Document {
    /// The document of an interview, with the text of its current revision.
    #[must_use]
    pub fn verbatim(wanted: &Wanted, interview: &Interview<'_>, text: Arc<TextIndex>) -> Document {
        let turns = interview.turns.iter().map(|turn| (turn.start, turn.end));
        let parts = if interview.turns.is_empty() { lines(&text) } else { turns.collect() };
        Document { owner: wanted.owner, kind: wanted.kind, version: wanted.version, text, parts }
    }

    /// The document of a memo or code; `None` where there is none any more.
    #[must_use]
    pub fn note(wanted: &Wanted, seen: &Seen<'_>) -> Option<Document> {
        let fields: Vec<String> = match wanted.kind {
            Kind::Verbatim => return None,
            Kind::Memo => {
                let memo = seen.memos().into_iter().find(|memo| memo.id == wanted.owner)?;
                vec![memo.title.to_owned(), memo.body.to_owned()]
            }
            Kind::Code => {
                let code = seen.code(wanted.owner)?;
                let notes = notes(seen, code).map(str::to_owned);
                std::iter::once(code.name.clone()).chain(notes).collect()
            }
        };
        Some(Document::of_fields(wanted, &fields))
    }

    /// One text of several fields, a line apart; each is a part.
    fn of_fields(wanted: &Wanted, fields: &[String]) -> Document {
        use unicode_normalization::UnicodeNormalization;
        let mut text = String::new();
        let mut parts = Vec::new();
        let mut at = 0;
        for field in fields.iter().filter(|field| !field.is_empty()) {
            if !text.is_empty() {
                text.push('\n');
                at += 1;
            }
            let field: String = field.nfc().collect();
            let length = model::text::scalars(&field);
            parts.push((at, at + length));
            at += length;
            text.push_str(&field);
        }
        let text = Arc::new(TextIndex::new(text));
        Document { owner: wanted.owner, kind: wanted.kind, version: wanted.version, text, parts }
    }
}

/// The lines of a text in which nobody was told apart.
fn lines(text: &TextIndex) -> Vec<(u32, u32)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for line in text.text().split('\n') {
        let length = model::text::scalars(line);
        if !line.trim().is_empty() {
            parts.push((at, at + length));
        }
        at += length + 1;
    }
    parts
}

//! A list of codings taken in: all of it or none, as one operation.

use super::codes::Paths;
use super::codings;
use super::people;
use crate::command::{CodeRow, CodingRow};
use crate::draft::{Draft, Drafted};
use crate::failure::{Failure, RowProblem};
use crate::names::{self, NameError};
use crate::texts::Pages;
use model::RecordId;
use model::basis::Basis;
use model::op::OpKind;
use model::text::normalise;
use model::value::{CodingOrigin, Kind, Layer, ReadingDone, Role};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What identifies a coding among others: importing the same list twice adds nothing.
type Same = (RecordId, RecordId, RecordId, Layer, u32, u32);

struct Importer<'a, 'p> {
    draft: Draft<'a>,
    pages: &'p Pages,
    paths: Paths,
    interviews: HashMap<String, RecordId>,
    coders: HashMap<String, RecordId>,
    known: HashSet<Same>,
    read: HashSet<(RecordId, RecordId)>,
    touched: BTreeSet<RecordId>,
    made: Vec<RecordId>,
    codings: u32,
}

/// The interviews that the rows name.
///
/// # Errors
/// When a row names an interview that is not there, or several; the line is named.
pub(crate) fn interviews_named(
    seen: &model::study::Seen<'_>,
    rows: &[CodingRow],
) -> Result<HashMap<String, RecordId>, Failure> {
    let mut found = HashMap::new();
    for row in rows {
        if !found.contains_key(&row.interview) {
            let id = names::interview(seen, &row.interview)
                .map_err(|error| Failure::Row { line: row.line, problem: RowProblem::Interview(error) })?;
            found.insert(row.interview.clone(), id);
        }
    }
    Ok(found)
}

pub(crate) fn import(
    draft: Draft<'_>,
    rows: &[CodingRow],
    interviews: HashMap<String, RecordId>,
    pages: &Pages,
) -> Result<Drafted, Failure> {
    let (known, read) = what_is_there(&draft, interviews.values().copied().collect());
    let paths = Paths::new(&draft);
    let mut importer = Importer {
        draft,
        pages,
        paths,
        interviews,
        coders: HashMap::new(),
        known,
        read,
        touched: BTreeSet::new(),
        made: Vec::new(),
        codings: 0,
    };
    for row in rows {
        importer.take(row)?;
    }
    importer.done()
}

fn what_is_there(
    draft: &Draft<'_>,
    interviews: BTreeSet<RecordId>,
) -> (HashSet<Same>, HashSet<(RecordId, RecordId)>) {
    let everything = Basis::everything();
    let codings = interviews.iter().flat_map(|interview| draft.seen.codings_in(*interview, &everything));
    let known =
        codings.map(|one| (one.interview, one.coder, one.code, one.layer, one.place.start, one.place.end));
    let known = known.collect();
    let read = draft.seen.readings().into_iter().map(|reading| (reading.interview, reading.coder)).collect();
    (known, read)
}

impl Importer<'_, '_> {
    fn take(&mut self, row: &CodingRow) -> Result<(), Failure> {
        let at = |problem| Failure::Row { line: row.line, problem };
        let Some(interview) = self.interviews.get(&row.interview).copied() else {
            return Err(Failure::Nothing);
        };
        let coder = self.coder(row)?;
        self.touched.insert(interview);
        let Some((start, end)) = row.range else { return self.note_reading(interview, coder) };
        let Some(page) = self.pages.get(interview) else {
            return Err(at(RowProblem::Range { start, end, length: 0 }));
        };
        let anchor = page.anchor(start, end).map_err(|failure| {
            let length = page.text.len_scalars();
            at(match failure {
                Failure::EmptyPassage => RowProblem::Blank { start, end },
                Failure::CutsGrapheme { .. } => RowProblem::CutsGrapheme { start, end },
                _ => RowProblem::Range { start, end, length },
            })
        })?;
        if let Some(quote) = row.quote.as_deref().filter(|quote| !same_words(quote, &anchor.quote)) {
            return Err(at(RowProblem::Quote { quote: quote.to_owned(), found: anchor.quote }));
        }
        let layer = layer(row)?;
        let code = self.code(row, layer)?;
        let layer = layer.or_else(|| self.draft.seen.code(code).map(|node| node.layer)).unwrap_or_default();
        if self.known.insert((interview, coder, code, layer, start, end)) {
            let coding = self.draft.new_record();
            codings::add(&mut self.draft, coding, CodingOrigin::new(interview, coder, layer), anchor, code);
            self.made.push(coding);
            self.codings += 1;
        }
        Ok(())
    }

    fn coder(&mut self, row: &CodingRow) -> Result<RecordId, Failure> {
        if let Some(coder) = self.coders.get(&row.coder) {
            return Ok(*coder);
        }
        let coder = match names::member(&self.draft.seen, &row.coder) {
            Ok(coder) => coder,
            Err(unknown @ NameError::Unknown { .. }) => {
                // A name is missing: the one thing that keeps a coder from being added.
                let problem = || Failure::Row { line: row.line, problem: RowProblem::Coder(unknown) };
                let member = people::new_member(&mut self.draft, &row.coder, Role::Coder);
                let member = member.map_err(|_| problem())?;
                self.made.push(member);
                member
            }
            Err(error) => return Err(Failure::Row { line: row.line, problem: RowProblem::Coder(error) }),
        };
        self.coders.insert(row.coder.clone(), coder);
        Ok(coder)
    }

    fn code(&mut self, row: &CodingRow, layer: Option<Layer>) -> Result<RecordId, Failure> {
        let path = row.code.as_deref().unwrap_or_default();
        if path.parse::<RecordId>().is_ok() {
            let found = names::code(&self.draft.seen, path);
            return found.map_err(|error| Failure::Row { line: row.line, problem: RowProblem::Code(error) });
        }
        let new = CodeRow { path: path.to_owned(), layer, ..CodeRow::default() };
        let found = self.paths.find_or_add(&mut self.draft, path, &new);
        let nameless = || NameError::Unknown { kind: Kind::Code, name: path.to_owned(), known: Vec::new() };
        found.map_err(|failure| match failure {
            Failure::Name(error) => Failure::Row { line: row.line, problem: RowProblem::Code(error) },
            Failure::EmptyName => Failure::Row { line: row.line, problem: RowProblem::Code(nameless()) },
            other => other,
        })
    }

    fn note_reading(&mut self, interview: RecordId, coder: RecordId) -> Result<(), Failure> {
        if self.read.insert((interview, coder)) {
            let reading = self.draft.new_record();
            let now = self.draft.now;
            self.draft.set_new(reading, ReadingDone::new(interview, coder, now, None));
            self.made.push(reading);
        }
        Ok(())
    }

    fn done(mut self) -> Result<Drafted, Failure> {
        if self.draft.is_empty() {
            return Err(Failure::Nothing);
        }
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let kind = OpKind::ImportCodings {
            codings: self.codings,
            codes: count(self.paths.created.len()),
            interviews: count(self.touched.len()),
        };
        self.made.append(&mut self.paths.created);
        Ok(self.draft.done(kind, self.made))
    }
}

/// Whether a quote of a table is what stands in the text. An empty one claims nothing; a table keeps
/// neither outer white space nor the normal form of texts.
fn same_words(quote: &str, found: &str) -> bool {
    let quote = normalise(quote).text;
    quote.trim().is_empty() || quote.trim() == found.trim()
}

fn layer(row: &CodingRow) -> Result<Option<Layer>, Failure> {
    let Some(word) = row.layer.as_deref().map(str::trim).filter(|word| !word.is_empty()) else {
        return Ok(None);
    };
    let known = match word.to_lowercase().as_str() {
        "experiential" | "expérientiel" | "expérientielle" => Some(Layer::Experiential),
        "thematic" | "thématique" => Some(Layer::Thematic),
        _ => None,
    };
    let problem = RowProblem::Layer { layer: word.to_owned() };
    known.map(Some).ok_or(Failure::Row { line: row.line, problem })
}

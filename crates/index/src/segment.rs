//! One segment of the index as it is read: its vocabulary, and which documents lie where.

use crate::analysis::Analyser;
use crate::document::Kind;
use crate::error::IndexError;
use crate::forms::Forms;
use crate::schema::Fields;
use model::RecordId;
use std::sync::Arc;
use tantivy::index::{InvertedIndexReader, SegmentId};
use tantivy::{DocId, SegmentReader};

/// The parts of one document, in order: they always lie together in one segment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Run {
    /// The interview, memo or code.
    pub owner: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Its version.
    pub version: u64,
    /// Its first part.
    pub first: DocId,
    /// How many parts there are.
    pub parts: u32,
}

/// A segment.
#[derive(Clone)]
pub(crate) struct Segment {
    /// Its name.
    pub id: SegmentId,
    /// Its documents; those that were taken out since are not among the alive ones.
    pub runs: Arc<Vec<Run>>,
    /// Its vocabulary.
    pub forms: Arc<Forms>,
    /// Where postings are read.
    pub postings: Arc<InvertedIndexReader>,
    /// First scalar of each part.
    pub starts: Arc<Vec<u32>>,
    /// The segment as the engine sees it.
    pub reader: SegmentReader,
}

impl std::fmt::Debug for Segment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Segment")
            .field("id", &self.id)
            .field("runs", &self.runs.len())
            .finish_non_exhaustive()
    }
}

impl Segment {
    /// Reads a segment; what is known of it from before is not read again.
    pub fn read(
        reader: &SegmentReader,
        fields: &Fields,
        analyser: &Analyser,
        known: &[Segment],
    ) -> Result<Segment, IndexError> {
        let id = reader.segment_id();
        if let Some(known) = known.iter().find(|known| known.id == id) {
            return Ok(Segment { reader: reader.clone(), ..known.clone() });
        }
        let postings = reader.inverted_index(fields.said)?;
        let forms = Forms::read(postings.terms(), analyser)?;
        let (runs, starts) = runs(reader)?;
        Ok(Segment {
            id,
            runs: Arc::new(runs),
            forms: Arc::new(forms),
            postings,
            starts: Arc::new(starts),
            reader: reader.clone(),
        })
    }

    /// True unless the document was taken out.
    pub fn is_alive(&self, run: &Run) -> bool {
        !self.reader.is_deleted(run.first)
    }

    /// The documents that were not taken out.
    pub fn alive(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|run| self.is_alive(run))
    }
}

fn runs(reader: &SegmentReader) -> Result<(Vec<Run>, Vec<u32>), IndexError> {
    let columns = reader.fast_fields();
    let damaged = || IndexError::Damaged("a column is missing".to_owned());
    let owners = columns.bytes("owner")?.ok_or_else(damaged)?;
    let (kinds, versions) = (columns.u64("kind")?, columns.u64("version")?);
    let (numbers, starts) = (columns.u64("number")?, columns.u64("start")?);
    let mut runs: Vec<Run> = Vec::new();
    let mut places = Vec::with_capacity(reader.max_doc() as usize);
    let mut bytes = Vec::new();
    for doc in 0..reader.max_doc() {
        places.push(u32::try_from(starts.first(doc).ok_or_else(damaged)?).unwrap_or(u32::MAX));
        let number = numbers.first(doc).ok_or_else(damaged)?;
        match runs.last_mut() {
            Some(run) if number > 0 && number == u64::from(run.parts) => run.parts += 1,
            _ if number > 0 => return Err(damaged()),
            _ => {
                bytes.clear();
                let owner = owners.term_ords(doc).next().ok_or_else(damaged)?;
                owners.ord_to_bytes(owner, &mut bytes)?;
                let id: [u8; 16] = bytes.as_slice().try_into().map_err(|_| damaged())?;
                runs.push(Run {
                    owner: RecordId(uuid::Uuid::from_bytes(id)),
                    kind: Kind::of_number(kinds.first(doc).ok_or_else(damaged)?),
                    version: versions.first(doc).ok_or_else(damaged)?,
                    first: doc,
                    parts: 1,
                });
            }
        }
    }
    Ok((runs, places))
}

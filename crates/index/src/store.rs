//! Where an index is kept, how it follows the study, and how it is read.

use crate::analysis::Analyser;
use crate::document::{Document, FORMAT, Wanted};
use crate::error::IndexError;
use crate::schema::{self, Fields};
use crate::segment::Segment;
use crate::snapshot::Snapshot;
use foldhash::HashMap;
use model::RecordId;
use model::value::Language;
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tantivy::directory::MmapDirectory;
use tantivy::indexer::UserOperation;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Term};

/// Memory for a thread that indexes a little.
const LITTLE: usize = 20 << 20;
/// Memory for each thread that indexes much.
const MUCH: usize = 120 << 20;
/// From so many bytes of text on it is much.
const MUCH_TEXT: usize = 2 << 20;
/// What was indexed is kept after so many bytes: an indexing that is interrupted goes on from there.
const KEEP_EVERY: usize = 256 << 20;

/// Where an index is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Home {
    /// In memory: nothing of it is ever on a disk.
    Memory,
    /// In a folder of its own, which holds nothing else.
    Folder(PathBuf),
}

/// What an index says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Label {
    format: u32,
    language: Language,
    /// What the caller knows it by; `None` while it is being made.
    stamp: Option<String>,
}

/// A full-text index. One at a time writes; whoever reads takes a [`Snapshot`].
pub struct Index {
    home: Home,
    analyser: Arc<Analyser>,
    fields: Fields,
    inner: tantivy::Index,
    reader: IndexReader,
    writer: Option<IndexWriter>,
    snapshot: Arc<Snapshot>,
    stamp: Option<String>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("home", &self.home).field("stamp", &self.stamp).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index that is kept somewhere, or begins one. One that is damaged, of another version of
    /// the program or of another language is thrown away, for it can always be made again.
    ///
    /// # Errors
    /// When the folder cannot be made, read or written.
    pub fn open(home: Home, language: Language) -> Result<Index, IndexError> {
        if let Home::Folder(folder) = &home
            && let Some(index) = Index::take_up(folder, language)
        {
            return Ok(index);
        }
        Index::begin(home, language)
    }

    /// Takes up the index that is kept in a folder; `None` where there is none that is whole and of this
    /// version and language. Nothing is changed.
    #[must_use]
    pub fn take_up(folder: &Path, language: Language) -> Option<Index> {
        // Bytes that are not what they were may lead anywhere, a panic of the library included.
        let found = catch_unwind(AssertUnwindSafe(|| Index::open_folder(folder, language)));
        found.ok().and_then(Result::ok)
    }

    /// Begins an empty index; what was in the folder goes.
    ///
    /// # Errors
    /// When the folder cannot be made or written.
    pub fn begin(home: Home, language: Language) -> Result<Index, IndexError> {
        let (schema, _) = schema::schema();
        let inner = match &home {
            Home::Memory => tantivy::Index::create_in_ram(schema),
            Home::Folder(folder) => {
                remove(folder)?;
                std::fs::create_dir_all(folder)?;
                tantivy::Index::create_in_dir(folder, schema)?
            }
        };
        Index::over(home, inner, language, None)
    }

    fn open_folder(folder: &Path, language: Language) -> Result<Index, IndexError> {
        let directory =
            MmapDirectory::open(folder).map_err(|error| IndexError::Damaged(error.to_string()))?;
        let inner = tantivy::Index::open(directory)?;
        let damaged = |what: &str| IndexError::Damaged(what.to_owned());
        if inner.schema() != schema::schema().0 || !inner.validate_checksum()?.is_empty() {
            return Err(damaged("bytes"));
        }
        let payload = inner.load_metas()?.payload.ok_or_else(|| damaged("label"))?;
        let label: Label = serde_json::from_str(&payload).map_err(|_| damaged("label"))?;
        if label.format != FORMAT || label.language != language {
            return Err(damaged("version"));
        }
        Index::over(Home::Folder(folder.to_owned()), inner, language, label.stamp)
    }

    fn over(
        home: Home,
        inner: tantivy::Index,
        language: Language,
        stamp: Option<String>,
    ) -> Result<Index, IndexError> {
        let analyser = Arc::new(Analyser::new(language));
        schema::register(&inner, &analyser);
        let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let (_, fields) = schema::schema();
        let snapshot = Arc::new(Snapshot::empty(Arc::clone(&analyser), fields));
        let mut index = Index { home, analyser, fields, inner, reader, writer: None, snapshot, stamp };
        index.look_again()?;
        Ok(index)
    }

    /// Where it is kept.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The language by whose rules it was made.
    #[must_use]
    pub fn language(&self) -> Language {
        self.analyser.language()
    }

    /// What the caller knows its state by; `None` while it was never brought up to date.
    #[must_use]
    pub fn stamp(&self) -> Option<&str> {
        self.stamp.as_deref()
    }

    /// What can be read now. It does not change when the index does.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot)
    }

    /// The documents that it holds, with their versions.
    #[must_use]
    pub fn held(&self) -> HashMap<RecordId, u64> {
        self.snapshot.held()
    }

    /// Which of some documents it does not hold as they are, and which it holds and should not.
    #[must_use]
    pub fn missing<'w>(&self, wanted: &'w [Wanted]) -> (Vec<&'w Wanted>, Vec<RecordId>) {
        let mut held = self.held();
        let missing = wanted.iter().filter(|wanted| held.remove(&wanted.owner) != Some(wanted.version));
        (missing.collect(), held.into_keys().collect())
    }

    /// Takes documents in and out, and keeps the result under a stamp. A document that is taken in stands
    /// for whatever was there of its owner. An indexing that is interrupted keeps what it has.
    ///
    /// # Errors
    /// When the folder cannot be written; what was kept before is kept.
    pub fn update(
        &mut self,
        documents: impl IntoIterator<Item = Document>,
        gone: &[RecordId],
        bytes: usize,
        stamp: &str,
    ) -> Result<(), IndexError> {
        let outcome = self.write(documents, gone, bytes, stamp);
        if outcome.is_err() {
            // A writer that failed is of no use any more.
            self.writer = None;
        }
        outcome
    }

    fn write(
        &mut self,
        documents: impl IntoIterator<Item = Document>,
        gone: &[RecordId],
        bytes: usize,
        stamp: &str,
    ) -> Result<(), IndexError> {
        let mut documents = documents.into_iter().peekable();
        if documents.peek().is_none() && gone.is_empty() && self.stamp.as_deref() == Some(stamp) {
            return Ok(());
        }
        let (owner, fields) = (self.fields.owner, self.fields);
        let mut writer = self.take_writer(bytes)?;
        for id in gone {
            writer.delete_term(Term::from_field_bytes(owner, id.0.as_bytes()));
        }
        let mut since = 0;
        for document in documents {
            since += document.text.text().len();
            let delete = UserOperation::Delete(Term::from_field_bytes(owner, document.owner.0.as_bytes()));
            let rows = schema::rows(&fields, &document).into_iter().map(UserOperation::Add);
            // One batch goes to one segment, in order: the parts of a document lie together.
            writer.run(std::iter::once(delete).chain(rows).collect::<Vec<_>>())?;
            if since > KEEP_EVERY {
                since = 0;
                self.commit(&mut writer, None)?;
            }
        }
        self.commit(&mut writer, Some(stamp))?;
        if bytes < MUCH_TEXT {
            self.writer = Some(writer);
        } else {
            writer.wait_merging_threads()?;
        }
        self.stamp = Some(stamp.to_owned());
        self.look_again()
    }

    fn take_writer(&mut self, bytes: usize) -> Result<IndexWriter, IndexError> {
        if bytes >= MUCH_TEXT {
            self.writer = None;
            let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
            return Ok(self.inner.writer_with_num_threads(threads, threads * MUCH)?);
        }
        match self.writer.take() {
            Some(writer) => Ok(writer),
            None => Ok(self.inner.writer_with_num_threads(1, LITTLE)?),
        }
    }

    fn commit(&self, writer: &mut IndexWriter, stamp: Option<&str>) -> Result<(), IndexError> {
        let label = Label { format: FORMAT, language: self.language(), stamp: stamp.map(str::to_owned) };
        let label = serde_json::to_string(&label).map_err(|error| IndexError::Damaged(error.to_string()))?;
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(&label);
        prepared.commit()?;
        Ok(())
    }

    fn look_again(&mut self) -> Result<(), IndexError> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let known = self.snapshot.segments();
        let segments = searcher.segment_readers().iter();
        let segments = segments.map(|reader| Segment::read(reader, &self.fields, &self.analyser, known));
        let segments = segments.collect::<Result<Vec<_>, _>>()?;
        self.snapshot = Arc::new(Snapshot::new(Arc::clone(&self.analyser), self.fields, searcher, segments));
        Ok(())
    }

    /// Takes everything out, so that no word of it is left in any byte of the folder.
    ///
    /// # Errors
    /// When the folder cannot be emptied.
    pub fn wipe(self) -> Result<Index, IndexError> {
        let (home, language) = (self.home.clone(), self.language());
        // Files are let go of before they are removed.
        drop(self);
        Index::begin(home, language)
    }
}

/// Removes the folder of an index, if there is one.
///
/// # Errors
/// When it cannot be removed.
pub fn remove(folder: &Path) -> Result<(), IndexError> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

//! What a check of a project file finds.

use model::{Digest, OpId, RecordId};

/// What a check found: nothing, in a sound file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// Each contradiction, from the foundations up.
    pub findings: Vec<Finding>,
    /// How many operations were read.
    pub ops: usize,
    /// How many records they make.
    pub records: usize,
    /// How many blobs were read.
    pub blobs: usize,
}

impl CheckReport {
    /// True when nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

/// One contradiction in a project file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// The database itself is damaged.
    #[error("database: {detail}")]
    Database {
        /// What the database said.
        detail: String,
    },
    /// A row refers to one that is not there.
    #[error("a row of `{table}` refers to nothing")]
    DanglingRow {
        /// The table.
        table: String,
    },
    /// An operation is not what its digest and columns say, or cannot be read.
    #[error("operation {op}: {detail}")]
    Operation {
        /// The operation.
        op: OpId,
        /// What is wrong.
        detail: String,
    },
    /// The journal does not hold the operations that the file noted.
    #[error("the journal holds {found} operations, and they are not the {noted} that were noted")]
    Journal {
        /// How many there are.
        found: u64,
        /// How many were noted.
        noted: u64,
    },
    /// An operation has no greater counter than one whose version it replaces.
    #[error("operation {op} replaces a version of {base}, which is not before it")]
    Counter {
        /// The operation.
        op: OpId,
        /// The one that should come before it.
        base: OpId,
    },
    /// The derived rows of a record are not what the journal says; [`crate::Store::rebuild`] mends them.
    #[error("record {record} is not what the journal says")]
    Record {
        /// The record.
        record: RecordId,
    },
    /// A blob is not what its digest says, or cannot be unpacked.
    #[error("blob {digest} is damaged")]
    BlobDamaged {
        /// The blob.
        digest: Digest,
    },
    /// An interview's original file is not there.
    #[error("the original file {digest} of interview {interview} is missing")]
    OriginalMissing {
        /// The interview.
        interview: RecordId,
        /// The blob.
        digest: Digest,
    },
    /// The text of a revision is neither there nor to be rebuilt.
    #[error("the text of revision {revision} is missing")]
    TextMissing {
        /// The revision.
        revision: RecordId,
    },
    /// Edits lead to another text than the revision names.
    #[error("the text of revision {revision} is not the one that its digest names")]
    TextDiffers {
        /// The revision.
        revision: RecordId,
    },
    /// A place is impossible: for no coding, in no revision of that interview, or outside the text.
    #[error("the place of {coding} is impossible")]
    Place {
        /// The coding.
        coding: RecordId,
    },
    /// A purge was announced and not carried out to the end; opening for writing ends it.
    #[error("operation {op} still holds words that were purged")]
    NotPurged {
        /// The operation.
        op: OpId,
    },
}

impl Finding {
    /// True for what is merely absent: a packet comes without original files and earlier texts, and what
    /// it holds is sound nevertheless.
    #[must_use]
    pub fn is_absence(&self) -> bool {
        matches!(self, Finding::OriginalMissing { .. } | Finding::TextMissing { .. })
    }
}

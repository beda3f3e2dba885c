//! What can go wrong with an index: nothing that a rebuild does not mend, but for a full disk.

/// Why an index could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IndexError {
    /// The folder cannot be read or written: no rights, no space.
    #[error("the index folder cannot be used: {0}")]
    Folder(#[source] std::io::Error),
    /// What is in the folder is not a whole index of this version.
    #[error("the index is damaged: {0}")]
    Damaged(String),
}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> IndexError {
        match error {
            tantivy::TantivyError::IoError(source) => {
                IndexError::Folder(std::io::Error::new(source.kind(), source.to_string()))
            }
            other => IndexError::Damaged(other.to_string()),
        }
    }
}

impl From<std::io::Error> for IndexError {
    fn from(error: std::io::Error) -> IndexError {
        IndexError::Folder(error)
    }
}

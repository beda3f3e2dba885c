//! Why a file could not be read as a transcript.

use thiserror::Error;

/// A file that is refused as a whole. Odd content inside a readable file is never an error: it is a
/// [`crate::Warning`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The file has no byte at all.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than what is read.
    #[error("the file is too large: {size} bytes, where at most {limit} are read")]
    TooLarge {
        /// Bytes in the file.
        size: u64,
        /// Bytes accepted.
        limit: u64,
    },
    /// The parts inside the archive unpack to more than what is read.
    #[error("the document unpacks to more than {limit} bytes and is not read")]
    UnpacksTooLarge {
        /// Bytes accepted after unpacking.
        limit: u64,
    },
    /// XML elements, or groups of a rich text, inside each other beyond any real document.
    #[error("the part {part} nests more than {limit} elements and is not read")]
    TooDeep {
        /// Name of the part inside the archive.
        part: String,
        /// Depth accepted.
        limit: usize,
    },
    /// The zip archive is damaged or cut.
    #[error("the document is damaged: {detail}")]
    BrokenArchive {
        /// What the archive reader found.
        detail: String,
    },
    /// A part that the text needs is not well-formed XML.
    #[error("the part {part} of the document is damaged at byte {at}: {detail}")]
    BrokenXml {
        /// Name of the part inside the archive.
        part: String,
        /// Byte in the part, decoded to UTF-8, where reading stopped.
        at: u64,
        /// What the XML reader found.
        detail: String,
    },
    /// A zip archive that is no text document (a spreadsheet, slides, a plain archive).
    #[error("the file is an archive, but neither a Word document nor an OpenDocument text")]
    NotADocument,
    /// The lock file `~$….docx` that Word leaves while a document is open.
    #[error("this is the lock file that Word keeps while the document is open, not the document")]
    LockFile,
    /// Word's old binary format.
    #[error("the file is in the old Word format (.doc): save it as .docx")]
    OldWord,
    /// A document protected by a password.
    #[error("the document is protected by a password: save it without one")]
    Encrypted,
    /// A Word document that holds macros.
    #[error("the document holds macros: save it as .docx, without them")]
    Macros,
    /// A PDF file.
    #[error("PDF files are not read yet")]
    Pdf,
    /// A web page.
    #[error("web pages are not read")]
    WebPage,
    /// A recording, of sound or picture.
    #[error("the file is a recording, not its transcript")]
    Recording,
    /// A picture.
    #[error("the file is a picture, not a text")]
    Picture,
    /// Bytes that are no text in any encoding.
    #[error("the file is not a text")]
    NotText,
    /// [`crate::ReadOptions::encoding`] names no known encoding.
    #[error("the encoding {name} is not known")]
    UnknownEncoding {
        /// The name as given.
        name: String,
    },
}

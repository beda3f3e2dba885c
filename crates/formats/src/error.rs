//! Why a file could not be read as a transcript.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A file that is refused as a whole. Odd content inside a readable file is never an error: it is a
/// [`crate::Warning`].
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
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
    /// The text is longer than any transcript, or set of transcripts.
    #[error("the text is too long: more than {limit} bytes of it")]
    TooLong {
        /// Bytes of text accepted, in UTF-8.
        limit: u64,
    },
    /// The archive has more parts than any document.
    #[error("the archive holds more than {limit} parts and is not read")]
    TooManyParts {
        /// Parts accepted.
        limit: usize,
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
    /// A zip archive that is neither a text document nor a sheet of who speaks and what is said (another sheet, slides,
    /// a plain archive).
    #[error("the file is an archive, but no Word document, OpenDocument text or sheet of a transcript")]
    NotADocument,
    /// A document of Pages, Apple's word processor.
    #[error("the file is a Pages document: export it as .docx")]
    Pages,
    /// An XML file that is no document by itself (a flat document, a list of subtitles).
    #[error("the file is XML: save it as .docx or .odt")]
    Xml,
    /// An archive other than a document's (7-Zip, RAR, gzip), or a plain zip archive of files.
    #[error("the file is an archive of files, not a document: unpack it")]
    FileArchive,
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
    /// A PDF file was given to [`crate::read()`]: its pages are taken out first, by [`crate::pdf::extract()`] in
    /// a process of its own, and then read by [`crate::read_pages()`].
    #[error("the file is a PDF, which is read in two steps")]
    Pdf,
    /// A PDF that needs a password.
    #[error("the PDF is protected by a password: save it without one")]
    EncryptedPdf,
    /// A PDF whose pages are pictures, or whose fonts do not say which letters they hold.
    #[error("the PDF holds pictures of pages and no text")]
    ScannedPdf,
    /// A PDF that cannot be read.
    #[error("the PDF is damaged: {detail}")]
    BrokenPdf {
        /// What the reader found.
        detail: String,
    },
    /// Reading took more time or memory than any real document needs.
    #[error("the file takes more time or memory than is given to it")]
    TooDemanding,
    /// A web page with its pictures in one file (`.mht`) in which no page can be read.
    #[error("the file is an archive of a web page, but no page in it can be read: save it as .html")]
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

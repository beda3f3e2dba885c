//! How payloads, bodies and blobs are written in the file.
//!
//! Every byte that may hold a word of a person passes through here, and through here only: what is
//! outside are identifiers, counters and times. Plain today; a sealed form takes the same way.

use crate::StoreError;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use std::borrow::Cow;
use std::io::{Read, Write};

/// How the file's contents are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Codec {
    /// JSON as it is; blobs compressed (zlib).
    #[default]
    Plain,
}

impl Codec {
    /// The name in the file's `meta`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Codec::Plain => "plain",
        }
    }

    /// The codec of that name.
    pub(crate) fn parse(name: &str) -> Result<Codec, StoreError> {
        match name {
            "plain" => Ok(Codec::Plain),
            other => Err(StoreError::damaged(format!("contents written as `{other}`"))),
        }
    }

    /// A payload or a body as it is stored.
    pub(crate) fn seal(self, bytes: Vec<u8>) -> Vec<u8> {
        match self {
            Codec::Plain => bytes,
        }
    }

    /// A payload or a body as it was before it was stored.
    #[allow(clippy::unnecessary_wraps)] // a sealed one can fail
    pub(crate) fn open(self, stored: &[u8]) -> Result<Cow<'_, [u8]>, StoreError> {
        match self {
            Codec::Plain => Ok(Cow::Borrowed(stored)),
        }
    }

    /// A blob as it is stored.
    pub(crate) fn pack(self, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::default());
        let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
        packed.map_err(|error| StoreError::Gone { detail: error.to_string() })
    }

    /// A blob as it was before it was stored; `size` is how many bytes it has.
    pub(crate) fn unpack(self, stored: &[u8], size: u64) -> Result<Vec<u8>, StoreError> {
        let mut bytes = Vec::new();
        // One byte more than announced tells a bomb, or damage, from a blob.
        let mut decoder = ZlibDecoder::new(stored).take(size.saturating_add(1));
        decoder.read_to_end(&mut bytes).map_err(|error| StoreError::damaged(format!("a blob: {error}")))?;
        if bytes.len() as u64 != size {
            return Err(StoreError::damaged("a blob has not the announced size"));
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_comes_back_as_it_was() {
        let text = "Je dors mal depuis mars. ".repeat(400);
        let packed = Codec::Plain.pack(text.as_bytes()).unwrap();
        assert!(packed.len() < text.len() / 4);
        assert_eq!(Codec::Plain.unpack(&packed, text.len() as u64).unwrap(), text.as_bytes());
    }

    #[test]
    fn a_blob_that_is_not_what_it_announces_is_refused() {
        let packed = Codec::Plain.pack(&[7; 100]).unwrap();
        assert!(Codec::Plain.unpack(&packed, 99).is_err());
        assert!(Codec::Plain.unpack(&packed, 101).is_err());
        assert!(Codec::Plain.unpack(&packed[..packed.len() / 2], 100).is_err());
    }
}

//! OpenDocument texts: the input is the content, then, after a byte 0xFF, the styles.
#![no_main]

use formats_fuzz::{archive, pieces, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut pieces = pieces(data);
    let mut next = || pieces.next().unwrap_or_default();
    let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
    read("a.odt", &archive(&[("mimetype", kind), ("content.xml", next()), ("styles.xml", next())]));
});

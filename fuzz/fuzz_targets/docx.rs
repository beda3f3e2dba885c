//! Word documents: the input is the main part, then, each after a byte 0xFF, the comments, the list of
//! answers, the styles and the footnotes; or a whole archive.
#![no_main]

use formats_fuzz::{archive, pieces, read};
use libfuzzer_sys::fuzz_target;

const RELATIONS: &[u8] = b"<R><Relationship Type='x/comments' Target='comments.xml'/>\
    <Relationship Type='x/commentsExtended' Target='answers.xml'/><Relationship Type='x/styles' Target='styles.xml'/>\
    <Relationship Type='x/footnotes' Target='footnotes.xml'/></R>";

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        return read("a.docx", data);
    }
    let mut pieces = pieces(data);
    let mut next = || pieces.next().unwrap_or_default();
    let parts = [
        ("word/document.xml", next()),
        ("word/comments.xml", next()),
        ("word/answers.xml", next()),
        ("word/styles.xml", next()),
        ("word/footnotes.xml", next()),
        ("word/_rels/document.xml.rels", RELATIONS),
    ];
    read("a.docx", &archive(&parts));
});

//! Files that no person writes: each stretches one thing that a reader might go through more than once.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A shape: the name of a file, and its bytes for a size in characters of text or of markup.
pub struct Shape {
    pub name: &'static str,
    pub file: &'static str,
    pub bytes: fn(usize) -> Vec<u8>,
}

const fn txt(name: &'static str, bytes: fn(usize) -> Vec<u8>) -> Shape {
    Shape { name, file: "EMG 1.txt", bytes }
}

const fn docx(name: &'static str, bytes: fn(usize) -> Vec<u8>) -> Shape {
    Shape { name, file: "EMG 1.docx", bytes }
}

pub const SHAPES: [Shape; 42] = [
    txt("words in one line", |n| fill(n, |_| "je dors mal ".into())),
    txt("labels on every line", |n| fill(n, |k| format!("{} : a\n", ["VL", "EMG 1"][k % 2]))),
    txt("labels alone", |n| fill(n, |k| format!("{}\na\n", ["VL", "EMG 1"][k % 2]))),
    txt("labels in one line", |n| fill(n, |k| format!("{} : a. ", ["VL", "EMG 1"][k % 2]))),
    txt("a speaker for each turn", |n| fill(n, |k| format!("{} : a\n", name(k)))),
    txt("every speaker twice", |n| fill(n, |k| format!("{} : a\n", name(k / 2)))),
    txt("speakers and headings", |n| fill(n, |k| format!("Entretien {k}\nVL : a ?\nEMG {} : b\n", k % 90))),
    txt("colons", |n| fill(n, |_| "a : ".into())),
    txt("commas before a colon", |n| [fill(n, |_| "a, ".into()), b"Date : b\n".to_vec()].concat()),
    txt("a header without end", |n| fill(n, |_| "Date : b, ".into())),
    txt("empty lines", |n| [b"VL : a\n".to_vec(), fill(n, |_| "\n".into()), b"EMG 1 : b".to_vec()].concat()),
    txt("lines of one letter", |n| fill(n, |_| "a\n".into())),
    txt("spaces", |n| [b"VL : a".to_vec(), fill(n, |_| " ".into()), b"b".to_vec()].concat()),
    txt("tabs", |n| fill(n, |_| "a\t".into())),
    txt("brackets that open", |n| fill(n, |_| "[(".into())),
    txt("brackets that close", |n| [b"VL : a ".to_vec(), fill(n, |_| ")]".into())].concat()),
    txt("remarks", |n| fill(n, |k| format!("{} : a (b)(c)[d]\n", ["VL", "EMG 1"][k % 2]))),
    txt("time marks", |n| fill(n, |_| "[00:12] ".into())),
    txt("time marks in turns", |n| {
        fill(n, |k| format!("{} : a [00:12] b\n00:00:12\n", ["VL", "EMG 1"][k % 2]))
    }),
    txt("dashes", |n| fill(n, |k| format!("- a{}\n", ["", " ?"][k % 2]))),
    txt("numbers", |n| fill(n, |k| format!("{}. a ?\nb\n", k % 1000))),
    txt("asterisks and underscores", |n| fill(n, |_| "**a__".into())),
    txt("combining marks", |n| [b"VL : a".to_vec(), fill(n, |_| "\u{301}".into())].concat()),
    txt("soft hyphens", |n| fill(n, |_| "a\u{AD}\u{AD}".into())),
    txt("flags", |n| fill(n, |_| "🇫🇷".into())),
    txt("families", |n| fill(n, |_| "👩\u{200D}👩\u{200D}".into())),
    txt("returns", |n| fill(n, |k| format!("{} : a\r", ["VL", "EMG 1"][k % 2]))),
    txt("objects", |n| fill(n, |_| "{\"start\": 1, \"text\": \"a\"}\n".into())),
    txt("rows", |n| [b"start\tend\ttext\n".to_vec(), fill(n, |k| format!("{k}\t{k}\ta\n"))].concat()),
    Shape {
        name: "cues",
        file: "a.srt",
        bytes: |n| fill(n, |k| format!("{k}\n00:00:01,000 --> 00:00:02,000\nVL: a\n\n")),
    },
    Shape {
        name: "tags",
        file: "a.vtt",
        bytes: |n| {
            [b"WEBVTT\n\n00:01.000 --> 00:02.000\n".to_vec(), fill(n, |_| "<v A>a<c>&".into())].concat()
        },
    },
    docx("runs in one paragraph", |n| word(&format!("<w:p>{}</w:p>", some(n, |k| run(k % 2 == 0, "a "))))),
    docx("runs of one mark", |n| word(&format!("<w:p>{}</w:p>", some(n, |k| run(k % 2 == 0, "\u{301}"))))),
    docx("paragraphs", |n| word(&some(n, |_| "<w:p><w:r><w:t>a</w:t></w:r></w:p>".into()))),
    docx("rows of a table", |n| word(&format!("<w:tbl>{}</w:tbl>", some(n, |_| row("VL", "a ?"))))),
    docx("cells of one row", |n| word(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", some(n, |_| cell("a"))))),
    docx("tables in tables", |n| word(&some(n, |_| nested(40)))),
    docx("comments around everything", comments),
    docx("fields in fields", |n| {
        word(&format!("<w:p>{}<w:r><w:t>b</w:t></w:r></w:p>", some(n, |_| FIELD.into())))
    }),
    docx("deletions", |n| word(&format!("<w:p>{}</w:p>", some(n, |_| DELETION.into())))),
    docx("unknown entities", |n| {
        word(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", some(n, |k| format!("&e{k};"))))
    }),
    Shape {
        name: "groups",
        file: "a.rtf",
        bytes: |n| [b"{\\rtf1 ".to_vec(), fill(n, |_| "{\\b a\\par}".into()), b"}".to_vec()].concat(),
    },
];

const FIELD: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>a</w:t></w:r>";
const DELETION: &str = "<w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>b</w:t></w:r>";

/// Pieces of text until there are so many characters.
fn fill(characters: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    let (mut text, mut count) = (String::new(), 0);
    for k in 0.. {
        let next = piece(k);
        count += next.chars().count();
        text += &next;
        if count >= characters {
            break;
        }
    }
    text.into_bytes()
}

/// So many elements as there would be characters, at ten characters each.
fn some(characters: usize, piece: impl Fn(usize) -> String) -> String {
    (0..characters / 10).map(piece).collect()
}

/// A name of its own for each number.
fn name(mut number: usize) -> String {
    let mut name = String::from("B");
    for _ in 0..5 {
        name.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    name
}

fn run(bold: bool, text: &str) -> String {
    let look = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn cell(text: &str) -> String {
    format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
}

fn row(left: &str, right: &str) -> String {
    format!("<w:tr>{}{}</w:tr>", cell(left), cell(right))
}

fn nested(depth: usize) -> String {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    format!("{}<w:p><w:r><w:t>a</w:t></w:r></w:p>{}", open.repeat(depth), close.repeat(depth))
}

/// Comments that all begin at the beginning and end one after the other.
fn comments(characters: usize) -> Vec<u8> {
    let starts = some(characters, |k| format!("<w:commentRangeStart w:id=\"{k}\"/>"));
    let ends = some(characters, |k| format!("{}<w:commentRangeEnd w:id=\"{k}\"/>", run(false, "a ")));
    let notes = some(characters, |k| {
        format!("<w:comment w:id=\"{k}\" w:author=\"A\"><w:p><w:r><w:t>c</w:t></w:r></w:p></w:comment>")
    });
    archive(&[
        ("word/document.xml", &document(&format!("<w:p>{starts}{ends}</w:p>"))),
        ("word/comments.xml", &format!("<w:comments>{notes}</w:comments>")),
        (
            "word/_rels/document.xml.rels",
            "<R><Relationship Id=\"1\" Type=\"x/comments\" Target=\"comments.xml\"/></R>",
        ),
    ])
}

fn word(body: &str) -> Vec<u8> {
    archive(&[("word/document.xml", &document(body))])
}

fn document(body: &str) -> String {
    format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")
}

/// An archive of these parts; memory never fails here.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let written = zip.start_file(*name, SimpleFileOptions::default());
        written.and_then(|()| Ok(zip.write_all(text.as_bytes())?)).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

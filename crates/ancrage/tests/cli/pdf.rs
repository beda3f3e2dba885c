//! PDF files, read by the program in a process of its own.

use crate::workshop::{Workshop, plain};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

const ANNEX: &[u8] = include_bytes!("../../../../fixtures/interviews/formats/EMG 7 annexe.pdf");
const LOCKED: &[u8] = include_bytes!("../../../../fixtures/traps/files/mot de passe.pdf");

fn workshop() -> Workshop {
    let workshop = Workshop::new();
    workshop.json(&["new", "e.ancrage", "--title", "T", "--member", "Claire L."]);
    workshop
}

/// A PDF of one page whose content is this stream, packed.
fn document(packed: &[u8]) -> Vec<u8> {
    let head = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
                2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
                3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n";
    let stream = format!("4 0 obj\n<< /Length {} /Filter /FlateDecode >>\nstream\n", packed.len());
    let tail = b"\nendstream\nendobj\n".to_vec();
    let mut out = [head.as_bytes(), stream.as_bytes(), packed, &tail].concat();
    let places: Vec<usize> = (1..=4).map(|n| find(&out, format!("\n{n} 0 obj").as_bytes()) + 1).collect();
    let start = out.len();
    let rows: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    let xref = format!(
        "xref\n0 5\n0000000000 65535 f \n{rows}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    out.extend(xref.into_bytes());
    out
}

fn find(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).position(|window| window == needle).unwrap()
}

/// A gigabyte of spaces, packed.
fn bomb() -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..1 << 10 {
        packer.write_all(&spaces).unwrap();
    }
    packer.finish().unwrap()
}

#[test]
fn a_pdf_is_taken_in() {
    let workshop = workshop();
    workshop.write("EMG 7.pdf", ANNEX);
    let file = &workshop.json(&["import", "e.ancrage", "EMG 7.pdf"])["files"][0];
    assert_eq!((&file["format"], &file["turns"]), (&"pdf".into(), &14.into()));
    let kinds: Vec<&str> = file["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| warning["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["page_furniture", "page_furniture", "joined_word"]);
}

#[test]
fn a_pdf_that_cannot_be_read_is_said_and_leaves_the_project_as_it_was() {
    let workshop = workshop();
    let before = workshop.json(&["interviews", "e.ancrage"]);
    for (bytes, said) in [
        (LOCKED.to_vec(), "mot de passe"),
        (document(&[0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]), "sans texte"),
        (b"%PDF-1.7\noui".to_vec(), "ne peut pas lire"),
        (document(&bomb()), "trop de temps ou de mémoire"),
    ] {
        workshop.write("a.pdf", bytes);
        let ran = workshop.run(&["import", "e.ancrage", "a.pdf", "--json"]);
        let answer = ran.document();
        let sentence = plain(answer["files"][0]["error"].as_str().unwrap());
        assert_eq!(ran.status, 1);
        assert!(sentence.contains(said), "{sentence}");
    }
    assert_eq!(workshop.json(&["interviews", "e.ancrage"]), before);
}

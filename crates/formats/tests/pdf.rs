//! PDF files: what is read of them, and what is refused.

// A file that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::{turns, warnings};
use formats::{Format, ReadError, ReadOptions, Role, Transcript, WarningKind as K, pdf};

/// A PDF of one page for each of `contents`, drawn in Helvetica (`F1`) and its bold (`F2`).
fn document(contents: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|n| format!("{} 0 R", 5 + 2 * n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    for (n, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            6 + 2 * n
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    assemble(&objects)
}

fn font(name: &str) -> String {
    let widths = ["500"; 224].join(" ");
    format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding \
         /FirstChar 32 /LastChar 255 /Widths [{widths}] >>"
    )
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    out.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    out += &format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

/// Lines of text from the top down, at 12 points each.
fn lines(lines: &[&str]) -> String {
    let mut content = String::from("BT /F1 10 Tf 12 TL 40 340 Td ");
    for line in lines {
        content += &format!("({line}) Tj T* ");
    }
    content + "ET"
}

fn read(contents: &[&str]) -> Transcript {
    let pages = pdf::extract(&document(contents)).unwrap();
    formats::read_pages("EMG 1.pdf", &pages, &ReadOptions::default()).unwrap()
}

#[test]
fn lines_become_paragraphs_and_turns() {
    // Sixty characters of five points fill the line.
    let page = lines(&[
        "VL : Et quand quelqu'un ne vient plus, qu'est-ce que vous",
        "faites, est-",
        "ce que vous le rappelez ?",
        "EMG 1 : Non. Je ne sais pas, on n'a pas le temps, le cabi-",
        "net est plein et le matin je fais deux fois la liste, alors",
        "la journ\\351e passe.",
        "VL : Et le soir ?",
        "EMG 1 : Le soir, rien.",
    ]);
    let transcript = read(&[&page]);
    assert_eq!(transcript.format, Format::Pdf);
    assert_eq!(
        turns(&transcript),
        [
            "VL: Et quand quelqu'un ne vient plus, qu'est-ce que vous faites, est-ce que vous le rappelez ?",
            "EMG 1: Non. Je ne sais pas, on n'a pas le temps, le cabinet est plein et le matin je fais deux fois la liste, alors la journée passe.",
            "VL: Et le soir ?",
            "EMG 1: Le soir, rien.",
        ]
    );
    assert_eq!(warnings(&transcript), [(K::JoinedWord, "cabinet")]);
    assert_eq!(transcript.speakers[0].role, Role::Interviewer);
}

#[test]
fn headers_and_numbers_are_left_out_once_told() {
    let page = |n: usize| {
        let said = lines(&["VL : Alors ?", "EMG 1 : Voil\\340."]);
        format!("BT /F1 8 Tf 40 385 Td (Annexe 2) Tj ET {said} BT /F1 8 Tf 200 12 Td (Page {n}) Tj ET")
    };
    let contents: Vec<String> = (1..=3).map(page).collect();
    let contents: Vec<&str> = contents.iter().map(String::as_str).collect();
    let transcript = read(&contents);
    assert_eq!(transcript.turns.len(), 6);
    assert_eq!(warnings(&transcript), [(K::PageFurniture, "Annexe 2"), (K::PageFurniture, "Page 1")]);
    assert_eq!(transcript.warnings[0].count, 3);
}

#[test]
fn what_the_file_marks_as_furniture_is_left_out() {
    let page = format!(
        "/Artifact BMC BT /F1 10 Tf 40 360 Td (Brouillon) Tj ET EMC {}",
        lines(&["VL : A ?", "EMG 1 : B.", "VL : C ?", "EMG 1 : D."])
    );
    let transcript = read(&[&page]);
    assert_eq!((transcript.turns.len(), warnings(&transcript)), (4, vec![(K::PageFurniture, "Brouillon")]));
}

#[test]
fn bold_tells_who_asks() {
    let mut page = String::from("BT 12 TL 40 340 Td ");
    for n in 0..4 {
        page += &format!("/F2 10 Tf (Et la {n} ?) Tj T* /F1 10 Tf (Je ne sais pas.) Tj T* ");
    }
    let transcript = read(&[&(page + "ET")]);
    assert_eq!(turns(&transcript)[..2], ["Q: Et la 0 ?", "R: Je ne sais pas."]);
    assert_eq!(warnings(&transcript), [(K::SpeakersGuessed, "bold")]);
}

#[test]
fn text_that_is_turned_is_told_apart() {
    let said = lines(&["VL : A ?", "EMG 1 : B.", "VL : C ?", "EMG 1 : D."]);
    let page = format!("{said} BT /F1 10 Tf 0 1 -1 0 20 100 Tm (Confidentiel) Tj ET");
    assert_eq!(warnings(&read(&[&page])), [(K::TextBox, "Confidentiel")]);
    // A whole page on its side is upright to its reader.
    let side = said.replace("40 340 Td", "0 1 -1 0 40 40 Tm");
    assert_eq!(read(&[&side]).turns.len(), 4);
}

#[test]
fn drawing_that_is_not_text_is_passed_over() {
    let said = lines(&["VL : A ?", "EMG 1 : B."]);
    let page = format!(
        "q /Nothing gs /Pattern cs /P1 scn 1 2 re 0 0 m S W n /Im1 Do (stray) Tj BT (no font) Tj ET Q Q \
         1 cm (a) Td /F9 10 Tf (no such font) Tj {said}"
    );
    assert_eq!(read(&[&page]).turns.len(), 2);
}

#[test]
fn a_page_that_cannot_be_read_is_told() {
    // The fonts of the second page lead nowhere.
    let whole = document(&[&lines(&["VL : A ?", "EMG 1 : B."]), "BT /F1 10 Tf 40 340 Td (perdue) Tj ET"]);
    let mut text = String::from_utf8(whole).unwrap();
    let at = text.rfind("/F1 3 0 R").unwrap();
    text.replace_range(at..at + 9, "/F1 1 0 R");
    let pages = pdf::extract(text.as_bytes()).unwrap();
    let transcript = formats::read_pages("a.pdf", &pages, &ReadOptions::default()).unwrap();
    assert_eq!(transcript.turns.len(), 2);
    assert_eq!(warnings(&transcript), [(K::UnreadablePart, "page 2")]);
}

#[test]
fn files_without_text_are_refused() {
    for content in ["", "0 0 m 10 10 l S", "BT /F1 10 Tf 200 10 Td (1) Tj ET"] {
        assert_eq!(pdf::extract(&document(&[content; 3])), Err(ReadError::ScannedPdf), "{content}");
    }
    for bytes in [&b"%PDF-1.4\n"[..], b"%PDF-1.4\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF"] {
        assert!(matches!(pdf::extract(bytes), Err(ReadError::BrokenPdf { .. })));
    }
}

#[test]
fn a_password_is_asked_for_nowhere() {
    let bytes = include_bytes!("../../../fixtures/traps/files/mot de passe.pdf");
    assert_eq!(pdf::extract(bytes), Err(ReadError::EncryptedPdf));
}

#[test]
fn answers_are_read_as_they_were_given() {
    let bytes = document(&[&lines(&["VL : A ?"])]);
    assert_eq!(pdf::from_answer(&pdf::answer(&bytes)), pdf::extract(&bytes));
    let scanned = document(&[""]);
    assert_eq!(pdf::from_answer(&pdf::answer(&scanned)), Err(ReadError::ScannedPdf));
    assert!(matches!(pdf::from_answer(b"{"), Err(ReadError::BrokenPdf { .. })));
}

/// Two columns of prose on each page, with a header and a page's number.
#[test]
fn two_columns_are_read_one_after_the_other() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/traps/files/deux colonnes.pdf");
    let pages = pdf::extract(&std::fs::read(file).unwrap()).unwrap();
    let transcript = formats::read_pages("deux colonnes.pdf", &pages, &ReadOptions::default()).unwrap();
    let turns = turns(&transcript);
    assert_eq!(turns.len(), 48, "{turns:#?}");
    for (n, pair) in turns.chunks(2).enumerate() {
        assert_eq!(pair[0], format!("VL: Et la question numéro {n}, comment la voyez-vous ?"));
        assert!(
            pair[1].starts_with(&format!("EMG 1: Réponse {n} : ")) && pair[1].ends_with('.'),
            "{}",
            pair[1]
        );
    }
    let kinds: Vec<&str> = transcript.warnings.iter().map(|warning| warning.kind.as_str()).collect();
    assert_eq!(kinds, ["page_furniture", "page_furniture"]);
}

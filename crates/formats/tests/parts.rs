//! Several interviews in one file: the parts that are told, and the turns that stay in theirs.

// A file that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::{Docx, p, r, turns};
use formats::{ReadOptions, Transcript};

fn read(text: &str) -> Transcript {
    formats::read("essai.txt", text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn talk(label: &str) -> String {
    format!("VL : Ça va ?\n{label} : Oui.\nVL : Ah bon ?\n{label} : Enfin, non.\nEt voilà.\n")
}

/// Each part as its title and its last word.
fn parts(transcript: &Transcript) -> Vec<(String, String)> {
    let chars: Vec<char> = transcript.text.chars().collect();
    let last = |start: u32, end: u32| {
        let text: String = chars[start as usize..end as usize].iter().collect();
        text.split_whitespace().next_back().unwrap_or_default().to_owned()
    };
    transcript.parts.iter().map(|part| (part.title.clone(), last(part.start, part.end))).collect()
}

#[test]
fn titles_part_the_interviews() {
    for titles in [
        ["Entretien 1", "Entretien 2", "Entretien 3"],
        ["Entretien n° 1 – EMG 1", "Entretien n° 2 – EMG 2", "Entretien n° 3 – EMG 3"],
        ["ENTRETIEN EMG 1", "ENTRETIEN EMG 2", "ENTRETIEN EMG 3"],
        ["Verbatim de l’entretien I", "Verbatim de l’entretien II", "Verbatim de l’entretien III"],
        ["Focus group 1 (mars 2023)", "Focus group 2 (avril 2023)", "Focus group 3 (mai 2023)"],
    ] {
        let text: String = titles
            .iter()
            .enumerate()
            .map(|(n, title)| {
                format!("{title}\nDate : 0{}/03/2023\n\n{}\n\n", n + 1, talk(&format!("EMG {}", n + 1)))
            })
            .collect();
        let transcript = read(&format!("Verbatims\n\n{text}"));
        let expected = titles.map(|title| (title.to_owned(), "voilà.".to_owned()));
        assert_eq!(parts(&transcript), expected);
        let said = turns(&transcript);
        assert_eq!(said.len(), 12, "{said:?}");
        assert_eq!(said[3..5], ["EMG 1: Enfin, non.\nEt voilà.", "VL: Ça va ?"], "{titles:?}");
    }
}

#[test]
fn headings_that_are_labels_part_too() {
    let heading = |text: &str| format!("<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>{}</w:p>", r(text));
    let body: String = ["EMG 1", "EMG 2"]
        .iter()
        .map(|label| {
            heading(label)
                + &p(&r("55 minutes"))
                + &talk(label).lines().map(|line| p(&r(line))).collect::<String>()
        })
        .collect();
    let transcript = Docx::new(&body).read();
    let expected = ["EMG 1", "EMG 2"].map(|title| (title.to_owned(), "voilà.".to_owned()));
    assert_eq!(parts(&transcript), expected);
    assert_eq!(turns(&transcript)[3..5], ["EMG 1: Enfin, non.\nEt voilà.", "VL: Ça va ?"]);
    assert!(transcript.warnings.is_empty(), "{:?}", transcript.warnings);
}

#[test]
fn one_interview_has_no_parts() {
    let two = talk("EMG 1") + &talk("EMG 1");
    for text in [
        format!("Entretien 1\n{two}"),
        format!("Entretien 1\nEntretien du 06/03/2023\n{two}"),
        format!("Entretien 1\n{}Entretien 1\n{}", talk("EMG 1"), talk("EMG 1")),
        format!("{}Entretien 2\n{}Entretien 3\n{}", talk("EMG 1"), talk("EMG 1"), talk("EMG 1")),
        format!("Entretien 1\n{two}Entretien 2"),
        format!("Entretien 1\n{two}VL : Et l’entretien 2 ?\n{two}"),
        format!("Entretien 1\n{}Entretien 2 avec lui, c’était mieux.\n{two}", talk("EMG 1")),
    ] {
        assert!(read(&text).parts.is_empty(), "{text}");
    }
}

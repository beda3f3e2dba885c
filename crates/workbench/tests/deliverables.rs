//! What goes to the director: excerpts in the form of a thesis, texts with their labels, the code book.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that meets the unexpected has found a fault

mod support;

use formats::{CsvFlavour, ReadOptions};
use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::value::{AttributeKind, AttributeValue, Inclusion, RevisionOrigin};
use serde_json::{Value, json};
use std::io::Read;
use support::{Project, codings};
use workbench::Command;
use workbench::answers::export::Exported;
use workbench::deliverables::{By, Deliverable, FileForm, QuotesAsked, deliver};

const TEXT: &str = "\
VL : Bonjour, ça va ?
P : Je dors mal depuis l’été, « très mal ».
VL : Et le travail ?
P : Le travail, c’est loin.
\u{20}
Et le bus, il faut l’attendre.";

fn quotes(asked: QuotesAsked) -> Deliverable {
    Deliverable::Quotes(asked)
}

fn give(project: &mut Project, what: &Deliverable, form: FileForm) -> Exported {
    deliver(&mut project.engine, Lang::Fr, what, form).unwrap()
}

fn text(exported: &Exported) -> String {
    String::from_utf8(exported.bytes.clone()).unwrap()
}

/// Every byte of a Word file or workbook, unpacked.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

fn study() -> (Project, RecordId) {
    let (mut project, interview) = Project::with(TEXT);
    let (sleep, road) = (project.code("sommeil"), project.code("la route"));
    project.apply(interview, "Je dors mal depuis l’été, « très mal »", sleep);
    project.apply(interview, "Et le travail ?\nP : Le travail, c’est loin", road);
    project.apply(interview, "c’est loin.\n\u{20}\nEt le bus", road);
    (project, interview)
}

#[test]
fn excerpts_have_the_form_of_a_thesis() {
    let (mut project, _) = study();
    let csv = give(&mut project, &quotes(QuotesAsked::default()), FileForm::Csv(CsvFlavour::FrenchExcel));
    assert_eq!(csv.items, 3);
    let table = text(&csv);
    assert!(table.starts_with("\u{FEFF}Étiquette;Entretien;Locuteur;Extrait;Citation;"), "{table}");
    assert!(table.contains("EMG 1\u{a0}: «\u{a0}Je dors mal depuis l’été, “très mal”\u{a0}»"), "{table}");
    let dialogue =
        "VL\u{a0}: «\u{a0}Et le travail\u{a0}?\u{a0}»\nEMG 1\u{a0}: «\u{a0}Le travail, c’est loin\u{a0}»";
    assert!(table.contains(dialogue), "{table}");
    assert!(
        table.contains("«\u{a0}c’est loin. Et le bus\u{a0}»"),
        "labels and line ends are no speech: {table}"
    );
}

#[test]
fn the_attributes_chosen_are_told_once_and_a_number_with_its_heading() {
    let (mut project, _) = study();
    let participant = project.engine.seen().participants()[0].id;
    let mut columns = Vec::new();
    for (name, kind, value) in [
        ("Sexe", AttributeKind::Text, AttributeValue::Text("femme".to_owned())),
        ("Âge", AttributeKind::Number, AttributeValue::Number(28.5)),
    ] {
        let add = Command::AddAttribute { name: name.to_owned(), kind, choices: Vec::new() };
        let attribute = project.run(add).made[0];
        project.run(Command::SetAttribute { participant, attribute, value: Some(value) });
        columns.push(attribute);
    }
    let asked = QuotesAsked { attributes: columns, ..QuotesAsked::default() };
    let page = text(&give(&mut project, &quotes(asked), FileForm::Html));
    assert!(page.contains("<b>EMG 1 (femme, Âge\u{a0}: 28,5)</b>"), "{page}");
    assert_eq!(page.matches("femme").count(), 3, "once in each excerpt");
}

#[test]
fn figures_say_what_they_rest_on_in_every_form() {
    let (mut project, interview) = study();
    project.run(Command::FinishCoding { interview, finished: true });
    for what in [quotes(QuotesAsked::default()), Deliverable::Codebook { basis: Basis::default() }] {
        let word = unpacked(&give(&mut project, &what, FileForm::Docx).bytes);
        let sheet = unpacked(&give(&mut project, &what, FileForm::Xlsx).bytes);
        let page = text(&give(&mut project, &what, FileForm::Html));
        for file in [word, sheet, page] {
            assert!(file.contains("N = 1 (codage terminé), sur 1 entretiens analysés."), "{file}");
            assert!(file.contains("mise en accord, sinon codeur principal"));
        }
        let answer: Value = serde_json::from_slice(&give(&mut project, &what, FileForm::Json).bytes).unwrap();
        let basis = answer.get("basis").or_else(|| answer[0].get("basis")).unwrap();
        let expected = json!({"coders": "reference", "layer": "any", "finished": 1, "interviews": 1});
        assert_eq!(*basis, expected);
    }
}

#[test]
fn a_coded_text_read_back_has_the_same_codings() {
    let (mut project, interview) = study();
    let what = Deliverable::CodedText { basis: Basis::default(), interviews: vec![interview] };
    let file = give(&mut project, &what, FileForm::Docx);
    let back = formats::read("EMG 1.docx", &file.bytes, &ReadOptions::default()).unwrap();
    assert_eq!(back.text, project.text(interview));
    let known = project.engine.seen().interview(interview).unwrap().turns.to_vec();
    assert_eq!(back.turns, known);
    let mut found: Vec<(u32, u32, String, String)> =
        back.comments.iter().map(|c| (c.start, c.end, c.text.clone(), c.author.clone())).collect();
    found.sort();
    let seen = project.engine.seen();
    let mut expected: Vec<(u32, u32, String, String)> = codings(&seen, interview)
        .iter()
        .map(|coding| {
            let path = seen.code(coding.code).unwrap().path.clone();
            (coding.place.start, coding.place.end, path, "Ann".to_owned())
        })
        .collect();
    expected.sort();
    assert_eq!(found, expected);
    assert!(
        back.comments.iter().all(|c| c.at.as_deref().is_some_and(|at| at.ends_with("Z") && at.len() == 20))
    );
}

#[test]
fn what_was_masked_is_in_no_byte_and_passages_are_read_where_they_are_now() {
    let (mut project, interview) = study();
    let name = project.text(interview).replace("le bus", "le bus de Trifouilly");
    project.replace(interview, &name, RevisionOrigin::Corrected);
    let place = project.code("lieu");
    project.apply(interview, "le bus de Trifouilly", place);
    let masked = project.text(interview).replace("Trifouilly", "***");
    project.replace(interview, &masked, RevisionOrigin::Masked);
    let all = [
        quotes(QuotesAsked::default()),
        quotes(QuotesAsked { by: By::Interview, comments: true, ..QuotesAsked::default() }),
        Deliverable::CodedText { basis: Basis::default(), interviews: Vec::new() },
        Deliverable::Codebook { basis: Basis::default() },
    ];
    for what in &all {
        for form in [FileForm::Docx, FileForm::Xlsx] {
            assert!(
                !unpacked(&give(&mut project, what, form).bytes).contains("Trifouilly"),
                "{what:?} {form:?}"
            );
        }
        for form in [FileForm::Html, FileForm::Json, FileForm::Csv(CsvFlavour::Comma)] {
            assert!(!text(&give(&mut project, what, form)).contains("Trifouilly"), "{what:?} {form:?}");
        }
    }
    assert!(text(&give(&mut project, &all[0], FileForm::Csv(CsvFlavour::Comma))).contains("le bus de ***"));
}

#[test]
fn what_cannot_be_quoted_is_counted() {
    let (mut project, interview) = study();
    let bus = project.code("le bus");
    project.apply(interview, "il faut", bus);
    project.correct(interview, "il faut l’attendre", "l’attendre");
    let lost = give(&mut project, &quotes(QuotesAsked::default()), FileForm::Json);
    assert_eq!((lost.items, lost.dropped.len()), (3, 1));
    assert_eq!((lost.dropped[0].n, lost.dropped[0].why), (1, "to_place"));
    let (status, reason) = (Inclusion::Excluded, "hors critères".to_owned());
    project.run(Command::SetStatus { interview, status, reason, confirming: false });
    let excluded = give(&mut project, &quotes(QuotesAsked::default()), FileForm::Json);
    assert_eq!(excluded.items, 0);
    assert_eq!((excluded.dropped[0].n, excluded.dropped[0].why), (4, "not_analysed"));
}

#[test]
fn a_cell_that_would_run_is_shown_instead() {
    let (mut project, interview) = Project::with("VL : Oui ?\nP : =SOMME(A1) et -voilà.");
    let code = project.code("@calcul");
    project.apply(interview, "=SOMME(A1)", code);
    project.apply(interview, "-voilà", code);
    for what in [quotes(QuotesAsked::default()), Deliverable::Codebook { basis: Basis::default() }] {
        for flavour in [CsvFlavour::Comma, CsvFlavour::FrenchExcel] {
            let table = text(&give(&mut project, &what, FileForm::Csv(flavour)));
            let mut reader = csv::ReaderBuilder::new();
            let separator = if flavour == CsvFlavour::Comma { b',' } else { b';' };
            let mut reader = reader.delimiter(separator).from_reader(table.as_bytes());
            for cell in reader
                .records()
                .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
            assert!(table.contains("'@calcul"), "{table}");
        }
    }
}

#[test]
fn a_code_book_taken_in_elsewhere_is_the_same() {
    let (mut project, _) = study();
    let code = project.code("=compter");
    let define = |code, definition: &str| Command::DefineCode {
        code,
        definition: definition.to_owned(),
        include: "quand on compte; toujours".to_owned(),
        exclude: "l’argent".to_owned(),
        example: "« deux pleins »".to_owned(),
    };
    project.run(define(code, "-ce que l’on compte"));
    let what = Deliverable::Codebook { basis: Basis::default() };
    let file = give(&mut project, &what, FileForm::Csv(CsvFlavour::FrenchExcel));
    let mut other = Project::seeded(&["Bea"], 9);
    workbench::answers::table_import::codes(&mut other.engine, "livret.csv", &file.bytes).unwrap();
    let essence = |project: &mut Project| {
        let json: Value = serde_json::from_slice(&give(project, &what, FileForm::Json).bytes).unwrap();
        let fields = ["path", "level", "layer", "definition", "include", "exclude", "example", "in_vivo"];
        let one = |code: &Value| fields.map(|field| code[field].clone());
        json.as_array().unwrap().iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(essence(&mut other), essence(&mut project));
}

//! What goes to the director, from the command line; code books and participants of other programs taken in.

use crate::workshop::Workshop;
use serde_json::{Value, json};

#[test]
fn every_deliverable_has_every_form() {
    let workshop = Workshop::with_codings();
    for what in ["quotes", "coded-text", "codebook"] {
        for form in ["docx", "xlsx", "html", "csv", "json"] {
            let file = format!("{what}.{form}");
            let answer = workshop.json(&["export", "e.ancrage", "--as", form, "--what", what, "-o", &file]);
            let items = if what == "codebook" { 4 } else { answer["items"].as_u64().unwrap() };
            assert_eq!(answer, json!({ "file": file, "items": items, "dropped": [] }));
            assert!(items > 0);
            let head: &[u8] = match form {
                "docx" | "xlsx" => b"PK\x03\x04",
                "html" => b"<!doctype html>",
                "csv" => "\u{FEFF}".as_bytes(),
                _ => {
                    if what == "codebook" {
                        b"["
                    } else {
                        b"{"
                    }
                }
            };
            assert!(workshop.read(&file).starts_with(head), "{file}");
        }
    }
    workshop.json(&["export", "e.ancrage", "--as", "csv", "--what", "quotes", "--comma", "-o", "v.csv"]);
    assert!(workshop.read("v.csv").starts_with("Étiquette,Entretien,".as_bytes()));
    let refused = workshop.refused(&["export", "e.ancrage", "--as", "docx", "--what", "log", "-o", "x.docx"]);
    assert!(refused.contains("--what quotes, --what coded-text, --what codebook"), "{refused}");
    let refused = workshop.refused(&["export", "e.ancrage", "--as", "docx", "-o", "x.docx"]);
    assert!(refused.contains("« codings » n’existe pas en docx"), "{refused}");
}

#[test]
fn excerpts_are_chosen_by_code_interview_coder_and_told_with_attributes() {
    let workshop = Workshop::with_codings();
    workshop.write("p.csv", "nom;Âge;Sexe\nEMG 1;28;femme\nEMG 2;31;homme\n");
    workshop.json(&["participants", "import", "e.ancrage", "p.csv", "--as", "Claire L."]);
    let quotes = |options: &[&str]| -> Value {
        let base = ["export", "e.ancrage", "--as", "json", "--what", "quotes", "-o", "q.json"];
        workshop.json(&[&base, options].concat());
        serde_json::from_slice(&workshop.read("q.json")).unwrap()
    };
    let all = quotes(&["--attributes", "Âge,Sexe"]);
    let excerpts = all["excerpts"].as_array().unwrap();
    assert_eq!(all["basis"]["coders"], json!("reference"));
    let first = &excerpts[0]["participants"][0]["attributes"];
    assert!(first["Âge"].is_number() && first["Sexe"].is_string(), "{first}");
    let text = workshop.json(&["show", "e.ancrage", excerpts[0]["interview"].as_str().unwrap()]);
    let (start, end) = (excerpts[0]["start"].as_u64().unwrap(), excerpts[0]["end"].as_u64().unwrap());
    let words = text["text"].as_str().unwrap().chars().skip(start as usize).take((end - start) as usize);
    assert_eq!(excerpts[0]["quote"], json!(words.collect::<String>()), "read at its place");
    let here = quotes(&["--interview", "EMG 2"]);
    assert!(here["excerpts"].as_array().unwrap().iter().all(|one| one["interview"] == json!("EMG 2")));
    let path = excerpts[0]["code"].as_str().unwrap();
    let of_code = quotes(&["--code", path, "--by", "interview"]);
    let inside = |one: &Value| one["code"].as_str().unwrap().starts_with(path);
    assert!(of_code["excerpts"].as_array().unwrap().iter().all(inside));
    let coder = excerpts[0]["coder"].as_str().unwrap();
    assert_eq!(quotes(&["--coder", coder])["basis"]["coders"], json!([coder]));
}

#[test]
fn code_books_of_other_programs_are_taken_in() {
    let workshop = Workshop::with_study();
    workshop.write(
        "livret.qdc",
        "<?xml version='1.0'?><CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes><Code guid='1' name='Le chemin' \
         color='#588157'><Description>y aller</Description><Code guid='2' name='coût'/></Code><Code guid='3'/></Codes>\
         <Sets><Set guid='4'/></Sets></CodeBook>",
    );
    let answer = workshop.json(&["codes", "import", "e.ancrage", "livret.qdc"]);
    let dropped =
        json!([{"what": "codes", "n": 1, "why": "no_name"}, {"what": "sets", "n": 1, "why": "not_read"}]);
    assert_eq!(answer, json!({ "codes": 2, "dropped": dropped }));
    let codes = workshop.json(&["codes", "e.ancrage"]);
    assert_eq!(codes[0]["definition"], json!("y aller"));
    assert_eq!((&codes[0]["colour"], &codes[1]["path"]), (&json!(2), &json!("Le chemin / coût")));
    let again = workshop.json(&["codes", "import", "e.ancrage", "livret.qdc"]);
    assert_eq!(again["codes"], json!(0));
    workshop.write("faux.qdc", "path\nx\n");
    assert!(workshop.refused(&["codes", "import", "e.ancrage", "faux.qdc"]).contains("REFI-QDA"));
}

#[test]
fn participants_come_from_a_workbook() {
    let workshop = Workshop::with_study();
    workshop.json(&["export", "e.ancrage", "--as", "xlsx", "--what", "quotes", "-o", "vide.xlsx"]);
    workshop.write("p.xlsx", workbook());
    let answer = workshop.json(&["participants", "import", "e.ancrage", "p.xlsx"]);
    assert_eq!(answer, json!({ "participants": 2, "created": 1, "attributes": 2 }));
    let people = workshop.json(&["participants", "e.ancrage"]);
    assert_eq!(people[0]["attributes"], json!({ "Âge": 28, "Commune": "Plouha" }));
    workshop.write("faux.xlsx", b"PK\x03\x04 rien");
    assert!(workshop.refused(&["participants", "import", "e.ancrage", "faux.xlsx"]).contains("classeur"));
}

/// A workbook as spreadsheets write it, with inline texts.
fn workbook() -> Vec<u8> {
    use std::io::Write;
    let text = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\
         <row r=\"1\">{}{}{}</row><row r=\"2\">{}<c r=\"B2\"><v>28</v></c>{}</row>\
         <row r=\"3\">{}<c r=\"B3\"><v>31</v></c></row></sheetData></worksheet>",
        text("A1", "Participant"),
        text("B1", "Âge"),
        text("C1", "Commune"),
        text("A2", "EMG 1"),
        text("C2", "Plouha"),
        text("A3", "EMG 9"),
    );
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Gens\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"b\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

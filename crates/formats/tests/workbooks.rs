//! Workbooks as transcripts: `.xlsx` and `.ods`, as programs write them and as nobody should.

// A builder that fails should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::{archive, turns, warnings};
use formats::{Format, ReadError, ReadOptions, Transcript, WarningKind};

const PACKAGE: &str =
    "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
const RELATIONS: &str = "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='s2' Type='x/worksheet' Target='/other/sheet2.xml'/>\
    <Relationship Id='t' Type='x/sharedStrings' Target='sharedStrings.xml'/>\
    <Relationship Id='y' Type='x/styles' Target='styles.xml'/></Relationships>";
const LIST: &str = "<workbook xmlns:r='r'><sheets><sheet name='Notes' r:id='s1'/><sheet name='Entretien' r:id='s2'/></sheets></workbook>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[h]:mm:ss'/></numFmts>\
    <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='21'/><xf numFmtId='164'/></cellXfs></styleSheet>";
const STRINGS: &str = "<sst uniqueCount='99999999999999'><si><t>Début</t></si><si><t>Qui</t></si><si><t>Texte</t></si>\
    <si><r><t>Alors, </t></r><r><rPr><b/></rPr><t>comment _x000D_va</t></r><rPh><t>x</t></rPh></si></sst>";

/// A workbook whose first sheet holds these rows, and whose second those.
fn xlsx(first: &str, second: &str) -> Vec<u8> {
    let sheet = |rows: &str| {
        format!("<worksheet><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData></worksheet>")
    };
    archive(&[
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", LIST),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/worksheets/sheet1.xml", &sheet(first)),
        ("other/sheet2.xml", &sheet(second)),
    ])
}

fn read(name: &str, bytes: &[u8]) -> Result<Transcript, ReadError> {
    formats::read(name, bytes, &ReadOptions::default())
}

fn text(name: &str, text: &str) -> String {
    format!("<c r='{name}' t='inlineStr'><is><t>{text}</t></is></c>")
}

const HEAD: &str =
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>";

#[test]
fn cells_of_every_kind_are_read() {
    let rows = format!(
        "{HEAD}<row r='2'><c r='A2' s='1'><v>0.000011574074</v></c><c r='B2' t='str'><f>A1</f><v>VL</v></c><c r='C2' t='s'><v>3</v></c></row>\
         <row><c s='2'><v>0.00005787037</v></c><c t='inlineStr'><is><t>EMG 1</t></is></c><c><v>12</v></c></row>\
         <row r='9'><c r='A9' s='1'/><c r='B9' t='e'><v>#N/A</v></c>{}</row>",
        text("C9", "Oui.")
    );
    let transcript = read("a.xlsx", &xlsx("", &rows)).unwrap();
    assert_eq!(transcript.format, Format::Xlsx);
    assert_eq!(transcript.text, "VL\u{A0}: Alors, comment va\nEMG 1\u{A0}: 12\nOui.");
    let times: Vec<_> = transcript.turns.iter().map(|turn| turn.time).collect();
    assert_eq!(times, [Some(1000), Some(5000)]);
}

#[test]
fn the_sheet_of_the_transcript_is_found_and_others_are_told() {
    let rows =
        format!("{HEAD}<row>{}{}{}</row>", text("A2", "0:01"), text("B2", "VL"), text("C2", "Alors ?"));
    let notes = format!("<row>{}</row>", text("A1", "Entretien du lundi"));
    let transcript = read("a.xlsx", &xlsx(&notes, &rows)).unwrap();
    assert_eq!(transcript.text, "VL\u{A0}: Alors ?");
    assert!(warnings(&transcript).contains(&(WarningKind::WordsLeftOut, "Notes : Entretien du lundi")));
}

#[test]
fn a_column_without_a_name_is_told() {
    let rows = format!(
        "{HEAD}<row>{}{}{}{}</row>",
        text("A2", "0:01"),
        text("B2", "VL"),
        text("C2", "Alors ?"),
        text("E2", "hésite")
    );
    let transcript = read("a.xlsx", &xlsx("", &rows)).unwrap();
    assert!(warnings(&transcript).contains(&(WarningKind::ColumnsLeftOut, "E : hésite")));
}

#[test]
fn what_a_sheet_claims_of_its_size_changes_nothing() {
    let rows =
        format!("{HEAD}<row>{}{}{}</row>", text("A2", "0:01"), text("B2", "VL"), text("C2", "Alors ?"));
    for odd in [
        // A format down to the last row, and cells of it without anything.
        "<row r='1048576' spans='1:16384'><c r='XFD1048576' s='1'/></row>",
        "<row r='3'><c r='A3' t='inlineStr'><is><t>r=XFD1048576 operator=\"between\"</t></is></c></row>",
        "<row r='3'><c r='AAAAAAAAAAAAAAAAAAAA3' s='1'/></row>",
        "<row r='99999999999'/>",
    ] {
        let transcript = read("a.xlsx", &xlsx("", &format!("{rows}{odd}"))).unwrap();
        assert!(transcript.text.starts_with("VL\u{A0}: Alors ?"), "{odd}");
    }
    // A word very far away costs no more than itself.
    let far = format!("{rows}<row r='1048576'>{}</row>", text("XFD1048576", "loin"));
    let transcript = read("a.xlsx", &xlsx("", &far)).unwrap();
    assert!(
        warnings(&transcript)
            .iter()
            .any(|(kind, told)| *kind == WarningKind::ColumnsLeftOut && told.contains("loin"))
    );
}

#[test]
fn more_than_somebody_typed_is_refused() {
    let long = "oui ".repeat(250_000);
    let shared = format!("<sst><si><t>{long}</t></si></sst>");
    let rows = format!("{HEAD}{}", "<row><c t='s'><v>0</v></c></row>".repeat(1000));
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let parts = [
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", LIST),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", &shared),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    assert_eq!(read("a.xlsx", &archive(&parts)).err(), Some(ReadError::TooDemanding));
    let outside = format!("<row r='1048577'>{}</row>", text("A1048577", "x"));
    assert_eq!(read("a.xlsx", &xlsx(&outside, "")).err(), Some(ReadError::TooDemanding));
}

/// An OpenDocument sheet of these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content><office:body><office:spreadsheet><table:table table:name='Feuille1'>\
         <table:table-column table:number-columns-repeated='1024'/>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ])
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        let paragraphs: String = text.split('\n').map(|line| format!("<text:p>{line}</text:p>")).collect();
        format!("<table:table-cell office:value-type='string'>{paragraphs}</table:table-cell>")
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

const PADDING: &str = "<table:table-row table:number-rows-repeated='1048570'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";

#[test]
fn a_sheet_of_libreoffice_is_a_transcript() {
    let time = "<table:table-row><table:table-cell office:value-type='time' office:time-value='PT00H00M07S'><text:p>00:00:07</text:p></table:table-cell>\
        <table:table-cell office:value-type='string'><office:annotation><dc:creator>L. M.</dc:creator><text:p>à <text:span>revoir</text:span></text:p></office:annotation><text:p>EMG 1</text:p></table:table-cell>\
        <table:table-cell office:value-type='string'><text:p>Bah<text:s text:c='2'/>oui,</text:p><text:p>enfin <text:span>non</text:span>.</text:p></table:table-cell><table:table-cell/></table:table-row>";
    let bytes = ods(&format!(
        "{}<table:table-header-rows>{}</table:table-header-rows>{}{time}{PADDING}",
        row(&["Entretien 3"]),
        row(&["Début", "Locuteur", "Texte"]),
        row(&["0:01", "VL", "Alors ?"])
    ));
    let transcript = read("a", &bytes).unwrap();
    assert_eq!(transcript.format, Format::Ods);
    assert_eq!(turns(&transcript), ["VL: Alors ?", "EMG 1: Bah  oui, enfin non."]);
    assert_eq!(transcript.turns[1].time, Some(7000));
    assert!(transcript.text.starts_with("Entretien 3\n"));
    assert!(warnings(&transcript).contains(&(WarningKind::WordsLeftOut, "à revoir")));
}

#[test]
fn repeated_cells_are_bounded_by_what_they_hold() {
    let bomb = "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='16000'><text:p>oui</text:p></table:table-cell></table:table-row>";
    assert_eq!(read("a.ods", &ods(bomb)).err(), Some(ReadError::TooDemanding));
    let spaces = "<table:table-row><table:table-cell><text:p>a<text:s text:c='9000000'/><text:s text:c='9000000'/>b</text:p></table:table-cell></table:table-row>";
    assert_eq!(read("a.ods", &ods(spaces)).err(), Some(ReadError::TooDemanding));
    let huge = "<table:table-row table:number-rows-repeated='4294967295'/><table:table-row table:number-rows-repeated='4294967295'/>";
    let table = format!("{}{}", row(&["Locuteur", "Texte"]), row(&["VL", "Alors ?"]));
    assert!(read("a.ods", &ods(&format!("{table}{huge}"))).is_ok());
    assert_eq!(read("a.ods", &ods(&row(&["Nom", "Âge"]))).err(), Some(ReadError::NotADocument));
    let locked = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "\u{1}x"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert_eq!(read("a.ods", &locked).err(), Some(ReadError::Encrypted));
}

#[test]
fn a_table_of_participants_is_read_alike() {
    let rows = format!("{}{}", row(&["Nom", "Âge"]), row(&["EMG 1", "34"]));
    let expected = [["Nom", "Âge"], ["EMG 1", "34"]];
    assert_eq!(formats::spreadsheet::rows(&ods(&format!("{rows}{PADDING}"))).unwrap(), expected);
}

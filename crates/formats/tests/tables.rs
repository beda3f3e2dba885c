//! Codings and code books as tables.

use formats::codebook_csv::{self, CodeRow};
use formats::codings_csv::{self, CodingRow};
use formats::{CsvError as E, CsvFlavour};
use proptest::prelude::*;

fn coding(line: usize, range: (u32, u32), code: &str, quote: Option<&str>) -> CodingRow {
    CodingRow {
        line,
        interview: "EMG 1".into(),
        range: Some(range),
        code: Some(code.into()),
        coder: "Élise L.".into(),
        quote: quote.map(str::to_owned),
        layer: None,
    }
}

#[test]
fn codings_are_read_however_a_spreadsheet_writes_them() {
    let comma = "interview,start,end,code,coder\nEMG 1,12,30,Le chemin / coût,Élise L.\n";
    let expected = vec![coding(2, (12, 30), "Le chemin / coût", None)];
    let semicolon = comma.replace(',', ";");
    let windows: Vec<u8> = semicolon.chars().map(|c| c as u32 as u8).collect();
    let wide: Vec<u8> = comma.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [Vec<u8>; 7] = [
        comma.into(),
        semicolon.clone().into(),
        windows,
        format!("\u{FEFF}{semicolon}").into(),
        comma.replace('\n', "\r\n").into(),
        [b"\xFF\xFE".to_vec(), wide].concat(),
        comma.replace("interview", " Interview ").into(),
    ];
    for (n, bytes) in files.iter().enumerate() {
        assert_eq!(codings_csv::parse(bytes), Ok(expected.clone()), "file {n}");
    }
}

#[test]
fn columns_come_in_any_order_and_blank_rows_are_passed_over() {
    let text = "sep=;\nnote;coder;quote;code;end;start;interview\n;;;;;;\nx;Élise L.;\"je ; dors\nmal\";fatigue;30;12;EMG 1\n;Élise L.;;fuite;9;8;EMG 1\n";
    let expected =
        vec![coding(4, (12, 30), "fatigue", Some("je ; dors\nmal")), coding(6, (8, 9), "fuite", None)];
    assert_eq!(codings_csv::parse(text.as_bytes()), Ok(expected));
}

#[test]
fn a_row_without_code_is_a_reading() {
    let rows = codings_csv::parse("interview,start,end,code,coder\nEMG 1,,,,A\nEMG 2\t,,, ,B,\n".as_bytes())
        .unwrap();
    let read: Vec<_> =
        rows.iter().map(|r| (r.line, r.interview.as_str(), r.coder.as_str(), r.range, &r.code)).collect();
    assert_eq!(read, [(2, "EMG 1", "A", None, &None), (3, "EMG 2", "B", None, &None)]);
}

#[test]
fn errors_name_the_line() {
    let header = "interview,start,end,code,coder\n";
    let value = |value: &str| value.to_owned();
    for (rows, expected) in [
        ("EMG 1,1,2,c,A\nEMG 1,x,2,c,A\n", E::NotANumber { line: 3, column: "start", value: value("x") }),
        ("EMG 1,-1,2,c,A\n", E::NotANumber { line: 2, column: "start", value: value("-1") }),
        ("EMG 1,1,2.5,c,A\n", E::NotANumber { line: 2, column: "end", value: value("2.5") }),
        ("EMG 1,5,5,c,A\n", E::BadRange { line: 2, start: 5, end: 5 }),
        ("EMG 1,9,5,c,A\n", E::BadRange { line: 2, start: 9, end: 5 }),
        ("EMG 1,9,,c,A\n", E::EmptyCell { line: 2, column: "end" }),
        (",1,2,c,A\n", E::EmptyCell { line: 2, column: "interview" }),
        ("\nEMG 1,1,2,c\n", E::EmptyCell { line: 3, column: "coder" }),
        ("EMG 1,1,2,,A\n", E::HalfCoding { line: 2 }),
        ("EMG 1,,,c,A\n", E::HalfCoding { line: 2 }),
    ] {
        assert_eq!(codings_csv::parse(format!("{header}{rows}").as_bytes()), Err(expected), "{rows:?}");
    }
    for readings in
        ["interview,coder\nEMG 1,A\n", "coder;interview\nA;EMG 1\n", "interview,coder,note\nEMG 1,A,lu\n"]
    {
        let rows = codings_csv::parse(readings.as_bytes()).unwrap();
        let [row] = rows.as_slice() else { panic!("{readings:?}") };
        assert_eq!((row.interview.as_str(), row.coder.as_str()), ("EMG 1", "A"));
        assert_eq!((row.range, &row.code), (None, &None));
    }
    assert_eq!(codings_csv::parse(b"interview\nEMG 1\n"), Err(E::MissingColumn { column: "coder" }));
    assert_eq!(
        codings_csv::parse(b"interview,coder,end\nEMG 1,A,2\n"),
        Err(E::MissingColumn { column: "start" })
    );
    assert_eq!(codings_csv::parse(b""), Err(E::Empty));
    assert_eq!(codings_csv::parse(b"interview,start,end,coder\n"), Err(E::MissingColumn { column: "code" }));
    assert_eq!(
        codings_csv::parse(b"interview,start,end,code,coder,Code\n"),
        Err(E::DoubleColumn { column: "code" })
    );
}

#[test]
fn code_books_are_paths_with_their_words() {
    let text = "path,layer,in_vivo,colour,definition\n\
        Le chemin / coût du trajet,experiential,oui,#c33,\"Ce que coûte, en temps, d’y aller.\"\nmédecin/malade,,,,\n";
    let rows = codebook_csv::parse(text.as_bytes()).unwrap();
    let first = CodeRow {
        line: 2,
        path: vec!["Le chemin".into(), "coût du trajet".into()],
        layer: Some("experiential".into()),
        in_vivo: true,
        colour: Some("#c33".into()),
        definition: Some("Ce que coûte, en temps, d’y aller.".into()),
        ..CodeRow::default()
    };
    assert_eq!(rows[0], first);
    assert_eq!((rows[1].path.as_slice(), rows[1].in_vivo), (["médecin/malade".to_owned()].as_slice(), false));
    for path in ["a /  / b", " / b", "a / "] {
        let expected = E::EmptyLevel { line: 2, path: path.trim().to_owned() };
        assert_eq!(codebook_csv::parse(format!("path\n\"{path}\"\n").as_bytes()), Err(expected), "{path:?}");
    }
    let odd = E::UnknownValue { line: 2, column: "in_vivo", value: "peut-être".into() };
    assert_eq!(codebook_csv::parse("path,in_vivo\na,peut-être\n".as_bytes()), Err(odd));
}

#[test]
fn a_french_excel_gets_semicolons_and_a_mark() {
    let rows = [coding(2, (1, 2), "a, b", Some("« ; »"))];
    let plain = String::from_utf8(codings_csv::write(&rows, CsvFlavour::Comma)).unwrap();
    assert_eq!(plain, "interview,start,end,code,coder,quote,layer\nEMG 1,1,2,\"a, b\",Élise L.,« ; »,\n");
    let excel = String::from_utf8(codings_csv::write(&rows, CsvFlavour::FrenchExcel)).unwrap();
    let expected = "\u{FEFF}interview;start;end;code;coder;quote;layer\nEMG 1;1;2;a, b;Élise L.;\"« ; »\";\n";
    assert_eq!(excel, expected);
}

/// Words that survive the trimming of cells.
fn cell() -> impl Strategy<Value = String> {
    "[a-zà-ÿ,;\"\n'’ /=+-]{0,20}".prop_map(|text| format!("é{text}."))
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in prop::collection::vec((cell(), 0u32..90, 1u32..90, cell(), prop::option::of(cell())), 0..8),
        excel in any::<bool>(),
    ) {
        let flavour = if excel { CsvFlavour::FrenchExcel } else { CsvFlavour::Comma };
        let rows: Vec<CodingRow> = rows
            .into_iter()
            .map(|(code, start, len, coder, quote)| CodingRow {
                coder,
                interview: "EMG 1".into(),
                ..coding(0, (start, start + len), &code, quote.as_deref())
            })
            .collect();
        let mut back = codings_csv::parse(&codings_csv::write(&rows, flavour)).unwrap();
        back.iter_mut().for_each(|row| row.line = 0);
        prop_assert_eq!(back, rows);
    }
}

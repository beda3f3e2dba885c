//! Word documents: what is read of each construct, as Word and others write it.

// A document that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::{Docx, b, document, p, r, run, table, turns, warnings};
use formats::{Format, ReadError, WarningKind as K};

/// One construct: the body, the text it gives, the warnings.
struct Case<'a> {
    name: &'a str,
    body: String,
    text: &'a str,
    warnings: &'a [(K, &'a str)],
}

fn case<'a>(name: &'a str, body: &str, text: &'a str, warnings: &'a [(K, &'a str)]) -> Case<'a> {
    Case { name, body: body.to_owned(), text, warnings }
}

fn check(cases: &[Case]) {
    for Case { name, body, text, warnings: expected } in cases {
        let transcript = Docx::new(body).read();
        assert_eq!(transcript.text, *text, "text of {name}");
        let told: Vec<_> = warnings(&transcript).into_iter().filter(|w| w.0 != K::NoSpeakers).collect();
        assert_eq!(told, *expected, "warnings of {name}");
    }
}

#[test]
fn characters_and_marks_in_runs() {
    let word = |inside: &str| p(&format!("<w:r><w:t>a</w:t>{inside}<w:t>b</w:t></w:r>"));
    check(&[
        case(
            "a word over runs",
            "<w:p w:rsidR=\"00A1\"><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r w:rsidR=\"00B2\"><w:t>Je dor</w:t></w:r>\
             <w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"0\" w:name=\"x\"/><w:r><w:t>s mal</w:t></w:r>\
             <w:bookmarkEnd w:id=\"0\"/><w:proofErr w:type=\"spellEnd\"/><w:r><w:t xml:space=\"preserve\"> ici</w:t></w:r></w:p>",
            "Je dors mal ici",
            &[],
        ),
        case("tab", &word("<w:tab/>"), "a\tb", &[]),
        case("aligned tab", &word("<w:ptab w:relativeTo=\"margin\"/>"), "a\tb", &[]),
        case("line break", &word("<w:br/>"), "a\nb", &[]),
        case("page break", &word("<w:br w:type=\"page\"/><w:lastRenderedPageBreak/>"), "a\nb", &[]),
        case("carriage return", &word("<w:cr/>"), "a\nb", &[]),
        case("no-break hyphen", &word("<w:noBreakHyphen/>"), "a\u{2011}b", &[]),
        case("soft hyphen", &word("<w:softHyphen/>"), "ab", &[(K::SoftHyphen, "ab")]),
        case("symbol", &word("<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>"), "a→b", &[]),
        case(
            "unknown symbol",
            &word("<w:sym w:font=\"Wingdings\" w:char=\"F001\"/>"),
            "ab",
            &[(K::Symbol, "Wingdings F001")],
        ),
        case("entities", &p("<w:r><w:t>l&#8217;a &amp; b&#xA0;!</w:t></w:r>"), "l’a & b\u{A0}!", &[]),
        case(
            "foreign entity",
            &p("<w:r><w:t>a &eacute; b</w:t></w:r>"),
            "a &eacute; b",
            &[(K::UnknownEntity, "eacute")],
        ),
        case("layout in the XML", &p("<w:r>\n  <w:t>\n   oui\n  </w:t>\n</w:r>"), "oui", &[]),
        case("decomposed letter over runs", &p(&(r("cafe") + &r("\u{301} noir"))), "café noir", &[]),
        case("emoji", &p(&r("ok 🙂 👩‍⚕️")), "ok 🙂 👩‍⚕️", &[]),
        case(
            "no character",
            &p("<w:r><w:t>a&#0;b</w:t></w:r>"),
            "a\u{FFFD}b",
            &[(K::ReplacedCharacter, "a\u{FFFD}b")],
        ),
    ]);
}

#[test]
fn wrappers_are_looked_through() {
    let wrap = |tag: &str| p(&format!("{}<w:{tag}>{}</w:{tag}>{}", r("un "), r("deux"), r(" trois")));
    let texts: Vec<Case> =
        ["hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "customXml", "dir", "unheardOf"]
            .into_iter()
            .map(|tag| Case { name: tag, body: wrap(tag), text: "un deux trois", warnings: &[] })
            .collect();
    check(&texts);
    let sdt = |inside: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )
    };
    check(&[
        case("control around paragraphs", &sdt(&(p(&r("un")) + &p(&r("deux")))), "un\ndeux", &[]),
        case("control around a run", &p(&(r("un ") + &sdt(&r("deux")))), "un deux", &[]),
        case(
            "control around a row",
            &format!(
                "<w:tbl>{}</w:tbl>",
                sdt("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>")
            ),
            "\tb",
            &[],
        ),
    ]);
}

#[test]
#[allow(clippy::too_many_lines)] // One table.
fn what_is_left_out_is_said() {
    let del = |text: &str| format!("<w:del w:author=\"A\"><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let box_of = |text: &str| format!("<w:txbxContent>{}{}</w:txbxContent>", p(&r(text)), p(&r("fin")));
    let alternate = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        box_of("boîte"),
        box_of("boîte")
    );
    check(&[
        case(
            "tracked deletion",
            &p(&(r("un ") + &del("pas ") + &r("deux"))),
            "un deux",
            &[(K::Deletion, "pas")],
        ),
        case(
            "deletion over runs",
            &p(&(r("un ") + &del("pas") + &del(" du tout") + &r("deux"))),
            "un deux",
            &[(K::Deletion, "pas du tout")],
        ),
        case(
            "move",
            &p(&format!("<w:moveFrom>{}</w:moveFrom>{}", r("parti"), r("ici"))),
            "ici",
            &[(K::Deletion, "parti")],
        ),
        case(
            "hidden",
            &p(&(r("un ") + &run("<w:vanish/>", "secret") + &r("deux"))),
            "un deux",
            &[(K::HiddenText, "secret")],
        ),
        case("not hidden", &p(&run("<w:vanish w:val=\"0\"/>", "vu")), "vu", &[]),
        case(
            "text box",
            &p(&format!("{}<w:r>{alternate}</w:r>{}", r("un "), r("deux"))),
            "un deux",
            &[(K::TextBox, "boîte\nfin")],
        ),
        case(
            "old text box",
            &p(&format!(
                "<w:r><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></w:r>{}",
                box_of("b"),
                r("x")
            )),
            "x",
            &[(K::TextBox, "b\nfin")],
        ),
        case("picture", &p("<w:r><w:drawing><a:graphic/></w:drawing><w:t>x</w:t></w:r>"), "x", &[]),
        case(
            "embedded document",
            &(p(&r("x")) + "<w:altChunk r:id=\"r9\"/>"),
            "x",
            &[(K::EmbeddedObject, "altChunk")],
        ),
        case(
            "choice of text",
            &p(
                "<mc:AlternateContent><mc:Choice><w:r><w:t>a</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            ),
            "a",
            &[],
        ),
        case(
            "fallback only",
            &p(
                "<mc:AlternateContent><mc:Fallback><w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            ),
            "b",
            &[],
        ),
        case(
            "ruby",
            &p(
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>haut</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>bas</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            ),
            "bas",
            &[],
        ),
        case(
            "properties before a change",
            &p(
                "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>vu</w:t></w:r>",
            ),
            "vu",
            &[],
        ),
    ]);
}

#[test]
fn fields_keep_their_results() {
    let char_of = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let field = |instruction: &str, result: &str| {
        format!(
            "{}<w:r><w:instrText>{instruction}</w:instrText></w:r>{}{}{}",
            char_of("begin"),
            char_of("separate"),
            r(result),
            char_of("end")
        )
    };
    let nested = format!(
        "{}<w:r><w:instrText> IF </w:instrText></w:r>{}{}{}{}",
        char_of("begin"),
        field("PAGE", "9"),
        char_of("separate"),
        r("oui"),
        char_of("end")
    );
    let unclosed = p(&(r("un") + &char_of("begin"))) + &p(&r("deux"));
    check(&[
        case("field", &p(&(r("page ") + &field(" PAGE ", "3") + &r("."))), "page 3.", &[]),
        case("field in an instruction", &p(&nested), "oui", &[]),
        case("field without end", &unclosed, "un\ndeux", &[]),
    ]);
}

#[test]
fn paragraphs_and_tables() {
    let ended = "<w:p><w:pPr><w:rPr><w:del w:author=\"A\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">un </w:t></w:r></w:p>";
    let inner = table(&[&["c", "d"], &["e", ""]]);
    let nested = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{inner}<w:p/></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>{}",
        p(&r("a")),
        p(&r("f")),
        p(&r("g"))
    );
    check(&[
        case("empty paragraphs", &(p("") + &p(&r("a")) + &p("") + &p(&r("b")) + &p("")), "a\n\nb", &[]),
        case("deleted end of paragraph", &(ended.to_owned() + &p(&r("deux"))), "un deux", &[]),
        case(
            "list",
            &p(&format!("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>{}", r("point"))),
            "point",
            &[],
        ),
        case("table", &table(&[&["a", "b\nc"], &["", "d"]]), "a\tb\nc\n\td", &[]),
        case(
            "cell without paragraph",
            "<w:tbl><w:tr><w:tc/><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "\tb",
            &[],
        ),
        case("nested table", &nested, "a\tc\td\ne\t\n\tf\ng", &[]),
    ]);
}

#[test]
fn notes_are_left_out_with_their_text() {
    let body = p(&(r("VL : oui")
        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        + &r(" fin")
        + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>"));
    let note = |kind: &str, text: &str| {
        format!(
            "<w:{kind}s xmlns:w='w'><w:{kind} w:id=\"-1\">{}</w:{kind}><w:{kind} w:id=\"2\">{}</w:{kind}></w:{kind}s>",
            p(""),
            p(&r(text))
        )
    };
    let docx = Docx::new(&body)
        .side("footnotes", &note("footnote", "en bas"))
        .side("endnotes", &note("endnote", "à la fin"));
    let transcript = docx.read();
    assert_eq!(transcript.text, "VL : oui fin");
    assert_eq!(warnings(&transcript), [(K::Footnote, "en bas"), (K::Endnote, "à la fin")]);
    assert_eq!(transcript.warnings.iter().map(|w| w.place).collect::<Vec<_>>(), [Some(8), Some(12)]);
}

#[test]
fn headers_and_footers_are_no_text() {
    let docx =
        Docx::paragraphs(&["VL : oui"]).side("header1", &p(&r("En-tête"))).side("footer1", &p(&r("Pied")));
    assert_eq!(docx.read().text, "VL : oui");
}

#[test]
fn comments_keep_author_date_and_range() {
    let range = |kind: &str, id: u8| format!("<w:commentRange{kind} w:id=\"{id}\"/>");
    let body = p(&(r("[00:12] VL : je ")
        + &range("Start", 0)
        + &r("dors")
        + &r(" mal ")
        + &range("End", 0)
        + "<w:r><w:commentReference w:id=\"0\"/></w:r>"
        + &r("ici")))
        + &p(&(r("EMG 1 : ") + &range("Start", 1) + &r("oui")))
        + &p(&(r("non")
            + &range("End", 1)
            + "<w:r><w:commentReference w:id=\"1\"/><w:commentReference w:id=\"2\"/></w:r>"));
    let comment = |id: u8, text: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"Claire L.\" w:date=\"2025-01-17T10:00:00Z\">{}</w:comment>",
            p(&r(text))
        )
    };
    let comments = format!(
        "<w:comments xmlns:w='w'>{}{}{}</w:comments>",
        comment(0, "sommeil"),
        comment(1, "ambivalence"),
        comment(2, "point")
    );
    let transcript = Docx::new(&body).side("comments", &comments).read();
    assert_eq!(transcript.text, "VL : je dors mal ici\nEMG 1 : oui\nnon");
    let chars: Vec<char> = transcript.text.chars().collect();
    let found: Vec<(String, &str)> = transcript
        .comments
        .iter()
        .map(|c| (chars[c.start as usize..c.end as usize].iter().collect(), c.text.as_str()))
        .collect();
    let expected = [("dors mal", "sommeil"), ("oui\nnon", "ambivalence"), ("", "point")];
    assert_eq!(found, expected.map(|(range, text)| (range.to_owned(), text)));
    assert_eq!(transcript.comments[0].author, "Claire L.");
    assert_eq!(transcript.comments[0].at.as_deref(), Some("2025-01-17T10:00:00Z"));
    assert_eq!((transcript.comments[2].start, transcript.comments[2].end), (36, 36));
}

#[test]
fn damaged_side_parts_are_a_warning() {
    let transcript = Docx::paragraphs(&["VL : oui"])
        .side("comments", "<w:comments><w:comment>")
        .side("styles", "<a></b>")
        .read();
    assert_eq!(turns(&transcript), ["VL: oui"]);
    let told = [(K::UnreadablePart, "word/comments.xml"), (K::UnreadablePart, "word/styles.xml")];
    assert_eq!(warnings(&transcript), told);
}

#[test]
fn styles_make_bold_hidden_and_headings() {
    let style = |id: &str, kind: &str, inside: &str| {
        format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\">{inside}</w:style>")
    };
    let styles = format!(
        "<w:styles xmlns:w='w'>{}{}{}{}</w:styles>",
        style("Gras", "character", "<w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr>"),
        style("Gras2", "character", "<w:name w:val=\"Strong 2\"/><w:basedOn w:val=\"Gras\"/>"),
        style("Cache", "character", "<w:name w:val=\"x\"/><w:rPr><w:vanish/></w:rPr>"),
        style(
            "Titre1",
            "paragraph",
            "<w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
        ),
    );
    let title = format!("<w:p><w:pPr><w:pStyle w:val=\"Titre1\"/></w:pPr>{}</w:p>", r("Deuxième partie"));
    let long = (0..12).map(|_| p(&r("et encore"))).collect::<String>();
    let body = p(&(run("<w:rStyle w:val=\"Gras2\"/>", "VL") + &r(" on y va ?")))
        + &p(&(run("<w:rStyle w:val=\"Gras\"/>", "EMG 1 ")
            + &r("oui ")
            + &run("<w:rStyle w:val=\"Cache\"/>", "caché")))
        + &title
        + &long
        + &p(&(b("VL") + &r(" bien.")));
    let transcript = Docx::new(&body).side("styles", &styles).read();
    let more = format!("EMG 1: {}", ["et encore"; 12].join("\n"));
    assert_eq!(turns(&transcript), ["VL: on y va ?", "EMG 1: oui", more.as_str(), "VL: bien."]);
    assert_eq!(warnings(&transcript), [(K::HiddenText, "caché")]);
}

#[test]
fn other_ways_of_writing_the_same_package() {
    let body = p(&r("VL : été"));
    let plain = document("w", &body);
    let other_prefix = plain.replace("w:", "x:").replace("xmlns:w", "xmlns:x");
    let no_prefix = plain.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=");
    let utf16: Vec<u8> = format!("\u{FEFF}{}", plain.replace("UTF-8", "UTF-16"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let latin: Vec<u8> = plain.replace("UTF-8", "ISO-8859-1").chars().map(|c| c as u32 as u8).collect();
    let files = [
        Docx::new(&body),
        Docx::strict(&body),
        Docx::with_document(other_prefix.into_bytes()),
        Docx::with_document(no_prefix.into_bytes()),
        Docx::with_document(utf16),
        Docx::with_document(latin),
    ];
    for (n, docx) in files.iter().enumerate() {
        let transcript = docx.read();
        assert_eq!((transcript.format, transcript.text.as_str()), (Format::Docx, "VL : été"), "file {n}");
    }
}

#[test]
fn refused_documents() {
    let refused = |docx: &Docx| docx.try_read().unwrap_err();
    let good = Docx::paragraphs(&["VL : oui"]);
    assert_eq!(refused(&Docx::paragraphs(&[]).part("word/vbaProject.bin", b"x")), ReadError::Macros);
    let broken = Docx::with_document(b"<w:document><w:body><w:p>".to_vec());
    assert!(matches!(refused(&broken), ReadError::BrokenXml { part, .. } if part == "word/document.xml"));
    let deep = "<w:sdt>".repeat(400) + &"</w:sdt>".repeat(400);
    assert!(matches!(refused(&Docx::new(&deep)), ReadError::TooDeep { .. }));
    let mut cut = good.bytes();
    cut.truncate(cut.len() - 40);
    let error = formats::read("a.docx", &cut, &formats::ReadOptions::default()).unwrap_err();
    assert!(matches!(error, ReadError::BrokenArchive { .. }));
    let mut bent = good.bytes();
    let at = bent.len() / 3;
    bent[at..at + 12].fill(0x55);
    assert!(formats::read("a.docx", &bent, &formats::ReadOptions::default()).is_err());
}

#[test]
fn files_beyond_the_limit_are_refused() {
    let bytes = vec![b' '; usize::try_from(formats::FILE_LIMIT).unwrap() + 1];
    let error = formats::read("a.txt", &bytes, &formats::ReadOptions::default()).unwrap_err();
    assert_eq!(error, ReadError::TooLarge { size: formats::FILE_LIMIT + 1, limit: formats::FILE_LIMIT });
}

#[test]
fn other_archives_are_no_documents() {
    let sheet =
        "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("_rels/.rels", sheet), ("xl/workbook.xml", "<workbook/>")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let error = formats::read("a.docx", &bytes, &formats::ReadOptions::default()).unwrap_err();
    assert_eq!(error, ReadError::NotADocument);
    let empty = zip::ZipWriter::new(std::io::Cursor::new(Vec::new())).finish().unwrap().into_inner();
    let error = formats::read("a.docx", &empty, &formats::ReadOptions::default()).unwrap_err();
    assert_eq!(error, ReadError::FileArchive);
}

#[test]
fn deep_but_real_nesting_is_read() {
    let mut body = p(&r("au fond"));
    for _ in 0..83 {
        body = format!("<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>");
    }
    assert_eq!(Docx::new(&body).read().text, "au fond");
}

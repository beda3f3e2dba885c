//! OpenDocument texts: what is read of each construct, as LibreOffice and others write it.
//!
//! A new case is one entry in a table: the body of a document, the text and the warnings expected.

// A document that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::odt::{Odt, p, span, style, table};
use build::sound::sound;
use build::{turns, warnings};
use formats::{Format, ReadError, ReadOptions, WarningKind as K};
use proptest::prelude::*;

/// One construct: the body, the text it gives, the warnings.
type Case<'a> = (&'a str, String, &'a str, &'a [(K, &'a str)]);

fn check(cases: &[Case]) {
    let styles = style("Gras", "fo:font-weight=\"bold\"") + &style("Cache", "text:display=\"none\"");
    for (name, body, text, expected) in cases {
        let transcript = Odt::styled(&styles, body).read();
        assert_eq!(transcript.format, Format::Odt);
        assert_eq!(transcript.text, *text, "text of {name}");
        let told: Vec<_> =
            warnings(&transcript).into_iter().filter(|w| !matches!(w.0, K::NoSpeakers | K::NoText)).collect();
        assert_eq!(told, *expected, "warnings of {name}");
    }
}

#[test]
fn characters_and_white_space() {
    check(&[
        (
            "a word over spans",
            p(&format!("Je dor{}s <text:bookmark text:name=\"x\"/>mal", span("Gras", "s"))),
            "Je dorss mal",
            &[],
        ),
        ("white space is one space", p("\n  un \t\n deux  "), "un deux ", &[]),
        ("over spans too", p(&format!("un {} deux", span("Gras", " et "))), "un et deux", &[]),
        ("counted spaces", p("a<text:s text:c=\"3\"/>b<text:s/> c"), "a   b  c", &[]),
        (
            "tab and line break",
            p("a<text:tab/>b<text:line-break/>c<text:soft-page-break/>d"),
            "a\tb\ncd",
            &[],
        ),
        ("no-break spaces stay", p("oui\u{A0}\u{A0}?"), "oui\u{A0}\u{A0}?", &[]),
        ("soft hyphen", p("re\u{AD}lire"), "relire", &[(K::SoftHyphen, "relire")]),
        ("entities", p("l&#8217;a &amp; b &eacute;"), "l’a & b &eacute;", &[(K::UnknownEntity, "eacute")]),
        (
            "a link, a field, a ruby",
            p(
                "<text:a xlink:href=\"x\">lien</text:a> p. <text:page-number>3</text:page-number> <text:ruby><text:ruby-base>bas</text:ruby-base><text:ruby-text>haut</text:ruby-text></text:ruby>",
            ),
            "lien p. 3 bas",
            &[],
        ),
        ("the title of the document", p("<text:title>Entretien 7</text:title>"), "Entretien 7", &[]),
    ]);
}

#[test]
fn paragraphs_lists_and_tables() {
    let list = format!(
        "<text:list>\n<text:list-header>{}</text:list-header><text:list-item>{}<text:list><text:list-item>{}</text:list-item></text:list></text:list-item></text:list>",
        p("un"),
        p("deux"),
        p("trois")
    );
    let inner = table(&[&["c", "d"], &["e", ""]]);
    let nested = format!(
        "<table:table><table:table-row><table:table-cell>{}</table:table-cell><table:table-cell>{inner}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row></table:table>{}",
        p("a"),
        p("f"),
        p("g")
    );
    let spanned = format!(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\">{}</table:table-cell><table:covered-table-cell/><table:table-cell>{}</table:table-cell></table:table-row></table:table-header-rows></table:table>",
        p("a"),
        p("b")
    );
    check(&[
        ("paragraphs", p("") + &p("a") + "\n " + &p("") + "<text:h text:outline-level=\"1\">b</text:h>" + &p(""), "a\n\nb", &[]),
        ("a list", list, "un\ndeux\ntrois", &[]),
        ("a section", format!("<text:section text:name=\"s\">{}</text:section>", p("a")), "a", &[]),
        ("a table", table(&[&["a", "b\nc"], &["", "d"]]), "a\tb\nc\n\td", &[]),
        ("an empty cell", "<table:table><table:table-row><table:table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>".to_owned(), "\tb", &[]),
        ("a table in a table", nested, "a\tc\td\ne\t\tf\ng", &[]),
        ("a cell over two columns", spanned, "a\tb", &[]),
        ("a table of contents", format!("<text:table-of-content><text:table-of-content-source><text:index-title-template>modèle</text:index-title-template></text:table-of-content-source><text:index-body>{}</text:index-body></text:table-of-content>", p("Partie 1")), "Partie 1", &[]),
    ]);
}

#[test]
fn a_table_of_two_columns_is_a_transcript() {
    let transcript = Odt::new(&table(&[&["VL", "Ça va ?"], &["EMG 1", "Oui.\nEnfin…"]])).read();
    assert_eq!(turns(&transcript), ["VL: Ça va ?", "EMG 1: Oui.\nEnfin…"]);
}

#[test]
#[allow(clippy::too_many_lines)] // One table.
fn what_is_left_out_is_said() {
    let changes = "<text:tracked-changes><text:changed-region xml:id=\"c1\" text:id=\"c1\"><text:deletion><office:change-info><dc:creator>A</dc:creator><dc:date>2025</dc:date></office:change-info><text:p>pas du tout</text:p><text:p>ici</text:p></text:deletion></text:changed-region>\
        <text:changed-region text:id=\"c2\"><text:insertion><office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>";
    let note = |class: &str| {
        format!(
            "<text:note text:note-class=\"{class}\"><text:note-citation>1</text:note-citation><text:note-body><text:p>en  bas</text:p><text:p>suite</text:p></text:note-body></text:note>"
        )
    };
    let frame = "<draw:frame>\n <draw:text-box><text:p>boîte</text:p></draw:text-box><svg:title>t</svg:title><svg:desc>d</svg:desc></draw:frame>";
    check(&[
        (
            "deletion",
            changes.to_owned()
                + &p(
                    "je <text:change text:change-id=\"c1\"/>dors <text:change-start text:change-id=\"c2\"/>bien<text:change-end text:change-id=\"c2\"/>",
                ),
            "je dors bien",
            &[(K::Deletion, "pas du tout\nici")],
        ),
        (
            "hidden",
            p(&format!("un {}{} deux", span("Cache", "secr"), span("Cache", &span("Gras", "et")))),
            "un deux",
            &[(K::HiddenText, "secret")],
        ),
        (
            "a hidden field",
            p(
                "un <text:hidden-text text:is-hidden=\"true\" text:string-value=\"secret\">secret</text:hidden-text>deux",
            ),
            "un deux",
            &[(K::HiddenText, "secret")],
        ),
        (
            "a hidden section",
            format!("<text:section text:display=\"none\">{}{}</text:section>", p("a"), p("b")) + &p("c"),
            "c",
            &[(K::HiddenText, "a\nb")],
        ),
        (
            "footnote",
            p(&format!("un{} deux", note("footnote"))),
            "un deux",
            &[(K::Footnote, "en bas\nsuite")],
        ),
        ("endnote", p(&format!("un{} deux", note("endnote"))), "un deux", &[(K::Endnote, "en bas\nsuite")]),
        ("text box", p(&format!("un {frame} deux")), "un deux", &[(K::TextBox, "boîte")]),
        (
            "a shape on the page",
            format!("<draw:custom-shape><text:p>forme</text:p></draw:custom-shape>{}", p("un")),
            "un",
            &[(K::TextBox, "forme")],
        ),
        (
            "a picture",
            p(
                "<draw:frame><draw:image><office:binary-data>QUJD</office:binary-data><text:p/></draw:image></draw:frame>un",
            ),
            "un",
            &[],
        ),
        (
            "a formula",
            p(
                "<draw:frame><draw:object><math:math xmlns:math=\"m\"><math:mi>x</math:mi></math:math></draw:object></draw:frame>un",
            ),
            "un",
            &[],
        ),
    ]);
}

#[test]
fn comments_keep_author_date_and_range() {
    let comment = |name: &str, text: &str| {
        format!(
            "<office:annotation{name}><dc:creator>Claire L.</dc:creator><dc:date>2025-01-17T10:00:00.5</dc:date>{}{}</office:annotation>",
            p(text),
            p("à revoir")
        )
    };
    let body = p(&format!(
        "[00:12] VL : je {}dors {} mal<office:annotation-end office:name=\"a\"/> ici",
        comment(" office:name=\"a\"", "sommeil"),
        span("x", "très")
    )) + &p(&format!("EMG 1 : {}oui", comment(" office:name=\"b\"", "deux")))
        + &p(&format!(
            "non<office:annotation-end office:name=\"b\"/>{}<office:annotation-end office:name=\"?\"/>",
            comment("", "point")
        ));
    let transcript = Odt::new(&body).read();
    assert_eq!(transcript.text, "VL : je dors très mal ici\nEMG 1 : oui\nnon");
    let chars: Vec<char> = transcript.text.chars().collect();
    let found: Vec<(String, &str)> = transcript
        .comments
        .iter()
        .map(|c| (chars[c.start as usize..c.end as usize].iter().collect(), c.text.as_str()))
        .collect();
    let expected =
        [("dors très mal", "sommeil\nà revoir"), ("oui\nnon", "deux\nà revoir"), ("", "point\nà revoir")];
    assert_eq!(found, expected.map(|(range, text)| (range.to_owned(), text)));
    assert_eq!(transcript.comments[0].author, "Claire L.");
    assert_eq!(transcript.comments[0].at.as_deref(), Some("2025-01-17T10:00:00.5"));
    assert!(transcript.warnings.is_empty(), "{:?}", transcript.warnings);
}

#[test]
fn styles_make_bold_hidden_and_headings() {
    let named = "<office:styles><style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties fo:font-weight=\"700\"/></style:style>\
        <style:style style:name=\"Titre_20_1\" style:display-name=\"Titre 1\" style:family=\"paragraph\" style:default-outline-level=\"1\"/>\
        <style:style style:name=\"Secret\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style></office:styles>";
    let styles = "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Strong\"/>\
        <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Titre_20_1\"/>\
        <style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"Secret\"/>";
    let long = (0..12).map(|_| p("et encore")).collect::<String>();
    let body = p(&(span("T1", "VL") + " on y va ?"))
        + &p(&(span("Strong", "EMG 1 ") + "oui"))
        + "<text:p text:style-name=\"P2\">caché</text:p><text:p text:style-name=\"P1\">Deuxième partie</text:p>"
        + &long
        + &p(&(span("T1", "VL") + " bien."));
    let part = format!("<d xmlns:office='o' xmlns:style='s' xmlns:fo='f' xmlns:text='t'>{named}</d>");
    let transcript = Odt::styled(styles, &body).part("styles.xml", &part).read();
    let more = format!("EMG 1: {}", ["et encore"; 12].join("\n"));
    assert_eq!(turns(&transcript), ["VL: on y va ?", "EMG 1: oui", more.as_str(), "VL: bien."]);
    assert_eq!(warnings(&transcript), [(K::HiddenText, "caché")]);
    let damaged = Odt::new(&p("VL : oui")).part("styles.xml", "<a></b>").read();
    assert_eq!(warnings(&damaged), [(K::UnreadablePart, "styles.xml")]);
}

#[test]
fn other_archives_are_refused_or_left_to_others() {
    let refused = |odt: Odt| odt.try_read().unwrap_err();
    let good = || Odt::new(&p("VL : oui"));
    let kind = |kind: &str| good().part("mimetype", &format!("application/vnd.oasis.opendocument.{kind}"));
    assert_eq!(refused(kind("spreadsheet")), ReadError::NotADocument);
    assert_eq!(refused(kind("presentation")), ReadError::NotADocument);
    assert_eq!(kind("text-template\n").read().text, "VL : oui");
    assert_eq!(good().without("mimetype").read().text, "VL : oui");
    let locked = "<m:manifest xmlns:m='m'><m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>";
    assert_eq!(refused(good().part("META-INF/manifest.xml", locked)), ReadError::Encrypted);
    assert_eq!(refused(good().part("encrypted-package", "x")), ReadError::Encrypted);
    assert_eq!(refused(good().without("content.xml")), ReadError::NotADocument);
    assert_eq!(refused(Odt::empty()), ReadError::FileArchive);
    let broken = good().part("content.xml", "<office:document-content><office:body>");
    assert!(matches!(refused(broken), ReadError::BrokenXml { part, .. } if part == "content.xml"));
    let deep = "<text:section>".repeat(400) + &"</text:section>".repeat(400);
    assert!(matches!(refused(Odt::new(&deep)), ReadError::TooDeep { .. }));
    let spaces = p(&"<text:s text:c=\"4000000\"/>".repeat(3));
    assert!(matches!(refused(Odt::new(&spaces)), ReadError::UnpacksTooLarge { .. }));
    assert_eq!(Odt::new(&p("a<text:s text:c=\"x\"/>b")).read().text, "a b");
}

fn cases(cases: u32) -> ProptestConfig {
    // A failure prints its input; no file is written beside the tests.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Elements of a text, nested as no program would.
fn element() -> impl Strategy<Value = String> {
    let names = [
        "text:p",
        "text:span",
        "text:h",
        "table:table",
        "table:table-row",
        "table:table-cell",
        "table:covered-table-cell",
        "text:list",
        "text:note",
        "text:note-body",
        "draw:frame",
        "draw:text-box",
        "office:annotation",
        "text:section text:display=\"none\"",
        "text:tracked-changes",
        "text:changed-region text:id=\"1\"",
        "text:deletion",
        "text:a",
    ];
    let leaves = [
        "<text:tab/>",
        "<text:line-break/>",
        "<text:s text:c=\"2\"/>",
        "<text:p/>",
        "VL : oui",
        "EMG 1 : ",
        " ",
        "e",
        "\u{301}",
        "00:12 ",
        "<office:annotation-end office:name=\"1\"/>",
        "<office:annotation office:name=\"1\"><text:p>note</text:p></office:annotation>",
        "<text:change text:change-id=\"1\"/>",
        "<text:span text:style-name=\"Cache\">x</text:span>",
        "<dc:date>2025</dc:date>",
    ];
    let leaf = prop::sample::select(leaves.to_vec()).prop_map(str::to_owned);
    leaf.prop_recursive(8, 120, 8, move |inner| {
        let name = prop::sample::select(names.to_vec());
        (name, prop::collection::vec(inner, 0..8)).prop_map(|(name, inside)| {
            let end = name.split(' ').next().unwrap();
            format!("<{name}>{}</{end}>", inside.concat())
        })
    })
}

proptest! {
    #![proptest_config(cases(128))]

    /// A document of the same lines reads like the plain text, white space aside.
    #[test]
    fn a_document_reads_like_its_plain_text(text in "mais (VL : |EMG 1 : |\n|[ -%'-;=-~à-ÿ’…\u{301}🙂한\u{A0}]{0,12}){0,20}", cut in 0usize..40) {
        let lines: Vec<String> = text.split('\n').map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")).collect();
        let spans = |line: &str| {
            let (head, tail) = line.split_at(line.floor_char_boundary(cut.min(line.len())));
            head.to_owned() + &span("Gras", tail)
        };
        let body: String = lines.iter().map(|line| p(&spans(line))).collect();
        let document = Odt::new(&body).read();
        let plain = formats::read("a.txt", lines.join("\n").as_bytes(), &ReadOptions { encoding: Some("utf-8".into()), ..ReadOptions::default() }).unwrap();
        prop_assert_eq!(&document.text, &plain.text);
        prop_assert_eq!(&document.turns, &plain.turns);
    }

    #[test]
    fn any_nesting_of_elements_is_read(body in prop::collection::vec(element(), 0..12)) {
        let transcript = Odt::styled(&style("Cache", "text:display=\"none\""), &body.concat()).read();
        sound(&transcript)?;
        let length = u32::try_from(transcript.text.chars().count()).unwrap();
        prop_assert!(transcript.comments.iter().all(|c| c.start <= c.end && c.end <= length));
    }
}

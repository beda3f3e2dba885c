//! Rich texts: what is read of each construct, as Word, LibreOffice, WordPad and TextEdit write them.
//!
//! A new case is one entry in a table: the body of a file, the text and the warnings expected.

// A file that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::sound::sound;
use build::{turns, warnings};
use formats::{Format, ReadError, ReadOptions, Transcript, WarningKind as K};
use proptest::prelude::*;

const HEAD: &str = "{\\rtf1\\ansi\\ansicpg1252\\deff0\n{\\fonttbl{\\f0\\fswiss\\fcharset0\\fprq2{\\*\\panose 020f}Calibri;}\
    {\\f1\\fnil\\fcharset2 Wingdings;}{\\f2\\fcharset238 Calibri CE;}{\\f3\\fnil\\fcharset77 Geneva;}}\n\
    {\\colortbl;\\red0\\green0\\blue0;\\red192\\green0\\blue0;}\n\
    {\\stylesheet{\\s0\\snext0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\*\\cs10 Default Paragraph Font;}}\n\
    {\\*\\generator Riched20;}{\\info{\\title Un titre}{\\author A}}\\viewkind4\\uc1\\pard\\f0\\fs22 ";

fn try_read(bytes: &[u8]) -> Result<Transcript, ReadError> {
    formats::read("essai.rtf", bytes, &ReadOptions::default())
}

/// A file of this body.
fn read(body: &str) -> Transcript {
    try_read(format!("{HEAD}{body}}}\r\n\0").as_bytes()).unwrap()
}

/// One construct: the body, the text it gives, the warnings.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [(K, &'a str)]);

fn check(cases: &[Case]) {
    for (name, body, text, expected) in cases {
        let transcript = read(body);
        assert_eq!(transcript.format, Format::Rtf);
        assert_eq!(transcript.text, *text, "text of {name}");
        let told: Vec<_> =
            warnings(&transcript).into_iter().filter(|w| !matches!(w.0, K::NoSpeakers | K::NoText)).collect();
        assert_eq!(told, *expected, "warnings of {name}");
    }
}

#[test]
fn characters_by_code_page_and_unicode() {
    check(&[
        ("bytes", r"l\'92\'e9t\'e9 o\'f9 \'9cuvre\'85", "l’été où œuvre…", &[]),
        ("unicode", r"l\u8217?\u233\'e9t\u233 ?", "l’été", &[]),
        ("no stand-in", r"{\uc0 \u233t\u233} oui\u233?", "été ouié", &[]),
        ("several stand-ins", r"{\uc2 \u224\'c3\'a0 la}\u224\'e0", "à laà", &[]),
        ("a named character stands in", r"a\u8212\emdash b", "a—b", &[]),
        ("a group ends the stand-ins", r"\u233{\b t}\u233}", "été", &[]),
        ("a paragraph stands in for nothing", "\\u233\\par t", "é\nt", &[]),
        ("negative", r"\u-3913?", "", &[(K::Symbol, "Calibri F0B7")]),
        ("a pair", r"ok \u-10179?\u-8638? \uc0\u55357\uc1\u56898\'3f fin", "ok 🙂 🙂 fin", &[]),
        ("half a pair", r"a\u-10179?b", "a\u{FFFD}b", &[(K::ReplacedCharacter, "a\u{FFFD}b")]),
        ("named", r"\lquote a\rquote \ldblquote b\rdblquote  c\endash d\bullet ", "‘a’“b” c–d•", &[]),
        (
            "signs",
            "a\\~b c\\_d e\\-f \\{g\\} \\\\",
            "a\u{A0}b c\u{2011}d ef {g} \\",
            &[(K::SoftHyphen, "ef")],
        ),
        ("central Europe", r"{\f2 \'b3}\'b3", "ł³", &[]),
        ("Macintosh font", r"{\f3 \'8et\'8e}", "été", &[]),
        ("symbol font", r"{\f1 J\'e0} oui {\f1\u61514?}", "☺→ oui ☺", &[]),
        ("unknown symbol", r"{\f1 \'01}a", "a", &[(K::Symbol, "Wingdings F001")]),
        ("line ends of the file", "un\r\n deux\n\n", "un deux", &[]),
        ("decomposed", r"cafe\u769?", "café", &[]),
        ("twice, for old programs", r"{\upr{ete}{\*\ud{\u233?t\u233?}}}.", "été.", &[]),
        ("broken", r"\'zz \'e", "'zz 'e", &[]),
    ]);
}

#[test]
fn documents_of_other_systems() {
    for (name, head, bytes, text) in [
        (
            "Macintosh",
            r"{\rtf1\mac\deff0{\fonttbl\f0\fswiss\fcharset0 Helvetica;}\f0 ",
            &b"\\'8et\\'8e"[..],
            "été",
        ),
        (
            "Macintosh by number",
            r"{\rtf1\mac\ansicpg10000{\fonttbl\f0\fcharset77 Helvetica;}\f0 ",
            b"\\'8et\\'8e",
            "été",
        ),
        ("MS-DOS", r"{\rtf1\pca ", b"\\'82t\\'82", "été"),
        ("older MS-DOS", r"{\rtf1\pc ", b"\\'82t\\'82", "été"),
        ("Poland", r"{\rtf1\ansi\ansicpg1250 ", b"\\'b3", "ł"),
        ("by the font's number", r"{\rtf1\ansi{\fonttbl{\f0\fcharset0\cpg1251 A;}}\f0 ", b"\\'e6", "ж"),
        ("Japan, second byte plain", r"{\rtf1\ansi\ansicpg932 ", b"\\'83A", "ア"),
        ("bytes as they are", r"{\rtf1\ansi ", b"\xE9t\xE9", "été"),
        ("UTF-8", r"{\rtf1\ansi\ansicpg65001 ", "été".as_bytes(), "été"),
    ] {
        let transcript = try_read(&[head.as_bytes(), bytes, b"}"].concat()).unwrap();
        assert_eq!(transcript.text, text, "{name}");
    }
    let unknown = try_read(br"{\rtf1\ansi\ansicpg12345 \'e9}").unwrap();
    assert_eq!((unknown.text.as_str(), warnings(&unknown)[0]), ("é", (K::EncodingGuessed, "windows-1252")));
}

#[test]
fn paragraphs_and_breaks() {
    check(&[
        ("paragraphs", r"un\par deux\par\par trois\par ", "un\ndeux\n\ntrois", &[]),
        ("line break", r"un\line deux\tab trois", "un\ndeux\ttrois", &[]),
        ("TextEdit ends paragraphs with the line", "un\\\ndeux\\\r\ntrois", "un\ndeux\ntrois", &[]),
        ("sections and pages", r"un\sect deux\page trois", "un\ndeux\ntrois", &[]),
        ("a list", r"{\listtext\'b7\tab}\ls1 un\par{\pntext 2.\tab}deux", "un\ndeux", &[]),
        ("a link", r#"un {\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{\ul lien}}}."#, "un lien.", &[]),
        ("an instruction without star", r"p. {\field{\fldinst PAGE}{\fldrslt 3}}", "p. 3", &[]),
        ("too many ends", r"un} deux", "un deux", &[]),
    ]);
    assert_eq!(try_read(br"{\rtf1 un {\b deux").unwrap().text, "un deux");
    assert_eq!(try_read(br"{\rtf1 un}{\rtf1 \par deux}").unwrap().text, "un\ndeux");
}

#[test]
fn what_is_no_text_goes() {
    check(&[
        ("running heads", r"{\header Haut\par}{\footerf Bas}{\headerl x}un", "un", &[]),
        (
            "a picture",
            r"un{\*\shppict{\pict\pngblip\bin4 }}{\}}{\nonshppict{\pict 0a0b}} deux",
            "un deux",
            &[],
        ),
        ("unknown, optional", r"un{\*\inconnu secret{\b plus}} deux", "un deux", &[]),
        ("unknown, not optional", r"un {\inconnu deux}", "un deux", &[]),
        ("bookmarks", r"{\*\bkmkstart x}un{\*\bkmkend x}", "un", &[]),
        ("index", r"un{\xe{\v entree}} deux", "un deux", &[]),
    ]);
}

#[test]
fn what_is_left_out_is_said() {
    check(&[
        (
            "deletion",
            r"je {\deleted\revauthdel1 ne }dors {\deleted pas}{\deleted\b  du tout}.",
            "je dors .",
            &[(K::Deletion, "ne"), (K::Deletion, "pas du tout")],
        ),
        ("deletion by a switch", r"je \deleted ne\deleted0  dors", "je  dors", &[(K::Deletion, "ne")]),
        ("a deleted end of paragraph", r"je{\deleted\par} dors", "je dors", &[]),
        ("moved away", r"{\mvf parti }ici", "ici", &[(K::Deletion, "parti")]),
        ("insertion", r"je {\revised\revauth1 dors}", "je dors", &[]),
        ("hidden", r"un {\v secret}\v  deux\v0 trois", "un trois", &[(K::HiddenText, "secret deux")]),
        ("hidden, then deleted", r"{\v a}{\deleted b}", "", &[(K::HiddenText, "a"), (K::Deletion, "b")]),
        (
            "footnote",
            r"un{\super\chftn}{\footnote\pard\plain{\super\chftn}\tab en bas\par suite} deux",
            "un deux",
            &[(K::Footnote, "en bas\nsuite")],
        ),
        ("endnote", r"un{\*\footnote\ftnalt{\chftn} fin}", "un", &[(K::Endnote, "fin")]),
        (
            "text box",
            r"un {\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv 1}}{\shptxt boite\par}}{\shprslt{\pict 00} boite}}deux",
            "un deux",
            &[(K::TextBox, "boite")],
        ),
        ("old text box", r"{\*\do\dobxpage{\dptxbxtext boite}\dpx0}un", "un", &[(K::TextBox, "boite")]),
        (
            "object",
            r"{\object\objemb{\*\objclass Excel}{\*\objdata 0102}{\result a\cell b}}un",
            "un",
            &[(K::TextBox, "a\tb")],
        ),
    ]);
}

#[test]
fn tables_keep_their_rows_and_cells() {
    let row = r"\trowd\cellx100\cellx200\pard\intbl ";
    let table = format!(
        "{row}VL\\cell Ça va ?\\cell\\row{row}EMG 1\\cell Oui.\\par Enfin…\\cell\\row\\pard fin\\par"
    );
    let transcript = read(&table.replace('Ç', r"\'c7").replace('…', r"\'85"));
    assert_eq!(transcript.text, "VL\tÇa va ?\nEMG 1\tOui.\nEnfin…\nfin");
    assert_eq!(turns(&transcript), ["VL: Ça va ?", "EMG 1: Oui.\nEnfin…"]);
    check(&[
        (
            "announced again before its end",
            r"\trowd\pard\intbl a\cell b\cell\trowd\row\pard c",
            "a\tb\nc",
            &[],
        ),
        ("announced after its cells", r"\pard\intbl a\cell b\cell\trowd\row\pard c", "a\tb\nc", &[]),
        ("not said to be in a table", r"un\par\trowd a\par b\cell c\cell\row deux", "un\na\nb\tc\ndeux", &[]),
        ("the last cell not ended", r"\trowd\pard\intbl a\cell b\row\pard c", "a\tb\nc", &[]),
        ("empty cells", r"\trowd\pard\intbl\cell b\cell\row", "\tb", &[]),
        (
            "a table in a cell",
            r"\trowd\pard\intbl a\cell\pard\intbl\itap2 c\nestcell{\nonesttables\par}d\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl e\cell f\cell\row\pard g",
            "a\tc\td\ne\tf\ng",
            &[],
        ),
    ]);
}

#[test]
fn comments_keep_author_date_and_range() {
    let comment = |reference: &str, author: &str, text: &str| {
        format!(
            r"{{\*\atnid CL}}{{\*\atnauthor {author}}}\chatn{{\*\annotation{reference}{{\*\atndate -1479439744}}\pard\plain{{\chatn}} {text}}}"
        )
    };
    let first = comment(r"{\*\atnref 0}", r"Claire L.", r"sommeil\par \'e0 revoir");
    let second = comment(r"{\*\atnref 1}", "Thomas", "deux");
    let point = comment("", "Thomas", "point");
    let transcript = read(&format!(
        r"[00:12] VL : je {{\*\atrfstart 0}}dors\b  mal \b0{{\*\atrfend 0}}{first}ici\par EMG 1 : {{\*\atrfstart 1}}oui\par non{{\*\atrfend 1}}{second}{point}."
    ));
    assert_eq!(transcript.text, "VL : je dors mal ici\nEMG 1 : oui\nnon.");
    let chars: Vec<char> = transcript.text.chars().collect();
    let found: Vec<(String, &str, &str)> = transcript
        .comments
        .iter()
        .map(|c| {
            (chars[c.start as usize..c.end as usize].iter().collect(), c.author.as_str(), c.text.as_str())
        })
        .collect();
    let expected = [
        ("dors mal", "Claire L.", "sommeil\nà revoir"),
        ("oui\nnon", "Thomas", "deux"),
        ("", "Thomas", "point"),
    ];
    assert_eq!(found, expected.map(|(range, author, text)| (range.to_owned(), author, text)));
    assert_eq!(transcript.comments[0].at.as_deref(), Some("2025-01-17T10:00:00"));
    assert!(transcript.warnings.is_empty(), "{:?}", transcript.warnings);
}

#[test]
fn bold_labels_and_headings_are_seen() {
    let long: String = (0..12).map(|_| "et encore\\par ").collect();
    let body = format!(
        r"{{\b VL }}on y va ?\par {{\b EMG 1}}{{ }}oui\par {{\pard\s1 Deuxieme partie\par}}{long}\pard\plain\b VL \plain bien."
    );
    let more = format!("EMG 1: {}", ["et encore"; 12].join("\n"));
    assert_eq!(turns(&read(&body)), ["VL: on y va ?", "EMG 1: oui", more.as_str(), "VL: bien."]);
}

#[test]
fn nesting_is_bounded() {
    let nest = |n: usize| format!("{{\\rtf1{}VL : oui{}", "{".repeat(n), "}".repeat(n + 1));
    assert_eq!(try_read(nest(1000).as_bytes()).unwrap().text, "VL : oui");
    assert!(matches!(try_read(nest(1024).as_bytes()), Err(ReadError::TooDeep { .. })));
    assert!(matches!(try_read("{\\rtf1".repeat(100_000).as_bytes()), Err(ReadError::TooDeep { .. })));
}

/// A character as one of the ways to write it.
fn written(c: char, way: usize) -> String {
    let units = |c: char| {
        c.encode_utf16(&mut [0; 2])
            .iter()
            .map(|&unit| format!("\\u{}?", unit.cast_signed()))
            .collect::<String>()
    };
    match c {
        '\n' if way == 0 => "\\line ".to_owned(),
        '\n' => "\\par ".to_owned(),
        '\t' => "\\tab ".to_owned(),
        '{' | '}' | '\\' => format!("\\{c}"),
        '\u{A0}' => "\\~".to_owned(),
        ' '..='~' if way < 5 => c.to_string(),
        ' '..='~' => format!("{{\\b {c}}}"),
        '\u{A0}'..='\u{FF}' if way < 4 => format!("\\'{:02x}", c as u32),
        _ => units(c),
    }
}

fn cases(cases: u32) -> ProptestConfig {
    // A failure prints its input; no file is written beside the tests.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(128))]

    /// However characters are written, they read like the plain text.
    #[test]
    fn a_rich_text_reads_like_its_plain_text(
        text in "(VL : |EMG 1 : |\n|[ -~\u{A0}-\u{FF}’…œ\u{301}🙂한\t\n]{0,12}){0,20}",
        ways in prop::collection::vec(0usize..8, 1..40),
    ) {
        let text = format!("mais {text}");
        let body: String = text.chars().zip(ways.iter().cycle()).map(|(c, &way)| written(c, way)).collect();
        let rich = read(&body);
        let plain = formats::read("essai.txt", text.as_bytes(), &ReadOptions { encoding: Some("utf-8".into()), ..ReadOptions::default() }).unwrap();
        prop_assert_eq!(&rich.text, &plain.text);
        sound(&rich)?;
    }

    #[test]
    fn any_row_of_tokens_is_read(tokens in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "{\\*\\annotation ", "{\\footnote ", "{\\*\\atnref 1}", "{\\*\\atrfstart 1}", "{\\*\\atrfend 1}", "\\par ", "\\cell ",
        "\\row ", "\\trowd ", "\\intbl ", "\\nestcell ", "\\nestrow ", "{\\deleted ", "\\v ", "\\u-10179?", "\\u233?", "\\uc3 ", "\\'e9",
        "\\'", "\\", "VL : ", "EMG 1 : ", "oui", "\\tab ", "\\line ", "\\f1 ", "\\f9 ", "\\*", "\\bin9 ", "{\\fonttbl ", "\\fcharset2 ", ";",
        "{\\upr ", "{\\*\\ud ", "{\\shp{\\*\\shpinst ", "{\\shptxt ", "[00:12] ", "\\u769?", "\\-", "{\\colortbl ", "\u{e9}", "\\ftnalt ",
    ]), 0..60)) {
        let transcript = read(&tokens.concat());
        sound(&transcript)?;
        let length = u32::try_from(transcript.text.chars().count()).unwrap();
        prop_assert!(transcript.comments.iter().all(|c| c.start <= c.end && c.end <= length));
    }

    #[test]
    fn any_bytes_after_the_head_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(transcript) = try_read(&[b"{\\rtf1\\ansi ", bytes.as_slice()].concat()) {
            sound(&transcript)?;
        }
    }
}

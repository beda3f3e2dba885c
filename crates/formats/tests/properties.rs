//! Laws of reading, on random texts: nothing said is lost, and turns are what they claim to be.

// A text that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::sound::sound;
use build::{Docx, p, r};
use formats::{ReadOptions, Transcript};
use model::text::normalise;
use proptest::prelude::*;

/// Bits of transcripts, nasty ones among them; no time marks, which leave the text.
fn bit() -> impl Strategy<Value = String> {
    let bits = [
        "VL : ",
        "EMG 1 : ",
        "EMG 1 :",
        "EMG 1\n",
        "Enquêtrice – ",
        "Date : 06/03/2023\n",
        "Bon : ",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u{A0}",
        "\u{202F}",
        "oui ",
        "non… ",
        "(rires) ",
        "*** ",
        "« ",
        "e\u{301}",
        "\u{301}",
        "\u{AD}",
        "\u{FEFF}",
        "\u{600}",
        "🙂",
        "👩\u{200D}⚕\u{FE0F}",
        "🇫",
        "🇷",
        ":",
        "–",
        "\0",
        "\u{85}",
        "\u{2028}",
        "한",
        "\u{1100}",
    ];
    prop_oneof![
        8 => prop::sample::select(bits.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,6}".prop_filter("no time mark", |text| !text.contains(|c: char| c.is_ascii_digit())),
    ]
}

/// The same with time marks, questions, dashes.
fn timed_bit() -> impl Strategy<Value = String> {
    let marks = [
        "[00:12] ",
        "(00:13)",
        "#00:00:14-5#",
        "00:00:15 ",
        "00:16",
        "oui ? ",
        "non. ",
        "– ",
        "\n– ",
        "\n",
        "\nEntretien 1\n",
        "\nEntretien 2\n",
    ];
    prop_oneof![bit(), prop::sample::select(marks.to_vec()).prop_map(str::to_owned)]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(bit(), 0..60).prop_map(|bits| bits.concat())
}

/// Bits of pages, tables, lists of objects and marked texts.
fn marked_bit() -> impl Strategy<Value = String> {
    let bits = [
        "<html>",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<style>",
        ".a{color:red}",
        "</style>",
        "<span class=a hidden>",
        "<br>",
        "<li>",
        "<pre>",
        "&nbsp;",
        "&#769;",
        "&#0;",
        "**",
        "*",
        "_",
        "|",
        "| a | b |\n|---|---|\n",
        "# ",
        "> ",
        "- ",
        "\\",
        "[a](http://b)",
        "\"",
        ";",
        ",",
        "\t",
        "{",
        "}",
        "[",
        "]",
        "speaker,start,text\n",
        "VL;00:01;oui\n",
        "EMG 1\t00:02.5\t00:03.5\tnon\n",
        "{\"text\":\"oui\",\"start\":1,\"speaker\":",
        "\"A\"}",
        "[{\"word\":\"e\u{301}\"}]",
        "¤<12>",
        "Anne Petit\n0:02\n",
        "\n12\n\n",
        "(VL) ",
        "E. ",
        "M | ",
        "Ã©",
        "Ã ",
        "1 a\n2 b\n",
        "Fin de l'entretien\n",
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\"IntervalTier\" \"A\" 0 1 1 0 1 \"oui\"",
    ];
    prop_oneof![2 => prop::sample::select(bits.to_vec()).prop_map(str::to_owned), 1 => timed_bit()]
}

fn read_txt(text: &str) -> Option<Transcript> {
    formats::read(
        "x.txt",
        text.as_bytes(),
        &ReadOptions { encoding: Some("utf-8".into()), ..ReadOptions::default() },
    )
    .ok()
}

/// A text without the white space and the byte order marks at its ends.
fn trim(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').trim_end()
}

fn cases(cases: u32) -> ProptestConfig {
    // A failure prints its input; no file is written beside the tests.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_a_program_exports_is_sound(bits in prop::collection::vec(marked_bit(), 0..60)) {
        let text = bits.concat();
        for name in ["a.html", "a.md", "a.csv", "a.json", "a.TextGrid", "a.txt"] {
            if let Ok(transcript) = formats::read(name, text.as_bytes(), &ReadOptions::default()) {
                sound(&transcript)?;
            }
        }
    }

    #[test]
    fn any_text_comes_out_as_it_was(text in text()) {
        let Some(transcript) = read_txt(&text) else { return Ok(()) };
        let normal = normalise(&text).text;
        prop_assert_eq!(trim(&transcript.text), trim(&normal));
        sound(&transcript)?;
    }

    /// Time marks leave the text, and nothing else does.
    #[test]
    fn only_time_marks_leave_a_text(bits in prop::collection::vec(timed_bit(), 0..60)) {
        let text = bits.concat();
        let Some(transcript) = read_txt(&text) else { return Ok(()) };
        sound(&transcript)?;
        let plain = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(plain(&transcript.text), plain(&normalise(&text).text));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(transcript) = formats::read("x.txt", &bytes, &ReadOptions::default()) {
            sound(&transcript)?;
        }
    }

    /// Labels that come back are found, and their utterances are what was written.
    #[test]
    fn what_was_written_is_what_is_read(
        labels in prop::sample::select(vec![
            ["VL", "EMG 1"], ["Enquêtrice", "EMG5"], ["Q", "R"], ["Moi", "Mme ***"], ["Claire", "Dr.DEG"], ["CL", "Interne 3"],
        ]),
        separator in prop::sample::select(vec![" : ", ": ", "\u{A0}: ", "\u{202F}:\u{A0}", " :\n", "\t", " – "]),
        said in prop::collection::vec("[a-zà-ÿ’,;.?!…«» ()*\u{A0}🙂]{1,40}( : [a-z]{1,5})?", 6..20),
    ) {
        let said: Vec<String> = said.iter().map(|s| format!("mais {}", s.trim())).map(|s| s.trim().to_owned()).collect();
        let turns: Vec<(&str, &str)> = said.iter().enumerate().map(|(n, s)| (labels[n % 2], s.as_str())).collect();
        let text: String = turns.iter().map(|(label, said)| format!("{label}{separator}{said}\n")).collect();
        let transcript = formats::read("x.txt", text.as_bytes(), &ReadOptions::default()).unwrap();
        let expected: Vec<String> = turns.iter().map(|(label, said)| format!("{label}: {said}")).collect();
        prop_assert_eq!(build::turns(&transcript), expected);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    /// A document of the same lines, its runs cut anywhere, reads like the plain text.
    #[test]
    fn a_document_reads_like_its_plain_text(text in text(), cuts in prop::collection::vec(0usize..40, 0..12)) {
        let lines: Vec<String> = text.split(['\n', '\r', '\0']).map(|line| line.replace('\t', " ")).collect();
        let body: String = lines.iter().map(|line| p(&split(line, &cuts).iter().map(|run| r(run)).collect::<String>())).collect();
        let document = Docx::new(&body).try_read();
        let Some(plain) = read_txt(&lines.join("\n")) else { return Ok(()) };
        let document = document.unwrap();
        prop_assert_eq!(&document.text, &plain.text);
        prop_assert_eq!(&document.turns, &plain.turns);
        prop_assert_eq!(&document.speakers, &plain.speakers);
    }
}

/// Elements of a main part, nested as no program would.
fn element() -> impl Strategy<Value = String> {
    let names = [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "del",
        "ins",
        "pPr",
        "rPr",
        "sdt",
        "sdtContent",
        "drawing",
        "txbxContent",
        "hyperlink",
        "delText",
        "instrText",
        "smartTag",
    ];
    let empties = [
        "<w:tab/>",
        "<w:br/>",
        "<w:p/>",
        "<w:tc/>",
        "<w:b/>",
        "<w:vanish/>",
        "<w:t>VL : oui</w:t>",
        "<w:t>EMG 1 :</w:t>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:commentRangeStart w:id=\"1\"/>",
        "<w:commentRangeEnd w:id=\"1\"/>",
        "<w:t>00:12</w:t>",
        "<w:t>e</w:t>",
        "<w:t>\u{301}</w:t>",
        "<mc:AlternateContent/>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:footnoteReference w:id=\"1\"/>",
        "texte",
    ];
    let leaf = prop::sample::select(empties.to_vec()).prop_map(str::to_owned);
    leaf.prop_recursive(8, 120, 8, move |inner| {
        let name = prop::sample::select(names.to_vec());
        (name, prop::collection::vec(inner, 0..8))
            .prop_map(|(name, inside)| format!("<w:{name}>{}</w:{name}>", inside.concat()))
    })
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn any_nesting_of_elements_is_read(body in prop::collection::vec(element(), 0..12)) {
        let comment = "<c><w:comment w:id=\"1\"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:comment></c>";
        let transcript = Docx::new(&body.concat()).side("comments", comment).read();
        sound(&transcript)?;
        let length = u32::try_from(transcript.text.chars().count()).unwrap();
        prop_assert!(transcript.comments.iter().all(|c| c.start <= c.end && c.end <= length));
    }
}

fn split<'a>(line: &'a str, cuts: &[usize]) -> Vec<&'a str> {
    let mut places: Vec<usize> =
        cuts.iter().map(|&cut| line.floor_char_boundary(cut.min(line.len()))).collect();
    places.extend([0, line.len()]);
    places.sort_unstable();
    places.windows(2).map(|pair| &line[pair[0]..pair[1]]).collect()
}

//! Subtitles as meetings, services and recognisers write them: what is said, by whom, when.
//!
//! A new case is one entry in a table: the text of a file, the turns and the warnings expected.

// A file that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::sound::sound;
use build::{turns, warnings};
use formats::{Format, ReadOptions, Role, Transcript, WarningKind as K};
use model::text::normalise;
use proptest::prelude::*;

fn read(name: &str, text: &str) -> Transcript {
    formats::read(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// Turns as `seconds label: utterance`.
fn timed(transcript: &Transcript) -> Vec<String> {
    let times =
        transcript.turns.iter().map(|turn| turn.time.map_or("–".to_owned(), |ms| (ms / 1000).to_string()));
    times.zip(turns(transcript)).map(|(time, turn)| format!("{time} {turn}")).collect()
}

/// A file of cues, one each second, numbered as in SubRip or named as Teams does.
fn srt(payloads: &[&str]) -> String {
    let cue = |(n, payload): (usize, &&str)| {
        format!("{}\n00:00:{n:02},100 --> 00:00:{n:02},900\n{payload}\n\n", n + 1)
    };
    payloads.iter().enumerate().map(cue).collect()
}

fn vtt(payloads: &[&str]) -> String {
    let cue = |(n, payload): (usize, &&str)| {
        format!("a8-{n}/1-0\n00:00:{n:02}.100 --> 00:00:{n:02}.900\n{payload}\n\n")
    };
    format!("WEBVTT\n\n{}", payloads.iter().enumerate().map(cue).collect::<String>())
}

struct Case<'a> {
    name: &'a str,
    file: String,
    text: &'a str,
    turns: &'a [&'a str],
    warnings: &'a [(K, &'a str)],
}

fn check(extension: &str, cases: &[Case]) {
    for Case { name, file, text, turns, warnings: expected } in cases {
        let variants = [
            file.clone(),
            format!("\u{FEFF}{file}"),
            file.replace('\n', "\r\n"),
            file.trim_end().to_owned(),
            file.replace(',', "\u{1}").replace("\u{1}1", ".1").replace("\u{1}9", ".9").replace('\u{1}', ","),
        ];
        for (n, file) in variants.iter().enumerate() {
            let transcript = read(&format!("essai.{extension}"), file);
            assert_eq!(transcript.text, *text, "text of {name}, {n}");
            assert_eq!(timed(&transcript), *turns, "turns of {name}, {n}");
            assert_eq!(warnings(&transcript), *expected, "warnings of {name}, {n}");
        }
    }
}

#[test]
fn voices_of_the_markup_are_speakers() {
    check(
        "vtt",
        &[
            Case {
                name: "Teams",
                file: vtt(&[
                    "<v Claire LEROY>Bonjour, ça va ?</v>",
                    "<v Paul>Oui,\nje crois.</v>",
                    "<v Paul>Et vous ?</v>",
                    "<v Claire LEROY>Bien.</v>",
                ]),
                text: "Claire LEROY\u{A0}: Bonjour, ça va ?\nPaul\u{A0}: Oui, je crois. Et vous ?\nClaire LEROY\u{A0}: Bien.",
                turns: &[
                    "0 Claire LEROY: Bonjour, ça va ?",
                    "1 Paul: Oui, je crois. Et vous ?",
                    "3 Claire LEROY: Bien.",
                ],
                warnings: &[],
            },
            Case {
                name: "two voices in a cue",
                file: vtt(&["<v A>Oui.</v>\n<v B>Non.</v>", "<v B>Enfin, si.</v>"]),
                text: "A\u{A0}: Oui.\nB\u{A0}: Non. Enfin, si.",
                turns: &["0 A: Oui.", "0 B: Non. Enfin, si."],
                warnings: &[],
            },
            Case {
                name: "a cue without voice",
                file: vtt(&["<v A>Oui.</v>", "[Musique]\nde fond", "<v A>Non.</v>"]),
                text: "A\u{A0}: Oui.\n[Musique] de fond\nA\u{A0}: Non.",
                turns: &["0 A: Oui.", "2 A: Non."],
                warnings: &[(K::Unvoiced, "[Musique]\nde fond")],
            },
            Case {
                name: "a voice that says nothing",
                file: vtt(&["<v A>Oui.</v>", "<v B> &nbsp;</v>", "<v A>Non.</v>"]),
                text: "A\u{A0}: Oui. Non.",
                turns: &["0 A: Oui. Non."],
                warnings: &[],
            },
        ],
    );
}

#[test]
#[allow(clippy::too_many_lines)] // One table.
fn labels_in_the_words_are_speakers() {
    check(
        "srt",
        &[
            Case {
                name: "Zoom",
                file: srt(&[
                    "Claire Leroy: Bonjour.",
                    "Claire Leroy: Ça va ?",
                    "Paul M.: Oui.",
                    "Paul M.: Bof.",
                    "Claire Leroy: Ah ?",
                ]),
                text: "Claire Leroy: Bonjour. Ça va ?\nPaul M.: Oui. Bof.\nClaire Leroy: Ah ?",
                turns: &["0 Claire Leroy: Bonjour. Ça va ?", "2 Paul M.: Oui. Bof.", "4 Claire Leroy: Ah ?"],
                warnings: &[],
            },
            Case {
                name: "names as people give them in a meeting",
                file: srt(&[
                    "iPhone de Paul: Bon : on y va ?",
                    "salle 3: Oui.",
                    "iPhone de Paul: Et donc ?",
                    "salle 3: Voilà.",
                ]),
                text: "iPhone de Paul: Bon : on y va ?\nsalle 3: Oui.\niPhone de Paul: Et donc ?\nsalle 3: Voilà.",
                turns: &[
                    "0 iPhone de Paul: Bon : on y va ?",
                    "1 salle 3: Oui.",
                    "2 iPhone de Paul: Et donc ?",
                    "3 salle 3: Voilà.",
                ],
                warnings: &[],
            },
            Case {
                name: "a cue without label goes on",
                file: srt(&["VL: Alors ?", "EMG 1: Je dors\nmal", "depuis mars.", "VL: Ah."]),
                text: "VL: Alors ?\nEMG 1: Je dors mal depuis mars.\nVL: Ah.",
                turns: &["0 VL: Alors ?", "1 EMG 1: Je dors mal depuis mars.", "3 VL: Ah."],
                warnings: &[],
            },
            Case {
                name: "two labels in a cue",
                file: srt(&["VL: Alors ?\nEMG 1: Oui.", "EMG 1: Non.", "VL: Ah."]),
                text: "VL: Alors ?\nEMG 1: Oui. Non.\nVL: Ah.",
                turns: &["0 VL: Alors ?", "0 EMG 1: Oui. Non.", "2 VL: Ah."],
                warnings: &[],
            },
            Case {
                name: "diarised",
                file: srt(&[
                    "[SPEAKER_00]: Alors ?",
                    "[SPEAKER_01]: Oui.",
                    "[SPEAKER_01]: Non.",
                    "[SPEAKER_00]: Ah.",
                ]),
                text: "[SPEAKER_00]: Alors ?\n[SPEAKER_01]: Oui. Non.\n[SPEAKER_00]: Ah.",
                turns: &["0 SPEAKER_00: Alors ?", "1 SPEAKER_01: Oui. Non.", "3 SPEAKER_00: Ah."],
                warnings: &[],
            },
            Case {
                name: "somebody cuts in and says nothing",
                file: srt(&["VL: Alors ?", "EMG 1:", "VL: Et donc ?", "EMG 1: Oui."]),
                text: "VL: Alors ?\nEMG 1:\nVL: Et donc ?\nEMG 1: Oui.",
                turns: &["0 VL: Alors ?", "2 VL: Et donc ?", "3 EMG 1: Oui."],
                warnings: &[(K::EmptyTurn, "EMG 1")],
            },
            Case {
                name: "nobody named",
                file: srt(&["Bonjour,\nça va ?", "- Oui.\n- Moi aussi.", "Je dors mal."]),
                text: "Bonjour, ça va ?\n- Oui.\n- Moi aussi.\nJe dors mal.",
                turns: &[],
                warnings: &[(K::NoSpeakers, "")],
            },
            Case {
                name: "no cue says anything",
                file: srt(&["", " "]),
                text: "",
                turns: &[],
                warnings: &[(K::NoText, "")],
            },
            Case {
                name: "markup",
                file: srt(&[
                    "{\\an8}<i>VL:</i> R&amp;D, <font color=\"red\">non</font> ?",
                    "EMG 1: <b>Oui</b> &lt;3 <rires>",
                ]),
                text: "VL: R&D, non ?\nEMG 1: Oui <3 <rires>",
                turns: &["0 VL: R&D, non ?", "1 EMG 1: Oui <3 <rires>"],
                warnings: &[],
            },
        ],
    );
}

#[test]
fn cues_that_overlap_keep_their_order() {
    let text = "1\n00:00:05,000 --> 00:00:09,000\nVL: Et alors ?\n\n2\n00:00:04,000 --> 00:00:06,000\nEMG 1: Mmh.\n\n\
                3\n00:00:06,000 --> 00:00:06,010\nVL: Oui ?\n";
    assert_eq!(timed(&read("a.srt", text)), ["5 VL: Et alors ?", "4 EMG 1: Mmh.", "6 VL: Oui ?"]);
}

#[test]
fn webex_names_voices_above_the_cues() {
    let text = "WEBVTT\n\n1 \"Claire Leroy\" (345)\n00:00:01.000 --> 00:00:02.000\nOui ?\n\n\
                2 \"Paul\" (0)\n00:00:03.000 --> 00:00:04.000\nNon.";
    assert_eq!(timed(&read("a.vtt", text)), ["1 Claire Leroy: Oui ?", "3 Paul: Non."]);
}

#[test]
fn times_in_brackets_are_cues_too() {
    let transcript = read("a.txt", "[00:01.000 --> 00:02.500]  Bonjour.\n[00:02.500 --> 00:04.000]  Oui.\n");
    assert_eq!((transcript.format, transcript.text.as_str()), (Format::Txt, "Bonjour.\nOui."));
    let labelled = "[00:01 --> 00:02] VL : a\n[00:02 --> 00:03] EMG 5 : b\n[00:04 --> 00:05] EMG 5 : c";
    assert_eq!(timed(&read("a.txt", labelled)), ["1 VL: a", "2 EMG 5: b c"]);
}

#[test]
fn a_file_is_what_it_holds_not_what_it_is_called() {
    let cues = srt(&["VL: Alors ?", "EMG 1: Oui."]);
    for name in ["a.srt", "a.txt", "a"] {
        assert_eq!(read(name, &cues).format, Format::Srt, "{name}");
    }
    assert_eq!(read("a.vtt", &cues).format, Format::Vtt);
    let plain = read("a.srt", "VL : Alors ?\nEMG 1 : Oui.");
    assert_eq!(
        (plain.format, turns(&plain)),
        (Format::Txt, vec!["VL: Alors ?".to_owned(), "EMG 1: Oui.".to_owned()])
    );
}

#[test]
fn subtitles_in_other_encodings_are_read() {
    let text = srt(&["VL: été ?", "EMG 1: où ?"]);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let old: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    for (bytes, expected) in [(wide, vec![]), (old, vec![(K::EncodingGuessed, "windows-1252")])] {
        let transcript = formats::read("a.srt", &bytes, &ReadOptions::default()).unwrap();
        assert_eq!(timed(&transcript), ["0 VL: été ?", "1 EMG 1: où ?"]);
        assert_eq!(warnings(&transcript), expected);
    }
}

#[test]
fn speakers_are_counted_without_their_repeated_labels() {
    let transcript = read("EMG 1.vtt", &srt(&["VL: Ça", "VL: va ?", "EMG 1: Oui,", "EMG 1: bien."]));
    let found: Vec<_> = transcript
        .speakers
        .iter()
        .map(|s| (s.label.as_str(), s.role, s.turns, s.words, s.first_words.as_str()))
        .collect();
    assert_eq!(
        found,
        [("VL", Role::Interviewer, 1, 3, "Ça va ?"), ("EMG 1", Role::Participant, 1, 2, "Oui, bien.")]
    );
}

/// What somebody may say in a cue; no `--`, and nothing that reads as a label.
fn payload() -> impl Strategy<Value = String> {
    "mais [a-zà-ÿ’,;.?!…«» *\u{A0}🙂&<{-]{0,30}(\n[a-zà-ÿ e\u{301}]{1,20})?(\n\n[a-z]{1,9})?"
}

fn cases(cases: u32) -> ProptestConfig {
    // A failure prints its input; no file is written beside the tests.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(128))]

    /// Whatever is said in cues is said in the turns, in order and by the same voices.
    #[test]
    fn what_is_said_in_cues_is_said_in_turns(
        said in prop::collection::vec((0usize..2, payload()), 4..20),
        voiced in any::<bool>(),
    ) {
        let names = ["Claire L.", "EMG 1"];
        // Each speaks at least twice, so that labels come back.
        let said: Vec<(usize, String)> =
            [0, 1, 0, 1].into_iter().map(|n| (n, "oui".to_owned())).chain(said).collect();
        let written: Vec<String> = said.iter().map(|(who, words)| {
            if voiced { format!("<v {}>{words}</v>", names[*who]) } else { format!("{}: {words}", names[*who]) }
        }).collect();
        let written: Vec<&str> = written.iter().map(String::as_str).collect();
        let transcript = read("a.vtt", &if voiced { vtt(&written) } else { srt(&written) });
        sound(&transcript)?;
        let turns = said.chunk_by(|a, b| a.0 == b.0).map(|cues| {
            let words: Vec<String> = cues.iter().map(|(_, words)| normalise(words).text).collect();
            format!("{}: {}", names[cues[0].0], words.join(" "))
        });
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected: Vec<String> = turns.map(|turn| words(&turn)).collect();
        let got: Vec<String> = build::turns(&transcript).iter().map(|turn| words(turn)).collect();
        prop_assert_eq!(got, expected);
    }

    #[test]
    fn any_pieces_of_subtitles_are_read(pieces in prop::collection::vec(prop::sample::select(vec![
        "WEBVTT", "\n", "\n\n", "\r", "1", "00:00:01.000 --> 00:00:02.000", "[00:01 --> 00:02]", "<v A>", "<v ", "</v>", "<",
        "VL: ", "EMG 1: ", "oui", "- non", "&amp;", "&#769;", "\u{301}", "\u{AD}", "\u{FEFF}", "\0", "{\\an8}", "<00:00:01.000>",
        "NOTE", "STYLE", " ", "9 \"B\" (1)", "👩\u{200D}", "🇫", "00:12",
    ]), 0..60), extension in prop::sample::select(vec!["vtt", "srt", "txt"])) {
        let cue = "00:00:00.000 --> 00:00:01.000\n";
        for text in [pieces.concat(), format!("{cue}{}", pieces.concat()), format!("WEBVTT\n\n{cue}{}", pieces.concat())] {
            if let Ok(transcript) = formats::read(&format!("a.{extension}"), text.as_bytes(), &ReadOptions::default()) {
                sound(&transcript)?;
            }
        }
    }
}

//! Who speaks: labels as people write them, and words that only look like labels.
//!
//! A new case is one entry in a table: the text of a file, the turns expected as `label: utterance`.

// A file that is refused should stop its test.
#![allow(clippy::unwrap_used)]

mod build;

use build::{Docx, b, p, r, table, turns, warnings};
use formats::{FactKind, ReadOptions, Role, Transcript, WarningKind as K};

fn read(text: &str) -> Transcript {
    formats::read("essai.txt", text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn read_with(text: &str, interviewers: &[&str]) -> Transcript {
    let interviewers = interviewers.iter().map(|label| (*label).to_owned()).collect();
    formats::read("essai.txt", text.as_bytes(), &ReadOptions { interviewers, ..ReadOptions::default() })
        .unwrap()
}

fn check(name: &str, text: &str, expected: &[&str]) {
    let transcript = read(text);
    assert_eq!(turns(&transcript), expected, "turns of {name}");
    assert!(transcript.warnings.is_empty(), "{name}: {:?}", transcript.warnings);
}

/// A long interview in which two labels alternate, with more lines between.
fn long(question: &str, answer: &str, extra: &str) -> String {
    let words = "c’est à dire que le cabinet est loin de tout et que les gens y vont à pied";
    let mut text = String::new();
    for n in 0..12 {
        text += &format!("{question}Et la question {n} ?\n{answer}{words}.\n");
        if n % 4 == 1 {
            text += extra;
        }
    }
    text
}

fn labels(transcript: &Transcript) -> Vec<&str> {
    transcript.speakers.iter().map(|speaker| speaker.label.as_str()).collect()
}

#[test]
fn labels_are_found_however_they_are_parted() {
    for (question, answer, expected) in [
        ("VL : ", "EMG 1 : ", ["VL", "EMG 1"]),
        ("VL: ", "EMG1: ", ["VL", "EMG1"]),
        ("VL\u{202F}: ", "EMG\u{A0}1\u{A0}: ", ["VL", "EMG 1"]),
        ("Enquêtrice – ", "Participant – ", ["Enquêtrice", "Participant"]),
        ("Enquêtrice - ", "Mme *** - ", ["Enquêtrice", "Mme ***"]),
        ("Q : ", "R : ", ["Q", "R"]),
        ("Moi : ", "Dr.DEG : ", ["Moi", "Dr.DEG"]),
        ("Moi : ", "Elle : ", ["Moi", "Elle"]),
        ("E.- ", "M.- ", ["E", "M"]),
        ("Claire : ", "Jean-Pierre : ", ["Claire", "Jean-Pierre"]),
        ("interviewer : ", "emg5 : ", ["interviewer", "emg5"]),
        ("claire : ", "paul : ", ["claire", "paul"]),
        ("VL\t", "EMG 1\t", ["VL", "EMG 1"]),
        ("VL :\t", "EMG 1 :\t", ["VL", "EMG 1"]),
        ("[VL] ", "[EMG 1] ", ["VL", "EMG 1"]),
        ("- VL : ", "- EMG 1 : ", ["VL", "EMG 1"]),
        ("VL\n", "EMG 1\n", ["VL", "EMG 1"]),
        ("VL :\n", "EMG 1 :\n", ["VL", "EMG 1"]),
        ("\nVL\n\n", "\nEMG 1\n\n", ["VL", "EMG 1"]),
        ("Claire\n", "Interne de médecine générale\n", ["Claire", "Interne de médecine générale"]),
        ("[00:12:34] VL : ", "[00:12:40] EMG 1 : ", ["VL", "EMG 1"]),
        ("VL 00:12\n", "EMG 1 00:14\n", ["VL", "EMG 1"]),
        ("VL (00:12) : ", "EMG 1 (00:14) : ", ["VL", "EMG 1"]),
        ("00:12\nVL : ", "00:14\nEMG 1 : ", ["VL", "EMG 1"]),
        ("00:00:12 Intervenant 1\n", "00:00:14 Intervenant 2\n", ["Intervenant 1", "Intervenant 2"]),
        ("Marie Dupont   0:03\n", "Paul Martin   0:09\n", ["Marie Dupont", "Paul Martin"]),
        ("DUPONT Marie (Externe)   0:03\n", "Paul Martin   0:09\n", ["DUPONT Marie", "Paul Martin"]),
        ("**Claire :** ", "**EMG 1** : ", ["Claire", "EMG 1"]),
        ("1. CL : ", "2. EMG 1 : ", ["CL", "EMG 1"]),
        ("12 CL : ", "13 EMG 1 : ", ["CL", "EMG 1"]),
        ("Claire > ", "Paul > ", ["Claire", "Paul"]),
        ("S00: ", "S01: ", ["S00", "S01"]),
    ] {
        let transcript = read(&long(question, answer, ""));
        assert_eq!(labels(&transcript), expected, "{question:?} {answer:?}");
        let said = turns(&transcript);
        assert_eq!(said.len(), 24, "{question:?}");
        assert_eq!(said[2], format!("{}: Et la question 1 ?", expected[0]));
        assert!(said[3].ends_with("à pied."), "{}", said[3]);
    }
}

#[test]
fn bold_labels_need_no_separator() {
    let pairs: String = (0..6)
        .map(|n| {
            p(&(b("Enquê") + &b("trice ") + &r(&format!("Question {n} ?"))))
                + &p(&(b("EMG 2") + &r(" Oui : voilà.")))
        })
        .collect();
    let transcript = Docx::new(&pairs).read();
    assert_eq!(labels(&transcript), ["Enquêtrice", "EMG 2"]);
    assert_eq!(turns(&transcript)[..2], ["Enquêtrice: Question 0 ?", "EMG 2: Oui : voilà."]);
    let emphasis: String = (0..6)
        .map(|n| {
            p(&r(&format!("VL : Question {n} ?")))
                + &p(&r("EMG 2 : Oui."))
                + &p(&(b("Vraiment") + &r(" beaucoup.")))
        })
        .collect();
    assert_eq!(labels(&Docx::new(&emphasis).read()), ["VL", "EMG 2"]);
}

#[test]
fn words_with_a_colon_inside_speech_are_no_labels() {
    for extra in [
        "Il m’a dit : « Non. »\n",
        "Bon : on verra.\n",
        "Exemple : la toux.\n",
        "Je me suis dit : tant pis.\n",
        "Et puis : rien.\n",
        "Résultat : rien.\n",
        "le problème : la route.\n",
        "Deux choses : la route et le temps.\n",
        "Le patient : toujours lui.\n",
        "Ma mère : elle, jamais.\n",
        "(rires) : oui.\n",
        "Ce que je veux dire : non.\n",
        "Voilà – enfin.\n",
        "Franchement – non.\n",
        "Oui\n",
        "Carrément\n",
        "*** : masqué, c’est tout.\n",
    ] {
        let transcript = read(&long("VL : ", "EMG 1 : ", extra));
        assert!(labels(&transcript)[..2] == ["VL", "EMG 1"], "{extra:?}");
        if extra.starts_with("***") {
            continue; // A masked name that comes back is a speaker.
        }
        assert_eq!(labels(&transcript).len(), 2, "{extra:?}: {:?}", labels(&transcript));
        let said = turns(&transcript);
        assert!(said[3].ends_with(extra.trim_end()), "{extra:?}: {}", said[3]);
        assert!(transcript.warnings.is_empty(), "{extra:?}: {:?}", transcript.warnings);
    }
}

#[test]
fn short_texts_are_read_without_coming_back() {
    check("two turns", "VL : Ça va ?\nEMG 1 : Oui.", &["VL: Ça va ?", "EMG 1: Oui."]);
    check("one turn", "EMG 1 : Oui.", &["EMG 1: Oui."]);
    check("names", "Marie : Ça va ?\nPaul : Oui.", &["Marie: Ça va ?", "Paul: Oui."]);
    check(
        "speech with colons",
        "VL : Alors ?\nEMG 1 : Il m’a dit :\nBon : d’accord.\nExemple : rien.",
        &["VL: Alors ?", "EMG 1: Il m’a dit :\nBon : d’accord.\nExemple : rien."],
    );
}

#[test]
fn one_question_and_one_long_answer_are_two_turns() {
    let answer =
        (0..40).map(|n| format!("Le jour {n}, je suis parti sur la route sans rien dire à personne."));
    let text = format!("Enquêtrice : Racontez.\nEMG 1 : {}", answer.collect::<Vec<_>>().join("\n"));
    let transcript = read(&text);
    assert_eq!(labels(&transcript), ["Enquêtrice", "EMG 1"]);
    assert!(transcript.speakers[1].words > 400);
}

#[test]
fn turns_hold_the_utterance_alone() {
    check(
        "several paragraphs",
        "VL : Et \u{A0}donc ?  \n\n  EMG 1 :  Je (rires)…  \n\nEnfin ***, […]\n\nVL : (silence)",
        &["VL: Et \u{A0}donc ?", "EMG 1: Je (rires)…  \n\nEnfin ***, […]", "VL: (silence)"],
    );
    check("remark beside the label", "EMG 1 (en riant) : Oui.\nVL : Ah ?", &["EMG 1: Oui.", "VL: Ah ?"]);
    check("line ends", "VL : a\r\nEMG 1 : b\rVL : c\nEMG 1 : d", &["VL: a", "EMG 1: b", "VL: c", "EMG 1: d"]);
}

#[test]
fn time_marks_leave_the_text_and_stay_with_the_turn() {
    for (text, expected, times) in [
        ("[00:12:34] VL : a\n[00:12:40] EMG 5 : b", "VL : a\nEMG 5 : b", [754, 760]),
        ("00:01 VL : a\n00:02 EMG 5 : b", "VL : a\nEMG 5 : b", [1, 2]),
        ("VL 00:01\na\nEMG 5 00:02\nb", "VL\na\nEMG 5\nb", [1, 2]),
        ("VL (00:01) : a\nEMG 5 (00:02) : b", "VL : a\nEMG 5 : b", [1, 2]),
        ("VL : [00:01] a\nEMG 5 : (00:02) b", "VL : a\nEMG 5 : b", [1, 2]),
        ("00:01\nVL : a\n00:02\nEMG 5 : b", "VL : a\nEMG 5 : b", [1, 2]),
        ("[00:01 --> 00:02] VL : a\n[00:02 --> 00:03] EMG 5 : b", "VL : a\nEMG 5 : b", [1, 2]),
        ("#00:00:01-5# VL : a\n#00:00:02-5# EMG 5 : b", "VL : a\nEMG 5 : b", [1, 2]),
    ] {
        let transcript = read(text);
        assert_eq!(transcript.text, expected, "{text:?}");
        assert_eq!(turns(&transcript), ["VL: a", "EMG 5: b"], "{text:?}");
        let found: Vec<_> = transcript.turns.iter().map(|turn| turn.time).collect();
        assert_eq!(found, times.map(|seconds| Some(seconds * 1000)), "{text:?}");
    }
    let inside = read("VL : à 12:30 ?\nEMG 1 : non,\n[00:15] à\n10:30 on part.");
    assert_eq!(inside.text, "VL : à 12:30 ?\nEMG 1 : non,\nà\n10:30 on part.");
    assert_eq!(inside.turns[1].time, Some(15_000));
}

#[test]
fn tables_are_transcripts() {
    let three: [&[&str]; 4] = [
        &["Locuteur", "Verbatim", "Codes"],
        &["VL", "Ça va ?", ""],
        &["EMG 3 :", "Oui.\nEnfin.", "fatigue"],
        &["", "Et non.", "refus"],
    ];
    let transcript = Docx::new(&(p(&r("Entretien 3")) + &table(&three) + &p(&r("Fin.")))).read();
    assert_eq!(turns(&transcript), ["VL: Ça va ?", "EMG 3: Oui.\nEnfin.", "EMG 3: Et non."]);
    let guest: [&[&str]; 5] = [
        &["Participant", "Verbatim"],
        &["VL", "Ça va ?"],
        &["EMG 3", "Oui."],
        &["VL", "Qui est là ?"],
        &["Marc", "C’est moi."],
    ];
    let transcript = Docx::new(&table(&guest)).read();
    assert_eq!(turns(&transcript)[2..], ["VL: Qui est là ?", "Marc: C’est moi."]);
    let timed: [&[&str]; 3] =
        [&["1", "00:01", "VL", "a ?"], &["2", "00:02", "EMG 3", "b"], &["3", "00:03", "VL", "c ?"]];
    let transcript = Docx::new(&table(&timed)).read();
    assert_eq!(transcript.text, "1\tVL\ta ?\n2\tEMG 3\tb\n3\tVL\tc ?");
    assert_eq!(turns(&transcript), ["VL: a ?", "EMG 3: b", "VL: c ?"]);
    assert_eq!(transcript.turns[1].time, Some(2000));
    let coded: [&[&str]; 2] = [&["VL : a ?\nEMG 3 : b", "code"], &["VL : c ?\nEMG 3 : d\ne", "code"]];
    let transcript = Docx::new(&table(&coded)).read();
    assert_eq!(turns(&transcript), ["VL: a ?", "EMG 3: b", "VL: c ?", "EMG 3: d\ne"]);
    let numbered: [&[&str]; 2] = [&["1", "VL : a ?"], &["2", "EMG 3 : b"]];
    assert_eq!(turns(&Docx::new(&table(&numbered)).read()), ["VL: a ?", "EMG 3: b"]);
}

#[test]
fn header_lines_are_facts_and_no_speakers() {
    let header = "Entretien n°3\nParticipant : EMG 3\nEnquêtrice : Claire L.\nDate : 06/03/2023\nDurée : 55 minutes\n\
        Lieu : cabinet de ***\nProfession : étudiant\n\nVL : la chercheuse\n";
    let transcript = read(&(header.to_owned() + &long("VL : ", "EMG 3 : ", "")));
    assert_eq!(labels(&transcript), ["VL", "EMG 3"]);
    let facts: Vec<_> = transcript.facts.iter().map(|fact| (fact.kind, fact.value.as_str())).collect();
    let expected = [
        (FactKind::Participant, "EMG 3"),
        (FactKind::Interviewer, "Claire L."),
        (FactKind::Date, "06/03/2023"),
        (FactKind::Duration, "55 minutes"),
        (FactKind::Place, "cabinet de ***"),
        (FactKind::Profession, "étudiant"),
        (FactKind::Legend, "la chercheuse"),
    ];
    assert_eq!(facts, expected);
    let chars: Vec<char> = transcript.text.chars().collect();
    for fact in &transcript.facts {
        assert_eq!(chars[fact.start as usize..fact.end as usize].iter().collect::<String>(), fact.value);
    }
    assert_eq!(turns(&transcript)[0], "VL: Et la question 0 ?");
}

#[test]
fn labels_of_people_may_stand_in_the_header_too() {
    let body = long("Enquêtrice : ", "Participant : ", "");
    for header in [
        "Date : 06/03/2023\nEnquêtrice : Claire\nParticipant : EMG 3\n",
        "Participant : EMG 3\nLieu : Agen\n\n",
        "Participant : EMG 3\n\nEnquêtrice : Claire\nDate : 06/03/2023\n\n",
        "",
    ] {
        let transcript = read(&(header.to_owned() + &body));
        assert_eq!(turns(&transcript)[0], "Enquêtrice: Et la question 0 ?", "{header:?}");
        assert_eq!(transcript.turns.len(), 24, "{header:?}");
    }
}

#[test]
fn labels_announced_in_the_header_need_not_come_back() {
    let text = "Animatrice : Julie M.\nObservateur : Marc T.\nParticipants : M1, M2\n\n".to_owned()
        + &long("Animatrice : ", "M1 : ", "")
        + "M2 : Oui.\nObservateur : Dix minutes.";
    let transcript = read(&text);
    assert_eq!(turns(&transcript)[24..], ["M2: Oui.", "Observateur: Dix minutes."]);
    let roles: Vec<_> = transcript.speakers.iter().map(|s| s.role).collect();
    assert_eq!(roles, [Role::Interviewer, Role::Participant, Role::Participant, Role::Other]);
}

#[test]
fn a_header_ends_where_people_speak() {
    let spoken = "Interviewer: Tell me.\nParticipant: I was, like: no way.\nInterviewer: And then?\nParticipant: I left.";
    let transcript = read(&format!("{spoken}\nDate : 12/12/2024"));
    assert_eq!(transcript.turns.len(), 4);
    let unpunctuated = "Interviewée : Mme A.\nEnquêtrice: Pouvez-vous vous présenter\nInterviewée: Oui je suis infirmière\n\
        Enquêtrice: Depuis longtemps\nInterviewée: Vingt ans";
    assert_eq!(turns(&read(unpunctuated))[0], "Enquêtrice: Pouvez-vous vous présenter");
    assert_eq!(read(unpunctuated).turns.len(), 4);
}

#[test]
fn numbers_of_turns_are_no_speakers() {
    let transcript = read("Q1 : Qui ?\nR1 : Paul.\nQ2 : Où ?\nR2 : Ici.\nQ3 : Quand ?\nR3 : Toujours.");
    let same: Vec<_> = transcript.speakers.iter().map(|s| (s.same_as.as_deref(), s.role)).collect();
    let (lead, part) = (Role::Interviewer, Role::Participant);
    let expected = [
        (None, lead),
        (None, part),
        (Some("Q1"), lead),
        (Some("R1"), part),
        (Some("Q1"), lead),
        (Some("R1"), part),
    ];
    assert_eq!(same, expected);
}

#[test]
fn a_title_like_a_label_is_no_turn() {
    let text = format!("EMG 8\nDate : 06/03/2023\nDurée : 52 minutes\n\n{}", long("CL\n", "EMG 8\n", ""));
    assert_eq!(turns(&read(&text))[0], "CL: Et la question 0 ?");
}

#[test]
fn dates_and_durations_are_found_in_titles() {
    let text = format!("Entretien EMG 1 du 6 mars 2023 (55 minutes)\n{}", long("VL : ", "EMG 1 : ", ""));
    let transcript = read(&text);
    let facts: Vec<_> = transcript.facts.iter().map(|fact| (fact.kind, fact.value.as_str())).collect();
    assert_eq!(facts, [(FactKind::Date, "6 mars 2023"), (FactKind::Duration, "55 minutes")]);
}

#[test]
fn variants_of_a_label_are_told_and_never_united() {
    let text = long(
        "Enquêtrice : ",
        "EMG 5 : ",
        "EMG5 : Oui.\nEmg 5 : Non.\nEGM 5 : Peut-être.\nEnqêtrice : Ah ?\n",
    );
    let transcript = read(&text);
    let same: Vec<_> = transcript.speakers.iter().map(|s| (s.label.as_str(), s.same_as.as_deref())).collect();
    let expected = [
        ("Enquêtrice", None),
        ("EMG 5", None),
        ("EMG5", Some("EMG 5")),
        ("Emg 5", Some("EMG 5")),
        ("EGM 5", Some("EMG 5")),
        ("Enqêtrice", Some("Enquêtrice")),
    ];
    let told: Vec<_> =
        same.iter().filter(|(label, _)| *label != "EGM 5" && *label != "Enqêtrice").copied().collect();
    assert_eq!(told, expected[..4]);
    assert!(
        transcript
            .speakers
            .iter()
            .filter(|s| s.same_as.as_deref() == Some("Enquêtrice"))
            .all(|s| s.role == Role::Interviewer)
    );
    let once = long("VL : ", "EMG 5 : ", "").replacen("EMG 5 : c", "EGM 5 : c", 1);
    let transcript = read(&once);
    assert_eq!(transcript.speakers[1].same_as.as_deref(), Some("EMG 5"));
}

#[test]
fn several_speakers_at_once_are_other() {
    let text = long("VL : ", "EMG 1 : ", "EMG 2 : Moi aussi.\n")
        + "EMG 1 et EMG 2 : (rires)\nTous : Oui !\nTous : Non !";
    let transcript = read(&text);
    let roles: Vec<_> = transcript.speakers.iter().map(|s| (s.label.as_str(), s.role)).collect();
    let expected = [
        ("VL", Role::Interviewer),
        ("EMG 1", Role::Participant),
        ("EMG 2", Role::Participant),
        ("EMG 1 et EMG 2", Role::Other),
        ("Tous", Role::Other),
    ];
    assert_eq!(roles, expected);
}

#[test]
fn the_interviewer_is_named_told_by_the_label_or_guessed() {
    let role =
        |transcript: &Transcript| -> Vec<Role> { transcript.speakers.iter().map(|s| s.role).collect() };
    let (lead, part) = (Role::Interviewer, Role::Participant);
    for (question, answer) in [
        ("VL : ", "EMG 1 : "),
        ("CL : ", "AB : "),
        ("Claire : ", "Paul : "),
        ("Enquêtrice : ", "Interne : "),
        ("Moi : ", "Lui : "),
        ("Q : ", "R : "),
        ("I : ", "P1 : "),
        ("Chercheur 1 : ", "Médecin 2 : "),
        ("Intervenant 1 : ", "Intervenant 2 : "),
    ] {
        assert_eq!(role(&read(&long(question, answer, ""))), [lead, part], "{question}");
    }
    let named = read_with(&long("VL : ", "EMG 1 : ", "Anne : Oui.\n"), &["emg1", "Zoé"]);
    assert_eq!(role(&named), [part, lead, part]);
    assert_eq!(warnings(&named), [(K::InterviewerNotFound, "Zoé")]);
    let once =
        read_with(&(long("VL : ", "EMG 1 : ", "") + "Anne : Merci à vous.\nEt puis voilà."), &["Anne"]);
    assert_eq!(role(&once), [part, part, lead]);
    let odd = read_with(&(long("VL : ", "EMG 1 : ", "") + "Bon : Oui.\nNote : Non."), &["Bon", "note"]);
    assert_eq!(role(&odd), [part, part, lead, lead]);
    let silent = read(&long("AB : ", "CD : ", "").replace('?', "."));
    assert!(silent.speakers.iter().filter(|s| s.role == lead).count() <= 1);
}

#[test]
fn speakers_are_counted() {
    let transcript = read("VL : Ça va ?\nEMG 1 : Je dors\nmal, (rires) enfin.\nVL : Ah ?");
    let counts: Vec<_> =
        transcript.speakers.iter().map(|s| (s.turns, s.words, s.first_words.as_str())).collect();
    assert_eq!(counts, [(2, 5, "Ça va ?"), (1, 5, "Je dors mal, (rires) enfin.")]);
}

#[test]
fn doubts_are_told() {
    let told = |text: &str| {
        read(text).warnings.iter().map(|w| (w.kind, w.text.clone(), w.place)).collect::<Vec<_>>()
    };
    assert_eq!(told("Bonjour.\nAu revoir."), [(K::NoSpeakers, String::new(), None)]);
    assert_eq!(told(" \n\n"), [(K::NoText, String::new(), None)]);
    let mut text = long("VL : ", "EMG 1 : ", "");
    let length = text.chars().count();
    text += "HTA : Pardon.\nVL :\nEMG 1 Oui.\nEMG 1 ; Non.";
    let expected = [
        (K::LabelOnce, "HTA".to_owned(), Some(length)),
        (K::EmptyTurn, "VL".to_owned(), Some(length + 14)),
        (K::SeparatorMissing, "EMG 1".to_owned(), Some(length + 19)),
        (K::SeparatorMissing, "EMG 1".to_owned(), Some(length + 30)),
    ];
    assert_eq!(told(&text), expected);
    let transcript = read(&text);
    assert_eq!(turns(&transcript)[24..], ["EMG 1: Oui.", "EMG 1: Non."]);
}

#[test]
fn old_encodings_are_told() {
    let bytes: Vec<u8> = "VL : été ?\nEMG 1 : où ?".chars().map(|c| c as u32 as u8).collect();
    let transcript = formats::read("a.txt", &bytes, &ReadOptions::default()).unwrap();
    assert_eq!(turns(&transcript), ["VL: été ?", "EMG 1: où ?"]);
    assert_eq!(warnings(&transcript), [(K::EncodingGuessed, "windows-1252")]);
    let asked = ReadOptions { encoding: Some("iso-8859-1".into()), ..ReadOptions::default() };
    assert!(formats::read("a.txt", &bytes, &asked).unwrap().warnings.is_empty());
}

//! Packets: what they hold and what they do not, the coder's desk in them, and their way back.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::RecordId;
use model::value::{CodeList, MemoKind, RevisionOrigin};
use std::io::Read;
use std::path::Path;
use support::{Project, codings, env};
use workbench::command::Command;
use workbench::command::double_coding::DoubleCoding;
use workbench::double_coding::packet::PacketAsked;
use workbench::failure::DoubleCodingProblem;
use workbench::{Engine, Failure};

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis Brignoles. Le trajet coûte cher.\nCL : Et le matin ?\nEMG 1 : Le matin je renonce.";

struct Given {
    ann: Project,
    ben: Project,
    interview: RecordId,
}

/// Ann codes, masks a name, and gives Ben the interview.
fn given(list: CodeList) -> Given {
    let mut ann = Project::of(&["Ann Marchand", "Ben Leroy", "Zoé Petit"]);
    let interview = ann.import("Brignoles 1.txt", TEXT);
    ann.run(Command::RenameInterview { interview, name: "EMG 1".to_owned() });
    let other = ann.import("EMG 2.txt", "CL : Bonjour.\nEMG 2 : Rien à dire de Draguignan.");
    let code = ann.code("sommeil");
    let coding = ann.apply(interview, "Je dors mal", code);
    ann.run(Command::CommentCoding { coding, text: "commentaire caché".to_owned() });
    ann.apply(other, "Rien à dire", code);
    let (kind, target) = (MemoKind::Free, Some(code));
    let (title, body) = ("Mémo caché".to_owned(), "idée cachée".to_owned());
    ann.run(Command::WriteMemo { memo: None, target, kind, title, body });
    let masked = TEXT.replace("Brignoles", "***");
    ann.replace(interview, &masked, RevisionOrigin::Masked);
    let path = ann.file("enveloppe.ancrage");
    let ben = workbench::names::member(&ann.engine.seen(), "Ben Leroy").unwrap();
    let asked = PacketAsked {
        interviews: vec![interview],
        list,
        instructions: "Coder ligne à ligne.".to_owned(),
        round_name: "Tour 1".to_owned(),
        form: model::value::PacketForm::Project,
        ..PacketAsked::default()
    };
    let made = ann.engine.make_packet(&path, ben, &asked).unwrap();
    assert_eq!(made.codes, usize::from(list == CodeList::Given));
    let folder = tempfile::tempdir().unwrap();
    let received = folder.path().join("reçue.ancrage");
    std::fs::copy(&path, &received).unwrap();
    let engine = Engine::open(&received, env(70)).unwrap();
    let ben = Project { folder, engine, path: received, seed: 70 };
    Given { ann, ben, interview }
}

impl Given {
    fn done(&mut self) {
        let round = self.ben.engine.seen().rounds()[0].id;
        self.ben.run(Command::DoubleCoding(Box::new(DoubleCoding::DeclareDone { round })));
    }

    fn refused(&mut self, path: &Path) -> DoubleCodingProblem {
        match self.ann.engine.merge(path).unwrap_err() {
            Failure::DoubleCoding(problem) => problem,
            other => panic!("{other:?}"),
        }
    }
}

/// Every byte of a file, and of whatever is compressed in it.
fn every_byte(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap();
    let mut all = bytes.clone();
    for at in (0..bytes.len()).filter(|at| bytes[*at] == 0x78) {
        let mut inflated = Vec::new();
        // What is no stream gives nothing; of a broken one what could be read counts.
        drop(flate2::read::ZlibDecoder::new(&bytes[at..]).read_to_end(&mut inflated));
        all.push(0);
        all.extend(inflated);
    }
    all
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn a_packet_holds_the_texts_as_they_are_now_and_nothing_else() {
    let Given { ann, mut ben, interview } = given(CodeList::None);
    let path = ann.file("enveloppe.ancrage");
    let bytes = every_byte(&path);
    for word in ["Le trajet coûte cher", "Ben Leroy", "Coder ligne à ligne", "EMG 1", "Étude"] {
        assert!(holds(&bytes, word), "{word}");
    }
    for word in [
        "Brignoles",
        "Draguignan",
        "Ann Marchand",
        "Zoé Petit",
        "sommeil",
        "caché",
        "apply_code",
        "coding.anchor/1",
    ] {
        assert!(!holds(&bytes, word), "{word}");
    }
    assert_eq!(ben.text(interview), TEXT.replace("Brignoles", "***"));
    let seen = ben.engine.seen();
    assert_eq!((seen.members().len(), seen.interviews().len(), seen.codes().len()), (1, 1, 0));
    assert_eq!(seen.members()[0].name, "Ben Leroy");
    assert_eq!(ben.engine.me(), Some(seen.members()[0].id), "the coder's own desk");
    assert!(ben.engine.history().is_empty());
    assert_eq!(seen.rounds()[0].instructions, "Coder ligne à ligne.");
    assert_eq!(ben.turns(interview).len(), 4);
    ben.is_sound();
    let found = ben.engine.check().unwrap();
    assert!(found.study.is_empty(), "{:?}", found.study);
}

#[test]
fn a_packet_comes_back_sealed_and_brings_only_what_was_made_in_it() {
    let mut given = given(CodeList::None);
    let interview = given.interview;
    let nights = given.ben.code("nuits");
    given.ben.apply(interview, "Je dors mal", nights);
    given.done();
    given.ben = given.ben.reopen();
    given.ben.is_sound();
    // A correction made meanwhile is no problem.
    given.ann.correct(interview, "CL : Comment", "CL : Alors, comment");
    let before = given.ann.ops().len();
    let plan = given.ann.engine.merge_plan(&given.ben.path.clone()).unwrap();
    let path = given.ben.path.clone();
    let report = given.ann.merge(&path);
    assert_eq!(plan.sealed, report.sealed);
    assert_eq!(report.sealed, [given.ben.engine.me().unwrap()]);
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(given.ann.ops().len(), before + 3);
    assert_eq!(codings(&given.ann.engine.seen(), interview).len(), 1, "his are sealed");
    assert_eq!(given.ann.merge(&path).ops_in.len(), 0);
    let round = given.ann.engine.seen().rounds()[0].id;
    given.ann.run(Command::DoubleCoding(Box::new(DoubleCoding::DeclareDone { round })));
    let seen = given.ann.engine.seen();
    assert_eq!(codings(&seen, interview).len(), 2);
    assert_eq!(seen.code(nights).unwrap().book, given.ben.engine.me());
    let round = seen.round(round).unwrap();
    let checks: Vec<_> = round.done.iter().map(|done| seen.check_seal(done)).collect();
    assert_eq!(checks, [model::study::SealCheck::Holds; 2]);
    assert!(given.ann.marked(interview).contains("[[Je dors mal]]"), "{}", given.ann.marked(interview));
    given.ann.is_sound();
}

#[test]
fn codes_of_the_list_are_the_studys_own() {
    let mut given = given(CodeList::Given);
    let interview = given.interview;
    let code = given.ben.engine.seen().codes()[0].id;
    given.ben.apply(interview, "Le trajet coûte cher.", code);
    let path = given.ben.path.clone();
    given.ann.merge(&path);
    let round = given.ann.engine.seen().rounds()[0].id;
    let open = DoubleCoding::OpenRound { round, reason: "pour voir".to_owned() };
    given.ann.run(Command::DoubleCoding(Box::new(open)));
    let seen = given.ann.engine.seen();
    assert!(codings(&seen, interview).iter().all(|coding| coding.code == code));
    assert_eq!(seen.codes().len(), 1);
}

#[test]
fn what_is_no_packet_of_this_study_is_refused() {
    let mut one = given(CodeList::None);
    let path = one.ben.path.clone();
    // A study does not come into a packet.
    let study = one.ann.path.clone();
    let refused = one.ben.engine.merge(&study).unwrap_err();
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::InPacket)), "{refused:?}");
    // The words of the base changed by hand.
    let bytes = std::fs::read(&path).unwrap();
    let word = "Coder ligne".as_bytes();
    let mut altered = bytes.clone();
    for at in 0..bytes.len() - word.len() {
        if &bytes[at..at + word.len()] == word {
            altered[at] = b'c';
        }
    }
    let forged = one.ann.file("changée.ancrage");
    std::fs::write(&forged, altered).unwrap();
    assert_eq!(one.refused(&forged), DoubleCodingProblem::AlteredPacket);
    // Half of it.
    let torn = one.ann.file("moitié.ancrage");
    std::fs::write(&torn, &bytes[..bytes.len() / 2]).unwrap();
    assert!(one.ann.engine.merge(&torn).is_err());
    one.ann.is_sound();
}

#[test]
fn a_locked_packet_opens_with_its_passphrase_only_and_leaves_nothing_beside_it() {
    use workbench::double_coding::locked::{Passphrase, is_locked, unlock_file};
    let Given { mut ann, interview, .. } = given(CodeList::None);
    let phrase = Passphrase("sept cailloux bleus".to_owned());
    let (locked, open) = (ann.file("protégée.ancrage"), ann.file("ouverte.ancrage"));
    let zoe = workbench::names::member(&ann.engine.seen(), "Zoé Petit").unwrap();
    let asked = PacketAsked {
        interviews: vec![interview],
        round_name: "Tour 2".to_owned(),
        passphrase: Some(phrase.clone()),
        ..PacketAsked::default()
    };
    ann.engine.make_packet(&locked, zoe, &asked).unwrap();
    assert!(is_locked(&locked));
    let bytes = every_byte(&locked);
    for word in ["dors mal", "Tour 2", "Zoé", "SQLite"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
    let folder = ann.path.parent().unwrap().to_owned();
    let hidden = || {
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with(".ancrage-")).count()
    };
    assert_eq!(hidden(), 0);

    let wrong = unlock_file(&locked, &open, &Passphrase("sept cailloux".to_owned())).unwrap_err();
    assert!(matches!(wrong, Failure::DoubleCoding(DoubleCodingProblem::PassphraseRefused)), "{wrong:?}");
    assert!(!open.exists());
    unlock_file(&locked, &open, &phrase).unwrap();
    let mut zoe = Engine::open(&open, env(71)).unwrap();
    let round = zoe.seen().rounds()[0].id;
    zoe.run(Command::DoubleCoding(Box::new(DoubleCoding::DeclareDone { round }))).unwrap();
    let back = ann.file("retour.ancrage");
    zoe.save_locked_copy(&back, &phrase).unwrap();

    let refused = ann.engine.merge(&back).unwrap_err();
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::Locked)), "{refused:?}");
    let unlocked = ann.engine.unlock_copy(&back, &phrase).unwrap();
    assert_eq!(ann.engine.merge(unlocked.path()).unwrap().ops_in.len(), 1);
    drop(unlocked);
    assert_eq!(hidden(), 0);
}

#[test]
fn what_was_worked_on_is_locked_away_and_the_plain_file_goes() {
    use workbench::double_coding::locked::{
        Passphrase, locked_original, remove_plain, unlock_file, working_copy,
    };
    let Given { mut ann, interview, .. } = given(CodeList::None);
    let phrase = Passphrase("sept cailloux bleus".to_owned());
    let (locked, back) = (ann.file("protégée.ancrage"), ann.file("retour.ancrage"));
    let zoe = workbench::names::member(&ann.engine.seen(), "Zoé Petit").unwrap();
    let asked = PacketAsked {
        interviews: vec![interview],
        round_name: "Tour 2".to_owned(),
        passphrase: Some(phrase.clone()),
        ..PacketAsked::default()
    };
    ann.engine.make_packet(&locked, zoe, &asked).unwrap();
    let plain = working_copy(&locked);
    unlock_file(&locked, &plain, &phrase).unwrap();
    let mut zoe = Engine::open(&plain, env(71)).unwrap();
    assert_eq!(locked_original(&plain), Some(locked.clone()));
    let round = zoe.seen().rounds()[0].id;
    zoe.run(Command::DoubleCoding(Box::new(DoubleCoding::DeclareDone { round }))).unwrap();
    zoe.backup_now().unwrap();
    // Another passphrase than that of the packet: whoever gave it could not open what comes back.
    let refused = zoe.lock_copy(&back, &Passphrase("autre chose".to_owned())).unwrap_err();
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::PassphraseRefused)), "{refused:?}");
    let refused = remove_plain(&plain, &back, zoe.history().len()).unwrap_err();
    assert!(plain.exists() && !back.exists(), "{refused:?}");
    // The study itself is not the place of its locked copy.
    for write in [Engine::lock_copy, |zoe: &mut Engine, to: &Path, phrase: &Passphrase| {
        zoe.save_locked_copy(to, phrase).map(|_| 0)
    }] {
        let refused = write(&mut zoe, &plain, &phrase).unwrap_err();
        assert!(matches!(refused, Failure::File { .. }), "{refused:?}");
        assert!(Engine::open_read_only(&plain, env(72)).is_ok());
    }

    // What is done once the copy is made is in no copy: the plain file stays then.
    let ops = zoe.lock_copy(&back, &phrase).unwrap();
    zoe.run(Command::DoubleCoding(Box::new(DoubleCoding::AcceptOtherEdges { accept: false }))).unwrap();
    drop(zoe);
    let refused = remove_plain(&plain, &back, ops).unwrap_err();
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::GrewSinceLocked)), "{refused:?}");
    let mut zoe = Engine::open(&plain, env(73)).unwrap();
    std::fs::remove_file(&back).unwrap();
    let ops = zoe.lock_copy(&back, &phrase).unwrap();
    drop(zoe);
    remove_plain(&plain, &back, ops).unwrap();
    let names = std::fs::read_dir(plain.parent().unwrap()).unwrap();
    let names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert!(names.iter().all(|name| !name.contains("ouverte")), "{names:?}");
    let unlocked = ann.engine.unlock_copy(&back, &phrase).unwrap();
    assert_eq!(ann.engine.merge(unlocked.path()).unwrap().ops_in.len(), 2);
}

/// A Word file as it comes back: the lines, each with what was written on a part of it.
fn commented(lines: &[(&str, &[(&str, &str)])]) -> Vec<u8> {
    use formats::write::{Block, Document, Look, Paragraph, Remark, Run};
    let mut document = Document::default();
    for (line, comments) in lines {
        let (mut runs, mut rest) = (Vec::new(), *line);
        for (words, label) in *comments {
            let (before, after) = rest.split_once(words).unwrap();
            let remark = document.remarks.len();
            document.remarks.push(Remark {
                author: "Ben Leroy".to_owned(),
                at: String::new(),
                text: vec![(*label).to_owned()],
                hue: 0,
            });
            runs.extend([Run::plain(before), Run { remarks: vec![remark], ..Run::plain(*words) }]);
            rest = after;
        }
        runs.push(Run::plain(rest));
        document.blocks.push(Block::Paragraph(Paragraph { look: Look::Speech, runs }));
    }
    formats::write::docx(&document).unwrap()
}

/// Every part of a Word file, as text.
fn every_part(path: &Path) -> String {
    let file = std::fs::read(path).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut words = String::new();
    for at in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        words.push_str(&String::from_utf8_lossy(&part));
    }
    words
}

#[test]
fn a_word_packet_comes_back_as_codings_where_its_words_are_and_blindness_is_declared() {
    use model::value::PacketForm;
    let Given { mut ann, interview, .. } = given(CodeList::None);
    let zoe = workbench::names::member(&ann.engine.seen(), "Zoé Petit").unwrap();
    let path = ann.file("pour Zoé.docx");
    let asked = PacketAsked {
        interviews: vec![interview],
        instructions: "Au plus près des mots.".to_owned(),
        round_name: "Tour Word".to_owned(),
        form: PacketForm::Docx,
        ..PacketAsked::default()
    };
    let made = ann.engine.make_packet(&path, zoe, &asked).unwrap();
    let words = every_part(&path);
    assert!(words.contains("Je dors mal depuis ***") && words.contains("Au plus près des mots."));
    for hidden in ["sommeil", "Ann", "Zoé", "Brignoles", "caché", "commentaire"] {
        assert!(!words.contains(hidden), "{hidden}");
    }

    // Word and its user changed lines; Ann corrected the text meanwhile.
    ann.correct(interview, "CL : Comment", "CL : Alors, comment");
    let back = ann.file("revenu.docx");
    let lines: [(&str, &[(&str, &str)]); 4] = [
        ("EMG 1", &[]),
        (
            "EMG 1 : Je dors mal depuis ***. Le trajet coûte cher.",
            &[("Je dors mal", "nuits"), ("coûte cher", "argent")],
        ),
        ("EMG 1 : Le matin je renonce.", &[("je renonce", "nuits")]),
        ("Une ligne que Zoé a ajoutée.", &[("a ajoutée", "perdu")]),
    ];
    std::fs::write(&back, commented(&lines)).unwrap();
    let received = ann.engine.receive_word(&back, made.round, zoe).unwrap();
    assert_eq!((received.interview, received.placed), (interview, 3));
    assert_eq!(received.unplaced.iter().map(|one| one.quote.as_str()).collect::<Vec<_>>(), ["a ajoutée"]);

    let seen = ann.engine.seen();
    assert_eq!(codings(&seen, interview).len(), 1, "hers are sealed");
    let round = seen.round(made.round).unwrap();
    assert!(round.is_declared() && round.sealed);
    assert_eq!(workbench::answers::rounds::rounds(&ann.engine).last().unwrap().blinding, "declared");
    ann.engine.act_as("Zoé Petit").unwrap();
    ann.run(Command::DoubleCoding(Box::new(DoubleCoding::DeclareDone { round: made.round })));
    ann.engine.act_as("Ann Marchand").unwrap();
    ann.run(Command::DoubleCoding(Box::new(DoubleCoding::DeclareDone { round: made.round })));
    let marked = ann.marked(interview);
    for passage in ["Je dors mal", "coûte cher", "je renonce"] {
        assert!(marked.contains(passage), "{marked}");
    }
    let seen = ann.engine.seen();
    assert_eq!(codings(&seen, interview).len(), 4);
    let nights = workbench::names::code(&seen, "nuits").unwrap();
    assert_eq!(seen.code(nights).unwrap().book, Some(zoe));
    ann.is_sound();

    // A file of another interview is not hers.
    let foreign = ann.file("autre.docx");
    std::fs::write(&foreign, commented(&[("Tout autre chose.", &[("autre", "x")])])).unwrap();
    let refused = ann.engine.receive_word(&foreign, made.round, zoe).unwrap_err();
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::UnknownPacket)), "{refused:?}");
    assert_eq!(workbench::names::member(&ann.engine.seen(), "Ann Marchand").ok(), ann.engine.me());
}

/// A Word packet with the list of labels, one below the other, given to Zoé.
struct WithList {
    ann: Project,
    interview: RecordId,
    zoe: RecordId,
    round: RecordId,
    sleep: RecordId,
    cost: RecordId,
}

fn with_list() -> WithList {
    use model::value::PacketForm;
    use workbench::command::NewCode;
    let Given { mut ann, interview, .. } = given(CodeList::None);
    let zoe = workbench::names::member(&ann.engine.seen(), "Zoé Petit").unwrap();
    let sleep = workbench::names::code(&ann.engine.seen(), "sommeil").unwrap();
    let below = NewCode { name: "coût du trajet".to_owned(), parent: Some(sleep), ..NewCode::default() };
    let cost = ann.run(Command::CreateCode(below)).made[0];
    let said = |text: &str| text.to_owned();
    ann.run(Command::DefineCode {
        code: cost,
        definition: said("Ce que coûte la route."),
        include: said("l’essence"),
        exclude: said("le temps"),
        example: said("Brignoles"),
    });
    let path = ann.file("pour Zoé.docx");
    let asked = PacketAsked {
        interviews: vec![interview],
        list: CodeList::Given,
        instructions: "Au plus près des mots.".to_owned(),
        round_name: "Tour Word".to_owned(),
        form: PacketForm::Docx,
        ..PacketAsked::default()
    };
    let made = ann.engine.make_packet(&path, zoe, &asked).unwrap();
    assert_eq!(made.codes, 2);
    let words = every_part(&path);
    for told in ["sommeil / coût du trajet", "Ce que coûte la route.", "l’essence", "Liste des étiquettes"]
    {
        assert!(words.contains(told), "{told}");
    }
    assert!(!words.contains("Brignoles"), "an anchor example is words of a participant");
    WithList { ann, interview, zoe, round: made.round, sleep, cost }
}

#[test]
fn a_word_packet_with_the_list_names_every_label_and_what_is_commented_means_these() {
    let WithList { mut ann, interview, zoe, round, sleep, cost } = with_list();
    let back = ann.file("revenu.docx");
    let lines: [(&str, &[(&str, &str)]); 6] = [
        ("EMG 1", &[]),
        ("Au plus près des mots.", &[]),
        ("CL : Comment dormez-vous ?", &[]),
        (
            "EMG 1 : Je dors mal depuis ***. Le trajet coûte cher.",
            &[("EMG 1 : Je dors mal", "sommeil"), ("Le trajet coûte cher", "sommeil / coût du trajet")],
        ),
        ("EMG 1 : Le matin je renonce.", &[("je renonce", "Coût du trajet")]),
        ("Liste des étiquettes", &[]),
    ];
    let mut document = commented(&lines);
    std::fs::write(&back, &document).unwrap();

    // Given as a copy or as an interview, it is known for what it is; the transcript alone is not.
    let known = ann.engine.word_packet_at(&back).unwrap();
    assert_eq!((known.round, known.coder, known.interview), (round, zoe, interview));
    let refused = ann.engine.merge_plan(&back).unwrap_err();
    let came_back = |failure: &Failure| matches!(failure, Failure::DoubleCoding(DoubleCodingProblem::WordCameBack { coder, .. }) if coder == "Zoé Petit");
    assert!(came_back(&refused), "{refused:?}");
    let alone = ann.file("transcription.docx");
    std::fs::write(&alone, commented(&lines[2..5])).unwrap();
    assert_eq!(ann.engine.word_packet_at(&alone), None);

    let received = ann.engine.receive_word(&back, round, zoe).unwrap();
    assert_eq!((received.placed, received.unplaced.len()), (3, 0));
    ann.engine.act_as("Zoé Petit").unwrap();
    let seen = ann.engine.seen();
    let hers = codings(&seen, interview).into_iter().filter(|one| one.coder == zoe);
    let mut hers: Vec<(RecordId, String)> =
        hers.map(|one| (one.code, one.anchor.quote[..].to_owned())).collect();
    hers.sort_by_key(|(_, quote)| quote.len());
    let expected = [(cost, "je renonce"), (sleep, "Je dors mal"), (cost, "Le trajet coûte cher")];
    assert_eq!(hers, expected.map(|(code, quote)| (code, quote.to_owned())));
    ann.engine.act_as("Ann Marchand").unwrap();
    let again = ann.engine.receive_word(&back, round, zoe);
    assert!(matches!(again, Err(Failure::Nothing)), "nothing comes twice: {again:?}");

    // What is commented in the list of labels is no passage.
    let in_the_list: [(&str, &[(&str, &str)]); 3] = [
        ("EMG 1 : Le matin je renonce.", &[]),
        ("Liste des étiquettes", &[]),
        ("je renonce", &[("je renonce", "sommeil")]),
    ];
    document = commented(&in_the_list);
    std::fs::write(&back, &document).unwrap();
    let received = ann.engine.receive_word(&back, round, zoe).unwrap();
    assert_eq!((received.placed, received.unplaced.len()), (0, 1));
    ann.is_sound();
}

//! Copies made for a director: what they hold and what they do not, and what comes back of them.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use i18n::Lang;
use model::RecordId;
use model::value::{Countersign, MemoKind, RevisionOrigin, Role};
use std::io::Read;
use std::path::Path;
use support::{Project, env};
use workbench::answers::{claims, threads};
use workbench::command::Command;
use workbench::command::review::ReviewCommand;
use workbench::failure::DoubleCodingProblem;
use workbench::levels::LevelAsked;
use workbench::review::{about, changes, overview};
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim, Guest, Stopping};
use workbench::{Engine, Failure};

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis Brignoles. Le trajet coûte cher.";

struct Given {
    student: Project,
    director: Project,
    code: RecordId,
    claim: RecordId,
}

/// A student codes two interviews, masks a name, claims saturation and gives the director a copy.
fn given() -> Given {
    let mut student = Project::of(&["Ann Marchand"]);
    let name = "Dr Aubert".to_owned();
    student.run(Command::AddMember { name, role: Role::Director });
    let interview = student.import("Brignoles 1.txt", TEXT);
    student.run(Command::RenameInterview { interview, name: "EMG 1".to_owned() });
    let date = Some("2026-03-01".to_owned());
    let place = "Draguignan".to_owned();
    student.run(Command::SetFacts { interview, date, duration_min: Some(40), place });
    let other = student.import("EMG 2.txt", "CL : Bonjour.\nEMG 2 : Je dors mal aussi.");
    let code = student.code("sommeil");
    student.apply(interview, "Je dors mal depuis Brignoles", code);
    student.apply(other, "Je dors mal aussi", code);
    for (shared, title) in [(false, "Mémo caché"), (true, "Mémo partagé")] {
        let (title, body) = (title.to_owned(), "Une idée.".to_owned());
        let memo = Command::WriteMemo { memo: None, target: Some(code), kind: MemoKind::Free, title, body };
        let memo = student.run(memo).made[0];
        if shared {
            student.run(ReviewCommand::Share { memo, shared }.into());
        }
    }
    student.replace(interview, &TEXT.replace("Brignoles", "***"), RevisionOrigin::Masked);
    for interview in [interview, other] {
        student.run(Command::FinishCoding { interview, finished: true });
    }
    let claiming = Box::new(Claiming {
        claim: Claim { at: 1, confirm: 1 },
        asked: Asked::at(LevelAsked::Label),
        guest: Guest { base: 1, run: 1, threshold_percent: 0.0 },
        stopping: Stopping { initial: 1, stop: 1 },
    });
    let argument = Some("Le second nuance sans ajouter.".to_owned());
    let claim = student.run(ReviewCommand::MakeClaim { claim: None, argument, claiming }.into()).made[0];
    let aubert = workbench::names::member(&student.engine.seen(), "Dr Aubert").unwrap();
    let path = student.file("copie.ancrage");
    student.engine.make_review_copy(&path, aubert).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let received = folder.path().join("reçue.ancrage");
    std::fs::copy(&path, &received).unwrap();
    let engine = Engine::open(&received, env(71)).unwrap();
    let director = Project { folder, engine, path: received, seed: 71 };
    Given { student, director, code, claim }
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
fn a_copy_holds_what_a_director_reads_and_no_masked_name_in_any_byte() {
    let mut given = given();
    let bytes = every_byte(&given.student.file("copie.ancrage"));
    for word in ["sommeil", "Mémo partagé", "Le trajet coûte cher", "Le second nuance", "Ann Marchand"] {
        assert!(holds(&bytes, word), "{word}");
    }
    for word in ["Brignoles", "Draguignan", "Mémo caché", "apply_code", "write_memo"] {
        assert!(!holds(&bytes, word), "{word}");
    }
    let director = &mut given.director;
    assert_eq!(
        director.engine.me().and_then(|me| director.engine.seen().member(me).map(|one| one.role)),
        Some(Role::Director)
    );
    assert_eq!(director.engine.history().len(), 0);
    let told = about::about(&mut director.engine, Lang::Fr, given.code).unwrap().unwrap();
    assert_eq!(told.passages.len(), 2);
    assert!(told.passages.iter().any(|passage| passage.quote == "Je dors mal depuis ***."), "{told:?}");
    let one = overview::overview(&mut director.engine, Lang::Fr).unwrap();
    assert_eq!((one.interviews, one.finished, one.passages, one.memos.len()), (2, 2, 2, 1));
    let since = changes::since(&director.engine, Lang::Fr, director.engine.me().unwrap());
    assert!(since.walk().any(|(_, record)| record == given.code), "{since:?}");
    let claim = claims::claims(&director.engine, Lang::Fr).remove(0);
    assert_eq!((claim.state, claim.today.unwrap().changes), ("waiting", Vec::new()));
    director.is_sound();
    assert_eq!(director.engine.check().unwrap().study, []);
}

#[test]
fn what_the_director_makes_in_a_copy_comes_back_and_nothing_else() {
    let mut given = given();
    let (code, claim) = (given.code, given.claim);
    let director = &mut given.director;
    let refused = director.refusal(Command::RenameCode { code, name: "autre".to_owned() });
    assert!(matches!(refused, Failure::Claim(_)), "{refused:?}");
    director.run(ReviewCommand::Comment { about: code, text: "Trop large.".to_owned() }.into());
    director.run(ReviewCommand::Look { target: None }.into());
    assert_eq!(changes::since(&director.engine, Lang::Fr, director.engine.me().unwrap()).changes, []);
    director.engine.sign_with(&director.file("poste.clé"));
    let (verdict, reason) = (Countersign::Refused, "Deux entretiens ne suffisent pas.".to_owned());
    director.run(ReviewCommand::GiveVisa { claim, director: None, verdict, reason, proof: None }.into());
    // The student works on meanwhile.
    let student = &mut given.student;
    student.run(Command::RenameCode { code, name: "sommeil et route".to_owned() });
    let before = student.ops().len();
    let report = student.merge(&given.director.path);
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(student.ops().len(), before + 3);
    let found = claims::claims(&student.engine, Lang::Fr).remove(0);
    assert_eq!((found.state, found.visas[0].entered), ("refused", Some("signed")));
    let threads = threads::threads(&student.engine, Lang::Fr);
    assert_eq!(threads[0].comments[0].text, "Trop large.");
    assert_eq!(student.engine.seen().own_name(code), "sommeil et route");
    assert_eq!(claims::reproduced(&student.engine, claim).unwrap().reproduced, "same");
    student.is_sound();
    // Merged again, it brings nothing; it can be taken back.
    assert_eq!(student.merge(&given.director.path).ops_in, []);
}

#[test]
fn a_copy_that_is_not_the_directors_own_work_is_refused() {
    let mut given = given();
    given.director.engine.act_as("Ann Marchand").unwrap();
    given.director.run(ReviewCommand::Comment { about: given.code, text: "Faux.".to_owned() }.into());
    match given.student.engine.merge(&given.director.path).unwrap_err() {
        Failure::DoubleCoding(problem) => assert_eq!(problem, DoubleCodingProblem::AlteredPacket),
        other => panic!("{other:?}"),
    }
    let student = workbench::names::member(&given.student.engine.seen(), "Ann Marchand").unwrap();
    let path = given.student.file("autre.ancrage");
    assert!(given.student.engine.make_review_copy(&path, student).is_err());
    assert!(!path.exists());
}

//! Copies made for a director: what they hold and what they do not, and what comes back of them.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use i18n::Lang;
use model::op::{After, Change, Op, OpKind};
use model::value::{
    CodeName, Countersign, Frontier, Kind, Life, MemberRole, MemoKind, MemoShared, MemoTarget, MemoText,
    Redirect, ReviewSeen, RevisionOrigin, Role, Value, VisaGiven,
};
use model::{OpId, RecordId};
use std::io::Read;
use std::path::{Path, PathBuf};
use store::Store;
use support::{Project, env};
use workbench::answers::{claims, threads};
use workbench::command::review::ReviewCommand;
use workbench::command::{Command, NewCode};
use workbench::failure::ClaimProblem;
use workbench::levels::LevelAsked;
use workbench::review::admission::Beyond;
use workbench::review::{about, changes, overview};
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim, Guest, Stopping};
use workbench::wording::{About, failure_about};
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

/// An operation as somebody could write it into the file of a copy by hand.
fn forged(given: &Given, author: RecordId, kind: OpKind, changes: Vec<(RecordId, Value)>) -> PathBuf {
    let path = given.student.file("forgée.ancrage");
    drop(std::fs::remove_file(&path));
    std::fs::copy(&given.director.path, &path).unwrap();
    let mut store = Store::open(&path, support::NOW).unwrap();
    let set = |(record, value): (RecordId, Value)| {
        let register = given.student.engine.seen().register(record, value.field());
        let bases = register.map(model::register::Register::shown).unwrap_or_default();
        Change { record, bases, after: After::Set(value) }
    };
    let changes = changes.into_iter().map(set).collect();
    let id = OpId(uuid::Uuid::from_u128(0xF0));
    let op = Op { id, author, at: support::NOW, lamport: 900, kind, changes, undoes: None };
    store.commit(&op, &[], &[]).unwrap();
    path
}

fn new(n: u128) -> RecordId {
    RecordId(uuid::Uuid::from_u128(n))
}

/// What somebody could write into a copy by hand, and what is said of it.
struct Forgery {
    author: RecordId,
    kind: OpKind,
    changes: Vec<(RecordId, Value)>,
    told: Beyond,
}

/// Labels, codings, members and memos, though told as a comment.
fn beyond_a_directors_part(given: &Given, aubert: RecordId, ann: RecordId) -> Vec<Forgery> {
    let (code, claim, seen) = (given.code, given.claim, given.student.engine.seen());
    let hidden = seen.memos().iter().find(|memo| memo.title == "Mémo caché").unwrap().id;
    let coding = support::codings(&seen, seen.interviews()[0].id)[0].id;
    let comment = |kind| Value::from(MemoTarget::new(Some(code), kind, aubert));
    let words = MemoText::new(String::new(), "changé".to_owned());
    let changes: Vec<(RecordId, Value, Kind)> = vec![
        (code, CodeName::new("autre".to_owned()).into(), Kind::Code),
        (code, Redirect::new(Some(claim)).into(), Kind::Code),
        (coding, Life::new(false).into(), Kind::Coding),
        (ann, MemberRole::new(Role::Director).into(), Kind::Member),
        (hidden, words.into(), Kind::Memo),
        (hidden, comment(MemoKind::Discussion), Kind::Memo),
        (hidden, MemoShared::new(true).into(), Kind::Memo),
        (new(2), comment(MemoKind::Free), Kind::Memo),
    ];
    let forgery = |(record, value, kind)| Forgery {
        author: aubert,
        kind: OpKind::CommentOn { about: code, memo: new(1) },
        changes: vec![(record, value)],
        told: Beyond::Record(kind),
    };
    changes.into_iter().map(forgery).collect()
}

/// What is told as something else, or is in the name of another or by another.
fn in_a_wrong_name(given: &Given, aubert: RecordId, ann: RecordId) -> Vec<Forgery> {
    let (code, claim) = (given.code, given.claim);
    let digest = given.student.engine.seen().claim(claim).unwrap().frozen.unwrap().digest;
    let visa = |director| {
        let (reason, proof, agreed) = (String::new(), String::new(), Countersign::Agreed);
        let given = VisaGiven::new(reason, proof, claim, digest, director, agreed, support::NOW, None, None);
        Value::from(Box::new(given))
    };
    let comment = |author| Value::from(MemoTarget::new(Some(code), MemoKind::Discussion, author));
    let seen = Value::from(ReviewSeen::new(code, ann, support::NOW, Frontier::default()));
    let said = OpKind::CommentOn { about: code, memo: new(1) };
    let give = OpKind::GiveVisa { claim, director: aubert, verdict: Countersign::Agreed };
    let forgery = |author, kind, value, told| Forgery { author, kind, changes: vec![(new(2), value)], told };
    vec![
        forgery(aubert, OpKind::DeleteCode { code }, visa(aubert), Beyond::Record(Kind::Visa)),
        forgery(aubert, give, visa(ann), Beyond::InTheNameOf(ann)),
        forgery(aubert, said.clone(), comment(ann), Beyond::InTheNameOf(ann)),
        forgery(aubert, said.clone(), seen, Beyond::InTheNameOf(ann)),
        forgery(ann, said, comment(aubert), Beyond::By(ann)),
    ]
}

#[test]
fn a_copy_with_anything_but_the_directors_own_review_is_refused_whole_and_said_why() {
    let mut given = given();
    let code = given.code;
    given.director.run(ReviewCommand::Comment { about: code, text: "Vrai.".to_owned() }.into());
    let member = |name| workbench::names::member(&given.student.engine.seen(), name).unwrap();
    let (ann, aubert) = (member("Ann Marchand"), member("Dr Aubert"));
    let mut forgeries = beyond_a_directors_part(&given, aubert, ann);
    forgeries.extend(in_a_wrong_name(&given, aubert, ann));
    let before = given.student.ops();
    for Forgery { author, kind, changes, told } in forgeries {
        let path = forged(&given, author, kind, changes.clone());
        let engine = &mut given.student.engine;
        for refused in [engine.merge_plan(&path).map(drop), engine.merge(&path).map(drop)] {
            match refused.unwrap_err() {
                Failure::Claim(ClaimProblem::BeyondReview { what, .. }) => assert_eq!(what, [(told, 1)]),
                other => panic!("{other:?} for {changes:?}"),
            }
        }
    }
    assert_eq!(given.student.ops(), before);
    let said = OpKind::CommentOn { about: code, memo: new(1) };
    let path = forged(&given, aubert, said, vec![(code, CodeName::new("autre".to_owned()).into())]);
    let failure = given.student.engine.merge(&path).unwrap_err();
    let about = About { file: None, engine: Some(&given.student.engine) };
    // Spaces before the signs are no-break ones.
    let told = failure_about(Lang::Fr, about, &failure).replace('\u{a0}', " ");
    assert_eq!(
        told,
        "Une copie de relecture ne rapporte que les commentaires, les visas et les marques de lecture de \
         son destinataire (Dr Aubert). Celle-ci contient autre chose : étiquette × 1. Rien n’en a été repris ; le fichier reste \
         tel qu’il est."
    );
    // What is honest in the same copy comes, once it comes alone.
    assert_eq!(given.student.merge(&given.director.path).ops_in.len(), 1);
}

#[test]
fn nothing_is_made_in_a_copy_that_would_be_refused_on_the_way_back() {
    let mut given = given();
    let (code, claim, path) = (given.code, given.claim, given.student.path.clone());
    let Given { student, director: desk, .. } = &mut given;
    let only = |failure: Failure| {
        assert!(matches!(failure, Failure::Claim(ClaimProblem::ReviewCopyOnly { .. })), "{failure:?}");
    };
    only(desk.engine.act_as("Ann Marchand").unwrap_err());
    let aubert = desk.engine.act_as("Dr Aubert").unwrap();
    let (title, body) = ("Idée".to_owned(), "À soi.".to_owned());
    let memo = |kind| Command::WriteMemo {
        memo: None,
        target: Some(code),
        kind,
        title: title.clone(),
        body: body.clone(),
    };
    let shared = desk.engine.seen().memos()[0].id;
    for command in [
        Command::RenameCode { code, name: "autre".to_owned() },
        Command::CreateCode(NewCode { name: "autre".to_owned(), ..NewCode::default() }),
        Command::AddMember { name: "Zoé".to_owned(), role: Role::Director },
        Command::EditMember { member: aubert, name: "Dr A".to_owned(), role: Role::Student },
        memo(MemoKind::Free),
        Command::WriteMemo {
            memo: Some(shared),
            target: Some(code),
            kind: MemoKind::Free,
            title: title.clone(),
            body: body.clone(),
        },
        ReviewCommand::Share { memo: shared, shared: false }.into(),
        ReviewCommand::WriteClaim { claim: None, argument: "Autre.".to_owned() }.into(),
        ReviewCommand::WithdrawClaim { claim }.into(),
    ] {
        only(desk.refusal(command));
    }
    assert_eq!(desk.ops(), []);
    // What is allowed comes back, taken back and done again.
    desk.run(memo(MemoKind::Discussion));
    desk.run(ReviewCommand::Comment { about: code, text: "Trop large.".to_owned() }.into());
    desk.run(Command::Undo);
    desk.run(Command::Redo);
    desk.run(ReviewCommand::Look { target: Some(code) }.into());
    desk.run(Command::Undo);
    let thread = desk.engine.seen().threads()[0].comments[0].id;
    desk.run(ReviewCommand::Resolve { thread, resolved: true }.into());
    // Not the study itself either.
    assert!(desk.engine.merge(&path).is_err());
    assert_eq!(student.merge(&desk.path).ops_in.len(), 7);
    student.is_sound();
    assert_eq!(student.engine.seen().threads().len(), 2);
}

#[test]
fn a_copy_is_made_for_a_director_alone() {
    let mut given = given();
    let student = workbench::names::member(&given.student.engine.seen(), "Ann Marchand").unwrap();
    let path = given.student.file("autre.ancrage");
    assert!(given.student.engine.make_review_copy(&path, student).is_err());
    assert!(!path.exists());
}

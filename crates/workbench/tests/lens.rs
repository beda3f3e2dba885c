//! While a round is sealed nothing of the other coder's part in it can be read, anywhere.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod shown;
mod support;

use i18n::Lang;
use model::op::{After, Change, Op, OpKind};
use model::undo::UndoBlocked;
use model::value::{
    Ask, CodingAnchor, MemoKind, Near, Point, RelationSort, RoundOpened, RoundSetup, Stance, Value,
};
use model::{OpId, RecordId};
use shown::{everything, json, measured, pages};
use support::{NOW, Project, codings};
use uuid::Uuid;
use workbench::Failure;
use workbench::answers;
use workbench::command::Command;
use workbench::command::theory::{SchemaItem, SortChoice, TheoryCommand};

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis mars. Le trajet coûte cher.\nCL : Et le matin ?\nEMG 1 : Le matin je renonce.";
const ROUND: RecordId = RecordId(Uuid::from_u128(0xB11D));

/// Writes an operation of the director's on the round, for which there is no command yet.
fn write(project: Project, number: u64, value: impl Into<Value>, kind: OpKind) -> Project {
    write_to(project, ROUND, number, value, kind)
}

fn write_to(
    project: Project,
    record: RecordId,
    number: u64,
    value: impl Into<Value>,
    kind: OpKind,
) -> Project {
    let me = project.engine.me().unwrap();
    let author = workbench::names::member(&project.engine.seen(), "Zoé").unwrap();
    let lamport = project.engine.study().next_lamport();
    let change = Change { record, bases: Vec::new(), after: After::Set(value.into()) };
    let id = OpId(Uuid::from_u128(u128::from(number)));
    let op = Op { id, author, at: NOW, lamport, kind, changes: vec![change], undoes: None };
    let Project { folder, engine, path, .. } = project;
    drop(engine);
    let mut store = store::Store::open(&path, NOW).unwrap();
    store.commit(&op, &[], &[]).unwrap();
    drop(store);
    Project::at(folder, path, number, &me.to_string())
}

/// Ann's and Ben's copies after both coded one interview in a sealed round; Ann's has taken Ben's in.
struct Sealed {
    ann: Project,
    ben: Project,
    interview: RecordId,
    other: RecordId,
    shared: RecordId,
    /// What Ann saw before Ben's work came.
    before: String,
    report: workbench::merging::MergeReport,
}

fn sealed() -> Sealed {
    let mut ann = Project::of(&["Ann", "Ben", "Zoé"]);
    let (interview, other) = (ann.import("EMG 1.txt", TEXT), ann.import("EMG 2.txt", TEXT));
    let shared = ann.code("sommeil");
    let seen = ann.engine.seen();
    let coders =
        seen.members().iter().filter(|member| member.name != "Zoé").map(|member| member.id).collect();
    let setup = RoundSetup::new("Premier tour".to_owned(), String::new(), vec![interview], coders);
    let mut ann = write(ann, 1001, setup, OpKind::SetUpRound { round: ROUND });
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    ann.apply(interview, "Je dors mal", shared);
    work_in_secret(&mut ben, interview, shared);
    let before = everything(&mut ann, interview);
    let report = ann.merge(&ben.path);
    Sealed { ann, ben, interview, other, shared, before, report }
}

/// Everything that must not be seen says « secret ».
fn work_in_secret(ben: &mut Project, interview: RecordId, shared: RecordId) {
    let code = ben.code("secret");
    ben.apply(interview, "coûte cher", code);
    let coding = ben.apply(interview, "dors mal depuis mars", shared);
    ben.run(Command::CommentCoding { coding, text: "un secret".to_owned() });
    let memo = |target| Command::WriteMemo {
        memo: None,
        target,
        kind: MemoKind::Theoretical,
        title: "Mémo secret".to_owned(),
        body: "Un secret.".to_owned(),
    };
    ben.run(memo(None));
    ben.run(memo(Some(shared)));
    think_in_secret(ben, shared, code, coding);
    ben.run(Command::NoteReading { interview, minutes: Some(40) });
    ben.run(Command::Undo);
    ben.run(Command::Redo);
    ben.run(Command::FinishCoding { interview, finished: true });
    ben.run(Command::FinishCoding { interview, finished: false });
    ben.run(Command::FinishCoding { interview, finished: true });
}

/// What leads to a theory, said by the other coder: on what is shared, and on what is not.
fn think_in_secret(ben: &mut Project, shared: RecordId, code: RecordId, coding: RecordId) {
    let mut think = |command: TheoryCommand| ben.run(command.into()).made;
    let secret = || "secret".to_owned();
    let sort = SortChoice::Known(RelationSort::MoreMore);
    let relation = think(TheoryCommand::CreateRelation { from: shared, to: code, sort })[0];
    for about in [relation, shared] {
        let (codings, comment) = (vec![coding], Some(secret()));
        think(TheoryCommand::MarkEvidence { about, codings, stance: Some(Stance::Contradicts), comment });
    }
    let definition = secret();
    let name = secret();
    think(TheoryCommand::DefineRelationType { relation_type: None, name, definition, directed: true });
    let theory = think(TheoryCommand::WriteTheory { theory: None, title: secret() })[0];
    let (categories, relations) = (vec![shared], vec![relation]);
    think(TheoryCommand::AddClause { theory, text: secret(), categories, relations });
    think(TheoryCommand::KeepTheory { theory, name: secret() });
    let items = vec![SchemaItem::Node { code: shared, at: Some(Point { x: 1, y: 1 }) }];
    think(TheoryCommand::WriteSchema { schema: None, title: secret(), items });
    let ask = Ask::Passages { all: vec![shared], none: Vec::new(), near: Near::Turn };
    think(TheoryCommand::SaveQuery { query: None, name: secret(), ask, filters: Vec::new() });
}

#[test]
fn a_comparison_says_that_something_is_sealed_and_nothing_of_it() {
    let Sealed { mut ann, .. } = sealed();
    let compared = measured(&mut ann.engine).pop().unwrap();
    assert!(compared.contains("\"why\": \"sealed\""), "{compared}");
    assert!(compared.contains("\"n_units\": 0"), "{compared}");
}

#[test]
fn what_one_is_shown_is_the_same_as_if_nothing_had_come() {
    let Sealed { mut ann, interview, before, .. } = sealed();
    let after = everything(&mut ann, interview);
    assert!(!after.contains("secret"), "{after}");
    assert_eq!(after, before);
    // And to somebody who has not said who they are, not even Ann's.
    drop(ann.engine);
    ann.engine = workbench::Engine::open_read_only(&ann.path, support::env(90)).unwrap();
    assert_eq!(ann.engine.me(), None);
    let seen = ann.engine.seen();
    assert_eq!(codings(&seen, interview).len(), 0);
    assert!(seen.memos().is_empty() && seen.readings().is_empty());
}

#[test]
fn a_merge_report_only_says_whose_sealed_work_came() {
    let Sealed { ann, ben, report, .. } = sealed();
    assert_eq!(report.sealed, [ben.engine.me().unwrap()]);
    assert_eq!((report.ops_in.len(), report.new.len(), report.conflicts.len()), (0, 0, 0));
    let printed = answers::merge::merge(&ann.engine, Lang::Fr, &report);
    assert!(!json(&printed).contains("secret"));
    assert_eq!(printed.ops_in, 0);
}

#[test]
fn a_plan_says_no_more_than_the_merge() {
    let Sealed { mut ann, mut ben, interview, .. } = sealed();
    let code = ben.engine.seen().codes()[0].id;
    ben.apply(interview, "je renonce", code);
    let plan = ann.engine.merge_plan(&ben.path).unwrap();
    assert_eq!((plan.ops_in.len(), plan.new.len()), (0, 0));
    assert_eq!(plan.sealed, [ben.engine.me().unwrap()]);
}

#[test]
fn what_the_other_does_outside_of_the_round_is_seen() {
    let Sealed { mut ann, mut ben, other, shared, .. } = sealed();
    let coding = ben.apply(other, "je renonce", shared);
    let report = ann.merge(&ben.path);
    assert_eq!(report.ops_in.len(), 1);
    assert!(ann.engine.seen().coding(coding).is_some());
}

#[test]
fn whoever_did_it_sees_it_and_everybody_does_once_the_round_is_opened() {
    let Sealed { ann, mut ben, interview, .. } = sealed();
    ben.merge(&ann.path);
    assert_eq!(codings(&ben.engine.seen(), interview).len(), 2);
    assert!(everything(&mut ben, interview).contains("Mémo secret"));

    let mut ann =
        write(ann, 1002, RoundOpened::new("vu ensemble".to_owned(), NOW), OpKind::OpenRound { round: ROUND });
    assert_eq!(codings(&ann.engine.seen(), interview).len(), 3);
    assert!(everything(&mut ann, interview).contains("Mémo secret"));
    ann.is_sound();
}

#[test]
fn sealed_work_is_kept_at_its_place_and_checked_all_the_same() {
    let Sealed { mut ann, mut ben, interview, .. } = sealed();
    // Ann corrects the text that Ben has coded, and hears nothing of his codings.
    let moves = ann.correct(interview, "CL : Comment", "CL : Alors, comment");
    assert_eq!((moves.moved, moves.changed, moves.to_place.len()), (1, 0, 0));
    let moves = ann.correct(interview, "Le trajet coûte cher.", "");
    assert_eq!((moves.moved, moves.changed, moves.to_place.len()), (0, 0, 0));
    ann.is_sound();
    ben.merge(&ann.path);
    ben.is_sound();
    assert!(ben.marked(interview).contains("Je [dors mal depuis mars]"), "{}", ben.marked(interview));
}

#[test]
fn a_quote_that_is_not_its_range_is_found_whoever_made_it() {
    let Sealed { ann, ben, interview, .. } = sealed();
    let coding = codings(&ben.engine.seen(), interview)[0].clone();
    let anchor = CodingAnchor { quote: "autre chose".to_owned(), ..coding.anchor.clone() };
    let (id, kind) = (coding.id, OpKind::MoveCoding { coding: coding.id });
    let mut ann = write_to(ann, id, 1003, Box::new(anchor), kind);
    assert!(ann.engine.seen().coding(id).is_none(), "it is sealed");
    assert_eq!(ann.engine.check().unwrap().quotes, [id]);
}

#[test]
fn a_sealed_act_in_the_way_is_not_named() {
    let Sealed { mut ann, ben, shared, .. } = sealed();
    // Ben's sealed coding stands on the code that Ann would make vanish.
    let mut refused = None;
    for _ in 0..4 {
        if let Err(failure) = ann.engine.run(Command::Undo) {
            refused = Some(failure);
            break;
        }
    }
    let refused = refused.unwrap();
    assert!(matches!(refused, Failure::Undo(UndoBlocked::StoodOn { .. })), "{refused:?}");
    assert!(ann.engine.seen().code(shared).is_some(), "{refused:?}");
    let about = workbench::wording::About { file: None, engine: Some(&ann.engine) };
    let sentence = workbench::wording::failure_about(Lang::Fr, about, &refused);
    assert!(!sentence.contains("secret") && !sentence.contains("Ben"), "{sentence}");
    drop(ben);
}

#[test]
fn a_page_for_a_director_shows_what_that_director_may_read_whoever_makes_it() {
    use model::value::Role;
    use workbench::review::{overview, page};
    let Sealed { mut ann, interview, .. } = sealed();
    let zoe = workbench::names::member(&ann.engine.seen(), "Zoé").unwrap();
    ann.run(Command::EditMember { member: zoe, name: "Zoé".to_owned(), role: Role::Director });
    let code = ann.code("intime");
    ann.apply(interview, "Le matin je renonce", code);
    // Ann codes in a sealed round: she reads her own part, and nobody else does.
    let own = json(&overview::overview(&mut ann.engine, Lang::Fr).unwrap());
    assert!(own.contains("intime") && own.contains("Le matin je renonce"), "{own}");
    let me = ann.engine.me();
    let made = String::from_utf8(page::page(&mut ann.engine, Lang::Fr, zoe).unwrap()).unwrap();
    for words in ["intime", "Le matin je renonce", "Je dors mal", "secret"] {
        assert!(!made.contains(words), "{words}");
    }
    assert_eq!(ann.engine.me(), me);
}

/// A student's study with a director; the interview, a label, and the memo that is shared.
fn directed() -> (Project, RecordId, RecordId, RecordId) {
    use model::value::Role;
    let mut ann = Project::of(&["Ann"]);
    for (name, role) in [("Dr Aubert", Role::Director), ("Ben", Role::Coder)] {
        ann.run(Command::AddMember { name: name.to_owned(), role });
    }
    let interview = ann.import("EMG 1.txt", TEXT);
    let code = ann.code("sommeil");
    ann.apply(interview, "Je dors mal", code);
    let (title, body) = ("Partagé".to_owned(), "Ce que je montre.".to_owned());
    let memo = Command::WriteMemo { memo: None, target: Some(code), kind: MemoKind::Free, title, body };
    let memo = ann.run(memo).made[0];
    ann.run(workbench::command::review::ReviewCommand::Share { memo, shared: true }.into());
    (ann, interview, code, memo)
}

#[test]
fn a_memo_that_is_not_shared_is_hidden_from_a_director_everywhere() {
    use workbench::command::review::ReviewCommand;
    let (mut ann, interview, code, shared) = directed();
    let about = [code, shared];
    ann.engine.act_as("Dr Aubert").unwrap();
    let before = [everything(&mut ann, interview), pages(&mut ann.engine, &about).join("\n")];
    ann.engine.act_as("Ann").unwrap();
    let memo = |target, kind| Command::WriteMemo {
        memo: None,
        target,
        kind,
        title: "Mémo secret".to_owned(),
        body: "Un secret.".to_owned(),
    };
    let hidden = ann.run(memo(Some(code), MemoKind::Theoretical)).made[0];
    ann.run(memo(None, MemoKind::Free));
    // What is said of it says what is in it; so does an answer.
    let said = |about| ReviewCommand::Comment { about, text: "À propos du secret.".to_owned() }.into();
    let comment = ann.run(said(hidden)).made[0];
    ann.run(said(comment));
    // Shared once, and no longer.
    let taken = ann.run(memo(Some(code), MemoKind::Free)).made[0];
    for shared in [true, false] {
        ann.run(ReviewCommand::Share { memo: taken, shared }.into());
    }
    let deleted = ann.run(memo(None, MemoKind::Free)).made[0];
    ann.run(Command::DeleteMemo { memo: deleted });
    ann.run(memo(None, MemoKind::Free));
    ann.run(Command::Undo);
    ann.engine.act_as("Dr Aubert").unwrap();
    let after = [everything(&mut ann, interview), pages(&mut ann.engine, &about).join("\n")];
    for shown in &after {
        let line = shown.lines().find(|line| line.contains("secret") && !line.contains("query"));
        assert_eq!(line, None);
    }
    assert!(after[0].contains("Partagé") && after[1].contains("Ce que je montre."));
    assert_eq!(after[0], before[0]);
    for memo in [hidden, comment, deleted] {
        assert!(ann.engine.seen().record(memo).is_none());
    }
    // Who codes reads them, and so does a director once they are shared.
    ann.engine.act_as("Ben").unwrap();
    assert!(everything(&mut ann, interview).contains("Mémo secret"));
    ann.run(ReviewCommand::Share { memo: hidden, shared: true }.into());
    ann.engine.act_as("Dr Aubert").unwrap();
    assert!(everything(&mut ann, interview).contains("Mémo secret"));
    assert_eq!(ann.engine.seen().threads_on(hidden)[0].comments.len(), 2);
}

#[test]
fn what_a_director_writes_stays_the_directors_and_a_team_without_a_student_hides_nothing() {
    use model::value::Role;
    use workbench::command::review::ReviewCommand;
    let (mut ann, _, code, shared) = directed();
    ann.engine.act_as("Dr Aubert").unwrap();
    ann.run(ReviewCommand::Comment { about: shared, text: "Bien vu.".to_owned() }.into());
    ann.engine.act_as("Ann").unwrap();
    ann.run(ReviewCommand::Share { memo: shared, shared: false }.into());
    ann.engine.act_as("Dr Aubert").unwrap();
    let seen = ann.engine.seen();
    assert!(seen.memos().iter().all(|memo| memo.id != shared));
    assert_eq!(seen.threads().len(), 1, "their own words are theirs to read");
    let told = answers::threads::threads(&ann.engine, Lang::Fr).remove(0);
    assert_eq!(told.about_name, "Mémo que l’étudiant garde pour lui");
    ann.engine.act_as("Ann").unwrap();
    let me = ann.engine.me().unwrap();
    ann.run(Command::EditMember { member: me, name: "Ann".to_owned(), role: Role::Coder });
    ann.engine.act_as("Dr Aubert").unwrap();
    assert!(ann.engine.seen().memos().iter().any(|memo| memo.target == Some(code)));
}

//! While a round is sealed nothing of the other coder's part in it can be read, anywhere.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use i18n::Lang;
use model::basis::{Basis, Coders};
use model::op::{After, Change, Op, OpKind};
use model::undo::UndoBlocked;
use model::value::{
    Ask, CodingAnchor, Kind, MemoKind, Near, Point, RelationSort, RoundOpened, RoundSetup, Stance, Value,
};
use model::{OpId, RecordId};
use support::{NOW, Project, codings};
use uuid::Uuid;
use workbench::Failure;
use workbench::answers;
use workbench::command::Command;
use workbench::command::theory::{SchemaItem, SortChoice, TheoryCommand};
use workbench::screen::{Screen, Showing};

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

/// All that whoever acts can be shown of a theory, as text.
fn thoughts(engine: &mut workbench::Engine) -> Vec<String> {
    let lang = Lang::Fr;
    let basis = Basis::everything();
    let evidence: Vec<String> =
        engine.seen().codes().iter().map(|node| format!("{:?}", engine.seen().evidence(node.id))).collect();
    let method = model::value::Method::Grounded;
    let mut shown = vec![
        json(&answers::relations::relations(engine, lang).unwrap()),
        json(&answers::memos::journal(engine, lang, &Default::default())),
        json(&answers::gaps::gaps(engine, lang, method, &basis)),
        json(&answers::statement::theories(engine, lang)),
        json(&answers::queries::queries(engine)),
        json(&answers::queries::schemas(engine, lang)),
        json(&answers::dimensions::dimensions(engine, &basis)),
        json(&answers::history::changes(engine, lang, model::Timestamp(0), model::Timestamp(i64::MAX))),
        format!("{:?}", engine.seen().relation_types()),
    ];
    shown.extend(evidence);
    shown
}

/// All that whoever acts can be shown, as text.
fn everything(project: &mut Project, interview: RecordId) -> String {
    let mut shown = Vec::new();
    let codes: Vec<RecordId> = project.engine.seen().codes().iter().map(|node| node.id).collect();
    for code in codes.iter().copied().map(Some).chain([None]) {
        let showing = Showing { interview: Some(interview), code, ..Showing::default() };
        let screen = Screen::make(&mut project.engine, &showing, Lang::Fr, 1).unwrap();
        shown.push(format!("{screen:#?}"));
    }
    shown.extend(double_coding(&mut project.engine, interview));
    let engine = &mut project.engine;
    shown.push(json(&answers::codes::codes(engine, &Default::default())));
    shown.push(json(&answers::codings::codings(engine, &everybody()).unwrap()));
    shown.push(json(&answers::interviews::interviews(engine, &Default::default()).unwrap()));
    shown.push(json(&answers::place::to_place(engine).unwrap()));
    shown.push(json(&answers::journal::log(engine, Lang::Fr, None).unwrap()));
    shown.extend(measured(engine));
    shown.extend(thoughts(engine));
    let within = workbench::search::Where { texts: true, memos: true, codes: true };
    for query in ["secret", "s*", "secre~", "/secret/", "un"] {
        let asked = workbench::search::Asked { within, ..workbench::search::Asked::of(query) };
        shown.push(json(&answers::search::search(engine, &asked).unwrap().hits));
        shown.push(json(&answers::search::search(engine, &asked).unwrap().counts));
    }
    let seen = engine.seen();
    shown.push(format!("{:?} {:?} {:?}", seen.memos(), seen.readings(), seen.findings()));
    shown.push(format!("{:?}", seen.same_pairs()));
    shown.push(format!("{:?}", workbench::names::code(&seen, "secret").is_ok()));
    shown.push(format!("{:?}", seen.records_of(Kind::Coding).len()));
    let counts = seen.counts(&Basis::everything());
    shown.push(format!("{:?}", codes.iter().map(|code| counts.of(*code)).collect::<Vec<_>>()));
    shown.join("\n")
}

/// Every part of the step of double coding, and what can be written of it.
fn double_coding(engine: &mut workbench::Engine, interview: RecordId) -> Vec<String> {
    use workbench::deliverables::{Deliverable, FileForm, deliver};
    use workbench::views::{DoubleCodingPart, DoubleCodingShown, Step};
    let coders: Vec<RecordId> = engine.seen().members().iter().map(|member| member.id).collect();
    let coders = [coders[0], coders[1]];
    let mut shown = Vec::new();
    for part in DoubleCodingPart::ALL {
        for coders in [None, Some(coders)] {
            let double_coding = DoubleCodingShown { part, coders };
            let step = Some(Step::DoubleCoding);
            let showing = Showing { interview: Some(interview), step, double_coding, ..Showing::default() };
            shown.push(format!("{:#?}", Screen::make(engine, &showing, Lang::Fr, 1).unwrap()));
        }
    }
    for asked in [Deliverable::ReconciliationJournal, Deliverable::Alignment { coders }] {
        let made = deliver(engine, Lang::Fr, &asked, FileForm::Json);
        shown.push(
            made.map(|made| String::from_utf8(made.bytes).unwrap()).unwrap_or_else(|why| why.to_string()),
        );
    }
    shown.push(format!("{:?}", engine.check().unwrap().study));
    shown
}

/// The measures by every basis, and the comparison of all coders.
fn measured(engine: &mut workbench::Engine) -> Vec<String> {
    use answers::cooccurrence::{Together, cooccurrence};
    use answers::matrix::{Columns, matrix};
    use answers::saturation::{Rules, saturation};
    use workbench::comparison::{Asked, Rule, Unit};
    use workbench::levels::LevelAsked;
    use workbench::saturation::{Guest, Order, Stopping};
    let coders: Vec<RecordId> = engine.seen().members().iter().map(|member| member.id).collect();
    let mut shown = Vec::new();
    for basis in
        [Basis::default(), Basis::everything(), Basis { coders: Coders::Only(coders.clone()), layer: None }]
    {
        let level = LevelAsked::Label;
        shown.push(json(&matrix(engine, &basis, level, Columns::Interviews).unwrap()));
        shown.push(json(&cooccurrence(engine, &basis, Together::Overlap).unwrap()));
        let guest = Guest { base: 1, run: 1, threshold_percent: 5.0 };
        let rules = Rules { guest, stopping: Stopping { initial: 1, stop: 1 }, claims: Vec::new() };
        for with_unfinished in [false, true] {
            let asked = workbench::saturation::Asked {
                basis: basis.clone(),
                level,
                order: Order::Coding,
                with_unfinished,
                as_coded: false,
            };
            shown.push(json(&saturation(engine, &asked, &rules).unwrap()));
        }
    }
    let asked = Asked {
        coders,
        unit: Unit::Char,
        rule: Rule::Any,
        interviews: Vec::new(),
        level: LevelAsked::Label,
        layer: None,
        with_interviewer: true,
    };
    shown.push(json(&answers::compare::compare(engine, &asked).unwrap()));
    shown
}

#[test]
fn a_comparison_says_that_something_is_sealed_and_nothing_of_it() {
    let Sealed { mut ann, .. } = sealed();
    let compared = measured(&mut ann.engine).pop().unwrap();
    assert!(compared.contains("\"why\": \"sealed\""), "{compared}");
    assert!(compared.contains("\"n_units\": 0"), "{compared}");
}

fn everybody() -> answers::codings::CodingsAsked {
    answers::codings::CodingsAsked { basis: Basis::everything(), ..Default::default() }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap()
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

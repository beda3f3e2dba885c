//! Undo and redo: one's own acts in this file, across restarts, and never over what others did since.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::RecordId;
use model::op::OpKind;
use model::undo::UndoBlocked;
use model::value::{Kind, Role};
use support::{Project, codings};
use workbench::Failure;
use workbench::command::{CodingRow, Command};
use workbench::screen::{Screen, Showing};

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis mars. Le trajet coûte cher.";

fn names(project: &Project) -> Vec<String> {
    project.engine.seen().codes().iter().map(|node| node.name.clone()).collect()
}

fn rename(code: RecordId, name: &str) -> Command {
    Command::RenameCode { code, name: name.to_owned() }
}

#[test]
fn the_window_names_the_act_however_often_it_was_undone() {
    let (mut project, _) = Project::with(TEXT);
    project.code("sommeil");
    let steps = |project: &mut Project| {
        let status =
            Screen::make(&mut project.engine, &Showing::default(), i18n::Lang::Fr, 1).unwrap().status;
        (status.undo, status.redo)
    };
    let (act, _) = steps(&mut project);
    assert!(act.as_deref().is_some_and(|act| act.contains("sommeil")), "{act:?}");
    for _ in 0..3 {
        project.run(Command::Undo);
        assert_eq!(steps(&mut project).1, act);
        project.run(Command::Redo);
        assert_eq!(steps(&mut project).0, act);
    }
}

#[test]
fn several_acts_on_one_thing_are_undone_one_by_one_and_done_again() {
    let (mut project, _) = Project::with(TEXT);
    let code = project.code("a");
    for name in ["b", "c", "b", "d"] {
        project.run(rename(code, name));
    }
    let mut seen = vec![names(&project)];
    for _ in 0..4 {
        project.run(Command::Undo);
        seen.push(names(&project));
    }
    assert_eq!(seen.concat(), ["d", "b", "c", "b", "a"]);
    let mut project = project.reopen();
    for name in ["b", "c", "b", "d"] {
        project.run(Command::Redo);
        assert_eq!(names(&project), [name]);
    }
    assert!(matches!(project.refusal(Command::Redo), Failure::NothingToUndo));
    project.is_sound();
}

#[test]
fn the_list_survives_closing_and_a_new_act_ends_redoing() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    let coding = project.apply(interview, "dors mal", code);
    project.run(Command::Undo);
    let mut project = project.reopen();
    assert!(project.engine.seen().coding(coding).is_none());
    project.run(Command::Redo);
    assert!(project.engine.seen().coding(coding).is_some());
    project.run(Command::Undo);
    project.run(rename(code, "fatigue"));
    assert!(matches!(project.refusal(Command::Redo), Failure::NothingToUndo));
    let mut project = project.reopen();
    assert!(matches!(project.refusal(Command::Redo), Failure::NothingToUndo));
    project.run(Command::Undo);
    assert_eq!(names(&project), ["sommeil"]);
}

#[test]
fn the_audit_trail_says_what_was_undone() {
    let (mut project, _) = Project::with(TEXT);
    let code = project.code("sommeil");
    let created = project.ops().last().unwrap().id;
    project.run(Command::Undo);
    project.run(Command::Redo);
    let ops = project.ops();
    let [.., undo, redo] = ops.as_slice() else { panic!("{ops:?}") };
    assert_eq!((&undo.kind, undo.undoes), (&OpKind::Undo, Some(created)));
    assert_eq!((&redo.kind, redo.undoes), (&OpKind::Redo, Some(undo.id)));
    assert!(project.engine.seen().code(code).is_some());
    let log = workbench::answers::journal::log(&project.engine, i18n::Lang::Fr, None).unwrap();
    let said: Vec<&str> = log.iter().rev().take(2).map(|line| line.text.as_str()).collect();
    assert!(said.iter().all(|text| text.contains("sommeil")), "{said:?}");
}

#[test]
fn the_study_itself_is_not_undone() {
    let mut project = Project::of(&["Ann"]);
    assert!(matches!(project.refusal(Command::Undo), Failure::NothingToUndo));
    assert!(matches!(project.refusal(Command::Redo), Failure::NothingToUndo));
}

#[test]
fn one_undoes_ones_own_acts_of_this_file_only() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let mut laptop = ann.copy("portable.ancrage", 20, "Ann");
    let (here, there) = (ann.code("ici"), laptop.code("ailleurs"));
    ann.merge(&laptop.path);
    // Ann's act on her other machine is not the last of this file.
    ann.run(Command::Undo);
    assert!(ann.engine.seen().code(here).is_none() && ann.engine.seen().code(there).is_some());
    assert!(matches!(ann.refusal(Command::Undo), Failure::NothingToUndo));
    ann.run(Command::Redo);
    // Nor is what Ben does at this desk hers to undo.
    ann.engine.act_as("Ben").unwrap();
    let his = ann.code("chez Ben");
    ann.engine.act_as("Ann").unwrap();
    ann.run(Command::Undo);
    assert!(ann.engine.seen().code(his).is_some() && ann.engine.seen().code(here).is_none());
    ann.engine.act_as("Ben").unwrap();
    ann.run(Command::Undo);
    assert!(ann.engine.seen().code(his).is_none());
    ann.is_sound();
}

#[test]
fn what_a_colleague_changed_since_is_not_undone_and_is_named() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let code = ann.code("a");
    ann.run(rename(code, "b"));
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    ben.run(rename(code, "c"));
    let his = ben.ops().last().unwrap().id;
    ann.merge(&ben.path);
    let refused = ann.refusal(Command::Undo);
    let Failure::Undo(UndoBlocked::MovedOn { by }) = refused else { panic!("{refused:?}") };
    assert_eq!(by, his);
    let about = workbench::wording::About { file: None, engine: Some(&ann.engine) };
    let sentence = workbench::wording::failure_about(i18n::Lang::Fr, about, &refused);
    assert!(sentence.contains("Ben"), "{sentence}");
    assert_eq!(names(&ann), ["c"]);
    // Ben goes back on it: then nothing stands in the way any more.
    ben.run(Command::Undo);
    ann.merge(&ben.path);
    ann.run(Command::Undo);
    assert_eq!(names(&ann), ["a"]);
}

#[test]
fn what_a_colleague_uses_is_not_undone_and_is_named() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let interview = ann.import("EMG 1.txt", TEXT);
    let code = ann.code("sommeil");
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    let coding = ben.apply(interview, "dors mal", code);
    let his = ben.ops().last().unwrap().id;
    ann.merge(&ben.path);
    let refused = ann.refusal(Command::Undo);
    let Failure::Undo(UndoBlocked::StoodOn { by }) = refused else { panic!("{refused:?}") };
    assert_eq!(by, his);
    assert!(ann.engine.seen().coding(coding).is_some());
}

#[test]
fn a_deletion_done_again_spares_what_came_meanwhile() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let interview = ann.import("EMG 1.txt", TEXT);
    let code = ann.code("sommeil");
    let coding = ann.apply(interview, "dors mal", code);
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    ann.run(Command::RemoveCoding { coding });
    ann.run(Command::Undo);
    assert_eq!(codings(&ann.engine.seen(), interview).len(), 1);
    ann.run(Command::Redo);
    assert_eq!(codings(&ann.engine.seen(), interview).len(), 0, "done again it deletes again");
    ann.run(Command::Undo);
    ben.run(Command::CommentCoding { coding, text: "À garder.".to_owned() });
    ann.merge(&ben.path);
    ann.run(Command::Redo);
    // Ben's comment was not seen when the coding was deleted: it stays, and somebody decides.
    assert_eq!(codings(&ann.engine.seen(), interview)[0].comment, "À garder.");
    assert_eq!(ann.engine.seen().findings().len(), 1);
    ann.is_sound();
}

#[test]
fn a_list_of_codings_is_one_step() {
    let (mut project, interview) = Project::with(TEXT);
    let row = |line, range, code: Option<&str>, coder: &str| CodingRow {
        line,
        interview: "EMG 1".to_owned(),
        range,
        code: code.map(str::to_owned),
        coder: coder.to_owned(),
        quote: None,
        layer: None,
    };
    let rows = vec![
        row(2, Some((35, 43)), Some("sommeil / mal dormir"), "Ann"),
        row(3, Some((60, 70)), Some("coût"), "Dan"),
        row(4, Some((35, 43)), Some("sommeil / mal dormir"), "Ann"),
        row(5, None, None, "Dan"),
    ];
    project.run(Command::ImportCodings(rows.clone()));
    let shown = project.marked(interview);
    let counts = |project: &Project| {
        let seen = project.engine.seen();
        [Kind::Code, Kind::Coding, Kind::Member, Kind::Reading].map(|kind| seen.records_of(kind).len())
    };
    assert_eq!(counts(&project), [3, 2, 2, 1]);
    project.run(Command::Undo);
    assert_eq!(counts(&project), [0, 0, 1, 0]);
    assert_eq!(project.marked(interview), TEXT);
    let mut project = project.reopen();
    project.run(Command::Redo);
    assert_eq!(counts(&project), [3, 2, 2, 1]);
    assert_eq!(project.marked(interview), shown);
    project.is_sound();
    // The same list again adds nothing.
    assert!(matches!(project.refusal(Command::ImportCodings(rows)), Failure::Nothing));
    // Each coding of it can be changed by itself, and then the list stands.
    let coding = codings(&project.engine.seen(), interview)[0].id;
    project.run(Command::CommentCoding { coding, text: "Important.".to_owned() });
    project.run(Command::Undo);
    project.run(Command::Undo);
    assert_eq!(counts(&project), [0, 0, 1, 0]);
}

#[test]
fn a_code_with_everything_that_was_given_to_it_goes_and_comes_back() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("sommeil");
    project.run(Command::ColourCode { code, hue: 4 });
    let define = Command::DefineCode {
        code,
        definition: "Ce qui touche à la nuit.".to_owned(),
        include: String::new(),
        exclude: String::new(),
        example: String::new(),
    };
    project.run(define);
    project.apply(interview, "dors mal", code);
    for _ in 0..4 {
        project.run(Command::Undo);
    }
    assert_eq!(names(&project), Vec::<String>::new());
    assert_eq!(project.engine.seen().findings(), []);
    for _ in 0..4 {
        project.run(Command::Redo);
    }
    let node = project.engine.seen().code(code).unwrap().clone();
    assert_eq!((node.hue, node.definition.as_str()), (4, "Ce qui touche à la nuit."));
    assert!(project.marked(interview).contains("[dors mal]"));
    project.is_sound();
}

#[test]
fn members_are_undone_unless_they_have_worked() {
    let mut project = Project::of(&["Ann"]);
    let ben = project.run(Command::AddMember { name: "Ben".to_owned(), role: Role::Coder }).made[0];
    let mut copy = project.copy("ben.ancrage", 20, "Ben");
    let interview = copy.import("EMG 1.txt", TEXT);
    copy.run(Command::NoteReading { interview, minutes: None });
    project.merge(&copy.path);
    assert!(matches!(project.refusal(Command::Undo), Failure::Undo(UndoBlocked::StoodOn { .. })));
    assert!(project.engine.seen().member(ben).is_some());
}

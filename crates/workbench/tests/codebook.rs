//! The code book: splitting, removing, what is told of a code; columns and rows of the participants' table.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that meets the unexpected has found a fault

mod support;

use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::value::{AttributeKind, AttributeValue};
use support::Project;
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::screen::{Screen, Showing};
use workbench::views::Step;
use workbench::{Failure, tables};

const TEXT: &str = "VL : Bonjour ?\nP : Je dors mal. Je mange peu. Je marche loin.";

fn below(project: &mut Project, name: &str, parent: RecordId) -> RecordId {
    let new = NewCode { name: name.to_owned(), parent: Some(parent), ..NewCode::default() };
    project.run(Command::CreateCode(new)).made[0]
}

fn paths(project: &Project) -> Vec<String> {
    project.engine.seen().codes().iter().map(|node| node.path.clone()).collect()
}

fn coded(project: &Project, code: RecordId) -> usize {
    project.engine.seen().codings_with(&[code], &Basis::everything()).count()
}

fn screen(project: &mut Project, code: RecordId) -> Screen {
    let showing = Showing { code: Some(code), step: Some(Step::Codes), ..Showing::default() };
    Screen::make(&mut project.engine, &showing, Lang::Fr, 1).unwrap()
}

#[test]
fn a_split_gives_each_passage_its_code_in_one_operation() {
    let (mut project, interview) = Project::with(TEXT);
    let body = project.code("corps");
    let passages: Vec<RecordId> = ["Je dors mal", "Je mange peu", "Je marche loin"]
        .map(|words| project.apply(interview, words, body))
        .to_vec();
    let steps = project.code("pas");
    let split = Command::SplitCode {
        code: body,
        targets: vec![
            CodeChoice::New(NewCode { name: "sommeil".to_owned(), ..NewCode::default() }),
            CodeChoice::Existing(steps),
        ],
        passages: vec![(passages[0], 0), (passages[2], 1)],
    };
    let made = project.run(split.clone()).made;
    assert_eq!((coded(&project, body), coded(&project, made[0]), coded(&project, steps)), (1, 1, 1));
    project.run(Command::Undo);
    assert_eq!((coded(&project, body), coded(&project, steps)), (3, 0));
    assert_eq!(paths(&project), ["corps", "pas"], "the new code is gone with it");
    let nothing = Command::SplitCode {
        code: body,
        targets: vec![CodeChoice::Existing(body)],
        passages: vec![(passages[0], 0)],
    };
    assert!(matches!(project.refusal(nothing), Failure::Nothing));
    project.is_sound();
}

#[test]
fn codes_go_with_their_codings_and_what_was_below_moves_up() {
    let (mut project, interview) = Project::with(TEXT);
    let top = project.code("corps");
    let middle = below(&mut project, "nuit", top);
    let leaf = below(&mut project, "sommeil", middle);
    project.apply(interview, "Je dors mal", leaf);
    project.apply(interview, "Je mange peu", middle);
    project.run(Command::RemoveCodes { codes: vec![middle] });
    assert_eq!(paths(&project), ["corps", "corps / sommeil"]);
    assert_eq!((coded(&project, leaf), coded(&project, middle)), (1, 0));
    project.run(Command::Undo);
    assert_eq!(paths(&project), ["corps", "corps / nuit", "corps / nuit / sommeil"]);
    assert_eq!(coded(&project, middle), 1);
    project.run(Command::RemoveCodes { codes: vec![top, middle] });
    assert_eq!(paths(&project), ["sommeil"]);
    project.is_sound();
}

#[test]
fn the_sheet_of_a_code_tells_its_history_context_and_what_is_alike() {
    let (mut project, interview) = Project::with(TEXT);
    let code = project.code("Le someil");
    let twin = project.code("sommeil");
    project.apply(interview, "Je mange peu", code);
    project.run(Command::RenameCode { code, name: "Les sommeils".to_owned() });
    let shown = screen(&mut project, code);
    let book = shown.codebook.unwrap();
    assert_eq!(book.unused.as_ref(), [twin]);
    let pair = &book.alike[0];
    assert_eq!((pair.code, pair.other, pair.measure.as_ref()), (code, twin, "mêmes mots"));
    let sheet = book.sheet.clone().unwrap();
    assert_eq!(sheet.history.len(), 2);
    assert_eq!(sheet.history[0].detail.as_ref(), "«\u{a0}Le someil\u{a0}» → «\u{a0}Les sommeils\u{a0}»");
    assert_eq!(sheet.history[0].who.as_ref(), "Ann");
    let line = &sheet.rows[0];
    let told = [&line.before, &line.words, &line.after, &line.place].map(|text| text.to_string());
    assert_eq!(told, ["P : Je dors mal.", "Je mange peu", ". Je marche loin.", "EMG 1"]);
}

#[test]
fn columns_are_changed_and_taken_away_and_whoever_speaks_stays() {
    let (mut project, _) = Project::with(TEXT);
    let add =
        Command::AddAttribute { name: "Age".to_owned(), kind: AttributeKind::Text, choices: Vec::new() };
    let attribute = project.run(add).made[0];
    let participant = project.engine.seen().participants()[0].id;
    let value = tables::value(AttributeKind::Number, " 28,5 ");
    assert_eq!(value, Some(AttributeValue::Number(28.5)));
    project.run(Command::SetAttribute { participant, attribute, value });
    let edit = Command::EditAttribute {
        attribute,
        name: "Âge".to_owned(),
        kind: AttributeKind::Number,
        choices: Vec::new(),
    };
    project.run(edit.clone());
    assert!(matches!(project.refusal(edit), Failure::Nothing));
    assert_eq!(project.engine.seen().attributes()[0].name, "Âge");
    assert!(matches!(project.refusal(Command::RemoveParticipant { participant }), Failure::Speaks { .. }));
    let idle = project.run(Command::AddParticipant { name: "EMG 9".to_owned() }).made[0];
    project.run(Command::RemoveParticipant { participant: idle });
    project.run(Command::RemoveAttribute { attribute });
    let seen = project.engine.seen();
    assert_eq!((seen.attributes().len(), seen.participants().len()), (0, 1));
    project.is_sound();
}

#[test]
fn cells_are_read_by_the_kind_of_their_column() {
    let text = |text: &str| Some(AttributeValue::Text(text.to_owned()));
    assert_eq!(tables::value(AttributeKind::Date, "6/3/23"), text("2023-03-06"));
    assert_eq!(tables::value(AttributeKind::Date, "bientôt"), text("bientôt"));
    assert_eq!(tables::value(AttributeKind::Number, "trente"), text("trente"));
    assert_eq!(tables::value(AttributeKind::Choice, "  "), None);
}

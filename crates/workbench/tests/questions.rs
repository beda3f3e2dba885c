//! Questions put to the codings, what a theory still lacks, and the code book at another time.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use i18n::Lang;
use model::RecordId;
use model::basis::Basis;
use model::value::{
    AttributeIs, AttributeKind, AttributeValue, Density, DimensionForm, Level, Near, Position, RelationSort,
    Stance,
};
use support::Project;
use workbench::answers::history::{changes, codes_at, older};
use workbench::command::Command;
use workbench::command::theory::{SortChoice, TheoryCommand};
use workbench::gaps::{GapKind, gaps};
use workbench::queries::{Asked, meetings};

const TEXT: &str = "\
CL : Comment dormez-vous ?
EMG 1 : Je dors mal depuis mars. Je compte les pleins.
CL : Et le matin ?
EMG 1 : Le matin je renonce.
CL : Et le soir ?
EMG 1 : Le soir je pense à eux.
";

fn study() -> (Project, RecordId, [RecordId; 3]) {
    let (mut project, interview) = Project::with(TEXT);
    let codes = ["sommeil", "chemin", "renoncer"].map(|name| project.code(name));
    (project, interview, codes)
}

fn think(project: &mut Project, command: TheoryCommand) -> Vec<RecordId> {
    project.run(command.into()).made
}

fn asked(all: &[RecordId], none: &[RecordId], near: Near) -> Asked {
    Asked { all: all.to_vec(), none: none.to_vec(), near, filters: Vec::new() }
}

fn found(project: &Project, asked: &Asked) -> usize {
    meetings(&project.engine.seen(), &Basis::default(), asked).len()
}

#[test]
fn codes_meet_in_the_same_words_the_same_turn_or_nearby() {
    let (mut project, interview, [sleep, way, give_up]) = study();
    project.apply(interview, "Je dors mal depuis mars", sleep);
    project.apply(interview, "mal depuis mars. Je compte", way);
    project.apply(interview, "Le matin je renonce", give_up);
    assert_eq!(found(&project, &asked(&[sleep, way], &[], Near::Overlap)), 1);
    assert_eq!(found(&project, &asked(&[sleep, give_up], &[], Near::Turn)), 0);
    // The interviewer's turn stands between the two.
    assert_eq!(found(&project, &asked(&[sleep, give_up], &[], Near::Turns(1))), 0);
    assert_eq!(found(&project, &asked(&[sleep, give_up], &[], Near::Turns(2))), 1);
    assert_eq!(found(&project, &asked(&[sleep], &[give_up], Near::Turn)), 1);
    assert_eq!(found(&project, &asked(&[sleep], &[give_up], Near::Turns(2))), 0);
    assert_eq!(found(&project, &asked(&[sleep, way, give_up], &[], Near::Turns(2))), 1);
    // What stands below a code meets in its name.
    project.run(Command::MoveCode { code: give_up, parent: Some(way), before: None });
    assert_eq!(found(&project, &asked(&[sleep, way], &[], Near::Turns(2))), 1);
    let met = meetings(&project.engine.seen(), &Basis::default(), &asked(&[sleep, way], &[], Near::Turns(2)));
    assert_eq!(met[0].with.len(), 2);
}

#[test]
fn who_speaks_can_be_asked_for_by_an_attribute() {
    let (mut project, interview, [sleep, ..]) = study();
    project.apply(interview, "Je dors mal depuis mars", sleep);
    let command =
        Command::AddAttribute { name: "Lieu".into(), kind: AttributeKind::Text, choices: Vec::new() };
    let attribute = project.run(command).made[0];
    let participant = project.engine.seen().participants()[0].id;
    let value = Some(AttributeValue::Text("Montagne".into()));
    project.run(Command::SetAttribute { participant, attribute, value });
    let mut question = asked(&[sleep], &[], Near::Overlap);
    question.filters = vec![AttributeIs { attribute, value: "montagne".into() }];
    assert_eq!(found(&project, &question), 1);
    question.filters[0].value = "plaine".into();
    assert_eq!(found(&project, &question), 0);
}

/// The kinds of gap that concern a record.
fn lacking(project: &Project, record: RecordId) -> Vec<GapKind> {
    let found = gaps(&project.engine.seen(), &Basis::default());
    found.into_iter().filter(|gap| gap.record == record).map(|gap| gap.kind).collect()
}

#[test]
fn a_category_is_strengthened_point_by_point() {
    let (mut project, interview, [sleep, way, give_up]) = study();
    let passage = project.apply(interview, "Le matin je renonce", give_up);
    think(&mut project, TheoryCommand::SetLevel { codes: vec![give_up, way], level: Level::Category });
    use GapKind as Gap;
    assert_eq!(lacking(&project, give_up), [Gap::OneParticipant, Gap::NoNegativeCase, Gap::NoRelation]);
    assert_eq!(lacking(&project, way), [Gap::NoNegativeCase, Gap::NoRelation]);
    let density = TheoryCommand::MarkDensity {
        category: give_up,
        density: Density::ToDevelop,
        enriched_by: Some(interview),
    };
    think(&mut project, density);
    let sort = SortChoice::Known(RelationSort::MoreMore);
    let relation = think(&mut project, TheoryCommand::CreateRelation { from: way, to: give_up, sort })[0];
    assert_eq!(lacking(&project, relation), [Gap::NoEvidence]);
    let mark = |about, stance| TheoryCommand::MarkEvidence {
        about,
        codings: vec![passage],
        stance: Some(stance),
        comment: None,
    };
    think(&mut project, mark(relation, Stance::Supports));
    assert_eq!(lacking(&project, relation), []);
    think(&mut project, mark(sleep, Stance::Contradicts));
    project.run(Command::MoveCode { code: sleep, parent: Some(give_up), before: None });
    assert_eq!(
        lacking(&project, give_up),
        [Gap::OneParticipant, Gap::ToDevelop],
        "a negative case of a label below it is one of the category"
    );
    let note = TheoryCommand::NoteSearch { category: way, searched: true, note: "rien".into() };
    think(&mut project, note);
    assert_eq!(lacking(&project, way), []);
    let title = "Théorie".to_owned();
    let theory = think(&mut project, TheoryCommand::WriteTheory { theory: None, title })[0];
    let add = |categories| TheoryCommand::AddClause {
        theory,
        text: "On renonce.".into(),
        categories,
        relations: Vec::new(),
    };
    let bare = think(&mut project, add(Vec::new()))[0];
    assert_eq!(lacking(&project, bare), [Gap::ClauseWithoutCategory]);
    assert_eq!(lacking(&project, way), [Gap::OutsideTheory]);
    think(&mut project, add(vec![way]));
    assert_eq!(lacking(&project, way), []);
    project.run(Command::DeleteCode { code: way });
    assert_eq!(lacking(&project, relation), [Gap::BrokenRelation]);
}

#[test]
fn labels_and_properties_say_where_they_belong() {
    let (mut project, interview, [sleep, way, give_up]) = study();
    let passage = project.apply(interview, "Le matin je renonce", give_up);
    assert_eq!(lacking(&project, give_up), [GapKind::UsedOnce, GapKind::NoProperty]);
    think(&mut project, TheoryCommand::SetLevel { codes: vec![way], level: Level::Property });
    assert_eq!(lacking(&project, way), [GapKind::NoDimension, GapKind::NoCategory]);
    project.run(Command::MoveCode { code: give_up, parent: Some(way), before: None });
    assert_eq!(lacking(&project, give_up), [GapKind::UsedOnce]);
    let values = ["court", "long"].map(|name| (None, name.to_owned())).to_vec();
    think(&mut project, TheoryCommand::SetDimension { property: way, form: DimensionForm::Poles, values });
    assert_eq!(lacking(&project, way), [GapKind::NoRange, GapKind::NoCategory]);
    let other = project.apply(interview, "Je dors mal depuis mars", sleep);
    for (coding, at) in [(passage, 100), (other, 900)] {
        let at = Some(Position::Between(at));
        think(&mut project, TheoryCommand::PlaceOnDimension { coding, property: way, at });
    }
    assert_eq!(lacking(&project, way), [GapKind::NoCategory]);
}

fn define(project: &mut Project, code: RecordId, definition: &str) {
    let none = String::new;
    project.run(Command::DefineCode {
        code,
        definition: definition.into(),
        include: none(),
        exclude: none(),
        example: none(),
    });
}

#[test]
fn passages_under_an_older_definition_are_looked_at_again() {
    let (mut project, interview, [sleep, ..]) = study();
    project.apply(interview, "Le soir je pense à eux", sleep);
    define(&mut project, sleep, "Dormir mal.");
    let passage = project.apply(interview, "Je dors mal depuis mars", sleep);
    assert_eq!(older(&mut project.engine, &Basis::default()).unwrap(), []);
    define(&mut project, sleep, "Dormir mal, ou peu.");
    project.apply(interview, "Le matin je renonce", sleep);
    let list = older(&mut project.engine, &Basis::default()).unwrap();
    let listed: Vec<RecordId> = list[0].passages.iter().map(|one| one.id).collect();
    assert_eq!(listed, [passage], "coded before any definition, or since the last: nothing to look at");
    think(&mut project, TheoryCommand::ReviewCodings { codings: vec![passage] });
    assert_eq!(older(&mut project.engine, &Basis::default()).unwrap(), []);
    define(&mut project, sleep, "Dormir mal, ou peu, ou trop.");
    let list = older(&mut project.engine, &Basis::default()).unwrap();
    assert_eq!(list[0].passages.len(), 2);
    project.run(Command::Undo);
    assert_eq!(older(&mut project.engine, &Basis::default()).unwrap(), []);
}

#[test]
fn the_code_book_is_told_as_it_was_and_what_became_of_it() {
    let (mut project, _, [sleep, way, give_up]) = study();
    let moment = |project: &Project| project.engine.history().last().unwrap().at;
    let before = moment(&project);
    project.run(Command::RenameCode { code: sleep, name: "nuits".into() });
    project.run(Command::MoveCode { code: way, parent: Some(sleep), before: None });
    define(&mut project, way, "Ce que coûte la route.");
    project.run(Command::MergeCodes { from: give_up, into: sleep });
    project.code("attente");
    let paths: Vec<String> =
        codes_at(&project.engine, before, &Basis::default()).into_iter().map(|code| code.path).collect();
    assert_eq!(paths, ["sommeil", "chemin", "renoncer"]);
    let told = changes(&project.engine, Lang::Fr, before, moment(&project));
    let sentences: Vec<String> = told.into_iter().map(|change| change.text.replace('\u{A0}', " ")).collect();
    let expected = [
        "renommé : « sommeil » devient « nuits »",
        "déplacé : « chemin », de « le premier niveau » à « nuits »",
        "défini : « chemin » : Ce que coûte la route.",
        "créé : « attente »",
        "fusionné : « renoncer » avec « nuits »",
    ];
    assert_eq!(sentences, expected);
}

/// What the window crosses is what the command line counts.
#[test]
fn a_table_counts_what_the_matrix_and_the_meetings_count() {
    use model::value::{Ask, Columns};
    use workbench::answers::matrix::{Columns as Across, matrix};
    use workbench::levels::LevelAsked;
    use workbench::queries::{cell, table};

    let folder = tempfile::tempdir().unwrap();
    let (engine, _) = workbench::demo::create(&folder.path().join("demo.ancrage"), support::env(5)).unwrap();
    let (seen, basis) = (engine.seen(), Basis::default());
    let categories: Vec<RecordId> =
        seen.codes().iter().filter(|node| node.level.is_category()).map(|node| node.id).collect();
    let ask = Ask::Matrix { codes: categories.clone(), columns: Columns::Participant };
    let crossed = table(&seen, &basis, &ask, &[]);
    let counted = matrix(&engine, &basis, LevelAsked::Category, Across::Participants).unwrap();
    let path = |id: &RecordId| seen.code(*id).unwrap().path.clone();
    for (row, cells) in counted.rows.iter().zip(&counted.cells) {
        let at = crossed.rows.iter().position(|id| path(id) == *row).unwrap();
        let passages: Vec<usize> =
            (0..crossed.columns.len()).map(|column| crossed.passages(at, column)).collect();
        assert_eq!(passages, *cells, "{row}");
    }

    let near = Near::Turns(1);
    let meet = Ask::Cooccurrence { codes: categories.clone(), near };
    let met = table(&seen, &basis, &meet, &[]);
    for (row, first) in met.rows.iter().enumerate() {
        for (column, second) in met.rows.iter().enumerate().filter(|(column, _)| *column != row) {
            let found = meetings(&seen, &basis, &asked(&[*first, *second], &[], near));
            let codings: Vec<RecordId> = found.iter().map(|one| one.passage.coding).collect();
            let shown = cell(&seen, &basis, &meet, &[], (row, column));
            assert_eq!(met.people(row, column), shown.people.len());
            assert_eq!(shown.codings, codings, "{} and {}", path(first), path(second));
        }
    }
}

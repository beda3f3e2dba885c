//! From labels to theory: what is done, what is refused and how it is said.
#![allow(clippy::unwrap_used)] // a test that meets the unexpected has failed

mod support;

use i18n::Lang;
use model::RecordId;
use model::study::Finding;
use model::value::{
    CodeSource, Density, DimensionForm, Level, MemoKind, Point, Position, RelationSort, Stance,
};
use support::Project;
use workbench::command::theory::{GridRow, SchemaItem, SortChoice, TheoryCommand, Under};
use workbench::command::{Command, NewCode};
use workbench::wording::{About, failure_about};

const TEXT: &str = "\
CL : Comment dormez-vous ?
EMG 1 : Je dors mal depuis mars. Je compte les pleins, le trajet me coûte cher.
CL : Et le matin ?
EMG 1 : Le matin je renonce.
";

/// A study with one interview and three codes.
fn study() -> (Project, RecordId, [RecordId; 3]) {
    let (mut project, interview) = Project::with(TEXT);
    let codes = ["sommeil", "coût du trajet", "attente"].map(|name| project.code(name));
    (project, interview, codes)
}

fn think(project: &mut Project, command: TheoryCommand) -> Vec<RecordId> {
    project.run(command.into()).made
}

/// What a refused command says in French, no-break spaces as spaces.
fn refused(project: &mut Project, command: TheoryCommand) -> String {
    let failure = project.refusal(command.into());
    let about = About { file: None, engine: Some(&project.engine) };
    failure_about(Lang::Fr, about, &failure).replace('\u{A0}', " ")
}

fn relate(from: RecordId, to: RecordId, sort: RelationSort) -> TheoryCommand {
    TheoryCommand::CreateRelation { from, to, sort: SortChoice::Known(sort) }
}

#[test]
fn labels_are_grouped_into_a_property_and_that_into_a_category() {
    let (mut project, _, [sleep, travel, waiting]) = study();
    let new = NewCode { name: "ce que coûte le soin".into(), level: Level::Property, ..NewCode::default() };
    let under = Under::New(new);
    let property = think(&mut project, TheoryCommand::GroupCodes { codes: vec![travel, waiting], under })[0];
    let new = NewCode { name: "Le chemin".into(), level: Level::Category, ..NewCode::default() };
    let command = TheoryCommand::GroupCodes { codes: vec![property], under: Under::New(new) };
    let category = think(&mut project, command)[0];
    let seen = project.engine.seen();
    let tree: Vec<(&str, Level)> = seen.codes().iter().map(|node| (node.path.as_str(), node.level)).collect();
    let expected = [
        ("sommeil", Level::Label),
        ("Le chemin", Level::Category),
        ("Le chemin / ce que coûte le soin", Level::Property),
        ("Le chemin / ce que coûte le soin / coût du trajet", Level::Label),
        ("Le chemin / ce que coûte le soin / attente", Level::Label),
    ];
    assert_eq!(tree, expected);
    let command = TheoryCommand::SetLevel { codes: vec![category], level: Level::Core };
    think(&mut project, command);
    assert_eq!(project.engine.seen().code(category).unwrap().level, Level::Core);
    let undone = (0..3).map(|_| project.run(Command::Undo));
    assert_eq!(undone.count(), 3);
    assert_eq!(project.engine.seen().codes().len(), 3);
    assert_eq!(project.engine.seen().code(sleep).unwrap().depth, 0);
}

#[test]
fn a_level_above_what_stands_over_it_is_refused() {
    let (mut project, _, [sleep, travel, _]) = study();
    project.run(Command::MoveCode { code: travel, parent: Some(sleep), before: None });
    let up = |code, level| TheoryCommand::SetLevel { codes: vec![code], level };
    assert_eq!(
        refused(&mut project, up(travel, Level::Property)),
        "« coût du trajet » serait rangé sous « sommeil », qui est d’un niveau inférieur : changez d’abord \
         le niveau de « sommeil », ou choisissez une autre place."
    );
    think(&mut project, TheoryCommand::SetLevel { codes: vec![travel, sleep], level: Level::Category });
    assert_eq!(
        refused(&mut project, up(sleep, Level::Label)),
        "« sommeil » deviendrait d’un niveau inférieur à « coût du trajet », qui est rangé dessous : sortez \
         d’abord « coût du trajet », ou changez aussi son niveau."
    );
    project.run(Command::MoveCode { code: travel, parent: None, before: None });
    think(&mut project, up(sleep, Level::Property));
    let failure = project.refusal(Command::MoveCode { code: travel, parent: Some(sleep), before: None });
    assert!(matches!(failure, workbench::Failure::LevelAbove { .. }), "{failure:?}");
    let failure = project.refusal(Command::MoveCode { code: sleep, parent: Some(sleep), before: None });
    assert!(matches!(failure, workbench::Failure::BelowItself), "{failure:?}");
}

#[test]
fn a_grid_is_told_from_what_emerged_and_names_nothing_twice() {
    let (mut project, _, [sleep, ..]) = study();
    let row = |line, path: &str| GridRow { line, path: path.into(), ..GridRow::default() };
    let twice = TheoryCommand::ImportGrid(vec![row(2, "accès"), row(3, "coût"), row(4, "Accès")]);
    let before = project.engine.history().len();
    assert_eq!(
        refused(&mut project, twice),
        "Ligne 4 : « Accès » se trouve déjà à la ligne 2 : gardez l’une des deux lignes."
    );
    assert_eq!(project.engine.history().len(), before);
    let category = GridRow { level: Some(Level::Category), ..row(2, "accès") };
    let known = GridRow { definition: "Dormir mal.".into(), ..row(3, "sommeil") };
    think(&mut project, TheoryCommand::ImportGrid(vec![category, known, row(4, "accès / distance")]));
    let seen = project.engine.seen();
    let nodes = seen.codes().into_iter();
    let told: Vec<_> = nodes
        .map(|node| {
            let origin = seen.code_origin(node.id).map(|origin| (origin.source, origin.priority));
            (node.path.as_str(), origin)
        })
        .collect();
    let grid = |rank| Some((CodeSource::APriori, Some(rank)));
    let expected = [
        ("sommeil", grid(2)),
        ("coût du trajet", None),
        ("attente", None),
        ("accès", grid(1)),
        ("accès / distance", grid(3)),
    ];
    assert_eq!(told, expected);
    assert_eq!(seen.code(sleep).unwrap().definition, "Dormir mal.");
}

#[test]
fn a_passage_stands_on_a_dimension_while_the_value_is_there() {
    let (mut project, interview, [_, travel, _]) = study();
    let passage = project.apply(interview, "le trajet me coûte cher", travel);
    let place = |at| TheoryCommand::PlaceOnDimension { coding: passage, property: travel, at };
    assert_eq!(
        refused(&mut project, place(Some(Position::Between(500)))),
        "Cette position n’existe pas sur la dimension de « coût du trajet » : ouvrez la propriété pour voir \
         ses pôles."
    );
    let ordered = |values: Vec<(Option<RecordId>, String)>| TheoryCommand::SetDimension {
        property: travel,
        form: DimensionForm::Ordered,
        values,
    };
    let names = |names: &[&str]| names.iter().map(|name| (None, (*name).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        refused(&mut project, ordered(names(&["léger"]))),
        "Une dimension a deux pôles, ou au moins deux valeurs dans un ordre."
    );
    assert_eq!(
        refused(&mut project, ordered(names(&["léger", "Léger"]))),
        "Deux valeurs de la dimension s’appellent « Léger » : donnez-leur des noms différents."
    );
    think(&mut project, ordered(names(&["léger", "lourd", "impossible"])));
    let values: Vec<(RecordId, String)> = {
        let dimension = project.engine.seen().dimension(travel).unwrap();
        dimension.values.iter().map(|(id, name)| (*id, (*name).to_owned())).collect()
    };
    think(&mut project, place(Some(Position::Value(values[1].0))));
    // Renamed and moved, the value is the same; taken away, nothing stands on it.
    let turned = vec![
        (Some(values[2].0), "impossible".to_owned()),
        (Some(values[1].0), "pesant".to_owned()),
        (None, "nul".to_owned()),
    ];
    think(&mut project, ordered(turned));
    assert_eq!(project.engine.seen().standings(travel).len(), 1);
    think(&mut project, ordered(names(&["peu", "beaucoup"])));
    assert_eq!(project.engine.seen().standings(travel), []);
}

#[test]
fn relations_that_say_nothing_or_go_in_circles_are_refused() {
    let (mut project, _, [sleep, travel, waiting]) = study();
    let relation = think(&mut project, relate(sleep, travel, RelationSort::PartOf))[0];
    think(&mut project, relate(travel, waiting, RelationSort::PartOf));
    assert_eq!(
        refused(&mut project, relate(waiting, sleep, RelationSort::PartOf)),
        "« attente » ne peut pas faire partie de « sommeil » : « sommeil » fait déjà partie de « attente »."
    );
    assert_eq!(
        refused(&mut project, relate(sleep, travel, RelationSort::PartOf)),
        "Cette relation existe déjà : sommeil → coût du trajet. Ajoutez-y plutôt des extraits."
    );
    assert_eq!(
        refused(&mut project, relate(sleep, sleep, RelationSort::Opposes)),
        "« sommeil » ne peut pas être relié à lui-même."
    );
    think(&mut project, relate(sleep, travel, RelationSort::Opposes));
    let failure = project.refusal(relate(travel, sleep, RelationSort::Opposes).into());
    assert!(matches!(failure, workbench::Failure::SameRelation { .. }), "{failure:?}");
    project.run(Command::DeleteCode { code: waiting });
    assert_eq!(
        refused(&mut project, relate(sleep, waiting, RelationSort::MoreMore)),
        "« attente » a été supprimé : rétablissez-le ou choisissez autre chose."
    );
    // What was related to it stays, and is listed.
    assert_eq!(project.engine.seen().relations().len(), 3);
    let dangling = project.engine.seen().findings();
    assert!(
        matches!(dangling.as_slice(), [Finding::Dangling { missing, .. }] if *missing == waiting),
        "{dangling:?}"
    );
    think(&mut project, TheoryCommand::DeleteRelation { relation });
    assert_eq!(project.engine.seen().relations().len(), 2);
}

#[test]
fn circles_that_two_made_apart_are_opened_and_listed() {
    let (mut project, _, [sleep, travel, _]) = study();
    let mut other = project.copy("autre.ancrage", 7, "Ann");
    think(&mut project, relate(sleep, travel, RelationSort::PartOf));
    let late = think(&mut other, relate(travel, sleep, RelationSort::PartOf))[0];
    project.merge(&other.path);
    let seen = project.engine.seen();
    let ignored: Vec<RecordId> =
        seen.relations().iter().filter(|relation| relation.ignored).map(|relation| relation.id).collect();
    assert_eq!(ignored.len(), 1);
    assert!(seen.relations().len() == 2 && seen.relation(late).is_some());
    let circle =
        |finding: &Finding| matches!(finding, Finding::Circle { record, .. } if *record == ignored[0]);
    assert!(seen.findings().iter().any(circle), "{:?}", seen.findings());
}

#[test]
fn passages_speak_for_and_against_and_outlive_what_they_speak_of() {
    let (mut project, interview, [sleep, travel, waiting]) = study();
    let passage = project.apply(interview, "Je dors mal depuis mars", sleep);
    let relation = think(&mut project, relate(sleep, travel, RelationSort::MoreMore))[0];
    let mark = |about, stance| TheoryCommand::MarkEvidence {
        about,
        codings: vec![passage, passage],
        stance,
        comment: None,
    };
    think(&mut project, mark(relation, Some(Stance::Supports)));
    think(&mut project, mark(waiting, Some(Stance::Contradicts)));
    assert!(matches!(
        project.refusal(mark(relation, Some(Stance::Supports)).into()),
        workbench::Failure::Nothing
    ));
    project.run(Command::MergeCodes { from: waiting, into: travel });
    let seen = project.engine.seen();
    assert_eq!(seen.evidence(relation).len(), 1);
    assert_eq!(seen.evidence(travel).len(), 1, "what was said of a merged code is said of the other");
    project.run(Command::DeleteCode { code: travel });
    assert!(project.engine.seen().coding(passage).is_some());
    think(&mut project, mark(relation, None));
    assert_eq!(project.engine.seen().evidence(relation), []);
    project.run(Command::Undo);
    assert_eq!(project.engine.seen().evidence(relation)[0].stance, Stance::Supports);
}

#[test]
fn a_theory_is_kept_as_it_was() {
    let (mut project, _, [sleep, travel, _]) = study();
    let title = "Compter le chemin".to_owned();
    let theory = think(&mut project, TheoryCommand::WriteTheory { theory: None, title })[0];
    let add = |text: &str, category| TheoryCommand::AddClause {
        theory,
        text: text.into(),
        categories: vec![category],
        relations: Vec::new(),
    };
    let first = think(&mut project, add("Renoncer, c’est compter.", travel))[0];
    let second = think(&mut project, add("On dort mal.", sleep))[0];
    let version = think(&mut project, TheoryCommand::KeepTheory { theory, name: "v1".into() })[0];
    let text = "Renoncer, c’est calculer.".to_owned();
    think(&mut project, TheoryCommand::WriteClause { clause: first, text });
    think(&mut project, TheoryCommand::MoveClause { clause: second, before: Some(first) });
    think(&mut project, TheoryCommand::DeleteClause { clause: second });
    let seen = project.engine.seen();
    let texts: Vec<&str> = seen.clauses(theory).iter().map(|clause| clause.text).collect();
    assert_eq!(texts, ["Renoncer, c’est calculer."]);
    let kept = seen.kept_versions(theory);
    assert_eq!(kept[0].id, version);
    let texts = kept[0].body.clauses.iter().map(|kept| seen.clause_text_at(kept.clause, kept.text).unwrap());
    assert_eq!(texts.collect::<Vec<_>>(), ["Renoncer, c’est compter.", "On dort mal."]);
}

#[test]
fn names_in_memos_become_what_they_lead_to_and_follow_it() {
    let (mut project, interview, [sleep, ..]) = study();
    let body = "Voir [[sommeil]] dans [[EMG 1]], [[rien]] et [[Sommeil|dormir]].".to_owned();
    let write = Command::WriteMemo {
        memo: None,
        target: Some(interview),
        kind: MemoKind::Theoretical,
        title: "Nuits".into(),
        body,
    };
    let memo = project.run(write).made[0];
    project.run(Command::RenameCode { code: sleep, name: "nuits courtes".into() });
    let seen = project.engine.seen();
    let stored = seen.memos()[0].body.to_owned();
    assert_eq!(stored, format!("Voir [[{sleep}]] dans [[{interview}]], [[rien]] et [[{sleep}|dormir]]."));
    let read = workbench::links::to_read(Lang::Fr, &seen, &stored);
    assert_eq!(read, "Voir nuits courtes dans EMG 1, rien et dormir.");
    let edited = workbench::links::to_edit(Lang::Fr, &seen, &stored);
    assert_eq!(edited, format!("Voir [[nuits courtes]] dans [[EMG 1]], [[rien]] et [[{sleep}|dormir]]."));
    let again = Command::WriteMemo {
        memo: Some(memo),
        target: Some(interview),
        kind: MemoKind::Theoretical,
        title: "Nuits".into(),
        body: edited,
    };
    assert!(matches!(project.refusal(again), workbench::Failure::Nothing));
}

#[test]
fn a_schema_keeps_places_and_a_merged_code_stands_there_once() {
    let (mut project, _, [sleep, travel, _]) = study();
    let new = TheoryCommand::WriteSchema { schema: None, title: "Modèle".into(), items: Vec::new() };
    let schema = think(&mut project, new)[0];
    let node = |code, x| SchemaItem::Node { code, at: Some(Point { x, y: 0 }) };
    let items = vec![node(sleep, 0), node(travel, 200)];
    think(&mut project, TheoryCommand::ArrangeSchema { schema, items });
    project.run(Command::MergeCodes { from: travel, into: sleep });
    let seen = project.engine.seen();
    assert_eq!(seen.schema(schema).unwrap().nodes.len(), 1);
    think(
        &mut project,
        TheoryCommand::MarkDensity { category: sleep, density: Density::Dense, enriched_by: None },
    );
    think(&mut project, TheoryCommand::DeleteSchema { schema });
    assert!(project.engine.seen().schema(schema).is_none());
    assert!(project.engine.seen().code(sleep).is_some());
}

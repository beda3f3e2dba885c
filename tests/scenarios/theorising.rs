//! From labels to theory in the real window: by accessible name, by keyboard and by mouse.

use crate::window::Desk;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const NONE: Modifiers = Modifiers::NONE;

/// The example study, at a tab of the step.
pub fn at(tab: &str) -> Desk<'static> {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    if desk.shows("Je suis Claire L.") {
        desk.click("Je suis Claire L.");
        desk.settle();
    }
    desk.key(Modifiers::ALT, Key::Num4);
    desk.settle();
    desk.wait_for("Points à consolider");
    go(&mut desk, tab);
    desk
}

/// Opens a tab of the step.
pub fn go(desk: &mut Desk<'_>, tab: &str) {
    use egui::accesskit::Role;
    desk.harness.get_by_role_and_label(Role::Tab, tab).click();
    desk.harness.run_steps(3);
    desk.settle();
}

pub fn undo(desk: &mut Desk<'_>) {
    desk.key(Modifiers::COMMAND, Key::Z);
    desk.settle();
}

/// Draws until something is so.
fn until(desk: &mut Desk<'_>, so: impl Fn(&Desk<'_>) -> bool) {
    let since = std::time::Instant::now();
    while !so(desk) {
        assert!(since.elapsed().as_secs() < 30, "it never came:\n{}", desk.labels().join("\n"));
        std::thread::sleep(std::time::Duration::from_millis(5));
        desk.harness.run_steps(2);
    }
}

#[test]
fn cards_are_sorted_by_keyboard() {
    let mut desk = at("Tri");
    desk.wait_for("de qui l’on dépend, 3 cartes");
    desk.click("coût du trajet, 4 extraits");
    desk.key(Modifiers::ALT, Key::ArrowRight);
    desk.settle();
    desk.wait_for("de qui l’on dépend, 4 cartes");
    undo(&mut desk);
    desk.wait_for("de qui l’on dépend, 3 cartes");

    // By the name of the column, two cards together.
    desk.click("coût du trajet, 4 extraits");
    desk.key(NONE, Key::Space);
    desk.key(NONE, Key::ArrowDown);
    desk.key(NONE, Key::Space);
    desk.wait_for("2 cartes marquées");
    desk.key(NONE, Key::Enter);
    desk.wait_for("Ranger 2 cartes");
    desk.types("temps");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("le temps que prend le soin, 5 cartes");
    undo(&mut desk);

    // Into a column that is made for it.
    desk.click("qui emmène, 10 extraits");
    desk.key(NONE, Key::N);
    desk.types("qui conduit");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("qui conduit, 1 carte");
    undo(&mut desk);
    desk.wait_until_gone("qui conduit, 1 carte");
}

#[test]
fn cards_are_sorted_by_mouse_and_the_board_of_properties_too() {
    let mut desk = at("Tri");
    desk.wait_for("de qui l’on dépend, 3 cartes");
    let card = desk.harness.get_by_label("coût du trajet, 4 extraits").rect().center();
    let column = desk.harness.get_by_label("de qui l’on dépend, 3 cartes").rect();
    desk.harness.drag_at(card);
    desk.harness.run_steps(2);
    desk.harness.hover_at(column.center());
    desk.harness.run_steps(2);
    desk.harness.drop_at(column.center() + egui::vec2(0.0, 100.0));
    desk.settle();
    desk.wait_for("de qui l’on dépend, 4 cartes");
    undo(&mut desk);

    desk.click("propriétés → catégories");
    desk.wait_for("Renoncer sans le dire, 3 cartes");
    desk.click("Nouvelle colonne\u{a0}: catégorie");
    desk.types("Compter");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.click("catégories → catégories centrales");
    desk.wait_for("Compter, 0 extrait");
}

#[test]
fn a_property_gets_its_poles_and_passages_their_place() {
    let mut desk = at("Points à consolider");
    desk.click("«\u{a0}le tri\u{a0}» n’a pas de dimension\u{a0}: nommez ses deux pôles.");
    desk.settle();
    desk.wait_for("Pôle 1");
    desk.write("Pôle 1", "à la porte");
    desk.write("Pôle 2", "au cas par cas");
    desk.click("Garder la dimension");
    desk.settle();
    desk.wait_for("Modifier la dimension");
    use egui::accesskit::Role;
    let mut knobs = desk.harness.get_all_by_role(Role::Slider);
    knobs.next().unwrap().focus();
    drop(knobs);
    desk.harness.run_steps(2);
    desk.key(NONE, Key::End);
    desk.harness.run_steps(40);
    desk.settle();
    desk.wait_for("1 sur ");
    undo(&mut desk);
    desk.wait_for("0 sur ");
}

#[test]
fn a_relation_gets_its_type_and_its_evidence() {
    let mut desk = at("Catégories");
    desk.wait_for("Relier «\u{a0}Le coût du chemin\u{a0}» à… par");
    assert!(!desk.shows("condition intervenante…"), "a novice meets four types");
    desk.click("s’oppose à…");
    desk.types("ici");
    desk.key(NONE, Key::Enter);
    desk.settle();
    let sentence = "«\u{a0}Le coût du chemin\u{a0}» s’oppose à «\u{a0}Être d’ici\u{a0}»";
    desk.wait_for(sentence);
    desk.click(sentence);
    desk.settle();
    desk.wait_for("Où «\u{a0}Le coût du chemin\u{a0}» rencontre «\u{a0}Être d’ici\u{a0}»");
    desk.click("À 3 tours près");
    desk.settle();
    let counter = desk.harness.get_all_by_label("Contre-exemple").next();
    counter.unwrap().click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Pourquoi cet extrait contredit");

    // Why, and the other way round: what was said stays.
    desk.write("Pourquoi cet extrait contredit", "Elle parle d’une voisine.");
    desk.key(NONE, Key::Tab);
    desk.settle();
    let stance = desk.harness.get_all_by_label("appuie").next();
    stance.unwrap().click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Pourquoi cet extrait appuie");
    desk.wait_for("Elle parle d’une voisine.");
    undo(&mut desk);
    desk.wait_for("Pourquoi cet extrait contredit");
    undo(&mut desk);
    undo(&mut desk);
    desk.wait_for("Aucun extrait encore");
}

#[test]
fn a_passage_is_dropped_on_a_relation() {
    let mut desk = at("Catégories");
    let cause =
        "«\u{a0}Le coût du chemin\u{a0}» est une condition causale de «\u{a0}Renoncer sans le dire\u{a0}»";
    desk.wait_for(cause);
    let relation = desk.harness.get_by_role_and_label(egui::accesskit::Role::Button, cause).rect();
    let passage = |desk: &Desk<'_>| {
        let mut found = desk.harness.query_all_by_label_contains(", EMG ");
        found.next().unwrap().rect().center()
    };
    let drop = |desk: &mut Desk<'_>, to: egui::Pos2| {
        let from = passage(desk);
        desk.harness.drag_at(from);
        desk.harness.run_steps(2);
        desk.harness.hover_at(from.lerp(to, 0.5));
        desk.harness.run_steps(2);
        desk.harness.hover_at(to);
        desk.harness.run_steps(2);
        desk.harness.drop_at(to);
        desk.settle();
    };
    let press = |desk: &mut Desk<'_>| {
        desk.harness.get_by_role_and_label(egui::accesskit::Role::Button, cause).click();
        desk.settle();
    };
    let evidence = |desk: &mut Desk<'_>| {
        press(desk);
        let count = |name: &str| {
            desk.harness.query_all_by_role_and_label(egui::accesskit::Role::MultilineTextInput, name).count()
        };
        let found = (count("Pourquoi cet extrait appuie"), count("Pourquoi cet extrait contredit"));
        press(desk);
        found
    };
    assert_eq!(evidence(&mut desk), (4, 2));
    drop(&mut desk, relation.center() + egui::vec2(80.0, 0.0));
    assert_eq!(evidence(&mut desk), (4, 3));
    drop(&mut desk, relation.center() - egui::vec2(80.0, 0.0));
    assert_eq!(evidence(&mut desk), (5, 2));
    undo(&mut desk);
    undo(&mut desk);
    assert_eq!(evidence(&mut desk), (4, 2));
}

#[test]
fn relations_are_looked_for_put_in_order_opened_and_cited() {
    let mut desk = at("Relations");
    desk.wait_for("Chercher une relation");
    let rows = |desk: &Desk<'_>| -> Vec<String> {
        let options = desk.harness.query_all_by_role(egui::accesskit::Role::ListBoxOption);
        options.filter_map(|node| node.accesskit_node().label()).collect()
    };
    assert_eq!(rows(&desk).len(), 11, "{:#?}", rows(&desk));
    desk.click("Pour");
    let first = rows(&desk)[0].clone();
    assert!(first.contains("condition causale") && first.contains("4 pour, 2 contre"), "{first}");
    desk.click("Pour");
    assert_eq!(rows(&desk).last(), Some(&first), "once more turns the order round");

    desk.write("Chercher une relation", "cout causale");
    desk.harness.run_steps(3);
    assert_eq!(rows(&desk), std::slice::from_ref(&first));
    desk.click(&first);
    desk.settle();
    desk.wait_for("Extraits à l’appui");
    desk.harness.get_by_label("Copier avec les extraits").click();
    desk.harness.step();
    let commands = &desk.harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.unwrap();
    assert!(
        copied.contains("4 extraits à l’appui («") && copied.contains("2 extraits contraires («"),
        "{copied}"
    );
    assert!(!copied.contains('\n'), "{copied}");
    desk.click("Fermer les extraits");
    desk.settle();
    desk.wait_until_gone("Extraits à l’appui");
}

#[test]
fn tabs_are_gone_through_by_keys() {
    let mut desk = at("Tri");
    for (key, shown) in [
        (Key::PageDown, "Ce qui la décrit"),
        (Key::PageDown, "Chercher une relation"),
        (Key::PageDown, "Schéma\u{a0}: "),
        (Key::PageUp, "Chercher une relation"),
    ] {
        desk.key(Modifiers::COMMAND, key);
        desk.settle();
        desk.wait_for(shown);
    }
}

#[test]
fn every_gap_leads_to_its_place() {
    let mut desk = at("Points à consolider");
    desk.click("Aucun cas divergent de «\u{a0}Les autres autour\u{a0}» n’a été trouvé ni cherché.");
    desk.settle();
    desk.wait_for("Les cas divergents ont été cherchés");
    desk.harness.get_by_label("Les cas divergents ont été cherchés").scroll_to_me();
    desk.harness.run_steps(20);
    desk.click("Les cas divergents ont été cherchés");
    desk.settle();
    go(&mut desk, "Points à consolider");
    desk.wait_until_gone("Aucun cas divergent de «\u{a0}Les autres autour\u{a0}»");
    desk.wait_for("Aucun extrait n’appuie ni ne contredit");
    desk.harness.get_by_label_contains("Aucun extrait n’appuie ni ne contredit").click();
    desk.settle();
    desk.wait_for("Où «\u{a0}Parler du renoncement\u{a0}» rencontre «\u{a0}Se sentir responsable\u{a0}»");
}

#[test]
fn a_theory_is_written_in_clauses_kept_and_compared() {
    let mut desk = at("Théorie");
    desk.wait_for("Proposition 4");
    desk.write("Nouvelle proposition", "Renoncer s’apprend.");
    desk.key(NONE, Key::Tab);
    desk.settle();
    desk.wait_for("Proposition 5");
    desk.harness.get_all_by_label("Ajouter une catégorie…").last().unwrap().scroll_to_me();
    desk.harness.run_steps(20);
    desk.harness.get_all_by_label("Ajouter une catégorie…").last().unwrap().click();
    desk.harness.run_steps(3);
    desk.types("apprendre");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.click("Comparer");
    desk.settle();
    desk.wait_for("proposition ajoutée\u{a0}: Renoncer s’apprend.");
    desk.click("Garder l’état présent…");
    desk.types("après relecture");
    desk.key(NONE, Key::Enter);
    desk.settle();
    undo(&mut desk);
    undo(&mut desk);
    undo(&mut desk);
    desk.wait_until_gone("Proposition 5");

    desk.click("Choisir un élément…");
    desk.types("coût du chemin");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Propositions (1)");
    // A clause that depends on it leads to its words.
    let button = egui::accesskit::Role::Button;
    let clause = {
        let named = desk.harness.query_all_by_role(button);
        let mut labels = named.filter_map(|node| node.accesskit_node().label());
        labels.find(|label| label.starts_with("Ce qui fait renoncer")).unwrap()
    };
    desk.harness.get_by_role_and_label(button, &clause).scroll_to_me();
    desk.harness.run_steps(20);
    desk.harness.get_by_role_and_label(button, &clause).click();
    desk.harness.run_steps(6);
    let focused = desk.harness.query_all_by_role(egui::accesskit::Role::MultilineTextInput);
    assert_eq!(focused.filter(|node| node.accesskit_node().is_focused()).count(), 1);
    // A question that names it opens as it was kept.
    let kept = "Le chemin et le silence, dans un même tour";
    desk.harness.get_by_label(kept).scroll_to_me();
    desk.harness.run_steps(20);
    desk.click(kept);
    desk.settle();
    desk.wait_for("Qui se rencontrent");
    desk.wait_for("Analyse de référence");
}

#[test]
fn the_code_book_is_seen_at_another_time() {
    let mut desk = at("Étiquettes au fil du temps");
    desk.wait_for("Codés sous une définition plus ancienne");
    let before = desk.harness.get_all_by_label("Convient toujours").count();
    desk.harness.get_all_by_label("Convient toujours").next().unwrap().click();
    desk.harness.run_steps(3);
    desk.settle();
    until(&mut desk, |desk| desk.harness.query_all_by_label("Convient toujours").count() + 1 == before);
    undo(&mut desk);
    until(&mut desk, |desk| desk.harness.query_all_by_label("Convient toujours").count() == before);
    use egui::accesskit::Role;
    desk.harness.get_by_role_and_label(Role::Slider, "Du").focus();
    desk.harness.run_steps(2);
    let changes =
        |desk: &Desk<'_>| desk.labels().into_iter().find(|label| label.starts_with("Ce qui a changé"));
    let before = changes(&desk);
    (0..3).for_each(|_| desk.key(NONE, Key::ArrowRight));
    until(&mut desk, |desk| changes(desk) != before);
}

#[test]
fn memos_are_written_with_links_and_nothing_is_lost() {
    let mut desk = at("Tri");
    desk.key(Modifiers::ALT, Key::Num8);
    desk.settle();
    desk.wait_for("Nouveau mémo");
    desk.click("Nouveau mémo");
    desk.settle();
    desk.write("Titre du mémo", "Le taxi");
    desk.write("Texte du mémo", "Voir [[coût du trajet]] : **à revoir**.");
    desk.wait_for("en cours d’écriture");
    // A pause is one act; leaving at once is one, too.
    desk.key(Modifiers::ALT, Key::Num2);
    desk.settle();
    desk.key(Modifiers::ALT, Key::Num8);
    desk.settle();
    desk.wait_for("Lecture");
    desk.wait_for("Voir coût du trajet\u{a0}: à revoir.");
    assert!(!desk.shows("2 versions"), "title and text are written in one go");
    desk.click("Rattacher à…");
    desk.types("EMG 3");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Sujet\u{A0}: EMG 3");
    desk.write("Chercher dans les mémos", "taxi");
    desk.harness.get_by_label("coût du trajet").click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Exemple typique");
    undo(&mut desk);
    undo(&mut desk);
    desk.key(Modifiers::ALT, Key::Num8);
    desk.settle();
    desk.write("Chercher dans les mémos", "taxi");
    desk.wait_for("Aucun mémo ne correspond.");
}

#[test]
fn every_cell_of_a_question_opens_its_passages() {
    let mut desk = at("Requêtes");
    desk.wait_for("Tableau");
    desk.harness.get_by_label_contains("Le coût du chemin, EMG 1\u{a0}: ").click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Le coût du chemin × EMG 1");
    desk.key(NONE, Key::ArrowRight);
    desk.settle();
    desk.wait_for("Le coût du chemin × EMG 2");

    desk.click("Quelles étiquettes se rencontrent");
    desk.settle();
    desk.harness.get_by_label_contains("Le coût du chemin, Renoncer sans le dire\u{a0}: ").click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Le coût du chemin × Renoncer sans le dire");

    desk.click("Enregistrer sous un nom…");
    desk.types("rencontres");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("rencontres");
    undo(&mut desk);
    desk.wait_until_gone("rencontres");

    desk.click("Parler sans se sentir responsable");
    desk.settle();
    desk.wait_for("Sans, à proximité");
    assert!(!desk.shows("Aucun extrait."), "{:#?}", desk.labels());
}

#[test]
fn a_grid_with_a_name_given_twice_is_refused_and_stays_to_be_mended() {
    let mut desk = at("Tri");
    desk.click("Grille de lecture…");
    desk.write("Lignes de la grille", "accès aux soins\nordonnances\nAccès aux soins");
    desk.click("Reprendre 3 lignes");
    desk.settle();
    desk.wait_for("Ligne 3\u{a0}: «\u{a0}Accès aux soins\u{a0}» se trouve déjà à la ligne 1");
    assert!(!desk.shows("accès aux soins, 0 extrait"), "nothing of it is taken in");
    desk.click("Grille de lecture…");
    desk.write("Lignes de la grille", "accès aux soins\nordonnances");
    desk.click("Reprendre 2 lignes");
    desk.settle();
    desk.wait_for("accès aux soins, 0 extrait");
    undo(&mut desk);
    desk.wait_until_gone("accès aux soins, 0 extrait");
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    let mut desk = at("Catégories");
    desk.wait_for("Relier «\u{a0}Le coût du chemin\u{a0}» à… par");
    // A whole is not part of its own part.
    desk.click("fait partie de…");
    desk.types("ce que coûte le trajet");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.harness.run_steps(10);
    desk.wait_for("ne peut pas");
    let sentence = |end: &str| format!("«\u{a0}Le coût du chemin\u{a0}» fait partie de «\u{a0}{end}\u{a0}»");
    let stands = |desk: &Desk<'_>, end: &str| {
        let role = egui::accesskit::Role::Button;
        desk.harness.query_by_role_and_label(role, &sentence(end)).is_some()
    };
    assert!(!stands(&desk, "ce que coûte le trajet"), "{:#?}", desk.labels());
    // A whole that can be is related, and would have been found so.
    desk.click("fait partie de…");
    desk.types("ici");
    desk.key(NONE, Key::Enter);
    desk.settle();
    assert!(stands(&desk, "Être d’ici"), "{:#?}", desk.labels());
}

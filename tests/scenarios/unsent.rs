//! What was written, placed or moved a moment ago is never lost, whatever is done next.

use crate::theorising::{at, go, undo};
use crate::window::Desk;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const NONE: Modifiers = Modifiers::NONE;

/// Goes to another step and back, without a pause before.
fn away_and_back(desk: &mut Desk<'_>) {
    desk.key(Modifiers::ALT, Key::Num2);
    desk.settle();
    desk.key(Modifiers::ALT, Key::Num4);
    desk.settle();
}

/// A property with two poles, its first passage under the keyboard.
fn placing() -> Desk<'static> {
    let mut desk = at("Points à consolider");
    desk.click("«\u{a0}le tri\u{a0}» n’a pas de dimension\u{a0}: nommez ses deux pôles.");
    desk.settle();
    desk.write("Pôle 1", "à la porte");
    desk.write("Pôle 2", "au cas par cas");
    desk.click("Garder la dimension");
    desk.settle();
    desk.wait_for("Modifier la dimension");
    knob(&desk, 0);
    desk.harness.run_steps(2);
    desk
}

fn knob(desk: &Desk<'_>, number: usize) {
    desk.harness.get_all_by_role(Role::Slider).nth(number).unwrap().focus();
}

#[test]
fn a_passage_that_was_just_placed_stays_when_one_leaves() {
    let mut desk = placing();
    desk.key(NONE, Key::End);
    away_and_back(&mut desk);
    desk.wait_for("1 sur ");
    undo(&mut desk);
    desk.wait_for("0 sur ");
}

#[test]
fn two_passages_placed_one_after_the_other_are_both_placed() {
    let mut desk = placing();
    desk.key(NONE, Key::End);
    knob(&desk, 1);
    desk.harness.run_steps(2);
    desk.key(NONE, Key::Home);
    desk.harness.run_steps(40);
    desk.settle();
    desk.wait_for("2 sur ");
}

#[test]
fn poles_that_are_written_stay_when_one_leaves() {
    let mut desk = at("Points à consolider");
    desk.click("«\u{a0}le tri\u{a0}» n’a pas de dimension\u{a0}: nommez ses deux pôles.");
    desk.settle();
    desk.write("Pôle 1", "à la porte");
    desk.write("Pôle 2", "au cas par cas");
    away_and_back(&mut desk);
    desk.wait_for("Modifier la dimension");
}

#[test]
fn what_keys_have_moved_on_a_schema_stays_when_one_leaves() {
    let mut desk = at("Schéma");
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire");
    let place = |desk: &Desk<'_>| desk.harness.get_by_label("Les autres autour").rect().center();
    let before = place(&desk);
    desk.click("Les autres autour");
    (0..3).for_each(|_| desk.key(Modifiers::ALT, Key::ArrowLeft));
    let pushed = place(&desk);
    assert!(pushed.x < before.x - 2.0, "{before} {pushed}");
    away_and_back(&mut desk);
    desk.wait_for("Annuler\u{a0}: ");
    assert!((place(&desk) - pushed).length() < 2.0, "{pushed} {}", place(&desk));

    // To another page of the step, and back.
    desk.click("Les autres autour");
    (0..3).for_each(|_| desk.key(Modifiers::ALT, Key::ArrowLeft));
    let pushed = place(&desk);
    go(&mut desk, "Théorie");
    go(&mut desk, "Schéma");
    desk.harness.run_steps(10);
    assert!((place(&desk) - pushed).length() < 2.0, "{pushed} {}", place(&desk));
}

#[test]
fn undoing_takes_back_what_was_moved_last_not_what_was_stored_before() {
    let mut desk = at("Schéma");
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire");
    let place = |desk: &Desk<'_>, name: &str| desk.harness.get_by_label(name).rect().center();
    let both = |desk: &Desk<'_>| (place(desk, "Les autres autour"), place(desk, "Parler du renoncement"));
    let before = both(&desk);
    desk.click("Les autres autour");
    desk.key(Modifiers::ALT, Key::ArrowLeft);
    desk.click("Parler du renoncement");
    desk.key(Modifiers::ALT, Key::ArrowRight);
    desk.key(Modifiers::ALT, Key::ArrowRight);
    let moved = both(&desk);
    assert!(moved.0.x < before.0.x && moved.1.x > before.1.x, "{before:?} {moved:?}");
    undo(&mut desk);
    desk.harness.run_steps(10);
    let near = |a: egui::Pos2, b: egui::Pos2| (a - b).length() < 1.5;
    let now = both(&desk);
    assert!(near(now.0, moved.0) && near(now.1, before.1), "{moved:?} {now:?}");
    undo(&mut desk);
    desk.harness.run_steps(10);
    let now = both(&desk);
    assert!(near(now.0, before.0) && near(now.1, before.1), "{before:?} {now:?}");
}

#[test]
fn a_deleted_memo_stays_deleted_and_undoing_brings_its_last_words() {
    let mut desk = at("Tri");
    desk.key(Modifiers::ALT, Key::Num8);
    desk.settle();
    desk.wait_for("Nouveau mémo");
    desk.click("Nouveau mémo");
    desk.settle();
    desk.write("Titre du mémo", "Le taxi");
    desk.key(Modifiers::ALT, Key::Num2);
    desk.settle();
    desk.key(Modifiers::ALT, Key::Num8);
    desk.settle();
    desk.wait_for("Supprimer le mémo");
    desk.write("Texte du mémo", "Les derniers mots.");
    desk.click("Supprimer le mémo");
    desk.harness.run_steps(60);
    desk.settle();
    let taxis = |desk: &Desk<'_>| {
        let rows = desk.harness.query_all_by_role_and_label(Role::ListBoxOption, "Le taxi");
        rows.count()
    };
    assert_eq!(taxis(&desk), 0, "{:#?}", desk.labels());
    undo(&mut desk);
    assert_eq!(taxis(&desk), 1, "{:#?}", desk.labels());
    desk.harness.get_by_role_and_label(Role::ListBoxOption, "Le taxi").click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Les derniers mots.");
}

#[test]
fn a_sheet_that_stands_open_goes_with_its_study() {
    let mut desk = at("Catégories");
    desk.wait_for("Le coût du chemin");
    desk.harness.get_by_label("Ajouter une note…").scroll_to_me();
    desk.harness.run_steps(20);
    desk.click("Ajouter une note…");
    desk.write("Titre du mémo", "Une pensée du soir");
    // A press beside the sheet does not throw it away.
    desk.harness.drag_at(egui::pos2(30.0, 700.0));
    desk.harness.run_steps(2);
    desk.harness.drop_at(egui::pos2(30.0, 700.0));
    desk.harness.run_steps(4);
    desk.wait_for("Titre du mémo");
    desk.key(Modifiers::COMMAND, Key::W);
    desk.wait_for("Découvrir avec l’étude d’exemple");
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk.key(Modifiers::ALT, Key::Num8);
    desk.settle();
    desk.wait_for("Une pensée du soir");
}

#[test]
fn a_comment_that_waits_for_its_button_goes_with_its_study() {
    let mut desk = at("Catégories");
    desk.wait_for("Le coût du chemin");
    desk.harness.get_by_label("Discuter avec l’équipe…").scroll_to_me();
    desk.harness.run_steps(20);
    desk.click("Discuter avec l’équipe…");
    desk.settle();
    let field = |desk: &Desk<'_>| {
        let fields = desk.harness.query_all_by_role(Role::MultilineTextInput);
        fields.filter_map(|node| egui_kittest::kittest::NodeT::accesskit_node(&node).label()).next()
    };
    let name = field(&desk).unwrap();
    desk.write(&name, "Et ceux qui vivent près ?");
    desk.key(Modifiers::COMMAND, Key::W);
    desk.wait_for("Découvrir avec l’étude d’exemple");
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk.wait_for("Annuler\u{a0}: commenter");
}

//! A schema in the real window: arranged by keyboard and by mouse, made after a model, with evidence on its arrows.

use crate::theorising::{at, undo};
use crate::window::Desk;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const NONE: Modifiers = Modifiers::NONE;

#[test]
fn a_passage_is_dropped_on_an_arrow_wherever_its_halves_are_shown() {
    let mut desk = at("Schéma");
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire");
    desk.click("Les autres autour");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Extraits, 20");
    let arrow = |desk: &Desk<'_>| {
        let mut found = desk.harness.query_all_by_label_contains("condition causale");
        found.next().unwrap().rect()
    };
    let drop = |desk: &mut Desk<'_>, aside: f32| {
        let from = desk.harness.query_all_by_label_contains(", EMG ").next().unwrap().rect().center();
        let label = arrow(desk);
        let edge = if aside < 0.0 { label.left() } else { label.right() };
        let to = egui::pos2(edge + aside, label.center().y);
        desk.harness.drag_at(from);
        desk.harness.run_steps(2);
        desk.harness.hover_at(from.lerp(to, 0.5));
        desk.harness.run_steps(2);
        desk.harness.hover_at(to);
        desk.harness.run_steps(2);
        desk.harness.drop_at(to);
        desk.settle();
    };
    // Beside the label, where the halves are shown too.
    drop(&mut desk, 20.0);
    desk.wait_for("Annuler\u{a0}: opposer 1 cas divergent à");
    undo(&mut desk);
    drop(&mut desk, -20.0);
    desk.wait_for("Annuler\u{a0}: appuyer");
    undo(&mut desk);
    // Where no halves are shown, nothing is taken.
    let before = desk.labels().into_iter().find(|label| label.starts_with("Annuler"));
    drop(&mut desk, 60.0);
    assert_eq!(desk.labels().into_iter().find(|label| label.starts_with("Annuler")), before);
}

#[test]
fn a_schema_is_arranged_by_keyboard_and_by_mouse() {
    let mut desk = at("Schéma");
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire");
    let place = |desk: &Desk<'_>| desk.harness.get_by_label("Les autres autour").rect().center();
    let before = place(&desk);
    desk.harness.drag_at(before);
    desk.harness.run_steps(2);
    desk.harness.hover_at(before + egui::vec2(30.0, 41.0));
    desk.harness.run_steps(2);
    desk.harness.drop_at(before + egui::vec2(60.0, 82.0));
    desk.settle();
    let moved = place(&desk);
    assert!((moved - before - egui::vec2(60.0, 82.0)).length() < 12.0, "{before} {moved}");

    desk.key(Modifiers::ALT, Key::ArrowLeft);
    desk.key(Modifiers::ALT, Key::ArrowLeft);
    desk.harness.run_steps(40);
    desk.settle();
    let left = place(&desk);
    assert!(left.x < moved.x, "{moved} {left}");
    undo(&mut desk);
    undo(&mut desk);
    desk.harness.run_steps(10);
    assert!((place(&desk) - before).length() < 2.0, "both moves are taken back, each as one act");

    desk.key(Modifiers::NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Extraits, 20");
    desk.key(Modifiers::NONE, Key::R);
    desk.key(Modifiers::NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Extraits à l’appui");
    desk.click("Fermer les extraits");
    desk.settle();
    desk.wait_until_gone("Extraits à l’appui");
}

#[test]
fn a_frame_is_made_larger_by_mouse_and_by_keyboard() {
    let mut desk = at("Schéma");
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire");
    desk.click("Les autres autour");
    desk.click("Cadre");
    desk.types("Entourage");
    desk.key(NONE, Key::Enter);
    desk.settle();
    let corner = "Taille du cadre «\u{a0}Entourage\u{a0}»";
    desk.wait_for(corner);
    let place = |desk: &Desk<'_>| desk.harness.get_by_label(corner).rect().center();
    let before = place(&desk);
    desk.harness.drag_at(before);
    desk.harness.run_steps(2);
    desk.harness.hover_at(before + egui::vec2(30.0, 20.0));
    desk.harness.run_steps(2);
    desk.harness.drop_at(before + egui::vec2(50.0, 37.0));
    desk.settle();
    let larger = place(&desk);
    assert!((larger - before - egui::vec2(50.0, 37.0)).length() < 12.0, "{before} {larger}");
    let inside = |desk: &Desk<'_>| desk.harness.get_by_label("Les autres autour").rect().center();
    let within = inside(&desk);
    desk.key(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    desk.harness.run_steps(50);
    desk.settle();
    assert!(place(&desk).x > larger.x + 4.0, "the key makes it wider");
    assert!((inside(&desk) - within).length() < 1.0, "what stands in it stays");
    desk.key(Modifiers::ALT, Key::ArrowRight);
    desk.harness.run_steps(50);
    desk.settle();
    assert!(inside(&desk).x > within.x + 4.0, "a frame takes along what stands in it");
    (0..4).for_each(|_| undo(&mut desk));
    desk.wait_until_gone(corner);
}

#[test]
fn a_schema_is_made_after_the_paradigm_model_and_saved() {
    let mut desk = at("Schéma");
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire");
    desk.click("Nouveau schéma");
    desk.click("D’après le modèle de Strauss et Corbin…");
    desk.types("Renoncer sans");
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Schéma\u{a0}: Modèle paradigmatique\u{a0}: Renoncer sans le dire");
    assert!(desk.shows("stratégie"), "{:#?}", desk.labels());
    assert!(desk.shows("Parler du renoncement"), "{:#?}", desk.labels());
    undo(&mut desk);
    desk.wait_for("Schéma\u{a0}: Renoncer sans le dire : le modèle");
}

//! A student's first hour: a new study, a transcript, a passage coded by the keyboard alone, undo, redo,
//! closing and opening again.

use crate::window::{Desk, fixture};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const NONE: Modifiers = Modifiers::NONE;

pub fn new_study(desk: &mut Desk<'_>) {
    let path = desk.path("these.ancrage");
    desk.click("Commencer une étude");
    desk.write("Titre de l’étude", "Renoncer aux soins");
    desk.write("Votre nom", "Claire L.");
    desk.write("Fichier de l’étude", path.to_str().unwrap());
    desk.click("Créer l’étude");
    desk.settle();
}

pub fn import(desk: &mut Desk<'_>, file: &str) {
    desk.drop_files(&[&fixture(file)]);
    desk.wait_for("Importer l’entretien");
    desk.click("Importer l’entretien");
    desk.settle();
    desk.wait_for("Verbatim");
}

#[test]
fn from_a_new_study_to_a_coded_passage_and_back_again() {
    let mut desk = Desk::new();
    desk.settle();
    new_study(&mut desk);
    assert!(desk.shows("Aucun entretien pour l’instant."), "{:#?}", desk.labels());
    import(&mut desk, "EMG 5.txt");
    assert!(desk.shows("EMG 5"), "{:#?}", desk.labels());

    // Into the text by keyboard: the transcript takes the keyboard, the caret goes into the first turn.
    desk.harness.get_by_label_contains("Verbatim").focus();
    desk.harness.run_steps(3);
    for _ in 0..8 {
        desk.key(NONE, Key::ArrowDown);
    }
    desk.key(NONE, Key::Home);
    for _ in 0..5 {
        desk.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    }
    desk.key(NONE, Key::Enter);
    desk.types("fatigue de fin de garde");
    desk.key(Modifiers::COMMAND, Key::Enter);
    desk.wait_for("fatigue de fin de garde, 1 extrait");
    assert!(desk.shows("créer et appliquer"), "{:#?}", desk.labels());

    desk.key(Modifiers::COMMAND, Key::Z);
    desk.wait_until_gone("fatigue de fin de garde, 1 extrait");
    desk.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    desk.wait_for("fatigue de fin de garde, 1 extrait");

    // Closed and opened again, everything is there, and undo still knows what it would undo.
    desk.key(Modifiers::COMMAND, Key::K);
    desk.types("fermer l’étude");
    desk.key(NONE, Key::Enter);
    desk.wait_for("Bienvenue dans Ancrage");
    desk.harness.get_by_label_contains("Dernière étude").click();
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("fatigue de fin de garde, 1 extrait");
    desk.key(Modifiers::COMMAND, Key::Z);
    desk.wait_until_gone("fatigue de fin de garde, 1 extrait");
}

#[test]
fn the_example_study_opens_and_a_code_leads_to_its_passages() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk.harness.get_by_label_contains("qui emmène").click();
    desk.settle();
    desk.wait_for("sur 6 (8 réalisés)");
    assert!(desk.shows("«\u{a0}il faut quelqu’un pour le ramener"), "{:#?}", desk.labels());
}

//! The code book and the study's page in the real window: by accessible name, mostly by keyboard.

use crate::window::Desk;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const NONE: Modifiers = Modifiers::NONE;

fn example() -> Desk<'static> {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    if desk.shows("Je suis Claire L.") {
        desk.click("Je suis Claire L.");
        desk.settle();
    }
    desk
}

/// Goes to a step of the rail.
fn step(desk: &mut Desk<'_>, name: &str) {
    desk.harness.get_all_by_label_contains(name).next().unwrap().click();
    desk.harness.run_steps(3);
    desk.settle();
}

#[test]
fn a_code_is_read_defined_merged_and_deleted_in_the_code_book() {
    let mut desk = example();
    step(&mut desk, "Étiquettes");
    desk.wait_for("Choisissez une étiquette dans l’arbre.");
    desk.harness.get_by_label_contains("perdre sa journée").click();
    desk.settle();
    desk.wait_for("Exemple typique");
    assert!(desk.shows("2 extraits · 2 EMG sur 6 (8 réalisés)"), "{:#?}", desk.labels());

    desk.write("Quand l’utiliser", "la journée entière y passe");
    desk.key(NONE, Key::Tab);
    desk.settle();
    desk.wait_for("Histoire (");

    desk.click("Fusionner…");
    desk.types("qui emmène");
    desk.key(NONE, Key::Enter);
    desk.wait_for("2 extraits passent sous «\u{a0}qui emmène\u{a0}».");
    desk.click("Fusionner");
    desk.settle();
    desk.wait_for("12 extraits · ");
    desk.key(Modifiers::COMMAND, Key::Z);
    desk.settle();
    desk.wait_for("10 extraits · ");

    desk.click("Supprimer…");
    desk.wait_for("extraits perdent cette étiquette");
    desk.click("Supprimer");
    desk.settle();
    desk.wait_until_gone("qui emmène, 10 extraits");
    desk.key(Modifiers::COMMAND, Key::Z);
    desk.settle();
    desk.wait_for("qui emmène, 10 extraits");
}

#[test]
fn a_code_is_split_by_digits() {
    let mut desk = example();
    step(&mut desk, "Étiquettes");
    desk.harness.get_by_label_contains("coût du trajet").click();
    desk.settle();
    desk.wait_for("Exemple typique");
    desk.click("Scinder…");
    desk.types("le taxi");
    desk.key(NONE, Key::Enter);
    desk.types("l’essence");
    desk.key(NONE, Key::Enter);
    desk.key(NONE, Key::Num1);
    desk.key(NONE, Key::Num2);
    desk.key(NONE, Key::Num0);
    desk.wait_for("Scinder (2 extraits)");
    desk.click("Scinder (2 extraits)");
    desk.settle();
    desk.wait_for("le taxi, 1 extrait");
    assert!(desk.shows("l’essence, 1 extrait"), "{:#?}", desk.labels());
    assert!(desk.shows("coût du trajet, 2 extraits"), "{:#?}", desk.labels());
    desk.key(Modifiers::COMMAND, Key::Z);
    desk.settle();
    desk.wait_for("coût du trajet, 4 extraits");
}

/// What stands in a cell or field of one line.
fn value(desk: &Desk<'_>, name: &str) -> String {
    desk.harness.get_by_role_and_label(Role::TextInput, name).value().unwrap_or_default()
}

#[test]
fn the_study_is_described_and_its_participants_filled_in_like_a_sheet() {
    let mut desk = example();
    step(&mut desk, "Étude");
    desk.wait_for("Où l’on en est");
    assert!(desk.shows("Codage terminé\u{a0}: 6 sur 8"), "{:#?}", desk.labels());
    desk.write("Question de recherche", "Comment renonce-t-on ?");
    desk.key(NONE, Key::Tab);
    desk.settle();

    desk.click("Ajouter une caractéristique…");
    desk.types("Métier");
    desk.key(NONE, Key::Enter);
    desk.wait_for("Métier, EMG 1");
    // A sheet: Enter goes down the column, a press on another cell leaves this one written.
    desk.write("Métier, EMG 1", "femme");
    desk.key(NONE, Key::Enter);
    desk.types("homme");
    desk.key(NONE, Key::Enter);
    desk.types("femme");
    desk.settle();
    desk.write("Métier, EMG 5", "homme");
    desk.settle();
    desk.key(NONE, Key::ArrowUp);
    desk.types("autre");
    desk.key(NONE, Key::Tab);
    desk.settle();
    desk.harness.event(egui::Event::Paste("nom\tÂge\nEMG 1\t27\nEMG 9\t31\n".to_owned()));
    desk.harness.run_steps(3);
    desk.settle();
    desk.wait_for("Retirer EMG 9");
    desk.wait_for("9 participants");
    desk.wait_for("Tableau lu\u{a0}: 2 participants.");
    let column =
        ["EMG 1", "EMG 2", "EMG 3", "EMG 4", "EMG 5"].map(|name| value(&desk, &format!("Métier, {name}")));
    assert_eq!(column, ["femme", "homme", "femme", "autre", "homme"]);
    assert_eq!(value(&desk, "Âge, EMG 9"), "31");

    // A block without headings fills cells from the one with the keyboard; a block in a field stays there.
    desk.harness.get_by_role_and_label(Role::TextInput, "Sexe, EMG 6").focus();
    desk.harness.run_steps(2);
    desk.harness.event(egui::Event::Paste("femme\t44\nhomme\t51\n".to_owned()));
    desk.harness.run_steps(3);
    desk.wait_for_value("Âge, EMG 7", "51");
    assert_eq!(value(&desk, "Sexe, EMG 6"), "femme");
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Texte du guide").focus();
    desk.harness.run_steps(2);
    desk.harness.event(egui::Event::Paste("Un soin refusé ?\nEt ensuite ?".to_owned()));
    desk.harness.run_steps(3);
    // The step is left with the field open.
    desk.key(Modifiers::ALT, Key::Num2);
    desk.settle();
    desk.key(Modifiers::ALT, Key::Num1);
    desk.settle();
    let guide = desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Texte du guide");
    assert!(guide.value().unwrap_or_default().contains("Et ensuite ?"));
    assert!(desk.shows("9 participants"), "{:#?}", desk.labels());

    desk.click("Retirer EMG 9");
    desk.settle();
    desk.wait_until_gone("Retirer EMG 9");
}

#[test]
fn codes_are_moved_and_given_a_digit_by_keys() {
    let mut desk = example();
    step(&mut desk, "Étiquettes");
    desk.harness.get_by_label_contains("perdre sa journée").click();
    desk.settle();
    // Under the one before it, out again, and up and down among its siblings.
    desk.key(Modifiers::ALT, Key::ArrowDown);
    desk.wait_for("Annuler\u{a0}: déplacer");
    let order = |desk: &Desk<'_>| {
        let labels = desk.labels();
        let place = |name: &str| labels.iter().position(|label| label.starts_with(name));
        place("perdre sa journée, ") > place("la route l’hiver, ")
    };
    desk.settle();
    assert!(order(&desk), "{:#?}", desk.labels());
    desk.key(Modifiers::ALT, Key::ArrowUp);
    desk.settle();
    assert!(!order(&desk), "{:#?}", desk.labels());
    desk.key(Modifiers::ALT, Key::ArrowLeft);
    desk.settle();
    desk.wait_for("Le coût du chemin");
    desk.key(Modifiers::SHIFT, Key::F10);
    desk.wait_for("Garder sous la touche 1");
    desk.click("Garder sous la touche 1");
    desk.wait_for("perdre sa journée, 2 extraits, touche 1");
    desk.key(Modifiers::COMMAND, Key::K);
    desk.types("Donner un chiffre");
    desk.key(NONE, Key::Enter);
    desk.wait_until_gone("touche 1");
}

#[test]
fn what_the_thesis_takes_is_in_one_place_each_as_files_that_open() {
    let mut desk = example();
    step(&mut desk, "Rédaction");
    desk.wait_for("Rigueur de l’analyse");
    assert!(desk.shows("extraits rangés comme le livret"), "{:#?}", desk.labels());
    for (button, name, beginning) in [
        ("Extraits par étiquette\u{a0}: Word", "extraits.docx", b"PK".as_slice()),
        ("Livret d’étiquettes\u{a0}: Excel", "livret.xlsx", b"PK"),
        ("Dossier de saturation\u{a0}: Page web", "dossier.html", b"<!"),
        ("Relations entre catégories\u{a0}: CSV", "relations.csv", b"\xef\xbb\xbf"),
        ("Tableau de rapprochement des codes\u{a0}: CSV", "rapprochement.csv", b"\xef\xbb\xbf"),
        ("Mémos\u{a0}: Page web", "mémos.html", b"<!"),
    ] {
        desk.harness.get_by_label(button).scroll_to_me();
        desk.settle();
        desk.click(button);
        let path = desk.path(name);
        desk.file(&path);
        desk.wait_for(name);
        let written = std::fs::read(&path).unwrap();
        assert!(written.starts_with(beginning), "{name}: {:?}", &written[..written.len().min(12)]);
    }
}

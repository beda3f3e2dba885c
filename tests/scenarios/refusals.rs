//! What goes wrong is said in one sentence, and nothing is lost.

use crate::window::{Desk, fixture};

#[test]
fn an_import_that_is_given_up_leaves_no_trace() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("8 analysés");
    let before = std::fs::read(desk.path("exemple.ancrage")).unwrap();
    let file = desk.path("EMG 9.txt");
    std::fs::write(&file, "CL : Bonjour.\nEMG 9 : Bonjour, euh… voilà.\nCL : Et ?\nEMG 9 : Et rien.\n")
        .unwrap();
    desk.drop_files(&[&file]);
    desk.wait_for("EMG 9.txt");
    desk.click("Abandonner");
    desk.settle();
    assert!(desk.shows("8 analysés"));
    assert_eq!(std::fs::read(desk.path("exemple.ancrage")).unwrap(), before);
}

#[test]
fn an_import_of_many_files_is_stopped_and_leaves_no_trace() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.wait_for("8 analysés");
    desk.who("Claire L.");
    let before = std::fs::read(desk.path("exemple.ancrage")).unwrap();
    let files: Vec<std::path::PathBuf> = (10..50).map(|n| desk.path(&format!("EMG {n}.txt"))).collect();
    for (n, file) in files.iter().enumerate() {
        let turn = format!(
            "CL : Et la {n}e fois ?\nEMG {n} : {}\n",
            "C’est la route, les pleins, le temps. ".repeat(40)
        );
        std::fs::write(file, turn.repeat(30)).unwrap();
    }
    let paths: Vec<&std::path::Path> = files.iter().map(std::path::PathBuf::as_path).collect();
    desk.drop_files(&paths);
    desk.wait_for("Importer les 40 entretiens");
    desk.click("Importer les 40 entretiens");
    desk.wait_for("Interrompre");
    desk.click("Interrompre");
    desk.wait_for("Importer les 40 entretiens");
    assert!(desk.shows("8 analysés"), "{:#?}", desk.labels());
    desk.click("Abandonner");
    desk.settle();
    assert_eq!(std::fs::read(desk.path("exemple.ancrage")).unwrap(), before);
}

#[test]
fn a_study_that_is_open_in_another_window_is_refused_kindly() {
    let mut first = Desk::new();
    first.settle();
    first.new_study("Claire L.");
    let study = first.path("these.ancrage");
    let mut second = Desk::new();
    second.settle();
    second.drop_files(&[&study]);
    second.wait_for("est déjà ouvert dans une autre fenêtre");
    assert!(second.shows("Bienvenue dans Ancrage"));
    first.key(egui::Modifiers::COMMAND, egui::Key::W);
    first.wait_for("Bienvenue dans Ancrage");
    second.drop_files(&[&study]);
    second.wait_for("Importer des entretiens");
}

#[test]
fn a_fault_of_a_panel_is_told_with_a_way_to_go_on() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.wait_for("EMG 8");
    desk.who("Claire L.");
    desk.harness.state_mut().app_mut().fail_once();
    desk.wait_for("Une partie de la fenêtre a cessé de fonctionner");
    assert!(
        desk.shows("a fault that was asked for") && desk.shows("Copier le détail"),
        "{:#?}",
        desk.labels()
    );
    desk.click("Continuer");
    desk.wait_for("EMG 8");
    desk.harness.state_mut().app_mut().fail_once();
    desk.wait_for("Revenir à l’accueil");
    desk.click("Revenir à l’accueil");
    desk.wait_for("Bienvenue dans Ancrage");
}

#[test]
fn a_file_that_is_already_there_is_said_so() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("8 analysés");
    desk.drop_files(&[&fixture("EMG 2.docx")]);
    desk.wait_for("Ce fichier est déjà dans l’étude");
}

#[test]
fn a_file_that_is_no_study_is_refused_in_words() {
    let mut desk = Desk::new();
    desk.settle();
    let file = desk.path("notes.ancrage");
    std::fs::write(&file, "ceci n’est pas une étude ".repeat(100)).unwrap();
    desk.drop_files(&[&file]);
    desk.wait_for("n’est pas une étude Ancrage");
    assert!(desk.shows("Bienvenue dans Ancrage"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "ceci n’est pas une étude ".repeat(100));
}

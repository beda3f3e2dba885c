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

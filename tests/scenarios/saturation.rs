//! Saturation in the window: the curve, a passage one press away, the claim with its visas, the director's word,
//! and the whole way from the student's claim to the sheet.

use crate::window::Desk;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

fn example<'a>() -> Desk<'a> {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk
}

/// Somebody else of the team works here from now on.
fn act_as(desk: &mut Desk<'_>, member: &str) {
    let here = desk.labels().into_iter().find(|label| label.starts_with("Vous travaillez sous le nom"));
    desk.click(&here.unwrap());
    desk.click(&format!("Je suis {member}"));
    desk.settle();
}

fn go(desk: &mut Desk<'_>, step: &str) {
    desk.click(step);
    desk.settle();
}

#[test]
fn a_student_reads_the_curve_and_the_refusal_and_claims_anew() {
    let mut desk = example();
    desk.who("Claire L.");
    desk.click("Saturation");
    desk.settle();
    desk.wait_for("Déclaration");
    for words in ["refusée, à reprendre", "Dr M. Aubert", "Dr K. Saadi", "Ce que disent les règles"] {
        assert!(desk.harness.query_all_by_label(words).next().is_some(), "{words}");
    }
    desk.click("étiquettes");
    desk.settle();
    desk.click("Déclarer à nouveau…");
    desk.settle();
    desk.click("Figer et déclarer");
    desk.settle();
    desk.wait_for("visas attendus");
}

#[test]
fn a_director_agrees_and_touches_no_coding() {
    let mut desk = example();
    act_as(&mut desk, "Dr K. Saadi");
    go(&mut desk, "Saturation");
    desk.wait_for("D’accord");
    assert!(desk.harness.query_all_by_label("Déclarer à nouveau…").next().is_none());
    desk.click("D’accord");
    desk.settle();
    desk.wait_for("visas complets");
}

#[test]
fn a_director_walks_what_has_changed_by_one_key_and_notes_to_have_seen_it() {
    let mut desk = example();
    act_as(&mut desk, "Dr M. Aubert");
    go(&mut desk, "Direction");
    desk.wait_for("ont changé depuis votre relecture");
    for words in ["Les voix", "Où en est le travail", "Points à consolider", "Dossier de saturation"] {
        assert!(desk.shows(words), "{words}");
    }
    desk.key(Modifiers::NONE, Key::F8);
    desk.settle();
    desk.wait_for("Ce qui s’en dit");
    assert!(desk.shows("1 sur "), "{:?}", desk.labels());
    desk.key(Modifiers::NONE, Key::F8);
    desk.settle();
    desk.wait_for("2 sur ");
    desk.click("Tout est relu");
    desk.settle();
    desk.wait_for("Rien n’a changé depuis votre relecture");
}

#[test]
fn a_comment_on_a_category_comes_to_the_student_who_answers_and_resolves_it() {
    let mut desk = example();
    act_as(&mut desk, "Dr M. Aubert");
    go(&mut desk, "Direction");
    desk.click("Catégories");
    desk.settle();
    desk.wait_for("le plus typique");
    let first = desk.labels().into_iter().find(|label| label.starts_with("Relire «")).unwrap();
    desk.click(&first);
    desk.settle();
    desk.wait_for("Ce qui s’en dit");
    desk.wait_for("rien n’a changé depuis");
    desk.write("Commenter", "Cette propriété me paraît mince.");
    desk.click("Commenter →");
    desk.settle();
    desk.wait_for("Cette propriété me paraît mince.");
    act_as(&mut desk, "Claire L.");
    go(&mut desk, "Direction");
    desk.click("Cette propriété me paraît mince.");
    desk.settle();
    desk.wait_for("Ce qui s’en dit");
    desk.write("Répondre", "J’ai ajouté deux extraits.");
    desk.click("Répondre →");
    desk.settle();
    desk.wait_for("J’ai ajouté deux extraits.");
    desk.click("Clore");
    desk.settle();
    desk.wait_for("Close par Claire L.");
}

/// A claim as it is proposed, at the level that is shown.
fn claim_again(desk: &mut Desk<'_>) {
    go(desk, "Saturation");
    desk.wait_for("Déclarer à nouveau…");
    desk.click("Déclarer à nouveau…");
    desk.settle();
    desk.click("Figer et déclarer");
    desk.settle();
    desk.wait_for("visas attendus");
}

#[test]
fn a_claim_goes_from_the_student_to_the_directors_and_back_until_the_sheet_is_made() {
    let mut desk = example();
    claim_again(&mut desk);
    act_as(&mut desk, "Dr K. Saadi");
    go(&mut desk, "Direction");
    desk.wait_for("depuis votre");
    desk.key(Modifiers::NONE, Key::F8);
    desk.settle();
    desk.click("Voir la courbe et les visas");
    desk.settle();
    desk.wait_for("Refuser");
    desk.write("Un mot pour l’étudiant\u{a0}; un refus se motive", "Trop peu d’entretiens.");
    desk.click("Refuser");
    desk.settle();
    desk.wait_for("refus, le");
    // What one director says stays hidden from the other until both have spoken.
    act_as(&mut desk, "Dr M. Aubert");
    go(&mut desk, "Saturation");
    desk.wait_for("D’accord");
    assert!(!desk.shows("Trop peu d’entretiens."), "{:?}", desk.labels());
    desk.click("D’accord");
    desk.settle();
    desk.wait_for("refusée, à reprendre");
    act_as(&mut desk, "Claire L.");
    go(&mut desk, "Saturation");
    desk.wait_for("Trop peu d’entretiens.");
    claim_again(&mut desk);
    act_as(&mut desk, "Dr M. Aubert");
    go(&mut desk, "Saturation");
    desk.wait_for("D’accord");
    desk.click("D’accord");
    desk.settle();
    // The other answers by e-mail: the student types it in, with the e-mail, and it is not said to be signed.
    act_as(&mut desk, "Claire L.");
    go(&mut desk, "Saturation");
    desk.wait_for("Saisir l’avis\u{a0}: Dr K. Saadi…");
    desk.click("Saisir l’avis\u{a0}: Dr K. Saadi…");
    desk.settle();
    let mail = desk.path("courriel.eml");
    std::fs::write(&mail, "D’accord.").unwrap();
    desk.click("Joindre le courriel ou la page signée…");
    desk.file(&mail);
    desk.wait_for("courriel.eml");
    desk.click("Enregistrer l’avis");
    desk.settle();
    desk.wait_for("visas complets");
    assert!(desk.shows("saisi par Claire L."), "{:?}", desk.labels());
    desk.click("Produire le dossier…");
    let sheet = desk.path("dossier.html");
    desk.file(&sheet);
    desk.wait_for("dossier.html");
    let page = std::fs::read_to_string(&sheet).unwrap();
    assert!(page.contains("saisi par") && page.contains("Dr K. Saadi"));
    assert!(desk.path("dossier (figures)").join("calendrier.csv").exists());
}

#[test]
fn the_curve_is_drawn_by_another_basis_rule_and_order() {
    let mut desk = example();
    go(&mut desk, "Saturation");
    desk.click("Base du calcul, règle et ordre");
    desk.settle();
    desk.click("ordre choisi");
    desk.settle();
    desk.wait_for("Monter EMG 2");
    desk.click("Monter EMG 2");
    desk.settle();
    desk.wait_for("1. EMG 2");
}

#[test]
fn a_copy_for_a_director_is_made_and_what_comes_back_is_looked_at() {
    let mut desk = example();
    go(&mut desk, "Direction");
    desk.click("Copie de relecture pour Dr M. Aubert…");
    let copy = desk.path("copie.ancrage");
    desk.file(&copy);
    desk.wait_for("copie.ancrage");
    assert!(copy.exists());
    desk.drop_files(&[&copy]);
    desk.settle();
    // The director's own desk: it opens on what there is to read, and codes nothing.
    desk.wait_for("Cette copie");
    let steps = [
        "Entretiens",
        "Étiquettes",
        "Catégories et schéma",
        "Saturation",
        "Recherche",
        "Mémos",
        "Direction",
        "Journal",
        "Guide d’entretien",
    ];
    assert_eq!(desk.steps(), steps);
    // It is one person's, and nobody else takes their place.
    let here = desk.labels().into_iter().find(|label| label.starts_with("Vous travaillez sous le nom"));
    assert_eq!(here.as_deref(), Some("Vous travaillez sous le nom Dr M. Aubert"));
    desk.click(&here.unwrap());
    desk.settle();
    assert!(!desk.shows("Je suis "), "{:?}", desk.labels());
    desk.click("Catégories");
    desk.settle();
    desk.wait_for("le plus typique");
}

#[test]
fn what_was_written_of_a_claim_is_kept_when_its_form_is_closed_by_escape() {
    let mut desk = example();
    go(&mut desk, "Saturation");
    desk.wait_for("Déclarer à nouveau…");
    desk.click("Déclarer à nouveau…");
    desk.settle();
    desk.write("L’argument", "Deux entretiens de plus n’ont rien ajouté.");
    desk.key(Modifiers::NONE, Key::Escape);
    desk.settle();
    desk.wait_for("Deux entretiens de plus n’ont rien ajouté.");
}

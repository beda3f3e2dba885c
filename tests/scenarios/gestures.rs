//! Each gesture on words and passages, by keyboard and accessible name, in the real window.

use crate::window::{Desk, fixture};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// A new study with one interview, the text with the keyboard, the caret in the second turn.
fn in_the_text<'a>() -> Desk<'a> {
    let mut desk = Desk::new();
    desk.settle();
    desk.new_study("Claire L.");
    desk.import(&fixture("EMG 5.txt"));
    desk.harness.get_by_label_contains("Verbatim").focus();
    desk.harness.run_steps(3);
    desk.key(CTRL, Key::Home);
    for _ in 0..5 {
        desk.key(CTRL, Key::ArrowDown);
    }
    desk
}

/// Codes what is selected with a new code.
fn code(desk: &mut Desk<'_>, name: &str) {
    desk.key(NONE, Key::Enter);
    desk.types(name);
    desk.key(CTRL, Key::Enter);
    desk.wait_for(&format!("{name}, 1 extrait"));
    desk.text();
}

#[test]
fn words_are_selected_by_word_sentence_and_turn() {
    let mut desk = in_the_text();
    let mut lengths = Vec::new();
    for _ in 0..3 {
        desk.key(NONE, Key::F8);
        lengths.push(desk.selected().chars().count());
    }
    assert!(lengths[0] > 0 && lengths[0] <= lengths[1] && lengths[1] <= lengths[2], "{lengths:?}");
    assert!(lengths[2] > lengths[0], "a turn is more than a word: {lengths:?}");
    desk.key(SHIFT, Key::F8);
    assert!(desk.selected().chars().count() < lengths[2], "and back again");
}

#[test]
fn codes_in_vivo_again_by_digit_and_several_at_once() {
    let mut desk = in_the_text();
    desk.key(NONE, Key::F8);
    let word = desk.selected();
    desk.key(NONE, Key::Space);
    desk.wait_for(&format!("{word}, 1 extrait"));

    // The last code again, on other words.
    desk.text();
    desk.key(CTRL, Key::ArrowDown);
    desk.key(CTRL | SHIFT, Key::ArrowRight);
    desk.key(NONE, Key::Num0);
    desk.wait_for(&format!("{word}, 2 extraits"));

    // A favourite, kept under a digit by the code's own menu.
    desk.harness.get_by_label_contains(&format!("{word}, 2 extraits")).click_secondary();
    desk.harness.run_steps(3);
    desk.click("Garder sous la touche 1");
    desk.settle();
    desk.text();
    desk.key(CTRL, Key::ArrowDown);
    desk.key(CTRL | SHIFT, Key::ArrowRight);
    desk.key(NONE, Key::Num1);
    desk.wait_for(&format!("{word}, 3 extraits"));

    // Two codes for the same words, without leaving the picker.
    desk.key(CTRL, Key::ArrowDown);
    desk.key(NONE, Key::F8);
    code(&mut desk, "être seule");
    desk.key(CTRL, Key::ArrowDown);
    desk.key(NONE, Key::F8);
    desk.key(NONE, Key::Enter);
    desk.types("être seule");
    desk.key(SHIFT, Key::Enter);
    desk.wait_for("Déjà donné\u{a0}: être seule");
    desk.types(&word);
    desk.key(NONE, Key::Enter);
    desk.wait_for(&format!("{word}, 4 extraits"));
    desk.wait_for("être seule, 2 extraits");
}

#[test]
fn a_chosen_coding_is_commented_put_off_recoded_and_taken_away() {
    let mut desk = in_the_text();
    desk.key(NONE, Key::F8);
    code(&mut desk, "première");
    desk.key(CTRL, Key::ArrowDown);
    desk.key(NONE, Key::F8);
    code(&mut desk, "seconde");
    desk.key(NONE, Key::Escape);
    // From the passage of the caret to the one before it.
    desk.key(Modifiers::ALT, Key::ArrowUp);
    desk.key(Modifiers::ALT, Key::ArrowUp);

    desk.key(CTRL, Key::M);
    desk.types("à relire avec Anne");
    desk.key(CTRL, Key::Enter);
    desk.wait_for("commenter un extrait");
    desk.text();
    desk.key(CTRL | SHIFT, Key::D);
    desk.wait_for("plus tard");
    desk.key(CTRL, Key::R);
    desk.types("seconde");
    desk.key(NONE, Key::Enter);
    desk.wait_for("seconde, 2 extraits");
    desk.text();
    desk.key(NONE, Key::Delete);
    desk.wait_for("seconde, 1 extrait");
    // Five times undone, everything is as it was.
    for _ in 0..5 {
        desk.key(CTRL, Key::Z);
        desk.settle();
    }
    desk.wait_until_gone("seconde, 1 extrait");
    desk.wait_for("première, 1 extrait");
}

#[test]
fn overlapping_passages_of_one_code_are_proposed_to_be_one() {
    let mut desk = in_the_text();
    for _ in 0..2 {
        desk.key(NONE, Key::F8);
    }
    code(&mut desk, "se taire");
    desk.key(NONE, Key::Escape);
    desk.key(NONE, Key::Home);
    desk.key(CTRL | SHIFT, Key::ArrowRight);
    desk.key(NONE, Key::Num0);
    desk.wait_for("Ce passage en chevauche un autre");
    desk.click("Les réunir");
    desk.wait_for("se taire, 1 extrait");
}

#[test]
fn the_layer_is_switched_by_a_key_and_decides_the_question() {
    let mut desk = in_the_text();
    assert!(desk.shows("étiquetage expérientiel"), "{:#?}", desk.labels());
    desk.key(CTRL, Key::L);
    desk.wait_for("étiquetage thématique");
    desk.click("Ce que le texte montre\u{a0}: couches et codeurs");
    assert!(desk.shows("Montrer les deux couches ensemble"), "{:#?}", desk.labels());
}

#[test]
fn a_turn_is_corrected_and_a_name_masked_everywhere() {
    let mut desk = in_the_text();
    desk.key(NONE, Key::F8);
    let word = desk.selected();
    code(&mut desk, "repère");
    desk.key(CTRL, Key::Home);
    desk.key(CTRL, Key::G);
    desk.types("1");
    desk.key(NONE, Key::Enter);
    desk.text();
    desk.key(NONE, Key::F2);
    desk.harness.get_by_label("Texte du tour de parole");
    desk.key(CTRL, Key::Home);
    desk.types("Bien. ");
    desk.key(CTRL, Key::Enter);
    desk.wait_for("Texte corrigé\u{a0}: 1 extrait déplacé");
    desk.wait_for("Bien. ");

    desk.text();
    desk.key(CTRL | SHIFT, Key::M);
    desk.write("Nom, prénom (séparés par des virgules)", &word);
    desk.wait_for(&format!("{word} ("));
    desk.harness.get_by_label_contains("Abandonner").click();
    desk.harness.run_steps(3);
    desk.wait_until_gone("Masquer un nom");
}

#[test]
fn an_interview_is_read_renamed_left_out_and_taken_back() {
    let mut desk = in_the_text();
    desk.key(CTRL | SHIFT, Key::R);
    desk.write("Durée (45, 1 h 05)", "1 h 05");
    desk.key(NONE, Key::Enter);
    desk.wait_for("1 relecture");

    let menu = |desk: &mut Desk<'_>| {
        desk.harness.get_by_label_contains(" · 1 relecture").click_secondary();
        desk.harness.run_steps(3);
    };
    menu(&mut desk);
    desk.click("Renommer…");
    desk.write("Nom de l’entretien", "EMG 5 bis");
    desk.key(NONE, Key::Enter);
    desk.wait_for("EMG 5 bis,");
    menu(&mut desk);
    desk.click("Exclure de l’analyse…");
    desk.write("Raison", "hors critères");
    desk.key(NONE, Key::Enter);
    desk.wait_for("hors critères");
    menu(&mut desk);
    desk.click("Reprendre dans l’analyse");
    desk.wait_until_gone("hors critères");
}

#[test]
fn the_language_changes_at_once_everywhere() {
    let mut desk = in_the_text();
    desk.key(CTRL, Key::K);
    desk.types("English");
    desk.key(NONE, Key::Enter);
    desk.wait_for("experiential labelling");
    assert!(desk.shows("Interviews"), "{:#?}", desk.labels());
    assert!(!desk.shows("Entretiens"), "{:#?}", desk.labels());
}

#[test]
fn keys_are_changed_on_their_sheet_and_act() {
    let mut desk = in_the_text();
    desk.key(NONE, Key::F1);
    desk.write("Tapez ce que vous voulez faire", "in vivo");
    desk.click("Changer les touches\u{a0}: Étiqueter par ses propres mots (in vivo)");
    // Keys that another command has are not taken from it, and do not act as that command.
    desk.key(CTRL, Key::B);
    desk.wait_for("Ces touches servent déjà");
    assert!(!desk.shows("Sauvegarder maintenant"), "{:#?}", desk.labels());
    desk.click("Changer les touches\u{a0}: Étiqueter par ses propres mots (in vivo)");
    desk.key(CTRL | SHIFT, Key::B);
    desk.click("Fermer");
    desk.text();
    desk.key(NONE, Key::F8);
    let word = desk.selected();
    desk.key(CTRL | SHIFT, Key::B);
    desk.wait_for(&format!("{word}, 1 extrait"));
}

#[test]
fn a_backup_is_made_listed_and_looked_into() {
    let mut desk = in_the_text();
    desk.key(NONE, Key::F8);
    code(&mut desk, "à garder");
    desk.key(CTRL, Key::B);
    desk.click("Sauvegarder maintenant");
    desk.wait_for("demandée");
    desk.harness.get_by_label_contains("demandée").click();
    desk.harness.run_steps(3);
    desk.wait_for("EMG 5 · 1 extrait");
}

#[test]
fn a_memo_that_is_being_written_is_kept_when_its_sheet_is_closed_by_escape() {
    let mut desk = in_the_text();
    desk.key(NONE, Key::F4);
    desk.write("Texte du mémo", "Il parle de la route avant du soin.");
    desk.key(NONE, Key::Escape);
    desk.wait_for("écrire le mémo");
    desk.key(CTRL, Key::Z);
    desk.wait_until_gone("écrire le mémo");
}

//! From a word to its places, from its places to coded passages, and back by one undo.

use crate::first_hour::{import, new_study};
use crate::window::Desk;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const CTRL: Modifiers = Modifiers::COMMAND;

fn study() -> Desk<'static> {
    let mut desk = Desk::new();
    desk.settle();
    new_study(&mut desk);
    import(&mut desk, "EMG 5.txt");
    desk
}

#[test]
fn a_word_is_found_everywhere_shown_in_context_and_coded_at_once() {
    let mut desk = study();
    desk.key(CTRL | Modifiers::SHIFT, Key::F);
    desk.wait_for("Tapez un mot");
    desk.types("quand");
    desk.wait_for("occurrences dans");
    assert!(desk.shows("Par participant"), "{:#?}", desk.labels());
    desk.click("Mots en contexte");
    desk.click("Garder cette recherche");
    assert!(desk.shows("Recherches gardées"), "{:#?}", desk.labels());

    desk.click("Étiqueter tous les résultats…");
    desk.wait_for("extraits à étiqueter");
    desk.write("Avec quelle étiquette\u{A0}?", "la nuit");
    desk.click("Créer «\u{A0}la nuit\u{A0}» et l’appliquer");
    desk.settle();
    desk.click("Étiquettes");
    desk.wait_for("la nuit");
    assert!(desk.shows("appliquer «\u{A0}la nuit\u{A0}»"), "{:#?}", desk.labels());
    desk.key(CTRL, Key::Z);
    desk.wait_until_gone("la nuit");
}

#[test]
fn a_hit_leads_to_its_place_and_words_are_found_in_the_text() {
    let mut desk = study();
    desk.key(CTRL, Key::F);
    desk.wait_for("Rechercher dans ce texte");
    desk.types("quand");
    desk.wait_for("1 sur ");
    desk.key(Modifiers::NONE, Key::Enter);
    desk.wait_for("2 sur ");
    desk.click("Précédent");
    desk.wait_for("1 sur ");
    desk.key(Modifiers::NONE, Key::Escape);
    desk.wait_until_gone("1 sur ");
    desk.key(CTRL | Modifiers::SHIFT, Key::F);
    desk.types("zzzzz");
    desk.wait_for("Aucune occurrence de «\u{A0}zzzzz\u{A0}»");
    desk.write("Un mot, \"une expression\", dé*, -sauf", "SAUF rien");
    desk.wait_for("ajoutez un mot à trouver");
}

#[test]
fn a_search_is_narrowed_by_interview_voice_and_coding_and_words_are_left_out() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.wait_for("EMG 8");
    desk.who("Claire L.");
    // The step opened by its key has the keyboard in its field.
    desk.key(Modifiers::ALT, Key::Num7);
    desk.wait_for("Les mots les plus dits");
    desk.wait_for("dit, 1");
    desk.types("quand");
    desk.wait_for("44 occurrences");
    choose(&mut desk, "Où, partout", "hors des extraits étiquetés");
    desk.wait_until_gone("44 occurrences");
    choose(&mut desk, "Où, hors des extraits étiquetés", "dans les extraits étiquetés");
    desk.wait_for("Étiquette, n’importe laquelle");
    choose(&mut desk, "Où, dans les extraits étiquetés", "partout");
    desk.wait_for("44 occurrences");
    desk.click("Entretiens, tous");
    desk.settle();
    desk.harness.get_by_role_and_label(egui::accesskit::Role::CheckBox, "EMG 2").click();
    desk.harness.run_steps(3);
    desk.key(Modifiers::NONE, Key::Escape);
    desk.wait_until_gone("44 occurrences");
    desk.wait_for("4 occurrences dans");
    desk.click("Effacer les filtres");
    desk.wait_for("44 occurrences");
    choose(&mut desk, "Qui parle, les participants", "les enquêteurs");
    desk.wait_until_gone("44 occurrences");

    desk.click("Effacer les filtres");
    desk.write("Un mot, \"une expression\", dé*, -sauf", "");
    desk.key(Modifiers::NONE, Key::Delete);
    desk.wait_for("dit, 1");
    desk.click("Mots ignorés…");
    desk.write("Mots ignorés", "dit dire");
    desk.click("D’accord");
    desk.wait_until_gone("dit, 1");
    desk.wait_for("Annuler\u{a0}: modifier l’étude");
}

/// Opens a menu by its name and presses one of its lines.
fn choose(desk: &mut Desk<'_>, menu: &str, line: &str) {
    desk.click(menu);
    desk.settle();
    desk.harness.get_all_by_label(line).last().unwrap().click();
    desk.harness.run_steps(3);
    desk.key(Modifiers::NONE, Key::Escape);
    desk.settle();
}

#[test]
fn passages_like_one_do_not_list_the_passage_itself() {
    let mut desk = study();
    desk.text();
    desk.key(Modifiers::NONE, Key::ArrowDown);
    for _ in 0..3 {
        desk.key(Modifiers::NONE, Key::F8);
    }
    let words = desk.selected();
    assert!(!words.is_empty());
    desk.key(CTRL, Key::K);
    desk.types("Passages proches");
    desk.key(Modifiers::NONE, Key::Enter);
    desk.wait_for("Revenir aux mots");
    desk.settle();
    let head: String = words.chars().take(40).collect();
    let listed = desk.labels().into_iter().filter(|label| label.contains("EMG 5") && label.contains(&head));
    assert_eq!(listed.count(), 0);
}

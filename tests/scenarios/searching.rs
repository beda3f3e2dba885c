//! From a word to its places, from its places to coded passages, and back by one undo.

use crate::first_hour::{import, new_study};
use crate::window::Desk;
use egui::{Key, Modifiers};

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

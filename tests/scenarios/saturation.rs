//! Saturation in the window: the curve, a passage one press away, the claim with its visas, the director's word.

use crate::window::Desk;
use egui_kittest::kittest::Queryable as _;

fn example<'a>() -> Desk<'a> {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk
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
    desk.click("Étude");
    desk.settle();
    desk.click("Agir sous le nom Dr K. Saadi");
    desk.settle();
    desk.click("Saturation");
    desk.settle();
    desk.wait_for("D’accord");
    assert!(desk.harness.query_all_by_label("Déclarer à nouveau…").next().is_none());
    // What has changed since is walked by one key, and noted as seen.
    desk.key(egui::Modifiers::NONE, egui::Key::F8);
    desk.click("Tout est relu");
    desk.settle();
    desk.click("D’accord");
    desk.settle();
    desk.wait_for("visas complets");
}

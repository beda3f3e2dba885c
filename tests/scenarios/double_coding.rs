//! Double coding from the packet to the journal, by accessible name, in two windows.

use crate::window::{Desk, fixture};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// The desk of a second coder, with the packet on it.
fn receives<'a>(packet: &std::path::Path) -> Desk<'a> {
    let mut desk = Desk::new();
    desk.settle();
    let received = desk.path("reçue.ancrage");
    std::fs::copy(packet, &received).unwrap();
    desk.drop_files(&[&received]);
    desk.settle();
    desk
}

/// Codes the sentence at which a turn begins, counted from the top of the text.
fn code(desk: &mut Desk<'_>, turn: usize, name: &str) {
    desk.text();
    desk.key(CTRL, Key::Home);
    for _ in 0..turn {
        desk.key(CTRL, Key::ArrowDown);
    }
    desk.key(NONE, Key::F8);
    desk.key(NONE, Key::F8);
    desk.key(NONE, Key::Enter);
    desk.types(name);
    desk.key(CTRL, Key::Enter);
    desk.wait_for(&format!("{name}, 1 extrait"));
}

fn button(desk: &mut Desk<'_>, label: &str) {
    desk.harness.get_by_role_and_label(Role::Button, label).click();
    desk.harness.run_steps(3);
    desk.settle();
}

/// Goes to a step of the rail, or to a part of the step.
fn tab(desk: &mut Desk<'_>, label: &str) {
    desk.harness.get_by_role_and_label(Role::Tab, label).click();
    desk.harness.run_steps(3);
    desk.settle();
}

/// Claire's study with two passages, and a packet for Paul, who codes and declares done.
fn two_desks<'a>() -> (Desk<'a>, Desk<'a>) {
    let mut claire = Desk::new();
    claire.settle();
    claire.new_study("Claire L.");
    claire.import(&fixture("EMG 5.txt"));
    code(&mut claire, 5, "fatigue");
    code(&mut claire, 7, "le trajet");

    tab(&mut claire, "Double codage");
    button(&mut claire, "Préparer une enveloppe…");
    claire.write("Nom du membre", "Paul R.");
    claire.write("Consigne", "Au plus près des mots");
    button(&mut claire, "Enregistrer l’enveloppe…");
    let packet = claire.path("enveloppe.ancrage");
    claire.file(&packet);
    claire.wait_for("Enveloppe donnée à Paul R.");

    let mut paul = receives(&packet);
    paul.wait_for("Votre enveloppe");
    (claire, paul)
}

/// Paul codes, declares done, and saves the file to send back.
fn codes_and_returns(paul: &mut Desk<'_>) -> std::path::PathBuf {
    button(paul, "Coder EMG 5");
    paul.wait_for("Verbatim");
    code(paul, 5, "épuisement");
    code(paul, 9, "la route");
    tab(paul, "Double codage");
    button(paul, "Déclarer mon codage fini");
    paul.wait_for("Enregistrer le fichier à renvoyer…");
    button(paul, "Enregistrer le fichier à renvoyer…");
    let back = paul.path("retour.ancrage");
    paul.file(&back);
    paul.wait_for("retour.ancrage");
    back
}

#[test]
fn from_the_packet_to_the_journal() {
    let (mut claire, mut paul) = two_desks();
    assert!(paul.shows("Au plus près des mots"), "{:#?}", paul.labels());
    assert!(!paul.shows("fatigue") && !paul.shows("Claire"), "{:#?}", paul.labels());
    let back = codes_and_returns(&mut paul);

    button(&mut claire, "Déclarer mon codage fini");
    claire.drop_files(&[&back]);
    claire.settle();
    claire.wait_for("Ce que «\u{a0}retour.ancrage\u{a0}» apporterait");
    button(&mut claire, "Fusionner");
    claire.wait_for("Fusion faite");
    tab(&mut claire, "Tours et enveloppes");
    button(&mut claire, "Ouvrir les enveloppes");
    claire.wait_for("Deux lectures des mêmes entretiens");
    button(&mut claire, "Rapprocher les étiquettes");

    claire.wait_for("fatigue, pas encore dit, épuisement, 1 commun");
    claire.harness.get_by_label("fatigue, pas encore dit, épuisement, 1 commun").click();
    claire.harness.run_steps(3);
    claire.key(NONE, Key::M);
    claire.settle();
    claire.wait_for("fatigue, même sens, épuisement, 1 commun");

    tab(&mut claire, "Comparer");
    claire.wait_for("Accord positif");
    claire.wait_for("fatigue");
    claire.click("Autres mesures");
    claire.wait_for("α de Krippendorff");

    tab(&mut claire, "Mettre en accord");
    claire.wait_for("2 restent, environ 1 min");
    button(&mut claire, "Retenir 1 accord");
    claire.wait_for("Seulement Claire L., EMG 5");
    claire.key(NONE, Key::A);
    claire.types("c’est bien de la route qu’il parle");
    claire.key(NONE, Key::Enter);
    claire.settle();
    claire.wait_for("1 reste, environ 1 min");
    claire.key(NONE, Key::N);
    claire.key(NONE, Key::Enter);
    claire.settle();
    claire.wait_for("Rien ne reste à trancher ici.");
    claire.wait_for("triangulation\u{a0}: 1 entretien sur 1, 3 décisions, 0 révisée");

    // What was before discussion is kept beside what came after it.
    tab(&mut claire, "Comparer");
    for kept in [
        "Avant discussion",
        "Après mise en accord",
        "après discussion\u{a0}: ne mesure plus l’indépendance",
        "Frontières libres",
        "Segments à 90\u{a0}%",
    ] {
        claire.wait_for(kept);
    }
    tab(&mut claire, "Mettre en accord");

    button(&mut claire, "Journal\u{a0}: CSV");
    let journal = claire.path("journal.csv");
    claire.file(&journal);
    claire.wait_for("journal.csv");
    let journal = std::fs::read_to_string(&journal).unwrap();
    assert!(journal.contains("c’est bien de la route qu’il parle"), "{journal}");
    assert_eq!(journal.lines().count(), 4, "{journal}");

    // A decision is an act like any other.
    claire.key(CTRL, Key::Z);
    claire.settle();
    claire.wait_for("1 reste, environ 1 min");
}

#[test]
fn a_packet_that_came_locked_goes_back_locked_and_leaves_no_plain_copy() {
    let mut claire = Desk::new();
    claire.settle();
    claire.new_study("Claire L.");
    claire.import(&fixture("EMG 5.txt"));
    tab(&mut claire, "Double codage");
    button(&mut claire, "Préparer une enveloppe…");
    claire.write("Nom du membre", "Paul R.");
    claire.click("Protéger par une phrase de passe");
    claire.write("Phrase de passe", "sept cailloux bleus");
    button(&mut claire, "Enregistrer l’enveloppe…");
    let packet = claire.path("enveloppe.ancrage");
    claire.file(&packet);
    claire.wait_for("Enveloppe donnée à Paul R.");

    let mut paul = receives(&packet);
    paul.wait_for("Cette enveloppe est protégée");
    paul.write("Phrase de passe", "sept cailloux bleus");
    button(&mut paul, "Ouvrir");
    paul.wait_for("Votre enveloppe");
    let plain = paul.path("reçue (ouverte).ancrage");
    assert!(plain.exists());
    button(&mut paul, "Déclarer mon codage fini");
    paul.wait_for("Cette enveloppe vous est arrivée protégée");
    paul.write("Phrase de passe pour le retour (facultatif)", "sept cailloux bleus");
    button(&mut paul, "Protéger et effacer la copie en clair…");
    let back = paul.path("retour.ancrage");
    paul.file(&back);
    paul.wait_for("La copie en clair, ses sauvegardes et son index sont effacés.");
    assert!(!plain.exists() && back.exists());

    claire.drop_files(&[&back]);
    claire.settle();
    claire.write("Phrase de passe", "sept cailloux bleus");
    button(&mut claire, "Ouvrir");
    claire.wait_for("apporterait");
}

#[test]
fn nothing_of_the_other_is_seen_before_both_are_done() {
    let (mut claire, mut paul) = two_desks();
    let back = codes_and_returns(&mut paul);
    claire.drop_files(&[&back]);
    claire.settle();
    claire.wait_for("Reçu sous scellé, sans rien en montrer\u{a0}: Paul R.");
    button(&mut claire, "Fusionner");
    claire.wait_for("Fusion faite");
    for step in ["Entretiens", "Étiquettes", "Double codage"] {
        tab(&mut claire, step);
        for hidden in ["épuisement", "la route"] {
            assert!(!claire.shows(hidden), "{step}: {:#?}", claire.labels());
        }
    }
    for part in ["Tours et enveloppes", "Rapprocher les étiquettes", "Comparer", "Mettre en accord"] {
        tab(&mut claire, part);
        claire.settle();
        assert!(!claire.shows("épuisement") && !claire.shows("la route"), "{part}: {:#?}", claire.labels());
    }
    claire.key(CTRL, Key::J);
    claire.settle();
    assert!(!claire.shows("épuisement"), "{:#?}", claire.labels());
}

/// The left edges of what says this.
fn lefts(desk: &Desk<'_>, says: impl Fn(&str) -> bool) -> Vec<f32> {
    let nodes = desk.harness.root().children_recursive();
    let said = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).is_some_and(|text| says(&text))
    };
    nodes.filter(said).map(|node| node.rect().left()).collect()
}

#[test]
fn what_a_coder_did_stands_below_that_coders_name() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk.who("Claire L.");
    tab(&mut desk, "Double codage");
    desk.wait_for("Qui a codé quoi");
    let below = |desk: &Desk<'_>, name: &str, count: &str| {
        let heads = lefts(desk, |text| text == name);
        lefts(desk, |text| text.contains(count))
            .iter()
            .any(|cell| heads.iter().any(|head| (head - cell).abs() < 1.0))
    };
    for count in ["44 extraits", "42 extraits", "41 extraits"] {
        assert!(below(&desk, "Thomas R.", count), "{count}: {:#?}", desk.labels());
        assert!(!below(&desk, "Dr M. Aubert", count), "{count}: {:#?}", desk.labels());
    }
    // Nothing of the example was coded under seal: nothing is said to be.
    tab(&mut desk, "Comparer");
    desk.wait_for("Aucun tour scellé ne prouve");
    assert!(!desk.shows("chacun a codé sous scellé"), "{:#?}", desk.labels());
}

/// The example with a sealed round of Claire and Thomas on one interview.
fn sealed_example(path: &std::path::Path) {
    let (mut engine, _) = workbench::demo::create(path, workbench::Env::system()).unwrap();
    let member = |name: &str| workbench::names::member(&engine.seen(), name).unwrap();
    let round = workbench::command::double_coding::NewRound {
        name: "Tour discret".to_owned(),
        instructions: String::new(),
        interviews: vec![workbench::names::interview(&engine.seen(), "EMG 7").unwrap()],
        coders: vec![member("Claire L."), member("Thomas R.")],
        list: model::value::CodeList::None,
        unit: model::value::CodingUnit::Turn,
    };
    engine.act_as("Claire L.").unwrap();
    let asked = workbench::command::double_coding::DoubleCoding::SetUpRound(round);
    engine.run(workbench::command::Command::DoubleCoding(Box::new(asked))).unwrap();
}

#[test]
fn under_seal_it_is_asked_each_time_who_works_and_said_that_figures_are_partial() {
    let mut desk = Desk::new();
    desk.settle();
    let path = desk.path("tour.ancrage");
    sealed_example(&path);
    desk.drop_files(&[&path]);
    desk.settle();
    desk.wait_for("Qui travaille");
    desk.who("Thomas R.");
    desk.wait_for("nombres partiels");
    tab(&mut desk, "Saturation");
    desk.wait_for("Tour discret");
    desk.wait_for("Déclarez une fois le tour ouvert");

    // The next to sit down is asked, whoever worked last.
    desk.key(CTRL, Key::K);
    desk.types(i18n::menu_close_study(i18n::Lang::Fr));
    desk.key(NONE, Key::Enter);
    desk.settle();
    desk.wait_for("Bienvenue dans Ancrage");
    desk.drop_files(&[&path]);
    desk.settle();
    desk.wait_for("Qui travaille");
    assert!(!desk.shows("Vous travaillez sous le nom de Thomas"), "{:#?}", desk.labels());
    // Beneath that question nothing acts.
    desk.key(Modifiers::ALT, Key::Num6);
    desk.settle();
    desk.who("Claire L.");
    assert!(!desk.shows("Déclarez une fois le tour ouvert"), "{:#?}", desk.labels());
    desk.key(Modifiers::ALT, Key::Num6);
    desk.settle();
    desk.wait_for("Déclarez une fois le tour ouvert");

    // The journal tells when, day by day.
    let rail = i18n::rail_journal(i18n::Lang::Fr);
    desk.click(rail);
    desk.wait_for("Journal des opérations");
    desk.wait_for("Claire L. · ");
    let months = (1..=12).map(|month| i18n::month_name(i18n::Lang::Fr, month));
    assert!(months.into_iter().any(|month| desk.shows(month)), "{:#?}", desk.labels());
}

//! Files taken in through the window: looked at, decided, corrected; and corrected again afterwards.

use crate::window::{Desk, fixture};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use std::io::Write as _;
use std::path::PathBuf;

const NONE: Modifiers = Modifiers::NONE;

const GROUP: &str = "\
Date : 06/03/2023

CL : Comment dormez-vous ?
EMG 5 : Mal depuis mars.
CL : Ah.
EMG5 : Et je compte.
CL : Vous comptez ?
EMG 5 : Les pleins.
CL : Bien.
EMG5 : Voilà.";

const PARTS: &str = "\
Entretien n° 1 – EMG 1
CL : Bonjour ?
EMG 1 : Bonjour.
CL : Et ?
EMG 1 : Rien.

Entretien n° 2 – EMG 2
CL : Bonjour ?
EMG 2 : Bonsoir.
CL : Et ?
EMG 2 : Tout.";

/// A study without interviews.
fn study() -> Desk<'static> {
    let mut desk = Desk::new();
    desk.settle();
    let path = desk.path("these.ancrage");
    desk.click("Commencer une étude");
    desk.write("Titre de l’étude", "Renoncer aux soins");
    desk.write("Votre nom", "Claire L.");
    desk.write("Fichier de l’étude", path.to_str().unwrap());
    desk.click("Créer l’étude");
    desk.settle();
    desk.wait_for("Aucun entretien pour l’instant.");
    desk
}

fn drop_text(desk: &mut Desk<'_>, file: &str, content: &[u8]) {
    let path = desk.path(file);
    std::fs::write(&path, content).unwrap();
    desk.drop_files(&[&path]);
    desk.wait_for("Qui parle");
}

/// Chooses an entry of the menu of that name.
fn choose(desk: &mut Desk<'_>, menu: &str, entry: &str) {
    desk.harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, menu).click();
    desk.harness.run_steps(4);
    desk.click(entry);
    desk.harness.run_steps(4);
}

fn import(desk: &mut Desk<'_>, button: &str) {
    desk.click(button);
    desk.settle();
    desk.wait_for("Verbatim");
}

/// A row of the text whose words begin so.
fn row(desk: &Desk<'_>, begins: &str) -> bool {
    desk.labels().iter().any(|label| label.replace('\u{a0}', " ").starts_with(begins))
}

fn speakers(desk: &Desk<'_>, file: &str) -> Vec<String> {
    let mut engine = workbench::Engine::open_read_only(&desk.path(file), workbench::Env::system()).unwrap();
    let first = engine.seen().interviews()[0].id;
    let found = workbench::answers::speakers::speakers(&mut engine, first).unwrap();
    found.iter().map(|one| format!("{} {} {}", one.label, one.role, one.turns)).collect()
}

#[test]
fn three_files_come_in_at_once_and_a_bad_one_does_not_hinder_them() {
    let mut desk = study();
    let empty = desk.path("vide.docx");
    std::fs::write(&empty, b"").unwrap();
    desk.drop_files(&[&fixture("EMG 5.txt"), &empty, &fixture("EMG 6.txt"), &fixture("EMG 2.docx")]);
    desk.wait_for("Importer les 3 entretiens");
    assert!(desk.shows("vide.docx est vide"), "{:#?}", desk.labels());
    import(&mut desk, "Importer les 3 entretiens");
    for name in ["EMG 2", "EMG 5", "EMG 6"] {
        desk.wait_for(name);
    }
    desk.wait_for("3 entretiens importés");
}

#[test]
fn spellings_are_united_roles_changed_and_the_last_step_taken_back() {
    let mut desk = study();
    drop_text(&mut desk, "groupe.txt", GROUP.as_bytes());
    desk.click("Réunir avec «\u{a0}EMG 5\u{a0}»");
    assert!(desk.shows("aussi écrit EMG5"), "{:#?}", desk.labels());
    choose(&mut desk, "Rôle\u{a0}: CL", "autre");
    desk.key(Modifiers::COMMAND, Key::Z);
    choose(&mut desk, "Rôle\u{a0}: CL", "personne (pas un tour)");
    import(&mut desk, "Importer l’entretien");
    assert_eq!(speakers(&desk, "these.ancrage"), ["EMG 5 participant 4"]);
}

#[test]
fn a_file_of_several_interviews_is_split() {
    let mut desk = study();
    drop_text(&mut desk, "corpus.txt", PARTS.as_bytes());
    desk.wait_for("2 entretiens dans ce fichier");
    desk.click("N’en faire qu’un");
    desk.wait_for("Importer l’entretien");
    desk.click("En faire des entretiens séparés");
    import(&mut desk, "Importer les 2 entretiens");
    desk.wait_for("EMG 2");
    desk.wait_for("EMG 1");
}

#[test]
fn a_turn_is_split_and_joined_by_keyboard_and_by_hand() {
    let mut desk = study();
    drop_text(&mut desk, "groupe.txt", GROUP.as_bytes());
    desk.harness.get_by_label("EMG 5\u{a0}: Mal depuis mars.").click();
    desk.harness.run_steps(4);
    desk.key(NONE, Key::Home);
    desk.key(Modifiers::COMMAND, Key::ArrowRight);
    desk.key(NONE, Key::Enter);
    assert!(row(&desk, "EMG 5 : Mal") && row(&desk, "EMG 5 : depuis mars."), "{:#?}", desk.labels());
    // The cursor stays with the second part; a digit gives it to the first voice.
    desk.key(NONE, Key::Num1);
    assert!(row(&desk, "CL : depuis mars."), "{:#?}", desk.labels());
    desk.click("Joindre au précédent");
    assert!(row(&desk, "EMG 5 : Mal depuis mars."), "{:#?}", desk.labels());
    import(&mut desk, "Importer l’entretien");
}

#[test]
fn another_encoding_is_read_at_once() {
    let mut desk = study();
    let (bytes, _, _) = (GROUP.replace("Voilà", "Voilà l’été"), (), ());
    drop_text(&mut desk, "groupe.txt", bytes.as_bytes());
    assert!(row(&desk, "EMG5 : Voilà l’été"), "{:#?}", desk.labels());
    choose(&mut desk, "Encodage du texte", "Windows-1252");
    desk.wait_for("VoilÃ");
    choose(&mut desk, "Encodage du texte", "UTF-8");
    desk.wait_until_gone("VoilÃ");
    import(&mut desk, "Importer l’entretien");
}

/// A Word document of which one word is commented.
fn commented(desk: &Desk<'_>) -> PathBuf {
    const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let said = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
    let marked = "<w:p><w:r><w:t xml:space=\"preserve\">P : Je suis </w:t></w:r><w:commentRangeStart w:id=\"1\"/>\
        <w:r><w:t>épuisée</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>";
    let body = [said("VL : Alors ?"), marked.to_owned(), said("VL : Oui ?"), said("P : Voilà.")].concat();
    let main = format!("{RELATION}/officeDocument");
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{main}\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{RELATION}/comments\" Target=\"comments.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml", format!("<w:document {WORD}><w:body>{body}</w:body></w:document>")),
        (
            "word/comments.xml",
            format!(
                "<w:comments {WORD}><w:comment w:id=\"1\" w:author=\"Jean D.\"><w:p><w:r><w:t>fatigue</w:t></w:r></w:p></w:comment></w:comments>"
            ),
        ),
    ];
    let path = desk.path("EMG 9.docx");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, content) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    path
}

#[test]
fn comments_become_codings_and_a_new_member_is_named_before() {
    let mut desk = study();
    let path = commented(&desk);
    desk.drop_files(&[&path]);
    desk.wait_for("1 commentaire deviendrait 1 extrait étiqueté, 0 perdu.");
    desk.click("Reprendre les commentaires comme extraits étiquetés");
    assert!(desk.shows("Au nom de qui\u{a0}: Jean D."), "{:#?}", desk.labels());
    import(&mut desk, "Importer l’entretien");
    desk.wait_for("1 commentaire est devenu 1 extrait étiqueté, 0 perdu.");
    desk.wait_for("fatigue");
}

#[test]
fn what_was_decided_is_not_lost_by_one_key_and_giving_up_leaves_no_trace() {
    let mut desk = study();
    let before = std::fs::read(desk.path("these.ancrage")).unwrap();
    drop_text(&mut desk, "groupe.txt", GROUP.as_bytes());
    desk.click("Réunir avec «\u{a0}EMG 5\u{a0}»");
    desk.click("Abandonner");
    desk.wait_for("Abandonner tout ce que vous avez décidé ici");
    desk.click("Continuer");
    assert!(desk.shows("aussi écrit EMG5"));
    desk.click("Abandonner");
    desk.click("Oui, tout abandonner");
    desk.settle();
    assert!(desk.shows("Aucun entretien pour l’instant."));
    assert_eq!(std::fs::read(desk.path("these.ancrage")).unwrap(), before);
}

#[test]
fn speakers_and_turns_are_corrected_after_the_import() {
    let mut desk = study();
    drop_text(&mut desk, "groupe.txt", GROUP.as_bytes());
    import(&mut desk, "Importer l’entretien");
    assert_eq!(speakers(&desk, "these.ancrage")[1..], ["EMG 5 participant 2", "EMG5 participant 2"]);
    let list = desk.harness.get_by_label_contains("groupe, 06/03");
    list.click_secondary();
    desk.harness.run_steps(4);
    desk.click("Locuteurs et tours de parole…");
    desk.wait_for("Enregistrer les corrections");
    desk.write("Nom\u{a0}: EMG5", "EMG 5");
    desk.key(NONE, Key::Enter);
    desk.click("Enregistrer les corrections");
    desk.settle();
    desk.wait_for("corriger les tours de parole");
    assert_eq!(speakers(&desk, "these.ancrage")[1..], ["EMG 5 participant 4"]);
    desk.key(Modifiers::COMMAND, Key::Z);
    desk.settle();
    desk.wait_until_gone("Annuler\u{a0}: corriger les tours de parole");
    assert_eq!(speakers(&desk, "these.ancrage").len(), 3);
}

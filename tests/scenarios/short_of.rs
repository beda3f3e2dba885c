//! Studies that are short of something: one interview, nothing coded, no dates, two interviews on one day, a label
//! merged away since a claim, an interview less than a claim needs. The step *Saturation* answers each time.

use crate::window::Desk;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use model::value::{Inclusion, Language, Layer, Role};
use model::{RecordId, Timestamp};
use std::path::PathBuf;
use workbench::command::review::ReviewCommand;
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::import::{self, ImportChoices};
use workbench::levels::LevelAsked;
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim, Guest, Stopping};
use workbench::{Engine, Env};

/// A study that is being made before the window opens it.
struct Study {
    engine: Engine,
    path: PathBuf,
    interviews: Vec<RecordId>,
}

impl Study {
    fn new(desk: &Desk<'_>) -> Study {
        let path = desk.path("these.ancrage");
        let team = [("Ann Marchand".to_owned(), Role::Student), ("Dr Aubert".to_owned(), Role::Director)];
        let env = Env::counted(3, Timestamp(1_767_000_000_000));
        let engine = Engine::create(&path, "Renoncer aux soins", &team, Language::French, env).unwrap();
        Study { engine, path, interviews: Vec::new() }
    }

    /// An interview in which these words are said, each coded with a label of that name.
    fn held(mut self, name: &str, date: Option<&str>, said: &[&str]) -> Study {
        let words = said.iter().map(|one| format!("{one}. ")).collect::<String>();
        let text = format!("CL : Bonjour.\n{name} : Voilà. {words}");
        let file = format!("{name}.txt");
        let request = import::read(&file, text.into_bytes(), &ImportChoices::default()).unwrap();
        let interview = self.run(Command::ImportInterview(Box::new(request)))[0];
        self.interviews.push(interview);
        if let Some(date) = date {
            let (date, place) = (Some(date.to_owned()), String::new());
            self.run(Command::SetFacts { interview, date, duration_min: None, place });
        }
        for one in said {
            let code = CodeChoice::Existing(self.label(one));
            let text = self.engine.current_text(interview).unwrap().1.text().to_owned();
            let at = u32::try_from(text[..text.find(one).unwrap()].chars().count()).unwrap();
            let (start, end) = (at, at + u32::try_from(one.chars().count()).unwrap());
            self.run(Command::ApplyCode { interview, start, end, code, layer: Layer::Experiential });
        }
        self
    }

    fn finished(mut self) -> Study {
        for interview in self.interviews.clone() {
            self.run(Command::FinishCoding { interview, finished: true });
        }
        self
    }

    fn claimed(mut self, at: usize, confirm: usize) -> Study {
        let claiming = Box::new(Claiming {
            claim: Claim { at, confirm },
            asked: Asked::at(LevelAsked::Label),
            guest: Guest { base: 1, run: 1, threshold_percent: 0.0 },
            stopping: Stopping { initial: 1, stop: 1 },
        });
        let argument = Some("Les derniers nuancent sans ajouter.".to_owned());
        self.run(ReviewCommand::MakeClaim { claim: None, argument, claiming }.into());
        self
    }

    fn label(&mut self, name: &str) -> RecordId {
        match workbench::names::code(&self.engine.seen(), name) {
            Ok(code) => code,
            Err(_) => {
                self.run(Command::CreateCode(NewCode { name: name.to_owned(), ..NewCode::default() }))[0]
            }
        }
    }

    fn run(&mut self, command: Command) -> Vec<RecordId> {
        self.engine.run(command).unwrap().made
    }

    /// The study in the window, at the step *Saturation*.
    fn open(self, desk: &mut Desk<'_>) {
        drop(self.engine);
        desk.settle();
        desk.drop_files(&[&self.path]);
        desk.settle();
        desk.wait_for("Saturation");
        desk.who("Ann Marchand");
        desk.click("Saturation");
        desk.settle();
    }
}

fn is_off(desk: &Desk<'_>, button: &str) -> bool {
    desk.harness.get_by_label(button).accesskit_node().is_disabled()
}

#[test]
fn a_study_without_a_coding_is_told_what_the_curve_waits_for() {
    let mut desk = Desk::new();
    Study::new(&desk).held("EMG 1", None, &[]).open(&mut desk);
    desk.wait_for("Aucun entretien n’est codé jusqu’au bout");
    assert!(is_off(&desk, "Rédiger la déclaration…"));
    // Declared finished with nothing in it, it has no label to be saturated.
    let mut desk = Desk::new();
    Study::new(&desk).held("EMG 1", None, &[]).finished().open(&mut desk);
    desk.wait_for("Rien n’est codé jusqu’au bout à ce niveau");
    assert!(is_off(&desk, "Rédiger la déclaration…"), "{:?}", desk.labels());
}

#[test]
fn one_interview_has_a_curve_and_nothing_to_confirm_it() {
    let mut desk = Desk::new();
    Study::new(&desk).held("EMG 1", Some("2026-01-05"), &["le trajet"]).finished().open(&mut desk);
    desk.wait_for("EMG 1");
    desk.click("Rédiger la déclaration…");
    desk.settle();
    desk.write("L’argument", "Tout est dit.");
    desk.wait_for("dépasse le dernier entretien");
    assert!(is_off(&desk, "Figer et déclarer"));
    // What was written is kept all the same.
    desk.click("Garder le brouillon");
    desk.settle();
    desk.wait_for("Tout est dit.");
}

#[test]
fn interviews_without_a_date_are_named_and_stand_last() {
    let mut desk = Desk::new();
    let study = Study::new(&desk).held("EMG 1", None, &["le trajet"]);
    let study = study.held("EMG 2", Some("2026-01-05"), &["le trajet"]).held("EMG 3", None, &["la fatigue"]);
    study.finished().open(&mut desk);
    desk.wait_for("Sans date");
    let told = desk.labels().into_iter().find(|label| label.contains("Sans date")).unwrap();
    assert!(told.contains("EMG 1") && told.contains("EMG 3") && !told.contains("EMG 2"), "{told}");
    desk.click("calendrier");
    desk.settle();
    desk.wait_for("Il manque des dates d’entretien ou de codage pour les comparer.");
}

#[test]
fn two_interviews_of_one_day_are_both_there() {
    let mut desk = Desk::new();
    let study = Study::new(&desk).held("EMG 1", Some("2026-01-05"), &["le trajet"]);
    study.held("EMG 2", Some("2026-01-05"), &["la fatigue"]).finished().open(&mut desk);
    desk.wait_for("EMG 1\u{a0}: 1 de nouveau ; EMG 2\u{a0}: 1 de nouveau");
    desk.click("calendrier");
    desk.settle();
    desk.wait_for("(2 datés)");
}

#[test]
fn a_label_merged_away_since_a_claim_is_named_beside_it() {
    let mut desk = Desk::new();
    let study = Study::new(&desk).held("EMG 1", Some("2026-01-05"), &["le trajet", "la route"]);
    let study = study.held("EMG 2", Some("2026-01-12"), &["la fatigue"]);
    let mut study = study.held("EMG 3", Some("2026-01-19"), &["le trajet"]).finished().claimed(2, 1);
    let (from, into) = (study.label("la route"), study.label("le trajet"));
    study.run(Command::MergeCodes { from, into });
    study.open(&mut desk);
    desk.wait_for("Depuis la déclaration");
    desk.wait_for("La courbe a changé\u{a0}; la déclaration tiendrait encore.");
    desk.wait_for("· «\u{a0}la route\u{a0}» a été fusionné dans «\u{a0}le trajet\u{a0}».");
    // The sheet says what was claimed, under the name that the label then had.
    desk.click("Produire le dossier…");
    let sheet = desk.path("dossier.html");
    desk.file(&sheet);
    desk.wait_for("dossier.html");
    assert!(std::fs::read_to_string(&sheet).unwrap().contains("la route"));
}

#[test]
fn a_claim_beyond_the_last_interview_is_not_made() {
    let mut desk = Desk::new();
    let study = Study::new(&desk).held("EMG 1", Some("2026-01-05"), &["le trajet"]);
    let study = study.held("EMG 2", Some("2026-01-12"), &["la fatigue"]);
    let mut study = study.held("EMG 3", Some("2026-01-19"), &["le trajet"]).finished().claimed(2, 1);
    let interview = study.interviews[2];
    let (status, reason) = (Inclusion::Excluded, "Doublon".to_owned());
    study.run(Command::SetStatus { interview, status, reason, confirming: false });
    study.open(&mut desk);
    desk.wait_for("Déclarer à nouveau…");
    desk.click("Déclarer à nouveau…");
    desk.settle();
    desk.wait_for("dépasse le dernier entretien");
    assert!(is_off(&desk, "Figer et déclarer"));
    desk.click("Abandonner");
    desk.settle();
    // What was claimed stays as it was, and it is said what it lost.
    desk.wait_for("· EMG 3 n’est plus dans l’analyse.");
}

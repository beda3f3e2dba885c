//! The real window without a screen, and what one does in it.

use desktop::app::Options;
use desktop::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long the store's thread may take for one request, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// The keys that, with Alt, lead to the steps, in their order.
pub const STEPS: [Key; 10] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
    Key::Num0,
];

/// The application in a window of a laptop's size, with the files of one test.
pub struct Desk<'a> {
    pub harness: Harness<'a, Window>,
    folder: tempfile::TempDir,
}

impl Desk<'_> {
    /// The window with no study known.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let example = folder.path().join("exemple.ancrage");
        let options = Options { example, own_dialogs: true, ..Options::default() };
        let builder = Harness::builder().with_size(egui::vec2(1366.0, 768.0)).with_step_dt(1.0 / 30.0);
        let harness = builder.build_eframe(move |cc| Window::new(cc, options));
        Desk { harness, folder }
    }

    /// A path in the test's own folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Draws until what was asked of the store's thread is there and the window is still.
    pub fn settle(&mut self) {
        let since = Instant::now();
        loop {
            self.harness.run_steps(4);
            // What came may have led to another question.
            if !self.harness.state().app().is_busy() {
                self.harness.run_steps(4);
                if !self.harness.state().app().is_busy() {
                    break;
                }
            }
            assert!(since.elapsed() < PATIENCE, "the window still waits");
            std::thread::sleep(Duration::from_millis(5));
        }
        self.harness.run_steps(4);
    }

    /// Draws until a label is on the screen.
    pub fn wait_for(&mut self, label: &str) {
        let since = Instant::now();
        while !self.shows(label) {
            assert!(since.elapsed() < PATIENCE, "“{label}” never came:\n{}", self.labels().join("\n"));
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(2);
        }
        self.harness.run_steps(2);
    }

    /// Draws until the field of that name says this.
    pub fn wait_for_value(&mut self, field: &str, value: &str) {
        let since = Instant::now();
        let says = |desk: &Self| {
            desk.harness
                .query_by_role_and_label(egui::accesskit::Role::TextInput, field)
                .and_then(|node| node.value())
        };
        while says(self).as_deref() != Some(value) {
            assert!(since.elapsed() < PATIENCE, "“{field}” says {:?}, never “{value}”", says(self));
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(2);
        }
    }

    /// Draws until a label is no longer on the screen.
    pub fn wait_until_gone(&mut self, label: &str) {
        let since = Instant::now();
        while self.shows(label) {
            assert!(since.elapsed() < PATIENCE, "“{label}” stays");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_steps(2);
        }
    }

    /// Presses the button of that name.
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(3);
    }

    /// Writes into the field of that name, of one line or several, over what it holds.
    pub fn write(&mut self, field: &str, text: &str) {
        use egui::accesskit::Role;
        let there = |role: &Role| self.harness.query_by_role_and_label(*role, field).is_some();
        let role = [Role::TextInput, Role::PasswordInput].into_iter().find(there);
        let role = role.unwrap_or(Role::MultilineTextInput);
        self.harness.get_by_role_and_label(role, field).focus();
        self.harness.run_steps(2);
        self.key(Modifiers::COMMAND, Key::A);
        self.harness.get_by_role_and_label(role, field).type_text(text);
        self.harness.run_steps(3);
    }

    /// Types into whatever has the keyboard.
    pub fn types(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run_steps(3);
    }

    /// Presses a key.
    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    /// Drops files on the window.
    pub fn drop_files(&mut self, paths: &[&Path]) {
        let ctx = self.harness.ctx.clone();
        let paths = paths.iter().map(|path| path.to_path_buf()).collect();
        self.harness.state_mut().app_mut().drop_files(&ctx, paths);
        self.harness.run_steps(2);
    }

    /// Answers the question for a file.
    pub fn file(&mut self, path: &Path) {
        self.wait_for("Chemin du fichier");
        self.write("Chemin du fichier", path.to_str().unwrap());
        self.click("D’accord");
        self.settle();
    }

    /// Makes a new study in the test's folder.
    pub fn new_study(&mut self, member: &str) {
        let path = self.path("these.ancrage");
        self.click("Commencer une étude");
        self.write("Titre de l’étude", "Renoncer aux soins");
        self.write("Votre nom", member);
        self.write("Fichier de l’étude", path.to_str().unwrap());
        self.click("Créer l’étude");
        self.settle();
    }

    /// Takes a transcript in as it is proposed.
    pub fn import(&mut self, file: &Path) {
        self.drop_files(&[file]);
        self.wait_for("Importer l’entretien");
        self.click("Importer l’entretien");
        self.settle();
        self.wait_for("Verbatim");
    }

    /// Says who works, if that is asked.
    pub fn who(&mut self, member: &str) {
        let label = format!("Je suis {member}");
        if self.shows(&label) {
            self.click(&label);
            self.settle();
        }
    }

    /// Gives the text the keyboard.
    pub fn text(&mut self) {
        self.harness.run_steps(3);
        self.harness.get_by_role(egui::accesskit::Role::Document).focus();
        self.harness.run_steps(3);
    }

    /// The selected words.
    pub fn selected(&mut self) -> String {
        self.harness.run_steps(2);
        let text = self.harness.get_by_role(egui::accesskit::Role::Document);
        text.value().unwrap_or_default()
    }

    /// Every label on the screen.
    pub fn labels(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let said = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        };
        nodes.filter_map(said).filter(|text| !text.is_empty()).collect()
    }

    /// The steps in the rail, as they are named, without their counts.
    pub fn steps(&self) -> Vec<String> {
        let tabs = self.harness.query_all_by_role(egui::accesskit::Role::Tab);
        let inside = tabs.filter(|tab| tab.rect().left() <= 40.0);
        inside.filter_map(|tab| tab.accesskit_node().label()).collect()
    }

    /// The pages of the step: its tabs, without the rail's.
    pub fn tabs(&self) -> Vec<String> {
        let tabs = self.harness.query_all_by_role(egui::accesskit::Role::Tab);
        let inside = tabs.filter(|tab| tab.rect().left() > 40.0);
        inside.filter_map(|tab| tab.accesskit_node().label()).collect()
    }

    /// Goes to a page of the step.
    pub fn tab(&mut self, name: &str) {
        let tabs = self.harness.query_all_by_role(egui::accesskit::Role::Tab);
        let named = |tab: &egui_kittest::Node<'_>| tab.accesskit_node().label().as_deref() == Some(name);
        if let Some(tab) = tabs.filter(|tab| tab.rect().left() > 40.0).find(named) {
            tab.click();
        }
        self.settle();
    }

    /// True when a label on the screen contains the text.
    pub fn shows(&self, text: &str) -> bool {
        self.labels().iter().any(|label| label.contains(text))
    }
}

/// A file of the example study.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/interviews").join(name)
}

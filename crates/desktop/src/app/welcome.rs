//! The first screen: what the program is for, and three ways to begin.

use super::path_of;
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::{Align, Button, Frame, Layout, RichText, TextEdit, Ui, vec2};
use i18n::Lang;
use std::path::{Path, PathBuf};

/// How many studies are offered again.
const SHOWN: usize = 5;

/// The first screen.
#[derive(Debug, Default)]
pub(super) struct Welcome {
    recents: Vec<PathBuf>,
    new: Option<NewStudy>,
}

#[derive(Debug, Default)]
struct NewStudy {
    title: String,
    member: String,
    path: String,
}

/// What was asked on the first screen.
#[derive(Debug)]
pub(super) enum WelcomeAction {
    Example,
    ChooseStudy,
    ChooseNew,
    Open(PathBuf),
    Create { path: PathBuf, title: String, member: String },
}

impl Welcome {
    /// The first screen, with the studies that were open and are still there.
    pub fn new(recents: &[PathBuf]) -> Welcome {
        let recents = recents.iter().filter(|path| path.exists()).take(SHOWN).cloned().collect();
        Welcome { recents, new: None }
    }

    pub fn start_new(&mut self) {
        self.new = Some(NewStudy { path: suggested_path().unwrap_or_default(), ..NewStudy::default() });
    }

    pub fn set_path(&mut self, path: &Path) {
        self.new.get_or_insert_default().path = path.display().to_string();
    }

    pub fn show(&mut self, ui: &mut Ui, lang: Lang) -> Option<WelcomeAction> {
        let theme = Theme::of(ui);
        let mut action = None;
        ui.painter().rect_filled(ui.max_rect(), 0.0, theme.ground);
        let room = ui.available_height();
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((room * 0.16).max(space::PAGE));
            ui.label(RichText::new(i18n::welcome_title(lang)).font(fonts::semibold(28.0)).color(theme.ink));
            ui.add_space(space::TIGHT);
            ui.label(
                RichText::new(i18n::welcome_purpose(lang))
                    .font(fonts::regular(size::HEADING))
                    .color(theme.mute),
            );
            ui.add_space(space::PAGE);
            card(ui, |ui| {
                action = if self.new.is_some() { self.new_study(ui, lang) } else { self.ways(ui, lang) }
            });
        });
        action
    }

    fn ways(&mut self, ui: &mut Ui, lang: Lang) -> Option<WelcomeAction> {
        let theme = Theme::of(ui);
        let mut action = None;
        if primary(ui, i18n::welcome_example(lang)) {
            action = Some(WelcomeAction::Example);
        }
        ui.label(
            RichText::new(i18n::welcome_example_hint(lang))
                .font(fonts::regular(size::SMALL))
                .color(theme.mute),
        );
        ui.add_space(space::SMALL);
        if wide(ui, i18n::welcome_new(lang)) {
            self.start_new();
        }
        if wide(ui, i18n::welcome_open(lang)) {
            action = Some(WelcomeAction::ChooseStudy);
        }
        for recent in &self.recents {
            let file = recent.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let button = wide_button(ui, &i18n::welcome_recent(lang, &file));
            if button.on_hover_text(recent.display().to_string()).clicked() {
                action = Some(WelcomeAction::Open(recent.clone()));
            }
        }
        action
    }

    fn new_study(&mut self, ui: &mut Ui, lang: Lang) -> Option<WelcomeAction> {
        let theme = Theme::of(ui);
        let new = self.new.as_mut()?;
        let mut action = None;
        ui.label(
            RichText::new(i18n::study_new_title(lang)).font(fonts::semibold(size::HEADING)).color(theme.ink),
        );
        field(ui, i18n::study_title(lang), i18n::study_title_hint(lang), &mut new.title);
        field(ui, i18n::study_your_name(lang), i18n::study_your_name_hint(lang), &mut new.member);
        field(ui, i18n::study_file(lang), i18n::file_path_hint(lang), &mut new.path);
        if wide(ui, i18n::button_choose_file(lang)) {
            action = Some(WelcomeAction::ChooseNew);
        }
        ui.add_space(space::SMALL);
        let complete = !new.title.trim().is_empty() && !new.member.trim().is_empty();
        ui.add_enabled_ui(complete && path_of(&new.path).is_some(), |ui| {
            if primary(ui, i18n::study_create(lang))
                && let Some(path) = path_of(&new.path)
            {
                let (title, member) = (new.title.clone(), new.member.clone());
                action = Some(WelcomeAction::Create { path, title, member });
            }
        });
        if wide(ui, i18n::button_back(lang)) {
            self.new = None;
        }
        action
    }
}

/// Where a new study might go: among the user's documents, under a name that is free.
fn suggested_path() -> Option<String> {
    let home = std::env::home_dir().filter(|home| home.is_dir())?;
    let documents = home.join("Documents");
    let folder = if documents.is_dir() { documents } else { home };
    let name = |number: u32| {
        if number == 1 { "these.ancrage".to_owned() } else { format!("these-{number}.ancrage") }
    };
    let free = (1..100).map(|number| folder.join(name(number))).find(|path| !path.exists())?;
    free.to_str().map(str::to_owned)
}

fn card(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.paper).stroke(theme.hairline()).corner_radius(radius::CARD);
    frame.inner_margin(egui::Margin::same(20)).show(ui, |ui| {
        ui.set_width(440.0);
        ui.with_layout(Layout::top_down(Align::Min), inside);
    });
}

fn field(ui: &mut Ui, label: &str, hint: &str, text: &mut String) {
    let theme = Theme::of(ui);
    ui.add_space(space::SMALL);
    ui.label(RichText::new(label).font(fonts::medium(size::BODY)).color(theme.ink));
    let field = ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY));
    field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
}

fn primary(ui: &mut Ui, label: &str) -> bool {
    let theme = Theme::of(ui);
    let text = RichText::new(label).font(fonts::medium(size::BODY)).color(theme.on_accent);
    let width = ui.available_width();
    ui.add_sized(vec2(width, 34.0), Button::new(text).fill(theme.accent).corner_radius(radius::FIELD))
        .clicked()
}

fn wide(ui: &mut Ui, label: &str) -> bool {
    wide_button(ui, label).clicked()
}

fn wide_button(ui: &mut Ui, label: &str) -> egui::Response {
    let width = ui.available_width();
    let text = RichText::new(label).font(fonts::medium(size::BODY));
    ui.add_sized(vec2(width, 34.0), Button::new(text).corner_radius(radius::FIELD).truncate())
}

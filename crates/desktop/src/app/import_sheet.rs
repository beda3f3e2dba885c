//! The preview of an import: what was found in each file, before anything is written.

use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{Id, Key, Modal, RichText, ScrollArea, TextEdit, Ui};
use i18n::Lang;
use model::value::SpeakerRole;
use workbench::command::{ImportRequest, SpeakerChoice};
use workbench::import::Preview;
use workbench::import::Transcript;
use workbench::wording;

/// Files that were read and wait for a decision.
#[derive(Debug)]
pub(super) struct ImportSheet {
    files: Vec<File>,
    refused: Vec<(String, String)>,
}

#[derive(Debug)]
struct File {
    preview: Preview,
    taken: bool,
}

/// What the user decided.
#[derive(Debug)]
pub(super) enum Decision {
    /// Take these in.
    Import(Vec<ImportRequest>),
    /// Nothing.
    Cancel,
}

impl ImportSheet {
    pub fn new(previews: Vec<Preview>, refused: Vec<(String, String)>) -> ImportSheet {
        let file = |preview: Preview| File { taken: preview.already.is_none(), preview };
        ImportSheet { files: previews.into_iter().map(file).collect(), refused }
    }

    /// True when nothing of the files could be read.
    pub fn refusals_only(&self) -> bool {
        self.files.is_empty()
    }

    /// The sentences for the files that could not be read.
    pub fn refusals(&self) -> impl Iterator<Item = &str> {
        self.refused.iter().map(|(_, sentence)| sentence.as_str())
    }

    pub fn show(&mut self, ui: &Ui, lang: Lang) -> Option<Decision> {
        let mut decision = None;
        Modal::new(Id::unique("import-sheet")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            ui.set_width(620.0);
            ui.label(
                RichText::new(i18n::import_title(lang)).font(fonts::semibold(size::HEADING)).color(theme.ink),
            );
            ui.label(RichText::new(i18n::import_nothing_written(lang)).color(theme.mute));
            ui.add_space(space::SMALL);
            ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
                for sentence in self.refused.iter().map(|(_, sentence)| sentence) {
                    ui.label(RichText::new(sentence).color(theme.bad));
                }
                for (place, file) in self.files.iter_mut().enumerate() {
                    ui.push_id(place, |ui| file.show(ui, lang));
                }
            });
            ui.add_space(space::SMALL);
            decision = self.buttons(ui, lang);
        });
        decision
    }

    fn buttons(&self, ui: &mut Ui, lang: Lang) -> Option<Decision> {
        let taken = self.files.iter().filter(|file| file.taken).count();
        let mut decision = None;
        ui.horizontal(|ui| {
            let label = i18n::import_confirm(lang, i64::try_from(taken).unwrap_or(i64::MAX));
            let theme = Theme::of(ui);
            let text = RichText::new(label).font(fonts::medium(size::BODY)).color(theme.on_accent);
            let confirm = ui.add_enabled(taken > 0, egui::Button::new(text).fill(theme.accent));
            let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
            if confirm.clicked() || (taken > 0 && by_key) {
                let files = self.files.iter().filter(|file| file.taken);
                decision = Some(Decision::Import(files.map(|file| file.preview.request.clone()).collect()));
            }
            let escape = ui.input(|input| input.key_pressed(Key::Escape));
            if ui.button(i18n::button_cancel(lang)).clicked() || escape {
                decision = Some(Decision::Cancel);
            }
        });
        decision
    }
}

impl File {
    fn show(&mut self, ui: &mut Ui, lang: Lang) {
        let theme = Theme::of(ui);
        ui.separator();
        let request = &mut self.preview.request;
        ui.horizontal(|ui| {
            ui.checkbox(&mut self.taken, RichText::new(&request.file).font(fonts::semibold(size::BODY)));
            let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            let words: usize = request.transcript.speakers.iter().map(|speaker| speaker.words).sum();
            let turns = i18n::turn_count(lang, count(request.transcript.turns.len()));
            let details = format!("{} · {turns}", i18n::word_count(lang, count(words)));
            ui.label(RichText::new(details).font(fonts::regular(size::SMALL)).color(theme.mute));
        });
        if self.preview.already.is_some() {
            let sentence = i18n::import_already_there(lang, &request.name);
            ui.label(RichText::new(sentence).color(theme.warn));
        }
        ui.horizontal(|ui| {
            let label = i18n::import_interview_name(lang);
            ui.label(label);
            let field = ui.add(TextEdit::singleline(&mut request.name).desired_width(220.0));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
        });
        for (place, choice) in request.speakers.iter_mut().enumerate() {
            ui.push_id(place, |ui| speaker(ui, choice, &request.transcript, lang));
        }
        if request.transcript.turns.is_empty() {
            ui.label(RichText::new(i18n::import_no_speakers(lang)).color(theme.warn));
        }
        for warning in request.transcript.warnings.iter().take(8) {
            let sentence = wording::warning(lang, warning);
            ui.label(RichText::new(sentence).font(fonts::regular(size::SMALL)).color(theme.mute));
        }
    }
}

fn speaker(ui: &mut Ui, choice: &mut SpeakerChoice, transcript: &Transcript, lang: Lang) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(&choice.label).font(fonts::semibold(size::BODY)));
        let name = i18n::import_speaker_role(lang, &choice.label);
        let role = egui::ComboBox::from_id_salt("role").selected_text(role_name(lang, choice.role)).show_ui(
            ui,
            |ui| {
                for role in SpeakerRole::ALL {
                    ui.selectable_value(&mut choice.role, *role, role_name(lang, *role));
                }
            },
        );
        role.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
        if choice.role == SpeakerRole::Participant {
            let label = choice.label.clone();
            let named = choice.participant.get_or_insert(label);
            let field = ui.add(TextEdit::singleline(named).desired_width(120.0));
            let name = i18n::import_participant(lang);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name));
        }
        let found = transcript.speakers.iter().find(|found| found.label == choice.label);
        if let Some(found) = found {
            let words = format!("{} …", found.first_words);
            ui.label(RichText::new(words).font(fonts::regular(size::SMALL)).color(theme.faint));
        }
    });
}

fn role_name(lang: Lang, role: SpeakerRole) -> &'static str {
    match role {
        SpeakerRole::Participant => i18n::speaker_participant(lang),
        SpeakerRole::Interviewer => i18n::speaker_interviewer(lang),
        SpeakerRole::Other => i18n::speaker_other(lang),
    }
}

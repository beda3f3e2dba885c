//! The preview of an import: what was found in each file, before anything is written.

use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{Id, Key, Modal, RichText, ScrollArea, Ui};
use i18n::Lang;
use workbench::command::ImportRequest;
use workbench::desk::Intake;
use workbench::import::{Batch, Decision as Decided, Preview, Spoken, Voice, VoiceRole};
use workbench::wording;

/// Files that were read and wait for a decision.
#[derive(Debug)]
pub(super) struct ImportSheet {
    batch: Batch,
    refused: Vec<(String, String)>,
}

/// What the user decided.
#[derive(Debug)]
pub(super) enum Decision {
    /// Take these in.
    Import(Vec<ImportRequest>, Intake),
    /// Nothing.
    Cancel,
}

impl ImportSheet {
    pub fn new(batch: Batch, refused: Vec<(String, String)>) -> ImportSheet {
        ImportSheet { batch, refused }
    }

    /// True when nothing of the files could be read.
    pub fn refusals_only(&self) -> bool {
        self.batch.files.is_empty()
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
                let mut decided = Vec::new();
                for (place, preview) in self.batch.files.iter().enumerate() {
                    let asked = ui.push_id(place, |ui| file(ui, preview, lang)).inner;
                    decided.extend(asked.into_iter().map(|decision| (place, decision)));
                }
                for (place, decision) in decided {
                    self.batch.decide(place, &decision);
                }
            });
            ui.add_space(space::SMALL);
            decision = self.buttons(ui, lang);
        });
        decision
    }

    fn buttons(&self, ui: &mut Ui, lang: Lang) -> Option<Decision> {
        let taken = self.batch.interviews();
        let mut decision = None;
        ui.horizontal(|ui| {
            let label = i18n::import_confirm(lang, i64::try_from(taken).unwrap_or(i64::MAX));
            let theme = Theme::of(ui);
            let text = RichText::new(label).font(fonts::medium(size::BODY)).color(theme.on_accent);
            let confirm = ui.add_enabled(taken > 0, egui::Button::new(text).fill(theme.accent));
            let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
            if confirm.clicked() || (taken > 0 && by_key) {
                let (comments, left_out) = self.batch.comments();
                let intake = Intake { comments, left_out, ..Intake::default() };
                decision = Some(Decision::Import(self.batch.requests(), intake));
            }
            let escape = ui.input(|input| input.key_pressed(Key::Escape));
            if ui.button(i18n::button_cancel(lang)).clicked() || escape {
                decision = Some(Decision::Cancel);
            }
        });
        decision
    }
}

fn file(ui: &mut Ui, preview: &Preview, lang: Lang) -> Vec<Decided> {
    let theme = Theme::of(ui);
    let mut decided = Vec::new();
    ui.separator();
    ui.horizontal(|ui| {
        let mut taken = preview.decisions.taken;
        let name = RichText::new(&preview.read.file).font(fonts::semibold(size::BODY));
        if ui.checkbox(&mut taken, name).changed() {
            decided.push(Decided::Take(taken));
        }
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let words: usize = preview.speakers().iter().map(|speaker| speaker.spoken.words).sum();
        let turns = i18n::turn_count(lang, count(preview.turns().len()));
        let details = format!("{} · {turns}", i18n::word_count(lang, count(words)));
        ui.label(RichText::new(details).font(fonts::regular(size::SMALL)).color(theme.mute));
    });
    if let Some((_, known)) = &preview.already {
        ui.label(RichText::new(i18n::import_already_there(lang, known)).color(theme.warn));
    }
    for speaker in preview.speakers() {
        ui.push_id(&speaker.voice.label, |ui| {
            decided.extend(voice(ui, speaker.voice, &speaker.spoken, lang));
        });
    }
    if preview.decisions.turns.is_empty() {
        ui.label(RichText::new(i18n::import_no_speakers(lang)).color(theme.warn));
    }
    for warning in preview.read.transcript.warnings.iter().take(8) {
        let sentence = wording::warning(lang, warning);
        ui.label(RichText::new(sentence).font(fonts::regular(size::SMALL)).color(theme.mute));
    }
    decided
}

fn voice(ui: &mut Ui, voice: &Voice, spoken: &Spoken, lang: Lang) -> Option<Decided> {
    let theme = Theme::of(ui);
    let mut decided = None;
    ui.horizontal(|ui| {
        ui.label(RichText::new(&voice.name).font(fonts::semibold(size::BODY)));
        let name = i18n::import_speaker_role(lang, &voice.name);
        let combo = egui::ComboBox::from_id_salt("role").selected_text(role_name(lang, voice.role));
        let role = combo.show_ui(ui, |ui| {
            for role in VoiceRole::ALL {
                if ui.selectable_label(voice.role == role, role_name(lang, role)).clicked() {
                    decided = Some(Decided::Role { label: voice.label.clone(), role });
                }
            }
        });
        role.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
        let words = format!("{} …", spoken.first_words);
        ui.label(RichText::new(words).font(fonts::regular(size::SMALL)).color(theme.faint));
    });
    decided
}

fn role_name(lang: Lang, role: VoiceRole) -> &'static str {
    match role {
        VoiceRole::Participant => i18n::speaker_participant(lang),
        VoiceRole::Interviewer => i18n::speaker_interviewer(lang),
        VoiceRole::Other => i18n::speaker_other(lang),
        VoiceRole::Nobody => i18n::speaker_nobody(lang),
        VoiceRole::Speech => i18n::speaker_speech(lang),
    }
}

//! Who speaks: a row for each speaker, to be named, united, given a role and a participant in place.

use super::pieces::{self, n};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use egui::{PopupCloseBehavior, RichText, Sense, TextEdit, Ui, WidgetInfo, vec2};
use i18n::Lang;
use workbench::import::{Decision, Preview, Speaker, VoiceRole};

/// A name that is being typed, until it is decided.
#[derive(Debug, Clone, Default)]
pub(super) struct Typing {
    name: Option<(String, String)>,
    participant: String,
}

/// Draws the speakers of a file; what was decided.
pub(super) fn show(ui: &mut Ui, preview: &Preview, typing: &mut Typing, lang: Lang) -> Vec<Decision> {
    let mut decided = Vec::new();
    pieces::section(ui, i18n::import_speakers(lang));
    let speakers = preview.speakers();
    if speakers.is_empty() {
        pieces::caution(ui, i18n::import_no_speakers(lang));
    }
    let open = speakers.iter().filter(|speaker| other_spelling(preview, speaker).is_some()).count();
    if open > 1 && pieces::small_button(ui, i18n::import_unite_spellings(lang)) {
        decided.push(Decision::UniteSpellings);
    }
    for (at, speaker) in speakers.iter().enumerate() {
        ui.push_id(("speaker", at), |ui| {
            ui.add_space(space::TIGHT);
            ui.horizontal(|ui| {
                swatch(ui, at);
                decided.extend(name(ui, speaker, typing, lang));
                decided.extend(role(ui, speaker, lang));
                if speaker.voice.role == VoiceRole::Participant {
                    decided.extend(participant(ui, preview, speaker, typing, lang));
                }
            });
            decided.extend(details(ui, preview, speaker, lang));
        });
    }
    decided
}

/// The label of which a speaker seems to be another spelling, while they are two.
fn other_spelling<'p>(preview: &'p Preview, speaker: &Speaker<'p>) -> Option<&'p str> {
    let same = speaker.voice.same_as.as_deref()?;
    preview.decisions.voice(same).filter(|other| other.name != speaker.voice.name).map(|_| same)
}

/// The square of a speaker's colour, as it stands beside the turns.
pub(super) fn swatch(ui: &mut Ui, at: usize) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 28.0), Sense::hover());
    row::swatch(ui.painter(), rect.left(), rect.center().y, theme.hue(hue(at)));
}

/// The colour of the speaker at a place in the list.
pub(super) fn hue(at: usize) -> u16 {
    u16::try_from(at).unwrap_or_default()
}

fn name(ui: &mut Ui, speaker: &Speaker<'_>, typing: &mut Typing, lang: Lang) -> Option<Decision> {
    let label = &speaker.voice.label;
    let mut text = match &typing.name {
        Some((of, text)) if of == label => text.clone(),
        _ => speaker.voice.name.clone(),
    };
    let field = ui.add(TextEdit::singleline(&mut text).id_salt("name").desired_width(118.0));
    field.widget_info(|| {
        let mut info = WidgetInfo::labeled(
            egui::Role::TextInput,
            true,
            i18n::import_speaker_name(lang, &speaker.voice.name),
        );
        info.current_text_value = Some(text.clone());
        info
    });
    if field.changed() {
        typing.name = Some((label.clone(), text));
    }
    // Decided once it is typed to the end: on the way, « EMG 12 » is called as « EMG 1 » is.
    let ended = field.lost_focus();
    let (_, text) = typing.name.take_if(|(of, _)| ended && of == label)?;
    (text != speaker.voice.name).then(|| Decision::Rename { label: label.clone(), name: text })
}

fn role(ui: &mut Ui, speaker: &Speaker<'_>, lang: Lang) -> Option<Decision> {
    let voice = speaker.voice;
    let title = i18n::import_speaker_role(lang, &voice.name);
    let roles = VoiceRole::ALL.into_iter().map(|role| (role, role_name(lang, role).to_owned())).collect();
    let shown = role_name(lang, voice.role);
    let chosen = pieces::choice(ui, ("role", &title), 128.0, shown, &voice.role, roles);
    chosen.map(|role| Decision::Role { label: voice.label.clone(), role })
}

/// The name of a role.
pub(super) fn role_name(lang: Lang, role: VoiceRole) -> &'static str {
    match role {
        VoiceRole::Participant => i18n::speaker_participant(lang),
        VoiceRole::Interviewer => i18n::speaker_interviewer(lang),
        VoiceRole::Other => i18n::speaker_other(lang),
        VoiceRole::Nobody => i18n::speaker_nobody(lang),
        VoiceRole::Speech => i18n::speaker_speech(lang),
    }
}

fn participant(
    ui: &mut Ui,
    preview: &Preview,
    speaker: &Speaker<'_>,
    typing: &mut Typing,
    lang: Lang,
) -> Option<Decision> {
    let voice = speaker.voice;
    let now = voice.participant.as_deref();
    let like = i18n::import_participant_like_interview(lang);
    let known = |name: &str| preview.known.participants.iter().any(|one| one == name);
    let shown = match now.unwrap_or(&preview.decisions.name) {
        _ if now.is_none() && preview.decisions.split => like.to_owned(),
        name if known(name) => name.to_owned(),
        name => i18n::import_participant_is_new(lang, name),
    };
    let title = i18n::import_speaker_participant(lang, &voice.name);
    let mut chosen = None;
    let combo = row::combo("participant").selected_text(&shown).width(150.0).truncate();
    let combo = combo.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let response = combo.show_ui(ui, |ui| {
        let hint = i18n::import_participant_type(lang);
        let field =
            ui.add(TextEdit::singleline(&mut typing.participant).hint_text(hint).desired_width(190.0));
        field.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, hint));
        let typed = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if typed && !typing.participant.trim().is_empty() {
            chosen = Some(Some(std::mem::take(&mut typing.participant).trim().to_owned()));
        }
        if ui.selectable_label(now.is_none(), like).clicked() {
            chosen = Some(None);
        }
        if !known(&voice.label) {
            let label = i18n::import_participant_new(lang, &voice.label);
            if ui.selectable_label(now == Some(voice.label.as_str()), label).clicked() {
                chosen = Some(Some(voice.label.clone()));
            }
        }
        for name in &preview.known.participants {
            if ui.selectable_label(now == Some(name.as_str()), name).clicked() {
                chosen = Some(Some(name.clone()));
            }
        }
        if chosen.is_some() {
            ui.close();
        }
    });
    response.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &title));
    chosen.map(|name| Decision::Participant { label: voice.label.clone(), name })
}

/// How much is said and how it begins; other spellings.
fn details(ui: &mut Ui, preview: &Preview, speaker: &Speaker<'_>, lang: Lang) -> Vec<Decision> {
    let theme = Theme::of(ui);
    let mut decided = Vec::new();
    let spoken = &speaker.spoken;
    ui.spacing_mut().interact_size.y = 18.0;
    ui.horizontal(|ui| {
        ui.add_space(17.0);
        let count = format!(
            "{} · {}",
            i18n::import_speaker_turns(lang, n(spoken.turns)),
            i18n::word_count(lang, n(spoken.words))
        );
        ui.label(RichText::new(count).font(fonts::regular(size::SMALL)).color(theme.mute));
        let first = crate::typography::unbroken(&format!("« {} »", spoken.first_words));
        if !spoken.first_words.is_empty() {
            let words = RichText::new(first).font(fonts::regular(size::SMALL)).color(theme.faint);
            ui.add(egui::Label::new(words).truncate());
        }
    });
    if let Some(same) = other_spelling(preview, speaker) {
        ui.horizontal(|ui| {
            ui.add_space(17.0);
            let sentence = i18n::import_speaker_same_as(lang, same);
            ui.label(RichText::new(sentence).font(fonts::regular(size::SMALL)).color(theme.warn));
            if pieces::small_button(ui, &i18n::import_speaker_unite(lang, same)) {
                let (label, with) = (speaker.voice.label.clone(), same.to_owned());
                decided.push(Decision::Unite { label, with });
            }
        });
    }
    if !speaker.also.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(17.0);
            pieces::quiet(ui, &i18n::import_speaker_also(lang, &speaker.also.join(", ")));
            for label in &speaker.also {
                if pieces::small_button(ui, &i18n::import_separate(lang, label)) {
                    decided.push(Decision::Separate { label: (*label).to_owned() });
                }
            }
        });
    }
    decided
}

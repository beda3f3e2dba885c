//! A packet in the making: for whom, which interviews, with which codes, what is asked.

use super::RoundsAction;
use super::pieces::{heading, modal, primary, quiet, secret, title};
use crate::row;
use crate::theme::{Theme, space};
use crate::words::Words;
use egui::{ComboBox, Margin, RichText, TextEdit, Ui, WidgetInfo};
use model::RecordId;
use model::value::{CodeList, PacketForm};
use std::collections::BTreeSet;
use std::path::Path;
use workbench::desk::PacketWanted;
use workbench::double_coding::locked::Passphrase;
use workbench::double_coding::packet::PacketAsked;
use workbench::double_coding::word_packet::Unplaced;
use workbench::double_coding::word_return::GivenWord;
use workbench::views::DoubleCodingView;

/// A packet in the making.
#[derive(Debug)]
pub struct PacketSheet {
    coder: Option<RecordId>,
    new_coder: String,
    interviews: BTreeSet<RecordId>,
    list: CodeList,
    instructions: String,
    form: PacketForm,
    /// The passphrase that the file is to be locked with.
    passphrase: Option<String>,
}

impl PacketSheet {
    pub(super) fn new(view: &DoubleCodingView) -> PacketSheet {
        let other = view.members.iter().find(|member| Some(member.id) != view.me);
        PacketSheet {
            coder: other.map(|member| member.id),
            new_coder: String::new(),
            interviews: view.interviews.iter().take(2).map(|one| one.id).collect(),
            list: CodeList::None,
            instructions: String::new(),
            form: PacketForm::Project,
            passphrase: None,
        }
    }

    /// Draws the sheet; false once it closes.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        view: &DoubleCodingView,
        words: Words,
        actions: &mut Vec<RoundsAction>,
    ) -> bool {
        modal(ui, "packet", 540.0, |ui| {
            let lang = words.lang;
            title(ui, i18n::packet_new_title(lang));
            quiet(ui, i18n::packet_new_purpose(lang));
            ui.add_space(space::SMALL);
            self.for_whom(ui, view, words);
            choose_interviews(ui, view, &mut self.interviews, words);
            choose_list(ui, &mut self.list, words);
            self.what_is_asked(ui, words);
            self.form(ui, words);
            if self.form == PacketForm::Project {
                self.protection(ui, words);
            }
            ui.add_space(space::EDGE);
            ui.horizontal(|ui| {
                let known = self.coder.is_some() || !self.new_coder.trim().is_empty();
                let locked = self.passphrase.as_ref().is_none_or(|phrase| !phrase.is_empty());
                let ready = known && locked && !self.interviews.is_empty();
                let save = ui.add_enabled_ui(ready, |ui| primary(ui, i18n::packet_save(lang)).clicked());
                if save.inner {
                    actions.push(RoundsAction::MakePacket(Box::new(self.wanted(view, words))));
                    return false;
                }
                !ui.button(i18n::button_cancel(lang)).clicked()
            })
            .inner
        })
    }

    fn for_whom(&mut self, ui: &mut Ui, view: &DoubleCodingView, words: Words) {
        let lang = words.lang;
        heading(ui, i18n::packet_for_whom(lang));
        let named = view.members.iter().find(|member| Some(member.id) == self.coder);
        let shown = named.map_or(i18n::packet_somebody_new(lang), |member| &member.name);
        let choice = ComboBox::from_id_salt("packet coder").selected_text(shown).show_ui(ui, |ui| {
            for member in view.members.iter().filter(|member| Some(member.id) != view.me) {
                ui.selectable_value(&mut self.coder, Some(member.id), member.name.as_ref());
            }
            ui.selectable_value(&mut self.coder, None, i18n::packet_somebody_new(lang));
        });
        let name = i18n::packet_for_whom(lang);
        choice.response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name));
        if self.coder.is_none() {
            row::field(ui, &mut self.new_coder, i18n::study_member_name(lang), "new coder");
        }
    }

    fn what_is_asked(&mut self, ui: &mut Ui, words: Words) {
        let name = i18n::rounds_instructions(words.lang);
        heading(ui, name);
        let theme = Theme::of(ui);
        let edit = TextEdit::multiline(&mut self.instructions)
            .hint_text(RichText::new(i18n::rounds_instructions_hint(words.lang)).color(theme.faint))
            .margin(Margin::symmetric(10, 7))
            .desired_rows(3)
            .desired_width(f32::INFINITY);
        ui.add(edit).accessible_name(name);
    }

    fn form(&mut self, ui: &mut Ui, words: Words) {
        let lang = words.lang;
        heading(ui, i18n::packet_form(lang));
        ui.radio_value(&mut self.form, PacketForm::Project, i18n::packet_form_project(lang));
        ui.radio_value(&mut self.form, PacketForm::Docx, i18n::packet_form_word(lang));
        if self.form == PacketForm::Docx {
            quiet(ui, i18n::packet_form_word_explained(lang));
        }
    }

    fn protection(&mut self, ui: &mut Ui, words: Words) {
        let lang = words.lang;
        let mut on = self.passphrase.is_some();
        if ui.checkbox(&mut on, i18n::packet_protect(lang)).changed() {
            self.passphrase = on.then(String::new);
        }
        if let Some(phrase) = &mut self.passphrase {
            secret(ui, phrase, i18n::locked_passphrase(lang));
            quiet(ui, i18n::packet_protect_explained(lang));
        }
    }

    fn wanted(&self, view: &DoubleCodingView, words: Words) -> PacketWanted {
        let ids = view.interviews.iter().map(|one| one.id);
        PacketWanted {
            coder: self.coder,
            new_coder: self.new_coder.clone(),
            asked: PacketAsked {
                interviews: ids.filter(|id| self.interviews.contains(id)).collect(),
                list: self.list,
                instructions: self.instructions.clone(),
                round_name: format!("{} {}", i18n::column_round(words.lang), view.rounds.len() + 1),
                form: self.form,
                passphrase: self.passphrase.clone().map(Passphrase),
                lang: words.lang,
            },
            ..PacketWanted::default()
        }
    }
}

/// Which interviews.
pub(super) fn choose_interviews(
    ui: &mut Ui,
    view: &DoubleCodingView,
    chosen: &mut BTreeSet<RecordId>,
    words: Words,
) {
    heading(ui, i18n::column_interviews(words.lang));
    ui.horizontal_wrapped(|ui| {
        for interview in view.interviews.iter() {
            let mut on = chosen.contains(&interview.id);
            if ui.checkbox(&mut on, interview.name.as_ref()).changed() && !chosen.remove(&interview.id) {
                chosen.insert(interview.id);
            }
        }
    });
}

/// With the study's codes, or none.
pub(super) fn choose_list(ui: &mut Ui, list: &mut CodeList, words: Words) {
    let (lang, method) = (words.lang, words.method());
    heading(ui, i18n::packet_codes(lang, method));
    ui.radio_value(list, CodeList::None, i18n::packet_codes_none(lang, method));
    ui.radio_value(list, CodeList::Given, i18n::packet_codes_given(lang, method));
}

/// Whether a Word packet that came back is to be taken in; false once that is answered.
pub(super) fn word_back(
    ui: &Ui,
    path: &Path,
    given: &GivenWord,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) -> bool {
    let lang = words.lang;
    modal(ui, "word-back", 560.0, |ui| {
        title(ui, i18n::word_back_title(lang));
        let file = workbench::import::file_name(path);
        super::pieces::body(
            ui,
            &i18n::word_back_explained(lang, &given.coder_name, &file, &given.round_name),
        );
        let mut stays = true;
        ui.horizontal(|ui| {
            if primary(ui, i18n::word_back_take(lang)).clicked() {
                let (path, round, coder) = (path.to_owned(), given.round, given.coder);
                actions.push(RoundsAction::TakeWord { path, round, coder });
                stays = false;
            }
            stays &= !ui.button(i18n::button_cancel(lang)).clicked();
        });
        stays
    })
}

/// Comments whose words are not found in the text; false once they were read.
pub(super) fn unplaced(ui: &Ui, list: &[Unplaced], words: Words) -> bool {
    modal(ui, "unplaced", 560.0, |ui| {
        let lang = words.lang;
        title(ui, &i18n::word_unplaced(lang, crate::words::number(list.len())));
        quiet(ui, i18n::word_unplaced_explained(lang));
        for one in list {
            super::pieces::body(ui, &one.comment);
            quiet(ui, &format!("« {} »", one.quote));
            ui.separator();
        }
        !ui.button(i18n::button_ok(lang)).clicked()
    })
}

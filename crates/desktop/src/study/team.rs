//! The team: who is in it, who acts now, and whoever joins.

use super::StudyAction;
use super::facts::heading;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::{Key, RichText, Ui, WidgetInfo};
use model::value::Role;
use workbench::command::Command;
use workbench::views::{StudyView, TeamRow};

/// A member who is being added.
#[derive(Debug, Default)]
pub(super) struct NewMember {
    name: String,
    role: Role,
}

fn role_name(role: Role, words: Words) -> &'static str {
    match role {
        Role::Student => i18n::role_student(words.lang),
        Role::Coder => i18n::role_coder(words.lang),
        Role::Director => i18n::role_director(words.lang),
    }
}

fn role_field(ui: &mut Ui, salt: &str, role: &mut Role, words: Words) {
    let choice = row::combo(salt).selected_text(role_name(*role, words)).show_ui(ui, |ui| {
        for one in Role::ALL {
            ui.selectable_value(role, *one, role_name(*one, words));
        }
    });
    let name = i18n::column_role(words.lang);
    choice.response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name));
}

pub(super) fn show(
    ui: &mut Ui,
    view: &StudyView,
    new: &mut Option<NewMember>,
    words: Words,
    actions: &mut Vec<StudyAction>,
) {
    let lang = words.lang;
    heading(ui, i18n::study_team(lang));
    for member in view.members.iter() {
        one(ui, member, words, actions);
    }
    let Some(form) = new else {
        if ui.button(i18n::study_add_member(lang)).clicked() {
            *new = Some(NewMember { role: Role::Coder, ..NewMember::default() });
        }
        return;
    };
    let mut done = false;
    let field = row::field(ui, &mut form.name, i18n::study_member_name(lang), "new member");
    // Looked at before the field takes the focus back: afterwards it has lost nothing.
    done |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let mut left = false;
    ui.horizontal_wrapped(|ui| {
        role_field(ui, "new role", &mut form.role, words);
        done |= ui.add(row::primary(i18n::button_ok(lang), Theme::of(ui))).clicked();
        left = ui.button(i18n::button_cancel(lang)).clicked();
    });
    if done && !form.name.trim().is_empty() {
        let command = Command::AddMember { name: form.name.trim().to_owned(), role: form.role };
        actions.push(StudyAction::Run(command));
        left = true;
    }
    if left {
        *new = None;
    }
}

fn one(ui: &mut Ui, member: &TeamRow, words: Words, actions: &mut Vec<StudyAction>) {
    let theme = Theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(member.name.as_ref()).font(fonts::medium(size::BODY)).color(theme.ink));
        let mut role = member.role;
        role_field(ui, &member.id.to_string(), &mut role, words);
        if role != member.role {
            let (member, name) = (member.id, member.name.to_string());
            actions.push(StudyAction::Run(Command::EditMember { member, name, role }));
        }
        if member.acts {
            let now = RichText::new(i18n::study_acts(words.lang)).font(fonts::regular(size::SMALL));
            ui.label(now.color(theme.ok));
        } else if ui.button(i18n::study_act_as(words.lang, &member.name)).clicked() {
            actions.push(StudyAction::ActAs(member.id));
        }
    });
    if !member.work.is_empty() {
        let work = RichText::new(member.work.as_ref()).font(fonts::regular(size::SMALL));
        ui.label(work.color(theme.mute));
    }
    ui.add_space(space::TIGHT);
}

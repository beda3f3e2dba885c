//! Who, where and in which unit coders are compared.

use super::super::pieces::{heading, quiet};
use crate::theme::space;
use crate::words::Words;
use egui::{ComboBox, Ui, WidgetInfo};
use model::RecordId;
use std::collections::BTreeSet;
use workbench::comparison::{Asked, Rule, Unit};
use workbench::levels::LevelAsked;
use workbench::views::DoubleCodingView;

/// What was chosen.
#[derive(Debug)]
pub(super) struct Choices {
    /// The coders; those of the step while nobody chose.
    coders: Option<BTreeSet<RecordId>>,
    interviews: BTreeSet<RecordId>,
    unit: Unit,
    rule: Rule,
    level: LevelAsked,
    with_interviewer: bool,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            coders: None,
            interviews: BTreeSet::new(),
            unit: Unit::Turn,
            rule: Rule::Any,
            level: LevelAsked::Label,
            with_interviewer: false,
        }
    }
}

impl Choices {
    /// What is asked; nothing while fewer than two coders are chosen.
    pub fn asked(&self, view: &DoubleCodingView) -> Option<Asked> {
        let chosen = self.coders(view);
        // The coder whose codes are the study's comes first.
        let mut coders: Vec<RecordId> = view.coders.into_iter().flatten().collect();
        coders.retain(|coder| chosen.contains(coder));
        let others = view.members.iter().map(|member| member.id).filter(|id| chosen.contains(id));
        for other in others {
            if !coders.contains(&other) {
                coders.push(other);
            }
        }
        (coders.len() > 1).then(|| Asked {
            coders,
            unit: self.unit,
            rule: self.rule,
            interviews: self.interviews.iter().copied().collect(),
            level: self.level,
            layer: None,
            with_interviewer: self.with_interviewer,
        })
    }

    fn coders(&self, view: &DoubleCodingView) -> BTreeSet<RecordId> {
        self.coders.clone().unwrap_or_else(|| view.coders.into_iter().flatten().collect())
    }

    pub fn show(&mut self, ui: &mut Ui, view: &DoubleCodingView, words: Words) {
        let lang = words.lang;
        heading(ui, i18n::column_coders(lang));
        let mut chosen = self.coders(view);
        for member in view.members.iter() {
            let mut on = chosen.contains(&member.id);
            if ui.checkbox(&mut on, member.name.as_ref()).changed() {
                if !chosen.remove(&member.id) {
                    chosen.insert(member.id);
                }
                self.coders = Some(chosen.clone());
            }
        }
        ui.add_space(space::SMALL);
        self.units(ui, words);
        ui.add_space(space::SMALL);
        heading(ui, i18n::column_interviews(lang));
        quiet(ui, i18n::compare_all_interviews(lang));
        for interview in view.interviews.iter() {
            let mut on = self.interviews.contains(&interview.id);
            if ui.checkbox(&mut on, interview.name.as_ref()).changed()
                && !self.interviews.remove(&interview.id)
            {
                self.interviews.insert(interview.id);
            }
        }
    }

    fn units(&mut self, ui: &mut Ui, words: Words) {
        let (lang, method) = (words.lang, words.method());
        heading(ui, i18n::compare_unit_title(lang));
        let unit = |unit: Unit| i18n::compare_unit(lang, unit.as_str());
        choice(ui, i18n::compare_unit_title(lang), &mut self.unit, &Unit::ALL, unit);
        ui.add_space(space::SMALL);
        heading(ui, i18n::compare_rule_title(lang));
        let rule =
            |rule: Rule| i18n::compare_rule(lang, if rule == Rule::Majority { "majority" } else { "any" });
        choice(ui, i18n::compare_rule_title(lang), &mut self.rule, &[Rule::Any, Rule::Majority], rule);
        ui.add_space(space::SMALL);
        heading(ui, i18n::compare_level_title(lang));
        let level = |level: LevelAsked| i18n::level_name(lang, level.as_str(), method);
        let levels = [LevelAsked::Label, LevelAsked::Property, LevelAsked::Category];
        choice(ui, i18n::compare_level_title(lang), &mut self.level, &levels, level);
        ui.add_space(space::SMALL);
        ui.checkbox(&mut self.with_interviewer, i18n::compare_with_interviewer(lang));
    }
}

fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut T,
    all: &[T],
    said: impl Fn(T) -> &'static str,
) {
    let shown = ComboBox::from_id_salt(name).selected_text(said(*chosen)).show_ui(ui, |ui| {
        for one in all {
            ui.selectable_value(chosen, *one, said(*one));
        }
    });
    shown.response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name));
}

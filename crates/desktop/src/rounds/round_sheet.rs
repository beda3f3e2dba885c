//! A round in one file: two people who code in turn, without seeing each other's work.

use super::RoundsAction;
use super::packet_sheet::{choose_interviews, choose_list};
use super::pieces::{heading, modal, primary, quiet, title};
use crate::row;
use crate::theme::space;
use crate::words::Words;
use egui::Ui;
use i18n::Lang;
use model::RecordId;
use model::value::CodingUnit;
use std::collections::BTreeSet;
use workbench::command::double_coding::{DoubleCoding, NewRound};
use workbench::views::DoubleCodingView;

/// A round in the making.
#[derive(Debug)]
pub(super) struct RoundSheet {
    round: NewRound,
    interviews: BTreeSet<RecordId>,
    coders: BTreeSet<RecordId>,
}

impl RoundSheet {
    pub fn new(view: &DoubleCodingView, lang: Lang) -> RoundSheet {
        let name = format!("{} {}", i18n::column_round(lang), view.rounds.len() + 1);
        RoundSheet {
            round: NewRound { name, unit: CodingUnit::Turn, ..NewRound::default() },
            interviews: view.interviews.iter().take(2).map(|one| one.id).collect(),
            coders: view.members.iter().take(2).map(|one| one.id).chain(view.me).collect(),
        }
    }

    /// Draws the sheet; false once it closes.
    pub fn show(
        &mut self,
        ui: &Ui,
        view: &DoubleCodingView,
        words: Words,
        actions: &mut Vec<RoundsAction>,
    ) -> bool {
        modal(ui, "round", 520.0, |ui| {
            let lang = words.lang;
            title(ui, i18n::rounds_new_round(lang));
            quiet(ui, i18n::rounds_new_round_purpose(lang));
            ui.add_space(space::SMALL);
            row::field(ui, &mut self.round.name, i18n::rounds_name(lang), "round name");
            heading(ui, i18n::column_coders(lang));
            for member in view.members.iter() {
                let mut on = self.coders.contains(&member.id);
                if ui.checkbox(&mut on, member.name.as_ref()).changed() && !self.coders.remove(&member.id) {
                    self.coders.insert(member.id);
                }
            }
            choose_interviews(ui, view, &mut self.interviews, words);
            choose_list(ui, &mut self.round.list, words);
            row::field(ui, &mut self.round.instructions, i18n::rounds_instructions(lang), "instructions");
            ui.add_space(space::EDGE);
            ui.horizontal(|ui| {
                let ready = self.coders.len() > 1 && !self.interviews.is_empty();
                let done =
                    ui.add_enabled_ui(ready, |ui| primary(ui, i18n::rounds_seal_round(lang)).clicked());
                if done.inner {
                    actions.push(DoubleCoding::SetUpRound(self.asked(view)).into());
                    return false;
                }
                !ui.button(i18n::button_cancel(lang)).clicked()
            })
            .inner
        })
    }

    /// The round, whoever acts first: their codes are the study's.
    fn asked(&self, view: &DoubleCodingView) -> NewRound {
        let mut coders: Vec<RecordId> =
            view.members.iter().map(|one| one.id).filter(|id| self.coders.contains(id)).collect();
        coders.sort_by_key(|id| Some(*id) != view.me);
        let ids = view.interviews.iter().map(|one| one.id);
        let interviews = ids.filter(|id| self.interviews.contains(id)).collect();
        NewRound { coders, interviews, ..self.round.clone() }
    }
}

//! The claim while it is being written: the argument in words, then category by category, then the figures.

use super::{SaturationAction, quiet};
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::words::Words;
use egui::{Button, ComboBox, DragValue, Id, Key, Modal, RichText, ScrollArea, TextEdit, Ui, WidgetInfo};
use model::RecordId;
use model::value::Density;
use workbench::answers::claims::ClaimRecord;
use workbench::command::review::ReviewCommand;
use workbench::command::theory::TheoryCommand;
use workbench::levels::LevelAsked;
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim, Guest, Stopping};
use workbench::views::{CategoryView, SaturationShowing, SaturationView};

/// A claim that is being written.
#[derive(Debug)]
pub(super) struct ClaimForm {
    claim: Option<RecordId>,
    argument: String,
    /// The argument as it was when the form was opened.
    was: String,
    at: usize,
    confirm: usize,
    /// A note on the search for negative cases that is being written.
    note: Option<(RecordId, String)>,
    /// What was claimed when it was sent: the form stays until there is something else, so that what was refused
    /// can be put right.
    sent: Option<Vec<String>>,
}

/// The digests of what is claimed.
fn claimed(view: &SaturationView) -> Vec<String> {
    let made = view.claims.iter().filter_map(|claim| claim.made.as_ref());
    made.map(|made| made.digest.clone()).collect()
}

impl ClaimForm {
    /// A new claim, or one that is written on; by default the last two interviews confirm.
    pub fn of(claim: Option<&ClaimRecord>, interviews: usize) -> ClaimForm {
        let made = claim.and_then(|claim| claim.made.as_ref());
        let confirm = made.map_or(2.min(interviews.saturating_sub(1)).max(1), |made| made.confirm as usize);
        ClaimForm {
            claim: claim.map(|claim| claim.id),
            argument: claim.map_or_else(String::new, |claim| claim.argument.clone()),
            was: claim.map_or_else(String::new, |claim| claim.argument.clone()),
            at: made.map_or(interviews.saturating_sub(confirm).max(1), |made| made.interview as usize),
            confirm,
            note: None,
            sent: None,
        }
    }

    /// Draws the form; true once it is done with.
    pub fn show(
        &mut self,
        ui: &Ui,
        view: &SaturationView,
        showing: &SaturationShowing,
        words: Words,
        actions: &mut Vec<SaturationAction>,
    ) -> bool {
        let mut done = self.sent.as_ref().is_some_and(|before| *before != claimed(view));
        let lang = words.lang;
        let modal = Modal::new(Id::unique("claim-form")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 80.0).clamp(320.0, 720.0));
            let theme = Theme::of(ui);
            let title = RichText::new(i18n::saturation_form_title(lang));
            ui.label(title.font(fonts::semibold(size::HEADING)).color(theme.ink));
            let most = (ui.ctx().content_rect().height() - 190.0).max(160.0);
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                // Beside the fields, not over them, the bar by which one scrolls.
                ui.set_width(ui.available_width() - space::EDGE);
                self.argument(ui, words);
                self.categories(ui, view, words, actions);
                self.figures(ui, view, words);
                let asked = super::options::show(ui, view, showing, words);
                if asked != *showing {
                    actions.push(SaturationAction::Ask(asked));
                }
            });
            ui.add_space(space::SMALL);
            done |= self.buttons(ui, view, showing, words, actions);
        });
        // Closed otherwise than by *Annuler*, what was written is kept.
        if !done && modal.should_close() {
            actions.extend(self.unsent().into_iter().map(SaturationAction::Run));
            return true;
        }
        done
    }

    /// What was written and not kept yet: the argument, and the note on a search.
    pub fn unsent(&self) -> Vec<workbench::Command> {
        let (claim, argument) = (self.claim, self.argument.trim().to_owned());
        let rewritten = !argument.is_empty() && argument != self.was.trim();
        let written = rewritten.then(|| ReviewCommand::WriteClaim { claim, argument }.into());
        let noted = self.note.as_ref().map(|(category, note)| {
            let note = note.trim().to_owned();
            TheoryCommand::NoteSearch { category: *category, searched: !note.is_empty(), note }.into()
        });
        written.into_iter().chain(noted).collect()
    }

    fn argument(&mut self, ui: &mut Ui, words: Words) {
        let lang = words.lang;
        quiet(ui, i18n::saturation_form_argument_hint(lang));
        let name = i18n::saturation_form_argument(lang);
        let edit = TextEdit::multiline(&mut self.argument).desired_rows(4).desired_width(f32::INFINITY);
        ui.add(edit.id_salt("claim-argument").hint_text(name)).accessible_name(name);
    }

    fn categories(
        &mut self,
        ui: &mut Ui,
        view: &SaturationView,
        words: Words,
        actions: &mut Vec<SaturationAction>,
    ) {
        if view.categories.is_empty() {
            return;
        }
        ui.add_space(space::SMALL);
        heading(ui, i18n::sheet_categories(words.lang));
        quiet(ui, i18n::sheet_density_is_not_novelty(words.lang));
        for category in view.categories.iter() {
            ui.push_id(category.id, |ui| self.category(ui, view, category, words, actions));
        }
    }

    fn category(
        &mut self,
        ui: &mut Ui,
        view: &SaturationView,
        category: &CategoryView,
        words: Words,
        actions: &mut Vec<SaturationAction>,
    ) {
        let (lang, theme) = (words.lang, Theme::of(ui));
        ui.separator();
        ui.label(RichText::new(category.name.as_ref()).font(fonts::medium(size::BODY)).color(theme.ink));
        let (mut density, mut enriched_by) = (category.density, category.enriched_by);
        ui.horizontal_wrapped(|ui| {
            for one in [Density::Dense, Density::ToDevelop] {
                let name = i18n::density_name(lang, one.as_str());
                ui.radio_value(&mut density, one, name);
            }
            let named = |id: Option<RecordId>| {
                let found = view.interviews.iter().find(|one| Some(one.id) == id);
                found.map_or(i18n::saturation_form_nobody(lang), |one| one.name.as_ref())
            };
            let label = i18n::sheet_column_last(lang);
            quiet(ui, label);
            let choice = ComboBox::from_id_salt("enriched").selected_text(named(enriched_by));
            let choice = choice.show_ui(ui, |ui| {
                for one in view.interviews.iter() {
                    ui.selectable_value(&mut enriched_by, Some(one.id), one.name.as_ref());
                }
            });
            choice.response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, label));
        });
        if (density, enriched_by) != (category.density, category.enriched_by) {
            let category = category.id;
            let command = TheoryCommand::MarkDensity { category, density, enriched_by };
            actions.push(SaturationAction::Run(command.into()));
        }
        self.negative(ui, category, words, actions);
    }

    /// The search for negative cases: whether it was done, and what came of it.
    fn negative(
        &mut self,
        ui: &mut Ui,
        category: &CategoryView,
        words: Words,
        actions: &mut Vec<SaturationAction>,
    ) {
        let lang = words.lang;
        let mut searched = category.searched;
        let mut note = match &self.note {
            Some((id, note)) if *id == category.id => note.clone(),
            _ => category.note.to_string(),
        };
        let mut send = false;
        ui.horizontal_top(|ui| {
            send |= ui.checkbox(&mut searched, i18n::saturation_form_searched(lang)).changed();
            let name = i18n::saturation_form_note(lang);
            let edit = TextEdit::multiline(&mut note).desired_rows(1).return_key(None);
            let field = ui.add(edit.desired_width(f32::INFINITY).hint_text(name)).accessible_name(name);
            if field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                field.surrender_focus();
            }
            if field.changed() {
                self.note = Some((category.id, note.clone()));
            }
            send |= field.lost_focus() && note.trim() != category.note.as_ref();
        });
        if send {
            self.note = None;
            let category = category.id;
            let command = TheoryCommand::NoteSearch { category, searched, note: note.trim().to_owned() };
            actions.push(SaturationAction::Run(command.into()));
        }
    }

    fn figures(&mut self, ui: &mut Ui, view: &SaturationView, words: Words) {
        let lang = words.lang;
        ui.add_space(space::SMALL);
        heading(ui, i18n::saturation_form_figures(lang));
        let all = view.interviews.len();
        ui.horizontal_wrapped(|ui| {
            let level = view.level.unwrap_or(LevelAsked::Label);
            let level = i18n::level_many(lang, level.as_str(), words.method());
            ui.label(i18n::saturation_form_at(lang, level));
            let name = i18n::saturation_form_at_name(lang);
            ui.add(DragValue::new(&mut self.at).range(1..=all.max(1))).accessible_name(name);
            ui.label(i18n::saturation_form_confirm(lang));
            let name = i18n::saturation_form_confirm_name(lang);
            ui.add(DragValue::new(&mut self.confirm).range(1..=all.max(1))).accessible_name(name);
        });
        let names = |from: usize, n: usize| {
            let names = view.interviews.iter().skip(from).take(n).map(|one| one.name.as_ref());
            names.collect::<Vec<_>>().join(", ")
        };
        let brought: usize =
            view.interviews.iter().skip(self.at).take(self.confirm).map(|one| one.new.len()).sum();
        let confirming = names(self.at, self.confirm);
        match self.fits(view) {
            true => quiet(ui, &i18n::saturation_form_says(lang, crate::words::number(brought), &confirming)),
            false => {
                let (at, confirm) = (self.at.to_string(), self.confirm.to_string());
                let beyond = i18n::error_claim_beyond(lang, &at, &confirm, crate::words::number(all));
                ui.label(RichText::new(beyond).font(fonts::regular(size::SMALL)).color(Theme::of(ui).warn));
            }
        }
        quiet(ui, &view.basis);
    }

    /// True where there are as many interviews as are claimed.
    fn fits(&self, view: &SaturationView) -> bool {
        self.at + self.confirm <= view.interviews.len()
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        view: &SaturationView,
        showing: &SaturationShowing,
        words: Words,
        actions: &mut Vec<SaturationAction>,
    ) -> bool {
        let (lang, theme) = (words.lang, Theme::of(ui));
        let mut done = false;
        ui.horizontal(|ui| {
            let written = !self.argument.trim().is_empty();
            let label = RichText::new(i18n::saturation_form_make(lang)).color(theme.on_accent);
            let ready = written && self.fits(view);
            let make = ui.add_enabled(ready, Button::new(label).fill(theme.accent));
            if make.clicked() {
                actions.push(SaturationAction::Run(self.command(view, showing)));
                self.sent = Some(claimed(view));
            }
            let keep = ui.add_enabled(written, Button::new(i18n::saturation_form_keep(lang)));
            if keep.clicked() {
                let (claim, argument) = (self.claim, self.argument.clone());
                actions.push(SaturationAction::Run(ReviewCommand::WriteClaim { claim, argument }.into()));
                done = true;
            }
            done |= ui.button(i18n::button_cancel(lang)).clicked();
        });
        done
    }

    fn command(&self, view: &SaturationView, showing: &SaturationShowing) -> workbench::Command {
        let (base, run, percent) = showing.guest;
        let level = view.level.unwrap_or(LevelAsked::Label);
        let claiming = Claiming {
            claim: Claim { at: self.at, confirm: self.confirm },
            asked: Asked { order: showing.order.clone(), basis: showing.basis.clone(), ..Asked::at(level) },
            guest: Guest { base, run, threshold_percent: f64::from(percent) },
            stopping: Stopping { initial: 10, stop: 3 },
        };
        let argument = Some(self.argument.trim().to_owned());
        ReviewCommand::MakeClaim { claim: self.claim, argument, claiming: Box::new(claiming) }.into()
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).font(fonts::semibold(size::TITLE)).color(theme.ink));
}

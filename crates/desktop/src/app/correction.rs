//! Correcting the text where it stands: one turn in a field over its own words, who says it, and names
//! masked wherever they are.

use super::work::Work;
use crate::Words;
use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::{
    Area, Button, Frame, Id, Key, Margin, Modal, Modifiers, Order, RichText, ScrollArea, TextEdit, Ui, pos2,
};
use model::RecordId;
use std::collections::BTreeSet;
use workbench::command::Command;
use workbench::desk::Request;
use workbench::{Mask, Variant};

/// What takes the place of a masked name.
const SIGN: &str = "***";

/// One turn being corrected.
#[derive(Debug)]
pub(super) struct TurnEditor {
    interview: RecordId,
    turn: usize,
    text: String,
    was: String,
    speaker: String,
    speaker_was: String,
    labels: Vec<String>,
    selected: Option<(usize, usize)>,
    begun: bool,
}

/// A name being masked.
#[derive(Debug, Default)]
pub(super) struct Masking {
    names: String,
    everywhere: bool,
    asked: Option<(String, bool)>,
    found: Vec<Variant>,
    spared: BTreeSet<String>,
    waits: bool,
    begun: bool,
}

impl Work {
    /// Opens the turn that holds the caret, or the chosen words, for correction; false where there is none.
    pub fn correct_turn(&mut self) -> bool {
        let Some(view) = self.screen.transcript.clone() else { return false };
        let at = self.transcript.selected().map_or(self.transcript.caret(), |range| range.start);
        let found = view.turns.iter().enumerate().rfind(|(_, turn)| turn.start <= at);
        let Some((number, turn)) = found else { return false };
        let text: String = view.text.chars().skip(turn.start).take(turn.end - turn.start).collect();
        let mut labels: Vec<String> = view.turns.iter().map(|turn| turn.label.to_string()).collect();
        labels.sort_unstable();
        labels.dedup();
        let range = turn.start..turn.end;
        self.transcript.watch(Some(range.clone()));
        self.transcript.scroll_into_view(range);
        self.editor = Some(TurnEditor {
            interview: view.interview,
            turn: number,
            was: text.clone(),
            text,
            speaker: turn.label.to_string(),
            speaker_was: turn.label.to_string(),
            labels,
            selected: None,
            begun: false,
        });
        true
    }

    /// Opens the sheet that masks a name, the chosen words in it.
    pub fn mask_name(&mut self) {
        let names = self.transcript.selected().and_then(|range| self.words(&range)).unwrap_or_default();
        let names = if names.split_whitespace().count() <= 4 { names } else { String::new() };
        self.masking = Some(Masking { names, everywhere: true, ..Masking::default() });
    }

    /// The ways in which the names are written, as the study's thread found them.
    pub fn receive_names(&mut self, found: Vec<Variant>) {
        if let Some(masking) = &mut self.masking {
            masking.waits = false;
            // A common word is no name: what is never written with a capital is left alone unless asked.
            masking.spared = found
                .iter()
                .filter(|one| !one.written.chars().any(char::is_uppercase))
                .map(|one| one.written.clone())
                .collect();
            masking.found = found;
        }
    }
}

/// Draws whatever of this is open.
pub(super) fn show(work: &mut Work, ui: &Ui, words: Words) {
    turn_editor(work, ui, words);
    masking(work, ui, words);
    forgetting(work, ui, words);
    quotes(work, ui, words);
}

/// How an editor ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Done,
    Left,
}

fn turn_editor(work: &mut Work, ui: &Ui, words: Words) {
    let Some(mut editor) = work.editor.take() else { return };
    if work.showing.interview != Some(editor.interview) {
        // Another text is shown: what was corrected in this one is not lost.
        work.transcript.watch(None);
        if let Some(command) = editor.unsent() {
            work.run(command);
        }
        return;
    }
    let room = ui.ctx().content_rect();
    let place = work.transcript.watched().unwrap_or(room.shrink(room.width() / 4.0));
    let width = place.width().max(420.0) + 24.0;
    let at = pos2((place.left() - 12.0).min(room.right() - width - 8.0), place.top() - 10.0);
    let area = Area::new(Id::unique("turn-editor")).order(Order::Foreground).fixed_pos(at).constrain(true);
    let mut end = End::Open;
    Modal::new(Id::unique("turn-editor-modal")).area(area).frame(frame(ui)).show(ui.ctx(), |ui| {
        ui.set_width(width - 24.0);
        end = editor.fill_in(ui, words);
    });
    match end {
        End::Open => work.editor = Some(editor),
        End::Left => {
            work.transcript.watch(None);
            work.panels.give_text_the_keyboard();
        }
        End::Done => {
            work.transcript.watch(None);
            work.panels.give_text_the_keyboard();
            if let Some(command) = editor.unsent() {
                work.run(command);
            }
        }
    }
}

fn frame(ui: &Ui) -> Frame {
    let theme = Theme::of(ui);
    let edge = egui::Stroke::new(1.5, theme.accent);
    let frame = Frame::new().fill(theme.paper).stroke(edge).corner_radius(radius::CARD);
    frame.inner_margin(Margin::same(12)).shadow(ui.visuals().popup_shadow)
}

impl TurnEditor {
    /// What was corrected, if anything was.
    pub(super) fn unsent(self) -> Option<Command> {
        let other = self.speaker != self.speaker_was;
        if self.text.trim() == self.was.trim() && !other {
            return None;
        }
        let speaker = other.then(|| self.speaker.trim().to_owned());
        let (interview, turn, text) = (self.interview, self.turn, self.text);
        Some(Command::CorrectTurn { interview, turn, text, speaker })
    }

    fn fill_in(&mut self, ui: &mut Ui, words: Words) -> End {
        let lang = words.lang;
        let (escape, sent) = ui.input_mut(|input| {
            let escape = input.consume_key(Modifiers::NONE, Key::Escape);
            (escape, input.consume_key(Modifiers::COMMAND, Key::Enter))
        });
        self.who(ui, words);
        let height = ui.ctx().content_rect().height() * 0.5;
        ScrollArea::vertical().max_height(height).show(ui, |ui| self.field(ui, words));
        ui.add_space(space::SMALL);
        let mut end = if sent { End::Done } else { End::Open };
        ui.horizontal_wrapped(|ui| {
            if ui.add(crate::row::primary(i18n::correction_done(lang), Theme::of(ui))).clicked() {
                end = End::Done;
            }
            if ui.button(i18n::button_cancel(lang)).clicked() {
                end = End::Left;
            }
            let (start, stop) = self.selected.unwrap_or_default();
            let mask = Button::new(i18n::correction_mask(lang));
            if ui.add_enabled(start < stop, mask).on_hover_text(i18n::correction_mask_hint(lang)).clicked() {
                self.mask(start, stop);
            }
            ui.label(quiet(i18n::correction_keys(lang), ui));
        });
        if escape { End::Left } else { end }
    }

    fn who(&mut self, ui: &mut Ui, words: Words) {
        ui.horizontal(|ui| {
            ui.label(quiet(i18n::correction_speaker(words.lang), ui));
            let combo = crate::row::combo("turn-speaker").selected_text(self.speaker.as_str());
            let shown = combo.show_ui(ui, |ui| {
                for label in &self.labels {
                    ui.selectable_value(&mut self.speaker, label.clone(), label.as_str());
                }
            });
            shown.response.accessible_name(i18n::correction_speaker(words.lang));
        });
        ui.add_space(space::TIGHT);
    }

    fn field(&mut self, ui: &mut Ui, words: Words) {
        let edit = TextEdit::multiline(&mut self.text)
            .font(fonts::regular(size::SPEECH))
            .desired_width(f32::INFINITY)
            .desired_rows(3);
        let output = edit.show(ui);
        let field = output.response.response.accessible_name(i18n::correction_field(words.lang));
        if !std::mem::replace(&mut self.begun, true) {
            field.request_focus();
        }
        if let Some(range) = output.cursor_range {
            let range = range.as_sorted_char_range();
            let (start, stop) = (usize::from(range.start), usize::from(range.end));
            // The button that masks takes the keyboard, and with it the selection.
            if start < stop || field.has_focus() {
                self.selected = Some((start, stop));
            }
        }
    }

    fn mask(&mut self, start: usize, stop: usize) {
        let before: String = self.text.chars().take(start).collect();
        let after: String = self.text.chars().skip(stop).collect();
        self.text = format!("{before}{SIGN}{after}");
        self.selected = None;
    }
}

fn masking(work: &mut Work, ui: &Ui, words: Words) {
    let Some(mut masking) = work.masking.take() else { return };
    let mut end = End::Open;
    let response = Modal::new(Id::unique("masking")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(500.0);
        end = masking.fill_in(ui, words);
    });
    if end == End::Open && response.should_close() {
        end = End::Left;
    }
    masking.look(work);
    match end {
        End::Open => work.masking = Some(masking),
        End::Left => work.panels.give_text_the_keyboard(),
        End::Done => {
            work.panels.give_text_the_keyboard();
            let interviews =
                if masking.everywhere { None } else { work.showing.interview.map(|one| vec![one]) };
            let spared = masking.spared.iter().cloned().collect();
            let names = masking.list();
            work.run(Command::MaskNames { interviews, names, sign: SIGN.to_owned(), spared });
        }
    }
}

impl Masking {
    fn list(&self) -> Vec<String> {
        self.names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
    }

    /// Asks for the ways of writing whenever the names have changed.
    fn look(&mut self, work: &mut Work) {
        let now = (self.names.clone(), self.everywhere);
        if self.asked.as_ref() == Some(&now) {
            return;
        }
        self.asked = Some(now);
        self.found.clear();
        let names = self.list();
        if Mask::new(&names, SIGN).is_empty() {
            self.waits = false;
            return;
        }
        self.waits = true;
        let interviews = if self.everywhere { None } else { work.showing.interview.map(|one| vec![one]) };
        work.send(Request::FindNames { names, interviews });
    }

    fn fill_in(&mut self, ui: &mut Ui, words: Words) -> End {
        let (lang, theme) = (words.lang, Theme::of(ui));
        let title = RichText::new(i18n::mask_title(lang)).font(fonts::semibold(size::HEADING));
        ui.label(title.color(theme.ink));
        ui.label(quiet(i18n::mask_hint(lang), ui));
        ui.add_space(space::SMALL);
        let field = crate::row::field(ui, &mut self.names, i18n::mask_names(lang), "mask names");
        if !std::mem::replace(&mut self.begun, true) {
            field.request_focus();
        }
        ui.checkbox(&mut self.everywhere, i18n::mask_everywhere(lang));
        ui.add_space(space::SMALL);
        self.variants(ui, words);
        ui.add_space(space::SMALL);
        let count = self.chosen();
        let mut end = End::Open;
        ui.horizontal(|ui| {
            let label = i18n::mask_done(lang, crate::words::number(count));
            if ui.add_enabled(count > 0, crate::row::primary(&label, Theme::of(ui))).clicked() {
                end = End::Done;
            }
            if ui.button(i18n::button_cancel(lang)).clicked() {
                end = End::Left;
            }
        });
        end
    }

    fn chosen(&self) -> usize {
        let kept = self.found.iter().filter(|one| !self.spared.contains(&one.written));
        kept.map(|one| one.count).sum()
    }

    fn variants(&mut self, ui: &mut Ui, words: Words) {
        if self.found.is_empty() {
            let text = match (self.waits, self.list().is_empty()) {
                (true, _) => i18n::mask_looking(words.lang),
                (false, true) => "",
                (false, false) => i18n::mask_none(words.lang),
            };
            ui.label(quiet(text, ui));
            return;
        }
        ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
            for one in &self.found {
                let mut on = !self.spared.contains(&one.written);
                let label = i18n::mask_variant(words.lang, crate::words::number(one.count), &one.written);
                if ui.checkbox(&mut on, label).clicked() {
                    if on {
                        self.spared.remove(&one.written);
                    } else {
                        self.spared.insert(one.written.clone());
                    }
                }
            }
        });
    }
}

/// What cannot be undone is asked in so many words.
fn forgetting(work: &mut Work, ui: &Ui, words: Words) {
    let Some(interviews) = work.forgets.clone() else { return };
    let lang = words.lang;
    let response = Modal::new(Id::unique("forget")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        let theme = Theme::of(ui);
        let title = RichText::new(i18n::forget_title(lang)).font(fonts::semibold(size::HEADING));
        ui.label(title.color(theme.ink));
        ui.label(quiet(i18n::forget_hint(lang), ui));
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            let leave = ui.button(i18n::button_cancel(lang)).clicked();
            let done = RichText::new(i18n::forget_done(lang)).color(theme.bad);
            (leave, ui.button(done).clicked())
        })
        .inner
    });
    let (leave, done) = response.inner;
    if done {
        work.send(Request::ForgetUnmasked(interviews));
    }
    if done || leave || response.should_close() {
        work.forgets = None;
    }
}

/// The texts that may still quote what was forgotten.
fn quotes(work: &mut Work, ui: &Ui, words: Words) {
    let Some(texts) = &work.quotes else { return };
    let response = Modal::new(Id::unique("quotes")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(520.0);
        ui.label(quiet(i18n::forget_quotes(words.lang), ui));
        ui.add_space(space::SMALL);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for text in texts {
                ui.label(RichText::new(text).font(fonts::regular(size::BODY)));
                ui.separator();
            }
        });
        ui.button(i18n::button_close(words.lang)).clicked()
    });
    if response.inner || response.should_close() {
        work.quotes = None;
    }
}

fn quiet(text: &str, ui: &Ui) -> RichText {
    RichText::new(text).font(fonts::regular(size::SMALL)).color(Theme::of(ui).mute)
}

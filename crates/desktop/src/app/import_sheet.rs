//! The sheet on which files are looked at before they are taken in: who speaks, what is known of each, the
//! text with its turns. The same sheet corrects speakers and turns of an interview afterwards.

mod details;
mod file_list;
mod pieces;
mod speakers;
mod turns;

use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use egui::{Frame, Id, Key, Modal, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};
use i18n::Lang;
use model::RecordId;
use speakers::Typing;
use turns::TurnPane;
use workbench::command::{ImportRequest, TurnsCorrected};
use workbench::desk::Intake;
use workbench::import::{Batch, Correction, Decision, ImportChoices, Preview, ReadFile};

const HEAD: f32 = 54.0;
const FOOT: f32 = 52.0;

/// Files, or one interview, while decisions are made about them.
#[derive(Debug)]
pub(super) struct ImportSheet {
    batch: Batch,
    refused: Vec<(String, String)>,
    /// The interview that is corrected, and the revision; `None` for an import.
    corrects: Option<(RecordId, RecordId)>,
    chosen: usize,
    typing: Typing,
    pane: TurnPane,
    /// Changes with every decision.
    version: u64,
    /// True while it is asked whether to give everything up.
    leaving: bool,
}

/// What the user asked for.
#[derive(Debug)]
pub(super) enum Answer {
    /// Take these in.
    Import(Vec<ImportRequest>, Intake),
    /// Correct who speaks where.
    Correct(Box<TurnsCorrected>),
    /// Read a file again in another encoding.
    ReadAgain(usize, Box<ReadFile>, ImportChoices),
    /// Nothing of all this.
    Cancel,
}

impl ImportSheet {
    pub fn new(batch: Batch, refused: Vec<(String, String)>) -> ImportSheet {
        ImportSheet {
            batch,
            refused,
            corrects: None,
            chosen: 0,
            typing: Typing::default(),
            pane: TurnPane::default(),
            version: 0,
            leaving: false,
        }
    }

    /// The sheet for an interview that is there.
    pub fn correcting(correction: Correction) -> ImportSheet {
        let corrects = Some((correction.interview, correction.revision));
        ImportSheet { corrects, ..ImportSheet::new(correction.batch, Vec::new()) }
    }

    /// Files that came while the sheet was open.
    pub fn add(&mut self, batch: Batch, refused: Vec<(String, String)>) {
        self.batch.add(batch);
        self.refused.extend(refused);
        self.version += 1;
    }

    /// True for the sheet of an interview that is there.
    pub fn corrects(&self) -> bool {
        self.corrects.is_some()
    }

    /// True when nothing of the files could be read.
    pub fn refusals_only(&self) -> bool {
        self.batch.files.is_empty()
    }

    /// The sentences for the files that could not be read.
    pub fn refusals(&self) -> impl Iterator<Item = &str> {
        self.refused.iter().map(|(_, sentence)| sentence.as_str())
    }

    /// A file was read again.
    pub fn replace(&mut self, place: usize, preview: Preview) {
        self.batch.replace(place, preview);
        self.version += 1;
        self.pane.forget();
    }

    /// Takes the last decision back.
    pub fn step_back(&mut self) {
        if self.batch.step_back() {
            self.version += 1;
        }
    }

    pub fn show(&mut self, ui: &Ui, lang: Lang, method: &str) -> Option<Answer> {
        let theme = Theme::of(ui);
        let room = ui.ctx().content_rect().size();
        let wide = vec2((room.x - 48.0).min(1320.0), (room.y - 40.0).min(880.0));
        let frame = Frame::new().fill(theme.paper).stroke(theme.hairline()).corner_radius(radius::CARD);
        let modal = Modal::new(Id::unique("import-sheet")).frame(frame);
        modal.show(ui.ctx(), |ui| self.sheet(ui, wide, lang, method)).inner
    }

    fn sheet(&mut self, ui: &mut Ui, wide: egui::Vec2, lang: Lang, method: &str) -> Option<Answer> {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(wide, egui::Sense::hover());
        let head = Rect::from_min_size(rect.min, vec2(wide.x, HEAD));
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
        let body = Rect::from_min_max(head.left_bottom(), foot.right_top());
        for y in [head.bottom(), foot.top()] {
            ui.painter().hline(rect.x_range(), y, theme.hairline());
        }
        inside(ui, head.shrink2(vec2(space::PAGE, 8.0)), "head", |ui| self.head(ui, lang));
        let asked = self.body(ui, body, lang, method);
        let answer = inside(ui, foot.shrink2(vec2(space::PAGE, 10.0)), "foot", |ui| self.foot(ui, lang));
        answer.or(asked)
    }

    fn head(&self, ui: &mut Ui, lang: Lang) {
        let theme = Theme::of(ui);
        let (title, purpose) = match self.corrects {
            None => (i18n::import_title(lang), i18n::import_nothing_written(lang)),
            Some(_) => (i18n::turns_correct(lang), i18n::turns_correct_purpose(lang)),
        };
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
        ui.label(RichText::new(purpose).font(fonts::regular(size::SMALL)).color(theme.mute));
    }

    fn body(&mut self, ui: &mut Ui, body: Rect, lang: Lang, method: &str) -> Option<Answer> {
        let theme = Theme::of(ui);
        let several = self.batch.files.len() + self.refused.len() > 1;
        let mut left = body.left();
        if several {
            let list = Rect::from_min_max(body.min, pos2(left + file_list::WIDTH, body.bottom()));
            ui.painter().rect_filled(list, 0.0, theme.ground);
            ui.painter().vline(list.right(), list.y_range(), theme.hairline());
            let asked = inside(ui, list, "files", |ui| {
                file_list::show(ui, &self.batch.files, &self.refused, self.chosen, lang)
            });
            match asked {
                Some(file_list::Asked::Choose(file)) => self.choose(file),
                Some(file_list::Asked::Decide(file, decision)) => self.decide(file, &decision),
                None => {}
            }
            left = list.right();
        }
        let middle = left + ((body.right() - left) * 0.47).clamp(430.0, 600.0);
        ui.painter().vline(middle, body.y_range(), theme.hairline());
        let facts = Rect::from_min_max(pos2(left, body.top()), pos2(middle, body.bottom()));
        let text = Rect::from_min_max(pos2(middle, body.top()), body.max);
        self.text(ui, text, lang);
        self.facts(ui, facts, lang, method)
    }

    fn choose(&mut self, file: usize) {
        if self.chosen != file {
            self.chosen = file;
            self.typing = Typing::default();
            self.pane.forget();
        }
    }

    fn decide(&mut self, file: usize, decision: &Decision) {
        if self.batch.decide(file, decision) {
            self.version += 1;
        }
    }

    /// The left of the file that is looked at: everything but its text.
    fn facts(&mut self, ui: &mut Ui, place: Rect, lang: Lang, method: &str) -> Option<Answer> {
        let corrects = self.corrects.is_some();
        let preview = self.batch.files.get(self.chosen)?;
        let typing = &mut self.typing;
        let (decided, asked) = inside(ui, place.shrink2(vec2(0.0, 1.0)), "facts", |ui| {
            let scroll = ScrollArea::vertical().id_salt(("facts", self.chosen)).auto_shrink(false);
            scroll
                .show(ui, |ui| {
                    Frame::new()
                        .inner_margin(egui::Margin { left: 20, right: 16, top: 12, bottom: 16 })
                        .show(ui, |ui| {
                            let mut decided = Vec::new();
                            if !corrects {
                                decided.extend(details::head(ui, preview, lang));
                            }
                            decided.extend(speakers::show(ui, preview, typing, lang));
                            let asked = match corrects {
                                true => details::Asked::default(),
                                false => details::show(ui, preview, lang, method),
                            };
                            (decided, asked)
                        })
                        .inner
                })
                .inner
        });
        let again = asked.encoding.map(|encoding| {
            let choices = ImportChoices { encoding, ..preview.read.choices.clone() };
            Answer::ReadAgain(self.chosen, Box::new(preview.read.clone()), choices)
        });
        for decision in decided.into_iter().chain(asked.decided) {
            self.decide(self.chosen, &decision);
        }
        if let Some(place) = asked.place {
            self.pane.go_to(place);
        }
        again
    }

    /// The right of the file that is looked at: its text with the turns.
    fn text(&mut self, ui: &mut Ui, place: Rect, lang: Lang) {
        let Some(preview) = self.batch.files.get(self.chosen) else { return };
        let theme = Theme::of(ui);
        let version = (self.chosen, self.version);
        let decided = inside(ui, place.shrink2(vec2(space::EDGE, space::SMALL)), "text", |ui| {
            ui.label(
                RichText::new(i18n::turns_title(lang)).font(fonts::semibold(size::TITLE)).color(theme.ink),
            )
            .on_hover_text(i18n::turns_keys(lang));
            turns::show(ui, preview, &mut self.pane, version, lang)
        });
        if let Some(decision) = decided {
            self.decide(self.chosen, &decision);
            if let Decision::AddVoice { name } = decision {
                self.give_to_new(&name);
            }
        }
    }

    /// A voice that was just added gets the turn for which it was asked.
    fn give_to_new(&mut self, name: &str) {
        let edit = self.batch.files.get(self.chosen).and_then(|preview| self.pane.give(preview, name));
        if let Some(edit) = edit {
            self.decide(self.chosen, &Decision::Turns(edit));
        }
    }

    fn foot(&mut self, ui: &mut Ui, lang: Lang) -> Option<Answer> {
        if self.leaving {
            return self.ask_leave(ui, lang);
        }
        let mut answer = None;
        ui.horizontal_centered(|ui| {
            if self.corrects.is_none() {
                self.common_choices(ui, lang);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                answer = self.confirm(ui, lang);
                let escape = ui.input(|input| input.key_pressed(Key::Escape))
                    && !ui.memory(|memory| memory.focused().is_some())
                    && !egui::Popup::is_any_open(ui.ctx());
                if ui.button(i18n::button_cancel(lang)).clicked() || escape {
                    // What took work to decide is not lost by one key.
                    self.leaving = self.batch.can_step_back();
                    answer = (!self.leaving).then_some(Answer::Cancel).or(answer.take());
                }
                let back = egui::Button::new(i18n::import_step_back(lang));
                let back = ui.add_enabled(self.batch.can_step_back(), back);
                if back.on_hover_text("Ctrl Z").clicked() {
                    self.step_back();
                }
            });
        });
        answer
    }

    fn common_choices(&mut self, ui: &mut Ui, lang: Lang) {
        let mut keep = self.batch.files.iter().all(|file| file.decisions.keep_original);
        if ui.checkbox(&mut keep, i18n::import_keep_original(lang)).changed() {
            for file in 0..self.batch.files.len() {
                self.decide(file, &Decision::KeepOriginal(keep));
            }
        }
        if self.batch.files.len() > 1 {
            ui.checkbox(&mut self.batch.together, i18n::import_together(lang));
        }
    }

    fn confirm(&mut self, ui: &mut Ui, lang: Lang) -> Option<Answer> {
        let theme = Theme::of(ui);
        let interviews = self.batch.interviews();
        let (label, can) = match self.corrects {
            None => (i18n::import_confirm(lang, pieces::n(interviews)), interviews > 0),
            Some(_) => (i18n::turns_correct_confirm(lang).to_owned(), self.batch.can_step_back()),
        };
        let text = RichText::new(label).font(fonts::medium(size::BODY)).color(theme.on_accent);
        let button = egui::Button::new(text).fill(theme.accent).min_size(vec2(0.0, 32.0));
        let pressed = ui.add_enabled(can, button).clicked();
        let by_key = ui.input(|input| input.modifiers.command && input.key_pressed(Key::Enter));
        if !(pressed || (can && by_key)) {
            return None;
        }
        Some(match self.corrects {
            Some((interview, revision)) => {
                let correction = Correction { interview, revision, batch: self.batch.clone() };
                Answer::Correct(Box::new(correction.asked()))
            }
            None => {
                let (comments, left_out) = self.batch.comments();
                let intake = Intake { comments, left_out, ..Intake::default() };
                Answer::Import(self.batch.requests(), intake)
            }
        })
    }

    fn ask_leave(&mut self, ui: &mut Ui, lang: Lang) -> Option<Answer> {
        let theme = Theme::of(ui);
        let mut answer = None;
        ui.horizontal_centered(|ui| {
            let text = RichText::new(i18n::import_leave(lang)).font(fonts::medium(size::BODY));
            ui.label(text.color(theme.warn));
            if ui.button(i18n::import_leave_yes(lang)).clicked() {
                answer = Some(Answer::Cancel);
            }
            if ui.button(i18n::import_leave_no(lang)).clicked() {
                self.leaving = false;
            }
        });
        answer
    }
}

/// Draws inside a rectangle and never outside it.
fn inside<R>(ui: &mut Ui, rect: Rect, salt: &str, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    child.set_clip_rect(rect.expand2(vec2(2.0, 0.0)).intersect(ui.clip_rect()));
    draw(&mut child)
}

impl super::work::Work {
    /// Files were read: onto the sheet that is open, or onto a new one.
    pub(super) fn receive_previews(
        &mut self,
        previews: Batch,
        refused: Vec<(String, String)>,
        notices: &mut super::notices::Notices,
    ) {
        if let Some(sheet) = self.sheet.as_mut().filter(|sheet| !sheet.corrects()) {
            sheet.add(previews, refused);
            return;
        }
        let sheet = ImportSheet::new(previews, refused);
        if sheet.refusals_only() {
            sheet.refusals().for_each(|sentence| notices.refuse(sentence));
        } else {
            self.sheet = Some(sheet);
        }
    }
}

//! Everything found becomes coded passages: what they would be is seen first, and one undo takes all back.

use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{Id, Modal, RichText, ScrollArea, Ui};
use model::RecordId;
use workbench::search::{Asked, FoundPassage, Unit};
use workbench::views::CodeTreeView;

/// So many codes are offered at once.
const OFFERED: usize = 8;
/// So many passages are shown in full.
const SHOWN: usize = 200;

/// What came of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum CodeFound {
    /// The passages of another unit are wanted.
    Wanted(Box<Asked>, Unit),
    /// These passages get this code.
    Existing(Vec<FoundPassage>, RecordId),
    /// These passages get a new code of this name.
    New(Vec<FoundPassage>, String),
    /// Nothing.
    Left,
}

/// The sheet.
#[derive(Debug)]
pub struct CodingSheet {
    asked: Asked,
    unit: Unit,
    typed: String,
    code: Option<RecordId>,
    passages: Option<Vec<FoundPassage>>,
}

impl CodingSheet {
    /// A sheet for everything that a question finds.
    #[must_use]
    pub fn new(asked: Asked) -> CodingSheet {
        CodingSheet { asked, unit: Unit::default(), typed: String::new(), code: None, passages: None }
    }

    /// The first thing to ask for.
    #[must_use]
    pub fn wanted(&self) -> CodeFound {
        CodeFound::Wanted(Box::new(self.asked.clone()), self.unit)
    }

    /// The passages came.
    pub fn receive(&mut self, passages: Vec<FoundPassage>) {
        self.passages = Some(passages);
    }

    /// Draws the sheet.
    pub fn show(
        &mut self,
        ui: &Ui,
        frame: egui::Frame,
        codes: &CodeTreeView,
        words: Words,
    ) -> Option<CodeFound> {
        let mut outcome = None;
        let response = Modal::new(Id::unique("code-found")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(600.0);
            ui.spacing_mut().item_spacing.y = space::SMALL;
            let theme = Theme::of(ui);
            let title = i18n::search_code_all(words.lang, words.method());
            ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
            outcome = self.units(ui, words);
            self.preview(ui, words);
            self.choose(ui, codes, words);
            outcome = self.buttons(ui, words).or(outcome.take());
        });
        if response.should_close() { Some(CodeFound::Left) } else { outcome }
    }

    fn units(&mut self, ui: &mut Ui, words: Words) -> Option<CodeFound> {
        let lang = words.lang;
        let before = self.unit;
        ui.horizontal(|ui| {
            for (unit, name) in [
                (Unit::Turn, i18n::search_unit_turn(lang)),
                (Unit::Sentence, i18n::search_unit_sentence(lang)),
                (Unit::Words, i18n::search_unit_words(lang)),
            ] {
                ui.radio_value(&mut self.unit, unit, name);
            }
        });
        if before == self.unit {
            return None;
        }
        self.passages = None;
        Some(self.wanted())
    }

    fn preview(&self, ui: &mut Ui, words: Words) {
        let theme = Theme::of(ui);
        let Some(passages) = &self.passages else {
            ui.spinner();
            return;
        };
        let count = i18n::search_passages(words.lang, number(passages.len()), words.method());
        ui.label(RichText::new(count).font(fonts::medium(size::BODY)).color(theme.ink));
        ScrollArea::vertical().max_height(220.0).auto_shrink([false, true]).show(ui, |ui| {
            for passage in passages.iter().take(SHOWN) {
                let text = format!("{} : « {} »", passage.interview, passage.quote.replace('\n', " "));
                ui.label(RichText::new(text).font(fonts::regular(size::BODY)).color(theme.mute));
            }
        });
    }

    fn choose(&mut self, ui: &mut Ui, codes: &CodeTreeView, words: Words) {
        let hint = i18n::search_code_with(words.lang, words.method());
        if row::field(ui, &mut self.typed, hint, "code-found-field").changed() {
            self.code = None;
        }
        let wanted = crate::folding::query(&self.typed);
        let fits = |label: &str| {
            let folded = crate::folding::Folded::new(label);
            wanted.iter().all(|part| folded.inside(part).is_some())
        };
        let offered = codes.rows.iter().filter(|code| fits(&code.label)).take(OFFERED);
        ui.horizontal_wrapped(|ui| {
            for code in offered {
                if ui.selectable_label(self.code == Some(code.id), &*code.label).clicked() {
                    self.code = Some(code.id);
                }
            }
        });
    }

    fn buttons(&mut self, ui: &mut Ui, words: Words) -> Option<CodeFound> {
        let lang = words.lang;
        let name = self.typed.trim().to_owned();
        let ready = self.passages.as_ref().is_some_and(|passages| !passages.is_empty());
        let mut outcome = None;
        ui.horizontal(|ui| {
            let count = number(self.passages.as_ref().map_or(0, Vec::len));
            let apply = row::primary(&i18n::search_code_them(lang, count, words.method()), Theme::of(ui));
            if ui.add_enabled(ready && self.code.is_some(), apply).clicked()
                && let (Some(passages), Some(code)) = (self.passages.take(), self.code)
            {
                outcome = Some(CodeFound::Existing(passages, code));
            }
            let create = egui::Button::new(i18n::search_code_new(lang, &name));
            if !name.is_empty()
                && self.code.is_none()
                && ui.add_enabled(ready, create).clicked()
                && let Some(passages) = self.passages.take()
            {
                outcome = Some(CodeFound::New(passages, name));
            }
            if ui.button(i18n::button_cancel(lang)).clicked() {
                outcome = Some(CodeFound::Left);
            }
        });
        outcome
    }
}

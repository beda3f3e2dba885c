//! Looking for words in the open text: a strip above it, and the words marked where they stand.

use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::number;
use egui::{Frame, Key, Modifiers, RichText, Ui};
use i18n::Lang;
use model::RecordId;
use std::collections::BTreeSet;
use std::ops::Range;
use workbench::answers::search::SearchAnswer;
use workbench::search::{Asked, Voices};

/// So many places are marked in one text.
const MARKED: usize = 10_000;

/// What the strip asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum FindAction {
    /// A search in the open text.
    Ask(u64, Box<Asked>),
    /// A place is to be shown.
    GoTo(Range<usize>),
    /// The marks are other ones; the one in the middle of attention, if any.
    Mark(Vec<Range<usize>>, Option<usize>),
    /// The strip was closed.
    Close,
}

/// The strip.
#[derive(Debug, Default)]
pub struct FindBar {
    open: bool,
    typed: String,
    asked: Option<(String, RecordId, u64)>,
    number: u64,
    places: Vec<Range<usize>>,
    at: Option<usize>,
    refused: Option<String>,
    wants_focus: bool,
    fresh: bool,
}

impl FindBar {
    /// Opens the strip; it begins with the given words, where there are any.
    pub fn begin(&mut self, words: Option<String>) {
        self.open = true;
        self.wants_focus = true;
        if let Some(words) = words.filter(|words| !words.trim().is_empty() && !words.contains('\n')) {
            self.typed = words;
        }
    }

    /// True while it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// An answer came; true when it was for this strip.
    pub fn receive(&mut self, number: u64, answer: Result<&SearchAnswer, &str>) -> bool {
        if number != self.number || !self.open {
            return false;
        }
        self.refused = answer.as_ref().err().map(|sentence| (*sentence).to_owned());
        let hits = answer.map(|answer| answer.hits.as_slice()).unwrap_or_default();
        self.places = hits.iter().map(|hit| hit.start as usize..hit.end as usize).collect();
        self.at = None;
        self.fresh = true;
        true
    }

    fn question(&self, interview: RecordId) -> Asked {
        Asked {
            voices: Voices::All,
            interviews: BTreeSet::from([interview]),
            limit: MARKED,
            context: 0,
            ..Asked::of(&self.typed)
        }
    }

    /// The place after the one at hand, or before it; around at the ends.
    fn step(&mut self, forward: bool) -> Option<FindAction> {
        let count = self.places.len();
        if count == 0 {
            return None;
        }
        let next = match self.at {
            None => 0,
            Some(at) if forward => (at + 1) % count,
            Some(at) => (at + count - 1) % count,
        };
        self.at = Some(next);
        self.places.get(next).cloned().map(FindAction::GoTo)
    }
}

/// Numbers of searches in the text: apart from those of the search step.
pub const IN_TEXT: u64 = 1 << 32;

/// Draws the strip while it is open.
pub fn show(
    ui: &mut Ui,
    bar: &mut FindBar,
    interview: RecordId,
    generation: u64,
    lang: Lang,
) -> Vec<FindAction> {
    let mut actions = Vec::new();
    if !bar.open {
        return actions;
    }
    let theme = Theme::of(ui);
    let strip = Frame::new().fill(theme.panel).inner_margin(egui::Margin::symmetric(space::EDGE as i8, 6));
    strip.show(ui, |ui| ui.horizontal(|ui| line(ui, bar, lang, &mut actions)));
    let question = (bar.typed.clone(), interview, generation);
    if bar.open && bar.asked.as_ref() != Some(&question) {
        bar.asked = Some(question);
        bar.number = bar.number.max(IN_TEXT) + 1;
        if bar.typed.trim().is_empty() {
            bar.places.clear();
            bar.fresh = true;
        } else {
            actions.push(FindAction::Ask(bar.number, Box::new(bar.question(interview))));
        }
    }
    if std::mem::take(&mut bar.fresh) {
        actions.extend(bar.step(true));
    }
    if !actions.is_empty() && bar.open {
        actions.push(FindAction::Mark(bar.places.clone(), bar.at));
    }
    if !bar.open {
        actions.push(FindAction::Close);
        bar.asked = None;
    }
    actions
}

fn line(ui: &mut Ui, bar: &mut FindBar, lang: Lang, actions: &mut Vec<FindAction>) {
    let theme = Theme::of(ui);
    let width = (ui.available_width() - 320.0).clamp(140.0, 420.0);
    let field = ui.allocate_ui(egui::vec2(width, 30.0), |ui| {
        row::field(ui, &mut bar.typed, i18n::find_in_text(lang), "find-field")
    });
    if std::mem::take(&mut bar.wants_focus) {
        field.inner.request_focus();
    }
    let (enter, back, escape) = ui.input_mut(|input| {
        let back =
            input.consume_key(Modifiers::SHIFT, Key::Enter) || input.consume_key(Modifiers::SHIFT, Key::F3);
        let forward = input.consume_key(Modifiers::NONE, Key::F3);
        (input.key_pressed(Key::Enter) || forward, back, input.key_pressed(Key::Escape))
    });
    let typing = field.inner.has_focus() || field.inner.lost_focus();
    if typing && enter {
        field.inner.request_focus();
    }
    if back {
        actions.extend(bar.step(false));
    } else if enter && typing {
        actions.extend(bar.step(true));
    }
    let told = match (&bar.refused, bar.at) {
        (Some(sentence), _) => sentence.clone(),
        (None, Some(at)) => i18n::find_place(lang, number(bar.places.len()), number(at + 1)),
        (None, None) if bar.typed.trim().is_empty() => String::new(),
        (None, None) => i18n::find_none(lang).to_owned(),
    };
    ui.label(RichText::new(told).font(fonts::regular(size::SMALL)).color(theme.mute));
    if ui.button(i18n::find_previous(lang)).clicked() {
        actions.extend(bar.step(false));
    }
    if ui.button(i18n::find_next(lang)).clicked() {
        actions.extend(bar.step(true));
    }
    if ui.button(i18n::button_close(lang)).clicked() || escape {
        bar.open = false;
    }
}

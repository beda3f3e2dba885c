//! The picker: one types what one sees in the words, and takes or makes a code.
//!
//! It stands above or below the selected words, never on them. Enter takes the code that is marked, Ctrl and
//! Enter make a code of what is typed and take it, Shift and
//! Enter take a code and stay for the next, Escape leaves.

mod list;
mod matching;

use crate::theme::{Theme, radius};
use crate::words::Words;
use egui::{Area, Frame, Id, Key, Margin, Modifiers, Order, Pos2, Rect, Ui, pos2};
use model::RecordId;
use model::value::Layer;
use workbench::views::CodeTreeView;

/// The width of the picker.
const WIDTH: f32 = 340.0;
/// Free space kept to the selection and to the edges of the window.
const GAP: f32 = 8.0;

/// What the picker remembers while it is open. Make a new one for each opening.
#[derive(Debug, Default)]
pub struct PickerState {
    /// What is typed.
    pub typed: String,
    /// The names of the codes that the passage got since the picker opened.
    pub taken: Vec<String>,
    /// True where a coding gets another code instead of a passage its first.
    pub recodes: bool,
    marked: usize,
    last: Option<(u64, String)>,
    folds: matching::Folds,
    choices: list::Choices,
    height: f32,
    begun: bool,
}

/// What the picker asks, and of whom.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Language and method.
    pub words: Words,
    /// The layer in which one codes: it decides the question.
    pub layer: Layer,
    /// The category under which a new code is made, where there is one.
    pub under: Option<&'a str>,
}

impl PickerState {
    /// A picker that opens with the letter that was typed to ask for it.
    #[must_use]
    pub fn new(typed: impl Into<String>) -> Self {
        Self { typed: typed.into(), ..Self::default() }
    }

    /// A picker for another code of a coding.
    #[must_use]
    pub fn for_recoding() -> Self {
        Self { recodes: true, ..Self::default() }
    }

    /// Finds anew when the tree or what is typed has changed.
    fn follow(&mut self, view: &CodeTreeView) {
        if self.last.as_ref().is_some_and(|(key, typed)| *key == view.key && *typed == self.typed) {
            return;
        }
        self.folds.update(view);
        let more = |(key, typed): &(u64, String)| *key == view.key && self.typed.starts_with(typed.as_str());
        let goes_on = self.last.as_ref().is_some_and(more);
        let before = std::mem::take(&mut self.choices.all);
        let among = goes_on.then_some(before.as_slice());
        self.choices = list::Choices::new(view, &self.folds, &self.typed, among);
        if self.last.as_ref().is_none_or(|(_, typed)| *typed != self.typed) {
            self.marked = 0;
        }
        self.last = Some((view.key, self.typed.clone()));
    }

    /// Goes on after a code was taken: what was typed for it goes.
    pub fn go_on(&mut self, label: &str) {
        self.taken.push(label.to_owned());
        self.typed.clear();
    }
}

/// How the picker ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickerAction {
    /// The selected words get this code.
    Apply(RecordId),
    /// They get a new code of this name (without outer white space, never empty).
    CreateAndApply(String),
    /// The selected words get this code, and the picker stays for another.
    ApplyAndStay(RecordId),
    /// Nothing happens.
    Close,
}

/// Draws the picker beside `at`, the place of the selected words, inside `room`.
pub fn show(
    ui: &Ui,
    view: &CodeTreeView,
    state: &mut PickerState,
    at: Rect,
    room: Rect,
    asked: Asked<'_>,
) -> Option<PickerAction> {
    let words = asked.words;
    let first = !std::mem::replace(&mut state.begun, true);
    let keys = Keys::take(ui);
    if keys.escape {
        return Some(PickerAction::Close);
    }
    state.follow(view);
    let choices = std::mem::take(&mut state.choices);
    state.marked = keys.moved(state.marked, choices.count());
    if let Some(action) = keys.answer(view, &choices, state) {
        state.choices = choices;
        return Some(action);
    }
    // The greatest height so far: the field stays where it is while the list below it grows shorter.
    state.height = state.height.max(choices.height());
    let pos = position(at, room, state.height);
    let theme = Theme::of(ui);
    let shown = Area::new(Id::unique("picker"))
        .order(Order::Foreground)
        .fixed_pos(pos)
        .constrain(false)
        .accessible_name(i18n::picker_title(words.lang, words.method()))
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(theme.paper)
                .stroke(theme.hairline())
                .corner_radius(radius::CARD)
                .inner_margin(Margin::same(8))
                .shadow(ui.visuals().popup_shadow);
            frame.show(ui, |ui| {
                ui.set_width(WIDTH - 16.0);
                list::show(ui, view, state, &choices, asked, first)
            })
        });
    state.choices = choices;
    state.height = state.height.max(shown.response.rect.height());
    let picked = shown.inner.inner;
    let outside = ui.input(|input| {
        let pressed = input.pointer.any_pressed();
        pressed && input.pointer.interact_pos().is_some_and(|pos| !shown.response.rect.contains(pos))
    });
    picked.or_else(|| (outside && !first).then_some(PickerAction::Close))
}

/// Below the words if there is room, else above, else where there is more of it, else beside them.
fn position(at: Rect, room: Rect, height: f32) -> Pos2 {
    let x = at.left().min(room.right() - WIDTH - GAP).max(room.left() + GAP);
    let below = at.bottom() + GAP;
    let above = at.top() - GAP - height;
    if below + height <= room.bottom() {
        return pos2(x, below);
    }
    if above >= room.top() {
        return pos2(x, above);
    }
    let beside =
        if at.right() + GAP + WIDTH <= room.right() { at.right() + GAP } else { at.left() - GAP - WIDTH };
    if beside >= room.left() {
        return pos2(beside, (room.bottom() - height).min(at.top()).max(room.top()));
    }
    // The words fill the screen: stand at its foot.
    pos2(x, (room.bottom() - height).max(room.top()))
}

/// The keys that the picker takes before its field sees them.
struct Keys {
    escape: bool,
    create: bool,
    stay: bool,
    enter: bool,
    down: usize,
    up: usize,
}

impl Keys {
    fn take(ui: &Ui) -> Self {
        ui.input_mut(|input| Self {
            escape: input.consume_key(Modifiers::NONE, Key::Escape),
            create: input.consume_key(Modifiers::COMMAND, Key::Enter),
            stay: input.consume_key(Modifiers::SHIFT, Key::Enter),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
            down: input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            up: input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
        })
    }

    fn moved(&self, marked: usize, count: usize) -> usize {
        (marked + self.down).saturating_sub(self.up).min(count.saturating_sub(1))
    }

    fn answer(
        &self,
        view: &CodeTreeView,
        choices: &list::Choices,
        state: &PickerState,
    ) -> Option<PickerAction> {
        let create = || choices.create.clone().map(PickerAction::CreateAndApply);
        if self.create {
            // What exists already is taken, not made twice.
            return create().or_else(|| choices.apply(view, 0));
        }
        if self.stay && !state.recodes {
            return choices.apply(view, state.marked).map(|action| match action {
                PickerAction::Apply(code) => PickerAction::ApplyAndStay(code),
                other => other,
            });
        }
        if !self.enter && !self.stay {
            return None;
        }
        choices.apply(view, state.marked).or_else(|| {
            let on_create = state.marked > 0 && state.marked == choices.found.len();
            on_create.then(create).flatten()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn the_picker_never_covers_the_words() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0));
        for top in (0..740).step_by(20) {
            for left in (0..1300).step_by(100) {
                for (width, height) in [(80.0, 27.0), (500.0, 120.0), (500.0, 300.0)] {
                    let at = Rect::from_min_size(pos2(left as f32, top as f32), vec2(width, height));
                    let at = at.intersect(room);
                    let picker = Rect::from_min_size(position(at, room, 290.0), vec2(WIDTH, 290.0));
                    assert!(!picker.intersects(at), "{at:?} under {picker:?}");
                    assert!(room.contains_rect(picker), "{picker:?}");
                }
            }
        }
    }
}

//! The reconciliation desk: the differences one after the other, the words they are about, and the decision.
//!
//! By keyboard alone: the arrows or J and K go through the differences; A, B, 2, O and N choose what is
//! decided and give the line for the reason the keyboard; Enter decides and goes on; with Shift the decision
//! is taken at once. Alt and the arrows move the end of what is agreed on by a word, with Shift its
//! beginning. P takes all passages of the same two labels together.

mod decide;
mod list;
mod marks;
mod other;
mod paper;

use super::{RoundsAction, Shown};
use crate::theme::{Theme, space};
use crate::words::Words;
use decide::Draft;
use egui::{CentralPanel, Event, Frame, Key, Margin, Modifiers, Panel, Ui};
use list::Filter;
use model::RecordId;
use model::value::Verdict;
use other::Other;
use paper::Paper;
use std::collections::BTreeSet;
use workbench::answers::reconciliation::{ItemAnswer, ReconciliationAnswer};

/// What the desk remembers.
#[derive(Debug, Default)]
pub(super) struct DeskState {
    filter: Filter,
    /// The coding that names the chosen difference.
    chosen: Option<RecordId>,
    /// Where in the list it stands: the next one takes its place once it is decided.
    at: usize,
    /// The list is to show the chosen one.
    reveal: bool,
    draft: Draft,
    /// Who is present; both coders while nobody said otherwise.
    present: Option<BTreeSet<RecordId>>,
    /// Other codes are being chosen.
    other: Option<Other>,
    /// What is being said in the discussion.
    word: String,
    paper: Paper,
    list: list::ListState,
}

/// What a frame of the desk is drawn from.
struct Scene<'a> {
    shown: Shown<'a>,
    answer: &'a ReconciliationAnswer,
    coders: [RecordId; 2],
    /// The differences in the order of the list.
    listed: Vec<&'a ItemAnswer>,
    /// The chosen one.
    item: Option<&'a ItemAnswer>,
    words: Words,
}

pub(super) fn show(
    ui: &mut Ui,
    shown: Shown<'_>,
    state: &mut DeskState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let theme = Theme::of(ui);
    let (Some(answer), Some(coders)) = (shown.view.reconciliation.as_deref(), shown.view.coders) else {
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            ui.add_space(space::PAGE);
            crate::empty::show(
                ui,
                i18n::double_coding_nothing_yet(words.lang),
                i18n::double_coding_nothing_yet_advice(words.lang),
            );
        });
        return;
    };
    let listed = state.filter.listed(answer, shown.view.accepts_other_edges);
    state.follow(&listed);
    let item = listed.iter().copied().find(|item| item.id.is_some() && item.id == state.chosen);
    let scene = Scene { shown, answer, coders, listed, item, words };
    if let Some(item) = scene.item
        && shown.transcript.is_none_or(|view| view.interview != item.interview_id)
    {
        actions.push(RoundsAction::ShowText(item.interview_id));
    }
    keys(ui, &scene, state, actions);
    let side = Frame::new().fill(theme.ground);
    Panel::left("differences").default_size(310.0).size_range(230.0..=460.0).frame(side).show(ui, |ui| {
        list::show(ui, &scene, state, actions);
    });
    let side = side.inner_margin(Margin::same(space::EDGE as i8));
    Panel::right("decision").default_size(310.0).size_range(250.0..=460.0).frame(side).show(ui, |ui| {
        decide::show(ui, &scene, state, actions);
    });
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        paper::show(ui, &scene, state);
    });
    other::show(ui, &scene, state);
}

impl DeskState {
    /// Keeps the chosen difference; where it is gone from the list, the one in its place is next.
    fn follow(&mut self, listed: &[&ItemAnswer]) {
        let found = listed.iter().position(|item| item.id.is_some() && item.id == self.chosen);
        match found {
            Some(at) => self.at = at,
            None => {
                self.at = self.at.min(listed.len().saturating_sub(1));
                self.choose(listed.get(self.at).and_then(|item| item.id));
            }
        }
    }

    fn choose(&mut self, id: Option<RecordId>) {
        if self.chosen != id {
            self.chosen = id;
            self.draft = Draft::default();
            self.other = None;
            self.reveal = true;
        }
    }

    /// Goes to another difference of the list.
    fn step(&mut self, listed: &[&ItemAnswer], by: isize) {
        let at = self.at.saturating_add_signed(by).min(listed.len().saturating_sub(1));
        self.at = at;
        self.choose(listed.get(at).and_then(|item| item.id));
    }
}

/// A press of a key: by what it means, or, for digits, by where it lies (AZERTY has them with Shift).
fn pressed(ui: &Ui, wanted: Key) -> Option<Modifiers> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. }
                if *key == wanted || wanted == Key::Num2 && *physical_key == Some(wanted) =>
            {
                Some(*modifiers)
            }
            _ => None,
        })
    })
}

/// The keys of the desk, while no field has the keyboard.
fn keys(ui: &Ui, scene: &Scene<'_>, state: &mut DeskState, actions: &mut Vec<RoundsAction>) {
    if ui.ctx().text_edit_focused() || state.other.is_some() {
        return;
    }
    let plain = |modifiers: Modifiers| !modifiers.command && !modifiers.alt;
    for (key, by) in [(Key::ArrowDown, 1), (Key::J, 1), (Key::ArrowUp, -1), (Key::K, -1)] {
        if pressed(ui, key).is_some_and(plain) {
            state.step(&scene.listed, by);
        }
    }
    let verdicts = [
        (Key::A, Verdict::First),
        (Key::B, Verdict::Second),
        (Key::Num2, Verdict::Both),
        (Key::N, Verdict::Neither),
    ];
    for (key, verdict) in verdicts {
        if let Some(modifiers) = pressed(ui, key).filter(|modifiers| plain(*modifiers)) {
            state.draft.choose(verdict);
            // On AZERTY a digit comes with Shift: only letters decide at once.
            if modifiers.shift && key != Key::Num2 {
                decide::decide(scene, state, actions);
            }
        }
    }
    if pressed(ui, Key::O).is_some_and(plain) && scene.item.is_some() {
        state.other = Some(Other::default());
    }
    if pressed(ui, Key::P).is_some_and(plain) {
        state.draft.batch = !state.draft.batch;
    }
    if pressed(ui, Key::R).is_some_and(plain) {
        state.draft.wants_reason = true;
    }
    if pressed(ui, Key::Enter).is_some_and(plain) && state.draft.verdict.is_some() {
        decide::decide(scene, state, actions);
    }
    edges(ui, scene, state);
}

/// Alt and left or right move the end of what is agreed on by a word, with Shift its beginning.
fn edges(ui: &Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let (Some(item), Some(view)) = (scene.item, scene.shown.transcript) else { return };
    if view.interview != item.interview_id {
        return;
    }
    for (key, forward) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
        let Some(modifiers) = pressed(ui, key).filter(|modifiers| modifiers.alt) else { continue };
        state.draft.move_edge(item, &view.text, modifiers.shift, forward);
    }
}

//! The step *Saturation*: the curve and who brings what on the left; on the right what is claimed, who signed,
//! and what has changed since.
//!
//! Everything that is drawn was computed before; a press sends a change of the study or asks for another view.

mod canvas;
mod claim;
mod curve;
mod form;
mod grid;
mod options;
mod threads;
mod typed_visa;

use crate::fonts;
use crate::theme::{Theme, radius, size, space};
use crate::words::Words;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};
use form::ClaimForm;
use measure_of::OrdersAsked;
use model::RecordId;
use std::collections::HashMap;
use std::path::PathBuf;
pub use typed_visa::TypedVisa;
use workbench::command::Command;
use workbench::command::review::ReviewCommand;
use workbench::desk::OrdersTold;
use workbench::views::{SaturationShowing, SaturationView};

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum SaturationAction {
    /// A change of the study.
    Run(Command),
    /// Another level, order, or way of counting.
    Ask(SaturationShowing),
    /// The first passage of a code in an interview is to be shown.
    GoTo {
        /// The interview.
        interview: RecordId,
        /// The code.
        code: RecordId,
    },
    /// An interview is to be opened.
    Open(RecordId),
    /// Other orders of the interviews are to be tried.
    TryOrders(OrdersAsked),
    /// The sheet of a claim is wanted.
    Sheet(RecordId),
    /// The replies to a review page are to be taken in.
    TakeReplies,
    /// The file is wanted that a visa is typed from.
    Proof,
    /// A visa that was given elsewhere.
    TypeVisa(TypedVisa),
}

/// What is asked of other orders.
pub mod measure_of {
    use std::sync::Arc;
    use workbench::saturation::{Claim, Guest, Incidence};

    /// The grid, Guest's rule and the claim; the number comes back with the answer.
    #[derive(Debug, Clone)]
    pub struct OrdersAsked {
        /// Names the question.
        pub number: u64,
        /// Which code is in which interview.
        pub incidence: Arc<Incidence>,
        /// Base, run and threshold.
        pub guest: Guest,
        /// The claim, where there is one.
        pub claim: Option<Claim>,
    }
}

/// What the page remembers.
#[derive(Debug, Default)]
pub struct SaturationState {
    /// The interview that is looked at, by its place.
    chosen: Option<usize>,
    /// The dates are shown instead of the grid.
    dates: bool,
    form: Option<ClaimForm>,
    /// A visa that is being typed in.
    typed: Option<TypedVisa>,
    refusal: Option<String>,
    answers: HashMap<RecordId, String>,
    /// The question about orders that was asked last, for which state of the page.
    asked: Option<(u64, u64)>,
    told: Option<OrdersTold>,
}

impl SaturationState {
    /// Comments that were written and not sent, and what was written of a claim: whoever wrote them leaves.
    pub fn unsent(&mut self) -> Vec<Command> {
        let form = self.form.take().map(|form| form.unsent()).unwrap_or_default();
        let written = std::mem::take(&mut self.answers).into_iter();
        let written = written.filter(|(_, text)| !text.trim().is_empty());
        let written = written.map(|(about, text)| ReviewCommand::Comment { about, text }.into());
        form.into_iter().chain(written).collect()
    }

    /// The file was chosen that a visa is typed from.
    pub fn receive_proof(&mut self, path: PathBuf) {
        if let Some(typed) = &mut self.typed {
            typed.proof = Some(path);
        }
    }

    /// Takes the answer about other orders.
    pub fn receive(&mut self, number: u64, told: OrdersTold) {
        if self.asked.is_some_and(|(asked, _)| asked == number) {
            self.told = Some(told);
        }
    }

    /// True while other orders are being tried.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.asked.is_some() && self.told.is_none()
    }
}

/// Narrower than this, the claim stands under the curve.
const SIDE_FROM: f32 = 860.0;

/// Draws the step.
pub fn show(
    ui: &mut Ui,
    view: &SaturationView,
    showing: &SaturationShowing,
    state: &mut SaturationState,
    words: Words,
) -> Vec<SaturationAction> {
    let mut actions = Vec::new();
    ask_orders(view, showing, state, &mut actions);
    let theme = Theme::of(ui);
    let ground = Frame::new().fill(theme.ground).inner_margin(Margin::same(space::EDGE as i8));
    let wide = ui.available_width() >= SIDE_FROM;
    if wide {
        let most = (ui.available_width() * 0.42).clamp(300.0, 440.0);
        Panel::right("saturation-claim").default_size(360.0).size_range(290.0..=most).frame(ground).show(
            ui,
            |ui| {
                ScrollArea::vertical().id_salt("claim").auto_shrink(false).show(ui, |ui| {
                    claim::show(ui, view, state, words, &mut actions);
                });
            },
        );
    }
    CentralPanel::default().frame(ground).show(ui, |ui| {
        ScrollArea::vertical().id_salt("curve").auto_shrink(false).show(ui, |ui| {
            curve::show(ui, view, showing, state, words, &mut actions);
            grid::show(ui, view, state, words, &mut actions);
            if !wide {
                claim::show(ui, view, state, words, &mut actions);
            }
        });
    });
    if let Some(mut form) = state.form.take()
        && !form.show(ui, view, showing, words, &mut actions)
    {
        state.form = Some(form);
    }
    actions
}

/// Asks anew whenever the page has changed.
fn ask_orders(
    view: &SaturationView,
    showing: &SaturationShowing,
    state: &mut SaturationState,
    actions: &mut Vec<SaturationAction>,
) {
    if view.interviews.is_empty() || state.asked.is_some_and(|(_, key)| key == view.key) {
        return;
    }
    let number = state.asked.map_or(1, |(number, _)| number + 1);
    state.asked = Some((number, view.key));
    state.told = None;
    let (base, run, percent) = showing.guest;
    let guest = workbench::saturation::Guest { base, run, threshold_percent: f64::from(percent) };
    let claim = view.figure.claim.map(|(at, confirm)| workbench::saturation::Claim { at, confirm });
    let incidence = std::sync::Arc::clone(&view.incidence);
    actions.push(SaturationAction::TryOrders(OrdersAsked { number, incidence, guest, claim }));
}

/// A card with a heading; what stands at the right of it is drawn by `aside`.
fn card(ui: &mut Ui, title: &str, aside: impl FnOnce(&mut Ui), inner: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let frame = Frame::new()
        .fill(theme.paper)
        .stroke(theme.hairline())
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(16))
        .outer_margin(Margin { bottom: 14, ..Margin::ZERO });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(title).font(fonts::semibold(size::TITLE)).color(theme.ink));
            ui.add_space(space::SMALL);
            aside(ui);
        });
        ui.add_space(space::TIGHT);
        inner(ui);
    });
}

/// Quiet words, wrapped.
fn quiet(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).font(fonts::regular(size::SMALL)).color(theme.mute));
}

/// Words to read.
fn said(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).font(fonts::regular(size::BODY)).color(theme.ink));
}

/// A name with what is said of it at the right.
fn pair(ui: &mut Ui, name: &str, value: &str) {
    let theme = Theme::of(ui);
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() * 0.58).max(80.0);
        let label = egui::Label::new(RichText::new(name).color(theme.mute)).wrap();
        ui.allocate_ui_with_layout(egui::vec2(width, 0.0), egui::Layout::top_down(egui::Align::LEFT), |ui| {
            ui.set_width(width);
            ui.add(label);
        });
        ui.with_layout(egui::Layout::top_down(egui::Align::RIGHT), |ui| {
            ui.add(
                egui::Label::new(RichText::new(value).font(fonts::medium(size::BODY)).color(theme.ink))
                    .wrap(),
            );
        });
    });
    let (line, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 3.0), egui::Sense::hover());
    ui.painter().hline(line.x_range(), line.center().y, theme.hairline());
}

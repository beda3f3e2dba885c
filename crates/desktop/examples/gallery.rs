//! A window with made-up data, to look at the panels beside one another:
//! `gallery [dark] [fold] [picker] [dense]`.

#[allow(dead_code, clippy::unwrap_used)] // the gallery shows what the tests use
#[path = "../tests/support/mod.rs"]
mod support;

use desktop::codes_panel::{self, CodesPanelState};
use desktop::passages_panel::{self, PassagesPanelState};
use desktop::picker::{self, PickerState};
use desktop::transcript::{self, TranscriptAction, TranscriptState};
use desktop::{Words, interviews_panel, rail, status_bar, theme, top_bar};
use egui::{Frame, Panel, Ui};
use support::{codes, interview, window};
use workbench::views::{CodeTreeView, CodingView, Step, TranscriptView};

struct Gallery {
    view: TranscriptView,
    tree: CodeTreeView,
    state: TranscriptState,
    codes: CodesPanelState,
    passages: PassagesPanelState,
    picker: Option<PickerState>,
    folded: bool,
}

impl Gallery {
    fn new(arguments: &[String]) -> Self {
        let wants = |word: &str| arguments.iter().any(|argument| argument == word);
        let mut view = interview::interview();
        if wants("dense") {
            view.codings = dense(&view).into();
        }
        let mut state = TranscriptState::default();
        if wants("picker") {
            let words = "si on peut grouper avec les courses du samedi";
            let start = view.text.find(words).map_or(0, |byte| view.text[..byte].chars().count());
            state.select(start..start + words.chars().count());
        }
        let mut codes = CodesPanelState::default();
        codes.choose(interview::id(1001));
        Self {
            view,
            tree: codes::tree(),
            state,
            codes,
            passages: PassagesPanelState::default(),
            picker: wants("picker").then(|| PickerState::new("grou")),
            folded: wants("fold"),
        }
    }

    fn bars(&mut self, ui: &mut Ui, words: Words) {
        let theme = theme::Theme::of(ui);
        let bar = Frame::new().fill(theme.panel);
        Panel::top("top").exact_size(top_bar::HEIGHT).frame(bar).show(ui, |ui| {
            top_bar::show(ui, &window::top(), words, |ui| {
                let _ = ui.button("…");
            });
        });
        Panel::bottom("status").exact_size(status_bar::HEIGHT).frame(bar).show(ui, |ui| {
            status_bar::show(ui, &window::status(), words);
        });
        let width = if self.folded { rail::FOLDED_WIDTH } else { rail::WIDTH };
        Panel::left("rail").exact_size(width).resizable(false).frame(bar).show(ui, |ui| {
            for action in rail::show(ui, &window::rail(), Step::Interviews, self.folded, words) {
                if action == rail::RailAction::ToggleFolded {
                    self.folded = !self.folded;
                }
            }
        });
    }

    fn right(&mut self, ui: &mut Ui, words: Words) {
        let theme = theme::Theme::of(ui);
        Panel::right("codes").default_size(290.0).frame(Frame::new().fill(theme.ground)).show(ui, |ui| {
            Panel::bottom("passages").default_size(300.0).resizable(true).frame(Frame::new()).show(
                ui,
                |ui| {
                    let view = window::passages();
                    for action in passages_panel::show(ui, Some(&view), &mut self.passages, words) {
                        let passages_panel::PassagesAction::GoTo { range, .. } = action;
                        self.state.scroll_to(range);
                    }
                },
            );
            for action in codes_panel::show(ui, &self.tree, &mut self.codes, words) {
                eprintln!("{action:?}");
            }
        });
    }

    fn text(&mut self, ui: &mut Ui, words: Words) {
        egui::CentralPanel::no_frame().show(ui, |ui| {
            let room = ui.max_rect();
            for action in transcript::show(ui, &self.view, &mut self.state, words.lang).actions {
                eprintln!("{action:?}");
                if let TranscriptAction::PickerRequested { typed, .. } = action {
                    self.picker = Some(PickerState::new(typed));
                }
            }
            let Some(at) = self.state.selection_rect() else { return };
            if let Some(state) = &mut self.picker
                && let Some(action) = picker::show(
                    ui,
                    &self.tree,
                    state,
                    at,
                    room,
                    picker::Asked { words, layer: Default::default(), under: None },
                )
            {
                eprintln!("{action:?}");
                self.picker = None;
                self.state.request_focus();
            }
        });
    }
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let words = Words::default();
        self.bars(ui, words);
        let theme = theme::Theme::of(ui);
        let list = Frame::new().fill(theme.ground);
        Panel::left("interviews").default_size(interviews_panel::WIDTH).frame(list).show(ui, |ui| {
            let mut state = interviews_panel::InterviewsPanelState::default();
            interviews_panel::show(ui, &window::interviews(), Some(interview::id(3)), &mut state, words);
        });
        self.right(ui, words);
        self.text(ui, words);
    }
}

/// The invented codings, and many more: six and more over every word, thirty over one.
fn dense(view: &TranscriptView) -> Vec<CodingView> {
    let length = view.text.chars().count();
    let model = view.codings[0].clone();
    let mut codings = view.codings.to_vec();
    let mut add = |start: usize, end: usize| {
        let number = codings.len();
        codings.push(CodingView {
            id: interview::id(2000 + number as u128),
            label: format!("étiquette numéro {number}").into(),
            hue: (number * 5 % 42) as u16,
            start,
            end: end.min(length),
            ..model.clone()
        });
    };
    for lane in 0..6 {
        let step = 170 + 60 * lane;
        (0..length / step).for_each(|at| add(at * step, (at + 1) * step));
    }
    (0..30).for_each(|at| add(1500 - 8 * at, 1520 + 9 * at));
    codings
}

fn main() -> eframe::Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let dark = arguments.iter().any(|argument| argument == "dark");
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        ..eframe::NativeOptions::default()
    };
    let build: eframe::AppCreator<'_> = Box::new(move |cc| {
        theme::install(&cc.egui_ctx);
        cc.egui_ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
        Ok(Box::new(Gallery::new(&arguments)))
    });
    eframe::run_native("gallery", options, build)
}

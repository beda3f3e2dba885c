//! A window with made-up data, to look at the panels: `gallery [dark] [transcript]`.

#[allow(dead_code, clippy::unwrap_used)]
#[path = "../tests/support/mod.rs"]
mod support;

use desktop::{theme, transcript};
use eframe::NativeOptions;
use workbench::views::TranscriptView;

struct Gallery {
    view: TranscriptView,
    state: transcript::TranscriptState,
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::no_frame().show(ui, |ui| {
            let output = transcript::show(ui, &self.view, &mut self.state, i18n::Lang::Fr);
            for action in output.actions {
                eprintln!("{action:?}");
            }
        });
    }
}

fn main() -> eframe::Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let dark = arguments.iter().any(|argument| argument == "dark");
    let options = NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        ..NativeOptions::default()
    };
    eframe::run_native(
        "gallery",
        options,
        Box::new(move |cc| {
            theme::install(&cc.egui_ctx);
            cc.egui_ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
            Ok(Box::new(Gallery { view: support::interview::interview(), state: Default::default() }))
        }),
    )
}

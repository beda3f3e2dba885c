//! How long one frame of the transcript takes: 200,000 words, 5,000 codings, six of them or more over every
//! word and thirty over one. Without a window: layout, drawing and tessellation, no graphics card.
//!
//! `cargo bench -p desktop --bench transcript` prints the median and the 95th percentile in milliseconds.
#![allow(clippy::print_stdout)]

#[allow(dead_code)] // the bench makes its own text
#[path = "../tests/support/mod.rs"]
mod support;

use desktop::theme;
use desktop::transcript::{self, TranscriptState};
use egui::{Context, Event, RawInput, Rect, pos2, vec2};
use model::value::SpeakerRole;
use std::time::Instant;
use support::interview::{id, interview};
use workbench::views::{CodingView, TranscriptView, TurnView};

const WORDS: usize = 200_000;
const CODINGS: usize = 5_000;
const DEPTH: usize = 6;
const FRAMES: usize = 400;

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn text(numbers: &mut Numbers) -> (String, Vec<TurnView>) {
    let vocabulary: Vec<&str> =
        "je on c’est pas la route alors parce que docteur voilà enfin ordonnance bus samedi \
        hôpital échographie quarante minutes difficulté maison médicale fille visite quand même oui peut-être"
            .split_whitespace()
            .collect();
    let (mut text, mut turns, mut words) = (String::new(), Vec::new(), 0);
    while words < WORDS {
        let asks = turns.len() % 2 == 0;
        let length = if asks { 4 + numbers.below(14) } else { 20 + numbers.below(150) };
        let label = if asks { "CL" } else { "EMG 3" };
        text.push_str(&format!("{label} : "));
        let start = text.chars().count();
        for at in 0..length {
            text.push_str(vocabulary[numbers.below(vocabulary.len())]);
            text.push_str(if at + 1 == length { "." } else { " " });
        }
        let role = if asks { SpeakerRole::Interviewer } else { SpeakerRole::Participant };
        let end = text.chars().count();
        turns.push(TurnView { label: label.into(), role, start, end, time: Some("12:04".into()) });
        text.push('\n');
        words += length;
    }
    (text, turns)
}

/// `DEPTH` chains of passages that cover the text without a hole, thirty more around one place.
fn codings(length: usize, numbers: &mut Numbers) -> Vec<CodingView> {
    let model = interview().codings[0].clone();
    let mut spans = Vec::new();
    let mean = length * DEPTH / (CODINGS - 30);
    for _ in 0..DEPTH {
        let mut start = 0;
        while start < length {
            let end = (start + mean / 2 + numbers.below(mean)).min(length);
            spans.push((start, end));
            start = end;
        }
    }
    let middle = length / 2;
    spans.extend((0..30).map(|n| (middle - 40 * (n + 1), middle + 30 * (n + 1))));
    let one = |(n, (start, end)): (usize, (usize, usize))| CodingView {
        id: id(n as u128),
        hue: (n * 7 % 40) as u16,
        label: format!("étiquette numéro {}", n % 200).into(),
        start,
        end,
        ..model.clone()
    };
    spans.into_iter().enumerate().map(one).collect()
}

struct Bench {
    ctx: Context,
    view: TranscriptView,
    state: TranscriptState,
    time: f64,
}

impl Bench {
    fn new(view: TranscriptView, accesskit: bool) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        if accesskit {
            ctx.enable_accesskit();
        }
        let mut bench = Self { ctx, view, state: TranscriptState::default(), time: 0.0 };
        // Reading the typefaces belongs to the start of the program, not to the first transcript.
        let full = std::mem::replace(&mut bench.view, interview());
        bench.frame(1400.0, Vec::new());
        bench.view = full;
        bench.state = TranscriptState::default();
        bench
    }

    /// One frame, in milliseconds.
    fn frame(&mut self, width: f32, events: Vec<Event>) -> f64 {
        let begun = Instant::now();
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let (view, state) = (&self.view, &mut self.state);
        let output = self.ctx.run_ui(input, |ui| {
            transcript::show(ui, view, state, i18n::Lang::Fr);
        });
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        assert!(!meshes.is_empty(), "something was drawn");
        begun.elapsed().as_secs_f64() * 1000.0
    }

    fn run(&mut self, name: &str, mut step: impl FnMut(&mut Self, usize) -> f64) {
        let mut times: Vec<f64> = (0..FRAMES).map(|at| step(self, at)).collect();
        times.sort_by(f64::total_cmp);
        let share = |part: f64| times[(times.len() as f64 * part) as usize];
        println!("{name:<34} p50 {:6.2}  p95 {:6.2}  max {:6.2}", share(0.5), share(0.95), times[FRAMES - 1]);
    }
}

fn wheel(points: f32) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: egui::Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos2(500.0, 400.0)), wheel]
}

fn main() {
    let mut numbers = Numbers(7);
    let (text, turns) = text(&mut numbers);
    let length = text.chars().count();
    let codings = codings(length, &mut numbers);
    println!("{WORDS} words, {length} characters, {} turns, {} codings", turns.len(), codings.len());
    let view = TranscriptView {
        turns: turns.into(),
        codings: codings.into(),
        ..TranscriptView::bare(id(3), 9, "EMG 3", text)
    };
    for accesskit in [false, true] {
        println!("\naccessibility tree {}", if accesskit { "on" } else { "off" });
        let mut bench = Bench::new(view.clone(), accesskit);
        println!("{:<34}     {:6.2}", "first frame", bench.frame(1400.0, Vec::new()));
        let scrolled = |at: usize| if at % 10 == 9 { 1200.0 } else { 40.0 };
        bench.run("scrolling, jumps of a screen", |bench, at| bench.frame(1400.0, wheel(scrolled(at))));
        let anywhere = |at: usize| at * 7919 % 1000 * length / 1000;
        bench.run("to another place in each frame", |bench, at| {
            bench.state.scroll_to(anywhere(at)..anywhere(at) + 40);
            bench.frame(1400.0, Vec::new())
        });
        bench.state.scroll_to(length / 2..length / 2 + 1);
        bench.run("thirty codings, standing", |bench, _| bench.frame(1400.0, Vec::new()));
        bench.run("thirty codings, selecting", |bench, at| {
            bench.state.select(length / 2 - at..length / 2 + at);
            bench.frame(1400.0, Vec::new())
        });
        bench.run("another width in each frame", |bench, at| {
            bench.frame(640.0 + (at % 50) as f32, Vec::new())
        });
        bench.run("another coding in each frame", |bench, _| {
            bench.view.key += 1;
            bench.frame(1400.0, Vec::new())
        });
    }
}

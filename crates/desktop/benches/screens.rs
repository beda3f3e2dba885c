//! How long one frame of each screen takes in a large study (200 interviews, 20,000 codings, 1,000 codes), how
//! long a key in the picker takes over its codes, and whether a still window draws at all. Without a window:
//! layout, drawing and tessellation on the processor, no graphics card.
//!
//! `cargo bench -p desktop --bench screens` prints the median, the 95th percentile and the longest time in
//! milliseconds.
#![allow(clippy::print_stdout, clippy::unwrap_used)] // a bench that finds nothing to measure has failed

use desktop::app::{App, Options, Remembered};
use desktop::picker::{self, Asked, PickerState};
use desktop::theory::{self, TheoryState};
use desktop::{Words, theme};
use egui::{Context, Event, Key, Modifiers, RawInput, Rect, ViewportId, pos2, vec2};
use model::value::{Layer, Level};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};
use workbench::generate::{Plan, generate};
use workbench::schema::{Arrow, Drawing, Head, NodeBox};
use workbench::screen::TheoryShowing;
use workbench::views::theory::{
    BoardColumn, BoardView, CardView, PageView, SchemaView, SortingView, TheoryPage, TheoryView,
};
use workbench::views::{CodeRow, CodeTreeView};

const FRAMES: usize = 300;
const SIZE: egui::Vec2 = vec2(1366.0, 768.0);

struct Window {
    ctx: Context,
    app: App,
    time: f64,
    /// After how long the last frame wanted another.
    again: Duration,
}

impl Window {
    fn open(project: std::path::PathBuf) -> Window {
        let ctx = Context::default();
        let options = Options { project: Some(project), ..Options::default() };
        let app = App::new(&ctx, options, Remembered::default());
        Window { ctx, app, time: 0.0, again: Duration::ZERO }
    }

    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.show(ui));
        output.textures_delta.clear();
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        assert!(!meshes.is_empty(), "something was drawn");
        self.again =
            output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |out| out.repaint_delay);
        took
    }

    fn settle(&mut self) {
        for _ in 0..40 {
            self.frame(Vec::new());
            while self.app.is_busy() {
                std::thread::sleep(Duration::from_millis(2));
                self.frame(Vec::new());
            }
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)]);
        self.settle();
    }
}

fn report(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let share = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!("{name:<34} p50 {:6.2}  p95 {:6.2}  max {:6.2}", share(0.5), share(0.95), share(1.0));
}

fn wheel(at: usize) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, if at % 10 == 9 { -600.0 } else { -40.0 }),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(pos2(620.0 + (at % 7) as f32, 400.0)), wheel]
}

fn screens(project: std::path::PathBuf) {
    let begun = Instant::now();
    let mut window = Window::open(project);
    window.settle();
    println!("{:<34}     {:6.0} ms", "opened and shown", begun.elapsed().as_secs_f64() * 1000.0);
    let digits =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    for (number, key) in (1..).zip(digits) {
        window.press(Modifiers::ALT, key);
        report(&format!("step {number}, standing"), (0..FRAMES).map(|_| window.frame(Vec::new())).collect());
        report(&format!("step {number}, scrolling"), (0..FRAMES).map(|at| window.frame(wheel(at))).collect());
    }
    window.press(Modifiers::ALT, Key::Num2);
    window.frame(vec![Event::PointerGone]);
    window.settle();
    let again = window.again;
    println!("{:<34} {}", "a still window draws", if again == Duration::MAX { "nothing" } else { "again" });
}

fn tree(codes: usize) -> CodeTreeView {
    let words = ["route", "échec", "porter", "soin", "famille", "renoncer", "attendre", "voisine", "pleins"];
    let row = |at: usize| CodeRow {
        id: model::RecordId(uuid::Uuid::from_u128(at as u128 + 1)),
        depth: usize::from(!at.is_multiple_of(20)),
        level: Level::Label,
        label: format!("{} {} {at}", words[at % 9], words[at / 9 % 9]).into(),
        path: if at.is_multiple_of(20) { "" } else { "Une catégorie au nom assez long" }.into(),
        definition: "Ce que la personne dit du chemin, du temps et de ce qu’il coûte à son entourage.".into(),
        hue: (at % 42) as u16,
        in_vivo: false,
        own: at % 31,
        total: at % 31,
        participants: 3,
        layer: Layer::Experiential,
        favourite: None,
    };
    CodeTreeView { key: 1, in_vivo: 0, rows: (0..codes).map(row).collect::<Vec<_>>().into() }
}

/// From a key to the picture with the codes found: what one more letter costs beyond a frame without one.
fn picker_keys() {
    let (ctx, view, mut state) = (Context::default(), tree(1000), PickerState::default());
    theme::install(&ctx);
    let asked = Asked { words: Words::default(), layer: Layer::Experiential, under: None };
    let mut frame = |events: Vec<Event>, time: usize| {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE));
        let input = RawInput { screen_rect, time: Some(time as f64 / 60.0), events, ..RawInput::default() };
        let begun = Instant::now();
        let at = Rect::from_min_size(pos2(500.0, 300.0), vec2(120.0, 27.0));
        let mut output = ctx.run_ui(input, |ui| {
            picker::show(ui, &view, &mut state, at, ui.max_rect(), asked);
        });
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point);
        begun.elapsed().as_secs_f64() * 1000.0
    };
    for at in 0..30 {
        frame(Vec::new(), at);
    }
    report("picker, standing", (0..FRAMES).map(|at| frame(Vec::new(), 30 + at)).collect());
    let letters: Vec<char> = "porter route échec ".chars().collect();
    let typed = |at: usize| vec![Event::Text(letters[at % letters.len()].to_string())];
    report("picker, a letter over 1,000 codes", (0..60).map(|at| frame(typed(at), 400 + at)).collect());
}

fn id(number: usize) -> model::RecordId {
    model::RecordId(uuid::Uuid::from_u128(number as u128 + 1))
}

/// A board with 1,000 cards: 400 in no column, the others in 25.
fn board() -> TheoryView {
    let card = |at: usize| CardView {
        id: id(at),
        label: format!("ce que la personne dit du chemin, carte {at}").into(),
        in_vivo: at.is_multiple_of(9),
        hue: (at % 42) as u16,
        total: at % 31,
        below: 0,
        definition: "Une définition".into(),
        a_priori: None,
    };
    let column = |at: usize| BoardColumn {
        id: id(10_000 + at),
        name: format!("une propriété {at}").into(),
        above: "Le coût du chemin".into(),
        level: Level::Property,
        cards: (400 + at * 24..400 + (at + 1) * 24).map(card).collect(),
    };
    let board = BoardView {
        cards: Level::Label,
        columns_level: Level::Property,
        unsorted: (0..400).map(card).collect(),
        columns: (0..25).map(column).collect(),
    };
    TheoryView { key: 1, page: PageView::Sorting(Arc::new(SortingView { boards: [board].into() })) }
}

/// A schema with 200 boxes and 300 arrows, a third of them in dashes.
fn schema() -> TheoryView {
    let at = |n: usize| ((n % 20) as f32 * 260.0, (n / 20) as f32 * 130.0);
    let node = |n: usize| NodeBox {
        code: id(n),
        at: at(n),
        size: (180.0, 54.0),
        lines: vec!["Renoncer sans".into(), format!("le dire {n}")],
        level: Level::Category,
        hue: (n % 42) as u16,
    };
    let arrow = |n: usize| {
        let (from, to) = (n % 200, (n * 7 + 3) % 200);
        let (a, b) = (at(from), at(to));
        let middle = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        Arrow {
            relation: id(20_000 + n),
            ends: (id(from), id(to)),
            through: None,
            aside: (0.0, 0.0),
            from: a,
            bend: middle,
            to: b,
            tail: Head::None,
            head: Head::Point,
            label: "condition causale".into(),
            label_at: middle,
            label_part: 0.5,
            evidence: (3, 1),
            dashed: n.is_multiple_of(3),
        }
    };
    let drawing = Drawing {
        title: "Deux cents".into(),
        boxes: (0..200).map(node).collect(),
        arrows: (0..300).map(arrow).collect(),
        notes: Vec::new(),
        frames: Vec::new(),
        area: (-100.0, -40.0, 5200.0, 1300.0),
    };
    let view = SchemaView { open: Some(id(0)), drawing: Some(Arc::new(drawing)), ..SchemaView::default() };
    TheoryView { key: 1, page: PageView::Schema(Arc::new(view)) }
}

/// The time that this thread was on a processor, in milliseconds: other programs do not count. Told to a few
/// milliseconds, by Linux only.
fn processor_ms() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e6)
}

/// A page of the way to a theory: standing, and with the button held while the pointer goes about.
fn theory_page(name: &str, view: &TheoryView, page: TheoryPage, grasp: egui::Pos2) {
    let (ctx, codes, mut state) = (Context::default(), CodeTreeView::default(), TheoryState::default());
    theme::install(&ctx);
    let showing = TheoryShowing { page, ..TheoryShowing::default() };
    let mut frame = |events: Vec<Event>, time: usize| {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE));
        let input = RawInput { screen_rect, time: Some(time as f64 / 60.0), events, ..RawInput::default() };
        let begun = Instant::now();
        let mut output = ctx.run_ui(input, |ui| {
            theory::show(ui, view, &codes, &showing, &mut state, Words::default());
        });
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point);
        begun.elapsed().as_secs_f64() * 1000.0
    };
    for at in 0..30 {
        frame(Vec::new(), at);
    }
    let own = |before: Option<f64>| {
        let after = processor_ms().zip(before).map(|(after, before)| (after - before) / FRAMES as f64);
        println!("{:<34} {:10.2} a frame", "  on a processor", after.unwrap_or_default());
    };
    let before = processor_ms();
    report(&format!("{name}, standing"), (0..FRAMES).map(|at| frame(Vec::new(), 30 + at)).collect());
    own(before);
    let button = egui::PointerButton::Primary;
    let press = Event::PointerButton { pos: grasp, button, pressed: true, modifiers: Modifiers::NONE };
    frame(vec![Event::PointerMoved(grasp), press], 400);
    let moved = |at: usize| {
        let turn = at as f32 / 20.0;
        vec![Event::PointerMoved(grasp + vec2(220.0 * turn.sin(), 160.0 * (turn * 1.3).cos()))]
    };
    let before = processor_ms();
    report(&format!("{name}, carrying"), (0..FRAMES).map(|at| frame(moved(at), 401 + at)).collect());
    own(before);
}

fn main() {
    picker_keys();
    theory_page("board of 1,000 cards", &board(), TheoryPage::Sorting, pos2(120.0, 300.0));
    theory_page("schema of 200 boxes", &schema(), TheoryPage::Schema, pos2(683.0, 420.0));
    let folder = std::env::temp_dir().join(format!("ancrage-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let number = |number: u32| NonZeroU32::new(number).unwrap();
    let plan = Plan {
        interviews: number(200),
        words: number(6000),
        codes: number(1000),
        codings: 20_000,
        coders: number(1),
        seed: 7,
    };
    let project = folder.join("grande.ancrage");
    generate(&project, &plan, |_, _| ()).unwrap();
    screens(project);
    std::fs::remove_dir_all(&folder).unwrap();
}

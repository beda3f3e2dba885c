//! Panels draw and send: looking at a study changes nothing of it.

use crate::window::Desk;
use egui::{Event, pos2};

#[test]
fn drawing_changes_no_byte_of_the_study() {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    let before = std::fs::read(desk.path("exemple.ancrage")).unwrap();
    for step in 0..60_u8 {
        let at = pos2(200.0 + 17.0 * f32::from(step), 80.0 + 10.0 * f32::from(step));
        desk.harness.event(Event::PointerMoved(at));
        desk.harness.run_steps(1);
    }
    desk.settle();
    assert_eq!(std::fs::read(desk.path("exemple.ancrage")).unwrap(), before);
}

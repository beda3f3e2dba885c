//! No word of the interface is cut or runs out of its place: French and English, at 100 % and 200 %.
//!
//! Names that somebody gave (codes, interviews, quotes) may be shortened where there is little room; they are
//! whole when pointed at. Words of the program may not.

use crate::window::{Desk, STEPS, fixture};
use egui::epaint::{Shape, TextShape};
use egui::{Key, Modifiers, Rect};
use std::collections::BTreeSet;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// Every text that is drawn, with the place that it is drawn in.
fn texts(desk: &Desk<'_>) -> Vec<(Rect, TextShape)> {
    fn gather(clip: Rect, shape: &Shape, found: &mut Vec<(Rect, TextShape)>) {
        match shape {
            Shape::Text(text) => found.push((clip, text.clone())),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(clip, shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for drawn in &desk.harness.output().shapes {
        gather(drawn.clip_rect, &drawn.shape, &mut found);
    }
    found
}

/// The texts that were shortened, or stand partly outside of their place to the right.
fn cut(desk: &Desk<'_>) -> BTreeSet<String> {
    let outside = |clip: Rect, text: &TextShape| {
        let rect = text.visual_bounding_rect();
        // What is scrolled out of sight as a whole is not cut.
        clip.intersects(rect) && clip.height() > 2.0 && rect.right() > clip.right() + 1.5
    };
    let cut = texts(desk).into_iter().filter(|(clip, text)| text.galley.elided || outside(*clip, text));
    cut.map(|(_, text)| text.galley.text().to_owned()).collect()
}

/// What the study itself says: names of codes, interviews, memos; anything quoted.
fn names(desk: &Desk<'_>) -> Vec<String> {
    let engine =
        workbench::Engine::open_read_only(&desk.path("exemple.ancrage"), workbench::Env::system()).unwrap();
    let seen = engine.seen();
    let codes = seen.codes().into_iter().map(|code| code.name.clone());
    let memos = seen.memos().into_iter().map(|memo| memo.title.to_owned());
    let interviews = seen.interviews().into_iter().map(|interview| interview.name.to_owned());
    let study = seen.study_facts().map(|facts| facts.title.to_owned());
    codes.chain(study).chain(memos).chain(interviews).filter(|name| !name.is_empty()).collect()
}

fn check(desk: &Desk<'_>, names: &[String], place: &str, faults: &mut Vec<String>) {
    let given = |text: &String| {
        text.contains(['«', '“', '/', '…']) || names.iter().any(|name| text.contains(name.as_str()))
    };
    let left = cut(desk).into_iter().filter(|text| !given(text) && !text.trim().is_empty());
    faults.extend(left.map(|text| format!("{place}: {text}")));
}

/// The sheets that a key opens.
const SHEETS: [(&str, Modifiers, Key); 6] = [
    ("palette", CTRL, Key::K),
    ("keys", NONE, Key::F1),
    ("backups", CTRL, Key::B),
    ("go to turn", CTRL, Key::G),
    ("mask", Modifiers { shift: true, ..CTRL }, Key::M),
    ("memo", NONE, Key::F4),
];

#[test]
fn no_word_of_the_interface_is_cut() {
    let mut desk = Desk::new();
    desk.settle();
    let mut faults = Vec::new();
    check(&desk, &[], "welcome", &mut faults);
    desk.click("Découvrir avec l’étude d’exemple");
    desk.wait_for("EMG 8");
    desk.who("Claire L.");
    desk.settle();
    let names = names(&desk);
    for english in [false, true] {
        if english {
            desk.key(CTRL, Key::K);
            desk.types("Changer de langue");
            desk.key(NONE, Key::Enter);
            desk.wait_for("Interviews");
        }
        for zoomed in [false, true] {
            desk.key(CTRL, Key::Num0);
            for _ in 0..if zoomed { 10 } else { 0 } {
                desk.key(CTRL, Key::Plus);
            }
            let look =
                format!("{} at {} %", if english { "en" } else { "fr" }, if zoomed { 200 } else { 100 });
            for (number, key) in STEPS.into_iter().enumerate() {
                desk.key(Modifiers::ALT, key);
                desk.settle();
                check(&desk, &names, &format!("step {}, {look}", number + 1), &mut faults);
                // Enlarged, their tables scroll sideways.
                let tabs = desk.tabs();
                for tab in tabs.iter().filter(|_| !zoomed) {
                    desk.tab(tab);
                    check(&desk, &names, &format!("{tab}, {look}"), &mut faults);
                }
                if let Some(first) = tabs.first() {
                    desk.tab(first);
                }
            }
            desk.key(Modifiers::ALT, Key::Num2);
            for (sheet, modifiers, key) in SHEETS {
                desk.key(modifiers, key);
                desk.settle();
                check(&desk, &names, &format!("{sheet}, {look}"), &mut faults);
                desk.key(NONE, Key::Escape);
                desk.settle();
            }
            desk.drop_files(&[&fixture("EMG 2.docx")]);
            desk.settle();
            desk.harness.run_steps(30);
            check(&desk, &names, &format!("import, {look}"), &mut faults);
            desk.key(NONE, Key::Escape);
            desk.settle();
            desk.key(Modifiers::ALT, Key::Num1);
            desk.settle();
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

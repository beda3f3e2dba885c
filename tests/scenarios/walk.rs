//! A walk over every screen: no control without a name, every command within reach of the keyboard, nothing
//! beyond the edge of the window at 100 % and at 200 %.

use crate::window::{Desk, STEPS};
use desktop::commands::UiCommand;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use i18n::Lang;
use workbench::views::Step;

/// What takes a press, a text or a choice.
fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::RadioButton
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::ComboBox
            | Role::Slider
            | Role::ListBoxOption
            | Role::TreeItem
            | Role::MenuItem
            | Role::Link
            | Role::Tab
    )
}

/// Everything wrong with the controls on the screen.
fn faults(desk: &Desk<'_>, place: &str) -> Vec<String> {
    let screen = desk.harness.ctx.content_rect();
    let mut faults = Vec::new();
    for node in desk.harness.root().children_recursive() {
        let role = node.accesskit_node().role();
        if !is_control(role) {
            continue;
        }
        let name = node.accesskit_node().label().unwrap_or_default();
        let rect = node.rect();
        if name.trim().is_empty() {
            faults.push(format!("{place}: a {role:?} at {rect:?} has no name"));
        }
        // The table of participants is as wide as it has columns: it scrolls sideways.
        let in_table = name.contains("EMG ") || ["Sexe", "Âge", "Origine"].contains(&name.as_str());
        // So does the board of cards, as wide as it has columns.
        let on_board = place.starts_with("Categories") && name.contains(" extrait");
        if (in_table && place.starts_with("Study")) || on_board {
            continue;
        }
        if rect.left() < screen.left() - 1.0 || rect.right() > screen.right() + 1.0 {
            faults.push(format!("{place}: “{name}” reaches beyond the window: {rect:?} in {screen:?}"));
        }
    }
    faults
}

fn example<'a>() -> Desk<'a> {
    let mut desk = Desk::new();
    desk.settle();
    desk.click("Découvrir avec l’étude d’exemple");
    desk.settle();
    desk.wait_for("EMG 8");
    desk.who("Claire L.");
    desk
}

#[test]
fn every_control_has_a_name_and_stays_in_the_window() {
    let mut desk = Desk::new();
    desk.settle();
    let mut found = faults(&desk, "welcome");
    desk.click("Commencer une étude");
    found.extend(faults(&desk, "new study"));
    let mut desk = example();
    for zoomed in [false, true] {
        for _ in 0..if zoomed { 10 } else { 0 } {
            desk.key(Modifiers::COMMAND, Key::Plus);
        }
        let percent = if zoomed { 200 } else { 100 };
        for (step, key) in Step::ALL.into_iter().zip(STEPS) {
            desk.key(Modifiers::ALT, key);
            desk.settle();
            found.extend(faults(&desk, &format!("{step:?} at {percent} %")));
            // Enlarged, their tables scroll sideways.
            let tabs = desk.tabs();
            for tab in tabs.iter().filter(|_| !zoomed) {
                desk.tab(tab);
                found.extend(faults(&desk, &format!("{step:?}, {tab}, at {percent} %")));
            }
            if let Some(first) = tabs.first() {
                desk.tab(first);
            }
        }
        for (sheet, modifiers, key) in [
            ("palette", Modifiers::COMMAND, Key::K),
            ("keys", Modifiers::NONE, Key::F1),
            ("backups", Modifiers::COMMAND, Key::B),
        ] {
            desk.key(modifiers, key);
            desk.settle();
            found.extend(faults(&desk, &format!("{sheet} at {percent} %")));
            desk.key(Modifiers::NONE, Key::Escape);
            desk.settle();
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_command_is_found_in_the_palette_by_its_words() {
    let mut desk = example();
    for command in UiCommand::ALL.iter().filter(|command| **command != UiCommand::Palette) {
        desk.key(Modifiers::COMMAND, Key::K);
        let label = command.label(Lang::Fr, "grounded");
        desk.types(label);
        let listed = desk.labels().iter().filter(|shown| shown.contains(label)).count();
        // Once in the field, and at least once in the list below it.
        assert!(listed >= 2, "{command:?} “{label}” is not in the palette: {:#?}", desk.labels());
        desk.key(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_command_is_found_by_other_words_for_what_it_does() {
    let mut desk = example();
    let mut listed = |typed: &str, label: &str| {
        desk.key(Modifiers::COMMAND, Key::K);
        desk.types(typed);
        let count = desk.labels().iter().filter(|shown| shown.contains(label)).count();
        desk.key(Modifiers::NONE, Key::Escape);
        count
    };
    for (typed, command) in [
        ("envelop", UiCommand::Go(Step::DoubleCoding)),
        ("word", UiCommand::Export),
        ("anonymis", UiCommand::MaskName),
        ("retirer un participant", UiCommand::ExcludeInterview),
    ] {
        let label = command.label(Lang::Fr, "grounded");
        assert!(listed(typed, label) > listed("zzzz", label), "{typed}: {label}");
    }
}

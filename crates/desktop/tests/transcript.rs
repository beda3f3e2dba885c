//! The transcript as a user and an assistive tool meet it: by accessible name, pointer and keys.
#![allow(clippy::expect_used)] // a helper that finds nothing has found a fault

#[allow(dead_code)] // each test file uses its part of the made-up views
mod support;

use desktop::theme;
use desktop::transcript::{self, TranscriptAction, TranscriptState};
use egui::{Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use i18n::Lang;
use std::ops::Range;
use support::interview::{id, interview};
use workbench::views::TranscriptView;

/// A transcript on a screen, with all that it has asked for.
struct Desk {
    view: TranscriptView,
    state: TranscriptState,
    actions: Vec<TranscriptAction>,
}

impl Desk {
    /// The selected words.
    fn selected(&self) -> String {
        self.state.selected().map(|range| self.words(range)).unwrap_or_default()
    }

    fn words(&self, range: Range<usize>) -> String {
        self.view.text.chars().skip(range.start).take(range.len()).collect()
    }

    fn offset(&self, words: &str) -> usize {
        self.view.text[..self.view.text.find(words).expect("in the text")].chars().count()
    }
}

fn desk<'a>(view: TranscriptView) -> Harness<'a, Desk> {
    let mut ready = false;
    let desk = Desk { view, state: TranscriptState::default(), actions: Vec::new() };
    let mut harness =
        Harness::builder().with_size(vec2(760.0, 640.0)).with_step_dt(1.0 / 60.0).build_ui_state(
            move |ui, desk: &mut Desk| {
                if !std::mem::replace(&mut ready, true) {
                    theme::install(ui.ctx());
                }
                let output = transcript::show(ui, &desk.view, &mut desk.state, Lang::Fr);
                desk.actions.extend(output.actions);
            },
            desk,
        );
    harness.run();
    harness
}

/// Where words stand on the screen.
fn place(harness: &mut Harness<'_, Desk>, words: &str) -> Rect {
    let range = harness.state().offset(words);
    let before = harness.state().state.selected();
    harness.state_mut().state.select(range..range + words.chars().count());
    harness.run();
    let rect = harness.state().state.selection_rect().expect("on the screen");
    match before {
        Some(range) => harness.state_mut().state.select(range),
        None => harness.state_mut().state.clear_selection(),
    }
    harness.run();
    rect
}

fn drag(harness: &mut Harness<'_, Desk>, from: Pos2, to: Pos2) {
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + vec2(8.0, 0.0));
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
}

fn press(harness: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn focus(harness: &mut Harness<'_, Desk>) {
    harness.state_mut().state.request_focus();
    harness.run();
}

#[test]
fn every_paragraph_on_the_screen_can_be_found_by_its_words() {
    let harness = desk(interview());
    harness.get_by_label_contains("EMG 3, 12:11\u{a0}: Euh… au début je me disais");
    harness.get_by_label_contains("CL, 12:39\u{a0}: Qui calculent ?");
    harness.get_by_label_contains("Durée : 57 min.");
    assert!(harness.query_by_label_contains("quatre-vingts kilomètres").is_none(), "below the screen");
    assert!(harness.query_by_label_contains("EMG 3 : ").is_none(), "written labels are not read twice");
    harness.get_by_label("coût du trajet, par Claire L.");
    harness.get_by_role_and_label(egui::accesskit::Role::Document, "Verbatim\u{a0}: EMG 3");
}

#[test]
fn a_drag_selects_whole_words_and_tells_their_offsets() {
    let mut harness = desk(interview());
    let from = place(&mut harness, "une dame").left_center() + vec2(12.0, 0.0);
    let to = place(&mut harness, "docteur").center();
    drag(&mut harness, from, to);
    let desk = harness.state();
    assert_eq!(desk.selected(), "une dame de *** m’a dit « docteur");
    let start = desk.offset("une dame de");
    let told = desk.actions.last().expect("told");
    assert_eq!(*told, TranscriptAction::SelectionChanged(Some(start..start + 33)));
    let changes =
        desk.actions.iter().filter(|action| matches!(action, TranscriptAction::SelectionChanged(_)));
    assert_eq!(changes.count(), 1, "told once, when the hand is done");
}

#[test]
fn a_drag_with_alt_takes_exact_characters_across_turns_and_backwards() {
    let mut harness = desk(interview());
    let from = place(&mut harness, "une da").right_center();
    let to = place(&mut harness, "lculent ?").left_center();
    harness.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    drag(&mut harness, from, to);
    let desk = harness.state();
    assert_eq!(desk.selected(), "lculent ?\nEMG 3 : Oui… une da");
    assert_eq!(desk.state.caret(), desk.offset("lculent ?"), "the caret stands where the hand was");
}

fn click(harness: &mut Harness<'_, Desk>, at: Pos2, times: usize) {
    harness.hover_at(at);
    for _ in 0..times {
        harness.drag_at(at);
        harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run();
    // The next series is another one.
    harness.run_steps(40);
}

#[test]
fn presses_in_a_row_take_word_sentence_and_turn() {
    let mut harness = desk(interview());
    let at = place(&mut harness, "jamais pensé").left_center() + vec2(10.0, 0.0);
    click(&mut harness, at, 2);
    assert_eq!(harness.state().selected(), "jamais");
    click(&mut harness, at, 3);
    assert_eq!(harness.state().selected(), "Moi je n’avais jamais pensé un examen en pleins.");
    click(&mut harness, at, 4);
    let whole = harness.state().selected();
    assert!(whole.starts_with("Oui… une dame") && whole.ends_with("tout à l’ordonnance."), "{whole}");
    let other = place(&mut harness, "que c’était un échec").left_center();
    click(&mut harness, egui::pos2(30.0, other.y), 1);
    let whole = harness.state().selected();
    assert!(whole.starts_with("Euh…") && whole.ends_with("calculent vraiment."), "the gutter takes the turn");
}

#[test]
fn a_click_takes_the_selection_back_and_chooses_the_innermost_coding() {
    let mut harness = desk(interview());
    let at = place(&mut harness, "quarante").center();
    let chosen = |harness: &Harness<'_, Desk>| harness.state().state.coding();
    click(&mut harness, at, 1);
    assert_eq!(chosen(&harness), Some(id(102)), "coût du trajet");
    click(&mut harness, at, 1);
    assert_eq!(chosen(&harness), Some(id(101)), "déplacer la cause, around it");
    assert_eq!(*harness.state().actions.last().unwrap(), TranscriptAction::CodingClicked(id(101)));
    click(&mut harness, at, 2);
    assert_eq!(harness.state().selected(), "quarante");
    click(&mut harness, at, 1);
    assert_eq!(harness.state().selected(), "");
    let beside = place(&mut harness, "vraiment").center();
    click(&mut harness, beside, 1);
    assert_eq!(chosen(&harness), None);
}

#[test]
fn a_click_within_one_frame_is_a_click() {
    let mut harness = desk(interview());
    let at = place(&mut harness, "quarante").center();
    harness.hover_at(at);
    harness.run();
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        harness.input_mut().events.push(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    harness.run();
    assert_eq!(harness.state().actions, [TranscriptAction::CodingClicked(id(102))]);
    assert!(harness.get_by_role(egui::accesskit::Role::Document).is_focused());
}

#[test]
fn a_click_on_a_name_in_the_margin_chooses_its_coding() {
    let mut harness = desk(interview());
    harness.get_by_label("prescrire avec la route, par Claire L.").click();
    harness.run();
    assert_eq!(harness.state().state.coding(), Some(id(104)));
    assert_eq!(harness.state().actions, [TranscriptAction::CodingClicked(id(104))]);
}

#[test]
fn keys_move_the_caret_and_select() {
    let mut harness = desk(interview());
    focus(&mut harness);
    let start = harness.state().offset("Qui calculent");
    harness.state_mut().state.select(start..start);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(harness.state().state.caret(), start + 1);
    press(&mut harness, Modifiers::CTRL, Key::ArrowRight);
    assert_eq!(harness.state().state.caret(), start + 4, "the next word");
    press(&mut harness, Modifiers::SHIFT | Modifiers::CTRL, Key::ArrowRight);
    assert_eq!(harness.state().selected(), "calculent", "the space after it is not selected");
    press(&mut harness, Modifiers::SHIFT, Key::End);
    assert_eq!(harness.state().selected(), "calculent ?");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(
        harness.state().state.caret(),
        harness.state().offset("Oui… une dame"),
        "labels are passed over"
    );
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(harness.state().state.caret(), start);
    press(&mut harness, Modifiers::NONE, Key::End);
    press(&mut harness, Modifiers::SHIFT, Key::Home);
    assert_eq!(harness.state().selected(), "Qui calculent ?");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().selected(), "");
    press(&mut harness, Modifiers::CTRL, Key::End);
    harness.get_by_label_contains("quatre-vingts kilomètres");
    press(&mut harness, Modifiers::CTRL, Key::Home);
    assert_eq!(harness.state().state.caret(), 0);
    harness.get_by_label_contains("Entretien n° 3");
}

#[test]
fn up_and_down_aim_at_the_same_column_and_pages_reach_the_end() {
    let mut harness = desk(interview());
    focus(&mut harness);
    let start = harness.state().offset("un échec, que");
    harness.state_mut().state.select(start..start);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let below = harness.state().state.caret();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(harness.state().state.caret(), below);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(harness.state().state.caret(), start);
    for _ in 0..8 {
        press(&mut harness, Modifiers::NONE, Key::PageDown);
    }
    harness.get_by_label_contains("quatre-vingts kilomètres");
    for _ in 0..8 {
        press(&mut harness, Modifiers::NONE, Key::PageUp);
    }
    harness.get_by_label_contains("Entretien n° 3");
}

#[test]
fn enter_or_a_letter_asks_for_the_picker_and_nothing_else_does() {
    let mut harness = desk(interview());
    focus(&mut harness);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.event(egui::Event::Text("g".into()));
    harness.run();
    assert_eq!(harness.state().actions, [], "nothing is selected");
    let start = harness.state().offset("Voilà");
    harness.state_mut().state.select(start..start + 5);
    harness.run();
    let rect = harness.state().state.selection_rect().expect("on the screen");
    let wanted = |typed: &str| TranscriptAction::PickerRequested {
        range: start..start + 5,
        at: rect,
        typed: typed.to_owned(),
    };
    harness.event(egui::Event::Text("g".into()));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().actions, [wanted("g"), wanted("")]);
}

#[test]
fn the_digit_row_counts_by_its_keys_also_where_it_types_letters() {
    let mut harness = desk(interview());
    focus(&mut harness);
    let start = harness.state().offset("Voilà");
    harness.state_mut().state.select(start..start + 5);
    harness.run();
    // The key of the digit 2 on a French keyboard, in one frame with what it types.
    harness.input_mut().events.push(egui::Event::Key {
        key: Key::Num2,
        physical_key: Some(Key::Num2),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    harness.input_mut().events.push(egui::Event::Text("é".into()));
    harness.run();
    let range = start..start + 5;
    assert_eq!(harness.state().actions, [TranscriptAction::DigitPressed { digit: 2, range }]);
}

#[test]
fn single_keys_do_nothing_without_the_keyboard() {
    let mut harness = desk(interview());
    let start = harness.state().offset("Voilà");
    harness.state_mut().state.select(start..start + 5);
    harness.event(egui::Event::Text("g".into()));
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(harness.state().actions, []);
    assert_eq!(harness.state().selected(), "Voilà");
}

#[test]
fn alt_and_arrows_go_from_coding_to_coding() {
    let mut harness = desk(interview());
    focus(&mut harness);
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(harness.state().state.coding(), Some(id(101)));
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(*harness.state().actions.last().unwrap(), TranscriptAction::DeleteRequested(id(101)));
}

#[test]
fn the_edges_of_the_chosen_coding_move_by_hand_and_by_key() {
    let mut harness = desk(interview());
    let start = harness.state().offset("une dame de ***");
    let end =
        start + "une dame de *** m’a dit « docteur, votre échographie c’est deux pleins »".chars().count();
    harness.state_mut().state.set_coding(Some(id(103)));
    focus(&mut harness);
    press(&mut harness, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    let told = |range| TranscriptAction::EdgesMoved { coding: id(103), range };
    let voila = end + ". Voilà".chars().count();
    assert_eq!(harness.state().actions, [told(start + 4..end), told(start..voila)]);
    let from = place(&mut harness, "une dame de ***").left_center();
    let to = place(&mut harness, "m’a dit").center();
    harness.state_mut().actions.clear();
    drag(&mut harness, from, to);
    let inside = harness.state().offset("m’a dit");
    assert_eq!(harness.state().actions, [told(inside + 4..end)], "the whole word under the hand");
    assert_eq!(harness.state().selected(), "", "an edge is moved, nothing is selected");
}

#[test]
fn a_passage_is_brought_to_the_screen_and_marked_for_a_moment() {
    let mut harness = desk(interview());
    let start = harness.state().offset("Être à côté");
    harness.state_mut().state.scroll_to(start..start + 11);
    harness.run();
    harness.get_by_label_contains("Être à côté, c’est une compétence");
    let top = harness.state().state.top_offset();
    assert!(top > 500 && top < start);
    harness.state_mut().state.scroll_to(0..5);
    harness.run();
    harness.get_by_label_contains("Entretien n° 3");
}

#[test]
fn the_wheel_scrolls_and_stops_at_both_ends() {
    let mut harness = desk(interview());
    let wheel = |harness: &mut Harness<'_, Desk>, lines: f32| {
        harness.hover_at(egui::pos2(300.0, 300.0));
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, lines),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(30);
    };
    wheel(&mut harness, -300.0);
    assert!(harness.query_by_label_contains("Entretien n° 3").is_none());
    for _ in 0..10 {
        wheel(&mut harness, -900.0);
    }
    harness.get_by_label_contains("quatre-vingts kilomètres");
    for _ in 0..12 {
        wheel(&mut harness, 900.0);
    }
    harness.get_by_label_contains("Entretien n° 3");
    assert_eq!(harness.state().state.top_offset(), 0);
}

#[test]
fn a_new_coding_moves_neither_screen_nor_selection() {
    let mut harness = desk(interview());
    let start = harness.state().offset("Je soignais");
    harness.state_mut().state.scroll_to(start..start + 5);
    harness.state_mut().state.select(start..start + 11);
    harness.run();
    let top = harness.state().state.top_offset();
    let view = harness.state().view.clone();
    let mut codings = view.codings.to_vec();
    codings.push(workbench::views::CodingView { id: id(900), start, end: start + 11, ..codings[0].clone() });
    harness.state_mut().view = TranscriptView { key: 2, codings: codings.into(), ..view };
    harness.run();
    assert_eq!(harness.state().state.top_offset(), top);
    assert_eq!(harness.state().selected(), "Je soignais");
    assert_eq!(harness.query_all_by_label_contains("sentiment d’échec").count(), 1, "the new one is shown");
}

#[test]
fn another_interview_begins_at_its_top_without_a_selection() {
    let mut harness = desk(interview());
    let start = harness.state().offset("Je soignais");
    harness.state_mut().state.scroll_to(start..start + 5);
    harness.state_mut().state.select(start..start + 11);
    harness.run();
    harness.state_mut().view = TranscriptView::bare(id(4), 1, "EMG 4", "Un autre texte.");
    harness.run();
    assert_eq!(harness.state().state.selected(), None);
    harness.get_by_label("Un autre texte.");
    harness.state_mut().view = TranscriptView::bare(id(5), 1, "EMG 5", "");
    harness.run();
    harness.get_by_label("Ce texte est vide.");
    focus(&mut harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(harness.state().state.caret(), 0, "an empty text does no harm");
}

#[test]
fn what_is_set_from_outside_is_meant_for_the_interview_that_comes() {
    let mut harness = desk(interview());
    let start = harness.state().offset("Je soignais");
    harness.state_mut().state.select(start..start + 11);
    harness.run();
    harness.state_mut().view = TranscriptView::bare(id(4), 1, "EMG 4", "Un autre texte.");
    harness.state_mut().state.select(3..8);
    harness.run();
    assert_eq!(harness.state().selected(), "autre");
}

#[test]
fn a_screen_reader_follows_the_caret_through_its_paragraph() {
    let mut harness = desk(interview());
    focus(&mut harness);
    let start = harness.state().offset("Qui calculent");
    harness.state_mut().state.select(start..start + 3);
    harness.run();
    let document = harness.get_by_role(egui::accesskit::Role::Document);
    assert_eq!(document.value().as_deref(), Some("Qui"));
    let runs = |harness: &Harness<'_, Desk>| {
        let runs = harness.query_all_by_role(egui::accesskit::Role::TextRun);
        runs.filter_map(|run| run.value()).collect::<String>()
    };
    assert_eq!(runs(&harness), "Qui calculent\u{a0}?");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(runs(&harness).starts_with("Oui… une dame"));
}

#[test]
fn copying_gives_the_words_as_they_stand_in_the_text() {
    let mut harness = desk(interview());
    focus(&mut harness);
    let start = harness.state().offset("Qui calculent ?");
    let end = harness.state().offset("… une dame");
    harness.state_mut().state.select(start..end);
    harness.event(egui::Event::Copy);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("Qui calculent ?\nEMG 3 : Oui"));
}

#[test]
fn a_code_dropped_on_the_selection_is_told() {
    let mut harness = desk(interview());
    let at = place(&mut harness, "Voilà").center();
    let start = harness.state().offset("Voilà");
    harness.state_mut().state.select(start..start + 5);
    harness.run();
    egui::DragAndDrop::set_payload(&harness.ctx, transcript::CodePayload(id(1001)));
    harness.hover_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
    let range = start..start + 5;
    assert_eq!(harness.state().actions, [TranscriptAction::CodeDropped { code: id(1001), range }]);
    assert_eq!(harness.state().selected(), "Voilà");
}

#[test]
fn the_menu_of_a_place_names_its_codings_and_keeps_the_selection_it_is_about() {
    let mut harness = desk(interview());
    let at = place(&mut harness, "quarante").center();
    let right_click = |harness: &mut Harness<'_, Desk>| {
        harness.hover_at(at);
        for pressed in [true, false] {
            let button = egui::PointerButton::Secondary;
            let modifiers = Modifiers::NONE;
            harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        harness.run();
    };
    right_click(&mut harness);
    let Some(TranscriptAction::OpenContextMenu { range: None, codings, .. }) = harness.state().actions.last()
    else {
        panic!("{:?}", harness.state().actions);
    };
    assert_eq!(*codings, [id(102), id(101)], "the innermost first");
    let start = harness.state().offset("quarante");
    harness.state_mut().state.select(start..start + 8);
    harness.run();
    right_click(&mut harness);
    let last = harness.state().actions.last();
    assert!(matches!(last, Some(TranscriptAction::OpenContextMenu { range: Some(_), .. })), "{last:?}");
    assert_eq!(harness.state().selected(), "quarante");
}

#[test]
fn a_rest_over_coded_words_shows_codes_coder_and_memo() {
    let mut harness = desk(interview());
    let at = place(&mut harness, "quarante").center();
    harness.hover_at(at);
    harness.run_steps(60);
    harness.get_by_label("coût du trajet");
    harness.get_by_label("déplacer la cause");
    harness.get_by_label_contains("Le coût n’est jamais dit en euros");
    assert_eq!(harness.get_all_by_label("Claire L. · 02/02/2026 · étiquetage expérientiel").count(), 2);
}

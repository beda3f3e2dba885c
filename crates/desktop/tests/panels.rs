//! The panels around the transcript, by accessible name, on made-up views.
#![allow(clippy::expect_used)] // a helper that finds nothing has found a fault

#[allow(dead_code)] // each test file uses its part of the made-up views
mod support;

use desktop::codes_panel::{self, CodesAction, CodesPanelState};
use desktop::interviews_panel::{self, InterviewsAction, InterviewsPanelState};
use desktop::passages_panel::{self, PassagesAction, PassagesPanelState};
use desktop::picker::{self, PickerAction, PickerState};
use desktop::rail::{self, RailAction};
use desktop::status_bar::{self, StatusAction};
use desktop::top_bar::{self, TopBarAction};
use desktop::transcript::{CodePayload, PassagePayload};
use desktop::{Words, theme};
use egui::{Key, Modifiers, Rect, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use model::value::Method;
use support::interview::id;
use support::{codes, window};
use workbench::views::{CodeTreeView, InterviewListView, PassageListView, SavedState, Step};

/// A panel with what it has asked for.
fn panel<'a, A: 'a, S: 'a>(
    size: egui::Vec2,
    state: S,
    mut show: impl FnMut(&mut Ui, &mut S) -> Vec<A> + 'a,
) -> Harness<'a, (S, Vec<A>)> {
    let mut ready = false;
    let mut harness =
        Harness::builder().with_size(size).with_step_dt(1.0 / 60.0).with_max_steps(30).build_ui_state(
            move |ui, (state, actions): &mut (S, Vec<A>)| {
                if !std::mem::replace(&mut ready, true) {
                    theme::install(ui.ctx());
                }
                actions.extend(show(ui, state));
            },
            (state, Vec::new()),
        );
    harness.run();
    harness
}

fn codes_panel<'a>(tree: CodeTreeView) -> Harness<'a, (CodesPanelState, Vec<CodesAction>)> {
    panel(vec2(290.0, 500.0), CodesPanelState::default(), move |ui, state| {
        codes_panel::show(ui, &tree, state, Words::default())
    })
}

fn press<S>(harness: &mut Harness<'_, S>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// What a picker asks in the first layer, without a category.
fn asked() -> picker::Asked<'static> {
    picker::Asked { words: Words::default(), layer: model::value::Layer::Experiential, under: None }
}

#[test]
fn the_tree_says_each_code_with_its_passages() {
    let harness = codes_panel(codes::tree());
    harness.get_by_label("Étiquettes, 22, dont 3 in vivo");
    harness.get_by_label("coût du trajet, 21 extraits, touche 1");
    harness.get_by_label("Le coût du chemin, 58 extraits");
    assert!(harness.query_by_label_contains("petite chirurgie").is_none(), "below the screen");
}

#[test]
fn the_filter_finds_words_without_accents_and_keeps_what_stands_above() {
    let mut harness = codes_panel(codes::tree());
    harness.get_by_label("Filtrer").focus();
    harness.run();
    harness.get_by_label("Filtrer").type_text("ECHEC");
    harness.run();
    harness.get_by_label_contains("sentiment d’échec");
    harness.get_by_label_contains("Se sentir responsable");
    assert!(harness.query_by_label_contains("coût du trajet").is_none());
    harness.state_mut().0.filter = "argent".into();
    harness.run();
    harness.get_by_label_contains("coût du trajet");
    harness.state_mut().0.filter = "xyz".into();
    harness.run();
    harness.get_by_label_contains("Rien ne correspond à «\u{a0}xyz\u{a0}»");
}

#[test]
fn a_code_is_chosen_taken_renamed_and_folded() {
    let mut harness = codes_panel(codes::tree());
    harness.get_by_label_contains("qui emmène").click();
    harness.run();
    assert_eq!(harness.state().1, [CodesAction::Chosen(id(1003))]);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().1[1..], [CodesAction::Chosen(id(1002)), CodesAction::Taken(id(1002))]);
    press(&mut harness, Modifiers::NONE, Key::F2);
    harness.get_by_label("Renommer").type_text(" !");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let renamed = harness.state().1.last().expect("renamed");
    assert!(
        matches!(renamed, CodesAction::Renamed { code, name } if *code == id(1002) && name.contains('!'))
    );
    harness.get_by_label_contains("Le coût du chemin").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert!(harness.query_by_label_contains("compter en pleins").is_none());
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    harness.get_by_label_contains("compter en pleins");
}

#[test]
fn leaving_a_rename_changes_nothing() {
    let mut harness = codes_panel(codes::tree());
    harness.state_mut().0.rename(id(1001), "coût du trajet");
    harness.run();
    harness.get_by_label("Renommer").type_text("x");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().1, []);
    harness.get_by_label("coût du trajet, 21 extraits, touche 1");
}

#[test]
fn a_passage_dropped_on_a_code_is_offered_to_it_and_a_code_becomes_its_child() {
    let mut harness = codes_panel(codes::tree());
    let at = harness.get_by_label_contains("grouper les soins").rect().center();
    let passage = PassagePayload { interview: id(3), range: 10..20 };
    egui::DragAndDrop::set_payload(&harness.ctx, passage.clone());
    harness.hover_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
    egui::DragAndDrop::set_payload(&harness.ctx, CodePayload(id(1001)));
    harness.hover_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
    let code = id(1006);
    let moved = CodesAction::Moved { codes: vec![id(1001)], under: Some(code) };
    assert_eq!(harness.state().1, [CodesAction::PassageDropped { code, passage }, moved]);
}

/// Drops a code on a point of the tree.
fn drop_code(harness: &mut Harness<'_, (CodesPanelState, Vec<CodesAction>)>, code: u128, at: egui::Pos2) {
    egui::DragAndDrop::set_payload(&harness.ctx, CodePayload(id(code)));
    harness.hover_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
}

#[test]
fn a_code_dropped_between_two_stands_there() {
    let mut harness = codes_panel(codes::tree());
    let rect = harness.get_by_label_contains("qui emmène").rect();
    drop_code(&mut harness, 1001, rect.center_top() + vec2(0.0, 2.0));
    drop_code(&mut harness, 1001, rect.center_bottom() - vec2(0.0, 2.0));
    let above = harness.get_by_label_contains("Le coût du chemin").rect();
    drop_code(&mut harness, 1003, above.center_bottom() - vec2(0.0, 2.0));
    let placed = |code, before: Option<u128>| CodesAction::Placed {
        code: id(code),
        under: Some(id(1000)),
        before: before.map(id),
    };
    let expected = [placed(1001, Some(1003)), placed(1001, None), placed(1003, Some(1001))];
    assert_eq!(harness.state().1, expected);
}

#[test]
fn codes_marked_together_move_together() {
    let mut harness = codes_panel(codes::tree());
    harness.get_by_label_contains("qui emmène").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Space);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let at = harness.get_by_label_contains("grouper les soins").rect().center();
    drop_code(&mut harness, 1003, at);
    let moved = CodesAction::Moved { codes: vec![id(1002), id(1003)], under: Some(id(1006)) };
    assert_eq!(harness.state().1.last(), Some(&moved));
}

#[test]
fn an_empty_tree_says_how_to_begin() {
    let mut harness = codes_panel(CodeTreeView::default());
    harness.get_by_label("Aucune étiquette pour l’instant.");
    harness.get_by_label("Nouvelle étiquette").click();
    harness.run();
    assert_eq!(harness.state().1, [CodesAction::NewWanted { under: None }]);
}

#[test]
fn words_follow_the_method_and_the_language() {
    let tree = codes::tree();
    for (words, title) in [
        (Words { method: Method::Thematic, ..Words::default() }, "Codes, 22"),
        (Words { lang: i18n::Lang::En, ..Words::default() }, "22"),
    ] {
        let tree = tree.clone();
        let harness = panel(vec2(290.0, 300.0), CodesPanelState::default(), move |ui, state| {
            codes_panel::show(ui, &tree, state, words)
        });
        harness.get_all_by_role(egui::accesskit::Role::Heading).next().expect("a head");
        harness.get_by_label_contains(title);
    }
}

/// The picker beside a selection in the middle of the window.
fn picker<'a>(typed: &str) -> Harness<'a, (PickerState, Vec<PickerAction>)> {
    let tree = codes::tree();
    let at = Rect::from_min_size(pos2(300.0, 200.0), vec2(200.0, 27.0));
    let mut open = true;
    panel(vec2(1000.0, 600.0), PickerState::new(typed), move |ui, state| {
        let room = ui.max_rect();
        let action = open.then(|| picker::show(ui, &tree, state, at, room, asked())).flatten();
        open &= action.is_none();
        action.into_iter().collect()
    })
}

#[test]
fn enter_takes_the_marked_code_and_arrows_move_the_mark() {
    let mut harness = picker("grou");
    harness.get_by_label("grouper les soins");
    harness.get_by_label("travail en groupe");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().1, [PickerAction::Apply(id(1011))]);
    let mut harness = picker("grou");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().1, [PickerAction::Apply(id(1006))], "the name that begins so comes first");
}

#[test]
fn typing_goes_on_from_the_letter_that_opened_the_picker() {
    let mut harness = picker("e");
    harness.event(egui::Event::Text("chec".into()));
    harness.run();
    assert_eq!(harness.state().0.typed, "echec");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().1, [PickerAction::Apply(id(1008))]);
}

#[test]
fn control_and_enter_make_a_code_but_never_a_second_of_one_name() {
    let mut harness = picker("  peur de déranger ");
    harness.get_by_label_contains("Rien de ce nom");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().1, [], "Enter alone makes nothing");
    press(&mut harness, Modifiers::CTRL | Modifiers::COMMAND, Key::Enter);
    assert_eq!(harness.state().1, [PickerAction::CreateAndApply("peur de déranger".into())]);
    let mut harness = picker("Cout du trajet");
    assert!(harness.query_by_label_contains("Créer").is_none());
    press(&mut harness, Modifiers::CTRL | Modifiers::COMMAND, Key::Enter);
    assert_eq!(harness.state().1, [PickerAction::Apply(id(1001))]);
}

#[test]
fn the_picker_finds_by_path_and_definition_and_is_left_by_escape_or_a_press_outside() {
    let harness = picker("argent");
    harness.get_by_label("coût du trajet");
    let harness_by_path = picker("chemin pleins");
    harness_by_path.get_by_label("compter en pleins");
    let mut harness = picker("");
    harness.get_by_label("coût du trajet");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().1, [PickerAction::Close]);
    let mut harness = picker("");
    harness.drag_at(pos2(20.0, 20.0));
    harness.run();
    assert_eq!(harness.state().1, [PickerAction::Close]);
    let mut harness = picker("grou");
    harness.get_by_label("travail en groupe").click();
    harness.run();
    assert_eq!(harness.state().1, [PickerAction::Apply(id(1011))]);
}

#[test]
fn the_field_of_the_picker_stays_where_it_is_while_the_list_changes() {
    let tree = codes::tree();
    // No room below: the picker stands above the words.
    let at = Rect::from_min_size(pos2(300.0, 520.0), vec2(200.0, 27.0));
    let mut harness = panel(vec2(1000.0, 600.0), PickerState::new(""), move |ui, state| {
        let room = ui.max_rect();
        picker::show(ui, &tree, state, at, room, asked()).into_iter().collect::<Vec<_>>()
    });
    let field = |harness: &Harness<'_, (PickerState, Vec<PickerAction>)>| {
        harness.get_by_role(egui::accesskit::Role::TextInput).rect()
    };
    let before = field(&harness);
    harness.state_mut().0.typed = "grou".into();
    harness.run();
    assert_eq!(field(&harness), before);
    assert!(before.bottom() < at.top());
}

#[test]
fn interviews_are_opened_by_hand_and_by_arrows() {
    let mut state = InterviewsPanelState::default();
    let mut harness = panel(vec2(222.0, 700.0), Some(id(3)), move |ui, open| {
        let actions = interviews_panel::show(ui, &window::interviews(), *open, &mut state, Words::default());
        for action in &actions {
            if let InterviewsAction::Open(interview) = action {
                *open = Some(*interview);
            }
        }
        actions
    });
    harness.get_by_label("Entretiens, 7 analysés, 1 exclu");
    harness.get_by_label_contains("EMG 8, hors critères");
    harness.get_by_label_contains("EMG 4, 09/02").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    harness.get_by_label("Importer des entretiens").click();
    harness.run();
    let open = |number| InterviewsAction::Open(id(number));
    assert_eq!(harness.state().1, [open(4), open(5), open(4), InterviewsAction::Import]);
}

#[test]
fn an_empty_list_of_interviews_offers_the_import() {
    let mut state = InterviewsPanelState::default();
    let mut harness = panel(vec2(222.0, 400.0), (), move |ui, ()| {
        interviews_panel::show(ui, &InterviewListView::default(), None, &mut state, Words::default())
    });
    harness.get_by_label("Aucun entretien pour l’instant.");
    harness.get_by_label("Importer des entretiens").click();
    harness.run();
    assert_eq!(harness.state().1, [InterviewsAction::Import]);
}

#[test]
fn a_passage_leads_to_its_place() {
    let view = window::passages();
    let first = view.rows[0].clone();
    let mut harness = panel(vec2(290.0, 400.0), PassagesPanelState::default(), move |ui, state| {
        passages_panel::show(ui, Some(&view), state, Words::default())
    });
    harness.get_by_label("coût du trajet, 2 EMG sur 2 (7 réalisés)");
    harness.get_by_label_contains("c’est la route").click();
    harness.run();
    let (interview, coding, range) = (first.interview, first.coding, first.start..first.end);
    assert_eq!(harness.state().1, [PassagesAction::GoTo { interview, coding, range }]);
}

#[test]
fn a_thousand_passages_are_there_one_screen_at_a_time() {
    let model = window::passages();
    let rows: Vec<_> = (0..1000)
        .map(|at| {
            let mut row = model.rows[at % 5].clone();
            row.coding = id(9000 + at as u128);
            row.place = format!("EMG 3 · n° {at}").into();
            row
        })
        .collect();
    let view = PassageListView { rows: rows.into(), ..model };
    let mut harness = panel(vec2(290.0, 400.0), PassagesPanelState::default(), move |ui, state| {
        passages_panel::show(ui, Some(&view), state, Words::default())
    });
    let shown = |harness: &Harness<'_, _>| harness.query_all_by_label_contains("EMG 3 · n° ").count();
    assert!((4..12).contains(&shown(&harness)), "{}", shown(&harness));
    harness.hover_at(pos2(100.0, 200.0));
    for _ in 0..20 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -9000.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
    }
    harness.run_steps(200);
    harness.get_by_label_contains("EMG 3 · n° 999");
    assert!(harness.query_by_label_contains("EMG 3 · n° 0").is_none());
}

#[test]
fn without_a_chosen_code_the_passages_say_what_to_do() {
    let harness = panel(vec2(290.0, 400.0), PassagesPanelState::default(), |ui, state| {
        passages_panel::show(ui, None, state, Words::default())
    });
    harness.get_by_label("Choisissez une étiquette pour lire ses extraits.");
}

#[test]
fn the_rail_leads_to_its_steps_also_when_folded() {
    for folded in [false, true] {
        let width = if folded { rail::FOLDED_WIDTH } else { rail::WIDTH };
        let mut harness = panel(vec2(width, 700.0), (), move |ui, ()| {
            rail::show(ui, &window::rail(), Step::Interviews, folded, Words::default())
        });
        harness.get_by_label("Catégories et schéma").click();
        harness.run();
        harness.get_by_label("Guide d’entretien").click();
        harness.run();
        harness.get_by_label(if folded { "Déplier le rail" } else { "Replier le rail" }).click();
        harness.run();
        let expected = [RailAction::Go(Step::Categories), RailAction::OpenGuide, RailAction::ToggleFolded];
        assert_eq!(harness.state().1, expected);
    }
}

#[test]
fn a_step_says_what_it_is_for() {
    let mut harness = panel(vec2(rail::WIDTH, 700.0), (), |ui, ()| {
        rail::show(ui, &window::rail(), Step::Interviews, false, Words::default())
    });
    harness.get_by_label("Saturation").hover();
    harness.run_steps(60);
    harness.get_by_label_contains("plus rien de nouveau n’apparaît");
}

#[test]
fn the_status_line_says_that_the_work_is_safe_and_what_undo_does() {
    let mut view = window::status();
    let shown = view.clone();
    let mut harness =
        panel(vec2(1200.0, 26.0), (), move |ui, ()| status_bar::show(ui, &shown, Words::default()));
    harness.get_by_label("Enregistré à l’instant");
    harness.get_by_label_contains("Annuler\u{a0}: appliquer « coût du trajet »").click();
    harness.run();
    harness.get_by_label("Langue").click();
    harness.run();
    assert_eq!(harness.state().1, [StatusAction::Undo, StatusAction::ChooseLanguage]);
    (view.saved, view.undo) = (SavedState::Failed, None);
    view.saved_text = "Pas enregistré".into();
    let harness = panel(vec2(1200.0, 26.0), (), move |ui, ()| status_bar::show(ui, &view, Words::default()));
    harness.get_by_label("Pas enregistré");
    assert!(harness.query_by_label_contains("Annuler").is_none());
}

#[test]
fn the_top_bar_says_where_one_is_and_opens_palette_member_and_menu() {
    let mut harness = panel(vec2(1200.0, 400.0), false, |ui, opened| {
        top_bar::show(ui, &window::top(), Words::default(), |ui| *opened |= ui.button("Ouvrir…").clicked())
    });
    harness.get_by_label("Renoncer aux soins en zone rurale  /  Entretiens");
    harness.get_by_label("Chercher ou agir…").click();
    harness.run();
    harness.get_by_label_contains("Vous travaillez sous le nom Claire L.").click();
    harness.run();
    assert_eq!(harness.state().1, [TopBarAction::OpenPalette, TopBarAction::OpenMember]);
    harness.get_by_label("Ancrage").click();
    harness.run();
    harness.get_by_label("Ouvrir…").click();
    harness.run();
    assert!(harness.state().0, "the menu's content is what was given");
}

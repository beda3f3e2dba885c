//! The codes of two coders side by side with their passages; what goes with what is said by a person.

use super::pieces::{body, chip, glimpse, heading, leaf, quiet, title};
use super::{RoundsAction, Shown};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{
    CentralPanel, ComboBox, EventFilter, Frame, Key, Margin, Panel, Rect, RichText, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use model::RecordId;
use model::value::Match;
use workbench::answers::alignment::{AlignmentAnswer, PairAnswer, UsedAnswer};
use workbench::answers::export::CsvFlavour;
use workbench::command::double_coding::DoubleCoding;
use workbench::deliverables::{Deliverable, FileForm};

const LINE: f32 = 34.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct AlignmentState {
    chosen: usize,
    only_open: bool,
    note: String,
    /// The pair that the note belongs to.
    noted: Option<(RecordId, RecordId)>,
    /// Another code to go with, for a code without candidate.
    other: Option<RecordId>,
}

pub(super) fn show(
    ui: &mut Ui,
    shown: Shown<'_>,
    state: &mut AlignmentState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let theme = Theme::of(ui);
    let Some(answer) = shown.view.alignment.as_deref() else {
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            ui.add_space(space::PAGE);
            crate::empty::show(
                ui,
                i18n::double_coding_nothing_yet(words.lang),
                i18n::double_coding_nothing_yet_advice(words.lang),
            );
        });
        return;
    };
    let said = |pair: &&PairAnswer| !state.only_open || pair.relation.is_none();
    let pairs: Vec<&PairAnswer> = answer.pairs.iter().filter(said).collect();
    state.chosen = state.chosen.min(pairs.len().saturating_sub(1));
    let side = Frame::new().fill(theme.ground).inner_margin(Margin::same(space::EDGE as i8));
    let width = (ui.available_width() * 0.38).clamp(280.0, 520.0);
    Panel::right("alignment-pair").default_size(width).size_range(240.0..=700.0).frame(side).show(ui, |ui| {
        ScrollArea::vertical().id_salt("pair").auto_shrink(false).show(ui, |ui| {
            if let Some(pair) = pairs.get(state.chosen) {
                chosen_pair(ui, answer, pair, state, words, actions);
            }
        });
    });
    CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        Frame::new().inner_margin(Margin::same(space::EDGE as i8)).show(ui, |ui| {
            title(ui, i18n::alignment_title(words.lang));
            quiet(ui, i18n::alignment_purpose(words.lang, words.method()));
            head(ui, shown, answer, state, words, actions);
        });
        ScrollArea::vertical().id_salt("pairs").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            list(ui, answer, &pairs, state, words, actions);
            lonely(ui, answer, state, words, actions);
        });
    });
}

fn head(
    ui: &mut Ui,
    shown: Shown<'_>,
    answer: &AlignmentAnswer,
    state: &mut AlignmentState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        let open = answer.pairs.iter().filter(|pair| pair.relation.is_none()).count();
        if chip(ui, &i18n::alignment_only_open(lang, number(open)), state.only_open).clicked() {
            state.only_open = !state.only_open;
        }
        let Some(coders) = shown.view.coders else { return };
        let csv = if lang == i18n::Lang::Fr { CsvFlavour::FrenchExcel } else { CsvFlavour::Comma };
        let forms = [
            (FileForm::Docx, i18n::delivery_word(lang)),
            (FileForm::Csv(csv), i18n::delivery_csv(lang)),
            (FileForm::Html, i18n::delivery_page(lang)),
        ];
        for (form, name) in forms {
            if ui.button(i18n::rounds_export_as(lang, name)).clicked() {
                actions.push(RoundsAction::Deliver(Deliverable::Alignment { coders }, form));
            }
        }
    });
}

fn relation_name(relation: Option<&str>, words: Words) -> &'static str {
    relation
        .map_or(i18n::alignment_not_said(words.lang), |relation| i18n::align_relation(words.lang, relation))
}

/// The pairs, one line each; the keyboard goes through them and says what they are to each other.
fn list(
    ui: &mut Ui,
    answer: &AlignmentAnswer,
    pairs: &[&PairAnswer],
    state: &mut AlignmentState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let area =
        Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), LINE * (pairs.len() + 1) as f32));
    let list = ui.interact(area, ui.scope_id().with("pairs"), Sense::click());
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, i18n::alignment_title(words.lang)));
    if list.has_focus() {
        keys(ui, &list, pairs, state, actions);
    }
    let [first, second] = &answer.coders;
    line(ui, first, "", second, "", false);
    for (at, pair) in pairs.iter().enumerate() {
        let shared = i18n::alignment_shared(words.lang, number(pair.shared));
        let response = line(
            ui,
            leaf(&pair.first),
            relation_name(pair.relation, words),
            leaf(&pair.second),
            &shared,
            at == state.chosen,
        );
        if response.clicked() {
            state.chosen = at;
            list.request_focus();
        }
    }
}

fn keys(
    ui: &Ui,
    list: &egui::Response,
    pairs: &[&PairAnswer],
    state: &mut AlignmentState,
    actions: &mut Vec<RoundsAction>,
) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    ui.input(|input| {
        if input.key_pressed(Key::ArrowDown) {
            state.chosen = (state.chosen + 1).min(pairs.len().saturating_sub(1));
        }
        if input.key_pressed(Key::ArrowUp) {
            state.chosen = state.chosen.saturating_sub(1);
        }
        let Some(pair) = pairs.get(state.chosen) else { return };
        for (key, relation) in KEYS {
            if input.key_pressed(key) {
                actions.push(say(pair, Some(relation), &state.note));
                state.chosen = (state.chosen + 1).min(pairs.len().saturating_sub(1));
            }
        }
        if input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace) {
            actions.push(say(pair, None, ""));
        }
    });
}

/// A key for each relation: *même*, *plus large*, *plus étroit*, *recoupe*, *sans*.
const KEYS: [(Key, Match); 5] = [
    (Key::M, Match::Same),
    (Key::L, Match::Broader),
    (Key::E, Match::Narrower),
    (Key::R, Match::Overlaps),
    (Key::S, Match::None),
];

fn say(pair: &PairAnswer, relation: Option<Match>, note: &str) -> RoundsAction {
    let (first, second, note) = (pair.first_id, Some(pair.second_id), note.trim().to_owned());
    DoubleCoding::Align { first, second, relation, note }.into()
}

fn line(ui: &mut Ui, first: &str, relation: &str, second: &str, aside: &str, chosen: bool) -> egui::Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let name = [first, relation, second, aside].into_iter().filter(|part| !part.is_empty());
    let name = name.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &name));
    row::back(ui.painter(), rect.shrink2(vec2(6.0, 1.0)), chosen, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), rect, theme);
    }
    let inner = rect.shrink2(vec2(space::EDGE, 0.0));
    let heads = relation.is_empty() && aside.is_empty();
    let font = || if heads { fonts::medium(size::SMALL) } else { fonts::regular(size::BODY) };
    let strong = if heads { theme.mute } else { theme.ink };
    let parts = [
        (first, 0.0, 0.36, strong),
        (relation, 0.37, 0.18, theme.accent),
        (second, 0.56, 0.30, strong),
        (aside, 0.87, 0.13, theme.mute),
    ];
    for (text, from, part, color) in parts {
        let galley = row::one_line(ui.painter(), text, font(), color, inner.width() * part - 8.0);
        let at = pos2(inner.left() + inner.width() * from, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
    }
    response
}

/// The chosen pair: the passages of both, what one is to the other, and why.
fn chosen_pair(
    ui: &mut Ui,
    answer: &AlignmentAnswer,
    pair: &PairAnswer,
    state: &mut AlignmentState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let (lang, key) = (words.lang, (pair.first_id, pair.second_id));
    if state.noted != Some(key) {
        state.noted = Some(key);
        state.note.clone_from(&pair.note);
    }
    heading(ui, &i18n::alignment_question(lang, leaf(&pair.first), leaf(&pair.second)));
    row::field(ui, &mut state.note, i18n::rounds_reason(lang), "align note");
    for ((_, relation), letter) in KEYS.iter().zip(["M", "L", "E", "R", "S"]) {
        let name = i18n::align_relation(lang, relation.as_str());
        let on = pair.relation == Some(relation.as_str());
        ui.horizontal(|ui| {
            crate::key_cap::show(ui, letter);
            if ui.selectable_label(on, name).clicked() {
                let relation = (!on).then_some(*relation);
                actions.push(say(pair, relation, &state.note));
            }
        });
    }
    if let Some(by) = &pair.by {
        quiet(ui, by);
    }
    ui.add_space(space::EDGE);
    let of = |codes: &'_ [UsedAnswer], id| codes.iter().find(|used| used.id == id).cloned();
    for (coder, used) in
        answer.coders.iter().zip([of(&answer.first, pair.first_id), of(&answer.second, pair.second_id)])
    {
        if let Some(used) = used {
            passages(ui, coder, &used, words, actions);
        }
    }
}

fn passages(ui: &mut Ui, coder: &str, used: &UsedAnswer, words: Words, actions: &mut Vec<RoundsAction>) {
    let theme = Theme::of(ui);
    heading(ui, leaf(&used.code));
    quiet(ui, &format!("{coder} · {}", i18n::passage_count(words.lang, number(used.codings))));
    for quote in &used.passages {
        let quote = unbroken(&format!("« {} »", glimpse(quote, 260)));
        ui.label(RichText::new(quote).font(fonts::regular(size::BODY)).color(theme.ink));
    }
    if used.book.is_some() {
        quiet(ui, i18n::alignment_own_book(words.lang, words.method()));
        if ui.button(i18n::alignment_adopt(words.lang, leaf(&used.code))).clicked() {
            actions.push(DoubleCoding::AdoptCode { code: used.id }.into());
        }
    }
    ui.add_space(space::EDGE);
}

/// Codes without candidate: said to go with none, or with one that a person knows.
fn lonely(
    ui: &mut Ui,
    answer: &AlignmentAnswer,
    state: &mut AlignmentState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    let paired = |id: RecordId| answer.pairs.iter().any(|pair| pair.first_id == id || pair.second_id == id);
    let common = |id: RecordId| {
        answer.first.iter().any(|used| used.id == id) && answer.second.iter().any(|used| used.id == id)
    };
    Frame::new().inner_margin(Margin::same(space::EDGE as i8)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        for (own, others) in [(&answer.first, &answer.second), (&answer.second, &answer.first)] {
            let alone: Vec<&UsedAnswer> =
                own.iter().filter(|used| !paired(used.id) && !common(used.id)).collect();
            if alone.is_empty() {
                continue;
            }
            let coder = usize::from(!std::ptr::eq(own, &answer.first));
            heading(ui, &i18n::alignment_alone(lang, &answer.coders[coder]));
            for used in alone {
                one_alone(ui, answer, used, others, state, words, actions);
            }
        }
    });
}

fn one_alone(
    ui: &mut Ui,
    answer: &AlignmentAnswer,
    used: &UsedAnswer,
    others: &[UsedAnswer],
    state: &mut AlignmentState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        body(ui, leaf(&used.code));
        quiet(ui, &i18n::passage_count(lang, number(used.codings)));
        let said = answer.alone.iter().any(|alone| alone.code == used.code);
        let align = |second, relation| -> RoundsAction {
            DoubleCoding::Align { first: used.id, second, relation, note: String::new() }.into()
        };
        if chip(ui, i18n::align_relation(lang, "none"), said).clicked() {
            actions.push(align(None, (!said).then_some(Match::None)));
        }
        let name = i18n::alignment_with(lang, leaf(&used.code));
        let choice =
            ComboBox::from_id_salt(("goes with", used.id)).selected_text(i18n::alignment_choose(lang));
        let choice = choice.show_ui(ui, |ui| {
            for other in others {
                ui.selectable_value(&mut state.other, Some(other.id), leaf(&other.code));
            }
        });
        choice.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
        if let Some(other) = state.other.take() {
            actions.push(align(Some(other), Some(Match::Same)));
        }
    });
}

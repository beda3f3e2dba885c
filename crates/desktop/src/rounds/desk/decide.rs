//! The decision: as A, as B, both, other, neither; other edges, one line of reason, who is present.

use super::super::RoundsAction;
use super::super::pieces::{body, glimpse, heading, leaf, primary, quiet};
use super::other::Other;
use super::{DeskState, Scene, list};
use crate::fonts;
use crate::key_cap;
use crate::row;
use crate::theme::{Theme, radius, size, space};
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::{ComboBox, Frame, Key, Margin, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo};
use model::RecordId;
use model::value::{MemoKind, Verdict};
use std::collections::BTreeSet;
use workbench::answers::reconciliation::{DecisionAnswer, ItemAnswer, PassageAnswer};
use workbench::command::Command;
use workbench::command::double_coding::{DecisionAsked, DoubleCoding};

/// A decision in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub verdict: Option<Verdict>,
    /// The codes, where it is decided otherwise.
    pub codes: Vec<RecordId>,
    pub reason: String,
    /// Other edges, in scalars of the text.
    pub edges: Option<(u32, u32)>,
    /// For all open passages of the same two labels.
    pub batch: bool,
    /// Who arbitrates, where the coders do not agree.
    pub arbiter: Option<RecordId>,
    /// The line for the reason is to get the keyboard.
    pub wants_reason: bool,
}

impl Draft {
    pub fn choose(&mut self, verdict: Verdict) {
        self.verdict = Some(verdict);
        self.wants_reason = true;
    }

    /// Moves the end of what is agreed on by a word, or its beginning.
    pub fn move_edge(&mut self, item: &ItemAnswer, text: &str, beginning: bool, forward: bool) {
        let whole = item.first.first().or(item.second.first());
        let whole = whole.map_or((item.start, item.end), |passage| (passage.start, passage.end));
        let (start, end) = self.edges.unwrap_or(whole);
        let words = word_edges(text, beginning);
        let from = if beginning { start } else { end };
        let next = match forward {
            true => words.iter().find(|at| **at > from),
            false => words.iter().rev().find(|at| **at < from),
        };
        let Some(next) = next.copied() else { return };
        let moved = if beginning { (next, end) } else { (start, next) };
        if moved.0 < moved.1 {
            self.edges = Some(moved);
        }
    }
}

/// Where words begin, or end, in scalars.
fn word_edges(text: &str, beginnings: bool) -> Vec<u32> {
    let mut edges = Vec::new();
    let mut before = true;
    let mut at = 0_u32;
    for letter in text.chars() {
        let space = letter.is_whitespace();
        if before != space && space != beginnings {
            edges.push(at);
        }
        (before, at) = (space, at + 1);
    }
    if !before && !beginnings {
        edges.push(at);
    }
    edges
}

/// Decides, and goes on to the next difference.
pub(super) fn decide(scene: &Scene<'_>, state: &mut DeskState, actions: &mut Vec<RoundsAction>) {
    let (Some(item), Some(verdict)) = (scene.item, state.draft.verdict) else { return };
    if verdict == Verdict::Other && state.draft.codes.is_empty() {
        state.other = Some(Other::default());
        return;
    }
    let alike = if state.draft.batch { alike(scene, item) } else { vec![item] };
    let asked = DecisionAsked {
        coders: scene.coders.to_vec(),
        differences: alike.iter().filter_map(|item| item.id).collect(),
        verdict,
        codes: state.draft.codes.clone(),
        // Other edges are those of one passage: a batch keeps each passage's own.
        edges: state.draft.edges.filter(|_| alike.len() == 1),
        reason: state.draft.reason.trim().to_owned(),
        present: present(scene, state).into_iter().collect(),
        arbiter: state.draft.arbiter,
    };
    actions.push(DoubleCoding::Decide(asked).into());
    let decided: BTreeSet<Option<RecordId>> = alike.iter().map(|item| item.id).collect();
    let after = scene.listed.iter().skip(state.at).find(|item| !decided.contains(&item.id));
    let before = || scene.listed.iter().rev().find(|item| !decided.contains(&item.id));
    let next = after.or_else(before).and_then(|item| item.id);
    state.draft = Draft::default();
    if next.is_some() {
        state.choose(next);
    }
}

/// Every passage that waits and that the two gave the same two labels, this one among them.
fn alike<'a>(scene: &Scene<'a>, item: &'a ItemAnswer) -> Vec<&'a ItemAnswer> {
    let codes = |item: &ItemAnswer| {
        let of = |passages: &[PassageAnswer]| -> BTreeSet<RecordId> {
            passages.iter().map(|passage| passage.code_id).collect()
        };
        (of(&item.first), of(&item.second))
    };
    let wanted = codes(item);
    let accepts = scene.shown.view.accepts_other_edges;
    let fits =
        |other: &&ItemAnswer| other.id == item.id || list::waits(other, accepts) && codes(other) == wanted;
    scene.answer.items().filter(fits).collect()
}

fn present(scene: &Scene<'_>, state: &DeskState) -> BTreeSet<RecordId> {
    state.present.clone().unwrap_or_else(|| scene.coders.into_iter().collect())
}

pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState, actions: &mut Vec<RoundsAction>) {
    ScrollArea::vertical().id_salt("decision").auto_shrink(false).show(ui, |ui| {
        let lang = scene.words.lang;
        let Some(item) = scene.item else {
            body(ui, i18n::desk_choose(lang));
            return;
        };
        heading(ui, i18n::desk_decide(lang));
        if let Some(decision) = &item.decision {
            decided(ui, decision, item, scene);
        }
        cards(ui, scene, item, state);
        others(ui, scene, state);
        what_else(ui, scene, item, state);
        reason(ui, scene, state, actions);
        sitting(ui, scene, state);
        discussion(ui, scene, item, state, actions);
    });
}

fn decided(ui: &mut Ui, decision: &DecisionAnswer, item: &ItemAnswer, scene: &Scene<'_>) {
    let lang = scene.words.lang;
    let codes: Vec<&str> = decision.codes.iter().map(|code| leaf(code)).collect();
    let verdict = i18n::verdict_name(lang, decision.verdict);
    body(ui, &i18n::desk_was_decided(lang, &codes.join(", "), verdict));
    if !decision.reason.is_empty() {
        quiet(ui, &decision.reason);
    }
    quiet(ui, &workbench::answers::reconciliation::signed(lang, decision));
    if item.state == "reopened" {
        super::super::pieces::care(ui, i18n::desk_reopened(lang));
    }
    ui.add_space(space::SMALL);
}

/// What A has and what B has, each a card to press.
fn cards(ui: &mut Ui, scene: &Scene<'_>, item: &ItemAnswer, state: &mut DeskState) {
    let sides = [("A", &item.first, Verdict::First), ("B", &item.second, Verdict::Second)];
    for ((letter, passages, verdict), coder) in sides.into_iter().zip(&scene.answer.coders) {
        let on = state.draft.verdict == Some(verdict);
        if card(ui, scene, letter, coder, passages, on) {
            state.draft.choose(verdict);
        }
    }
}

fn card(
    ui: &mut Ui,
    scene: &Scene<'_>,
    letter: &str,
    coder: &str,
    passages: &[PassageAnswer],
    on: bool,
) -> bool {
    let (lang, theme) = (scene.words.lang, Theme::of(ui));
    let codes: BTreeSet<RecordId> = passages.iter().map(|passage| passage.code_id).collect();
    let names: BTreeSet<&str> = passages.iter().map(|passage| leaf(&passage.code)).collect();
    let named = match names.is_empty() {
        true => i18n::desk_not_coded(lang).to_owned(),
        false => names.into_iter().collect::<Vec<_>>().join(", "),
    };
    let stroke = if on { Stroke::new(1.5, theme.accent) } else { theme.hairline() };
    let frame = Frame::new().fill(theme.paper).stroke(stroke).corner_radius(radius::CARD);
    let builder = UiBuilder::new().id_salt(("side", letter)).sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            frame.inner_margin(Margin::same(12)).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.horizontal_wrapped(|ui| {
                    key_cap::show(ui, letter);
                    let text = RichText::new(unbroken(&named)).font(fonts::semibold(size::BODY));
                    ui.label(text.color(theme.ink));
                });
                let rows = scene.shown.codes.rows.iter().filter(|row| codes.contains(&row.id));
                for row in rows.filter(|row| !row.definition.is_empty()) {
                    quiet(ui, &row.definition);
                }
                quiet(ui, coder);
            });
        })
        .response;
    let name = format!("{letter} {named}, {coder}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
    if response.has_focus() {
        row::ring(ui.painter(), response.rect, theme);
    }
    ui.add_space(space::SMALL);
    response.clicked()
}

fn others(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let lang = scene.words.lang;
    ui.horizontal_wrapped(|ui| {
        for (verdict, name, key) in [
            (Verdict::Both, i18n::desk_both_codes(lang), "2"),
            (Verdict::Other, i18n::desk_other(lang), "O"),
            (Verdict::Neither, i18n::desk_neither(lang), "N"),
        ] {
            let on = state.draft.verdict == Some(verdict);
            if super::super::pieces::chip(ui, name, on).clicked() {
                match verdict {
                    Verdict::Other => state.other = Some(Other::default()),
                    verdict => state.draft.choose(verdict),
                }
            }
            key_cap::show(ui, key);
        }
    });
    let named: Vec<&str> = scene
        .shown
        .codes
        .rows
        .iter()
        .filter(|row| state.draft.codes.contains(&row.id))
        .map(|row| row.label.as_ref())
        .collect();
    if !named.is_empty() {
        body(ui, &i18n::desk_other_is(lang, &named.join(", ")));
    }
}

/// Other edges, and the same decision for all passages of the two labels.
fn what_else(ui: &mut Ui, scene: &Scene<'_>, item: &ItemAnswer, state: &mut DeskState) {
    let lang = scene.words.lang;
    let same = alike(scene, item).len();
    if same > 1 {
        ui.checkbox(&mut state.draft.batch, i18n::desk_batch(lang, number(same)));
    }
    let Some(view) = scene.shown.transcript.filter(|view| view.interview == item.interview_id) else {
        return;
    };
    quiet(ui, i18n::desk_edges(lang));
    ui.horizontal(|ui| {
        for (text, name, beginning, forward) in [
            ("⟵", i18n::desk_edge_start_back(lang), true, false),
            ("⟶", i18n::desk_edge_start_on(lang), true, true),
            ("⟵", i18n::desk_edge_end_back(lang), false, false),
            ("⟶", i18n::desk_edge_end_on(lang), false, true),
        ] {
            if !forward {
                let end = i18n::desk_edge_end(lang);
                quiet(ui, if beginning { i18n::desk_edge_start(lang) } else { end });
            }
            let button = ui.small_button(text).on_hover_text(name);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            if button.clicked() {
                state.draft.move_edge(item, &view.text, beginning, forward);
            }
        }
    });
    if let Some((start, end)) = state.draft.edges {
        let words: String = view.text.chars().skip(start as usize).take((end - start) as usize).collect();
        body(ui, &format!("« {} »", glimpse(&words, 300)));
        if ui.button(i18n::desk_edges_back(lang)).clicked() {
            state.draft.edges = None;
        }
    }
    ui.add_space(space::SMALL);
}

fn reason(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState, actions: &mut Vec<RoundsAction>) {
    let lang = scene.words.lang;
    let field = row::field(ui, &mut state.draft.reason, i18n::desk_reason(lang), "reason");
    let sent = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let left = field.has_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if std::mem::take(&mut state.draft.wants_reason) {
        field.request_focus();
    } else if left {
        field.surrender_focus();
    }
    let ready = state.draft.verdict.is_some();
    let pressed =
        ui.add_enabled_ui(ready, |ui| primary(ui, i18n::desk_decide_and_next(lang)).clicked()).inner;
    if ready && (pressed || sent) {
        decide(scene, state, actions);
    }
    arbitration(ui, scene, state);
    ui.add_space(space::EDGE);
}

/// Somebody else decides, where the coders do not agree.
fn arbitration(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let lang = scene.words.lang;
    let others = || scene.shown.view.members.iter().filter(|one| !scene.coders.contains(&one.id));
    if others().next().is_none() {
        return;
    }
    let named = others().find(|one| Some(one.id) == state.draft.arbiter);
    let shown = named.map_or(i18n::desk_no_arbiter(lang), |one| &one.name);
    let choice = ComboBox::from_id_salt("arbiter").selected_text(shown).show_ui(ui, |ui| {
        ui.selectable_value(&mut state.draft.arbiter, None, i18n::desk_no_arbiter(lang));
        for one in others() {
            ui.selectable_value(&mut state.draft.arbiter, Some(one.id), one.name.as_ref());
        }
    });
    let name = i18n::desk_arbitration(lang);
    choice.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
}

fn sitting(ui: &mut Ui, scene: &Scene<'_>, state: &mut DeskState) {
    let lang = scene.words.lang;
    let mut here = present(scene, state);
    heading(ui, i18n::desk_present(lang));
    ui.horizontal_wrapped(|ui| {
        for member in scene.shown.view.members.iter() {
            let mut on = here.contains(&member.id);
            let name = i18n::desk_present_one(lang, &member.name);
            let response = ui.checkbox(&mut on, member.name.as_ref());
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
            if response.changed() {
                if !here.remove(&member.id) {
                    here.insert(member.id);
                }
                state.present = Some(here.clone());
            }
        }
    });
    let together = scene.coders.iter().all(|coder| here.contains(coder));
    quiet(ui, if together { i18n::desk_signed_together(lang) } else { i18n::desk_signed_alone(lang) });
    ui.add_space(space::EDGE);
}

/// What was said of these passages and of these labels, and a line to say more.
fn discussion(
    ui: &mut Ui,
    scene: &Scene<'_>,
    item: &ItemAnswer,
    state: &mut DeskState,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = scene.words.lang;
    heading(ui, i18n::desk_discussion(lang));
    let passages = || item.first.iter().chain(&item.second);
    let about = |id: RecordId| passages().any(|one| one.coding == id || one.code_id == id);
    for word in scene.shown.view.discussions.iter().filter(|word| about(word.about)) {
        body(ui, &word.text);
        quiet(ui, &format!("{}, {}", word.author, word.day));
        ui.separator();
    }
    let field = row::field(ui, &mut state.word, i18n::desk_say(lang), "discussion");
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut about_code = None;
    let mut pressed = false;
    ui.horizontal_wrapped(|ui| {
        pressed = ui.button(i18n::desk_say_of_passage(lang)).clicked();
        let codes: BTreeSet<(RecordId, &str)> =
            passages().map(|one| (one.code_id, leaf(&one.code))).collect();
        for (code, name) in codes {
            if ui.button(i18n::desk_say_of_code(lang, name)).clicked() {
                about_code = Some(code);
            }
        }
    });
    let target = about_code.or(item.id.filter(|_| pressed || entered));
    if target.is_some() && !state.word.trim().is_empty() {
        actions.push(RoundsAction::Run(Command::WriteMemo {
            memo: None,
            target,
            kind: MemoKind::Discussion,
            title: String::new(),
            body: std::mem::take(&mut state.word).trim().to_owned(),
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::word_edges;

    #[test]
    fn edges_lie_between_words() {
        assert_eq!(word_edges("je dors  mal", true), [0, 3, 9]);
        assert_eq!(word_edges("je dors  mal", false), [2, 7, 12]);
        assert!(word_edges("", true).is_empty());
    }
}

//! Copies of the study brought together: what would come, which version stays where two disagree, what looks
//! the same, and what waits for a person.

use super::RoundsAction;
use super::pieces::{body, card, care, heading, page, primary, quiet, secret, title};
use crate::theme::space;
use crate::words::{Words, number};
use egui::Ui;
use model::{OpId, RecordId};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use workbench::answers::merge::{
    ConflictAnswer, DanglingAnswer, MergeAnswer, PairAnswer, UnsettledAnswer, UnsettledField, VersionAnswer,
};
use workbench::command::Command;
use workbench::desk::Kept;
use workbench::double_coding::locked::Passphrase;
use workbench::views::DoubleCodingView;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct MergeState {
    plan: Option<(PathBuf, Box<MergeAnswer>)>,
    /// The version chosen for each field that disagrees; those without one are decided later.
    chosen: BTreeMap<(RecordId, String), OpId>,
    brought: Option<Box<MergeAnswer>>,
    /// How many disagreements were settled with what was brought.
    kept: usize,
    /// A copy that came back locked, and its passphrase as it is typed.
    locked: Option<(PathBuf, String)>,
}

impl MergeState {
    /// What merging a copy would bring.
    pub fn plan(&mut self, path: PathBuf, answer: Box<MergeAnswer>) {
        self.chosen.clear();
        self.brought = None;
        self.locked = None;
        self.plan = Some((path, answer));
    }

    /// A copy that came back is locked: its passphrase is asked for.
    pub fn ask_passphrase(&mut self, path: PathBuf) {
        self.locked = Some((path, String::new()));
    }

    /// What a merge brought.
    pub fn done(&mut self, answer: Box<MergeAnswer>) {
        self.plan = None;
        self.kept = std::mem::take(&mut self.chosen).len();
        self.brought = Some(answer);
    }

    /// The last merge was taken back.
    pub fn taken_back(&mut self) {
        self.brought = None;
    }

    fn kept(&self) -> Vec<Kept> {
        let kept = |((record, group), version): (&(RecordId, String), &OpId)| Kept {
            record: *record,
            group: group.clone(),
            version: *version,
        };
        self.chosen.iter().map(kept).collect()
    }
}

pub(super) fn show(
    ui: &mut Ui,
    view: &DoubleCodingView,
    state: &mut MergeState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) {
    let lang = words.lang;
    page(ui, "merge", |ui| {
        title(ui, i18n::merge_title(lang));
        body(ui, i18n::merge_purpose(lang));
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, i18n::merge_choose(lang)).clicked() {
                actions.push(RoundsAction::ChooseCopy);
            }
            if ui.button(i18n::merge_take_back(lang)).clicked() {
                actions.push(RoundsAction::TakeBackMerge);
            }
        });
        ui.add_space(space::EDGE);
        if let Some((path, phrase)) = &mut state.locked {
            card(ui, |ui| unlocking(ui, path, phrase, words, actions));
        }
        if let Some((path, answer)) = state.plan.take() {
            let mut stays = true;
            card(ui, |ui| stays = plan(ui, &path, &answer, state, words, actions));
            if stays {
                state.plan = Some((path, answer));
            }
        }
        if let Some(answer) = &state.brought {
            card(ui, |ui| {
                heading(ui, i18n::merge_done(lang));
                figures(ui, answer, words);
                if state.kept > 0 {
                    body(ui, &i18n::merge_n_kept(lang, number(state.kept)));
                }
            });
        }
        unsettled(ui, &view.unsettled, words, actions);
    });
}

fn unlocking(ui: &mut Ui, path: &Path, phrase: &mut String, words: Words, actions: &mut Vec<RoundsAction>) {
    let lang = words.lang;
    heading(ui, i18n::locked_title(lang));
    body(ui, i18n::locked_copy_explained(lang));
    let field = secret(ui, phrase, i18n::locked_passphrase(lang));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if (primary(ui, i18n::locked_open(lang)).clicked() || entered) && !phrase.is_empty() {
        actions.push(RoundsAction::Unlock(path.to_owned(), Passphrase(phrase.clone())));
    }
}

/// What would come; false once it was decided.
fn plan(
    ui: &mut Ui,
    path: &Path,
    answer: &MergeAnswer,
    state: &mut MergeState,
    words: Words,
    actions: &mut Vec<RoundsAction>,
) -> bool {
    let lang = words.lang;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    heading(ui, &i18n::merge_would_bring(lang, &name));
    figures(ui, answer, words);
    if !answer.conflicts.is_empty() {
        ui.add_space(space::SMALL);
        heading(ui, i18n::merge_conflicts(lang));
        quiet(ui, i18n::merge_conflicts_purpose(lang));
        for conflict in &answer.conflicts {
            choice(ui, conflict, &mut state.chosen, words);
        }
    }
    ui.add_space(space::EDGE);
    ui.horizontal(|ui| {
        if primary(ui, i18n::merge_do(lang)).clicked() {
            actions.push(RoundsAction::Merge(path.to_owned(), state.kept()));
            return false;
        }
        !ui.button(i18n::button_cancel(lang)).clicked()
    })
    .inner
}

/// What comes, in words and numbers.
fn figures(ui: &mut Ui, answer: &MergeAnswer, words: Words) {
    let (lang, method) = (words.lang, words.method());
    body(ui, &i18n::merge_operations(lang, number(answer.ops_in)));
    if !answer.sealed.is_empty() {
        body(ui, &i18n::cli_merge_sealed(lang, &answer.sealed.join(", ")));
    }
    let listed = |kinds: &BTreeMap<&'static str, usize>| {
        let one = |(kind, count): (&&str, &usize)| {
            // The name of a kind has no plural.
            format!("{} × {}", i18n::kind_name(lang, kind, method), i18n::integer(lang, number(*count)))
        };
        kinds.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    if !answer.new.is_empty() {
        body(ui, &i18n::merge_new(lang, &listed(&answer.new)));
    }
    if !answer.changed.is_empty() {
        body(ui, &i18n::merge_changed(lang, &listed(&answer.changed)));
    }
    let counts = [
        (answer.conflicts.len(), i18n::merge_n_conflicts as fn(i18n::Lang, i64) -> String),
        (doubles(answer), i18n::merge_n_doubles),
        (answer.to_place.len(), i18n::merge_n_to_place),
        (answer.composed.len(), i18n::merge_n_composed),
    ];
    for (count, said) in counts.into_iter().filter(|(count, _)| *count > 0) {
        care(ui, &said(lang, number(count)));
    }
    if answer.ops_in == 0 && answer.sealed.is_empty() {
        quiet(ui, i18n::merge_nothing_new(lang));
    }
}

/// How many pairs look the same.
fn doubles(answer: &MergeAnswer) -> usize {
    answer.same_source.len() + answer.same_code.len() + answer.same_member.len()
}

/// One field about which the copies disagree: this, that, or later.
fn choice(
    ui: &mut Ui,
    conflict: &ConflictAnswer,
    chosen: &mut BTreeMap<(RecordId, String), OpId>,
    words: Words,
) {
    let lang = words.lang;
    let key = (conflict.record, conflict.group.clone());
    ui.add_space(space::SMALL);
    body(ui, &about(words, conflict.kind, &conflict.name, &conflict.field));
    let mut kept = chosen.get(&key).copied();
    let sides = [
        (&conflict.ours, i18n::merge_here as fn(i18n::Lang, &str, &str) -> String),
        (&conflict.theirs, i18n::merge_there),
    ];
    for (version, said) in sides {
        if let Some(version) = version {
            ui.radio_value(&mut kept, Some(version.version), said(lang, &version.author, &version.said));
        }
    }
    ui.radio_value(&mut kept, None, i18n::merge_later(lang));
    match kept {
        Some(version) => _ = chosen.insert(key, version),
        None => _ = chosen.remove(&key),
    }
}

fn about(words: Words, kind: &str, name: &str, field: &str) -> String {
    let kind = i18n::kind_name(words.lang, kind, words.method());
    i18n::merge_about(words.lang, field, kind, name)
}

/// What of the study waits for a person, wherever it came from.
fn unsettled(ui: &mut Ui, answer: &UnsettledAnswer, words: Words, actions: &mut Vec<RoundsAction>) {
    let lang = words.lang;
    heading(ui, i18n::merge_unsettled(lang));
    let same = [&answer.same_source, &answer.same_code, &answer.same_member];
    let pairs: Vec<&PairAnswer> = same.into_iter().flatten().collect();
    if answer.conflicts.is_empty()
        && pairs.is_empty()
        && answer.dangling.is_empty()
        && answer.cycles.is_empty()
    {
        quiet(ui, i18n::merge_all_settled(lang));
        return;
    }
    for field in &answer.conflicts {
        card(ui, |ui| versions(ui, field, words, actions));
    }
    if !pairs.is_empty() {
        heading(ui, i18n::merge_alike(lang));
        quiet(ui, i18n::merge_alike_purpose(lang));
        pairs.into_iter().for_each(|pair| alike(ui, pair, words, actions));
    }
    if !answer.dangling.is_empty() {
        heading(ui, i18n::merge_dangling(lang));
        for DanglingAnswer { name, missing_name, .. } in &answer.dangling {
            body(ui, &i18n::merge_dangling_line(lang, missing_name, name));
        }
    }
    if !answer.cycles.is_empty() {
        heading(ui, i18n::merge_cycles(lang));
        for cycle in &answer.cycles {
            body(ui, &i18n::merge_cycle_line(lang, &cycle.name));
        }
    }
}

fn versions(ui: &mut Ui, field: &UnsettledField, words: Words, actions: &mut Vec<RoundsAction>) {
    let lang = words.lang;
    body(ui, &about(words, field.kind, &field.name, &field.field));
    for VersionAnswer { version, author, said, .. } in &field.versions {
        ui.horizontal_wrapped(|ui| {
            if ui.button(i18n::merge_keep(lang, said)).clicked() {
                let (record, group) = (field.record, field.group.clone());
                actions.push(RoundsAction::Settle(vec![Kept { record, group, version: *version }]));
            }
            quiet(ui, author);
        });
    }
}

fn alike(ui: &mut Ui, pair: &PairAnswer, words: Words, actions: &mut Vec<RoundsAction>) {
    ui.horizontal_wrapped(|ui| {
        body(ui, &i18n::merge_pair(words.lang, &pair.name, &pair.second_name));
        if ui.button(i18n::merge_unite(words.lang, &pair.name)).clicked() {
            let (record, with) = (pair.first, pair.second);
            actions.push(RoundsAction::Run(Command::Unite { record, with }));
        }
    });
}

//! Merging a code into another: which one, what will happen, and why.

use super::{CodebookAction, End};
use crate::folding::{Folded, query};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::{Id, Key, Modal, Modifiers, RichText, ScrollArea, Ui};
use model::RecordId;
use model::value::MemoKind;
use workbench::command::Command;
use workbench::views::{CodeRow, CodeTreeView};

/// A merge in the making.
#[derive(Debug)]
pub(super) struct Merging {
    from: RecordId,
    into: Option<RecordId>,
    filter: String,
    why: String,
}

impl Merging {
    pub fn new(from: RecordId, into: Option<RecordId>) -> Merging {
        Merging { from, into, filter: String::new(), why: String::new() }
    }

    pub fn show(&mut self, ui: &Ui, tree: &CodeTreeView, words: Words) -> End {
        let row = |id: RecordId| tree.rows.iter().find(|row| row.id == id);
        let Some(from) = row(self.from) else { return End::Left };
        let mut end = End::Open;
        let modal = Modal::new(Id::unique("merge")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width(480.0);
            let (lang, theme) = (words.lang, Theme::of(ui));
            let title = i18n::codebook_merge_title(lang, &from.label);
            ui.label(RichText::new(unbroken(&title)).font(fonts::semibold(size::HEADING)).color(theme.ink));
            ui.add_space(space::SMALL);
            self.choose(ui, tree, words);
            if let Some(into) = self.into.and_then(row) {
                self.preview(ui, tree, from, into, words);
            }
            ui.add_space(space::SMALL);
            let sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            ui.horizontal(|ui| {
                let merge = row::primary(i18n::codebook_merge_do(lang), Theme::of(ui));
                if ui.add_enabled(self.into.is_some(), merge).clicked() || (sent && self.into.is_some()) {
                    end = End::Done(self.actions(from));
                }
                if ui.button(i18n::button_cancel(lang)).clicked() {
                    end = End::Left;
                }
            });
        });
        if modal.should_close() && matches!(end, End::Open) { End::Left } else { end }
    }

    fn choose(&mut self, ui: &mut Ui, tree: &CodeTreeView, words: Words) {
        let field = row::field(ui, &mut self.filter, i18n::codebook_merge_into(words.lang), "merge into");
        // Looked at before the field takes the focus back: afterwards it has lost nothing.
        let chosen = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let typed = query(&self.filter);
        let fits = |row: &CodeRow| {
            let label = Folded::new(&row.label);
            row.id != self.from && typed.iter().all(|word| label.word_beginning(word).is_some())
        };
        let found: Vec<&CodeRow> = tree.rows.iter().filter(|row| fits(row)).take(200).collect();
        if chosen {
            self.into = found.first().map(|row| row.id).or(self.into);
        }
        ScrollArea::vertical().max_height(180.0).auto_shrink([false, true]).show(ui, |ui| {
            for row in found {
                let text = if row.path.is_empty() {
                    row.label.to_string()
                } else {
                    format!("{} / {}", row.path, row.label)
                };
                if ui.selectable_label(self.into == Some(row.id), text).clicked() {
                    self.into = Some(row.id);
                }
            }
        });
    }

    fn preview(&mut self, ui: &mut Ui, tree: &CodeTreeView, from: &CodeRow, into: &CodeRow, words: Words) {
        let (lang, theme) = (words.lang, Theme::of(ui));
        let at = tree.rows.iter().position(|row| row.id == from.id).unwrap_or_default();
        let below = tree.rows.iter().skip(at + 1).take_while(|row| row.depth > from.depth);
        let children = below.filter(|row| row.depth == from.depth + 1).count();
        ui.add_space(space::SMALL);
        let said = [
            i18n::codebook_merge_passages(lang, &into.label, number(from.own)),
            i18n::codebook_merge_children(lang, &into.label, words.method(), number(children)),
            i18n::codebook_merge_gone(lang, &from.label),
        ];
        for line in said.iter().filter(|line| !line.is_empty()) {
            ui.label(RichText::new(unbroken(line)).font(fonts::regular(size::BODY)).color(theme.ink));
        }
        ui.add_space(space::SMALL);
        row::field(ui, &mut self.why, i18n::codebook_why(lang), "merge why");
    }

    /// The merge, and why, as a note on the code that stays.
    fn actions(&self, from: &CodeRow) -> Vec<CodebookAction> {
        let Some(into) = self.into else { return Vec::new() };
        let mut actions = vec![CodebookAction::Run(Command::MergeCodes { from: self.from, into })];
        if !self.why.trim().is_empty() {
            actions.push(CodebookAction::Run(Command::WriteMemo {
                memo: None,
                target: Some(into),
                kind: MemoKind::Methodological,
                title: from.label.to_string(),
                body: self.why.trim().to_owned(),
            }));
        }
        actions.push(CodebookAction::Choose(into));
        actions
    }
}

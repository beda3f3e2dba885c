//! What the code book points out: codes without a passage, names that are nearly the same.

use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::words::{Words, number};
use egui::{Frame, Margin, RichText, ScrollArea, Ui};
use model::RecordId;
use workbench::views::{CodeTreeView, CodebookView};

/// A sort of thing that is pointed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Unused,
    Alike,
}

/// What is asked about it.
pub(super) enum Wanted {
    Choose(RecordId),
    Merge(RecordId, RecordId),
}

/// The switches below the tree; nothing where there is nothing to point out.
pub(super) fn chips(ui: &mut Ui, view: &CodebookView, pointed: &mut Option<Sort>, words: Words) {
    let (unused, alike) = (number(view.unused.len()), number(view.alike.len()));
    let texts = [
        (Sort::Unused, unused, i18n::codebook_unused(words.lang, unused)),
        (Sort::Alike, alike, i18n::codebook_alike(words.lang, alike)),
    ];
    if unused + alike == 0 {
        *pointed = None;
        return;
    }
    Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 6)).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (sort, _, text) in texts.into_iter().filter(|(_, count, _)| *count > 0) {
                let on = *pointed == Some(sort);
                if ui.selectable_label(on, text).clicked() {
                    *pointed = if on { None } else { Some(sort) };
                }
            }
        });
    });
}

/// The list in place of the tree.
pub(super) fn show(
    ui: &mut Ui,
    tree: &CodeTreeView,
    view: &CodebookView,
    sort: Sort,
    chosen: Option<RecordId>,
    words: Words,
) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    let lang = words.lang;
    let (title, explained) = match sort {
        Sort::Unused => (i18n::codebook_unused_title(lang), i18n::codebook_unused_explained(lang)),
        Sort::Alike => (i18n::codebook_alike_title(lang), i18n::codebook_alike_explained(lang)),
    };
    row::head(ui, title, "");
    crate::empty::show(ui, "", explained);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let frame = Frame::new().inner_margin(Margin::symmetric(space::EDGE as i8, 4));
        match sort {
            Sort::Unused => {
                for code in view.unused.iter() {
                    let Some(row) = tree.rows.iter().find(|row| row.id == *code) else { continue };
                    frame.show(ui, |ui| {
                        if ui.selectable_label(chosen == Some(*code), row.label.as_ref()).clicked() {
                            wanted.push(Wanted::Choose(*code));
                        }
                    });
                }
            }
            Sort::Alike => {
                for pair in view.alike.iter() {
                    frame.show(ui, |ui| {
                        let theme = Theme::of(ui);
                        for (code, name) in [(pair.code, &pair.name), (pair.other, &pair.other_name)] {
                            if ui.selectable_label(chosen == Some(code), name.as_ref()).clicked() {
                                wanted.push(Wanted::Choose(code));
                            }
                        }
                        ui.horizontal(|ui| {
                            let measure =
                                RichText::new(pair.measure.as_ref()).font(fonts::regular(size::SMALL));
                            ui.label(measure.color(theme.mute));
                            if ui.button(i18n::codebook_merge(lang)).clicked() {
                                wanted.push(Wanted::Merge(pair.other, pair.code));
                            }
                        });
                    });
                    ui.separator();
                }
            }
        }
    });
    wanted
}

//! A reading grid typed or pasted: one code on each line, in the order of priority.

use super::super::TheoryAction;
use crate::fonts;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::{Id, Modal, RichText, ScrollArea, TextEdit, Ui};
use workbench::command::theory::{GridRow, TheoryCommand};

/// Asks for the grid: `None` while it is typed, `Some(None)` when it was left.
pub(super) fn show(
    ui: &Ui,
    text: &mut String,
    words: Words,
    actions: &mut Vec<TheoryAction>,
) -> Option<Option<TheoryAction>> {
    let lang = words.lang;
    let mut end = None;
    let modal = Modal::new(Id::unique("grid")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(520.0);
        let theme = Theme::of(ui);
        let title = RichText::new(i18n::board_grid(lang)).font(fonts::semibold(size::HEADING));
        ui.label(title.color(theme.ink));
        pieces::quiet(ui, i18n::board_grid_hint(lang));
        ui.add_space(space::SMALL);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            let edit = TextEdit::multiline(text)
                .font(fonts::regular(size::BODY))
                .hint_text(RichText::new(unbroken(i18n::board_grid_example(lang))).color(theme.faint))
                .desired_rows(10)
                .desired_width(f32::INFINITY);
            let field = ui.add(edit).accessible_name(i18n::board_grid_lines(lang));
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
        });
        ui.add_space(space::SMALL);
        let rows = rows(text);
        ui.horizontal_wrapped(|ui| {
            let take = egui::Button::new(i18n::board_grid_take(lang, number(rows.len())));
            if ui.add_enabled(!rows.is_empty(), take).clicked() {
                end = Some(Some(TheoryAction::Run(TheoryCommand::ImportGrid(rows).into())));
            }
            if ui.button(i18n::board_grid_file(lang)).clicked() {
                actions.push(TheoryAction::GridFile);
                end = Some(None);
            }
            if ui.button(i18n::button_cancel(lang)).clicked() {
                end = Some(None);
            }
        });
    });
    if modal.should_close() && end.is_none() { Some(None) } else { end }
}

/// The rows of what was typed: a name or path on each line, a definition after a tab.
fn rows(text: &str) -> Vec<GridRow> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let row = |(line, text): (usize, &str)| {
        let (path, definition) = text.split_once('\t').unwrap_or((text, ""));
        let (path, definition) = (path.trim().to_owned(), definition.trim().to_owned());
        GridRow { line, path, definition, ..GridRow::default() }
    };
    lines.map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn each_line_is_a_code_and_keeps_its_number() {
        let rows = rows("accès aux soins\n\n  coût / transport \tce que coûte la route\n");
        let said: Vec<_> =
            rows.iter().map(|row| (row.line, row.path.as_str(), row.definition.as_str())).collect();
        assert_eq!(said, [(1, "accès aux soins", ""), (3, "coût / transport", "ce que coûte la route")]);
    }
}

//! How a memo reads: Markdown in blocks, links that lead somewhere, older versions.

use super::MemosAction;
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::theory::pieces;
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{Frame, Margin, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};
use workbench::markdown::{Block, Span};
use workbench::views::memos::{MemoLink, MemoSheet};

pub(super) fn show(
    ui: &mut Ui,
    sheet: &MemoSheet,
    past: &mut Option<usize>,
    words: Words,
    actions: &mut Vec<MemosAction>,
) {
    let lang = words.lang;
    row::head(ui, i18n::memo_reading(lang), &sheet.written);
    ScrollArea::vertical().auto_shrink(false).id_salt(("reading", sheet.id)).show(ui, |ui| {
        let margin = Margin { left: space::EDGE as i8, right: space::EDGE as i8, top: 0, bottom: 20 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            about(ui, sheet, words, actions);
            match past.and_then(|at| sheet.versions.get(at)) {
                Some(version) => {
                    pieces::quiet(ui, &version.said);
                    pieces::heading(ui, &version.title);
                    pieces::text(ui, &version.text);
                }
                None => {
                    for block in sheet.blocks.iter() {
                        one(ui, block, sheet, actions);
                    }
                }
            }
            links(ui, sheet, words, actions);
            versions(ui, sheet, past, words);
        });
    });
}

fn about(ui: &mut Ui, sheet: &MemoSheet, words: Words, actions: &mut Vec<MemosAction>) {
    let Some(link) = &sheet.leads_to else { return };
    let said = i18n::memo_about(words.lang, &sheet.about);
    if pieces::leading_line(ui, &said, "").clicked() {
        actions.extend(go(link));
    }
}

/// Where a link leads; nothing for a name that leads nowhere.
fn go(link: &MemoLink) -> Option<MemosAction> {
    let record = link.record?;
    Some(match &link.passage {
        Some((interview, range)) => {
            MemosAction::GoTo { interview: *interview, coding: record, range: range.clone() }
        }
        None => MemosAction::Go(record, link.kind),
    })
}

fn one(ui: &mut Ui, block: &Block, sheet: &MemoSheet, actions: &mut Vec<MemosAction>) {
    let theme = Theme::of(ui);
    ui.add_space(space::TIGHT);
    match block {
        Block::Heading(level, spans) => {
            ui.add_space(space::SMALL);
            let size = if *level == 1 { size::HEADING } else { size::TITLE };
            spans_of(ui, spans, size, true, "", sheet, actions);
        }
        Block::Paragraph(spans) => spans_of(ui, spans, size::BODY, false, "", sheet, actions),
        Block::Item(depth, number, spans) => {
            let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
            ui.horizontal_top(|ui| {
                ui.add_space(16.0 * *depth as f32);
                ui.vertical(|ui| spans_of(ui, spans, size::BODY, false, &format!("{mark} "), sheet, actions));
            });
        }
        Block::Quote(spans) => {
            let left = ui.cursor().left_top();
            ui.indent("quote", |ui| spans_of(ui, spans, size::BODY, false, "", sheet, actions));
            let line = Stroke::new(2.0, theme.line);
            ui.painter().vline(left.x + 4.0, left.y..=ui.min_rect().bottom(), line);
        }
        Block::Code(text) => pieces::text(ui, text),
        Block::Rule => _ = ui.separator(),
    }
}

/// Words on as many lines as they need; those that lead somewhere can be pressed, below for the keyboard.
fn spans_of(
    ui: &mut Ui,
    spans: &[Span],
    size: f32,
    heading: bool,
    mark: &str,
    sheet: &MemoSheet,
    actions: &mut Vec<MemosAction>,
) {
    let theme = Theme::of(ui);
    let mut job = LayoutJob::default();
    let mut ends = Vec::new();
    let format = |span: &Span| TextFormat {
        font_id: if heading || span.strong { fonts::semibold(size) } else { fonts::regular(size) },
        color: if span.link.is_some() { theme.accent } else { theme.ink },
        italics: span.emphasis,
        line_height: Some(size * 1.5),
        strikethrough: if span.struck { Stroke::new(1.0, theme.ink) } else { Stroke::NONE },
        underline: if span.link.is_some() { Stroke::new(1.0, theme.accent) } else { Stroke::NONE },
        ..TextFormat::default()
    };
    job.append(mark, 0.0, format(&Span::default()));
    let mut count = mark.chars().count();
    for span in spans {
        job.append(&unbroken(&span.text), 0.0, format(span));
        count += span.text.chars().count();
        ends.push((count, span.link));
    }
    job.wrap.max_width = ui.available_width();
    let said = job.text.clone();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui
        .allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::click() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let under = response.hover_pos().map(|pos| galley.cursor_from_pos(pos - rect.min).index.0);
    ui.painter().galley(rect.min, galley, theme.ink);
    let Some(at) = under else { return };
    let link = ends.iter().find(|(end, _)| at < *end).and_then(|(_, link)| *link);
    let Some(link) = link else { return };
    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    if response.clicked() {
        let known = sheet.links.iter().find(|known| known.record == Some(link));
        actions.extend(known.and_then(go));
    }
}

fn links(ui: &mut Ui, sheet: &MemoSheet, words: Words, actions: &mut Vec<MemosAction>) {
    if sheet.links.is_empty() {
        return;
    }
    pieces::heading(ui, i18n::memo_links(words.lang));
    for link in sheet.links.iter() {
        let aside = if link.record.is_none() { i18n::memo_link_lost(words.lang) } else { "" };
        if pieces::leading_line(ui, &link.name, aside).clicked() {
            actions.extend(go(link));
        }
    }
}

fn versions(ui: &mut Ui, sheet: &MemoSheet, past: &mut Option<usize>, words: Words) {
    if sheet.versions.len() < 2 {
        return;
    }
    pieces::heading(ui, &i18n::memo_versions(words.lang, number(sheet.versions.len())));
    for (at, version) in sheet.versions.iter().enumerate() {
        let on = past.unwrap_or_default() == at;
        if ui.selectable_label(on, version.said.as_ref()).clicked() {
            *past = (at > 0).then_some(at);
        }
    }
}

//! The journal: memos by day, the latest first.

use super::{Draft, MemosAction, MemosState, Page, kinds};
use crate::folding::{Folded, query};
use crate::fonts;
use crate::measured_list::{self, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::number;
use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Frame, Margin, Panel, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::screen::MemosShowing;
use workbench::views::memos::MemoRow;

/// The heights of a day and of a memo.
const DAY: f32 = 30.0;
const MEMO: f32 = 74.0;

/// A line of the list.
#[derive(Clone, Copy)]
enum Line<'r> {
    Day(&'r str),
    Memo(&'r MemoRow),
}

pub(super) fn show(ui: &mut Ui, page: &Page<'_>, state: &mut MemosState, actions: &mut Vec<MemosAction>) {
    let lang = page.words.lang;
    row::head(ui, i18n::rail_memos(lang), &i18n::integer(lang, number(page.view.rows.len())));
    let frame = Frame::new().inner_margin(Margin { left: 14, right: 14, top: 0, bottom: 8 });
    frame.show(ui, |ui| {
        if ui.button(i18n::memos_new(lang)).clicked() {
            actions.extend(state.let_go().map(MemosAction::Run));
            state.draft = Some(Draft::new(None, String::new()));
            actions.push(MemosAction::Show(MemosShowing { open: None, ..page.showing.clone() }));
        }
        row::field(ui, &mut state.filter, i18n::memos_filter(lang), "memos-filter");
        ui.horizontal_wrapped(|ui| {
            for kind in kinds() {
                let on = state.kind == Some(kind);
                if ui.selectable_label(on, i18n::memo_kind_name(lang, kind.as_str())).clicked() {
                    state.kind = (!on).then_some(kind);
                }
            }
        });
        let mut versions = page.showing.versions;
        if ui.checkbox(&mut versions, i18n::memos_versions(lang)).changed() {
            actions.push(MemosAction::Show(MemosShowing { versions, ..page.showing.clone() }));
        }
    });
    Panel::bottom("memo-print").frame(frame).show(ui, |ui| {
        if ui.button(i18n::memos_print(lang)).clicked() {
            actions.push(MemosAction::Print);
        }
    });
    list(ui, page, state, actions);
}

fn list(ui: &mut Ui, page: &Page<'_>, state: &mut MemosState, actions: &mut Vec<MemosAction>) {
    let lines = lines(page, state);
    if lines.is_empty() && !page.view.rows.is_empty() {
        crate::empty::show(ui, i18n::memos_none_found(page.words.lang), "");
        return;
    }
    let rows = Rows {
        key: egui::util::hash((page.view.key, &state.filter, state.kind)),
        count: lines.len(),
        name: |at: usize| match lines[at] {
            Line::Day(day) => egui::util::hash(day),
            Line::Memo(memo) => egui::util::hash((memo.id, &memo.time)),
        },
        estimate: |at: usize| match lines[at] {
            Line::Day(_) => DAY,
            Line::Memo(_) => MEMO,
        },
    };
    let open = state.draft.as_ref().and_then(Draft::memo);
    let mut pressed = None;
    measured_list::show(ui, &mut state.heights, &rows, |ui, at| match lines[at] {
        Line::Day(day) => heading(ui, day),
        Line::Memo(memo) => {
            if one(ui, memo, Some(memo.id) == open, page) {
                pressed = Some(memo.id);
            }
            MEMO
        }
    });
    if let Some(memo) = pressed {
        actions.extend(
            match open == Some(memo) {
                true => state.draft.as_mut().and_then(Draft::send),
                false => state.let_go(),
            }
            .map(MemosAction::Run),
        );
        actions.push(MemosAction::Show(MemosShowing { open: Some(memo), ..page.showing.clone() }));
    }
}

/// The memos that fit, under their days.
fn lines<'a>(page: &'a Page<'_>, state: &MemosState) -> Vec<Line<'a>> {
    let typed = query(&state.filter);
    let fits = |row: &MemoRow| {
        let words = Folded::new(&format!("{} {} {}", row.title, row.about, row.text));
        typed.iter().all(|word| words.word_beginning(word).is_some())
    };
    let mut lines = Vec::new();
    let mut day = "";
    for row in page.view.rows.iter() {
        if state.kind.is_some_and(|kind| kind != row.kind) || !typed.is_empty() && !fits(row) {
            continue;
        }
        if *row.day != *day {
            day = &row.day;
            lines.push(Line::Day(day));
        }
        lines.push(Line::Memo(row));
    }
    lines
}

fn heading(ui: &mut Ui, day: &str) -> f32 {
    let theme = Theme::of(ui);
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), DAY));
    let response = ui.interact(rect, ui.scope_id().with("day"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, day));
    let galley =
        row::one_line(ui.painter(), day, fonts::semibold(size::SMALL), theme.mute, rect.width() - 28.0);
    ui.painter().galley(
        pos2(rect.left() + space::EDGE, rect.bottom() - galley.size().y - 4.0),
        galley,
        theme.mute,
    );
    DAY
}

fn one(ui: &mut Ui, memo: &MemoRow, on: bool, page: &Page<'_>) -> bool {
    let (theme, lang) = (Theme::of(ui), page.words.lang);
    let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), MEMO));
    let response = ui.interact(rect, ui.scope_id().with((memo.id, &memo.time)), Sense::click());
    let title = if memo.title.is_empty() { memo.text.as_ref() } else { memo.title.as_ref() };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, title));
    let inner = rect.shrink2(vec2(space::SMALL, 1.0));
    row::back(ui.painter(), inner, on, response.hovered(), theme);
    if response.has_focus() {
        row::ring(ui.painter(), inner, theme);
    }
    let left = rect.left() + space::EDGE;
    let room = rect.width() - 2.0 * space::EDGE;
    let flat = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = row::one_line(ui.painter(), &flat, fonts::medium(size::BODY), theme.ink, room);
    ui.painter().galley(pos2(left, rect.top() + 7.0), name, theme.ink);
    let kind = i18n::memo_kind_name(lang, memo.kind.as_str());
    let parts = [memo.time.as_ref(), kind, memo.about.as_ref(), memo.author.as_ref()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let said = row::one_line(ui.painter(), &said.join(" · "), fonts::regular(size::SMALL), theme.mute, room);
    ui.painter().galley(pos2(left, rect.top() + 26.0), said, theme.mute);
    let text = memo.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let format =
        TextFormat { font_id: fonts::regular(size::SMALL), color: theme.faint, ..TextFormat::default() };
    let mut job = LayoutJob::single_section(unbroken(&text), format);
    job.wrap = TextWrapping { max_width: room, max_rows: 1, ..TextWrapping::default() };
    let glimpse = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.top() + 45.0), glimpse, theme.faint);
    response.clicked()
}

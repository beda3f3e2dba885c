//! Small menus at the pointer: what can be done with a passage, a code, an interview; and who works here.

use crate::Words;
use crate::commands::UiCommand;
use crate::fonts;
use crate::theme::{Theme, radius, size};
use egui::{Area, Button, Frame, Id, Key, Order, Pos2, RichText, Ui, vec2};
use model::RecordId;
use std::ops::Range;
use workbench::screen::Screen;

/// An open menu.
pub(super) struct Menu {
    at: Pos2,
    about: About,
    fresh: bool,
}

enum About {
    Text { range: Option<Range<usize>>, codings: Vec<RecordId> },
    Code(RecordId),
    Interview(RecordId),
    Members,
}

/// What was chosen in a menu.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MenuAction {
    Code { range: Range<usize> },
    InVivo { range: Range<usize> },
    Remove(RecordId),
    Recode(RecordId),
    ShowCode(RecordId),
    RenameCode(RecordId),
    NewBelow(RecordId),
    DeleteCode(RecordId),
    Colour(RecordId, u16),
    Finish(RecordId),
    Read(RecordId),
    ActAs(RecordId),
}

impl Menu {
    pub fn text(at: Pos2, range: Option<Range<usize>>, codings: Vec<RecordId>) -> Menu {
        Menu { at, about: About::Text { range, codings }, fresh: true }
    }

    pub fn code(at: Pos2, code: RecordId) -> Menu {
        Menu { at, about: About::Code(code), fresh: true }
    }

    pub fn interview(at: Pos2, interview: RecordId) -> Menu {
        Menu { at, about: About::Interview(interview), fresh: true }
    }

    pub fn members(at: Pos2) -> Menu {
        Menu { at, about: About::Members, fresh: true }
    }
}

/// Draws a menu; gives it back while it stays open, and what was chosen.
pub(super) fn show(
    ui: &Ui,
    mut menu: Menu,
    screen: &Screen,
    words: Words,
) -> (Option<Menu>, Option<MenuAction>) {
    let entries = entries(&menu.about, screen, words);
    if entries.is_empty() {
        return (None, None);
    }
    let mut chosen = None;
    let area =
        Area::new(Id::unique("context-menu")).order(Order::Foreground).fixed_pos(menu.at).constrain(true);
    let shown = area.show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        let frame = Frame::new().fill(theme.paper).stroke(theme.hairline()).corner_radius(radius::CARD);
        frame.inner_margin(egui::Margin::same(6)).show(ui, |ui| {
            ui.set_width(250.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
            for (label, action) in entries {
                let text = RichText::new(label).font(fonts::regular(size::BODY)).color(theme.ink);
                let button =
                    Button::new(text).frame_when_inactive(false).min_size(vec2(ui.available_width(), 28.0));
                if ui.add(button).clicked() {
                    chosen = Some(action);
                }
            }
        });
    });
    let left = ui.input(|input| {
        let elsewhere = input.pointer.any_pressed()
            && input.pointer.interact_pos().is_some_and(|pos| !shown.response.rect.contains(pos));
        (elsewhere && !menu.fresh) || input.key_pressed(Key::Escape)
    });
    menu.fresh = false;
    let open = (chosen.is_none() && !left).then_some(menu);
    (open, chosen)
}

/// Every command of the window, for the menu under the application's name.
pub(super) fn commands(ui: &mut Ui, words: Words, chosen: &mut Vec<UiCommand>) {
    ui.set_min_width(300.0);
    for command in UiCommand::ALL {
        if command.begins_section() {
            ui.separator();
        }
        let label = RichText::new(command.label(words.lang, words.method())).font(fonts::regular(size::BODY));
        let keys = RichText::new(command.keys(words.lang)).font(fonts::regular(size::SMALL));
        if ui.add(Button::new(label).right_text(keys).min_size(vec2(300.0, 26.0))).clicked() {
            chosen.push(command);
            ui.close();
        }
    }
}

fn entries(about: &About, screen: &Screen, words: Words) -> Vec<(String, MenuAction)> {
    let (lang, method) = (words.lang, words.method());
    match about {
        About::Text { range, codings } => {
            let mut entries = Vec::new();
            if let Some(range) = range {
                let label = i18n::passage_apply_code(lang, method).to_owned();
                entries.push((label, MenuAction::Code { range: range.clone() }));
                let label = i18n::passage_in_vivo(lang, method).to_owned();
                entries.push((label, MenuAction::InVivo { range: range.clone() }));
            }
            for coding in codings {
                entries.extend(of_coding(*coding, screen, words));
            }
            entries
        }
        About::Code(code) => {
            let hue = screen.codes.rows.iter().find(|row| row.id == *code).map_or(0, |row| row.hue);
            vec![
                (i18n::codes_rename(lang).to_owned(), MenuAction::RenameCode(*code)),
                (i18n::codes_new(lang, method).to_owned(), MenuAction::NewBelow(*code)),
                (i18n::codes_colour(lang).to_owned(), MenuAction::Colour(*code, hue.wrapping_add(1) % 7)),
                (i18n::codes_delete(lang).to_owned(), MenuAction::DeleteCode(*code)),
            ]
        }
        About::Interview(interview) => vec![
            (i18n::interview_note_reading(lang).to_owned(), MenuAction::Read(*interview)),
            (i18n::interview_finish(lang).to_owned(), MenuAction::Finish(*interview)),
        ],
        About::Members => {
            let entry = |member: &workbench::views::MemberView| {
                (i18n::member_choose(lang, &member.name), MenuAction::ActAs(member.id))
            };
            screen.members.iter().map(entry).collect()
        }
    }
}

/// What can be done with one coding, named by its code where several lie over one place.
fn of_coding(coding: RecordId, screen: &Screen, words: Words) -> Vec<(String, MenuAction)> {
    let (lang, method) = (words.lang, words.method());
    let view = screen.transcript.iter().flat_map(|view| view.codings.iter()).find(|view| view.id == coding);
    let label = view.map(|view| format!(" · {}", view.label)).unwrap_or_default();
    let mut entries = Vec::new();
    if let Some(view) = view {
        entries.push((i18n::passages_title(lang, &view.label), MenuAction::ShowCode(view.code)));
    }
    entries.push((format!("{}{label}", i18n::passage_recode(lang, method)), MenuAction::Recode(coding)));
    entries.push((format!("{}{label}", i18n::passage_remove(lang, method)), MenuAction::Remove(coding)));
    entries
}

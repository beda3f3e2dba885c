//! Small menus at the pointer: what can be done with a passage, a code, an interview; and who works here.

use crate::Words;
use crate::commands::{Section, UiCommand};
use crate::fonts;
use crate::keymap::Keymap;
use crate::theme::{Theme, radius, size};
use egui::{Area, Button, Frame, Id, Key, Order, Pos2, RichText, Ui, vec2};
use model::RecordId;
use std::ops::Range;
use workbench::screen::{Screen, Showing};
use workbench::views::{CodeRow, CodingView, InterviewState, StatusView};

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
    Code {
        range: Range<usize>,
    },
    InVivo {
        range: Range<usize>,
    },
    Remove(RecordId),
    Again {
        range: Range<usize>,
        code: RecordId,
    },
    Copy(String),
    Similar {
        passage: String,
        range: Range<usize>,
    },
    CorrectTurn,
    MaskName,
    Comment(RecordId),
    DecideLater(RecordId),
    Join(RecordId),
    Memo {
        target: RecordId,
        about: String,
    },
    Favourite(RecordId, u8),
    Rename(RecordId),
    Exclude(RecordId),
    Include(RecordId),
    Recode(RecordId),
    /// A coding speaks against a category.
    Against {
        coding: RecordId,
        category: RecordId,
    },
    ShowCode(RecordId),
    RenameCode(RecordId),
    NewBelow(RecordId),
    DeleteCode(RecordId),
    Colour(RecordId, u16),
    CorrectTurns(RecordId),
    Finish(RecordId),
    Read(RecordId),
    ActAs(RecordId),
    /// What was said of something, and a field to say more.
    Discuss(RecordId),
}

impl Menu {
    pub fn text(at: Pos2, range: Option<Range<usize>>, codings: Vec<RecordId>) -> Menu {
        Menu { at, about: About::Text { range, codings }, fresh: true }
    }

    /// True where it is about words or passages.
    pub fn is_of_text(&self) -> bool {
        matches!(self.about, About::Text { .. })
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
    known: Known<'_>,
    words: Words,
) -> (Option<Menu>, Option<MenuAction>) {
    let entries = entries(&menu.about, known, words);
    if entries.is_empty() {
        return (None, None);
    }
    let (mut chosen, mut unfocused) = (None, menu.fresh);
    let area =
        Area::new(Id::unique("context-menu")).order(Order::Foreground).fixed_pos(menu.at).constrain(true);
    let shown = area.show(ui.ctx(), |ui| {
        let theme = Theme::of(ui);
        let frame = Frame::new().fill(theme.paper).stroke(theme.hairline()).corner_radius(radius::CARD);
        frame.inner_margin(egui::Margin::same(6)).show(ui, |ui| {
            ui.set_width(290.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
            for entry in entries {
                let (label, action) = match entry {
                    Entry::Do(label, action) => (label, action),
                    Entry::Of(name) => {
                        of(ui, &name);
                        continue;
                    }
                };
                let text = RichText::new(label).font(fonts::regular(size::BODY)).color(theme.ink);
                let button =
                    Button::new(text).frame_when_inactive(false).min_size(vec2(ui.available_width(), 28.0));
                let response = ui.add(button);
                // The arrows lead on from the first line.
                if std::mem::take(&mut unfocused) {
                    response.request_focus();
                }
                if response.clicked() {
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

/// A quiet name above the lines that it is about.
fn of(ui: &mut Ui, name: &str) {
    let theme = Theme::of(ui);
    ui.add_space(4.0);
    let galley = crate::row::one_line(ui.painter(), name, fonts::semibold(size::SMALL), theme.mute, 270.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    ui.painter().hline(rect.x_range(), rect.top() - 2.0, theme.hairline());
    ui.painter().galley(rect.left_center() + vec2(6.0, -galley.size().y / 2.0), galley, theme.mute);
}

/// Every command of the window by parts, for the menu under the application's name. Undo and redo say what
/// they would do.
pub(super) fn commands(
    ui: &mut Ui,
    words: Words,
    keymap: &Keymap,
    status: &StatusView,
    chosen: &mut Vec<UiCommand>,
) {
    let (lang, method) = (words.lang, words.method());
    ui.set_min_width(190.0);
    for section in Section::ALL {
        let label = RichText::new(section.label(lang, method)).font(fonts::regular(size::BODY));
        ui.menu_button(label, |ui| {
            ui.set_min_width(320.0);
            for command in section.commands() {
                let text = match (command, &status.undo, &status.redo) {
                    (UiCommand::Undo, Some(what), _) => i18n::menu_undo_what(lang, what),
                    (UiCommand::Redo, _, Some(what)) => i18n::menu_redo_what(lang, what),
                    _ => command.label(lang, method).to_owned(),
                };
                let label = RichText::new(text).font(fonts::regular(size::BODY));
                let keys = RichText::new(keymap.words(command, lang)).font(fonts::regular(size::SMALL));
                if ui.add(Button::new(label).right_text(keys).min_size(vec2(320.0, 26.0))).clicked() {
                    chosen.push(command);
                    ui.close();
                }
            }
        });
    }
}

/// What the menus look things up in.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub screen: &'a Screen,
    pub showing: &'a Showing,
    /// The code that was applied last.
    pub last: Option<RecordId>,
}

impl Known<'_> {
    fn code(&self, id: RecordId) -> Option<&CodeRow> {
        self.screen.codes.rows.iter().find(|row| row.id == id)
    }

    /// The category that a code is, or stands below.
    fn category_of(&self, code: RecordId) -> Option<&CodeRow> {
        let rows = &self.screen.codes.rows;
        let at = rows.iter().position(|row| row.id == code)?;
        let mut depth = rows[at].depth + 1;
        let above = rows[..=at].iter().rev().filter(|row| {
            let above = row.depth < depth;
            depth = depth.min(row.depth);
            above
        });
        above.into_iter().find(|row| row.level.is_category())
    }

    fn coding(&self, id: RecordId) -> Option<&CodingView> {
        self.screen.transcript.iter().flat_map(|view| view.codings.iter()).find(|view| view.id == id)
    }

    fn words(&self, range: &Range<usize>) -> String {
        let text = self.screen.transcript.as_ref().map_or("", |view| &view.text);
        text.chars().skip(range.start).take(range.len()).collect()
    }
}

/// One line of a menu.
enum Entry {
    /// Something to do.
    Do(String, MenuAction),
    /// A quiet name above the lines that follow.
    Of(String),
}

fn entries(about: &About, known: Known<'_>, words: Words) -> Vec<Entry> {
    let (lang, method) = (words.lang, words.method());
    let line = |label: &str, action| Entry::Do(label.to_owned(), action);
    match about {
        About::Text { range, codings } => {
            let mut entries = Vec::new();
            if let Some(range) = range {
                entries.extend(of_words(range, known, words));
            }
            for coding in codings {
                entries.extend(of_coding(*coding, known, words));
            }
            entries.push(Entry::Of(i18n::menu_of_text(lang).to_owned()));
            entries.push(line(i18n::transcript_correct(lang), MenuAction::CorrectTurn));
            if range.is_some() {
                entries.push(line(i18n::mask_ask(lang), MenuAction::MaskName));
            }
            entries
        }
        About::Code(code) => {
            let hue = known.code(*code).map_or(0, |row| row.hue);
            let mut entries = vec![
                line(i18n::codes_rename(lang), MenuAction::RenameCode(*code)),
                line(i18n::codes_new(lang, method), MenuAction::NewBelow(*code)),
                line(i18n::codes_colour(lang), MenuAction::Colour(*code, hue.wrapping_add(1) % 7)),
                line(i18n::codes_delete(lang), MenuAction::DeleteCode(*code)),
            ];
            entries.push(favourite(*code, known, words));
            entries.push(line(i18n::review_discuss(lang), MenuAction::Discuss(*code)));
            entries
        }
        About::Interview(interview) => {
            let row = known.screen.interviews.rows.iter().find(|row| row.id == *interview);
            let state = row.map(|row| row.state);
            let finish = match state {
                Some(InterviewState::Finished) => i18n::interview_reopen(lang),
                _ => i18n::interview_finish(lang),
            };
            let status = match state {
                Some(InterviewState::Excluded) => {
                    line(i18n::interview_include(lang), MenuAction::Include(*interview))
                }
                _ => line(i18n::interview_exclude_ask(lang), MenuAction::Exclude(*interview)),
            };
            vec![
                line(i18n::interview_note_reading(lang), MenuAction::Read(*interview)),
                line(finish, MenuAction::Finish(*interview)),
                line(i18n::interview_rename_ask(lang), MenuAction::Rename(*interview)),
                line(i18n::turns_correct_ask(lang), MenuAction::CorrectTurns(*interview)),
                line(i18n::review_discuss(lang), MenuAction::Discuss(*interview)),
                status,
            ]
        }
        About::Members => {
            let entry = |member: &workbench::views::MemberView| {
                Entry::Do(i18n::member_choose(lang, &member.name), MenuAction::ActAs(member.id))
            };
            known.screen.members.iter().map(entry).collect()
        }
    }
}

/// What can be done with selected words.
fn of_words(range: &Range<usize>, known: Known<'_>, words: Words) -> Vec<Entry> {
    let (lang, method) = (words.lang, words.method());
    let range = || range.clone();
    let mut entries = vec![
        Entry::Do(i18n::passage_apply_code(lang, method).to_owned(), MenuAction::Code { range: range() }),
        Entry::Do(i18n::passage_in_vivo(lang, method).to_owned(), MenuAction::InVivo { range: range() }),
    ];
    if let Some(last) = known.last.and_then(|code| known.code(code)) {
        let again = MenuAction::Again { range: range(), code: last.id };
        entries.push(Entry::Do(i18n::passage_apply_last(lang, &last.label), again));
    }
    let copy = MenuAction::Copy(known.words(&range()));
    entries.push(Entry::Do(i18n::transcript_copy_quote(lang).to_owned(), copy));
    let similar = MenuAction::Similar { passage: known.words(&range()), range: range() };
    entries.push(Entry::Do(i18n::search_similar(lang).to_owned(), similar));
    entries
}

/// The lowest free digit for a code, or the one that it gives back.
fn favourite(code: RecordId, known: Known<'_>, words: Words) -> Entry {
    let favourites = &known.showing.favourites;
    if let Some((digit, _)) = favourites.iter().find(|(_, kept)| **kept == code) {
        let label = i18n::codes_favourite_leave(words.lang, &digit.to_string());
        return Entry::Do(label, MenuAction::Favourite(code, *digit));
    }
    let digit = (1..=9).find(|digit| !favourites.contains_key(digit)).unwrap_or(9);
    Entry::Do(i18n::codes_favourite(words.lang, &digit.to_string()), MenuAction::Favourite(code, digit))
}

/// What can be done with one coding, under the name of its code.
fn of_coding(coding: RecordId, known: Known<'_>, words: Words) -> Vec<Entry> {
    let (lang, method) = (words.lang, words.method());
    let Some(view) = known.coding(coding) else { return Vec::new() };
    let line = |label: &str, action| Entry::Do(label.to_owned(), action);
    let later = match view.undecided {
        true => i18n::passage_decided(lang),
        false => i18n::passage_decide_later(lang),
    };
    let mut entries = vec![
        Entry::Of(i18n::passage_coded_by(lang, &view.label, &view.coder_name)),
        line(i18n::passage_show_code(lang), MenuAction::ShowCode(view.code)),
        line(i18n::passage_recode(lang, method), MenuAction::Recode(coding)),
        line(i18n::passage_comment_ask(lang), MenuAction::Comment(coding)),
    ];
    let about = MenuAction::Memo { target: coding, about: known.words(&view.range()) };
    entries.push(line(i18n::passage_memo(lang), about));
    entries.push(line(i18n::review_discuss(lang), MenuAction::Discuss(coding)));
    if let Some(category) = known.category_of(view.code) {
        let against = MenuAction::Against { coding, category: category.id };
        entries.push(Entry::Do(i18n::evidence_against(lang, &category.label), against));
    }
    entries.push(line(later, MenuAction::DecideLater(coding)));
    let overlap = known.screen.transcript.iter().flat_map(|text| text.codings.iter()).any(|other| {
        other.id != coding
            && (other.code, other.coder, other.layer) == (view.code, view.coder, view.layer)
            && other.start < view.end
            && view.start < other.end
    });
    if overlap {
        entries.push(line(i18n::passage_join(lang, method), MenuAction::Join(coding)));
    }
    entries.push(line(i18n::passage_remove(lang, method), MenuAction::Remove(coding)));
    entries
}

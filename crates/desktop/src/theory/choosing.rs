//! Choosing one of many by typing a part of its name; a name that is not there can be made.

use crate::folding::{Folded, query};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::Words;
use egui::accesskit::Role;
use egui::{Id, Key, Modal, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use model::RecordId;
use workbench::views::{CodeRow, CodeTreeView};

/// Something that can be chosen.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub id: RecordId,
    pub name: String,
    /// Where it stands, quietly.
    pub aside: String,
}

/// The codes but those that are there, categories first: it is they that are joined most often.
pub(super) fn code_choices(codes: &CodeTreeView, there: &[RecordId]) -> Vec<Choice> {
    let mut rows: Vec<_> = codes.rows.iter().filter(|row| !there.contains(&row.id)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.level));
    let choice =
        |row: &CodeRow| Choice { id: row.id, name: row.label.to_string(), aside: row.path.to_string() };
    rows.into_iter().map(choice).collect()
}

/// A choice in the making.
#[derive(Debug, Default)]
pub(crate) struct Choosing {
    filter: String,
    at: usize,
}

/// How it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Chosen {
    Open,
    Left,
    One(RecordId),
    New(String),
}

/// What is asked.
pub(crate) struct Asked<'a> {
    pub title: &'a str,
    pub hint: &'a str,
    /// What making a new one is called, for the name that was typed; `None` where none can be made.
    pub create: Option<&'a dyn Fn(&str) -> String>,
}

/// How many are listed at once: more would have to be read, not found.
const LISTED: usize = 200;

impl Choosing {
    /// One that is there: `None` while it is chosen, `Some(None)` when none was.
    pub fn one(
        &mut self,
        ui: &Ui,
        title: &str,
        choices: &[Choice],
        words: Words,
    ) -> Option<Option<RecordId>> {
        let asked = Asked { title, hint: i18n::relation_other_hint(words.lang), create: None };
        match self.show(ui, &asked, choices, words) {
            Chosen::Open => None,
            Chosen::One(id) => Some(Some(id)),
            Chosen::Left | Chosen::New(_) => Some(None),
        }
    }

    pub fn show(&mut self, ui: &Ui, asked: &Asked<'_>, choices: &[Choice], words: Words) -> Chosen {
        let mut end = Chosen::Open;
        let modal = Modal::new(Id::unique("choosing")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            let theme = Theme::of(ui);
            ui.label(
                RichText::new(unbroken(asked.title)).font(fonts::semibold(size::HEADING)).color(theme.ink),
            );
            ui.add_space(space::SMALL);
            end = self.choose(ui, asked, choices);
            ui.add_space(space::SMALL);
            if ui.button(i18n::button_cancel(words.lang)).clicked() {
                end = Chosen::Left;
            }
        });
        if modal.should_close() && end == Chosen::Open { Chosen::Left } else { end }
    }

    fn choose(&mut self, ui: &mut Ui, asked: &Asked<'_>, choices: &[Choice]) -> Chosen {
        let up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp));
        let down = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let create = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let before = self.filter.clone();
        let field = row::field(ui, &mut self.filter, asked.hint, "choosing");
        // Looked at before the field takes the focus back: afterwards it has lost nothing.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let typed = query(&self.filter);
        let fits = |choice: &&Choice| {
            let label = Folded::new(&choice.name);
            typed.iter().all(|word| label.word_beginning(word).is_some())
        };
        let found: Vec<&Choice> = choices.iter().filter(fits).take(LISTED).collect();
        let name = self.filter.trim().to_owned();
        let known = choices.iter().any(|choice| choice.name.to_lowercase() == name.to_lowercase());
        let new = asked.create.filter(|_| !name.is_empty() && !known).map(|say| say(&name));
        let count = found.len() + usize::from(new.is_some());
        if before != self.filter {
            self.at = 0;
        }
        self.at = (self.at + usize::from(down)).min(count.saturating_sub(1));
        self.at = self.at.saturating_sub(usize::from(up));
        if create && new.is_some() {
            return Chosen::New(name);
        }
        let pressed = list(ui, &found, new.as_deref(), self.at, up || down);
        match pressed.or(entered.then_some(self.at)) {
            Some(at) => match found.get(at) {
                Some(choice) => Chosen::One(choice.id),
                None if new.is_some() => Chosen::New(name),
                None => Chosen::Open,
            },
            None => Chosen::Open,
        }
    }
}

/// The list; which line was pressed.
fn list(ui: &mut Ui, found: &[&Choice], new: Option<&str>, at: usize, moved: bool) -> Option<usize> {
    let mut pressed = None;
    ui.add_space(space::TIGHT);
    ScrollArea::vertical().max_height(300.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = found.iter().map(|choice| (choice.name.as_str(), choice.aside.as_str()));
        for (number, (name, aside)) in lines.chain(new.map(|new| (new, ""))).enumerate() {
            let response = line(ui, name, aside, number == at);
            if number == at && moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                pressed = Some(number);
            }
        }
    });
    pressed
}

fn line(ui: &mut Ui, name: &str, aside: &str, chosen: bool) -> egui::Response {
    let theme = Theme::of(ui);
    let sense = Sense::click() - Sense::FOCUSABLE;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), row::HEIGHT), sense);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, name));
    row::back(ui.painter(), rect, chosen, response.hovered(), theme);
    let room = rect.width() - 2.0 * space::SMALL;
    let label = row::one_line(ui.painter(), name, fonts::regular(size::BODY), theme.ink, room);
    let left = rect.left() + space::SMALL;
    let after = left + label.size().x + space::SMALL;
    ui.painter().galley(pos2(left, rect.center().y - label.size().y / 2.0), label, theme.ink);
    let room = rect.right() - space::SMALL - after;
    if room > 30.0 && !aside.is_empty() {
        let quiet = row::one_line(ui.painter(), aside, fonts::regular(size::SMALL), theme.faint, room);
        ui.painter().galley(pos2(after, rect.center().y - quiet.size().y / 2.0), quiet, theme.faint);
    }
    response
}

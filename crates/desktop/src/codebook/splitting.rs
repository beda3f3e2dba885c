//! Splitting a code: each of its passages is given to one of several codes, by the keyboard.

use super::{CodebookAction, End};
use crate::fonts;
use crate::row;
use crate::theme::{Theme, size, space};
use crate::typography::unbroken;
use crate::words::{Words, number};
use egui::accesskit::Role;
use egui::{Id, Key, Modal, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use model::RecordId;
use workbench::command::{CodeChoice, Command, NewCode};
use workbench::views::{CodeSheet, CodeTreeView, PassageLine};

/// The digits that assign, in order.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// A split in the making.
#[derive(Debug)]
pub(super) struct Splitting {
    code: RecordId,
    /// The names of the targets: a code of that name is used, else one is made.
    targets: Vec<String>,
    typed: String,
    assigned: Vec<(RecordId, Option<usize>)>,
    at: usize,
}

impl Splitting {
    pub fn new(sheet: &CodeSheet) -> Splitting {
        let own = sheet.rows.iter().filter(|line| line.code.is_empty());
        let assigned = own.map(|line| (line.coding, None)).collect();
        Splitting { code: sheet.id, targets: Vec::new(), typed: String::new(), assigned, at: 0 }
    }

    pub fn show(&mut self, ui: &Ui, tree: &CodeTreeView, sheet: Option<&CodeSheet>, words: Words) -> End {
        let Some(sheet) = sheet.filter(|sheet| sheet.id == self.code) else { return End::Left };
        let mut end = End::Open;
        let modal = Modal::new(Id::unique("split")).frame(crate::app::sheet(ui)).show(ui.ctx(), |ui| {
            ui.set_width(640.0);
            let (lang, theme) = (words.lang, Theme::of(ui));
            let title = i18n::codebook_split_title(lang, &sheet.name);
            ui.label(RichText::new(unbroken(&title)).font(fonts::semibold(size::HEADING)).color(theme.ink));
            let hint =
                RichText::new(unbroken(i18n::codebook_split_hint(lang))).font(fonts::regular(size::SMALL));
            ui.label(hint.color(theme.mute));
            ui.add_space(space::SMALL);
            let typing = self.targets(ui, words);
            if !typing {
                self.keys(ui);
            }
            ui.add_space(space::SMALL);
            self.passages(ui, sheet, words);
            ui.add_space(space::SMALL);
            let moved = self.assigned.iter().filter(|(_, target)| target.is_some()).count();
            let sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            ui.horizontal(|ui| {
                let split = row::primary(&i18n::codebook_split_do(lang, number(moved)), Theme::of(ui));
                if ui.add_enabled(moved > 0, split).clicked() || (sent && moved > 0) {
                    end = End::Done(vec![CodebookAction::Run(self.command(tree, sheet))]);
                }
                if ui.button(i18n::button_cancel(lang)).clicked() {
                    end = End::Left;
                }
            });
        });
        if modal.should_close() && matches!(end, End::Open) { End::Left } else { end }
    }

    /// The targets with their digits, and the field for another; true while it is being written.
    fn targets(&mut self, ui: &mut Ui, words: Words) -> bool {
        let theme = Theme::of(ui);
        ui.horizontal_wrapped(|ui| {
            for (number, name) in self.targets.iter().enumerate() {
                let text = format!("{}  {name}", number + 1);
                if ui.button(text).clicked() {
                    assign(&mut self.assigned, &mut self.at, Some(number));
                }
            }
        });
        let room = self.targets.len() < DIGITS.len();
        if !room {
            return false;
        }
        let field = row::field(ui, &mut self.typed, i18n::codebook_split_target(words.lang), "split target");
        // Looked at before the field takes the focus back: afterwards it has lost nothing.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if self.targets.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let name = self.typed.trim().to_owned();
        if entered && !name.is_empty() {
            self.targets.push(name);
            self.typed.clear();
            // Enough to begin: the digits assign from now on.
            if self.targets.len() < 2 {
                field.request_focus();
            }
        }
        ui.painter().hline(field.rect.x_range(), field.rect.bottom() + 6.0, theme.hairline());
        field.has_focus()
    }

    fn keys(&mut self, ui: &Ui) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (number, key) in DIGITS.into_iter().enumerate().take(self.targets.len()) {
            // By physical key too: on a French keyboard the digits need Shift.
            if pressed(key) || physical(ui, key) {
                assign(&mut self.assigned, &mut self.at, Some(number));
            }
        }
        if pressed(Key::Num0) || pressed(Key::Delete) {
            assign(&mut self.assigned, &mut self.at, None);
        }
        if pressed(Key::ArrowDown) {
            self.at = (self.at + 1).min(self.assigned.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
    }

    fn passages(&mut self, ui: &mut Ui, sheet: &CodeSheet, words: Words) {
        let (mut clicked, bring) = (None, self.at);
        ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (number, (coding, target)) in self.assigned.iter().enumerate() {
                let Some(line) = sheet.rows.iter().find(|line| line.coding == *coding) else { continue };
                let name = target.and_then(|target| self.targets.get(target));
                let response = passage(ui, line, name.map(String::as_str), number == self.at, words);
                if number == bring && !ui.clip_rect().contains_rect(response.rect) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(number);
                }
            }
        });
        self.at = clicked.unwrap_or(self.at);
    }

    fn command(&self, tree: &CodeTreeView, sheet: &CodeSheet) -> Command {
        let target = |name: &String| {
            let known = tree.rows.iter().find(|row| row.label.to_lowercase() == name.to_lowercase());
            known.map_or_else(|| self.new_code(name, sheet), |row| CodeChoice::Existing(row.id))
        };
        let passages = self.assigned.iter().filter_map(|(coding, target)| Some((*coding, (*target)?)));
        Command::SplitCode {
            code: self.code,
            targets: self.targets.iter().map(target).collect(),
            passages: passages.collect(),
        }
    }

    /// A new code beside the one that is split, like it.
    fn new_code(&self, name: &str, sheet: &CodeSheet) -> CodeChoice {
        CodeChoice::New(NewCode {
            name: name.to_owned(),
            parent: sheet.parent,
            level: sheet.level,
            layer: sheet.layer,
            ..NewCode::default()
        })
    }
}

/// Gives the passage at hand a target and goes on to the next.
fn assign(assigned: &mut [(RecordId, Option<usize>)], at: &mut usize, target: Option<usize>) {
    if let Some(passage) = assigned.get_mut(*at) {
        passage.1 = target;
        *at = (*at + 1).min(assigned.len() - 1);
    }
}

/// Whether the key of that digit was pressed, whatever it types.
fn physical(ui: &Ui, wanted: Key) -> bool {
    ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(event, egui::Event::Key { physical_key: Some(key), pressed: true, repeat: false, key: typed, .. }
                if *key == wanted && *typed != wanted)
        })
    })
}

fn passage(
    ui: &mut Ui,
    line: &PassageLine,
    target: Option<&str>,
    chosen: bool,
    words: Words,
) -> egui::Response {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let text = unbroken(&format!("« {} »", line.words));
    let job =
        egui::epaint::text::LayoutJob::simple(text, fonts::regular(size::BODY), theme.ink, width - 190.0);
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 12.0), Sense::click());
    let named = target.unwrap_or_else(|| i18n::codebook_split_stays(words.lang));
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, format!("{}, {named}", line.words))
    });
    row::back(ui.painter(), rect, chosen, response.hovered(), theme);
    ui.painter().galley(rect.min + vec2(space::SMALL, 6.0), galley, theme.ink);
    let color = if target.is_some() { theme.accent } else { theme.faint };
    let said = row::one_line(ui.painter(), named, fonts::medium(size::SMALL), color, 160.0);
    let at = egui::pos2(rect.right() - space::SMALL - said.size().x, rect.top() + 7.0);
    ui.painter().galley(at, said, color);
    response
}

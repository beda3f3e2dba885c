//! Sheets with one or two things to fill in, about what is chosen.

use super::work::Work;
use crate::Words;
use crate::fonts;
use crate::theme::{Theme, size, space};
use egui::{Id, Key, Modal, Modifiers, RichText, TextEdit, Ui};
use model::RecordId;
use model::value::{Inclusion, MemoKind};
use workbench::command::Command;

/// The sheet that is open.
#[derive(Debug, Clone)]
pub(super) enum Sheet {
    /// The comment of a coding.
    Comment { coding: RecordId, was: String, text: String },
    /// A memo about a coding, a code or an interview.
    Memo { target: RecordId, about: String, title: String, text: String },
    /// Where to go: a turn's number, or a time.
    GoToTurn { text: String, unknown: bool },
    /// A reading to note, with the minutes it took.
    Reading { interview: RecordId, minutes: String },
    /// Another name of an interview.
    Rename { interview: RecordId, text: String },
    /// Why an interview is left out.
    Exclude { interview: RecordId, reason: String },
}

/// How a sheet ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Done,
    Left,
}

/// Draws the open sheet and does what it was filled in for.
pub(super) fn show(work: &mut Work, ui: &Ui, words: Words) {
    let Some(mut sheet) = work.sheet_open.take() else { return };
    let mut end = End::Open;
    let response = Modal::new(Id::unique("sheet")).frame(super::sheet(ui)).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        end = sheet.fill_in(ui, words);
    });
    // A press beside the sheet does not throw away what was written in it.
    let beside = response.backdrop_response.clicked() && sheet.has_words();
    if end == End::Open && response.should_close() && !beside {
        // Escape closes it with what was written: undo takes it away, and only *Annuler* throws it away.
        end = if sheet.has_words() { End::Done } else { End::Left };
    }
    match end {
        End::Open => work.sheet_open = Some(sheet),
        End::Left => work.panels.give_text_the_keyboard(),
        End::Done => {
            work.panels.give_text_the_keyboard();
            sheet.carry_out(work);
        }
    }
}

impl Sheet {
    fn fill_in(&mut self, ui: &mut Ui, words: Words) -> End {
        let (lang, method) = (words.lang, words.method());
        match self {
            Sheet::Comment { text, .. } => {
                heading(ui, i18n::passage_comment(lang), i18n::comment_hint(lang));
                long_field(ui, text, i18n::comment_field(lang), 5);
                buttons(ui, words, true)
            }
            Sheet::Memo { about, title, text, .. } => {
                heading(ui, i18n::memos_new(lang), about);
                line_field(ui, title, i18n::memo_title(lang));
                ui.add_space(space::SMALL);
                long_field(ui, text, i18n::memo_body(lang), 8);
                buttons(ui, words, !text.trim().is_empty() || !title.trim().is_empty())
            }
            Sheet::GoToTurn { text, unknown } => {
                heading(ui, i18n::transcript_go_to_turn(lang), i18n::go_to_turn_hint(lang));
                let enter = line_field(ui, text, i18n::go_to_turn_field(lang));
                if *unknown {
                    warn(ui, i18n::go_to_turn_unknown(lang));
                }
                if enter { End::Done } else { buttons(ui, words, !text.trim().is_empty()) }
            }
            Sheet::Reading { minutes, .. } => {
                heading(ui, i18n::interview_note_reading(lang), i18n::reading_hint(lang));
                let enter = line_field(ui, minutes, i18n::reading_minutes(lang));
                let known = minutes.trim().is_empty() || minutes_of(minutes).is_some();
                if enter && known { End::Done } else { buttons(ui, words, known) }
            }
            Sheet::Rename { text, .. } => {
                heading(ui, i18n::interview_rename(lang), "");
                let enter = line_field(ui, text, i18n::interview_name(lang));
                let filled = !text.trim().is_empty();
                if enter && filled { End::Done } else { buttons(ui, words, filled) }
            }
            Sheet::Exclude { reason, .. } => {
                heading(ui, i18n::interview_exclude(lang), i18n::exclude_hint(lang, method));
                let enter = line_field(ui, reason, i18n::exclude_reason(lang));
                let filled = !reason.trim().is_empty();
                if enter && filled { End::Done } else { buttons(ui, words, filled) }
            }
        }
    }

    /// True where somebody has written more than a line.
    fn has_words(&self) -> bool {
        match self {
            Sheet::Comment { text, was, .. } => text.trim() != was.trim(),
            Sheet::Memo { title, text, .. } => !text.trim().is_empty() || !title.trim().is_empty(),
            Sheet::GoToTurn { .. } | Sheet::Reading { .. } | Sheet::Rename { .. } | Sheet::Exclude { .. } => {
                false
            }
        }
    }

    /// What was written in a sheet that is left open with its study.
    pub(super) fn unsent(self) -> Option<Command> {
        if !self.has_words() {
            return None;
        }
        match self {
            Sheet::Comment { coding, text, .. } => {
                Some(Command::CommentCoding { coding, text: text.trim().to_owned() })
            }
            Sheet::Memo { target, title, text, .. } => Some(Command::WriteMemo {
                memo: None,
                target: Some(target),
                kind: MemoKind::default(),
                title: title.trim().to_owned(),
                body: text.trim().to_owned(),
            }),
            Sheet::GoToTurn { .. } | Sheet::Reading { .. } | Sheet::Rename { .. } | Sheet::Exclude { .. } => {
                None
            }
        }
    }

    fn carry_out(self, work: &mut Work) {
        match self {
            Sheet::Comment { .. } | Sheet::Memo { .. } => {
                if let Some(command) = self.unsent() {
                    work.run(command);
                }
            }
            Sheet::GoToTurn { text, .. } => {
                if !work.go_to_turn(&text) {
                    work.sheet_open = Some(Sheet::GoToTurn { text, unknown: true });
                }
            }
            Sheet::Reading { interview, minutes } => {
                work.run(Command::NoteReading { interview, minutes: minutes_of(&minutes) });
            }
            Sheet::Rename { interview, text } => {
                work.run(Command::RenameInterview { interview, name: text });
            }
            Sheet::Exclude { interview, reason } => work.set_status(interview, Inclusion::Excluded, reason),
        }
    }
}

/// Minutes as one writes them: `45`, `45 min`, `1 h 05`, `1h05`.
fn minutes_of(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let number = |part: &str| part.trim().trim_end_matches("min").trim().parse::<u32>();
    match text.split_once('h') {
        Some((hours, rest)) => {
            let hours: u32 = hours.trim().parse().ok()?;
            let rest = if rest.trim().is_empty() { 0 } else { number(rest).ok()? };
            Some(hours * 60 + rest)
        }
        None => number(&text).ok(),
    }
}

fn heading(ui: &mut Ui, title: &str, hint: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(title).font(fonts::semibold(size::HEADING)).color(theme.ink));
    if !hint.is_empty() {
        ui.label(RichText::new(hint).font(fonts::regular(size::SMALL)).color(theme.mute));
    }
    ui.add_space(space::SMALL);
}

fn warn(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.label(RichText::new(text).font(fonts::regular(size::SMALL)).color(theme.warn));
}

/// One line; true when Enter was pressed in it.
fn line_field(ui: &mut Ui, text: &mut String, name: &str) -> bool {
    let field = crate::row::field(ui, text, name, name);
    let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    begin_in(ui, &field);
    enter
}

fn long_field(ui: &mut Ui, text: &mut String, name: &str, rows: usize) {
    let edit = TextEdit::multiline(text)
        .hint_text(name)
        .font(fonts::regular(size::BODY))
        .desired_rows(rows)
        .desired_width(f32::INFINITY);
    let field = ui.add(edit).accessible_name(name);
    begin_in(ui, &field);
}

/// The first field of a fresh sheet takes the keyboard.
fn begin_in(ui: &Ui, field: &egui::Response) {
    let focused = ui.memory(|memory| memory.focused());
    let layer = focused.and_then(|id| ui.ctx().read_response(id)).map(|known| known.layer_id);
    if layer != Some(ui.layer_id()) {
        field.request_focus();
    }
}

fn buttons(ui: &mut Ui, words: Words, ready: bool) -> End {
    ui.add_space(space::SMALL);
    let mut end = End::Open;
    let sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.horizontal(|ui| {
        let theme = Theme::of(ui);
        let done = ui.add_enabled(ready, crate::row::primary(i18n::button_ok(words.lang), theme));
        if done.clicked() || (ready && sent) {
            end = End::Done;
        }
        if ui.button(i18n::button_cancel(words.lang)).clicked() {
            end = End::Left;
        }
    });
    end
}

#[cfg(test)]
mod tests {
    use super::minutes_of;

    #[test]
    fn minutes_are_read_as_they_are_written() {
        assert_eq!(minutes_of("45"), Some(45));
        assert_eq!(minutes_of(" 45 min "), Some(45));
        assert_eq!(minutes_of("1 h 05"), Some(65));
        assert_eq!(minutes_of("2h"), Some(120));
        assert_eq!(minutes_of("long"), None);
    }
}

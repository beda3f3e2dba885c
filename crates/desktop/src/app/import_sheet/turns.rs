//! The text with its turns: where one begins, who says it; corrected by hand or by keyboard.
//!
//! A click puts the cursor into the text and chooses the turn. Enter cuts it there, Backspace joins it to the
//! one before, Alt and up or down gives the words before or after the cursor to the neighbour, a digit gives
//! the turn to the voice of that number. Arrows move the cursor, with Ctrl by words; up and down choose
//! another turn.

use super::pieces;
use super::speakers::hue;
use crate::fonts;
use crate::measured_list::{self, RowHeights, Rows};
use crate::row;
use crate::theme::{Theme, size, space};
use crate::transcript::blocks::{Block, BlockKind, Blocks};
use crate::typography::unbroken;
use egui::epaint::text::cursor::CCursor;
use egui::epaint::text::{CharIndex, LayoutJob, TextFormat};
use egui::{EventFilter, Galley, Key, Modifiers, Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n::Lang;
use model::value::SpeakerRole;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use workbench::import::{Decision, Preview, TurnEdit, VoiceRole};
use workbench::views::TurnView;

/// Stands for a voice that no label names; no label holds a line break.
const NEW: &str = "\n";
const GUTTER: f32 = 104.0;
const LINE: f32 = 20.0;
/// Arrows and Enter belong to the text while it has the keyboard; Tab leaves it.
const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };

/// What is remembered of the pane between frames.
#[derive(Debug, Default)]
pub(super) struct TurnPane {
    built: Option<(usize, u64)>,
    blocks: Blocks,
    heights: RowHeights,
    /// Where the cursor is: a scalar offset of the text.
    cursor: Option<u32>,
    /// The block in which it is.
    block: Option<usize>,
    reveal: bool,
}

impl TurnPane {
    /// Brings a place of the text to the eye.
    pub fn go_to(&mut self, place: u32) {
        self.cursor = Some(place);
        self.block = None;
        self.reveal = true;
    }

    /// Another file is looked at.
    pub fn forget(&mut self) {
        *self = TurnPane::default();
    }

    fn build(&mut self, preview: &Preview, version: (usize, u64)) {
        if self.built != Some(version) {
            self.built = Some(version);
            let turn = |turn: &model::text::Turn| TurnView {
                label: turn.speaker.as_str().into(),
                role: SpeakerRole::Other,
                start: turn.start as usize,
                end: turn.end as usize,
                time: None,
            };
            let turns: Vec<TurnView> = preview.decisions.turns.iter().map(turn).collect();
            self.blocks = Blocks::new(preview.read.text.text(), &turns);
            self.block = None;
        }
        if self.block.is_none() {
            self.block = self.cursor.and_then(|at| self.blocks.locate(at as usize)).map(|(block, _)| block);
        }
    }

    /// The turn in which the cursor is.
    fn turn(&self) -> Option<usize> {
        match self.blocks.get(self.block?)?.kind {
            BlockKind::Speech { turn, .. } => Some(turn),
            BlockKind::Apart => None,
        }
    }

    /// The correction that gives the place of the cursor to a voice.
    pub fn give(&self, preview: &Preview, label: &str) -> Option<TurnEdit> {
        let label = label.to_owned();
        if let Some(turn) = self.turn() {
            return Some(TurnEdit::Speak { turn, label });
        }
        let chars = self.blocks.get(self.block?)?.chars.clone();
        let scalar = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        preview.decisions.voice(&label)?;
        Some(TurnEdit::Voice { start: scalar(chars.start), end: scalar(chars.end), label })
    }

    fn put(&mut self, block: usize, at: u32) {
        (self.block, self.cursor) = (Some(block), Some(at));
    }
}

/// Draws the pane; what was decided.
pub(super) fn show(
    ui: &mut Ui,
    preview: &Preview,
    pane: &mut TurnPane,
    version: (usize, u64),
    lang: Lang,
) -> Option<Decision> {
    pane.build(preview, version);
    let mut decided = tools(ui, preview, pane, lang);
    let area = ui.available_rect_before_wrap();
    let response = ui.interact(area, ui.scope_id().with("turns"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListBox, true, i18n::turns_title(lang)));
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, FILTER));
        decided = keys(ui, preview, pane).or(decided);
        row::ring(ui.painter(), area, Theme::of(ui));
    }
    if list(ui, preview, pane, lang) {
        response.request_focus();
    }
    if let Some(Decision::Turns(edit)) = &decided {
        follow(pane, preview, edit);
    }
    decided
}

/// After a correction the cursor stays with the words that it was about.
fn follow(pane: &mut TurnPane, preview: &Preview, edit: &TurnEdit) {
    let turns = &preview.decisions.turns;
    let start = |turn: usize| turns.get(turn).map(|turn| turn.start);
    let at = match edit {
        TurnEdit::Split { at, .. } => preview.read.text.trim(*at, preview.read.text.len_scalars()).0,
        TurnEdit::GiveBefore { at, .. } | TurnEdit::GiveAfter { at, .. } => *at,
        TurnEdit::Join { turn } | TurnEdit::Speak { turn, .. } | TurnEdit::Silence { turn } => {
            start(*turn).unwrap_or_default()
        }
        TurnEdit::Voice { start, .. } => *start,
    };
    pane.go_to(at);
}

/// What can be done with the turn in which the cursor is.
fn tools(ui: &mut Ui, preview: &Preview, pane: &mut TurnPane, lang: Lang) -> Option<Decision> {
    const HEIGHT: f32 = 66.0;
    let top = ui.cursor().top();
    let decided = ui
        .horizontal_wrapped(|ui| {
            ui.set_width(ui.available_width());
            match (pane.cursor, pane.turn(), pane.block) {
                (Some(at), Some(turn), _) => turn_tools(ui, preview, turn, at, lang),
                (Some(_), None, Some(block)) => apart_tools(ui, preview, pane, block, lang),
                _ => {
                    pieces::quiet(ui, i18n::turns_hint(lang));
                    None
                }
            }
        })
        .inner;
    ui.add_space((HEIGHT - (ui.cursor().top() - top)).max(0.0));
    decided
}

fn voices(preview: &Preview) -> Vec<(String, String)> {
    preview.speakers().iter().map(|one| (one.voice.label.clone(), one.voice.name.clone())).collect()
}

/// The voices to choose from, one of which may be new.
fn voice_choice(
    ui: &mut Ui,
    preview: &Preview,
    now: &str,
    lang: Lang,
    edit: impl FnOnce(String) -> TurnEdit,
) -> Option<Decision> {
    let known = voices(preview);
    let shown = known.iter().find(|(label, _)| label == now).map(|(_, name)| name.as_str());
    let shown = shown.unwrap_or(i18n::turns_choose(lang)).to_owned();
    let number = (1..).find(|number: &usize| {
        let name = i18n::turns_voice_number(lang, &number.to_string());
        preview.decisions.voice(&name).is_none()
    });
    let mut choices: Vec<(String, String)> = known;
    choices.push((NEW.to_owned(), i18n::turns_new_voice(lang).to_owned()));
    let title = i18n::turns_speaker(lang);
    let chosen = pieces::choice(ui, ("voice", title), 120.0, &shown, &now.to_owned(), choices)?;
    if chosen == NEW {
        let name = i18n::turns_voice_number(lang, &number.unwrap_or_default().to_string());
        return Some(Decision::AddVoice { name });
    }
    Some(Decision::Turns(edit(chosen)))
}

fn turn_tools(ui: &mut Ui, preview: &Preview, turn: usize, at: u32, lang: Lang) -> Option<Decision> {
    let known = preview.decisions.turns.get(turn)?;
    let mut decided =
        voice_choice(ui, preview, &known.speaker, lang, |label| TurnEdit::Speak { turn, label });
    let edits = [
        (i18n::turns_split(lang), i18n::key_enter(lang), TurnEdit::Split { turn, at }),
        (i18n::turns_join(lang), "⌫", TurnEdit::Join { turn }),
        (i18n::turns_give_before(lang), "Alt ↑", TurnEdit::GiveBefore { turn, at }),
        (i18n::turns_give_after(lang), "Alt ↓", TurnEdit::GiveAfter { turn, at }),
        (i18n::turns_silence(lang), i18n::key_delete(lang), TurnEdit::Silence { turn }),
    ];
    for (label, key, edit) in edits {
        let can = edit.apply(&preview.read.text, &preview.decisions.turns).is_some();
        let text = RichText::new(label).font(fonts::regular(size::SMALL));
        if ui.add_enabled(can, egui::Button::new(text)).on_hover_text(key).clicked() {
            decided = Some(Decision::Turns(edit));
        }
    }
    decided
}

fn apart_tools(
    ui: &mut Ui,
    preview: &Preview,
    pane: &TurnPane,
    block: usize,
    lang: Lang,
) -> Option<Decision> {
    let chars = pane.blocks.get(block)?.chars.clone();
    let scalar = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let (start, end) = (scalar(chars.start), scalar(chars.end));
    pieces::quiet(ui, i18n::turns_apart(lang));
    pieces::quiet(ui, i18n::turns_voice(lang));
    voice_choice(ui, preview, "", lang, |label| TurnEdit::Voice { start, end, label })
}

/// What the keyboard asks for.
fn keys(ui: &Ui, preview: &Preview, pane: &mut TurnPane) -> Option<Decision> {
    let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if let (Some(turn), Some(at)) = (pane.turn(), pane.cursor) {
        let edit = if pressed(Modifiers::ALT, Key::ArrowUp) {
            Some(TurnEdit::GiveBefore { turn, at })
        } else if pressed(Modifiers::ALT, Key::ArrowDown) {
            Some(TurnEdit::GiveAfter { turn, at })
        } else if pressed(Modifiers::NONE, Key::Enter) {
            Some(TurnEdit::Split { turn, at })
        } else if pressed(Modifiers::NONE, Key::Backspace) {
            Some(TurnEdit::Join { turn })
        } else if pressed(Modifiers::NONE, Key::Delete) {
            Some(TurnEdit::Silence { turn })
        } else {
            let label = digit(ui).and_then(|digit| voices(preview).into_iter().nth(digit - 1));
            label.map(|(label, _)| TurnEdit::Speak { turn, label })
        };
        if edit.is_some() {
            return edit.map(Decision::Turns);
        }
    }
    for (modifiers, key) in [
        (Modifiers::COMMAND, Key::ArrowLeft),
        (Modifiers::COMMAND, Key::ArrowRight),
        (Modifiers::NONE, Key::ArrowLeft),
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::ArrowUp),
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::NONE, Key::Home),
        (Modifiers::NONE, Key::End),
    ] {
        if pressed(modifiers, key) {
            travel(preview, pane, key, modifiers == Modifiers::COMMAND);
        }
    }
    None
}

fn digit(ui: &Ui) -> Option<usize> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    // The key counts, whatever a French keyboard writes with it.
    let is_pressed = |key: &Key| {
        ui.input(|input| {
            input.events.iter().any(|event| {
                matches!(event, egui::Event::Key { key: written, physical_key, pressed: true, modifiers, .. }
                    if modifiers.is_none() && physical_key.unwrap_or(*written) == *key)
            })
        })
    };
    DIGITS.iter().position(is_pressed).map(|place| place + 1)
}

/// Moves the cursor.
fn travel(preview: &Preview, pane: &mut TurnPane, key: Key, by_word: bool) {
    let last = pane.blocks.len().saturating_sub(1);
    let Some((block, at)) = pane.block.zip(pane.cursor) else {
        pane.block = (pane.blocks.len() > 0).then_some(0);
        pane.cursor = pane.blocks.get(0).map(|first| u32::try_from(first.chars.start).unwrap_or_default());
        pane.reveal = true;
        return;
    };
    let Some(here) = pane.blocks.get(block).map(|block| block.chars.clone()) else { return };
    let scalar = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let (start, end) = (scalar(here.start), scalar(here.end));
    let (block, at) = match key {
        Key::ArrowUp => (block.saturating_sub(1), None),
        Key::ArrowDown => ((block + 1).min(last), None),
        Key::Home => (block, Some(start)),
        Key::End => (block, Some(end)),
        Key::ArrowLeft if at <= start => (block.saturating_sub(1), Some(u32::MAX)),
        Key::ArrowRight if at >= end => ((block + 1).min(last), None),
        Key::ArrowLeft => (block, Some(beside(preview, at, (start, end), false, by_word))),
        _ => (block, Some(beside(preview, at, (start, end), true, by_word))),
    };
    let range = pane.blocks.get(block).map(|block| block.chars.clone()).unwrap_or_default();
    let (start, end) = (scalar(range.start), scalar(range.end));
    pane.put(block, at.unwrap_or(start).clamp(start, end));
    pane.reveal = true;
}

/// The next place on either side: a character as a reader sees it, or a word.
fn beside(preview: &Preview, at: u32, (start, end): (u32, u32), forward: bool, by_word: bool) -> u32 {
    let text = &preview.read.text;
    let step = |at: u32| if forward { at + 1 } else { at.saturating_sub(1) };
    let inside = |at: u32| if forward { at < end } else { at > start };
    let is_stop = |at: u32| match by_word {
        true => text.word_at(at).is_some_and(|(from, _)| from == at),
        false => text.is_grapheme_border(at),
    };
    let mut next = step(at);
    while inside(next) && !is_stop(next) {
        next = step(next);
    }
    next.clamp(start, end)
}

/// The blocks; true when one was pressed.
fn list(ui: &mut Ui, preview: &Preview, pane: &mut TurnPane, lang: Lang) -> bool {
    let speakers = preview.speakers();
    let place =
        |label: &str| speakers.iter().position(|one| one.voice.label == label || one.also.contains(&label));
    let TurnPane { blocks, heights, cursor, block: chosen_block, reveal, built } = pane;
    let chosen_turn = chosen_block.and_then(|at| blocks.get(at)).map(|block| block.kind);
    let width = (ui.available_width() - GUTTER - space::EDGE).max(80.0);
    let name = |at: usize| {
        let mut hasher = DefaultHasher::new();
        let block = blocks.get(at);
        let opens = block.map(|block| matches!(block.kind, BlockKind::Speech { opens: true, .. }));
        (block.map(|block| block.chars.clone()), opens).hash(&mut hasher);
        hasher.finish()
    };
    let estimate = |at: usize| {
        let chars = blocks.get(at).map_or(0, |block| block.chars.len()) as f32;
        (chars * 6.6 / width).ceil().max(1.0) * LINE + 6.0
    };
    let key = built.map_or(0, |(file, version)| (file as u64) << 32 | version);
    let rows = Rows { key, count: blocks.len(), name, estimate };
    let revealed = if std::mem::take(reveal) { *chosen_block } else { None };
    let mut pressed = None;
    measured_list::show_revealing(ui, heights, &rows, revealed, |ui, at| {
        let Some(block) = blocks.get(at) else { return 0.0 };
        let turn = match block.kind {
            BlockKind::Speech { turn, .. } => preview.decisions.turns.get(turn),
            BlockKind::Apart => None,
        };
        let speaker = turn.and_then(|turn| place(&turn.speaker));
        let voice = speaker.and_then(|at| speakers.get(at)).map(|one| one.voice);
        let chosen = match (chosen_turn, block.kind) {
            (Some(BlockKind::Speech { turn: one, .. }), BlockKind::Speech { turn, .. }) => one == turn,
            _ => *chosen_block == Some(at),
        };
        let drawn = Row {
            at,
            block,
            text: blocks.text(at, preview.read.text.text()),
            name: voice.map_or("", |voice| voice.name.as_str()),
            role: voice.map(|voice| voice.role),
            hue: speaker.map(hue),
            time: turn.and_then(|turn| turn.time),
            chosen,
            cursor: cursor.filter(|_| *chosen_block == Some(at)),
        };
        let (height, put) = drawn.draw(ui, width, lang);
        pressed = put.map(|put| (at, put)).or(pressed);
        height
    });
    if let Some((block, at)) = pressed {
        pane.put(block, at);
    }
    pressed.is_some()
}

/// One block as it is drawn.
struct Row<'p> {
    at: usize,
    block: &'p Block,
    text: &'p str,
    name: &'p str,
    role: Option<VoiceRole>,
    hue: Option<u16>,
    time: Option<u32>,
    chosen: bool,
    cursor: Option<u32>,
}

impl Row<'_> {
    fn opens(&self) -> bool {
        matches!(self.block.kind, BlockKind::Speech { opens: true, .. })
    }

    /// Draws the row; its height, and where it was pressed.
    fn draw(&self, ui: &mut Ui, width: f32, lang: Lang) -> (f32, Option<u32>) {
        let theme = Theme::of(ui);
        let top = if self.opens() || self.role.is_none() { 8.0 } else { 0.0 };
        let galley = self.galley(ui, width, theme);
        let height = top + galley.size().y.max(LINE);
        let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), height));
        let response = ui.interact(rect, ui.scope_id().with(("turn-row", self.at)), Sense::click());
        let name = if self.role.is_some() { self.name } else { i18n::turns_apart(lang) };
        let words = i18n::turns_row(lang, name, self.text);
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, self.chosen, &words));
        let back = Rect::from_min_max(pos2(rect.left() + 4.0, rect.top() + top - 2.0), rect.right_bottom());
        row::back(ui.painter(), back, self.chosen, response.hovered(), theme);
        let origin = pos2(rect.left() + GUTTER, rect.top() + top);
        self.gutter(ui, origin, theme);
        if let Some(cursor) = self.cursor {
            let place = cursor as usize - self.block.chars.start.min(cursor as usize);
            let index = CharIndex(place.min(self.block.chars.len()));
            let line = galley.pos_from_cursor(CCursor { index, prefer_next_row: true });
            let line = line.translate(origin.to_vec2());
            ui.painter().vline(line.left(), line.y_range(), egui::Stroke::new(2.0, theme.accent));
        }
        let pressed = response.clicked().then(|| {
            let at = response.interact_pointer_pos().map(|at| galley.cursor_from_pos(at - origin).index.0);
            let place = self.block.chars.start + at.unwrap_or_default().min(self.block.chars.len());
            u32::try_from(place).unwrap_or(u32::MAX)
        });
        ui.painter().galley(origin, galley, theme.ink);
        (height, pressed)
    }

    fn galley(&self, ui: &Ui, width: f32, theme: &Theme) -> Arc<Galley> {
        let color = match self.role {
            Some(VoiceRole::Participant) => theme.ink,
            Some(VoiceRole::Interviewer | VoiceRole::Other | VoiceRole::Speech) => theme.mute,
            Some(VoiceRole::Nobody) | None => theme.faint,
        };
        let format = TextFormat {
            font_id: fonts::regular(size::BODY),
            color,
            line_height: Some(LINE),
            italics: self.role.is_none(),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(unbroken(self.text), format);
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    fn gutter(&self, ui: &Ui, origin: egui::Pos2, theme: &Theme) {
        if !self.opens() {
            return;
        }
        let painter = ui.painter();
        let left = origin.x - GUTTER + space::EDGE;
        let middle = origin.y + LINE / 2.0;
        if let Some(hue) = self.hue {
            row::swatch(painter, left, middle, theme.hue(hue));
        }
        let room = GUTTER - space::EDGE - 15.0 - space::SMALL;
        let name = row::one_line(painter, self.name, fonts::semibold(size::SMALL), theme.mute, room);
        painter.galley(pos2(left + 15.0, middle - name.size().y / 2.0), name, theme.mute);
        if let Some(time) = self.time {
            let seconds = time / 1000;
            let text = format!("{:02}:{:02}", seconds / 60, seconds % 60);
            // On the line below the name, where the turn has one.
            let galley = row::one_line(painter, &text, fonts::regular(size::SMALL), theme.faint, room);
            if ui.max_rect().bottom() > origin.y + 2.0 * LINE {
                painter.galley(pos2(left + 15.0, middle + 9.0), galley, theme.faint);
            }
        }
    }
}

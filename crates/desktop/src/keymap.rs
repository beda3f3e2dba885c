//! Which keys give which command: as shipped, and as somebody changed them.
//!
//! A letter is meant as it is written, wherever the keyboard has it; a digit is meant as the key of the
//! digit row, for French keyboards write `é`, `è`, `ç`, `à` there. Keys without Ctrl, Alt or Cmd act in the
//! text only, never in a field.

use crate::commands::UiCommand;
use egui::{Event, Key, Modifiers};
use i18n::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use workbench::views::Step;

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const NONE: Modifiers = Modifiers::NONE;

/// One key with what is held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keys {
    /// What is held down.
    pub modifiers: Modifiers,
    /// The key; a digit is the key of the digit row.
    pub key: Key,
}

/// What somebody changed: the name of a command, and its keys as text (empty for none).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keymap {
    changed: BTreeMap<String, String>,
}

const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The digit of a key event, whatever the keyboard writes with it.
#[must_use]
pub fn digit(key: Key, physical: Option<Key>) -> Option<u8> {
    let key = physical.unwrap_or(key);
    DIGITS.iter().position(|digit| *digit == key).and_then(|at| u8::try_from(at).ok())
}

/// The keys of a command as shipped; the first are those that are shown.
fn shipped(command: UiCommand) -> Vec<Keys> {
    let one = |modifiers: Modifiers, key| vec![Keys { modifiers, key }];
    let two = |first: (Modifiers, Key), second: (Modifiers, Key)| {
        [first, second].map(|(modifiers, key)| Keys { modifiers, key }).to_vec()
    };
    match command {
        UiCommand::NewStudy => one(CTRL, Key::N),
        UiCommand::OpenStudy => one(CTRL, Key::O),
        UiCommand::ImportInterviews => one(CTRL, Key::I),
        UiCommand::Export => one(CTRL | SHIFT, Key::E),
        UiCommand::SaveCopy => one(CTRL | SHIFT, Key::S),
        UiCommand::Backups => one(CTRL, Key::B),
        UiCommand::CloseStudy => one(CTRL, Key::W),
        UiCommand::Undo => one(CTRL, Key::Z),
        UiCommand::Redo => two((CTRL | SHIFT, Key::Z), (CTRL, Key::Y)),
        UiCommand::CorrectTurn => two((NONE, Key::F2), (CTRL, Key::T)),
        UiCommand::MaskName => one(CTRL | SHIFT, Key::M),
        UiCommand::ApplyCode => two((NONE, Key::Enter), (CTRL, Key::E)),
        UiCommand::InVivo => two((NONE, Key::Space), (CTRL | SHIFT, Key::I)),
        UiCommand::LastCode => two((NONE, Key::Num0), (CTRL, Key::D)),
        UiCommand::OpenCoding => one(CTRL | SHIFT, Key::O),
        UiCommand::Recode => one(CTRL, Key::R),
        UiCommand::Uncode => one(NONE, Key::Delete),
        UiCommand::DecideLater => one(CTRL | SHIFT, Key::D),
        UiCommand::Comment => one(CTRL, Key::M),
        UiCommand::WriteMemo => one(NONE, Key::F4),
        UiCommand::NewCode => one(CTRL | SHIFT, Key::N),
        UiCommand::JoinOverlaps => one(CTRL, Key::J),
        UiCommand::SwitchLayer => one(CTRL, Key::L),
        UiCommand::LayersApart => one(CTRL | SHIFT, Key::L),
        UiCommand::FinishCoding => one(CTRL | SHIFT, Key::T),
        UiCommand::FindInText => one(CTRL, Key::F),
        UiCommand::SearchAll => one(CTRL | SHIFT, Key::F),
        UiCommand::NoteReading => one(CTRL | SHIFT, Key::R),
        UiCommand::GoToTurn => one(CTRL, Key::G),
        UiCommand::NextInterview => one(CTRL, Key::PageDown),
        UiCommand::PreviousInterview => one(CTRL, Key::PageUp),
        UiCommand::Go(step) => one(ALT, step_digit(step)),
        UiCommand::ReadingMode => one(NONE, Key::F11),
        UiCommand::NextPanel => one(NONE, Key::F6),
        UiCommand::ZoomIn => two((CTRL, Key::Plus), (CTRL, Key::Equals)),
        UiCommand::ZoomOut => one(CTRL, Key::Minus),
        UiCommand::ZoomReset => one(CTRL, Key::Num0),
        UiCommand::Palette => one(CTRL, Key::K),
        UiCommand::Shortcuts => two((NONE, Key::F1), (NONE, Key::Questionmark)),
        // The others are in the menu and the palette.
        _ => Vec::new(),
    }
}

fn step_digit(step: Step) -> Key {
    let at = Step::ALL.iter().position(|known| *known == step).unwrap_or_default();
    // The tenth step is under the zero, which stands after the nine.
    DIGITS.get((at + 1) % DIGITS.len()).copied().unwrap_or(Key::Num1)
}

/// The name under which a changed key is remembered.
fn name(command: UiCommand) -> String {
    format!("{command:?}")
}

impl Keys {
    /// True when the keys act only outside of fields.
    #[must_use]
    pub fn is_single(self) -> bool {
        let held = self.modifiers;
        // F2 renames in lists, and corrects in the text.
        let function = Key::F1 <= self.key && self.key <= Key::F35 && self.key != Key::F2;
        !held.ctrl && !held.command && !held.alt && !held.mac_cmd && !function
    }

    /// Whether an event is a press of these keys.
    fn pressed_by(self, event: &Event) -> bool {
        let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return false };
        let by_place = DIGITS.contains(&self.key);
        let same = if by_place { physical_key.unwrap_or(*key) == self.key } else { *key == self.key };
        // A sign that needs Shift on one keyboard and none on another is the same sign.
        let sign = matches!(self.key, Key::Plus | Key::Minus | Key::Equals | Key::Questionmark);
        let shift = sign || by_place || modifiers.shift == self.modifiers.shift;
        let command = modifiers.command == self.modifiers.command;
        same && shift && command && modifiers.alt == self.modifiers.alt
    }

    /// The keys in words: `Ctrl Maj Z`.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let mut words = Vec::new();
        if self.modifiers.command {
            words.push(if cfg!(target_os = "macos") {
                i18n::key_command(lang)
            } else {
                i18n::key_ctrl(lang)
            });
        }
        if self.modifiers.alt {
            words.push(i18n::key_alt(lang));
        }
        if self.modifiers.shift {
            words.push(i18n::key_shift(lang));
        }
        words.push(key_word(self.key, lang));
        words.join(" ")
    }

    fn text(self) -> String {
        let held =
            [("Ctrl", self.modifiers.command), ("Alt", self.modifiers.alt), ("Shift", self.modifiers.shift)];
        let held = held.into_iter().filter(|(_, down)| *down).map(|(name, _)| name);
        held.chain([self.key.name()]).collect::<Vec<_>>().join("-")
    }

    fn parse(text: &str) -> Option<Keys> {
        let mut modifiers = NONE;
        let mut parts = text.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let key = Key::from_name(parts.pop()?)?;
        for part in parts {
            modifiers |= match part {
                "Ctrl" => CTRL,
                "Alt" => ALT,
                "Shift" => SHIFT,
                _ => return None,
            };
        }
        Some(Keys { modifiers, key })
    }
}

fn key_word(key: Key, lang: Lang) -> &'static str {
    match key {
        Key::Enter => i18n::key_enter(lang),
        Key::Escape => i18n::key_escape(lang),
        Key::Delete => i18n::key_delete(lang),
        Key::Space => i18n::key_space(lang),
        Key::Tab => i18n::key_tab(lang),
        Key::PageUp => i18n::key_page_up(lang),
        Key::PageDown => i18n::key_page_down(lang),
        other => other.symbol_or_name(),
    }
}

impl Keymap {
    /// The keys of a command, those that are shown first.
    #[must_use]
    pub fn keys(&self, command: UiCommand) -> Vec<Keys> {
        match self.changed.get(&name(command)) {
            // What cannot be read was written by a later version: as if it were not there.
            Some(text) if !text.is_empty() => {
                Keys::parse(text).map_or_else(|| shipped(command), |keys| vec![keys])
            }
            Some(_) => Vec::new(),
            None => shipped(command),
        }
    }

    /// The keys of a command in words; empty without any.
    #[must_use]
    pub fn words(&self, command: UiCommand, lang: Lang) -> String {
        self.keys(command).first().map(|keys| keys.words(lang)).unwrap_or_default()
    }

    /// Another command that the keys give already.
    #[must_use]
    pub fn taken_by(&self, keys: Keys, but: UiCommand) -> Option<UiCommand> {
        let others = UiCommand::ALL.iter().copied().filter(|command| *command != but);
        others.into_iter().find(|command| self.keys(*command).contains(&keys))
    }

    /// Gives a command other keys, or none.
    pub fn change(&mut self, command: UiCommand, keys: Option<Keys>) {
        self.changed.insert(name(command), keys.map(Keys::text).unwrap_or_default());
    }

    /// The keys of a command as shipped again.
    pub fn restore(&mut self, command: UiCommand) {
        self.changed.remove(&name(command));
    }

    /// True when the keys of a command are not as shipped.
    #[must_use]
    pub fn is_changed(&self, command: UiCommand) -> bool {
        self.changed.contains_key(&name(command))
    }

    /// The commands whose keys were pressed this frame, taken out of the input. Keys without Ctrl, Alt or
    /// Cmd count only while the text has the keyboard; what would change the study never while one types.
    pub fn pressed(&self, ctx: &egui::Context, text_has_keyboard: bool) -> Vec<UiCommand> {
        // A sheet over the window is answered first.
        let sheet = ctx.memory(|memory| memory.top_modal_layer().is_some());
        let typing = ctx.text_edit_focused() || sheet;
        let mut found = Vec::new();
        for command in UiCommand::ALL {
            if typing && !acts_while_typing(*command) {
                continue;
            }
            for keys in self.keys(*command) {
                let free = !typing && (text_has_keyboard || keys.key == Key::Questionmark);
                if (!keys.is_single() || free) && take(ctx, keys) {
                    found.push(*command);
                }
            }
        }
        found
    }
}

/// In a field, Ctrl+Z and their like belong to the field.
fn acts_while_typing(command: UiCommand) -> bool {
    use crate::commands::Section;
    !matches!(command.section(), Section::Edit | Section::Coding | Section::Interview)
}

/// Takes a press of these keys out of the input, with the letter that it would write.
fn take(ctx: &egui::Context, keys: Keys) -> bool {
    ctx.input_mut(|input| {
        let Some(at) = input.events.iter().position(|event| keys.pressed_by(event)) else { return false };
        input.events.remove(at);
        if keys.is_single() {
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
        true
    })
}

/// The keys that an event presses, for somebody who chooses keys. Escape and what is only held down are
/// none.
#[must_use]
pub fn chosen(event: &Event) -> Option<Keys> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if *key == Key::Escape {
        return None;
    }
    let key = digit(*key, *physical_key).and_then(|at| DIGITS.get(usize::from(at)).copied()).unwrap_or(*key);
    let mut held = NONE;
    for (down, modifier) in [(modifiers.command, CTRL), (modifiers.alt, ALT), (modifiers.shift, SHIFT)] {
        if down {
            held |= modifier;
        }
    }
    Some(Keys { modifiers: held, key })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn event(key: Key, physical: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(physical), pressed: true, repeat: false, modifiers }
    }

    fn given(events: Vec<Event>, text: bool) -> Vec<UiCommand> {
        let ctx = egui::Context::default();
        let input = egui::RawInput { events, ..egui::RawInput::default() };
        let mut found = Vec::new();
        ctx.run_ui(input, |ui| found = Keymap::default().pressed(ui.ctx(), text)).textures_delta.clear();
        found
    }

    #[test]
    fn no_two_commands_share_keys() {
        let mut seen: HashMap<Keys, UiCommand> = HashMap::new();
        for command in UiCommand::ALL {
            for keys in Keymap::default().keys(*command) {
                assert_eq!(seen.insert(keys, *command), None, "{keys:?} of {command:?}");
            }
        }
    }

    /// The same gesture on three keyboards: what the key writes differs, the command does not.
    #[test]
    fn digits_and_signs_give_the_same_commands_on_azerty_and_qwerty() {
        let zero = |key| event(key, Key::Num0, NONE);
        assert_eq!(given(vec![zero(Key::Num0)], true), [UiCommand::LastCode], "QWERTY");
        // An AZERTY key without a name of its own (à) comes as the key of its place.
        assert_eq!(given(vec![zero(Key::Num0), Event::Text("à".into())], true), [UiCommand::LastCode]);
        let six = |modifiers| event(Key::Minus, Key::Num6, modifiers);
        assert_eq!(given(vec![six(ALT)], false), [UiCommand::Go(Step::Saturation)], "- above 6");
        assert_eq!(given(vec![six(CTRL)], false), [UiCommand::ZoomOut], "Ctrl and the sign -");
        let plus = event(Key::Plus, Key::Equals, CTRL | SHIFT);
        assert_eq!(given(vec![plus], false), [UiCommand::ZoomIn], "+ needs Shift on most keyboards");
        let a = event(Key::Z, Key::W, CTRL);
        assert_eq!(given(vec![a], false), [UiCommand::Undo], "a letter is where the keyboard has it");
        // The Mac's French keyboard writes à with the same key, and = with the key before Backspace.
        assert_eq!(given(vec![event(Key::Equals, Key::Equals, CTRL)], false), [UiCommand::ZoomIn]);
    }

    #[test]
    fn single_keys_act_in_the_text_only() {
        let space = || vec![event(Key::Space, Key::Space, NONE), Event::Text(" ".into())];
        assert_eq!(given(space(), true), [UiCommand::InVivo]);
        assert_eq!(given(space(), false), []);
        assert_eq!(given(vec![event(Key::F1, Key::F1, NONE)], false), [UiCommand::Shortcuts]);
    }

    #[test]
    fn changed_keys_are_remembered_as_text_and_can_be_taken_back() {
        let mut keymap = Keymap::default();
        let keys = Keys { modifiers: CTRL | SHIFT, key: Key::B };
        keymap.change(UiCommand::InVivo, Some(keys));
        let read = Keymap { changed: keymap.changed.clone() };
        assert_eq!(read.keys(UiCommand::InVivo), [keys]);
        assert_eq!(read.words(UiCommand::InVivo, Lang::Fr), "Ctrl Maj B");
        assert_eq!(read.taken_by(keys, UiCommand::Undo), Some(UiCommand::InVivo));
        keymap.change(UiCommand::InVivo, None);
        assert!(keymap.keys(UiCommand::InVivo).is_empty());
        keymap.restore(UiCommand::InVivo);
        assert_eq!(keymap.words(UiCommand::InVivo, Lang::Fr), "Espace");
        let broken = Keymap { changed: [("Undo".to_owned(), "Hyper-Q".to_owned())].into() };
        assert_eq!(broken.words(UiCommand::Undo, Lang::Fr), "Ctrl Z");
    }
}

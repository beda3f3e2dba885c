//! Every command of the window, once: menu, shortcut, palette and help come from here.

use egui::{Key, KeyboardShortcut, Modifiers};
use i18n::Lang;

/// A command of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UiCommand {
    /// Starts a study.
    NewStudy,
    /// Opens a study.
    OpenStudy,
    /// Opens the example study.
    OpenExample,
    /// Takes interviews in.
    ImportInterviews,
    /// Saves a closed copy.
    SaveCopy,
    /// Closes the study.
    CloseStudy,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Chooses a code for the selected words.
    ApplyCode,
    /// Codes the selected words by themselves.
    InVivo,
    /// Applies the last code again.
    LastCode,
    /// Says that the coding of the open interview is finished, or reopens it.
    FinishCoding,
    /// Notes a re-reading of the open interview.
    NoteReading,
    /// Hides everything but the text.
    ReadingMode,
    /// Light or dark.
    SwitchTheme,
    /// French or English.
    SwitchLanguage,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As it was.
    ZoomReset,
    /// All commands.
    Palette,
    /// The keys.
    Shortcuts,
}

impl UiCommand {
    /// Every command, in the order of the menu.
    pub const ALL: [UiCommand; 21] = [
        UiCommand::NewStudy,
        UiCommand::OpenStudy,
        UiCommand::OpenExample,
        UiCommand::ImportInterviews,
        UiCommand::SaveCopy,
        UiCommand::CloseStudy,
        UiCommand::Undo,
        UiCommand::Redo,
        UiCommand::ApplyCode,
        UiCommand::InVivo,
        UiCommand::LastCode,
        UiCommand::FinishCoding,
        UiCommand::NoteReading,
        UiCommand::ReadingMode,
        UiCommand::SwitchTheme,
        UiCommand::SwitchLanguage,
        UiCommand::ZoomIn,
        UiCommand::ZoomOut,
        UiCommand::ZoomReset,
        UiCommand::Palette,
        UiCommand::Shortcuts,
    ];

    /// Commands before which the menu has a line.
    #[must_use]
    pub fn begins_section(self) -> bool {
        matches!(
            self,
            UiCommand::ImportInterviews
                | UiCommand::Undo
                | UiCommand::ApplyCode
                | UiCommand::ReadingMode
                | UiCommand::Palette
        )
    }

    /// The words of the command.
    #[must_use]
    pub fn label(self, lang: Lang, method: &str) -> &'static str {
        match self {
            UiCommand::NewStudy => i18n::menu_new_study(lang),
            UiCommand::OpenStudy => i18n::menu_open(lang),
            UiCommand::OpenExample => i18n::menu_example(lang),
            UiCommand::ImportInterviews => i18n::menu_import_interviews(lang),
            UiCommand::SaveCopy => i18n::menu_save_copy(lang),
            UiCommand::CloseStudy => i18n::menu_close_study(lang),
            UiCommand::Undo => i18n::menu_undo(lang),
            UiCommand::Redo => i18n::menu_redo(lang),
            UiCommand::ApplyCode => i18n::passage_apply_code(lang, method),
            UiCommand::InVivo => i18n::passage_in_vivo(lang, method),
            UiCommand::LastCode => i18n::passage_last_code(lang, method),
            UiCommand::FinishCoding => i18n::interview_finish(lang),
            UiCommand::NoteReading => i18n::interview_note_reading(lang),
            UiCommand::ReadingMode => i18n::menu_reading_mode(lang),
            UiCommand::SwitchTheme => i18n::menu_switch_theme(lang),
            UiCommand::SwitchLanguage => i18n::menu_switch_language(lang),
            UiCommand::ZoomIn => i18n::menu_zoom_in(lang),
            UiCommand::ZoomOut => i18n::menu_zoom_out(lang),
            UiCommand::ZoomReset => i18n::menu_zoom_reset(lang),
            UiCommand::Palette => i18n::menu_palette(lang),
            UiCommand::Shortcuts => i18n::menu_shortcuts(lang),
        }
    }

    /// The key that gives the command anywhere.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        const CTRL: Modifiers = Modifiers::COMMAND;
        let ctrl_shift = CTRL | Modifiers::SHIFT;
        let (modifiers, key) = match self {
            UiCommand::NewStudy => (CTRL, Key::N),
            UiCommand::OpenStudy => (CTRL, Key::O),
            UiCommand::ImportInterviews => (CTRL, Key::I),
            UiCommand::SaveCopy => (ctrl_shift, Key::S),
            UiCommand::Undo => (CTRL, Key::Z),
            UiCommand::Redo => (ctrl_shift, Key::Z),
            UiCommand::ApplyCode => (CTRL, Key::E),
            UiCommand::InVivo => (ctrl_shift, Key::I),
            UiCommand::LastCode => (CTRL, Key::D),
            UiCommand::ReadingMode => (Modifiers::NONE, Key::F11),
            UiCommand::ZoomIn => (CTRL, Key::Plus),
            UiCommand::ZoomOut => (CTRL, Key::Minus),
            UiCommand::ZoomReset => (CTRL, Key::Num0),
            UiCommand::Palette => (CTRL, Key::K),
            UiCommand::Shortcuts => (Modifiers::NONE, Key::F1),
            UiCommand::OpenExample
            | UiCommand::CloseStudy
            | UiCommand::FinishCoding
            | UiCommand::NoteReading
            | UiCommand::SwitchTheme
            | UiCommand::SwitchLanguage => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// The key in words: `Ctrl Maj Z`; empty without one.
    #[must_use]
    pub fn keys(self, lang: Lang) -> String {
        let Some(shortcut) = self.shortcut() else { return String::new() };
        let mut keys = Vec::new();
        if shortcut.modifiers.command {
            keys.push(i18n::key_ctrl(lang));
        }
        if shortcut.modifiers.shift {
            keys.push(i18n::key_shift(lang));
        }
        keys.push(shortcut.logical_key.symbol_or_name());
        keys.join(" ")
    }

    /// True when the command needs an open study.
    #[must_use]
    pub fn needs_study(self) -> bool {
        !matches!(
            self,
            UiCommand::NewStudy
                | UiCommand::OpenStudy
                | UiCommand::OpenExample
                | UiCommand::SwitchTheme
                | UiCommand::SwitchLanguage
                | UiCommand::ZoomIn
                | UiCommand::ZoomOut
                | UiCommand::ZoomReset
                | UiCommand::Palette
                | UiCommand::Shortcuts
        )
    }
}

/// The commands whose keys were pressed this frame. The longest combination of a key wins.
#[must_use]
pub fn pressed(ctx: &egui::Context) -> Vec<UiCommand> {
    let mut bound: Vec<(UiCommand, KeyboardShortcut)> = UiCommand::ALL
        .into_iter()
        .filter_map(|command| command.shortcut().map(|key| (command, key)))
        .collect();
    bound.sort_by_key(|(_, key)| !key.modifiers.shift);
    let pressed = |key: &KeyboardShortcut| ctx.input_mut(|input| input.consume_shortcut(key));
    bound.into_iter().filter(|(_, key)| pressed(key)).map(|(command, _)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_commands_share_a_key() {
        let keys: Vec<_> = UiCommand::ALL.iter().filter_map(|command| command.shortcut()).collect();
        let different: HashSet<String> = keys.iter().map(|key| format!("{key:?}")).collect();
        assert_eq!(different.len(), keys.len());
    }
}

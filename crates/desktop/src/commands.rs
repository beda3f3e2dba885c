//! Every command of the window, once: menu, shortcut, palette and help come from here.
//!
//! What a command is called stands in [`crate::commands::UiCommand::label`], which keys give it in
//! [`crate::keymap`].

use i18n::Lang;
use workbench::views::Step;

/// A command of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UiCommand {
    /// Starts a study.
    NewStudy,
    /// Opens a study.
    OpenStudy,
    /// Opens the example study.
    OpenExample,
    /// Takes interviews in.
    ImportInterviews,
    /// Takes a table of participants in.
    ImportParticipants,
    /// Takes a code book in.
    ImportCodes,
    /// Writes passages, the coded text or the code book for others.
    Export,
    /// Saves a closed copy.
    SaveCopy,
    /// The backups of the study.
    Backups,
    /// Closes the study.
    CloseStudy,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Corrects the turn with the caret.
    CorrectTurn,
    /// Masks a name wherever it stands.
    MaskName,
    /// Forgets what texts were before they were masked.
    ForgetUnmasked,
    /// Chooses a code for the selected words.
    ApplyCode,
    /// Codes the selected words by themselves.
    InVivo,
    /// Applies the last code again.
    LastCode,
    /// Asks for a code after each selection, until it is switched off.
    OpenCoding,
    /// Gives the chosen coding another code.
    Recode,
    /// Takes the chosen coding away.
    Uncode,
    /// Marks the chosen coding to be decided later, or not any more.
    DecideLater,
    /// Comments on the chosen coding.
    Comment,
    /// Writes a memo about the chosen coding, or the open interview.
    WriteMemo,
    /// A new code.
    NewCode,
    /// Keeps the chosen code under a digit, or frees it.
    Favourite,
    /// Codes in the other layer.
    SwitchLayer,
    /// Shows only the layer that one codes in, or both.
    LayersApart,
    /// Makes one of the chosen coding and those of the same code that overlap it.
    JoinOverlaps,
    /// Says that the coding of the open interview is finished, or reopens it.
    FinishCoding,
    /// Notes a re-reading of the open interview.
    NoteReading,
    /// Corrects who speaks, and where turns begin, in the open interview.
    CorrectSpeakers,
    /// Gives the open interview another name.
    RenameInterview,
    /// Leaves the open interview out of the analysis, or takes it in again.
    ExcludeInterview,
    /// Goes to a turn by its number or time.
    GoToTurn,
    /// Looks for words in the open text.
    FindInText,
    /// Looks for words everywhere.
    SearchAll,
    /// Looks for passages like the selected one.
    SimilarPassages,
    /// Opens the interview after this one.
    NextInterview,
    /// Opens the interview before this one.
    PreviousInterview,
    /// Another step of the work.
    Go(Step),
    /// The interview guide.
    Guide,
    /// The journal of what was done.
    Journal,
    /// Hides everything but the text.
    ReadingMode,
    /// Gives the keyboard to the next panel.
    NextPanel,
    /// Light or dark.
    SwitchTheme,
    /// Light or dark as the system is.
    SystemTheme,
    /// Stronger contrast, or as usual.
    Contrast,
    /// Nothing moves by itself, or as usual.
    Still,
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
    /// What was told at the bottom of the window.
    PastNotices,
}

/// A part of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// The study as a file.
    File,
    /// Undo and what changes texts.
    Edit,
    /// Passages and codes.
    Coding,
    /// The open interview.
    Interview,
    /// The steps of the work.
    Steps,
    /// How it looks.
    View,
    /// Where to find what.
    Help,
}

impl Section {
    /// Every part, in the order of the menu.
    pub const ALL: [Section; 7] = [
        Section::File,
        Section::Edit,
        Section::Coding,
        Section::Interview,
        Section::Steps,
        Section::View,
        Section::Help,
    ];

    /// The words of the part.
    #[must_use]
    pub fn label(self, lang: Lang, method: &str) -> &'static str {
        match self {
            Section::File => i18n::menu_file(lang),
            Section::Edit => i18n::menu_edit(lang),
            Section::Coding => i18n::menu_coding(lang, method),
            Section::Interview => i18n::menu_interview(lang),
            Section::Steps => i18n::menu_steps(lang),
            Section::View => i18n::menu_view(lang),
            Section::Help => i18n::menu_help(lang),
        }
    }

    /// The commands of the part, in the order of the menu.
    pub fn commands(self) -> impl Iterator<Item = UiCommand> {
        UiCommand::ALL.iter().copied().filter(move |command| command.section() == self)
    }
}

impl UiCommand {
    /// Every command, in the order of the menu.
    pub const ALL: &[UiCommand] = &[
        UiCommand::NewStudy,
        UiCommand::OpenStudy,
        UiCommand::OpenExample,
        UiCommand::ImportInterviews,
        UiCommand::ImportParticipants,
        UiCommand::ImportCodes,
        UiCommand::Export,
        UiCommand::SaveCopy,
        UiCommand::Backups,
        UiCommand::CloseStudy,
        UiCommand::Undo,
        UiCommand::Redo,
        UiCommand::CorrectTurn,
        UiCommand::MaskName,
        UiCommand::ForgetUnmasked,
        UiCommand::ApplyCode,
        UiCommand::InVivo,
        UiCommand::LastCode,
        UiCommand::OpenCoding,
        UiCommand::Recode,
        UiCommand::Uncode,
        UiCommand::DecideLater,
        UiCommand::Comment,
        UiCommand::JoinOverlaps,
        UiCommand::WriteMemo,
        UiCommand::NewCode,
        UiCommand::Favourite,
        UiCommand::SwitchLayer,
        UiCommand::LayersApart,
        UiCommand::FinishCoding,
        UiCommand::NoteReading,
        UiCommand::CorrectSpeakers,
        UiCommand::RenameInterview,
        UiCommand::ExcludeInterview,
        UiCommand::GoToTurn,
        UiCommand::FindInText,
        UiCommand::SearchAll,
        UiCommand::SimilarPassages,
        UiCommand::NextInterview,
        UiCommand::PreviousInterview,
        UiCommand::Go(Step::Study),
        UiCommand::Go(Step::Interviews),
        UiCommand::Go(Step::Codes),
        UiCommand::Go(Step::Categories),
        UiCommand::Go(Step::DoubleCoding),
        UiCommand::Go(Step::Saturation),
        UiCommand::Go(Step::Search),
        UiCommand::Go(Step::Memos),
        UiCommand::Go(Step::Writing),
        UiCommand::Go(Step::Review),
        UiCommand::Guide,
        UiCommand::Journal,
        UiCommand::ReadingMode,
        UiCommand::NextPanel,
        UiCommand::SwitchTheme,
        UiCommand::SystemTheme,
        UiCommand::Contrast,
        UiCommand::Still,
        UiCommand::SwitchLanguage,
        UiCommand::ZoomIn,
        UiCommand::ZoomOut,
        UiCommand::ZoomReset,
        UiCommand::Palette,
        UiCommand::Shortcuts,
        UiCommand::PastNotices,
    ];

    /// Where in the menu the command stands.
    #[must_use]
    pub fn section(self) -> Section {
        match self {
            UiCommand::NewStudy
            | UiCommand::OpenStudy
            | UiCommand::OpenExample
            | UiCommand::ImportInterviews
            | UiCommand::ImportParticipants
            | UiCommand::ImportCodes
            | UiCommand::Export
            | UiCommand::SaveCopy
            | UiCommand::Backups
            | UiCommand::CloseStudy => Section::File,
            UiCommand::Undo
            | UiCommand::Redo
            | UiCommand::CorrectTurn
            | UiCommand::MaskName
            | UiCommand::ForgetUnmasked => Section::Edit,
            UiCommand::ApplyCode
            | UiCommand::InVivo
            | UiCommand::LastCode
            | UiCommand::OpenCoding
            | UiCommand::Recode
            | UiCommand::Uncode
            | UiCommand::DecideLater
            | UiCommand::Comment
            | UiCommand::JoinOverlaps
            | UiCommand::WriteMemo
            | UiCommand::NewCode
            | UiCommand::Favourite
            | UiCommand::SwitchLayer
            | UiCommand::LayersApart => Section::Coding,
            UiCommand::FinishCoding
            | UiCommand::NoteReading
            | UiCommand::CorrectSpeakers
            | UiCommand::RenameInterview
            | UiCommand::ExcludeInterview
            | UiCommand::GoToTurn
            | UiCommand::FindInText
            | UiCommand::SearchAll
            | UiCommand::SimilarPassages
            | UiCommand::NextInterview
            | UiCommand::PreviousInterview => Section::Interview,
            UiCommand::Go(_) | UiCommand::Guide | UiCommand::Journal => Section::Steps,
            UiCommand::ReadingMode
            | UiCommand::NextPanel
            | UiCommand::SwitchTheme
            | UiCommand::SystemTheme
            | UiCommand::Contrast
            | UiCommand::Still
            | UiCommand::SwitchLanguage
            | UiCommand::ZoomIn
            | UiCommand::ZoomOut
            | UiCommand::ZoomReset => Section::View,
            UiCommand::Palette | UiCommand::Shortcuts | UiCommand::PastNotices => Section::Help,
        }
    }

    /// The words of the command.
    #[must_use]
    pub fn label(self, lang: Lang, method: &str) -> &'static str {
        match self {
            UiCommand::NewStudy => i18n::menu_new_study(lang),
            UiCommand::OpenStudy => i18n::menu_open(lang),
            UiCommand::OpenExample => i18n::menu_example(lang),
            UiCommand::ImportInterviews => i18n::menu_import_interviews(lang),
            UiCommand::ImportParticipants => i18n::menu_import_participants(lang),
            UiCommand::ImportCodes => i18n::menu_import_codes(lang, method),
            UiCommand::Export => i18n::menu_export(lang),
            UiCommand::SaveCopy => i18n::menu_save_copy(lang),
            UiCommand::Backups => i18n::menu_backups(lang),
            UiCommand::SystemTheme => i18n::menu_theme_as_system(lang),
            UiCommand::Contrast => i18n::menu_contrast(lang),
            UiCommand::Still => i18n::menu_still(lang),
            UiCommand::CloseStudy => i18n::menu_close_study(lang),
            UiCommand::Undo => i18n::menu_undo(lang),
            UiCommand::Redo => i18n::menu_redo(lang),
            UiCommand::CorrectTurn => i18n::transcript_correct(lang),
            UiCommand::MaskName => i18n::mask_ask(lang),
            UiCommand::ForgetUnmasked => i18n::mask_forget_ask(lang),
            UiCommand::ApplyCode => i18n::passage_apply_code(lang, method),
            UiCommand::InVivo => i18n::passage_in_vivo(lang, method),
            UiCommand::LastCode => i18n::passage_last_code(lang, method),
            UiCommand::OpenCoding => i18n::passage_open_coding(lang, method),
            UiCommand::Recode => i18n::passage_recode(lang, method),
            UiCommand::Uncode => i18n::passage_remove(lang, method),
            UiCommand::DecideLater => i18n::passage_decide_later(lang),
            UiCommand::Comment => i18n::passage_comment(lang),
            UiCommand::JoinOverlaps => i18n::passage_join(lang, method),
            UiCommand::WriteMemo => i18n::menu_write_memo(lang),
            UiCommand::NewCode => i18n::codes_new(lang, method),
            UiCommand::Favourite => i18n::menu_favourite(lang, method),
            UiCommand::SwitchLayer => i18n::menu_switch_layer(lang),
            UiCommand::LayersApart => i18n::menu_layers_apart(lang),
            UiCommand::FinishCoding => i18n::interview_finish(lang),
            UiCommand::NoteReading => i18n::interview_note_reading(lang),
            UiCommand::CorrectSpeakers => i18n::turns_correct_ask(lang),
            UiCommand::RenameInterview => i18n::menu_rename_interview(lang),
            UiCommand::ExcludeInterview => i18n::menu_exclude_interview(lang),
            UiCommand::GoToTurn => i18n::transcript_go_to_turn(lang),
            UiCommand::FindInText => i18n::find_in_text(lang),
            UiCommand::SearchAll => i18n::search_everywhere(lang),
            UiCommand::SimilarPassages => i18n::search_similar(lang),
            UiCommand::NextInterview => i18n::interview_next(lang),
            UiCommand::PreviousInterview => i18n::interview_previous(lang),
            UiCommand::Go(step) => step_label(step, lang, method),
            UiCommand::Guide => i18n::rail_guide(lang),
            UiCommand::Journal => i18n::rail_journal(lang),
            UiCommand::ReadingMode => i18n::menu_reading_mode(lang),
            UiCommand::NextPanel => i18n::menu_next_panel(lang),
            UiCommand::SwitchTheme => i18n::menu_switch_theme(lang),
            UiCommand::SwitchLanguage => i18n::menu_switch_language(lang),
            UiCommand::ZoomIn => i18n::menu_zoom_in(lang),
            UiCommand::ZoomOut => i18n::menu_zoom_out(lang),
            UiCommand::ZoomReset => i18n::menu_zoom_reset(lang),
            UiCommand::Palette => i18n::menu_palette(lang),
            UiCommand::PastNotices => i18n::notices_title(lang),
            UiCommand::Shortcuts => i18n::menu_shortcuts(lang),
        }
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
                | UiCommand::SystemTheme
                | UiCommand::Contrast
                | UiCommand::Still
                | UiCommand::SwitchLanguage
                | UiCommand::ZoomIn
                | UiCommand::ZoomOut
                | UiCommand::ZoomReset
                | UiCommand::Palette
                | UiCommand::Shortcuts
                | UiCommand::PastNotices
        )
    }
}

/// What a step of the rail is called.
#[must_use]
pub fn step_label(step: Step, lang: Lang, method: &str) -> &'static str {
    match step {
        Step::Study => i18n::rail_study(lang),
        Step::Interviews => i18n::rail_interviews(lang),
        Step::Codes => i18n::rail_codes(lang, method),
        Step::Categories => i18n::rail_categories(lang, method),
        Step::DoubleCoding => i18n::rail_double_coding(lang),
        Step::Saturation => i18n::rail_saturation(lang),
        Step::Search => i18n::rail_search(lang),
        Step::Memos => i18n::rail_memos(lang),
        Step::Writing => i18n::rail_writing(lang),
        Step::Review => i18n::rail_review(lang),
    }
}

/// What a step is for, in a sentence.
#[must_use]
pub fn step_purpose(step: Step, lang: Lang, method: &str) -> &'static str {
    match step {
        Step::Study => i18n::rail_study_purpose(lang),
        Step::Interviews => i18n::rail_interviews_purpose(lang),
        Step::Codes => i18n::rail_codes_purpose(lang, method),
        Step::Categories => i18n::rail_categories_purpose(lang, method),
        Step::DoubleCoding => i18n::rail_double_coding_purpose(lang),
        Step::Saturation => i18n::rail_saturation_purpose(lang),
        Step::Search => i18n::rail_search_purpose(lang),
        Step::Memos => i18n::rail_memos_purpose(lang),
        Step::Writing => i18n::rail_writing_purpose(lang),
        Step::Review => i18n::rail_review_purpose(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_the_menu_once() {
        let mut seen: Vec<_> = Section::ALL.into_iter().flat_map(Section::commands).collect();
        assert_eq!(seen.len(), UiCommand::ALL.len());
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), UiCommand::ALL.len());
    }
}

//! Other words for the commands of the window: what somebody types who does not know yet what it is called here.

use crate::commands::UiCommand;
use i18n::Lang;
use workbench::views::Step;

impl UiCommand {
    /// Words by which the command is found beside its label: what it is for, and what other programs call it.
    #[must_use]
    pub fn also(self, lang: Lang) -> &'static str {
        i18n::command_also(lang, self.known_as())
    }

    /// The name under which the catalogue keeps these words.
    fn known_as(self) -> &'static str {
        match self {
            UiCommand::ImportInterviews => "import",
            UiCommand::ImportParticipants => "participants",
            UiCommand::ImportCodes => "codes",
            UiCommand::Export => "export",
            UiCommand::SaveCopy => "copy",
            UiCommand::Backups => "backups",
            UiCommand::Undo => "undo",
            UiCommand::CorrectTurn => "correct",
            UiCommand::MaskName => "mask",
            UiCommand::ForgetUnmasked => "forget",
            UiCommand::ApplyCode | UiCommand::InVivo | UiCommand::LastCode => "apply",
            UiCommand::Uncode => "uncode",
            UiCommand::DecideLater => "later",
            UiCommand::Comment | UiCommand::WriteMemo => "note",
            UiCommand::ExcludeInterview => "exclude",
            UiCommand::FinishCoding => "finish",
            UiCommand::CorrectSpeakers => "speakers",
            UiCommand::FindInText | UiCommand::SearchAll => "search",
            UiCommand::Journal => "journal",
            UiCommand::SwitchTheme | UiCommand::SystemTheme | UiCommand::Contrast => "look",
            UiCommand::ZoomIn | UiCommand::ZoomOut | UiCommand::ZoomReset => "zoom",
            UiCommand::Shortcuts => "help",
            UiCommand::Go(step) => step_known_as(step),
            _ => "nothing",
        }
    }
}

fn step_known_as(step: Step) -> &'static str {
    match step {
        Step::Study => "step-study",
        Step::Interviews => "step-interviews",
        Step::Codes => "step-codes",
        Step::Categories => "step-categories",
        Step::DoubleCoding => "step-double-coding",
        Step::Saturation => "step-saturation",
        Step::Search => "search",
        Step::Memos => "note",
        Step::Writing => "step-writing",
        Step::Review => "step-review",
    }
}

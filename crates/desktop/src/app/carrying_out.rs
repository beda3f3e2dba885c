//! The commands of the window that concern an open study: each is carried out here, in one list.

use super::notices::Notices;
use super::sheets::Sheet;
use super::work::{Aside, Work};
use crate::commands::UiCommand;
use i18n::Lang;
use workbench::command::Command;

impl Work {
    pub fn carry_out(&mut self, command: UiCommand, lang: Lang, notices: &mut Notices) {
        if let Some(sheet) = &mut self.sheet {
            // What stands behind the sheet is not to change unseen.
            if command == UiCommand::Undo {
                sheet.step_back();
            }
            return;
        }
        match command {
            UiCommand::Undo => self.run(Command::Undo),
            UiCommand::Redo => self.run(Command::Redo),
            UiCommand::ReadingMode => self.reading_mode = !self.reading_mode,
            UiCommand::FinishCoding => {
                if let Some(interview) = self.showing.interview {
                    self.finish(interview);
                }
            }
            UiCommand::NoteReading => {
                if let Some(interview) = self.showing.interview {
                    self.note_reading(interview);
                }
            }
            UiCommand::CorrectSpeakers | UiCommand::RenameInterview | UiCommand::ExcludeInterview => {
                self.carry_out_interview(command);
            }
            UiCommand::Guide => self.aside = Some(Aside::Guide),
            UiCommand::Journal => self.aside = Some(Aside::Journal),
            UiCommand::Export => self.ask_delivery(),
            UiCommand::ImportParticipants => self.wants_file = Some(crate::files::Asking::Participants),
            UiCommand::ImportCodes => self.wants_file = Some(crate::files::Asking::Codes),
            UiCommand::WriteMemo => self.write_memo(),
            UiCommand::NewCode => self.new_code = Some((None, String::new())),
            UiCommand::Favourite => self.switch_favourite(lang, notices),
            UiCommand::GoToTurn => {
                self.sheet_open = Some(Sheet::GoToTurn { text: String::new(), unknown: false });
            }
            UiCommand::FindInText | UiCommand::SearchAll | UiCommand::SimilarPassages => {
                self.carry_out_search(command);
            }
            UiCommand::NextInterview => self.show_neighbour(1),
            UiCommand::PreviousInterview => self.show_neighbour(-1),
            UiCommand::CorrectTurn => {
                if !self.correct_turn() {
                    notices.tell(i18n::notice_choose_turn(lang));
                }
            }
            UiCommand::MaskName => self.mask_name(),
            UiCommand::Backups => self.show_backups(),
            UiCommand::ForgetUnmasked => {
                let open = self.showing.interview.into_iter().collect();
                let masked = std::mem::take(&mut self.masked);
                self.forgets = Some(if masked.is_empty() { open } else { masked });
            }
            UiCommand::SwitchLayer => self.switch_layer(),
            UiCommand::LayersApart => self.set_apart(!self.layers_apart),
            UiCommand::Go(step) => self.show_step(step),
            UiCommand::NextPanel => self.panels.wants_next_panel = true,
            _ => self.carry_out_coding(command, lang, notices),
        }
    }
}

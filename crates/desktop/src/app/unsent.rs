//! What is being written, placed or moved and is not sent yet. Whatever way a page, a person or a study is left, it
//! goes to the store first; and so it does before anything that undoes, or that wants all of the study.

use super::work::Work;
use std::time::Duration;
use workbench::command::Command;
use workbench::desk::{Event, Request};

/// How long a window that closes waits for the store to name a memo that is still being written.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether a request undoes something, says who writes from now on, or takes the study as it stands: everything
/// that was written before goes before it.
pub(super) fn wants_everything(request: &Request) -> bool {
    match request {
        Request::Run(command) => matches!(command, Command::Undo | Command::Redo),
        Request::ActAs(_)
        | Request::Backup
        | Request::SaveCopy(_)
        | Request::Draw(..)
        | Request::Deliver(..)
        | Request::WriteSheet { .. }
        | Request::WriteReview(..)
        | Request::CopyForReview(..)
        | Request::ForgetUnmasked(_)
        | Request::DoubleCoding(_) => true,
        _ => false,
    }
}

impl Work {
    /// Sends all that whoever works here has written, comments too that wait for their button: nobody else is to find
    /// them in a field.
    pub(super) fn hand_over(&mut self) {
        let comments = [self.panels.review.unsent(), self.panels.saturation.unsent()];
        for command in comments.into_iter().flatten() {
            self.run(command);
        }
        self.send_unsent();
    }

    /// Sends what was written and not sent yet. Fields that are still open go on with what they say.
    pub(super) fn send_unsent(&mut self) {
        let screen = self.screen.clone();
        let panels = &mut self.panels;
        let mut commands = Vec::new();
        if let Some(view) = &screen.study {
            commands.extend(panels.study.unsent(view));
        }
        commands.extend(panels.codebook.unsent());
        commands.extend(panels.codes.unsent());
        commands.extend(panels.theory.unsent(None));
        commands.extend(panels.memos.unsent());
        for command in commands {
            self.run(command);
        }
    }
}

impl Drop for Work {
    /// Whatever way a study is left, what was written goes with it: in fields, and in a sheet that stands open.
    fn drop(&mut self) {
        let sheet = self.sheet_open.take().and_then(super::sheets::Sheet::unsent);
        let turn = self.editor.take().and_then(super::correction::TurnEditor::unsent);
        for command in sheet.into_iter().chain(turn) {
            self.run(command);
        }
        self.hand_over();
        // A new memo that was sent once and written on since waits to be told which one it is.
        while self.panels.memos.waits_with_words() {
            match self.wait(PATIENCE) {
                Some(Event::Done(outcome)) => {
                    if let model::op::OpKind::WriteMemo { memo } = outcome.op.kind {
                        _ = self.panels.memos.is_now(memo);
                        self.send_unsent();
                    }
                }
                Some(Event::Refused(_)) | None => break,
                Some(_) => {}
            }
        }
    }
}

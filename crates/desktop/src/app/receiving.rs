//! What comes of the desk of an open study: every event is answered here, in one list.

use super::import_sheet::ImportSheet;
use super::notices::Notices;
use super::work::Work;
use crate::commands::UiCommand;
use i18n::Lang;
use model::RecordId;
use std::sync::Arc;
use workbench::command::Command;
use workbench::desk::{Event, Intake};
use workbench::screen::Screen;
use workbench::views::Step;

impl Work {
    pub fn receive_screen(&mut self, screen: Arc<Screen>, lang: Lang, notices: &mut Notices) {
        let fresh = self.screen.generation == 0;
        if fresh {
            self.progress = None;
        }
        let comes = screen.is_director && self.screen.me != screen.me;
        self.screen = screen;
        if comes && self.showing.step == Some(Step::Interviews) {
            // A director begins with what has changed.
            self.show_step(Step::Review);
        }
        if fresh && self.screen.in_packet {
            // A second coder first reads what is asked.
            self.showing.step = Some(Step::DoubleCoding);
        }
        if fresh && self.screen.for_director {
            self.showing.step = Some(Step::Review);
        }
        if self.screen.synchronised && !std::mem::replace(&mut self.warned, true) {
            notices.refuse(i18n::status_synchronised_folder(lang));
        }
        let known = |id: &RecordId| self.screen.interviews.rows.iter().any(|row| row.id == *id);
        let open = self.showing.interview.as_ref().is_some_and(known);
        match self.screen.interviews.rows.first().map(|row| row.id) {
            Some(first) if !open => self.show_interview(first),
            _ if fresh => self.show_what_is_chosen(),
            _ => {}
        }
        self.propose_joining(lang, notices);
    }

    pub fn receive(&mut self, event: Event, lang: Lang, notices: &mut Notices) {
        match event {
            Event::Progress(progress) => self.progress = Some(progress),
            Event::Idle => {
                self.progress = None;
                // Nothing came of it: what was decided is there again.
                if self.put_aside.as_ref().is_some_and(|sheet| !sheet.corrects()) {
                    self.sheet = self.sheet.take().or(self.put_aside.take());
                }
            }
            Event::Done(outcome) => self.follow(&outcome, lang, notices),
            Event::Backups(found) => {
                if let Some(backups) = &mut self.backups {
                    backups.found = Some(found);
                }
            }
            Event::Names(found) => self.receive_names(found),
            event @ (Event::Orders(..) | Event::Passage(_)) => self.receive_evidence(event),
            Event::Board(rows) => self.panels.review.receive_board(rows),
            Event::Found(number, answer) => self.receive_found(number, *answer),
            Event::Terms(number, answer) => self.receive_terms(number, *answer),
            Event::NotFound(number, sentence) => self.receive_not_found(number, sentence),
            Event::PassagesFound(passages) => self.receive_passages_found(passages),
            Event::Forgotten(quotes) => {
                notices.tell(i18n::notice_forgotten(lang));
                self.quotes = Some(quotes).filter(|quotes| !quotes.is_empty());
            }
            Event::Previews(previews, refused) => self.receive_previews(previews, refused, notices),
            Event::ReadAgain(place, preview) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.replace(place, *preview);
                }
            }
            Event::Turns(correction) => self.sheet = Some(ImportSheet::correcting(*correction)),
            Event::Imported(intake) => {
                self.put_aside = None;
                for sentence in imported(intake, lang, self.method()) {
                    notices.tell(sentence);
                }
            }
            // What was decided is there again.
            Event::Stopped => {
                self.sheet = self.sheet.take().or(self.put_aside.take());
                notices.tell(i18n::import_cancelled(lang).to_owned());
            }
            Event::PacketMade { .. }
            | Event::MergePlanned(..)
            | Event::Merged(_)
            | Event::MergeTakenBack(_)
            | Event::WordCameBack(..)
            | Event::WordReceived(_)
            | Event::Compared(..) => self.receive_double_coding(event, lang, notices),
            Event::Screen(_)
            | Event::Told(_)
            | Event::Refused(_)
            | Event::NotOpened(_)
            | Event::LockedAway { .. }
            | Event::Written(_) => {}
        }
    }

    fn follow(&mut self, outcome: &workbench::Outcome, lang: Lang, notices: &mut Notices) {
        use model::op::OpKind;
        if let Some(moves) = &outcome.moves {
            self.tell_moves(moves, lang, notices);
        }
        match &outcome.op.kind {
            OpKind::CorrectTurns { .. } | OpKind::CorrectSpeakers { .. } => self.put_aside = None,
            OpKind::ApplyCode { coding, code } | OpKind::ApplyNewCode { coding, code } => {
                if std::mem::take(&mut self.marks_later) {
                    self.run(Command::DecideLater { coding: *coding, undecided: true });
                } else {
                    self.last_code = Some(*code);
                }
                self.just_coded = Some(*coding);
            }
            OpKind::ImportGrid { .. } => self.panels.theory.grid_taken(),
            OpKind::WriteMemo { memo } => self.memo_stored(*memo),
            OpKind::MaskText { .. } => {
                let masked = outcome.touched.iter().copied();
                self.masked = masked.collect();
                notices.offer(i18n::notice_masked(lang), i18n::mask_forget(lang), UiCommand::ForgetUnmasked);
            }
            _ => {}
        }
    }

    /// What a correction did to the passages of its text.
    fn tell_moves(&self, moves: &workbench::Moves, lang: Lang, notices: &mut Notices) {
        let count = crate::words::number;
        let moved = count(moves.moved + moves.changed);
        let lost = count(moves.to_place.len());
        match (moved, lost) {
            (0, 0) => notices.tell(i18n::notice_corrected(lang)),
            (moved, 0) => notices.tell(i18n::notice_moved(lang, moved)),
            (moved, lost) => notices.tell(i18n::notice_moved_and_lost(lang, moved, lost)),
        }
    }
}

/// What is told of files that were taken in.
fn imported(intake: Intake, lang: Lang, method: &str) -> Vec<String> {
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut sentences = vec![i18n::notice_imported(lang, n(intake.interviews))];
    if intake.comments > 0 {
        let (found, codings, lost) = (n(intake.comments), n(intake.codings), n(intake.left_out));
        sentences.push(i18n::import_comments_became(lang, method, found, codings, lost));
    }
    sentences
}

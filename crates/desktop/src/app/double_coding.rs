//! The step of double coding, wired to the open study.

use super::notices::Notices;
use super::work::Work;
use crate::Words;
use crate::files::{Asking, with_ending};
use crate::rounds::{self, RoundsAction, Shown};
use egui::Ui;
use i18n::Lang;
use std::path::PathBuf;
use workbench::desk::{Event, Request, Together};
use workbench::double_coding::locked::{Passphrase, is_locked};
use workbench::views::{DoubleCodingPart, Step};

/// Draws the step and sends what was asked.
pub(super) fn step(work: &mut Work, ui: &mut Ui, words: Words) {
    let screen = work.screen.clone();
    // Until the first screen of this step is there, nothing is known of it.
    let Some(view) = screen.double_coding.clone() else { return };
    let shown = Shown {
        view: &view,
        codes: &screen.codes,
        transcript: screen.transcript.as_deref(),
        asked: work.showing.double_coding,
        generation: screen.generation,
    };
    let actions = rounds::show(ui, shown, &mut work.panels.rounds, words);
    for action in actions {
        carry_out(work, action);
    }
}

fn carry_out(work: &mut Work, action: RoundsAction) {
    match action {
        RoundsAction::Run(command) => work.run(command),
        RoundsAction::Show(shown) => {
            if work.showing.double_coding != shown {
                work.showing.double_coding = shown;
                work.show_what_is_chosen();
            }
        }
        RoundsAction::ShowText(interview) => work.show_interview(interview),
        RoundsAction::Open(interview) => {
            work.show_step(Step::Interviews);
            work.show_interview(interview);
        }
        RoundsAction::MakePacket(wanted) => {
            let word = wanted.asked.form == model::value::PacketForm::Docx;
            work.wants_file = Some(if word { Asking::WordPacket } else { Asking::Packet });
            work.panels.rounds.packet = Some(wanted);
        }
        RoundsAction::SendBack(passphrase) => {
            work.panels.rounds.way_back = passphrase.map(|phrase| phrase.0).unwrap_or_default();
            work.panels.rounds.locks_away = false;
            work.wants_file = Some(Asking::Return);
        }
        RoundsAction::LockAway(passphrase) => {
            work.panels.rounds.way_back = passphrase.0;
            work.panels.rounds.locks_away = true;
            work.wants_file = Some(Asking::Return);
        }
        RoundsAction::ReceiveWord { round, coder } => {
            work.panels.rounds.word_of = Some((round, coder));
            work.wants_file = Some(Asking::WordReturn);
        }
        RoundsAction::TakeWord { path, round, coder } => {
            work.showing.double_coding.part = DoubleCodingPart::Rounds;
            work.show_what_is_chosen();
            work.ask_together(Together::ReceiveWord { path, round, coder });
        }
        RoundsAction::Unlock(path, passphrase) => work.ask_together(Together::Unlock(path, passphrase)),
        RoundsAction::ChooseCopy => {
            work.showing.double_coding.part = DoubleCodingPart::Merge;
            work.show_what_is_chosen();
            work.wants_file = Some(Asking::OtherCopy);
        }
        RoundsAction::Merge(path, kept) => work.ask_together(Together::Merge(path, kept)),
        RoundsAction::Settle(kept) => work.ask_together(Together::Settle(kept)),
        RoundsAction::TakeBackMerge => work.ask_together(Together::TakeBackMerge),
        RoundsAction::Compare(number, asked) => work.ask_together(Together::Compare(number, asked)),
        RoundsAction::Deliver(what, form) => {
            work.panels.rounds.delivery = Some((what, form));
            work.wants_file = Some(Asking::Deliverable(form.ending()));
        }
    }
}

impl Work {
    fn ask_together(&mut self, asked: Together) {
        self.send(Request::DoubleCoding(asked));
    }

    /// True where a project that is dropped on the window is another copy, not a study to open.
    pub(super) fn takes_copies(&self) -> bool {
        self.showing.step == Some(Step::DoubleCoding) && !self.screen.in_packet
    }

    /// Shows what another copy would bring.
    pub(super) fn look_at_copy(&mut self, path: PathBuf) {
        self.showing.double_coding.part = DoubleCodingPart::Merge;
        self.show_what_is_chosen();
        if is_locked(&path) {
            self.panels.rounds.merge.ask_passphrase(path);
        } else {
            self.ask_together(Together::PlanMerge(path));
        }
    }

    /// A file was chosen for a packet, or another copy to merge.
    pub(super) fn chosen_copy(&mut self, asking: Asking, path: PathBuf) {
        match asking {
            Asking::WordReturn => {
                if let Some((round, coder)) = self.panels.rounds.word_of.take() {
                    self.ask_together(Together::ReceiveWord { path, round, coder });
                }
            }
            Asking::Packet | Asking::WordPacket => {
                if let Some(mut wanted) = self.panels.rounds.packet.take() {
                    let word = asking == Asking::WordPacket;
                    wanted.path = if word { path.with_extension("docx") } else { with_ending(path) };
                    self.ask_together(Together::MakePacket(wanted));
                }
            }
            Asking::Return => {
                let phrase = std::mem::take(&mut self.panels.rounds.way_back);
                let locked = (!phrase.is_empty()).then_some(Passphrase(phrase));
                let away = std::mem::take(&mut self.panels.rounds.locks_away);
                self.ask_together(match (away, locked) {
                    (true, Some(passphrase)) => Together::LockAway(with_ending(path), passphrase),
                    (_, locked) => Together::SendBack(with_ending(path), locked),
                });
            }
            _ => self.look_at_copy(path),
        }
    }

    pub(super) fn receive_double_coding(&mut self, event: Event, lang: Lang, notices: &mut Notices) {
        let rounds = &mut self.panels.rounds;
        match event {
            Event::PacketMade { path, .. } => {
                notices.tell(i18n::packet_made(lang, &path.display().to_string()));
            }
            Event::WordCameBack(path, given) => rounds.word_came_back(path, given),
            Event::MergePlanned(path, answer) => rounds.merge.plan(path, answer),
            Event::Merged(answer) => rounds.merge.done(answer),
            Event::MergeTakenBack(count) => {
                rounds.merge.taken_back();
                notices.tell(i18n::merge_taken_back(lang, crate::words::number(count)));
            }
            Event::WordReceived(received) => {
                notices.tell(i18n::word_received(lang, crate::words::number(received.placed)));
                rounds.unplaced(received.unplaced);
            }
            Event::Compared(number, compared) => rounds.receive_compared(number, compared),
            _ => {}
        }
    }
}

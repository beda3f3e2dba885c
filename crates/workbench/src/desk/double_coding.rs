//! What a window asks of double coding beside commands: packets, copies merged, coders compared.

use super::{Event, Progress, Stage, Worker};
use crate::answers::compare::{CompareAnswer, Comparing};
use crate::answers::merge::{self, MergeAnswer};
use crate::answers::settle;
use crate::command::Command;
use crate::comparison::Asked;
use crate::double_coding::locked::Passphrase;
use crate::double_coding::packet::PacketAsked;
use crate::failure::{DoubleCodingProblem, Failure};
use crate::merging::Choice;
use model::value::Role;
use model::{OpId, RecordId};
use std::path::{Path, PathBuf};

/// A packet that is wanted.
#[derive(Debug, Clone, Default)]
pub struct PacketWanted {
    /// The file to write.
    pub path: PathBuf,
    /// For whom, where the coder is of the team.
    pub coder: Option<RecordId>,
    /// The name of a coder who joins the team by it.
    pub new_coder: String,
    /// What goes into it.
    pub asked: PacketAsked,
}

/// A version that was chosen among those that disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record.
    pub record: RecordId,
    /// The field, as a merge names it.
    pub group: String,
    /// The version.
    pub version: OpId,
}

/// A request of those who code together.
#[derive(Debug, Clone)]
pub enum Together {
    /// Makes a packet for a second coder.
    MakePacket(Box<PacketWanted>),
    /// Asks what merging another copy would bring.
    PlanMerge(PathBuf),
    /// Merges another copy, and keeps what was chosen among versions that disagree.
    Merge(PathBuf, Vec<Kept>),
    /// Keeps versions among those that disagree.
    Settle(Vec<Kept>),
    /// Takes the last merge back.
    TakeBackMerge,
    /// Unlocks a copy that came back, and asks what merging it would bring.
    Unlock(PathBuf, Passphrase),
    /// Saves a copy to send back, locked where there is a passphrase.
    SendBack(PathBuf, Option<Passphrase>),
    /// Saves a locked copy and makes sure of it, so that the plain file can go.
    LockAway(PathBuf, Passphrase),
    /// Takes a Word file in that came back from a coder.
    ReceiveWord {
        /// The file.
        path: PathBuf,
        /// The round.
        round: RecordId,
        /// The coder.
        coder: RecordId,
    },
    /// Compares coders; the number comes back with the answer.
    Compare(u64, Box<Asked>),
}

/// What a comparison came to; a sentence where it was refused.
pub type Compared = Result<Box<CompareAnswer>, String>;

impl Worker {
    pub(super) fn double_coding(&mut self, asked: Together) -> bool {
        match asked {
            Together::MakePacket(wanted) => self.make_packet(&wanted),
            Together::PlanMerge(path) => self.plan_merge(path),
            Together::Merge(path, kept) => self.merge(&path, &kept),
            Together::Settle(kept) => match self.engine.settle_all(&choices(&kept)) {
                Ok(()) => true,
                Err(failure) => self.refused(&failure),
            },
            Together::TakeBackMerge => self.take_back_merge(),
            Together::Unlock(path, passphrase) => self.unlock(&path, &passphrase),
            Together::SendBack(path, passphrase) => self.write(|engine| match &passphrase {
                Some(passphrase) => engine.save_locked_copy(&path, passphrase),
                None => engine.save_copy(&path),
            }),
            Together::LockAway(path, passphrase) => self.lock_away(path, &passphrase),
            Together::ReceiveWord { path, round, coder } => self.receive_word(&path, round, coder),
            Together::Compare(number, asked) => self.compare(number, &asked),
        }
    }

    fn make_packet(&mut self, wanted: &PacketWanted) -> bool {
        self.out.send(Event::Progress(Progress { stage: Stage::Saving, done: 0, total: 1 }));
        let made = self.packet_coder(wanted).and_then(|coder| {
            self.engine.make_packet(&wanted.path, coder, &wanted.asked).map(|made| made.round)
        });
        match made {
            Ok(round) => self.out.send(Event::PacketMade { path: wanted.path.clone(), round }),
            Err(failure) => self.refuse(&failure),
        }
        self.out.send(Event::Idle);
        true
    }

    fn packet_coder(&mut self, wanted: &PacketWanted) -> Result<RecordId, Failure> {
        if let Some(coder) = wanted.coder {
            return Ok(coder);
        }
        let name = wanted.new_coder.trim().to_owned();
        let made = self.engine.run(Command::AddMember { name, role: Role::Coder })?.made;
        made.first().copied().ok_or(Failure::Nothing)
    }

    fn plan_merge(&mut self, path: PathBuf) -> bool {
        let report = self.engine.merge_plan(&path);
        match report.map(|report| merge::merge(&self.engine, self.lang, &report)) {
            Ok(answer) => self.out.send(Event::MergePlanned(path, Box::new(answer))),
            Err(failure) => self.refuse_copy(path, &failure),
        }
        false
    }

    /// A Word packet is no copy, but it can be taken in: the window asks.
    fn refuse_copy(&mut self, path: PathBuf, failure: &Failure) {
        let is_word = matches!(failure, Failure::DoubleCoding(DoubleCodingProblem::WordCameBack { .. }));
        match is_word.then(|| self.engine.word_packet_at(&path)) {
            Some(Some(given)) => self.out.send(Event::WordCameBack(path, Box::new(given))),
            _ => self.refuse_about(&path, failure),
        }
    }

    fn receive_word(&mut self, path: &Path, round: RecordId, coder: RecordId) -> bool {
        match self.engine.receive_word(path, round, coder) {
            Ok(received) => self.out.send(Event::WordReceived(Box::new(received))),
            Err(failure) => self.refuse_about(path, &failure),
        }
        true
    }

    fn unlock(&mut self, path: &Path, passphrase: &Passphrase) -> bool {
        match self.engine.unlock_copy(path, passphrase) {
            Ok(beside) => {
                let open = beside.path().to_owned();
                self.unlocked = Some(beside);
                self.plan_merge(open)
            }
            Err(failure) => {
                self.refuse_about(path, &failure);
                false
            }
        }
    }

    /// Merges, and settles what was chosen in the same step.
    fn merge(&mut self, path: &Path, kept: &[Kept]) -> bool {
        self.out.send(Event::Progress(Progress { stage: Stage::Saving, done: 0, total: 1 }));
        match self.merged(path, kept) {
            Ok(answer) => {
                self.unlocked = None;
                self.out.send(Event::Merged(Box::new(answer)));
            }
            Err(failure) => self.refuse_about(path, &failure),
        }
        self.out.send(Event::Idle);
        true
    }

    fn merged(&mut self, path: &Path, kept: &[Kept]) -> Result<MergeAnswer, Failure> {
        let report = self.engine.merge_keeping(path, &choices(kept))?;
        Ok(merge::merge(&self.engine, self.lang, &report))
    }

    fn lock_away(&mut self, path: PathBuf, passphrase: &Passphrase) -> bool {
        match self.engine.lock_copy(&path, passphrase) {
            Ok(ops) => self.out.send(Event::LockedAway { locked: path, ops }),
            Err(failure) => self.refuse(&failure),
        }
        false
    }

    fn take_back_merge(&mut self) -> bool {
        match self.engine.take_back() {
            Ok(ops) => self.out.send(Event::MergeTakenBack(ops.len())),
            Err(failure) => self.refuse(&failure),
        }
        true
    }

    /// Compares on a thread of its own: ten thousand samples take their time, coding goes on.
    fn compare(&mut self, number: u64, asked: &Asked) -> bool {
        let (out, lang) = (self.out.clone(), self.lang);
        let gathered = Comparing::gather(&mut self.engine, asked);
        self.spawn(move || {
            let found = gathered.and_then(Comparing::answer);
            let said = found.map(Box::new).map_err(|failure| crate::wording::failure(lang, &failure));
            out.send(Event::Compared(number, said));
        });
        false
    }

    fn refuse_about(&self, file: &Path, failure: &Failure) {
        let about = crate::wording::About { file: Some(file), engine: Some(&self.engine) };
        self.out.send(Event::Refused(crate::wording::failure_about(self.lang, about, failure)));
    }
}

fn choices(kept: &[Kept]) -> Vec<Choice> {
    let choice = |kept: &Kept| {
        let Kept { record, version: keep, .. } = *kept;
        settle::field(&kept.group).map(|field| Choice { record, field, keep })
    };
    kept.iter().filter_map(choice).collect()
}

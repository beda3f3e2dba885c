//! The step of double coding: rounds and packets, copies merged, codes aligned, coders compared, differences
//! settled.
//!
//! Its parts stand side by side in the order of the work. In a packet there is one page alone: what is asked
//! of the second coder, and the way back.

mod alignment;
mod comparison;
mod desk;
mod merging;
mod opening;
mod packet_page;
mod packet_sheet;
pub(crate) mod pieces;
mod round_list;
mod round_sheet;
mod who_coded;

pub use merging::MergeState;
pub use packet_sheet::PacketSheet;

use crate::theme::{Theme, space};
use crate::words::Words;
use alignment::AlignmentState;
use comparison::ComparisonState;
use desk::DeskState;
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use model::RecordId;
use opening::Opening;
use round_sheet::RoundSheet;
use workbench::command::Command;
use workbench::command::double_coding::DoubleCoding;
use workbench::comparison::Asked;
use workbench::deliverables::{Deliverable, FileForm};
use workbench::desk::{Compared, Kept, PacketWanted};
use workbench::double_coding::locked::Passphrase;
use workbench::double_coding::word_packet::Unplaced;
use workbench::double_coding::word_return::GivenWord;
use workbench::views::{CodeTreeView, DoubleCodingPart, DoubleCodingShown, DoubleCodingView, TranscriptView};

/// What the user asks for.
#[derive(Debug, Clone)]
pub enum RoundsAction {
    /// A change of the study.
    Run(Command),
    /// Another part, or other coders.
    Show(DoubleCodingShown),
    /// The text of an interview, beside the differences in it.
    ShowText(RecordId),
    /// An interview is to be coded.
    Open(RecordId),
    /// A packet is wanted: where to is asked next.
    MakePacket(Box<PacketWanted>),
    /// A copy of the file is wanted, to send it back; locked where there is a passphrase.
    SendBack(Option<Passphrase>),
    /// Everything is to be locked away under the passphrase that was typed, and the plain file to go.
    LockAway(Passphrase),
    /// A Word file came back from a coder of a round.
    ReceiveWord {
        /// The round.
        round: RecordId,
        /// The coder.
        coder: RecordId,
    },
    /// A Word file that was known for a packet is to be taken in.
    TakeWord {
        /// The file.
        path: std::path::PathBuf,
        /// The round.
        round: RecordId,
        /// The coder.
        coder: RecordId,
    },
    /// A locked copy that came back is to be opened and looked at.
    Unlock(std::path::PathBuf, Passphrase),
    /// Another copy of the study is to be chosen.
    ChooseCopy,
    /// Another copy is to be merged, with what was chosen among versions that disagree.
    Merge(std::path::PathBuf, Vec<Kept>),
    /// Versions to keep.
    Settle(Vec<Kept>),
    /// The last merge is to be taken back.
    TakeBackMerge,
    /// A comparison; the number comes back with the answer.
    Compare(u64, Box<Asked>),
    /// A file is wanted.
    Deliver(Deliverable, FileForm),
}

impl From<DoubleCoding> for RoundsAction {
    fn from(asked: DoubleCoding) -> RoundsAction {
        RoundsAction::Run(Command::DoubleCoding(Box::new(asked)))
    }
}

/// What the step remembers between frames.
#[derive(Debug, Default)]
pub struct RoundsState {
    sheet: Option<Sheet>,
    /// Copies that are being merged.
    pub merge: MergeState,
    alignment: AlignmentState,
    comparison: ComparisonState,
    desk: DeskState,
    /// What is to be written once its file is chosen.
    pub delivery: Option<(Deliverable, FileForm)>,
    /// The packet that is to be made once its file is chosen.
    pub packet: Option<Box<PacketWanted>>,
    /// From whom a Word file is to be taken in once it is chosen.
    pub word_of: Option<(RecordId, RecordId)>,
    /// The passphrase for the way back, as it is typed, then until the file is chosen.
    pub way_back: String,
    /// What is saved is to be locked away: the plain file goes.
    pub locks_away: bool,
}

impl RoundsState {
    /// A comparison came; one that was asked before another is let go.
    pub fn receive_compared(&mut self, number: u64, compared: Compared) {
        self.comparison.receive(number, compared);
    }

    /// Comments of a Word file whose words are not found are listed.
    pub fn unplaced(&mut self, list: Vec<Unplaced>) {
        if !list.is_empty() {
            self.sheet = Some(Sheet::Unplaced(list));
        }
    }

    /// What was chosen as a copy is a Word packet that came back: whether to take it in is asked.
    pub fn word_came_back(&mut self, path: std::path::PathBuf, given: Box<GivenWord>) {
        self.sheet = Some(Sheet::WordBack(path, given));
    }

    /// True while a comparison is waited for.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.comparison.waits()
    }
}

/// What stands over the step.
#[derive(Debug)]
enum Sheet {
    Packet(Box<PacketSheet>),
    Round(Box<RoundSheet>),
    Opening(Opening),
    /// A round is to be opened before all are done: why.
    Early(RecordId, String),
    /// Comments of a Word file whose words are not found.
    Unplaced(Vec<Unplaced>),
    /// A Word packet that came back is to be taken in, or not.
    WordBack(std::path::PathBuf, Box<GivenWord>),
}

/// What the step is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The step's own view.
    pub view: &'a DoubleCodingView,
    /// The codes of the study.
    pub codes: &'a CodeTreeView,
    /// The text of the open interview.
    pub transcript: Option<&'a TranscriptView>,
    /// The part that is open, and the coders.
    pub asked: DoubleCodingShown,
    /// Changes with every new state of the study.
    pub generation: u64,
}

/// Draws the step.
pub fn show(ui: &mut Ui, shown: Shown<'_>, state: &mut RoundsState, words: Words) -> Vec<RoundsAction> {
    let mut actions = Vec::new();
    let theme = Theme::of(ui);
    let paper = Frame::new().fill(theme.paper);
    if shown.view.in_packet {
        CentralPanel::default().frame(paper).show(ui, |ui| {
            packet_page::show(ui, shown.view, &mut state.way_back, words, &mut actions);
        });
        return actions;
    }
    let bar = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(space::EDGE as i8, 6));
    Panel::top("double-coding-parts").frame(bar).show(ui, |ui| parts(ui, shown, words, &mut actions));
    match shown.asked.part {
        DoubleCodingPart::Rounds => {
            CentralPanel::default().frame(paper).show(ui, |ui| {
                state.sheet = round_list::show(ui, shown.view, words, &mut actions).or(state.sheet.take());
            });
        }
        DoubleCodingPart::Merge => {
            CentralPanel::default().frame(paper).show(ui, |ui| {
                merging::show(ui, shown.view, &mut state.merge, words, &mut actions);
            });
        }
        DoubleCodingPart::Alignment => {
            alignment::show(ui, shown, &mut state.alignment, words, &mut actions);
        }
        DoubleCodingPart::Comparison => {
            comparison::show(ui, shown, &mut state.comparison, words, &mut actions);
        }
        DoubleCodingPart::Reconciliation => desk::show(ui, shown, &mut state.desk, words, &mut actions),
    }
    sheet(ui, shown, state, words, &mut actions);
    actions
}

fn parts(ui: &mut Ui, shown: Shown<'_>, words: Words, actions: &mut Vec<RoundsAction>) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        for part in DoubleCodingPart::ALL {
            let name = match part {
                DoubleCodingPart::Rounds => i18n::rounds_part_rounds(lang),
                DoubleCodingPart::Merge => i18n::rounds_part_merge(lang),
                DoubleCodingPart::Alignment => i18n::rounds_part_alignment(lang, words.method()),
                DoubleCodingPart::Comparison => i18n::rounds_part_comparison(lang),
                DoubleCodingPart::Reconciliation => i18n::rounds_part_reconciliation(lang),
            };
            if pieces::tab(ui, name, shown.asked.part == part).clicked() {
                actions.push(RoundsAction::Show(DoubleCodingShown { part, ..shown.asked }));
            }
        }
    });
}

fn sheet(ui: &Ui, shown: Shown<'_>, state: &mut RoundsState, words: Words, actions: &mut Vec<RoundsAction>) {
    let Some(mut open) = state.sheet.take() else { return };
    let stays = match &mut open {
        Sheet::Packet(sheet) => sheet.show(ui, shown.view, words, actions),
        Sheet::Round(sheet) => sheet.show(ui, shown.view, words, actions),
        Sheet::Opening(opening) => opening.show(ui, shown, words, actions),
        Sheet::Unplaced(list) => packet_sheet::unplaced(ui, list, words),
        Sheet::WordBack(path, given) => packet_sheet::word_back(ui, path, given, words, actions),
        Sheet::Early(round, reason) => opening::early(ui, *round, reason, words, actions),
    };
    if stays {
        state.sheet = Some(open);
    }
}

//! Operations of double coding, one file for each noun.

mod alignment;
mod decisions;
mod rounds;

pub(crate) use rounds::{Guard, own_book};

use crate::command::double_coding::DoubleCoding;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::texts::Pages;

/// The operation of such a command.
///
/// # Errors
/// When the command is refused.
pub(crate) fn draft(draft: Draft<'_>, command: DoubleCoding, pages: &Pages) -> Result<Drafted, Failure> {
    match command {
        DoubleCoding::SetUpRound(round) => rounds::set_up(draft, &round),
        DoubleCoding::DeclareDone { round } => rounds::declare_done(draft, round),
        DoubleCoding::ReopenDone { round } => rounds::reopen(draft, round),
        DoubleCoding::OpenRound { round, reason } => rounds::open(draft, round, &reason),
        DoubleCoding::AdoptCode { code } => alignment::adopt(draft, code),
        DoubleCoding::Align { first, second, relation, note } => {
            alignment::align(draft, first, second, relation, &note)
        }
        DoubleCoding::Decide(asked) => decisions::decide(draft, &asked, pages),
        DoubleCoding::AcceptAgreements { interview, coders, present } => {
            decisions::accept(draft, interview, coders, present, pages)
        }
        DoubleCoding::FinishReconciliation { interview, coders, present, reconciled } => {
            decisions::finish(draft, interview, coders, present, reconciled)
        }
        DoubleCoding::AcceptOtherEdges { accept } => decisions::accept_other_edges(draft, accept),
    }
}

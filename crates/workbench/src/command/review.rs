//! What is asked of claims of saturation, of visas, and of whoever reviews the study.

use crate::saturation::freeze::Claiming;
use model::RecordId;
use model::value::Countersign;

/// A request about a claim or a review.
#[derive(Debug, Clone)]
pub enum ReviewCommand {
    /// Writes the argument of a claim; a new claim where `claim` is `None`.
    WriteClaim {
        /// The claim.
        claim: Option<RecordId>,
        /// The argument.
        argument: String,
    },
    /// Makes a claim: freezes what it rests on. A claim that was refused, or has changed, is made anew.
    MakeClaim {
        /// The claim; a new one where `None`.
        claim: Option<RecordId>,
        /// The argument; as it was written where `None`.
        argument: Option<String>,
        /// What is claimed.
        claiming: Box<Claiming>,
    },
    /// Takes a claim back, with all that was said of it.
    WithdrawClaim {
        /// The claim.
        claim: RecordId,
    },
    /// Gives a visa, or enters one that a director gave elsewhere.
    GiveVisa {
        /// The claim.
        claim: RecordId,
        /// Whose visa; that of whoever acts where `None`.
        director: Option<RecordId>,
        /// Agreed or refused.
        verdict: Countersign,
        /// Why; needed for a refusal.
        reason: String,
        /// The e-mail or signed page that it is typed from: its name and bytes.
        proof: Option<(String, Vec<u8>)>,
    },
    /// Comments on anything, or answers a comment.
    Comment {
        /// What it is about.
        about: RecordId,
        /// The comment.
        text: String,
    },
    /// Says that a thread is resolved, or takes it up again.
    Resolve {
        /// The comment that began it.
        thread: RecordId,
        /// False to take it up again.
        resolved: bool,
    },
    /// Shows a memo to the directors, or hides it again.
    Share {
        /// The memo.
        memo: RecordId,
        /// True to show it.
        shared: bool,
    },
    /// Notes that one has looked at something, as it is now.
    Look {
        /// What; the whole study where `None`.
        target: Option<RecordId>,
    },
    /// Takes in what a director wrote on a review page.
    TakeReview(Box<crate::review::replies::Replies>),
}

impl ReviewCommand {
    /// True for what a desk signs.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        matches!(self, ReviewCommand::MakeClaim { .. } | ReviewCommand::GiveVisa { .. })
    }
}

impl From<ReviewCommand> for super::Command {
    fn from(command: ReviewCommand) -> super::Command {
        super::Command::Review(Box::new(command))
    }
}

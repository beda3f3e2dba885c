//! Double coding as it is looked at: what differs, which codes may go together, what was decided.

pub mod alignment;
pub mod differences;
pub(crate) mod kept;
pub mod locked;
pub mod packet;
pub mod progress;
pub mod word_packet;
pub mod word_return;

use model::RecordId;
use model::study::Seen;

/// The two coders whose codings of an interview are compared: those of the latest round that covers it and
/// is open, else the two who coded it; the one whose codes are the study's first.
#[must_use]
pub fn coders_of(seen: &Seen<'_>, interview: RecordId) -> Option<[RecordId; 2]> {
    let interview = seen.resolve(interview);
    let rounds = seen.rounds().into_iter().rev();
    let mut of_rounds =
        rounds.filter(|round| round.interviews.contains(&interview) && round.coders.len() > 1);
    if let Some(round) = of_rounds.next() {
        return Some([round.coders[0], round.coders[1]]);
    }
    let everything = model::basis::Basis::everything();
    let mut coders: Vec<RecordId> = Vec::new();
    for coding in seen.codings_in(interview, &everything) {
        if !coders.contains(&coding.coder) {
            coders.push(coding.coder);
        }
    }
    let main = seen.main_coder_of(interview)?;
    let other = coders.into_iter().find(|coder| *coder != main)?;
    Some([main, other])
}

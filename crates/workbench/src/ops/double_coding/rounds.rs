//! Rounds: set up, declared done under seal, opened.

use crate::command::double_coding::NewRound;
use crate::draft::{Draft, Drafted};
use crate::failure::{DoubleCodingProblem, Failure};
use crate::ops::codes::tidy;
use model::RecordId;
use model::op::{Change, OpKind};
use model::study::{Round, Seen};
use model::value::{CodeBook, Group, Kind, RoundDone, RoundOpened, RoundSetup, RoundTerms, Value};

pub(super) fn set_up(mut draft: Draft<'_>, new: &NewRound) -> Result<Drafted, Failure> {
    let name = tidy(&new.name)?;
    let (interviews, coders) = (distinct(&draft, &new.interviews), distinct(&draft, &new.coders));
    if interviews.is_empty() {
        return Err(DoubleCodingProblem::NoInterview.into());
    }
    if coders.len() < 2 {
        return Err(DoubleCodingProblem::TwoCoders.into());
    }
    for interview in &interviews {
        draft.alive(*interview, Kind::Interview)?;
    }
    for coder in &coders {
        draft.alive(*coder, Kind::Member)?;
    }
    let round = draft.new_record();
    let instructions = new.instructions.trim().to_owned();
    draft.set_new(round, RoundSetup::new(name, instructions, interviews, coders));
    draft.set_new(round, RoundTerms::new(new.list, new.unit));
    Ok(draft.done(OpKind::SetUpRound { round }, vec![round]))
}

fn distinct(draft: &Draft<'_>, ids: &[RecordId]) -> Vec<RecordId> {
    let mut found: Vec<RecordId> = Vec::new();
    for id in ids.iter().map(|id| draft.seen.resolve(*id)) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

fn known<'a>(draft: &Draft<'a>, round: RecordId) -> Result<Round<'a>, Failure> {
    draft.alive(round, Kind::Round)?;
    draft.seen.round(round).ok_or(Failure::Deleted { record: round })
}

/// The coder as the round names them: it was set up before members were united.
fn as_named(draft: &Draft<'_>, round: RecordId) -> Option<RecordId> {
    let me = draft.seen.resolve(draft.me);
    match draft.seen.register(round, Group::RoundSetup)?.value()? {
        Value::RoundSetup(setup) => {
            setup.coders.iter().copied().find(|coder| draft.seen.resolve(*coder) == me)
        }
        _ => None,
    }
}

pub(super) fn declare_done(mut draft: Draft<'_>, round: RecordId) -> Result<Drafted, Failure> {
    let known = known(&draft, round)?;
    let coder = as_named(&draft, round).ok_or(DoubleCodingProblem::NotYourRound)?;
    if !known.sealed {
        return Err(DoubleCodingProblem::RoundOpen.into());
    }
    if known.is_done(draft.seen.resolve(coder)) {
        return Err(Failure::Nothing);
    }
    let seal = draft.seen.seal(&known, coder);
    draft.set(round, RoundDone::new(coder, true, seal.covers, seal.digest));
    Ok(draft.done(OpKind::DeclareDone { round }, Vec::new()))
}

/// Takes a declaration back. Its digest stays among the versions, and the next one beside it.
pub(super) fn reopen(mut draft: Draft<'_>, round: RecordId) -> Result<Drafted, Failure> {
    let known = known(&draft, round)?;
    let coder = as_named(&draft, round).ok_or(DoubleCodingProblem::NotYourRound)?;
    let me = draft.seen.resolve(coder);
    let Some(done) = known.done.iter().find(|done| done.coder == me && done.stands) else {
        return Err(Failure::Nothing);
    };
    if !known.sealed {
        return Err(DoubleCodingProblem::RoundOpen.into());
    }
    draft.set(round, RoundDone::new(coder, false, Vec::new(), done.digest));
    Ok(draft.done(OpKind::ReopenDone { round }, Vec::new()))
}

pub(super) fn open(mut draft: Draft<'_>, round: RecordId, reason: &str) -> Result<Drafted, Failure> {
    let known = known(&draft, round)?;
    if known.opened.is_some() {
        return Err(Failure::Nothing);
    }
    if known.coders.len() < 2 {
        return Err(DoubleCodingProblem::InPacket.into());
    }
    let reason = reason.trim().to_owned();
    if known.sealed && reason.is_empty() {
        return Err(DoubleCodingProblem::ReasonNeeded.into());
    }
    let now = draft.now;
    draft.set(round, RoundOpened::new(reason, now));
    Ok(draft.done(OpKind::OpenRound { round }, Vec::new()))
}

/// The book of a coder in which a new code stands: codes that somebody makes in a sealed round stay theirs
/// until they are adopted, unless they are the first coder, whose codes are the study's.
pub(crate) fn own_book(seen: &Seen<'_>, me: RecordId) -> Option<CodeBook> {
    let me = seen.resolve(me);
    let takes = |round: &Round<'_>| {
        let is_first = round.coders.len() > 1 && round.coders.first() == Some(&me);
        round.sealed && round.coders.contains(&me) && !is_first
    };
    let round = seen.rounds().into_iter().find(takes)?;
    Some(CodeBook::new(Some(me), Some(round.id)))
}

/// Keeps what was declared done as it was declared.
pub(crate) struct Guard<'s, 'a> {
    /// The study as whoever acts sees it.
    pub seen: &'s Seen<'a>,
}

impl Guard<'_, '_> {
    /// Refuses changes of codings that their coder declared done in a round that is still sealed.
    ///
    /// # Errors
    /// When there is such a change: the declaration is to be taken back first.
    pub fn check(&self, changes: &[Change]) -> Result<(), Failure> {
        let rounds: Vec<Round<'_>> =
            self.seen.rounds().into_iter().filter(|round| round.sealed && !round.done.is_empty()).collect();
        if rounds.is_empty() {
            return Ok(());
        }
        let sealed = |(interview, coder): (RecordId, RecordId)| {
            let (interview, coder) = (self.seen.resolve(interview), self.seen.resolve(coder));
            rounds.iter().any(|round| round.interviews.contains(&interview) && round.is_done(coder))
        };
        let touched = changes.iter().filter_map(|change| self.work(changes, change));
        match touched.into_iter().any(sealed) {
            true => Err(DoubleCodingProblem::Sealed.into()),
            false => Ok(()),
        }
    }

    /// Whose coding in which interview a change is about.
    fn work(&self, changes: &[Change], change: &Change) -> Option<(RecordId, RecordId)> {
        let group = change.after.field().group;
        let is_seal = model::seal::COVERED.contains(&group) || group == Group::Life;
        if !is_seal {
            return None;
        }
        let own = changes.iter().filter(|other| other.record == change.record);
        let new = own.filter_map(|change| change.after.value()).find_map(origin);
        new.or_else(|| self.seen.record(change.record)?.value(Group::CodingOrigin).and_then(origin))
    }
}

fn origin(value: &Value) -> Option<(RecordId, RecordId)> {
    match value {
        Value::CodingOrigin(origin) => Some((origin.interview, origin.coder)),
        _ => None,
    }
}

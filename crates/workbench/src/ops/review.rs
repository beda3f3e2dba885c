//! Operations on claims, visas, threads and marks.

use crate::command::review::ReviewCommand;
use crate::draft::{Draft, Drafted};
use crate::failure::{ClaimProblem, Failure};
use crate::review::admission::check_copy;
use crate::review::replies::Replies;
use crate::saturation::freeze::{Claiming, Making, freeze};
use crate::signing::{self, DeskKey};
use model::RecordId;
use model::op::{Change, OpKind};
use model::study::{Claim, Seen};
use model::value::{
    ClaimArgument, Countersign, Frontier, Kind, MemoKind, MemoResolved, MemoShared, MemoTarget, MemoText,
    ReviewSeen, Role, VisaGiven,
};

/// What a desk adds to what is asked: the state of the study, and its mark.
pub(crate) struct At<'k> {
    pub state: Frontier,
    pub key: Option<&'k DeskKey>,
}

/// The operation of such a command.
///
/// # Errors
/// When the command is refused.
pub(crate) fn draft(draft: Draft<'_>, command: ReviewCommand, at: At<'_>) -> Result<Drafted, Failure> {
    match command {
        ReviewCommand::WriteClaim { claim, argument } => write_claim(draft, claim, &argument),
        ReviewCommand::MakeClaim { claim, argument, claiming } => {
            make_claim(draft, claim, argument, &claiming, at)
        }
        ReviewCommand::WithdrawClaim { claim } => withdraw(draft, claim),
        ReviewCommand::GiveVisa { claim, director, verdict, reason, proof } => {
            let given = Given { claim, director, verdict, reason: reason.trim().to_owned(), proof };
            give_visa(draft, given, at.key)
        }
        ReviewCommand::Comment { about, text } => comment(draft, about, &text),
        ReviewCommand::Resolve { thread, resolved } => resolve(draft, thread, resolved),
        ReviewCommand::Share { memo, shared } => share(draft, memo, shared),
        ReviewCommand::Look { target } => look(draft, target, at.state),
        ReviewCommand::TakeReview(replies) => take(draft, &replies),
    }
}

fn known<'a>(draft: &Draft<'a>, claim: RecordId) -> Result<Claim<'a>, Failure> {
    draft.alive(claim, Kind::Claim)?;
    draft.seen.claim(claim).ok_or(Failure::Deleted { record: claim })
}

fn write_claim(mut draft: Draft<'_>, claim: Option<RecordId>, argument: &str) -> Result<Drafted, Failure> {
    let argument = argument.trim();
    if argument.is_empty() {
        return Err(ClaimProblem::NoArgument.into());
    }
    let (id, made) = claim_record(&mut draft, claim)?;
    if claim.is_some() && known(&draft, id)?.argument == argument {
        return Err(Failure::Nothing);
    }
    draft.set(id, ClaimArgument::new(argument.to_owned()));
    Ok(draft.done(OpKind::WriteClaim { claim: id }, made))
}

/// The claim that is spoken of, and what is made where it is a new one.
fn claim_record(
    draft: &mut Draft<'_>,
    claim: Option<RecordId>,
) -> Result<(RecordId, Vec<RecordId>), Failure> {
    match claim {
        Some(claim) => known(draft, claim).map(|known| (known.id, Vec::new())),
        None => {
            let id = draft.new_record();
            Ok((id, vec![id]))
        }
    }
}

fn make_claim(
    mut draft: Draft<'_>,
    claim: Option<RecordId>,
    argument: Option<String>,
    claiming: &Claiming,
    at: At<'_>,
) -> Result<Drafted, Failure> {
    let (id, made) = claim_record(&mut draft, claim)?;
    let written = claim.and_then(|claim| draft.seen.claim(claim)).map_or("", |known| known.argument);
    let argument = argument.unwrap_or_else(|| written.to_owned()).trim().to_owned();
    let (author, now) = (draft.me, draft.now);
    let making = Making { claim: id, argument: argument.clone(), author, at: now, rests_on: at.state };
    let mut frozen = freeze(&draft.seen, claiming, making)?;
    let hiding = crate::answers::basis::sealed(&draft.seen);
    if !hiding.is_empty() {
        return Err(ClaimProblem::Blind { rounds: hiding.join(", ") }.into());
    }
    frozen.signed = at.key.map(|key| key.sign(&signing::claim_words(&frozen)));
    if written != argument {
        draft.set(id, ClaimArgument::new(argument));
    }
    draft.set(id, Box::new(frozen));
    Ok(draft.done(OpKind::MakeClaim { claim: id }, made))
}

fn withdraw(mut draft: Draft<'_>, claim: RecordId) -> Result<Drafted, Failure> {
    known(&draft, claim)?;
    draft.delete(claim);
    Ok(draft.done(OpKind::WithdrawClaim { claim }, Vec::new()))
}

struct Given {
    claim: RecordId,
    director: Option<RecordId>,
    verdict: Countersign,
    reason: String,
    proof: Option<(String, Vec<u8>)>,
}

fn give_visa(mut draft: Draft<'_>, given: Given, key: Option<&DeskKey>) -> Result<Drafted, Failure> {
    let claim = known(&draft, given.claim)?;
    let frozen = claim.frozen.ok_or(ClaimProblem::NotMade)?;
    let director = draft.seen.resolve(given.director.unwrap_or(draft.me));
    let asked = frozen.directors.iter().any(|one| draft.seen.resolve(*one) == director);
    if !asked {
        return Err(ClaimProblem::NotItsDirector { member: director }.into());
    }
    if given.verdict == Countersign::Refused && given.reason.is_empty() {
        return Err(ClaimProblem::ReasonNeeded.into());
    }
    let (digest, now) = (frozen.digest, draft.now);
    if director != draft.seen.resolve(draft.me) {
        // Not even seen where it is hidden: that it is in is known to everybody.
        let found = signing::visa_of(&draft.seen, claim.id, digest, director);
        if found.is_some_and(|(_, entered)| entered.is_signed()) {
            return Err(ClaimProblem::SignedAlready { director }.into());
        }
        if given.proof.as_ref().is_none_or(|(_, bytes)| bytes.is_empty()) {
            return Err(ClaimProblem::ProofNeeded.into());
        }
    }
    let (proof_name, proof) = match given.proof {
        Some((name, bytes)) => (name, Some(draft.keep(bytes))),
        None => (String::new(), None),
    };
    let (claim, verdict) = (claim.id, given.verdict);
    let visa = VisaGiven::new(given.reason, proof_name, claim, digest, director, verdict, now, proof, None);
    let id = draft.new_record();
    draft.set_new(id, Box::new(signing::signed(visa, key)));
    Ok(draft.done(OpKind::GiveVisa { claim, director, verdict }, vec![id]))
}

fn comment(mut draft: Draft<'_>, about: RecordId, text: &str) -> Result<Drafted, Failure> {
    let memo = add_comment(&mut draft, about, text)?;
    Ok(draft.done(OpKind::CommentOn { about, memo }, vec![memo]))
}

fn add_comment(draft: &mut Draft<'_>, about: RecordId, text: &str) -> Result<RecordId, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::EmptyName);
    }
    match draft.seen.record(about).filter(|record| record.exists()) {
        Some(record) if record.is_deleted() => return Err(Failure::Deleted { record: about }),
        Some(_) => {}
        None => draft.alive(about, Kind::Unknown)?,
    }
    let (memo, me) = (draft.new_record(), draft.me);
    draft.set_new(memo, MemoTarget::new(Some(about), MemoKind::Discussion, me));
    draft.set_new(memo, MemoText::new(String::new(), text.trim().to_owned()));
    Ok(memo)
}

fn resolve(mut draft: Draft<'_>, thread: RecordId, resolved: bool) -> Result<Drafted, Failure> {
    draft.alive(thread, Kind::Memo)?;
    let threads = draft.seen.threads();
    let of = |thread_: &&model::study::Thread<'_>| thread_.comments.iter().any(|one| one.id == thread);
    let found = threads.iter().find(of).ok_or(Failure::Deleted { record: thread })?;
    let first = found.comments.first().map_or(thread, |comment| comment.id);
    if found.resolved.is_some() == resolved {
        return Err(Failure::Nothing);
    }
    let (me, now) = (draft.me, draft.now);
    draft.set(first, MemoResolved::new(resolved, me, now));
    Ok(draft.done(OpKind::ResolveThread { memo: first, resolved }, Vec::new()))
}

fn share(mut draft: Draft<'_>, memo: RecordId, shared: bool) -> Result<Drafted, Failure> {
    draft.alive(memo, Kind::Memo)?;
    if draft.seen.is_shared(memo) == shared {
        return Err(Failure::Nothing);
    }
    draft.set(memo, MemoShared::new(shared));
    Ok(draft.done(OpKind::ShareMemo { memo, shared }, Vec::new()))
}

fn look(mut draft: Draft<'_>, target: Option<RecordId>, state: Frontier) -> Result<Drafted, Failure> {
    let study = draft.seen.study_facts().map(|facts| facts.id);
    let target = target.or(study).ok_or(Failure::Nothing)?;
    if draft.seen.record(target).is_none() {
        draft.alive(target, Kind::Unknown)?;
    }
    let (mark, me, now) = (draft.new_record(), draft.me, draft.now);
    draft.set_new(mark, ReviewSeen::new(target, me, now, state));
    Ok(draft.done(OpKind::NoteReview { target }, vec![mark]))
}

/// Takes in a page's replies as one operation: what was taken in before is not taken twice.
fn take(mut draft: Draft<'_>, replies: &Replies) -> Result<Drafted, Failure> {
    let study = draft.seen.study_facts().map(|facts| facts.id);
    if study != Some(replies.study) {
        return Err(ClaimProblem::OtherStudy.into());
    }
    let reviewer = draft.seen.resolve(replies.reviewer);
    let director = draft.seen.member(reviewer).filter(|member| member.role == Role::Director);
    if director.is_none() {
        return Err(ClaimProblem::NotADirector { member: reviewer }.into());
    }
    let strange = strange(&draft.seen, replies, reviewer);
    if !strange.is_empty() {
        return Err(ClaimProblem::StrangeReplies { file: replies.file.clone(), what: strange }.into());
    }
    let (mut comments, mut visas, mut made) = (0, 0, Vec::new());
    for one in replies.comments.iter().filter(|one| !one.text.trim().is_empty()) {
        let id = one.id(replies);
        if draft.seen.is_known(id) || made.contains(&id) {
            continue;
        }
        draft.set_new(id, MemoTarget::new(Some(one.about), MemoKind::Discussion, reviewer));
        draft.set_new(id, MemoText::new(String::new(), one.text.trim().to_owned()));
        made.push(id);
        comments += 1;
    }
    for one in &replies.visas {
        let id = one.id(replies);
        if draft.seen.is_known(id) || made.contains(&id) {
            continue;
        }
        if one.verdict == Countersign::Refused && one.reason.trim().is_empty() {
            return Err(ClaimProblem::ReasonNeeded.into());
        }
        let proof = Some(draft.keep(replies.source.clone()));
        let (reason, name) = (one.reason.trim().to_owned(), replies.file.clone());
        let (claim, verdict, now) = (one.claim, one.verdict, draft.now);
        // No desk signs for a page in a browser: the file of the replies is what proves it.
        let visa = VisaGiven::new(reason, name, claim, one.digest, reviewer, verdict, now, proof, None);
        draft.set_new(id, Box::new(visa));
        made.push(id);
        visas += 1;
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    Ok(draft.done(OpKind::TakeReview { comments, visas }, made))
}

/// What of the replies is about nothing that this study ever held, each with what was written there: to drop it
/// would lose it. A comment on what was deleted since keeps its place, and so does a visa on a claim that was
/// withdrawn or made anew.
fn strange(seen: &Seen<'_>, replies: &Replies, reviewer: RecordId) -> Vec<String> {
    let comments = replies.comments.iter().filter(|one| !seen.is_known(one.about)).map(|one| &one.text);
    let asked = |digest, claim| {
        let frozen = seen.frozen(claim, digest);
        frozen.is_some_and(|frozen| frozen.directors.iter().any(|one| seen.resolve(*one) == reviewer))
    };
    let visas = replies.visas.iter().filter(|one| !asked(one.digest, one.claim)).map(|one| &one.reason);
    comments.chain(visas).map(|text| text.trim().to_owned()).collect()
}

/// Keeps a director's desk to reading and commenting: codings and codes are of those who code. A director who
/// codes in a round is one of them, and so is everybody in a study without a student. In a review copy nothing is
/// made that could not come back from it.
///
/// # Errors
/// When a director would change a coding or a code; in a review copy, when it is no review.
pub(crate) fn check_part(seen: &Seen<'_>, me: RecordId, drafted: &Drafted) -> Result<(), Failure> {
    check_copy(seen, me, drafted)?;
    let me = seen.resolve(me);
    let role = seen.member(me).map(|member| member.role);
    if role != Some(Role::Director) || !seen.members().iter().any(|one| one.role == Role::Student) {
        return Ok(());
    }
    if seen.rounds().iter().any(|round| round.coders.contains(&me)) {
        return Ok(());
    }
    let is_coding = |change: &Change| {
        let of_group = change.after.field().group.kind();
        let kind = if of_group == Kind::Unknown { seen.kind(change.record) } else { of_group };
        matches!(kind, Kind::Coding | Kind::Code)
    };
    match drafted.changes.iter().any(is_coding) {
        true => Err(ClaimProblem::DirectorReads.into()),
        false => Ok(()),
    }
}

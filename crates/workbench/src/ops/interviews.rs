//! Operations on interviews, readings and finished codings.

use super::codes::tidy;
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::op::OpKind;
use model::value::{
    Inclusion, InterviewFacts, InterviewFinished, InterviewName, InterviewSpeakers, InterviewStatus, Kind,
    ReadingDone, Speaker,
};

pub(crate) fn rename(mut draft: Draft<'_>, interview: RecordId, name: &str) -> Result<Drafted, Failure> {
    let name = tidy(name)?;
    let was = known(&draft, interview)?;
    let interview = was.id;
    if was.name == name {
        return Err(Failure::Nothing);
    }
    draft.set(interview, InterviewName::new(name));
    Ok(draft.done(OpKind::EditInterview { interview }, Vec::new()))
}

pub(crate) fn set_facts(
    mut draft: Draft<'_>,
    interview: RecordId,
    facts: InterviewFacts,
) -> Result<Drafted, Failure> {
    let was = known(&draft, interview)?;
    let interview = was.id;
    if was.facts == Some(&facts) {
        return Err(Failure::Nothing);
    }
    draft.set(interview, facts);
    Ok(draft.done(OpKind::EditInterview { interview }, Vec::new()))
}

pub(crate) fn set_speakers(
    mut draft: Draft<'_>,
    interview: RecordId,
    speakers: Vec<Speaker>,
) -> Result<Drafted, Failure> {
    let was = known(&draft, interview)?;
    let interview = was.id;
    if was.speakers == speakers {
        return Err(Failure::Nothing);
    }
    for participant in speakers.iter().filter_map(|speaker| speaker.participant) {
        draft.alive(participant, Kind::Participant)?;
    }
    draft.set(interview, InterviewSpeakers::new(speakers));
    Ok(draft.done(OpKind::EditInterview { interview }, Vec::new()))
}

pub(crate) fn set_status(
    mut draft: Draft<'_>,
    interview: RecordId,
    status: Inclusion,
    reason: &str,
    confirming: bool,
) -> Result<Drafted, Failure> {
    let was = known(&draft, interview)?;
    let interview = was.id;
    // A withdrawal takes the words away with it; it is no mere mark.
    if was.status == Inclusion::Withdrawn || status == Inclusion::Withdrawn {
        return Err(Failure::Withdrawn);
    }
    if (was.status, was.reason, was.confirming) == (status, reason.trim(), confirming) {
        return Err(Failure::Nothing);
    }
    draft.set(interview, InterviewStatus::new(reason.trim().to_owned(), status, confirming));
    let kind = match status {
        Inclusion::Included => OpKind::IncludeInterview { interview },
        _ => OpKind::ExcludeInterview { interview },
    };
    Ok(draft.done(kind, Vec::new()))
}

pub(crate) fn note_reading(
    mut draft: Draft<'_>,
    interview: RecordId,
    minutes: Option<u32>,
) -> Result<Drafted, Failure> {
    let interview = known(&draft, interview)?.id;
    let (reading, me, now) = (draft.new_record(), draft.me, draft.now);
    draft.set_new(reading, ReadingDone::new(interview, me, now, minutes));
    Ok(draft.done(OpKind::NoteReading { interview }, vec![reading]))
}

pub(crate) fn finish(mut draft: Draft<'_>, interview: RecordId, finished: bool) -> Result<Drafted, Failure> {
    let (coder, now) = (draft.me, draft.now);
    let was = known(&draft, interview)?;
    let interview = was.id;
    let is_finished = was.finished.iter().any(|(one, _)| *one == coder);
    if is_finished == finished {
        return Err(Failure::Nothing);
    }
    draft.set(interview, InterviewFinished::new(coder, finished, now));
    let kind = match finished {
        true => OpKind::FinishCoding { interview, coder },
        false => OpKind::ReopenCoding { interview, coder },
    };
    Ok(draft.done(kind, Vec::new()))
}

/// The interview that stands for this one now.
fn known<'a>(draft: &Draft<'a>, interview: RecordId) -> Result<model::study::Interview<'a>, Failure> {
    draft.alive(interview, Kind::Interview)?;
    draft.seen.interview(interview).ok_or(Failure::Deleted { record: interview })
}

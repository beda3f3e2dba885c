//! Rounds of double coding, and who coded what.

use super::{Looking, instant, interview_name, member_name};
use crate::double_coding::progress::has_coded;
use crate::engine::Engine;
use crate::names::NameError;
use model::basis::{Basis, Coders};
use model::study::{Done, Round, SealCheck, Seen};
use model::value::Kind;
use model::{OpId, RecordId};
use serde::Serialize;
use store::LogLine;

/// A round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundAnswer {
    /// The round.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// What the coders are told.
    pub instructions: String,
    /// The interviews to code, by name.
    pub interviews: Vec<String>,
    /// The same, by identifier.
    pub interview_ids: Vec<RecordId>,
    /// The coders; the codes of the first are the study's.
    pub coders: Vec<CoderAnswer>,
    /// `none` or `list`: which codes they start from.
    pub list: &'static str,
    /// The unit of comparison: `turn`, `char`, `word`, `sentence`, `document`.
    pub unit: &'static str,
    /// True while nobody sees the work of the others.
    pub sealed: bool,
    /// `sealed`, or `declared` where a coder worked on Word files.
    pub blinding: &'static str,
    /// When it was opened, and why where that was before all had declared done.
    pub opened: Option<OpenedAnswer>,
    /// The packets that were given.
    pub packets: Vec<PacketAnswer>,
}

/// A coder of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoderAnswer {
    /// The name.
    pub coder: String,
    /// The member.
    pub id: RecordId,
    /// True when the coding is declared done.
    pub done: bool,
    /// What was declared, the latest first.
    pub seals: Vec<SealAnswer>,
    /// Codings made, changed or deleted after the seal; `null` while they are sealed.
    pub after_seal: Option<Vec<RecordId>>,
}

/// A declaration under seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealAnswer {
    /// When, as RFC 3339 in UTC.
    pub at: Option<String>,
    /// SHA-256 of its lines.
    pub digest: String,
    /// False where it was reopened since.
    pub stands: bool,
    /// `holds`, `broken`, or `sealed` while it cannot be checked by the reader.
    pub check: &'static str,
}

/// The opening of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenedAnswer {
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Why, where not all had declared done.
    pub reason: String,
}

/// A packet that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PacketAnswer {
    /// The packet.
    pub packet: RecordId,
    /// To whom.
    pub coder: String,
    /// The same, by identifier.
    pub coder_id: RecordId,
    /// `project` or `docx`.
    pub form: &'static str,
    /// When, as RFC 3339 in UTC.
    pub at: String,
}

/// What the journal proves of the independence of what coders did in some interviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Independence {
    /// Each interview was coded by each coder in a sealed round, declared done there, and nothing changed since.
    Proven,
    /// No sealed round says so of these interviews, by name: their coders may have seen each other's work.
    Unproven(Vec<String>),
    /// So many codings changed after they were sealed.
    Changed(usize),
}

impl Independence {
    /// What the rounds prove for some interviews and coders, both by name.
    ///
    /// A round whose blindness is only declared proves nothing; neither does a seal that does not hold any more, nor
    /// one of somebody else.
    #[must_use]
    pub fn of(rounds: &[RoundAnswer], interviews: &[String], coders: &[&str]) -> Independence {
        let all = rounds.iter().filter(|round| round.interviews.iter().any(|one| interviews.contains(one)));
        let of_them = all.flat_map(|round| &round.coders).filter(|one| coders.contains(&one.coder.as_str()));
        let changed: usize = of_them.filter_map(|one| one.after_seal.as_ref()).map(Vec::len).sum();
        if changed > 0 {
            return Independence::Changed(changed);
        }
        let holds = |round: &RoundAnswer, coder: &str| {
            let own = round.coders.iter().find(|one| one.coder == coder);
            own.is_some_and(|own| own.seals.iter().any(|seal| seal.stands && seal.check == "holds"))
        };
        let proven = |interview: &&String| {
            !coders.is_empty()
                && rounds.iter().any(|round| {
                    round.blinding == "sealed"
                        && round.interviews.contains(*interview)
                        && coders.iter().all(|coder| holds(round, coder))
                })
        };
        let unproven: Vec<String> = interviews.iter().filter(|one| !proven(one)).cloned().collect();
        match unproven.is_empty() {
            true => Independence::Proven,
            false => Independence::Unproven(unproven),
        }
    }
}

/// Every round.
#[must_use]
pub fn rounds(engine: &Engine) -> Vec<RoundAnswer> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    seen.rounds().iter().map(|round| answer(&seen, engine.history(), round)).collect()
}

/// One round.
#[must_use]
pub fn round(engine: &Engine, id: RecordId) -> Option<RoundAnswer> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    seen.round(id).map(|round| answer(&seen, engine.history(), &round))
}

fn answer(seen: &Seen<'_>, history: &[LogLine], round: &Round<'_>) -> RoundAnswer {
    let packet = |given: &model::study::PacketGiven<'_>| PacketAnswer {
        packet: given.body.packet,
        coder: member_name(seen, given.body.coder),
        coder_id: seen.resolve(given.body.coder),
        form: given.body.form.as_str(),
        at: instant(given.body.at),
    };
    RoundAnswer {
        id: round.id,
        name: round.name.to_owned(),
        instructions: round.instructions.to_owned(),
        interviews: round.interviews.iter().map(|id| interview_name(seen, *id)).collect(),
        interview_ids: round.interviews.clone(),
        coders: round.coders.iter().map(|coder| coder_of(seen, history, round, *coder)).collect(),
        list: round.list.as_str(),
        unit: round.unit.as_str(),
        sealed: round.sealed,
        blinding: if round.is_declared() { "declared" } else { "sealed" },
        opened: round.opened.map(|(at, reason)| OpenedAnswer { at: instant(at), reason: reason.to_owned() }),
        packets: round.packets.iter().map(packet).collect(),
    }
}

fn coder_of(seen: &Seen<'_>, history: &[LogLine], round: &Round<'_>, coder: RecordId) -> CoderAnswer {
    let declared: Vec<&Done<'_>> = round.done.iter().filter(|done| done.coder == coder).collect();
    let hidden = round.interviews.iter().any(|interview| seen.is_sealed(*interview, coder));
    let standing = declared.iter().find(|done| done.stands);
    let at = |op: OpId| history.iter().find(|line| line.op == op).map(|line| instant(line.at));
    let seal = |done: &&Done<'_>| SealAnswer {
        at: at(done.op),
        digest: done.digest.to_string(),
        stands: done.stands,
        check: match seen.check_seal(done) {
            _ if hidden => "sealed",
            SealCheck::Holds => "holds",
            SealCheck::Broken => "broken",
            SealCheck::Hidden => "sealed",
        },
    };
    CoderAnswer {
        coder: member_name(seen, coder),
        id: coder,
        done: standing.is_some(),
        seals: declared.iter().map(seal).collect(),
        after_seal: standing.filter(|_| !hidden).map(|done| seen.after_seal(round, done)),
    }
}

/// The round of that name or identifier; the only one where none is named.
///
/// # Errors
/// When there is none, or several.
pub fn find(seen: &Seen<'_>, name: Option<&str>) -> Result<RecordId, NameError> {
    let rounds = seen.rounds();
    let unknown = |name: &str| NameError::Unknown {
        kind: Kind::Round,
        name: name.to_owned(),
        known: rounds.iter().map(|round| round.name.to_owned()).collect(),
    };
    let Some(name) = name else {
        return match rounds.as_slice() {
            [only] => Ok(only.id),
            [] => Err(unknown("")),
            several => Err(NameError::Ambiguous {
                kind: Kind::Round,
                name: String::new(),
                ids: several.iter().map(|round| round.id).collect(),
            }),
        };
    };
    let called = |round: &&Round<'_>| {
        round.id.to_string() == name.trim() || round.name.to_lowercase() == name.trim().to_lowercase()
    };
    let found: Vec<RecordId> = rounds.iter().filter(called).map(|round| round.id).collect();
    match found.as_slice() {
        [id] => Ok(*id),
        [] => Err(unknown(name)),
        _ => Err(NameError::Ambiguous { kind: Kind::Round, name: name.to_owned(), ids: found }),
    }
}

/// Who coded an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodedBy {
    /// The name of the interview.
    pub interview: String,
    /// One entry for each member, in the order of names.
    pub coders: Vec<CodedCell>,
    /// True once the differences of its coders are settled.
    pub reconciled: bool,
}

/// What one member did in one interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodedCell {
    /// The name of the member.
    pub coder: String,
    /// The same, by identifier.
    pub id: RecordId,
    /// How many codings; `null` while they are sealed.
    pub codings: Option<usize>,
    /// True where the member has read the interview to code it.
    pub read: bool,
    /// True where the coding is finished, or its round declared done.
    pub finished: bool,
    /// True while a round keeps it from being seen.
    pub sealed: bool,
}

/// Who coded what: every interview with every member.
#[must_use]
pub fn who_coded_what(engine: &Engine) -> Vec<CodedBy> {
    let looking = Looking::through(engine);
    let seen = looking.seen();
    let members = seen.members();
    let interviews = seen.interviews();
    let row = |interview: &model::study::Interview<'_>| CodedBy {
        interview: interview.name.to_owned(),
        coders: members.iter().map(|member| cell(&seen, interview, member.id, member.name)).collect(),
        reconciled: seen.is_reconciled(interview.id),
    };
    interviews.iter().map(row).collect()
}

fn cell(seen: &Seen<'_>, interview: &model::study::Interview<'_>, coder: RecordId, name: &str) -> CodedCell {
    let sealed = seen.is_sealed(interview.id, coder);
    let basis = Basis { coders: Coders::Only(vec![coder]), layer: None };
    let done = |round: &Round<'_>| round.interviews.contains(&interview.id) && round.is_done(coder);
    let finished = interview.finished.iter().any(|(finisher, _)| *finisher == coder);
    CodedCell {
        coder: name.to_owned(),
        id: coder,
        codings: (!sealed).then(|| seen.codings_in(interview.id, &basis).len()),
        read: has_coded(seen, interview.id, coder),
        finished: finished || seen.rounds().iter().any(done),
        sealed,
    }
}

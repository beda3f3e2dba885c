//! The rounds over time: what the coders declared done without seeing each other, what they have now, and what
//! is agreed on. Only the first measures independence.

use super::measures_of;
use crate::answers::measures::Measures;
use crate::answers::{interview_name, member_name};
use crate::comparison::{Asked, Coding as Coded, Gathered, Gathering, Segmentations};
use crate::double_coding::differences::Decided;
use crate::failure::Failure;
use model::RecordId;
use model::seal::SealedCoding;
use model::study::{Decision, Interview, Round, Seen};
use model::text::PlaceState;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What coders did at one moment, in numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moment {
    /// The round; null for interviews that were coded in none.
    pub round: Option<String>,
    /// `sealed`: as they were declared done. `now`: as they are. `settled`: with what is agreed on where a
    /// difference was decided.
    pub moment: &'static str,
    /// `sealed`, or `declared` where a coder worked on Word files; null without a round.
    pub blinding: Option<&'static str>,
    /// True where something was changed or decided after the others' work could be seen: the figures do not
    /// measure independence.
    pub after_discussion: bool,
    /// The coders.
    pub coders: Vec<String>,
    /// The interviews.
    pub interviews: Vec<String>,
    /// Units.
    pub n_units: u64,
    /// One table summed over the codes.
    #[serde(flatten)]
    pub pooled: Measures,
}

/// What each coder did in an interview; `None` for those who did not read it.
type Work = Vec<Option<Vec<Coded>>>;

/// The moments of every round, in the order in which the rounds were set up, then of what was coded in none.
pub(super) fn over_time(
    seen: &Seen<'_>,
    asked: &Asked,
    segmented: &Segmentations,
) -> Result<Vec<Moment>, Failure> {
    let told = Telling { seen, asked, segmented, gathering: Gathering::new(seen, asked)? };
    let interviews = told.gathering.interviews();
    let (rounds, mut moments, mut covered) = (seen.rounds(), Vec::new(), BTreeSet::new());
    for round in &rounds {
        let there: Vec<&Interview<'_>> =
            interviews.iter().filter(|one| round.interviews.contains(&one.id)).collect();
        let coders = told.gathering.coders.iter().filter(|coder| round.coders.contains(coder)).count();
        if coders < 2 || there.is_empty() {
            continue;
        }
        covered.extend(there.iter().map(|one| one.id));
        let sealed = told.sealed(round);
        let changed = round.done.iter().any(|done| done.stands && !seen.after_seal(round, done).is_empty());
        moments.extend(
            told.moment(Some(round), "sealed", &there, |interview| told.sealed_work(&sealed, interview))?,
        );
        if changed {
            moments.extend(told.moment(Some(round), "now", &there, |interview| told.now(interview))?);
        }
        moments.extend(told.settled(Some(round), &there)?);
    }
    // Of what was coded in no round, only what was talked about: the rest is the same before and after.
    let rest: Vec<&Interview<'_>> =
        interviews.iter().filter(|one| !covered.contains(&one.id) && told.is_decided(one.id)).collect();
    if let Some(settled) = told.settled(None, &rest)? {
        moments.extend(told.moment(None, "now", &rest, |interview| told.now(interview))?);
        moments.push(settled);
    }
    Ok(moments)
}

/// What moments are told from.
struct Telling<'s, 'a> {
    seen: &'s Seen<'a>,
    asked: &'s Asked,
    segmented: &'s Segmentations,
    gathering: Gathering<'s, 'a>,
}

impl Telling<'_, '_> {
    /// What each of the compared coders declared done; nobody else's.
    fn sealed(&self, round: &Round<'_>) -> BTreeMap<RecordId, Vec<SealedCoding>> {
        let of = |coder: &RecordId| {
            let done = round.done.iter().find(|done| done.coder == *coder && done.stands)?;
            Some((*coder, self.seen.covered(done)?))
        };
        self.gathering.coders.iter().filter_map(of).collect()
    }

    fn sealed_work(&self, sealed: &BTreeMap<RecordId, Vec<SealedCoding>>, interview: &Interview<'_>) -> Work {
        let of = |coder: &RecordId| Some(self.carried(sealed.get(coder)?, interview));
        self.gathering.coders.iter().map(of).collect()
    }

    /// Sealed codings of an interview where they lie in its current text.
    fn carried(&self, sealed: &[SealedCoding], interview: &Interview<'_>) -> Vec<Coded> {
        let here = sealed.iter().filter(|one| self.seen.resolve(one.interview) == interview.id);
        let of_layer = here.filter(|one| self.asked.layer.is_none_or(|layer| layer == one.layer));
        let place = |one: &SealedCoding| {
            let place = self.seen.carried(interview.id, one.revision, one.place())?;
            let code = self.seen.resolve(one.code);
            (place.state != PlaceState::ToPlace).then_some(Coded {
                coding: one.coding,
                code,
                start: place.start,
                end: place.end,
            })
        };
        of_layer.filter_map(place).collect()
    }

    /// True where a decision about two of the compared coders stands.
    fn is_decided(&self, interview: RecordId) -> bool {
        let decided = Decided::in_interview(self.seen, interview);
        decided.standing().any(|decision| self.sides(decision).len() > 1)
    }

    fn now(&self, interview: &Interview<'_>) -> Work {
        self.gathering.work(interview).0
    }

    /// With what was decided in place of what it was decided of; nothing where nothing was decided.
    fn settled(
        &self,
        round: Option<&Round<'_>>,
        there: &[&Interview<'_>],
    ) -> Result<Option<Moment>, Failure> {
        let decided: BTreeMap<RecordId, Decided<'_>> =
            there.iter().map(|one| (one.id, Decided::in_interview(self.seen, one.id))).collect();
        let among = |decision: &&Decision<'_>| self.sides(decision).len() > 1;
        if !decided.values().any(|of| of.standing().any(|decision| among(&decision))) {
            return Ok(None);
        }
        self.moment(round, "settled", there, |interview| {
            let mut work = self.now(interview);
            for decision in decided.get(&interview.id).into_iter().flat_map(Decided::standing).filter(among) {
                self.settle(&mut work, decision);
            }
            work
        })
    }

    /// The places, among the compared coders, of those whom a decision is about.
    fn sides(&self, decision: &Decision<'_>) -> Vec<usize> {
        let about: Vec<RecordId> =
            decision.about.coders.iter().map(|coder| self.seen.resolve(*coder)).collect();
        let coders = self.gathering.coders.iter().enumerate();
        coders.filter(|(_, coder)| about.contains(coder)).map(|(side, _)| side).collect()
    }

    fn settle(&self, work: &mut Work, decision: &Decision<'_>) {
        let agreed = decision.outcome.agreed.iter().filter_map(|coding| self.seen.coding(*coding));
        let agreed = agreed.filter(|coding| self.asked.layer.is_none_or(|layer| layer == coding.layer));
        let agreed: Vec<Coded> = agreed.map(|coding| Coded::of(&coding)).collect();
        for side in self.sides(decision) {
            if let Some(Some(own)) = work.get_mut(side) {
                own.retain(|one| !decision.about.codings.contains(&one.coding));
                own.extend(agreed.iter().copied());
            }
        }
    }

    fn moment(
        &self,
        round: Option<&Round<'_>>,
        moment: &'static str,
        there: &[&Interview<'_>],
        work: impl Fn(&Interview<'_>) -> Work,
    ) -> Result<Option<Moment>, Failure> {
        let parts: Vec<(RecordId, Gathered)> =
            there.iter().map(|one| (one.id, self.gathering.gathered(one, &work(one)))).collect();
        let ground = self.gathering.ground(parts.iter().map(|(id, part)| (*id, part)));
        let found = ground.compare(self.asked.unit, self.asked.rule, self.segmented)?;
        if found.units == 0 {
            return Ok(None);
        }
        let declared = |round: &Round<'_>| if round.is_declared() { "declared" } else { "sealed" };
        Ok(Some(Moment {
            round: round.map(|round| round.name.to_owned()),
            moment,
            blinding: round.map(declared),
            after_discussion: moment != "sealed" && (round.is_some() || moment == "settled"),
            coders: ground.coders.iter().map(|coder| member_name(self.seen, *coder)).collect(),
            interviews: ground.documents.iter().map(|one| interview_name(self.seen, one.interview)).collect(),
            n_units: found.units,
            pooled: measures_of(&found.pooled_patterns(), ground.coders.len()),
        }))
    }
}

//! The rounds over time: what the coders declared done without seeing each other, what they have now, and what
//! is agreed on. Only the first measures independence.

use super::measures_of;
use crate::answers::measures::Measures;
use crate::answers::{interview_name, member_name};
use crate::comparison::{Asked, Coding as Coded, Gathered, Gathering, Segmentations};
use crate::double_coding::differences::Decided;
use crate::double_coding::kept::Part;
use crate::failure::Failure;
use model::RecordId;
use model::seal::SealedCoding;
use model::study::{Interview, Round, Seen};
use model::text::PlaceState;
use model::value::Layer;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

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

/// An interview with what was decided in place of what it was decided of; `None` where nothing stands that was
/// decided about two of the compared coders.
pub(super) fn settled(
    seen: &Seen<'_>,
    gathering: &Gathering<'_, '_>,
    interview: &Interview<'_>,
    layer: Option<Layer>,
) -> Option<Gathered> {
    let decided = Decided::in_interview(seen, interview.id);
    let mut work: Work = Vec::new();
    for decision in decided.standing() {
        let about: Vec<RecordId> = decision.about.coders.iter().map(|coder| seen.resolve(*coder)).collect();
        let coders = gathering.coders.iter().enumerate();
        let sides: Vec<usize> =
            coders.filter(|(_, coder)| about.contains(coder)).map(|(side, _)| side).collect();
        if sides.len() < 2 {
            continue;
        }
        if work.is_empty() {
            work = gathering.work(interview).0;
        }
        let agreed = decision.outcome.agreed.iter().filter_map(|coding| seen.coding(*coding));
        let agreed = agreed.filter(|coding| layer.is_none_or(|layer| layer == coding.layer));
        let agreed: Vec<Coded> = agreed.map(|coding| Coded::of(&coding)).collect();
        for side in sides {
            if let Some(Some(own)) = work.get_mut(side) {
                own.retain(|one| !decision.about.codings.contains(&one.coding));
                own.extend(agreed.iter().copied());
            }
        }
    }
    (!work.is_empty()).then(|| gathering.gathered(interview, &work))
}

/// What moments are told from.
pub(super) struct Telling<'s, 'a> {
    pub seen: &'s Seen<'a>,
    pub asked: &'s Asked,
    pub segmented: &'s Segmentations,
    pub gathering: &'s Gathering<'s, 'a>,
    /// The interviews asked for, with what is kept of them.
    pub parts: &'s [(RecordId, Arc<Part>)],
}

impl Telling<'_, '_> {
    /// The moments of every round, in the order in which the rounds were set up, then of what was coded in
    /// none.
    pub fn moments(&self) -> Result<Vec<Moment>, Failure> {
        let (rounds, mut moments, mut covered) = (self.seen.rounds(), Vec::new(), BTreeSet::new());
        for round in &rounds {
            let there: Vec<_> = self.parts.iter().filter(|(id, _)| round.interviews.contains(id)).collect();
            let coders = self.gathering.coders.iter().filter(|coder| round.coders.contains(coder)).count();
            if coders > 1 && !there.is_empty() {
                covered.extend(there.iter().map(|(id, _)| *id));
                moments.extend(self.of_round(round, &there)?);
            }
        }
        // Of what was coded in no round, only what was talked about: the rest is the same before and after.
        let talked = |(id, part): &&(RecordId, Arc<Part>)| !covered.contains(id) && part.settled.is_some();
        let rest: Vec<_> = self.parts.iter().filter(talked).collect();
        if !rest.is_empty() {
            moments.extend(self.kept(None, "now", &rest)?);
            moments.extend(self.kept(None, "settled", &rest)?);
        }
        Ok(moments)
    }

    fn of_round(&self, round: &Round<'_>, there: &[&(RecordId, Arc<Part>)]) -> Result<Vec<Moment>, Failure> {
        let sealed = self.sealed(round);
        let mut moments: Vec<Moment> = self.moment(Some(round), "sealed", &sealed)?.into_iter().collect();
        if round.done.iter().any(|done| done.stands && !self.seen.after_seal(round, done).is_empty()) {
            moments.extend(self.kept(Some(round), "now", there)?);
        }
        if there.iter().any(|(_, part)| part.settled.is_some()) {
            moments.extend(self.kept(Some(round), "settled", there)?);
        }
        Ok(moments)
    }

    /// What each of the compared coders declared done in the interviews of a round; nobody else's.
    fn sealed(&self, round: &Round<'_>) -> Vec<(RecordId, Gathered)> {
        let of = |coder: &RecordId| {
            let done = round.done.iter().find(|done| done.coder == *coder && done.stands)?;
            self.seen.covered(done)
        };
        let declared: Vec<Option<Vec<SealedCoding>>> = self.gathering.coders.iter().map(of).collect();
        let there = self.parts.iter().filter(|(id, _)| round.interviews.contains(id));
        let gathered = |(id, _): &(RecordId, Arc<Part>)| {
            let interview = self.seen.interview(*id)?;
            let work: Work = declared
                .iter()
                .map(|sealed| sealed.as_ref().map(|sealed| self.carried(sealed, &interview)))
                .collect();
            Some((*id, self.gathering.gathered(&interview, &work)))
        };
        there.filter_map(gathered).collect()
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

    /// A moment of what is kept: as it is now, or as it was settled.
    fn kept(
        &self,
        round: Option<&Round<'_>>,
        moment: &'static str,
        there: &[&(RecordId, Arc<Part>)],
    ) -> Result<Option<Moment>, Failure> {
        let of = |(id, part): &&(RecordId, Arc<Part>)| {
            let settled = part.settled.as_ref().filter(|_| moment == "settled");
            (*id, settled.unwrap_or(&part.gathered).clone())
        };
        self.moment(round, moment, &there.iter().map(of).collect::<Vec<_>>())
    }

    fn moment(
        &self,
        round: Option<&Round<'_>>,
        moment: &'static str,
        parts: &[(RecordId, Gathered)],
    ) -> Result<Option<Moment>, Failure> {
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

//! Differences decided: what is agreed on is written beside the codings of either, which stay as they are.

use super::alignment::take_over;
use crate::command::double_coding::DecisionAsked;
use crate::double_coding::differences::{Classes, Decided, Item, Passage, Sheet, versions};
use crate::draft::{Draft, Drafted};
use crate::failure::{DoubleCodingProblem, Failure};
use crate::ops::codes;
use crate::texts::Pages;
use model::RecordId;
use model::op::OpKind;
use model::value::{
    CodingAgreed, CodingCode, CodingOrigin, DecisionAbout, DecisionOutcome, InterviewReconciled, Kind,
    StudyReconciliation, Verdict,
};
use std::collections::BTreeSet;

pub(super) fn decide(draft: Draft<'_>, asked: &DecisionAsked, pages: &Pages) -> Result<Drafted, Failure> {
    let [first, second] = asked.coders.as_slice() else { return Err(DoubleCodingProblem::TwoCoders.into()) };
    if asked.verdict == Verdict::Other && asked.codes.is_empty() {
        return Err(DoubleCodingProblem::OtherCodeNeeded.into());
    }
    let mut desk = Desk::new(draft, [*first, *second], &asked.present, pages)?;
    let mut touched = Vec::new();
    for coding in &asked.differences {
        let known = desk.draft.seen.coding(*coding).ok_or(Failure::Deleted { record: *coding })?;
        if !touched.contains(&known.interview) {
            touched.push(known.interview);
        }
    }
    let Some(interview) = touched.first().copied() else { return Err(Failure::Nothing) };
    let mut decided = 0;
    for home in &touched {
        let Sheet { items: all, decided: before } = desk.sheet(*home)?;
        let chosen =
            |item: &&Item| item.passages().any(|passage| asked.differences.contains(&passage.coding));
        let chosen: Vec<&Item> = all.iter().filter(chosen).collect();
        for item in &chosen {
            desk.decide(item, asked, &before, false)?;
        }
        decided += chosen.len();
        desk.finish_if_settled(*home, &all, &chosen);
    }
    let decisions = u32::try_from(decided).unwrap_or(u32::MAX);
    let kind = OpKind::Decide { interview, decisions, verdict: asked.verdict };
    desk.done(kind)
}

/// Accepts what agrees, and other edges where the study accepts them: as the first coder has it.
pub(super) fn accept(
    draft: Draft<'_>,
    interview: RecordId,
    coders: [RecordId; 2],
    present: Vec<RecordId>,
    pages: &Pages,
) -> Result<Drafted, Failure> {
    let interview = draft.seen.resolve(interview);
    let mut desk = Desk::new(draft, coders, &present, pages)?;
    let Sheet { items: all, decided: before } = desk.sheet(interview)?;
    let accepts = desk.draft.seen.accepts_other_edges();
    let agreed: Vec<&Item> =
        all.iter().filter(|item| item.is_open() && item.is_settled_by_rule(accepts)).collect();
    let asked = DecisionAsked { coders: coders.to_vec(), present, ..DecisionAsked::default() };
    for item in &agreed {
        desk.decide(item, &asked, &before, true)?;
    }
    desk.finish_if_settled(interview, &all, &agreed);
    let decisions = u32::try_from(agreed.len()).unwrap_or(u32::MAX);
    desk.done(OpKind::AcceptAgreements { interview, decisions })
}

pub(super) fn finish(
    draft: Draft<'_>,
    interview: RecordId,
    coders: [RecordId; 2],
    present: Vec<RecordId>,
    reconciled: bool,
) -> Result<Drafted, Failure> {
    draft.alive(interview, Kind::Interview)?;
    let interview = draft.seen.resolve(interview);
    if draft.seen.is_reconciled(interview) == reconciled {
        return Err(Failure::Nothing);
    }
    let pages = Pages::default();
    let mut desk = Desk::new(draft, coders, &present, &pages)?;
    let open = desk.sheet(interview)?.items.iter().filter(|item| item.is_open()).count();
    if reconciled && open > 0 {
        return Err(DoubleCodingProblem::StillOpen { n: open }.into());
    }
    desk.mark(interview, reconciled);
    desk.done(match reconciled {
        true => OpKind::FinishReconciliation { interview },
        false => OpKind::ReopenReconciliation { interview },
    })
}

pub(super) fn accept_other_edges(mut draft: Draft<'_>, accept: bool) -> Result<Drafted, Failure> {
    let study = draft.seen.study_facts().ok_or(Failure::Nothing)?.id;
    if draft.seen.accepts_other_edges() == accept {
        return Err(Failure::Nothing);
    }
    draft.set(study, StudyReconciliation::new(accept));
    Ok(draft.done(OpKind::SetReconciliation { study }, Vec::new()))
}

/// Where decisions are drafted.
struct Desk<'a, 'p> {
    draft: Draft<'a>,
    coders: [RecordId; 2],
    present: Vec<RecordId>,
    pages: &'p Pages,
    classes: Classes,
    gone: BTreeSet<RecordId>,
    made: Vec<RecordId>,
}

impl<'a, 'p> Desk<'a, 'p> {
    fn new(
        draft: Draft<'a>,
        coders: [RecordId; 2],
        present: &[RecordId],
        pages: &'p Pages,
    ) -> Result<Desk<'a, 'p>, Failure> {
        let coders = coders.map(|coder| draft.seen.resolve(coder));
        if coders[0] == coders[1] {
            return Err(DoubleCodingProblem::TwoCoders.into());
        }
        for member in coders.iter().chain(present) {
            draft.alive(*member, Kind::Member)?;
        }
        let present = if present.is_empty() { vec![draft.me] } else { present.to_vec() };
        let classes = draft.seen.code_classes();
        Ok(Desk { draft, coders, present, pages, classes, gone: BTreeSet::new(), made: Vec::new() })
    }

    /// What the two made of an interview.
    ///
    /// # Errors
    /// When the work of one of them is still sealed.
    fn sheet(&self, interview: RecordId) -> Result<Sheet<'a>, Failure> {
        if self.coders.iter().any(|coder| self.draft.seen.is_sealed(interview, *coder)) {
            return Err(DoubleCodingProblem::StillSealed.into());
        }
        Ok(Sheet::of(&self.draft.seen, interview, self.coders, &self.classes))
    }

    fn decide(
        &mut self,
        item: &Item,
        asked: &DecisionAsked,
        known: &Decided<'_>,
        by_rule: bool,
    ) -> Result<(), Failure> {
        self.take_up(item, known);
        let agreed = self.outcome(item, asked)?;
        let decision = self.draft.new_record();
        let before: BTreeSet<(RecordId, u32, u32)> =
            item.first.iter().map(|passage| (self.class(passage.code), passage.start, passage.end)).collect();
        let mut written = Vec::new();
        for (code, start, end) in &agreed {
            written.push(self.write(item, decision, *code, (*start, *end))?);
        }
        let after = agreed.iter().map(|(code, start, end)| (self.class(*code), *start, *end)).collect();
        let codings: Vec<RecordId> = item.passages().map(|passage| passage.coding).collect();
        let seen = &self.draft.seen;
        let covers =
            codings.iter().flat_map(|coding| versions(seen, *coding).into_iter().map(|op| (*coding, op)));
        let about = DecisionAbout::new(
            item.interview,
            self.coders.to_vec(),
            codings.clone(),
            covers.collect(),
            item.difference,
        );
        self.draft.set_new(decision, about);
        let outcome = DecisionOutcome::new(
            asked.reason.trim().to_owned(),
            asked.verdict,
            written,
            self.present.clone(),
            asked.arbiter,
            before != after,
            by_rule,
            self.draft.now,
        );
        self.draft.set_new(decision, outcome);
        self.made.push(decision);
        Ok(())
    }

    /// Takes up again what was decided of any of these codings: what it agreed on goes.
    fn take_up(&mut self, item: &Item, known: &Decided<'_>) {
        let codings: BTreeSet<RecordId> = item.passages().map(|passage| passage.coding).collect();
        for decision in known.about(codings.into_iter()) {
            for coding in &decision.outcome.agreed {
                let alive = self.draft.seen.coding(*coding).is_some();
                if alive && self.gone.insert(*coding) {
                    self.draft.delete(*coding);
                }
            }
        }
    }

    /// What is agreed on: code, first scalar, one past the last; each once.
    fn outcome(&mut self, item: &Item, asked: &DecisionAsked) -> Result<Vec<(RecordId, u32, u32)>, Failure> {
        let of = |passages: &[Passage]| -> Vec<(RecordId, u32, u32)> {
            passages.iter().map(|passage| (passage.code, passage.start, passage.end)).collect()
        };
        let chosen = match asked.verdict {
            Verdict::First => of(&item.first),
            Verdict::Second => of(&item.second),
            Verdict::Both => [of(&item.first), of(&item.second)].concat(),
            Verdict::Neither => Vec::new(),
            Verdict::Other => {
                let (start, end) =
                    if item.first.is_empty() { reach(&item.second) } else { reach(&item.first) };
                asked.codes.iter().map(|code| (*code, start, end)).collect()
            }
        };
        let mut found = Vec::new();
        for (code, start, end) in chosen {
            let code = self.common(code)?;
            let (start, end) = asked.edges.unwrap_or((start, end));
            if !found.contains(&(code, start, end)) {
                found.push((code, start, end));
            }
        }
        Ok(found)
    }

    fn class(&self, code: RecordId) -> RecordId {
        let code = self.draft.seen.resolve(code);
        self.classes.get(&code).copied().unwrap_or(code)
    }

    /// The code of the study that stands for a code; one of a coder's own book is adopted by being chosen.
    fn common(&mut self, code: RecordId) -> Result<RecordId, Failure> {
        let code = codes::live(&self.draft, self.class(code))?;
        take_over(&mut self.draft, code);
        Ok(code)
    }

    fn write(
        &mut self,
        item: &Item,
        decision: RecordId,
        code: RecordId,
        (start, end): (u32, u32),
    ) -> Result<RecordId, Failure> {
        let page = self.pages.get(item.interview).ok_or(Failure::Withdrawn)?;
        let anchor = page.anchor(start, end)?;
        let coding = self.draft.new_record();
        self.draft.set_new(coding, CodingOrigin::new(item.interview, self.coders[0], item.layer));
        self.draft.set_new(coding, Box::new(anchor));
        self.draft.set_new(coding, CodingCode::new(code));
        self.draft.set_new(coding, CodingAgreed::new(decision, self.coders.to_vec()));
        Ok(coding)
    }

    /// Marks an interview reconciled where nothing is left to decide in it.
    fn finish_if_settled(&mut self, interview: RecordId, all: &[Item], now: &[&Item]) {
        let left = all.iter().filter(|item| item.is_open() && !now.contains(item)).count();
        if left == 0 && !now.is_empty() && !self.draft.seen.is_reconciled(interview) {
            self.mark(interview, true);
        }
    }

    fn mark(&mut self, interview: RecordId, reconciled: bool) {
        let (coders, present, now) = (self.coders.to_vec(), self.present.clone(), self.draft.now);
        self.draft.set(interview, InterviewReconciled::new(reconciled, coders, present, now));
    }

    fn done(self, kind: OpKind) -> Result<Drafted, Failure> {
        if self.draft.is_empty() {
            return Err(Failure::Nothing);
        }
        Ok(self.draft.done(kind, self.made))
    }
}

fn reach(passages: &[Passage]) -> (u32, u32) {
    let start = passages.iter().map(|passage| passage.start).min().unwrap_or_default();
    (start, passages.iter().map(|passage| passage.end).max().unwrap_or_default())
}

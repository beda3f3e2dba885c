//! A claim made: curve, grid and parameters as they are at this moment, with their digest; and the same computed
//! again from the journal, here or on another machine.

use super::{Asked, Grid, Order};
use crate::engine::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::levels::LevelAsked;
use measure::saturation::{Claim, Guest, Stopping, try_orders};
use model::lens::Lens;
use model::study::{Hand, Seen};
use model::value::{
    ClaimFigures, ClaimFrozen, ClaimTerms, ClaimedCategory, ClaimedInterview, Frontier, Group, Inclusion,
    Level, Method, Stance, Value,
};
use model::{Digest, RecordId, Timestamp};
use std::collections::BTreeMap;

/// How many orders are drawn, where not all are tried.
pub const DRAWS: u64 = 10_000;
/// The seed that they follow from.
pub const SEED: u64 = 1;

/// What is to be claimed.
#[derive(Debug, Clone, PartialEq)]
pub struct Claiming {
    /// At which interview, and how many more confirm it.
    pub claim: Claim,
    /// Whose codings, at which level, in which order.
    pub asked: Asked,
    /// Base, run and threshold.
    pub guest: Guest,
    /// Initial sample and stopping criterion.
    pub stopping: Stopping,
}

/// Who claims, when, in which words, on which state.
pub(crate) struct Making {
    pub claim: RecordId,
    pub argument: String,
    pub author: RecordId,
    pub at: Timestamp,
    pub rests_on: Frontier,
}

impl Claiming {
    /// What a claim that was made asked for.
    #[must_use]
    pub fn of(terms: &ClaimTerms, interviews: &[ClaimedInterview], method: Method) -> Claiming {
        let level = match (terms.level, method) {
            (Level::Label, _) => LevelAsked::Label,
            (Level::Property, _) => LevelAsked::Property,
            (_, Method::Thematic) => LevelAsked::Theme,
            _ => LevelAsked::Category,
        };
        let order = match terms.ordered_by.as_str() {
            "date" => Order::Date,
            "coding" => Order::Coding,
            _ => Order::List(interviews.iter().map(|one| one.interview).collect()),
        };
        let asked = Asked { basis: terms.basis.clone(), order, ..Asked::at(level) };
        let size = |n: u32| n as usize;
        Claiming {
            claim: Claim { at: size(terms.at), confirm: size(terms.confirm) },
            asked,
            guest: Guest {
                base: size(terms.guest.0),
                run: size(terms.guest.1),
                threshold_percent: terms.guest.2,
            },
            stopping: Stopping { initial: size(terms.stopping.0), stop: size(terms.stopping.1) },
        }
    }

    fn terms(&self) -> ClaimTerms {
        let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        ClaimTerms {
            at: n(self.claim.at),
            confirm: n(self.claim.confirm),
            level: match self.asked.level {
                LevelAsked::Label => Level::Label,
                LevelAsked::Property => Level::Property,
                LevelAsked::Category | LevelAsked::Theme => Level::Category,
            },
            basis: self.asked.basis.clone(),
            ordered_by: self.asked.order.as_str().to_owned(),
            guest: (n(self.guest.base), n(self.guest.run), self.guest.threshold_percent),
            stopping: (n(self.stopping.initial), n(self.stopping.stop)),
        }
    }
}

/// The claim as it stands at this moment, without its signature.
///
/// # Errors
/// When there is nothing to claim, or the claim covers what is not finished.
pub(crate) fn freeze(seen: &Seen<'_>, claiming: &Claiming, making: Making) -> Result<ClaimFrozen, Failure> {
    if making.argument.trim().is_empty() {
        return Err(ClaimProblem::NoArgument.into());
    }
    let asked = Asked { with_unfinished: false, as_coded: false, ..claiming.asked.clone() };
    let grid = Grid::gather(seen, &asked)?;
    check(seen, claiming, &grid)?;
    let nodes = seen.codes();
    let paths: BTreeMap<RecordId, &str> = nodes.iter().map(|node| (node.id, node.path.as_str())).collect();
    let path = |code: &RecordId| paths.get(code).copied().unwrap_or_default().to_owned();
    let (categories, notes) = categories(seen);
    let mut frozen = ClaimFrozen::new(
        making.argument.trim().to_owned(),
        grid.counted.iter().map(|one| crate::answers::interview_name(seen, one.interview)).collect(),
        grid.codes.iter().map(path).collect(),
        categories.iter().map(|one| path(&one.category)).collect(),
        notes,
        claiming.terms(),
        figures(seen, claiming, &grid),
        categories,
        making.author,
        making.at,
        seen.directors(),
        making.rests_on,
        env!("CARGO_PKG_VERSION").to_owned(),
        Digest([0; 32]),
        None,
    );
    frozen.digest = model::claim::digest(making.claim, &frozen);
    Ok(frozen)
}

/// Refuses a claim that goes beyond the interviews there are, or covers one that is still being coded.
fn check(seen: &Seen<'_>, claiming: &Claiming, grid: &Grid) -> Result<(), Failure> {
    let Claim { at, confirm } = claiming.claim;
    if grid.counted.is_empty() {
        return Err(ClaimProblem::NothingFinished.into());
    }
    if grid.codes.is_empty() {
        return Err(ClaimProblem::NothingCoded.into());
    }
    if at == 0 || confirm == 0 {
        return Err(ClaimProblem::Empty { at, confirm }.into());
    }
    let last = at.saturating_add(confirm);
    if last > grid.counted.len() {
        return Err(ClaimProblem::Beyond { at, confirm, n: grid.counted.len() }.into());
    }
    let names = |ids: Vec<RecordId>| {
        let names: Vec<String> = ids.iter().map(|id| crate::answers::interview_name(seen, *id)).collect();
        names.join(", ")
    };
    if !grid.left_out.is_empty() {
        return Err(ClaimProblem::OrderLeavesOut { interviews: names(grid.left_out.clone()) }.into());
    }
    let open = unfinished_within(seen, claiming, grid, last)?;
    if !open.is_empty() {
        return Err(ClaimProblem::Unfinished { interviews: names(open) }.into());
    }
    let rounds = seen.rounds().into_iter().filter(|round| round.sealed);
    let sealed = rounds.flat_map(|round| round.interviews);
    let sealed: Vec<RecordId> =
        sealed.filter(|id| grid.counted.iter().any(|one| one.interview == *id)).collect();
    if !sealed.is_empty() {
        return Err(ClaimProblem::Sealed { interviews: names(sealed) }.into());
    }
    Ok(())
}

/// The interviews still being coded, or read by nobody, that stand among those that a claim covers.
fn unfinished_within(
    seen: &Seen<'_>,
    claiming: &Claiming,
    grid: &Grid,
    last: usize,
) -> Result<Vec<RecordId>, Failure> {
    let with = Asked { with_unfinished: true, as_coded: false, ..claiming.asked.clone() };
    let all = Grid::gather(seen, &with)?;
    let end = grid.counted.get(last.saturating_sub(1)).map(|one| one.interview);
    let place = all.counted.iter().position(|one| Some(one.interview) == end).unwrap_or_default();
    let open = all.counted.iter().take(place).filter(|one| !one.finished).map(|one| one.interview);
    let mut open: Vec<RecordId> = open.collect();
    if claiming.asked.order == Order::Date {
        let day =
            |id: RecordId| seen.interview(id).and_then(|one| one.facts.and_then(|facts| facts.date.clone()));
        let until = end.and_then(day);
        let before =
            |id: &&RecordId| day(**id).is_some_and(|day| until.as_ref().is_some_and(|end| day < *end));
        open.extend(grid.not_read.iter().filter(before).copied());
    }
    Ok(open)
}

fn figures(seen: &Seen<'_>, claiming: &Claiming, grid: &Grid) -> ClaimFigures {
    let place: BTreeMap<RecordId, u32> = (0u32..).zip(&grid.codes).map(|(at, code)| (*code, at)).collect();
    let orders = try_orders(&grid.incidence(), &claiming.guest, &[claiming.claim], DRAWS, SEED);
    let one = |counted: &super::Counted| {
        let interview = seen.interview(counted.interview);
        let facts = interview.as_ref().and_then(|interview| interview.facts);
        let mut codes: Vec<u32> = counted.codes.iter().filter_map(|code| place.get(code).copied()).collect();
        codes.sort_unstable();
        ClaimedInterview {
            interview: counted.interview,
            codes,
            confirming: counted.confirming,
            date: facts.and_then(|facts| facts.date.clone()),
            finished: interview.and_then(|interview| finished_at(seen, &interview, claiming)),
            codings: seen.codings_digest(counted.interview, &claiming.asked.basis),
        }
    };
    ClaimFigures {
        interviews: grid.counted.iter().map(one).collect(),
        codes: grid.codes.clone(),
        orders_holding: orders.claims.first().copied().unwrap_or_default(),
        orders: orders.orders,
        seed: (!orders.exhaustive).then_some(SEED),
    }
}

/// When the coding of an interview was declared finished, by the clock of whoever declared it.
pub(crate) fn finished_at(
    seen: &Seen<'_>,
    interview: &model::study::Interview<'_>,
    claiming: &Claiming,
) -> Option<Timestamp> {
    match super::then::hand(seen, interview, &claiming.asked.basis) {
        Hand::Coders(coders) => {
            let of = interview.finished.iter().filter(|(coder, _)| coders.contains(coder));
            of.map(|(_, at)| *at).max()
        }
        Hand::Agreed => match seen.record(interview.id)?.value(Group::InterviewReconciled)? {
            Value::InterviewReconciled(body) => Some(body.at),
            _ => None,
        },
    }
}

/// What is said of each category, with the notes on the search for negative cases.
fn categories(seen: &Seen<'_>) -> (Vec<ClaimedCategory>, Vec<String>) {
    let nodes: Vec<_> = seen.codes().into_iter().filter(|node| !node.deleted).collect();
    let evidence: BTreeMap<RecordId, Vec<model::study::Evidence<'_>>> =
        seen.evidence_of_codes().into_iter().collect();
    let (mut found, mut notes) = (Vec::new(), Vec::new());
    for node in nodes.iter().filter(|node| node.level.is_category()) {
        let below = seen.code_with_descendants(node.id);
        let is_property =
            |other: &&&model::study::CodeNode| other.level == Level::Property && below.contains(&other.id);
        let (density, enriched_by) = seen.density(node.id);
        let search = seen.negative_search(node.id);
        let against = below.iter().filter_map(|code| evidence.get(code)).flatten();
        let mut negative: Vec<RecordId> =
            against.filter(|one| one.stance == Stance::Contradicts).map(|one| one.coding).collect();
        negative.sort_unstable();
        negative.dedup();
        notes.push(search.map_or_else(String::new, |search| search.note.clone()));
        found.push(ClaimedCategory {
            category: node.id,
            density,
            enriched_by,
            searched: search.is_some_and(|search| search.searched),
            properties: u32::try_from(nodes.iter().filter(is_property).count()).unwrap_or(u32::MAX),
            negative,
        });
    }
    (found, notes)
}

/// Whether a claim's digest comes out again from the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reproduced {
    /// The same digest: whoever has the file can compute the claim again.
    Same,
    /// What is stored says something else than its digest: it was altered.
    Altered,
    /// From the same operations something else comes out.
    Other(Digest),
    /// The operations that it rests on are not all here, or some were purged.
    Unknown,
}

impl Engine {
    /// The state of the study as it is now.
    #[must_use]
    pub fn frontier(&self) -> Frontier {
        let done = self.history().iter().map(|line| (line.op, line.author, line.lamport));
        if self.review_copy_for().is_none() {
            return Frontier::of(done);
        }
        // A copy for a director holds no journal: the state it shows is that of its versions.
        let seen = self.seen();
        let records = model::value::Kind::ALL.iter().flat_map(|kind| seen.records_of(*kind));
        let versions = records.flat_map(|(_, record)| record.fields().flat_map(|(_, one)| one.versions()));
        let given = versions.map(|version| (version.stamp.op, version.author, version.stamp.lamport));
        Frontier::of(given.chain(done).collect::<std::collections::BTreeSet<_>>())
    }

    /// The study as it was in a state; `None` where the operations of that state are not exactly here.
    #[must_use]
    pub fn study_in(&self, state: &Frontier) -> Option<model::study::Study> {
        let lines = self.history();
        let of = |line: &&store::LogLine| state.holds(line.author, line.lamport);
        let chosen: Vec<&store::LogLine> = lines.iter().filter(of).collect();
        let found = Frontier::of(chosen.iter().map(|line| (line.op, line.author, line.lamport)));
        let kept: std::collections::HashSet<model::OpId> = if found.is(state) {
            chosen.iter().map(|line| line.op).collect()
        } else {
            // One person at work on two copies: in the file where it was made, it is what came first.
            let first = lines.iter().take(usize::try_from(state.ops).unwrap_or(usize::MAX));
            let first: Vec<&store::LogLine> = first.collect();
            let found = Frontier::of(first.iter().map(|line| (line.op, line.author, line.lamport)));
            if !found.is(state) {
                return None;
            }
            first.iter().map(|line| line.op).collect()
        };
        Some(self.study.among(|op| kept.contains(&op)))
    }

    /// Computes a claim again from the operations that it rests on.
    ///
    /// # Errors
    /// When there is no such claim, or it was not made yet.
    pub fn reproduce(&self, claim: RecordId) -> Result<Reproduced, Failure> {
        let seen = self.seen();
        let known = seen.claim(claim).ok_or(Failure::Deleted { record: claim })?;
        let frozen = known.frozen.ok_or(ClaimProblem::NotMade)?;
        if model::claim::digest(claim, frozen) != frozen.digest {
            return Ok(Reproduced::Altered);
        }
        let Some(study) = self.study_in(&frozen.rests_on) else { return Ok(Reproduced::Unknown) };
        let then = study.seen_by(Lens::Member(frozen.author));
        let method = then.study_facts().map(|facts| facts.method).unwrap_or_default();
        let claiming = Claiming::of(&frozen.terms, &frozen.figures.interviews, method);
        let making = Making {
            claim,
            argument: frozen.argument.clone(),
            author: frozen.author,
            at: frozen.at,
            rests_on: frozen.rests_on.clone(),
        };
        Ok(match freeze(&then, &claiming, making) {
            Ok(again) if again.digest == frozen.digest => Reproduced::Same,
            Ok(again) => Reproduced::Other(again.digest),
            Err(_) => Reproduced::Unknown,
        })
    }
}

/// The interviews of the curve that were left out meanwhile, or came back.
pub(super) fn is_included(seen: &Seen<'_>, interview: RecordId) -> bool {
    seen.interview(interview).is_some_and(|one| one.status == Inclusion::Included)
}

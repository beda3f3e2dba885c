//! Evidence of saturation.

use super::basis::BasisAnswer;
use super::measures::Measures;
use super::{code_path, interview_name};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::saturation::{Asked, Grid};
use measure::saturation::{
    Claim, ClaimStatus, Curve, Guest, Incidence, NotAssessable, Orders, Richness, Stopping, expected_curve,
    rarefied_deviation, try_orders, upper_probability,
};
use model::RecordId;
use model::study::Seen;
use serde::Serialize;
use std::collections::BTreeMap;

pub use crate::saturation::freeze::{DRAWS, SEED};

/// The rules to apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// Base, run and threshold.
    pub guest: Guest,
    /// Initial sample and stopping criterion.
    pub stopping: Stopping,
    /// Claims to hold against the curve.
    pub claims: Vec<Claim>,
}

/// Evidence of saturation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SaturationAnswer {
    /// Whose codings.
    pub basis: BasisAnswer,
    /// The level of the code book.
    pub level: &'static str,
    /// `date`, `coding` or `list`.
    pub ordered_by: &'static str,
    /// `final` for the code book as it is now, `as_coded` for each interview as it was coded at the time.
    pub coded: &'static str,
    /// The interviews, in order.
    pub order: Vec<String>,
    /// Codes met for the first time in each.
    pub new: Vec<u64>,
    /// Codes met so far after each.
    pub cumulative: Vec<u64>,
    /// Codes of each.
    pub per_interview: Vec<u64>,
    /// The new codes of each, by path.
    pub new_codes: Vec<Vec<String>>,
    /// The grid: each code with the interviews that it is in, counted from 1.
    pub grid: Vec<GridRow>,
    /// Interviews held to confirm.
    pub confirming: Vec<String>,
    /// Interviews that were left out of the analysis.
    pub excluded: Vec<String>,
    /// How many were withdrawn from the study with their words: they have no name any more.
    pub withdrawn: usize,
    /// Codes created, merged or split after interviews were finished that they are found in.
    pub later: Vec<LaterAnswer>,
    /// Analysed interviews whose coding is not finished.
    pub unfinished: Vec<String>,
    /// True where those are counted all the same.
    pub unfinished_counted: bool,
    /// Analysed interviews that nobody of the basis has read.
    pub not_read: Vec<String>,
    /// Interviews that are counted and have no date.
    pub undated: Vec<String>,
    /// Interviews that are counted and were held on the same day, day after day: no date orders them.
    pub same_day: Vec<Vec<String>>,
    /// Codings below no code of the level; they are not counted.
    pub outside_level: usize,
    /// Guest, Namey & Chen 2020.
    pub guest: GuestAnswer,
    /// Francis et al. 2010.
    pub francis: FrancisAnswer,
    /// The first interview after which 90 % and 100 % of all codes were met.
    pub first_with_percent: BTreeMap<String, Option<usize>>,
    /// What other orders of the interviews would have said; null without interviews.
    pub order_sensitivity: Option<OrderAnswer>,
    /// At least so many codes.
    pub chao2: Chao2Answer,
    /// The share of code mentions that the codes seen cover.
    pub coverage: Option<f64>,
    /// New codes expected in the next interview.
    pub expected_next: Option<f64>,
    /// Other estimates, with the reasons of those that are undefined.
    pub estimates: Measures,
    /// Codes in a single interview.
    pub singletons: Vec<String>,
    /// How many codes are in exactly two.
    pub doubletons: usize,
    /// Mean and standard deviation of the number of codes over all choices of 1, 2… interviews.
    pub rarefied: Vec<(f64, f64)>,
    /// Codes expected after so many more interviews.
    pub extrapolated: BTreeMap<u64, Option<f64>>,
    /// The interview where each code is met for the third time.
    pub third_occurrence: BTreeMap<String, Option<usize>>,
    /// The claims.
    pub claims: Vec<ClaimAnswer>,
}

/// One code of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GridRow {
    /// The code.
    pub id: RecordId,
    /// Its path; its last name where it is in the tree no more.
    pub code: String,
    /// The interviews, counted from 1.
    pub interviews: Vec<usize>,
}

/// A change of the code book that came after interviews were finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LaterAnswer {
    /// `created`, `merged` or `split`.
    pub kind: &'static str,
    /// The code.
    pub code: String,
    /// For a merge: into which.
    pub into: Option<String>,
    /// When.
    pub at: String,
    /// How many interviews of the curve were finished by then.
    pub after: usize,
}

/// Base, run and threshold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuestAnswer {
    /// Interviews of the base.
    pub base: usize,
    /// Interviews of a run.
    pub run: usize,
    /// Percent of the base's codes.
    pub threshold_percent: f64,
    /// `reached`, `not_reached` or `not_assessable`.
    pub status: &'static str,
    /// Why it cannot be assessed.
    pub reason: Option<String>,
    /// Codes of the base.
    pub base_codes: Option<u64>,
    /// The last interview before the run that reached it.
    pub saturation_at: Option<usize>,
    /// The last interview of that run.
    pub completed: Option<usize>,
    /// Every run.
    pub ratios: Vec<RunAnswer>,
}

/// One run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RunAnswer {
    /// Its first and last interview.
    pub interviews: (usize, usize),
    /// New codes.
    pub new: u64,
    /// Percent of the base's codes.
    pub percent: f64,
}

/// Initial sample and stopping criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrancisAnswer {
    /// Interviews of the initial sample.
    pub initial: usize,
    /// Interviews in a row without anything new.
    pub stop: usize,
    /// `reached`, `not_reached` or `not_assessable`.
    pub status: &'static str,
    /// Why it cannot be assessed.
    pub reason: Option<String>,
    /// The last of the interviews without anything new.
    pub stop_at: Option<usize>,
    /// The last interview with a new code.
    pub last_new: Option<usize>,
}

/// What the rules say of a curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RulesAnswer {
    /// Guest, Namey & Chen 2020.
    pub guest: GuestAnswer,
    /// Francis et al. 2010.
    pub francis: FrancisAnswer,
}

impl RulesAnswer {
    pub(super) fn of(guest: &Guest, stopping: Stopping, curve: &Curve) -> RulesAnswer {
        RulesAnswer { guest: self::guest(guest, curve), francis: francis(stopping, curve) }
    }
}

/// Other orders of the interviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrderAnswer {
    /// How many orders were looked at.
    pub orders: u64,
    /// True where these are all there are.
    pub exhaustive: bool,
    /// The seed that the orders follow from, where not all were tried.
    pub seed: Option<u64>,
    /// In how many of them the rule of base and run is reached at which interview; `never` for not reached.
    pub guest: BTreeMap<String, u64>,
}

/// A lower bound of the number of codes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chao2Answer {
    /// Codes seen.
    pub observed: usize,
    /// The 95 % interval.
    pub ci95: Option<(f64, f64)>,
    /// The estimate, its bias-corrected form, its standard error.
    #[serde(flatten)]
    pub measures: Measures,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClaimAnswer {
    /// The interview after which nothing new is said to have come.
    pub at: usize,
    /// How many more are said to confirm it.
    pub confirm: usize,
    /// `holds`, `contradicted` or `not_assessable`.
    pub status: &'static str,
    /// Why it cannot be assessed.
    pub reason: Option<String>,
    /// New codes in each confirming interview.
    pub new_after: Vec<u64>,
    /// New codes in the interview itself.
    pub new_at: Option<u64>,
    /// New codes after the confirming interviews.
    pub later_new: Option<u64>,
    /// Codes met up to the interview.
    pub codes_at: Option<u64>,
    /// Their share of all codes.
    pub share_of_final_codes: Option<f64>,
    /// So high a probability of something new in the next interview is not excluded at 95 %.
    pub upper95_probability_next_interview_new: Option<f64>,
    /// The share of orders of the interviews in which the claim holds.
    pub share_of_orders_where_it_holds: Option<f64>,
}

/// The evidence of saturation.
///
/// # Errors
/// When the study has no such level, or an order names an interview that does not count.
pub fn saturation(engine: &Engine, asked: &Asked, rules: &Rules) -> Result<SaturationAnswer, Failure> {
    let seen = engine.seen();
    let grid = Grid::gather(&seen, asked)?;
    Ok(of_grid(engine, &seen, asked, rules, &grid, true))
}

/// The evidence of a grid; without `orders`, other orders of the interviews are not tried.
pub(crate) fn of_grid(
    engine: &Engine,
    seen: &Seen<'_>,
    asked: &Asked,
    rules: &Rules,
    grid: &Grid,
    orders: bool,
) -> SaturationAnswer {
    let incidence = grid.incidence();
    let curve = incidence.curve();
    let orders = match orders {
        true => try_orders(&incidence, &rules.guest, &rules.claims, DRAWS, SEED),
        false => try_orders(&Incidence::new(Vec::new()), &rules.guest, &[], 0, SEED),
    };
    let richness = Richness::new(incidence.interviews() as u64, &incidence.frequencies());
    let names = |ids: &[RecordId]| ids.iter().map(|id| interview_name(seen, *id)).collect::<Vec<String>>();
    let order: Vec<RecordId> = grid.counted.iter().map(|counted| counted.interview).collect();
    let confirming = grid.counted.iter().filter(|counted| counted.confirming);
    let confirming: Vec<RecordId> = confirming.map(|counted| counted.interview).collect();
    SaturationAnswer {
        basis: BasisAnswer::of(seen, &asked.basis),
        level: asked.level.as_str(),
        ordered_by: asked.order.as_str(),
        coded: if asked.as_coded { "as_coded" } else { "final" },
        order: names(&order),
        new: curve.new.clone(),
        cumulative: curve.cumulative.clone(),
        per_interview: curve.per_interview.clone(),
        new_codes: new_codes(seen, grid),
        grid: grid_rows(seen, grid),
        confirming: names(&confirming),
        excluded: names(&grid.excluded).into_iter().filter(|name| !name.is_empty()).collect(),
        withdrawn: names(&grid.excluded).iter().filter(|name| name.is_empty()).count(),
        later: later(engine, seen, grid),
        unfinished: names(&grid.unfinished),
        unfinished_counted: asked.with_unfinished,
        not_read: names(&grid.not_read),
        undated: names(&grid.undated),
        same_day: same_day(order.iter().filter_map(|id| {
            let date = seen.interview(*id)?.facts?.date.clone()?;
            Some((date, interview_name(seen, *id)))
        })),
        outside_level: grid.outside,
        guest: guest(&rules.guest, &curve),
        francis: francis(rules.stopping, &curve),
        first_with_percent: [90, 100].map(|of| (of.to_string(), curve.first_with_percent(of))).into(),
        order_sensitivity: order_sensitivity(&orders),
        chao2: chao2(&richness),
        coverage: richness.coverage().ok(),
        expected_next: richness.expected_next().ok(),
        estimates: estimates(&richness),
        singletons: met(seen, grid, &incidence, |times| times == 1),
        doubletons: richness.seen_in_exactly(2),
        rarefied: rarefied(&richness, &incidence),
        extrapolated: extrapolated(&richness),
        third_occurrence: third_occurrence(seen, grid, &incidence),
        claims: claims(&rules.claims, &curve, &orders),
    }
}

/// The names of those that share their day with another, day after day.
pub(crate) fn same_day(dated: impl Iterator<Item = (String, String)>) -> Vec<Vec<String>> {
    let mut days: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (day, name) in dated {
        days.entry(day).or_default().push(name);
    }
    days.into_values().filter(|names| names.len() > 1).collect()
}

/// The path of a code; the last name of one that is in the tree no more, as a merge leaves it.
pub(crate) fn code_name(seen: &Seen<'_>, code: RecordId) -> String {
    match seen.resolve(code) == code {
        true => Some(code_path(seen, code)).filter(|path| !path.is_empty()),
        false => None,
    }
    .unwrap_or_else(|| seen.own_name(code).to_owned())
}

fn grid_rows(seen: &Seen<'_>, grid: &Grid) -> Vec<GridRow> {
    let mut rows: BTreeMap<RecordId, Vec<usize>> = BTreeMap::new();
    for (place, counted) in grid.counted.iter().enumerate() {
        for code in &counted.codes {
            rows.entry(*code).or_default().push(place + 1);
        }
    }
    let row = |id: &RecordId| GridRow {
        id: *id,
        code: code_name(seen, *id),
        interviews: rows.get(id).cloned().unwrap_or_default(),
    };
    grid.codes.iter().map(row).collect()
}

fn later(engine: &Engine, seen: &Seen<'_>, grid: &Grid) -> Vec<LaterAnswer> {
    let times: std::collections::HashMap<model::OpId, model::Timestamp> =
        engine.history().iter().map(|line| (line.op, line.at)).collect();
    let one = |later: crate::saturation::later::Later| LaterAnswer {
        kind: later.kind.as_str(),
        code: code_name(seen, later.code),
        into: later.into.map(|into| code_name(seen, into)),
        at: times.get(&later.stamp.op).map_or_else(String::new, |at| super::instant(*at)),
        after: later.after,
    };
    crate::saturation::later::later(engine, seen, grid).into_iter().map(one).collect()
}

fn new_codes(seen: &Seen<'_>, grid: &Grid) -> Vec<Vec<String>> {
    let mut known = std::collections::BTreeSet::new();
    let mut new = |codes: &[RecordId]| {
        let first = codes.iter().filter(|code| known.insert(**code));
        first.map(|code| code_name(seen, *code)).collect::<Vec<String>>()
    };
    grid.counted.iter().map(|counted| new(&counted.codes)).collect()
}

fn status<T>(reached: Result<Option<T>, NotAssessable>) -> (&'static str, Option<String>, Option<T>) {
    match reached {
        Ok(Some(found)) => ("reached", None, Some(found)),
        Ok(None) => ("not_reached", None, None),
        Err(reason) => ("not_assessable", Some(reason.to_string()), None),
    }
}

fn guest(rule: &Guest, curve: &Curve) -> GuestAnswer {
    let found = rule.apply(curve);
    let (status, reason, reached) = status(found.reached);
    let ratios = found.runs.iter().map(|run| RunAnswer {
        interviews: (run.from, run.to),
        new: run.new,
        percent: run.percent,
    });
    GuestAnswer {
        base: rule.base,
        run: rule.run,
        threshold_percent: rule.threshold_percent,
        status,
        reason,
        base_codes: found.base_codes,
        saturation_at: reached.map(|reached| reached.saturation_at),
        completed: reached.map(|reached| reached.completed),
        ratios: ratios.collect(),
    }
}

fn francis(rule: Stopping, curve: &Curve) -> FrancisAnswer {
    let found = rule.apply(curve);
    let (status, reason, stopped) = status(found.reached);
    FrancisAnswer {
        initial: rule.initial,
        stop: rule.stop,
        status,
        reason,
        stop_at: stopped.map(|stopped| stopped.stop_at),
        last_new: found.last_new,
    }
}

fn order_sensitivity(orders: &Orders) -> Option<OrderAnswer> {
    let label = |at: &Option<usize>| at.map_or_else(|| "never".to_owned(), |at| at.to_string());
    (orders.orders > 0).then(|| OrderAnswer {
        orders: orders.orders,
        exhaustive: orders.exhaustive,
        seed: (!orders.exhaustive).then_some(SEED),
        guest: orders.guest.iter().map(|(at, orders)| (label(at), *orders)).collect(),
    })
}

fn chao2(richness: &Richness) -> Chao2Answer {
    Chao2Answer {
        observed: richness.observed(),
        ci95: richness.chao2_interval().ok(),
        measures: Measures(vec![
            ("estimate", richness.chao2()),
            ("bias_corrected", richness.chao2_bias_corrected()),
            ("standard_error", richness.chao2_error()),
        ]),
    }
}

fn estimates(richness: &Richness) -> Measures {
    Measures(vec![
        ("coverage", richness.coverage()),
        ("completeness", richness.completeness()),
        ("expected_next", richness.expected_next()),
        ("jackknife1", richness.jackknife1()),
        ("jackknife2", richness.jackknife2()),
        ("bootstrap", richness.bootstrap()),
    ])
}

/// The codes that are in so many interviews, by path.
fn met(seen: &Seen<'_>, grid: &Grid, incidence: &Incidence, times: impl Fn(u64) -> bool) -> Vec<String> {
    let frequencies = incidence.frequencies();
    let codes = grid.codes.iter().zip(frequencies).filter(|(_, frequency)| times(*frequency));
    codes.map(|(code, _)| code_name(seen, *code)).collect()
}

fn rarefied(richness: &Richness, incidence: &Incidence) -> Vec<(f64, f64)> {
    let deviations = rarefied_deviation(incidence);
    expected_curve(richness).into_iter().zip(deviations).collect()
}

/// After one, two, five more interviews, and after as many again.
fn extrapolated(richness: &Richness) -> BTreeMap<u64, Option<f64>> {
    [1, 2, 5, richness.interviews().max(1)].map(|more| (more, richness.extrapolated(more).ok())).into()
}

fn third_occurrence(seen: &Seen<'_>, grid: &Grid, incidence: &Incidence) -> BTreeMap<String, Option<usize>> {
    let third = incidence.nth_occurrence(3);
    grid.codes.iter().zip(third).map(|(code, at)| (code_name(seen, *code), at)).collect()
}

fn claims(claims: &[Claim], curve: &Curve, orders: &Orders) -> Vec<ClaimAnswer> {
    let answer = |(place, claim): (usize, &Claim)| {
        let found = claim.check(curve);
        let holds = found.status == ClaimStatus::Holds;
        ClaimAnswer {
            at: claim.at,
            confirm: claim.confirm,
            status: match found.status {
                ClaimStatus::Holds => "holds",
                ClaimStatus::Contradicted => "contradicted",
                ClaimStatus::NotAssessable => "not_assessable",
            },
            reason: claim.assessable(curve).err().map(|reason| reason.to_string()),
            new_after: found.new_after,
            new_at: found.new_at,
            later_new: found.later_new,
            codes_at: found.codes_at,
            share_of_final_codes: found.share_of_final.ok(),
            upper95_probability_next_interview_new: upper_probability(claim.confirm).ok().filter(|_| holds),
            share_of_orders_where_it_holds: orders
                .share(place)
                .ok()
                .filter(|_| found.status != ClaimStatus::NotAssessable),
        }
    };
    claims.iter().enumerate().map(answer).collect()
}

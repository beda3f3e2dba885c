//! Saturation: curves, rules, claims, orders, estimators.

use super::{Keys, list, name, number, part, whole};
use measure::Measured;
use measure::saturation::{
    Claim, ClaimStatus, Curve, Guest, GuestStatus, Incidence, NotAssessable, Richness, Stopping,
    expected_codes, interviews_for_95, probability_seen, rarefied_deviation, try_orders, upper_probability,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Orders where not all are tried, and the seed they follow from.
const DRAWS: u64 = 10_000;
const SEED: u64 = 1;

/// The parameters of a case.
#[derive(Default)]
struct Params {
    guest: Vec<Guest>,
    stopping: Vec<Stopping>,
    claims: Vec<Claim>,
}

fn params(data: &Value) -> Result<Params, String> {
    let rows = |key: &str| data.get("params").and_then(|params| params.get(key)).and_then(Value::as_array);
    let at = |row: &Value, place: usize| {
        let value = row.get(place).ok_or("a parameter is missing")?;
        usize::try_from(whole(value)?).map_err(|error| error.to_string())
    };
    let mut params = Params::default();
    for row in rows("guest").into_iter().flatten() {
        let threshold_percent = row.get(2).and_then(Value::as_f64).ok_or("a threshold is missing")?;
        params.guest.push(Guest { base: at(row, 0)?, run: at(row, 1)?, threshold_percent });
    }
    for row in rows("stopping").into_iter().flatten() {
        params.stopping.push(Stopping { initial: at(row, 0)?, stop: at(row, 1)? });
    }
    for row in rows("claims").into_iter().flatten() {
        params.claims.push(Claim { at: at(row, 0)?, confirm: at(row, 1)? });
    }
    Ok(params)
}

pub fn new_codes(data: &Value) -> Result<Keys, String> {
    let new = list(data, "new_codes")?.iter().map(whole).collect::<Result<Vec<_>, _>>()?;
    Ok(curve_keys(&Curve::new(new), &params(data)?))
}

fn curve_keys(curve: &Curve, params: &Params) -> Keys {
    let mut keys = Keys::new();
    keys.insert("new_codes".into(), json!(curve.new));
    keys.insert("cumulative".into(), json!(curve.cumulative));
    keys.insert("guest".into(), params.guest.iter().map(|guest| guest_value(guest, curve)).collect());
    keys.insert("stopping".into(), params.stopping.iter().map(|rule| stopping_value(rule, curve)).collect());
    keys.insert("first_interview_with_90_percent".into(), json!(curve.first_with_percent(90)));
    keys.insert("first_interview_with_100_percent".into(), json!(curve.first_with_percent(100)));
    keys
}

fn guest_value(guest: &Guest, curve: &Curve) -> Value {
    let GuestStatus { base_codes, runs, reached } = guest.apply(curve);
    let (status, reason) = status(&reached);
    let found = reached.ok().flatten();
    // Where the rule cannot be applied, what was completed is the interviews there are.
    let completed = match reached {
        Err(_) => Some(curve.interviews()),
        Ok(found) => found.map(|found| found.completed),
    };
    let mut value = json!({
        "base": guest.base, "run": guest.run, "threshold_percent": plain(guest.threshold_percent),
        "status": status, "reason": reason,
    });
    if let Some(base_codes) = base_codes {
        value["base_codes"] = base_codes.into();
    }
    value["saturation_at"] = json!(found.map(|found| found.saturation_at));
    value["completed"] = json!(completed);
    let ratios = runs
        .iter()
        .map(|run| json!({"interviews": [run.from, run.to], "new": run.new, "percent": run.percent}));
    value["ratios"] = ratios.collect();
    value
}

fn status<T>(reached: &Result<Option<T>, NotAssessable>) -> (&'static str, Option<String>) {
    match reached {
        Ok(Some(_)) => ("reached", None),
        Ok(None) => ("not_reached", None),
        Err(reason) => ("not_assessable", Some(reason.to_string())),
    }
}

/// A threshold as it was written: 5, not 5.0.
fn plain(percent: f64) -> Value {
    format!("{percent}").parse::<u64>().map_or_else(|_| percent.into(), Value::from)
}

fn stopping_value(rule: &Stopping, curve: &Curve) -> Value {
    let found = rule.apply(curve);
    let (status, _) = status(&found.reached);
    let stop_at = found.reached.ok().flatten().map(|stopped| stopped.stop_at);
    json!({
        "initial": rule.initial, "stop": rule.stop, "status": status,
        "stop_at": stop_at, "last_new": found.last_new,
    })
}

pub fn incidence(data: &Value) -> Result<Keys, String> {
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    let mut interviews = Vec::new();
    for interview in list(data, "codes_by_interview")? {
        let mut found = Vec::new();
        for code in interview.as_array().ok_or("an interview is not a list")? {
            let next = codes.len();
            found.push(*codes.entry(name(code)?).or_insert(next));
        }
        interviews.push(found);
    }
    let params = params(data)?;
    let incidence = Incidence::new(interviews);
    let curve = incidence.curve();
    let mut keys = curve_keys(&curve, &params);
    keys.insert("codes_per_interview".into(), json!(curve.per_interview));
    keys.insert("proportion_new".into(), curve.share_new().into_iter().map(number).collect());
    let third = incidence.nth_occurrence(3);
    let third = codes.iter().map(|(code, place)| (code.clone(), json!(third[*place])));
    keys.insert("third_occurrence".into(), Value::Object(third.collect()));
    let richness = Richness::new(incidence.interviews() as u64, &incidence.frequencies());
    keys.insert("frequency".into(), frequency_or_null(&richness, &Shape::List));
    keys.insert("rarefied_sd".into(), json!(rarefied_deviation(&incidence)));
    add_orders(&mut keys, &incidence, &curve, &params);
    Ok(keys)
}

fn add_orders(keys: &mut Keys, incidence: &Incidence, curve: &Curve, params: &Params) {
    let guest = params.guest.first().copied();
    let rule = guest.unwrap_or(Guest { base: 4, run: 2, threshold_percent: 5.0 });
    let orders = try_orders(incidence, &rule, &params.claims, DRAWS, SEED);
    let claims = params.claims.iter().enumerate();
    let claims = claims.map(|(place, claim)| claim_value(claim, curve, orders.share(place)));
    keys.insert("claims".into(), claims.collect());
    if guest.is_some() && orders.orders > 0 {
        let label = |at: &Option<usize>| at.map_or_else(|| "None".to_owned(), |at| at.to_string());
        let counts: Map<String, Value> =
            orders.guest.iter().map(|(at, orders)| (label(at), json!(orders))).collect();
        let value = json!({
            "guest": [rule.base, rule.run, plain(rule.threshold_percent)],
            "orders": orders.orders, "counts": counts,
        });
        keys.insert("order_sensitivity".into(), value);
    }
}

fn claim_value(claim: &Claim, curve: &Curve, share: Measured) -> Value {
    let found = claim.check(curve);
    let status = match found.status {
        ClaimStatus::Holds => "holds",
        ClaimStatus::Contradicted => "contradicted",
        ClaimStatus::NotAssessable => "not_assessable",
    };
    let excluded = match found.status {
        ClaimStatus::Holds => number(upper_probability(claim.confirm)),
        _ => Value::Null,
    };
    json!({
        "at": claim.at, "confirm": claim.confirm, "status": status, "new_after": found.new_after,
        "new_at_k": found.new_at, "later_new": found.later_new, "codes_at_k": found.codes_at,
        "share_of_final_codes": number(found.share_of_final),
        "upper95_probability_next_interview_new": excluded,
        "share_of_orders_where_it_holds": number(share),
    })
}

/// How values for 1, 2, 3… interviews are laid out.
enum Shape {
    List,
    ByNumber,
}

fn frequency_or_null(richness: &Richness, shape: &Shape) -> Value {
    if richness.interviews() == 0 { Value::Null } else { Value::Object(frequency_keys(richness, shape)) }
}

pub fn frequency(data: &Value) -> Result<Keys, String> {
    let frequencies =
        list(data, "incidence_frequencies")?.iter().map(whole).collect::<Result<Vec<_>, _>>()?;
    let richness = Richness::new(whole(part(data, "T")?)?, &frequencies);
    Ok(frequency_keys(&richness, &Shape::ByNumber))
}

fn frequency_keys(richness: &Richness, shape: &Shape) -> Keys {
    let mut keys = Keys::new();
    keys.insert("T".into(), richness.interviews().into());
    keys.insert("observed".into(), richness.observed().into());
    keys.insert("total_incidences".into(), richness.incidences().into());
    keys.insert("Q1".into(), richness.seen_in_exactly(1).into());
    keys.insert("Q2".into(), richness.seen_in_exactly(2).into());
    keys.insert("chao2_bc".into(), number(richness.chao2_bias_corrected()));
    keys.insert("chao2".into(), number(richness.chao2()));
    keys.insert("chao2_se".into(), number(richness.chao2_error()));
    let interval = richness.chao2_interval().map_or(Value::Null, |(low, high)| json!([low, high]));
    keys.insert("chao2_ci95".into(), interval);
    keys.insert("coverage".into(), number(richness.coverage()));
    keys.insert("completeness".into(), number(richness.completeness()));
    keys.insert("expected_new_codes_in_next_interview".into(), number(richness.expected_next()));
    keys.insert("jackknife1".into(), number(richness.jackknife1()));
    keys.insert("jackknife2".into(), number(richness.jackknife2()));
    keys.insert("bootstrap_richness".into(), number(richness.bootstrap()));
    let more = 1..=(2 * richness.interviews()).max(10);
    let extrapolated = more.map(|more| (more.to_string(), number(richness.extrapolated(more))));
    keys.insert("extrapolated".into(), Value::Object(extrapolated.collect()));
    keys.insert("rarefied".into(), shape.of(richness, |t| expected_codes(richness, t).into()));
    keys.insert("coverage_rarefied".into(), shape.of(richness, |t| number(richness.coverage_of(t))));
    keys
}

impl Shape {
    fn of(&self, richness: &Richness, value: impl Fn(u64) -> Value) -> Value {
        let interviews = 1..=richness.interviews();
        match self {
            Shape::List => interviews.map(value).collect(),
            Shape::ByNumber => Value::Object(interviews.map(|t| (t.to_string(), value(t))).collect()),
        }
    }
}

pub fn detection(data: &Value) -> Result<Keys, String> {
    let mut rows = Vec::new();
    for row in list(data, "rows")? {
        let prevalence = row.get(0).and_then(Value::as_f64).ok_or("a prevalence is missing")?;
        let n = whole(row.get(1).unwrap_or(&Value::Null))?;
        let seen = probability_seen(prevalence, u32::try_from(n).unwrap_or(u32::MAX));
        let needed = interviews_for_95(prevalence).map_or(Value::Null, Value::from);
        rows.push(json!({
            "prevalence": prevalence, "n": n, "probability_seen": number(seen), "n_for_95_percent": needed,
        }));
    }
    Ok(Keys::from_iter([("rows".to_owned(), Value::Array(rows))]))
}

//! `saturation`: the curve of new codes, the rules, the orders, the estimates, the claims.

use super::{Outcome, basis, basis_line, level, n};
use crate::arguments::{ClaimTyped, CurveOptions, Saturation};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use workbench::answers::saturation::{ClaimAnswer, Rules, SaturationAnswer, saturation};
use workbench::names;
use workbench::saturation::{Asked, Claim, Guest, Order, Stopping};
use workbench::wording;

pub(super) fn guest_asked(typed: &CurveOptions) -> Guest {
    Guest { base: typed.base, run: typed.run, threshold_percent: typed.threshold.0 }
}

pub(super) fn stopping_asked(typed: &CurveOptions) -> Stopping {
    Stopping { initial: typed.initial, stop: typed.stop }
}

pub fn run(console: &Console, typed: &Saturation) -> Outcome {
    let project = Project::read(console, &typed.on)?;
    let asked = Asked {
        basis: basis(console, &project, &typed.basis)?,
        level: level(typed.level.level),
        order: order(&project, &typed.curve.order)?,
        with_unfinished: typed.include_unfinished,
        as_coded: typed.as_coded,
    };
    let claim = |claim: &ClaimTyped| Claim { at: claim.at, confirm: claim.confirm };
    let rules = Rules {
        guest: guest_asked(&typed.curve),
        stopping: stopping_asked(&typed.curve),
        claims: typed.claims.iter().map(claim).collect(),
    };
    let answer = project.told(saturation(&project.engine, &asked, &rules))?;
    console.answer(&answer, || text(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

pub(super) fn order(project: &Project, typed: &[String]) -> Result<Order, Problem> {
    match typed {
        [only] if only == "date" => Ok(Order::Date),
        [only] if only == "coding" => Ok(Order::Coding),
        list => {
            let seen = project.engine.seen();
            let found = list.iter().map(|name| names::interview(&seen, name)).collect::<Result<Vec<_>, _>>();
            Ok(Order::List(project.found(found)?))
        }
    }
}

fn text(console: &Console, method: Method, answer: &SaturationAnswer) -> String {
    let mut lines = vec![super::table_or_nothing(console, &curve(console, answer))];
    if !answer.order.is_empty() {
        lines.push(guest(console, answer));
        lines.push(francis(console, answer));
        lines.extend(orders(console, answer));
        lines.extend(answer.claims.iter().map(|one| claim(console, answer, one)));
        lines.extend(estimates(console, method, answer));
    }
    lines.extend(later(console, answer));
    lines.extend(left_out(console, answer));
    lines.push(basis_line(console, &answer.basis));
    lines.join("\n")
}

fn curve(console: &Console, answer: &SaturationAnswer) -> Table {
    let lang = console.lang;
    let mut table = Table::new()
        .number(i18n::column_order(lang))
        .text(i18n::column_interview(lang))
        .number(i18n::column_new(lang))
        .number(i18n::column_cumulative(lang))
        .text(i18n::column_new_list(lang));
    for (place, name) in answer.order.iter().enumerate() {
        table.row([
            (place + 1).to_string(),
            name.clone(),
            answer.new[place].to_string(),
            answer.cumulative[place].to_string(),
            wording::listed(lang, &answer.new_codes[place]),
        ]);
    }
    table
}

fn why(console: &Console, reason: Option<&str>) -> &'static str {
    i18n::saturation_why(console.lang, wording::why_word(reason))
}

fn guest(console: &Console, answer: &SaturationAnswer) -> String {
    let (lang, found) = (console.lang, &answer.guest);
    let (base, run) = (found.base.to_string(), found.run.to_string());
    let threshold = wording::threshold(lang, found.threshold_percent);
    match (found.status, found.saturation_at) {
        ("reached", Some(at)) => {
            i18n::saturation_guest_reached(lang, &at.to_string(), &base, &run, &threshold)
        }
        ("not_assessable", _) => {
            i18n::saturation_guest_not_assessable(lang, &base, &run, why(console, found.reason.as_deref()))
        }
        _ => i18n::saturation_guest_not_reached(lang, &base, &run, &threshold),
    }
}

fn francis(console: &Console, answer: &SaturationAnswer) -> String {
    let (lang, found) = (console.lang, &answer.francis);
    let (initial, stop) = (found.initial.to_string(), found.stop.to_string());
    match (found.status, found.stop_at) {
        ("reached", Some(at)) => i18n::saturation_francis_reached(lang, &at.to_string(), &initial, &stop),
        ("not_assessable", _) => {
            let why = why(console, found.reason.as_deref());
            i18n::saturation_francis_not_assessable(lang, &initial, &stop, why)
        }
        _ => i18n::saturation_francis_not_reached(lang, &initial, &stop),
    }
}

fn orders(console: &Console, answer: &SaturationAnswer) -> Option<String> {
    let found = answer.order_sensitivity.as_ref().filter(|_| answer.guest.status != "not_assessable")?;
    let never = found.guest.get("never").copied().unwrap_or_default();
    let orders = i64::try_from(found.orders).unwrap_or(i64::MAX);
    Some(i18n::saturation_orders(console.lang, orders, &share(console, found.orders - never, found.orders)))
}

/// Part of a whole, in percent.
#[allow(clippy::cast_precision_loss)] // a few thousand orders
fn share(console: &Console, part: u64, whole: u64) -> String {
    i18n::percent(console.lang, part as f64 / whole as f64, 0)
}

fn claim(console: &Console, answer: &SaturationAnswer, found: &ClaimAnswer) -> String {
    let lang = console.lang;
    let (at, confirm) = (found.at.to_string(), found.confirm.to_string());
    let percent =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| i18n::percent(lang, value, 0));
    let share = percent(found.share_of_orders_where_it_holds);
    match found.status {
        "holds" => {
            let upper = percent(found.upper95_probability_next_interview_new);
            i18n::saturation_claim_holds(lang, &at, &confirm, &share, &upper)
        }
        "contradicted" => {
            let what: Vec<String> = found.new_after.iter().map(ToString::to_string).collect();
            i18n::saturation_claim_contradicted(lang, &at, &confirm, &share, &what.join(" + "))
        }
        _ => {
            let why = wording::why_word(found.reason.as_deref());
            i18n::saturation_claim_not_assessable(lang, &at, &confirm, n(answer.order.len()), why)
        }
    }
}

fn estimates(console: &Console, method: Method, answer: &SaturationAnswer) -> Vec<String> {
    let lang = console.lang;
    let (level, method) = (answer.level, method.as_str());
    let mut lines = vec![i18n::saturation_singletons(lang, level, method, n(answer.singletons.len()))];
    let chao = answer.chao2.measures.of("estimate").ok();
    if let (Some(chao), Some(coverage), Some(next)) = (chao, answer.coverage, answer.expected_next) {
        let [chao, next] = [chao, next].map(|value| i18n::decimal(lang, value, 1));
        let coverage = i18n::percent(lang, coverage, 0);
        let level = i18n::level_many(lang, level, method);
        lines.push(i18n::saturation_estimates(lang, &chao, &coverage, level, &next));
        lines.push(i18n::saturation_caveat(lang).to_owned());
    } else {
        let word = if answer.chao2.observed == 0 { "coded" } else { "short" };
        lines.push(i18n::saturation_estimates_not_assessable(lang, i18n::saturation_why(lang, word)));
    }
    lines
}

/// Changes of the code book that came after interviews were finished, then how they were counted.
fn later(console: &Console, answer: &SaturationAnswer) -> Vec<String> {
    let lang = console.lang;
    let one = |later: &workbench::answers::saturation::LaterAnswer| {
        let day = later.at.get(..10).unwrap_or_default();
        wording::later(lang, later, day)
    };
    let mut lines: Vec<String> = answer.later.iter().map(one).collect();
    if answer.coded == "as_coded" {
        lines.push(i18n::saturation_as_coded(lang).to_owned());
    }
    lines
}

fn left_out(console: &Console, answer: &SaturationAnswer) -> Vec<String> {
    let lang = console.lang;
    let names = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
    let unfinished = names(&answer.unfinished).map(|names| match answer.unfinished_counted {
        true => i18n::saturation_unfinished_counted(lang, &names),
        false => i18n::saturation_unfinished(lang, &names),
    });
    let not_read = names(&answer.not_read).map(|names| i18n::saturation_not_read(lang, &names));
    let (undated, same_day) = (&answer.undated, &answer.same_day);
    let open = wording::open_order(lang, answer.ordered_by, answer.order.len(), undated, same_day);
    let withdrawn = (answer.withdrawn > 0).then(|| i18n::saturation_withdrawn(lang, n(answer.withdrawn)));
    let outside = (answer.outside_level > 0).then(|| i18n::saturation_outside(lang, n(answer.outside_level)));
    let excluded = names(&answer.excluded).map(|names| i18n::saturation_excluded(lang, &names));
    let confirming = names(&answer.confirming).map(|names| i18n::saturation_confirming(lang, &names));
    let told = [confirming, excluded, withdrawn, unfinished, not_read];
    told.into_iter().flatten().chain(open).chain(outside).collect()
}

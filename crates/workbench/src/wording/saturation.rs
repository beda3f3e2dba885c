//! What is said of saturation on the screen and on the sheet.

use crate::answers::saturation::{FrancisAnswer, GuestAnswer, LaterAnswer, SaturationAnswer};
use i18n::Lang;
use measure::saturation::NotAssessable;
use model::value::Method;

/// The word of the catalogue for why a rule or a claim cannot be assessed.
#[must_use]
pub fn why_word(reason: Option<&str>) -> &'static str {
    let is = |known: NotAssessable| reason == Some(known.to_string().as_str());
    match () {
        () if is(NotAssessable::NoCodeInBase) => "base",
        () if is(NotAssessable::NothingCoded) => "coded",
        () if is(NotAssessable::TooFewInterviews) => "short",
        () => "empty",
    }
}

/// Why a rule cannot be assessed.
#[must_use]
pub fn not_assessable(lang: Lang, reason: Option<&str>) -> String {
    i18n::saturation_not_assessable(lang, i18n::saturation_why(lang, why_word(reason)))
}

/// A threshold of so many percent.
#[must_use]
pub fn threshold(lang: Lang, percent: f64) -> String {
    i18n::decimal_at_most(lang, percent, 6)
}

/// The rules with their parameters, each with what it says.
#[must_use]
pub fn rules(lang: Lang, guest: &GuestAnswer, francis: &FrancisAnswer) -> [(String, String); 2] {
    let why = |reason: Option<&str>| not_assessable(lang, reason);
    let not_reached = || i18n::saturation_not_reached(lang).to_owned();
    let (base, run) = (guest.base.to_string(), guest.run.to_string());
    let reached = match (guest.status, guest.saturation_at) {
        ("reached", Some(at)) => i18n::saturation_reached_with(lang, &at.to_string(), &run),
        ("not_assessable", _) => why(guest.reason.as_deref()),
        _ => not_reached(),
    };
    let stopped = match (francis.status, francis.stop_at) {
        ("reached", Some(at)) => i18n::saturation_reached_at(lang, &at.to_string()),
        ("not_assessable", _) => why(francis.reason.as_deref()),
        _ => not_reached(),
    };
    let (initial, stop) = (francis.initial.to_string(), francis.stop.to_string());
    let threshold = threshold(lang, guest.threshold_percent);
    [
        (i18n::saturation_rule_guest(lang, &base, &run, &threshold), reached),
        (i18n::saturation_rule_francis(lang, &initial, &stop), stopped),
    ]
}

/// What the dates of interviews leave open: those without one, and those held on the same day.
#[must_use]
pub fn open_order(
    lang: Lang,
    ordered_by: &str,
    counted: usize,
    undated: &[String],
    same_day: &[Vec<String>],
) -> Vec<String> {
    if ordered_by != "date" || counted == 0 {
        return Vec::new();
    }
    if undated.len() == counted {
        return vec![i18n::saturation_none_dated(lang).to_owned()];
    }
    let mut sentences = Vec::new();
    if !same_day.is_empty() {
        let days: Vec<String> = same_day.iter().map(|names| names.join(", ")).collect();
        sentences.push(i18n::saturation_same_day(lang, &listed(lang, &days)));
    }
    if !undated.is_empty() {
        sentences.push(i18n::saturation_undated(lang, &undated.join(", ")));
    }
    sentences
}

/// Names or groups of names one after the other, with the semicolon of the language: no line ends before it.
#[must_use]
pub fn listed(lang: Lang, names: &[String]) -> String {
    let mut names = names.iter();
    let first = names.next().cloned().unwrap_or_default();
    names.fold(first, |list, one| i18n::sheet_next(lang, &list, one))
}

/// The estimates, each with what it is called; those that are undefined are left out.
#[must_use]
pub fn estimates(lang: Lang, method: Method, answer: &SaturationAnswer) -> Vec<(String, String)> {
    let level = i18n::level_many(lang, answer.level, method.as_str());
    let mut rows: Vec<(String, String)> = Vec::new();
    if let Ok(chao) = answer.chao2.measures.of("estimate") {
        let value = i18n::decimal(lang, chao, 1);
        let value = match answer.chao2.ci95 {
            Some((low, high)) => {
                let [low, high] = [low, high].map(|value| i18n::decimal(lang, value, 1));
                i18n::saturation_interval(lang, &high, &low, &value)
            }
            None => value,
        };
        rows.push((i18n::saturation_estimate_chao2(lang, level), value));
    }
    if let Some(coverage) = answer.coverage {
        let value = i18n::percent(lang, coverage, 0);
        rows.push((i18n::saturation_estimate_coverage(lang).to_owned(), value));
    }
    if let Some(next) = answer.expected_next {
        let value = i18n::decimal(lang, next, 1);
        rows.push((i18n::saturation_estimate_next(lang, level), value));
    }
    if let Ok(jackknife) = answer.estimates.of("jackknife1") {
        let value = i18n::decimal(lang, jackknife, 1);
        rows.push((i18n::saturation_estimate_jackknife(lang).to_owned(), value));
    }
    for (more, value) in &answer.extrapolated {
        if let (Some(value), 5) = (value, more) {
            let value = i18n::decimal(lang, *value, 1);
            rows.push((i18n::saturation_estimate_more(lang, level, &more.to_string()), value));
        }
    }
    rows
}

/// What became of a code after interviews were finished, on a day as it is written.
#[must_use]
pub fn later(lang: Lang, later: &LaterAnswer, day: &str) -> String {
    let after = later.after.to_string();
    match &later.into {
        Some(into) if later.kind == "moved" => {
            i18n::saturation_later_moved(lang, &after, &later.code, day, into)
        }
        Some(into) => i18n::saturation_later_merged(lang, &after, &later.code, day, into),
        None => i18n::saturation_later(lang, &after, &later.code, day, later.kind),
    }
}

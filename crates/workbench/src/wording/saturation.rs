//! What is said of saturation on the screen and on the sheet.

use crate::answers::saturation::{LaterAnswer, SaturationAnswer};
use i18n::Lang;
use model::value::Method;

/// Why a rule cannot be assessed.
#[must_use]
pub fn not_assessable(lang: Lang, reason: Option<&str>) -> String {
    let word = match reason {
        Some("no code in the base") => "base",
        Some("fewer interviews than base + run") => "short",
        _ => "empty",
    };
    i18n::saturation_not_assessable(lang, i18n::saturation_why(lang, word))
}

/// The estimates, each with what it is called; those that are undefined are left out.
#[must_use]
pub fn estimates(lang: Lang, method: Method, answer: &SaturationAnswer) -> Vec<(String, String)> {
    let method = method.as_str();
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
        rows.push((i18n::saturation_estimate_chao2(lang, method).to_owned(), value));
    }
    if let Some(coverage) = answer.coverage {
        let value = i18n::percent(lang, coverage, 0);
        rows.push((i18n::saturation_estimate_coverage(lang).to_owned(), value));
    }
    if let Some(next) = answer.expected_next {
        let value = i18n::decimal(lang, next, 1);
        rows.push((i18n::saturation_estimate_next(lang, method).to_owned(), value));
    }
    if let Ok(jackknife) = answer.estimates.of("jackknife1") {
        let value = i18n::decimal(lang, jackknife, 1);
        rows.push((i18n::saturation_estimate_jackknife(lang).to_owned(), value));
    }
    for (more, value) in &answer.extrapolated {
        if let (Some(value), 5) = (value, more) {
            let value = i18n::decimal(lang, *value, 1);
            rows.push((i18n::saturation_estimate_more(lang, &more.to_string(), method), value));
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

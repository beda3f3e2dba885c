//! Spans on long texts and on documents divided into units.

use super::agreement::{code_of, ratings_keys, span};
use super::{Keys, list, names, number, part, whole};
use measure::agreement::division::{Division, Rule};
use measure::agreement::patterns::Patterns;
use measure::agreement::spans::{Span, united, within};
use measure::agreement::{Coded, Comparison, PairCounts, Reading, compare};
use measure::mean_of_defined;
use serde_json::{Map, Value, json};

/// Up to so many coders every pattern is named, those without a character too.
const MOST_NAMED: usize = 8;

pub fn intervals(data: &Value) -> Result<Keys, String> {
    let length = whole(part(data, "length")?)?;
    let coders = part(data, "coders")?.as_object().ok_or("coders is not an object")?;
    let names: Vec<String> = coders.keys().cloned().collect();
    let mut lists = Vec::new();
    for spans in coders.values() {
        let spans = spans.as_array().ok_or("spans are not a list")?.iter().map(span);
        lists.push(united(within(spans.collect::<Result<_, _>>()?, length)));
    }
    let mut patterns = Patterns::new(names.len()).map_err(|error| error.to_string())?;
    let coded: Vec<Option<&[Span]>> = lists.iter().map(|list| Some(list.as_slice())).collect();
    patterns.add(length, &coded);
    let mut keys = ratings_keys(&patterns.ratings(), &names);
    keys.insert("pattern_lengths".into(), Value::Object(pattern_lengths(&patterns, names.len())));
    Ok(keys)
}

fn pattern_lengths(patterns: &Patterns, coders: usize) -> Keys {
    let key = |mask: u128| (0..coders).map(|coder| if mask >> coder & 1 == 1 { '1' } else { '0' }).collect();
    if coders <= MOST_NAMED {
        return (0..1u128 << coders).map(|mask| (key(mask), patterns.of(mask).into())).collect();
    }
    patterns.seen().map(|(_, mask, units)| (key(mask), units.into())).collect()
}

pub fn spans(data: &Value) -> Result<Keys, String> {
    let coders = names(list(data, "coders")?)?;
    let codes = names(list(data, "codes")?)?;
    let rollup = data.get("rollup").and_then(Value::as_bool).unwrap_or_default();
    let documents = list(data, "documents")?;
    let coded = documents
        .iter()
        .map(|document| coded(document, &coders, &codes, rollup))
        .collect::<Result<Vec<_>, _>>()?;
    let mut keys = Keys::new();
    for unit in ["char", "char_nonspace", "word", "sentence", "turn", "document"] {
        let divisions =
            documents.iter().map(|document| division(document, unit)).collect::<Result<Vec<_>, _>>()?;
        let readings: Vec<Reading<'_>> = divisions
            .iter()
            .zip(&coded)
            .map(|(division, coders)| Reading { division, coders: coders.clone() })
            .collect();
        let rules: &[(&str, Rule)] = match unit {
            "char" | "char_nonspace" => &[("", Rule::Any)],
            _ => &[("/any", Rule::Any), ("/majority", Rule::Majority)],
        };
        for (suffix, rule) in rules {
            let found =
                compare(&readings, coders.len(), codes.len(), *rule).map_err(|error| error.to_string())?;
            keys.insert(format!("{unit}{suffix}"), Value::Object(table(&found, &coders, &codes)));
        }
    }
    Ok(keys)
}

/// What each coder coded in a document; a coder without an entry did not read it.
fn coded(
    document: &Value,
    coders: &[String],
    codes: &[String],
    rollup: bool,
) -> Result<Vec<Option<Vec<Coded>>>, String> {
    let by_coder = part(document, "spans")?;
    let of = |coder: &String| {
        let Some(spans) = by_coder.get(coder).and_then(Value::as_array) else { return Ok(None) };
        let mut found = Vec::new();
        for value in spans {
            let (start, end) = (whole(part(value, "start")?)?, whole(part(value, "end")?)?);
            let name = code_of(value)?;
            let stands = |code: &String| {
                *code == name
                    || rollup && name.strip_prefix(code.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            let standing = codes.iter().enumerate().filter(|(_, code)| stands(code));
            found.extend(standing.map(|(code, _)| Coded { code, span: Span::new(start, end) }));
        }
        Ok(Some(found))
    };
    coders.iter().map(of).collect()
}

fn division(document: &Value, unit: &str) -> Result<Division, String> {
    let text = part(document, "text")?.as_str().ok_or("text is not text")?;
    let length = text.chars().count() as u64;
    let listed = |name: &str| list(document, name)?.iter().map(span).collect::<Result<Vec<_>, _>>();
    Ok(match unit {
        "char" => Division::characters(vec![Span::new(0, length)]),
        "char_nonspace" => Division::characters(words(text)),
        "word" if document.get("words").is_none() => Division::listed(words(text)),
        "word" => Division::listed(listed("words")?),
        "sentence" => Division::listed(listed("sentences")?),
        "turn" => Division::listed(listed("turns")?),
        _ if length == 0 => Division::listed(Vec::new()),
        _ => Division::listed(vec![Span::new(0, length)]),
    })
}

/// Maximal runs without white space.
fn words(text: &str) -> Vec<Span> {
    let visible = (0u64..).zip(text.chars()).filter(|(_, c)| !c.is_whitespace());
    united(visible.map(|(at, _)| Span::new(at, at + 1)).collect())
}

fn table(found: &Comparison, coders: &[String], codes: &[String]) -> Keys {
    let mut rows = Map::new();
    for (place, code) in codes.iter().enumerate() {
        let patterns = &found.patterns[place];
        let mut keys = ratings_keys(&patterns.ratings(), coders);
        keys.insert("n_units".into(), patterns.pairable_units().into());
        if let Some(alpha) = keys.get("krippendorff_alpha_nominal").cloned() {
            keys.insert("krippendorff_alpha".into(), alpha);
        }
        if coders.len() == 2 {
            keys.extend(pair_keys(&patterns.pair(0, 1)));
        }
        rows.insert(code.clone(), Value::Object(keys));
    }
    rows.insert("__macro__".into(), macro_keys(found, coders.len()));
    rows.insert("__pooled__".into(), pooled_keys(found, coders));
    rows
}

fn pair_keys(pair: &PairCounts) -> Keys {
    let counts = [
        ("both", pair.both),
        ("only_first", pair.only_first),
        ("only_second", pair.only_second),
        ("neither", pair.neither),
    ];
    let measures = [
        ("observed_agreement", pair.observed()),
        ("cohen_kappa", pair.cohen_kappa()),
        ("scott_pi", pair.scott_pi()),
        ("gwet_ac1", pair.gwet_ac1()),
        ("brennan_prediger", pair.brennan_prediger()),
        ("pabak", pair.brennan_prediger()),
        ("krippendorff_alpha", pair.krippendorff_alpha()),
        ("positive_agreement", pair.positive()),
        ("negative_agreement", pair.negative()),
        ("prevalence_index", pair.prevalence()),
        ("bias_index", pair.bias()),
    ];
    let counts = counts.into_iter().map(|(key, count)| (key.to_owned(), count.into()));
    counts.chain(measures.into_iter().map(|(key, value)| (key.to_owned(), number(value)))).collect()
}

fn macro_keys(found: &Comparison, coders: usize) -> Value {
    let means = |measure: &dyn Fn(&Patterns) -> measure::Measured| {
        mean_of_defined(found.patterns.iter().map(measure))
    };
    let alpha = means(&|patterns| patterns.ratings().tally().krippendorff_alpha());
    let mut keys = json!({
        "n_codes_defined": alpha.1, "n_codes_undefined": alpha.2,
        "mean_krippendorff_alpha": number(alpha.0),
        "mean_fleiss_kappa": number(means(&|patterns| patterns.ratings().tally().fleiss_kappa()).0),
        "mean_gwet_ac1": number(means(&|patterns| patterns.ratings().tally().gwet_ac1()).0),
    });
    if coders == 2 {
        keys["mean_cohen_kappa"] = number(means(&|patterns| patterns.pair(0, 1).cohen_kappa()).0);
    }
    keys
}

fn pooled_keys(found: &Comparison, coders: &[String]) -> Value {
    let mut keys = ratings_keys(&found.pooled_patterns().ratings(), coders);
    if coders.len() == 2 {
        keys.extend(pair_keys(&found.pooled()));
    }
    Value::Object(keys)
}

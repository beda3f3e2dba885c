//! Agreement on tables, ratings, sets, segments and boundaries.

use super::{Keys, list, name, names, number, part, whole};
use measure::agreement::boundaries::boundary_similarity;
use measure::agreement::resampling::{bootstrap, jackknife};
use measure::agreement::segments::{character_overlap, matched};
use measure::agreement::spans::Span;
use measure::agreement::unitizing::{Continuum, Segment};
use measure::agreement::{
    Contingency, PairCounts, Rating, Ratings, SetDistance, SetRatings, Tally, TallyRow,
};
use serde_json::{Map, Value, json};

/// Samples where not all are tried, and the seed they follow from.
const DRAWS: usize = 20_000;
const SEED: u64 = 1;

pub fn contingency(data: &Value) -> Result<Keys, String> {
    let rows = list(data, "table")?.iter().map(whole_numbers).collect::<Result<Vec<_>, _>>()?;
    let table = Contingency::new(rows).map_err(|error| error.to_string())?;
    let mut keys = Keys::new();
    keys.insert("n".into(), table.units().into());
    keys.insert("observed_agreement".into(), number(table.observed()));
    keys.insert("cohen_kappa".into(), number(table.cohen_kappa()));
    keys.insert("cohen_expected".into(), number(table.cohen_expected()));
    keys.insert("scott_pi".into(), number(table.scott_pi()));
    keys.insert("scott_expected".into(), number(table.scott_expected()));
    keys.insert("gwet_ac1".into(), number(table.gwet_ac1()));
    keys.insert("brennan_prediger".into(), number(table.brennan_prediger()));
    keys.insert("krippendorff_alpha_nominal".into(), number(table.krippendorff_alpha()));
    keys.insert("kappa_ase".into(), number(table.kappa_error()));
    keys.insert("kappa_ase_null".into(), number(table.kappa_error_null()));
    let interval = table.kappa_interval().map_or(Value::Null, |(low, high)| json!([low, high]));
    keys.insert("kappa_ci95".into(), interval);
    Ok(keys)
}

fn whole_numbers(row: &Value) -> Result<Vec<u64>, String> {
    row.as_array().ok_or("a row is not a list")?.iter().map(whole).collect()
}

pub fn ratings(data: &Value) -> Result<Keys, String> {
    let coders = names(list(data, "coders")?)?;
    let mut categories = names(list(data, "categories")?)?;
    let mut rows = Vec::new();
    for unit in list(data, "units")? {
        let ratings = unit.as_array().ok_or("a unit is not a list")?;
        let mut chosen = Vec::new();
        for rating in ratings {
            chosen.push(if rating.is_null() { None } else { Some(index(&mut categories, &label(rating))) });
        }
        rows.push(Rating { chosen, units: 1 });
    }
    Ok(ratings_keys(&Ratings::new(coders.len(), categories.len(), rows), &coders))
}

fn label(rating: &Value) -> String {
    rating.as_str().map_or_else(|| rating.to_string(), str::to_owned)
}

/// The place of a category; one that was not declared is added.
fn index(categories: &mut Vec<String>, label: &str) -> usize {
    categories.iter().position(|known| known == label).unwrap_or_else(|| {
        categories.push(label.to_owned());
        categories.len() - 1
    })
}

/// Everything that ratings by any number of coders have.
pub fn ratings_keys(ratings: &Ratings, coders: &[String]) -> Keys {
    let mut keys = tally_keys(&ratings.tally());
    if coders.len() == 2 {
        keys.insert("cohen_kappa".into(), number(ratings.cohen_kappa()));
    }
    keys.insert("conger_kappa".into(), number(ratings.conger_kappa()));
    keys.insert("light_kappa".into(), number(ratings.light_kappa()));
    let pairs = ratings.pairwise_kappa().into_iter();
    let pairs = pairs.map(|(g, h, kappa)| (format!("{}|{}", coders[g], coders[h]), number(kappa)));
    keys.insert("pairwise_cohen_kappa".into(), Value::Object(pairs.collect()));
    keys
}

fn tally_keys(tally: &Tally) -> Keys {
    let mut keys = Keys::new();
    keys.insert("n_pairable_units".into(), tally.pairable_units().into());
    keys.insert("observed_agreement".into(), number(tally.observed()));
    keys.insert("observed_agreement_pair_pooled".into(), number(tally.observed_pooled()));
    keys.insert("fleiss_kappa".into(), number(tally.fleiss_kappa()));
    keys.insert("gwet_ac1".into(), number(tally.gwet_ac1()));
    keys.insert("brennan_prediger".into(), number(tally.brennan_prediger()));
    keys.insert("krippendorff_alpha_nominal".into(), number(tally.krippendorff_alpha()));
    keys.insert("fleiss_kappa_se_gwet".into(), number(tally.fleiss_kappa_error()));
    keys.insert("gwet_ac1_se".into(), number(tally.gwet_ac1_error()));
    keys.insert("brennan_prediger_se".into(), number(tally.brennan_prediger_error()));
    keys
}

pub fn category_counts(data: &Value) -> Result<Keys, String> {
    let categories = names(list(data, "categories")?)?;
    let mut rows = Vec::new();
    for row in list(data, "counts")? {
        let counts = whole_numbers(row)?.into_iter().map(u32::try_from).collect::<Result<Vec<_>, _>>();
        rows.push(TallyRow { counts: counts.map_err(|error| error.to_string())?, units: 1 });
    }
    let tally = Tally::new(categories.len(), rows);
    let mut keys = tally_keys(&tally);
    let each = categories.iter().enumerate();
    let each = each.map(|(place, label)| (label.clone(), number(tally.fleiss_kappa_of(place))));
    keys.insert("fleiss_kappa_per_category".into(), Value::Object(each.collect()));
    keys.insert("fleiss_kappa_se_null_fleiss1979".into(), number(tally.fleiss_kappa_error_null()));
    Ok(keys)
}

pub fn set_ratings(data: &Value) -> Result<Keys, String> {
    let coders = names(list(data, "coders")?)?;
    let mut codes = names(list(data, "codes")?)?;
    let declared = codes.clone();
    let mut units = Vec::new();
    for unit in list(data, "units")? {
        let mut sets = Vec::new();
        for set in unit.as_array().ok_or("a unit is not a list")? {
            let set =
                set.as_array().map(|set| set.iter().map(|code| index(&mut codes, &label(code))).collect());
            sets.push(set);
        }
        units.push(sets);
    }
    let ratings = SetRatings::new(coders.len(), units);
    let mut keys = Keys::new();
    for (key, distance) in [
        ("alpha_nominal", SetDistance::Nominal),
        ("alpha_jaccard", SetDistance::Jaccard),
        ("alpha_dice", SetDistance::Dice),
        ("alpha_masi", SetDistance::Masi),
    ] {
        keys.insert(key.into(), number(ratings.alpha(distance)));
    }
    let each = declared
        .iter()
        .enumerate()
        .map(|(place, code)| (code.clone(), Value::Object(ratings_keys(&ratings.of_code(place), &coders))));
    keys.insert("per_code".into(), Value::Object(each.collect()));
    Ok(keys)
}

pub fn unitizing(data: &Value) -> Result<Keys, String> {
    let length = whole(part(data, "length")?)?;
    let coders = part(data, "coders")?.as_object().ok_or("coders is not an object")?;
    let mut values: Vec<String> = Vec::new();
    let mut divided = Vec::new();
    for segments in coders.values() {
        let mut of_coder = Vec::new();
        for segment in segments.as_array().ok_or("segments are not a list")? {
            let value = index(&mut values, &label(segment.get(2).unwrap_or(&Value::Null)));
            of_coder.push(Segment { span: span(segment)?, value });
        }
        divided.push(of_coder);
    }
    let continuum = Continuum::new(length, divided).map_err(|error| error.to_string())?;
    let cu = continuum.cu_alpha();
    let mut keys = Keys::new();
    keys.insert("u_alpha".into(), number(continuum.u_alpha()));
    keys.insert("u_alpha_binary".into(), number(continuum.u_alpha_binary()));
    keys.insert("cu_alpha".into(), number(cu.alpha));
    keys.insert("cu_alpha_coverage".into(), number(cu.coverage));
    let (mut alphas, mut coverages) = (Map::new(), Map::new());
    for (place, value) in values.iter().enumerate() {
        let ku = continuum.ku_alpha(place);
        alphas.insert(value.clone(), number(ku.alpha));
        coverages.insert(value.clone(), number(ku.coverage));
    }
    keys.insert("ku_alpha".into(), Value::Object(alphas));
    keys.insert("ku_coverage".into(), Value::Object(coverages));
    Ok(keys)
}

/// `[start, end, …]` as a span.
pub fn span(value: &Value) -> Result<Span, String> {
    let at = |place: usize| value.get(place).ok_or("a span lacks an end").map(whole);
    Ok(Span::new(at(0)??, at(1)??))
}

pub fn segment_matching(data: &Value) -> Result<Keys, String> {
    let spans = |name: &str| list(data, name)?.iter().map(span).collect::<Result<Vec<_>, _>>();
    let (a, b) = (spans("a")?, spans("b")?);
    let mut keys = Keys::new();
    for threshold in list(data, "thresholds")? {
        let at = threshold.as_f64().ok_or("a threshold is not a number")?;
        let found = matched(&a, &b, at);
        let row = json!({
            "matched_a": found.matched_first, "matched_b": found.matched_second,
            "agreement": number(found.agreement()), "one_to_one": found.one_to_one, "f1": number(found.f1()),
        });
        keys.insert(threshold.to_string(), row);
    }
    let overlap = character_overlap(&a, &b);
    keys.insert("char_dice".into(), number(overlap.map(|(dice, _)| dice)));
    keys.insert("char_jaccard".into(), number(overlap.map(|(_, jaccard)| jaccard)));
    Ok(keys)
}

pub fn boundaries(data: &Value) -> Result<Keys, String> {
    let (a, b) = (whole_numbers(part(data, "masses_a")?)?, whole_numbers(part(data, "masses_b")?)?);
    Ok(Keys::from_iter([("boundary_similarity".to_owned(), number(boundary_similarity(&a, &b)))]))
}

pub fn document_resampling(data: &Value) -> Result<Keys, String> {
    let documents = list(data, "documents")?.iter().map(pair_counts).collect::<Result<Vec<_>, _>>()?;
    let all: PairCounts = documents.iter().copied().sum();
    let mut keys = Keys::new();
    keys.insert("cohen_kappa".into(), number(all.cohen_kappa()));
    let drawn = bootstrap(&documents, DRAWS, SEED, PairCounts::cohen_kappa);
    for (key, value) in [
        ("bootstrap_mean", drawn.map(|drawn| drawn.mean)),
        ("bootstrap_sd", drawn.map(|drawn| drawn.deviation)),
        ("bootstrap_undefined_share", drawn.map(|drawn| drawn.undefined_share)),
        ("percentile_2_5", drawn.map(|drawn| drawn.interval.0)),
        ("percentile_97_5", drawn.map(|drawn| drawn.interval.1)),
    ] {
        keys.insert(key.into(), number(value));
    }
    let left_out = jackknife(&documents, PairCounts::cohen_kappa);
    let values = left_out.values.into_iter().map(number);
    keys.insert("jackknife_values".into(), values.collect());
    keys.insert("jackknife_se".into(), number(left_out.error));
    Ok(keys)
}

fn pair_counts(document: &Value) -> Result<PairCounts, String> {
    let of = |key: &str| whole(part(document, key)?);
    Ok(PairCounts {
        both: of("both")?,
        only_first: of("only_first")?,
        only_second: of("only_second")?,
        neither: of("neither")?,
    })
}

/// The name under which a code stands, for whoever reads spans.
pub fn code_of(span: &Value) -> Result<String, String> {
    name(part(span, "code")?)
}

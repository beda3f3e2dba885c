//! From the data of a case to the values of its keys.

mod agreement;
mod saturation;
mod spans;

use measure::Measured;
use serde_json::{Map, Value};

/// The values of one case, by key.
pub type Keys = Map<String, Value>;

/// The values of every case of a document, by case.
pub fn computed(document: &Value) -> Result<Value, String> {
    let cases = document.get("cases").and_then(Value::as_array).ok_or("the document has no list of cases")?;
    let mut answer = Map::new();
    for case in cases {
        let id = case.get("id").and_then(Value::as_str).ok_or("a case has no id")?;
        let kind = case.get("kind").and_then(Value::as_str).unwrap_or_default();
        let data = case.get("data").unwrap_or(&Value::Null);
        let keys = keys(kind, data).map_err(|reason| format!("{id}: {reason}"))?;
        answer.insert(id.to_owned(), Value::Object(keys));
    }
    Ok(Value::Object(answer))
}

fn keys(kind: &str, data: &Value) -> Result<Keys, String> {
    match kind {
        "contingency" => agreement::contingency(data),
        "ratings" => agreement::ratings(data),
        "category_counts" => agreement::category_counts(data),
        "set_ratings" => agreement::set_ratings(data),
        "unitizing" => agreement::unitizing(data),
        "segment_matching" => agreement::segment_matching(data),
        "boundaries" => agreement::boundaries(data),
        "document_resampling" => agreement::document_resampling(data),
        "intervals" => spans::intervals(data),
        "spans" => spans::spans(data),
        "new_codes" => saturation::new_codes(data),
        "incidence" => saturation::incidence(data),
        "frequency" => saturation::frequency(data),
        "detection" => saturation::detection(data),
        // Optional measures that are not offered.
        "gamma" => Ok(Keys::new()),
        other => Err(format!("the kind {other} is not known")),
    }
}

/// A measure as a value: null where it is undefined.
pub fn number(value: Measured) -> Value {
    value.map_or(Value::Null, Value::from)
}

/// A part of the data.
pub fn part<'a>(data: &'a Value, name: &str) -> Result<&'a Value, String> {
    data.get(name).ok_or_else(|| format!("the data has no {name}"))
}

/// A list in the data.
pub fn list<'a>(data: &'a Value, name: &str) -> Result<&'a Vec<Value>, String> {
    part(data, name)?.as_array().ok_or_else(|| format!("{name} is not a list"))
}

/// A whole number.
pub fn whole(value: &Value) -> Result<u64, String> {
    value.as_u64().ok_or_else(|| format!("{value} is not a whole number"))
}

/// A name.
pub fn name(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| format!("{value} is not a name"))
}

/// The names of a list.
pub fn names(values: &[Value]) -> Result<Vec<String>, String> {
    values.iter().map(name).collect()
}

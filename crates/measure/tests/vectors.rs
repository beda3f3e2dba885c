//! Every key of every published or checked case, within its tolerance. Only optional measures are left out.

#![allow(clippy::unwrap_used)] // a case that cannot be read fails the test

#[path = "../examples/conform/cases/mod.rs"]
mod cases;

use serde_json::Value;

/// Keys and kinds that `fixtures/measures/README.md` exempts.
const EXEMPT: [&str; 5] = ["alpha_u_1995", "segmentation_similarity", "window_diff", "pk", "jackknife2"];
const EXEMPT_KIND: &str = "gamma";

fn document(name: &str) -> Value {
    let path = format!("{}/../../fixtures/measures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The tolerance that reigns at a key.
fn tolerance(case: &Value, key: &str) -> f64 {
    let given = &case["tolerance"];
    given.as_f64().or(given[key].as_f64()).or(given["default"].as_f64()).unwrap_or(1e-9)
}

/// Notes every difference below `path`; a key that is missing is one.
fn compare(case: &Value, path: &str, key: &str, expected: &Value, found: &Value, faults: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (name, value) in expected.iter().filter(|(name, _)| !EXEMPT.contains(&name.as_str())) {
                let below = format!("{path}.{name}");
                // A key of the first storey decides the tolerance of all below it, unless they have one.
                let key = if path.is_empty() { name } else { key };
                match found.get(name) {
                    Some(found) => compare(case, &below, key, value, found, faults),
                    None => faults.push(format!("{below}: missing")),
                }
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (place, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(case, &format!("{path}[{place}]"), key, expected, found, faults);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let apart = (expected.as_f64().unwrap() - found.as_f64().unwrap()).abs();
            if apart.is_nan() || apart > tolerance(case, key) {
                faults.push(format!("{path}: {found}, expected {expected}"));
            }
        }
        _ if expected == found => {}
        _ => faults.push(format!("{path}: {found}, expected {expected}")),
    }
}

fn check(name: &str) -> usize {
    let document = document(name);
    let computed = cases::computed(&document).unwrap();
    let mut faults = Vec::new();
    let mut checked = 0;
    for case in document["cases"].as_array().unwrap() {
        if case["kind"] == EXEMPT_KIND {
            continue;
        }
        checked += 1;
        let id = case["id"].as_str().unwrap();
        let mut found = Vec::new();
        compare(case, "", "", &case["expected"], &computed[id], &mut found);
        faults.extend(found.into_iter().map(|fault| format!("{id}{fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    checked
}

#[test]
fn agreement() {
    assert_eq!(check("agreement"), 28);
}

#[test]
fn saturation() {
    assert_eq!(check("saturation"), 14);
}

/// A comparison that finds nothing would prove nothing.
#[test]
fn a_wrong_or_missing_value_is_found() {
    let case = serde_json::json!({"tolerance": {"default": 1e-9, "b": 0.5}});
    let expected = serde_json::json!({"a": 1.0, "b": 1.0, "c": null, "d": [1], "e": {"x": "y"}});
    let found = serde_json::json!({"a": 1.1, "b": 1.4, "c": 0.0, "d": [1, 2]});
    let mut faults = Vec::new();
    compare(&case, "", "", &expected, &found, &mut faults);
    let places: Vec<&str> = faults.iter().map(|fault| fault.split(':').next().unwrap()).collect();
    assert_eq!(places, [".a", ".c", ".d", ".e"]);
}

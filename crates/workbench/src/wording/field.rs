//! What a field is called, and what it says, for people who choose between two versions of it.

use super::record_name;
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::value::{Group, Method, Value};

/// What a field is called.
#[must_use]
pub fn field_name(lang: Lang, method: Method, group: Group) -> String {
    i18n::field_name(lang, &group.as_str().replace('.', "_"), method.as_str()).to_owned()
}

/// What a version of a field says, in a line: words as they are, records by their names.
#[must_use]
pub fn value_said(lang: Lang, seen: &Seen<'_>, value: Option<&Value>) -> String {
    match value {
        None => i18n::field_empty(lang).to_owned(),
        Some(Value::Life(life)) if life.alive => i18n::field_kept(lang).to_owned(),
        Some(Value::Life(_)) => i18n::field_deleted(lang).to_owned(),
        Some(Value::InterviewCurrent(_)) => i18n::field_text_version(lang).to_owned(),
        Some(Value::CodingAnchor(body)) => format!("« {} »", body.quote),
        Some(Value::CodePlace(body)) => match body.parent {
            Some(parent) => i18n::field_under(lang, &record_name(lang, seen, parent)),
            None => i18n::field_at_the_top(lang).to_owned(),
        },
        Some(Value::CodeColour(body)) => i18n::field_hue(lang, i64::from(body.hue) + 1),
        Some(value) => words_of(lang, seen, value),
    }
}

fn words_of(lang: Lang, seen: &Seen<'_>, value: &Value) -> String {
    let mut words = Vec::new();
    if let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(value) {
        fields.values().for_each(|body| collect(lang, seen, body, &mut words));
    }
    if words.is_empty() { i18n::field_empty(lang).to_owned() } else { words.join(" · ") }
}

fn collect(lang: Lang, seen: &Seen<'_>, body: &serde_json::Value, words: &mut Vec<String>) {
    match body {
        serde_json::Value::String(text) => match text.parse::<RecordId>() {
            Ok(id) => words.push(record_name(lang, seen, id)),
            Err(_) if text.trim().is_empty() => {}
            Err(_) => words.push(text.clone()),
        },
        serde_json::Value::Number(number) => words.push(number.to_string()),
        serde_json::Value::Bool(true) => words.push(i18n::field_yes(lang).to_owned()),
        serde_json::Value::Bool(false) => words.push(i18n::field_no(lang).to_owned()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(lang, seen, item, words)),
        serde_json::Value::Object(fields) => {
            fields.values().for_each(|item| collect(lang, seen, item, words));
        }
        serde_json::Value::Null => {}
    }
}

//! Dates and durations as people write them at the head of a transcript.

use formats::{Fact, FactKind};
use model::value::InterviewFacts;

/// A day as `YYYY-MM-DD` from `06/03/2023`, `6.3.23`, `2023-03-06` or `6 mars 2023`; `None` where it is no
/// date.
#[must_use]
pub fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let at =
        parts.iter().position(|part| part.chars().all(|c| c.is_ascii_digit()) || part.starts_with("1er"))?;
    let [first, second, third] = parts.get(at..at + 3)? else { return None };
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, month(second)?, number(third)?)
    } else {
        (number(third)?, month(second)?, number(first.trim_end_matches("er"))?)
    };
    let year = if year < 100 { year + 2000 } else { year };
    let date =
        jiff::civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().map(|date| date.to_string())
}

/// The sheet of an interview from what a header says of it: the first date, duration and place.
pub(crate) fn sheet<'f>(facts: impl Iterator<Item = &'f Fact> + Clone) -> InterviewFacts {
    let value = |kind| facts.clone().find(|fact| fact.kind == kind).map(|fact| fact.value.as_str());
    InterviewFacts::new(
        value(FactKind::Place).unwrap_or_default().to_owned(),
        value(FactKind::Date).and_then(day),
        value(FactKind::Duration).and_then(minutes),
    )
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

fn month(text: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["janv", "jan"],
        &["févr", "fevr", "fév", "feb"],
        &["mars", "mar"],
        &["avr", "apr"],
        &["mai", "may"],
        &["juin", "jun"],
        &["juil", "jul"],
        &["août", "aout", "aug"],
        &["sept", "sep"],
        &["oct"],
        &["nov"],
        &["déc", "dec"],
    ];
    number(text).or_else(|| {
        let text = text.to_lowercase();
        let place = MONTHS.iter().position(|names| names.iter().any(|name| text.starts_with(name)))?;
        u32::try_from(place + 1).ok()
    })
}

/// Minutes from `52 minutes`, `1 h 09`, `1h`, `01:09:30` or `45`; `None` where it is no duration.
#[must_use]
pub fn minutes(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let numbers: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let hours = text.contains('h');
    match numbers.as_slice() {
        [] => None,
        [hour] if hours => hour.checked_mul(60),
        [hour, minute, ..] if hours => hour.checked_mul(60)?.checked_add(*minute),
        [hour, minute, _] if text.contains(':') => hour.checked_mul(60)?.checked_add(*minute),
        [minute, ..] => Some(*minute),
    }
}

#[cfg(test)]
mod tests {
    use super::{day, minutes};

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["06/03/2023", "6.3.23", "2023-03-06", "lundi 6 mars 2023", "6 Mars 2023"] {
            assert_eq!(day(text).as_deref(), Some("2023-03-06"), "{text}");
        }
        assert_eq!(day("1er août 2024").as_deref(), Some("2024-08-01"));
        for text in ["", "mars", "31/02/2023", "99/99/9999", "à voir"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        let cases =
            [("52 minutes", 52), ("1 h 09", 69), ("1h", 60), ("01:09:30", 69), ("45", 45), ("1h09min", 69)];
        for (text, expected) in cases {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        assert_eq!(minutes("une heure"), None);
        assert_eq!(minutes("99999999999999"), None);
    }
}

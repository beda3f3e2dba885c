//! Times as exports write them.

/// How many words are said while one unit of time passes, at the very least, if that unit is a second.
const SLOWEST: f64 = 0.05;

/// A time of a cell or an object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Time {
    /// Milliseconds for certain.
    Milliseconds(f64),
    /// Seconds for certain: with a point, a clock, a unit.
    Seconds(f64),
    /// A whole number: milliseconds or seconds, as all of them tell together.
    Whole(f64),
}

/// Reads `00:01:02.5`, `1:02`, `62,5`, `62 s`, `62500`, `PT62.5S`, `0:01 --> 0:04`; nothing else is a time.
pub(super) fn time(cell: &str) -> Option<Time> {
    let cell = cell.trim().trim_matches(['[', ']', '(', ')']);
    let first = cell.split(" --> ").next()?;
    let first = first.split([' ', '–', '→']).find(|part| !part.is_empty())?;
    let first = if first.contains(':') { first.split('-').next()? } else { first };
    if first.contains(':') {
        return clock(first);
    }
    let unit = cell.strip_prefix("PT").or(cell.strip_prefix("pt")).unwrap_or(first);
    let lower = unit.to_lowercase();
    if let Some(number) = lower.strip_suffix("ms") {
        return Some(Time::Milliseconds(number.trim().parse().ok()?));
    }
    if let Some(number) = lower.strip_suffix('s') {
        return minutes(number);
    }
    if !lower.is_empty() && lower.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Time::Whole(lower.parse().ok()?));
    }
    let plain = lower.starts_with(|c: char| c.is_ascii_digit());
    Some(Time::Seconds(lower.replace(',', ".").parse().ok().filter(|_| plain)?))
}

/// `62.5`, or `1h2m3.5` before its last `s`.
fn minutes(number: &str) -> Option<Time> {
    let mut total = 0.0;
    let mut rest = number;
    for (unit, seconds) in [('h', 3600.0), ('m', 60.0)] {
        if let Some((count, after)) = rest.split_once(unit) {
            total += count.parse::<f64>().ok()? * seconds;
            rest = after;
        }
    }
    let last: f64 = if rest.is_empty() { 0.0 } else { rest.replace(',', ".").parse().ok()? };
    Some(Time::Seconds(total + last))
}

/// Hours, minutes, seconds; a fourth part counts pictures and is left out.
fn clock(text: &str) -> Option<Time> {
    let parts: Vec<&str> = text.split(':').collect();
    if parts.len() > 4 {
        return None;
    }
    let part = |part: &&str| {
        let digits = part.starts_with(|c: char| c.is_ascii_digit());
        part.replace(',', ".").parse::<f64>().ok().filter(|_| digits)
    };
    let parts: Option<Vec<f64>> = parts.iter().take(3).map(part).collect();
    Some(Time::Seconds(parts?.iter().fold(0.0, |sum, part| sum * 60.0 + part)))
}

/// All times of one file in milliseconds: whole numbers are seconds where nobody could say that few `words` in as
/// many of them otherwise, or where the file writes others with a point (`fractions`).
pub(super) fn milliseconds(times: &[Option<Time>], words: usize, fractions: bool) -> Vec<Option<u32>> {
    let whole = times.iter().flatten().filter_map(|time| match time {
        Time::Whole(number) => Some(*number),
        _ => None,
    });
    let last = whole.fold(0.0, f64::max);
    let seconds = fractions || last * SLOWEST < words as f64;
    let of = |time: &Time| match *time {
        Time::Milliseconds(number) => number,
        Time::Whole(number) if !seconds => number,
        Time::Seconds(number) | Time::Whole(number) => number * 1000.0,
    };
    times.iter().map(|time| time.as_ref().map(of).and_then(bounded)).collect()
}

fn bounded(milliseconds: f64) -> Option<u32> {
    // Checked: within the range of the type.
    (0.0..f64::from(u32::MAX)).contains(&milliseconds).then_some(milliseconds.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_in_many_forms() {
        for (cell, expected) in [
            ("00:01:02.5", Some(62.5)),
            ("1:02", Some(62.0)),
            ("[00:01:02]", Some(62.0)),
            ("00:01:02:12", Some(62.0)),
            ("00:00:02 --> 00:00:05", Some(2.0)),
            ("0:02-0:05", Some(2.0)),
            ("62,5", Some(62.5)),
            ("62.5s", Some(62.5)),
            ("1m2s", Some(62.0)),
            ("PT1M2.5S", Some(62.5)),
            ("EMG 1", None),
            ("", None),
            ("-1", None),
            ("oui", None),
            ("inf", None),
            ("1:x", None),
        ] {
            assert_eq!(time(cell), expected.map(Time::Seconds), "{cell}");
        }
        assert_eq!(time("1500"), Some(Time::Whole(1500.0)));
        assert_eq!(time("1500 ms"), Some(Time::Whole(1500.0)));
    }

    #[test]
    fn whole_numbers_are_what_they_can_be() {
        let times = [Some(Time::Whole(2.0)), None, Some(Time::Whole(60.0))];
        assert_eq!(milliseconds(&times, 100, false), [Some(2000), None, Some(60_000)]);
        let times = [Some(Time::Whole(2000.0)), Some(Time::Whole(60_000.0))];
        assert_eq!(milliseconds(&times, 100, false), [Some(2000), Some(60_000)]);
        assert_eq!(milliseconds(&[Some(Time::Whole(60.0))], 1, true), [Some(60_000)]);
        assert_eq!(
            milliseconds(&[Some(Time::Seconds(-1.0)), Some(Time::Seconds(1e12))], 1, true),
            [None, None]
        );
    }
}

//! Numbers of cells as people read them: days, times of a clock, durations.

/// What the number of a cell means, as its format says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Meaning {
    #[default]
    Number,
    /// Days since the beginning of the calendar of spreadsheets.
    Day,
    /// Days that something takes.
    Duration,
}

/// The meaning of a format that programs know by its number (ECMA-376, part 1, 18.8.30).
pub(super) fn known(format: u32) -> Meaning {
    match format {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Meaning::Day,
        46 => Meaning::Duration,
        _ => Meaning::Number,
    }
}

/// The meaning of a format such as `dd/mm/yyyy` or `[h]:mm:ss`: its first part, without what stands in quotes, behind
/// a sign that makes the next one plain, or in brackets.
pub(super) fn meaning(format: &str) -> Meaning {
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c.to_ascii_lowercase() {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let unit = |c: char| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's');
                if !inside.is_empty() && inside.chars().all(unit) {
                    return Meaning::Duration;
                }
            }
            ';' => return Meaning::Number,
            'd' | 'm' | 'h' | 'y' | 's' | 'j' | 'a' => {
                // `General` and `Standard` are words.
                let rest = format.to_ascii_lowercase();
                let word = ["general", "standard"].iter().any(|word| rest.starts_with(word));
                return if word { Meaning::Number } else { Meaning::Day };
            }
            _ => {}
        }
    }
    Meaning::Number
}

/// A number as text: a day as `YYYY-MM-DD`, a part of a day and a duration as a clock.
pub(super) fn written(number: f64, meaning: Meaning, since_1904: bool) -> String {
    match meaning {
        Meaning::Duration if (0.0..1e6).contains(&number) => clock(number),
        Meaning::Day if (0.0..1.0).contains(&number) => clock(number),
        Meaning::Day => day(number, since_1904).unwrap_or_else(|| number.to_string()),
        _ => number.to_string(),
    }
}

/// `00:01:02.500` of a number of days.
fn clock(days: f64) -> String {
    const MILLISECONDS: f64 = 24.0 * 3600.0 * 1000.0;
    // Checked: less than a million days fit.
    let all = (days * MILLISECONDS).round() as u64;
    let (seconds, rest) = (all / 1000, all % 1000);
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:03}") };
    format!("{:02}:{:02}:{:02}{fraction}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The day of a number of days since the end of 1899, or the beginning of 1904. The first calendar knows a 29 February
/// 1900 that never was.
fn day(number: f64, since_1904: bool) -> Option<String> {
    let number = if since_1904 { number + 1462.0 } else { number };
    // Up to the end of 9999.
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    // Checked above.
    let number = number.floor() as i64;
    let number = if number < 60 { number + 1 } else { number };
    let (year, month, day) = civil(number - 25_569);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The date so many days after 1 January 1970 (Howard Hinnant, chrono-compatible low-level date algorithms).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_days_from_numbers() {
        for (format, expected) in [
            ("General", Meaning::Number),
            ("Standard", Meaning::Number),
            ("0.00", Meaning::Number),
            ("#,##0 \"jours\"", Meaning::Number),
            ("[Red]0;d", Meaning::Number),
            ("0\\h", Meaning::Number),
            ("_d0", Meaning::Number),
            ("dd/mm/yyyy", Meaning::Day),
            ("[$-40C]d mmmm yyyy", Meaning::Day),
            ("jj/mm/aaaa", Meaning::Day),
            ("h:mm:ss", Meaning::Day),
            ("mm:ss.0", Meaning::Day),
            ("[h]:mm:ss", Meaning::Duration),
            ("[MM]:SS", Meaning::Duration),
        ] {
            assert_eq!(meaning(format), expected, "{format}");
        }
        assert_eq!((known(14), known(46), known(2)), (Meaning::Day, Meaning::Duration, Meaning::Number));
    }

    #[test]
    fn numbers_are_written_as_people_read_them() {
        for (number, meaning, since_1904, expected) in [
            (34.0, Meaning::Number, false, "34"),
            (2.5, Meaning::Number, false, "2.5"),
            (0.5, Meaning::Day, false, "12:00:00"),
            (62.5 / 86_400.0, Meaning::Day, false, "00:01:02.500"),
            (45_000.25, Meaning::Day, false, "2023-03-15"),
            (43_538.0, Meaning::Day, true, "2023-03-15"),
            (59.0, Meaning::Day, false, "1900-02-28"),
            (61.0, Meaning::Day, false, "1900-03-01"),
            (1.0, Meaning::Day, false, "1900-01-01"),
            (25.0 / 24.0, Meaning::Duration, false, "25:00:00"),
            (-1.0, Meaning::Day, false, "-1"),
            (-1.0, Meaning::Duration, false, "-1"),
            (f64::NAN, Meaning::Day, false, "NaN"),
            (1e300, Meaning::Duration, false, &1e300.to_string()),
        ] {
            assert_eq!(written(number, meaning, since_1904), expected, "{number} {meaning:?}");
        }
    }
}

//! Dates, times of day and durations as each language writes them.
//!
//! Nothing here knows what time it is: the caller gives year, month, day, hour and minute, already in
//! the reader's time zone.

use crate::Lang;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if the (Gregorian) calendar has it; month and day are counted from 1.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// `1ᵉʳ mars 2026`, `1 March 2026`.
    pub fn long(self, lang: Lang) -> String {
        let month = crate::month_name(lang, self.month.into());
        crate::date_long(lang, month, self.day.into(), &self.year.to_string())
    }

    /// `01/03/2026`, day first in both languages.
    pub fn numeric(self, lang: Lang) -> String {
        crate::date_numeric(lang, &two(self.day), &two(self.month), &self.year.to_string())
    }

    /// `01/03`: in a list whose year is plain.
    pub fn numeric_short(self, lang: Lang) -> String {
        crate::date_numeric_short(lang, &two(self.day), &two(self.month))
    }
}

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl Time {
    /// The time, if a clock of 24 hours shows it.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// `9 h 05`, `9:05`.
    pub fn written(self, lang: Lang) -> String {
        crate::time_of_day(lang, &self.hour.to_string(), &two(self.minute))
    }
}

/// A date with a time of day: `01/03/2026 à 9 h 05`, `01/03/2026 at 9:05`.
pub fn date_time(lang: Lang, date: Date, time: Time) -> String {
    crate::date_and_time(lang, &date.numeric(lang), &time.written(lang))
}

/// A duration in minutes: `48 min`, `1 h 09`.
pub fn duration(lang: Lang, minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => crate::duration_minutes(lang, minutes.into()),
        (hours, minutes) => crate::duration_hours(lang, &format!("{minutes:02}"), hours.into()),
    }
}

/// A place in a recording, from milliseconds: `12:04`, `1:02:04`; the same in every language.
pub fn recording_time(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}

fn two(n: u8) -> String {
    format!("{n:02}")
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u8, day: u8) -> Date {
        Date::new(year, month, day).expect("a day of the calendar")
    }

    #[test]
    fn only_days_of_the_calendar_exist() {
        for (year, month, day) in
            [(2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2025, 2, 29), (1900, 2, 29), (2026, 1, 0)]
        {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
        assert!(Date::new(2024, 2, 29).is_some());
        assert!(Date::new(2000, 2, 29).is_some());
    }

    #[test]
    fn dates_in_full() {
        assert_eq!(date(2026, 3, 1).long(Lang::Fr), "1ᵉʳ mars 2026");
        assert_eq!(date(2026, 8, 22).long(Lang::Fr), "22 août 2026");
        assert_eq!(date(2026, 3, 1).long(Lang::En), "1 March 2026");
        assert_eq!(date(2026, 12, 31).long(Lang::En), "31 December 2026");
    }

    #[test]
    fn dates_in_figures() {
        assert_eq!(date(2026, 2, 9).numeric(Lang::Fr), "09/02/2026");
        assert_eq!(date(2026, 2, 9).numeric_short(Lang::Fr), "09/02");
    }

    #[test]
    fn times_of_day() {
        assert_eq!(Time::new(24, 0), None);
        assert_eq!(Time::new(0, 60), None);
        let time = Time::new(9, 5).expect("a time");
        assert_eq!(time.written(Lang::Fr), "9\u{A0}h\u{A0}05");
        assert_eq!(time.written(Lang::En), "9:05");
        assert_eq!(date_time(Lang::Fr, date(2026, 2, 9), time), "09/02/2026 à 9\u{A0}h\u{A0}05");
    }

    #[test]
    fn durations() {
        assert_eq!(duration(Lang::Fr, 48), "48\u{A0}min");
        assert_eq!(duration(Lang::Fr, 69), "1\u{A0}h\u{A0}09");
        assert_eq!(duration(Lang::En, 120), "2\u{A0}h\u{A0}00");
    }

    #[test]
    fn places_in_a_recording() {
        assert_eq!(recording_time(724_999), "12:04");
        assert_eq!(recording_time(0), "00:00");
        assert_eq!(recording_time(3_724_000), "1:02:04");
    }
}

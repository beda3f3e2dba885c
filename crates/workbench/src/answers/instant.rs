//! Instants and times as machines read them.

use model::Timestamp;

/// An instant in UTC, as RFC 3339: `2026-03-01T08:05:00Z`. Empty where it is beyond any calendar.
#[must_use]
pub fn instant(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).map_or_else(|_| String::new(), |at| at.to_string())
}

/// A place in a recording, from milliseconds: `01:02:04`.
#[must_use]
pub fn recording_time(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{instant, recording_time};
    use model::Timestamp;

    #[test]
    fn instants_are_rfc_3339_in_utc() {
        assert_eq!(instant(Timestamp(0)), "1970-01-01T00:00:00Z");
        assert_eq!(instant(Timestamp(1_772_352_300_250)), "2026-03-01T08:05:00.25Z");
        assert_eq!(instant(Timestamp(i64::MAX)), "");
    }

    #[test]
    fn places_in_a_recording_have_hours() {
        assert_eq!(recording_time(3_724_999), "01:02:04");
        assert_eq!(recording_time(0), "00:00:00");
    }
}

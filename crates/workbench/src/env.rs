//! The one door to the clock and to chance.

use model::{OpId, RecordId, Timestamp};
use std::fmt;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Where instants and identifiers come from.
pub struct Env {
    clock: Box<dyn FnMut() -> Timestamp + Send>,
    chance: Box<dyn FnMut(Timestamp) -> Uuid + Send>,
    secret: Box<dyn FnMut() -> Result<[u8; 32], getrandom::Error> + Send>,
    /// How many milliseconds are added to what the clock says: none, but while the example study is made.
    away: i64,
}

impl Env {
    /// The machine's clock and chance.
    #[must_use]
    pub fn system() -> Env {
        Env {
            clock: Box::new(|| Timestamp(jiff::Timestamp::now().as_millisecond())),
            chance: Box::new(identifier),
            secret: Box::new(|| {
                let mut bytes = [0; 32];
                getrandom::fill(&mut bytes).map(|()| bytes)
            }),
            away: 0,
        }
    }

    /// A clock that advances by a second at each look and identifiers counted from `seed`: for tests and
    /// reproducible studies.
    #[must_use]
    pub fn counted(seed: u64, start: Timestamp) -> Env {
        let mut at = start.0;
        let mut count = u64::from(seed.wrapping_mul(0x9e37_79b9).to_le_bytes()[0]) << 40;
        Env {
            clock: Box::new(move || {
                at += 1000;
                Timestamp(at)
            }),
            chance: Box::new(move |now| {
                count += 1;
                let millis = u64::try_from(now.0).unwrap_or_default();
                let random = (u128::from(seed) << 64 | u128::from(count)).to_be_bytes();
                let mut bytes = [0; 10];
                bytes.copy_from_slice(&random[6..]);
                uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
            }),
            secret: Box::new(move || Ok(model::Digest::of(&seed.to_le_bytes()).0)),
            away: 0,
        }
    }

    /// Bytes that nobody can guess, for a signing key.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn secret(&mut self) -> Result<[u8; 32], getrandom::Error> {
        (self.secret)()
    }

    /// Now.
    pub fn now(&mut self) -> Timestamp {
        let Timestamp(at) = (self.clock)();
        Timestamp(at.saturating_add(self.away))
    }

    /// Lets the clock go on from the evening of a day: a study that is made, not worked on, has days of its own.
    pub(crate) fn go_to(&mut self, day: jiff::civil::Date) {
        let evening = day.at(18, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
        // A day beyond any calendar is no day to go to.
        if let Ok(evening) = evening {
            self.away = evening.timestamp().as_millisecond().saturating_sub((self.clock)().0);
        }
    }

    /// Lets the clock say again what it says.
    pub(crate) fn come_back(&mut self) {
        self.away = 0;
    }

    /// A new record's identifier.
    pub fn record(&mut self) -> RecordId {
        let now = self.now();
        RecordId((self.chance)(now))
    }

    /// A new operation's identifier (UUID version 7).
    pub fn op(&mut self) -> OpId {
        let now = self.now();
        OpId((self.chance)(now))
    }
}

/// An identifier that nobody else has: of that instant, in the order of making where it is now.
fn identifier(at: Timestamp) -> Uuid {
    let Timestamp(now) = at;
    match u64::try_from(now) {
        Ok(millis) if jiff::Timestamp::now().as_millisecond().abs_diff(now) > 60_000 => {
            let nanos = u32::try_from(millis % 1000).unwrap_or_default() * 1_000_000;
            Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, millis / 1000, nanos))
        }
        _ => Uuid::now_v7(),
    }
}

/// The day and the time of an instant where the machine stands; `None` beyond any calendar.
#[must_use]
pub fn local(at: Timestamp) -> Option<(i18n::Date, i18n::Time)> {
    let there = jiff::Timestamp::from_millisecond(at.0).ok()?.to_zoned(jiff::tz::TimeZone::system());
    let part = |number: i8| u8::try_from(number).ok();
    let day = i18n::Date::new(there.year().into(), part(there.month())?, part(there.day())?)?;
    Some((day, i18n::Time::new(part(there.hour())?, part(there.minute())?)?))
}

/// The day on which an operation was made, as its identifier tells (UUID version 7); empty where it does not.
#[must_use]
pub(crate) fn day_of(lang: i18n::Lang, op: OpId) -> String {
    let made = op.0.get_timestamp().map(|at| at.to_unix());
    let millis = made.and_then(|(seconds, nanos)| {
        Some(i64::try_from(seconds).ok()? * 1000 + i64::from(nanos / 1_000_000))
    });
    let day = millis.and_then(|at| local(Timestamp(at)));
    day.map(|(day, _)| day.numeric(lang)).unwrap_or_default()
}

/// Says when some time has passed since now: for work that must come to an end.
pub fn deadline(patience: Duration) -> impl Fn() -> bool + Send + Sync {
    let begun = Instant::now();
    move || begun.elapsed() > patience
}

impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Env")
    }
}

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
}

impl Env {
    /// The machine's clock and chance.
    #[must_use]
    pub fn system() -> Env {
        Env {
            clock: Box::new(|| Timestamp(jiff::Timestamp::now().as_millisecond())),
            chance: Box::new(|_| Uuid::now_v7()),
            secret: Box::new(|| {
                let mut bytes = [0; 32];
                getrandom::fill(&mut bytes).map(|()| bytes)
            }),
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
        (self.clock)()
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

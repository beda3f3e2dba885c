//! The one door to the clock and to chance.

use model::{OpId, RecordId, Timestamp};
use std::fmt;
use uuid::Uuid;

/// Where instants and identifiers come from.
pub struct Env {
    clock: Box<dyn FnMut() -> Timestamp + Send>,
    chance: Box<dyn FnMut(Timestamp) -> Uuid + Send>,
}

impl Env {
    /// The machine's clock and chance.
    #[must_use]
    pub fn system() -> Env {
        Env {
            clock: Box::new(|| Timestamp(jiff::Timestamp::now().as_millisecond())),
            chance: Box::new(|_| Uuid::now_v7()),
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
        }
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

impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Env")
    }
}

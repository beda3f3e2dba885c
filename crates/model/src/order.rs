//! Fractional order keys: there is always room between two siblings, without touching either.

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A key that orders siblings: a fraction in base 62 written after the point, without a trailing `0`.
///
/// Two members may give the same key to two siblings apart; readers then order them by identifier.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderKey(String);

impl OrderKey {
    /// A key after `before` and before `after`; an absent bound is the end of the list.
    ///
    /// Bounds that are equal or the wrong way round count as only the lower one.
    #[must_use]
    pub fn between(before: Option<&OrderKey>, after: Option<&OrderKey>) -> OrderKey {
        let low = before.map_or("", |key| key.0.as_str());
        let high = after.map(|key| key.0.as_str()).filter(|high| low < *high);
        match high {
            Some(high) => OrderKey(middle(low, high)),
            None => OrderKey(next(low)),
        }
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn value(digit: u8) -> usize {
    DIGITS.iter().position(|known| *known == digit).unwrap_or(0)
}

/// The next short key after `low`: counts up in the last two digits, so that a long list appended one
/// by one keeps short keys.
fn next(low: &str) -> String {
    let mut digits: Vec<usize> = low.bytes().map(value).collect();
    digits.resize(digits.len().max(3), 0);
    for place in (0..digits.len()).rev() {
        if digits[place] < 61 {
            digits[place] += 1;
            digits.truncate(place + 1);
            return write(&digits);
        }
    }
    format!("{low}1")
}

/// A key strictly between two keys, `low < high`.
fn middle(low: &str, high: &str) -> String {
    let (low, high) = (low.as_bytes(), high.as_bytes());
    let mut digits = Vec::new();
    let mut bounded = true;
    for place in 0.. {
        let under = low.get(place).map_or(0, |digit| value(*digit));
        let over = match high.get(place) {
            Some(digit) if bounded => value(*digit),
            _ => 62,
        };
        if over > under + 1 {
            digits.push((under + over) / 2);
            break;
        }
        bounded = bounded && over == under;
        digits.push(under);
    }
    write(&digits)
}

fn write(digits: &[usize]) -> String {
    let text: String = digits.iter().map(|digit| char::from(DIGITS[*digit])).collect();
    text.trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn inserting_anywhere_keeps_the_order(places in proptest::collection::vec(0usize..1000, 1..200)) {
            let mut keys: Vec<OrderKey> = Vec::new();
            for place in places {
                let at = place % (keys.len() + 1);
                let key = OrderKey::between(at.checked_sub(1).and_then(|i| keys.get(i)), keys.get(at));
                keys.insert(at, key);
                prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
            }
        }
    }

    #[test]
    fn a_list_appended_one_by_one_keeps_short_keys() {
        let mut last = OrderKey::default();
        for _ in 0..10_000 {
            last = OrderKey::between(Some(&last), None);
        }
        assert!(last.as_str().len() <= 4, "{last:?}");
    }
}

//! Measures as they are printed: a number, or nothing and the reason why.

pub use measure::Measured;
use measure::Undefined;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;

/// Named measures, in order: each a number or null, then `undefined` with the reasons.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measures(pub Vec<(&'static str, Measured)>);

impl Measures {
    /// The measure of that name.
    ///
    /// # Errors
    /// Where it is undefined, or there is none of that name.
    pub fn of(&self, name: &str) -> Measured {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map_or(Err(Undefined::NoUnits), |(_, value)| *value)
    }
}

impl Serialize for Measures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len() + 1))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, &value.ok())?;
        }
        map.serialize_entry("undefined", &reasons(&self.0))?;
        map.end()
    }
}

/// Why each measure without a value has none.
fn reasons(measures: &[(&'static str, Measured)]) -> BTreeMap<&'static str, String> {
    let undefined =
        measures.iter().filter_map(|(name, value)| value.err().map(|reason| (*name, reason.to_string())));
    undefined.collect()
}

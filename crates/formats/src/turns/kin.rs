//! Labels that come once and are speakers all the same, because others of their kind are: the member of a
//! group who spoke once, the wife who came in, the interviewer written out in full at the first turn only.

use std::collections::BTreeSet;

use super::{names, words};

/// What the accepted labels of a document are like.
#[derive(Debug, Default)]
pub(super) struct Kin {
    /// The letters before a number: `p` of `P1` and `P2`.
    stems: BTreeSet<String>,
    /// How many letters several labels in capitals have: `VL`, `CM`.
    initials: BTreeSet<usize>,
    /// Whether several labels are words in capitals: `MARTIN`, `LE GOFF`.
    capitals: bool,
    first_names: bool,
    any: bool,
}

impl Kin {
    /// Learns from the labels that were accepted.
    pub fn of<'a>(labels: impl Iterator<Item = &'a str>) -> Kin {
        let mut kin = Kin::default();
        let mut lengths = std::collections::BTreeMap::<usize, usize>::new();
        let mut capitals = 0;
        for label in labels {
            kin.any = true;
            capitals += usize::from(is_word_in_capitals(label));
            kin.stems.extend(stem(label));
            kin.first_names |= names::is_first_name(&first_key(label));
            if let Some(length) = initials(label) {
                *lengths.entry(length).or_default() += 1;
            }
        }
        kin.capitals = capitals >= 2;
        kin.initials =
            lengths.into_iter().filter(|(_, count)| *count >= 2).map(|(length, _)| length).collect();
        kin
    }

    /// Whether a clear label is of the kind of those accepted, or names a role in any interview.
    pub fn has(&self, label: &str) -> bool {
        self.any
            && (names_person(label)
                || (self.capitals && is_word_in_capitals(label))
                || stem(label).is_some_and(|stem| self.stems.contains(&stem))
                || initials(label).is_some_and(|length| self.initials.contains(&length)))
    }

    /// Whether a name is one as others are.
    pub fn has_name(&self, label: &str) -> bool {
        self.first_names && names::is_first_name(&first_key(label))
    }
}

/// A word or two in capitals, longer than initials are.
fn is_word_in_capitals(label: &str) -> bool {
    label.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && label.split_whitespace().nth(2).is_none()
        && label.chars().all(|c| c.is_uppercase() || c.is_whitespace() || matches!(c, '-' | '\'' | '’'))
}

fn first_key(label: &str) -> String {
    words::key(label.split_whitespace().next().unwrap_or_default())
}

/// Whether a label says what somebody is in the interview, by its first word.
fn names_person(label: &str) -> bool {
    let first = label.split_whitespace().next().unwrap_or_default();
    let key = words::common_key(first);
    let bare = key.strip_prefix('l').filter(|_| first.contains(['\'', '’'])).unwrap_or(&key);
    bare.len() > 1 && first.starts_with(char::is_uppercase) && words::names_role(bare)
}

fn stem(label: &str) -> Option<String> {
    let key = words::key(label);
    let stem = key.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem.len() < key.len() && !stem.is_empty()).then(|| stem.to_owned())
}

fn initials(label: &str) -> Option<usize> {
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = label.chars().all(|c| c.is_uppercase() || c == '.');
    ((2..=3).contains(&letters) && capitals).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinship_is_by_number_initials_or_role() {
        let group = Kin::of(["P1", "P2", "Animatrice"].into_iter());
        assert!(group.has("P7") && group.has("Observatrice") && group.has("Épouse de P1"));
        assert!(!group.has("T3") && !group.has("HTA") && !group.has_name("Paul"));
        let two = Kin::of(["VL", "CM"].into_iter());
        assert!(two.has("HB") && !two.has("HTA"));
        let names = Kin::of(["Marie", "Jean-Paul"].into_iter());
        assert!(names.has_name("Sophie") && !names.has_name("Avantage"));
        assert!(!Kin::default().has("Médecin"));
    }
}

//! Who is said to lead the interview: in the header, in a legend, or beside the label.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::head::Head;
use super::header::Value;
use super::words::{self, key};
use crate::source::Verbatim;
use crate::transcript::FactKind;

/// A line that says who led has at most this many words.
const LINE_WORDS: usize = 25;

/// `Entretien mené par Claire Bonnet (CB)`.
static LED_BY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:men|réalis|condui|dirig|anim|interview|interrog|recueilli|led|conducted)(?:ée?s?|te?s?|ed|s)?",
        r"\s+(?:par|by)\s*:?\s*(.+)$"
    ))
    .ok()
});

/// Keys of labels that stand for who leads: as the lines before `first` and the `facts` name them, in full, by
/// first or last name, by initials, or by what stands in brackets behind; and labels beside which it is said.
pub(super) fn leads(
    verbatim: &Verbatim,
    facts: &[Value],
    heads: &[(usize, usize, usize)],
    first: usize,
) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let text = |start: usize, end: usize| verbatim.text.get(start..end).unwrap_or_default();
    for fact in facts.iter().filter(|fact| fact.kind == FactKind::Interviewer) {
        names(text(fact.start, fact.end), &mut keys);
    }
    for line in verbatim.lines.iter().take_while(|line| line.end <= first) {
        let words = text(line.start, line.end);
        if words.split_whitespace().nth(LINE_WORDS).is_some() {
            continue;
        }
        if let Some(name) = LED_BY.as_ref().and_then(|led| led.captures(words)).and_then(|all| all.get(1)) {
            names(name.as_str(), &mut keys);
        }
        keys.extend(explained(words));
    }
    for &(start, end, after) in heads {
        let beside = text(end, after);
        if beside.contains(['(', '[']) && says_lead(beside) {
            keys.insert(key(text(start, end)));
        }
    }
    keys
}

/// The place of each label, and where what it says begins.
pub(super) fn places<'a>(heads: impl Iterator<Item = &'a Head>) -> Vec<(usize, usize, usize)> {
    heads.map(|head| (head.label.0, head.label.1, head.after)).collect()
}

/// `A = thésarde ; B = patiente`, `CB : l’enquêtrice`: the labels that are explained so.
fn explained(line: &str) -> Vec<String> {
    let pairs = line.split([';', ',', '|', '\t']).filter_map(|pair| pair.split_once([':', '=', '：']));
    let leads = pairs.filter(|(label, value)| {
        let label = label.trim();
        let short = label.chars().count() <= 24 && label.split_whitespace().nth(3).is_none();
        short && !says_lead(label) && value.split_whitespace().nth(6).is_none() && says_lead(value)
    });
    leads.map(|(label, _)| key(label.trim())).filter(|key| !key.is_empty()).collect()
}

fn says_lead(words: &str) -> bool {
    let parts =
        words.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '\'' | '’' | ','));
    parts.map(words::common_key).any(|key| words::names_interviewer(&key) && key != "moi")
}

/// What a person who is named so may be called in labels.
fn names(value: &str, keys: &mut BTreeSet<String>) {
    for part in value.split([',', ';', '/', '(', ')', '[', ']', '&', '–', '—']) {
        let parts = part.split(" et ").flat_map(|part| part.split(" and ")).map(str::trim);
        for name in parts.filter(|name| !name.is_empty()) {
            let words: Vec<&str> = name.split_whitespace().collect();
            let bare: Vec<&str> = words.iter().copied().filter(|word| !words::is_title(&key(word))).collect();
            let capital = |word: &&str| word.starts_with(char::is_uppercase);
            if words.len() > 5 || !bare.iter().any(capital) {
                continue;
            }
            keys.insert(key(name));
            keys.insert(key(&bare.concat()));
            keys.extend(bare.iter().filter(|word| capital(word)).map(|word| key(word)));
            if bare.len() >= 2 {
                let initials: String = bare.iter().filter_map(|word| word.chars().next()).collect();
                let turned: String = bare.iter().rev().filter_map(|word| word.chars().next()).collect();
                keys.extend([key(&initials), key(&turned)]);
            }
        }
    }
    keys.remove("");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(value: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        names(value, &mut keys);
        keys
    }

    #[test]
    fn a_person_is_known_by_name_and_initials() {
        let keys = named("Claire Bonnet (CB)");
        assert!(["clairebonnet", "claire", "bonnet", "cb", "bc"].iter().all(|key| keys.contains(*key)));
        assert!(named("Thomas L. (T)").contains("t"));
        assert!(named("une amie de la fac").is_empty());
    }

    #[test]
    fn a_legend_explains_labels() {
        assert_eq!(explained("A = thésarde ; B = patiente"), ["a"]);
        assert_eq!(explained("CB : l’enquêtrice"), ["cb"]);
        assert!(explained("Enquêtrice : Claire").is_empty());
        assert!(explained("Je crois : la chercheuse m’a dit que tout irait bien ce jour-là").is_empty());
    }
}

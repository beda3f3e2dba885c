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
        names(alone(text(fact.start, fact.end)), &mut keys);
    }
    for line in verbatim.lines.iter().take_while(|line| line.end <= first) {
        let words = text(line.start, line.end);
        if words.split_whitespace().nth(LINE_WORDS).is_some() {
            continue;
        }
        if let Some(name) = LED_BY.as_ref().and_then(|led| led.captures(words)).and_then(|all| all.get(1)) {
            names(alone(name.as_str()), &mut keys);
        }
        for (label, value) in pairs(words) {
            explained(label, value, &mut keys);
        }
    }
    for &(start, end, after) in heads {
        let beside = text(end, after);
        let remark = beside.split_once(['(', '[']).map(|(_, inside)| inside);
        if remark.is_some_and(is_lead) {
            keys.insert(key(text(start, end)));
        }
    }
    keys
}

/// The place of each label, and where what it says begins.
pub(super) fn places<'a>(heads: impl Iterator<Item = &'a Head>) -> Vec<(usize, usize, usize)> {
    heads.map(|head| (head.label.0, head.label.1, head.after)).collect()
}

/// What names one person of a text that may go on about others: `Lucas auprès de Marc`, `Lucie. Médecin : Marc`.
fn alone(value: &str) -> &str {
    static OTHERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?i)[;|]|\s[–—-]\s|\p{L}{3,}\.\s|,?\s(?:avec|aupr[eè]s|observ\w*|chez|le\s\d|du|au|[àa]|dans|en|pour|dr|with|on)\b",
            r"|,?\s\p{L}+\s*(?:\([^)]*\))?\s*[:=]"
        ))
        .ok()
    });
    let end = OTHERS.as_ref().and_then(|others| others.find(value)).map_or(value.len(), |found| {
        // The point that ends a name belongs to it.
        if found.as_str().trim_end().ends_with('.') { found.end() } else { found.start() }
    });
    value.get(..end).unwrap_or(value)
}

/// The pairs of a label and its value in a line: `Enquêtrice (E) : Lucie. Médecin (M) : Marc`.
pub(super) fn pairs(line: &str) -> Vec<(&str, &str)> {
    static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[;,|.\t]\s*|\s[–—-]\s+)(\p{L}[\p{L}\d'’.-]*(?:\s[\p{L}\d'’.-]+){0,2}(?:\s*\([^)]{1,12}\))?)\s*[:=：]\s").ok()
    });
    let found: Vec<_> = LABEL
        .iter()
        .flat_map(|label| label.captures_iter(line))
        .filter_map(|all| Some((all.get(0)?, all.get(1)?)))
        .collect();
    let pair = |(n, (whole, label)): (usize, &(regex::Match<'_>, regex::Match<'_>))| {
        let end = found.get(n + 1).map_or(line.len(), |(next, _)| next.start());
        (line.get(label.range()).unwrap_or_default(), line.get(whole.end()..end).unwrap_or_default())
    };
    found.iter().enumerate().map(pair).collect()
}

/// The labels that a pair says to be those of who leads: `A = thésarde`, `CB : l’enquêtrice`, `Enquêtrice (E) : Lucie`.
fn explained(label: &str, value: &str, keys: &mut BTreeSet<String>) {
    if says_lead(label) {
        names(alone(value), keys);
        if let Some((_, short)) = label.split_once('(') {
            keys.insert(key(short));
        }
    } else if value.split_whitespace().nth(6).is_none() && is_lead(value) {
        keys.insert(key(label));
    }
    keys.remove("");
}

fn says_lead(words: &str) -> bool {
    let parts =
        words.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '\'' | '’' | ','));
    parts.map(words::common_key).any(|key| words::names_interviewer(&key) && key != "moi")
}

/// Whether what is said of somebody is that they lead, `l’enquêtrice` or `Lucie, interne, enquêtrice`, and not
/// what they do to who leads, `à l’enquêtrice`.
fn is_lead(words: &str) -> bool {
    let articles = ["l", "la", "le", "les", "un", "une", "the", "an", "my", "mon", "ma"];
    let of_lead = |part: &str| {
        let parts = part.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '-'));
        let mut keys = parts.map(words::common_key).filter(|key| !key.is_empty());
        keys.find(|key| {
            words::names_interviewer(key) || !(articles.contains(&key.as_str()) || words::names_role(key))
        })
        .is_some_and(|key| words::names_interviewer(&key) && key != "moi")
    };
    words.split([',', ';', '/', '(', ')', '[', ']']).any(of_lead)
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
            // The initial of a name that is kept back is no name: `Claire P.`
            let whole = |word: &&str| bare.len() < 2 || key(word).chars().count() > 1;
            keys.extend(bare.iter().filter(|word| capital(word)).copied().filter(whole).map(key));
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
        assert!(named("Thomas L. (T)").contains("t") && !named("Claire P.").contains("p"));
        assert!(named("une amie de la fac").is_empty());
    }

    #[test]
    fn a_legend_explains_labels() {
        let leads = |line: &str| {
            let mut keys = BTreeSet::new();
            pairs(line).into_iter().for_each(|(label, value)| explained(label, value, &mut keys));
            keys.into_iter().collect::<Vec<_>>()
        };
        assert_eq!(leads("A = thésarde ; B = patiente"), ["a"]);
        assert_eq!(leads("CB : l’enquêtrice"), ["cb"]);
        assert_eq!(leads("CB : Claire, interne, enquêtrice"), ["cb"]);
        assert!(leads("MG2 : amie de l’enquêtrice").is_empty());
        assert_eq!(leads("Enquêtrice (E) : Lucie. Médecin (M) : Marc"), ["e", "lucie"]);
        assert_eq!(leads("Enquêtrice : Lucie - Patient : Marc"), ["lucie"]);
    }

    #[test]
    fn a_remark_on_who_leads_names_them_or_not() {
        for remark in ["(enquêtrice) :", "(l’enquêtrice)", "[interne enquêteur]", "(Lucie, thésarde) :"]
        {
            assert!(is_lead(remark), "{remark}");
        }
        for remark in ["(à l’enquêtrice) :", "(regarde l’enquêtrice)", "(coupé par l’enquêteur)", "(rires)"]
        {
            assert!(!is_lead(remark), "{remark}");
        }
    }

    #[test]
    fn others_in_the_line_do_not_lead() {
        assert_eq!(alone("Lucas auprès de Marc"), "Lucas");
        assert_eq!(alone("Lucas, observé par Marie, avec Antoine"), "Lucas");
        assert_eq!(alone("Lucas ; interviewé : Marc"), "Lucas ");
        assert_eq!(alone("Claire Bonnet (CB)"), "Claire Bonnet (CB)");
    }
}

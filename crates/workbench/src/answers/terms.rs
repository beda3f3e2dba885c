//! How often every word is said, by whom, and which words tell groups of participants apart.

use super::export::lines;
use super::search::{ParticipantCounts, counts};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::names::NameError;
use crate::search::{Asked, Scoped, Search};
use index::Family;
use model::RecordId;
use model::study::Seen;
use model::value::{AttributeValue, Kind, Language};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// The stop words that the program brings, by language.
const FRENCH: &str = include_str!("../../../../assets/stop_words/fr.txt");
const ENGLISH: &str = include_str!("../../../../assets/stop_words/en.txt");

/// What is asked.
#[derive(Debug, Clone)]
pub struct TermsAsked {
    /// Whose words, in which interviews: as for a search.
    pub of: Asked,
    /// Words that are not listed, folded; those of the study where `None`.
    pub stop: Option<HashSet<String>>,
    /// At most so many words.
    pub limit: usize,
    /// The attribute whose values make the groups that are compared.
    pub by: Option<RecordId>,
}

/// The words of a study.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermsAnswer {
    /// How many words the participants say, stop words among them.
    pub words: u64,
    /// The words, the most frequent first.
    pub terms: Vec<TermAnswer>,
    /// The groups that were compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Groups>,
}

/// A word in all its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermAnswer {
    /// The form that is said most often.
    pub term: String,
    /// Every form.
    pub forms: Vec<String>,
    /// How often it is said.
    pub total: u64,
    /// By how many participants.
    pub participants: usize,
    /// How often by each of them.
    pub counts: ParticipantCounts,
}

/// Groups of participants, compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Groups {
    /// The heading of the attribute.
    pub attribute: String,
    /// How many words each group says, stop words among them.
    pub words: BTreeMap<String, u64>,
    /// The words that tell them apart, the most telling first.
    pub keyness: Vec<Keyness>,
    /// Where the measure comes from.
    pub measure: &'static str,
}

/// How much a word tells groups apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Keyness {
    /// The form that is said most often.
    pub term: String,
    /// How often each group says it.
    pub counts: BTreeMap<String, u64>,
    /// Log-likelihood G²: above 3.84 chance makes it once in twenty for two groups.
    pub log_likelihood: f64,
    /// The group in which it is most frequent for the number of words said there.
    pub most_in: String,
}

/// The measure of [`Keyness`].
const MEASURE: &str =
    "log-likelihood G2 = 2 sum O ln(O/E) over the groups; Dunning 1993, Rayson and Garside 2000";

/// The list of stop words that the program brings, as it can be edited.
#[must_use]
pub fn shipped_stop_words(language: Language) -> &'static str {
    match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    }
}

/// The stop words of a study, folded: its own list where it has one, else those that the program brings.
#[must_use]
pub fn study_stop_words(seen: &Seen<'_>) -> HashSet<String> {
    stop_words(&stop_list(seen))
}

/// The same list as it is read and written: with its remarks.
#[must_use]
pub fn stop_list(seen: &Seen<'_>) -> String {
    let facts = seen.study_facts();
    let own = facts.as_ref().map_or("", |facts| facts.stop_words);
    if own.is_empty() {
        shipped_stop_words(facts.map(|facts| facts.language).unwrap_or_default()).to_owned()
    } else {
        own.to_owned()
    }
}

/// The words as a table for a spreadsheet: a column for each participant, or for each group compared.
#[must_use]
pub fn terms_csv(answer: &TermsAnswer) -> String {
    match &answer.groups {
        Some(groups) => {
            let header = ["term", "log_likelihood", "most_in"].map(str::to_owned).into_iter();
            let rows = groups.keyness.iter().map(|key| {
                let cells = [key.term.clone(), key.log_likelihood.to_string(), key.most_in.clone()];
                cells.into_iter().chain(key.counts.values().map(u64::to_string)).collect()
            });
            lines(std::iter::once(header.chain(groups.words.keys().cloned()).collect()).chain(rows))
        }
        None => {
            let mut people: Vec<&String> = Vec::new();
            for (name, _) in answer.terms.iter().flat_map(|term| &term.counts.0) {
                if !people.contains(&name) {
                    people.push(name);
                }
            }
            let header = ["term", "total", "participants"].map(str::to_owned).into_iter();
            let rows = answer.terms.iter().map(|term| {
                let count = |name: &&String| {
                    let found = term.counts.0.iter().find(|(known, _)| known == *name);
                    found.map_or(0, |(_, count)| *count).to_string()
                };
                let cells = [term.term.clone(), term.total.to_string(), term.participants.to_string()];
                cells.into_iter().chain(people.iter().map(count)).collect()
            });
            let header = header.chain(people.iter().map(|name| (*name).clone())).collect();
            lines(std::iter::once(header).chain(rows))
        }
    }
}

/// The stop words of a list: one a line or between spaces; what follows `#` is a remark.
#[must_use]
pub fn stop_words(text: &str) -> HashSet<String> {
    index::stop_words(text).into_iter().collect()
}

/// Counts the words of the participants.
///
/// # Errors
/// When the index cannot be made.
pub fn terms(engine: &mut Engine, asked: &TermsAsked) -> Result<TermsAnswer, Failure> {
    let search = engine.search(&asked.of)?;
    let families = search.snapshot.families(&search.scoped.scope)?;
    let stop = asked.stop.as_ref().unwrap_or(&search.stop_words);
    let listed = listed(&families, stop);
    let groups =
        asked.by.map(|by| compare(&engine.seen(), &search.scoped, by, &families, &listed, asked.limit));
    let groups = groups.transpose()?;
    Ok(TermsAnswer {
        words: families.iter().map(|family| family.total).sum(),
        terms: listed.into_iter().take(asked.limit).map(|family| term(&search.scoped, family)).collect(),
        groups,
    })
}

/// The most frequent words of what a search covers, stop words left out: for the window, off its store's thread.
///
/// # Errors
/// When the index is damaged.
pub fn frequent(search: &Search, limit: usize) -> Result<TermsAnswer, Failure> {
    let families = search.snapshot.families(&search.scoped.scope)?;
    let listed = listed(&families, &search.stop_words).into_iter().take(limit);
    Ok(TermsAnswer {
        words: families.iter().map(|family| family.total).sum(),
        terms: listed.map(|family| term(&search.scoped, family)).collect(),
        groups: None,
    })
}

fn listed<'a>(families: &'a [Family], stop: &HashSet<String>) -> Vec<&'a Family> {
    let is_stop = |family: &&Family| stop.contains(&index::analysis::fold(&family.name));
    families.iter().filter(|family| !is_stop(family)).collect()
}

fn term(scoped: &Scoped, family: &Family) -> TermAnswer {
    let counts = counts(scoped, &family.counts);
    TermAnswer {
        term: family.name.clone(),
        forms: family.forms.iter().map(|(form, _)| form.clone()).collect(),
        total: family.total,
        participants: counts.0.len(),
        counts,
    }
}

/// The groups of participants that the values of an attribute make; a group for each class of the scope.
fn group_of_class(seen: &Seen<'_>, scoped: &Scoped, by: RecordId) -> Vec<Option<String>> {
    let group = |participant: RecordId| {
        let known = seen.participant(participant)?;
        let value = known.attributes.iter().find(|(attribute, _)| *attribute == by)?.1;
        Some(match value {
            AttributeValue::Text(text) => text.clone(),
            AttributeValue::Number(number) => number.to_string(),
        })
    };
    scoped.voices.iter().map(|voice| voice.participant.and_then(group)).collect()
}

fn compare(
    seen: &Seen<'_>,
    scoped: &Scoped,
    by: RecordId,
    all: &[Family],
    listed: &[&Family],
    limit: usize,
) -> Result<Groups, Failure> {
    let unknown = || NameError::Unknown { kind: Kind::Attribute, name: by.to_string(), known: Vec::new() };
    let attribute = seen.attributes().into_iter().find(|known| known.id == by).ok_or_else(unknown)?;
    let of_class = group_of_class(seen, scoped, by);
    let grouped = |counts: &[u64]| {
        let mut groups: BTreeMap<String, u64> =
            of_class.iter().flatten().map(|name| (name.clone(), 0)).collect();
        for (group, count) in of_class.iter().zip(counts) {
            if let Some(sum) = group.as_ref().and_then(|group| groups.get_mut(group)) {
                *sum += count;
            }
        }
        groups
    };
    let mut words: BTreeMap<String, u64> = grouped(&[]);
    for family in all {
        grouped(&family.counts)
            .into_iter()
            .for_each(|(group, count)| *words.entry(group).or_default() += count);
    }
    let mut keyness: Vec<Keyness> =
        listed.iter().filter_map(|family| key(&family.name, grouped(&family.counts), &words)).collect();
    let order = |one: &Keyness, other: &Keyness| {
        other.log_likelihood.total_cmp(&one.log_likelihood).then_with(|| one.term.cmp(&other.term))
    };
    keyness.sort_by(order);
    keyness.truncate(limit);
    Ok(Groups { attribute: attribute.name.to_owned(), words, keyness, measure: MEASURE })
}

/// The log-likelihood of a word over groups (Rayson and Garside 2000, equation 2).
fn key(term: &str, counts: BTreeMap<String, u64>, words: &BTreeMap<String, u64>) -> Option<Keyness> {
    let all: u64 = words.values().sum();
    let said: u64 = counts.values().sum();
    if said == 0 || all == 0 {
        return None;
    }
    let mut sum = 0.0;
    let mut most: Option<(f64, &String)> = None;
    for (group, count) in &counts {
        let size = words.get(group).copied().unwrap_or_default();
        let expected = size as f64 * said as f64 / all as f64;
        if *count > 0 {
            sum += *count as f64 * (*count as f64 / expected).ln();
        }
        let share = if size == 0 { 0.0 } else { *count as f64 / size as f64 };
        if most.is_none_or(|(best, _)| share > best) {
            most = Some((share, group));
        }
    }
    let most_in = most.map(|(_, group)| group.clone()).unwrap_or_default();
    Some(Keyness { term: term.to_owned(), counts, log_likelihood: 2.0 * sum.max(0.0), most_in })
}

#[cfg(test)]
mod tests {
    use super::key;
    use std::collections::BTreeMap;

    fn groups(a: u64, b: u64) -> BTreeMap<String, u64> {
        BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b)])
    }

    /// A word said 20 times in 1,000 words and 10 times in 2,000: expected 10 and 20, so
    /// G² = 2 (20 ln 2 + 10 ln ½) = 20 ln 2.
    #[test]
    fn the_log_likelihood_is_that_of_the_formula() {
        let found = key("mal", groups(20, 10), &groups(1000, 2000)).unwrap();
        assert!((found.log_likelihood - 20.0 * 2f64.ln()).abs() < 1e-9);
        assert_eq!(found.most_in, "a");
        assert_eq!(key("mal", groups(0, 0), &groups(1000, 2000)), None);
        let same = key("mal", groups(10, 20), &groups(1000, 2000)).unwrap();
        assert!(same.log_likelihood.abs() < 1e-9);
    }
}

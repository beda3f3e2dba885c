//! How often every word stands where, and which words a passage is about.

use crate::analysis::{Sort, fold};
use crate::error::IndexError;
use crate::query::{Item, Query};
use crate::scope::Scope;
use crate::search::each_posting;
use crate::snapshot::Snapshot;
use foldhash::{HashMap, HashSet};

/// So many words of a passage are looked for in others.
const TELLING: usize = 16;

/// A word in all its forms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Family {
    /// The form that stands most often.
    pub name: String,
    /// Every form with how often it stands, the most frequent first.
    pub forms: Vec<(String, u64)>,
    /// How often it stands.
    pub total: u64,
    /// How often for each class of the scope.
    pub counts: Vec<u64>,
}

impl Snapshot {
    /// How often every word stands in the scope, by class: the most frequent first, then by name.
    /// Compounds and elisions are not counted apart: their words are.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn families(&self, scope: &Scope) -> Result<Vec<Family>, IndexError> {
        let laid = self.lay(scope);
        let mut forms: HashMap<String, Vec<u64>> = HashMap::default();
        for (segment, laid) in self.segments().iter().zip(&laid) {
            for place in 0..u32::try_from(segment.forms.len()).unwrap_or(u32::MAX) {
                let form = segment.forms.form(place);
                if Sort::of(form) != Sort::Word {
                    continue;
                }
                let mut counts: Vec<u64> = Vec::new();
                each_posting(segment, &[place], |doc, count| {
                    let class = usize::from(laid.classes[doc as usize]);
                    if class != 0 {
                        grow(&mut counts, class);
                        counts[class] += u64::from(count);
                    }
                })?;
                if !counts.is_empty() {
                    add(forms.entry(form.to_owned()).or_default(), &counts);
                }
            }
        }
        Ok(self.grouped(forms))
    }

    fn grouped(&self, forms: HashMap<String, Vec<u64>>) -> Vec<Family> {
        let mut families: HashMap<String, Family> = HashMap::default();
        for (form, counts) in forms {
            let new = Family { name: String::new(), forms: Vec::new(), total: 0, counts: Vec::new() };
            let family = families.entry(self.analyser.family(&form)).or_insert(new);
            let total = counts.iter().sum::<u64>();
            family.total += total;
            add(&mut family.counts, &counts);
            family.forms.push((form, total));
        }
        let mut families: Vec<Family> = families.into_values().collect();
        for family in &mut families {
            family.forms.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
            family.name = family.forms.first().map(|(form, _)| form.clone()).unwrap_or_default();
        }
        families.sort_by(|one, other| (other.total, &one.name).cmp(&(one.total, &other.name)));
        families
    }

    /// A query for what a passage is about: its words that are rare elsewhere, in whatever form. Words
    /// that `is_stop` knows are left out. `None` where nothing is left.
    #[must_use]
    pub fn like_this(&self, passage: &str, is_stop: &dyn Fn(&str) -> bool) -> Option<Query> {
        let parts: u32 = self.segments().iter().map(|segment| segment.reader.num_docs()).sum();
        let mut seen: HashSet<String> = HashSet::default();
        let mut telling: Vec<(f64, String)> = Vec::new();
        for token in self.analyser.tokens(passage) {
            let fits = token.sort == Sort::Word && token.form.chars().count() > 1 && !is_stop(&token.form);
            if !fits || !seen.insert(self.analyser.family(&token.form)) {
                continue;
            }
            let with = self.frequency(&token.form);
            if with > 0 {
                telling.push(((1.0 + f64::from(parts) / with as f64).ln(), token.form));
            }
        }
        telling.sort_by(|one, other| other.0.total_cmp(&one.0));
        telling.truncate(TELLING);
        Query::any_of(telling.into_iter().map(|(_, form)| form).collect())
    }

    /// In how many parts a word stands, in whatever form, about.
    fn frequency(&self, form: &str) -> u64 {
        let item = Item::Like(form.to_owned());
        let of_segment = |segment: &crate::segment::Segment| -> u64 {
            let forms = segment.forms.resolve(&item, &self.analyser);
            forms.iter().map(|form| u64::from(segment.forms.info(*form).doc_freq)).sum()
        };
        self.segments().iter().map(of_segment).sum()
    }
}

/// The words of a stop list: one a line or between spaces; what follows `#` is a remark.
#[must_use]
pub fn stop_words(text: &str) -> HashSet<String> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    lines.flat_map(str::split_whitespace).map(fold).collect()
}

fn grow(counts: &mut Vec<u64>, class: usize) {
    if counts.len() <= class {
        counts.resize(class + 1, 0);
    }
}

fn add(sums: &mut Vec<u64>, counts: &[u64]) {
    grow(sums, counts.len().saturating_sub(1));
    sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
}

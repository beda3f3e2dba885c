//! Counting by postings.

use super::sets::each_posting;
use super::{Found, Order, SearchError, View};
use tantivy::DocId;

/// Keeps the parts that come first, of all that are offered, each once.
#[derive(Debug)]
pub(super) struct First {
    most: usize,
    parts: Vec<(u64, DocId)>,
    /// Whatever comes after it is not among the first.
    bound: u64,
}

impl First {
    pub fn new(most: usize) -> First {
        First { most, parts: Vec::new(), bound: u64::MAX }
    }

    #[inline]
    pub fn offer(&mut self, key: u64, doc: DocId) {
        if key < self.bound {
            self.parts.push((key, doc));
            if self.parts.len() > self.most.saturating_mul(4).max(1024) {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        self.parts.sort_unstable();
        self.parts.dedup();
        if self.parts.len() > self.most {
            self.parts.truncate(self.most);
            self.bound = self.parts.last().map_or(0, |(key, _)| *key);
        }
    }

    pub fn take(mut self) -> Vec<(u64, DocId)> {
        self.cut();
        self.parts
    }
}

/// Which parts came already: a bit each, none where every part is known to come once.
struct Seen(Vec<u64>);

impl Seen {
    fn new(parts: usize) -> Seen {
        Seen(vec![0; parts.div_ceil(64)])
    }

    #[inline]
    fn is_new(&mut self, place: usize) -> bool {
        let Some(bits) = self.0.get_mut(place / 64) else { return true };
        let bit = 1u64 << (place % 64);
        let new = *bits & bit == 0;
        *bits |= bit;
        new
    }
}

impl View<'_> {
    /// The forms of all words that are looked for, each once.
    fn wanted_forms(&self) -> Vec<u32> {
        let wanted = self.request.query.wanted();
        let forms = wanted.into_iter().flat_map(|leaf| self.sets.of(self.place, leaf).iter().flatten());
        let mut forms: Vec<u32> = forms.copied().collect();
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    /// How many parts must be known, for as many hits as are asked for.
    pub(super) fn needed(&self) -> usize {
        match self.request.order {
            Order::Text => self.request.limit,
            // Every part may be the best.
            Order::Rank => usize::MAX,
        }
    }

    /// Counts the words of the query in some parts, or wherever is searched.
    pub(super) fn count_words(&self, among: Option<&[DocId]>) -> Result<Found, SearchError> {
        match among {
            Some(docs) => self.count_words_among(docs),
            None => self.count_words_everywhere(),
        }
    }

    fn count_words_among(&self, docs: &[DocId]) -> Result<Found, SearchError> {
        let chosen = chosen(docs, self.laid.classes.len());
        let mut counts = vec![0u64; 1 + usize::from(self.laid.highest)];
        each_posting(self.segment(), &self.wanted_forms(), |doc, count| {
            let place = doc as usize;
            if chosen[place] {
                counts[usize::from(self.laid.classes[place])] += u64::from(count);
            }
        })?;
        let best = self.first_of(docs);
        Ok(Found { total: counts.iter().sum(), counts, parts: docs.len() as u64, best })
    }

    fn count_words_everywhere(&self) -> Result<Found, SearchError> {
        let forms = self.wanted_forms();
        let mut counts = vec![0u64; 1 + usize::from(self.laid.highest)];
        // A part comes once for each form; of a single form, once at all.
        let mut seen = Seen::new(if forms.len() > 1 { self.laid.classes.len() } else { 0 });
        let (mut parts, mut first) = (0, First::new(self.needed()));
        each_posting(self.segment(), &forms, |doc, count| {
            let place = doc as usize;
            let class = self.laid.classes[place];
            if class == 0 {
                return;
            }
            counts[usize::from(class)] += u64::from(count);
            if seen.is_new(place) {
                parts += 1;
                first.offer(u64::from(self.laid.order[place]), doc);
            }
        })?;
        Ok(Found { total: counts.iter().sum(), counts, parts, best: first.take() })
    }

    fn first_of(&self, docs: &[DocId]) -> Vec<(u64, DocId)> {
        let mut first = First::new(self.needed());
        docs.iter().for_each(|doc| first.offer(u64::from(self.laid.order[*doc as usize]), *doc));
        first.take()
    }

    /// Counts a phrase in some parts.
    pub(super) fn count_phrase(&self, leaf: usize, docs: &[DocId]) -> Result<Found, SearchError> {
        let chosen = chosen(docs, self.laid.classes.len());
        let mut found = Found { parts: docs.len() as u64, ..Found::default() };
        for (doc, _) in self.phrase(leaf)? {
            if chosen[doc as usize] {
                found.count(self.class(doc), 1);
            }
        }
        found.best = self.first_of(docs);
        Ok(found)
    }
}

fn chosen(docs: &[DocId], count: usize) -> Vec<bool> {
    let mut chosen = vec![false; count];
    docs.iter().for_each(|doc| chosen[*doc as usize] = true);
    chosen
}

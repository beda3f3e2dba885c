//! Ranking: which parts have most to say of what was asked.

use super::sets::{Sets, each_posting};
use super::{Found, Request, SearchError};
use crate::query::Leaf;
use crate::scope::Laid;
use crate::snapshot::Snapshot;
use std::sync::Arc;
use tantivy::DocId;

/// The usual constants of BM25 (Robertson and Zaragoza 2009, §3.3).
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.75;

/// Puts the parts that were found in the order of their scores: all forms of a word count as one word.
pub(super) fn order(
    snapshot: &Snapshot,
    laid: &[Arc<Laid>],
    request: &Request<'_>,
    sets: &Sets,
    found: &mut [Found],
) -> Result<(), SearchError> {
    let parts: u32 = laid.iter().map(|laid| laid.searched).sum();
    let tokens: u64 = snapshot.segments().iter().map(|segment| segment.postings.total_num_tokens()).sum();
    let all: u32 = snapshot.segments().iter().map(|segment| segment.reader.max_doc()).sum();
    let average = tokens as f32 / all.max(1) as f32;
    let mut scores: Vec<Vec<f32>> = laid.iter().map(|laid| vec![0.0; laid.classes.len()]).collect();
    for leaf in request.query.wanted() {
        // A phrase is ranked by its words; an expression by nothing but being found.
        if matches!(request.query.leaves[leaf], Leaf::Pattern(_)) {
            continue;
        }
        let items = match &request.query.leaves[leaf] {
            Leaf::Phrase(items) => items.len(),
            _ => 1,
        };
        for item in 0..items {
            let counted = counts(snapshot, laid, sets, leaf, item)?;
            let with: usize = counted.iter().map(Vec::len).sum();
            let rarity = (1.0 + (parts as f32 - with as f32 + 0.5) / (with as f32 + 0.5)).max(1.0).ln();
            for (segment, counted) in counted.iter().enumerate() {
                let lengths = snapshot.segments()[segment].reader.get_fieldnorms_reader(snapshot.said())?;
                for (doc, count) in counted {
                    let length = lengths.fieldnorm(*doc) as f32 / average.max(1.0);
                    let count = *count as f32;
                    let weight = SATURATION * (1.0 - LENGTH + LENGTH * length);
                    scores[segment][*doc as usize] += rarity * count * (SATURATION + 1.0) / (count + weight);
                }
            }
        }
    }
    for (found, scores) in found.iter_mut().zip(&scores) {
        for (key, doc) in &mut found.best {
            // Scores are not negative: their bits are in their order. The best first, then by the text.
            let score = scores[*doc as usize].to_bits();
            *key = u64::from(u32::MAX - score) << 32 | *key & u64::from(u32::MAX);
        }
        found.best.sort_unstable();
        found.best.truncate(request.limit);
    }
    Ok(())
}

/// How often one of the forms of an item stands in each part that is searched.
fn counts(
    snapshot: &Snapshot,
    laid: &[Arc<Laid>],
    sets: &Sets,
    leaf: usize,
    item: usize,
) -> Result<Vec<Vec<(DocId, u32)>>, SearchError> {
    let mut all = Vec::new();
    for (place, segment) in snapshot.segments().iter().enumerate() {
        let mut counted: Vec<(DocId, u32)> = Vec::new();
        each_posting(segment, &sets.of(place, leaf)[item], |doc, count| {
            if laid[place].classes[doc as usize] != 0 {
                counted.push((doc, count));
            }
        })?;
        counted.sort_unstable();
        counted.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        all.push(counted);
    }
    Ok(all)
}

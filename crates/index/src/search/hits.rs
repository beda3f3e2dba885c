//! Hits in full: exact places with the text around them.

use super::find::Finder;
use super::{Found, Hit, Request, Results, SearchError};
use crate::scope::Laid;
use crate::segment::Run;
use crate::snapshot::{Kept, Snapshot};
use foldhash::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use tantivy::DocId;

/// Puts the answers of the segments together and reads the parts that are shown.
pub(super) fn results(
    snapshot: &Snapshot,
    laid: &[Arc<Laid>],
    request: &Request<'_>,
    finder: &Finder,
    found: Vec<Found>,
) -> Result<Results, SearchError> {
    let mut results = Results::default();
    let mut best = Vec::new();
    for (segment, found) in found.into_iter().enumerate() {
        results.total += found.total;
        results.parts += found.parts;
        if results.counts.len() < found.counts.len() {
            results.counts.resize(found.counts.len(), 0);
        }
        found.counts.iter().zip(&mut results.counts).for_each(|(count, sum)| *sum += count);
        best.extend(found.best.into_iter().map(|(key, doc)| (key, segment, doc)));
    }
    best.sort_unstable();
    let mut pages = Pages { snapshot, kept: HashMap::default() };
    for (_, segment, doc) in best {
        if results.hits.len() >= request.limit {
            break;
        }
        let class = laid[segment].classes[doc as usize];
        pages.add(request, finder, (segment, doc), class, &mut results.hits)?;
    }
    results.hits.truncate(request.limit);
    Ok(results)
}

/// The parts that were read.
struct Pages<'a> {
    snapshot: &'a Snapshot,
    kept: HashMap<(usize, DocId), Rc<Kept>>,
}

impl Pages<'_> {
    fn page(&mut self, segment: usize, doc: DocId) -> Result<Rc<Kept>, SearchError> {
        if let Some(kept) = self.kept.get(&(segment, doc)) {
            return Ok(Rc::clone(kept));
        }
        let kept = Rc::new(self.snapshot.kept(segment, doc)?);
        self.kept.insert((segment, doc), Rc::clone(&kept));
        Ok(kept)
    }

    fn add(
        &mut self,
        request: &Request<'_>,
        finder: &Finder,
        (segment, doc): (usize, DocId),
        class: u16,
        hits: &mut Vec<Hit>,
    ) -> Result<(), SearchError> {
        let known = &self.snapshot.segments()[segment];
        let after = known.runs.partition_point(|run| run.first <= doc);
        let Some(run) = after.checked_sub(1).map(|at| known.runs[at].clone()) else { return Ok(()) };
        let base = known.starts[doc as usize];
        let page = self.page(segment, doc)?;
        let passages = request.scope.passages(run.owner);
        for (start, end) in finder.find(&page.said) {
            if passages.is_some_and(|passages| !passages.hold(base + start, base + end)) {
                continue;
            }
            if hits.len() >= request.limit {
                break;
            }
            let (head, text, rest) = cut(&page.said, start, end);
            hits.push(Hit {
                owner: run.owner,
                kind: run.kind,
                part: doc - run.first,
                class,
                start: base + start,
                end: base + end,
                text: text.to_owned(),
                before: self.before(segment, &run, doc, head, request.context)?,
                after: self.after(segment, &run, doc, rest, request.context)?,
            });
        }
        Ok(())
    }

    /// The text before a place: of the part, then of what stands before it.
    fn before(
        &mut self,
        segment: usize,
        run: &Run,
        doc: DocId,
        head: &str,
        count: u32,
    ) -> Result<String, SearchError> {
        let mut pieces = Vec::new();
        let mut left = count as usize;
        take_last(head, &mut left, &mut pieces);
        let mut at = doc;
        while left > 0 {
            let page = self.page(segment, at)?;
            if at != doc {
                take_last(&page.tail, &mut left, &mut pieces);
                take_last(&page.said, &mut left, &mut pieces);
            }
            take_last(&page.gap, &mut left, &mut pieces);
            if at == run.first {
                break;
            }
            at -= 1;
        }
        pieces.reverse();
        Ok(pieces.concat())
    }

    fn after(
        &mut self,
        segment: usize,
        run: &Run,
        doc: DocId,
        rest: &str,
        count: u32,
    ) -> Result<String, SearchError> {
        let mut after = String::new();
        let mut left = count as usize;
        take_first(rest, &mut left, &mut after);
        let mut at = doc;
        while left > 0 {
            let page = self.page(segment, at)?;
            if at != doc {
                take_first(&page.gap, &mut left, &mut after);
                take_first(&page.said, &mut left, &mut after);
            }
            take_first(&page.tail, &mut left, &mut after);
            at += 1;
            if at == run.first + run.parts {
                break;
            }
        }
        Ok(after)
    }
}

/// A text before, within and after a range of scalars.
fn cut(text: &str, start: u32, end: u32) -> (&str, &str, &str) {
    let byte = |scalar: u32| text.char_indices().nth(scalar as usize).map_or(text.len(), |(byte, _)| byte);
    let (start, end) = (byte(start), byte(end));
    (&text[..start], &text[start..end], &text[end..])
}

fn take_last(text: &str, left: &mut usize, pieces: &mut Vec<String>) {
    let count = text.chars().rev().take(*left).count();
    let from = text.char_indices().rev().take(count).last().map_or(text.len(), |(byte, _)| byte);
    pieces.push(text[from..].to_owned());
    *left -= count;
}

fn take_first(text: &str, left: &mut usize, to: &mut String) {
    let taken = text.chars().take(*left);
    let before = to.chars().count();
    to.extend(taken);
    *left -= to.chars().count() - before;
}

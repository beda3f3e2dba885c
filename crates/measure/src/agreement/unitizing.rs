//! Free boundaries: the u-alpha family (Krippendorff, Mathet, Bouvry & Widlöcher 2016).
//!
//! Each coder divides a continuum into valued segments and gaps between them. `l` are observed lengths of
//! intersections, `e` those that chance would give. A code that overlaps another of the same coder is no
//! partition: the family is then computed for each code alone.

use super::spans::{Span, covered, meetings, shared, united};
use crate::ratio::{quotient, real, wide};
use crate::{Measured, Undefined};

/// A segment with its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// Where it lies.
    pub span: Span,
    /// Its value, an index.
    pub value: usize,
}

/// Segments of one coder that overlap each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("segments of one coder overlap: the continuum is not divided")]
pub struct Overlap;

/// A continuum divided by several coders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuum {
    length: u64,
    coders: Vec<Vec<Segment>>,
    values: usize,
}

/// A measure on the part of the continuum where values can be compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Covered {
    /// The measure.
    pub alpha: Measured,
    /// The share of the continuum, or of the value's segments, that it rests on.
    pub coverage: Measured,
}

/// Lengths of intersections between pairs of coders, over ordered pairs: divided by m − 1 they are the `l*`
/// of the paper.
struct Crossed {
    /// `pairs[c][k]`: length that one coder gave value `c` and another value `k`.
    pairs: Vec<Vec<u128>>,
    /// Σ over ordered pairs of coders and segments of value c, of the square of what the segment shares
    /// with the other coder's segments of any value (eq. 10).
    squares: Vec<u128>,
}

impl Continuum {
    /// A continuum of some length with the segments of each coder; values are numbered from 0.
    ///
    /// # Errors
    /// When the segments of one coder overlap.
    pub fn new(length: u64, coders: Vec<Vec<Segment>>) -> Result<Continuum, Overlap> {
        let mut coders = coders;
        for segments in &mut coders {
            for segment in segments.iter_mut() {
                segment.span = Span::new(segment.span.start.min(length), segment.span.end.min(length));
            }
            segments.retain(|segment| !segment.span.is_empty());
            segments.sort_unstable();
            if segments.windows(2).any(|two| two[1].span.start < two[0].span.end) {
                return Err(Overlap);
            }
        }
        let values = coders.iter().flatten().map(|segment| segment.value + 1).max().unwrap_or_default();
        Ok(Continuum { length, coders, values })
    }

    /// One code alone: each coder's spans of it, united.
    #[must_use]
    pub fn of_one_code(length: u64, coders: Vec<Vec<Span>>) -> Continuum {
        let segments = |spans: Vec<Span>| {
            let united = united(super::spans::within(spans, length)).into_iter();
            united.map(|span| Segment { span, value: 0 }).collect::<Vec<_>>()
        };
        let coders: Vec<Vec<Segment>> = coders.into_iter().map(segments).collect();
        let values = usize::from(coders.iter().any(|segments| !segments.is_empty()));
        Continuum { length, coders, values }
    }

    fn others(&self) -> u128 {
        (self.coders.len() as u128).saturating_sub(1)
    }

    /// m · L.
    fn matter(&self) -> u128 {
        u128::from(self.length) * self.coders.len() as u128
    }

    fn comparable(&self) -> Measured<()> {
        match (self.length, self.coders.len()) {
            (0, _) | (_, 0) => Err(Undefined::NoUnits),
            (_, 1) => Err(Undefined::NoPairableUnits),
            _ => Ok(()),
        }
    }

    /// For each value the length that all coders gave it together.
    fn lengths(&self) -> Vec<u128> {
        let mut lengths = vec![0; self.values];
        for segment in self.coders.iter().flatten() {
            lengths[segment.value] += u128::from(segment.span.len());
        }
        lengths
    }

    /// What chance cannot pair: the square of each segment; a gap pairs with itself place by place.
    fn self_pairing(&self) -> u128 {
        let square = |segment: &Segment| u128::from(segment.span.len()).pow(2);
        let valued: u128 = self.coders.iter().flatten().map(square).sum();
        valued + self.gaps()
    }

    fn gaps(&self) -> u128 {
        self.matter() - self.lengths().iter().sum::<u128>()
    }

    /// Length that two coders left as a gap at the same place, over ordered pairs.
    fn shared_gaps(&self) -> u128 {
        let marked: Vec<Vec<Span>> = self.marked();
        let mut both = 0;
        for (i, a) in marked.iter().enumerate() {
            for b in &marked[i + 1..] {
                let either = covered(a) + covered(b) - shared(a, b);
                both += 2 * u128::from(self.length - either);
            }
        }
        both
    }

    fn marked(&self) -> Vec<Vec<Span>> {
        let of = |segments: &Vec<Segment>| united(segments.iter().map(|segment| segment.span).collect());
        self.coders.iter().map(of).collect()
    }

    fn crossed(&self) -> Crossed {
        let mut crossed =
            Crossed { pairs: vec![vec![0; self.values]; self.values], squares: vec![0; self.values] };
        let spans: Vec<Vec<Span>> =
            self.coders.iter().map(|list| list.iter().map(|segment| segment.span).collect()).collect();
        for (i, a) in spans.iter().enumerate() {
            for (j, b) in spans.iter().enumerate().filter(|(j, _)| *j != i) {
                let mut reached = vec![0u64; a.len()];
                for (g, h, length) in meetings(a, b) {
                    reached[g] += length;
                    let (c, k) = (self.coders[i][g].value, self.coders[j][h].value);
                    crossed.pairs[c][k] += u128::from(length);
                }
                for (segment, length) in self.coders[i].iter().zip(reached) {
                    crossed.squares[segment.value] += u128::from(length).pow(2);
                }
            }
        }
        crossed
    }

    /// 1 − observed / expected disagreement, given the lengths by category (the gap among them) and the
    /// length that agreed, over ordered pairs.
    fn alpha(&self, lengths: &[u128], agreed: u128) -> Measured {
        self.comparable()?;
        let all = wide(self.matter());
        let observed = all - wide(agreed) / wide(self.others());
        // Σ over c ≠ k of e_ck = l · Σ over c ≠ k of l_c · l_k / (l² − Z).
        let apart: f64 = lengths.iter().map(|length| wide(*length) * (all - wide(*length))).sum();
        let expected = all * apart / (all * all - wide(self.self_pairing()));
        quotient(observed, expected, Undefined::NoVariation).map(|ratio| 1.0 - ratio)
    }

    /// u-alpha: boundaries and values together.
    ///
    /// # Errors
    /// Without length, for a single coder, or where nobody coded or all coded everything alike.
    pub fn u_alpha(&self) -> Measured {
        let crossed = self.crossed();
        let agreed: u128 = (0..self.values).map(|value| crossed.pairs[value][value]).sum();
        let mut lengths = self.lengths();
        lengths.push(self.gaps());
        self.alpha(&lengths, agreed + self.shared_gaps())
    }

    /// |u-alpha: relevant or not, whatever the value.
    ///
    /// # Errors
    /// As [`Continuum::u_alpha`].
    pub fn u_alpha_binary(&self) -> Measured {
        let agreed: u128 = self.crossed().pairs.iter().flatten().sum();
        let marked = self.lengths().iter().sum::<u128>();
        self.alpha(&[marked, self.gaps()], agreed + self.shared_gaps())
    }

    /// cu-alpha: do values agree where both marked something? With the share of the continuum it rests on.
    #[must_use]
    pub fn cu_alpha(&self) -> Covered {
        if let Err(reason) = self.comparable() {
            return Covered { alpha: Err(reason), coverage: Err(reason) };
        }
        let crossed = self.crossed();
        let all: u128 = crossed.pairs.iter().flatten().sum();
        let coverage = wide(all) / wide(self.others()) / wide(self.matter());
        Covered { alpha: self.cu_value(&crossed), coverage: Ok(coverage) }
    }

    fn cu_value(&self, crossed: &Crossed) -> Measured {
        let (all, spread) = self.common(crossed)?;
        let others = wide(self.others());
        let sums: Vec<f64> =
            crossed.pairs.iter().map(|row| wide(row.iter().sum::<u128>()) / others).collect();
        let agreed: u128 = (0..self.values).map(|value| crossed.pairs[value][value]).sum();
        let apart: f64 = sums.iter().map(|sum| sum * (all - sum)).sum();
        let expected = quotient(apart, spread, Undefined::NoVariation)?;
        quotient(all - wide(agreed) / others, expected, Undefined::NoVariation).map(|ratio| 1.0 - ratio)
    }

    /// l*.. and l*.. − ΣZ*/l*..
    fn common(&self, crossed: &Crossed) -> Measured<(f64, f64)> {
        let others = wide(self.others());
        let all = wide(crossed.pairs.iter().flatten().sum()) / others;
        if all == 0.0 {
            return Err(Undefined::NoOverlap);
        }
        let squares = wide(crossed.squares.iter().sum()) / others;
        Ok((all, all - squares / all))
    }

    /// (k)u-alpha: how well one value is recognised where both marked something, with the share of the
    /// value's segments that it rests on.
    #[must_use]
    pub fn ku_alpha(&self, value: usize) -> Covered {
        if let Err(reason) = self.comparable() {
            return Covered { alpha: Err(reason), coverage: Err(reason) };
        }
        let length = self.lengths().get(value).copied().unwrap_or_default();
        if length == 0 {
            return Covered { alpha: Err(Undefined::NothingCoded), coverage: Err(Undefined::NothingCoded) };
        }
        let crossed = self.crossed();
        let met = wide(crossed.pairs[value].iter().sum()) / wide(self.others());
        Covered { alpha: self.ku_value(&crossed, value), coverage: Ok(met / wide(length)) }
    }

    fn ku_value(&self, crossed: &Crossed, value: usize) -> Measured {
        let (all, spread) = self.common(crossed)?;
        let others = wide(self.others());
        let met = wide(crossed.pairs[value].iter().sum()) / others;
        let agreed = wide(crossed.pairs[value][value]) / others;
        let observed = quotient(met - agreed, met, Undefined::NoOverlap)?;
        let own = wide(crossed.squares[value]) / others;
        // e*_k. and e*_k. − e*_kk, both times the same divisor.
        let expected = quotient(met * all - own, spread, Undefined::NoVariation)?;
        let apart = quotient(met * (all - met), spread, Undefined::NoVariation)?;
        let expected = quotient(apart, expected, Undefined::NoVariation)?;
        quotient(observed, expected, Undefined::NoVariation).map(|ratio| 1.0 - ratio)
    }

    /// How long the continuum is.
    #[must_use]
    pub fn length(&self) -> f64 {
        real(self.length)
    }
}

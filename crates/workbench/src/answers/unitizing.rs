//! Free boundaries: the u-alpha family and the matching of segments, over the interviews that all coders read.

use super::code_path;
use super::measures::Measures;
use crate::comparison::Ground;
use measure::agreement::segments::{Matched, character_overlap, matched};
use measure::agreement::spans::{Span, united};
use measure::agreement::unitizing::{Continuum, Segment};
use measure::{Measured, mean_of_defined};
use model::RecordId;
use model::study::Seen;
use serde::Serialize;

/// The shares of overlap from which two segments match, in percent.
const THRESHOLDS: [(u32, f64); 3] = [(50, 0.5), (70, 0.7), (90, 0.9)];

/// Free boundaries.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnitizingAnswer {
    /// Characters of the participants in the interviews that all coders read.
    pub length: u64,
    /// All codes together, as far as no coder's codes overlap: u-alpha, |u-alpha, cu-alpha, its coverage.
    pub all: Option<Measures>,
    /// True where some coder put several codes on the same words, so that only single codes can be measured.
    pub codes_overlap: bool,
    /// Coded at all or not, whatever the code.
    pub coded_or_not: Measures,
    /// Each code alone.
    pub codes: Vec<CodeUnitized>,
    /// Segments of all codes.
    pub segments: Vec<SegmentsMatched>,
}

/// One code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeUnitized {
    /// The code.
    pub id: RecordId,
    /// Names from the top.
    pub code: String,
    /// u-alpha of the code alone; where codes do not overlap, (k)u-alpha and its coverage too.
    #[serde(flatten)]
    pub measures: Measures,
    /// Its segments.
    pub segments: Vec<SegmentsMatched>,
}

/// How segments match at one threshold; two coders only.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SegmentsMatched {
    /// Two segments match where they share so many percent of what they cover together.
    pub percent: u32,
    /// Segments of the first coder, and of the second.
    pub segments: (usize, usize),
    /// Those of the first that match one of the second, and of the second that match one of the first.
    pub matched: (usize, usize),
    /// Pairs, each segment in one at most.
    pub one_to_one: usize,
    /// The share of all segments that match, and F1 of the pairs.
    #[serde(flatten)]
    pub measures: Measures,
}

/// For each coder, code and document the segments, on one long line.
struct Laid {
    length: u64,
    /// `[coder][code]`: segments, those of one document united.
    spans: Vec<Vec<Vec<Span>>>,
}

pub(super) fn unitizing(seen: &Seen<'_>, ground: &Ground) -> UnitizingAnswer {
    let laid = Laid::of(ground);
    let overlap = laid.codes_overlap();
    let all = laid.all_codes().filter(|_| !overlap);
    let codes = ground.codes.iter().enumerate().map(|(place, code)| CodeUnitized {
        id: *code,
        code: code_path(seen, *code),
        measures: laid.code_measures(place, all.as_ref()),
        segments: laid.segments(&[place]),
    });
    let every: Vec<usize> = (0..ground.codes.len()).collect();
    UnitizingAnswer {
        length: laid.length,
        all: all.as_ref().map(family),
        codes_overlap: overlap,
        coded_or_not: laid.coded_or_not(),
        codes: codes.collect(),
        segments: laid.segments(&every),
    }
}

fn family(continuum: &Continuum) -> Measures {
    let cu = continuum.cu_alpha();
    Measures(vec![
        ("u_alpha", continuum.u_alpha()),
        ("u_alpha_binary", continuum.u_alpha_binary()),
        ("cu_alpha", cu.alpha),
        ("cu_alpha_coverage", cu.coverage),
    ])
}

impl Laid {
    fn of(ground: &Ground) -> Laid {
        let mut laid =
            Laid { length: 0, spans: vec![vec![Vec::new(); ground.codes.len()]; ground.coders.len()] };
        for document in &ground.documents {
            let all: Option<Vec<_>> = document.coded.iter().map(Option::as_ref).collect();
            let Some(all) = all else { continue };
            for (coder, coded) in all.into_iter().enumerate() {
                let mut by_code: Vec<Vec<Span>> = vec![Vec::new(); ground.codes.len()];
                for one in coded {
                    by_code[one.code].push(one.span);
                }
                for (code, spans) in by_code.into_iter().enumerate() {
                    let moved = united(spans).into_iter();
                    let moved = moved.map(|span| Span::new(span.start + laid.length, span.end + laid.length));
                    laid.spans[coder][code].extend(moved);
                }
            }
            laid.length += document.line.length();
        }
        laid
    }

    fn codes_overlap(&self) -> bool {
        self.spans.iter().any(|codes| {
            let mut spans: Vec<Span> = codes.iter().flatten().copied().collect();
            spans.sort_unstable();
            spans.windows(2).any(|two| two[1].start < two[0].end)
        })
    }

    fn continuum(&self, value_of: impl Fn(usize) -> Option<usize>) -> Option<Continuum> {
        let of = |codes: &Vec<Vec<Span>>| {
            let mut segments = Vec::new();
            for (code, spans) in codes.iter().enumerate() {
                if let Some(value) = value_of(code) {
                    segments.extend(spans.iter().map(|span| Segment { span: *span, value }));
                }
            }
            segments
        };
        Continuum::new(self.length, self.spans.iter().map(of).collect()).ok()
    }

    fn all_codes(&self) -> Option<Continuum> {
        self.continuum(Some)
    }

    fn coded_or_not(&self) -> Measures {
        let any = |codes: &Vec<Vec<Span>>| codes.iter().flatten().copied().collect::<Vec<Span>>();
        let continuum = Continuum::of_one_code(self.length, self.spans.iter().map(any).collect());
        Measures(vec![("u_alpha_binary", continuum.u_alpha_binary())])
    }

    fn code_measures(&self, code: usize, all: Option<&Continuum>) -> Measures {
        let alone = self.continuum(|one| (one == code).then_some(0));
        let u_alpha = alone.map_or(Err(measure::Undefined::NoUnits), |alone| alone.u_alpha());
        let mut measures = vec![("u_alpha", u_alpha)];
        if let Some(all) = all {
            let ku = all.ku_alpha(code);
            measures.extend([("ku_alpha", ku.alpha), ("ku_coverage", ku.coverage)]);
        }
        Measures(measures)
    }

    /// Segments of these codes, matched code by code; nothing unless there are two coders.
    fn segments(&self, codes: &[usize]) -> Vec<SegmentsMatched> {
        let [first, second] = self.spans.as_slice() else { return Vec::new() };
        let overlap = |code: &usize| character_overlap(&first[*code], &second[*code]).map(|(dice, _)| dice);
        let dice: Measured = mean_of_defined(codes.iter().map(overlap)).0;
        let at = |(percent, threshold): (u32, f64)| {
            let mut sum = Matched::default();
            for code in codes {
                let found = matched(&first[*code], &second[*code], threshold);
                sum.first += found.first;
                sum.second += found.second;
                sum.matched_first += found.matched_first;
                sum.matched_second += found.matched_second;
                sum.one_to_one += found.one_to_one;
            }
            SegmentsMatched {
                percent,
                segments: (sum.first, sum.second),
                matched: (sum.matched_first, sum.matched_second),
                one_to_one: sum.one_to_one,
                measures: Measures(vec![
                    ("agreement", sum.agreement()),
                    ("f1", sum.f1()),
                    ("mean_character_dice", dice),
                ]),
            }
        };
        THRESHOLDS.into_iter().map(at).collect()
    }
}

//! What two coders or more did on the same interviews, in numbers and as a list of differences.

use super::basis::{BasisAnswer, CodersAnswer};
use super::measures::Measures;
use super::{Looking, code_path, interview_name, member_name};
use crate::comparison::{Asked, Gathering, Ground, Segmentations, Unit, segment};
use crate::double_coding::kept::{Computed, Part};
use crate::engine::Engine;
use crate::failure::Failure;
use measure::agreement::division::Rule;
use measure::agreement::patterns::Patterns;
use measure::agreement::resampling::{Intervals, Resampled, bootstrap_codes, jackknife};
use measure::agreement::{Comparison, DocumentCounts, PairCounts, SetDistance, sets};
use measure::{Measured, mean_of_defined};
use model::RecordId;
use model::study::Seen;
use model::value::Layer;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

mod over_time;
pub(crate) mod worklist;

pub use super::unitizing::{SegmentsMatched, UnitizingAnswer};
pub use over_time::Moment;
pub use worklist::Disagreement;

/// How many samples of interviews are drawn, where not all are tried.
pub const DRAWS: usize = 10_000;
/// The seed that the samples follow from.
pub const SEED: u64 = 1;
/// Below so many units coded by anybody a figure is said to rest on too little.
const RARE: u64 = 5;
/// Below so many interviews each is left out in turn.
const FEW: usize = 5;

/// A comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareAnswer {
    /// Whose codings.
    pub basis: BasisAnswer,
    /// `turn`, `char`, `word`, `sentence` or `document`.
    pub unit: &'static str,
    /// `any` or `majority`.
    pub rule: &'static str,
    /// The level of the code book.
    pub level: &'static str,
    /// True where the interviewer's turns count too.
    pub include_interviewer: bool,
    /// Units that two coders or more read.
    pub n_units: u64,
    /// The interviews compared.
    pub interviews: Vec<String>,
    /// What is not compared, and why.
    pub excluded: Vec<ExcludedAnswer>,
    /// One row for each code that somebody used.
    pub codes: Vec<CodeCompared>,
    /// The mean of each measure over the codes where it is defined.
    #[serde(rename = "macro")]
    pub mean: Means,
    /// One table summed over the codes.
    pub pooled: Compared,
    /// Each two coders, where there are more: one table summed over the codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<PairCompared>,
    /// The rounds over time: before and after discussion.
    pub over_time: Vec<Moment>,
    /// Free boundaries and segments.
    pub unitizing: UnitizingAnswer,
    /// Several codes a unit: alpha with a distance between sets.
    pub sets: Measures,
    /// Other units and rules, side by side.
    pub sensitivity: Vec<Sensitivity>,
    /// How far the figures depend on which interviews were compared; two coders only.
    pub resampling: Option<Resampling>,
    /// How many differences of each kind; two coders at a time.
    pub kinds: BTreeMap<&'static str, usize>,
    /// The worklist.
    pub disagreements: Vec<Arc<Disagreement>>,
}

/// An interview, or one coder's part in it, that is not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExcludedAnswer {
    /// The interview.
    pub interview: String,
    /// The coder; null where it is nobody's in particular.
    pub coder: Option<String>,
    /// `not_read`, `sealed`, `left_out`, `withdrawn` or `no_participant_turn`.
    pub why: &'static str,
}

/// The counts: four for two coders, by pattern for more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CountsAnswer {
    /// Both, only the first, only the second, neither.
    Pair {
        /// Both.
        a: u64,
        /// Only the first.
        b: u64,
        /// Only the second.
        c: u64,
        /// Neither.
        d: u64,
    },
    /// Units by who coded them, one digit for each coder (`110`: the first two); units that some of the
    /// coders did not read are marked `-` for them.
    Many {
        /// Pattern to units.
        patterns: BTreeMap<String, u64>,
    },
}

/// Counts and measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    /// The counts.
    #[serde(flatten)]
    pub counts: CountsAnswer,
    /// The measures.
    #[serde(flatten)]
    pub measures: Measures,
    /// Cohen's kappa of each pair of coders, where there are more than two: `Anne|Bruno`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub pairwise_cohen_kappa: BTreeMap<String, Option<f64>>,
    /// The 95 % interval of kappa by its standard error, for turns and interviews only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cohen_kappa_ci95: Option<(f64, f64)>,
}

/// Two of several coders.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairCompared {
    /// The coders.
    pub coders: (String, String),
    /// Units that both read, summed over the codes.
    pub n: u64,
    /// The four counts.
    #[serde(flatten)]
    pub counts: CountsAnswer,
    /// The measures.
    #[serde(flatten)]
    pub measures: Measures,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeCompared {
    /// The code.
    pub id: RecordId,
    /// Names from the top.
    pub code: String,
    /// Counts and measures.
    #[serde(flatten)]
    pub compared: Compared,
    /// True where fewer than five units bear the code: too rare to interpret.
    pub too_rare: bool,
}

/// Means over codes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Means {
    /// The means.
    #[serde(flatten)]
    pub measures: Measures,
    /// For each measure the number of codes where it is defined, and of those where it is not.
    pub n_codes: BTreeMap<&'static str, DefinedFor>,
}

/// How many codes a mean rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DefinedFor {
    /// Codes where the measure is defined.
    pub defined: usize,
    /// Codes where it is not; they are left out of the mean.
    pub undefined: usize,
}

/// One unit and rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitivity {
    /// The unit.
    pub unit: &'static str,
    /// The rule; null for characters, which have no parts.
    pub rule: Option<&'static str>,
    /// Units.
    pub n_units: u64,
    /// Means over the codes.
    #[serde(flatten)]
    pub mean: Measures,
}

/// What resampling interviews says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Resampling {
    /// Interviews that both read.
    pub interviews: usize,
    /// Samples; all there are where `exhaustive`.
    pub samples: u64,
    /// True where every sample was tried.
    pub exhaustive: bool,
    /// The seed that the samples follow from.
    pub seed: u64,
    /// 95 % intervals by code (the path of the code).
    pub codes: BTreeMap<String, IntervalsAnswer>,
    /// Of the table summed over the codes.
    pub pooled: IntervalsAnswer,
    /// Of the mean over the codes.
    #[serde(rename = "macro")]
    pub mean: IntervalsAnswer,
    /// With few interviews: the pooled kappa without each of them.
    pub without: BTreeMap<String, Option<f64>>,
}

/// 95 % intervals; null where a measure is undefined in every sample.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IntervalsAnswer {
    /// Cohen's kappa.
    pub cohen_kappa: Option<(f64, f64)>,
    /// Krippendorff's alpha.
    pub krippendorff_alpha: Option<(f64, f64)>,
    /// Positive agreement.
    pub positive_agreement: Option<(f64, f64)>,
}

/// Compares coders.
///
/// # Errors
/// When fewer than two coders are named, the study has no such level, or a text cannot be read.
pub fn compare(engine: &mut Engine, asked: &Asked) -> Result<CompareAnswer, Failure> {
    Comparing::gather(engine, asked)?.answer()
}

/// A comparison whose texts are read: the rest is computed without the engine, on any thread.
pub struct Comparing {
    looking: Looking,
    segmented: Segmentations,
    computed: Computed,
}

impl Comparing {
    /// Reads what is to be compared. What no operation touched since the last time is not read again.
    ///
    /// # Errors
    /// When fewer than two coders are named, the study has no such level, or a text cannot be read.
    pub fn gather(engine: &mut Engine, asked: &Asked) -> Result<Comparing, Failure> {
        engine.with_kept(|engine, kept| {
            let looking = Looking::through(engine);
            let seen = looking.seen();
            let gathering = Gathering::new(&seen, asked)?;
            let classes = kept.classes(&seen);
            let interviews = gathering.interviews();
            let reading = worklist::Reading {
                seen: &seen,
                gathering: &gathering,
                classes: &classes,
                layer: asked.layer,
            };
            let known = kept.parts(asked);
            for interview in &interviews {
                if let Entry::Vacant(place) = known.entry(interview.id) {
                    let gathered = gathering.of(interview);
                    let disagreements = reading.of_interview(engine, interview, &gathered)?;
                    let settled = over_time::settled(&seen, &gathering, interview, asked.layer);
                    place.insert(Arc::new(Part { gathered, settled, disagreements }));
                }
            }
            let parts: Vec<(RecordId, Arc<Part>)> =
                interviews.iter().filter_map(|one| Some((one.id, Arc::clone(known.get(&one.id)?)))).collect();
            let ground = Arc::new(gathering.ground(parts.iter().map(|(id, part)| (*id, &part.gathered))));
            let disagreements: Vec<Arc<Disagreement>> =
                parts.iter().flat_map(|(_, part)| part.disagreements.iter().cloned()).collect();
            segment(engine, &ground, &Unit::ALL, &mut kept.segmented)?;
            let same = |known: &&Computed| {
                known.asked == *asked && known.ground == ground && known.disagreements == disagreements
            };
            let answer = kept.computed.as_ref().filter(same).map(|known| Arc::clone(&known.answer));
            let answer = answer.unwrap_or_default();
            let computed = Computed { asked: asked.clone(), ground, parts, disagreements, answer };
            kept.computed = Some(computed.clone());
            Ok(Comparing { looking, segmented: kept.segmented.clone(), computed })
        })
    }

    /// Computes everything that is told of it, unless it was computed for the same before.
    ///
    /// # Errors
    /// With more coders than can be compared at once.
    pub fn answer(self) -> Result<CompareAnswer, Failure> {
        if let Some(known) = self.computed.answer.get() {
            // A decision changes neither what the two did nor how they differ, but what came of it.
            let over_time = moments(&self.looking.seen(), &self.computed, &self.segmented)?;
            return Ok(CompareAnswer { over_time, ..known.as_ref().clone() });
        }
        let told = Arc::clone(&self.computed.answer);
        let answer = self.compute()?;
        // Whoever asked the same meanwhile came to the same.
        drop(told.set(Box::new(answer.clone())));
        Ok(answer)
    }

    fn compute(self) -> Result<CompareAnswer, Failure> {
        let Comparing { looking, segmented, computed } = self;
        let seen = looking.seen();
        let over_time = moments(&seen, &computed, &segmented)?;
        let Computed { asked, ground, disagreements, .. } = computed;
        let found = ground.compare(asked.unit, asked.rule, &segmented)?;
        let names = Names::of(&seen, &ground);
        let divisions = ground.divisions(asked.unit, &segmented);
        let sets = sets(&ground.readings(&divisions), ground.coders.len(), asked.rule);
        let mut kinds: BTreeMap<&'static str, usize> = worklist::kinds().map(|kind| (kind, 0)).collect();
        for difference in &disagreements {
            *kinds.entry(difference.kind).or_default() += 1;
        }
        Ok(CompareAnswer {
            basis: basis(&seen, &names, asked.layer),
            unit: asked.unit.as_str(),
            rule: rule_name(asked.rule),
            level: asked.level.as_str(),
            include_interviewer: asked.with_interviewer,
            n_units: found.units,
            interviews: names.documents.clone(),
            excluded: excluded(&seen, &ground),
            codes: codes(&seen, &ground, &found, asked.unit, &names),
            mean: means(&found, ground.coders.len()),
            // Codes share their units: a table summed over them has no independent ones, so no standard error.
            pooled: Compared {
                cohen_kappa_ci95: None,
                ..compared(&found.pooled_patterns(), &names, asked.unit)
            },
            pairs: pairs(&found.pooled_patterns(), &names),
            over_time,
            unitizing: super::unitizing::unitizing(&seen, &ground),
            sets: Measures(vec![
                ("alpha_jaccard", sets.alpha(SetDistance::Jaccard)),
                ("alpha_dice", sets.alpha(SetDistance::Dice)),
                ("alpha_masi", sets.alpha(SetDistance::Masi)),
                ("alpha_nominal", sets.alpha(SetDistance::Nominal)),
            ]),
            sensitivity: sensitivity(&ground, &segmented)?,
            resampling: resampling(&seen, &ground, &found, &names),
            kinds,
            disagreements,
        })
    }
}

/// The rounds over time.
fn moments(seen: &Seen<'_>, computed: &Computed, segmented: &Segmentations) -> Result<Vec<Moment>, Failure> {
    let Computed { asked, parts, .. } = computed;
    let gathering = Gathering::new(seen, asked)?;
    over_time::Telling { seen, asked, segmented, gathering: &gathering, parts }.moments()
}

/// The names that rows and patterns are made of.
struct Names {
    coders: Vec<String>,
    documents: Vec<String>,
}

impl Names {
    fn of(seen: &Seen<'_>, ground: &Ground) -> Names {
        Names {
            coders: ground.coders.iter().map(|coder| member_name(seen, *coder)).collect(),
            documents: ground
                .documents
                .iter()
                .map(|document| interview_name(seen, document.interview))
                .collect(),
        }
    }
}

fn basis(seen: &Seen<'_>, names: &Names, layer: Option<Layer>) -> BasisAnswer {
    BasisAnswer {
        coders: CodersAnswer::Names(names.coders.clone()),
        layer: layer.map_or("any", Layer::as_str),
        sealed: super::basis::sealed(seen),
    }
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::Any => "any",
        Rule::Majority => "majority",
    }
}

fn excluded(seen: &Seen<'_>, ground: &Ground) -> Vec<ExcludedAnswer> {
    let answer = |excluded: &crate::comparison::Excluded| ExcludedAnswer {
        interview: interview_name(seen, excluded.interview),
        coder: excluded.coder.map(|coder| member_name(seen, coder)),
        why: excluded.why.as_str(),
    };
    ground.excluded.iter().map(answer).collect()
}

fn codes(
    seen: &Seen<'_>,
    ground: &Ground,
    found: &Comparison,
    unit: Unit,
    names: &Names,
) -> Vec<CodeCompared> {
    let row = |(code, patterns): (&RecordId, &Patterns)| {
        let coded: u64 = patterns.seen().filter(|(_, mask, _)| *mask != 0).map(|(.., units)| units).sum();
        CodeCompared {
            id: *code,
            code: code_path(seen, *code),
            compared: compared(patterns, names, unit),
            too_rare: coded < RARE,
        }
    };
    ground.codes.iter().zip(&found.patterns).map(row).collect()
}

fn compared(patterns: &Patterns, names: &Names, unit: Unit) -> Compared {
    let coders = names.coders.len();
    let pair = patterns.pair(0, 1);
    let independent = matches!(unit, Unit::Turn | Unit::Document);
    if coders == 2 {
        return Compared {
            counts: pair_counts(&pair),
            measures: pair_measures(&pair),
            pairwise_cohen_kappa: BTreeMap::new(),
            cohen_kappa_ci95: pair.table().kappa_interval().ok().filter(|_| independent),
        };
    }
    let ratings = patterns.ratings();
    let pairs = ratings.pairwise_kappa().into_iter();
    Compared {
        counts: CountsAnswer::Many { patterns: named_patterns(patterns, coders) },
        measures: many_measures(patterns),
        pairwise_cohen_kappa: pairs
            .map(|(g, h, kappa)| (format!("{}|{}", names.coders[g], names.coders[h]), kappa.ok()))
            .collect(),
        cohen_kappa_ci95: None,
    }
}

/// Each two of more than two coders.
fn pairs(pooled: &Patterns, names: &Names) -> Vec<PairCompared> {
    let coders = names.coders.len();
    let each = (0..coders).flat_map(|g| (g + 1..coders).map(move |h| (g, h))).filter(|_| coders > 2);
    let compared = |(g, h): (usize, usize)| {
        let pair = pooled.pair(g, h);
        PairCompared {
            coders: (names.coders[g].clone(), names.coders[h].clone()),
            n: pair.both + pair.only_first + pair.only_second + pair.neither,
            counts: pair_counts(&pair),
            measures: pair_measures(&pair),
        }
    };
    each.map(compared).collect()
}

fn pair_counts(pair: &PairCounts) -> CountsAnswer {
    CountsAnswer::Pair { a: pair.both, b: pair.only_first, c: pair.only_second, d: pair.neither }
}

fn named_patterns(patterns: &Patterns, coders: usize) -> BTreeMap<String, u64> {
    let name = |readers: u128, mask: u128| {
        let digit = |coder: usize| match (readers >> coder & 1, mask >> coder & 1) {
            (0, _) => '-',
            (_, 1) => '1',
            _ => '0',
        };
        (0..coders).map(digit).collect::<String>()
    };
    patterns.seen().map(|(readers, mask, units)| (name(readers, mask), units)).collect()
}

fn pair_measures(pair: &PairCounts) -> Measures {
    Measures(vec![
        ("observed_agreement", pair.observed()),
        ("positive_agreement", pair.positive()),
        ("negative_agreement", pair.negative()),
        ("cohen_kappa", pair.cohen_kappa()),
        ("scott_pi", pair.scott_pi()),
        ("gwet_ac1", pair.gwet_ac1()),
        ("brennan_prediger", pair.brennan_prediger()),
        ("krippendorff_alpha", pair.krippendorff_alpha()),
        ("prevalence_index", pair.prevalence()),
        ("bias_index", pair.bias()),
    ])
}

fn many_measures(patterns: &Patterns) -> Measures {
    let ratings = patterns.ratings();
    let tally = ratings.tally();
    Measures(vec![
        ("observed_agreement", tally.observed()),
        ("fleiss_kappa", tally.fleiss_kappa()),
        ("conger_kappa", ratings.conger_kappa()),
        ("light_kappa", ratings.light_kappa()),
        ("gwet_ac1", tally.gwet_ac1()),
        ("brennan_prediger", tally.brennan_prediger()),
        ("krippendorff_alpha", tally.krippendorff_alpha()),
    ])
}

fn measures_of(patterns: &Patterns, coders: usize) -> Measures {
    if coders == 2 { pair_measures(&patterns.pair(0, 1)) } else { many_measures(patterns) }
}

pub(super) fn means(found: &Comparison, coders: usize) -> Means {
    let rows: Vec<Measures> = found.patterns.iter().map(|patterns| measures_of(patterns, coders)).collect();
    let names = measures_of(&Patterns::default(), coders).0.into_iter().map(|(name, _)| name);
    let (mut measures, mut n_codes) = (Vec::new(), BTreeMap::new());
    for name in names {
        let (mean, defined, undefined) = mean_of_defined(rows.iter().map(|row| row.of(name)));
        measures.push((name, mean));
        n_codes.insert(name, DefinedFor { defined, undefined });
    }
    Means { measures: Measures(measures), n_codes }
}

fn sensitivity(ground: &Ground, segmented: &Segmentations) -> Result<Vec<Sensitivity>, Failure> {
    let mut rows = Vec::new();
    for unit in Unit::ALL {
        for rule in [Rule::Any, Rule::Majority] {
            if unit == Unit::Char && rule == Rule::Majority {
                continue;
            }
            let found = ground.compare(unit, rule, segmented)?;
            rows.push(Sensitivity {
                unit: unit.as_str(),
                rule: (unit != Unit::Char).then(|| rule_name(rule)),
                n_units: found.units,
                mean: means(&found, ground.coders.len()).measures,
            });
        }
    }
    Ok(rows)
}

fn resampling(seen: &Seen<'_>, ground: &Ground, found: &Comparison, names: &Names) -> Option<Resampling> {
    let documents: Vec<DocumentCounts> = found.documents.iter().map(|(_, counts)| counts.clone()).collect();
    let drawn = bootstrap_codes(&documents, ground.codes.len(), DRAWS, SEED).ok()?;
    let rows = ground.codes.iter().zip(&drawn.codes);
    let any = drawn.pooled.kappa.or(drawn.pooled.positive).ok();
    let pooled: Vec<PairCounts> =
        documents.iter().map(|document| pooled(document, ground.codes.len())).collect();
    let left_out =
        if pooled.len() < FEW { jackknife(&pooled, PairCounts::cohen_kappa).values } else { Vec::new() };
    let left_out = found.documents.iter().zip(left_out);
    Some(Resampling {
        interviews: documents.len(),
        samples: any.map_or(0, |drawn| drawn.samples),
        exhaustive: any.is_some_and(|drawn| drawn.exhaustive),
        seed: SEED,
        codes: rows.map(|(code, of)| (code_path(seen, *code), intervals(of))).collect(),
        pooled: intervals(&drawn.pooled),
        mean: intervals(&drawn.mean),
        without: left_out.map(|((place, _), value)| (names.documents[*place].clone(), value.ok())).collect(),
    })
}

/// One table summed over all codes of a document, those that nobody used there too.
fn pooled(document: &DocumentCounts, codes: usize) -> PairCounts {
    let unused = (codes - document.codes.len()) as u64 * document.units;
    let used: PairCounts = document.codes.iter().map(|(_, counts)| *counts).sum();
    used + PairCounts { neither: unused, ..PairCounts::default() }
}

fn intervals(of: &Intervals) -> IntervalsAnswer {
    let interval = |drawn: Measured<Resampled>| drawn.ok().map(|drawn| drawn.interval);
    IntervalsAnswer {
        cohen_kappa: interval(of.kappa),
        krippendorff_alpha: interval(of.alpha),
        positive_agreement: interval(of.positive),
    }
}

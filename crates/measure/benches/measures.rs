//! What the measures take on a large study, at two sizes: `cargo bench -p measure`.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it prints, and stops where something fails

use measure::Seeded;
use measure::agreement::division::{Division, Rule};
use measure::agreement::patterns::Patterns;
use measure::agreement::resampling::bootstrap_codes;
use measure::agreement::spans::{Span, united};
use measure::agreement::{Coded, Reading, SetDistance, compare, sets};
use measure::saturation::{
    Claim, Guest, Incidence, Richness, expected_curve, rarefied_deviation, try_orders,
};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    for times in [1, 4] {
        study(times);
    }
    for times in [1, 4] {
        long_text(times);
    }
    for times in [1, 4] {
        saturation(times);
    }
}

/// The time this thread has had the processor, where the system tells it: other work under way does not count.
fn processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Prints the median and the longest of some runs, in milliseconds of processor time.
fn time<T>(what: &str, runs: usize, mut act: impl FnMut() -> T) {
    let mut taken = Vec::with_capacity(runs);
    black_box(act());
    for _ in 0..runs {
        let (start, before) = (Instant::now(), processor());
        black_box(act());
        let (wall, after) = (start.elapsed(), processor());
        let ran = after.zip(before).map(|(after, before)| after - before);
        taken.push(ran.unwrap_or(wall).as_secs_f64() * 1000.0);
    }
    taken.sort_by(f64::total_cmp);
    println!("{what:58} {runs:3} runs  p50 {:9.2} ms  max {:9.2} ms", taken[runs / 2], taken[runs - 1]);
}

/// Where the turns, sentences and words of a made-up interview lie: turns of 40 words, sentences of 10,
/// words of 3 to 8 letters.
struct Text {
    length: u64,
    turns: Vec<Span>,
    sentences: Vec<Span>,
    words: Vec<Span>,
}

fn text(words: u64, chance: &mut Seeded) -> Text {
    let mut text = Text { length: 0, turns: Vec::new(), sentences: Vec::new(), words: Vec::new() };
    for number in 0..words {
        let end = text.length + 3 + chance.bits() % 6;
        let word = Span::new(text.length, end);
        for (units, size) in [(&mut text.turns, 40), (&mut text.sentences, 10)] {
            match units.last_mut() {
                Some(last) if number % size != 0 => last.end = end,
                _ => units.push(word),
            }
        }
        text.words.push(word);
        text.length = end + 1;
    }
    text
}

/// What two coders did: passages of 5 to 60 words; the second often agrees with the first.
fn codings(text: &Text, codes: usize, each: usize, chance: &mut Seeded) -> [Vec<Coded>; 2] {
    let passage = |chance: &mut Seeded| {
        let first = chance.below(text.words.len());
        let last = (first + 5 + chance.below(55)).min(text.words.len() - 1);
        let span = Span::new(text.words[first].start, text.words[last].end);
        Coded { code: chance.below(codes), span }
    };
    let first: Vec<Coded> = (0..each).map(|_| passage(chance)).collect();
    let second =
        first.iter().map(|coded| if chance.below(2) == 0 { *coded } else { passage(chance) }).collect();
    [first, second]
}

fn readings<'a>(divisions: &'a [Division], coded: &[[Vec<Coded>; 2]]) -> Vec<Reading<'a>> {
    let reading = |(division, [first, second]): (&'a Division, &[Vec<Coded>; 2])| Reading {
        division,
        coders: vec![Some(first.clone()), Some(second.clone())],
    };
    divisions.iter().zip(coded).map(reading).collect()
}

/// 200 interviews of 5,000 words, 20,000 codings of two coders, 120 codes.
fn study(times: usize) {
    const CODES: usize = 120;
    let mut chance = Seeded::new(3);
    let texts: Vec<Text> = (0..200 * times).map(|_| text(5_000, &mut chance)).collect();
    let coded: Vec<[Vec<Coded>; 2]> =
        texts.iter().map(|text| codings(text, CODES, 50, &mut chance)).collect();
    println!(
        "\n{} interviews of 5,000 words, {} codings of 2 coders, {CODES} codes",
        texts.len(),
        100 * texts.len()
    );
    let divided = |unit: &str| -> Vec<Division> {
        let divide = |text: &Text| match unit {
            "character" => Division::characters(vec![Span::new(0, text.length)]),
            "word" => Division::listed(text.words.clone()),
            "sentence" => Division::listed(text.sentences.clone()),
            "turn" => Division::listed(text.turns.clone()),
            _ => Division::listed(vec![Span::new(0, text.length)]),
        };
        texts.iter().map(divide).collect()
    };
    let units = ["character", "word", "sentence", "turn", "interview"].map(|unit| (unit, divided(unit)));
    let full = |divisions: &[Division], rule: Rule| {
        let found = compare(&readings(divisions, &coded), 2, CODES, rule).unwrap();
        let row = |code: usize| {
            let pair = found.pair(code);
            [
                pair.observed(),
                pair.positive(),
                pair.cohen_kappa(),
                pair.scott_pi(),
                pair.gwet_ac1(),
                pair.krippendorff_alpha(),
            ]
        };
        ((0..CODES).map(row).collect::<Vec<_>>(), found.pooled().cohen_kappa())
    };
    for (unit, divisions) in &units {
        time(&format!("every code and coefficient by {unit}"), 11, || full(divisions, Rule::Any));
    }
    time("every unit and rule together", 5, || {
        units
            .iter()
            .map(|(_, divisions)| [Rule::Any, Rule::Majority].map(|rule| full(divisions, rule)))
            .collect::<Vec<_>>()
    });
    let found = compare(&readings(&units[1].1, &coded), 2, CODES, Rule::Any).unwrap();
    let documents: Vec<_> = found.documents.iter().map(|(_, counts)| counts.clone()).collect();
    time("10,000 samples of interviews: kappa, alpha, F1, all codes", 3, || {
        bootstrap_codes(&documents, CODES, 10_000, 1).unwrap()
    });
    time("sets of codes by turn (alpha with Jaccard)", 3, || {
        sets(&readings(&units[3].1, &coded), 2, Rule::Any).alpha(SetDistance::Jaccard)
    });
}

/// A text of 20 million characters, three coders with 20,000 spans each.
fn long_text(times: u64) {
    let length = 20_000_000 * times;
    let mut chance = Seeded::new(7);
    let mut coder = || {
        let span = |_| {
            let start = chance.bits() % length;
            Span::new(start, (start + 20 + chance.bits() % 600).min(length))
        };
        (0..20_000 * times).map(span).collect::<Vec<Span>>()
    };
    let coders = [coder(), coder(), coder()];
    println!();
    time(&format!("{length} characters, 3 coders, {} spans each", coders[0].len()), 11, || {
        let lists: Vec<Vec<Span>> = coders.iter().map(|spans| united(spans.clone())).collect();
        let coded: Vec<Option<&[Span]>> = lists.iter().map(|list| Some(list.as_slice())).collect();
        let mut patterns = Patterns::new(3).unwrap();
        patterns.add(length, &coded);
        (patterns.ratings().tally().krippendorff_alpha(), patterns.ratings().light_kappa())
    });
}

/// 500 interviews and 2,000 codes: most codes are rare, a few are nearly everywhere.
fn saturation(times: usize) {
    let (interviews, codes) = (500, 2_000 * times);
    let mut chance = Seeded::new(11);
    let mut met = vec![Vec::new(); interviews];
    for code in 0..codes {
        let frequency = 1 + 400 / (1 + code / (4 * times));
        for _ in 0..frequency {
            met[chance.below(interviews)].push(code);
        }
    }
    let incidence = Incidence::new(met);
    let incidences: u64 = incidence.frequencies().iter().sum();
    println!("\n{interviews} interviews, {codes} codes, {incidences} incidences");
    let guest = Guest { base: 4, run: 2, threshold_percent: 0.0 };
    time("curve, rules, estimators, rarefaction with exact deviation", 5, || {
        let curve = incidence.curve();
        let richness = Richness::new(interviews as u64, &incidence.frequencies());
        let mean = expected_curve(&richness);
        let third = incidence.nth_occurrence(3);
        (
            guest.apply(&curve),
            richness.chao2_interval(),
            richness.coverage(),
            mean,
            third,
            rarefied_deviation(&incidence),
        )
    });
    let claims = [Claim { at: 400, confirm: 20 }];
    time("10,000 orders", 3, || try_orders(&incidence, &guest, &claims, 10_000, 1));
}

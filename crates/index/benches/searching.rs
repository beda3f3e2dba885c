//! How fast: `cargo bench -p index --bench searching [-- WORDS…]`, on 2 million words where none are said.
//!
//! The text is made as it is taken in: turns of about 50 words from a vocabulary of 60,000 forms whose
//! frequencies follow Zipf's law, the most frequent being real French words, those of the queries among
//! them. Half of the turns are an interviewer's and are not searched. The queries are in `queries.txt`.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a bench prints, and fails where it cannot go on

use index::{Document, Home, Index, Kind, Order, Parts, Passages, Query, Request, Scope};
use model::RecordId;
use model::text::{TextIndex, scalars};
use model::value::Language;
use std::sync::Arc;
use std::time::{Duration, Instant};

const QUERIES: &str = include_str!("queries.txt");
const HEAD: &str = include_str!("head.txt");
const FORMS: usize = 60_000;
/// Words of one interview.
const LENGTH: usize = 10_000;

struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

struct Language60k {
    forms: Vec<String>,
    /// Shares added up, to be searched by a throw.
    sums: Vec<f64>,
}

impl Language60k {
    fn new() -> Language60k {
        let head = HEAD.split_whitespace().map(str::to_owned);
        let asked = QUERIES.lines().filter(|line| !line.starts_with('#')).flat_map(|line| {
            let words = line.split(|c: char| c.is_whitespace() || "\"()*~".contains(c));
            words.map(|word| word.trim_start_matches('-').to_owned()).collect::<Vec<_>>()
        });
        let mut seen = std::collections::HashSet::new();
        let mut forms: Vec<String> =
            head.chain(asked).filter(|form| form.chars().count() > 0 && seen.insert(form.clone())).collect();
        let syllables = [
            "ba", "cé", "do", "fu", "gri", "lan", "mê", "non", "pro", "que", "ra", "si", "tion", "ver",
            "ment",
        ];
        let mut dice = Dice(7);
        while forms.len() < FORMS {
            let count = 2 + dice.next() % 4;
            let form: String =
                (0..count).map(|_| syllables[usize::try_from(dice.next() % 15).unwrap()]).collect();
            if seen.insert(form.clone()) {
                forms.push(form);
            }
        }
        let mut sum = 0.0;
        let sums = (1..=forms.len())
            .map(|rank| {
                sum += 1.0 / (rank as f64 + 2.7);
                sum
            })
            .collect();
        Language60k { forms, sums }
    }

    fn word(&self, dice: &mut Dice) -> &str {
        let throw = dice.share() * self.sums[self.sums.len() - 1];
        &self.forms[self.sums.partition_point(|sum| *sum < throw).min(self.forms.len() - 1)]
    }

    fn interview(&self, number: u128, version: u64) -> Document {
        let mut dice = Dice(u64::try_from(number).unwrap() * 0x9E37_79B9 + version);
        let (mut text, mut parts, mut at) = (String::with_capacity(LENGTH * 7), Vec::new(), 0);
        let mut words = 0;
        while words < LENGTH {
            let label = if parts.len() % 2 == 0 { "CL : " } else { "EMG : " };
            let count = if parts.len() % 2 == 0 { 20 } else { 60 + dice.next() % 41 };
            let mut said = String::new();
            for _ in 0..count {
                said.push_str(self.word(&mut dice));
                said.push(' ');
            }
            said.pop();
            said.push('.');
            words += usize::try_from(count).unwrap();
            let start = at + scalars(label);
            at = start + scalars(&said) + 1;
            parts.push((start, at - 1));
            text.extend([label, &said, "\n"]);
        }
        let text = Arc::new(TextIndex::new(text));
        Document { owner: id(number), kind: Kind::Verbatim, version, text, parts }
    }
}

fn id(number: u128) -> RecordId {
    RecordId(uuid::Uuid::from_u128(number))
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    format!("p50 {:.2} ms, p95 {:.2} ms, max {:.2} ms", at(0.5), at(0.95), at(1.0))
}

fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

fn scope(interviews: u128, parts: usize) -> Scope {
    Scope::new((1..=interviews).map(|number| {
        let class = u16::try_from(number % 500 + 1).unwrap();
        let classes = (0..parts * 2).map(|part| if part % 2 == 0 { 0 } else { class }).collect();
        (id(number), Parts::Each(classes), Passages::default())
    }))
}

fn queries() -> impl Iterator<Item = &'static str> {
    QUERIES.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn ask(index: &Index, scope: &Scope, text: &str) -> (Duration, u64) {
    let snapshot = index.snapshot();
    let begun = Instant::now();
    let query = Query::parse(text, false, snapshot.analyser()).unwrap();
    let request =
        Request { query: &query, scope, order: Order::Text, limit: 50, context: 40, stop: &|| false };
    let results = snapshot.search(&request).unwrap();
    (begun.elapsed(), results.total)
}

fn measure(words: usize) {
    println!("== {words} words");
    let language = Language60k::new();
    let interviews = (words / LENGTH) as u128;
    let folder = tempfile::tempdir().unwrap();
    let home = if words > 1_000_000 { Home::Folder(folder.path().join("index")) } else { Home::Memory };
    let begun = Instant::now();
    let mut making = Duration::ZERO;
    let mut index = Index::open(home.clone(), Language::French).unwrap();
    for first in (1..=interviews).step_by(1000) {
        let batch = (first..(first + 1000).min(interviews + 1)).map(|number| {
            let begun = Instant::now();
            let document = language.interview(number, 1);
            making += begun.elapsed();
            document
        });
        index.update(batch, &[], words * 6, "1").unwrap();
    }
    println!(
        "indexing: {:.2} s, of which making the text {:.2} s",
        begun.elapsed().as_secs_f64(),
        making.as_secs_f64()
    );
    if words > 1_000_000 {
        drop(index);
        drop(language.interview(1, 1));
        let before = resident();
        let begun = Instant::now();
        index = Index::open(home, Language::French).unwrap();
        println!("opening: {:.0} ms", begun.elapsed().as_secs_f64() * 1e3);
        let scope = scope(interviews, 150);
        ask(&index, &scope, "de");
        println!("memory added by the open index, after a search: {:.0} MiB", resident() - before);
    }
    let scope = scope(interviews, 150);
    for query in queries() {
        ask(&index, &scope, query);
    }
    println!("200 queries: {}", percentiles(queries().map(|query| ask(&index, &scope, query).0).collect()));
    let single = |query: &&str| !query.contains(['"', '*', '~', ' ', '-']);
    println!(
        "  words alone: {}",
        percentiles(queries().filter(single).map(|query| ask(&index, &scope, query).0).collect())
    );
    for query in ["de", "d*", "\"de la\"", "/dou+leurs?/", "/\\b(mal|dos)\\b.{0,20}\\bnuit/"] {
        let times: Vec<Duration> = (0..10).map(|_| ask(&index, &scope, query).0).collect();
        println!("  {query} ({}): {}", ask(&index, &scope, query).1, percentiles(times));
    }
    let again: Vec<Duration> = (2..22)
        .map(|version| {
            let document = language.interview(3, version);
            let begun = Instant::now();
            index.update([document], &[], LENGTH * 6, &version.to_string()).unwrap();
            begun.elapsed()
        })
        .collect();
    println!("one interview indexed again: {}", percentiles(again));
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![500_000, 2_000_000] } else { asked };
    sizes.into_iter().for_each(measure);
}

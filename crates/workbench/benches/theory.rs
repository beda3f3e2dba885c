//! Every question of the step *Catégories* over 200 interviews, 20,000 codings and 1,000 codes: tables, meetings,
//! combinations, gaps, the strips of the properties, and the screens that show them.
//!
//! `cargo bench --workspace --bench theory` makes the study and prints how long each takes, in milliseconds of
//! the processor.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measuring tool: it prints, and stops where something fails

use model::RecordId;
use model::basis::Basis;
use model::value::{Ask, AttributeIs, Columns, DimensionForm, Level, Near, Position, RelationSort, Stance};
use std::num::NonZeroU32;
use std::time::Instant;
use workbench::command::theory::{SortChoice, TheoryCommand};
use workbench::generate::{Plan, generate};
use workbench::queries::{Asked, meetings, table};
use workbench::screen::{Screen, Showing, TheoryShowing};
use workbench::views::Step;
use workbench::views::theory::{AskedView, TheoryPage};
use workbench::{Engine, Env};

/// How often each question is asked.
const TIMES: usize = 15;

/// The time that this thread was on a processor, in milliseconds: other programs do not count. Told to a few
/// milliseconds, by Linux only.
fn processor_ms() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e6)
}

fn timed<T>(what: &str, mut work: impl FnMut() -> T) {
    let (begun, before) = (Instant::now(), processor_ms());
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(work());
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    let passed = begun.elapsed().as_secs_f64() * 1000.0;
    let own = processor_ms().zip(before).map_or(passed, |(after, before)| after - before) / TIMES as f64;
    times.sort_by(f64::total_cmp);
    println!(
        "{what:<52} on a processor {own:7.1}  p50 {:7.1}  max {:7.1}",
        times[TIMES / 2],
        times[TIMES - 1]
    );
}

struct Study {
    engine: Engine,
    categories: Vec<RecordId>,
    properties: Vec<RecordId>,
    attribute: RecordId,
    value: String,
}

/// The generated study with a dimension on each of 40 properties, 2,000 passages placed, 200 relations.
fn study(path: &std::path::Path) -> Study {
    let some = |number| NonZeroU32::new(number).unwrap();
    let (interviews, codes, words) = (some(200), some(1000), some(3000));
    let plan = Plan { interviews, words, codes, codings: 20_000, coders: some(1), seed: 7 };
    generate(path, &plan, |_, _| {}).unwrap();
    let mut engine = Engine::open(path, Env::system()).unwrap();
    let seen = engine.seen();
    let of = |level: Level| -> Vec<RecordId> {
        seen.codes().iter().filter(|node| node.level == level).map(|node| node.id).collect()
    };
    let (categories, properties) = (of(Level::Category), of(Level::Property));
    let attribute = seen.attributes()[0].id;
    let value = seen.participants().iter().find_map(|person| {
        person
            .attributes
            .iter()
            .find(|(id, _)| *id == attribute)
            .map(|(_, value)| workbench::queries::shown(value))
    });
    let value = value.unwrap();
    dimensions(&mut engine, &properties);
    relations(&mut engine, &categories);
    Study { engine, categories, properties, attribute, value }
}

fn dimensions(engine: &mut Engine, properties: &[RecordId]) {
    for property in properties.iter().take(40) {
        let values = vec![(None, "peu".to_owned()), (None, "beaucoup".to_owned())];
        let (property, form) = (*property, DimensionForm::Poles);
        engine.run(TheoryCommand::SetDimension { property, form, values }.into()).unwrap();
        let seen = engine.seen();
        let below = seen.code_with_descendants(property);
        let passages: Vec<RecordId> =
            seen.codings_with(&below, &Basis::default()).take(50).map(|coding| coding.id).collect();
        for (at, coding) in (0u16..).zip(passages) {
            let at = Some(Position::Between(at * 20));
            engine.run(TheoryCommand::PlaceOnDimension { coding, property, at }.into()).unwrap();
        }
    }
}

fn relations(engine: &mut Engine, categories: &[RecordId]) {
    for number in 0..200 {
        let (from, to) =
            (categories[number % categories.len()], categories[(number * 7 + 1) % categories.len()]);
        let sort = SortChoice::Known(RelationSort::CausalCondition);
        let Ok(made) = engine.run(TheoryCommand::CreateRelation { from, to, sort }.into()) else { continue };
        let about = made.made[0];
        let seen = engine.seen();
        let below = seen.code_with_descendants(from);
        let codings = seen.codings_with(&below, &Basis::default()).take(3).map(|coding| coding.id).collect();
        let stance = Some(Stance::Supports);
        engine.run(TheoryCommand::MarkEvidence { about, codings, stance, comment: None }.into()).unwrap();
    }
}

fn questions(study: &Study) {
    let (seen, basis) = (study.engine.seen(), Basis::default());
    let one = |filters: &[AttributeIs], what: &str, ask: Ask| {
        timed(what, || table(&seen, &basis, &ask, filters));
    };
    let filters = [AttributeIs { attribute: study.attribute, value: study.value.clone() }];
    for (name, columns) in [
        ("participant", Columns::Participant),
        ("interview", Columns::Interview),
        ("value of an attribute", Columns::Attribute(study.attribute)),
    ] {
        one(&[], &format!("1,000 codes × {name}"), Ask::Matrix { codes: Vec::new(), columns });
    }
    one(
        &filters,
        "1,000 codes × participant, of one value",
        Ask::Matrix { codes: Vec::new(), columns: Columns::Participant },
    );
    for (name, near) in [("overlap", Near::Overlap), ("same turn", Near::Turn), ("3 turns", Near::Turns(3))] {
        let all = Ask::Cooccurrence { codes: Vec::new(), near };
        one(&[], &format!("1,000 codes that meet, {name}"), all);
        let codes = study.categories.clone();
        one(&[], &format!("categories that meet, {name}"), Ask::Cooccurrence { codes, near });
        let (all, none) = (study.categories[..2].to_vec(), study.categories[2..3].to_vec());
        let asked = Asked { all, none, near, filters: filters.to_vec() };
        timed(&format!("A and B, not C, of one value, {name}"), || meetings(&seen, &basis, &asked));
    }
    let ask = Ask::Cooccurrence { codes: Vec::new(), near: Near::Turn };
    timed("what stands behind one cell of 1,000 × 1,000", || {
        workbench::queries::cell(&seen, &basis, &ask, &[], (3, 5))
    });
    timed("gaps", || workbench::gaps::gaps(&seen, &basis));
    timed("strips of 40 properties", || workbench::answers::dimensions::dimensions(&study.engine, &basis));
}

fn screens(mut study: Study) {
    let all = Ask::Cooccurrence { codes: Vec::new(), near: Near::Turns(3) };
    let asked = AskedView { ask: all, filters: Vec::new(), saved: None };
    let theory = |page| TheoryShowing { page, ..TheoryShowing::default() };
    let (category, property) = (study.categories.first().copied(), study.properties.first().copied());
    for (what, theory) in [
        ("screen: sorting", theory(TheoryPage::Sorting)),
        ("screen: a category", TheoryShowing { category, ..theory(TheoryPage::Categories) }),
        (
            "screen: a property's passages",
            TheoryShowing { property, category, ..theory(TheoryPage::Categories) },
        ),
        ("screen: relations", theory(TheoryPage::Relations)),
        ("screen: schema", theory(TheoryPage::Schema)),
        ("screen: gaps", theory(TheoryPage::Gaps)),
        ("screen: theory", theory(TheoryPage::Statement)),
        (
            "screen: a table of 1,000 codes that meet",
            TheoryShowing { asked: Some(asked), ..theory(TheoryPage::Queries) },
        ),
        ("screen: the code book over time", theory(TheoryPage::History)),
    ] {
        let showing = Showing { step: Some(Step::Categories), theory, ..Showing::default() };
        timed(what, || Screen::make(&mut study.engine, &showing, i18n::Lang::Fr, 1).unwrap());
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(&folder.path().join("grande.ancrage"));
    let seen = study.engine.seen();
    println!(
        "{} codes, {} categories, {} properties, {} relations",
        seen.codes().len(),
        study.categories.len(),
        study.properties.len(),
        seen.relations().len()
    );
    questions(&study);
    screens(study);
}

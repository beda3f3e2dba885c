//! `compare`: what two coders or more did on the same interviews.

use super::{Outcome, basis_line, level, measure, n, number};
use crate::arguments::{Compare, RuleChoice, UnitChoice};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use crate::table::Table;
use model::value::Method;
use workbench::answers::compare::{CodeCompared, CompareAnswer, Compared, CountsAnswer, compare};
use workbench::answers::measures::Measures;
use workbench::comparison::{Asked, Rule, Unit};
use workbench::names;

pub fn run(console: &Console, typed: &Compare) -> Outcome {
    let mut project = Project::read(console, &typed.on)?;
    let asked = asked(&project, typed)?;
    let found = compare(&mut project.engine, &asked);
    let answer = project.told(found)?;
    console.answer(&answer, || text(console, project.method(), &answer))?;
    Ok(Ending::Done)
}

fn asked(project: &Project, typed: &Compare) -> Result<Asked, Problem> {
    let seen = project.engine.seen();
    let coders = typed.coders.iter().map(|name| names::member(&seen, name)).collect::<Result<Vec<_>, _>>();
    let interviews =
        typed.interviews.iter().map(|name| names::interview(&seen, name)).collect::<Result<Vec<_>, _>>();
    Ok(Asked {
        coders: project.found(coders)?,
        unit: unit(typed.unit),
        rule: match typed.rule {
            RuleChoice::Any => Rule::Any,
            RuleChoice::Majority => Rule::Majority,
        },
        interviews: project.found(interviews)?,
        level: level(typed.level.level),
        layer: typed.layer.layer(),
        with_interviewer: typed.include_interviewer,
    })
}

fn unit(choice: UnitChoice) -> Unit {
    match choice {
        UnitChoice::Turn => Unit::Turn,
        UnitChoice::Char => Unit::Char,
        UnitChoice::Word => Unit::Word,
        UnitChoice::Sentence => Unit::Sentence,
        UnitChoice::Document => Unit::Document,
    }
}

fn text(console: &Console, method: Method, answer: &CompareAnswer) -> String {
    let lang = console.lang;
    let units = i64::try_from(answer.n_units).unwrap_or(i64::MAX);
    let (unit, rule) = (i18n::compare_unit(lang, answer.unit), i18n::compare_rule(lang, answer.rule));
    let interviews = i18n::interview_count(lang, n(answer.interviews.len()));
    let mut lines = vec![i18n::compare_head(lang, &interviews, units, rule, unit)];
    lines.push(match answer.codes.is_empty() {
        true => i18n::compare_coded_more(lang, units),
        false => table(console, method, answer).lines(),
    });
    if answer.codes.iter().any(|code| code.too_rare) {
        lines.push(i18n::compare_rare(lang).to_owned());
    }
    if answer.codes.iter().any(|code| !code.compared.measures.0.iter().all(|(_, value)| value.is_ok())) {
        lines.push(i18n::compare_undefined(lang).to_owned());
    }
    lines.extend(interval(console, answer));
    lines.extend(differences(console, method, answer));
    lines.extend(excluded(console, answer));
    lines.push(basis_line(console, &answer.basis));
    lines.join("\n")
}

fn table(console: &Console, method: Method, answer: &CompareAnswer) -> Table {
    let lang = console.lang;
    let many = answer.basis.coders.len() > 2;
    let mut table = Table::new().text(i18n::column_code(lang, method.as_str()));
    table = match many {
        true => table.number(i18n::column_observed(lang)).number(i18n::column_fleiss(lang)),
        false => table
            .number(i18n::column_measure_both(lang))
            .number(&format!("1 {}", answer.basis.coders.name(0)))
            .number(&format!("2 {}", answer.basis.coders.name(1)))
            .number(i18n::column_measure_neither(lang))
            .number(i18n::column_observed(lang))
            .number(i18n::column_positive(lang))
            .number(i18n::column_kappa(lang)),
    };
    table = table.number(i18n::column_alpha(lang));
    for code in &answer.codes {
        table.row(row(console, &name(code), Some(&code.compared.counts), &code.compared.measures, many));
    }
    table.row(row(console, i18n::compare_mean(lang), None, &answer.mean.measures, many));
    let Compared { counts, measures, .. } = &answer.pooled;
    table.row(row(console, i18n::compare_pooled(lang), Some(counts), measures, many));
    table
}

fn name(code: &CodeCompared) -> String {
    if code.too_rare { format!("{} *", code.code) } else { code.code.clone() }
}

fn row(
    console: &Console,
    name: &str,
    counts: Option<&CountsAnswer>,
    measures: &Measures,
    many: bool,
) -> Vec<String> {
    let mut cells = vec![name.to_owned()];
    let columns: &[&str] = if many {
        &["observed_agreement", "fleiss_kappa", "krippendorff_alpha"]
    } else {
        let units = |units: u64| number(console, usize::try_from(units).unwrap_or(usize::MAX));
        cells.extend(match counts {
            Some(CountsAnswer::Pair { a, b, c, d }) => [a, b, c, d].map(|count| units(*count)),
            _ => std::array::from_fn(|_| String::new()),
        });
        &["observed_agreement", "positive_agreement", "cohen_kappa", "krippendorff_alpha"]
    };
    cells.extend(columns.iter().map(|column| measure(console, measures.of(column).ok())));
    cells
}

/// How far the pooled kappa depends on the interviews: an interval, or with few of them the value without each.
fn interval(console: &Console, answer: &CompareAnswer) -> Option<String> {
    let lang = console.lang;
    let Some(resampling) = &answer.resampling else {
        let one = answer.interviews.len() == 1;
        return one.then(|| i18n::compare_no_interval(lang).to_owned());
    };
    let what = format!("{}, {}", i18n::column_kappa(lang), i18n::compare_pooled(lang).to_lowercase());
    if !resampling.without.is_empty() {
        let without = resampling.without.iter();
        let said = without.map(|(name, kappa)| format!("{name} {}", measure(console, *kappa)));
        let said: Vec<String> = said.collect();
        return Some(i18n::compare_without(lang, &what, &said.join(" ; ")));
    }
    let (low, high) = resampling.pooled.cohen_kappa?;
    let [from, to] = [low, high].map(|bound| i18n::decimal(lang, bound, 2));
    Some(i18n::compare_interval(lang, &from, &what, n(resampling.interviews), &to))
}

fn differences(console: &Console, method: Method, answer: &CompareAnswer) -> Option<String> {
    let lang = console.lang;
    let (first, second) = (answer.basis.coders.name(0), answer.basis.coders.name(1));
    if answer.basis.coders.len() > 2 || answer.disagreements.is_empty() {
        return None;
    }
    let order = ["only_first", "only_second", "other_edges", "sibling_code", "other_code"];
    let said = order.iter().filter_map(|kind| answer.kinds.get(kind).map(|count| (kind, *count)));
    let said = said.filter(|(_, count)| *count > 0);
    let said =
        said.map(|(kind, count)| i18n::compare_kind(lang, first, kind, method.as_str(), n(count), second));
    Some(i18n::compare_differences(lang, &said.collect::<Vec<String>>().join(", ")))
}

fn excluded(console: &Console, answer: &CompareAnswer) -> Option<String> {
    let lang = console.lang;
    let said = answer.excluded.iter().map(|excluded| {
        let why = i18n::compare_why(lang, excluded.why);
        match &excluded.coder {
            Some(coder) => format!("{} ({coder}, {why})", excluded.interview),
            None => format!("{} ({why})", excluded.interview),
        }
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| i18n::compare_excluded(lang, &said.join(", ")))
}

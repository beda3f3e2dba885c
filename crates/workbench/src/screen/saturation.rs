//! The view of the step *Saturation*.

use super::{Making, Showing};
use crate::answers::saturation::{Rules, SaturationAnswer};
use crate::answers::{claims, threads};
use crate::engine::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::levels::{Ladder, LevelAsked};
use crate::saturation::figure::{CurveFigure, Span, TimelineFigure};
use crate::saturation::{Asked, Grid, Guest, Stopping};
use crate::views::{CategoryView, CurveInterview, GridRowView, NoteView, SaturationView, Step};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::value::{Level, Method, Role, Stance};
use std::collections::BTreeMap;
use std::sync::Arc;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The view, while that step is there.
pub(super) fn shown(engine: &Engine, making: &Making<'_>, showing: &Showing) -> Option<Arc<SaturationView>> {
    (showing.step == Some(Step::Saturation)).then(|| Arc::new(make(engine, making, showing)))
}

fn make(engine: &Engine, making: &Making<'_>, showing: &Showing) -> SaturationView {
    let asked = &showing.saturation;
    let levels = levels(making);
    let level = asked.level.filter(|level| levels.contains(level)).or(levels.last().copied());
    let mut view = SaturationView {
        key: making.generation,
        level,
        levels,
        claims: claims::claims(engine, making.lang).into(),
        threads: threads_on_claims(engine, making.lang).into(),
        categories: categories(making).into(),
        role: making.me.and_then(|me| making.seen.member(me)).map(|member| member.role),
        coders: coders(making),
        ..SaturationView::default()
    };
    let level = level.unwrap_or(LevelAsked::Label);
    let order = asked.order.clone();
    let basis = asked.basis.clone();
    let asked = Asked { as_coded: asked.as_coded, order, basis, ..Asked::at(level) };
    let hiding = crate::answers::basis::sealed(&making.seen);
    if !hiding.is_empty() {
        view.blind = i18n::error_claim_blind(making.lang, &hiding.join(", ")).into();
    }
    if let Err(failure) = fill(engine, making, showing, &asked, &mut view) {
        let about = wording::About { file: None, engine: Some(engine) };
        view.problem = Some(wording::failure_about(making.lang, about, &failure).into());
    }
    view
}

/// Those who code: everybody but the directors.
fn coders(making: &Making<'_>) -> Arc<[(RecordId, Arc<str>)]> {
    let members = making.seen.members().into_iter().filter(|member| member.role != Role::Director);
    members.map(|member| (member.id, Arc::from(member.name))).collect()
}

/// The levels that have codes.
fn levels(making: &Making<'_>) -> Vec<LevelAsked> {
    let top = match making.method {
        Method::Grounded => LevelAsked::Category,
        Method::Thematic => LevelAsked::Theme,
    };
    let there =
        |level: &LevelAsked| Ladder::new(&making.seen, *level).is_ok_and(|ladder| !ladder.rows().is_empty());
    [LevelAsked::Label, LevelAsked::Property, top].into_iter().filter(there).collect()
}

fn fill(
    engine: &Engine,
    making: &Making<'_>,
    showing: &Showing,
    asked: &Asked,
    view: &mut SaturationView,
) -> Result<(), Failure> {
    let (seen, lang) = (&making.seen, making.lang);
    let grid = Grid::gather(seen, asked)?;
    if grid.codes.is_empty() && !grid.counted.is_empty() {
        // A curve of nothing is no curve, and there is nothing to claim.
        return Err(ClaimProblem::NothingCoded.into());
    }
    let (base, run, percent) = showing.saturation.guest;
    let rules = Rules {
        guest: Guest { base, run, threshold_percent: f64::from(percent) },
        stopping: Stopping { initial: 10, stop: 3 },
        claims: Vec::new(),
    };
    let answer = crate::answers::saturation::of_grid(engine, seen, asked, &rules, &grid, false);
    view.interviews = interviews(making, &grid, &answer).into();
    view.rows = rows(making, &answer).into();
    view.figure = Arc::new(figure(making, view, &grid, &answer));
    (view.timeline, view.early) = timeline(engine, making, asked, &grid);
    view.basis = wording::basis(lang, &answer.basis).into();
    view.notes = notes(making, &answer).into();
    view.rules = told_rules(making, &answer).into();
    (view.estimates, view.caveat) = estimates(making, &answer);
    view.incidence = Arc::new(grid.incidence());
    Ok(())
}

fn interviews(making: &Making<'_>, grid: &Grid, answer: &SaturationAnswer) -> Vec<CurveInterview> {
    let mut known = std::collections::BTreeSet::new();
    let names: BTreeMap<RecordId, Arc<str>> =
        answer.grid.iter().map(|row| (row.id, row.code.as_str().into())).collect();
    let one = |counted: &crate::saturation::Counted| {
        let interview = making.seen.interview(counted.interview);
        let new = counted.codes.iter().filter(|code| known.insert(**code));
        let named = |code: &RecordId| (*code, names.get(code).cloned().unwrap_or_default());
        let facts = interview.as_ref().and_then(|interview| interview.facts);
        CurveInterview {
            id: counted.interview,
            name: interview.as_ref().map_or("", |interview| interview.name).into(),
            date: facts.and_then(|facts| facts.date.clone()).unwrap_or_default().into(),
            new: new.map(named).collect(),
            codes: counted.codes.len(),
            confirming: counted.confirming,
        }
    };
    grid.counted.iter().map(one).collect()
}

fn rows(making: &Making<'_>, answer: &SaturationAnswer) -> Vec<GridRowView> {
    let all = answer.order.len();
    let one = |row: &crate::answers::saturation::GridRow| GridRowView {
        id: row.id,
        name: row.code.as_str().into(),
        interviews: row.interviews.iter().filter_map(|n| u32::try_from(n.checked_sub(1)?).ok()).collect(),
        count: i18n::n_of_total(making.lang, count(row.interviews.len()), count(all)).into(),
    };
    answer.grid.iter().map(one).collect()
}

fn figure(making: &Making<'_>, view: &SaturationView, grid: &Grid, answer: &SaturationAnswer) -> CurveFigure {
    let lang = making.lang;
    // The claim on the curve is one that was made at this level.
    let claim = view.claims.iter().rev().filter_map(|claim| claim.made.as_ref());
    let mut claim = claim.filter(|made| made.level == answer.level);
    let claim = claim.next().map(|made| (made.interview as usize, made.confirm as usize));
    CurveFigure {
        names: answer.order.clone(),
        new: answer.new.clone(),
        cumulative: answer.cumulative.clone(),
        confirming: confirming(grid, claim),
        ongoing: answer.unfinished.clone(),
        claim: claim.filter(|(at, _)| *at <= answer.order.len()),
        late: late_marks(lang, &answer.later, answer.order.len()),
        set_apart: grid.counted.iter().map(|one| one.confirming).collect(),
        claim_word: i18n::saturation_claim_word(lang).to_owned(),
        set_apart_word: i18n::sheet_confirming_word(lang).to_owned(),
        ongoing_word: i18n::saturation_ongoing(lang).to_owned(),
    }
}

/// So many changes at one place of the curve are named; more are counted.
const NAMED: usize = 2;

/// The marks of what became of the code book, by where on the curve they stand.
pub(crate) fn late_marks(
    lang: Lang,
    later: &[crate::answers::saturation::LaterAnswer],
    most: usize,
) -> Vec<(usize, String)> {
    let mut places: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for one in later {
        // On the curve there is room for a name, not for where it stands in the tree.
        let name = one.code.rsplit(" / ").next().unwrap_or_default();
        places.entry(one.after.min(most)).or_default().push(i18n::saturation_mark(lang, name, one.kind));
    }
    let told = |(after, marks): (usize, Vec<String>)| match marks.len() {
        0..=NAMED => marks.into_iter().map(|mark| (after, mark)).collect::<Vec<_>>(),
        more => vec![(after, i18n::saturation_marks(lang, count(more)))],
    };
    places.into_iter().flat_map(told).collect()
}

/// Those held to confirm, and those that the claim names as such.
fn confirming(grid: &Grid, claim: Option<(usize, usize)>) -> Vec<bool> {
    let within = |place: usize| claim.is_some_and(|(at, more)| (at..at + more).contains(&place));
    grid.counted.iter().enumerate().map(|(place, one)| one.confirming || within(place)).collect()
}

/// The day of a date or instant, counted from 1970.
pub(crate) fn day_number(date: &str) -> Option<i64> {
    let date: jiff::civil::Date = date.get(..10)?.parse().ok()?;
    let zero = jiff::civil::date(1970, 1, 1);
    date.since(zero).ok().map(|span| i64::from(span.get_days()))
}

fn timeline(
    engine: &Engine,
    making: &Making<'_>,
    asked: &Asked,
    grid: &Grid,
) -> (Arc<TimelineFigure>, Arc<str>) {
    let (seen, lang) = (&making.seen, making.lang);
    let since: BTreeMap<RecordId, model::OpId> =
        grid.counted.iter().filter_map(|one| Some((one.interview, one.since?.op))).collect();
    let wanted: std::collections::BTreeSet<model::OpId> = since.values().copied().collect();
    let lines = engine.history().iter().filter(|line| wanted.contains(&line.op));
    let times: BTreeMap<model::OpId, model::Timestamp> = lines.map(|line| (line.op, line.at)).collect();
    let claiming = crate::saturation::freeze::Claiming {
        claim: measure::saturation::Claim { at: 0, confirm: 0 },
        asked: asked.clone(),
        guest: Guest { base: 4, run: 2, threshold_percent: 5.0 },
        stopping: Stopping { initial: 10, stop: 3 },
    };
    let all = grid.counted.iter().map(|one| one.interview).chain(grid.unfinished.iter().copied());
    let mut spans: Vec<Span> = Vec::new();
    let mut told = std::collections::BTreeSet::new();
    for id in all.chain(grid.not_read.iter().copied()).filter(|id| told.insert(*id)) {
        let Some(interview) = seen.interview(id) else { continue };
        let held = interview.facts.and_then(|facts| facts.date.as_deref()).and_then(day_number);
        // What the grid knows is not looked for again.
        let known = since.get(&id).and_then(|op| times.get(op)).copied();
        let coded = known.or_else(|| crate::saturation::freeze::finished_at(seen, &interview, &claiming));
        let coded = coded.and_then(|at| day_number(&crate::answers::instant(at)));
        spans.push(Span { name: interview.name.to_owned(), held, coded, early: false });
    }
    let early = mark_early(&mut spans);
    let days = || spans.iter().flat_map(|span| [span.held, span.coded]).flatten();
    let written = |day: Option<i64>| day.map_or_else(String::new, |day| written_day(lang, day));
    let ends = (written(days().min()), written(days().max()));
    let dated = spans.iter().filter(|span| span.held.is_some() && span.coded.is_some()).count();
    let sentence = match dated {
        0 | 1 => i18n::saturation_timeline_none(lang).to_owned(),
        _ => i18n::saturation_timeline(lang, count(dated), count(early)),
    };
    (Arc::new(TimelineFigure { spans, ends }), sentence.into())
}

/// A day counted from 1970, as `2026-03-01`.
pub(crate) fn iso_day(day: i64) -> String {
    let zero = jiff::civil::date(1970, 1, 1);
    zero.checked_add(jiff::Span::new().days(day)).map_or_else(|_| String::new(), |date| date.to_string())
}

pub(crate) fn written_day(lang: Lang, day: i64) -> String {
    let zero = jiff::civil::date(1970, 1, 1);
    let Ok(date) = zero.checked_add(jiff::Span::new().days(day)) else { return String::new() };
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let date = i18n::Date::new(date.year().into(), part(date.month()), part(date.day()));
    date.map_or_else(String::new, |date| date.numeric(lang))
}

/// By date; marks the interviews that were held before the one before them was coded, and counts them.
pub(crate) fn mark_early(spans: &mut [Span]) -> usize {
    spans.sort_by_key(|span| (span.held.is_none(), span.held));
    let mut early = 0;
    for place in 1..spans.len() {
        let before = spans.get(place - 1).and_then(|span| span.held.map(|_| span.coded));
        let held = spans.get(place).and_then(|span| span.held);
        let is_early = match (before, held) {
            (Some(Some(coded)), Some(held)) => held < coded,
            (Some(None), Some(_)) => true,
            _ => false,
        };
        if let Some(span) = spans.get_mut(place).filter(|_| is_early) {
            span.early = true;
            early += 1;
        }
    }
    early
}

fn notes(making: &Making<'_>, answer: &SaturationAnswer) -> Vec<NoteView> {
    let lang = making.lang;
    let names = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
    let mut notes: Vec<NoteView> = Vec::new();
    let written = |at: &str| day_number(at).map_or_else(String::new, |day| written_day(lang, day));
    let (moved, other): (Vec<_>, Vec<_>) = answer.later.iter().partition(|later| later.kind == "moved");
    for later in other.into_iter().chain(moved.iter().copied().filter(|_| moved.len() <= NAMED)) {
        let text = wording::later(lang, later, &written(&later.at));
        notes.push(NoteView { text: text.into(), heed: true });
    }
    // Sorting labels into categories moves many at once: they are counted.
    if let Some(last) = moved.last().filter(|_| moved.len() > NAMED) {
        let day = written(&last.at);
        let text = i18n::saturation_later_moves(lang, &last.after.to_string(), &day, count(moved.len()));
        notes.push(NoteView { text: text.into(), heed: true });
    }
    let quiet = [
        names(&answer.confirming).map(|names| i18n::saturation_confirming(lang, &names)),
        names(&answer.unfinished).map(|names| i18n::saturation_unfinished(lang, &names)),
        names(&answer.not_read).map(|names| i18n::saturation_not_read(lang, &names)),
        names(&answer.excluded).map(|names| i18n::saturation_excluded(lang, &names)),
        (answer.withdrawn > 0).then(|| i18n::saturation_withdrawn(lang, count(answer.withdrawn))),
        (answer.outside_level > 0).then(|| i18n::saturation_outside(lang, count(answer.outside_level))),
    ];
    let (undated, same_day) = (&answer.undated, &answer.same_day);
    let open = wording::open_order(lang, answer.ordered_by, answer.order.len(), undated, same_day);
    notes.extend(
        quiet.into_iter().flatten().chain(open).map(|text| NoteView { text: text.into(), heed: false }),
    );
    notes
}

fn pair(name: &str, value: String) -> (Arc<str>, Arc<str>) {
    (name.into(), value.into())
}

fn told_rules(making: &Making<'_>, answer: &SaturationAnswer) -> Vec<(Arc<str>, Arc<str>)> {
    let lang = making.lang;
    let told = wording::rules(lang, &answer.guest, &answer.francis);
    let mut rows: Vec<_> = told.into_iter().map(|(rule, said)| pair(&rule, said)).collect();
    let level = i18n::level_many(lang, answer.level, making.method.as_str());
    for percent in ["90", "100"] {
        if let Some(Some(at)) = answer.first_with_percent.get(percent) {
            let label = i18n::saturation_rule_share(lang, level, percent);
            rows.push(pair(&label, i18n::saturation_reached_at(lang, &at.to_string())));
        }
    }
    let third = answer.third_occurrence.values().filter(|at| at.is_some()).count();
    let all = answer.third_occurrence.len();
    rows.push(pair(i18n::saturation_rule_third(lang), i18n::n_of_total(lang, count(third), count(all))));
    let single = i18n::saturation_rule_single(lang).to_owned();
    rows.push(pair(&single, i18n::n_of_total(lang, count(answer.singletons.len()), count(all))));
    rows
}

type Rows = Arc<[(Arc<str>, Arc<str>)]>;

fn estimates(making: &Making<'_>, answer: &SaturationAnswer) -> (Rows, Arc<str>) {
    let rows = wording::estimates(making.lang, making.method, answer);
    let rows = rows.into_iter().map(|(name, value)| (name.into(), value.into()));
    (rows.collect(), i18n::saturation_caveats(making.lang).into())
}

fn threads_on_claims(engine: &Engine, lang: Lang) -> Vec<threads::ThreadAnswer> {
    let all = threads::threads(engine, lang);
    all.into_iter().filter(|thread| thread.about_kind == model::value::Kind::Claim.as_str()).collect()
}

fn categories(making: &Making<'_>) -> Vec<CategoryView> {
    let seen = &making.seen;
    let nodes: Vec<_> = seen.codes().into_iter().filter(|node| !node.deleted).collect();
    let evidence: BTreeMap<RecordId, _> = seen.evidence_of_codes().into_iter().collect();
    let one = |node: &&model::study::CodeNode| {
        let below = seen.code_with_descendants(node.id);
        let (density, enriched_by) = seen.density(node.id);
        let search = seen.negative_search(node.id);
        let against = below.iter().filter_map(|code| evidence.get(code)).flatten();
        let properties = nodes.iter().filter(|other| other.level == Level::Property);
        CategoryView {
            id: node.id,
            name: node.path.as_str().into(),
            density,
            enriched_by,
            properties: properties.filter(|other| below.contains(&other.id)).count(),
            searched: search.is_some_and(|search| search.searched),
            note: search.map_or("", |search| search.note.as_str()).into(),
            negative: against.filter(|one| one.stance == Stance::Contradicts).count(),
        }
    };
    nodes.iter().filter(|node| node.level.is_category()).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(held: i64, coded: Option<i64>) -> Span {
        Span { name: held.to_string(), held: Some(held), coded, early: false }
    }

    #[test]
    fn an_interview_held_before_the_one_before_it_was_coded_is_early() {
        let mut spans = vec![span(30, None), span(1, Some(5)), span(4, Some(20)), span(25, Some(26))];
        assert_eq!(mark_early(&mut spans), 1);
        let early: Vec<(i64, bool)> = spans.iter().map(|span| (span.held.unwrap(), span.early)).collect();
        assert_eq!(early, [(1, false), (4, true), (25, false), (30, false)]);
        let mut open = vec![span(1, None), span(2, None)];
        assert_eq!(mark_early(&mut open), 1);
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day_number("1970-01-02"), Some(1));
        assert_eq!(day_number("2026-03-01T08:00:00Z"), day_number("2026-03-01"));
        assert_eq!(day_number("bientôt"), None);
    }
}

//! The evidence sheet of a claim: one to two pages for a director or a jury, with every figure as SVG and its
//! numbers as CSV beside it. What it shows is what was frozen; what has changed since is said apart.

use super::page_parts::Page;
use crate::answers::claims::{self, ClaimRecord, MadeAnswer, VisaAnswer};
use crate::answers::saturation::{Rules, SaturationAnswer};
use crate::engine::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::saturation::Grid;
use crate::saturation::figure::{self, CurveFigure, GridFigure, Ink, Span, TimelineFigure};
use crate::saturation::freeze::Claiming;
use crate::screen::saturation::{day_number, mark_early, written_day};
use crate::{whole_file, wording};
use formats::CsvFlavour;
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::value::Method;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The sheet and what stands beside it.
#[derive(Debug, Clone)]
pub struct Made {
    /// The page.
    pub page: Vec<u8>,
    /// The figures and numbers: the end of each file's name, and its bytes.
    pub beside: Vec<(String, Vec<u8>)>,
}

/// Writes the sheet of a claim into a file, its figures and numbers beside it.
///
/// # Errors
/// When there is no such claim, it was not made yet, or a file cannot be written.
pub fn write(
    engine: &mut Engine,
    lang: Lang,
    claim: RecordId,
    estimates: bool,
    path: &Path,
) -> Result<PathBuf, Failure> {
    let made = make(engine, lang, claim, estimates)?;
    let put = |path: &Path, bytes: &[u8]| {
        whole_file::write(path, bytes).map_err(|source| Failure::File { path: path.to_owned(), source })
    };
    put(path, &made.page)?;
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    for (end, bytes) in &made.beside {
        put(&path.with_file_name(format!("{stem}-{end}")), bytes)?;
    }
    Ok(path.to_owned())
}

/// What the parts of the sheet are made of.
pub(super) struct Making<'s, 'a> {
    pub(super) lang: Lang,
    pub(super) method: Method,
    pub(super) seen: &'s Seen<'a>,
    pub(super) made: &'s MadeAnswer,
    pub(super) answer: SaturationAnswer,
    pub(super) quotes: HashMap<(RecordId, RecordId), String>,
}

/// Makes the sheet of a claim.
///
/// # Errors
/// When there is no such claim, or it was not made yet.
pub fn make(engine: &mut Engine, lang: Lang, claim: RecordId, estimates: bool) -> Result<Made, Failure> {
    let record = claims::claim(engine, lang, claim).ok_or(Failure::Deleted { record: claim })?;
    let made = record.made.clone().ok_or(ClaimProblem::NotMade)?;
    let looking = crate::answers::Looking::through(engine);
    let seen = looking.seen();
    let known = seen.claim(claim).and_then(|claim| claim.frozen).ok_or(ClaimProblem::NotMade)?;
    let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
    let claiming = Claiming::of(&known.terms, &known.figures.interviews, method);
    let quotes = quotes(engine, &seen, &claiming)?;
    let grid = Grid::gather(&seen, &claiming.asked).unwrap_or_default();
    let rules = Rules { guest: claiming.guest, stopping: claiming.stopping, claims: vec![claiming.claim] };
    let asked = &claiming.asked;
    let answer = crate::answers::saturation::of_grid(engine, &seen, asked, &rules, &grid, false);
    let making = Making { lang, method, seen: &seen, made: &made, answer, quotes };
    let day = written_day(lang, day_number(&crate::answers::instant(engine.env.now())).unwrap_or_default());
    let title = seen.study_facts().map_or_else(String::new, |facts| facts.title.to_owned());
    let page = making.page(&record, &title, &day, estimates);
    Ok(Made { page, beside: making.beside() })
}

/// The first passage of each code in each interview, read where it is now.
fn quotes(
    engine: &mut Engine,
    seen: &Seen<'_>,
    claiming: &Claiming,
) -> Result<HashMap<(RecordId, RecordId), String>, Failure> {
    let ladder = crate::levels::Ladder::new(seen, claiming.asked.level)?;
    let mut quotes = HashMap::new();
    for interview in seen.interviews() {
        let codings = seen.codings_in(interview.id, &claiming.asked.basis);
        if codings.is_empty() {
            continue;
        }
        let Ok((_, text)) = engine.current_text(interview.id) else { continue };
        for coding in codings {
            let Some(words) = text.slice(coding.place.start, coding.place.end) else { continue };
            for code in ladder.of(coding.code) {
                let told = || words.split_whitespace().collect::<Vec<_>>().join(" ");
                quotes.entry((interview.id, *code)).or_insert_with(told);
            }
        }
    }
    Ok(quotes)
}

/// The beginning of some words.
pub(super) fn glimpse(words: &str, most: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(most) else { return words.to_owned() };
    let shown = &words[..end];
    // A word is not cut, unless it is longer than anybody writes.
    let whole = shown.rfind(char::is_whitespace).filter(|space| end - space < 40);
    format!("{}…", shown[..whole.unwrap_or(end)].trim_end())
}

/// Names one after another, as a language puts them.
pub(super) fn listed(lang: Lang, names: &[String]) -> String {
    let mut names = names.iter().cloned();
    let first = names.next().unwrap_or_default();
    names.fold(first, |before, next| i18n::sheet_and(lang, &before, &next))
}

/// With a capital, as at the head of a column.
fn headed(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Making<'_, '_> {
    fn page(&self, record: &ClaimRecord, study: &str, day: &str, estimates: bool) -> Vec<u8> {
        let lang = self.lang;
        let title = i18n::sheet_title(lang);
        let mut page = Page::new(lang.code(), &format!("{title} · {study}"));
        page.words("p", "meta", title);
        page.words("h1", "", study);
        let level = i18n::level_many(lang, self.made.level, self.method.as_str());
        let (at, confirm) = (self.made.interview.to_string(), i64::from(self.made.confirm));
        page.words("p", "big", &i18n::sheet_claim(lang, &at, level, confirm));
        page.words("blockquote", "", &self.made.argument);
        let on = day_number(&self.made.at).map_or_else(String::new, |day| written_day(lang, day));
        page.words("p", "meta", &i18n::sheet_by(lang, &on, &self.made.by));
        page.words("h2", "", &i18n::saturation_curve_title(lang, level));
        self.figure(&mut page, figure_svg(&self.curve(), &i18n::saturation_curve_title(lang, level)));
        page.words("p", "meta", &wording::basis(lang, &self.made.basis));
        page.words("p", "meta", i18n::sheet_order(lang, &self.made.ordered_by));
        self.novelties(&mut page);
        self.rules(&mut page);
        self.categories(&mut page);
        self.dates(&mut page);
        self.since(&mut page, record);
        if estimates {
            self.estimates(&mut page);
        }
        self.signatures(&mut page, record);
        page.words("p", "digest", &i18n::sheet_digest(lang, &self.made.digest));
        page.words("p", "meta", &i18n::sheet_made_with(lang, day, &self.made.program));
        page.end()
    }

    fn figure(&self, page: &mut Page, svg: Option<String>) {
        if let Some(svg) = svg {
            page.figure(&svg);
        }
    }

    /// The curve as it was frozen, with what became of the code book afterwards.
    fn curve(&self) -> CurveFigure {
        let (made, lang) = (self.made, self.lang);
        CurveFigure {
            names: made.interviews.iter().map(|row| row.name.clone()).collect(),
            new: made.interviews.iter().map(|row| row.new).collect(),
            cumulative: made.cumulative.clone(),
            confirming: self.confirming(),
            ongoing: Vec::new(),
            claim: Some((made.interview as usize, made.confirm as usize)),
            late: crate::screen::saturation::late_marks(lang, &self.answer.later, made.interviews.len()),
            claim_word: i18n::saturation_claim_word(lang).to_owned(),
            ongoing_word: String::new(),
        }
    }

    /// Those held to confirm, and those that the claim names as such.
    fn confirming(&self) -> Vec<bool> {
        let (at, confirm) = (self.made.interview as usize, self.made.confirm as usize);
        let rows = self.made.interviews.iter().enumerate();
        rows.map(|(place, row)| row.confirming || (at..at + confirm).contains(&place)).collect()
    }

    pub(super) fn grid(&self) -> GridFigure {
        let rows = self.made.codes.iter().enumerate().map(|(code, name)| {
            let code = u32::try_from(code).unwrap_or(u32::MAX);
            let within = self.made.interviews.iter().enumerate();
            let within = within.filter(|(_, row)| row.codes.contains(&code)).map(|(place, _)| place);
            (name.clone(), within.collect::<Vec<usize>>())
        });
        let codes: Vec<(String, Vec<usize>)> = rows.collect();
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let all = n(self.made.interviews.len());
        GridFigure {
            interviews: self.made.interviews.iter().map(|row| row.name.clone()).collect(),
            counts: codes
                .iter()
                .map(|(_, within)| i18n::n_of_total(self.lang, n(within.len()), all))
                .collect(),
            codes,
        }
    }

    pub(super) fn timeline(&self) -> (TimelineFigure, usize, usize) {
        let span = |row: &claims::ClaimedRow| Span {
            name: row.name.clone(),
            held: row.date.as_deref().and_then(day_number),
            coded: row.finished.as_deref().and_then(day_number),
            early: false,
        };
        let mut spans: Vec<Span> = self.made.interviews.iter().map(span).collect();
        let early = mark_early(&mut spans);
        let dated = spans.iter().filter(|span| span.held.is_some() && span.coded.is_some()).count();
        let days = || spans.iter().flat_map(|span| [span.held, span.coded]).flatten();
        let written = |day: Option<i64>| day.map_or_else(String::new, |day| written_day(self.lang, day));
        let ends = (written(days().min()), written(days().max()));
        (TimelineFigure { spans, ends }, early, dated)
    }

    /// New codes of each interview, each interview with a passage of one of them.
    fn novelties(&self, page: &mut Page) {
        let lang = self.lang;
        page.words("h2", "", i18n::sheet_novelties(lang));
        let rows = self.made.interviews.iter().enumerate().map(|(place, row)| {
            let quote = self.quote_of(row);
            let new = match row.new_codes.len() {
                0 => "–".to_owned(),
                1..=6 => listed(lang, &row.new_codes),
                more => {
                    let shown = listed(lang, row.new_codes.get(..6).unwrap_or_default());
                    let rest = i64::try_from(more - 6).unwrap_or(i64::MAX);
                    i18n::sheet_and_more(lang, &shown, rest)
                }
            };
            vec![format!("{}. {}", place + 1, row.name), row.new.to_string(), new, quote]
        });
        let head = [
            i18n::column_interview(lang),
            i18n::column_new(lang),
            i18n::column_new_list(lang),
            i18n::sheet_column_passage(lang),
        ];
        page.table("", &head, &rows.collect::<Vec<_>>());
    }

    /// A passage of the first new code that still has one.
    fn quote_of(&self, row: &claims::ClaimedRow) -> String {
        let interview = self.seen.resolve(row.id);
        let places: Vec<&str> = row.new_codes.iter().map(String::as_str).collect();
        let codes = self.seen.codes();
        let mut found = codes.iter().filter(|node| places.contains(&node.path.as_str()));
        let quote = found.find_map(|node| self.quotes.get(&(interview, node.id)));
        quote.map_or_else(String::new, |words| i18n::passages_quote(self.lang, &glimpse(words, 90)))
    }

    fn rules(&self, page: &mut Page) {
        let (lang, made) = (self.lang, self.made);
        page.words("h2", "", i18n::sheet_rules(lang));
        let mut rows = Vec::new();
        let (at, confirm) = (made.interview as usize, made.confirm as usize);
        let after: u64 = made.interviews.iter().skip(at).take(confirm).map(|row| row.new).sum();
        let brought = i64::try_from(after).unwrap_or(i64::MAX);
        let level = i18n::level_many(lang, made.level, self.method.as_str());
        rows.push(vec![i18n::sheet_new_after(lang, level), i18n::integer(lang, brought)]);
        let (base, run, percent) = made.guest_rule;
        let guest = match made.guest {
            Some(at) => i18n::saturation_reached_with(lang, &at.to_string(), &run.to_string()),
            None => i18n::saturation_not_reached(lang).to_owned(),
        };
        let rule =
            i18n::saturation_rule_guest(lang, &base.to_string(), &run.to_string(), &percent.to_string());
        rows.push(vec![rule, guest]);
        let (holding, orders) = made.orders;
        if orders > 0 {
            let share = i18n::percent(lang, share(holding, orders), 0);
            let orders = i64::try_from(orders).unwrap_or(i64::MAX);
            rows.push(vec![i18n::sheet_orders(lang, orders), share]);
        }
        page.table("pairs", &[], &rows);
        if let Some(upper) = made.not_excluded {
            let upper = i18n::percent(lang, upper, 0);
            page.words("p", "", &i18n::saturation_strength(lang, i64::from(made.confirm), &upper));
        }
    }

    fn categories(&self, page: &mut Page) {
        if self.made.categories.is_empty() {
            return;
        }
        let lang = self.lang;
        page.words("h2", "", i18n::sheet_categories(lang));
        page.words("p", "meta", i18n::sheet_density_is_not_novelty(lang));
        let row = |row: &claims::CategoryRow| {
            let negative = i64::try_from(row.negative).unwrap_or(i64::MAX);
            let searched = i18n::sheet_negative(lang, negative, if row.searched { "yes" } else { "no" });
            vec![
                row.name.clone(),
                i18n::density_name(lang, row.density).to_owned(),
                row.properties.to_string(),
                if row.note.is_empty() { searched } else { format!("{searched} {}", glimpse(&row.note, 80)) },
                row.enriched_by.clone().unwrap_or_default(),
            ]
        };
        let category = headed(i18n::level_name(lang, "category", self.method.as_str()));
        let head = [
            category.as_str(),
            i18n::sheet_column_density(lang),
            i18n::sheet_column_properties(lang, self.method.as_str()),
            i18n::sheet_column_negative(lang),
            i18n::sheet_column_last(lang),
        ];
        page.table("", &head, &self.made.categories.iter().map(row).collect::<Vec<_>>());
    }

    fn dates(&self, page: &mut Page) {
        let (timeline, early, dated) = self.timeline();
        if dated < 2 {
            return;
        }
        let lang = self.lang;
        page.words("h2", "", i18n::saturation_timeline_title(lang));
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        page.words("p", "", &i18n::saturation_timeline(lang, n(dated), n(early)));
        if timeline.spans.len() <= 24 {
            self.figure(page, timeline_svg(&timeline, i18n::saturation_timeline_title(lang)));
        }
    }

    fn since(&self, page: &mut Page, record: &ClaimRecord) {
        let Some(today) = &record.today else { return };
        page.words("h2", "", i18n::saturation_since(self.lang));
        page.words("p", "", &today.text);
        if !today.changes.is_empty() {
            page.raw("<ul>");
            for change in today.changes.iter().take(12) {
                page.words("li", "", &change.text);
            }
            if let Some(more) = today.changes.len().checked_sub(12).filter(|more| *more > 0) {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                page.words("li", "", &i18n::sheet_more_changes(self.lang, more));
            }
            page.raw("</ul>");
        }
    }

    fn estimates(&self, page: &mut Page) {
        let lang = self.lang;
        page.words("h2", "", i18n::saturation_estimates_title(lang));
        let rows = wording::estimates(lang, self.method, &self.answer).into_iter();
        page.table("pairs", &[], &rows.map(|(name, value)| vec![name, value]).collect::<Vec<_>>());
        page.words("p", "meta", i18n::saturation_caveats(lang));
    }

    fn signatures(&self, page: &mut Page, record: &ClaimRecord) {
        let lang = self.lang;
        page.words("h2", "", i18n::saturation_visas(lang));
        if record.visas.is_empty() {
            page.words("p", "", i18n::saturation_no_director(lang));
            return;
        }
        page.raw("<div class=\"signs\">");
        for visa in &record.visas {
            page.raw("<div class=\"sign\">");
            page.words("strong", "", &visa.director);
            page.words("p", "", &visa_text(lang, visa));
            if let Some(reason) = visa.reason.as_deref().filter(|reason| !reason.is_empty()) {
                page.words("p", "note", &i18n::passages_quote(lang, reason));
            }
            page.raw("</div>");
        }
        page.raw("</div>");
    }

    fn beside(&self) -> Vec<(String, Vec<u8>)> {
        let lang = self.lang;
        let level = i18n::level_many(lang, self.made.level, self.method.as_str());
        let mut files = Vec::new();
        let mut put = |end: &str, bytes: Vec<u8>| files.push((end.to_owned(), bytes));
        let [curve, grid, timeline] = ["curve", "grid", "timeline"].map(|one| i18n::sheet_file(lang, one));
        if let Some(svg) = figure_svg(&self.curve(), &i18n::saturation_curve_title(lang, level)) {
            put(&format!("{curve}.svg"), svg.into_bytes());
        }
        let drawn = self.grid();
        let title = i18n::saturation_grid_title(lang);
        if let Some(svg) = figure::svg(drawn.size(820), title, |area| figure::grid(area, &drawn, &Ink::PAPER))
        {
            put(&format!("{grid}.svg"), svg.into_bytes());
        }
        if let Some(svg) = timeline_svg(&self.timeline().0, i18n::saturation_timeline_title(lang)) {
            put(&format!("{timeline}.svg"), svg.into_bytes());
        }
        let flavour = match lang {
            Lang::Fr => CsvFlavour::FrenchExcel,
            Lang::En => CsvFlavour::Comma,
        };
        put(&format!("{curve}.csv"), formats::write::csv(&self.curve_table(), flavour));
        put(&format!("{grid}.csv"), formats::write::csv(&self.grid_table(), flavour));
        put(&format!("{timeline}.csv"), formats::write::csv(&self.timeline_table(), flavour));
        files
    }
}

/// A part of a whole.
pub(super) fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn figure_svg(drawn: &CurveFigure, title: &str) -> Option<String> {
    figure::svg((820, 300), title, |area| figure::curve(area, drawn, &Ink::PAPER))
}

fn timeline_svg(drawn: &TimelineFigure, title: &str) -> Option<String> {
    let rows = u32::try_from(drawn.spans.len()).unwrap_or(u32::MAX).clamp(1, 60);
    let height = rows.saturating_mul(18).saturating_add(36);
    figure::svg((820, height), title, |area| figure::timeline(area, drawn, &Ink::PAPER))
}

/// What a visa says, and how it came in: only what was signed at a director's own desk is said to be signed.
#[must_use]
pub fn visa_text(lang: Lang, visa: &VisaAnswer) -> String {
    let on = visa.at.as_deref().and_then(day_number).map_or_else(String::new, |day| written_day(lang, day));
    let said = match (visa.verdict, visa.given) {
        (Some(verdict), _) => verdict,
        (None, true) => "hidden",
        (None, false) => "none",
    };
    let said = i18n::visa_said(lang, &on, said);
    match visa.entered {
        Some(entered) => {
            let by = visa.typed_by.as_deref().unwrap_or_default();
            format!("{said} · {}", i18n::visa_entered(lang, entered, by))
        }
        None => said,
    }
}

//! The evidence sheet of a claim: one to two pages for a director or a jury, with every figure as SVG and its
//! numbers as CSV in a folder beside it. What it shows is what was frozen; what has changed since is said apart.

use super::page_parts::Page;
use super::sheet_figures::{curve_key, curve_svg};
pub use super::sheet_files::{Written, write};
use crate::answers::claims::{self, ClaimRecord, MadeAnswer, VisaAnswer};
use crate::answers::saturation::{Rules, SaturationAnswer};
use crate::engine::Engine;
use crate::failure::{ClaimProblem, Failure};
use crate::saturation::Grid;
use crate::saturation::freeze::Claiming;
use crate::screen::saturation::{day_number, written_day};
use crate::wording;
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::value::Method;
use std::collections::HashMap;

/// The sheet and what stands beside it.
#[derive(Debug, Clone)]
pub struct Made {
    /// The page.
    pub page: Vec<u8>,
    /// The figures and numbers: the end of each file's name, and its bytes.
    pub beside: Vec<(String, Vec<u8>)>,
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

/// The beginning of some words, cut between two of them where there is a place for it.
pub(super) fn glimpse(words: &str, most: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(most) else { return words.to_owned() };
    let (within, after) = words.split_at(end);
    let whole = after.starts_with(char::is_whitespace);
    let between = within.rfind(char::is_whitespace).filter(|at| !whole && end - at <= 24);
    format!("{}…", within[..between.unwrap_or(end)].trim_end_matches(|c: char| c.is_whitespace() || c == ','))
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
        let curve = i18n::saturation_curve_title(lang, level);
        page.words("h2", "", &curve);
        let drawn = self.curve();
        page.drawn(curve_svg(&drawn, &curve));
        page.words("p", "meta", &curve_key(lang, &drawn));
        page.words("p", "meta", &self.parameters());
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

    /// Whose codings, in which order, and what that order leaves open.
    fn parameters(&self) -> String {
        let (lang, made) = (self.lang, self.made);
        let rows = &made.interviews;
        let undated = rows.iter().filter(|row| row.date.is_none()).map(|row| row.name.clone());
        let dated = rows.iter().filter_map(|row| Some((row.date.clone()?, row.name.clone())));
        let same_day = crate::answers::saturation::same_day(dated);
        let undated: Vec<String> = undated.collect();
        let mut told =
            vec![wording::basis(lang, &made.basis), i18n::sheet_order(lang, &made.ordered_by).to_owned()];
        told.extend(wording::open_order(lang, &made.ordered_by, rows.len(), &undated, &same_day));
        told.join(" ")
    }

    fn since(&self, page: &mut Page, record: &ClaimRecord) {
        let Some(today) = &record.today else { return };
        page.words("h2", "", i18n::saturation_since(self.lang));
        page.words("p", "", &today.text);
        if !today.changes.is_empty() {
            page.raw("<ul>");
            let most = if self.is_dense() { 6 } else { 12 };
            for change in today.changes.iter().take(most) {
                page.words("li", "", &change.text);
            }
            if let Some(more) = today.changes.len().checked_sub(most).filter(|more| *more > 0) {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                page.words("li", "", &i18n::sheet_more_changes(self.lang, more));
            }
            page.raw("</ul>");
        }
    }

    fn estimates(&self, page: &mut Page) {
        let lang = self.lang;
        page.words("h2", "", i18n::saturation_estimates_title(lang));
        let rows = wording::estimates(lang, self.method, &self.answer);
        if rows.is_empty() {
            page.words("p", "", i18n::saturation_estimates_none(lang));
            return;
        }
        let rows = rows.into_iter().map(|(name, value)| vec![name, value]);
        page.table("pairs", &[], &rows.collect::<Vec<_>>());
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

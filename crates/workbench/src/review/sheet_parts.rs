//! The parts of an evidence sheet that grow with the study: they are kept so short that one or two printed pages hold
//! a study of a few dozen interviews; the numbers in full stand in the files beside it.

use super::page_parts::Page;
use super::sheet::{Making, glimpse};
use super::sheet_figures::timeline_svg;
use crate::answers::claims::{CategoryRow, ClaimedRow};
use crate::wording;
use measure::saturation::MOST_EXHAUSTIVE;

/// From so many interviews on, rows are short and interviews in a row that bring nothing share one.
const DENSE: usize = 13;
/// At most so many rows of interviews.
const ROWS: usize = 30;
/// At most so many categories.
const CATEGORIES: usize = 12;
/// At most so many rows of a timeline.
const SPANS: usize = 30;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A number or short name on one line.
fn unbroken(words: &str) -> String {
    if words.chars().count() <= 22 { words.replace(' ', "\u{a0}") } else { words.to_owned() }
}

/// With a capital, as the head of a column.
fn head(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

impl Making<'_, '_> {
    /// True where there is so much to say that each thing is said shortly.
    pub(super) fn is_dense(&self) -> bool {
        self.made.interviews.len() >= DENSE
    }

    /// New codes of each interview, each interview with a passage of one of them.
    pub(super) fn novelties(&self, page: &mut Page) {
        let lang = self.lang;
        page.words("h2", "", i18n::sheet_novelties(lang));
        let groups = self.groups();
        let shown = groups.iter().take(ROWS);
        let rows: Vec<Vec<String>> = shown.map(|(first, last)| self.novelty(*first, *last)).collect();
        let head = [
            i18n::column_interview(lang),
            i18n::column_new(lang),
            i18n::column_new_list(lang),
            i18n::sheet_column_passage(lang),
        ];
        page.table(if self.is_dense() { "novelties dense" } else { "novelties" }, &head, &rows);
        if let Some((first, _)) = groups.get(ROWS) {
            let file = format!("{}.csv", i18n::sheet_file(lang, "curve"));
            let rest = count(self.made.interviews.len() - first);
            page.words("p", "meta", &i18n::sheet_rows_more(lang, &file, rest));
        }
    }

    /// The first and last interview of each row.
    fn groups(&self) -> Vec<(usize, usize)> {
        let rows = &self.made.interviews;
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let quiet = |before: &ClaimedRow| before.new == 0 && before.confirming == row.confirming;
            match groups.last_mut() {
                Some((_, last)) if self.is_dense() && row.new == 0 && rows.get(*last).is_some_and(quiet) => {
                    *last = place;
                }
                _ => groups.push((place, place)),
            }
        }
        groups
    }

    fn novelty(&self, first: usize, last: usize) -> Vec<String> {
        let lang = self.lang;
        let name = |place: usize| {
            let row = self.made.interviews.get(place);
            unbroken(&format!("{}. {}", place + 1, row.map_or("", |row| row.name.as_str())))
        };
        let Some(row) = self.made.interviews.get(first) else { return Vec::new() };
        let named =
            if first == last { name(first) } else { i18n::sheet_quiet(lang, &name(first), &name(last)) };
        let named = if row.confirming { i18n::sheet_confirming(lang, &named) } else { named };
        vec![named, row.new.to_string(), self.new_codes(row), self.quote_of(row)]
    }

    /// The new codes of an interview, as many as fit.
    fn new_codes(&self, row: &ClaimedRow) -> String {
        let (most, room) = if self.is_dense() { (3, 52) } else { (6, 170) };
        // Where there is little room, the last name says more than the beginning of the path.
        let short = |name: &String| match self.is_dense() {
            true => glimpse(name.rsplit(" / ").next().unwrap_or_default(), 40),
            false => glimpse(name, 48),
        };
        let names: Vec<String> = row.new_codes.iter().map(short).collect();
        let mut taken = 0;
        let fits = |name: &&String| {
            taken += name.chars().count() + 3;
            taken <= room
        };
        let shown = names.iter().take(most).take_while(fits).count().max(1).min(names.len());
        let list = wording::listed(self.lang, names.get(..shown).unwrap_or_default());
        match names.len() - shown {
            0 if names.is_empty() => "–".to_owned(),
            0 => list,
            rest => i18n::sheet_and_more(self.lang, &list, count(rest)),
        }
    }

    /// A passage of the first new code that still has one.
    fn quote_of(&self, row: &ClaimedRow) -> String {
        let interview = self.seen.resolve(row.id);
        let places: Vec<&str> = row.new_codes.iter().map(String::as_str).collect();
        let codes = self.seen.codes();
        let mut found = codes.iter().filter(|node| places.contains(&node.path.as_str()));
        let quote = found.find_map(|node| self.quotes.get(&(interview, node.id)));
        let most = if self.is_dense() { 40 } else { 90 };
        quote.map_or_else(String::new, |words| i18n::passages_quote(self.lang, &glimpse(words, most)))
    }

    /// What the rules say of the curve, with their parameters, and whether another order would have said the same.
    pub(super) fn rules(&self, page: &mut Page) {
        let (lang, made) = (self.lang, self.made);
        page.words("h2", "", i18n::sheet_rules(lang));
        let (at, confirm) = (made.interview as usize, made.confirm as usize);
        let after: u64 = made.interviews.iter().skip(at).take(confirm).map(|row| row.new).sum();
        let brought = i18n::integer(lang, i64::try_from(after).unwrap_or(i64::MAX));
        let level = i18n::level_many(lang, made.level, self.method.as_str());
        let mut rows = vec![vec![i18n::sheet_new_after(lang, level), brought]];
        let told = wording::rules(lang, &made.rules.guest, &made.rules.francis);
        rows.extend(told.into_iter().map(|(rule, said)| vec![rule, said]));
        let (holding, orders) = made.orders;
        if orders > 0 {
            let share = holding as f64 / orders as f64;
            let how = if made.interviews.len() <= MOST_EXHAUSTIVE { "all" } else { "drawn" };
            let seed = crate::saturation::freeze::SEED.to_string();
            let tried = i18n::sheet_orders_tried(lang, how, i64::try_from(orders).unwrap_or(i64::MAX), &seed);
            rows.push(vec![tried, i18n::percent(lang, share, 0)]);
        }
        page.table("pairs", &[], &rows);
        if let Some(upper) = made.not_excluded {
            let upper = i18n::percent(lang, upper, 0);
            page.words("p", "", &i18n::saturation_strength(lang, i64::from(made.confirm), &upper));
        }
    }

    pub(super) fn categories(&self, page: &mut Page) {
        let all = &self.made.categories;
        if all.is_empty() {
            return;
        }
        let lang = self.lang;
        page.words("h2", "", i18n::sheet_categories(lang));
        page.words("p", "meta", i18n::sheet_density_is_not_novelty(lang));
        let category = head(i18n::level_name(lang, "category", self.method.as_str()));
        let heads = [
            category.as_str(),
            i18n::sheet_column_density(lang),
            i18n::sheet_column_properties(lang, self.method.as_str()),
            i18n::sheet_column_negative(lang),
            i18n::sheet_column_last(lang),
        ];
        let rows: Vec<Vec<String>> = all.iter().take(CATEGORIES).map(|row| self.category(row)).collect();
        page.table(if self.is_dense() { "categories dense" } else { "categories" }, &heads, &rows);
        if let Some(rest) = all.len().checked_sub(CATEGORIES).filter(|rest| *rest > 0) {
            page.words("p", "meta", &i18n::sheet_categories_more(lang, count(rest)));
        }
    }

    fn category(&self, row: &CategoryRow) -> Vec<String> {
        let lang = self.lang;
        let searched =
            i18n::sheet_negative(lang, count(row.negative), if row.searched { "yes" } else { "no" });
        let most = if self.is_dense() { 50 } else { 80 };
        vec![
            glimpse(&row.name, 60),
            unbroken(i18n::density_name(lang, row.density)),
            row.properties.to_string(),
            if row.note.is_empty() { searched } else { format!("{searched} {}", glimpse(&row.note, most)) },
            row.enriched_by.as_deref().map(unbroken).unwrap_or_default(),
        ]
    }

    pub(super) fn dates(&self, page: &mut Page) {
        let (timeline, early, dated) = self.timeline();
        if dated < 2 {
            return;
        }
        let lang = self.lang;
        page.words("h2", "", i18n::saturation_timeline_title(lang));
        page.words("p", "", &i18n::saturation_timeline(lang, count(dated), count(early)));
        if timeline.spans.len() <= SPANS {
            page.drawn(timeline_svg(&timeline, i18n::saturation_timeline_title(lang)));
            page.words("p", "meta", i18n::saturation_timeline_key(lang));
        }
    }
}

//! The figures of a claim: on the sheet, on the page for a director, and as files of their own.

use super::sheet::Making;
use crate::answers::claims::{ClaimedRow, MadeAnswer};
use crate::saturation::figure::{self, CurveFigure, GridFigure, Ink, Span, TimelineFigure};
use crate::screen::saturation::{day_number, mark_early, written_day};
use formats::CsvFlavour;
use i18n::Lang;

/// The width of every figure, in pixels.
const WIDTH: u32 = 820;

/// The curve as it was frozen, with these changes of the code book on it.
pub(super) fn curve(lang: Lang, made: &MadeAnswer, late: Vec<(usize, String)>) -> CurveFigure {
    let (at, confirm) = (made.interview as usize, made.confirm as usize);
    let rows = &made.interviews;
    let confirming = rows.iter().enumerate();
    CurveFigure {
        names: rows.iter().map(|row| row.name.clone()).collect(),
        new: rows.iter().map(|row| row.new).collect(),
        cumulative: made.cumulative.clone(),
        confirming: confirming
            .map(|(place, row)| row.confirming || (at..at + confirm).contains(&place))
            .collect(),
        set_apart: rows.iter().map(|row| row.confirming).collect(),
        ongoing: Vec::new(),
        claim: Some((at, confirm)),
        late,
        claim_word: i18n::saturation_claim_word(lang).to_owned(),
        set_apart_word: i18n::sheet_confirming_word(lang).to_owned(),
        ongoing_word: String::new(),
    }
}

/// The grid as it was frozen.
pub(super) fn grid(lang: Lang, made: &MadeAnswer) -> GridFigure {
    let mut within: Vec<Vec<usize>> = vec![Vec::new(); made.codes.len()];
    for (place, row) in made.interviews.iter().enumerate() {
        for code in &row.codes {
            if let Some(places) = within.get_mut(*code as usize) {
                places.push(place);
            }
        }
    }
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let all = n(made.interviews.len());
    GridFigure {
        interviews: made.interviews.iter().map(|row| row.name.clone()).collect(),
        counts: within.iter().map(|places| i18n::n_of_total(lang, n(places.len()), all)).collect(),
        codes: made.codes.iter().cloned().zip(within).collect(),
    }
}

/// What the signs on a curve mean, as far as they stand on it.
pub(super) fn curve_key(lang: Lang, drawn: &CurveFigure) -> String {
    let set_apart = drawn.set_apart.contains(&true).then(|| i18n::sheet_key_set_apart(lang));
    let late = (!drawn.late.is_empty()).then(|| i18n::sheet_key_late(lang));
    let told = [Some(i18n::sheet_key(lang)), set_apart, late];
    told.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The curve as SVG.
pub(super) fn curve_svg(drawn: &CurveFigure, title: &str) -> Option<String> {
    figure::svg((WIDTH, 250), title, |area| figure::curve(area, drawn, &Ink::PAPER))
}

/// The grid as SVG, high enough to read every row.
pub(super) fn grid_svg(drawn: &GridFigure, title: &str) -> Option<String> {
    figure::svg(drawn.size(WIDTH), title, |area| figure::grid(area, drawn, &Ink::PAPER))
}

/// The timeline as SVG; many rows stand closer together.
pub(super) fn timeline_svg(drawn: &TimelineFigure, title: &str) -> Option<String> {
    let rows = u32::try_from(drawn.spans.len()).unwrap_or(u32::MAX).clamp(1, 60);
    let high = if rows > 12 { 13 } else { 16 };
    let size = (WIDTH, rows.saturating_mul(high).saturating_add(36));
    figure::svg(size, title, |area| figure::timeline(area, drawn, &Ink::PAPER))
}

impl Making<'_, '_> {
    /// The curve with what became of the code book afterwards.
    pub(super) fn curve(&self) -> CurveFigure {
        let all = self.made.interviews.len();
        curve(self.lang, self.made, crate::screen::saturation::late_marks(self.lang, &self.answer.later, all))
    }

    pub(super) fn timeline(&self) -> (TimelineFigure, usize, usize) {
        let span = |row: &ClaimedRow| Span {
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

    /// Every figure as SVG and as CSV, each with the name of its file.
    pub(super) fn beside(&self) -> Vec<(String, Vec<u8>)> {
        let lang = self.lang;
        let level = i18n::level_many(lang, self.made.level, self.method.as_str());
        let [curve, grid, timeline] = ["curve", "grid", "timeline"].map(|one| i18n::sheet_file(lang, one));
        let drawn = [
            (curve, curve_svg(&self.curve(), &i18n::saturation_curve_title(lang, level))),
            (grid, grid_svg(&self::grid(lang, self.made), i18n::saturation_grid_title(lang))),
            (timeline, timeline_svg(&self.timeline().0, i18n::saturation_timeline_title(lang))),
        ];
        let drawn =
            drawn.into_iter().filter_map(|(name, svg)| Some((format!("{name}.svg"), svg?.into_bytes())));
        let flavour = match lang {
            Lang::Fr => CsvFlavour::FrenchExcel,
            Lang::En => CsvFlavour::Comma,
        };
        let tables =
            [(curve, self.curve_table()), (grid, self.grid_table()), (timeline, self.timeline_table())];
        let tables = tables
            .into_iter()
            .map(|(name, table)| (format!("{name}.csv"), formats::write::csv(&table, flavour)));
        drawn.chain(tables).collect()
    }
}

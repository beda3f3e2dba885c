//! The numbers of an evidence sheet, as tables of their own.

use super::sheet::Making;
use crate::saturation::figure::Span;
use formats::write::Sheet as Table;

impl Making<'_, '_> {
    pub(super) fn curve_table(&self) -> Table {
        let lang = self.lang;
        let rows = self.made.interviews.iter().enumerate().map(|(place, row)| {
            let all = self.made.cumulative.get(place).copied().unwrap_or_default();
            let cells = [
                (place + 1).to_string(),
                row.name.clone(),
                if row.confirming { i18n::answer_yes(lang) } else { i18n::answer_no(lang) }.to_owned(),
                row.date.clone().unwrap_or_default(),
                row.finished.clone().unwrap_or_default(),
                row.new.to_string(),
                all.to_string(),
                row.codes.len().to_string(),
                row.new_codes.join(" ; "),
            ];
            cells.into_iter().map(Into::into).collect()
        });
        let header = [
            i18n::column_order(lang),
            i18n::column_interview(lang),
            i18n::sheet_column_confirming(lang),
            i18n::column_date(lang),
            i18n::sheet_column_finished(lang),
            i18n::column_new(lang),
            i18n::column_cumulative(lang),
            i18n::sheet_column_all(lang),
            i18n::column_new_list(lang),
        ];
        table(i18n::sheet_file(lang, "curve"), &header, rows.collect())
    }

    pub(super) fn grid_table(&self) -> Table {
        let names: Vec<&str> = self.made.interviews.iter().map(|row| row.name.as_str()).collect();
        let header = [&[i18n::sheet_column_code(self.lang, self.method.as_str())][..], &names[..]].concat();
        let rows =
            super::sheet_figures::grid(self.lang, self.made).codes.into_iter().map(|(code, within)| {
                let cells = (0..names.len()).map(|place| if within.contains(&place) { "1" } else { "0" });
                std::iter::once(code).chain(cells.map(str::to_owned)).map(Into::into).collect()
            });
        table(i18n::sheet_file(self.lang, "grid"), &header, rows.collect())
    }

    /// Interview dates against coding dates, in the order in which the interviews were held.
    pub(super) fn timeline_table(&self) -> Table {
        let lang = self.lang;
        let written = |day: Option<i64>| day.map_or_else(String::new, crate::screen::saturation::iso_day);
        // Without a date nobody knows what came first.
        let early = |span: &Span| match (span.held, span.early) {
            (None, _) => "",
            (Some(_), true) => i18n::answer_yes(lang),
            (Some(_), false) => i18n::answer_no(lang),
        };
        let rows = self.timeline().0.spans.into_iter().map(|span| {
            let early = early(&span).to_owned();
            let cells = [span.name, written(span.held), written(span.coded), early];
            cells.into_iter().map(Into::into).collect()
        });
        let header = [
            i18n::column_interview(lang),
            i18n::column_date(lang),
            i18n::sheet_column_finished(lang),
            i18n::sheet_column_early(lang),
        ];
        table(i18n::sheet_file(lang, "timeline"), &header, rows.collect())
    }
}

fn table(name: &str, header: &[&str], rows: Vec<Vec<formats::write::Cell>>) -> Table {
    Table {
        name: name.to_owned(),
        header: header.iter().map(|cell| (*cell).to_owned()).collect(),
        widths: Vec::new(),
        rows,
    }
}

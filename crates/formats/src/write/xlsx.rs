//! Workbooks as Excel files.

use super::sheet::{Cell, Sheet, Workbook};
use super::{WriteError, xml_text};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

/// Excel cuts nothing, it refuses: the most characters that a cell holds.
const CELL: usize = 32_767;
/// The widest column that is easy to read.
const WIDE: u16 = 80;

/// Writes an Excel file: head rows bold and fixed, filters on, texts as texts whatever they begin with.
///
/// # Errors
/// [`WriteError::Workbook`] when there are more rows than Excel counts, or two sheets of one name.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    write(workbook).map_err(|error| WriteError::Workbook(error.to_string()))
}

fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    // The writer would note the clock's time.
    let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
    file.set_properties(&DocProperties::new().set_creation_datetime(&never));
    for sheet in &workbook.sheets {
        fill(file.add_worksheet(), sheet)?;
    }
    file.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    page.set_name(tab_name(&sheet.name))?;
    for (column, heading) in (0u16..).zip(&sheet.header) {
        page.write_string_with_format(0, column, xml_text(heading), &head)?;
        let width = sheet.widths.get(usize::from(column)).copied().unwrap_or(12).min(WIDE);
        page.set_column_width(column, f64::from(width))?;
    }
    for (line, row) in (1u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Text(words) => page.write_string_with_format(line, column, fitting(words), &text)?,
                Cell::Number(value) => page.write_number_with_format(line, column, *value, &number)?,
            };
        }
    }
    if !sheet.header.is_empty() {
        page.set_freeze_panes(1, 0)?;
        let last_column = u16::try_from(sheet.header.len() - 1).unwrap_or(u16::MAX);
        let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        page.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(())
}

/// What fits a cell: a longer text ends with an ellipsis, which Excel would otherwise refuse whole.
fn fitting(text: &str) -> String {
    let text = xml_text(text);
    // Excel counts UTF-16 units.
    if text.encode_utf16().count() <= CELL {
        return text;
    }
    let mut units = 1;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= CELL
    });
    kept.chain(['…']).collect()
}

/// A name that Excel takes for a tab: 31 characters, none that it uses in formulas.
fn tab_name(name: &str) -> String {
    let plain = name.chars().map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c });
    let name: String = plain.take(31).collect();
    name.trim_matches('\'').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    #[test]
    fn what_is_written_is_read_back_as_text_and_numbers() {
        let long = "é".repeat(40_000);
        let sheet = Sheet {
            name: "Extraits : 1/2".into(),
            header: vec!["a".into(), "b".into()],
            rows: vec![vec!["=1+1".into(), Cell::Number(2.5)], vec![long.into(), Cell::count(3)]],
            ..Sheet::default()
        };
        let bytes = xlsx(&Workbook { sheets: vec![sheet] }).unwrap();
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["Extraits   1 2"]);
        let cells = read.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(cells.get_value((1, 0)), Some(&Data::String("=1+1".into())));
        assert_eq!(cells.get_value((1, 1)), Some(&Data::Float(2.5)));
        let Some(Data::String(cut)) = cells.get_value((2, 0)) else { panic!("no text") };
        assert_eq!((cut.chars().count(), cut.ends_with('…')), (CELL, true));
        let formulas = read.worksheet_formula("Extraits   1 2").unwrap();
        assert!(formulas.is_empty(), "nothing runs");
    }

    #[test]
    fn the_same_value_gives_the_same_bytes() {
        let book = Workbook { sheets: vec![Sheet { name: "x".into(), ..Sheet::default() }] };
        assert_eq!(xlsx(&book).unwrap(), xlsx(&book).unwrap());
    }
}

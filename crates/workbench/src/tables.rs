//! Tables that come from outside: codings, code lists, participants.

use crate::command::theory::GridRow;
use crate::command::{CodeRow, CodingRow};
use crate::failure::Failure;
use model::value::{AttributeKind, AttributeValue, Layer, Level};

/// Reads a list of codings.
///
/// # Errors
/// When the table cannot be read; the line is named.
pub fn codings(file: &str, bytes: &[u8]) -> Result<Vec<CodingRow>, Failure> {
    let rows = formats::codings_csv::parse(bytes).map_err(|source| table(file, source))?;
    for row in &rows {
        let path = row.code.as_deref().map(|path| formats::codebook_csv::path(row.line, path));
        path.transpose().map_err(|source| table(file, source))?;
    }
    let row = |row: formats::codings_csv::CodingRow| CodingRow {
        line: row.line,
        interview: row.interview,
        range: row.range,
        code: row.code,
        coder: row.coder,
        quote: row.quote,
        layer: row.layer,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// A code list that was read, and what of it could not be taken.
#[derive(Debug, Clone, Default)]
pub struct CodeList {
    /// The codes, parents before children.
    pub rows: Vec<CodeRow>,
    /// Codes without a name.
    pub nameless: usize,
    /// Sets of codes.
    pub sets: usize,
}

/// Reads a code list: a table, or a code book of REFI-QDA (`.qdc`), which begins as XML does.
///
/// # Errors
/// When the file cannot be read; the line is named where there is one.
pub fn codes(file: &str, bytes: &[u8]) -> Result<CodeList, Failure> {
    let is_qdc = file.to_lowercase().ends_with(".qdc");
    let list = if is_qdc {
        let book = formats::codebook_qdc::parse(bytes).map_err(|source| table(file, source))?;
        CodeList {
            rows: book.codes.into_iter().map(code).collect(),
            nameless: book.nameless,
            sets: book.sets,
        }
    } else {
        let rows = formats::codebook_csv::parse(bytes).map_err(|source| table(file, source))?;
        CodeList { rows: rows.into_iter().map(code).collect(), ..CodeList::default() }
    };
    Ok(list)
}

fn code(row: formats::codebook_csv::CodeRow) -> CodeRow {
    CodeRow {
        path: row.path.join(formats::codebook_csv::LEVELS),
        layer: row.layer.as_deref().and_then(Layer::parse),
        in_vivo: row.in_vivo,
        hue: row.colour.as_deref().and_then(|colour| colour.parse().ok().or_else(|| nearest_hue(colour))),
        definition: row.definition.unwrap_or_default(),
        level: row.level.as_deref().and_then(Level::parse),
        include: row.include.unwrap_or_default(),
        exclude: row.exclude.unwrap_or_default(),
        example: row.example.unwrap_or_default(),
    }
}

/// Where the first hues of the palette lie on the circle of colours, in degrees.
const HUES: [i32; 7] = [203, 10, 119, 272, 42, 173, 334];

/// The hue of the palette that is nearest to a colour written `#rrggbb`; `None` for a grey.
fn nearest_hue(colour: &str) -> Option<u16> {
    let hex = colour.trim().strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let rgb = i32::from_str_radix(hex, 16).ok()?;
    let (red, green, blue) = (rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if spread < 16 {
        return None;
    }
    // The usual angle of the colour circle, in whole degrees.
    let angle = match most {
        most if most == red => 60 * (green - blue) / spread,
        most if most == green => 120 + 60 * (blue - red) / spread,
        _ => 240 + 60 * (red - green) / spread,
    };
    let apart = |hue: i32| {
        let apart = (angle - hue).rem_euclid(360);
        apart.min(360 - apart)
    };
    (0u16..).zip(HUES).min_by_key(|(_, hue)| apart(*hue)).map(|(index, _)| index)
}

/// Reads a reading grid.
///
/// # Errors
/// When the table cannot be read, or a level is none; the line is named.
pub fn grid(file: &str, bytes: &[u8]) -> Result<Vec<GridRow>, Failure> {
    let rows = formats::grid_csv::parse(bytes).map_err(|source| table(file, source))?;
    let row = |row: formats::grid_csv::GridRow| {
        let wrong = |value: &str| formats::CsvError::UnknownValue {
            line: row.line,
            column: "level",
            value: value.to_owned(),
        };
        let said = row.level.as_deref();
        let level = said.map(|text| level(text).ok_or_else(|| table(file, wrong(text)))).transpose()?;
        let (path, definition) = (row.joined(), row.definition.clone().unwrap_or_default());
        Ok(GridRow { line: row.line, path, level, priority: row.priority, definition })
    };
    rows.into_iter().map(row).collect()
}

/// A level as the field calls it, in either language and by either method.
fn level(text: &str) -> Option<Level> {
    match text.trim().to_lowercase().as_str() {
        "label" | "étiquette" | "etiquette" | "code" => Some(Level::Label),
        "property" | "propriété" | "propriete" | "subtheme" | "sub-theme" | "sous-thème" | "sous-theme" => {
            Some(Level::Property)
        }
        "category" | "catégorie" | "categorie" | "theme" | "thème" => Some(Level::Category),
        "core" | "core category" | "catégorie centrale" | "categorie centrale" => Some(Level::Core),
        _ => None,
    }
}

/// The value that was typed into a cell of that kind; `None` where it was emptied. What does not fit its
/// kind is kept as it was written.
#[must_use]
pub fn value(kind: AttributeKind, text: &str) -> Option<AttributeValue> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let written = || AttributeValue::Text(text.to_owned());
    Some(match kind {
        AttributeKind::Number => {
            let number = text.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
            number.map_or_else(written, AttributeValue::Number)
        }
        AttributeKind::Date => crate::facts::day(text).map_or_else(written, AttributeValue::Text),
        AttributeKind::Text | AttributeKind::Choice => written(),
    })
}

/// True for what a column of pseudonyms may be called.
#[must_use]
pub fn is_name_heading(heading: &str) -> bool {
    crate::answers::participants_table::NAMES.contains(&heading)
}

fn table(file: &str, source: formats::CsvError) -> Failure {
    Failure::Table { file: file.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::nearest_hue;

    #[test]
    fn colours_of_other_programs_become_the_nearest_of_the_palette() {
        for (index, colour) in
            (0u16..).zip(["#3a7ca5", "#c8553d", "#588157", "#8e6bb0", "#b88c25", "#219789", "#b5577f"])
        {
            assert_eq!(nearest_hue(colour), Some(index), "{colour}");
        }
        assert_eq!(nearest_hue("#FF0000"), Some(1));
        assert_eq!(nearest_hue("#0000FF"), Some(3));
        for grey in ["#808080", "rouge", "#12", ""] {
            assert_eq!(nearest_hue(grey), None, "{grey}");
        }
    }
}

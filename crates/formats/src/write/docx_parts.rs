//! The styles of a Word file, and what is taken out of it before it is packed.

use super::document::Document;
use super::xml_text;
use docx_rs::{Docx, LineSpacing, LineSpacingType, RunFonts, SpecialIndentType, Style, StyleType, XMLDocx};

/// The width of a page's text, in twentieths of a point.
pub(super) const PAGE: usize = 9_026;
/// The colour of quiet words.
pub(super) const QUIET: &str = "5A5E65";

/// The styles that the program's documents use; sizes in half points, distances in twentieths of a point.
pub(super) fn styled(file: Docx) -> Docx {
    let body = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let spaced = |before: u32, after: u32| {
        LineSpacing::new().line_rule(LineSpacingType::Auto).line(300).before(before).after(after)
    };
    let mut file =
        file.default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri"))
            .default_size(22)
            .page_size(11_906, 16_838)
            .add_style(body("Title", "Title").size(36).bold().line_spacing(spaced(0, 240)))
            .add_style(
                body("AncrageQuote", "Citation Ancrage")
                    .based_on("Normal")
                    .line_spacing(spaced(60, 120))
                    .indent(Some(567), None::<SpecialIndentType>, None, None),
            )
            .add_style(
                body("AncrageNote", "Note Ancrage")
                    .based_on("Normal")
                    .size(18)
                    .color(QUIET)
                    .line_spacing(spaced(0, 60)),
            )
            .add_style(body("AncrageSpeech", "Verbatim").based_on("Normal").line_spacing(spaced(0, 120)))
            .add_style(body("AncrageCell", "Cellule Ancrage").based_on("Normal").size(20));
    for (level, size) in (1usize..=6).zip([30, 26, 24, 22, 22, 22]) {
        let style =
            body(&format!("Heading{level}"), &format!("heading {level}")).based_on("Normal").next("Normal");
        file = file.add_style(style.size(size).bold().outline_lvl(level - 1).line_spacing(spaced(320, 100)));
    }
    file
}

/// Takes out what the library says of itself and of the moment, and says the language.
pub(super) fn without_traces(mut parts: XMLDocx, document: &Document) -> XMLDocx {
    let title = escape(&document.title);
    parts.doc_props.core = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title></cp:coreProperties>"
    )
    .into_bytes();
    let lang = if document.lang == "en" { "en-GB" } else { "fr-FR" };
    let named = format!("<w:lang w:val=\"{lang}\" /></w:rPr></w:rPrDefault>");
    parts.styles = replaced(parts.styles, "</w:rPr></w:rPrDefault>", &named);
    // The library's own date for a comment that has none.
    parts.comments = replaced(parts.comments, " w:date=\"1970-01-01T00:00:00Z\"", "");
    parts
}

fn replaced(part: Vec<u8>, what: &str, by: &str) -> Vec<u8> {
    match String::from_utf8(part) {
        Ok(text) => text.replace(what, by).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn escape(text: &str) -> String {
    xml_text(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

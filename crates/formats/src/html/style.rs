//! How words look, from the attributes of elements and from the simple rules of a page.

use std::collections::HashMap;

use crate::source::{Colour, Look};
use crate::transcript::WarningKind;

/// What some declarations change of a look.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    bold: Option<bool>,
    italic: Option<bool>,
    underlined: Option<bool>,
    highlighted: Option<bool>,
    colour: Option<Option<Colour>>,
    /// Why the words are kept for a warning and leave the text: hidden, deleted, comments and notes of Word.
    pub aside: Option<WarningKind>,
    /// Whether the words stand for something that is no text: bullets and marks of comments, as Word writes them.
    pub ignored: bool,
    /// Whether a bullet or a number stands before the words.
    pub listed: bool,
}

impl Change {
    /// What an element does by its name.
    pub fn of_element(name: &str) -> Self {
        let mut out = Self::default();
        match name {
            "b" | "strong" => out.bold = Some(true),
            "i" | "em" | "cite" => out.italic = Some(true),
            "u" | "ins" => out.underlined = Some(true),
            "mark" => out.highlighted = Some(true),
            "del" => out.aside = Some(WarningKind::Deletion),
            _ => {}
        }
        out
    }

    /// What `font-weight: bold; color: #c00` does.
    pub fn of_style(style: &str) -> Self {
        let mut out = Self::default();
        for declaration in style.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            out.declare(&name.trim().to_ascii_lowercase(), &value.trim().to_ascii_lowercase());
        }
        out
    }

    fn declare(&mut self, name: &str, value: &str) {
        const BOLD: u32 = 600;
        match name {
            "font-weight" => {
                let heavy = value.parse().is_ok_and(|weight: u32| weight >= BOLD);
                self.bold = Some(heavy || value.starts_with("bold"));
            }
            "font-style" => self.italic = Some(value.starts_with("italic") || value.starts_with("oblique")),
            "text-decoration" | "text-decoration-line" => self.underlined = Some(value.contains("underline")),
            "background" | "background-color" => {
                let none = ["transparent", "none", "inherit", "white", "initial"]
                    .iter()
                    .any(|none| value.starts_with(none));
                self.highlighted = Some(!none && !is_white(value));
            }
            "color" => self.colour = colour(value),
            "display" => self.aside = value.starts_with("none").then_some(WarningKind::HiddenText),
            "mso-hide" if value.starts_with("all") => self.aside = Some(WarningKind::HiddenText),
            "mso-element" => {
                self.aside = match value {
                    "comment-list" => Some(WarningKind::WordsLeftOut),
                    "footnote-list" => Some(WarningKind::Footnote),
                    "endnote-list" => Some(WarningKind::Endnote),
                    _ => self.aside,
                };
            }
            "mso-list" => {
                self.ignored |= value.starts_with("ignore");
                self.listed |= !self.ignored && value != "none";
            }
            _ => {}
        }
    }

    /// This, and then another.
    pub fn then(self, other: Self) -> Self {
        Self {
            bold: other.bold.or(self.bold),
            italic: other.italic.or(self.italic),
            underlined: other.underlined.or(self.underlined),
            highlighted: other.highlighted.or(self.highlighted),
            colour: other.colour.or(self.colour),
            aside: other.aside.or(self.aside),
            ignored: other.ignored || self.ignored,
            listed: other.listed || self.listed,
        }
    }

    /// A look after this change.
    pub fn apply(self, look: Look) -> Look {
        Look {
            bold: self.bold.unwrap_or(look.bold),
            italic: self.italic.unwrap_or(look.italic),
            underlined: self.underlined.unwrap_or(look.underlined),
            highlighted: self.highlighted.unwrap_or(look.highlighted),
            colour: self.colour.unwrap_or(look.colour),
        }
    }
}

fn is_white(value: &str) -> bool {
    rgb(value).is_some_and(|rgb| rgb.iter().all(|&part| part > 0xF0))
}

/// A colour; `None` for what is not understood.
fn colour(value: &str) -> Option<Option<Colour>> {
    Some(Colour::new(rgb(value)?))
}

fn rgb(value: &str) -> Option<[u8; 3]> {
    if let Some(digits) = value.strip_prefix('#') {
        let digits = digits.split_whitespace().next().unwrap_or_default();
        let part = |from: usize, length: usize| {
            let part = digits.get(from..from + length)?;
            u8::from_str_radix(&part.repeat(2 / length), 16).ok()
        };
        return match digits.len() {
            3 => Some([part(0, 1)?, part(1, 1)?, part(2, 1)?]),
            6 => Some([part(0, 2)?, part(2, 2)?, part(4, 2)?]),
            _ => None,
        };
    }
    if let Some(inside) = value.strip_prefix("rgb") {
        let inside = inside.trim_start_matches(['a', '(']).split(')').next()?;
        let mut parts =
            inside.split([',', ' ']).filter(|part| !part.is_empty()).map(|part| part.parse::<u8>().ok());
        return Some([parts.next()??, parts.next()??, parts.next()??]);
    }
    Some(match value {
        "black" | "windowtext" => [0, 0, 0],
        "red" => [255, 0, 0],
        "blue" => [0, 0, 255],
        "green" => [0, 128, 0],
        "navy" => [0, 0, 128],
        "purple" => [128, 0, 128],
        "orange" => [255, 165, 0],
        "gray" | "grey" => [128, 128, 128],
        _ => return None,
    })
}

/// The rules of a page for elements by name and by class; others are passed over.
#[derive(Debug, Default)]
pub(super) struct Rules(HashMap<String, Change>);

impl Rules {
    /// Adds the rules of a sheet; those inside others (for print, for small screens) are not the page's.
    pub fn add(&mut self, sheet: &str) {
        let sheet = uncommented(sheet);
        let (mut depth, mut from, mut selectors, mut body) = (0usize, 0usize, "", 0usize);
        for (at, c) in sheet.char_indices() {
            match c {
                '{' => {
                    depth += 1;
                    if depth == 1 {
                        (selectors, body) = (sheet.get(from..at).unwrap_or_default(), at + 1);
                    }
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.rule(selectors, sheet.get(body..at).unwrap_or_default());
                        from = at + 1;
                    }
                }
                ';' if depth == 0 => from = at + 1,
                _ => {}
            }
        }
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        if selectors.contains('@') {
            return;
        }
        let mut change = Change::of_style(body);
        // What a sheet hides, a script may show.
        change = Self::plain(change);
        for selector in selectors.split(',').map(str::trim) {
            let simple = selector.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
            if simple && change != Change::default() {
                let known = self.0.entry(selector.to_owned()).or_default();
                *known = known.then(change);
            }
        }
    }

    fn plain(change: Change) -> Change {
        Change { aside: None, ignored: false, listed: false, ..change }
    }

    /// What the rules do to an element.
    pub fn of(&self, name: &str, classes: &str) -> Change {
        if self.0.is_empty() {
            return Change::default();
        }
        let get = |selector: &str| self.0.get(selector).copied().unwrap_or_default();
        classes.split_whitespace().fold(get(name), |change, class| {
            change.then(get(&format!(".{class}"))).then(get(&format!("{name}.{class}")))
        })
    }
}

fn uncommented(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<!--", " ").replace("-->", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_pages_write_them() {
        for value in ["#c00000", "#c00000 !important", "rgb(192, 0, 0)", "rgba(192,0,0,1)"] {
            assert_eq!(colour(value), Some(Colour::from_hex("C00000")), "{value}");
        }
        assert_eq!(colour("#c00"), Some(Colour::from_hex("CC0000")));
        assert_eq!((colour("#000"), colour("inherit"), colour("#é0")), (Some(None), None, None));
    }

    #[test]
    fn rules_inside_others_are_not_the_pages() {
        let mut rules = Rules::default();
        rules.add("@import 'x'; /* b */ @media print { .a { font-weight: bold } } .b{font-weight:bold} p .c{font-weight:bold}");
        assert_eq!(rules.of("p", "a c"), Change::default());
        assert_eq!(rules.of("p", "a b").bold, Some(true));
    }
}

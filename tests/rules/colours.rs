//! Colours stand in the theme, so that light, dark and contrast are decided in one place.

use crate::repository::{self, TextFile, crate_of};
use crate::source;

/// Ways of writing a colour.
const MAKERS: [&str; 12] = [
    "from_rgb",
    "from_rgba_premultiplied",
    "from_rgba_unmultiplied",
    "from_rgb_additive",
    "from_gray",
    "from_black_alpha",
    "from_white_alpha",
    "from_hex",
    "hex_color",
    "Rgba::from",
    "Hsva::new",
    "Hsva::from",
];

/// Constants of `Color32` that are no colour: they say “nothing” or “filled in later”.
const NO_COLOUR: [&str; 2] = ["TRANSPARENT", "PLACEHOLDER"];

/// What is printed in a thesis: black, white and greys on paper, whatever the window looks like.
const PRINTED: [&str; 3] = [
    "crates/workbench/src/schema/svg.rs",
    "crates/workbench/src/saturation/figure.rs",
    "crates/workbench/src/review/page.css",
];

fn is_theme(path: &str) -> bool {
    path == "crates/desktop/src/theme.rs"
        || path.starts_with("crates/desktop/src/theme/")
        || PRINTED.contains(&path)
}

/// Every line of a file that writes a colour, with what was found.
fn colours(file: &TextFile) -> Vec<(usize, String)> {
    let code = source::without_tests(&source::without_comments(&file.text));
    let mut found = Vec::new();
    for maker in MAKERS {
        found.extend(source::lines_with(&code, maker).map(|line| (line, maker.to_owned())));
    }
    for (index, line) in code.lines().enumerate() {
        found.extend(constants(line).into_iter().chain(hex_strings(line)).map(|what| (index + 1, what)));
    }
    found
}

/// `Color32::RED` and its like.
fn constants(line: &str) -> Vec<String> {
    let after = line.split("Color32::").skip(1);
    let names = after.map(|rest| rest.split(|c: char| !source::is_word(c)).next().unwrap_or_default());
    let upper =
        names.filter(|name| name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_'));
    upper.filter(|name| !NO_COLOUR.contains(name)).map(|name| format!("Color32::{name}")).collect()
}

/// `"#1f5f8b"` and its like.
fn hex_strings(line: &str) -> Vec<String> {
    let parts = line.split("\"#").skip(1);
    let inner = parts.filter_map(|rest| rest.split_once('"')).map(|(inner, _)| inner);
    let hex = inner
        .filter(|inner| [3, 6, 8].contains(&inner.len()) && inner.chars().all(|c| c.is_ascii_hexdigit()));
    hex.map(|inner| format!("\"#{inner}\"")).collect()
}

#[test]
fn colours_stand_in_the_theme_only() {
    let files = repository::shipped_files();
    let drawn =
        files.iter().filter(|file| matches!(crate_of(&file.path), "desktop" | "workbench" | "ancrage"));
    for file in drawn.filter(|file| !is_theme(&file.path)) {
        let found = colours(file).into_iter().next();
        assert_eq!(
            found, None,
            "{}: writes a colour: take a token of crates/desktop/src/theme.rs",
            file.path
        );
    }
}

#[test]
fn colours_are_recognised() {
    let file = |text: &str| TextFile { path: "crates/desktop/src/x.rs".to_owned(), text: text.to_owned() };
    for text in
        ["Color32::from_rgb(1, 2, 3)", "Color32::RED", "let c = \"#1f5f8b\";", "Color32::from_gray(9)"]
    {
        assert_eq!(colours(&file(text)).len(), 1, "{text}");
    }
    for text in ["Color32::TRANSPARENT", "// Color32::RED", "let id = \"#tag\";", "theme.accent"] {
        assert_eq!(colours(&file(text)), [], "{text}");
    }
}

//! The typography that the build sets, so that catalogues are typed with an ordinary keyboard.
//!
//! French: an ordinary space before `; : ! ? % »` or after `«` becomes a no-break space, `'`
//! becomes `’` and `...` becomes `…`. English: `'` becomes `’` and `...` becomes `…`.
//!
//! One space serves everywhere, U+00A0, because egui breaks a line at U+202F: with the narrow space,
//! lines would begin with `?` or `»`, which is worse than a space slightly too wide.

/// The one no-break space of the French texts.
pub const NO_BREAK: char = '\u{A0}';

/// Sets the typography of `lang` (`fr` or `en`) in the fixed text of a message.
pub fn set(lang: &str, text: &str) -> String {
    let text = text.replace("...", "…").replace('\'', "’");
    if lang == "fr" { no_break_spaces(&text) } else { text }
}

fn no_break_spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: usize| chars.get(index).copied();
    let mut out = String::with_capacity(text.len());
    for (index, &found) in chars.iter().enumerate() {
        let after_quote = index > 0 && at(index - 1) == Some('«');
        let before_mark = at(index + 1).is_some_and(|next| ";:!?%»".contains(next));
        let replace = is_space(found) && (after_quote || before_mark);
        out.push(if replace { NO_BREAK } else { found });
    }
    out
}

fn is_space(found: char) -> bool {
    matches!(found, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

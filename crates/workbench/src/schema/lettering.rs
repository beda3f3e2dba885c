//! How wide words are, near enough to give them a box and break their lines.
//!
//! The widths are those of Inter in ems, by classes of letters; a box is made a little wider than its
//! words, so that another font fits too.

/// The size of letters in boxes and notes, in pixels.
pub const SIZE: f32 = 14.0;
/// From one line to the next.
pub const LEADING: f32 = 19.0;

/// The width of some words at a size, in pixels.
#[must_use]
pub fn width(words: &str, size: f32) -> f32 {
    words.chars().map(em).sum::<f32>() * size
}

fn em(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '’' | '.' | ',' | ':' | ';' | '!' | '|' => 0.27,
        ' ' | '\u{A0}' | 't' | 'f' | 'r' | 'I' | '(' | ')' | '-' | '[' | ']' => 0.36,
        'm' | 'w' | 'M' | 'W' | '—' | '…' | 'œ' | 'Œ' | 'æ' | '→' => 0.88,
        c if c.is_uppercase() => 0.7,
        c if u32::from(c) > 0x2E80 => 1.0,
        _ => 0.59,
    }
}

/// The lines of some words that fit a width; a word that is wider stands alone.
#[must_use]
pub fn lines(words: &str, fits: f32, size: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in words.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || width(&longer, size) <= fits {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_lose_none() {
        let words = "Renoncer sans le dire, parce que le chemin coûte";
        let broken = lines(words, 120.0, SIZE);
        assert!(broken.len() > 2, "{broken:?}");
        assert!(broken.iter().all(|line| width(line, SIZE) <= 120.0), "{broken:?}");
        assert_eq!(broken.join(" "), words);
        assert_eq!(lines("anticonstitutionnellement", 10.0, SIZE), ["anticonstitutionnellement"]);
        assert_eq!(lines("a\n\nb", 100.0, SIZE), ["a", "", "b"]);
    }
}

//! Words in documents of tags (SVG, HTML): what they say never becomes markup.

/// Text as it stands between tags or in a quoted attribute, without the signs that no such document can hold.
#[must_use]
pub(crate) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            c if c.is_control() && !matches!(c, '\t' | '\n') => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn signs_of_the_language_are_written_as_words() {
        assert_eq!(escaped("a < b & « c »\u{1}\""), "a &lt; b &amp; « c »&quot;");
    }
}

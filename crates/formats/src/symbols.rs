//! Characters of symbol fonts, by their code in the font.

/// The character of a symbol, if one is known: codes outside the private range are characters
/// themselves; of Word's own symbol fonts, what people really insert in a text.
pub(crate) fn character(font: &str, code: u32) -> Option<char> {
    let private = (0xF000..=0xF0FF).contains(&code);
    if !private {
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    let code = u8::try_from(code - 0xF000).ok()?;
    let font = font.to_lowercase();
    if font.starts_with("wingdings") {
        wingdings(code)
    } else if font.starts_with("symbol") {
        symbol(code)
    } else {
        // Other fonts mostly use the private range for plain letters.
        (0x20..0x7F).contains(&code).then_some(char::from(code))
    }
}

fn wingdings(code: u8) -> Option<char> {
    Some(match code {
        0x4A => '☺',
        0x4B => '😐',
        0x4C => '☹',
        0x6C => '●',
        0x6E | 0xA7 => '▪',
        0x6F | 0xA8 => '☐',
        0xAB => '★',
        0xD8 => '➢',
        0xDF | 0xE7 => '←',
        0xE0 | 0xE8 | 0xF0 => '→',
        0xF3 => '↔',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => return None,
    })
}

fn symbol(code: u8) -> Option<char> {
    Some(match code {
        0x61 => 'α',
        0x62 => 'β',
        0x6D => 'µ',
        0x20..=0x40 => char::from(code),
        0xA3 => '≤',
        0xAB => '↔',
        0xAC => '←',
        0xAE => '→',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB9 => '≠',
        0xBB => '≈',
        0xBC => '…',
        0xDE => '⇒',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn symbols_have_their_characters() {
        for (font, code, expected) in [
            ("Wingdings", 0xF04A, Some('☺')),
            ("Wingdings", 0xF0E0, Some('→')),
            ("Symbol", 0xF0AE, Some('→')),
            ("Segoe UI Emoji", 0x1F642, Some('🙂')),
            ("Comic", 0xF041, Some('A')),
            ("Wingdings", 0xF001, None),
            ("Symbol", 0, None),
        ] {
            assert_eq!(character(font, code), expected, "{font} {code:X}");
        }
    }
}

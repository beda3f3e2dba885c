//! Which old encoding a text is in, told by the letters and marks that it would give in each.
//!
//! Bytes above 127 mean other characters in each of these encodings. In the right one they are letters of
//! words and marks where such marks stand; in a wrong one, capitals in the middle of words, drawings of
//! boxes and signs between letters.

use crate::code_page::CodePage;

/// The encodings that are told apart, by the numbers of their code pages: Windows, ISO 8859-15, Macintosh, DOS
/// of western Europe and of America. Of two that explain a text equally well, the first is meant.
const CANDIDATES: [i32; 5] = [1252, 28605, 10000, 850, 437];

/// The encoding in which a text reads best.
pub(super) fn guess(bytes: &[u8]) -> CodePage {
    let mut best = (CodePage::USUAL, i64::MIN);
    for page in CANDIDATES.into_iter().filter_map(CodePage::numbered) {
        let worth = Letters::of(page).worth(bytes);
        if worth > best.1 {
            best = (page, worth);
        }
    }
    best.0
}

/// What each byte means in one encoding.
pub(super) struct Letters([char; 256]);

impl Letters {
    pub fn of(page: CodePage) -> Self {
        let letter = |byte: usize| {
            let byte = u8::try_from(byte).unwrap_or_default();
            page.decode(&[byte]).chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
        };
        Self(std::array::from_fn(letter))
    }

    pub fn letter(&self, byte: u8) -> char {
        self.0[usize::from(byte)]
    }

    /// How well a whole text reads.
    fn worth(&self, bytes: &[u8]) -> i64 {
        let high = bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii());
        high.map(|(n, &byte)| {
            let near = |n: Option<usize>| n.and_then(|n| bytes.get(n)).map(|&byte| self.letter(byte));
            i64::from(worth(near(n.checked_sub(1)), self.letter(byte), near(n.checked_add(1))))
        })
        .sum()
    }
}

/// How likely a character is between its neighbours: above zero where it belongs there. The weights follow how
/// common letters are in French; what matters is that misread ones weigh less than right ones.
pub(super) fn worth(before: Option<char>, c: char, after: Option<char>) -> i32 {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let (left, right) = (is_letter(before), is_letter(after));
    match c {
        'é' => 6,
        'è' | 'à' | 'ê' | 'ç' => 5,
        'œ' => if_so(right, 4, -4),
        'â' | 'î' | 'ô' | 'û' | 'ù' | 'ï' | 'ë' => 4,
        '€' => if_so(before.is_some_and(|c| c.is_ascii_digit() || c.is_whitespace()), 2, -2),
        _ if c.is_alphabetic() => foreign(before, c),
        _ => sign(left, c, right),
    }
}

fn if_so(so: bool, yes: i32, no: i32) -> i32 {
    if so { yes } else { no }
}

/// A sign that is no letter, between letters or not.
fn sign(left: bool, c: char, right: bool) -> i32 {
    match c {
        '’' => if_so(left, 4, 1),
        '«' | '“' => if_so(left, -4, 3),
        '»' | '”' => if_so(right, -4, 3),
        '…' | '–' | '—' | '‘' => if_so(left && right, -1, 2),
        '\u{A0}' => if_so(left && right, -4, 1),
        '°' => if_so(right, -2, 1),
        '½' | '¼' | '¾' | '²' | '³' => if_so(right, -6, 1),
        _ if left && right => -6,
        _ if left || right || c.is_control() => -3,
        _ => -1,
    }
}

/// A capital, or a letter that French does not have.
fn foreign(before: Option<char>, c: char) -> i32 {
    let capital = c.is_uppercase();
    if capital && before.is_some_and(char::is_lowercase) {
        return -6;
    }
    match c {
        'É' | 'È' | 'À' | 'Ê' | 'Ç' | 'Ô' | 'Î' | 'Â' | 'Œ' => 3,
        '\u{C0}'..='\u{FF}' if !capital => 1,
        '\u{C0}'..='\u{FF}' => 0,
        _ => -3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Enquêtrice : Ça vous a gêné, là-bas ? « À l'hôpital »\r\nDr Noël : Où ça ? L'été, déjà, être reçu…";

    /// Bytes of a page; characters that it does not have are left out.
    fn written(text: &str, page: i32) -> Vec<u8> {
        let letters = Letters::of(CodePage::numbered(page).unwrap());
        let byte = |c: char| (0..=255u8).find(|&byte| letters.letter(byte) == c);
        text.chars().filter_map(byte).collect()
    }

    #[test]
    fn each_encoding_is_told_from_the_others() {
        for page in CANDIDATES.into_iter().filter(|page| *page != 28605) {
            let found = guess(&written(TEXT, page));
            // What DOS of America cannot write reads the same in that of Europe.
            let expected = if page == 437 { 850 } else { page };
            let same = found.decode(&written(TEXT, page))
                == CodePage::numbered(page).unwrap().decode(&written(TEXT, page));
            assert!(found == CodePage::numbered(expected).unwrap() || same, "{page}: {}", found.name());
        }
    }

    #[test]
    fn a_few_accents_are_enough() {
        for (text, page, name) in [
            ("il est né ici", 850, "IBM850"),
            ("il est né ici", 10000, "macintosh"),
            ("il est né ici", 1252, "windows-1252"),
            ("ma sœur et son cœur", 28605, "ISO-8859-15"),
            ("ma sœur et son cœur", 1252, "windows-1252"),
            ("ma sœur et son cœur", 10000, "macintosh"),
            ("ça coûte 50 €", 28605, "ISO-8859-15"),
            ("mañana, señor, está aquí", 850, "IBM850"),
            ("Über die Straße, für mich", 850, "IBM850"),
            ("Über die Straße, für mich", 1252, "windows-1252"),
            ("Wir können es für dich tun", 10000, "macintosh"),
        ] {
            assert_eq!(guess(&written(text, page)).name(), name, "{text}");
        }
    }
}

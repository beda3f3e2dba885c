//! Tiers of Praat (`.TextGrid`), in the long form and the short one: each tier is a speaker.

use std::iter::Peekable;

use super::Saying;

/// The most bytes between brackets that count pieces.
const BRACKET: usize = 64;

/// One word of the file that means something: names, brackets and signs between are decoration.
#[derive(Debug, PartialEq)]
enum Token {
    Text(String),
    Number(f64),
}

/// What the tiers say, one after the other; `None` for a text that is no such file.
pub(super) fn read(text: &str) -> Option<Vec<Saying>> {
    let head = text.trim_start_matches('\u{FEFF}').trim_start();
    let named = head.starts_with("File type") || head.starts_with("\"ooTextFile");
    if !named || !head.get(..head.len().min(200).min(head.floor_char_boundary(200)))?.contains("TextGrid") {
        return None;
    }
    let mut tokens = tokens(head).into_iter().peekable();
    // The kind of the file and of its content, its bounds and the number of tiers.
    while tokens.next_if(|token| !is_tier(token)).is_some() {}
    let mut said = Vec::new();
    while let Some(Token::Text(kind)) = tokens.next() {
        tier(if kind == "IntervalTier" { 2 } else { 1 }, &mut tokens, &mut said);
    }
    (!said.is_empty()).then_some(said)
}

/// The numbers between the name of a tier and its first piece: its bounds, and how many pieces it has.
const HEAD: usize = 3;

/// Reads a tier, up to the next: pieces of so many `bounds` and words. The number of pieces that the file tells is not
/// asked, so that a wrong one loses nothing.
fn tier(bounds: usize, tokens: &mut Peekable<impl Iterator<Item = Token>>, said: &mut Vec<Saying>) {
    let named = tokens.next_if(|token| matches!(token, Token::Text(_)));
    let name = named.and_then(|token| match token {
        Token::Text(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        Token::Number(_) => None,
    });
    let (mut numbers, mut head) = (Vec::new(), HEAD);
    while let Some(token) = tokens.next_if(|token| !is_tier(token) || numbers.len() >= head + bounds) {
        let words = match token {
            Token::Number(number) => {
                numbers.push(number);
                continue;
            }
            Token::Text(words) => words,
        };
        let start = numbers.len().checked_sub(bounds).filter(|n| *n >= head).map(|n| numbers[n]);
        (numbers, head) = (Vec::new(), 0);
        if !words.trim().is_empty() {
            let start = start.filter(|start| (0.0..4e6).contains(start));
            // Checked: within the range of the type.
            let start = start.map(|start| (start * 1000.0).round() as u32);
            said.push(Saying { start, voice: name.clone(), text: words });
        }
    }
}

fn is_tier(token: &Token) -> bool {
    matches!(token, Token::Text(kind) if matches!(kind.as_str(), "IntervalTier" | "TextTier" | "PointTier"))
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            let (words, after) = quoted(rest.get(1..).unwrap_or_default());
            out.push(Token::Text(words));
            rest = after;
        } else if c == '[' {
            // Decoration such as `[12]`; a bracket that never ends is skipped alone.
            let end = rest.bytes().take(BRACKET).position(|b| b == b']').unwrap_or(0);
            rest = rest.get(end + 1..).unwrap_or_default();
        } else if c.is_whitespace() {
            rest = rest.trim_start();
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '[')).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            out.extend(word.parse().ok().filter(|number: &f64| number.is_finite()).map(Token::Number));
            rest = after;
        }
    }
    out
}

/// The words up to the closing quote, two of which mean one, and what follows.
fn quoted(text: &str) -> (String, &str) {
    let mut words = String::new();
    let mut rest = text;
    loop {
        let Some((before, after)) = rest.split_once('"') else { return (words + rest, "") };
        words.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                words.push('"');
                rest = more;
            }
            None => return (words, after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        let long = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0 \nxmax = 9 \ntiers? <exists> \nsize = 2 \nitem []: \n    item [1]:\n        class = \"IntervalTier\" \n        name = \"E\" \n        xmin = 0 \n        xmax = 9 \n        intervals: size = 2 \n        intervals [1]:\n            xmin = 0 \n            xmax = 1.5 \n            text = \"Alors, \"\"vous\"\" ?\" \n        intervals [2]:\n            xmin = 1.5 \n            xmax = 9 \n            text = \"\" \n    item [2]:\n        class = \"TextTier\" \n        name = \"M\" \n        xmin = 0 \n        xmax = 9 \n        points: size = 1 \n        points [1]:\n            number = 2.25 \n            mark = \"Oui 3 [rires]\" \n";
        let short = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n9\n<exists>\n2\n\"IntervalTier\"\n\"E\"\n0\n9\n2\n0\n1.5\n\"Alors, \"\"vous\"\" ?\"\n1.5\n9\n\"\"\n\"TextTier\"\n\"M\"\n0\n9\n1\n2.25\n\"Oui 3 [rires]\"\n";
        for text in [long, short] {
            assert_eq!(shown(&read(text).unwrap()), ["0 E: Alors, \"vous\" ?", "2250 M: Oui 3 [rires]"]);
        }
        for text in [
            "",
            "File type",
            "E : TextGrid",
            "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\"IntervalTier\" \"E\" 0 1 9e18",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn wrong_counts_and_missing_bounds_lose_no_words() {
        let head = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0\n9\n<exists>\n2\n";
        for (tiers, expected) in [
            (
                "\"IntervalTier\" \"E\" 0 9 1 0 1 \"Alors ?\" 1 2 \"Et ?\" \"IntervalTier\" \"M\" 0 9 7 2 3 \"Oui\"",
                vec!["0 E: Alors ?", "1000 E: Et ?", "2000 M: Oui"],
            ),
            (
                "\"IntervalTier\" \"E\" 0 9 2 0 1 \"IntervalTier\" 1 \"Et ?\" \"encore\"",
                vec!["0 E: IntervalTier", "– E: Et ?", "– E: encore"],
            ),
            ("\"IntervalTier\" \"\" 0 9 1 [ 0 1 \"Oui", vec!["0 : Oui"]),
            ("\"IntervalTier\" \"E\" \"TextTier\" \"M\" 0 9 1 4 \"Oui\"", vec!["4000 M: Oui"]),
        ] {
            assert_eq!(shown(&read(&format!("{head}{tiers}")).unwrap()), expected, "{tiers}");
        }
    }
}

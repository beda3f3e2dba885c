//! The signs of a query.

/// A sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    /// Characters between spaces.
    Chunk(String),
    /// What stands between quotation marks.
    Phrase(String),
    /// What stands between slashes.
    Pattern(String),
    And,
    Or,
    Not,
    Open,
    Close,
}

/// Reads the signs of a query, whatever it is.
pub(super) fn signs(text: &str) -> Vec<Sign> {
    let chars: Vec<char> = text.chars().collect();
    let mut signs = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        at = match c {
            c if c.is_whitespace() => at + 1,
            '(' => push(&mut signs, Sign::Open, at + 1),
            ')' => push(&mut signs, Sign::Close, at + 1),
            '"' | '“' | '”' | '«' | '»' => phrase(&chars, at, &mut signs),
            '-' | '−' | '–' if excludes(&chars, at) => push(&mut signs, Sign::Not, at + 1),
            '/' => match pattern_end(&chars, at) {
                Some(end) => {
                    let pattern = chars[at + 1..end].iter().collect();
                    push(&mut signs, Sign::Pattern(pattern), end + 1)
                }
                None => chunk(&chars, at, &mut signs),
            },
            _ => chunk(&chars, at, &mut signs),
        };
    }
    signs
}

fn push(signs: &mut Vec<Sign>, sign: Sign, next: usize) -> usize {
    signs.push(sign);
    next
}

/// A hyphen before a word, at the beginning or after a space, leaves the word out.
fn excludes(chars: &[char], at: usize) -> bool {
    chars.get(at + 1).is_some_and(|next| !next.is_whitespace() && !matches!(next, '-' | '−' | '–'))
}

fn phrase(chars: &[char], at: usize, signs: &mut Vec<Sign>) -> usize {
    let closes = |c: &char| match chars[at] {
        '«' | '»' => *c == '»',
        '“' | '”' => matches!(c, '”' | '“' | '"'),
        _ => *c == '"',
    };
    let length = chars[at + 1..].iter().position(closes);
    let end = length.map_or(chars.len(), |length| at + 1 + length);
    signs.push(Sign::Phrase(chars[at + 1..end].iter().collect()));
    end + 1
}

/// The slash that ends a regular expression: followed by a space, a parenthesis or the end.
fn pattern_end(chars: &[char], at: usize) -> Option<usize> {
    let mut escaped = false;
    for (end, c) in chars.iter().enumerate().skip(at + 1) {
        let ends = chars.get(end + 1).is_none_or(|next| next.is_whitespace() || *next == ')');
        if *c == '/' && !escaped && ends {
            return (end > at + 1).then_some(end);
        }
        escaped = *c == '\\' && !escaped;
    }
    None
}

fn chunk(chars: &[char], at: usize, signs: &mut Vec<Sign>) -> usize {
    let ends = |c: &char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '“' | '”' | '«' | '»');
    let length = chars[at..].iter().skip(1).position(ends).map_or(chars.len() - at, |length| length + 1);
    let text: String = chars[at..at + length].iter().collect();
    signs.push(match text.as_str() {
        "AND" | "ET" | "&&" => Sign::And,
        "OR" | "OU" | "||" | "|" => Sign::Or,
        "NOT" | "SAUF" => Sign::Not,
        _ => Sign::Chunk(text),
    });
    at + length
}

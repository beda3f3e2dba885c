//! Signs around a label: what may stand before it, and what parts it from the words.

use super::head::Separator;

/// Signs that begin a line of a list or of a dialogue.
pub(super) const BULLETS: [char; 9] = ['-', '–', '—', '•', '·', '▪', '►', '‣', '*'];

/// The length of what may part a label from a time mark: `Claire · 00:12`, `Claire | 00:12`, `Claire at 00:12`.
pub(super) fn before_time(rest: &str) -> usize {
    let tail = rest.strip_prefix("at ").or_else(|| rest.strip_prefix(['·', '|', '•', '@', ',']));
    let Some(tail) = tail else { return 0 };
    let words = tail.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    if words.starts_with(|c: char| c.is_ascii_digit()) { rest.len() - words.len() } else { 0 }
}

/// Whether a label stands between signs that make it italic in plain texts: `*VL*`, `_VL_`.
pub(super) fn is_between_signs(label: &str) -> bool {
    let between = |sign: char| {
        let inside = label.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign));
        inside
            .is_some_and(|inside| !inside.is_empty() && !inside.starts_with(sign) && !inside.ends_with(sign))
    };
    between('*') || between('_')
}

/// Colons of all kinds.
pub(super) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '∶' | '﹕' | '꞉')
}

/// White space, and signs that take no room.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The length of the white space at the beginning; a tab only counts as such before a colon.
pub(super) fn blank(rest: &str) -> usize {
    let all = rest.trim_start_matches(is_blank);
    let spaces = rest.len() - rest.trim_start_matches(|c: char| is_blank(c) && c != '\t').len();
    if all.starts_with(is_colon) { rest.len() - all.len() } else { spaces }
}

/// Where the label may begin: after a dash or a bullet, the number of a turn, and marks of bold as plain
/// texts write it.
pub(super) fn skip_ornaments(text: &str, at: usize, end: usize) -> usize {
    let mut rest = text.get(at..end).unwrap_or_default();
    // A heading as plain texts write it.
    let heading = rest.trim_start_matches('#');
    rest = after_ornament(rest, (rest.len() - heading.len() <= 6).then_some(heading));
    rest = match rest.strip_prefix(['-', '–', '—']).filter(|tail| tail.starts_with(char::is_uppercase)) {
        // `-EMG 1 : oui`
        Some(tail) => tail,
        None => after_ornament(rest, rest.strip_prefix(">>").or_else(|| rest.strip_prefix(BULLETS))),
    };
    let quoted = rest.trim_start_matches(['#', '>']);
    rest = after_ornament(rest, (1..=6).contains(&(rest.len() - quoted.len())).then_some(quoted));
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=4).contains(&digits) {
        let tail = &rest[digits..];
        let pointed = tail.strip_prefix(['.', ')']);
        // A number with a point counts turns; without one it may begin a sentence in small letters.
        let counts = pointed.or_else(|| tail.trim_start().starts_with(char::is_uppercase).then_some(tail));
        rest = match tail.strip_prefix('\t').filter(|tail| tail.starts_with(char::is_uppercase)) {
            // The number of a line, in a column of its own.
            Some(label) => label,
            None => after_ornament(rest, counts),
        };
    }
    let marked = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__"));
    if let Some(tail) = marked.filter(|tail| tail.starts_with(char::is_alphanumeric)) {
        rest = tail;
    }
    end - rest.len()
}

/// What follows an ornament, if white space parts them; else the text as it was.
pub(super) fn after_ornament<'a>(rest: &'a str, tail: Option<&'a str>) -> &'a str {
    let Some(tail) = tail else { return rest };
    let after = tail.trim_start_matches(|c: char| c.is_whitespace() && c != '\t');
    if after.len() < tail.len() { after } else { rest }
}

/// A separator at the beginning of `rest`, with its length; `spaced` tells whether white space stands
/// before it.
pub(super) fn separator(rest: &str, spaced: bool) -> Option<(Separator, usize)> {
    let Some(first) = rest.chars().next() else { return Some((Separator::Alone, 0)) };
    let tail = &rest[first.len_utf8()..];
    let parted = tail.is_empty() || tail.starts_with(char::is_whitespace);
    let bold = rest.strip_prefix("**").filter(|tail| !tail.starts_with('*'));
    if let Some(tail) = bold.or_else(|| rest.strip_prefix("__").filter(|tail| !tail.starts_with('_'))) {
        // The end of bold in a plain text, before the colon.
        let spaces = blank(tail);
        let found = separator(&tail[spaces..], spaced || spaces > 0);
        return found.map(|(separator, len)| (separator, 2 + spaces + len));
    }
    match first {
        c if is_colon(c) && tail.starts_with("//") => None,
        // `: –` and `:-` are one separator.
        c if is_colon(c) => {
            // `::` and `: :` are typed by mistake; a quotation after a colon is told.
            let again = tail.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
            let second = again
                .chars()
                .next()
                .filter(|second| is_colon(*second))
                .map(|second| &again[second.len_utf8()..]);
            if let Some(said) =
                second.filter(|said| !said.starts_with("//") && !said.trim_start().starts_with('«'))
            {
                return Some((Separator::Colon, rest.len() - said.len()));
            }
            let bold = (tail.starts_with("**") && !tail.starts_with("***")) || tail.starts_with("__");
            let bold = if bold { 2 } else { 0 };
            Some((Separator::Colon, first.len_utf8() + bold + dash_after(&tail[bold..])))
        }
        '=' if spaced && parted => Some((Separator::Colon, 1)),
        '\t' => Some((Separator::Tab, 1)),
        '—' if tail.starts_with(char::is_alphanumeric) => Some((Separator::Dash, first.len_utf8())),
        '–' | '—' if parted || spaced => Some((Separator::Dash, first.len_utf8())),
        '>' if parted && spaced => Some((Separator::Dash, 1)),
        '→' | '➔' | '⇒' if parted && spaced => Some((Separator::Dash, first.len_utf8())),
        '-' | '=' if spaced && tail.starts_with("> ") => Some((Separator::Dash, 2)),
        '-' | '/' if parted => Some((Separator::Dash, 1)),
        _ => None,
    }
}

/// The length of a dash, with the space before it, that doubles a colon.
pub(super) fn dash_after(tail: &str) -> usize {
    let rest = tail.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let dash = rest.chars().next().filter(|c| matches!(c, '-' | '–' | '—'));
    let after = dash.map(|c| &rest[c.len_utf8()..]);
    match after {
        Some(after) if after.is_empty() || after.starts_with(char::is_whitespace) => tail.len() - after.len(),
        _ => 0,
    }
}

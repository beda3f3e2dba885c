//! The words of a label, one after the other, as they are read.

use super::label::LABEL_CHARS;
use super::signs::{is_blank, is_colon};
use super::words::gender_ending;

/// The length of a remark in parentheses beside a label, as `(en riant)`.
pub(super) fn parenthesis(rest: &str) -> Option<usize> {
    let closing = if rest.starts_with('(') { ')' } else { ']' };
    let inside = rest.strip_prefix(['(', '['])?;
    let close = inside.char_indices().take(LABEL_CHARS).find(|(_, c)| *c == closing || *c == '\n')?;
    (close.1 == closing).then_some(close.0 + 2)
}

/// Whether a word may be one of several labels with commas between them: `P1, P2 : oui`.
fn is_listed(word: &str) -> bool {
    let number = word.trim_start_matches(|c: char| c.is_uppercase());
    word.chars().count() <= 6 && !word.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// The length of the word at the beginning, if it may be part of a label.
pub(super) fn word(rest: &str) -> Option<usize> {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(ending) = gender_ending(&rest[at..]).filter(|_| rest[..at].ends_with(char::is_alphabetic))
        {
            len = at + ending;
            chars.nth(ending - 2);
            continue;
        }
        let joins = !matches!(c, '-' | '/') || chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !is_label_char(c) || !joins || (len > 0 && ends_bold(rest, at, c)) {
            break;
        }
        len = at + c.len_utf8();
    }
    if len == 2 && rest.starts_with("**") {
        return None;
    }
    if rest[len..].starts_with(", ") && is_listed(&rest[..len]) {
        return Some(len + 1);
    }
    // What ends a label's word is white space or a separator, not a comma or a question mark.
    let next = rest[len..].chars().next();
    let ended = next.is_none_or(|c| {
        is_blank(c) || is_colon(c) || matches!(c, '-' | '–' | '—' | '(' | '[' | '*' | '_' | '/')
    });
    (len > 0 && ended).then_some(len)
}

/// Whether bold as plain texts write it ends at a byte: two asterisks or underscores, and no more of them.
fn ends_bold(rest: &str, at: usize, c: char) -> bool {
    let twice = match c {
        '*' => "**",
        '_' => "__",
        _ => return false,
    };
    let tail = &rest[at..];
    !rest[..at].ends_with(c) && tail.strip_prefix(twice).is_some_and(|tail| !tail.starts_with(c))
}

pub(super) fn is_label_char(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '.' | '·' | '-' | '\'' | '’' | '°' | 'º' | '_' | '/' | '&' | '+' | '*' | '@')
}

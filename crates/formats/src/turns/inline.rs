//! Labels in the middle of a line, where a line end was forgotten or never was.

use std::collections::BTreeSet;

use super::accept::MANY_SPEAKERS;
use super::head::{Head, Separator, head_at};
use super::label::{Form, LABEL_CHARS};
use super::segment;
use crate::source::{Line, Verbatim};

/// How many beginnings before a colon are tried: a remark may stand beside the label.
const BEGINNINGS: usize = 3;

/// Clear labels with a colon that follow the end of a sentence inside a line.
pub(crate) fn candidates(verbatim: &Verbatim, from: usize, named: &BTreeSet<String>) -> Vec<Head> {
    let lines = verbatim.lines.iter().enumerate().skip(from).filter(|(_, line)| line.row.is_none());
    lines.flat_map(|(number, line)| in_line(verbatim, number, line, named)).collect()
}

fn in_line(verbatim: &Verbatim, number: usize, line: &Line, named: &BTreeSet<String>) -> Vec<Head> {
    let text = verbatim.text.get(line.start..line.end).unwrap_or_default();
    let colons = text.match_indices(':');
    let mut heads: Vec<Head> = Vec::new();
    for (colon, _) in colons {
        let taken = heads.last().map_or(line.start, |head| head.after) - line.start;
        let before = text.get(taken..colon).unwrap_or_default();
        let mut found = beginnings(before).filter_map(|at| {
            let head = head_at(verbatim, named, number, (line.start + taken + at, line.end))?;
            let clear = head.separator == Separator::Colon && head.form == Form::Strong;
            (clear && segment::is_sound(verbatim, &head)).then_some(head)
        });
        heads.extend(found.next());
    }
    heads
}

/// Where words begin after an end of a sentence or a wide gap, near the end of a text, the last first.
fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let near = text.ceil_char_boundary(text.len().saturating_sub(4 * LABEL_CHARS));
    let tail = text.get(near..).unwrap_or_default();
    let ends = |c: char| matches!(c, '.' | '?' | '!' | '…' | '»' | '”' | '"' | ')' | ']' | '*');
    let begins = move |(at, c): (usize, char)| {
        let after = at + c.len_utf8();
        let rest = tail.get(after..)?;
        let ended = c == '\t' || ((ends(c) || c == ' ') && rest.starts_with(char::is_whitespace));
        let words = rest.trim_start();
        (ended && !words.is_empty()).then_some(near + after + (rest.len() - words.len()))
    };
    tail.char_indices().rev().filter_map(begins).take(BEGINNINGS)
}

/// Of the candidates, those whose label is one of the `heads` already.
pub(crate) fn known<'a>(verbatim: &Verbatim, candidates: &'a [Head], heads: &[&Head]) -> Vec<&'a Head> {
    let shown =
        |head: &Head| segment::shown(verbatim.text.get(head.label.0..head.label.1).unwrap_or_default());
    let labels: BTreeSet<String> = heads.iter().map(|head| shown(head)).collect();
    if labels.len() > MANY_SPEAKERS {
        return Vec::new();
    }
    candidates.iter().filter(|head| labels.contains(&shown(head))).collect()
}

//! Marks inside lines: bold, italic, links and what a backslash takes the meaning from.

use crate::source::Look;

/// How far back the beginning of an emphasis is looked for, in marks.
const BACK: usize = 64;

/// The longest link, in bytes.
const LINK: usize = 2000;

/// A piece of a line.
#[derive(Debug)]
enum Piece {
    Text(String),
    /// Marks of emphasis: which, how many are left, how many begin and end something bold or italic.
    Run {
        sign: char,
        left: usize,
        opens: bool,
        closes: bool,
        begin: Marks,
        end: Marks,
    },
}

/// How many spans of each kind begin or end.
#[derive(Debug, Default, Clone, Copy)]
struct Marks {
    bold: usize,
    italic: usize,
}

/// The words with their looks; marks that belong together are gone, others are words.
pub(super) fn pieces(text: &str) -> Vec<(String, Look)> {
    let mut pieces = split(text);
    pair(&mut pieces);
    let (mut bold, mut italic) = (0usize, 0usize);
    let mut out: Vec<(String, Look)> = Vec::new();
    let mut add = |text: String, bold: usize, italic: usize| {
        let look = Look { bold: bold > 0, italic: italic > 0, ..Look::default() };
        match out.last_mut().filter(|last| last.1 == look) {
            Some(last) => last.0.push_str(&text),
            None => out.push((text, look)),
        }
    };
    for piece in pieces {
        match piece {
            Piece::Text(text) => add(text, bold, italic),
            Piece::Run { sign, left, begin, end, .. } => {
                bold = bold.saturating_sub(end.bold);
                italic = italic.saturating_sub(end.italic);
                if left > 0 {
                    add(sign.to_string().repeat(left), bold, italic);
                }
                bold += begin.bold;
                italic += begin.italic;
            }
        }
    }
    out
}

/// Texts and runs of marks, in order.
fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if let Some(escaped) = after.chars().next().filter(|next| c == '\\' && next.is_ascii_punctuation()) {
            words.push(escaped);
            rest = &after[1..];
            before = 'a';
            continue;
        }
        if let Some((said, length)) = link(rest) {
            words.push_str(said);
            rest = &rest[length..];
            before = 'a';
            continue;
        }
        if !matches!(c, '*' | '_') {
            words.push(c);
            (rest, before) = (after, c);
            continue;
        }
        let left = rest.len() - rest.trim_start_matches(c).len();
        rest = &rest[left..];
        let next = rest.chars().next().unwrap_or(' ');
        pieces.push(Piece::Text(std::mem::take(&mut words)));
        pieces.push(run(c, left, before, next));
        before = c;
    }
    pieces.push(Piece::Text(words));
    pieces
}

/// Marks begin something where words follow, and end something where words come before.
fn run(sign: char, left: usize, before: char, next: char) -> Piece {
    let word = |c: char| c.is_alphanumeric();
    let (mut opens, mut closes) = (!next.is_whitespace(), !before.is_whitespace());
    // Between a word and a sign of punctuation, marks belong to the word's side; but many write `**E :**oui`.
    opens &= word(next) || !word(before);
    if sign == '_' {
        opens &= !word(before);
        closes &= !word(next);
    }
    let known = left <= 3;
    Piece::Run {
        sign,
        left,
        opens: opens && known,
        closes: closes && known,
        begin: Marks::default(),
        end: Marks::default(),
    }
}

/// Finds which marks belong together.
fn pair(pieces: &mut [Piece]) {
    let runs: Vec<usize> = (0..pieces.len()).filter(|&n| matches!(pieces[n], Piece::Run { .. })).collect();
    for (place, &at) in runs.iter().enumerate() {
        for &from in runs[place.saturating_sub(BACK)..place].iter().rev() {
            let [before, after] = [from, at];
            let (head, tail) = pieces.split_at_mut(after);
            let (Some(first), Some(second)) = (head.get_mut(before), tail.first_mut()) else { continue };
            while join(first, second) {}
        }
    }
}

/// Joins two of the marks of an emphasis that begins at `first` and ends at `second`, or one.
fn join(first: &mut Piece, second: &mut Piece) -> bool {
    let Piece::Run { sign: a, left: from, opens: true, begin, .. } = first else { return false };
    let Piece::Run { sign: b, left: to, closes: true, end, .. } = second else { return false };
    if a != b || *from == 0 || *to == 0 {
        return false;
    }
    if *from >= 2 && *to >= 2 {
        (*from, *to) = (*from - 2, *to - 2);
        (begin.bold, end.bold) = (begin.bold + 1, end.bold + 1);
    } else if *from % 2 == 1 && *to % 2 == 1 {
        (*from, *to) = (*from - 1, *to - 1);
        (begin.italic, end.italic) = (begin.italic + 1, end.italic + 1);
    } else {
        return false;
    }
    true
}

/// The words of a link with which `text` begins, and its whole length; a picture has none.
fn link(text: &str) -> Option<(&str, usize)> {
    // What is longer is no link.
    let text = text.get(..text.floor_char_boundary(LINK))?;
    let (picture, inside) = match text.strip_prefix("![") {
        Some(inside) => (true, inside),
        None => (false, text.strip_prefix('[')?),
    };
    let (words, after) = inside.split_once(']')?;
    let (target, _) = after.strip_prefix('(')?.split_once(')')?;
    let known = picture || ["http", "#", "mailto:", "www."].iter().any(|start| target.starts_with(start));
    let length = 1 + usize::from(picture) + words.len() + 1 + 1 + target.len() + 1;
    known.then_some((if picture { "" } else { words }, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let tag = |(words, look): (String, Look)| match (look.bold, look.italic) {
            (true, true) => format!("<bi>{words}</bi>"),
            (true, false) => format!("<b>{words}</b>"),
            (false, true) => format!("<i>{words}</i>"),
            (false, false) => words,
        };
        pieces(text).into_iter().map(tag).collect()
    }

    #[test]
    fn marks_become_looks() {
        for (text, expected) in [
            ("**Julie** *[00:00]*", "<b>Julie</b> <i>[00:00]</i>"),
            ("**E :** oui", "<b>E :</b> oui"),
            ("**E :**oui", "<b>E :</b>oui"),
            ("***E :*** oui", "<bi>E :</bi> oui"),
            ("__E__ : _oui_", "<b>E</b> : <i>oui</i>"),
            ("snake_case_name", "snake_case_name"),
            ("M. *** et Mme ***", "M. *** et Mme ***"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("*oui", "*oui"),
            ("****", "****"),
            ("\\*\\*oui\\*\\*", "**oui**"),
            ("voir [le site](https://a.fr/b) [...] (rires)", "voir le site [...] (rires)"),
            ("[00:12](#t) oui [sic](non)", "00:12 oui [sic](non)"),
            ("**Et l'*autre* ?**", "<b>Et l'</b><bi>autre</bi><b> ?</b>"),
            ("**deux\nlignes ?**", "<b>deux\nlignes ?</b>"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}

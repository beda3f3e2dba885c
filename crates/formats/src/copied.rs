//! Text copied from the window of a meeting: the name, the time and the words on lines of their own. The time goes
//! beside the name, where other programs write it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

/// The least turns that show that a text is written so.
const TURNS: usize = 3;
/// The longest name, in characters, and in words.
const NAME: (usize, usize) = (60, 7);

static CLOCK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?$").ok());

/// The text with its times beside the names, if it is written so.
pub(crate) fn joined(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let lines = if lines.len() == 1 { text.split('\r').collect() } else { lines };
    let times = times(&lines);
    if times.is_empty() {
        return None;
    }
    let mut times = times.into_iter().peekable();
    let mut out = String::with_capacity(text.len());
    let mut n = 0;
    while let Some(line) = lines.get(n) {
        out.extend((n > 0).then_some('\n'));
        out.push_str(line.trim_end());
        if let Some((_, time)) = times.next_if(|(name, _)| *name == n) {
            out.push(' ');
            out.push_str(lines[time].trim());
            n = time;
        }
        n += 1;
    }
    Some(out)
}

/// The lines of names with those of their times, where names come back.
fn times(lines: &[&str]) -> Vec<(usize, usize)> {
    let clock = |n: usize| {
        lines.get(n).is_some_and(|line| CLOCK.as_ref().is_some_and(|clock| clock.is_match(line.trim())))
    };
    let blank = |n: usize| lines.get(n).is_some_and(|line| line.trim().is_empty());
    let time =
        |n: usize| if clock(n + 1) { Some(n + 1) } else { (blank(n + 1) && clock(n + 2)).then_some(n + 2) };
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| is_name(line)) {
        if let Some(time) = time(n) {
            *names.entry(line.trim()).or_default() += 1;
            found.push((n, time));
        }
    }
    let again = names.values().filter(|count| **count > 1).sum::<usize>();
    if found.len() < TURNS || again * 2 < found.len() { Vec::new() } else { found }
}

/// A few words that begin as a name does and end no sentence.
fn is_name(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(char::is_alphabetic)
        && line.chars().nth(NAME.0).is_none()
        && line.split_whitespace().nth(NAME.1).is_none()
        && !line.ends_with(['.', '?', '!', '…', ',', ';', ':', '»'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_go_beside_names() {
        let text = "Anne Le Goff\r\n0:02\r\nAlors ?\r\nP3\r\n\r\n0:05\r\nOui.\r\nAnne Le Goff\r\n1:00:10\r\nBien.\r\nP3\r\n1:01:10\r\nVoilà";
        let expected =
            "Anne Le Goff 0:02\nAlors ?\nP3 0:05\nOui.\nAnne Le Goff 1:00:10\nBien.\nP3 1:01:10\nVoilà";
        assert_eq!(joined(text).as_deref(), Some(expected));
        let other = "Départ\n10:30\nArrivée\n11:40\nRetour\n12:50\nE : oui";
        assert_eq!(joined(other), None);
        assert_eq!(joined("E : oui\nM : non"), None);
    }
}

//! Labels inside what somebody tells: `Moi : « Asseyez-vous. »`, the acronyms of a list. They begin lines as
//! labels do, and nobody speaks there.

use std::collections::{BTreeMap, BTreeSet};

use super::head::{Head, Separator};
use super::words;
use crate::source::Verbatim;

/// Those who come in less often than this may be told of: one turn in so many of the most frequent.
const RARE: usize = 3;
/// Where labels stand apart by blank lines, at most one in so many does not.
const APART: usize = 10;

/// The heads of one label.
#[derive(Debug, Default)]
struct Label {
    count: usize,
    /// What follows begins with a quotation mark.
    quoted: usize,
    /// The line above has words.
    close: usize,
    /// A dash or a bullet stands before the label.
    dashed: usize,
    /// A pronoun, `Moi`, or a role with an article: `Le médecin`.
    told: bool,
    numbered: bool,
    lines: Vec<usize>,
}

/// Of the chosen keys, those of labels that somebody tells of.
pub(super) fn labels(
    verbatim: &Verbatim,
    heads: &[Head],
    keys: &[String],
    chosen: &BTreeSet<&str>,
) -> BTreeSet<String> {
    let mut labels: BTreeMap<&str, Label> = BTreeMap::new();
    for (head, key) in heads.iter().zip(keys).filter(|(_, key)| chosen.contains(key.as_str())) {
        if head.separator == Separator::Colon && head.cell.is_none() {
            learn(verbatim, head, labels.entry(key).or_default());
        }
    }
    let most = labels.values().map(|label| label.count).max().unwrap_or(0);
    let main = || labels.values().filter(|label| label.count * RARE > most);
    // Two others must speak for anybody to be told of.
    if main().count() < 2 {
        return BTreeSet::new();
    }
    let apart = main().all(|label| label.close * APART <= label.count);
    let bare = main().all(|label| label.dashed * APART <= label.count);
    let told = labels.iter().filter(|(_, label)| {
        let rare = label.count * RARE <= most;
        let inside = rare && apart && label.close == label.count;
        let dashed = rare && bare && label.dashed == label.count;
        let quoted = label.quoted == label.count && label.count * 2 <= most && !label.numbered;
        let reported = rare && label.told && label.count * 4 <= most;
        inside || dashed || quoted || reported
    });
    let mut told: BTreeSet<String> = told.map(|(key, _)| (*key).to_owned()).collect();
    let lines: BTreeSet<usize> = labels
        .iter()
        .filter(|(key, _)| told.contains(**key))
        .flat_map(|(_, label)| label.lines.clone())
        .collect();
    // Who answers in what is told is told of too: `Patient : j’ai mal. / Moi : où ça ?`
    let answers = |line: &usize| {
        lines.contains(&(line + 1)) || line.checked_sub(1).is_some_and(|at| lines.contains(&at))
    };
    let with =
        labels.iter().filter(|(_, label)| label.count * RARE <= most && label.lines.iter().all(answers));
    let with: Vec<String> = with.map(|(key, _)| (*key).to_owned()).collect();
    told.extend(with);
    told
}

fn learn(verbatim: &Verbatim, head: &Head, label: &mut Label) {
    let text = |start: usize, end: usize| verbatim.text.get(start..end).unwrap_or_default();
    let words = text(head.label.0, head.label.1);
    let above = head.line.checked_sub(1).and_then(|above| verbatim.lines.get(above));
    let after = text(head.after, verbatim.text.len()).trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    label.count += 1;
    label.lines.push(head.line);
    label.quoted += usize::from(after.starts_with(['«', '“', '"', '„']));
    label.close += usize::from(above.is_some_and(|line| !text(line.start, line.end).trim().is_empty()));
    label.dashed += usize::from(text(head.start, head.label.0).contains(['-', '–', '—', '•']));
    label.numbered |= words.ends_with(|c: char| c.is_ascii_digit());
    label.told |= matches!(words::key(words).as_str(), "moi" | "me" | "her" | "him")
        || words::is_pronoun(words)
        || words
            .split_once(' ')
            .is_some_and(|(article, _)| matches!(words::key(article).as_str(), "le" | "la"));
}

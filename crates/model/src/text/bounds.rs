//! Where letters, words and sentences begin and end.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::index::{TextIndex, scalars};

impl TextIndex {
    /// Widens a range to the borders of its graphemes, so that no letter is cut from its accent and no
    /// family emoji in two. An empty range stays empty, at the border before it. Positions beyond the
    /// text count as its end.
    #[must_use]
    pub fn snap_out(&self, start: u32, end: u32) -> (u32, u32) {
        let (mut start, mut end) = self.clamp(start, end);
        let empty = start == end;
        while !self.is_grapheme_border(start) {
            start -= 1;
        }
        while !empty && !self.is_grapheme_border(end) {
            end += 1;
        }
        (start, if empty { start } else { end })
    }

    /// Whether a selection may begin or end at this offset. The ends of the text are borders.
    #[must_use]
    pub fn is_grapheme_border(&self, at: u32) -> bool {
        let (before, after) = self.around(at);
        match (before.chars().next_back(), after.chars().next()) {
            (Some(left), Some(right)) if plain(left) && plain(right) => true,
            (Some(_), Some(_)) => {
                let mut cursor = GraphemeCursor::new(before.len(), self.text().len(), true);
                // The whole text is at hand, so the cursor never lacks context.
                cursor.is_boundary(self.text(), 0).unwrap_or(true)
            }
            _ => true,
        }
    }

    /// The word that holds the scalar at this offset; `None` on white space and at the end of the text.
    #[must_use]
    pub fn word_at(&self, at: u32) -> Option<(u32, u32)> {
        let (before, after) = self.around(at);
        let right = scalars(word_prefix(after));
        let at = at.min(self.len_scalars());
        (right > 0).then(|| (at - scalars(word_suffix(before)), at + right))
    }

    /// The words that a range touches, whole, in order. A word is a maximal run without white space.
    pub fn words_in(&self, start: u32, end: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let (start, end) = self.snap_to_words(start, end);
        let mut at = start;
        let text = self.slice(start, end).unwrap_or_default();
        text.split_inclusive(char::is_whitespace).filter_map(move |piece| {
            let (from, word) = (at, scalars(word_prefix(piece)));
            at += scalars(piece);
            (word > 0).then_some((from, from + word))
        })
    }

    /// Widens a range to whole words and drops its outer white space. A range without a word becomes
    /// empty.
    #[must_use]
    pub fn snap_to_words(&self, start: u32, end: u32) -> (u32, u32) {
        let (start, end) = self.trim(start, end);
        if start == end {
            return (start, end);
        }
        let left = self.word_at(start).map_or(start, |(from, _)| from);
        let right = self.word_at(end - 1).map_or(end, |(_, to)| to);
        (left, right)
    }

    /// Drops the white space at both ends of a range; a range of white space alone becomes empty, at
    /// its start.
    #[must_use]
    pub fn trim(&self, start: u32, end: u32) -> (u32, u32) {
        let (start, end) = self.clamp(start, end);
        let words = self.slice(start, end).unwrap_or_default();
        let kept = words.trim();
        if kept.is_empty() {
            return (start, start);
        }
        let left = start + scalars(words) - scalars(words.trim_start());
        (left, left + scalars(kept))
    }

    /// The sentences of a range, in order, without outer white space; the range's ends end one too. By the
    /// same rules as [`TextIndex::sentence_at`], read once from left to right.
    #[must_use]
    pub fn sentences_in(&self, start: u32, end: u32) -> Vec<(u32, u32)> {
        let (start, end) = self.clamp(start, end);
        let mut sentences = Vec::new();
        let mut at = start;
        for line in self.slice(start, end).unwrap_or_default().split_inclusive('\n') {
            let mut from = 0;
            for to in sentence_ends(line) {
                let sentence = line.get(from..to).unwrap_or_default();
                let (left, kept) = (sentence.trim_start(), scalars(sentence.trim()));
                if kept > 0 {
                    let begins = at + scalars(sentence) - scalars(left);
                    sentences.push((begins, begins + kept));
                }
                at += scalars(sentence);
                from = to;
            }
        }
        sentences
    }

    /// The sentence around this offset, without outer white space. Never leaves the line; the space
    /// after a sentence belongs to it. Empty on a blank line.
    #[must_use]
    pub fn sentence_at(&self, at: u32) -> (u32, u32) {
        let at = at.min(self.len_scalars());
        let (before, after) = self.around(at);
        let head = before.rsplit('\n').next().unwrap_or_default();
        let tail = after.split('\n').next().unwrap_or_default();
        let line_start = at - scalars(head);
        let line = self.slice(line_start, at + scalars(tail)).unwrap_or_default();
        let mut from = 0;
        for to in sentence_ends(line) {
            if to > head.len() {
                break;
            }
            // At the very end of a line the last sentence is meant, not an empty one after it.
            if to < line.len() {
                from = to;
            }
        }
        let to = sentence_ends(line).find(|&to| to > from).unwrap_or(line.len());
        let start = line_start + scalars(line.get(..from).unwrap_or_default());
        self.trim(start, start + scalars(line.get(from..to).unwrap_or_default()))
    }
}

/// Below U+0300 only CR LF forms a cluster, and no text in normal form holds a CR.
fn plain(c: char) -> bool {
    c < '\u{300}' && c != '\r'
}

fn word_prefix(text: &str) -> &str {
    text.split(char::is_whitespace).next().unwrap_or_default()
}

fn word_suffix(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Byte offsets in a line at which the next sentence begins, and the end of the line.
fn sentence_ends(line: &str) -> impl Iterator<Item = usize> + '_ {
    let marks = line.match_indices(['.', '!', '?', '…']);
    marks.filter_map(|(at, mark)| sentence_end(line, at, mark)).chain([line.len()])
}

/// Where the sentence closed by the mark at `at` ends, its closing quotes and spaces included.
fn sentence_end(line: &str, at: usize, mark: &str) -> Option<usize> {
    if mark == "." && is_abbreviation(&line[..at]) {
        return None;
    }
    let rest = &line[at + mark.len()..];
    let closed = rest.trim_start_matches(['.', '!', '?', '…', ')', ']', '"', '”', '’']);
    let spaced = closed.trim_start();
    let quoted = spaced.strip_prefix('»').unwrap_or(closed);
    let next = quoted.trim_start();
    // « Je… je ne sais pas » and « Ah ! oui » go on: a small letter follows.
    let goes_on = next.chars().next().is_some_and(char::is_lowercase);
    let apart = next.len() < quoted.len() || next.is_empty();
    (apart && !goes_on).then_some(line.len() - next.len())
}

/// Titles, references and initials whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 18] = [
    "m", "mm", "mme", "mmes", "mlle", "me", "dr", "drs", "pr", "prs", "st", "ste", "cf", "ex", "p", "art",
    "fig", "vol",
];

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// The graphemes of a text, in order.
pub(super) fn graphemes(text: &str) -> Vec<&str> {
    text.graphemes(true).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a range marked `«…»` off a text written with `[` and `]` at its ends.
    fn marked(text: &str) -> (TextIndex, u32, u32) {
        let (head, rest) = text.split_once('[').unwrap();
        let (middle, tail) = rest.split_once(']').unwrap();
        let start = scalars(head);
        (TextIndex::new(format!("{head}{middle}{tail}")), start, start + scalars(middle))
    }

    fn show(index: &TextIndex, range: (u32, u32)) -> String {
        let part = |start, end| index.slice(start, end).unwrap().to_owned();
        let end = index.len_scalars();
        format!("{}[{}]{}", part(0, range.0), part(range.0, range.1), part(range.1, end))
    }

    fn check(act: impl Fn(&TextIndex, u32, u32) -> (u32, u32), given: &str, expected: &str) {
        let (index, start, end) = marked(given);
        assert_eq!(show(&index, act(&index, start, end)), expected, "from {given}");
    }

    #[test]
    fn a_selection_never_cuts_a_grapheme() {
        let snap = TextIndex::snap_out;
        check(snap, "a [b] c", "a [b] c");
        check(snap, "x👨\u{200D}[👩]\u{200D}👧y", "x[👨\u{200D}👩\u{200D}👧]y");
        check(snap, "🇫🇷🇧[🇪]", "🇫🇷[🇧🇪]");
        check(snap, "q\u{301}[\u{323}]a", "[q\u{301}\u{323}]a");
        check(snap, "x\u{301}[]\u{323}a", "[]x\u{301}\u{323}a");
        assert_eq!(TextIndex::new("abc").snap_out(2, 9), (2, 3));
    }

    #[test]
    fn words_are_runs_without_white_space() {
        let snap = TextIndex::snap_to_words;
        check(snap, "je d[or]s mal", "je [dors] mal");
        check(snap, "je[ dors m]al", "je [dors mal]");
        check(snap, "l'h[ô]pital\u{A0}!", "[l'hôpital]\u{A0}!");
        check(snap, "je[ ]dors", "je[] dors");
        let index = TextIndex::new("je  dors\tmal");
        assert_eq!(index.words_in(1, 10).collect::<Vec<_>>(), [(0, 2), (4, 8), (9, 12)]);
        assert_eq!(index.words_in(2, 4).count(), 0);
        assert_eq!((index.word_at(5), index.word_at(3), index.word_at(12)), (Some((4, 8)), None, None));
    }

    #[test]
    fn trimming_drops_outer_white_space() {
        check(TextIndex::trim, "a[\u{A0} b c \n]d", "a\u{A0} [b c] \nd");
        check(TextIndex::trim, "a[ \n ]b", "a[] \n b");
    }

    #[test]
    fn sentences_follow_french_use() {
        let sentence = |index: &TextIndex, at, _| index.sentence_at(at);
        check(sentence, "Je dors. J[]e mange. Fin.", "Je dors. [Je mange.] Fin.");
        check(sentence, "Je d[]ors… je crois. Fin.", "[Je dors… je crois.] Fin.");
        check(sentence, "Ah\u{A0}! Ou[]i\u{A0}! Non.", "Ah\u{A0}! [Oui\u{A0}!] Non.");
        check(sentence, "Ah\u{A0}! o[]ui. Non.", "[Ah\u{A0}! oui.] Non.");
        check(
            sentence,
            "Le Dr. Roux et M. B. Petit di[]sent. Oui.",
            "[Le Dr. Roux et M. B. Petit disent.] Oui.",
        );
        check(sentence, "«\u{A0}Oui.\u{A0}» E[]lle rit.", "«\u{A0}Oui.\u{A0}» [Elle rit.]");
        check(sentence, "Un.\nDe[]ux\nTrois", "Un.\n[Deux]\nTrois");
        check(sentence, "Un. Deux.[]", "Un. [Deux.]");
        check(sentence, "Un. Deux.  []", "Un. [Deux.]  ");
        check(sentence, "3.5 mg p[]ar jour. Oui.", "[3.5 mg par jour.] Oui.");
        check(sentence, "Un\n[]\nDeux", "Un\n[]\nDeux");
    }

    #[test]
    fn all_sentences_are_those_found_one_by_one() {
        let text =
            "Ah\u{A0}! oui… Le Dr. Roux dit\u{A0}: «\u{A0}Non.\u{A0}» Elle rit 😅.\n\n Puis rien\nFin. ";
        let index = TextIndex::new(text);
        let all = index.sentences_in(0, index.len_scalars());
        let words = |(start, end): &(u32, u32)| index.slice(*start, *end).unwrap().to_owned();
        let read: Vec<String> = all.iter().map(words).collect();
        let expected = [
            "Ah\u{A0}! oui…",
            "Le Dr. Roux dit\u{A0}: «\u{A0}Non.\u{A0}»",
            "Elle rit 😅.",
            "Puis rien",
            "Fin.",
        ];
        assert_eq!(read, expected);
        for (start, end) in &all {
            for at in *start..*end {
                assert_eq!(index.sentence_at(at), (*start, *end), "at {at}");
            }
        }
        assert_eq!(index.sentences_in(3, 3), []);
        assert_eq!(index.sentences_in(17, 19), [(17, 19)]);
    }
}

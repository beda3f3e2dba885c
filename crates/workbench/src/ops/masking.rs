//! A transcript without the words of one of those who speak in it.

use model::text::{Edit, EditError, Place, Splice, TextIndex, Turn, scalars};
use std::collections::BTreeSet;

/// What stands where something was left out.
const MARK: &str = "[…]";

/// What is taken out of a text: the turns of somebody with their labels, and the name wherever it stands
/// outside of what others say.
#[derive(Debug)]
pub(crate) struct Masking<'t> {
    labels: &'t BTreeSet<&'t str>,
    names: BTreeSet<&'t str>,
    splices: Vec<Splice>,
    /// The words taken out, in the text as it was.
    removed: Vec<(u32, u32)>,
}

impl<'t> Masking<'t> {
    pub fn new(
        text: &TextIndex,
        turns: &[Turn],
        labels: &'t BTreeSet<&'t str>,
        names: &'t BTreeSet<String>,
    ) -> Masking<'t> {
        let names = names.iter().map(String::as_str).chain(labels.iter().copied());
        let names = names.filter(|name| !name.trim().is_empty()).collect();
        let mut masking = Masking { labels, names, splices: Vec::new(), removed: Vec::new() };
        let mut after = 0;
        for turn in turns {
            let taken =
                if masking.takes_turn(turn) { masking.take_turn(text, after, turn) } else { turn.start };
            masking.take_names(text, after, taken);
            after = turn.end;
        }
        masking.take_names(text, after, text.len_scalars());
        masking
    }

    pub fn takes_turn(&self, turn: &Turn) -> bool {
        self.labels.contains(turn.speaker.as_str())
    }

    /// True where nothing of a passage is left.
    pub fn takes_all_of(&self, place: Place) -> bool {
        let inside = |range: &(u32, u32)| range.0 <= place.start && place.end <= range.1;
        place.start < place.end && self.removed.iter().any(inside)
    }

    /// The change of the text.
    pub fn edit(&self) -> Result<Edit, EditError> {
        Edit::new(self.splices.clone())
    }

    /// Takes a turn and its label out, and says where the label began.
    ///
    /// The mark takes the label's place and what parts it from the words stays, so that the words are
    /// deleted without replacement: a coding of them that comes late is then left without a place.
    fn take_turn(&mut self, text: &TextIndex, after: u32, turn: &Turn) -> u32 {
        self.removed.push((turn.start, turn.end));
        let Some((from, to)) = label_before(text, after, turn) else {
            self.splices.push(Splice::replace(turn.start, turn.end, MARK));
            return turn.start;
        };
        self.splices.push(Splice::replace(from, to, MARK));
        self.splices.push(Splice::replace(turn.start, turn.end, ""));
        from
    }

    /// Takes the names out of a part of the text that nobody speaks.
    fn take_names(&mut self, text: &TextIndex, from: u32, to: u32) {
        let part = text.slice(from, to).unwrap_or_default();
        for (start, end) in found(part, &self.names) {
            let at = |byte: usize| from + scalars(&part[..byte]);
            self.splices.push(Splice::replace(at(start), at(end), MARK));
        }
    }

    /// Some words without the names.
    pub fn without_names(&self, words: &str) -> String {
        let (mut kept, mut at) = (String::new(), 0);
        for (start, end) in found(words, &self.names) {
            kept.push_str(&words[at..start]);
            kept.push_str(MARK);
            at = end;
        }
        kept + &words[at..]
    }
}

/// The line on which a turn's label stands, without white space; `None` where no label stands before the
/// turn, or nothing parts it from the words.
fn label_before(text: &TextIndex, after: u32, turn: &Turn) -> Option<(u32, u32)> {
    let before = text.slice(after, turn.start)?.trim_end();
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let squeezed = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if turn.speaker.is_empty() || !squeezed.contains(turn.speaker.as_str()) {
        return None;
    }
    let end = after + scalars(before);
    let start = end - scalars(line);
    let end = if end == turn.start { end - 1 } else { end };
    (start < end).then_some((start, end))
}

/// Where names stand as words of their own, in bytes, without overlap.
fn found(text: &str, names: &BTreeSet<&str>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for name in names {
        found.extend(text.match_indices(name).map(|(at, _)| (at, at + name.len())));
    }
    let parts = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    found.retain(|(start, end)| {
        parts(text[..*start].chars().next_back()) && parts(text[*end..].chars().next())
    });
    found.sort_by_key(|(start, end)| (*start, usize::MAX - end));
    let mut last = 0;
    found.retain(|(start, end)| {
        let free = *start >= last;
        last = if free { *end } else { last };
        free
    });
    found
}

/// The sentences of some turns in which a name stands.
pub(crate) fn mentions(text: &TextIndex, turns: &[Turn], names: &BTreeSet<String>) -> Vec<String> {
    let names: BTreeSet<&str> =
        names.iter().map(String::as_str).filter(|name| !name.trim().is_empty()).collect();
    let mut sentences = Vec::new();
    for turn in turns {
        let words = text.slice(turn.start, turn.end).unwrap_or_default();
        for (start, _) in found(words, &names) {
            let (from, to) = text.sentence_at(turn.start + scalars(&words[..start]));
            sentences.extend(text.slice(from, to).map(str::to_owned));
        }
    }
    sentences.dedup();
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Masks somebody in a text whose turns are `label : words`, each on a line of its own.
    fn mask(text: &str, label: &str, names: &[&str]) -> String {
        let (mut turns, mut at) = (Vec::new(), 0);
        for line in text.split('\n') {
            if let Some((speaker, words)) = line.split_once(" : ") {
                let end = at + scalars(line);
                turns.push(Turn {
                    speaker: speaker.to_owned(),
                    start: end - scalars(words),
                    end,
                    time: None,
                });
            }
            at += scalars(line) + 1;
        }
        let index = TextIndex::new(text);
        let labels = BTreeSet::from([label]);
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Masking::new(&index, &turns, &labels, &names).edit().unwrap().apply(text).unwrap()
    }

    #[test]
    fn turns_and_labels_go_and_the_words_of_others_stay() {
        let text = "Paul : je dors mal\nMarie : moi, Paul, aussi\nPaul : voilà";
        assert_eq!(mask(text, "Paul", &[]), "[…] \nMarie : moi, Paul, aussi\n[…] ");
    }

    #[test]
    fn names_outside_of_turns_go_as_whole_words() {
        let text = "Avec Paul et Paulette, dite Paul.\nPaul : oui\nM : non";
        assert_eq!(mask(text, "Paul", &[]), "Avec […] et Paulette, dite […].\n[…] \nM : non");
        assert_eq!(mask("Paul Roy et Roy\nP : oui", "P", &["Paul Roy", "Roy"]), "[…] et […]\n[…] ");
    }
}

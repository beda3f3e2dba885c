//! The text cut into the paragraphs that are drawn.
//!
//! One block for each line of an utterance, one for each line outside the turns (`Apart`). A written label
//! in front of its utterance makes no block: the gutter shows the speaker. Positions are Unicode scalar
//! offsets in the whole text; bytes appear only to slice it.

use std::ops::Range;
use workbench::views::TurnView;

/// A line longer than this is drawn as several blocks: no frame may depend on the length of one line.
const LONGEST: usize = 2400;

/// A written label is not longer than this.
const LONGEST_LABEL: usize = 60;

/// What a block is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A line of a turn; `opens` on its first.
    Speech { turn: usize, opens: bool },
    /// Front matter, headings, whatever belongs to no turn.
    Apart,
}

/// One paragraph to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its scalars in the whole text, without outer white space.
    pub chars: Range<usize>,
    bytes: Range<usize>,
    /// What it is part of.
    pub kind: BlockKind,
    /// True where an empty line or something left out stands above it in the text.
    pub after_break: bool,
}

/// All blocks of a text, in its order.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    list: Vec<Block>,
    length: usize,
}

impl Blocks {
    pub fn new(text: &str, turns: &[TurnView]) -> Self {
        let mut cutter = Cutter::new(text);
        for (index, turn) in turns.iter().enumerate() {
            let start = turn.start.max(cutter.at.chars);
            let before = cutter.take(start);
            cutter.before_turn(before, &turn.label);
            let said = cutter.take(turn.end.max(start));
            cutter.speech(said, index);
        }
        let rest = cutter.take(usize::MAX);
        cutter.apart(rest);
        Self { length: cutter.at.chars, list: cutter.list }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Scalars in the whole text.
    pub fn text_length(&self) -> usize {
        self.length
    }

    pub fn get(&self, index: usize) -> Option<&Block> {
        self.list.get(index)
    }

    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = &Block> {
        self.list.iter()
    }

    /// The words of a block.
    pub fn text<'a>(&self, index: usize, text: &'a str) -> &'a str {
        self.list.get(index).and_then(|block| text.get(block.bytes.clone())).unwrap_or_default()
    }

    /// The text between two drawn places, labels between them included.
    pub fn slice<'a>(&self, range: Range<usize>, text: &'a str) -> &'a str {
        let start = self.locate(range.start).and_then(|(block, at)| self.byte(block, at, text));
        let end = self.locate_end(range.end).and_then(|(block, at)| self.byte(block, at, text));
        start.zip(end).and_then(|(start, end)| text.get(start..end)).unwrap_or_default()
    }

    fn byte(&self, block: usize, scalar: usize, text: &str) -> Option<usize> {
        let words = self.text(block, text);
        let inside = words.char_indices().nth(scalar).map_or(words.len(), |(byte, _)| byte);
        self.list.get(block).map(|block| block.bytes.start + inside)
    }

    /// Where an offset is drawn: a block and a scalar index in it. What is not drawn (labels, line ends)
    /// stands at the beginning of the next block, past the last one at its end. `None` without any block.
    pub fn locate(&self, offset: usize) -> Option<(usize, usize)> {
        let index = self.list.partition_point(|block| block.chars.end < offset);
        match self.list.get(index) {
            Some(block) => Some((index, offset.saturating_sub(block.chars.start))),
            None => self.list.last().map(|last| (self.list.len() - 1, last.chars.len())),
        }
    }

    /// Like [`Self::locate`] for the end of a range: what is not drawn stands at the end of the block before.
    pub fn locate_end(&self, offset: usize) -> Option<(usize, usize)> {
        let after = self.list.partition_point(|block| block.chars.start < offset);
        match after.checked_sub(1) {
            Some(index) => {
                Some((index, offset.min(self.list[index].chars.end) - self.list[index].chars.start))
            }
            None => self.list.first().map(|_| (0, 0)),
        }
    }

    /// The offset in the whole text of a scalar of a block.
    pub fn offset(&self, block: usize, scalar: usize) -> usize {
        self.list.get(block).map_or(self.length, |block| (block.chars.start + scalar).min(block.chars.end))
    }
}

/// A place in the text, counted both ways.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    chars: usize,
    bytes: usize,
}

struct Cutter<'a> {
    text: &'a str,
    at: Place,
    list: Vec<Block>,
    skipped: bool,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: Place::default(), list: Vec::new(), skipped: false }
    }

    /// Goes on to scalar `end` (at most to the end of the text) and returns where it was.
    fn take(&mut self, end: usize) -> (Place, &'a str) {
        let from = self.at;
        let rest = self.text.get(from.bytes..).unwrap_or_default();
        let wanted = end.saturating_sub(from.chars);
        let mut passed = 0;
        let mut bytes = rest.len();
        for (byte, _) in rest.char_indices() {
            if passed == wanted {
                bytes = byte;
                break;
            }
            passed += 1;
        }
        self.at = Place { chars: from.chars + passed, bytes: from.bytes + bytes };
        (from, &rest[..bytes])
    }

    fn apart(&mut self, (from, text): (Place, &str)) {
        self.lines(from, text, |_| BlockKind::Apart);
    }

    /// What stands between two turns: lines of their own are drawn, the written label is not.
    fn before_turn(&mut self, (from, text): (Place, &str), label: &str) {
        let own_line = text.rfind('\n').map_or(0, |end| end + 1);
        let (lines, prefix) = text.split_at(own_line);
        let prefix_is_label = is_written_label(prefix, label);
        let keep = if prefix.trim().is_empty() { without_label_line(lines, label) } else { lines };
        self.apart((from, keep));
        if prefix_is_label {
            self.skipped |= keep.len() < lines.len();
            return;
        }
        let chars = from.chars + lines.chars().count();
        self.apart((Place { chars, bytes: from.bytes + own_line }, prefix));
    }

    fn speech(&mut self, (from, text): (Place, &str), turn: usize) {
        let before = self.list.len();
        self.lines(from, text, |first| BlockKind::Speech { turn, opens: first });
        if self.list.len() == before {
            // Somebody speaks and nothing is written: the gutter still says so.
            self.push(from, "", BlockKind::Speech { turn, opens: true });
        }
    }

    fn lines(&mut self, mut from: Place, text: &str, kind: impl Fn(bool) -> BlockKind) {
        let mut first = true;
        for (index, line) in text.split('\n').enumerate() {
            // The first piece goes on a line that was already drawn, so an empty one is no empty line.
            self.skipped |= index > 0 && line.trim().is_empty() && !self.list.is_empty();
            for (start, piece) in pieces(line) {
                let place = Place { chars: from.chars + start.chars, bytes: from.bytes + start.bytes };
                self.push(place, piece, kind(first));
                first = false;
            }
            from.chars += line.chars().count() + 1;
            from.bytes += line.len() + 1;
        }
    }

    fn push(&mut self, from: Place, text: &str, kind: BlockKind) {
        let length = text.chars().count();
        self.list.push(Block {
            chars: from.chars..from.chars + length,
            bytes: from.bytes..from.bytes + text.len(),
            kind,
            after_break: std::mem::take(&mut self.skipped),
        });
    }
}

/// A line without outer white space, cut where it is too long: after a sentence if there is one in the
/// second half, else after a word, else anywhere.
fn pieces(line: &str) -> Vec<(Place, &str)> {
    let mut found = Vec::new();
    let mut rest = line.trim_end();
    let mut at = Place::default();
    loop {
        let body = rest.trim_start();
        let lead = &rest[..rest.len() - body.len()];
        at = Place { chars: at.chars + lead.chars().count(), bytes: at.bytes + lead.len() };
        if body.is_empty() {
            return found;
        }
        let piece = &body[..cut_point(body)];
        found.push((at, piece.trim_end()));
        at = Place { chars: at.chars + piece.chars().count(), bytes: at.bytes + piece.len() };
        rest = &body[piece.len()..];
    }
}

/// The byte after which to cut, at most [`LONGEST`] scalars on; the whole length where that is enough.
fn cut_point(body: &str) -> usize {
    let Some((limit, _)) = body.char_indices().nth(LONGEST) else { return body.len() };
    let window = &body[..limit];
    let half = limit / 2;
    let sentence = window.rmatch_indices(['.', '?', '!', '…']).map(|(at, sign)| at + sign.len());
    let spaced = |at: &usize| *at > half && body[*at..].starts_with(' ');
    let word = || window.rmatch_indices(' ').map(|(at, _)| at + 1).find(|at| *at > half);
    sentence.into_iter().find(spaced).or_else(word).unwrap_or_else(|| grapheme_floor(body, limit))
}

/// The last grapheme boundary at or before `limit`, so that no grapheme is drawn in two halves.
fn grapheme_floor(body: &str, limit: usize) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    let last = body[..limit].grapheme_indices(true).map(|(at, _)| at).next_back();
    last.filter(|at| *at > 0).unwrap_or(limit)
}

/// `lines` without a last line that says nothing but the speaker's label.
fn without_label_line<'a>(lines: &'a str, label: &str) -> &'a str {
    let body = lines.trim_end();
    let start = body.rfind('\n').map_or(0, |end| end + 1);
    if says_only(&body[start..], label) { &lines[..start] } else { lines }
}

/// Whether what stands before an utterance on its line is how the speaker was written.
fn is_written_label(prefix: &str, label: &str) -> bool {
    let body = prefix.trim();
    if body.is_empty() {
        return true;
    }
    let separated = prefix.ends_with('\t') || body.ends_with([':', '–', '—', '-', '>', ']']);
    body.chars().count() <= LONGEST_LABEL && (separated || says_only(body, label))
}

/// Whether `line` holds `label` and, besides, only times and signs.
fn says_only(line: &str, label: &str) -> bool {
    let (line, label) = (line.to_lowercase(), label.to_lowercase());
    let mut around = line.splitn(2, &label);
    let silent = |part: Option<&str>| part.is_some_and(|part| !part.contains(char::is_alphabetic));
    !label.is_empty() && silent(around.next()) && silent(around.next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::value::SpeakerRole;

    /// Turns marked in the text: `label|words|`.
    fn cut(marked: &str) -> (String, Vec<(BlockKind, String)>) {
        let mut text = String::new();
        let mut turns = Vec::new();
        for (index, part) in marked.split('|').enumerate() {
            let start = text.chars().count();
            text.push_str(part);
            if index % 2 == 1 {
                turns.push(turn("EMG 1", start, text.chars().count()));
            }
        }
        let blocks = Blocks::new(&text, &turns);
        let drawn = (0..blocks.len())
            .map(|index| (blocks.get(index).unwrap().kind, blocks.text(index, &text).to_owned()))
            .collect();
        (text, drawn)
    }

    fn turn(label: &str, start: usize, end: usize) -> TurnView {
        TurnView { label: label.into(), role: SpeakerRole::Participant, start, end, time: None }
    }

    fn drawn(marked: &str) -> Vec<String> {
        cut(marked)
            .1
            .into_iter()
            .map(|(kind, text)| match kind {
                BlockKind::Speech { opens: true, .. } => format!("> {text}"),
                BlockKind::Speech { .. } => format!("| {text}"),
                BlockKind::Apart => format!("# {text}"),
            })
            .collect()
    }

    #[test]
    fn labels_are_left_to_the_gutter() {
        assert_eq!(
            drawn("EMG 1 : |Oui.|\nEMG 1 – |Non.|\nEnquêteur\t|Bien.|"),
            ["> Oui.", "> Non.", "> Bien."]
        );
        assert_eq!(drawn("[00:12:04] EMG 1 |Oui.|"), ["> Oui."]);
        assert_eq!(drawn("EMG 1\n|Oui.|\n\nEMG 1 (12:04) :\n|Non.|"), ["> Oui.", "> Non."]);
    }

    #[test]
    fn what_is_no_label_is_drawn() {
        assert_eq!(
            drawn(
                "Entretien du 02/02\nDurée : 57 min\n\nEMG 1 : |Oui.|\n(Le téléphone sonne.)\nEMG 1 : |Allô ?|\nFin."
            ),
            [
                "# Entretien du 02/02",
                "# Durée : 57 min",
                "> Oui.",
                "# (Le téléphone sonne.)",
                "> Allô ?",
                "# Fin."
            ]
        );
        assert_eq!(drawn("(Un bruit de chaise.) |Oui.|"), ["# (Un bruit de chaise.)", "> Oui."]);
    }

    #[test]
    fn a_turn_of_several_lines_opens_once() {
        assert_eq!(drawn("EMG 1 : |Oui.\n\nEt puis\nnon.|"), ["> Oui.", "| Et puis", "| non."]);
        assert_eq!(drawn("EMG 1 : ||\nEMG 1 : |Non.|"), ["> ", "> Non."]);
    }

    #[test]
    fn empty_lines_are_remembered_above_the_next_block() {
        let text = "a\nb\n\nc";
        let blocks = Blocks::new(text, &[]);
        let breaks: Vec<_> = blocks.iter().map(|block| block.after_break).collect();
        assert_eq!(breaks, [false, false, true]);
    }

    #[test]
    fn positions_are_scalars_of_the_whole_text() {
        let (text, _) = cut("Été\nEMG 1 : |  Là-bas 😀 ! |\nFin");
        let blocks = Blocks::new(&text, &[turn("EMG 1", 12, 27)]);
        for (index, block) in blocks.iter().enumerate() {
            let slice: String = text.chars().skip(block.chars.start).take(block.chars.len()).collect();
            assert_eq!(slice, blocks.text(index, &text));
        }
        assert_eq!(blocks.text(1, &text), "Là-bas 😀 !");
        assert_eq!(blocks.text_length(), text.chars().count());
    }

    #[test]
    fn offsets_are_found_in_their_block_and_back() {
        let (text, _) = cut("EMG 1 : |Oui.|\nEMG 1 : |Non.|\n");
        let blocks = Blocks::new(&text, &[turn("EMG 1", 8, 12), turn("EMG 1", 21, 25)]);
        assert_eq!(blocks.locate(8), Some((0, 0)));
        assert_eq!(blocks.locate(12), Some((0, 4)));
        assert_eq!(blocks.locate(15), Some((1, 0)), "the written label is not drawn");
        assert_eq!(blocks.locate(99), Some((1, 4)));
        assert_eq!(blocks.locate_end(15), Some((0, 4)));
        assert_eq!(blocks.locate_end(23), Some((1, 2)));
        assert_eq!(blocks.locate_end(3), Some((0, 0)));
        assert_eq!(blocks.offset(1, 2), 23);
        assert_eq!(blocks.slice(9..24, &text), "ui.\nEMG 1 : Non");
        assert_eq!(blocks.slice(22..23, &text), "o");
        assert_eq!(Blocks::new("", &[]).locate(0), None);
    }

    #[test]
    fn a_very_long_line_is_cut_after_sentences_and_loses_nothing() {
        let text = "Une phrase assez courte, mais souvent redite. ".repeat(400);
        let blocks = Blocks::new(&text, &[]);
        assert!(blocks.len() > 5);
        let glued: Vec<_> = (0..blocks.len()).map(|index| blocks.text(index, &text)).collect();
        assert!(glued.iter().all(|piece| piece.ends_with("redite.") && piece.chars().count() <= LONGEST));
        assert_eq!(glued.join(" "), text.trim_end());
        let unspaced = "👍🏽".repeat(3000);
        let blocks = Blocks::new(&unspaced, &[]);
        assert!(
            (0..blocks.len()).all(|index| blocks.text(index, &unspaced).chars().count().is_multiple_of(2))
        );
    }

    #[test]
    fn turns_out_of_order_or_out_of_range_do_no_harm() {
        let text = "abc def";
        let blocks = Blocks::new(text, &[turn("x", 0, 5), turn("y", 3, 99), turn("z", 200, 300)]);
        let glued: String = (0..blocks.len()).map(|index| blocks.text(index, text)).collect();
        assert_eq!(glued, "abc def");
    }
}

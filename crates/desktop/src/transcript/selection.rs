//! What is selected: two ends in the text, and how a hand or a key moves them.

use super::blocks::Blocks;
use super::words;
use std::ops::Range;
use workbench::views::TurnView;

/// Where the selection was begun, and where the caret stands. Both are offsets in the whole text; equal
/// when nothing is selected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    pub anchor: usize,
    pub focus: usize,
}

/// A text together with its blocks.
#[derive(Clone, Copy)]
pub(crate) struct Script<'a> {
    pub text: &'a str,
    pub blocks: &'a Blocks,
}

impl Selection {
    pub fn caret(at: usize) -> Self {
        Self { anchor: at, focus: at }
    }

    /// The words that the selection stands for: without outer white space, labels and line ends, and
    /// never with half a grapheme. `None` where nothing is left.
    pub fn words(self, script: Script<'_>) -> Option<Range<usize>> {
        let (low, high) = (self.anchor.min(self.focus), self.anchor.max(self.focus));
        let start = script.first_word(low)?;
        let end = script.last_word(high)?;
        (start < end).then_some(start..end)
    }
}

impl<'a> Script<'a> {
    /// The words of a block.
    pub fn block(self, index: usize) -> &'a str {
        self.blocks.text(index, self.text)
    }

    /// The first drawn scalar at or after `offset` that is no white space.
    fn first_word(self, offset: usize) -> Option<usize> {
        let (mut block, mut at) = self.blocks.locate(offset)?;
        loop {
            at = words::floor(self.block(block), at);
            let ahead = self.block(block).chars().skip(at);
            let spaces = ahead.clone().take_while(|sign| sign.is_whitespace()).count();
            if ahead.count() > spaces {
                return Some(self.blocks.offset(block, at + spaces));
            }
            (block, at) = (block + 1, 0);
            self.blocks.get(block)?;
        }
    }

    /// One past the last drawn scalar before `offset` that is no white space.
    fn last_word(self, offset: usize) -> Option<usize> {
        let (mut block, mut at) = self.blocks.locate_end(offset)?;
        loop {
            let text = self.block(block);
            let whole = words::boundaries(text).into_iter().find(|boundary| *boundary >= at).unwrap_or(at);
            let kept = text.chars().take(whole).collect::<String>().trim_end().chars().count();
            if kept > 0 {
                return Some(self.blocks.offset(block, kept));
            }
            block = block.checked_sub(1)?;
            at = self.blocks.get(block)?.chars.len();
        }
    }

    /// The place one grapheme on, or back; the end of a block leads to the next.
    pub fn by_grapheme(self, offset: usize, forward: bool) -> usize {
        self.step(offset, forward, words::after, words::before)
    }

    /// The beginning of the next word, or of the one before.
    pub fn by_word(self, offset: usize, forward: bool) -> usize {
        let next = |text: &str, at: usize| Some(words::next_word(text, at)).filter(|next| *next > at);
        let back = |text: &str, at: usize| Some(words::previous_word(text, at)).filter(|back| *back < at);
        self.step(offset, forward, next, back)
    }

    fn step(
        self,
        offset: usize,
        forward: bool,
        next: impl Fn(&str, usize) -> Option<usize>,
        back: impl Fn(&str, usize) -> Option<usize>,
    ) -> usize {
        let Some((block, at)) = self.blocks.locate(offset) else { return offset };
        let inside = if forward { next(self.block(block), at) } else { back(self.block(block), at) };
        if let Some(at) = inside {
            return self.blocks.offset(block, at);
        }
        let beside = if forward { Some(block + 1) } else { block.checked_sub(1) };
        match beside.and_then(|index| self.blocks.get(index)) {
            Some(block) if forward => block.chars.start,
            Some(block) => block.chars.end,
            None => self.blocks.offset(block, at),
        }
    }

    /// The beginning of the next block, or of this one, or of the one before.
    pub fn by_block(self, offset: usize, forward: bool) -> usize {
        let Some((block, at)) = self.blocks.locate(offset) else { return offset };
        let wanted = match forward {
            true => Some(block + 1),
            false if at > 0 => Some(block),
            false => block.checked_sub(1),
        };
        match wanted.and_then(|index| self.blocks.get(index)) {
            Some(block) => block.chars.start,
            None if forward => self.blocks.text_length(),
            None => self.blocks.offset(0, 0),
        }
    }

    /// What stands around an offset, from small to large: its word, its sentence, its turn (from `start` on,
    /// where that is another). The turn of `focus` counts.
    pub fn around(self, focus: usize, start: usize, turns: &[TurnView]) -> Vec<Range<usize>> {
        let inside = if focus > start { focus - 1 } else { focus };
        let (first, last) = (self.sentence(start), self.sentence(inside));
        let mut steps = vec![self.word(inside), first.start..last.end.max(first.end)];
        let turn = turns.iter().find(|turn| turn.start <= start && inside < turn.end.max(turn.start + 1));
        steps.extend(turn.map(|turn| turn.start..turn.end));
        steps
    }

    /// The word under an offset, else the nearest in its block.
    pub fn word(self, offset: usize) -> Range<usize> {
        self.within(offset, |text, at| words::word_at(text, at).unwrap_or(at..at))
    }

    /// The sentence around an offset.
    pub fn sentence(self, offset: usize) -> Range<usize> {
        self.within(offset, words::sentence_at)
    }

    fn within(self, offset: usize, choose: impl Fn(&str, usize) -> Range<usize>) -> Range<usize> {
        let Some((block, at)) = self.blocks.locate(offset) else { return offset..offset };
        let found = choose(self.block(block), at);
        self.blocks.offset(block, found.start)..self.blocks.offset(block, found.end)
    }

    /// Where an edge at `offset` stands when words are kept whole.
    pub fn snap(self, offset: usize, end: bool) -> usize {
        let place = if end { self.blocks.locate_end(offset) } else { self.blocks.locate(offset) };
        let Some((block, at)) = place else { return offset };
        let snapped = if end { words::snap_end } else { words::snap_start };
        self.blocks.offset(block, snapped(self.block(block), at))
    }
}

/// What a drag takes whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    /// Graphemes: Alt is held.
    Exact,
    /// Whole words at both edges.
    Words,
    /// Whole sentences, after three clicks.
    Sentences,
}

/// A press that may become a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drag {
    /// What the press itself took: empty after one click, a word after two, a sentence after three.
    pub origin: Range<usize>,
    /// What it takes whole.
    pub grain: Grain,
}

impl Drag {
    /// The selection when the pointer has come to `offset`.
    pub fn to(&self, offset: usize, script: Script<'_>) -> Selection {
        let back = offset < self.origin.start;
        let raw = if back { offset..self.origin.end } else { self.origin.start..offset.max(self.origin.end) };
        let whole = self.whole(raw, script);
        if back {
            Selection { anchor: whole.end, focus: whole.start }
        } else {
            Selection { anchor: whole.start, focus: whole.end }
        }
    }

    fn whole(&self, raw: Range<usize>, script: Script<'_>) -> Range<usize> {
        if raw.is_empty() {
            return raw;
        }
        match self.grain {
            Grain::Exact => raw,
            Grain::Words => {
                let start = script.snap(raw.start, false);
                start..script.snap(raw.end, true).max(start)
            }
            Grain::Sentences => {
                let last = script.sentence(raw.end.saturating_sub(1)).end;
                script.sentence(raw.start).start..last.max(raw.end)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::value::SpeakerRole;

    const TEXT: &str = "CL : Et alors ?\nEMG 3 : Oui. Une dame de *** m’a dit.\nEMG 3 : Voilà.\n";

    fn blocks() -> Blocks {
        let turn = |start, end| TurnView {
            label: "EMG 3".into(),
            role: SpeakerRole::Participant,
            start,
            end,
            time: None,
        };
        Blocks::new(TEXT, &[turn(5, 15), turn(24, 53), turn(62, 68)])
    }

    fn slice(range: Range<usize>) -> String {
        TEXT.chars().skip(range.start).take(range.len()).collect()
    }

    fn position(words: &str) -> usize {
        TEXT[..TEXT.find(words).unwrap()].chars().count()
    }

    fn words(anchor: usize, focus: usize) -> Option<String> {
        let blocks = blocks();
        Selection { anchor, focus }.words(Script { text: TEXT, blocks: &blocks }).map(slice)
    }

    #[test]
    fn outer_spaces_and_labels_are_not_selected() {
        assert_eq!(words(position(" Une"), position(" de")).as_deref(), Some("Une dame"));
        assert_eq!(words(position(" de"), position(" Une")).as_deref(), Some("Une dame"));
        assert_eq!(words(position("EMG 3 : Oui"), position("Oui") + 3).as_deref(), Some("Oui"));
        assert_eq!(
            words(position("?"), position("Oui")).as_deref(),
            Some("?"),
            "ends in the label before it"
        );
        assert_eq!(words(position(" Une"), position("Une")), None);
        assert_eq!(words(7, 7), None);
        assert_eq!(words(0, 1000).as_deref().map(str::len), Some(TEXT.trim_end().len() - "CL : ".len()));
    }

    #[test]
    fn half_a_grapheme_is_taken_whole() {
        let text = "un e\u{301}te\u{301} 👍🏽";
        let blocks = Blocks::new(text, &[]);
        let script = Script { text, blocks: &blocks };
        assert_eq!(Selection { anchor: 4, focus: 7 }.words(script), Some(3..8));
        assert_eq!(Selection { anchor: 10, focus: 11 }.words(script), Some(9..11));
    }

    #[test]
    fn a_drag_takes_whole_words_unless_told_exactly() {
        let blocks = blocks();
        let script = Script { text: TEXT, blocks: &blocks };
        let drag = |grain, from, to| {
            let selection = Drag { origin: from..from, grain }.to(to, script);
            selection.words(script).map(slice).unwrap_or_default()
        };
        let (inside_dame, inside_dit) = (position("ame de"), position("it."));
        assert_eq!(drag(Grain::Words, inside_dame, inside_dit), "dame de *** m’a dit");
        assert_eq!(drag(Grain::Words, inside_dit, inside_dame), "dame de *** m’a dit");
        assert_eq!(drag(Grain::Exact, inside_dame, inside_dit), "ame de *** m’a d");
        assert_eq!(drag(Grain::Words, inside_dame, inside_dame), "");
        assert_eq!(drag(Grain::Words, inside_dit, position("oilà") + 1), "dit.\nEMG 3 : Voilà");
        assert_eq!(drag(Grain::Sentences, inside_dame, inside_dame + 1), "Une dame de *** m’a dit.");
    }

    #[test]
    fn a_drag_after_two_clicks_keeps_the_word_it_began_with() {
        let blocks = blocks();
        let script = Script { text: TEXT, blocks: &blocks };
        let drag = Drag { origin: script.word(position("ame de")), grain: Grain::Words };
        assert_eq!(slice(drag.to(position("ame de"), script).words(script).unwrap()), "dame");
        let back = drag.to(position("Oui") + 1, script);
        assert_eq!(slice(back.words(script).unwrap()), "Oui. Une dame");
        assert!(back.focus < back.anchor, "the caret stands where the hand is");
    }

    #[test]
    fn the_caret_walks_through_blocks_and_over_labels() {
        let blocks = blocks();
        let script = Script { text: TEXT, blocks: &blocks };
        assert_eq!(script.by_grapheme(15, true), 24);
        assert_eq!(script.by_grapheme(24, false), 15);
        assert_eq!(script.by_grapheme(5, false), 5);
        assert_eq!(script.by_grapheme(68, true), 68);
        assert_eq!(script.by_word(5, true), position("alors"));
        assert_eq!(script.by_word(position("Une"), false), position("Oui"));
        assert_eq!(script.by_word(24, false), 15);
    }
}

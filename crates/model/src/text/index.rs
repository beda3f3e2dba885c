//! A text with quick conversion between scalar offsets and bytes.

use std::sync::Arc;

/// Scalars between two checkpoints: a conversion walks at most this far.
const STEP: u32 = 128;

/// A text that can be addressed by scalar offsets.
///
/// Building it reads the text once; afterwards a conversion costs a walk of at most 128 scalars, or
/// nothing in plain ASCII. Cloning shares the text.
#[derive(Debug, Clone)]
pub struct TextIndex {
    text: Arc<str>,
    /// Byte offset of the scalars 0, 128, 256…
    checkpoints: Arc<[usize]>,
    len: u32,
}

impl TextIndex {
    /// Indexes a text. Offsets are `u32`: a text of more than 4 Gi scalars is addressed up to there.
    #[must_use]
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let mut checkpoints = Vec::with_capacity(text.len() / STEP as usize + 1);
        let mut len = 0u32;
        for (byte, _) in text.char_indices() {
            if len.is_multiple_of(STEP) {
                checkpoints.push(byte);
            }
            len = len.saturating_add(1);
        }
        Self { text, checkpoints: checkpoints.into(), len }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, shared with whoever draws it.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// The length of the text in scalars.
    #[must_use]
    pub fn len_scalars(&self) -> u32 {
        self.len
    }

    /// The byte offset of a scalar offset; the end of the text is one too. `None` beyond it.
    #[must_use]
    pub fn byte_of(&self, scalar: u32) -> Option<usize> {
        if scalar >= self.len {
            return (scalar == self.len).then_some(self.text.len());
        }
        if self.text.len() == self.len as usize {
            return Some(scalar as usize);
        }
        let checkpoint = *self.checkpoints.get((scalar / STEP) as usize)?;
        let rest = self.text.get(checkpoint..)?;
        rest.char_indices().nth((scalar % STEP) as usize).map(|(byte, _)| checkpoint + byte)
    }

    /// The scalar offset of a byte offset. `None` beyond the text or inside a scalar.
    #[must_use]
    pub fn scalar_of(&self, byte: usize) -> Option<u32> {
        if byte == self.text.len() {
            return Some(self.len);
        }
        if self.text.len() == self.len as usize {
            return u32::try_from(byte).ok().filter(|&at| at < self.len);
        }
        let passed = self.checkpoints.partition_point(|&checkpoint| checkpoint <= byte);
        let checkpoint = *self.checkpoints.get(passed.checked_sub(1)?)?;
        let walked = self.text.get(checkpoint..byte)?.chars().count();
        u32::try_from((passed - 1) * STEP as usize + walked).ok()
    }

    /// The words of a range. `None` if it runs backwards or leaves the text.
    #[must_use]
    pub fn slice(&self, start: u32, end: u32) -> Option<&str> {
        self.text.get(self.byte_of(start)?..self.byte_of(end)?)
    }

    /// The text before and after a scalar offset; an offset beyond the text counts as its end.
    pub(super) fn around(&self, at: u32) -> (&str, &str) {
        self.text.split_at(self.byte_of(at).unwrap_or(self.text.len()))
    }

    /// The range made to run forwards within the text.
    pub(super) fn clamp(&self, start: u32, end: u32) -> (u32, u32) {
        let start = start.min(self.len);
        (start, end.clamp(start, self.len))
    }
}

/// The length of a text in scalars, in the unit of every position here.
#[must_use]
pub fn scalars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> String {
        "Ça fait « mal » 👨‍👩‍👧, l'hôpital.\n".repeat(20)
    }

    #[test]
    fn conversions_agree_with_a_plain_walk() {
        for text in [String::new(), "plain ascii ".repeat(40), sample(), "é".repeat(128), "é".repeat(129)] {
            let index = TextIndex::new(text.as_str());
            let bytes: Vec<usize> = text.char_indices().map(|(b, _)| b).chain([text.len()]).collect();
            assert_eq!(index.len_scalars() as usize + 1, bytes.len());
            for (scalar, &byte) in bytes.iter().enumerate() {
                assert_eq!(index.byte_of(scalar as u32), Some(byte));
                assert_eq!(index.scalar_of(byte), Some(scalar as u32));
            }
        }
    }

    #[test]
    fn nothing_is_found_outside_the_text_or_inside_a_scalar() {
        let index = TextIndex::new("é");
        assert_eq!((index.byte_of(2), index.scalar_of(1), index.scalar_of(3)), (None, None, None));
        assert_eq!(TextIndex::new("a").scalar_of(2), None);
    }

    #[test]
    fn a_slice_is_the_words_of_its_range() {
        let index = TextIndex::new(sample());
        assert_eq!(index.slice(10, 13), Some("mal"));
        assert_eq!(index.slice(0, 0), Some(""));
        assert_eq!(index.slice(3, 2), None);
        assert_eq!(index.slice(0, index.len_scalars() + 1), None);
    }
}

//! From what was found to passages that can be coded: the words, the sentence, or the whole turn.

use super::Asked;
use super::scope::Where;
use crate::answers::{Looking, interview_name};
use crate::command::Passage;
use crate::engine::Engine;
use crate::failure::Failure;
use model::study::Interview;
use model::text::TextIndex;
use std::sync::Arc;

/// How much of the text around an occurrence becomes a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// What was found and nothing else.
    Words,
    /// The sentence.
    Sentence,
    /// The whole turn.
    #[default]
    Turn,
}

/// A passage that a search leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPassage {
    /// Where it is.
    pub passage: Passage,
    /// The name of its interview.
    pub interview: String,
    /// Its words.
    pub quote: String,
}

impl Engine {
    /// The passages of everything that a search finds in the verbatims, each once, in the order of the
    /// texts.
    ///
    /// # Errors
    /// When the query cannot be answered, or a text cannot be read.
    pub fn passages_found(&mut self, asked: &Asked, unit: Unit) -> Result<Vec<FoundPassage>, Failure> {
        let texts = Where { texts: true, memos: false, codes: false };
        let all = Asked {
            within: texts,
            limit: usize::MAX,
            context: 0,
            order: super::Order::Text,
            ..asked.clone()
        };
        let (results, _) = self.find(&all)?;
        let looking = Looking::through(self);
        let seen = looking.seen();
        let mut page: Option<(Interview<'_>, Arc<TextIndex>)> = None;
        let mut found: Vec<FoundPassage> = Vec::new();
        for hit in &results.hits {
            if page.as_ref().is_none_or(|(open, _)| open.id != hit.owner) {
                let Some(interview) = seen.interview(hit.owner) else { continue };
                page = Some((interview, self.current_text(hit.owner)?.1));
            }
            let Some((interview, text)) = &page else { continue };
            let turn = interview.turns.get(hit.part as usize).map(|turn| (turn.start, turn.end));
            let (start, end) = range(text, turn, (hit.start, hit.end), unit);
            let passage = Passage { interview: hit.owner, start, end };
            if found.last().is_some_and(|last| last.passage == passage) {
                continue;
            }
            found.push(FoundPassage {
                passage,
                interview: interview_name(&seen, hit.owner),
                quote: text.slice(start, end).unwrap_or_default().to_owned(),
            });
        }
        Ok(found)
    }
}

fn range(text: &TextIndex, turn: Option<(u32, u32)>, hit: (u32, u32), unit: Unit) -> (u32, u32) {
    match (unit, turn) {
        (Unit::Words, _) | (_, None) => hit,
        (Unit::Turn, Some(turn)) => turn,
        (Unit::Sentence, Some(turn)) => sentence(text, turn, hit),
    }
}

/// The sentence around some words, within their turn: from after the mark that ends the one before to the
/// marks that end it, without white space at its edges.
fn sentence(text: &TextIndex, turn: (u32, u32), hit: (u32, u32)) -> (u32, u32) {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '\n');
    let before = text.slice(turn.0, hit.0).unwrap_or_default();
    let after = text.slice(hit.1, turn.1).unwrap_or_default();
    let left = before.chars().rev().take_while(|c| !ends(*c)).collect::<Vec<_>>();
    let outer = left.iter().rev().take_while(|c| c.is_whitespace()).count();
    let start = hit.0 - u32::try_from(left.len() - outer).unwrap_or_default();
    let mut right = 0;
    let mut ended = false;
    for c in after.chars() {
        if c == '\n' || ended && !ends(c) {
            break;
        }
        ended |= ends(c);
        right += 1;
    }
    (start, hit.1 + right)
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use model::text::TextIndex;

    #[test]
    fn a_sentence_goes_from_mark_to_mark_within_its_turn() {
        let text = TextIndex::new("P : Ça va. Je dors mal… vraiment ! Et vous ?\nNon");
        let turn = (4, 44);
        let shown = |hit: (u32, u32)| {
            let (start, end) = sentence(&text, turn, hit);
            text.slice(start, end).unwrap()
        };
        assert_eq!(shown((14, 18)), "Je dors mal…");
        assert_eq!(shown((4, 6)), "Ça va.");
        assert_eq!(shown((24, 32)), "vraiment !");
        assert_eq!(shown((35, 37)), "Et vous ?");
    }
}

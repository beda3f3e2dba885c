//! What every transcript keeps, whatever it was read from.

use formats::Transcript;
use model::text::normalise;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Fails where a transcript is not what it claims to be.
pub fn sound(transcript: &Transcript) -> Result<(), TestCaseError> {
    let chars: Vec<char> = transcript.text.chars().collect();
    let normal = normalise(&transcript.text);
    prop_assert_eq!(&normal.text, &transcript.text, "normal form");
    let borders: std::collections::BTreeSet<usize> = std::iter::once(0)
        .chain(transcript.text.graphemes(true).scan(0, |at, grapheme| {
            *at += grapheme.chars().count();
            Some(*at)
        }))
        .collect();
    let mut before = 0;
    for turn in &transcript.turns {
        let (start, end) = (turn.start as usize, turn.end as usize);
        prop_assert!(before <= start && start < end && end <= chars.len(), "order of turns");
        prop_assert!(borders.contains(&start) && borders.contains(&end), "grapheme borders");
        let said: String = chars[start..end].iter().collect();
        let graphemes: Vec<&str> = said.graphemes(true).collect();
        let outer = [graphemes[0], graphemes[graphemes.len() - 1]];
        prop_assert!(
            outer.iter().all(|grapheme| !grapheme.trim().is_empty()),
            "outer white space in {said:?}"
        );
        prop_assert!(transcript.speakers.iter().any(|speaker| speaker.label == turn.speaker));
        before = end;
    }
    let counted: usize = transcript.speakers.iter().map(|speaker| speaker.turns).sum();
    prop_assert_eq!(counted, transcript.turns.len());
    let mut before = 0;
    for part in &transcript.parts {
        let (start, end) = (part.start as usize, part.end as usize);
        prop_assert!(before <= start && start < end && end <= chars.len(), "order of parts");
        before = end;
    }
    let places = transcript.warnings.iter().filter_map(|warning| warning.place);
    prop_assert!(places.into_iter().all(|place| place <= chars.len()));
    Ok(())
}

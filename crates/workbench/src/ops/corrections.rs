//! Corrections made in the window: one turn said rightly, a name masked wherever it stands.

use super::codings::Page;
use super::masked_names::Mask;
use super::texts::{Corrected, revise};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use model::RecordId;
use model::op::OpKind;
use model::study::Interview;
use model::text::{Splice, TextIndex, Turn, scalars};
use model::value::{InterviewName, InterviewSpeakers, RevisionOrigin, Speaker};

/// Other words, or another speaker, for one turn.
#[derive(Debug)]
pub(crate) struct TurnCorrection<'t> {
    /// Which turn, counted from 0.
    pub turn: usize,
    /// What was said.
    pub words: &'t str,
    /// Who said it, where that changes: a label of the interview.
    pub speaker: Option<&'t str>,
}

/// The whole text with one turn corrected, and the turns where another speaks.
pub(crate) fn turn_corrected(
    text: &TextIndex,
    turns: &[Turn],
    correction: &TurnCorrection<'_>,
) -> Result<(String, Option<Vec<Turn>>), Failure> {
    let turn = turns.get(correction.turn).ok_or(Failure::Nothing)?;
    let after = correction.turn.checked_sub(1).and_then(|at| turns.get(at)).map_or(0, |before| before.end);
    let words = correction.words.trim();
    let mut splices = vec![Splice::replace(turn.start, turn.end, words)];
    let speaker = correction.speaker.filter(|speaker| *speaker != turn.speaker);
    if let Some(speaker) = speaker
        && let Some((start, end)) = label_at(text, after, turn)
    {
        splices.insert(0, Splice::replace(start, end, speaker));
    }
    let edit = model::text::Edit::new(splices)?;
    let corrected = edit.apply(text.text())?;
    let mut carried = model::text::map_turns(turns, &edit);
    let read = speaker.and_then(|speaker| {
        // A turn whose words were all replaced stays where it was in the list.
        carried.get_mut(correction.turn)?.speaker = speaker.to_owned();
        Some(model::text::trim_turns(&carried, &TextIndex::new(corrected.as_str())))
    });
    Ok((corrected, read))
}

/// Where a turn's label is written: right before it, on the same line.
fn label_at(text: &TextIndex, after: u32, turn: &Turn) -> Option<(u32, u32)> {
    let before = text.slice(after, turn.start)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let found = before.get(line_start..)?.rfind(turn.speaker.as_str())?;
    let start = after + scalars(before.get(..line_start + found)?);
    (!turn.speaker.is_empty()).then(|| (start, start + scalars(&turn.speaker)))
}

/// A name masked in several interviews: one operation, one new revision for each. Labels and names of the
/// interviews that hold it are masked with it.
pub(crate) fn mask_everywhere(
    mut draft: Draft<'_>,
    found: &[(Interview<'_>, Page<'_>, bool)],
    mask: &Mask,
) -> Result<Drafted, Failure> {
    let mut made = Vec::new();
    let mut first: Option<(RecordId, RecordId, u32)> = None;
    let mut others = Vec::new();
    for (interview, page, whole) in found {
        let text = mask.apply(page.text.text());
        if text == page.text.text() {
            continue;
        }
        let corrected = Corrected {
            page: Page { interview: page.interview, revision: page.revision, text: page.text },
            turns: interview.turns.clone(),
            whole: *whole,
            read: masked_turns(interview, page, &text, mask),
            origin: RevisionOrigin::Masked,
        };
        let revision = revise(&mut draft, corrected, &text)?;
        mask_names(&mut draft, interview, mask);
        made.push(revision);
        let places = u32::try_from(draft.seen.places_in(interview.id).count()).unwrap_or(u32::MAX);
        match first {
            None => first = Some((interview.id, revision, places)),
            Some(_) => others.push(interview.id),
        }
    }
    let Some((interview, revision, places)) = first else { return Err(Failure::Nothing) };
    Ok(draft.done(OpKind::MaskText { interview, revision, places, others }, made))
}

/// The turns with masked labels; `None` where no label holds the name.
fn masked_turns(interview: &Interview<'_>, page: &Page<'_>, text: &str, mask: &Mask) -> Option<Vec<Turn>> {
    let held = interview.turns.iter().any(|turn| mask.holds(&turn.speaker));
    held.then(|| {
        let edit = model::text::Edit::between(page.text.text(), text);
        let mut carried = model::text::map_turns(&interview.turns, &edit);
        carried.iter_mut().for_each(|turn| turn.speaker = mask.apply(&turn.speaker));
        model::text::trim_turns(&carried, &TextIndex::new(text))
    })
}

fn mask_names(draft: &mut Draft<'_>, interview: &Interview<'_>, mask: &Mask) {
    if interview.speakers.iter().any(|speaker| mask.holds(&speaker.label)) {
        let masked = interview
            .speakers
            .iter()
            .map(|speaker| Speaker { label: mask.apply(&speaker.label), ..speaker.clone() });
        draft.set(interview.id, InterviewSpeakers::new(masked.collect()));
    }
    if mask.holds(interview.name) {
        draft.set(interview.id, InterviewName::new(mask.apply(interview.name)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "CL : Et alors ?\nEMG 3 : Je dors mla depuis mars.\nCL : Voilà.";

    fn turns() -> Vec<Turn> {
        let mut at = 0;
        let mut turns = Vec::new();
        for line in TEXT.split('\n') {
            let (speaker, words) = line.split_once(" : ").unwrap();
            let end = at + scalars(line);
            turns.push(Turn { speaker: speaker.to_owned(), start: end - scalars(words), end, time: None });
            at = end + 1;
        }
        turns
    }

    fn corrected(turn: usize, words: &str, speaker: Option<&str>) -> (String, Option<Vec<String>>) {
        let correction = TurnCorrection { turn, words, speaker };
        let (text, read) = turn_corrected(&TextIndex::new(TEXT), &turns(), &correction).unwrap();
        let index = TextIndex::new(text.as_str());
        let say = |turn: &Turn| format!("{}|{}", turn.speaker, index.slice(turn.start, turn.end).unwrap());
        let read = read.map(|turns| turns.iter().map(say).collect());
        (text, read)
    }

    #[test]
    fn the_words_of_one_turn_are_corrected() {
        let (text, read) = corrected(1, " Je dors mal depuis mars. ", None);
        assert_eq!(text, TEXT.replace("mla", "mal"));
        assert_eq!(read, None, "who speaks stays");
    }

    #[test]
    fn another_speaker_is_written_before_the_turn_and_known() {
        let (text, read) = corrected(2, "Voilà.", Some("EMG 3"));
        assert_eq!(text, TEXT.replace("CL : Voilà", "EMG 3 : Voilà"));
        assert_eq!(read.unwrap(), ["CL|Et alors ?", "EMG 3|Je dors mla depuis mars.", "EMG 3|Voilà."]);
    }
}

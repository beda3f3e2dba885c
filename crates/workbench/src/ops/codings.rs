//! Operations on codings.

use super::codes;
use crate::command::{CodeChoice, Passage};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::texts::Pages;
use model::RecordId;
use model::op::OpKind;
use model::text::{PlaceState, TextIndex, context};
use model::value::{CodingAnchor, CodingCode, CodingComment, CodingOrigin, CodingState, Kind, Layer};

/// The text that a passage is chosen in.
pub(crate) struct Page<'t> {
    pub interview: RecordId,
    pub revision: RecordId,
    pub text: &'t TextIndex,
}

impl Page<'_> {
    /// The anchor of a range: its words and 32 scalars on either side.
    ///
    /// # Errors
    /// When the range is not in the text, is empty, or cuts a character.
    pub fn anchor(&self, start: u32, end: u32) -> Result<CodingAnchor, Failure> {
        let length = self.text.len_scalars();
        let found = (start < end).then(|| context(self.text, start, end)).flatten();
        let Some(found) = found else {
            return Err(if start == end && end <= length {
                Failure::EmptyPassage
            } else {
                Failure::Range { start, end, length }
            });
        };
        if found.quote.trim().is_empty() {
            return Err(Failure::EmptyPassage);
        }
        if !self.text.is_grapheme_border(start) || !self.text.is_grapheme_border(end) {
            return Err(Failure::CutsGrapheme { start, end });
        }
        Ok(CodingAnchor::new(found.quote, found.before, found.after, self.revision, start, end))
    }
}

pub(crate) fn apply(
    mut draft: Draft<'_>,
    page: &Page<'_>,
    range: (u32, u32),
    code: &CodeChoice,
    layer: Layer,
) -> Result<Drafted, Failure> {
    let anchor = page.anchor(range.0, range.1)?;
    let (code, new) = match code {
        CodeChoice::Existing(code) => (codes::live(&draft, *code)?, false),
        CodeChoice::New(new) => (codes::add(&mut draft, new)?, true),
    };
    let same = draft
        .seen
        .codings_on(page.interview, range)
        .find(|known| known.coder == draft.me && known.code == code && known.layer == layer);
    if let Some(same) = same {
        return Err(Failure::AlreadyCoded { coding: same.id });
    }
    let coding = draft.new_record();
    let me = draft.me;
    add(&mut draft, coding, CodingOrigin::new(page.interview, me, layer), anchor, code);
    let kind = if new { OpKind::ApplyNewCode { coding, code } } else { OpKind::ApplyCode { coding, code } };
    Ok(draft.done(kind, if new { vec![coding, code] } else { vec![coding] }))
}

/// Codes several passages alike.
///
/// # Errors
/// When a range is not in its text, or every passage is coded so already.
pub(crate) fn apply_all(
    mut draft: Draft<'_>,
    pages: &Pages,
    passages: &[Passage],
    code: &CodeChoice,
    layer: Layer,
) -> Result<Drafted, Failure> {
    let code = match code {
        CodeChoice::Existing(code) => codes::live(&draft, *code)?,
        CodeChoice::New(new) => codes::add(&mut draft, new)?,
    };
    let me = draft.me;
    let mut made = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for passage in passages {
        let interview = draft.seen.resolve(passage.interview);
        let range = (passage.start, passage.end);
        let known = draft.seen.codings_on(interview, range);
        let mut same = known.filter(|known| known.coder == me && known.code == code && known.layer == layer);
        if same.next().is_some() || !seen.insert((interview, range)) {
            continue;
        }
        drop(same);
        let page = pages.get(interview).ok_or(Failure::Withdrawn)?;
        let anchor = page.anchor(range.0, range.1)?;
        let coding = draft.new_record();
        add(&mut draft, coding, CodingOrigin::new(interview, me, layer), anchor, code);
        made.push(coding);
    }
    if made.is_empty() {
        return Err(Failure::Nothing);
    }
    let codings = u32::try_from(made.len()).unwrap_or(u32::MAX);
    Ok(draft.done(OpKind::CodePassages { code, codings }, made))
}

/// Adds a new coding to a draft.
pub(crate) fn add(
    draft: &mut Draft<'_>,
    coding: RecordId,
    origin: CodingOrigin,
    anchor: CodingAnchor,
    code: RecordId,
) {
    draft.set_new(coding, origin);
    draft.set_new(coding, Box::new(anchor));
    draft.set_new(coding, CodingCode::new(code));
}

pub(crate) fn remove(mut draft: Draft<'_>, coding: RecordId) -> Result<Drafted, Failure> {
    let code = coded(&draft, coding)?.code_applied;
    draft.delete(coding);
    Ok(draft.done(OpKind::RemoveCoding { coding, code }, Vec::new()))
}

/// New edges in the current revision: for a coding whose edges are wrong, or that lost its words.
pub(crate) fn place(
    mut draft: Draft<'_>,
    page: &Page<'_>,
    coding: RecordId,
    range: (u32, u32),
    kind: OpKind,
) -> Result<Drafted, Failure> {
    let known = coded(&draft, coding)?;
    if (known.anchor.revision, known.anchor.start, known.anchor.end) == (page.revision, range.0, range.1) {
        return Err(Failure::Nothing);
    }
    draft.set(coding, Box::new(page.anchor(range.0, range.1)?));
    Ok(draft.done(kind, Vec::new()))
}

/// One coding over the room of several: of one code, one coder, one layer, in one interview.
pub(crate) fn join(
    mut draft: Draft<'_>,
    page: &Page<'_>,
    coding: RecordId,
    others: &[RecordId],
) -> Result<Drafted, Failure> {
    let kept = coded(&draft, coding)?;
    let (mut start, mut end) = (kept.place.start, kept.place.end);
    for other in others.iter().filter(|other| **other != coding) {
        let gone = coded(&draft, *other)?;
        let same = (gone.interview, gone.code, gone.coder, gone.layer);
        if same != (kept.interview, kept.code, kept.coder, kept.layer)
            || gone.place.state == PlaceState::ToPlace
        {
            return Err(Failure::Nothing);
        }
        (start, end) = (start.min(gone.place.start), end.max(gone.place.end));
        draft.delete(*other);
    }
    if draft.is_empty() {
        return Err(Failure::Nothing);
    }
    if (start, end) != (kept.place.start, kept.place.end) {
        draft.set(coding, Box::new(page.anchor(start, end)?));
    }
    Ok(draft.done(OpKind::MoveCoding { coding }, Vec::new()))
}

pub(crate) fn recode(mut draft: Draft<'_>, coding: RecordId, to: RecordId) -> Result<Drafted, Failure> {
    let from = coded(&draft, coding)?.code;
    let to = codes::live(&draft, to)?;
    if from == to {
        return Err(Failure::Nothing);
    }
    draft.set(coding, CodingCode::new(to));
    Ok(draft.done(OpKind::Recode { coding, from, to }, Vec::new()))
}

pub(crate) fn comment(mut draft: Draft<'_>, coding: RecordId, text: &str) -> Result<Drafted, Failure> {
    if coded(&draft, coding)?.comment == text {
        return Err(Failure::Nothing);
    }
    draft.set(coding, CodingComment::new(text.to_owned()));
    Ok(draft.done(OpKind::CommentCoding { coding }, Vec::new()))
}

pub(crate) fn decide_later(
    mut draft: Draft<'_>,
    coding: RecordId,
    undecided: bool,
) -> Result<Drafted, Failure> {
    if coded(&draft, coding)?.undecided == undecided {
        return Err(Failure::Nothing);
    }
    draft.set(coding, CodingState::new(undecided));
    Ok(draft.done(OpKind::DecideLater { coding }, Vec::new()))
}

fn coded<'a>(draft: &Draft<'a>, coding: RecordId) -> Result<model::study::Coding<'a>, Failure> {
    draft.alive(coding, Kind::Coding)?;
    draft.seen.coding(coding).ok_or(Failure::Deleted { record: coding })
}

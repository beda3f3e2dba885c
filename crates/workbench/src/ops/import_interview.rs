//! A transcript taken in: its text, who speaks, and the comments of its margin as codings, as one operation.

use super::codes::{Paths, tidy};
use super::codings::{self, Page};
use super::people;
use super::speakers::Speakers;
use super::texts::words_in;
use crate::command::{CodeRow, CommentCoder, CommentCoding, ImportRequest};
use crate::draft::{Draft, Drafted};
use crate::failure::Failure;
use crate::names::{self, NameError};
use model::RecordId;
use model::op::OpKind;
use model::text::TextIndex;
use model::value::{
    CodingComment, CodingOrigin, Extra, Inclusion, InterviewCurrent, InterviewName, InterviewSource,
    InterviewSpeakers, InterviewStatus, Kind, RevisionBody, RevisionOrigin, Role,
};
use std::collections::HashMap;

pub(crate) fn import(mut draft: Draft<'_>, request: ImportRequest) -> Result<Drafted, Failure> {
    let name = crate::import::free_name(&draft.seen, &tidy(&request.name)?);
    let (interview, revision) = (draft.new_record(), draft.new_record());
    let mut made = vec![interview, revision];
    let mut speakers = Speakers::default();
    let chosen = speakers.choose(&mut draft, &request.speakers)?;
    made.append(&mut speakers.made);
    let transcript = request.transcript;
    let text = TextIndex::new(transcript.text.as_str());
    let words = words_in(&text, &transcript.turns);
    let turns = transcript.turns.len();
    let body = RevisionBody {
        interview,
        parents: Vec::new(),
        text: draft.keep(transcript.text.into_bytes()),
        length: text.len_scalars(),
        turns: Some(transcript.turns),
        origin: RevisionOrigin::Imported,
        extra: Extra::new(),
    };
    let original = request.original.map(|bytes| draft.keep(bytes));
    draft.set_new(interview, InterviewName::new(name));
    draft.set_new(interview, request.facts);
    draft.set_new(interview, InterviewSpeakers::new(chosen));
    let format = transcript.format.as_str().to_owned();
    draft.set_new(interview, InterviewSource::new(request.file, original, format, Some(request.digest)));
    draft.set_new(interview, InterviewCurrent::new(revision));
    draft.set_new(interview, InterviewStatus::new(String::new(), Inclusion::Included, false));
    draft.set_new(revision, Box::new(body));
    if !request.codings.is_empty() {
        let page = Page { interview, revision, text: &text };
        Comments::new(&draft).code(&mut draft, &page, &request.codings, &mut made)?;
    }
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let kind = OpKind::ImportInterview { interview, words: count(words), turns: count(turns) };
    Ok(draft.done(kind, made))
}

/// Comments on their way to being codings.
struct Comments {
    paths: Paths,
    members: HashMap<String, RecordId>,
}

impl Comments {
    fn new(draft: &Draft<'_>) -> Comments {
        Comments { paths: Paths::new(draft), members: HashMap::new() }
    }

    fn code(
        &mut self,
        draft: &mut Draft<'_>,
        page: &Page<'_>,
        comments: &[CommentCoding],
        made: &mut Vec<RecordId>,
    ) -> Result<(), Failure> {
        for comment in comments {
            let anchor = page.anchor(comment.start, comment.end)?;
            let coder = self.coder(draft, &comment.coder, made)?;
            let code = self.paths.find_or_add(draft, &comment.label, &CodeRow::default())?;
            let layer = draft.seen.code(code).map(|node| node.layer).unwrap_or_default();
            let origin = CodingOrigin::new(page.interview, coder, layer).written_at(comment.at.as_deref());
            let coding = draft.new_record();
            codings::add(draft, coding, origin, anchor, code);
            if !comment.comment.is_empty() {
                draft.set_new(coding, CodingComment::new(comment.comment.clone()));
            }
            made.push(coding);
        }
        made.append(&mut self.paths.created);
        Ok(())
    }

    /// Whoever the comment is by; a name that nobody of the team has is a new member's.
    fn coder(
        &mut self,
        draft: &mut Draft<'_>,
        coder: &CommentCoder,
        made: &mut Vec<RecordId>,
    ) -> Result<RecordId, Failure> {
        let name = match coder {
            CommentCoder::Me => return Ok(draft.me),
            CommentCoder::Member(member) => {
                draft.alive(*member, Kind::Member)?;
                return Ok(draft.seen.resolve(*member));
            }
            CommentCoder::New(name) => name,
        };
        if let Some(member) = self.members.get(name) {
            return Ok(*member);
        }
        let member = match names::member(&draft.seen, name) {
            Ok(member) => member,
            Err(NameError::Unknown { .. }) => {
                let member = people::new_member(draft, name, Role::Coder)?;
                made.push(member);
                member
            }
            Err(error) => return Err(error.into()),
        };
        self.members.insert(name.clone(), member);
        Ok(member)
    }
}

//! What a director wrote on a review page: a small file that merges back.

use crate::failure::{ClaimProblem, Failure};
use model::value::Countersign;
use model::{Digest, RecordId};
use serde::{Deserialize, Serialize};

/// The first field of the file.
pub const FORMAT: &str = "ancrage-review-replies/1";

/// The replies of one director.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replies {
    /// `ancrage-review-replies/1`.
    pub format: String,
    /// The study.
    pub study: RecordId,
    /// Names the page: what was taken in from it before is known again.
    pub page: RecordId,
    /// Who wrote.
    pub reviewer: RecordId,
    /// Comments on blocks of the page.
    #[serde(default)]
    pub comments: Vec<Reply>,
    /// Visas.
    #[serde(default)]
    pub visas: Vec<VisaReply>,
    /// The file as it came, kept as proof of a visa.
    #[serde(skip)]
    pub source: Vec<u8>,
    /// The name of the file.
    #[serde(skip)]
    pub file: String,
}

/// A comment on one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// What the block was about.
    pub about: RecordId,
    /// What was written.
    pub text: String,
}

/// A visa given on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisaReply {
    /// The claim.
    pub claim: RecordId,
    /// The digest that the page showed.
    pub digest: Digest,
    /// Agreed or refused.
    pub verdict: Countersign,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Reply {
    /// The record that holds it: it follows from page and words, so that a file taken in twice, or on two
    /// copies that meet later, is one comment.
    #[must_use]
    pub fn id(&self, replies: &Replies) -> RecordId {
        named(replies, &format!("comment {} {}", self.about, Digest::of(self.text.as_bytes())))
    }
}

impl VisaReply {
    /// The record that holds it.
    #[must_use]
    pub fn id(&self, replies: &Replies) -> RecordId {
        let reason = Digest::of(self.reason.as_bytes());
        let verdict = self.verdict.as_str();
        named(replies, &format!("visa {} {} {verdict} {reason}", self.claim, self.digest))
    }
}

fn named(replies: &Replies, words: &str) -> RecordId {
    let words = format!("{FORMAT} {} {} {words}", replies.page, replies.reviewer);
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(Digest::of(words.as_bytes()).0) {
        *to = from;
    }
    RecordId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

impl Replies {
    /// Reads the file of a page.
    ///
    /// # Errors
    /// When it is no such file.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Replies, Failure> {
        let wrong = || Failure::from(ClaimProblem::NoReplies { file: file.to_owned() });
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut replies: Replies = serde_json::from_slice(text).map_err(|_| wrong())?;
        if replies.format != FORMAT {
            return Err(wrong());
        }
        replies.source = bytes.to_vec();
        file.clone_into(&mut replies.file);
        Ok(replies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_replies_is_read_and_anything_else_is_refused() {
        let id = RecordId(uuid::Uuid::from_u128(7));
        let text = format!(
            r#"{{"format":"{FORMAT}","study":"{id}","page":"{id}","reviewer":"{id}",
                "comments":[{{"about":"{id}","text":"Revoir."}}],"later":1}}"#
        );
        let replies = Replies::read("r.json", text.as_bytes()).unwrap();
        assert_eq!(replies.comments[0].text, "Revoir.");
        assert_eq!(replies.comments[0].id(&replies), replies.comments[0].id(&replies.clone()));
        let other = Replies { page: RecordId(uuid::Uuid::from_u128(8)), ..replies.clone() };
        assert_ne!(replies.comments[0].id(&replies), replies.comments[0].id(&other));
        for wrong in ["", "{}", &text.replace("replies/1", "replies/9")] {
            assert!(Replies::read("r.json", wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}

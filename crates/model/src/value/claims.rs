//! The bodies of a claim of saturation, of the visas of directors, and of what directors note while they review.

use super::bodies::{Extra, bodies, is_default};
use super::choices::{Countersign, Density, Level};
use crate::basis::Basis;
use crate::{Digest, RecordId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

bodies! {
    /// The student's argument, in words.
    ClaimArgument { words: {
        /// The argument.
        argument: String,
    } }
    /// A claim as it was made: what it says, and all that it rested on at that moment.
    ClaimFrozen { words: {
        /// The argument as it stood.
        argument: String,
        /// The names of the interviews, in the order of the figures.
        interview_names: Vec<String>,
        /// The paths of the codes, in the order of the grid.
        code_names: Vec<String>,
        /// The names of the categories.
        category_names: Vec<String>,
        /// What was noted of the search for negative cases of each category.
        search_notes: Vec<String>,
    } data: {
        /// What is claimed, and by which rules.
        terms: ClaimTerms,
        /// The figures.
        figures: ClaimFigures,
        /// The categories, in the order of the tree.
        categories: Vec<ClaimedCategory>,
        /// Who makes it.
        author: RecordId,
        /// When.
        at: Timestamp,
        /// The directors whose visas it needs.
        directors: Vec<RecordId>,
        /// The state of the study that it rests on.
        rests_on: Frontier,
        /// The version of the program that computed it.
        program: String,
        /// SHA-256 of the `ancrage-claim/1` lines.
        digest: Digest,
        /// The mark of the desk at which it was made.
        signed: Option<Signed>,
    } }
    /// What a director says of a claim.
    VisaGiven { words: {
        /// Why; a refusal has a reason.
        reason: String,
        /// The name of the file that was attached.
        proof_name: String,
    } data: {
        /// The claim.
        claim: RecordId,
        /// The digest of what was claimed: the visa covers this state and no other.
        digest: Digest,
        /// Whose visa it is.
        director: RecordId,
        /// Agreed or refused.
        verdict: Countersign,
        /// When.
        at: Timestamp,
        /// The e-mail or signed page that somebody typed it from, among the blobs.
        proof: Option<Digest>,
        /// The mark of the desk at which it was given.
        signed: Option<Signed>,
    } }
    /// That somebody looked at something, in the state that it had.
    ReviewSeen { data: {
        /// What was looked at; the study's own record for all of it.
        target: RecordId,
        /// Who looked.
        member: RecordId,
        /// When.
        at: Timestamp,
        /// The state that was seen.
        rests_on: Frontier,
    } }
    /// A pseudonymised copy that was made for a director to review.
    ReviewCopyGiven { data: {
        /// For whom.
        director: RecordId,
        /// SHA-256 of what it started from; `None` in the copy itself.
        base: Option<Digest>,
        /// When it was made.
        at: Timestamp,
    } }
    /// Whether a memo is shown to the directors.
    MemoShared { data: {
        /// True where it is.
        shared: bool,
    } }
    /// Whether a thread is resolved.
    MemoResolved { data: {
        /// False once it was taken up again.
        resolved: bool,
        /// Who said so.
        by: RecordId,
        /// When.
        at: Timestamp,
    } }
}

/// What is claimed, and by which rules.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ClaimTerms {
    /// The interview, counted from 1, after which nothing new is said to have come.
    pub at: u32,
    /// How many more are said to confirm it.
    pub confirm: u32,
    /// The level of the code book.
    pub level: Level,
    /// Whose codings, in which layer.
    pub basis: Basis,
    /// `date`, `coding` or `list`: how the interviews were put in order.
    pub ordered_by: String,
    /// Base, run and percent of Guest, Namey & Chen.
    pub guest: (u32, u32, f64),
    /// Initial sample and stopping criterion of Francis.
    pub stopping: (u32, u32),
}

/// The figures of a claim. Curve and rules follow from the grid.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ClaimFigures {
    /// The codes of the grid, in the order of the tree.
    pub codes: Vec<RecordId>,
    /// The interviews, in order.
    pub interviews: Vec<ClaimedInterview>,
    /// In how many orders of the interviews the claim holds.
    pub orders_holding: u64,
    /// How many orders were looked at.
    pub orders: u64,
    /// The seed that they follow from; `None` where all were.
    pub seed: Option<u64>,
}

/// One interview of a claim.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClaimedInterview {
    /// The interview.
    pub interview: RecordId,
    /// Its codes: places in the list of codes, ascending.
    pub codes: Vec<u32>,
    /// Held to confirm saturation.
    pub confirming: bool,
    /// The day, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// When its coding was declared finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Timestamp>,
    /// SHA-256 of the `ancrage-seal/1` lines of the codings that count.
    pub codings: Digest,
}

/// What is said of one category when a claim is made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClaimedCategory {
    /// The category.
    pub category: RecordId,
    /// *Étoffée*, *à étoffer*, or nothing said.
    pub density: Density,
    /// The last interview that enriched it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enriched_by: Option<RecordId>,
    /// True where negative cases were looked for.
    pub searched: bool,
    /// How many properties it has.
    pub properties: u32,
    /// The passages that speak against it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub negative: Vec<RecordId>,
}

/// A state of the study, named by the operations that made it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Frontier {
    /// How many operations.
    pub ops: u64,
    /// All their identifiers combined bit by bit.
    pub xor: Uuid,
    /// The greatest counter of each author's operations, in the order of identifiers.
    pub authors: Vec<(RecordId, u64)>,
}

/// The mark of a desk: its public key and its signature (Ed25519), in hexadecimal.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Signed {
    /// The public key.
    pub key: String,
    /// The signature.
    pub signature: String,
}

impl Frontier {
    /// The state that some operations make.
    pub fn of(ops: impl IntoIterator<Item = (crate::OpId, RecordId, u64)>) -> Frontier {
        let mut authors: BTreeMap<RecordId, u64> = BTreeMap::new();
        let (mut count, mut xor) = (0, 0u128);
        for (op, author, lamport) in ops {
            count += 1;
            xor ^= op.0.as_u128();
            let latest = authors.entry(author).or_default();
            *latest = (*latest).max(lamport);
        }
        Frontier { ops: count, xor: Uuid::from_u128(xor), authors: authors.into_iter().collect() }
    }

    /// Whether an operation of that author, with that counter, is of the state, as far as counters tell: one
    /// person who worked on two copies at once is told apart only by [`Frontier::is`].
    #[must_use]
    pub fn holds(&self, author: RecordId, lamport: u64) -> bool {
        let place = self.authors.binary_search_by_key(&author, |(author, _)| *author);
        place.is_ok_and(|place| self.authors.get(place).is_some_and(|(_, latest)| lamport <= *latest))
    }

    /// True where these are the operations, all of them and no other.
    #[must_use]
    pub fn is(&self, other: &Frontier) -> bool {
        (self.ops, self.xor) == (other.ops, other.xor)
    }
}

//! Golden sentences of the audit trail on claims of saturation and their review.

use super::journal_tests::{CODE, Golden, MEMBER, MEMO, id};
use model::op::OpKind;
use model::value::Countersign;

const CLAIM: u128 = 71;

/// Every kind with its sentences in a grounded-theory study.
pub fn golden() -> Vec<Golden> {
    [on_claims(), on_reviews()].concat()
}

fn on_claims() -> Vec<Golden> {
    let claim = id(CLAIM);
    let visa = |verdict| OpKind::GiveVisa { claim, director: id(MEMBER), verdict };
    vec![
        (
            OpKind::WriteClaim { claim },
            "rédiger l’argument de saturation",
            "write the argument for saturation",
        ),
        (OpKind::MakeClaim { claim }, "déclarer la saturation", "claim saturation"),
        (
            OpKind::WithdrawClaim { claim },
            "retirer la déclaration de saturation",
            "withdraw the claim of saturation",
        ),
        (
            visa(Countersign::Agreed),
            "visa (Claire L.)\u{A0}: d’accord",
            "countersignature of Claire L.: agreed",
        ),
        (
            visa(Countersign::Refused),
            "visa (Claire L.)\u{A0}: refus",
            "countersignature of Claire L.: refused",
        ),
    ]
}

fn on_reviews() -> Vec<Golden> {
    let (about, memo) = (id(CODE), id(MEMO));
    vec![
        (
            OpKind::CommentOn { about, memo },
            "commenter «\u{A0}coût du trajet\u{A0}»",
            "comment on “coût du trajet”",
        ),
        (
            OpKind::ResolveThread { memo, resolved: true },
            "clore la discussion «\u{A0}Le temps\u{A0}»",
            "resolve the thread “Le temps”",
        ),
        (
            OpKind::ResolveThread { memo, resolved: false },
            "rouvrir la discussion «\u{A0}Le temps\u{A0}»",
            "reopen the thread “Le temps”",
        ),
        (
            OpKind::ShareMemo { memo, shared: true },
            "partager le mémo «\u{A0}Le temps\u{A0}»",
            "share the memo “Le temps”",
        ),
        (
            OpKind::ShareMemo { memo, shared: false },
            "ne plus partager le mémo «\u{A0}Le temps\u{A0}»",
            "no longer share the memo “Le temps”",
        ),
        (
            OpKind::NoteReview { target: about },
            "noter la relecture de «\u{A0}coût du trajet\u{A0}»",
            "note the review of “coût du trajet”",
        ),
        (
            OpKind::TakeReview { comments: 3, visas: 1 },
            "reprendre une relecture (commentaires\u{A0}: 3, visas\u{A0}: 1)",
            "take a review in (comments: 3, countersignatures: 1)",
        ),
        (
            OpKind::MakeReviewCopy { director: id(MEMBER) },
            "faire une copie de relecture pour Claire L.",
            "make a review copy for Claire L.",
        ),
    ]
}

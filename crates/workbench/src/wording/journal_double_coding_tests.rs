//! Golden sentences of the audit trail on double coding.

use super::journal_tests::{CODE, Golden, INTERVIEW, MEMBER, OTHER, PARTICIPANT, STUDY, id};
use model::op::OpKind;
use model::value::{Match, Verdict};

const ROUND: u128 = 51;

/// Every kind with its sentences in a grounded-theory study.
pub fn golden() -> Vec<Golden> {
    [on_packets(), on_alignment(), on_reconciliation()].concat()
}

fn on_packets() -> Vec<Golden> {
    let (round, coder) = (id(ROUND), id(MEMBER));
    vec![
        (
            OpKind::RemoveParticipant { participant: id(PARTICIPANT) },
            "retirer «\u{A0}EMG 3\u{A0}» du tableau",
            "remove “EMG 3” from the table",
        ),
        (
            OpKind::ReopenDone { round },
            "rouvrir son codage déclaré fini",
            "reopen one’s coding that was declared done",
        ),
        (
            OpKind::MakePacket { round, coder, interviews: 2 },
            "préparer une enveloppe scellée pour Claire L.",
            "prepare a sealed packet for Claire L.",
        ),
        (
            OpKind::ReceivePacket { round, coder, codings: 1 },
            "recevoir une enveloppe (Claire L.)\u{A0}: 1 extrait",
            "receive a packet (Claire L.): 1 passage",
        ),
        (
            OpKind::ReceivePacket { round, coder, codings: 41 },
            "recevoir une enveloppe (Claire L.)\u{A0}: 41 extraits",
            "receive a packet (Claire L.): 41 passages",
        ),
    ]
}

fn on_alignment() -> Vec<Golden> {
    let (first, other) = (id(CODE), id(OTHER));
    let align = |second, relation| OpKind::Align { first, second, relation };
    vec![
        (
            OpKind::AdoptCode { code: first, from: id(MEMBER) },
            "adopter l’étiquette «\u{A0}coût du trajet\u{A0}» (livre\u{A0}: Claire L.)",
            "adopt the label “coût du trajet” (book: Claire L.)",
        ),
        (
            align(Some(other), Some(Match::Same)),
            "rapprocher «\u{A0}coût du trajet\u{A0}» et «\u{A0}attente\u{A0}»",
            "align “coût du trajet” and “attente”",
        ),
        (
            align(None, Some(Match::None)),
            "dire que «\u{A0}coût du trajet\u{A0}» n’a pas d’équivalent",
            "say that “coût du trajet” has no match",
        ),
        (
            align(None, None),
            "retirer le rapprochement de «\u{A0}coût du trajet\u{A0}»",
            "take the alignment of “coût du trajet” back",
        ),
    ]
}

fn on_reconciliation() -> Vec<Golden> {
    let interview = id(INTERVIEW);
    vec![
        (
            OpKind::Decide { interview, decisions: 1, verdict: Verdict::Both },
            "trancher 1 différence dans Anouk",
            "settle 1 difference in Anouk",
        ),
        (
            OpKind::AcceptAgreements { interview, decisions: 12 },
            "retenir 12 accords dans Anouk",
            "keep 12 agreements in Anouk",
        ),
        (
            OpKind::FinishReconciliation { interview },
            "clore la mise en accord dans Anouk",
            "close the reconciliation of Anouk",
        ),
        (
            OpKind::ReopenReconciliation { interview },
            "rouvrir la mise en accord dans Anouk",
            "reopen the reconciliation of Anouk",
        ),
        (
            OpKind::SetReconciliation { study: id(STUDY) },
            "régler la mise en accord",
            "set how differences are reconciled",
        ),
    ]
}

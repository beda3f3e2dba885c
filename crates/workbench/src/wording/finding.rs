//! What a check finds, in words.

use super::record::record_name;
use i18n::Lang;
use model::RecordId;
use model::study::{Finding, Seen};

/// The sort of a contradiction in the file, as the command line's JSON names it, and the record concerned.
#[must_use]
pub fn file_finding_kind(finding: &store::Finding) -> (&'static str, Option<RecordId>) {
    match finding {
        store::Finding::Database { .. } => ("database", None),
        store::Finding::DanglingRow { .. } => ("dangling_row", None),
        store::Finding::Operation { .. } => ("operation", None),
        store::Finding::Journal { .. } => ("journal", None),
        store::Finding::Counter { .. } => ("counter", None),
        store::Finding::Record { record } => ("record", Some(*record)),
        store::Finding::BlobDamaged { .. } => ("blob", None),
        store::Finding::OriginalMissing { interview, .. } => ("original_missing", Some(*interview)),
        store::Finding::TextMissing { revision } => ("text_missing", Some(*revision)),
        store::Finding::TextDiffers { revision } => ("text_differs", Some(*revision)),
        store::Finding::Place { coding } => ("place", Some(*coding)),
        store::Finding::NotPurged { .. } => ("not_purged", None),
    }
}

/// A contradiction in the file.
#[must_use]
pub fn file_finding(lang: Lang, finding: &store::Finding) -> String {
    match finding {
        store::Finding::Database { detail } => i18n::check_database(lang, detail),
        store::Finding::DanglingRow { table } => i18n::check_dangling_row(lang, table),
        store::Finding::Operation { op, detail } => i18n::check_operation(lang, &op.to_string(), detail),
        store::Finding::Journal { found, noted } => {
            i18n::check_journal(lang, &found.to_string(), &noted.to_string())
        }
        store::Finding::Counter { op, base } => i18n::check_counter(lang, &base.to_string(), &op.to_string()),
        store::Finding::Record { record } => i18n::check_record(lang, &record.to_string()),
        store::Finding::BlobDamaged { digest } => i18n::check_blob(lang, &digest.to_string()),
        store::Finding::OriginalMissing { interview, .. } => {
            i18n::check_original_missing(lang, &interview.to_string())
        }
        store::Finding::TextMissing { revision } => i18n::check_text_missing(lang, &revision.to_string()),
        store::Finding::TextDiffers { revision } => i18n::check_text_differs(lang, &revision.to_string()),
        store::Finding::Place { coding } => i18n::check_place(lang, &coding.to_string()),
        store::Finding::NotPurged { op } => i18n::check_not_purged(lang, &op.to_string()),
    }
}

/// The sort of what the study leaves to be settled, and the record concerned.
#[must_use]
pub fn study_finding_kind(finding: &Finding) -> (&'static str, RecordId) {
    match finding {
        Finding::Conflict { record, .. } => ("conflict", *record),
        Finding::Dangling { record, .. } => ("dangling", *record),
        Finding::Circle { record, .. } => ("cycle", *record),
    }
}

/// What the study leaves to be settled.
#[must_use]
pub fn study_finding(lang: Lang, seen: &Seen<'_>, finding: &Finding) -> String {
    let name = |record: &RecordId| record_name(lang, seen, *record);
    match finding {
        Finding::Conflict { record, field, .. } => {
            i18n::check_conflict(lang, &field.to_string(), &name(record))
        }
        Finding::Dangling { record, field, .. } => {
            i18n::check_dangling(lang, &field.to_string(), &name(record))
        }
        Finding::Circle { record, group } => i18n::check_circle(lang, group.as_str(), &name(record)),
    }
}

#[cfg(test)]
mod tests {
    use super::{file_finding, file_finding_kind};
    use i18n::Lang;
    use model::{Digest, OpId, RecordId};
    use std::collections::BTreeSet;
    use store::Finding;
    use uuid::Uuid;

    const ID: &str = "00000000-0000-0000-0000-000000000007";

    /// Every contradiction with its French and English words; `#` stands for the identifier.
    fn golden() -> Vec<(Finding, &'static str, &'static str)> {
        let (record, op) = (RecordId(Uuid::from_u128(7)), OpId(Uuid::from_u128(7)));
        let detail = || "x".to_owned();
        vec![
            (
                Finding::Database { detail: detail() },
                "la base de données est abîmée : x",
                "the database is damaged: x",
            ),
            (
                Finding::DanglingRow { table: detail() },
                "une ligne du tableau x ne mène à rien",
                "a row of the table x leads nowhere",
            ),
            (
                Finding::Operation { op, detail: detail() },
                "l’opération # ne se laisse pas lire : x",
                "the operation # cannot be read: x",
            ),
            (
                Finding::Journal { found: 3, noted: 4 },
                "le journal compte 3 opérations, et non les 4 notées",
                "the journal holds 3 operations, not the 4 that were noted",
            ),
            (
                Finding::Counter { op, base: op },
                "l’opération # remplace #, qui ne la précède pas",
                "the operation # replaces #, which is not before it",
            ),
            (
                Finding::Record { record },
                "l’élément # n’est pas ce que dit le journal",
                "the item # is not what the journal says",
            ),
            (
                Finding::OriginalMissing { interview: record, digest: Digest([0; 32]) },
                "le fichier d’origine manque pour l’entretien #",
                "the original file of interview # is missing",
            ),
            (Finding::TextMissing { revision: record }, "le texte # manque", "the text # is missing"),
            (
                Finding::TextDiffers { revision: record },
                "le texte # n’est pas celui qui était attendu",
                "the text # is not the one that was expected",
            ),
            (
                Finding::Place { coding: record },
                "la place notée pour l’extrait # est impossible",
                "the place noted for passage # is impossible",
            ),
            (
                Finding::NotPurged { op },
                "l’opération # contient encore des mots retirés",
                "the operation # still holds withdrawn words",
            ),
        ]
    }

    #[test]
    fn every_contradiction_has_its_words() {
        for (finding, french, english) in golden() {
            let said = |lang| file_finding(lang, &finding).replace('\u{A0}', " ").replace(ID, "#");
            assert_eq!((said(Lang::Fr).as_str(), said(Lang::En).as_str()), (french, english));
        }
        let blob = Finding::BlobDamaged { digest: Digest([0; 32]) };
        assert_eq!(file_finding(Lang::En, &blob), format!("the content {} is damaged", "0".repeat(64)));
    }

    #[test]
    fn every_contradiction_has_a_name_of_its_own() {
        let names: BTreeSet<&str> =
            golden().iter().map(|(finding, _, _)| file_finding_kind(finding).0).collect();
        assert_eq!(names.len(), golden().len());
    }
}

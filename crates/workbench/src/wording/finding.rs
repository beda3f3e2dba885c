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

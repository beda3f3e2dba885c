//! Names that lead to nothing, or to several records, in words.

use crate::names::NameError;
use i18n::Lang;
use model::RecordId;
use model::value::{Kind, Method};

/// How many known names are listed.
const LISTED: usize = 8;

pub(super) fn name_error(lang: Lang, method: Method, error: &NameError) -> String {
    match error {
        NameError::NoneYet { kind: Kind::Claim } => i18n::claim_none_yet(lang).to_owned(),
        NameError::NoneYet { kind } => i18n::error_name_unknown(lang, kind.as_str()),
        NameError::Unknown { kind, name, known } => {
            let sentence = unknown(lang, method, *kind, name);
            match known_names(lang, known) {
                Some(names) => format!("{sentence} {names}"),
                None => sentence,
            }
        }
        NameError::Ambiguous { name, ids, .. } => {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            i18n::error_name_ambiguous(lang, &ids.join(", "), name)
        }
    }
}

fn unknown(lang: Lang, method: Method, kind: Kind, name: &str) -> String {
    match kind {
        Kind::Interview => i18n::error_interview_unknown(lang, name),
        Kind::Member => i18n::error_member_unknown(lang, name),
        Kind::Participant => i18n::error_participant_unknown(lang, name),
        Kind::Code => i18n::error_code_unknown(lang, method.as_str(), name),
        Kind::Unknown if name.parse::<RecordId>().is_ok() => i18n::error_id_unknown(lang, name),
        _ => i18n::error_name_unknown(lang, name),
    }
}

fn known_names(lang: Lang, known: &[String]) -> Option<String> {
    match known.get(..LISTED) {
        _ if known.is_empty() => None,
        Some(listed) if known.len() > LISTED => Some(i18n::error_names_more(lang, &listed.join(", "))),
        _ => Some(i18n::error_names_known(lang, &known.join(", "))),
    }
}

//! Relations and gaps, in words.

use super::record::record_name;
use crate::gaps::{Gap, GapKind};
use i18n::Lang;
use model::RecordId;
use model::study::{Relation, Seen};
use model::value::{Method, RelationSort};

/// What a relation says, as a sentence without a full stop.
#[must_use]
pub fn relation(lang: Lang, seen: &Seen<'_>, relation: &Relation) -> String {
    let name = |id: RecordId| record_name(lang, seen, id);
    let (from, to) = (name(relation.from), name(relation.to));
    match relation.custom.filter(|_| relation.sort == RelationSort::Custom) {
        Some(custom) => i18n::relation_sentence_custom(lang, &from, &name(custom), &to),
        None => i18n::relation_sentence(lang, &from, relation.sort.as_str(), &to),
    }
}

/// What a relation says, on one line, with the words that it rests on and who says them.
#[must_use]
pub fn relation_cited(
    lang: Lang,
    sentence: &str,
    supports: &[(String, String)],
    against: &[(String, String)],
) -> String {
    let quoted = |list: &[(String, String)]| {
        // A passage over several turns is one line here, too.
        let one = |(words, place): &(String, String)| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            i18n::relation_cited_quote(lang, place, &words)
        };
        let listed = |first: String, second: String| i18n::relation_cited_list(lang, &first, &second);
        list.iter().map(one).reduce(listed).unwrap_or_default()
    };
    let n = |list: &[(String, String)]| i64::try_from(list.len()).unwrap_or(i64::MAX);
    let mut parts = Vec::new();
    if !supports.is_empty() {
        parts.push(i18n::relation_cited_for(lang, n(supports), &quoted(supports)));
    }
    if !against.is_empty() {
        parts.push(i18n::relation_cited_against(lang, n(against), &quoted(against)));
    }
    if parts.is_empty() {
        parts.push(i18n::relation_cited_none(lang).to_owned());
    }
    i18n::relation_cited(lang, &parts.join(" "), sentence)
}

/// The name of a relation's type.
#[must_use]
pub fn relation_sort(lang: Lang, seen: &Seen<'_>, relation: &Relation) -> String {
    match relation.custom.filter(|_| relation.sort == RelationSort::Custom) {
        Some(custom) => record_name(lang, seen, custom),
        None => i18n::relation_sort(lang, relation.sort.as_str()).to_owned(),
    }
}

/// The heading under which gaps of a kind are listed.
#[must_use]
pub fn gap_title(lang: Lang, method: Method, kind: GapKind) -> &'static str {
    match method {
        Method::Grounded => i18n::gap_title(lang, kind.as_str()),
        Method::Thematic => i18n::gap_title_thematic(lang, kind.as_str()),
    }
}

/// What is missing, as a sentence.
#[must_use]
pub fn gap(lang: Lang, seen: &Seen<'_>, gap: &Gap) -> String {
    let name = record_name(lang, seen, gap.record);
    let other = gap.other.map(|other| record_name(lang, seen, other)).unwrap_or_default();
    let n = i64::try_from(gap.passages).unwrap_or(i64::MAX);
    match gap.kind {
        GapKind::OneParticipant => i18n::gap_one_participant(lang, &name, &other),
        GapKind::NoNegativeCase => i18n::gap_no_negative_case(lang, &name),
        GapKind::NoDimension => i18n::gap_no_dimension(lang, &name),
        GapKind::NoRange => i18n::gap_no_range(lang, n, &name),
        GapKind::NoRelation => i18n::gap_no_relation(lang, &name),
        GapKind::NoEvidence => {
            let found = seen.relation(gap.record);
            let sentence = found.map_or(name, |found| relation(lang, seen, &found));
            i18n::gap_no_evidence(lang, &sentence)
        }
        GapKind::BrokenRelation => i18n::gap_broken_relation(lang, &name),
        GapKind::ClauseWithoutCategory => i18n::gap_clause_without_category(lang, &name),
        GapKind::OutsideTheory => i18n::gap_outside_theory(lang, &name),
        GapKind::UsedOnce => i18n::gap_used_once(lang, &name),
        GapKind::ToDevelop if gap.other.is_some() => i18n::gap_to_develop_since(lang, &other, &name),
        GapKind::ToDevelop => i18n::gap_to_develop(lang, &name),
        GapKind::NoProperty => i18n::gap_no_property(lang, &name),
        GapKind::NoCategory => i18n::gap_no_category(lang, &name),
        GapKind::LevelsCrossed => i18n::gap_levels_crossed(lang, &other, &name),
        GapKind::OlderDefinition => i18n::gap_older_definition(lang, n, &name),
    }
}

//! The choices of the search step.

use super::Making;
use crate::answers::terms::{shipped_stop_words, stop_list};
use crate::views::{AttributeChoices, SearchView};
use model::study::{Attribute, Participant};
use model::value::AttributeValue;

pub(super) fn make(making: &Making<'_>) -> SearchView {
    let seen = &making.seen;
    let people = seen.participants();
    let language = seen.study_facts().map(|facts| facts.language).unwrap_or_default();
    let choices = |attribute: Attribute<'_>| choices(making, &attribute, &people);
    SearchView {
        attributes: seen.attributes().into_iter().map(choices).filter(|one| !one.values.is_empty()).collect(),
        stop_words: stop_list(seen).into(),
        shipped_stop_words: shipped_stop_words(language).into(),
    }
}

fn choices(making: &Making<'_>, attribute: &Attribute<'_>, people: &[Participant<'_>]) -> AttributeChoices {
    let mut values: Vec<(AttributeValue, String)> = Vec::new();
    let known = people.iter().flat_map(|person| &person.attributes);
    for (_, value) in known.filter(|(id, _)| making.seen.resolve(*id) == attribute.id) {
        if values.iter().all(|(known, _)| known != *value) {
            values.push(((*value).clone(), super::study::cell(making, attribute.kind, value)));
        }
    }
    values.sort_by(|one, other| one.1.cmp(&other.1));
    AttributeChoices { id: attribute.id, name: attribute.name.to_owned(), values }
}

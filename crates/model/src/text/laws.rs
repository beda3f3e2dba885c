//! Laws of texts, edits and places, on random texts and corrections.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::nasty::{edited, passage, source, text};
use super::*;

/// The words of a place.
fn words(text: &str, place: Place) -> String {
    TextIndex::new(text).slice(place.start, place.end).unwrap().to_owned()
}

fn is_snapped(text: &str, place: Place) -> bool {
    TextIndex::new(text).snap_out(place.start, place.end) == (place.start, place.end)
}

proptest! {
    #[test]
    fn normal_form_is_reached_at_once(source in source()) {
        let once = normalise(&source);
        let again = normalise(&once.text);
        prop_assert_eq!(&again.text, &once.text);
        prop_assert!(again.soft_hyphens.is_empty() && again.replaced.is_empty());
        prop_assert!(once.text.nfc().eq(once.text.chars()));
        let (kept_out, mark) = (['\r', '\u{2028}', '\u{B}', '\u{AD}', '\0'], '\u{FEFF}');
        prop_assert!(!once.text.contains(kept_out) && !once.text.starts_with(mark));
        prop_assert_eq!(once.soft_hyphens.len(), source.matches('\u{AD}').count());
        let replaced = once.text.chars().enumerate().filter(|&(_, c)| c == '\u{FFFD}').map(|(at, _)| at as u32);
        prop_assert_eq!(once.replaced, replaced.collect::<Vec<_>>());
    }

    #[test]
    fn a_snapped_range_is_the_least_that_cuts_nothing(
        text in text(), from in any::<prop::sample::Index>(), length in 1..9u32,
    ) {
        let index = TextIndex::new(text.as_str());
        let start = from.index(index.len_scalars() as usize + 1) as u32;
        let end = (start + length).min(index.len_scalars());
        let (left, right) = index.snap_out(start, end);
        let mut borders = vec![0];
        for grapheme in bounds::graphemes(&text) {
            borders.push(borders[borders.len() - 1] + scalars(grapheme));
        }
        prop_assert_eq!(Some(&left), borders.iter().rev().find(|&&border| border <= start));
        let expected = if start == end { Some(&left) } else { borders.iter().find(|&&border| border >= end) };
        prop_assert_eq!(Some(&right), expected);
    }

    #[test]
    fn the_edit_between_two_texts_leads_from_one_to_the_other(old in text(), new in text()) {
        let edit = Edit::between(&old, &new);
        prop_assert_eq!(edit.apply(&old), Ok(new.clone()));
        let (from, to) = (TextIndex::new(old.as_str()), TextIndex::new(new.as_str()));
        prop_assert_eq!(edit.new_len(from.len_scalars()), Some(to.len_scalars()));
        prop_assert_eq!(edit.old_len(to.len_scalars()), Some(from.len_scalars()));
        for (way, text) in [(&edit, &from), (&edit.inverse_lengths(), &to)] {
            for splice in way.splices() {
                prop_assert!(text.is_grapheme_border(splice.at) && text.is_grapheme_border(splice.end()));
            }
        }
        prop_assert_eq!(Edit::between(&old, &old), Edit::default());
    }

    #[test]
    fn an_edit_survives_its_storage((old, edit) in edited()) {
        let stored = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&stored).unwrap(), edit.clone());
        let blank = edit.blank();
        let stored = serde_json::to_string(&blank).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&stored).unwrap(), blank.clone());
        prop_assert_eq!(blank.forward(), edit.forward());
        prop_assert_eq!(edit.backward(), edit.inverse_lengths().forward());
        prop_assert_eq!(blank.apply(&old).is_err(), blank.is_blanked());
    }

    #[test]
    fn a_passage_that_no_edit_touches_keeps_its_words(
        (old, edit) in edited(), from in any::<prop::sample::Index>(), length in 1..20u32,
    ) {
        let (start, end) = passage(&old, from, length);
        let touches = |s: &Splice| s.at < end && s.end() > start;
        let edit = Edit::new(edit.splices().iter().filter(|s| !touches(s)).cloned().collect()).unwrap();
        let new = edit.apply(&old).unwrap();
        let place = edit.map(Place::new(start, end));
        prop_assert_eq!(words(&new, place), words(&old, Place::new(start, end)));
        prop_assert_eq!(place.state, PlaceState::Exact);
        prop_assert_eq!(edit.map_back(place), Place::new(start, end));
    }

    #[test]
    fn every_place_stays_within_the_text(
        (old, edit) in edited(), from in any::<prop::sample::Index>(), length in 1..20u32,
    ) {
        let (start, end) = passage(&old, from, length);
        let len = edit.new_len(scalars(&old)).unwrap();
        let place = edit.map(Place::new(start, end));
        prop_assert!(place.start <= place.end && place.end <= len);
        prop_assert_eq!(place.state == PlaceState::ToPlace, place.start == place.end && start < end);
        let back = edit.map_back(place);
        prop_assert!(back.start <= back.end && back.end <= scalars(&old));
    }

    #[test]
    fn a_correction_never_makes_a_place_cut_a_grapheme(
        old in text(), new in text(), from in any::<prop::sample::Index>(), length in 1..20u32,
    ) {
        let (start, end) = passage(&old, from, length);
        let edit = Edit::between(&old, &new);
        let place = edit.map(Place::new(start, end));
        prop_assert!(is_snapped(&new, place));
        prop_assert!(is_snapped(&old, edit.map_back(place)));
    }
}

//! French and English, compared as text: independent of the build that compiles them.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository;
use i18n::Lang;

/// Variables of every message and attribute of a language, by `file: message` or `file: message.attribute`.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let folder = format!("assets/i18n/{}/", lang.code());
    let mut found = BTreeMap::new();
    for file in repository::text_files().iter().filter(|file| file.path.starts_with(&folder)) {
        let area = file.path.trim_start_matches(&folder);
        let mut message = String::new();
        let mut current = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            let head = line.split_once('=').map(|(head, _)| head.trim_end());
            match head {
                Some(head) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    message = format!("{area}: {head}");
                    current.clone_from(&message);
                }
                Some(head) if head.trim_start().starts_with('.') => {
                    current = format!("{message}{}", head.trim_start());
                }
                _ if line.starts_with('-') => current.clear(),
                _ => {}
            }
            if !current.is_empty() {
                found.entry(current.clone()).or_insert_with(BTreeSet::new).extend(variables(line));
            }
        }
    }
    found
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    let after = line.split('$').skip(1);
    after.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect())
}

#[test]
fn both_languages_say_the_same_messages() {
    let (french, english) = (messages(Lang::Fr), messages(Lang::En));
    assert!(french.len() > 100, "the catalogues were not found");
    for (one, other, lang) in [(&french, &english, "en"), (&english, &french, "fr")] {
        let missing: Vec<&String> = one.keys().filter(|id| !other.contains_key(*id)).collect();
        assert!(missing.is_empty(), "missing in assets/i18n/{lang}: {missing:?}");
    }
    for (id, variables) in &french {
        assert_eq!(Some(variables), english.get(id), "{id}: French on the left, English on the right");
    }
}

#[test]
fn every_message_has_words() {
    for info in i18n::all_messages() {
        for lang in Lang::ALL {
            assert_ne!((info.write)(lang, 2, "x").trim(), "", "{} is empty in {lang}", info.id);
        }
    }
}

/// What is typed in the catalogues and what the build made of it are one list.
#[test]
fn every_message_is_in_the_table_of_all() {
    let typed: BTreeSet<String> =
        messages(Lang::Fr).into_keys().filter_map(|id| Some(id.split_once(": ")?.1.to_owned())).collect();
    let compiled: BTreeSet<String> = i18n::all_messages().iter().map(|info| info.id.to_owned()).collect();
    assert_eq!(typed, compiled);
}

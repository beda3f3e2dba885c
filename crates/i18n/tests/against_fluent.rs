//! The generated functions say what Fluent's own interpreter says, for every message of both languages.
//!
//! The catalogues are compiled by this crate's build script; the reference implementation reads the same
//! files here and is asked the same questions.

#![allow(clippy::expect_used)] // a broken catalogue must stop the test

use std::path::PathBuf;
use std::{env, fs};

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use i18n::{Lang, MessageInfo, VariableKind, all_messages, integer};
use proptest::prelude::*;
use unic_langid::LanguageIdentifier;

#[path = "../build/typography.rs"]
#[allow(dead_code)]
mod typography;

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.code().parse().expect("a language");
    let mut bundle = FluentBundle::new(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Fr => |value, _| written(Lang::Fr, value),
        Lang::En => |value, _| written(Lang::En, value),
    }));
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/i18n").join(lang.code());
    for entry in fs::read_dir(folder).expect("the catalogues") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("UTF-8");
        let resource = FluentResource::try_new(text).expect("sound Fluent");
        bundle.add_resource(resource).expect("no message twice");
    }
    bundle
}

fn written(lang: Lang, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    format!("{value:.0}").parse().ok().map(|n| integer(lang, n))
}

/// What the interpreter makes of a message, with the typography of the language.
fn expected(
    bundle: &FluentBundle<FluentResource>,
    lang: Lang,
    info: &MessageInfo,
    n: i64,
    text: &str,
) -> String {
    let (id, attribute) = info.id.split_once('.').map_or((info.id, None), |(id, name)| (id, Some(name)));
    let message = bundle.get_message(id).expect("the message");
    let pattern = match attribute {
        Some(name) => message.get_attribute(name).expect("the attribute").value(),
        None => message.value().expect("a value"),
    };
    let mut args = FluentArgs::new();
    for (name, kind) in info.variables {
        match kind {
            VariableKind::Number => args.set(*name, n),
            VariableKind::Text => args.set(*name, text.to_owned()),
        }
    }
    let mut errors = Vec::new();
    let value = bundle.format_pattern(pattern, Some(&args), &mut errors);
    assert!(errors.is_empty(), "{}: {errors:?}", info.id);
    typography::set(lang.code(), &value)
}

fn agree(n: i64, text: &str) {
    for lang in Lang::ALL {
        let bundle = bundle(lang);
        for info in all_messages() {
            let found = (info.write)(lang, n, text);
            assert_eq!(found, expected(&bundle, lang, info, n, text), "{} in {lang}, n = {n}", info.id);
        }
    }
}

#[test]
fn every_message_with_the_numbers_that_change_a_word() {
    for n in [0, 1, 2, 3, 12, 1_000, 1_000_000, 2_000_000, 1_000_001, -1, -2] {
        agree(n, "grounded");
    }
}

#[test]
fn every_message_with_the_texts_that_change_a_word() {
    for text in ["grounded", "thematic", "coût du trajet", ""] {
        agree(2, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_message_with_any_number(n in -10_000_000i64..10_000_000) {
        agree(n, "EMG");
    }
}

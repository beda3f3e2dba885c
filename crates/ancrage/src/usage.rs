//! What was typed wrong, in words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use i18n::Lang;

/// The sentence about something that clap refused, with how to get help.
pub fn sentence(lang: Lang, error: &Error) -> String {
    let said = Said { lang, error };
    let what = said.what();
    let hint =
        said.strings(ContextKind::SuggestedArg).or_else(|| said.strings(ContextKind::SuggestedSubcommand));
    let hint =
        hint.or_else(|| said.strings(ContextKind::SuggestedValue)).and_then(|found| found.into_iter().next());
    match hint {
        Some(hint) => format!("{what} {}", i18n::usage_did_you_mean(lang, &hint)),
        None => what,
    }
}

struct Said<'e> {
    lang: Lang,
    error: &'e Error,
}

impl Said<'_> {
    fn what(&self) -> String {
        let lang = self.lang;
        let argument = self.one(ContextKind::InvalidArg);
        let value = self.one(ContextKind::InvalidValue);
        match self.error.kind() {
            ErrorKind::UnknownArgument => i18n::usage_unknown_argument(lang, &argument),
            ErrorKind::InvalidSubcommand => {
                i18n::usage_unknown_command(lang, &self.one(ContextKind::InvalidSubcommand))
            }
            ErrorKind::MissingRequiredArgument => {
                let missing = self.strings(ContextKind::InvalidArg).unwrap_or_default();
                i18n::usage_missing(lang, &missing.join(", "))
            }
            ErrorKind::MissingSubcommand => {
                let known = self.strings(ContextKind::ValidSubcommand).unwrap_or_default();
                i18n::usage_missing_command(lang, &known.join(", "))
            }
            ErrorKind::InvalidValue if value.is_empty() => i18n::usage_missing_value(lang, &argument),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => self.bad_value(&argument, &value),
            ErrorKind::ArgumentConflict => match self.strings(ContextKind::PriorArg) {
                Some(other) if other != [argument.as_str()] => {
                    i18n::usage_conflict(lang, &argument, &other.join(", "))
                }
                _ => i18n::usage_twice(lang, &argument),
            },
            ErrorKind::TooManyValues => i18n::usage_too_many(lang, &argument, &value),
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
                i18n::usage_missing_value(lang, &argument)
            }
            ErrorKind::InvalidUtf8 => i18n::usage_not_text(lang).to_owned(),
            _ => i18n::usage_other(lang).to_owned(),
        }
    }

    fn bad_value(&self, argument: &str, value: &str) -> String {
        let sentence = i18n::usage_bad_value(self.lang, argument, value);
        match self.strings(ContextKind::ValidValue).filter(|valid| !valid.is_empty()) {
            Some(valid) => format!("{sentence} {}", i18n::usage_possible(self.lang, &valid.join(", "))),
            None if argument.starts_with("--threshold") => {
                format!("{sentence} {}", i18n::usage_threshold(self.lang))
            }
            None => sentence,
        }
    }

    fn strings(&self, kind: ContextKind) -> Option<Vec<String>> {
        match self.error.get(kind)? {
            ContextValue::String(text) => Some(vec![text.clone()]),
            ContextValue::Strings(texts) => Some(texts.clone()),
            _ => None,
        }
    }

    fn one(&self, kind: ContextKind) -> String {
        self.strings(kind).unwrap_or_default().join(", ")
    }
}

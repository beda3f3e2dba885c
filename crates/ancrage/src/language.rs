//! The language of messages.

use i18n::Lang;
use std::env;
use std::ffi::{OsStr, OsString};

/// The language that was asked for with `--lang`, else that of the locale, else French. English is only
/// taken where somebody says so.
pub fn language(arguments: &[OsString]) -> Lang {
    let typed = typed(arguments).and_then(|text| text.parse().ok());
    typed.unwrap_or_else(|| of_locale(|name| env::var(name).ok()))
}

/// The value of `--lang`, looked for before anything is parsed: the help and the complaints about what
/// was typed need it.
fn typed(arguments: &[OsString]) -> Option<String> {
    let mut arguments = arguments.iter().map(OsString::as_os_str).filter_map(OsStr::to_str);
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--lang") {
            Some("") => return arguments.next().map(str::to_owned),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ if argument == "--" => return None,
            _ => {}
        }
    }
    None
}

/// The first of these that is set decides, as everywhere on Unix.
fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    match set.map(|locale| locale.parse()) {
        Some(Ok(Lang::En)) => Lang::En,
        _ => Lang::Fr,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Option<String> {
        typed(&arguments.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_option_is_found_wherever_it_stands() {
        assert_eq!(asked(&["show", "p", "--lang", "en"]).as_deref(), Some("en"));
        assert_eq!(asked(&["--lang=fr", "show"]).as_deref(), Some("fr"));
        assert_eq!(asked(&["show", "--", "--lang=en"]), None);
        assert_eq!(asked(&["show", "--language"]), None);
    }

    #[test]
    fn english_is_taken_only_where_the_locale_says_so() {
        let locale = |pairs: &'static [(&str, &str)]| {
            of_locale(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(locale(&[]), Lang::Fr);
        assert_eq!(locale(&[("LANG", "C.UTF-8")]), Lang::Fr);
        assert_eq!(locale(&[("LANG", "en_GB.UTF-8")]), Lang::En);
        assert_eq!(locale(&[("LANG", "en_US"), ("LC_ALL", "fr_FR")]), Lang::Fr);
        assert_eq!(locale(&[("LANG", "en_US"), ("LC_ALL", "")]), Lang::En);
        assert_eq!(locale(&[("LANG", "de_DE")]), Lang::Fr);
    }
}

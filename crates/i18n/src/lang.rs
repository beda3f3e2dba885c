//! The languages of the interface.

use std::fmt;
use std::str::FromStr;

/// A language in which every message exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// French, the source.
    #[default]
    Fr,
    /// English.
    En,
}

/// No catalogue has this code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language “{0}”: fr or en")]
pub struct UnknownLang(pub String);

impl Lang {
    /// Every language, the source first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The two-letter code: `fr`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language's name in itself, as a menu shows it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "français",
            Self::En => "English",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads a code, also as systems write it (`fr_FR.UTF-8`, `en-GB`), whatever the case.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let language = text.split(['_', '-', '.']).next().unwrap_or(text);
        let found = Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language));
        found.ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

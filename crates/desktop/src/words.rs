//! In which language, and after which method, a panel speaks.

use i18n::Lang;
use model::value::Method;

/// Handed to every panel; a change shows in the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    /// The language of the interface.
    pub lang: Lang,
    /// The study's method: *étiquette* or *code*.
    pub method: Method,
}

impl Words {
    /// The method as the catalogues want it.
    #[must_use]
    pub fn method(self) -> &'static str {
        self.method.as_str()
    }
}

/// A number for the catalogues.
#[must_use]
pub fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

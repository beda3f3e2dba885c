//! What is wrong with a regular expression, and where.

use regex_syntax::ast::{ErrorKind, parse::Parser};

/// What is wrong with a regular expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegexFault {
    /// A parenthesis is not closed.
    OpenGroup,
    /// A parenthesis closes nothing.
    StrayClose,
    /// A bracket is not closed.
    OpenClass,
    /// `*`, `+`, `?` or `{…}` has nothing before it to repeat.
    NothingRepeated,
    /// The numbers between braces cannot be read, or go down.
    BadCount,
    /// A range between brackets goes down, or does not go from sign to sign.
    BadRange,
    /// A backslash stands before something that it does not change, or at the end.
    BadEscape,
    /// It looks ahead, looks back or repeats what a group found: a search in linear time cannot.
    NotOffered,
    /// Groups are nested too deeply.
    TooDeep,
    /// It cannot be read for another reason.
    Unreadable,
}

/// What is wrong with an expression that did not compile, and at which sign, counted from 1.
pub(super) fn fault(pattern: &str) -> (RegexFault, usize) {
    let Err(error) = Parser::new().parse(pattern) else { return (RegexFault::Unreadable, 1) };
    let before = pattern.get(..error.span().start.offset).unwrap_or_default();
    (sort(error.kind()), before.chars().count() + 1)
}

fn sort(kind: &ErrorKind) -> RegexFault {
    use ErrorKind as Kind;
    match kind {
        Kind::GroupUnclosed | Kind::GroupNameUnexpectedEof => RegexFault::OpenGroup,
        Kind::GroupUnopened => RegexFault::StrayClose,
        Kind::ClassUnclosed => RegexFault::OpenClass,
        Kind::RepetitionMissing => RegexFault::NothingRepeated,
        Kind::RepetitionCountInvalid
        | Kind::RepetitionCountDecimalEmpty
        | Kind::RepetitionCountUnclosed
        | Kind::DecimalEmpty
        | Kind::DecimalInvalid => RegexFault::BadCount,
        Kind::ClassRangeInvalid | Kind::ClassRangeLiteral => RegexFault::BadRange,
        Kind::ClassEscapeInvalid
        | Kind::EscapeUnexpectedEof
        | Kind::EscapeUnrecognized
        | Kind::EscapeHexEmpty
        | Kind::EscapeHexInvalid
        | Kind::EscapeHexInvalidDigit
        | Kind::UnicodeClassInvalid => RegexFault::BadEscape,
        Kind::UnsupportedBackreference | Kind::UnsupportedLookAround => RegexFault::NotOffered,
        Kind::NestLimitExceeded(_) => RegexFault::TooDeep,
        _ => RegexFault::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_counted_in_signs() {
        assert_eq!(fault("été(mal"), (RegexFault::OpenGroup, 4));
    }

    #[test]
    fn each_fault_is_told_from_the_others() {
        let faults =
            ["a)", "[a", "*", "a{2,1}", "[z-a]", r"\é", r"(a)\1", "(?=a)"].map(|pattern| fault(pattern).0);
        use RegexFault as Fault;
        let expected = [
            Fault::StrayClose,
            Fault::OpenClass,
            Fault::NothingRepeated,
            Fault::BadCount,
            Fault::BadRange,
            Fault::BadEscape,
            Fault::NotOffered,
            Fault::NotOffered,
        ];
        assert_eq!(faults, expected);
    }
}

//! Numbers as each language writes them.

use crate::{Lang, percent_sign_after};

/// A whole number with its thousands apart: `12 345` (no-break space) in French, `12,345` in English.
pub fn integer(lang: Lang, n: i64) -> String {
    let sign = if n < 0 { MINUS } else { "" };
    format!("{sign}{}", grouped(lang, &n.unsigned_abs().to_string()))
}

/// A number with exactly `digits` decimals: `1 234,50` in French, `1,234.50` in English.
///
/// What is not a finite number is written as a dash: there is no value to show.
pub fn decimal(lang: Lang, value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let written = format!("{:.digits$}", value.abs());
    let zero = written.chars().all(|c| matches!(c, '0' | '.'));
    let sign = if value < 0.0 && !zero { MINUS } else { "" };
    match written.split_once('.') {
        Some((whole, part)) => format!("{sign}{}{}{part}", grouped(lang, whole), decimal_mark(lang)),
        None => format!("{sign}{}", grouped(lang, &written)),
    }
}

/// A number with at most `digits` decimals and none that say nothing: `5`, `2,5` in French, `2.5` in English.
pub fn decimal_at_most(lang: Lang, value: f64, digits: usize) -> String {
    let written = decimal(lang, value, digits);
    match written.contains(decimal_mark(lang)) && value.is_finite() && digits > 0 {
        true => written.trim_end_matches('0').trim_end_matches(decimal_mark(lang)).to_owned(),
        false => written,
    }
}

/// A share of one as a percentage: `0.714` with one decimal is `71,4 %` in French, `71.4%` in English.
pub fn percent(lang: Lang, share: f64, digits: usize) -> String {
    percent_sign_after(lang, &decimal(lang, share * 100.0, digits))
}

/// The true minus sign: a hyphen would let a line break after it.
const MINUS: &str = "−";

fn grouped(lang: Lang, digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(thousands_mark(lang));
        }
        out.push(digit);
    }
    out
}

/// The same no-break space as in all texts: egui would break a line at the narrow one (U+202F).
fn thousands_mark(lang: Lang) -> char {
    match lang {
        Lang::Fr => '\u{A0}',
        Lang::En => ',',
    }
}

fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::Fr => ',',
        Lang::En => '.',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_that_say_nothing_are_left_out() {
        let cases = [(5.0, "5", "5"), (2.5, "2,5", "2.5"), (10.0, "10", "10"), (0.125, "0,125", "0.125")];
        for (value, french, english) in cases {
            assert_eq!(decimal_at_most(Lang::Fr, value, 4), french);
            assert_eq!(decimal_at_most(Lang::En, value, 4), english);
        }
        assert_eq!(decimal_at_most(Lang::Fr, 1000.0, 0), "1\u{A0}000");
    }

    #[test]
    fn thousands_stand_apart() {
        let cases = [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1\u{A0}000", "1,000"),
            (-1_234_567, "−1\u{A0}234\u{A0}567", "−1,234,567"),
            (
                i64::MIN,
                "−9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808",
                "−9,223,372,036,854,775,808",
            ),
        ];
        for (n, french, english) in cases {
            assert_eq!((integer(Lang::Fr, n), integer(Lang::En, n)), (french.to_owned(), english.to_owned()));
        }
    }

    #[test]
    fn decimals_take_the_mark_of_the_language() {
        assert_eq!(decimal(Lang::Fr, 0.715, 2), "0,71");
        assert_eq!(decimal(Lang::En, 0.725, 2), "0.72");
        assert_eq!(decimal(Lang::Fr, 1234.5, 1), "1\u{A0}234,5");
        assert_eq!(decimal(Lang::Fr, 999.96, 1), "1\u{A0}000,0");
        assert_eq!(decimal(Lang::Fr, 41.7, 0), "42");
    }

    #[test]
    fn a_rounded_zero_has_no_sign() {
        assert_eq!(decimal(Lang::Fr, -0.001, 2), "0,00");
        assert_eq!(decimal(Lang::Fr, -0.006, 2), "−0,01");
    }

    #[test]
    fn what_is_no_number_is_a_dash() {
        assert_eq!(decimal(Lang::Fr, f64::NAN, 2), "–");
        assert_eq!(decimal(Lang::En, f64::INFINITY, 0), "–");
    }

    #[test]
    fn a_percentage_keeps_its_sign_on_the_line() {
        assert_eq!(percent(Lang::Fr, 0.714, 0), "71\u{A0}%");
        assert_eq!(percent(Lang::En, 0.714, 1), "71.4%");
    }
}

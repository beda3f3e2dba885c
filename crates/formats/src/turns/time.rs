//! Time marks: where in the recording something is said.

use std::sync::LazyLock;

use regex::Regex;

/// A time mark found at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    /// Bytes that the mark takes, brackets included.
    pub len: usize,
    /// Milliseconds from the start of the recording.
    pub ms: u32,
}

/// `1:02:03`, `00:12:34,5`, `00:12:34:21` with images, `1h02m03s`, `12:34`, `12'34"`, `12 min 34`, `1h02`.
const CLOCK: &str = r#"(?x)
    (?: (?<h>\d{1,2}) (?: : | [hH] ) (?<m>[0-5]?\d) (?: : | [mM'’] ) (?<s>[0-5]\d)
        (?: [.,] (?<f>\d{1,3}) | [:;] \d\d )? s?
      | (?<m2>\d{1,3}) [:'’] (?<s2>[0-5]\d) (?: [.,] (?<f2>\d{1,3}) )? (?: ["”″] | '' | ’’ )?
      | (?<m4>\d{1,3}) \ ? (?: min | mn ) \ ? (?<s4>[0-5]?\d) (?: \ ? s (?:ec)? | " )?
      | (?<h3>\d{1,2}) [hH] (?<m3>[0-5]\d) (?: m(?:in|n)? )?
    )"#;

/// The two times of a cue as Teams once wrote them into documents, with numbers of one digit.
const CUE: &str = r"(?x) ^ (\d{1,2}) : (\d{1,2}) : (\d{1,2}) \. (\d{1,3}) \ * --> \ *
    \d{1,2} : \d{1,2} : \d{1,2} \. \d{1,3}";

#[allow(clippy::unwrap_used)] // The patterns are constants, and tests use each of them.
fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

static CUE_TIMES: LazyLock<Regex> = LazyLock::new(|| regex(CUE));
static BARE: LazyLock<Regex> = LazyLock::new(|| regex(&format!("^{CLOCK}")));
/// A mark that ends a range, as `00:01 --> 00:04`, and is passed over.
static RANGE_END: LazyLock<Regex> =
    LazyLock::new(|| regex(&format!(r"^[ \u{{A0}}]*(?:-->|→|–|-|à|/)[ \u{{A0}}]*(?:{CLOCK})")));

/// A mark in brackets of any kind, `[00:12:34]`, `(12:34)`, `#00:12:34-5#`.
pub(crate) fn bracketed(text: &str) -> Option<Clock> {
    let closing = match text.as_bytes().first()? {
        b'[' => "]",
        b'(' => ")",
        b'{' => "}",
        b'<' => ">",
        b'#' => "#",
        b'|' => "|",
        _ => return None,
    };
    let inside = &text[1..];
    let spaces = inside.len() - inside.trim_start_matches([' ', '\u{A0}']).len();
    let clock = bare(&inside[spaces..])?;
    let rest = &inside[spaces + clock.len..];
    // The tenths that some players write as `-5`.
    let tenths =
        rest.strip_prefix('-').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let end = tenths.trim_start_matches([' ', '\u{A0}']).strip_prefix(closing)?;
    Some(Clock { len: text.len() - end.len(), ms: clock.ms })
}

/// A mark without brackets.
pub(crate) fn bare(text: &str) -> Option<Clock> {
    if !text.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    if let Some(clock) = cue(text) {
        return Some(clock);
    }
    let found = BARE.captures(text)?;
    let whole = found.get(0)?.end();
    if text[whole..].starts_with(|c: char| c.is_alphanumeric() || c == ':') {
        return None;
    }
    let number = |names: &[&str]| {
        names.iter().find_map(|name| found.name(name)).map_or(0, |m| m.as_str().parse::<u32>().unwrap_or(0))
    };
    let (h, m, s) = (number(&["h", "h3"]), number(&["m", "m2", "m3", "m4"]), number(&["s", "s2", "s4"]));
    let fraction = found.name("f").or_else(|| found.name("f2")).map_or(0, |f| thousandths(f.as_str()));
    let len = whole + RANGE_END.find(&text[whole..]).map_or(0, |end| end.end());
    Some(Clock { len, ms: ((h * 60 + m) * 60 + s) * 1000 + fraction })
}

fn cue(text: &str) -> Option<Clock> {
    let found = CUE_TIMES.captures(text)?;
    let [_, h, m, s, f] = [0, 1, 2, 3, 4].map(|n| found.get(n).map_or("", |m| m.as_str()));
    let number = |digits: &str| digits.parse::<u32>().unwrap_or(0);
    let ms = ((number(h) * 60 + number(m)) * 60 + number(s)) * 1000 + thousandths(f);
    Some(Clock { len: found.get(0)?.end(), ms })
}

/// A mark that nothing else could be: in brackets other than round ones, or hours, minutes and seconds.
pub(crate) fn clear(text: &str) -> Option<Clock> {
    if text.starts_with('(') {
        return None;
    }
    let found = any(text)?;
    let whole = !text.as_bytes().first()?.is_ascii_digit()
        || text.get(..found.len).is_some_and(|mark| mark.matches(':').count() >= 2);
    whole.then_some(found)
}

/// A mark with or without brackets.
pub(crate) fn any(text: &str) -> Option<Clock> {
    bracketed(text).or_else(|| bare(text))
}

fn thousandths(digits: &str) -> u32 {
    let scale = 10u32.pow(3u32.saturating_sub(u32::try_from(digits.len()).unwrap_or(3)));
    digits.parse::<u32>().unwrap_or(0) * scale
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, u32)>) {
        let found = any(text).map(|clock| (&text[..clock.len], clock.ms));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_in_all_their_forms() {
        check("[00:12:34] EMG", Some(("[00:12:34]", 754_000)));
        check("(12:34)", Some(("(12:34)", 754_000)));
        check("[ 12:34 ] oui", Some(("[ 12:34 ]", 754_000)));
        check("#00:12:34-5# oui", Some(("#00:12:34-5#", 754_000)));
        check("1:02:03.5 oui", Some(("1:02:03.5", 3_723_500)));
        check("00:00:01,250 --> 00:00:04,000\n", Some(("00:00:01,250 --> 00:00:04,000", 1_250)));
        check("1h02m03s", Some(("1h02m03s", 3_723_000)));
        check("1h02 oui", Some(("1h02", 3_720_000)));
        check("12'34", Some(("12'34", 754_000)));
        check("0:03", Some(("0:03", 3_000)));
        check("105:10", Some(("105:10", 6_310_000)));
        check("[12'34\"] oui", Some(("[12'34\"]", 754_000)));
        check("12 min 34 oui", Some(("12 min 34", 754_000)));
        check("12min34s", Some(("12min34s", 754_000)));
        check("00:12:34:21", Some(("00:12:34:21", 754_000)));
        check("0:0:0.0 --> 0:0:3.29\nClaire", Some(("0:0:0.0 --> 0:0:3.29", 0)));
        check("1:2:3.5 --> 1:2:4.0", Some(("1:2:3.5 --> 1:2:4.0", 3_723_500)));
    }

    #[test]
    fn what_is_no_mark() {
        for text in ["12:3", "12:75", "12 ans", "[rires]", "(12)", "12:345", "[12:34", "06/03/2023", "", "h"]
        {
            check(text, None);
        }
    }
}

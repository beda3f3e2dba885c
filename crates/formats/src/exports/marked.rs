//! Texts with the time marks of Transana, `¤<2000>`, in milliseconds.

use super::Saying;

/// The words after each mark; `None` for a text without such marks at its head.
pub(super) fn read(text: &str) -> Option<Vec<Saying>> {
    let first = mark(text.trim_start_matches('\u{FEFF}').trim_start())?;
    let (mut start, mut rest) = (first.0, first.1);
    let mut said = Vec::new();
    loop {
        let next = rest.match_indices('¤').find_map(|(at, _)| Some((at, mark(rest.get(at..)?)?)));
        let words = next.map_or(rest, |(at, _)| rest.get(..at).unwrap_or_default());
        said.push(Saying { start: Some(start), voice: None, text: words.trim().to_owned() });
        let Some((_, (time, after))) = next else { return Some(said) };
        (start, rest) = (time, after);
    }
}

/// The time of a mark with which a text begins, and what follows.
fn mark(text: &str) -> Option<(u32, &str)> {
    let (digits, after) = text.strip_prefix("¤<")?.split_once('>')?;
    Some((digits.parse().ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn marks_part_what_is_said() {
        let said = read("¤<0>E : Alors ?\n¤<2500>M : Oui,\nvoilà ¤ et <3>\n").unwrap();
        assert_eq!(shown(&said), ["0 : E : Alors ?", "2500 : M : Oui,\nvoilà ¤ et <3>"]);
        assert_eq!(read("E : ¤<2>"), None);
    }
}

//! Texts with the time marks of Transana, `¤<2000>`, in milliseconds.

use super::Saying;

/// The most bytes that a mark takes: its time is a number of 32 bits.
const MARK: usize = 16;

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
    let inside = text.strip_prefix("¤<")?;
    // Looked for near by: a text full of marks that never end would be walked through for each of them.
    let end = inside.bytes().take(MARK).position(|b| b == b'>')?;
    Some((inside.get(..end)?.parse().ok()?, inside.get(end + 1..)?))
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

    #[test]
    fn marks_that_never_end_are_words_and_take_no_time() {
        let words = "¤<12".repeat(1_000_000);
        let said = read(&format!("¤<0>{words}")).unwrap();
        assert_eq!(said.iter().map(|said| said.text.len()).collect::<Vec<_>>(), [words.len()]);
    }
}

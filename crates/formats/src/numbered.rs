//! Lines that a program numbered where they end on the page, as `12   et puis voilà`: the numbers are the page's,
//! not speech.

/// The least lines with words.
const LINES: usize = 10;

/// The text without the numbers of its lines, how many there were and the first line with one; `None` for a text
/// whose lines are not numbered.
pub(crate) fn without(text: &str) -> Option<(String, usize, String)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let worded: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let numbers: Vec<(u32, &str)> = worded.iter().filter_map(|line| number(line)).collect();
    // A page may begin to count anew, and a line above the text has no number.
    let counted = numbers.windows(2).filter(|pair| pair[1].0 == pair[0].0 + 1).count();
    if worded.len() < LINES || numbers.len() * 20 < worded.len() * 19 || counted * 20 < worded.len() * 18 {
        return None;
    }
    // Where every line begins a turn, the numbers are those of the turns.
    const LABEL: usize = 40;
    let labelled = |line: &&(u32, &str)| line.1.char_indices().take(LABEL).any(|(_, c)| c == ':');
    if numbers.iter().filter(labelled).count() * 10 > numbers.len() * 8 {
        return None;
    }
    let bare =
        |line: &&str| number(line.trim()).map_or(line.trim_end().to_owned(), |(_, words)| words.to_owned());
    let bare: Vec<String> = lines.iter().map(bare).collect();
    Some((bare.join("\n"), numbers.len(), worded.first().map(|line| (*line).to_owned())?))
}

/// The number with which a line begins, and the words behind it.
fn number(line: &str) -> Option<(u32, &str)> {
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.get(..line.len() - words.len())?.parse().ok()?;
    (words.is_empty() || words.starts_with(char::is_whitespace)).then_some((number, words.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_lines_leave() {
        let numbered: Vec<String> =
            (1..=12).map(|n| format!("{n}   {}", if n % 4 == 1 { "E : oui" } else { "et 3 fois" })).collect();
        let (text, count, first) = without(&numbered.join("\n")).unwrap();
        assert!(text.starts_with("E : oui\net 3 fois\n"));
        assert_eq!((count, first.as_str()), (12, "1   E : oui"));
    }

    #[test]
    fn other_numbers_stay() {
        let turns: Vec<String> = (1..=12).map(|n| format!("{n} E : oui")).collect();
        assert_eq!(without(&turns.join("\n")), None);
        let ages: Vec<String> = (1..=12).map(|n| format!("{} ans", 30 + 7 * n)).collect();
        assert_eq!(without(&ages.join("\n")), None);
        assert_eq!(without("1 a\n2 b"), None);
    }
}

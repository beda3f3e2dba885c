//! Markup inside cues: voices, formatting, times of words, entities.

/// A line of a cue, or the part of it that one voice says.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub voice: Option<String>,
    /// Without markup.
    pub text: String,
    /// Whether times of single words stand in it.
    pub stamped: bool,
}

/// The most characters of a tag, and of a name in it.
const TAG_CHARS: usize = 300;
/// The most characters of an entity's name.
const ENTITY_CHARS: usize = 8;

/// The lines of a cue. What is no markup of subtitles is text.
pub(crate) fn lines(payload: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::default();
    let mut rest = payload;
    while let Some(c) = rest.chars().next() {
        let used = match c {
            '<' => tag(rest, &mut line, &mut lines),
            '{' => override_code(rest),
            '&' => entity(rest, &mut line.text),
            '\n' => {
                let next = Line { voice: line.voice.clone(), ..Line::default() };
                lines.push(std::mem::replace(&mut line, next));
                Some(1)
            }
            _ => None,
        };
        let len = used.unwrap_or_else(|| {
            let len = c.len_utf8()
                + rest[c.len_utf8()..].find(['<', '{', '&', '\n']).unwrap_or(rest.len() - c.len_utf8());
            line.text.push_str(&rest[..len]);
            len
        });
        rest = &rest[len..];
    }
    lines.push(line);
    lines
}

/// The length of the tag at the beginning, if it is one of subtitles; a voice begins a new line.
fn tag(rest: &str, line: &mut Line, lines: &mut Vec<Line>) -> Option<usize> {
    let end = rest.char_indices().take(TAG_CHARS).find(|(at, c)| *c == '>' || (*at > 0 && *c == '<'))?;
    let inside = rest.get(1..end.0).filter(|_| end.1 == '>')?;
    let (name, value) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let name = name.strip_prefix('/').unwrap_or(name).split('.').next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "v" if !inside.starts_with('/') => {
            let voice = Some(name_of(value)).filter(|name| !name.is_empty());
            let next = Line { voice, ..Line::default() };
            let before = std::mem::replace(line, next);
            lines.extend((!before.text.trim().is_empty()).then_some(before));
        }
        "v" | "c" | "i" | "b" | "u" | "s" | "font" | "ruby" | "rt" | "lang" => {}
        _ if is_stamp(inside) => line.stamped = true,
        _ => return None,
    }
    Some(end.0 + 1)
}

/// `00:00:01.500`, the time of the next word.
fn is_stamp(inside: &str) -> bool {
    inside.contains(':') && inside.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b','))
}

fn name_of(value: &str) -> String {
    let mut name = String::new();
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let used = if c == '&' { entity(rest, &mut name) } else { None };
        if used.is_none() {
            name.push(c);
        }
        rest = &rest[used.unwrap_or(c.len_utf8())..];
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `{\an8}`, a code of some players for the place on the picture.
fn override_code(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix("{\\")?;
    let end = inside.char_indices().take(TAG_CHARS).find(|(_, c)| matches!(c, '}' | '{' | '\n'))?;
    (end.1 == '}').then_some(end.0 + 3)
}

/// Writes the character of the entity at the beginning and gives its length, if it is a known one.
fn entity(rest: &str, text: &mut String) -> Option<usize> {
    let end = rest.bytes().take(ENTITY_CHARS + 2).position(|b| b == b';')?;
    let name = rest.get(1..end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "lrm" => '\u{200E}',
        "rlm" => '\u{200F}',
        _ => {
            let code = name.strip_prefix('#')?;
            let hex = code.strip_prefix(['x', 'X']).map(|code| u32::from_str_radix(code, 16));
            char::from_u32(hex.unwrap_or_else(|| code.parse::<u32>()).ok()?)?
        }
    };
    text.push(c);
    Some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(payload: &str, expected: &[(&str, &str)]) {
        let lines = lines(payload);
        let got: Vec<(&str, &str)> = lines
            .iter()
            .map(|line| (line.voice.as_deref().unwrap_or_default(), line.text.as_str()))
            .collect();
        assert_eq!(got, expected, "{payload}");
    }

    #[test]
    fn voices_part_the_lines() {
        check("<v Claire L.>Oui", &[("Claire L.", "Oui")]);
        check("<v.fort.loud  Claire  L. >Oui</v> voilà", &[("Claire L.", "Oui voilà")]);
        check("<v A&amp;B>Oui\nnon", &[("A&B", "Oui"), ("A&B", "non")]);
        check("<v A>Oui</v> <v B>Non</v>", &[("A", "Oui "), ("B", "Non")]);
        check("(rires) <v A>Oui", &[("", "(rires) "), ("A", "Oui")]);
        check("<v>Oui", &[("", "Oui")]);
    }

    #[test]
    fn formatting_goes_and_words_stay() {
        for (payload, text) in [
            ("<i>je</i> <c.jaune>dors</c> <b>mal</b>", "je dors mal"),
            ("<font color=\"#ff0000\">oui</font>", "oui"),
            ("<lang fr>oui</lang> <ruby>a<rt>b</rt></ruby>", "oui ab"),
            ("{\\an8}oui {non} {\\pos(1,2)}", "oui {non} "),
            ("a &lt;b&gt; &amp;amp; l&#39;autre&nbsp;! &#x2019;", "a <b> &amp; l'autre\u{A0}! ’"),
            ("R&D, fish & chips; &eacute; &#0; &#xD800;", "R&D, fish & chips; &eacute; \0 &#xD800;"),
            ("<rires> 3 < 4 et 5 > 4", "<rires> 3 < 4 et 5 > 4"),
            ("<b", "<b"),
            ("<i<b>oui", "<ioui"),
            ("l’été<00:00:01.500><c> dernier</c>", "l’été dernier"),
        ] {
            check(payload, &[("", text)]);
        }
        assert!(lines("l’été<00:00:01.500> dernier")[0].stamped);
        assert!(!lines("<b>l’été</b> à 12:30")[0].stamped);
    }
}

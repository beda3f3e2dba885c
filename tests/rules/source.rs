//! Rust source without its comments and its test modules, line by line.

/// Replaces comments by spaces; strings stay. Lines keep their numbers.
pub fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = token(rest, first);
        let (token, after) = rest.split_at(taken);
        if token.starts_with("//") || token.starts_with("/*") {
            out.extend(token.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(token);
        }
        rest = after;
    }
    out
}

/// Bytes of the comment, string or single character that `rest` begins with.
fn token(rest: &str, first: char) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    match first {
        '"' => string(rest, 1),
        'r' | 'b' if raw_marks(rest).is_some() => raw_string(rest),
        '\'' => character(rest),
        _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        _ => first.len_utf8(),
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn string(rest: &str, from: usize) -> usize {
    let mut escaped = false;
    for (index, c) in rest[from..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return from + index + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The number of `#` of a raw string that begins here.
fn raw_marks(rest: &str) -> Option<usize> {
    let after = rest.trim_start_matches('b').strip_prefix('r')?;
    let marks = after.len() - after.trim_start_matches('#').len();
    after[marks..].starts_with('"').then_some(marks)
}

fn raw_string(rest: &str) -> usize {
    let close = format!("\"{}", "#".repeat(raw_marks(rest).unwrap_or_default()));
    let open = rest.find('"').map_or(rest.len(), |at| at + 1);
    rest[open..].find(&close).map_or(rest.len(), |at| open + at + close.len())
}

/// A character literal (`'"'`, `'\''`), or one quote of a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    let (Some((_, inner)), Some((next, after))) = (chars.next(), chars.next()) else { return 1 };
    match (inner, after) {
        ('\\', _) => {
            rest[next + after.len_utf8()..].find('\'').map_or(1, |at| next + after.len_utf8() + at + 1)
        }
        (_, '\'') => next + 1,
        _ => 1,
    }
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Blanks what `#[cfg(test)]` guards: a module in braces up to its closing brace at the line's start.
pub fn without_tests(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        out.push('\n');
        let mut inside = false;
        for guarded in lines.by_ref() {
            out.push('\n');
            inside |= guarded.matches('{').count() > guarded.matches('}').count();
            let closes =
                if inside { guarded == format!("{indent}}}") } else { guarded.ends_with([';', '}']) };
            if closes {
                break;
            }
        }
    }
    out
}

/// Where a word stands alone (not inside a longer name): line numbers from 1.
pub fn lines_with<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.lines().enumerate().filter(move |(_, line)| has_word(line, word)).map(|(index, _)| index + 1)
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let starts = !word.starts_with(is_word) || !before.is_some_and(is_word);
        let ends = !word.ends_with(is_word) || !after.is_some_and(is_word);
        starts && ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_strings_stay() {
        let cases = [
            ("let a = 1; // fs::read", "let a = 1;            "),
            ("/* a /* b */ c */ x", "                  x"),
            (r#"let s = "// no comment";"#, r#"let s = "// no comment";"#),
            (r##"let s = r#"a " // b"#; // c"##, r##"let s = r#"a " // b"#;     "##),
            (r#"let c = '"'; // x"#, r#"let c = '"';     "#),
            (r"let c = '\''; // x", r"let c = '\'';     "),
            ("fn f<'a>(x: &'a str) {} // y", "fn f<'a>(x: &'a str) {}     "),
            (r#"let s = "a \" // b"; // c"#, r#"let s = "a \" // b";     "#),
        ];
        for (source, code) in cases {
            assert_eq!(without_comments(source), code);
        }
    }

    #[test]
    fn test_modules_go_and_lines_stay() {
        let source = "fn a() {}\n#[cfg(test)]\nmod tests {\n    use super::*;\n    fn b() {\n    }\n}\nfn c() {}\n#[cfg(test)]\nmod d;\nfn e() {}\n#[cfg(test)]\nuse a::{b, c};\nfn f() {}\n";
        assert_eq!(without_tests(source), "fn a() {}\n\n\n\n\n\n\nfn c() {}\n\n\nfn e() {}\n\n\nfn f() {}\n");
    }

    #[test]
    fn a_word_inside_a_longer_name_is_not_found() {
        let code = "let operand = rand::random();\nlet brand = 1;\n";
        assert_eq!(lines_with(code, "rand").collect::<Vec<_>>(), [1]);
        assert_eq!(lines_with("x.fs::read\nxfs::read\n", "fs::").collect::<Vec<_>>(), [1]);
    }
}

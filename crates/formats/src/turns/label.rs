//! What a label looks like, one label at a time.

use super::{header, words};

/// The most characters of a label.
pub(crate) const LABEL_CHARS: usize = 48;
/// The most words of a label.
pub(crate) const LABEL_WORDS: usize = 5;

/// How much a label looks like one, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// Initials, a word with a number, a role, a title with a name.
    Strong,
    /// One to four capitalised words.
    Name,
    /// Short, in small letters.
    Weak,
}

/// How much a label looks like one; `None` if it does not.
pub(crate) fn form(label: &str) -> Option<Form> {
    if label.contains(',') {
        let several = label.split(',').all(|label| form(label.trim()) == Some(Form::Strong));
        return several.then_some(Form::Strong);
    }
    if label.len() <= 2 && !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Form::Weak);
    }
    let words: Vec<&str> = label.split_whitespace().collect();
    if matches!(words::key(label).as_str(), "relance" | "relances") {
        return Some(Form::Strong);
    }
    let letters = label.chars().any(|c| c.is_alphabetic() || c == '*');
    if words.is_empty() || words.len() > LABEL_WORDS || label.chars().count() > LABEL_CHARS || !letters {
        return None;
    }
    if is_in_capitals_with_article(&words) {
        return Some(Form::Strong);
    }
    if words::is_pronoun(label) || is_role_with_article(&words) || is_title_with_article(&words) {
        return Some(Form::Weak);
    }
    if is_particled(&words) {
        return Some(Form::Name);
    }
    let odd = label.starts_with(|c: char| !c.is_alphanumeric() && c != '*');
    if odd || words::opens_speech(label) || header::subject(label).is_some() {
        return None;
    }
    let name: Vec<&str> = words.iter().copied().filter(|word| !words::is_title(&words::key(word))).collect();
    let titled = name.len() < words.len() && !name.is_empty();
    // `M` alone is an initial, and no title.
    let name =
        if name.is_empty() && words.len() == 1 && label.chars().count() == 1 { words.clone() } else { name };
    if is_role(&words) || is_numbered(&words) || is_initials(&name) || (titled && is_name(&name)) {
        return Some(Form::Strong);
    }
    if is_name(&words) {
        return Some(Form::Name);
    }
    let plain = words.iter().all(|word| !words::opens_speech(word));
    (words.len() <= 3 && plain).then_some(Form::Weak)
}

/// `Le médecin`: a label only where it is one of the main ones.
fn is_role_with_article(words: &[&str]) -> bool {
    matches!(words, [article, role] if matches!(words::key(article).as_str(), "le" | "la")
        && words::key(role).len() > 1
        && words::names_role(&words::key(role)))
}

/// `Le Dr T`: a label only where it is one of the main ones.
fn is_title_with_article(words: &[&str]) -> bool {
    matches!(words, [article, title, name, ..] if matches!(words::key(article).as_str(), "le" | "la")
        && words::is_title(&words::key(title))
        && name.starts_with(char::is_uppercase))
}

/// `LE VOISIN`, as plays are printed.
fn is_in_capitals_with_article(words: &[&str]) -> bool {
    matches!(words, [article, word] if matches!(*article, "LE" | "LA" | "UN" | "UNE")
        && word.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !word.contains(char::is_lowercase))
}

/// A name that begins with a particle: `Le Goff`, `DE SOUZA`, `L’Hostis`. Each word has a capital, and the
/// particle is no title.
fn is_particled(words: &[&str]) -> bool {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let name = |word: &&str| {
        capital(word) && word.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !words::opens_speech(word)
    };
    let elided = |word: &str| {
        word.split_once(['\'', '’']).is_some_and(|(particle, name)| {
            matches!(particle, "D" | "L" | "d" | "l" | "O" | "M")
                && name.starts_with(char::is_uppercase)
                && name.chars().count() >= 3
                && !words::names_role(&words::key(name))
        })
    };
    match words {
        [single] => elided(single),
        [_, _, ..] => {
            let particle = |word: &&&str| capital(word) && words::is_particle(&words::key(word));
            let rest = &words[words.iter().take_while(particle).count()..];
            (1..words.len()).contains(&rest.len())
                && words.len() <= 4
                && rest.iter().all(name)
                && !rest.iter().any(|word| words::names_role(&words::key(word)))
        }
        _ => false,
    }
}

/// A role alone, or with words that make no sentence of it: `Enquêtrice`, `Médecin généraliste 3`.
fn is_role(words: &[&str]) -> bool {
    let keys: Vec<String> = words.iter().map(|word| words::common_key(word)).collect();
    let elided =
        keys.first().is_some_and(|first| words::names_role(first.strip_prefix('l').unwrap_or(first)));
    match keys.as_slice() {
        [single] => {
            let capital = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
            words::names_role(single) || elided || (capital && words::may_name_interviewer(single))
        }
        [first, rest @ ..] => {
            (words::names_role(first) && first != "moi")
                && rest.iter().all(|key| words::is_connector(key) || key == "a" || !words::opens_speech(key))
        }
        [] => false,
    }
}

/// Short letters and a number: `EMG 1`, `P3`, `Groupe A 12`.
fn is_numbered(words: &[&str]) -> bool {
    let joined = words.concat();
    let digits = joined.len() - joined.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let stem = &joined[..joined.len() - digits];
    let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
    (1..=3).contains(&digits)
        && words.len() <= 3
        && (1..=20).contains(&letters)
        && stem.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '°' | '_' | '\'' | '’'))
        && (letters <= 4 || stem.starts_with(char::is_uppercase))
}

/// Capitals: `VL`, `Q`, `J.-P.`, `MARIE`.
fn is_initials(words: &[&str]) -> bool {
    let all: String = words.concat();
    let letters = all.chars().filter(|c| c.is_alphabetic()).count();
    words.len() <= 3
        && ((1..=20).contains(&letters) || (all.contains("***") && letters == 0 && !all.is_empty()))
        && all.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}

/// Capitalised words, with small words between them.
fn is_name(words: &[&str]) -> bool {
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '*');
    let elided = |word: &str| {
        let noble = word.strip_prefix(['d', 'l']).and_then(|rest| rest.strip_prefix(['\'', '’']));
        noble.is_some_and(|name| name.starts_with(char::is_uppercase))
    };
    let joins = |word: &str| {
        elided(word) || words::is_connector(&words::key(word)) || matches!(word, "&" | "+" | "/")
    };
    words.len() <= LABEL_WORDS
        && words.first().is_some_and(|word| capital(word))
        && words.iter().all(|word| capital(word) || joins(word))
}

//! The texts as they are shown: French and English typography, checked on every message.
//!
//! Convention: U+00A0 is the one no-break space of the French texts, before `; : ! ? % »` and after `«`.
//! The narrow one (U+202F) is finer on paper, but egui breaks lines at it, and a line that begins with
//! `?` is the worse fault.

use i18n::{Lang, MessageInfo, all_messages};

/// A text whose own characters break no rule, put in place of every text variable.
const FILLER: &str = "Ab"; // begins with a vowel: see the elisions

/// Every message as shown, with each number and method that may change its words.
fn shown(lang: Lang) -> impl Iterator<Item = (&'static MessageInfo, String)> {
    let cases = [(0, "grounded"), (1, "thematic"), (2, FILLER), (1_234_567, FILLER)];
    all_messages().iter().flat_map(move |info| cases.map(|(n, text)| (info, (info.write)(lang, n, text))))
}

/// Checks a rule on every message: `fault` says what is wrong with a text, if anything is.
fn every_text(lang: Lang, fault: impl Fn(&str) -> Option<String>) {
    let faults: Vec<String> = shown(lang)
        .filter_map(|(info, text)| {
            Some(format!("{} ({}.ftl): {} in {text:?}", info.id, info.area, fault(&text)?))
        })
        .collect();
    assert!(faults.is_empty(), "{} ({lang}):\n{}", faults.len(), faults.join("\n"));
}

/// The first two neighbours for which `wrong` is true, worded.
fn neighbours(text: &str, wrong: impl Fn(char, char) -> bool) -> Option<String> {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.into_iter().find(|&(a, b)| wrong(a, b)).map(|(a, b)| format!("{a:?} then {b:?}"))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

#[test]
fn french_marks_follow_a_no_break_space() {
    every_text(Lang::Fr, |text| {
        neighbours(text, |a, b| "!?;»%".contains(b) && a != '\u{A0}' && !"!?".contains(a))
            .or_else(|| neighbours(text, |a, b| a == '«' && b != '\u{A0}'))
    });
}

#[test]
fn a_french_colon_follows_a_no_break_space() {
    every_text(Lang::Fr, |text| {
        // A colon with something stuck to its right is no punctuation: 12:04, http://…
        let padded = format!("{text} ");
        let triples = padded.chars().zip(padded.chars().skip(1)).zip(padded.chars().skip(2));
        let bad = triples.into_iter().any(|((a, b), c)| b == ':' && is_space(c) && a != '\u{A0}');
        bad.then(|| "a colon without its no-break space".to_owned())
    });
}

#[test]
fn french_has_one_no_break_space() {
    every_text(Lang::Fr, |text| text.contains(['\u{202F}', '\u{2009}']).then(|| "a narrow space".to_owned()));
}

#[test]
fn apostrophes_and_ellipses_are_typographic() {
    for lang in Lang::ALL {
        every_text(lang, |text| {
            let straight = text.contains('\'').then(|| "a straight apostrophe".to_owned());
            straight.or_else(|| text.contains("...").then(|| "three dots".to_owned()))
        });
    }
}

/// Straight quotes stand only where the user types them.
#[test]
fn quotation_marks_are_those_of_the_language() {
    for lang in Lang::ALL {
        every_text(lang, |text| {
            let foreign = if lang == Lang::Fr { "“”\"" } else { "«»\"" };
            let typed = text.contains("\"une expression\"") || text.contains("\"a phrase\"");
            text.chars().find(|c| foreign.contains(*c) && !typed).map(|c| format!("the quotation mark {c}"))
        });
    }
}

/// French quotation marks open and close in turn.
#[test]
fn quotation_marks_come_in_pairs() {
    for (lang, open, close) in [(Lang::Fr, '«', '»'), (Lang::En, '“', '”')] {
        every_text(lang, |text| {
            let marks: Vec<char> = text.chars().filter(|c| [open, close].contains(c)).collect();
            let paired = marks.chunks(2).all(|pair| pair == [open, close]);
            (!paired).then(|| "quotation marks that do not pair".to_owned())
        });
    }
}

#[test]
fn english_marks_follow_no_space() {
    every_text(Lang::En, |text| neighbours(text, |a, b| is_space(a) && ";!?%:".contains(b)));
}

#[test]
fn no_double_or_outer_space() {
    for lang in Lang::ALL {
        every_text(lang, |text| {
            let outer = (text.trim() != text).then(|| "outer white space".to_owned());
            outer.or_else(|| neighbours(text, |a, b| is_space(a) && is_space(b)))
        });
    }
}

/// Words that French spells with an accent on the capital.
#[test]
fn french_capitals_keep_their_accents() {
    const BARE: [&str; 14] = [
        "A propos",
        "Etude",
        "Etudes",
        "Edition",
        "Etiquette",
        "Etiquettes",
        "Echap",
        "Ecrire",
        "Editer",
        "Etape",
        "Enqueteur",
        "Etat",
        "Evaluer",
        "Ecart",
    ];
    every_text(Lang::Fr, |text| {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let bare =
            BARE.iter().find(|bare| words.contains(bare) || (bare.contains(' ') && text.starts_with(**bare)));
        bare.map(|bare| format!("“{bare}” without its accent"))
    });
}

/// Names may begin with a vowel (EMG 3, Anouk): no word that would then be elided stands before one.
/// Dates and measures begin with a figure.
#[test]
fn french_never_elides_before_a_name() {
    const ELIDED: [&str; 9] = ["de", "le", "la", "que", "ne", "se", "je", "jusque", "lorsque"];
    const FIGURES: [&str; 5] = ["date", "day", "at", "run", "low"];
    let dated = |info: &MessageInfo| info.variables.iter().any(|(name, _)| FIGURES.contains(name));
    for (info, text) in shown(Lang::Fr).filter(|(info, _)| !dated(info)) {
        let words: Vec<&str> = text.split([' ', '(']).collect();
        let pair = words.windows(2).find(|pair| ELIDED.contains(&pair[0]) && pair[1].starts_with(FILLER));
        assert_eq!(pair, None, "{} ({}.ftl): {text:?}", info.id, info.area);
    }
}

/// What the lists above look for would be found: the texts do hold such words, accents on.
#[test]
fn accented_capitals_are_there_to_be_found() {
    let texts: Vec<String> = shown(Lang::Fr).map(|(_, text)| text).collect();
    for word in ["Étude", "Étiquettes", "Édition", "Échap", "À propos"] {
        assert!(texts.iter().any(|text| text.starts_with(word)), "no text begins with {word}");
    }
}

#[test]
fn no_french_text_is_left_in_english() {
    const FRENCH: [&str; 8] = [" le ", " la ", " les ", " des ", " est ", " une ", " pour ", " dans "];
    every_text(Lang::En, |text| {
        FRENCH.iter().find(|word| text.contains(*word)).map(|word| format!("French {word:?}"))
    });
}

//! Words divided at the end of a line: which hyphens were put there by the division, and which belong to
//! the word.
//!
//! In order: a hyphen after a space is a dash; before a capital or a digit it belongs to the word
//! (`Jean-` / `Pierre`); where the document writes the word elsewhere, with or without hyphen, it is
//! believed; a broken-off word (`je vou-` / `j'ai`) is followed by a new one; then come the hyphens of
//! French grammar, by what stands on either side (`est-` / `ce`, `celui-` / `ci`, `peut-` / `être`,
//! `pensez-` / `vous`, `a-t-` / `il`). Every other hyphen is the division's, and goes; but in a document that
//! hardly divides any word, not after a part that is a word of its own (`quatre-` / `quarts`).

use std::collections::HashMap;

use super::lines::Line;

/// What becomes of the hyphen between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// The hyphen goes, the word is whole.
    Whole,
    /// The hyphen stays, and nothing stands after it.
    Compound,
    /// A space follows: a dash, or a word that was broken off.
    Apart,
}

/// The words of a document that tell how others are written.
#[derive(Debug, Default)]
pub(super) struct Words {
    counts: HashMap<String, usize>,
    /// Whether the document divides words at the ends of lines as a rule.
    divides: bool,
}

/// Lines in this many end with a hyphen, where words are divided as a rule.
const DIVIDED_SHARE: usize = 33;

impl Words {
    /// Counts the words inside the lines; the ends of lines are what is in question.
    pub fn of(lines: &[&Line]) -> Self {
        let mut counts = HashMap::new();
        for line in lines {
            let words: Vec<&str> = line.text.split_whitespace().collect();
            let ends = words.last().is_some_and(|last| divided(last).is_some());
            for word in &words[..words.len() - usize::from(ends)] {
                *counts.entry(bare(word).to_lowercase()).or_default() += 1;
            }
        }
        let mut words = Self { counts, divides: false };
        words.divides = words.are_divided(lines);
        words
    }

    /// Whether words are divided: too many lines end so, or a divided word stands elsewhere whole.
    fn are_divided(&self, lines: &[&Line]) -> bool {
        let mut divisions = 0;
        for pair in lines.windows(2) {
            let Some(before) = divided(&pair[0].text) else { continue };
            let Some((left, right)) = parts(before, &pair[1].text) else { continue };
            if self.count(&format!("{left}{right}")) > 0 {
                return true;
            }
            divisions += usize::from(!is_compound(&left, &right));
        }
        divisions >= 2 && divisions * DIVIDED_SHARE >= lines.len()
    }

    fn count(&self, word: &str) -> usize {
        self.counts.get(&word.to_lowercase()).copied().unwrap_or(0)
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    // An elided word before it: `l’après-midi`.
    word.rsplit_once(['\'', '’']).map_or(word, |(_, word)| word)
}

/// What stands before a hyphen at the end.
pub(super) fn divided(text: &str) -> Option<&str> {
    text.strip_suffix(['-', '\u{2010}', '\u{AD}', '\u{2011}'])
}

/// What becomes of a hyphen between a line, given without it, and the next.
pub(super) fn joint(before: &str, after: &str, words: &Words) -> Joint {
    let next = after.trim_start();
    let (Some(last), Some(begins)) = (before.chars().next_back(), next.chars().next()) else {
        return Joint::Apart;
    };
    if !last.is_alphanumeric() || !begins.is_alphanumeric() {
        return Joint::Apart;
    }
    if begins.is_uppercase() || begins.is_ascii_digit() || last.is_ascii_digit() {
        return Joint::Compound;
    }
    let Some((left, right)) = parts(before, after) else { return Joint::Apart };
    let compound = words.count(&format!("{left}-{right}"));
    let whole = words.count(&format!("{left}{right}"));
    if compound != whole {
        return if compound > whole { Joint::Compound } else { Joint::Whole };
    }
    let own_word = !words.divides && words.count(&left) > 0;
    if own_word || is_compound(&left, &right) { Joint::Compound } else { Joint::Whole }
}

/// The two parts of a divided word, in small letters; `None` where a new word begins.
fn parts(before: &str, after: &str) -> Option<(String, String)> {
    let left = before.rsplit(char::is_whitespace).next()?;
    let right = after.split_whitespace().next()?;
    let elided = right.split_once(['\'', '’']).is_some_and(|(first, _)| is_elided(&first.to_lowercase()));
    let right = right.trim_end_matches(|c: char| !c.is_alphanumeric());
    (!elided).then(|| (bare(left).to_lowercase(), right.to_lowercase()))
}

fn is_elided(word: &str) -> bool {
    matches!(word, "j" | "c" | "d" | "l" | "m" | "n" | "s" | "t" | "qu" | "jusqu" | "lorsqu" | "puisqu")
}

/// Whether French writes a hyphen between two parts.
fn is_compound(left: &str, right: &str) -> bool {
    // No division leaves a single letter.
    if right.chars().nth(1).is_none() {
        return true;
    }
    let first = right.split('-').next().unwrap_or_default();
    let last = left.rsplit('-').next().unwrap_or_default();
    // `c'est-à-`, `a-t-`: no division leaves so little of a word that has a hyphen already.
    if left.contains('-') && last.chars().count() <= 2 && last != "de" {
        return true;
    }
    is_pronoun_after(last, first, right) || is_fixed(last, first)
}

/// `dis-je`, `pensez-vous`, `dit-elle`, `donne-moi`.
fn is_pronoun_after(left: &str, first: &str, right: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| left.ends_with(ending));
    let is = |words: &[&str]| words.contains(&left);
    match first {
        "je" => ends(&["ais", "rai"]) || is(&["dis", "suis", "ai", "puis", "vois", "crois", "dois"]),
        "tu" => ends(&["s", "x"]),
        "il" | "elle" | "on" | "ils" | "elles" => ends(&["t", "d", "-t"]) || left == "t",
        "nous" => ends(&["ons"]),
        "vous" => ends(&["ez"]) || is(&["êtes", "dites", "faites"]),
        "ce" => is(&["est", "était", "sera", "serait", "sont", "fût"]),
        "moi" | "toi" => left.chars().count() >= 3 && left != "té" && left != "émoi",
        "lui" => left != "ce" && left.chars().count() >= 3,
        "le" | "la" | "les" | "en" => left.ends_with("ez") || left.ends_with("ons"),
        "t" => right.starts_with("t-"),
        _ => false,
    }
}

/// Words that are always written with a hyphen.
fn is_fixed(left: &str, right: &str) -> bool {
    let left_is = |words: &[&str]| words.contains(&left);
    let right_is = |words: &[&str]| words.contains(&right);
    const NUMBERS: [&str; 24] = [
        "un",
        "une",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "vingt",
        "vingts",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "cent",
    ];
    match right {
        "être" | "même" | "mêmes" | "end" | "midi" => true,
        "là" => !left_is(&["voi", "de"]),
        "ci" => left_is(&["celui", "celle", "ceux", "celles", "mois", "fois", "jours", "temps", "semaine"]),
        "dessus" | "dessous" | "delà" | "devant" | "dedans" | "dehors" | "bas" => {
            left_is(&["au", "par", "là", "ci", "en"])
        }
        "mère" | "père" | "mères" | "pères" | "fils" | "fille" | "filles" | "parents" | "enfants"
        | "frère" | "frères" | "sœur" | "sœurs" | "maman" | "papa" => left_is(&[
            "grand", "grands", "beau", "beaux", "belle", "belles", "petit", "petits", "petite", "petites",
            "arrière",
        ]),
        _ => {
            left_is(&[
                "celui", "après", "avant", "arrière", "demi", "rendez", "week", "quelques", "vice", "ex",
                "semi", "quasi", "non",
            ]) && right.chars().count() >= 3
                || (left_is(&NUMBERS) && right_is(&NUMBERS))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Joint::{Apart, Compound, Whole};

    fn check(before: &str, after: &str, words: &Words, expected: Joint) {
        assert_eq!(joint(before, after, words), expected, "{before}-/{after}");
    }

    #[test]
    fn divisions_go_and_hyphens_of_words_stay() {
        let words = Words::default();
        for (before, after) in [
            ("dans le cabi", "net, oui"),
            ("ils ont renon", "cé aux soins"),
            ("une pati", "ence"),
            ("le silen", "ce"),
            ("la vil", "le"),
            ("mer", "ci beaucoup"),
            ("ce", "lui qui"),
            ("l’infir", "mière"),
            ("voi", "là"),
            ("l’au", "tre"),
            ("sa dou", "leur"),
            ("un ou", "til"),
        ] {
            check(before, after, &words, Whole);
        }
        for (before, after) in [
            ("peut", "être qu’on"),
            ("est", "ce que"),
            ("qu’est", "ce qui"),
            ("celui", "ci"),
            ("cette fois", "ci"),
            ("celle", "là,"),
            ("c’est-à", "dire"),
            ("Jean", "Pierre"),
            ("Covid", "19"),
            ("pensez", "vous"),
            ("dit", "il"),
            ("y a-t", "il"),
            ("y a", "t-il"),
            ("lui", "même"),
            ("l’après", "midi"),
            ("rendez", "vous"),
            ("ma grand", "mère"),
            ("au", "dessus"),
            ("vingt", "deux"),
            ("quelques", "uns"),
            ("le week", "end"),
        ] {
            check(before, after, &words, Compound);
        }
        for (before, after) in
            [("il vient ", "enfin"), ("je vou", "j’ai dit"), ("oui", "« non »"), ("", "oui")]
        {
            check(before, after, &words, Apart);
        }
    }

    #[test]
    fn the_document_knows_its_words() {
        let line = |text: &str| Line {
            text: text.to_owned(),
            looks: Vec::new(),
            left: 0.0,
            right: 1.0,
            base: 0.0,
            size: 10.0,
            first_word: 1.0,
            furniture: false,
        };
        let lines = [line("le médico-social, l’après-midi et"), line("un rendezvous, deux quatre fin-")];
        let words = Words::of(&lines.iter().collect::<Vec<_>>());
        check("deux quatre", "quarts", &words, Compound);
        check("le médico", "social.", &words, Compound);
        check("un rendez", "vous", &words, Whole);
        check("la fin", "ale", &words, Whole);
    }
}

//! How somebody speaks in an interview: who leads it asks, invites to tell, says *vous*; who is interviewed
//! says *je*, and longer.

use super::roles::asks;
use super::words::key;

/// A turn with more words than this that ends as a question mostly asks nobody.
const LONG: usize = 60;
/// A turn with at most this many words that ends as a question asks.
const BRIEF: usize = 15;
/// Words of a voice below which its pronouns say little.
const FEW: usize = 20;

/// Who a pronoun is about.
enum Person {
    First,
    Second,
}

/// Who a word is about, if it is a pronoun or possessive of the one who speaks or is spoken to.
fn person(word: &str) -> Option<Person> {
    let mut lower = [0; 6];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"je" | b"j" | b"me" | b"m" | b"moi" | b"mon" | b"ma" | b"mes" | b"mien" | b"mienne" | b"i"
        | b"my" => Some(Person::First),
        b"vous" | b"votre" | b"vos" | b"tu" | b"te" | b"t" | b"toi" | b"ton" | b"ta" | b"tes" | b"you"
        | b"your" => Some(Person::Second),
        _ => None,
    }
}

/// Imperatives that invite to tell.
const INVITES: [&str; 26] = [
    "racontez",
    "raconte",
    "parlez",
    "parle",
    "dites",
    "dis",
    "decrivez",
    "decris",
    "expliquez",
    "explique",
    "precisez",
    "precise",
    "continuez",
    "continue",
    "poursuivez",
    "developpez",
    "developpe",
    "imaginez",
    "revenons",
    "commencons",
    "passons",
    "parlons",
    "presentez",
    "tell",
    "describe",
    "explain",
];

/// Beginnings of invitations.
const PHRASES: [&str; 12] = [
    "pouvez vous",
    "pourriez vous",
    "peux tu",
    "pourrais tu",
    "est ce que vous",
    "est ce que tu",
    "j aimerais que vous",
    "j aimerais qu on",
    "je voudrais qu on",
    "je vous propose",
    "could you",
    "can you",
];

/// What only who leads says at the beginning.
const OPENINGS: [&str; 12] = [
    "accepte de participer",
    "accepte cet entretien",
    "merci de me recevoir",
    "d avoir accepte",
    "enregistre",
    "anonym",
    "ma these",
    "une these",
    "mon sujet de these",
    "travail de these",
    "cet entretien",
    "consentement",
];

/// What is gathered of one voice.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    /// Turns that ask or invite; those at the end of a long turn count less.
    asked: f64,
    words: usize,
    about_self: usize,
    to_other: usize,
    opens: bool,
}

impl Manner {
    /// Takes in what is said in a turn; `opening` for the first turns of the interview.
    pub fn hear(&mut self, said: &str, opening: bool) {
        self.words += said.split_whitespace().count();
        for word in said.split(|c: char| !c.is_alphanumeric()) {
            match person(word) {
                Some(Person::First) => self.about_self += 1,
                Some(Person::Second) => self.to_other += 1,
                None => {}
            }
        }
        self.asked += asking(said);
        if opening && !self.opens {
            let text = spoken(said).join(" ");
            self.opens = OPENINGS.iter().any(|phrase| text.contains(phrase));
        }
    }

    /// Adds what another label of the same person says.
    pub fn add(&mut self, other: Manner) {
        self.asked += other.asked;
        self.words += other.words;
        self.about_self += other.about_self;
        self.to_other += other.to_other;
        self.opens |= other.opens;
    }

    /// Turns that ask or invite.
    pub fn asked(&self) -> f64 {
        self.asked
    }

    /// Words, as white space parts them.
    pub fn words(&self) -> usize {
        self.words
    }

    /// From −0.4 for who speaks of himself alone to 0.4 for who speaks to another alone.
    pub fn turned_to_other(&self) -> f64 {
        let all = self.words.max(FEW) as f64;
        ((self.to_other as f64 - self.about_self as f64) / all * 6.0).clamp(-0.4, 0.4)
    }

    /// Whether it says, at the beginning, what the interview is for.
    pub fn opens(&self) -> bool {
        self.opens
    }
}

/// How much a turn asks, from 0 to 1: a question behind much that is told may ask nobody.
pub(super) fn asking(said: &str) -> f64 {
    let count = said.split_whitespace().count();
    if !asks(said) {
        return f64::from(u8::from(count <= LONG && prompts(said)));
    }
    let sentences =
        said.split_inclusive(['.', '?', '!', '…']).filter(|part| part.chars().any(char::is_alphabetic));
    let (questions, others): (Vec<&str>, Vec<&str>) = sentences.partition(|part| part.contains('?'));
    match count {
        count if count <= BRIEF || (count <= LONG && questions.len() >= others.len()) => 1.0,
        count if count <= LONG => 0.6,
        _ => 0.3,
    }
}

/// The words of a text as keys; apostrophes and hyphens part them.
fn spoken(said: &str) -> Vec<String> {
    let parts = said.split(|c: char| !c.is_alphanumeric());
    parts.map(key).filter(|word| !word.is_empty()).collect()
}

/// Whether a short turn invites to tell: the verb opens a sentence of it, as in `D’accord. Racontez-moi.`
pub(super) fn prompts(said: &str) -> bool {
    said.split(['.', '!', '?', '…', '\n']).any(|sentence| {
        let words = spoken(sentence);
        let verb = words.iter().take(3).any(|word| INVITES.contains(&word.as_str()));
        let told = words.iter().take(2).any(|word| matches!(word.as_str(), "je" | "j" | "n" | "on"));
        let text = words.join(" ");
        (verb && !told) || PHRASES.iter().any(|phrase| text.contains(phrase))
    })
}

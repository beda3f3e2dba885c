//! Excerpts in the form of a thesis: `EMG 3 (femme) : « … »`, with the no-break spaces that French asks for.

use super::Words;
use i18n::Lang;
use model::value::AttributeValue;
use report::{Excerpt, Person, Voice, Who};

/// One voice of an excerpt, worded.
pub(super) struct Said {
    /// Who, with the attributes at the first time: `EMG 3 (femme, 28 ans)`.
    pub name: String,
    /// The words between quotation marks.
    pub quote: String,
    /// True for the interviewer and others, whose words only help to understand.
    pub aside: bool,
}

/// The voices of an excerpt, in order.
pub(super) fn said(excerpt: &Excerpt, words: &Words) -> Vec<Said> {
    let mut told: Vec<model::RecordId> = Vec::new();
    let one = |voice: &Voice| {
        let person = voice.participant.filter(|id| !told.contains(id));
        told.extend(person);
        let person = person.and_then(|id| excerpt.people.iter().find(|person| person.id == id));
        let name = person.map_or_else(|| speaker(voice, words), |person| presented(person, words));
        Said { name, quote: quoted(&voice.text, words.lang), aside: voice.who != Who::Participant }
    };
    excerpt.voices.iter().map(one).collect()
}

/// The whole excerpt, one line for each voice.
pub(super) fn citation(excerpt: &Excerpt, words: &Words) -> String {
    let lines = said(excerpt, words).into_iter();
    lines.map(|said| i18n::excerpt_voice(words.lang, &said.name, &said.quote)).collect::<Vec<_>>().join("\n")
}

/// The words without names and marks where one participant speaks alone; else who says what.
pub(super) fn bare(excerpt: &Excerpt, words: &Words) -> String {
    match excerpt.voices.as_slice() {
        [voice] => one_line(&voice.text),
        voices => {
            let line = |voice: &Voice| {
                i18n::excerpt_voice(words.lang, &speaker(voice, words), &one_line(&voice.text))
            };
            let lines = voices.iter().map(line);
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

fn speaker(voice: &Voice, words: &Words) -> String {
    match (voice.name.as_str(), voice.who) {
        ("", Who::Interviewer) => i18n::speaker_interviewer(words.lang).to_owned(),
        ("", Who::Participant) => i18n::speaker_participant(words.lang).to_owned(),
        ("", Who::Other) => i18n::speaker_other(words.lang).to_owned(),
        (name, _) => name.to_owned(),
    }
}

fn presented(person: &Person, words: &Words) -> String {
    let told: Vec<String> = person
        .attributes
        .iter()
        .filter_map(|(heading, value)| attribute(heading, value.as_ref()?, words))
        .collect();
    if told.is_empty() {
        person.name.clone()
    } else {
        i18n::excerpt_name_with(words.lang, &told.join(", "), &person.name)
    }
}

/// A value says itself; a number needs its heading.
fn attribute(heading: &str, value: &AttributeValue, words: &Words) -> Option<String> {
    match value {
        AttributeValue::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        AttributeValue::Number(_) => {
            let value = crate::answers::participants::ValueAnswer::from(value).cell();
            let value = if words.lang == Lang::Fr { value.replace('.', ",") } else { value };
            Some(i18n::excerpt_attribute_number(words.lang, heading, &value))
        }
    }
}

/// The words between quotation marks, on one line, without a break before a high sign.
fn quoted(text: &str, lang: Lang) -> String {
    let line = one_line(text);
    i18n::passages_quote(lang, &if lang == Lang::Fr { glued(&inner_marks(&line)) } else { line })
}

/// Inside French quotation marks, those of a second rank: `« docteur »` is written `“docteur”`.
fn inner_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['«', '»']) {
        let (before, marked) = rest.split_at(at);
        let opens = marked.starts_with('«');
        let after = marked.get('«'.len_utf8()..).unwrap_or_default();
        out.push_str(if opens { before } else { before.trim_end_matches(SPACES) });
        out.push(if opens { '“' } else { '”' });
        rest = if opens { after.trim_start_matches(SPACES) } else { after };
    }
    out.push_str(rest);
    out
}

/// The spaces that stand inside French quotation marks.
const SPACES: [char; 4] = [' ', '\u{A0}', '\u{202F}', '\u{2009}'];

/// Line ends become spaces; every other space stays as it was said.
pub(super) fn one_line(text: &str) -> String {
    text.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A space before `; : ! ? % »` or after `«` does not break: no line of a thesis begins with one of them.
/// Nothing but spaces changes.
pub(super) fn glued(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let glue = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let after = chars.get(at + 1);
        chars.get(at) == Some(&' ')
            && (before == Some(&'«') || after.is_some_and(|sign| ";:!?%»".contains(*sign)))
    };
    chars.iter().enumerate().map(|(at, sign)| if glue(at) { '\u{A0}' } else { *sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::{glued, inner_marks, one_line};

    #[test]
    fn marks_inside_marks_are_those_of_the_second_rank() {
        assert_eq!(inner_marks("il dit « docteur, oui\u{a0}» et part"), "il dit “docteur, oui” et part");
        assert_eq!(inner_marks("»seul« fin"), "”seul“fin");
        assert_eq!(inner_marks("rien"), "rien");
    }

    #[test]
    fn high_signs_keep_to_their_word_and_no_other_character_changes() {
        assert_eq!(glued("Ah ? « oui » : à 5 % !"), "Ah\u{a0}? «\u{a0}oui\u{a0}»\u{a0}: à 5\u{a0}%\u{a0}!");
        assert_eq!(glued("rien, ici."), "rien, ici.");
        assert_eq!(one_line("un\n\ndeux\t trois"), "un deux trois");
    }
}

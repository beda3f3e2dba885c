//! Which column of a table holds what: by its name, or, without names, by what stands in it.

use std::collections::BTreeSet;

use super::times::time;

/// The columns of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub start: Option<usize>,
    pub speaker: Option<usize>,
    pub text: usize,
    /// Columns that are not read; those that hold words are told ([`left_out`]).
    pub unread: Vec<usize>,
    /// How many columns there are.
    pub count: usize,
}

/// Names in small letters, without accents.
const START: &[&str] = &[
    "start",
    "begin",
    "beginning",
    "start time",
    "begin time",
    "starttime",
    "time",
    "times",
    "timestamp",
    "time stamp",
    "timecode",
    "time code",
    "debut",
    "temps",
    "in",
    "from",
    "tc in",
    "tc debut",
    "time in",
    "horodatage",
    "heure",
    "heure debut",
    "heure de debut",
    "temps debut",
    "temps de debut",
    "minutage",
    "minute",
    "start ms",
    "start s",
    "offset",
];
const SPEAKER: &[&str] = &[
    "speaker",
    "speakers",
    "speaker name",
    "speakername",
    "speaker label",
    "speaker id",
    "name",
    "locuteur",
    "locuteurs",
    "locutrice",
    "locuteur rice",
    "orateur",
    "intervenant",
    "intervenante",
    "intervenants",
    "nom",
    "participant",
    "participante",
    "qui",
    "who",
    "tier",
    "acteur",
    "personne",
    "person",
    "interlocuteur",
    "voix",
    "voice",
    "role",
    "prise de parole",
    "auteur",
    "author",
];
const TEXT: &[&str] = &[
    "text",
    "texte",
    "transcript",
    "transcription",
    "content",
    "contenu",
    "verbatim",
    "verbatims",
    "utterance",
    "words",
    "paroles",
    "parole",
    "propos",
    "dire",
    "dires",
    "discours",
    "phrase",
    "sentence",
    "replique",
    "annotation",
    "enonce",
    "message",
    "speech",
    "said",
];
/// Columns that say nothing of their own.
const SILENT: &[&str] = &[
    "end",
    "fin",
    "stop",
    "out",
    "to",
    "end time",
    "endtime",
    "duration",
    "duree",
    "heure fin",
    "heure de fin",
    "temps de fin",
    "temps fin",
    "tc out",
    "tc fin",
    "time out",
    "confidence",
    "confiance",
    "score",
    "id",
    "no",
    "n",
    "num",
    "numero",
    "index",
    "line",
    "ligne",
    "tour",
    "turn",
    "segment",
    "end ms",
    "end s",
    "channel",
    "canal",
    "#",
];

/// A name as it is compared: without what stands behind a dash or in brackets, accents, signs.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let name = name.trim_start_matches('\u{FEFF}').split(" - ").next().unwrap_or_default();
    let name = name.split('(').next().unwrap_or_default();
    let bare = name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let spaced: String = bare
        .map(|c| if c.is_alphanumeric() || c == '#' { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns that a row names: the words, and who says them or when.
pub(super) fn named(row: &[String]) -> Option<Columns> {
    let names: Vec<String> = row.iter().map(|name| plain(name)).collect();
    let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
    let (start, speaker, text) = (find(START), find(SPEAKER), find(TEXT)?);
    if start.is_none() && speaker.is_none() {
        return None;
    }
    let unread = (0..names.len()).filter(|&n| n != text && Some(n) != speaker && Some(n) != start).collect();
    Some(Columns { start, speaker, text, unread, count: row.len() })
}

/// The columns that are not read although they hold words, by the names in `head`: of a column that is known to hold
/// times and numbers, sentences; of one without a name, anything with letters.
pub(super) fn left_out(columns: &Columns, head: &[String], rows: &[Vec<String>]) -> Vec<String> {
    let cells = |n: usize| rows.iter().filter_map(move |row| row.get(n)).map(|cell| cell.trim());
    let told = |n: usize| {
        let name = head.get(n).map(|name| name.trim()).filter(|name| !name.is_empty());
        let Some(name) = name else {
            let first = cells(n).find(|cell| cell.contains(char::is_alphabetic) && time(cell).is_none())?;
            let words: String = first.chars().take(SHOWN).collect();
            return Some(format!("{} : {words}", letter(n)));
        };
        let key = plain(name);
        let silent = SILENT.contains(&key.as_str()) || START.contains(&key.as_str());
        let worded = |cell: &str| if silent { is_sentence(cell) } else { !cell.is_empty() };
        cells(n).any(worded).then(|| name.to_owned())
    };
    let near = columns.unread.iter().copied().take_while(|n| *n < NEAR);
    let far = rows.iter().filter_map(|row| row.get(NEAR..)).flatten().find(|cell| !cell.trim().is_empty());
    let far = far
        .filter(|_| columns.text < NEAR)
        .map(|cell| format!("… : {}", cell.trim().chars().take(SHOWN).collect::<String>()));
    near.chain(columns.start).filter_map(told).chain(far).collect()
}

/// So many columns are looked at one by one: no table has more, and a damaged one may have a million.
const NEAR: usize = 256;
/// How much is shown of a column without a name, in characters.
const SHOWN: usize = 30;

/// A cell of several words, which no time and no number is.
fn is_sentence(cell: &str) -> bool {
    let words = cell.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    words.count() > 2
}

/// A column as spreadsheets call it: `A`, `Z`, `AA`.
fn letter(n: usize) -> String {
    let mut letters = Vec::new();
    let mut left = n + 1;
    while left > 0 {
        // Checked: one of 26.
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The least rows in which columns without names are told.
const ROWS: usize = 4;
/// The most speakers that a column without a name has.
const SPEAKERS: usize = 16;
/// The longest name of a speaker in such a column, in characters.
const NAME: usize = 40;

/// The columns of a table without names: a few names that come back, times, and words.
pub(super) fn guessed(rows: &[Vec<String>]) -> Option<Columns> {
    let rows: Vec<&Vec<String>> =
        rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
    let count = rows.first()?.len();
    let even = rows.iter().filter(|row| row.len() == count).count();
    if rows.len() < ROWS || count < 2 || even * 10 < rows.len() * 9 {
        return None;
    }
    let cells = |n: usize| rows.iter().filter_map(move |row| row.get(n)).map(|cell| cell.trim());
    let most =
        |n: usize, of: &dyn Fn(&str) -> bool| cells(n).filter(|cell| of(cell)).count() * 10 >= rows.len() * 9;
    let length = |n: usize| cells(n).map(|cell| cell.chars().count()).sum::<usize>();
    let text = (0..count).max_by_key(|&n| length(n))?;
    let words: usize = cells(text).map(|cell| cell.split_whitespace().count()).sum();
    let timed = |n: usize| most(n, &|cell| time(cell).is_some());
    let is_speaker = |n: usize| {
        let names: BTreeSet<&str> = cells(n).filter(|cell| !cell.is_empty()).collect();
        let short = |cell: &str| !cell.is_empty() && cell.chars().count() <= NAME;
        !timed(n) && most(n, &short) && (2..=SPEAKERS).contains(&names.len()) && names.len() * 2 <= rows.len()
    };
    let speaker = (0..count).filter(|&n| n != text).find(|&n| is_speaker(n))?;
    let clock = |cell: &str| cell.contains([':', '.', ',']) && time(cell).is_some();
    let start = (0..count).filter(|&n| n != text).find(|&n| most(n, &clock));
    let unread = (0..count).filter(|&n| n != text && n != speaker && Some(n) != start && !timed(n)).collect();
    (words >= rows.len() * 2).then_some(Columns { start, speaker: Some(speaker), text, unread, count })
}

/// How many columns of times a table has: what programs write and nobody types.
pub(super) fn times(rows: &[Vec<String>]) -> usize {
    let count = rows.first().map_or(0, Vec::len).min(NEAR);
    let clock = |cell: &String| cell.contains([':', '.', ',']) && time(cell).is_some();
    let timed = |n: usize| rows.iter().filter(|row| row.get(n).is_some_and(clock)).count();
    (0..count).filter(|&n| timed(n) * 10 >= rows.len() * 9).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn names_of_columns_in_both_languages() {
        for (cells, expected) in [
            (&["Locuteur", "Début", "Fin", "Texte"][..], Some((Some(1), Some(0), 3))),
            (&["start_time", "end_time", "speaker", "text"], Some((Some(0), Some(2), 3))),
            (&["Tier", "Begin Time - hh:mm:ss.ms", "Annotation"], Some((Some(1), Some(0), 2))),
            (&["N°", "Intervenant(e)", "Verbatim"], Some((None, Some(1), 2))),
            (&["Nom", "Âge", "Profession"], None),
            (&["start", "end"], None),
            (&["VL", "bonjour"], None),
        ] {
            let found = named(&row(cells)).map(|columns| (columns.start, columns.speaker, columns.text));
            assert_eq!(found, expected, "{cells:?}");
        }
    }

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (n, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letter(n), expected);
        }
    }

    #[test]
    fn columns_without_names_are_told_by_what_they_hold() {
        let talk = |n: usize| format!("et là je lui dis que non, pour la {n} fois");
        let name = |n: usize| if n.is_multiple_of(2) { "E" } else { "MG 3" };
        let rows: Vec<Vec<String>> =
            (0..8).map(|n| vec![name(n).to_owned(), format!("00:0{n}:00"), "".into(), talk(n)]).collect();
        let found = guessed(&rows);
        assert_eq!(found.map(|found| (found.start, found.speaker, found.text)), Some((Some(1), Some(0), 3)));
        let people: Vec<Vec<String>> =
            (0..8).map(|n| vec![format!("MG {n}"), "34".into(), talk(n)]).collect();
        assert_eq!(guessed(&people), None);
        assert_eq!(guessed(&rows[..3]), None);
    }
}

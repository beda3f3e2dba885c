//! What is known of words before any document is seen: which name a role, which never name anybody.
//!
//! All lists hold keys as [`key`] makes them: lower case, without accents, spaces or signs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A label reduced to what identifies it: letters and digits without case and accents, and the
/// asterisks of masked names. `EMG 5`, `EMG5` and `Emg 5` share one key.
pub(crate) fn key(label: &str) -> String {
    if label.is_ascii() {
        let kept = label.bytes().filter(|b| b.is_ascii_alphanumeric() || *b == b'*');
        return kept.map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    let letters = label.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.filter(|c| c.is_alphanumeric() || *c == '*').collect()
}

/// Words that name who leads an interview.
const INTERVIEWERS: [&str; 35] = [
    "enqueteur",
    "enquetrice",
    "enqueteuse",
    "intervieweur",
    "intervieweuse",
    "interviewer",
    "interviewers",
    "interviewvers",
    "interviewveur",
    "interrogateur",
    "interrogatrice",
    "investigateur",
    "investigatrice",
    "investigator",
    "chercheur",
    "chercheuse",
    "chercheure",
    "researcher",
    "animateur",
    "animatrice",
    "moderateur",
    "moderatrice",
    "moderator",
    "facilitateur",
    "facilitatrice",
    "thesard",
    "thesarde",
    "doctorant",
    "doctorante",
    "sociologue",
    "anthropologue",
    "enq",
    "moi",
    "enquetrices",
    "enqueteurs",
];

/// Short labels that mostly name who leads, yet may be somebody's initial.
const LIKELY_INTERVIEWERS: [&str; 7] = ["q", "i", "e", "int", "inv", "question", "questions"];

/// Words that name who is interviewed.
const PARTICIPANTS: [&str; 22] = [
    "participant",
    "participante",
    "participants",
    "interviewe",
    "interviewee",
    "enquete",
    "enquetee",
    "repondant",
    "repondante",
    "respondent",
    "informateur",
    "informatrice",
    "interroge",
    "interrogee",
    "patient",
    "patiente",
    "sujet",
    "reponse",
    "reponses",
    "r",
    "p",
    "a",
];

/// Other words that people use as labels; they say nothing of the role in the interview.
const PEOPLE: [&str; 58] = [
    "medecin",
    "docteur",
    "interne",
    "externe",
    "etudiant",
    "etudiante",
    "infirmier",
    "infirmiere",
    "ide",
    "pharmacien",
    "pharmacienne",
    "kine",
    "kinesitherapeute",
    "psychologue",
    "aidant",
    "aidante",
    "soignant",
    "soignante",
    "secretaire",
    "mere",
    "pere",
    "mari",
    "femme",
    "epouse",
    "epoux",
    "conjoint",
    "conjointe",
    "compagnon",
    "compagne",
    "fils",
    "fille",
    "soeur",
    "frere",
    "maman",
    "papa",
    "parent",
    "parents",
    "enfant",
    "observateur",
    "observatrice",
    "traducteur",
    "traductrice",
    "interprete",
    "professeur",
    "formateur",
    "formatrice",
    "tuteur",
    "tutrice",
    "directeur",
    "directrice",
    "resident",
    "residente",
    "voix",
    "locuteur",
    "locutrice",
    "speaker",
    "intervenant",
    "intervenante",
];

/// Labels for nobody in particular.
const NOBODY: [&str; 14] = [
    "tous",
    "toutes",
    "ensemble",
    "plusieurs",
    "inconnu",
    "inconnue",
    "groupe",
    "unknown",
    "all",
    "x",
    "xx",
    "xxx",
    "brouhaha",
    "collectif",
];

const TITLES: [&str; 13] = [
    "dr",
    "dre",
    "docteur",
    "pr",
    "prof",
    "professeur",
    "m",
    "mr",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "me",
];

/// Words that tie names together.
const CONNECTORS: [&str; 14] =
    ["de", "du", "des", "la", "le", "les", "d", "l", "et", "en", "von", "van", "n", "no"];

/// Words that begin a sentence, or stand alone in speech, and never name a speaker.
const SPEECH: [&str; 160] = [
    "je",
    "tu",
    "il",
    "elle",
    "on",
    "nous",
    "vous",
    "ils",
    "elles",
    "ca",
    "cela",
    "ce",
    "cest",
    "cetait",
    "cet",
    "cette",
    "ces",
    "et",
    "ou",
    "mais",
    "donc",
    "or",
    "ni",
    "car",
    "alors",
    "puis",
    "ensuite",
    "apres",
    "avant",
    "pendant",
    "depuis",
    "parce",
    "que",
    "qui",
    "quoi",
    "quand",
    "si",
    "comme",
    "comment",
    "pourquoi",
    "combien",
    "un",
    "une",
    "le",
    "la",
    "les",
    "des",
    "du",
    "de",
    "au",
    "aux",
    "a",
    "mon",
    "ma",
    "mes",
    "ton",
    "ta",
    "tes",
    "son",
    "sa",
    "ses",
    "notre",
    "nos",
    "votre",
    "vos",
    "leur",
    "leurs",
    "y",
    "en",
    "dans",
    "sur",
    "sous",
    "chez",
    "par",
    "pour",
    "avec",
    "sans",
    "vers",
    "entre",
    "bon",
    "bonne",
    "ben",
    "bah",
    "beh",
    "hein",
    "oui",
    "ouais",
    "non",
    "nan",
    "enfin",
    "voila",
    "bref",
    "euh",
    "heu",
    "hum",
    "hmm",
    "mmh",
    "mhm",
    "ah",
    "oh",
    "eh",
    "he",
    "ok",
    "okay",
    "daccord",
    "dac",
    "genre",
    "quelque",
    "quelques",
    "rien",
    "tout",
    "toute",
    "tres",
    "trop",
    "plus",
    "moins",
    "peut",
    "peutetre",
    "parfois",
    "souvent",
    "toujours",
    "jamais",
    "maintenant",
    "aujourdhui",
    "hier",
    "demain",
    "deja",
    "encore",
    "aussi",
    "ainsi",
    "sinon",
    "cependant",
    "pourtant",
    "premierement",
    "deuxiemement",
    "dabord",
    "finalement",
    "exactement",
    "effectivement",
    "justement",
    "bonjour",
    "bonsoir",
    "merci",
    "salut",
    "pardon",
    "desole",
    "evidemment",
    "clairement",
    "vraiment",
    "voici",
    "ya",
    "est",
    "sont",
    "cetaient",
    "avoir",
    "etre",
    "dire",
    "faire",
    "attention",
    "ici",
];

/// Words that open headings, remarks and stage directions.
const HEADINGS: [&str; 75] = [
    "exemple",
    "exemples",
    "resultat",
    "resultats",
    "conclusion",
    "introduction",
    "probleme",
    "problemes",
    "solution",
    "nb",
    "ps",
    "remarque",
    "remarques",
    "note",
    "notes",
    "theme",
    "themes",
    "partie",
    "chapitre",
    "section",
    "etape",
    "phase",
    "annexe",
    "page",
    "figure",
    "tableau",
    "point",
    "points",
    "idee",
    "idees",
    "relance",
    "relances",
    "consigne",
    "suite",
    "fin",
    "debut",
    "titre",
    "resume",
    "synthese",
    "verbatim",
    "verbatims",
    "entretien",
    "entretiens",
    "interview",
    "transcription",
    "retranscription",
    "commentaire",
    "commentaires",
    "code",
    "codes",
    "etiquette",
    "memo",
    "rire",
    "rires",
    "silence",
    "silences",
    "pause",
    "soupir",
    "soupirs",
    "pleurs",
    "sourire",
    "sourires",
    "inaudible",
    "hesitation",
    "interruption",
    "coupure",
    "source",
    "sources",
    "reference",
    "references",
    "legende",
    "http",
    "https",
    "janvier",
    "mail",
];

/// What apostrophes leave of words before a vowel.
const ELISIONS: [&str; 11] = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "lorsqu", "puisqu"];

/// Short answers and marks that people also write in capitals, so that capitals make no initials of them.
const CRIED: [&str; 8] = ["oui", "non", "bon", "ok", "nb", "ps", "fin", "ah"];

/// Whether a key names who leads an interview, whatever the document.
pub(crate) fn names_interviewer(key: &str) -> bool {
    INTERVIEWERS.contains(&key)
}

/// Whether a whole label's key often names who leads.
pub(crate) fn may_name_interviewer(key: &str) -> bool {
    LIKELY_INTERVIEWERS.contains(&key)
}

/// Whether a key names who is interviewed.
pub(crate) fn names_participant(key: &str) -> bool {
    PARTICIPANTS.contains(&key)
}

/// Whether a key is a word that people use as a label; single letters only count alone.
pub(crate) fn names_role(key: &str) -> bool {
    INTERVIEWERS.contains(&key)
        || PEOPLE.contains(&key)
        || NOBODY.contains(&key)
        || (key.len() > 1 && PARTICIPANTS.contains(&key))
}

/// Whether a key stands for several or unknown voices.
pub(crate) fn names_nobody(key: &str) -> bool {
    NOBODY.contains(&key)
}

/// Whether a key is a form of address before a name.
pub(crate) fn is_title(key: &str) -> bool {
    TITLES.contains(&key)
}

/// Whether a key ties two words of a name.
pub(crate) fn is_connector(key: &str) -> bool {
    CONNECTORS.contains(&key)
}

/// Whether a label, by its first word, opens speech, a heading or a stage direction instead.
pub(crate) fn opens_speech(label: &str) -> bool {
    let mut words = label.split_whitespace();
    let (Some(first), rest) = (words.next(), words.next()) else { return true };
    let first_key = key(first);
    if rest.is_none() && (1..=3).contains(&first_key.len()) && first.chars().all(|c| !c.is_lowercase()) {
        return CRIED.contains(&first_key.as_str());
    }
    let elided = first
        .split_once(['\'', '’'])
        .is_some_and(|(elision, word)| ELISIONS.contains(&key(elision).as_str()) && !names_role(&key(word)));
    elided || SPEECH.contains(&first_key.as_str()) || HEADINGS.contains(&first_key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_share_a_key() {
        for label in ["EMG 5", "EMG5", "Emg\u{A0}5", "E.M.G. 5", "ÉMG-5"] {
            assert_eq!(key(label), "emg5", "{label}");
        }
        assert_eq!(key("Enquêtrice"), "enquetrice");
        assert_ne!(key("EMG 1"), key("EMG 2"));
        assert_eq!(key("Mme ***"), "mme***");
    }

    #[test]
    fn lists_hold_keys() {
        let lists: [&[&str]; 8] = [
            &INTERVIEWERS,
            &LIKELY_INTERVIEWERS,
            &PARTICIPANTS,
            &PEOPLE,
            &NOBODY,
            &TITLES,
            &SPEECH,
            &HEADINGS,
        ];
        for word in lists.concat() {
            assert_eq!(key(word), word);
        }
    }
}

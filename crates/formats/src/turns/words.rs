//! What is known of words before any document is seen: which name a role, which never name anybody.
//!
//! All lists hold keys as [`key`] makes them: lower case, without accents, spaces or signs.

use std::collections::HashSet;
use std::sync::OnceLock;

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

/// The key of a word without the ending that makes it one of both genders or of several:
/// `Interviewé(e)`, `Enquêteur/trice`, `Participant·e`, `Interne(s)`.
pub(crate) fn common_key(word: &str) -> String {
    key(word.split_once(['(', '/', '·', '•']).map_or(word, |(common, _)| common))
}

/// The length of such an ending in parentheses at the beginning of a text.
pub(crate) fn gender_ending(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('(')?;
    let (ending, _) = inside.split_at(inside.bytes().take(6).position(|b| b == b')')?);
    ENDINGS.contains(&key(ending)).then_some(ending.len() + 2)
}

/// A list of keys, parted by spaces; made a set at its first use.
struct Words {
    text: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl Words {
    fn contains(&self, key: &str) -> bool {
        self.set.get_or_init(|| self.text.split(' ').collect()).contains(key)
    }
}

const fn words(text: &'static str) -> Words {
    Words { text, set: OnceLock::new() }
}

/// Words that name who leads an interview.
static INTERVIEWERS: Words = words(
    "enqueteur enquetrice enqueteuse intervieweur intervieweuse interviewer interviewers \
     interrogateur interrogatrice investigateur investigatrice \
     investigator chercheur chercheuse chercheure researcher animateur animatrice moderateur \
     moderatrice moderator facilitateur facilitatrice thesard thesarde doctorant doctorante \
     sociologue anthropologue enq mod anim coanimateur coanimatrice moi enquetrices enqueteurs",
);

/// Short labels that mostly name who leads, yet may be somebody's initial.
static LIKELY_INTERVIEWERS: Words = words("q i e int inv question questions");

/// Words that name who is interviewed.
static PARTICIPANTS: Words = words(
    "participant participante participants participantes interviewe interviewee interviewes interviewees enquete enquetee repondant \
     repondante respondent informateur informatrice interroge interrogee patient patiente sujet \
     reponse reponses r p a",
);

/// Other words that people use as labels; they say nothing of the role in the interview.
static PEOPLE: Words = words(
    "medecin docteur interne externe etudiant etudiante infirmier infirmiere ide pharmacien \
     pharmacienne kine kinesitherapeute psychologue aidant aidante soignant soignante mere \
     pere mari femme epouse epoux conjoint conjointe compagnon compagne fils fille soeur frere maman \
     papa parent parents enfant sagefemme ipa professeur formateur formatrice tuteur tutrice directeur directrice \
     resident residente intervenant intervenante interlocuteur interlocutrice locuteur locutrice \
     aide auxiliaire dame cadre chef maitre assistant assistante ambulancier ambulanciere dentiste orthophoniste \
     ergotherapeute dieteticien dieteticienne psychomotricien psychomotricienne podologue osteopathe \
     educateur educatrice enseignant enseignante benevole maire elu elue gynecologue pediatre psychiatre \
     cardiologue oncologue urgentiste geriatre dermatologue neurologue chirurgien chirurgienne \
     orateur oratrice coordinateur coordinatrice remplacant remplacante generaliste praticien praticienne",
);

/// People who sit by and neither lead nor are interviewed.
static BYSTANDERS: Words = words(
    "observateur observatrice obs stagiaire accueillant accueillante traducteur traductrice interprete secretaire technicien technicienne",
);

/// Labels for nobody in particular.
static NOBODY: Words =
    words("tous toutes ensemble plusieurs inconnu inconnue groupe unknown all x xx xxx brouhaha collectif");

static TITLES: Words = words("dr dre docteur pr prof professeur m mr mme mlle monsieur madame me");

/// Words that names begin with.
static PARTICLES: Words =
    words("le la les de du des van von ben el al da di do dos del della mac mc o saint sainte");

/// Words that tie names together.
static CONNECTORS: Words = words("de du des la le les d l et en von van n no");

/// Words that begin a sentence, or stand alone in speech, and never name a speaker.
static SPEECH: Words = words(
    "je tu il elle on nous vous ils elles ca cela ce cest cetait cet cette ces et ou mais donc or ni \
     car alors puis ensuite apres avant pendant depuis parce que qui quoi quand si comme comment \
     pourquoi combien un une le la les des du de au aux a mon ma mes ton ta tes son sa ses notre nos \
     votre vos leur leurs y en dans sur sous chez par pour avec sans vers entre bon bonne ben bah beh \
     hein oui ouais non nan enfin voila bref euh heu hum hmm mmh mhm ah oh eh he ok okay daccord dac \
     genre quelque quelques rien tout toute tres trop plus moins peut peutetre parfois souvent \
     toujours jamais maintenant aujourdhui hier demain deja encore aussi ainsi sinon cependant \
     pourtant premierement deuxiemement dabord finalement exactement effectivement justement bonjour \
     bonsoir merci salut pardon desole evidemment clairement vraiment voici ya est sont cetaient \
     avoir etre dire faire attention ici deux trois quatre cinq six dix certains certaines chaque \
     premier premiere deuxieme troisieme second seconde autre autres seul seule pareil idem surtout \
     malheureusement heureusement quant meme lequel laquelle dont lors selon malgre sauf grace voire \
     puisque lorsque quoique",
);

/// Words that open headings, remarks and stage directions.
static HEADINGS: Words = words(
    "exemple exemples resultat resultats conclusion introduction probleme problemes solution nb ps \
     remarque remarques note notes theme themes partie chapitre section etape phase annexe page \
     figure tableau point points idee idees relance relances consigne suite fin debut titre resume \
     synthese verbatim verbatims entretien entretiens interview transcription retranscription \
     commentaire commentaires code codes etiquette memo rire rires silence silences pause soupir \
     soupirs pleurs sourire sourires inaudible hesitation interruption coupure source sources \
     reference references legende http https janvier mail",
);

/// What is added to a word for the other gender, or for several.
static ENDINGS: Words = words("e s es trice rice euse se ere ne le fe ve ice sse esse");

/// What apostrophes leave of words before a vowel.
static ELISIONS: Words = words("c d j l m n s t qu lorsqu puisqu");

/// Short answers and marks that people also write in capitals, so that capitals make no initials of them.
static CRIED: Words = words("oui non bon ok nb ps fin ah");

/// Pronouns that some people use as labels, beside "Moi".
static PRONOUNS: Words = words("je tu il elle lui toi on nous vous ils elles");

/// Whether a whole label is a pronoun: a label only where it is one of the main ones.
pub(crate) fn is_pronoun(label: &str) -> bool {
    label.starts_with(char::is_uppercase) && PRONOUNS.contains(&key(label))
}

/// Whether a key names who leads an interview, whatever the document.
pub(crate) fn names_interviewer(key: &str) -> bool {
    INTERVIEWERS.contains(key)
}

/// Whether a whole label's key often names who leads.
pub(crate) fn may_name_interviewer(key: &str) -> bool {
    LIKELY_INTERVIEWERS.contains(key)
}

/// Whether a key names who is interviewed.
pub(crate) fn names_participant(key: &str) -> bool {
    PARTICIPANTS.contains(key)
}

/// Whether a key is a word that people use as a label; single letters only count alone.
pub(crate) fn names_role(key: &str) -> bool {
    INTERVIEWERS.contains(key)
        || PEOPLE.contains(key)
        || NOBODY.contains(key)
        || BYSTANDERS.contains(key)
        || (key.len() > 1 && PARTICIPANTS.contains(key))
}

/// Whether a key stands for several or unknown voices, or for somebody who only sits by.
pub(crate) fn names_other(key: &str) -> bool {
    NOBODY.contains(key) || BYSTANDERS.contains(key)
}

/// Whether a key is a form of address before a name.
pub(crate) fn is_title(key: &str) -> bool {
    TITLES.contains(key)
}

/// Whether a key is a word that names begin with.
pub(crate) fn is_particle(key: &str) -> bool {
    PARTICLES.contains(key)
}

/// Whether a key ties two words of a name.
pub(crate) fn is_connector(key: &str) -> bool {
    CONNECTORS.contains(key)
}

/// Whether a label, by its first word, opens speech, a heading or a stage direction instead.
pub(crate) fn opens_speech(label: &str) -> bool {
    let mut words = label.split_whitespace();
    let (Some(first), rest) = (words.next(), words.next()) else { return true };
    let first_key = key(first);
    // The initial of a first name: `A. Lebrun`.
    let initial = first.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1);
    if initial
        && rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
        && first.starts_with(char::is_uppercase)
    {
        return false;
    }
    // No letter of a name: a word of its own.
    if first == "À" {
        return true;
    }
    if rest.is_none() && (1..=3).contains(&first_key.len()) && first.chars().all(|c| !c.is_lowercase()) {
        return CRIED.contains(&first_key);
    }
    let elided = first
        .split_once(['\'', '’'])
        .is_some_and(|(elision, word)| ELISIONS.contains(&key(elision)) && !names_role(&key(word)));
    let adverb = first_key.len() >= 8 && first_key.ends_with("ment");
    elided || adverb || SPEECH.contains(&first_key) || HEADINGS.contains(&first_key)
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
        let lists = [
            &INTERVIEWERS,
            &LIKELY_INTERVIEWERS,
            &PARTICIPANTS,
            &PEOPLE,
            &NOBODY,
            &BYSTANDERS,
            &TITLES,
            &PARTICLES,
            &CONNECTORS,
            &SPEECH,
            &HEADINGS,
            &ENDINGS,
            &ELISIONS,
            &CRIED,
            &PRONOUNS,
        ];
        for word in lists.iter().flat_map(|list| list.text.split(' ')) {
            assert_eq!(key(word), word);
            assert!(!word.is_empty());
        }
    }
}

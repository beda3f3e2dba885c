//! The words of synthetic interviews: common French first, then the forms of regular verbs, drawn as
//! words of a language are: a few very often, most of them rarely.

use super::dice::Dice;

/// Words in the order of their frequency in speech.
const COMMON: &str = "je de la que et le pas c’est les ça un des à en il une on pour était mais j’ai dans qui \
    avec quand tout plus se fait est ce du sur au comme alors donc parce si bien oui ben voilà même sont très \
    peu vraiment me ils elle aussi leur moi être non où là quoi rien ils avait mon ma faire aller dire voir \
    c’était après jamais toujours encore chez sans deux gens temps médecin patient patiente stage cabinet \
    maison famille route voiture docteur rendez-vous ville village semaine matin soir nuit jour mois année \
    argent peur honte colère fatigue douleur travail enfant mère père voisin voisine fille fils hôpital \
    pharmacie infirmière spécialiste attente kilomètre trajet train bus hiver été ferme bête champ mairie \
    école monsieur madame ordonnance médicament traitement examen résultat papier dossier téléphone message \
    question réponse histoire chose fois moment besoin envie mal cœur sœur tête main bras dos ventre sommeil \
    souffle jambe genou corps vie mort âge vieux vieille jeune petit petite grand grande seul seule autre \
    premier première dernière dernier mauvais bonne bon cher chère loin près tard tôt souvent parfois \
    longtemps vite lentement doucement forcément normalement finalement franchement honnêtement peut-être \
    d’accord d’ailleurs aujourd’hui hier demain l’autre l’impression l’habitude l’année l’hiver l’été qu’il \
    qu’elle qu’on s’il n’est n’ai n’avait d’un d’une j’étais j’avais m’a t’as l’a aïe où çà ambiguë naïf";

/// Stems of verbs in *-er* that never change their spelling.
const STEMS: &str = "parl demand pens cherch trouv écout soign expliqu regard aid pass rest arriv mont entr \
    donn gard laiss montr port pos press quitt racont refus remarqu rencontr rentr respect retrouv sembl \
    signal soulev souhait support tent termin tomb touch tourn travers utilis vérifi visit accept accompagn \
    affirm ajout annul apport attir augment avou bless bouscul calm cass clarifi comment compt confi conseill \
    consult continu coup court craqu crois danss décid déclar déstabilis dévelop discut dout écart \
    élabor embarrass empêch énerv épuis estim étonn évit examin exist fatigu ferm form frapp gagn \
    gên habit hésit ignor imagin import inform insist install invit jou justifi lav lâch limit \
    lou manqu march mérit mesur motiv not observ oubli pardonn particip pleur précis prépar \
    prouv questionn rassur réalis regrett renonc répar repouss résist respir ressembl retard \
    retourn réveill rigol risqu saut sauv serr sign stress téléphon tir trait transform \
    travaill trembl valid vers vex vid";

/// Their endings, accents and all.
const ENDINGS: &str = "e es ons ez ent ais ait ions iez aient ai as a âmes èrent erai eras era erons erez eront \
    erais erait erions eraient er é ée és ées ant";

/// What people say between two thoughts.
const MARKS: [&str; 8] = ["euh…", "(rires)", "(silence)", "enfin…", "***", "[…]", "(soupir)", "hein…"];

/// What somebody reads aloud from a telephone: characters of several scalars.
const PICTURES: [&str; 6] = ["🙂", "👍🏽", "👩‍⚕️", "🇫🇷", "❤️", "👨‍👩‍👧"];

/// Every form with how often it comes.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    forms: Vec<String>,
    /// For each form, its weight and those of all before it.
    reach: Vec<u64>,
}

impl Vocabulary {
    /// The one vocabulary that every study is made of.
    pub fn new() -> Vocabulary {
        let mut rare: Vec<String> = STEMS
            .split_whitespace()
            .flat_map(|stem| ENDINGS.split_whitespace().map(move |ending| format!("{stem}{ending}")))
            .collect();
        // Otherwise all the forms of one verb would be frequent and all of another rare.
        Dice::new(0, "vocabulary").shuffle(&mut rare);
        let common = COMMON.split_whitespace().map(str::to_owned);
        let forms: Vec<String> = common.chain(rare).collect();
        let mut total = 0;
        let weigh = |rank: usize| {
            // Zipf's law: the weight of a form is inverse to its rank.
            total += 1_000_000_000 / (rank as u64 + 3);
            total
        };
        let reach = (0..forms.len()).map(weigh).collect();
        Vocabulary { forms, reach }
    }

    /// A word.
    pub fn draw(&self, dice: &mut Dice) -> &str {
        let total = self.reach.last().copied().unwrap_or_default();
        let at = usize::try_from(total).map(|total| dice.below(total) as u64).unwrap_or_default();
        let form = self.reach.partition_point(|reach| *reach <= at);
        self.forms.get(form).map_or("oui", String::as_str)
    }

    /// How many forms there are.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.forms.len()
    }
}

/// Something between two words, now and then.
pub(crate) fn interjection(dice: &mut Dice) -> Option<&'static str> {
    match dice.below(2000) {
        0..3 => dice.pick(&PICTURES).copied(),
        3..50 => dice.pick(&MARKS).copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{HashMap, HashSet};

    #[test]
    fn words_come_as_zipf_says() {
        let words = Vocabulary::new();
        assert!(words.len() > 4000);
        let mut dice = Dice::new(5, "");
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for _ in 0..50_000 {
            *counts.entry(words.draw(&mut dice)).or_default() += 1;
        }
        let mut sorted: Vec<usize> = counts.values().copied().collect();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        assert!(sorted[0] > 10 * sorted[100], "{:?}", &sorted[..5]);
        let once = sorted.iter().filter(|count| **count <= 2).count();
        assert!(once > 300, "rare words are many: {once}");
    }

    #[test]
    fn interjections_bring_characters_of_several_scalars() {
        let mut dice = Dice::new(9, "");
        let drawn: HashSet<&str> = (0..60_000).filter_map(|_| interjection(&mut dice)).collect();
        assert_eq!(drawn.len(), MARKS.len() + PICTURES.len());
    }
}

//! An invented interview, written as transcribers write.

use model::RecordId;
use model::value::{Layer, SpeakerRole};
use std::sync::Arc;
use workbench::views::{CodingView, PlaceState, StripeLine, TranscriptView, TurnView};

/// Each line: who, when, what was said. A line without both stands outside the turns.
const SCRIPT: &str = "\
Entretien n° 3 — maison de santé, bureau du fond
Durée : 57 min. Enregistrement avec accord écrit.

CL|12:04|Et quand un patient vous dit qu’il n’ira pas, qu’est-ce qui se passe pour vous ?
EMG 3|12:11|Euh… au début je me disais que c’était un échec, que j’avais mal expliqué (rires). Et puis avec le temps on comprend que c’est pas nous, c’est la route, c’est les quarante minutes aller, c’est l’essence. Il y a des gens qui calculent, hein, qui calculent vraiment.
CL|12:39|Qui calculent ?
EMG 3|12:41|Oui… une dame de *** m’a dit « docteur, votre échographie c’est deux pleins ». Voilà. Moi je n’avais jamais pensé un examen en pleins. Alors maintenant je demande avant de prescrire, je demande qui emmène, quand, et si on peut grouper avec les courses du samedi. C’est bête, mais ça change tout à l’ordonnance.
CL|13:20|Et ça, vous l’avez appris où ?
EMG 3|13:24|Nulle part (silence). Enfin si, chez mon maître de stage, en visite. C’est en voyant le frigo qu’on comprend l’observance. À la fac on nous parle du patient, pas de la route qui va jusqu’à lui.

(Le téléphone du secrétariat sonne.)

EMG 3|14:02|Pardon. Je disais… la route. Il y a aussi ceux qui ne disent rien. Ils prennent l’ordonnance, ils disent « oui docteur », et trois mois après on retrouve tout dans le tiroir de la cuisine.
CL|14:31|Comment vous le savez ?
EMG 3|14:33|Par la voisine, par l’infirmière, par le facteur même. À la campagne tout le monde sait qui ne va pas à la ville. Sauf le médecin.
CL|14:52|Et qu’est-ce que vous en faites, de ce que dit la voisine ?
EMG 3|14:58|Rien officiellement. Mais la fois d’après je ne demande plus « vous y êtes allé ? », je demande « c’était quel jour, le bus ? ». Et là ça parle. On n’ose plus demander à la voisine, on n’ose plus demander au fils, alors on attend que le fils propose. Elle a attendu que son fils remonte pour l’été, celle-là. Huit mois avec sa hanche.
CL|15:40|Huit mois…
EMG 3|15:42|Oui. Et moi pendant ce temps je relançais le rendez-vous, je me fâchais presque avec le secrétariat de l’hôpital. Je soignais l’agenda, quoi, pas la dame.
CL|16:10|Qu’est-ce que ça change dans votre manière de travailler ?
EMG 3|16:15|Je fais plus de choses moi-même. Les infiltrations, la petite gynéco, les sutures. Je ne suis pas meilleur qu’un autre, je suis à côté, c’est tout. Être à côté, c’est une compétence (rires).
CL|16:44|Vous diriez que c’est choisi ?
EMG 3|16:47|Choisi… non. Pas au début. Maintenant, peut-être. On finit par aimer ce qu’on fait parce que personne d’autre ne le fera. Mais il ne faut pas me demander de dire que c’est bien. C’est mieux que rien, et mieux que rien, ce n’est pas une politique de santé.
CL|17:20|Et les patients, qu’est-ce qu’ils en disent ?
EMG 3|17:24|Ils disent merci. Ça m’embête, d’ailleurs, ce merci. On ne devrait pas dire merci pour ne pas avoir fait quatre-vingts kilomètres.
";

/// Code name, hue, and the words it was given.
const CODED: &[(&str, u16, &str)] = &[
    ("sentiment d’échec", 1, "que c’était un échec, que j’avais mal expliqué"),
    (
        "déplacer la cause",
        0,
        "avec le temps on comprend que c’est pas nous, c’est la route, c’est les quarante minutes aller, c’est l’essence",
    ),
    ("coût du trajet", 4, "c’est la route, c’est les quarante minutes aller"),
    ("compter en pleins", 4, "une dame de *** m’a dit « docteur, votre échographie c’est deux pleins »"),
    ("prescrire avec la route", 3, "Alors maintenant je demande avant de prescrire"),
    ("apprendre en visite", 2, "Enfin si, chez mon maître de stage, en visite"),
    (
        "dire oui et ne pas faire",
        6,
        "Ils prennent l’ordonnance, ils disent « oui docteur », et trois mois après on retrouve tout dans le tiroir de la cuisine",
    ),
    ("tout le monde sait", 5, "À la campagne tout le monde sait qui ne va pas à la ville. Sauf le médecin."),
    ("honte de demander", 1, "On n’ose plus demander à la voisine, on n’ose plus demander au fils"),
    (
        "dépendre d’un proche",
        4,
        "alors on attend que le fils propose. Elle a attendu que son fils remonte pour l’été",
    ),
    ("le temps perdu", 8, "Huit mois avec sa hanche."),
    ("soigner l’agenda", 7, "Je soignais l’agenda, quoi, pas la dame."),
    (
        "faire soi-même",
        10,
        "Je fais plus de choses moi-même. Les infiltrations, la petite gynéco, les sutures.",
    ),
    ("être à côté", 12, "Être à côté, c’est une compétence"),
    ("aimer par défaut", 13, "On finit par aimer ce qu’on fait parce que personne d’autre ne le fera."),
];

/// An identifier that is the same in every run.
pub fn id(number: u128) -> RecordId {
    RecordId::from(uuid::Uuid::from_u128(number))
}

/// The whole interview as the screen shows it.
pub fn interview() -> TranscriptView {
    let (text, turns) = read(SCRIPT);
    let codings: Vec<_> = (0..).zip(CODED).filter_map(|(n, coded)| coding(n, coded, &text)).collect();
    TranscriptView {
        turns: turns.into(),
        codings: codings.into(),
        subtitle: "3ᵉ relecture · étiquetage expérientiel".into(),
        ..TranscriptView::bare(id(3), 1, "EMG 3", text)
    }
}

/// Turns the script into a transcript with written labels (`EMG 3 : `).
fn read(script: &str) -> (String, Vec<TurnView>) {
    let (mut text, mut turns) = (String::new(), Vec::new());
    for line in script.lines() {
        let parts: Vec<_> = line.splitn(3, '|').collect();
        if let [label, time, words] = parts[..] {
            text.push_str(&format!("{label} : "));
            let start = text.chars().count();
            text.push_str(words);
            turns.push(TurnView {
                label: label.into(),
                role: if label == "CL" { SpeakerRole::Interviewer } else { SpeakerRole::Participant },
                start,
                end: text.chars().count(),
                time: Some(time.into()),
            });
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    (text, turns)
}

fn coding(number: u128, (label, hue, words): &(&str, u16, &str), text: &str) -> Option<CodingView> {
    let start = text[..text.find(words)?].chars().count();
    Some(CodingView {
        id: id(100 + number),
        code: id(1000 + number),
        label: (*label).into(),
        in_vivo: *label == "compter en pleins",
        hue: *hue,
        coder_initials: "CL".into(),
        coder_name: "Claire L.".into(),
        line: StripeLine::Solid,
        start,
        end: start + words.chars().count(),
        state: if number == 7 { PlaceState::Changed } else { PlaceState::Exact },
        layer: Some(Layer::Experiential),
        memo: memo(label),
        definition: Arc::default(),
        day: "02/02/2026".into(),
        undecided: false,
        coder: id(50),
    })
}

fn memo(label: &str) -> Arc<str> {
    match label {
        "coût du trajet" => "Le coût n’est jamais dit en euros : minutes, pleins, fils à déranger.".into(),
        _ => Arc::default(),
    }
}

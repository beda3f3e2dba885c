//! A synthetic code list: categories, their properties, and labels below either.

use super::dice::Dice;
use crate::command::CodeRow;
use model::value::{Layer, Level};
use std::collections::HashSet;

const HEADS: [&str; 24] = [
    "peur",
    "poids",
    "besoin",
    "manque",
    "plaisir",
    "place",
    "temps",
    "charge",
    "coût",
    "habitude",
    "refus",
    "attente",
    "honte",
    "confiance",
    "doute",
    "colère",
    "fatigue",
    "récit",
    "souvenir",
    "regret",
    "rôle",
    "limite",
    "détour",
    "silence",
];

const SUBJECTS: [&str; 40] = [
    "trajet",
    "cabinet",
    "regard des autres",
    "premier rendez-vous",
    "dossier",
    "retour à la maison",
    "spécialiste",
    "voisinage",
    "stage",
    "maître de stage",
    "patient seul",
    "week-end de garde",
    "téléphone",
    "délai",
    "médicament",
    "renoncement",
    "travail aux champs",
    "village",
    "coup de fil",
    "compte rendu",
    "bilan",
    "papier perdu",
    "bus du matin",
    "secret",
    "prix",
    "non-dit",
    "second avis",
    "proche aidant",
    "départ",
    "mauvais souvenir",
    "lit d’hôpital",
    "guichet",
    "matin d’hiver",
    "plein d’essence",
    "mot de trop",
    "jour de marché",
    "dernier recours",
    "conseil de famille",
    "deuil",
    "lien rompu",
];

/// One code of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Code {
    /// Names from the top.
    pub path: String,
    pub level: Level,
    pub layer: Layer,
    /// The place in the list of the code above it.
    pub parent: Option<usize>,
}

/// So many codes, parents before children: about one in eight is a category, as many are properties.
pub(crate) fn codes(mut dice: Dice, count: usize) -> Vec<Code> {
    let (categories, properties) = (count / 8, count / 8);
    let mut codes: Vec<Code> = Vec::with_capacity(count);
    let mut taken = HashSet::new();
    for place in 0..count {
        let (level, above) = match place {
            _ if place < categories => (Level::Category, 0),
            _ if place < categories + properties => (Level::Property, categories),
            _ => (Level::Label, categories + properties),
        };
        let parent = (above > 0).then(|| place % above);
        let name = name(&mut dice, &mut taken, level);
        let above = parent.map(|parent| format!("{} / ", codes[parent].path)).unwrap_or_default();
        let layer = if dice.percent(25) { Layer::Thematic } else { Layer::Experiential };
        codes.push(Code { path: format!("{above}{name}"), level, layer, parent });
    }
    codes
}

fn name(dice: &mut Dice, taken: &mut HashSet<String>, level: Level) -> String {
    let head = dice.pick(&HEADS).copied().unwrap_or_default();
    let subject = dice.pick(&SUBJECTS).copied().unwrap_or_default();
    let base = match level {
        Level::Category => format!("Autour du {subject}"),
        _ => format!("{head} du {subject}"),
    };
    // Names need not be unique in a study, but here each path leads to one code.
    let numbered = (2..).map(|number| format!("{base} ({number})"));
    let free = std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name));
    let name = free.unwrap_or(base);
    taken.insert(name.clone());
    name
}

impl Code {
    /// The row of a code list that makes it.
    pub fn row(&self) -> CodeRow {
        let own = self.path.rsplit(" / ").next().unwrap_or_default();
        let definition = match self.level {
            Level::Label => String::new(),
            _ => format!("Tout ce que la personne dit à propos de «\u{a0}{own}\u{a0}»."),
        };
        CodeRow {
            path: self.path.clone(),
            layer: Some(self.layer),
            level: Some(self.level),
            in_vivo: self.level == Level::Label && self.path.len().is_multiple_of(7),
            definition,
            ..CodeRow::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_stand_before_children_and_paths_are_unique() {
        for count in [1, 7, 8, 500, 3000] {
            let codes = codes(Dice::new(2, "codes"), count);
            assert_eq!(codes.len(), count);
            let paths: HashSet<&str> = codes.iter().map(|code| code.path.as_str()).collect();
            assert_eq!(paths.len(), count);
            for (place, code) in codes.iter().enumerate() {
                if let Some(parent) = code.parent {
                    assert!(parent < place);
                    assert!(code.path.starts_with(&format!("{} / ", codes[parent].path)));
                }
            }
            let categories = codes.iter().filter(|code| code.level == Level::Category).count();
            assert_eq!(categories, count / 8);
        }
    }
}

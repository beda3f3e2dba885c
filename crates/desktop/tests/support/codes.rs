//! An invented code tree.

use super::interview::id;
use model::value::Level;
use workbench::views::{CodeRow, CodeTreeView};

/// Depth, name, hue, passages, in vivo.
const TREE: &[(usize, &str, u16, usize, bool)] = &[
    (0, "Le coût du chemin", 4, 20, false),
    (1, "coût du trajet", 4, 21, false),
    (1, "compter en pleins", 4, 4, true),
    (1, "qui emmène", 4, 13, false),
    (0, "Adapter la prescription", 3, 26, false),
    (1, "prescrire avec la route", 3, 9, false),
    (1, "grouper les soins", 3, 6, false),
    (0, "Se sentir responsable", 1, 13, false),
    (1, "sentiment d’échec", 1, 12, false),
    (1, "déplacer la cause", 0, 8, false),
    (0, "Travailler à plusieurs", 5, 2, false),
    (1, "travail en groupe", 5, 11, false),
    (1, "apprendre en visite", 2, 7, false),
    (1, "soigner l’agenda", 7, 3, true),
    (0, "Se taire", 6, 1, false),
    (1, "dire oui et ne pas faire", 6, 5, false),
    (1, "honte de demander", 1, 9, false),
    (1, "tout le monde sait", 5, 3, false),
    (0, "Être là", 12, 0, false),
    (1, "être à côté", 12, 4, true),
    (1, "faire soi-même", 10, 6, false),
    (2, "petite chirurgie", 10, 2, false),
];

/// The tree as the panel shows it.
pub fn tree() -> CodeTreeView {
    let mut path: Vec<&str> = Vec::new();
    let rows = TREE.iter().enumerate().map(|(at, (depth, label, hue, own, in_vivo))| {
        path.truncate(*depth);
        let row = CodeRow {
            id: id(1000 + at as u128),
            depth: *depth,
            level: if *depth == 0 { Level::Category } else { Level::Label },
            label: (*label).into(),
            path: path.join(" / ").into(),
            definition: if *label == "coût du trajet" {
                "Ce que le chemin coûte en argent, en temps."
            } else {
                ""
            }
            .into(),
            hue: *hue,
            in_vivo: *in_vivo,
            own: *own,
            total: total(at),
            participants: 2,
            layer: model::value::Layer::Experiential,
            favourite: (1..=3).contains(&at).then_some(at as u8),
        };
        path.push(label);
        row
    });
    let rows: Vec<_> = rows.collect();
    CodeTreeView { key: 1, in_vivo: 3, rows: rows.into() }
}

/// Passages of a row and all below it.
fn total(at: usize) -> usize {
    let depth = TREE[at].0;
    let below = TREE[at + 1..].iter().take_while(|row| row.0 > depth);
    TREE[at].3 + below.map(|row| row.3).sum::<usize>()
}

//! Golden sentences of the audit trail on the way from labels to theory.

use super::journal_tests::{CODE, CODING, Golden, OTHER, id, set};
use model::Timestamp;
use model::op::{After, OpKind};
use model::value::{
    Ask, ClauseText, Level, QueryAsked, RelationEnds, RelationTypeDefinition, SchemaTitle, Stance,
    TheoryTitle, TheoryVersionKept,
};

const RELATION: u128 = 60;
const TYPE: u128 = 61;
const THEORY: u128 = 62;
const CLAUSE: u128 = 63;
const VERSION: u128 = 64;
const SCHEMA: u128 = 65;
const QUERY: u128 = 66;

/// What the sentences speak of.
pub fn thoughts() -> Vec<(u128, After)> {
    let name = str::to_owned;
    let clause = "Renoncer n’est pas refuser : c’est compter ce que coûte le chemin.";
    vec![
        set(RELATION, RelationEnds::new(id(CODE), id(OTHER))),
        set(TYPE, RelationTypeDefinition::new(name("protège de"), String::new(), true)),
        set(THEORY, TheoryTitle::new(name("Compter le chemin"))),
        set(CLAUSE, ClauseText::new(name(clause))),
        set(VERSION, TheoryVersionKept::new(name("v1"), id(THEORY), Timestamp(0), Vec::new())),
        set(SCHEMA, SchemaTitle::new(name("Le modèle"))),
        set(
            QUERY,
            QueryAsked::new(
                name("trajet et attente"),
                Vec::new(),
                Ask::Matrix { codes: Vec::new(), columns: model::value::Columns::Participant },
            ),
        ),
    ]
}

/// Every kind with its sentences in a grounded-theory study.
pub fn golden() -> Vec<Golden> {
    [on_codes(), on_evidence(), on_relations(), on_statements()].concat()
}

fn on_codes() -> Vec<Golden> {
    let (code, coding) = (id(CODE), id(CODING));
    vec![
        (
            OpKind::SetLevel { code, codes: 1, level: Level::Property },
            "classer « coût du trajet » au niveau propriété",
            "set “coût du trajet” to the level property",
        ),
        (
            OpKind::SetLevel { code, codes: 3, level: Level::Core },
            "classer 3 éléments au niveau catégorie centrale",
            "set 3 items to the level core category",
        ),
        (
            OpKind::GroupCodes { under: code, codes: 2 },
            "ranger 2 étiquettes sous « coût du trajet »",
            "put 2 labels under “coût du trajet”",
        ),
        (
            OpKind::ImportGrid { codes: 4 },
            "importer une grille de lecture de 4 lignes",
            "import a reading grid of 4 lines",
        ),
        (
            OpKind::SetOrigin { code },
            "dire d’où vient « coût du trajet »",
            "say where “coût du trajet” comes from",
        ),
        (
            OpKind::SetDimension { code },
            "donner une dimension à « coût du trajet »",
            "give “coût du trajet” a dimension",
        ),
        (
            OpKind::PlaceOnDimension { coding, property: code },
            "situer un extrait sur « coût du trajet »",
            "place a passage on “coût du trajet”",
        ),
        (
            OpKind::ReviewCodings { code, passages: 1 },
            "revoir 1 extrait de « coût du trajet » d’après sa définition",
            "review 1 passage of “coût du trajet” by its definition",
        ),
    ]
}

fn on_evidence() -> Vec<Golden> {
    let (code, relation) = (id(CODE), id(RELATION));
    vec![
        (
            OpKind::MarkDensity { code },
            "dire si « coût du trajet » est étoffée",
            "say whether “coût du trajet” is dense",
        ),
        (
            OpKind::NoteSearch { code },
            "noter la recherche de cas divergents pour « coût du trajet »",
            "note the search for negative cases of “coût du trajet”",
        ),
        (
            OpKind::MarkEvidence { about: relation, passages: 2, stance: Some(Stance::Supports) },
            "appuyer « coût du trajet → attente » par 2 extraits",
            "support “coût du trajet → attente” with 2 passages",
        ),
        (
            OpKind::MarkEvidence { about: code, passages: 1, stance: Some(Stance::Contradicts) },
            "opposer 1 cas divergent à « coût du trajet »",
            "set 1 negative case against “coût du trajet”",
        ),
        (
            OpKind::MarkEvidence { about: code, passages: 1, stance: None },
            "retirer 1 extrait de ce qui appuie ou contredit « coût du trajet »",
            "take 1 passage back from the evidence on “coût du trajet”",
        ),
    ]
}

fn on_relations() -> Vec<Golden> {
    let (relation, relation_type) = (id(RELATION), id(TYPE));
    vec![
        (
            OpKind::CreateRelation { relation },
            "relier coût du trajet → attente",
            "relate coût du trajet → attente",
        ),
        (
            OpKind::EditRelation { relation },
            "modifier la relation coût du trajet → attente",
            "edit the relation coût du trajet → attente",
        ),
        (
            OpKind::DeleteRelation { relation },
            "supprimer la relation coût du trajet → attente",
            "delete the relation coût du trajet → attente",
        ),
        (
            OpKind::DefineRelationType { relation_type },
            "définir le type de relation « protège de »",
            "define the relation type “protège de”",
        ),
        (
            OpKind::DeleteRelationType { relation_type },
            "supprimer le type de relation « protège de »",
            "delete the relation type “protège de”",
        ),
    ]
}

fn on_statements() -> Vec<Golden> {
    let (theory, clause, version) = (id(THEORY), id(CLAUSE), id(VERSION));
    let (schema, query) = (id(SCHEMA), id(QUERY));
    vec![
        (
            OpKind::WriteTheory { theory },
            "intituler la théorie « Compter le chemin »",
            "entitle the theory “Compter le chemin”",
        ),
        (
            OpKind::DeleteTheory { theory },
            "supprimer la théorie « Compter le chemin »",
            "delete the theory “Compter le chemin”",
        ),
        (
            OpKind::WriteClause { clause },
            "écrire la proposition « Renoncer n’est pas refuser : c’est compt… »",
            "write the clause “Renoncer n’est pas refuser : c’est compt…”",
        ),
        (
            OpKind::LinkClause { clause },
            "dire sur quoi repose la proposition « Renoncer n’est pas refuser : c’est compt… »",
            "say what the clause “Renoncer n’est pas refuser : c’est compt…” rests on",
        ),
        (
            OpKind::MoveClause { clause },
            "déplacer la proposition « Renoncer n’est pas refuser : c’est compt… »",
            "move the clause “Renoncer n’est pas refuser : c’est compt…”",
        ),
        (
            OpKind::DeleteClause { clause },
            "supprimer la proposition « Renoncer n’est pas refuser : c’est compt… »",
            "delete the clause “Renoncer n’est pas refuser : c’est compt…”",
        ),
        (OpKind::KeepTheory { version }, "garder la théorie sous le nom « v1 »", "keep the theory as “v1”"),
        (
            OpKind::WriteSchema { schema },
            "intituler le schéma « Le modèle »",
            "entitle the schema “Le modèle”",
        ),
        (
            OpKind::ArrangeSchema { schema, items: 3 },
            "disposer le schéma « Le modèle »",
            "arrange the schema “Le modèle”",
        ),
        (
            OpKind::DeleteSchema { schema },
            "supprimer le schéma « Le modèle »",
            "delete the schema “Le modèle”",
        ),
        (
            OpKind::SaveQuery { query },
            "enregistrer la requête « trajet et attente »",
            "save the query “trajet et attente”",
        ),
        (
            OpKind::DeleteQuery { query },
            "supprimer la requête « trajet et attente »",
            "delete the query “trajet et attente”",
        ),
    ]
}

//! From labels to theory on the command line: relations, memos, gaps, theory, history, schemas, queries.

use crate::workshop::{Workshop, plain};
use serde_json::{Value, json};

/// The names of an answer's fields, in order.
fn fields(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn ids(workshop: &Workshop, code: &str) -> Vec<String> {
    let found = workshop.json(&["codings", "e.ancrage", "--code", code]);
    found.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn codes_are_related_and_passages_speak_for_it() {
    let workshop = Workshop::with_codings();
    let paths = workshop.json(&["codes", "e.ancrage"]);
    let path = |at: usize| paths[at]["path"].as_str().unwrap().to_owned();
    let (first, second) = (path(0), path(1));
    // A sentence names codes as people do: without what they stand under.
    let name = |path: &str| path.rsplit(" / ").next().unwrap().to_owned();
    let add = ["relations", "add", "e.ancrage", &first, "plus… plus…", &second, "--as", "Claire L."];
    let added = workshop.json(&add);
    assert_eq!(added["sort"], json!("more_more"));
    assert_eq!(
        plain(added["sentence"].as_str().unwrap()),
        format!("plus « {} », plus « {} »", name(&first), name(&second))
    );
    let said = workshop.refused(&add);
    assert!(said.contains("Cette relation existe déjà"), "{said}");
    let relation = added["id"].as_str().unwrap();
    let used = paths.as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap());
    let passage = used.flat_map(|path| ids(&workshop, path)).next().unwrap();
    let marked = workshop.json(&[
        "relations",
        "mark",
        "e.ancrage",
        relation,
        &passage,
        "--as",
        "Claire L.",
        "--against",
    ]);
    assert_eq!((&marked["passages"], &marked["stance"]), (&json!(1), &json!("contradicts")));
    let listed = workshop.json(&["relations", "e.ancrage"]);
    assert_eq!(
        fields(&listed[0]),
        [
            "at",
            "by",
            "contradicts",
            "from",
            "from_id",
            "id",
            "memos",
            "participants",
            "sentence",
            "sort",
            "supports",
            "to",
            "to_id",
            "type"
        ]
    );
    assert_eq!(listed[0]["contradicts"][0]["id"], json!(passage));
    let met = workshop.json(&["relations", "meet", "e.ancrage", &first, "--near", "2"]);
    assert_eq!(fields(&met), ["basis", "near", "participants", "passages", "total"]);
    assert_eq!(met["near"], json!("2"));
    let save = ["relations", "meet", "e.ancrage", &first, "--save", "près", "--as", "Claire L."];
    assert_eq!(workshop.json(&save)["near"], json!("overlap"));
    let saved = workshop.json(&["queries", "e.ancrage"]);
    assert_eq!(fields(&saved[0]), ["codes", "id", "kind", "name", "near"]);
    assert_eq!(workshop.json(&["queries", "e.ancrage", "--run", "près"])["near"], json!("overlap"));
    let wrong = workshop.run(&["relations", "meet", "e.ancrage", &first, "--near", "loin"]);
    assert_eq!(wrong.status, 2, "{}", wrong.err);
}

#[test]
fn memos_are_written_with_links_and_read_by_date() {
    let workshop = Workshop::with_study();
    let body = "Dort mal : voir [[EMG 1]] et [[personne]].";
    let written = workshop.json(&[
        "memos",
        "write",
        "e.ancrage",
        "--title",
        "Nuits",
        "--kind",
        "theoretical",
        "--about",
        "EMG 2",
        "--body",
        body,
    ]);
    assert_eq!(
        fields(&written),
        ["about", "author", "body", "changed", "created", "id", "kind", "links", "text", "title", "versions"]
    );
    assert_eq!(written["text"], json!("Dort mal : voir EMG 1 et personne."));
    assert_eq!(
        (&written["about"]["kind"], &written["about"]["name"]),
        (&json!("interview"), &json!("EMG 2"))
    );
    assert_eq!(written["links"][0]["kind"], json!("interview"));
    assert_eq!(written["links"][1]["id"], json!(null));
    assert_eq!(workshop.json(&["memos", "e.ancrage", "--about", "EMG 1"])[0]["id"], written["id"]);
    assert_eq!(workshop.json(&["memos", "e.ancrage", "--kind", "free"]), json!([]));
    let journal = workshop.json(&["memos", "e.ancrage", "--journal"]);
    assert_eq!(fields(&journal[0]), ["at", "author", "current", "kind", "memo", "text", "title", "version"]);
    let wrong = workshop.run(&["memos", "e.ancrage", "--kind", "poème"]);
    assert_eq!(wrong.status, 2, "{}", wrong.err);
}

#[test]
fn a_grid_comes_in_whole_or_not_at_all() {
    let workshop = Workshop::with_study();
    workshop.write("g.csv", "nom;niveau;définition\nAccès;catégorie;Venir au soin\nAccès / distance;;\n");
    assert_eq!(workshop.json(&["grid", "e.ancrage", "g.csv"]), json!({"created": 2, "rows": 2}));
    let codes = workshop.json(&["codes", "e.ancrage"]);
    assert_eq!(
        (&codes[0]["source"], &codes[0]["priority"], &codes[0]["level"]),
        (&json!("a_priori"), &json!(1), &json!("category"))
    );
    workshop.write("deux.csv", "name\ncoût\nCoût\n");
    let said = workshop.refused(&["grid", "e.ancrage", "deux.csv"]);
    assert!(plain(&said).contains("« Coût » se trouve déjà à la ligne 2"), "{said}");
    workshop.write("niveau.csv", "name;level\ncoût;haut\n");
    let said = workshop.refused(&["grid", "e.ancrage", "niveau.csv"]);
    assert!(said.contains("haut"), "{said}");
    assert_eq!(workshop.json(&["codes", "e.ancrage"]).as_array().unwrap().len(), 2);
}

#[test]
fn the_code_book_is_compared_on_two_days() {
    let workshop = Workshop::with_codings();
    let changes = workshop.json(&["history", "e.ancrage", "2000-01-01"]);
    let created = changes.as_array().unwrap().iter().all(|change| change["kind"] == json!("created"));
    assert!(created && !changes.as_array().unwrap().is_empty(), "{changes}");
    assert_eq!(fields(&changes[0]), ["code", "from", "kind", "text", "to"]);
    assert_eq!(workshop.json(&["history", "e.ancrage", "--on", "2000-01-01"]), json!([]));
    assert_eq!(workshop.json(&["history", "e.ancrage", "--old-definitions"]), json!([]));
    let none = workshop.json(&["history", "e.ancrage", "2000-01-01", "2000-01-02"]);
    assert_eq!(none, json!([]));
    assert_eq!(workshop.run(&["history", "e.ancrage", "hier"]).status, 2);
}

#[test]
fn the_example_study_shows_a_whole_theory() {
    let workshop = Workshop::new();
    workshop.json(&["demo", "ex.ancrage", "--no-window"]);
    let codes = workshop.json(&["codes", "ex.ancrage"]);
    let of_level =
        |level: &str| codes.as_array().unwrap().iter().filter(|code| code["level"] == json!(level)).count();
    let levels = ["label", "property", "category", "core"].map(of_level);
    assert_eq!(levels, [59, 20, 8, 1]);
    let theory = workshop.json(&["theory", "ex.ancrage"]);
    assert_eq!(theory[0]["clauses"].as_array().unwrap().len(), 4);
    let compared = workshop.json(&["theory", "ex.ancrage", "--compare", "après l’entretien EMG 4"]);
    let kinds: Vec<&str> =
        compared.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["reworded", "links", "reworded", "links", "added"]);
    let relations = workshop.json(&["relations", "ex.ancrage"]);
    assert_eq!(relations.as_array().unwrap().len(), 11);
    let gaps = workshop.json(&["gaps", "ex.ancrage"]);
    assert_eq!(fields(&gaps), ["basis", "counts", "gaps"]);
    let found: Vec<&str> =
        gaps["counts"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    for kind in ["no_evidence", "outside_theory", "used_once", "to_develop", "older_definition"] {
        assert!(found.contains(&kind), "{kind}: {found:?}");
    }
    let asked = ["queries", "ex.ancrage", "--run", "Le chemin et le silence, dans un même tour"];
    assert!(workshop.json(&asked)["total"].as_u64().unwrap() > 0);
    let affected = workshop.json(&["theory", "affected", "ex.ancrage", "Le coût du chemin"]);
    assert!(affected["clauses"].as_array().unwrap().len() == 1 && affected["schemas"][0]["id"].is_string());
    let counts = workshop.json(&["relations", "ex.ancrage", "--count"]);
    let all: u64 = counts.as_array().unwrap().iter().map(|one| one["n"].as_u64().unwrap()).sum();
    assert_eq!(all, 11);
    assert_eq!(fields(&counts[0]), ["contradicts", "n", "sort", "supports", "type"]);
    let cause = relations.as_array().unwrap().iter().find(|one| one["sort"] == json!("causal_condition"));
    let cited = workshop.json(&["relations", "ex.ancrage", "--cite", cause.unwrap()["id"].as_str().unwrap()]);
    let text = plain(cited["text"].as_str().unwrap());
    assert!(
        text.starts_with(
            "« Le coût du chemin » est une condition causale de « Renoncer sans le dire » : 4 extraits"
        ),
        "{text}"
    );
    assert!(text.contains("2 extraits contraires (« ") && !text.contains('\n'), "{text}");
    let export = ["export", "ex.ancrage", "--as", "csv", "--what", "relations", "-o", "relations.csv"];
    assert_eq!(workshop.json(&export)["items"], json!(11));
    let table = String::from_utf8(workshop.read("relations.csv")).unwrap();
    assert!(table.starts_with("De,Type,Vers,Appuient,Contredisent,Participants,"), "{table}");
    let drawn = workshop.json(&["schema", "ex.ancrage", "-o", "modèle.svg"]);
    assert_eq!((&drawn["nodes"], &drawn["relations"]), (&json!(11), &json!(11)));
    let svg = String::from_utf8(workshop.read("modèle.svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains("condition causale (4 / 2)"), "{svg}");
    workshop.json(&["schema", "ex.ancrage", "-o", "modèle.png"]);
    assert_eq!(&workshop.read("modèle.png")[..8], b"\x89PNG\r\n\x1A\n");
    workshop.json(&["schema", "ex.ancrage", "-o", "modèle.pdf"]);
    let page = workshop.read("modèle.pdf");
    assert!(page.starts_with(b"%PDF-"), "{} bytes", page.len());
    assert_eq!(workshop.run(&["schema", "ex.ancrage", "-o", "modèle.gif"]).status, 2);
    let stands = workshop.json(&["dimensions", "ex.ancrage"]);
    let lone = stands.as_array().unwrap().iter().find(|one| one["values"][0] == json!("se conduit seul"));
    assert_eq!(lone.unwrap()["empty"], json!(["se conduit seul", "…"]));
}

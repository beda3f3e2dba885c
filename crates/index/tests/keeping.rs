//! An index on a disk: taken up again, thrown away where it is not whole, and never with a word too many.
#![allow(clippy::unwrap_used)] // a test that cannot go on fails

mod support;

use index::{Home, Index, Wanted};
use model::value::Language;
use std::fs;
use std::path::Path;
use support::{Corpus, id, scope_of, search, texts};

fn corpora() -> Vec<Corpus> {
    [["I: Et la nuit ?", "P: Je dors mal."], ["I: Et le jour ?", "P: Le jour, tout va mal."]]
        .map(Corpus::of)
        .into()
}

fn wanted(number: u128, version: u64) -> Wanted {
    Wanted { owner: id(number), kind: index::Kind::Verbatim, version, revision: None }
}

fn open(folder: &Path) -> Index {
    Index::open(Home::Folder(folder.to_owned()), Language::French).unwrap()
}

fn fill(index: &mut Index) {
    let corpora = corpora();
    index
        .update(corpora.iter().zip(1..).map(|(corpus, number)| corpus.document(number)), &[], 0, "a")
        .unwrap();
}

fn found(index: &Index) -> Vec<String> {
    let results = search(index, &scope_of(&corpora()), "mal", false).unwrap();
    texts(&results.hits).into_iter().map(str::to_owned).collect()
}

#[test]
fn it_is_taken_up_where_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut index = open(folder.path());
    assert_eq!((index.stamp(), index.missing(&[wanted(1, 1), wanted(2, 1)]).0.len()), (None, 2));
    fill(&mut index);
    drop(index);
    let mut index = open(folder.path());
    assert_eq!((index.stamp(), found(&index).len()), (Some("a"), 2));
    let states = [wanted(1, 1), wanted(2, 7)];
    let (missing, gone) = index.missing(&states);
    assert_eq!((missing, gone), (vec![&states[1]], Vec::new()));
    index.update([], &[id(1)], 0, "b").unwrap();
    assert_eq!((index.stamp(), found(&index).len()), (Some("b"), 1));
}

#[test]
fn a_document_that_is_taken_in_again_stands_alone() {
    let mut index = Index::open(Home::Memory, Language::French).unwrap();
    for stamp in 0..20 {
        let changed = Corpus::of(["P: mal", &format!("P: numéro {stamp}")]);
        index.update([changed.document(1)], &[], 0, &stamp.to_string()).unwrap();
        let scope = scope_of(&[changed]);
        assert_eq!(search(&index, &scope, "mal", false).unwrap().total, 1);
        let hits = search(&index, &scope, "numéro", false).unwrap().hits;
        assert_eq!((hits.len(), hits[0].before.as_str()), (1, "mal\nP : "));
    }
}

#[test]
fn a_damaged_index_is_begun_anew_without_a_word() {
    let whole = tempfile::tempdir().unwrap();
    fill(&mut open(whole.path()));
    let files = || fs::read_dir(whole.path()).unwrap().map(|entry| entry.unwrap().path());
    for damaged in files().filter(|path| !path.to_string_lossy().ends_with(".lock")) {
        let copy = tempfile::tempdir().unwrap();
        for file in files() {
            fs::copy(&file, copy.path().join(file.file_name().unwrap())).unwrap();
        }
        let path = copy.path().join(damaged.file_name().unwrap());
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes.truncate(middle);
        fs::write(&path, &bytes).unwrap();
        let mut index = open(copy.path());
        if index.stamp().is_none() {
            fill(&mut index);
        }
        assert_eq!(found(&index).len(), 2, "{}", damaged.display());
    }
}

#[test]
fn an_index_of_another_language_is_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    fill(&mut open(folder.path()));
    let english = Index::open(Home::Folder(folder.path().to_owned()), Language::English).unwrap();
    assert_eq!((english.stamp(), english.held().len()), (None, 0));
}

#[test]
fn nothing_is_left_of_what_was_wiped() {
    let folder = tempfile::tempdir().unwrap();
    let mut index = open(folder.path());
    fill(&mut index);
    let index = index.wipe().unwrap();
    assert_eq!(index.held().len(), 0);
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for word in ["nuit", "jour", "dors"] {
            assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "no folder").unwrap();
    let inside = Home::Folder(file.join("index"));
    assert!(matches!(Index::open(inside, Language::French), Err(index::IndexError::Folder(_))));
}

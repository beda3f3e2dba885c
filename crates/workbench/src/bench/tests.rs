//! That a project can be measured, and is left as it was. What the figures are is no matter here.

use super::*;
use std::collections::BTreeSet;

fn study(folder: &Path) -> PathBuf {
    let some = |number| NonZeroU32::new(number).unwrap();
    let plan = Plan {
        interviews: some(3),
        words: some(400),
        codes: some(20),
        codings: 60,
        coders: some(2),
        seed: 1,
    };
    let path = folder.join("étude.ancrage");
    generate(&path, &plan, |_, _| ()).unwrap();
    path
}

fn small() -> Options {
    Options {
        openings: 2,
        acts: 12,
        bulk: 100,
        merged: 80,
        corrections: 5,
        words: NonZeroU32::new(300).unwrap(),
        codings: 30,
        probe: None,
        only: None,
    }
}

#[test]
fn every_operation_is_measured_and_the_project_is_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let project = study(folder.path());
    let before = std::fs::read(&project).unwrap();
    let mut stages = Vec::new();
    let report = run(&project, &small(), |stage| stages.push(stage.to_owned())).unwrap();
    assert_eq!(std::fs::read(&project).unwrap(), before);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["étude.ancrage"]);
    assert_eq!((report.size.interviews, report.size.codings, report.size.coders), (3, 60, 2));
    let ids: BTreeSet<&str> = report.measures.iter().map(|measure| measure.id).collect();
    assert_eq!(ids.len(), report.measures.len());
    for id in ["open_to_first_use", "apply_code_above_fsync", "bulk_undo", "merge", "correction", "backup"] {
        assert!(ids.contains(id), "{id} is missing");
    }
    let of = |id: &str| report.measures.iter().find(|measure| measure.id == id).unwrap();
    assert_eq!((of("apply_code").count, of("undo").count, of("correction").count), (12, 12, 5));
    assert!(report.measures.iter().all(|measure| measure.reached.is_some() == measure.goal.is_some()));
    assert!(!stages.is_empty());
}

#[test]
fn one_part_alone_is_measured_and_a_part_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let project = study(folder.path());
    let only = |part: &str| Options { only: Some(part.to_owned()), ..small() };
    let report = run(&project, &only("backup"), |_| ()).unwrap();
    let ids: Vec<&str> = report.measures.iter().map(|measure| measure.id).collect();
    assert_eq!(ids, ["backup", "backup_frame"]);
    let refused = run(&project, &only("everything"), |_| ()).unwrap_err();
    assert!(refused.to_string().contains("apply"), "{refused}");
}

#[test]
fn a_study_without_words_or_codes_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vide.ancrage");
    let members = [("Claire L.".to_owned(), model::value::Role::Student)];
    crate::Engine::create(&path, "Vide", &members, model::value::Language::French, Env::system()).unwrap();
    let refused = run(&path, &small(), |_| ());
    assert!(matches!(refused, Err(BenchError::NothingToCode)), "{refused:?}");
}

#[test]
fn what_the_other_process_says_instead_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let project = study(folder.path());
    let probe = Probe { program: "/bin/echo".into(), arguments: vec!["non".into()] };
    let refused = run(&project, &Options { probe: Some(probe), ..small() }, |_| ());
    assert!(matches!(&refused, Err(BenchError::Probe { said }) if said.starts_with("non")), "{refused:?}");
}

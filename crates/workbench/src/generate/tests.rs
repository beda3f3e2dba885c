//! What a synthetic study promises.

use super::*;
use model::basis::Basis;
use model::study::Coding;
use model::value::SpeakerRole;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn plan(seed: u64) -> Plan {
    let some = |number| NonZeroU32::new(number).unwrap();
    Plan { interviews: some(5), words: some(600), codes: some(40), codings: 300, coders: some(3), seed }
}

struct Made {
    _folder: tempfile::TempDir,
    path: PathBuf,
    summary: Summary,
}

fn made(plan: &Plan) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("étude.ancrage");
    let summary = generate(&path, plan, |_, _| ()).unwrap();
    Made { _folder: folder, path, summary }
}

fn open(made: &Made) -> Engine {
    Engine::open(&made.path, Env::system()).unwrap()
}

/// Every text and every coding, without identifiers.
fn contents(made: &Made) -> Vec<String> {
    let mut engine = open(made);
    let study = engine.study();
    let seen = study.seen_by(model::lens::Lens::Anybody);
    let mut lines = Vec::new();
    for interview in seen.interviews() {
        lines.push(engine.current_text(interview.id).unwrap().1.text().to_owned());
        for coding in seen.codings_in(interview.id, &Basis::everything()) {
            let (code, coder) = (seen.code(coding.code).unwrap(), seen.member(coding.coder).unwrap());
            lines.push(format!("{:?} {} {}", coding.place, code.path, coder.name));
        }
    }
    lines
}

#[test]
fn the_study_is_as_large_as_planned() {
    let made = made(&plan(1));
    let Summary { interviews, words, codes, codings, coders, .. } = made.summary;
    assert_eq!((interviews, words, codes, codings, coders), (5, 3000, 40, 300, 3));
    let engine = open(&made);
    let seen = engine.seen();
    assert_eq!(seen.interviews().len(), 5);
    assert_eq!(seen.participants().len(), 5);
    assert_eq!(seen.codes().len(), 40);
    assert_eq!(seen.members().len(), 3);
    assert_eq!(engine.history().len(), made.summary.operations);
    let all = seen.interviews().iter().flat_map(|one| seen.codings_in(one.id, &Basis::everything())).count();
    assert_eq!(all, 300);
    let categories = seen.codes().iter().filter(|code| code.level == Level::Category).count();
    assert_eq!(categories, 5);
}

#[test]
fn the_same_seed_makes_the_same_study_and_another_another() {
    let (first, again, other) = (made(&plan(1)), made(&plan(1)), made(&plan(2)));
    assert_eq!(contents(&first), contents(&again));
    assert_ne!(contents(&first), contents(&other));
    let ids = |made: &Made| open(made).history().iter().map(|line| line.op).collect::<BTreeSet<_>>();
    assert_eq!(ids(&first), ids(&again));
    assert!(ids(&first).is_disjoint(&ids(&other)));
}

#[test]
fn every_coder_codes_every_interview_and_has_finished() {
    let made = made(&plan(3));
    let engine = open(&made);
    let seen = engine.seen();
    for interview in seen.interviews() {
        let codings = seen.codings_in(interview.id, &Basis::everything());
        let coders: BTreeSet<RecordId> = codings.iter().map(|coding| coding.coder).collect();
        let finished: BTreeSet<RecordId> = interview.finished.iter().map(|(coder, _)| *coder).collect();
        assert_eq!((coders.len(), finished), (3, coders));
        assert!(interview.facts.is_some_and(|facts| facts.date.is_some() && facts.duration_min.is_some()));
    }
    assert_eq!(seen.readings().len(), 15);
    assert_eq!(seen.counts(&Basis::default()).finished, 5);
}

#[test]
fn codings_lie_in_the_words_of_participants_and_their_quotes_are_those_words() {
    let made = made(&plan(4));
    let mut engine = open(&made);
    let study = engine.study();
    let seen = study.seen_by(model::lens::Lens::Anybody);
    for interview in seen.interviews() {
        let (_, text) = engine.current_text(interview.id).unwrap();
        for Coding { place, anchor, .. } in seen.codings_in(interview.id, &Basis::everything()) {
            assert_eq!(text.slice(place.start, place.end), Some(anchor.quote.as_str()));
            let home = interview.turns.iter().find(|turn| turn.start <= place.start && place.end <= turn.end);
            assert_eq!(interview.role_of(&home.unwrap().speaker), SpeakerRole::Participant);
        }
    }
}

#[test]
fn nothing_is_left_to_look_at() {
    let made = made(&plan(5));
    let engine = open(&made);
    assert_eq!(engine.seen().findings(), []);
    assert_eq!(engine.seen().same_pairs(), []);
}

#[test]
fn a_file_that_is_there_is_not_touched() {
    let made = made(&plan(6));
    let before = std::fs::read(&made.path).unwrap();
    let again = generate(&made.path, &plan(7), |_, _| ());
    assert!(matches!(again, Err(Failure::Store(store::StoreError::Exists { .. }))), "{again:?}");
    assert_eq!(std::fs::read(&made.path).unwrap(), before);
}

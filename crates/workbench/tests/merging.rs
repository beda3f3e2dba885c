//! Two copies of a study come together: corrections made apart, the same file taken in twice, and merges
//! that are taken back.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::RecordId;
use model::op::OpKind;
use model::study::Finding;
use model::value::{Group, Kind, RevisionOrigin, Role};
use support::{Project, codings, transcript};
use workbench::Failure;
use workbench::command::{Command, NewCode};
use workbench::merging::Choice;

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis mars. Le trajet coûte cher.\nCL : Et le matin ?\nEMG 1 : Le matin je renonce.";

/// Ann's study, and copies of it at Ben's and at Cléo's.
fn team() -> ([Project; 3], RecordId) {
    let (mut ann, interview) = Project::with(TEXT);
    for name in ["Ben", "Cléo"] {
        ann.run(Command::AddMember { name: name.to_owned(), role: Role::Coder });
    }
    let (ben, cleo) = (ann.copy("ben.ancrage", 20, "Ben"), ann.copy("cléo.ancrage", 30, "Cléo"));
    ([ann, ben, cleo], interview)
}

fn current(project: &Project, interview: RecordId) -> RecordId {
    project.engine.seen().interview(interview).unwrap().revision.unwrap()
}

fn composed(project: &Project) -> Vec<model::op::Op> {
    let mut ops = project.ops();
    ops.retain(|op| matches!(op.kind, OpKind::ComposeTexts { .. }));
    ops
}

fn conflicts(project: &Project) -> Vec<Group> {
    let findings = project.engine.seen().findings().into_iter();
    findings
        .filter_map(|finding| match finding {
            Finding::Conflict { field, .. } => Some(field.group),
            _ => None,
        })
        .collect()
}

#[test]
fn two_corrections_apart_come_together_and_codings_of_either_side_keep_their_words() {
    let ([mut ann, mut ben, _], interview) = team();
    let code = ann.code("sommeil");
    ann.correct(interview, "dors mal", "dors très mal");
    ann.apply(interview, "très mal depuis", code);
    let theirs = ben.code("coût");
    ben.correct(interview, "coûte cher", "coûte fort cher");
    ben.apply(interview, "fort cher", theirs);

    let report = ann.merge(&ben.path);
    assert_eq!(report.composed, [interview]);
    assert!(report.conflicts.is_empty() && report.to_place.is_empty(), "{report:?}");
    let shown = "EMG 1 : Je dors [très mal depuis] mars. Le trajet coûte [fort cher].";
    assert!(ann.marked(interview).contains(shown), "{}", ann.marked(interview));
    assert_eq!(conflicts(&ann), []);
    ann.is_sound();

    // Whoever merges first, and whoever merges what, both say the very same.
    ben.merge(&ann.path);
    assert_eq!(ann.ops(), ben.ops());
    assert_eq!(ann.marked(interview), ben.marked(interview));
    assert_eq!(current(&ann, interview), current(&ben, interview));
}

#[test]
fn two_desks_that_put_the_same_corrections_together_apart_write_the_same_operation() {
    let ([mut ann, mut ben, _], interview) = team();
    ann.correct(interview, "dors mal", "dors très mal");
    ben.correct(interview, "coûte cher", "coûte fort cher");
    let (copy_of_ann, copy_of_ben) = (ann.copy("a.ancrage", 40, "Ann"), ben.copy("b.ancrage", 41, "Ben"));
    ann.merge(&copy_of_ben.path);
    ben.merge(&copy_of_ann.path);
    assert_eq!(composed(&ann).len(), 1);
    assert_eq!(ann.ops(), ben.ops());
    assert_eq!(ann.turns(interview), ben.turns(interview));
    // So there is nothing more to merge.
    assert_eq!(ann.merge(&ben.path).ops_in, []);
    // It is nobody's act here: neither of them undoes it.
    let line = *ann.engine.history().last().unwrap();
    assert_eq!((line.op, line.local), (composed(&ann)[0].id, false));
    ann.is_sound();
}

#[test]
fn three_corrections_give_one_text_in_every_order() {
    let ([mut ann, mut ben, mut cleo], interview) = team();
    ann.correct(interview, "dors mal", "dors très mal");
    ben.correct(interview, "coûte cher", "coûte fort cher");
    cleo.correct(interview, "Le matin je", "Le matin, souvent, je");
    let whole = "EMG 1 : Je dors très mal depuis mars. Le trajet coûte fort cher.\nCL : Et le matin ?\nEMG 1 : Le matin, souvent, je renonce.";
    let mut seen = None;
    for (number, order) in [[0, 1, 2], [0, 2, 1], [1, 2, 0], [2, 1, 0]].into_iter().enumerate() {
        let team = [&ann, &ben, &cleo];
        let mut desk = team[order[0]].copy(&format!("{number}.ancrage"), 50 + number as u64, "Ann");
        desk.merge(&team[order[1]].path);
        desk.merge(&team[order[2]].path);
        assert!(desk.text(interview).ends_with(whole), "{order:?}: {}", desk.text(interview));
        assert_eq!(conflicts(&desk), []);
        let found = (current(&desk, interview), desk.turns(interview));
        assert_eq!(*seen.get_or_insert_with(|| found.clone()), found, "{order:?}");
        desk.is_sound();
    }
    // Put together two by two first, and then with each other.
    let (mut one, mut other) = (ann.copy("x.ancrage", 60, "Ann"), ben.copy("y.ancrage", 61, "Ben"));
    one.merge(&ben.path);
    other.merge(&cleo.path);
    one.merge(&other.path);
    assert_eq!(Some((current(&one, interview), one.turns(interview))), seen);
}

#[test]
fn corrections_of_the_same_words_wait_for_somebody_to_choose() {
    let ([mut ann, mut ben, _], interview) = team();
    let code = ben.code("sommeil");
    ann.correct(interview, "dors mal", "dors peu");
    ben.correct(interview, "dors mal", "dors trop");
    ben.apply(interview, "dors trop", code);
    let report = ann.merge(&ben.path);
    assert_eq!(report.composed, []);
    assert_eq!(conflicts(&ann), [Group::InterviewCurrent]);
    assert_eq!(report.conflicts[0].field.group, Group::InterviewCurrent);
    assert_eq!((report.conflicts[0].ours.len(), report.conflicts[0].theirs.len()), (1, 1));
    // Both texts are still there, and either can be kept.
    let (ours, theirs) = (report.conflicts[0].ours[0].stamp.op, report.conflicts[0].theirs[0].stamp.op);
    for (keep, words) in [(ours, "Je [dors peu] depuis"), (theirs, "Je [dors trop] depuis")] {
        let mut chosen = ann.copy("choix.ancrage", 70, "Ann");
        chosen.run(Command::Settle { record: interview, field: Group::InterviewCurrent.into(), keep });
        assert_eq!(conflicts(&chosen), []);
        assert!(chosen.marked(interview).contains(words), "{}", chosen.marked(interview));
        chosen.is_sound();
        // A colleague hears of the choice, and it is not put in question again.
        assert_eq!(ben.copy("entendu.ancrage", 71, "Ben").merge(&chosen.path).composed, []);
    }
}

#[test]
fn what_is_chosen_where_copies_disagree_comes_and_goes_with_the_merge() {
    let ([mut ann, mut ben, _], interview) = team();
    ann.correct(interview, "dors mal", "dors peu");
    ben.correct(interview, "dors mal", "dors trop");
    let plan = ann.engine.merge_plan(&ben.path).unwrap();
    let [conflict] = plan.conflicts.as_slice() else { panic!("{plan:?}") };
    let (before, text, steps) = (ann.ops(), ann.text(interview), ann.engine.next_steps());
    let choice = |keep| Choice { record: conflict.record, field: conflict.field, keep };
    // A version that is none of them: nothing of the merge is done either.
    let nobody = choice(before[0].id);
    assert!(matches!(ann.engine.merge_keeping(&ben.path, &[nobody]), Err(Failure::NotAHead { .. })));
    assert_eq!((ann.ops(), ann.text(interview)), (before.clone(), text.clone()));
    for (version, words) in [(&conflict.theirs[0], "dors trop"), (&conflict.ours[0], "dors peu")] {
        let report = ann.engine.merge_keeping(&ben.path, &[choice(version.stamp.op)]).unwrap();
        assert!(report.conflicts.is_empty() && conflicts(&ann).is_empty(), "{report:?}");
        assert!(ann.text(interview).contains(words), "{}", ann.text(interview));
        ann.is_sound();
        // One step: undo leaves it alone, taking the merge back takes the choice with it.
        assert_eq!(ann.engine.next_steps(), steps);
        ann.engine.take_back().unwrap();
        assert_eq!((ann.ops(), ann.text(interview)), (before.clone(), text.clone()));
        ann.is_sound();
    }
    // A colleague who takes the choice in is not asked again.
    ann.engine.merge_keeping(&ben.path, &[choice(conflict.theirs[0].stamp.op)]).unwrap();
    ben.merge(&ann.path);
    assert_eq!((conflicts(&ben), ben.ops()), (Vec::new(), ann.ops()));
}

#[test]
fn a_correction_of_who_speaks_survives_one_of_the_words() {
    for whose in [0, 1] {
        let (mut team, interview) = team();
        let split = TEXT.replace("depuis mars. Le", "depuis mars.\nCL : Mars ?\nEMG 1 : Le");
        team[whose].replace(interview, &split, RevisionOrigin::Reimported);
        team[1 - whose].correct(interview, "je renonce", "je renonce souvent");
        let [mut ann, ben, _] = team;
        let report = ann.merge(&ben.path);
        assert_eq!(report.composed, [interview]);
        let turns = ann.turns(interview);
        assert_eq!(turns.len(), 6, "{turns:?}");
        assert!(
            turns.contains(&"CL: Mars ?".to_owned())
                && turns.contains(&"EMG 1: Le trajet coûte cher.".to_owned())
        );
        assert!(turns.contains(&"EMG 1: Le matin je renonce souvent.".to_owned()), "{turns:?}");
        ann.is_sound();
    }
}

#[test]
fn somebody_who_went_back_to_an_earlier_text_is_not_overruled() {
    let ([mut ann, mut ben, _], interview) = team();
    ann.correct(interview, "dors mal", "dors très mal");
    ben.merge(&ann.path);
    ben.correct(interview, "coûte cher", "coûte fort cher");
    // Ann takes her correction back while Ben builds on it.
    ann.run(Command::Undo);
    let report = ann.merge(&ben.path);
    assert_eq!(report.composed, []);
    ann.is_sound();
    assert_eq!(conflicts(&ann), [Group::InterviewCurrent]);
}

#[test]
fn a_merge_with_composed_texts_is_taken_back_whole_and_comes_again() {
    let ([mut ann, mut ben, _], interview) = team();
    ann.correct(interview, "dors mal", "dors très mal");
    ben.correct(interview, "coûte cher", "coûte fort cher");
    let (before, text) = (ann.ops(), ann.text(interview));
    ann.merge(&ben.path);
    let after = ann.ops();
    let taken = ann.engine.take_back().unwrap();
    assert_eq!(taken.len(), 2, "Ben's correction and what followed from it");
    assert_eq!((ann.ops(), ann.text(interview)), (before, text));
    ann.is_sound();
    ann.merge(&ben.path);
    assert_eq!(ann.ops(), after);
    // Work on the composed text stands on the merge.
    let code = ann.code("coût");
    ann.apply(interview, "fort cher", code);
    let coded = ann.ops().last().unwrap().id;
    let refused = ann.engine.take_back().unwrap_err();
    let Failure::Store(store::StoreError::StoodOn { standing }) = &refused else { panic!("{refused:?}") };
    assert_eq!(standing.op, coded);
    // The sentence names who and what.
    let about = workbench::wording::About { file: None, engine: Some(&ann.engine) };
    let sentence = workbench::wording::failure_about(i18n::Lang::Fr, about, &refused);
    assert!(sentence.contains("Ann") && sentence.contains("coût"), "{sentence}");
    ann.run(Command::Undo);
    ann.run(Command::Undo);
    // What was done and undone on it still stands on it: its history would be in the air.
    assert!(ann.engine.take_back().is_err());
}

#[test]
fn work_that_stands_on_a_merge_keeps_it_and_work_beside_it_does_not() {
    let ([mut ann, mut ben, _], interview) = team();
    let theirs = ben.code("coût");
    ann.merge(&ben.path);
    let beside = ann.code("sommeil");
    ann.apply(interview, "Je dors mal", beside);
    assert_eq!(ann.engine.take_back().unwrap().len(), 1);
    assert_eq!(ann.engine.seen().kind(theirs), Kind::Unknown);
    ann.merge(&ben.path);
    ann.run(Command::RenameCode { code: theirs, name: "prix".to_owned() });
    let renamed = ann.ops().last().unwrap().id;
    let refused = ann.engine.take_back().unwrap_err();
    let Failure::Store(store::StoreError::StoodOn { standing }) = refused else { panic!("{refused:?}") };
    assert_eq!(standing.op, renamed);
    ann.is_sound();
}

#[test]
fn a_coding_deleted_after_a_merge_does_not_keep_its_place_when_the_merge_goes() {
    let ([mut ann, mut ben, _], interview) = team();
    let code = ann.code("sommeil");
    let coding = ann.apply(interview, "Je dors mal", code);
    ben.correct(interview, "Comment", "Alors, comment");
    ann.merge(&ben.path);
    ann.run(Command::RemoveCoding { coding });
    ann.engine.take_back().unwrap();
    ann.is_sound();
}

#[test]
fn the_same_file_taken_in_twice_apart_is_united_and_keeps_both_codings() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    let (ours, theirs) = (ann.import("EMG 1.txt", TEXT), ben.import("EMG 1.txt", TEXT));
    let (a, b) = (ann.code("sommeil"), ben.code("sommeil"));
    ann.apply(ours, "Je dors mal", a);
    ben.apply(theirs, "coûte cher", b);
    ben.correct(theirs, "je renonce", "je renonce souvent");
    let report = ann.merge(&ben.path);
    assert_eq!(ann.engine.seen().interviews().len(), 2, "nothing is united by itself");
    let kinds: Vec<Kind> = report.same.iter().map(|pair| pair.kind).collect();
    assert!(kinds.contains(&Kind::Interview) && kinds.contains(&Kind::Code), "{kinds:?}");

    ann.run(Command::Unite { record: ours, with: theirs });
    ann.run(Command::Unite { record: a, with: b });
    let seen = ann.engine.seen();
    assert_eq!(seen.interviews().len(), 1);
    assert_eq!(codings(&seen, ours).iter().map(|coding| coding.code).collect::<Vec<_>>(), [a, a]);
    let shown = ann.marked(ours);
    assert!(shown.contains("[Je dors mal] depuis mars. Le trajet [coûte cher]."), "{shown}");
    ann.is_sound();
    // A late coding of Ben's follows, and a name for either means the same.
    ben.apply(theirs, "Le matin je renonce souvent", b);
    ann.merge(&ben.path);
    assert_eq!(codings(&ann.engine.seen(), theirs).len(), 3);
    assert_eq!(codings(&ann.engine.seen(), ours).len(), 3);
    ann.run(Command::RenameInterview { interview: theirs, name: "Entretien 1".to_owned() });
    assert_eq!(ann.engine.seen().interview(ours).unwrap().name, "Entretien 1");
    ann.is_sound();
    // And both are as before once that is undone.
    for _ in 0..3 {
        ann.run(Command::Undo);
    }
    assert_eq!(ann.engine.seen().interviews().len(), 2);
    ann.is_sound();
}

#[test]
fn codes_merged_both_ways_leave_one_and_say_so() {
    let ([mut ann, _, _], interview) = team();
    let (a, b) = (ann.code("peur"), ann.code("crainte"));
    ann.apply(interview, "Je dors mal", a);
    ann.apply(interview, "coûte cher", b);
    let mut ben = ann.copy("b.ancrage", 22, "Ben");
    ann.run(Command::MergeCodes { from: a, into: b });
    ben.run(Command::MergeCodes { from: b, into: a });
    let report = ann.merge(&ben.path);
    let circles = report.findings.iter().filter(|finding| matches!(finding, Finding::Circle { .. })).count();
    assert_eq!(circles, 1);
    let seen = ann.engine.seen();
    let codes: Vec<RecordId> = codings(&seen, interview).iter().map(|coding| coding.code).collect();
    assert!(codes[0] == codes[1], "one of the two stands for both");
    assert_eq!(seen.codes().len(), 1);
}

#[test]
fn a_code_merged_into_one_below_it_leaves_no_circle() {
    let (mut ann, interview) = Project::with(TEXT);
    let top = ann.code("fatigue");
    let below = |name: &str, parent| {
        Command::CreateCode(NewCode { name: name.to_owned(), parent: Some(parent), ..NewCode::default() })
    };
    let middle = ann.run(below("du matin", top)).made[0];
    let leaf = ann.run(below("au réveil", middle)).made[0];
    ann.apply(interview, "Le matin je renonce", top);
    ann.run(Command::MergeCodes { from: top, into: leaf });
    let seen = ann.engine.seen();
    assert_eq!(seen.findings(), []);
    let paths: Vec<&str> = seen.codes().iter().map(|node| node.path.as_str()).collect();
    assert_eq!(paths, ["au réveil", "au réveil / du matin"]);
    assert_eq!(codings(&seen, interview)[0].code, leaf);
    ann.run(Command::Undo);
    let paths: Vec<String> = ann.engine.seen().codes().iter().map(|node| node.path.clone()).collect();
    assert_eq!(paths, ["fatigue", "fatigue / du matin", "fatigue / du matin / au réveil"]);
}

#[test]
fn a_deleted_code_that_a_colleague_uses_stays_readable_and_is_listed() {
    let ([mut ann, _, _], interview) = team();
    let code = ann.code("sommeil");
    let mut ben = ann.copy("b.ancrage", 22, "Ben");
    ann.run(Command::DeleteCode { code });
    let coding = ben.apply(interview, "Je dors mal", code);
    let report = ann.merge(&ben.path);
    assert!(report.findings.iter().any(|finding| matches!(finding, Finding::Dangling { record, missing, .. } if *record == coding && *missing == code)));
    let seen = ann.engine.seen();
    assert_eq!(codings(&seen, interview)[0].code, code);
    let node = seen.codes().into_iter().find(|node| node.id == code).unwrap();
    assert_eq!((node.name.as_str(), node.deleted), ("sommeil", true));
    // Nobody codes with it any more.
    let again = Command::Recode { coding, code };
    assert!(matches!(ann.refusal(again), Failure::Deleted { .. }));
    ann.is_sound();
}

#[test]
fn a_dry_run_says_what_would_come_and_changes_nothing() {
    let ([mut ann, mut ben, _], interview) = team();
    let code = ben.code("sommeil");
    ben.apply(interview, "Je dors mal", code);
    let before = std::fs::read(&ann.path).unwrap();
    let plan = ann.engine.merge_plan(&ben.path).unwrap();
    assert_eq!(std::fs::read(&ann.path).unwrap(), before);
    let report = ann.merge(&ben.path);
    assert_eq!(plan, report);
    assert_eq!(report.new.get(&Kind::Coding), Some(&1));
}

#[test]
fn a_file_that_is_no_copy_of_the_study_is_refused_and_changes_nothing() {
    let ([mut ann, _, _], _) = team();
    let before = ann.ops();
    let mut other = Project::seeded(&["Dan"], 99);
    other.run(transcript("EMG 1.txt", TEXT));
    let refused = ann.engine.merge(&other.path).unwrap_err();
    assert!(matches!(refused, Failure::Store(store::StoreError::OtherStudy { .. })), "{refused:?}");
    let odd = ann.file("notes.ancrage");
    std::fs::write(&odd, "Ce n’est pas un projet.").unwrap();
    assert!(ann.engine.merge(&odd).is_err());
    assert!(ann.engine.merge(&ann.file("absent.ancrage")).is_err());
    assert_eq!(ann.ops(), before);
    ann.is_sound();
}

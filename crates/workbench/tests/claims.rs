//! Claims of saturation: made, kept, compared with today, countersigned at another desk, refused and taken up again.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use i18n::Lang;
use model::RecordId;
use model::study::ClaimStanding;
use model::value::{CodeList, CodingUnit, Countersign, Density, Inclusion, Role};
use std::path::Path;
use support::Project;
use workbench::answers::claims::{self, ClaimRecord};
use workbench::answers::saturation::{Rules, SaturationAnswer, saturation};
use workbench::command::Command;
use workbench::command::double_coding::{DoubleCoding, NewRound};
use workbench::command::review::ReviewCommand;
use workbench::command::theory::TheoryCommand;
use workbench::failure::ClaimProblem;
use workbench::levels::LevelAsked;
use workbench::saturation::freeze::{Claiming, Reproduced};
use workbench::saturation::{Asked, Claim, Guest, Order, Stopping};
use workbench::{Engine, Failure};

/// A study of four interviews: two codes in the first, one more in the second, none after.
struct Study {
    project: Project,
    interviews: Vec<RecordId>,
    codes: Vec<RecordId>,
}

const WORDS: [&str; 4] = ["Je dors mal.", "La route est longue.", "Je renonce.", "On attend."];

fn study() -> Study {
    let mut project = Project::of(&["Ann"]);
    let mut interviews = Vec::new();
    for n in 1..=4 {
        let text = format!("CL : Et vous ?\nEMG {n} : {}", WORDS.join(" "));
        let interview = project.import(&format!("EMG {n}.txt"), &text);
        let date = Some(format!("2026-03-0{n}"));
        project.run(Command::SetFacts { interview, date, duration_min: None, place: String::new() });
        interviews.push(interview);
    }
    let codes: Vec<RecordId> = ["sommeil", "route", "renoncement"].map(|name| project.code(name)).into();
    for (interview, applied) in [(0, &[0, 1][..]), (1, &[0, 2]), (2, &[1]), (3, &[0, 2])] {
        for code in applied {
            project.apply(interviews[interview], WORDS[*code], codes[*code]);
        }
        project.run(Command::FinishCoding { interview: interviews[interview], finished: true });
    }
    for name in ["Dr Aubert", "Dr Saadi"] {
        project.run(Command::AddMember { name: name.to_owned(), role: Role::Director });
    }
    Study { project, interviews, codes }
}

fn claiming(at: usize, confirm: usize) -> Claiming {
    Claiming {
        claim: Claim { at, confirm },
        asked: Asked::at(LevelAsked::Label),
        guest: Guest { base: 1, run: 1, threshold_percent: 0.0 },
        stopping: Stopping { initial: 2, stop: 2 },
    }
}

fn make(claim: Option<RecordId>, at: usize, confirm: usize) -> Command {
    let argument = Some("Les derniers entretiens nuancent sans ajouter.".to_owned());
    ReviewCommand::MakeClaim { claim, argument, claiming: Box::new(claiming(at, confirm)) }.into()
}

fn visa(claim: RecordId, director: Option<RecordId>, verdict: Countersign, reason: &str) -> Command {
    ReviewCommand::GiveVisa { claim, director, verdict, reason: reason.to_owned(), proof: None }.into()
}

fn answer(engine: &Engine) -> ClaimRecord {
    claims::claims(engine, Lang::Fr).remove(0)
}

fn problem(failure: Failure) -> ClaimProblem {
    match failure {
        Failure::Claim(problem) => problem,
        other => panic!("{other:?}"),
    }
}

fn curve(engine: &Engine, as_coded: bool) -> SaturationAnswer {
    let asked = Asked { as_coded, ..Asked::at(LevelAsked::Label) };
    let of = claiming(2, 2);
    let rules = Rules { guest: of.guest, stopping: of.stopping, claims: Vec::new() };
    saturation(engine, &asked, &rules).unwrap()
}

#[test]
fn a_claim_keeps_curve_grid_and_parameters_and_its_digest_is_computed_again() {
    let Study { mut project, .. } = study();
    let id = project.run(make(None, 2, 2)).made[0];
    let found = answer(&project.engine);
    let made = found.made.unwrap();
    let new: Vec<u64> = made.interviews.iter().map(|row| row.new).collect();
    assert_eq!((new, made.cumulative.clone(), made.held), (vec![2, 1, 0, 0], vec![2, 3, 3, 3], true));
    assert_eq!(made.interviews[1].new_codes, ["renoncement"]);
    assert_eq!(found.today.unwrap().changes, []);
    assert_eq!(project.engine.reproduce(id).unwrap(), Reproduced::Same);
    // On another machine, from the same file, after more work; and in a copy that worked on apart.
    let other = project.copy("ailleurs.ancrage", 40, "Dr Aubert");
    assert_eq!(other.engine.reproduce(id).unwrap(), Reproduced::Same);
    project.code("autre");
    let mut project = project.reopen();
    assert_eq!(project.engine.reproduce(id).unwrap(), Reproduced::Same);
    project.is_sound();
}

#[test]
fn a_claim_is_refused_that_has_no_argument_goes_too_far_or_covers_what_is_not_finished() {
    let Study { mut project, interviews, .. } = study();
    let bare = ReviewCommand::MakeClaim { claim: None, argument: None, claiming: Box::new(claiming(2, 2)) };
    assert_eq!(problem(project.refusal(bare.into())), ClaimProblem::NoArgument);
    let beyond = ClaimProblem::Beyond { at: 3, confirm: 2, n: 4 };
    assert_eq!(problem(project.refusal(make(None, 3, 2))), beyond);
    for (at, confirm) in [(0, 2), (2, 0)] {
        let empty = ClaimProblem::Empty { at, confirm };
        assert_eq!(problem(project.refusal(make(None, at, confirm))), empty);
    }
    project.run(Command::FinishCoding { interview: interviews[1], finished: false });
    let open = ClaimProblem::Unfinished { interviews: "EMG 2".to_owned() };
    assert_eq!(problem(project.refusal(make(None, 1, 1))), open);
    // What is still being coded after the interviews that are covered stands in nobody's way.
    project.run(Command::FinishCoding { interview: interviews[1], finished: true });
    project.run(Command::FinishCoding { interview: interviews[3], finished: false });
    project.run(make(None, 2, 1));
    let mut empty = Project::of(&["Ann"]);
    assert_eq!(problem(empty.refusal(make(None, 1, 1))), ClaimProblem::NothingFinished);
}

#[test]
fn nobody_claims_while_a_sealed_round_hides_work_of_others() {
    let Study { mut project, .. } = study();
    let ben = project.run(Command::AddMember { name: "Ben".to_owned(), role: Role::Coder }).made[0];
    let apart = project.import("EMG 5.txt", "CL : Et vous ?\nEMG 5 : Je dors.");
    let ann = project.engine.me().unwrap();
    let round = NewRound {
        name: "Tour caché".to_owned(),
        instructions: String::new(),
        interviews: vec![apart],
        coders: vec![ann, ben],
        list: CodeList::None,
        unit: CodingUnit::Turn,
    };
    project.run(Command::DoubleCoding(Box::new(DoubleCoding::SetUpRound(round))));
    let blind = ClaimProblem::Blind { rounds: "Tour caché".to_owned() };
    // The round covers none of what is claimed: what it hides is hidden everywhere.
    assert_eq!(problem(project.refusal(make(None, 2, 2))), blind);
    assert_eq!(curve(&project.engine, false).basis.sealed, ["Tour caché"]);
}

#[test]
fn what_changes_later_is_shown_beside_the_claim_with_what_it_comes_to() {
    let Study { mut project, interviews, codes } = study();
    project.run(make(None, 2, 2));
    project.run(Command::MergeCodes { from: codes[2], into: codes[1] });
    let merged = answer(&project.engine).today.unwrap();
    assert_eq!((merged.status, merged.same_curve, merged.new.clone()), ("holds", false, vec![2, 0, 0, 0]));
    assert!(merged.changes.iter().any(|change| change.kind == "merged"), "{:?}", merged.changes);
    let late = project.code("attente");
    project.apply(interviews[3], "On attend.", late);
    let found = answer(&project.engine);
    let today = found.today.unwrap();
    assert_eq!((today.status, today.new), ("contradicted", vec![2, 0, 0, 1]));
    let kinds: Vec<&str> = today.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, ["recoded", "merged", "created"]);
    // What was frozen is what it was, with the names that codes had.
    assert_eq!(found.made.unwrap().codes, ["sommeil", "route", "renoncement"]);
    let reason = "hors critères".to_owned();
    let status = Inclusion::Excluded;
    project.run(Command::SetStatus { interview: interviews[0], status, reason, confirming: false });
    let today = answer(&project.engine).today.unwrap();
    assert_eq!(today.status, "not_assessable");
    assert!(today.changes.iter().any(|change| change.kind == "left_out"));
    project.is_sound();
}

#[test]
fn density_is_kept_apart_from_novelty() {
    let Study { mut project, interviews, codes } = study();
    let level = model::value::Level::Category;
    project.run(TheoryCommand::SetLevel { codes: vec![codes[0]], level }.into());
    let (density, enriched_by) = (Density::Dense, Some(interviews[1]));
    project.run(TheoryCommand::MarkDensity { category: codes[0], density, enriched_by }.into());
    project.run(make(None, 2, 2));
    let made = answer(&project.engine).made.unwrap();
    assert_eq!(
        (made.categories[0].density, made.categories[0].enriched_by.as_deref()),
        ("dense", Some("EMG 2"))
    );
    let density = Density::ToDevelop;
    project.run(TheoryCommand::MarkDensity { category: codes[0], density, enriched_by }.into());
    let today = answer(&project.engine).today.unwrap();
    assert_eq!((today.same_curve, today.changes[0].kind), (true, "density"));
}

#[test]
fn both_directors_sign_at_their_desks_and_neither_reads_the_other_before() {
    let Study { mut project, .. } = study();
    project.engine.sign_with(&project.file("ann.key"));
    let id = project.run(make(None, 2, 2)).made[0];
    let mut aubert = project.copy("aubert.ancrage", 41, "Dr Aubert");
    aubert.engine.sign_with(&aubert.file("aubert.key"));
    aubert.run(visa(id, None, Countersign::Agreed, ""));
    let mut saadi = project.copy("saadi.ancrage", 42, "Dr Saadi");
    saadi.engine.sign_with(&saadi.file("saadi.key"));
    saadi.merge(&aubert.path);
    let seen = answer(&saadi.engine);
    let hidden =
        |found: &ClaimRecord| found.visas.iter().map(|one| (one.given, one.verdict)).collect::<Vec<_>>();
    assert_eq!(hidden(&seen), [(true, None), (false, None)]);
    assert_eq!(seen.state, "waiting");
    let refused = saadi.refusal(visa(id, None, Countersign::Refused, "  "));
    assert_eq!(problem(refused), ClaimProblem::ReasonNeeded);
    saadi.run(visa(id, None, Countersign::Refused, "Un entretien de plus."));
    // The journal tells a reader no more than the claim does, as long as one is missing.
    project.merge(&saadi.path);
    let found = answer(&project.engine);
    assert_eq!(found.state, "refused");
    assert_eq!(hidden(&found), [(true, Some("agreed")), (true, Some("refused"))]);
    assert!(found.visas.iter().all(|one| one.entered == Some("signed")), "{:?}", found.visas);
    // A refused claim is taken up again with its thread, and asks for both visas anew.
    project.run(ReviewCommand::Comment { about: id, text: "Lequel ?".to_owned() }.into());
    project.run(make(Some(id), 2, 1));
    let again = answer(&project.engine);
    assert_eq!((again.state, again.open_threads, again.earlier_visas.len()), ("waiting", 1, 2));
    assert_ne!(again.made.unwrap().digest, found.made.unwrap().digest);
    project.is_sound();
}

#[test]
fn a_visa_typed_at_the_students_desk_is_not_said_to_be_signed() {
    let Study { mut project, .. } = study();
    let key = project.file("ann.key");
    project.engine.sign_with(&key);
    let id = project.run(make(None, 2, 2)).made[0];
    let directors = project.engine.seen().directors();
    let proof = Some(("courriel.eml".to_owned(), b"d'accord".to_vec()));
    let (director, verdict, reason) = (Some(directors[0]), Countersign::Agreed, String::new());
    project.run(ReviewCommand::GiveVisa { claim: id, director, verdict, reason, proof }.into());
    // She takes the director's name at her own desk.
    project.engine.act_as("Dr Saadi").unwrap();
    project.run(visa(id, None, Countersign::Agreed, ""));
    let found = answer(&project.engine);
    assert_eq!(found.state, "complete");
    let entered: Vec<_> = found.visas.iter().map(|one| (one.entered, one.typed_by.as_deref())).collect();
    assert_eq!(entered, [(Some("typed"), Some("Ann")); 2]);
    assert_eq!(found.visas[0].proof.as_deref(), Some("courriel.eml"));
    let other = visa(id, Some(project.engine.acting().unwrap()), Countersign::Agreed, "");
    project.run(other);
    // For somebody else nothing is typed in without its proof.
    let refused = project.refusal(visa(id, Some(directors[0]), Countersign::Agreed, ""));
    assert_eq!(problem(refused), ClaimProblem::ProofNeeded);
    project.engine.act_as("Ann").unwrap();
    let refused = project.refusal(visa(id, None, Countersign::Agreed, ""));
    assert!(matches!(problem(refused), ClaimProblem::NotItsDirector { .. }));
}

#[test]
fn nobody_reads_of_a_visa_before_all_are_in() {
    let Study { mut project, .. } = study();
    let id = project.run(make(None, 2, 2)).made[0];
    project.engine.act_as("Dr Aubert").unwrap();
    let op = project.run(visa(id, None, Countersign::Refused, "Trop tôt.")).op;
    assert!(project.engine.seen().may_read(&op));
    for reader in ["Ann", "Dr Saadi"] {
        project.engine.act_as(reader).unwrap();
        let seen = project.engine.seen();
        assert!(!seen.may_read(&op) && seen.visas(id).is_empty());
        assert_eq!(workbench::signing::standing(&seen, &seen.claim(id).unwrap()), ClaimStanding::Waiting);
    }
}

#[test]
fn as_coded_at_the_time_comes_from_the_journal() {
    let Study { mut project, interviews, codes } = study();
    let before = curve(&project.engine, true);
    assert_eq!((before.new.clone(), before.later.len()), (vec![2, 1, 0, 0], 0));
    project.run(Command::MergeCodes { from: codes[2], into: codes[0] });
    let late = project.code("attente");
    project.apply(interviews[0], "On attend.", late);
    let (then, now) = (curve(&project.engine, true), curve(&project.engine, false));
    assert_eq!(then.new, before.new);
    assert_eq!(then.new_codes[1], ["renoncement"]);
    assert_eq!(now.new, [3, 0, 0, 0]);
    let later: Vec<(&str, &str, usize)> =
        now.later.iter().map(|one| (one.kind, one.code.as_str(), one.after)).collect();
    assert_eq!(later, [("merged", "renoncement", 4), ("created", "attente", 4)]);
    // Declared finished again, the interview counts as it is coded by then.
    project.run(Command::FinishCoding { interview: interviews[0], finished: false });
    project.run(Command::FinishCoding { interview: interviews[0], finished: true });
    assert_eq!(curve(&project.engine, true).new_codes[0], ["sommeil", "route", "attente"]);
}

#[test]
fn odd_studies_get_an_answer() {
    let Study { mut project, interviews, .. } = study();
    // Two on one day, one without a date: the order of the study, the undated one last.
    for (n, date) in [(0, None), (1, Some("2026-03-03".to_owned()))] {
        let interview = interviews[n];
        project.run(Command::SetFacts { interview, date, duration_min: None, place: String::new() });
    }
    let found = curve(&project.engine, false);
    assert_eq!(found.order, ["EMG 2", "EMG 3", "EMG 4", "EMG 1"]);
    assert_eq!(found.undated, ["EMG 1"]);
    let order = Order::List(vec![interviews[3]]);
    let asked = Asked { order, ..Asked::at(LevelAsked::Label) };
    let of = claiming(1, 1);
    let rules = Rules { guest: of.guest, stopping: of.stopping, claims: vec![of.claim] };
    let alone = saturation(&project.engine, &asked, &rules).unwrap();
    assert_eq!((alone.guest.status, alone.claims[0].status), ("not_assessable", "not_assessable"));
    assert_eq!(alone.new, [2]);
}

#[test]
fn a_key_stays_on_the_machine() {
    let Study { mut project, .. } = study();
    let key = project.file("ann.key");
    project.engine.sign_with(&key);
    let id = project.run(make(None, 2, 2)).made[0];
    let secret = std::fs::read(&key).unwrap();
    let holds = |path: &Path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(secret.len()).any(|part| part == secret)
    };
    assert!(!holds(&project.path));
    let checked = claims::reproduced(&project.engine, id).unwrap();
    assert_eq!((checked.reproduced, checked.genuine), ("same", Some(true)));
}

#[test]
fn a_director_reads_and_comments_and_changes_no_coding() {
    let Study { mut project, interviews, codes } = study();
    project.engine.act_as("Dr Aubert").unwrap();
    let rename = Command::RenameCode { code: codes[0], name: "nuits".to_owned() };
    assert_eq!(problem(project.refusal(rename)), ClaimProblem::DirectorReads);
    let coding = support::codings(&project.engine.seen(), interviews[0])[0].id;
    assert_eq!(problem(project.refusal(Command::RemoveCoding { coding })), ClaimProblem::DirectorReads);
    project.run(ReviewCommand::Comment { about: coding, text: "Bien vu.".to_owned() }.into());
    let seen = project.engine.seen();
    assert_eq!(seen.threads_on(coding)[0].comments[0].text, "Bien vu.");
}

#[test]
fn what_is_typed_in_takes_the_place_of_no_signature() {
    let Study { mut project, .. } = study();
    project.engine.sign_with(&project.file("ann.key"));
    let id = project.run(make(None, 2, 2)).made[0];
    let directors = project.engine.seen().directors();
    let mut aubert = project.copy("aubert.ancrage", 41, "Dr Aubert");
    aubert.engine.sign_with(&aubert.file("aubert.key"));
    aubert.run(visa(id, None, Countersign::Refused, "Trop tôt."));
    // Typed in before the signed one came, and by somebody who cannot read it yet.
    let (verdict, reason) = (Countersign::Agreed, String::new());
    let proof = Some(("courriel.eml".to_owned(), b"d'accord".to_vec()));
    for director in directors.iter().copied().map(Some) {
        let (reason, proof) = (reason.clone(), proof.clone());
        project.run(ReviewCommand::GiveVisa { claim: id, director, verdict, reason, proof }.into());
    }
    assert_eq!(answer(&project.engine).state, "complete");
    project.merge(&aubert.path);
    let found = answer(&project.engine);
    assert_eq!(found.state, "refused");
    let signed = &found.visas[0];
    assert_eq!((signed.verdict, signed.entered), (Some("refused"), Some("signed")));
    // Both are shown.
    assert_eq!(found.earlier_visas.len(), 1);
    assert_eq!(
        (found.earlier_visas[0].verdict, found.earlier_visas[0].entered),
        (Some("agreed"), Some("typed"))
    );
    let director = Some(directors[0]);
    let again = ReviewCommand::GiveVisa { claim: id, director, verdict, reason, proof };
    let refused = project.refusal(again.into());
    assert_eq!(problem(refused), ClaimProblem::SignedAlready { director: directors[0] });
    // She changes her mind herself, at another machine.
    let mut aubert = project.copy("aubert-2.ancrage", 43, "Dr Aubert");
    aubert.engine.sign_with(&aubert.file("autre.key"));
    aubert.run(visa(id, None, Countersign::Agreed, ""));
    project.merge(&aubert.path);
    let found = answer(&project.engine);
    assert_eq!((found.state, found.visas[0].entered), ("complete", Some("signed_elsewhere")));
}

#[test]
fn a_claim_that_never_held_is_not_said_to_hold() {
    let Study { mut project, .. } = study();
    project.run(make(None, 1, 2));
    let today = answer(&project.engine).today.unwrap();
    assert_eq!((today.status, today.changes.len()), ("contradicted", 0));
    assert!(today.text.contains("ne tenait pas"), "{}", today.text);
}

#[test]
fn what_comes_between_the_interviews_of_a_claim_counts() {
    let Study { mut project, interviews, .. } = study();
    project.run(make(None, 2, 2));
    // Held between the last two, with something new.
    let late = project.import("EMG 5.txt", "CL : Et vous ?\nEMG 5 : Je conduis la nuit.");
    let date = Some("2026-03-03".to_owned());
    project.run(Command::SetFacts { interview: late, date, duration_min: None, place: String::new() });
    let code = project.code("nuit");
    project.apply(late, "la nuit", code);
    project.run(Command::FinishCoding { interview: late, finished: true });
    let today = answer(&project.engine).today.unwrap();
    assert_eq!((today.status, today.same_curve), ("contradicted", false));
    assert_eq!(today.new, [2, 1, 0, 1, 0]);
    // After the last of them it says nothing against the claim.
    let date = Some("2026-03-09".to_owned());
    project.run(Command::SetFacts { interview: late, date, duration_min: None, place: String::new() });
    let today = answer(&project.engine).today.unwrap();
    assert_eq!((today.status, today.same_curve), ("holds", true));
    // What brought the third code comes last now.
    let date = Some("2026-03-08".to_owned());
    project.run(Command::SetFacts {
        interview: interviews[1],
        date,
        duration_min: None,
        place: String::new(),
    });
    project.run(Command::SetStatus {
        interview: late,
        status: Inclusion::Excluded,
        reason: "hors critères".to_owned(),
        confirming: false,
    });
    let today = answer(&project.engine).today.unwrap();
    assert!(today.changes.iter().any(|change| change.kind == "reordered"), "{:?}", today.changes);
    assert_eq!((today.status, today.new), ("contradicted", vec![2, 0, 1, 0]));
}

#[test]
fn a_chosen_order_leaves_nothing_out() {
    let Study { mut project, interviews, .. } = study();
    let order = |order: Vec<RecordId>| {
        let of = claiming(1, 1);
        let asked = Asked { order: Order::List(order), ..of.asked.clone() };
        let argument = Some("Rien de neuf.".to_owned());
        let claiming = Box::new(Claiming { asked, ..of });
        ReviewCommand::MakeClaim { claim: None, argument, claiming }.into()
    };
    let refused = project.refusal(order(vec![interviews[0], interviews[2]]));
    assert_eq!(problem(refused), ClaimProblem::OrderLeavesOut { interviews: "EMG 2, EMG 4".to_owned() });
    project.run(order(vec![interviews[0], interviews[2], interviews[3], interviews[1]]));
    let found = answer(&project.engine);
    assert_eq!(found.today.unwrap().status, "holds");
    project.is_sound();
}

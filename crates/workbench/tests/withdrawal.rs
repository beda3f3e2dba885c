//! A participant withdraws, a name is masked: no byte of the folder keeps a word of what must go, and all
//! the rest stays.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;
#[path = "../../store/tests/support/words.rs"]
mod words;

use model::RecordId;
use model::study::Finding;
use model::text::PlaceState;
use model::undo::UndoBlocked;
use model::value::{Inclusion, Kind, MemoKind, RevisionOrigin, Role};
use support::{Project, codings, transcript};
use words::{assert_no_word, found};
use workbench::Failure;
use workbench::command::Command;

const ALONE: &str = "CL : Comment dormez-vous ?\nEMG 7 : Je dors mal à Zuydcoote depuis mars.\nCL : Et le matin ?\nEMG 7 : Le matin je pense à Hippolyte.";
const OTHER: &str = "CL : Et vous ?\nEMG 2 : Moi je dors bien.";
/// Words of the person who withdraws, and their name.
const GONE: &[&str] = &["Zuydcoote", "Hippolyte", "EMG 7"];

fn participant(project: &Project, name: &str) -> RecordId {
    let seen = project.engine.seen();
    let people = seen.participants().into_iter();
    let named: Vec<RecordId> = people.filter(|one| one.name == name).map(|one| one.id).collect();
    named[0]
}

/// Two interviews, both coded, and backups with the words in them.
fn study() -> (Project, RecordId, RecordId) {
    let mut project = Project::of(&["Ann", "Ben"]);
    let (gone, kept) = (project.import("EMG 7.txt", ALONE), project.import("EMG 2.txt", OTHER));
    let code = project.code("sommeil");
    project.apply(gone, "mal à Zuydcoote", code);
    project.apply(kept, "je dors bien", code);
    project.engine.backup_now().unwrap();
    project.correct(gone, "Le matin je pense", "Le matin, je pense");
    project.run(Command::RenameInterview { interview: gone, name: "Entretien de EMG 7".to_owned() });
    project.engine.backup_now().unwrap();
    (project, gone, kept)
}

#[test]
fn no_byte_keeps_a_word_of_somebody_who_withdrew() {
    let (mut project, gone, kept) = study();
    assert!(found(project.folder.path(), GONE).len() > 6, "the words are there to be found");
    let person = participant(&project, "EMG 7");
    let purged = project.engine.purge(person).unwrap();
    assert!(purged.blanked.len() >= 4);
    assert_no_word(project.folder.path(), GONE);
    let seen = project.engine.seen();
    let interview = seen.interview(gone).unwrap();
    assert_eq!((interview.name, interview.status), ("", Inclusion::Withdrawn));
    assert_eq!(seen.participant(person).unwrap().status, Inclusion::Withdrawn);
    assert_eq!(codings(&seen, gone).len(), 0);
    assert!(matches!(project.engine.current_text(gone), Err(Failure::Withdrawn)));
    assert!(project.marked(kept).contains("[je dors bien]"));
    project.is_sound();
    // The journal says what happened, without a word.
    let about = project.ops();
    assert_eq!(about.iter().filter(|op| matches!(op.kind, model::op::OpKind::Purge { .. })).count(), 1);
    // It is not undone, and stays so after opening again.
    assert!(matches!(project.refusal(Command::Undo), Failure::Undo(UndoBlocked::Purged)));
    let mut project = project.reopen();
    assert!(matches!(project.engine.current_text(gone), Err(Failure::Withdrawn)));
    project.is_sound();
    assert_no_word(project.folder.path(), GONE);
    // The backups are still good for what they hold besides.
    let backups = project.engine.backups().unwrap();
    for (number, backup) in backups.iter().enumerate() {
        let copy = project.file(&format!("copie {number}.ancrage"));
        project.engine.restore(&backup.id, &copy).unwrap();
        let mut restored = workbench::Engine::open(&copy, support::env(80)).unwrap();
        assert!(restored.check().unwrap().ok());
        assert_eq!(codings(&restored.seen(), kept).len(), 1);
    }
    assert_no_word(project.folder.path(), GONE);
}

#[test]
fn what_was_taken_in_undone_and_taken_in_again_goes_too() {
    let mut project = Project::of(&["Ann"]);
    project.import("EMG 7.txt", ALONE);
    project.run(Command::Undo);
    project.import("EMG 7.txt", ALONE);
    assert_eq!(project.engine.seen().interviews().len(), 1);
    let person = participant(&project, "EMG 7");
    project.engine.purge(person).unwrap();
    assert_no_word(project.folder.path(), GONE);
    project.is_sound();
}

#[test]
fn the_same_file_taken_in_twice_apart_goes_with_it() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    ann.import("EMG 7.txt", ALONE);
    ben.import("EMG 7.txt", ALONE);
    ann.merge(&ben.path);
    let person = participant(&ann, "EMG 7");
    ann.engine.purge(person).unwrap();
    assert_no_word(ann.folder.path(), GONE);
    assert!(ann.engine.seen().participants().iter().all(|one| one.status == Inclusion::Withdrawn));
    ann.is_sound();
}

#[test]
fn a_withdrawal_reaches_every_copy_and_what_comes_late_comes_without_words() {
    let (mut ann, gone, _) = study();
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    let person = participant(&ann, "EMG 7");
    // Ben codes on, corrects, and makes backups, before he hears of it.
    let code = ben.code("lieu");
    ben.apply(gone, "Zuydcoote", code);
    ben.correct(gone, "Hippolyte", "Hippolyte, encore");
    ben.engine.backup_now().unwrap();
    let mut late = ben.copy("tard.ancrage", 21, "Ben");

    ann.engine.purge(person).unwrap();
    ann.merge(&ben.path);
    assert_no_word(ann.folder.path(), GONE);
    ann.is_sound();
    ben.merge(&ann.path);
    assert_no_word(ben.folder.path(), GONE);
    ben.is_sound();
    // Purged and then merged, or merged and then purged: the same.
    late.merge(&ann.copy("avant.ancrage", 22, "Ann").path);
    assert_no_word(late.folder.path(), GONE);
    assert_eq!(ann.ops(), ben.ops());
    assert_eq!(ann.ops(), late.ops());
    let seen = ann.engine.seen();
    assert!(seen.code(code).is_some(), "what Ben made besides has come");
    assert_eq!(codings(&seen, gone).len(), 0);
}

#[test]
fn purging_before_or_after_a_merge_gives_the_same_operations() {
    let (mut purged_first, gone, _) = study();
    let person = participant(&purged_first, "EMG 7");
    let mut ben = purged_first.copy("ben.ancrage", 20, "Ben");
    let code = ben.code("lieu");
    ben.apply(gone, "Zuydcoote", code);
    let mut merged_first = purged_first.copy("autre.ancrage", 23, "Ann");
    purged_first.engine.purge(person).unwrap();
    merged_first.merge(&ben.path);
    // The other copy hears of the withdrawal after it has taken Ben's work in.
    merged_first.merge(&purged_first.path);
    purged_first.merge(&ben.path);
    assert_eq!(merged_first.ops(), purged_first.ops());
    assert_no_word(merged_first.folder.path(), GONE);
    assert_no_word(purged_first.folder.path(), GONE);
}

#[test]
fn texts_that_may_repeat_what_was_said_are_listed() {
    let (mut project, _, _) = study();
    let memo = Command::WriteMemo {
        memo: None,
        target: None,
        kind: MemoKind::Free,
        title: "Lieux".to_owned(),
        body: "Penser au bord de mer.".to_owned(),
    };
    let memo = project.run(memo).made[0];
    let person = participant(&project, "EMG 7");
    let purged = project.engine.purge(person).unwrap();
    let listed: Vec<(RecordId, Kind)> =
        purged.to_decide.iter().map(|text| (text.record, text.kind)).collect();
    assert!(listed.contains(&(memo, Kind::Memo)), "{listed:?}");
}

const GROUP: &str = "\
Entretien de groupe, avec Hortense et Barnabé

CL : Comment dormez-vous ?
Hortense : Je dors mal à Zuydcoote depuis mars.
Barnabé : Moi je dors bien, le matin je renonce.
CL : Et la route ?
Hortense : La route coûte. Elle est longue.
Barnabé : Longue, oui.";

/// A group interview with codings of both and one across them.
fn group() -> (Project, RecordId, [RecordId; 4]) {
    let mut project = Project::of(&["Ann", "Ben"]);
    let interview = project.import("Hortense et Barnabé.txt", GROUP);
    let code = project.code("sommeil");
    let ranges = [
        "mal à Zuydcoote",
        "Moi je dors bien",
        "La route coûte. Elle est longue.",
        "Elle est longue.\nBarnabé : Longue",
    ];
    let codings = ranges.map(|words| project.apply(interview, words, code));
    project.engine.backup_now().unwrap();
    (project, interview, codings)
}

#[test]
fn who_withdraws_from_a_group_takes_their_words_and_leaves_those_of_the_others() {
    let (mut project, interview, [mine, kept, whole, across]) = group();
    let person = participant(&project, "Hortense");
    let gone = ["Hortense", "Zuydcoote", "La route", "Elle est longue"];
    assert!(found(project.folder.path(), &gone).len() > 6);
    project.engine.purge(person).unwrap();
    assert_no_word(project.folder.path(), &gone);
    project.is_sound();

    let text = "\
Entretien de groupe, avec […] et Barnabé

CL : Comment dormez-vous ?
[…] 
Barnabé : Moi je dors bien, le matin je renonce.
CL : Et la route ?
[…] 
Barnabé : Longue, oui.";
    assert_eq!(project.text(interview), text);
    let turns = [
        "CL: Comment dormez-vous ?",
        "Barnabé: Moi je dors bien, le matin je renonce.",
        "CL: Et la route ?",
        "Barnabé: Longue, oui.",
    ];
    assert_eq!(project.turns(interview), turns);
    let seen = project.engine.seen();
    let known = seen.interview(interview).unwrap();
    assert_eq!((known.name, known.status), ("[…] et Barnabé", Inclusion::Included));
    assert_eq!(known.participants(), [participant(&project, "Barnabé")]);
    assert_eq!(known.source.unwrap().original, None);
    // The codings of the words that went are gone; the others are where they were.
    let left: Vec<RecordId> = codings(&seen, interview).iter().map(|coding| coding.id).collect();
    assert_eq!(left, [kept, across]);
    assert!(seen.coding(mine).is_none() && seen.coding(whole).is_none());
    assert!(project.marked(interview).contains("Barnabé : [Moi je dors bien], le matin"));
    assert_eq!(project.engine.seen().participant(person).unwrap().status, Inclusion::Withdrawn);
    let mut project = project.reopen();
    assert_eq!(project.turns(interview), turns);
    project.is_sound();
    // Barnabé, too: nobody is left whose words would stay.
    let last = participant(&project, "Barnabé");
    project.engine.purge(last).unwrap();
    assert_no_word(project.folder.path(), &["Hortense", "Zuydcoote", "Barnabé", "je renonce"]);
    assert_eq!(project.engine.seen().interview(interview).unwrap().status, Inclusion::Withdrawn);
}

#[test]
fn late_codings_of_a_group_come_without_words_and_without_a_place() {
    let (mut ann, interview, _) = group();
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    let code = ben.code("lieu");
    let late = ben.apply(interview, "dors mal à Zuydcoote", code);
    let fine = ben.apply(interview, "le matin je renonce", code);
    let person = participant(&ann, "Hortense");
    ann.engine.purge(person).unwrap();
    ann.merge(&ben.path);
    assert_no_word(ann.folder.path(), &["Hortense", "Zuydcoote"]);
    let seen = ann.engine.seen();
    let (late, fine) = (seen.coding(late).unwrap(), seen.coding(fine).unwrap());
    assert_eq!((late.place.state, late.anchor.quote.as_str()), (PlaceState::ToPlace, ""));
    assert_eq!(fine.place.state, PlaceState::Exact);
    assert!(ann.marked(interview).contains("[le matin je renonce]"));
    ann.is_sound();
    ben.merge(&ann.path);
    assert_no_word(ben.folder.path(), &["Hortense", "Zuydcoote"]);
    assert_eq!(ann.ops(), ben.ops());
}

#[test]
fn a_name_that_others_say_is_listed_for_a_decision() {
    let mut project = Project::of(&["Ann"]);
    let text = GROUP.replace("Longue, oui.", "Longue, oui. Hortense a raison. Voilà.");
    let interview = project.import("Groupe.txt", &text);
    let person = participant(&project, "Hortense");
    let purged = project.engine.purge(person).unwrap();
    let said = purged.to_decide.iter().find(|text| text.record == interview).unwrap();
    assert_eq!((said.kind, said.text.as_str()), (Kind::Interview, "Hortense a raison."));
    assert!(project.text(interview).contains("Hortense a raison."), "it is Barnabé's word");
}

#[test]
fn a_masked_name_is_in_no_byte_and_codings_stay_on_the_masked_words() {
    let mut project = Project::of(&["Ann"]);
    let text = "CL : Qui vous a vue ?\nEMG 1 : Le docteur Zuydcoote m’a vue à Hippolyte.\nCL : Bien.";
    let interview = project.import("EMG 1.txt", text);
    let facts = Command::SetFacts {
        interview,
        date: Some("2023-03-06".to_owned()),
        duration_min: Some(52),
        place: "au cabinet".to_owned(),
    };
    project.run(facts);
    let code = project.code("médecin");
    project.apply(interview, "docteur Zuydcoote m’a vue", code);
    project.apply(interview, "Zuydcoote", code);
    project.apply(interview, "EMG 1 : Le", code);
    project.engine.backup_now().unwrap();
    project.correct(interview, "Bien.", "Bien, bien.");
    let masked = project.text(interview).replace("Zuydcoote", "***").replace("Hippolyte", "***");
    project.replace(interview, &masked, RevisionOrigin::Masked);
    let shown = project.marked(interview);
    let turns = project.turns(interview);
    assert!(shown.contains("[EMG 1 : Le] [docteur [***] m’a vue] à ***."), "{shown}");

    project.engine.forget_unmasked(interview).unwrap();
    assert_no_word(project.folder.path(), &["Zuydcoote", "Hippolyte"]);
    assert_eq!(project.marked(interview), shown);
    assert_eq!(project.turns(interview), turns);
    project.is_sound();
    // What the same operations said besides is still said.
    let seen = project.engine.seen();
    let known = seen.interview(interview).unwrap();
    assert_eq!(known.name, "EMG 1");
    assert_eq!(known.facts.unwrap().place, "au cabinet");
    assert_eq!(known.role_of("CL"), model::value::SpeakerRole::Interviewer);
    assert_eq!(known.participants(), [participant(&project, "EMG 1")]);
    assert!(known.source.unwrap().digest.is_some(), "the same file is still recognised");
    let mut project = project.reopen();
    assert_eq!(project.marked(interview), shown);
    // The text can be corrected further, and nothing older comes back.
    project.correct(interview, "Bien, bien.", "Bon.");
    assert_eq!(
        project
            .engine
            .seen()
            .findings()
            .iter()
            .filter(|one| !matches!(one, Finding::Conflict { .. }))
            .count(),
        0
    );
    assert!(project.engine.forget_unmasked(interview).is_ok(), "the text before the last correction");
    project.is_sound();
}

#[test]
fn names_that_were_replaced_are_forgotten_with_the_unmasked_text() {
    let mut project = Project::of(&["Ann"]);
    let interview = project
        .import("Zuydcoote.txt", "CL : Oui ?\nMme Zuydcoote : Je dors mal.\nCL : Ah ?\nMme Zuydcoote : Oui.");
    let person = project.engine.seen().participants()[0].id;
    project.run(Command::EditParticipant {
        participant: person,
        name: "EMG 1".to_owned(),
        status: Inclusion::Included,
        reason: String::new(),
    });
    project.run(Command::RenameInterview { interview, name: "EMG 1".to_owned() });
    let masked = project.text(interview).replace("Mme Zuydcoote", "EMG 1");
    project.replace(interview, &masked, RevisionOrigin::Reimported);
    let speakers = project.engine.seen().interview(interview).unwrap().speakers.to_vec();
    let renamed = speakers.into_iter().map(|speaker| match speaker.participant {
        Some(_) => model::value::Speaker { label: "EMG 1".to_owned(), ..speaker },
        None => speaker,
    });
    project.run(Command::SetSpeakers { interview, speakers: renamed.collect() });
    project.engine.forget_unmasked(interview).unwrap();
    assert_no_word(project.folder.path(), &["Zuydcoote"]);
    assert_eq!(project.engine.seen().participant(person).unwrap().name, "EMG 1");
    project.is_sound();
}

#[test]
fn forgetting_reaches_a_colleague_whose_correction_of_the_old_text_goes() {
    let mut ann = Project::of(&["Ann", "Ben"]);
    let interview = ann.import("EMG 1.txt", "CL : Qui ?\nEMG 1 : Le docteur Zuydcoote.\nCL : Et ?");
    let mut ben = ann.copy("ben.ancrage", 20, "Ben");
    let code = ben.code("médecin");
    ben.correct(interview, "Et ?", "Et puis ?");
    let late = ben.apply(interview, "docteur Zuydcoote", code);
    let masked = ann.text(interview).replace("Zuydcoote", "***");
    ann.replace(interview, &masked, RevisionOrigin::Masked);
    ann.engine.forget_unmasked(interview).unwrap();
    let report = ann.merge(&ben.path);
    assert_eq!(report.composed, [], "the other text is no more");
    assert_no_word(ann.folder.path(), &["Zuydcoote"]);
    assert!(ann.text(interview).contains("Le docteur ***."), "{}", ann.text(interview));
    let seen = ann.engine.seen();
    assert_eq!(seen.coding(late).unwrap().anchor.quote, "");
    ann.is_sound();
    ben.merge(&ann.path);
    assert_no_word(ben.folder.path(), &["Zuydcoote"]);
    assert_eq!(ann.ops(), ben.ops());
}

#[test]
fn there_is_nothing_to_forget_of_a_text_that_was_never_changed() {
    let (mut project, interview) = Project::with(OTHER);
    assert!(matches!(project.engine.forget_unmasked(interview), Err(Failure::Nothing)));
    let nobody = RecordId(uuid::Uuid::from_u128(5));
    assert!(project.engine.purge(nobody).is_err());
    assert!(project.engine.purge(interview).is_err());
    project.run(Command::AddMember { name: "Ben".to_owned(), role: Role::Coder });
    project.run(transcript("EMG 9.txt", ALONE));
    project.is_sound();
}

#[test]
fn a_withdrawn_interview_takes_no_more_work() {
    let (mut project, gone, _) = study();
    let person = participant(&project, "EMG 7");
    project.engine.purge(person).unwrap();
    let code = project.engine.seen().codes()[0].id;
    let apply = Command::ApplyCode {
        interview: gone,
        start: 0,
        end: 4,
        code: workbench::command::CodeChoice::Existing(code),
        layer: model::value::Layer::Experiential,
    };
    let replace =
        Command::ReplaceText { interview: gone, text: "Rien.".to_owned(), origin: RevisionOrigin::Corrected };
    let include = Command::SetStatus {
        interview: gone,
        status: Inclusion::Included,
        reason: String::new(),
        confirming: false,
    };
    let rename = Command::EditParticipant {
        participant: person,
        name: "EMG 7".to_owned(),
        status: Inclusion::Included,
        reason: String::new(),
    };
    for command in [apply, replace, include, rename] {
        assert!(matches!(project.refusal(command.clone()), Failure::Withdrawn), "{command:?}");
    }
    assert!(project.engine.purge(person).is_ok(), "asking again does no harm");
    assert_no_word(project.folder.path(), GONE);
}

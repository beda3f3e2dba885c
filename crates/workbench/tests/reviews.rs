//! The director's desk on the example study: the page and its replies, what has changed since, the sheet.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

use i18n::Lang;
use model::RecordId;
use model::value::MemoKind;
use std::path::PathBuf;
use tempfile::TempDir;
use workbench::answers::claims;
use workbench::command::Command;
use workbench::command::review::ReviewCommand;
use workbench::failure::ClaimProblem;
use workbench::review::replies::Replies;
use workbench::review::{about, board, changes, evolution, overview, page, sheet};
use workbench::{Engine, Env, Failure};

const NOW: model::Timestamp = model::Timestamp(1_795_000_000_000);

fn example() -> (TempDir, PathBuf, Engine) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("exemple.ancrage");
    let (engine, _) = workbench::demo::create(&path, Env::counted(1, NOW)).unwrap();
    (folder, path, engine)
}

fn director(engine: &Engine, name: &str) -> RecordId {
    workbench::names::member(&engine.seen(), name).unwrap()
}

/// The claim made anew, at the level of labels.
fn again(claim: RecordId) -> ReviewCommand {
    let claiming = Box::new(workbench::saturation::freeze::Claiming {
        claim: workbench::saturation::Claim { at: 4, confirm: 2 },
        asked: workbench::saturation::Asked::at(workbench::levels::LevelAsked::Label),
        guest: workbench::saturation::Guest { base: 2, run: 2, threshold_percent: 0.0 },
        stopping: workbench::saturation::Stopping { initial: 2, stop: 2 },
    });
    let argument = Some("De nouveau.".to_owned());
    ReviewCommand::MakeClaim { claim: Some(claim), argument, claiming }
}

#[test]
fn the_example_holds_a_claim_signed_by_one_director_and_refused_by_the_other() {
    let (_folder, _, mut engine) = example();
    let found = claims::claims(&engine, Lang::Fr).remove(0);
    assert_eq!(found.state, "refused");
    let said: Vec<_> = found.visas.iter().map(|visa| (visa.verdict, visa.entered)).collect();
    assert!(said.contains(&(Some("agreed"), Some("signed"))), "{said:?}");
    assert!(said.contains(&(Some("refused"), Some("signed"))), "{said:?}");
    assert_eq!(claims::reproduced(&engine, found.id).unwrap().reproduced, "same");
    assert!(found.made.is_some_and(|made| made.held));
    assert!(engine.check().unwrap().ok());
}

#[test]
fn replies_to_a_page_merge_back_once() {
    let (_folder, _, mut engine) = example();
    let saadi = director(&engine, "Dr K. Saadi");
    // Claimed anew: on what the director signed already, a reply would take the place of no signature.
    let claim = claims::claims(&engine, Lang::Fr).remove(0).id;
    engine.run(again(claim).into()).unwrap();
    let shown = page::page(&mut engine, Lang::Fr, saadi).unwrap();
    let shown = String::from_utf8(shown).unwrap();
    // Curve and grid of the claim, both drawn.
    assert!(shown.contains("Qui apporte quoi") && shown.matches("<svg").count() == 2);
    for outside in ["http:", "https:", "src=", "href=\"", "url(", ".docx", ".odt", "@import"] {
        assert!(!shown.contains(outside), "{outside}");
    }
    let between = |from: &str, to: &str| {
        let after = shown.split(from).nth(1).unwrap_or_else(|| panic!("{from}"));
        after.split(to).next().unwrap().to_owned()
    };
    let (study, number) = (between("study: '", "'"), between("page: '", "'"));
    let (about, digest) = (between("data-claim=\"", "\""), between("data-digest=\"", "\""));
    let replies = format!(
        r#"{{"format":"ancrage-review-replies/1","study":"{study}","page":"{number}","reviewer":"{saadi}",
        "comments":[{{"about":"{about}","text":"Vu avec vous le 3 mai."}},{{"about":"{study}","text":" "}}],
        "visas":[{{"claim":"{about}","digest":"{digest}","verdict":"agreed","reason":""}}]}}"#
    );
    let read = || Box::new(Replies::read("reponses.json", replies.as_bytes()).unwrap());
    engine.run(ReviewCommand::TakeReview(read()).into()).unwrap();
    let found = claims::claims(&engine, Lang::Fr).remove(0);
    assert_eq!(found.state, "waiting");
    let visa = found.visas.iter().find(|visa| visa.director_id == saadi).unwrap();
    assert_eq!((visa.entered, visa.typed_by.as_deref()), (Some("typed"), Some("Claire L.")));
    assert_eq!(visa.proof.as_deref(), Some("reponses.json"));
    assert!(engine.run(ReviewCommand::TakeReview(read()).into()).is_err());
    let student = director(&engine, "Claire L.");
    let forged = Box::new(Replies { reviewer: student, ..*read() });
    assert!(engine.run(ReviewCommand::TakeReview(forged).into()).is_err());
    assert!(engine.check().unwrap().ok());
}

#[test]
fn of_replies_nothing_is_lost_and_nothing_is_half_taken() {
    let (_folder, _, mut engine) = example();
    let saadi = director(&engine, "Dr K. Saadi");
    let claim = claims::claims(&engine, Lang::Fr).remove(0);
    let study = engine.seen().study_facts().unwrap().id;
    let nothing = RecordId(uuid::Uuid::from_u128(77));
    let replies = |about: RecordId, digest: &str, verdict: &str| {
        let text = format!(
            r#"{{"format":"ancrage-review-replies/1","study":"{study}","page":"{nothing}","reviewer":"{saadi}",
            "comments":[{{"about":"{study}","text":"Bon travail."}},{{"about":"{about}","text":"À revoir."}}],
            "visas":[{{"claim":"{}","digest":"{digest}","verdict":"{verdict}","reason":"Trop tôt."}}]}}"#,
            claim.id
        );
        ReviewCommand::TakeReview(Box::new(Replies::read("r.json", text.as_bytes()).unwrap()))
    };
    let digest = claim.made.as_ref().unwrap().digest.clone();
    let before = engine.history().len();
    // About nothing that the study ever held; a state that was never claimed.
    for (about, digest, said) in
        [(nothing, digest.clone(), "À revoir."), (study, "0".repeat(64), "Trop tôt.")]
    {
        let refused = engine.run(replies(about, &digest, "agreed").into()).unwrap_err();
        let Failure::Claim(ClaimProblem::StrangeReplies { what, .. }) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(what, [said]);
        assert_eq!(engine.history().len(), before);
    }
    // A visa on a claim that was withdrawn meanwhile is kept, and stands again with the claim.
    let code = engine.seen().codes()[0].id;
    engine.run(Command::DeleteCode { code }).unwrap();
    engine.run(ReviewCommand::WithdrawClaim { claim: claim.id }.into()).unwrap();
    engine.run(replies(code, &digest, "refused").into()).unwrap();
    let seen = engine.seen();
    assert!(seen.all_visas().iter().any(|visa| visa.body.reason == "Trop tôt." && visa.director == saadi));
    let said: Vec<&str> = seen.threads().iter().flat_map(|one| &one.comments).map(|one| one.text).collect();
    assert!(said.contains(&"À revoir.") && said.contains(&"Bon travail."), "{said:?}");
}

#[test]
fn a_page_of_the_desk_is_that_of_now_for_whoever_reads_it() {
    use workbench::screen::{Screen, Showing};
    use workbench::views::{ReviewPage, ReviewShowing, Step};
    let (_folder, _, mut engine) = example();
    let shown = |engine: &mut Engine, page, lang| {
        let review = ReviewShowing { page: Some(page), about: None };
        let showing = Showing { step: Some(Step::Review), review, ..Showing::default() };
        format!("{:?}", Screen::make(engine, &showing, lang, 1).unwrap().review.unwrap().page)
    };
    let code = engine.seen().codes().iter().find(|node| node.level.is_category()).unwrap().id;
    for page in ReviewPage::ALL {
        let first = shown(&mut engine, page, Lang::Fr);
        assert_eq!(shown(&mut engine, page, Lang::Fr), first);
    }
    let before = shown(&mut engine, ReviewPage::Categories, Lang::Fr);
    engine.run(Command::RenameCode { code, name: "tout autre nom".to_owned() }).unwrap();
    assert!(shown(&mut engine, ReviewPage::Categories, Lang::Fr).contains("tout autre nom"));
    engine.run(Command::Undo).unwrap();
    assert_eq!(shown(&mut engine, ReviewPage::Categories, Lang::Fr), before);
    let told = shown(&mut engine, ReviewPage::Overview, Lang::Fr);
    assert_ne!(shown(&mut engine, ReviewPage::Overview, Lang::En), told);
    // A visa that the student typed in is hidden from the other director until both are in.
    let claim = claims::claims(&engine, Lang::Fr).remove(0).id;
    engine.run(again(claim).into()).unwrap();
    let (saadi, verdict) = (director(&engine, "Dr K. Saadi"), model::value::Countersign::Refused);
    let reason = "Encore trop tôt.".to_owned();
    let proof = Some(("courriel.eml".to_owned(), b"trop t\xc3\xb4t".to_vec()));
    engine
        .run(ReviewCommand::GiveVisa { claim, director: Some(saadi), verdict, reason, proof }.into())
        .unwrap();
    assert!(shown(&mut engine, ReviewPage::Overview, Lang::Fr).contains("Encore trop tôt."));
    engine.act_as("Dr M. Aubert").unwrap();
    assert!(!shown(&mut engine, ReviewPage::Overview, Lang::Fr).contains("Encore trop tôt."));
}

#[test]
fn a_director_is_told_what_has_changed_since_the_visa() {
    let (_folder, _, mut engine) = example();
    let aubert = director(&engine, "Dr M. Aubert");
    let before = changes::since(&engine, Lang::Fr, aubert);
    assert_eq!(before.what, "seen");
    let known: usize = before.changes.iter().map(|row| row.n).sum();
    let code = engine.seen().codes()[0].id;
    engine.run(Command::RenameCode { code, name: "autre nom".to_owned() }).unwrap();
    let after = changes::since(&engine, Lang::Fr, aubert);
    assert_eq!(after.changes.iter().map(|row| row.n).sum::<usize>(), known + 1);
    assert_eq!((after.changes[0].record, after.changes[0].record_kind), (Some(code), "code"));
    engine.act_as("Dr M. Aubert").unwrap();
    engine.run(ReviewCommand::Look { target: None }.into()).unwrap();
    assert_eq!(changes::since(&engine, Lang::Fr, aubert).changes, []);
}

#[test]
fn a_director_is_told_what_was_written_since_they_read_one_category() {
    let (_folder, _, mut engine) = example();
    let aubert = director(&engine, "Dr M. Aubert");
    let codes = engine.seen();
    let codes = codes.codes();
    let category = codes.iter().find(|node| node.level.is_category()).unwrap().id;
    let below = codes.iter().find(|node| node.parent == Some(category)).unwrap().id;
    assert_eq!(changes::seen_of(&engine, aubert, category).unwrap().changed, 0);
    engine.run(Command::RenameCode { code: below, name: "autre nom".to_owned() }).unwrap();
    assert_eq!(changes::seen_of(&engine, aubert, category).unwrap().changed, 1);
    engine.act_as("Dr M. Aubert").unwrap();
    let told = about::about(&mut engine, Lang::Fr, category).unwrap().unwrap();
    assert!(told.unseen && told.seen.contains("1 élément"), "{}", told.seen);
    engine.run(ReviewCommand::Look { target: Some(category) }.into()).unwrap();
    assert_eq!(changes::seen_of(&engine, aubert, category).unwrap().changed, 0);
    // The rest of the study stays as it was: not looked at again.
    let since = engine.since(Lang::Fr).unwrap();
    assert!(since.walk().any(|(_, record)| record == below));
    assert_eq!(changes::seen_of(&engine, director(&engine, "Claire L."), category), None);
}

#[test]
fn the_code_book_is_told_day_by_day_and_agreement_in_two_figures() {
    let (_folder, _, mut engine) = example();
    let codes: Vec<RecordId> = engine.seen().codes().iter().map(|node| node.id).collect();
    let days = evolution::evolution(&engine, Lang::Fr);
    assert_eq!(days.iter().map(|day| day.created - day.merged - day.deleted).sum::<usize>(), codes.len());
    let (code, into) = (codes[codes.len() - 1], codes[codes.len() - 2]);
    engine.run(Command::MergeCodes { from: code, into }).unwrap();
    let after = evolution::evolution(&engine, Lang::Fr);
    assert_eq!(after.iter().map(|day| day.merged).sum::<usize>(), 1);
    assert!(after.iter().flat_map(|day| &day.told).any(|told| told.code == code));
    let one = overview::overview(&mut engine, Lang::Fr).unwrap();
    let agreement = one.agreement.unwrap();
    assert!(
        agreement.interviews > 0 && agreement.cohen_kappa.is_some_and(|kappa| kappa < 1.0),
        "{agreement:?}"
    );
}

#[test]
fn a_memo_is_the_directors_only_where_it_is_shared() {
    let (_folder, _, mut engine) = example();
    let (title, body) = ("Pour moi".to_owned(), "Je doute.".to_owned());
    let memo = Command::WriteMemo { memo: None, target: None, kind: MemoKind::Free, title, body };
    let memo = engine.run(memo).unwrap().made[0];
    engine.act_as("Dr M. Aubert").unwrap();
    assert_eq!(about::about(&mut engine, Lang::Fr, memo).unwrap(), None);
    engine.act_as("Claire L.").unwrap();
    engine.run(ReviewCommand::Share { memo, shared: true }.into()).unwrap();
    engine.act_as("Dr M. Aubert").unwrap();
    let told = about::about(&mut engine, Lang::Fr, memo).unwrap().unwrap();
    assert_eq!((told.title.as_ref(), told.text.as_ref()), ("Pour moi", "Je doute."));
}

#[test]
fn three_passages_of_each_category_differ_and_memos_are_shown_only_when_shared() {
    let (_folder, _, mut engine) = example();
    let one = overview::overview(&mut engine, Lang::Fr).unwrap();
    assert_eq!((one.interviews, one.finished), (8, 6));
    for category in one.categories.iter().filter(|category| category.passages > 3) {
        let chosen: std::collections::BTreeSet<RecordId> =
            category.chosen.iter().map(|passage| passage.coding).collect();
        assert_eq!(chosen.len(), 3, "{category:?}");
        if category.interviews > 2 {
            let homes: std::collections::BTreeSet<&str> =
                category.chosen.iter().map(|passage| passage.interview.as_str()).collect();
            assert_eq!(homes.len(), 3, "{category:?}");
        }
    }
    assert_eq!(one.memos, []);
    let (title, body) = ("Pour vous".to_owned(), "À discuter.".to_owned());
    let memo = Command::WriteMemo { memo: None, target: None, kind: MemoKind::Free, title, body };
    let memo = engine.run(memo).unwrap().made[0];
    engine.run(ReviewCommand::Share { memo, shared: true }.into()).unwrap();
    let shared = overview::overview(&mut engine, Lang::Fr).unwrap().memos;
    assert_eq!(shared.iter().map(|memo| memo.title.as_str()).collect::<Vec<_>>(), ["Pour vous"]);
    let row = board::row(&mut engine, Lang::Fr).unwrap();
    assert_eq!((row.claim, row.holds, row.finished), ("refused", Some(true), 6));
}

#[test]
fn the_sheet_says_what_was_frozen_and_never_signs_for_anybody() {
    let (folder, _, mut engine) = example();
    let claim = claims::claims(&engine, Lang::Fr).remove(0);
    let path = folder.path().join("dossier.html");
    let written = sheet::write(&mut engine, Lang::Fr, claim.id, false, &path).unwrap();
    let page = std::fs::read_to_string(&path).unwrap();
    let digest = claim.made.unwrap().digest;
    for words in [&digest, "Dossier de saturation", "signé sur son poste", "Dr K. Saadi", "<svg"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("Chao2") && !page.contains("<script"));
    let asked = sheet::make(&mut engine, Lang::Fr, claim.id, true).unwrap();
    assert!(String::from_utf8(asked.page).unwrap().contains("Chao2"));
    let beside = folder.path().join("dossier (figures)");
    for file in ["courbe.svg", "grille.svg", "calendrier.svg", "courbe.csv", "grille.csv", "calendrier.csv"] {
        assert!(beside.join(file).exists() && written.figures.contains(&beside.join(file)), "{file}");
    }
    assert_eq!((written.page, written.figures.len()), (path, 6));
}

/// The words of a page, without its styles, drawings and markup.
fn words_of(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let skipped = ["style>", "svg"].iter().find(|tag| after.starts_with(**tag));
        let end = skipped.map_or(">".to_owned(), |tag| format!("</{}>", tag.trim_end_matches('>')));
        rest = after.split_once(&end).map_or("", |(_, rest)| rest);
        words.push('|');
    }
    words
}

#[test]
fn the_sheet_says_the_rules_with_their_parameters_the_order_and_what_is_set_apart() {
    let (_folder, _, mut engine) = example();
    let claim = claims::claims(&engine, Lang::Fr).remove(0);
    let sheet_of = |engine: &mut Engine, id| sheet::make(engine, Lang::Fr, id, true).unwrap();
    let told = words_of(&String::from_utf8(sheet_of(&mut engine, claim.id).page).unwrap());
    for words in [
        "|Guest (base\u{a0}4, fenêtre de\u{a0}2, seuil\u{a0}5\u{a0}%)||au 4ᵉ, 2\u{a0}de plus|",
        "|Francis (10\u{a0}puis 3\u{a0}sans nouveauté)||non évaluable (trop peu d’entretiens)|",
        "|Vraie dans cette part des 720\u{a0}ordres possibles des entretiens||100\u{a0}%|",
        "|1.\u{a0}EMG\u{a0}1||8|",
        "|En tout, après 5\u{a0}entretiens de plus (catégories)|",
        "|Catégorie|",
    ] {
        let plain = |text: &str| text.replace('\u{a0}', " ");
        assert!(plain(&told).contains(&plain(words)), "{words}: {told}");
    }
    assert!(
        told.contains("1.\u{a0}EMG\u{a0}1|")
            && told.contains("chemin\u{a0}; Renoncer")
            && !told.contains("grounded"),
        "{told}"
    );
    let rules = claim.made.unwrap().rules;
    assert_eq!((rules.guest.status, rules.francis.status), ("reached", "not_assessable"));
}

#[test]
fn interviews_set_apart_to_confirm_are_marked_on_the_sheet() {
    let (_folder, _, mut engine) = example();
    let claim = claims::claims(&engine, Lang::Fr).remove(0).id;
    let part = |made: &sheet::Made, name: &str| {
        made.beside.iter().find(|(file, _)| file == name).map(|(_, bytes)| bytes.clone()).unwrap()
    };
    let before = sheet::make(&mut engine, Lang::Fr, claim, false).unwrap();
    let interview = workbench::names::interview(&engine.seen(), "EMG 6").unwrap();
    engine
        .run(Command::SetStatus {
            interview,
            status: model::value::Inclusion::Included,
            reason: String::new(),
            confirming: true,
        })
        .unwrap();
    let claiming = Box::new(workbench::saturation::freeze::Claiming {
        claim: workbench::saturation::Claim { at: 4, confirm: 2 },
        asked: workbench::saturation::Asked::at(workbench::levels::LevelAsked::Category),
        guest: workbench::saturation::Guest { base: 4, run: 2, threshold_percent: 2.5 },
        stopping: workbench::saturation::Stopping { initial: 2, stop: 2 },
    });
    let argument = Some("Encore.".to_owned());
    engine.run(ReviewCommand::MakeClaim { claim: Some(claim), argument, claiming }.into()).unwrap();
    let after = sheet::make(&mut engine, Lang::Fr, claim, false).unwrap();
    assert_ne!(part(&before, "courbe.svg"), part(&after, "courbe.svg"));
    assert_ne!(part(&before, "courbe.csv"), part(&after, "courbe.csv"));
    let told = words_of(&String::from_utf8(after.page).unwrap()).replace('\u{a0}', " ");
    for words in ["6. EMG 6 (confirmation)", "seuil 2,5 %", "Francis (2 puis 2 sans nouveauté)|"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("5. EMG 5 (confirmation)"), "{told}");
}

#[test]
fn the_figures_of_a_sheet_replace_nothing_that_is_not_theirs() {
    let (folder, _, mut engine) = example();
    let claim = claims::claims(&engine, Lang::Fr).remove(0).id;
    let path = folder.path().join("z.html");
    let mine = folder.path().join("z (figures)");
    std::fs::create_dir(&mine).unwrap();
    std::fs::write(mine.join("courbe.csv"), "à moi").unwrap();
    let refused = sheet::write(&mut engine, Lang::Fr, claim, false, &path).unwrap_err();
    assert!(matches!(refused, Failure::Claim(ClaimProblem::FolderTaken { .. })), "{refused}");
    assert!(!path.exists() && std::fs::read(mine.join("courbe.csv")).unwrap() == "à moi".as_bytes());
    // The figures of an earlier sheet of that name are its own.
    std::fs::remove_dir_all(&mine).unwrap();
    for _ in 0..2 {
        sheet::write(&mut engine, Lang::Fr, claim, false, &path).unwrap();
    }
}

#[test]
fn an_interview_without_a_date_is_not_said_to_have_come_in_time() {
    let (_folder, _, mut engine) = example();
    let claim = claims::claims(&engine, Lang::Fr).remove(0).id;
    let seen = engine.seen();
    let one = |name: &str| workbench::names::interview(&seen, name).unwrap();
    let days = [(one("EMG 1"), None), (one("EMG 2"), Some("2026-03-03")), (one("EMG 3"), Some("2026-03-03"))];
    for (interview, date) in days {
        let date = date.map(str::to_owned);
        engine.run(Command::SetFacts { interview, date, duration_min: None, place: String::new() }).unwrap();
    }
    let claiming = Box::new(workbench::saturation::freeze::Claiming {
        claim: workbench::saturation::Claim { at: 4, confirm: 2 },
        asked: workbench::saturation::Asked::at(workbench::levels::LevelAsked::Label),
        guest: workbench::saturation::Guest { base: 4, run: 2, threshold_percent: 5.0 },
        stopping: workbench::saturation::Stopping { initial: 10, stop: 3 },
    });
    let argument = Some("Encore.".to_owned());
    engine.run(ReviewCommand::MakeClaim { claim: Some(claim), argument, claiming }.into()).unwrap();
    let made = sheet::make(&mut engine, Lang::Fr, claim, false).unwrap();
    let told = String::from_utf8(made.page).unwrap().replace('\u{a0}', " ");
    for words in [
        "Tenus le même jour, pris par ordre de nom : EMG 2, EMG 3.",
        "Sans date, pris à la fin par ordre de nom : EMG 1.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let dates = made.beside.iter().find(|(file, _)| file == "calendrier.csv").unwrap();
    let dates = String::from_utf8(dates.1.clone()).unwrap();
    let undated = dates.lines().find(|line| line.starts_with("EMG 1;")).unwrap();
    assert!(undated.starts_with("EMG 1;;") && undated.ends_with(';'), "{undated}");
}

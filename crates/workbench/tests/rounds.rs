//! Rounds of double coding: sealed, declared done, reopened, opened; each coder's own book; what is agreed.
#![allow(clippy::panic, clippy::unwrap_used)] // a test that meets the unexpected has found a fault

mod support;

use model::RecordId;
use model::basis::{Basis, Coders};
use model::study::SealCheck;
use model::value::{CodeList, CodingUnit, Difference, Match, Role, Verdict};
use support::{Project, codings};
use workbench::Failure;
use workbench::answers::basis::BasisAnswer;
use workbench::answers::export::{Export, Form, export};
use workbench::answers::rounds::{self, Independence};
use workbench::command::Command;
use workbench::command::double_coding::{DecisionAsked, DoubleCoding, NewRound};
use workbench::double_coding::differences::{Item, Sheet, State};
use workbench::double_coding::{alignment, coders_of, progress};
use workbench::failure::DoubleCodingProblem;
use workbench::screen::{Screen, Showing};
use workbench::views::Step;

const TEXT: &str = "CL : Comment dormez-vous ?\nEMG 1 : Je dors mal depuis mars. Le trajet coûte cher.\nCL : Et le matin ?\nEMG 1 : Le matin je renonce.";

/// What two coders made of an interview.
fn items(seen: &model::study::Seen<'_>, interview: RecordId, coders: [RecordId; 2]) -> Vec<Item> {
    Sheet::of(seen, interview, coders, &seen.code_classes()).items
}

fn ask(command: DoubleCoding) -> Command {
    Command::DoubleCoding(Box::new(command))
}

struct Two {
    project: Project,
    interview: RecordId,
    ann: RecordId,
    ben: RecordId,
    round: RecordId,
}

fn two(list: CodeList) -> Two {
    let mut project = Project::of(&["Ann", "Ben", "Zoé"]);
    let interview = project.import("EMG 1.txt", TEXT);
    project.import("EMG 2.txt", TEXT);
    let seen = project.engine.seen();
    let member = |name: &str| workbench::names::member(&seen, name).unwrap();
    let (ann, ben) = (member("Ann"), member("Ben"));
    let new = NewRound {
        name: "Premier tour".to_owned(),
        instructions: "Coder ligne à ligne.".to_owned(),
        interviews: vec![interview],
        coders: vec![ann, ben],
        list,
        unit: CodingUnit::Turn,
    };
    let round = project.run(ask(DoubleCoding::SetUpRound(new))).made[0];
    Two { project, interview, ann, ben, round }
}

impl Two {
    fn act(&mut self, name: &str) -> &mut Project {
        self.project.engine.act_as(name).unwrap();
        &mut self.project
    }

    fn done(&mut self, name: &str) {
        let round = self.round;
        self.act(name).run(ask(DoubleCoding::DeclareDone { round }));
    }

    /// Ann and Ben code in turn; both declare done.
    fn coded() -> (Two, [RecordId; 4]) {
        let mut two = two(CodeList::None);
        let interview = two.interview;
        let ann = two.act("Ann");
        let sleep = ann.code("sommeil");
        let cost = ann.code("coût");
        ann.apply(interview, "Je dors mal depuis mars.", sleep);
        ann.apply(interview, "Le trajet coûte cher.", cost);
        let ben = two.act("Ben");
        let nights = ben.code("nuits difficiles");
        let giving_up = ben.code("renoncement");
        ben.apply(interview, "Je dors mal", nights);
        ben.apply(interview, "Le matin je renonce.", giving_up);
        two.done("Ann");
        two.done("Ben");
        (two, [sleep, cost, nights, giving_up])
    }

    fn refused(&mut self, command: DoubleCoding) -> DoubleCodingProblem {
        match self.project.refusal(ask(command)) {
            Failure::DoubleCoding(problem) => problem,
            other => panic!("{other:?}"),
        }
    }

    fn decide(&mut self, coding: RecordId, verdict: Verdict) -> RecordId {
        self.project.run(ask(DoubleCoding::Decide(self.asked(coding, verdict)))).made[0]
    }

    fn asked(&self, coding: RecordId, verdict: Verdict) -> DecisionAsked {
        DecisionAsked {
            coders: vec![self.ann, self.ben],
            differences: vec![coding],
            verdict,
            reason: "vu ensemble".to_owned(),
            present: vec![self.ann, self.ben],
            ..DecisionAsked::default()
        }
    }

    /// The agreed layer as `code: words`.
    fn agreed(&self) -> Vec<String> {
        let seen = self.project.engine.seen();
        let basis = Basis { coders: Coders::Agreed, layer: None };
        let found = seen.codings_in(self.interview, &basis);
        let name = |code| seen.code(code).unwrap().name.clone();
        found.iter().map(|coding| format!("{}: {}", name(coding.code), coding.anchor.quote)).collect()
    }
}

#[test]
fn nobody_sees_the_other_until_both_have_declared_done() {
    let mut two = two(CodeList::None);
    let interview = two.interview;
    let ann = two.act("Ann");
    let sleep = ann.code("sommeil");
    ann.apply(interview, "Je dors mal", sleep);
    two.done("Ann");
    let ben = two.act("Ben");
    assert!(codings(&ben.engine.seen(), interview).is_empty());
    assert!(ben.engine.seen().codes().is_empty(), "he starts from no list");
    let nights = ben.code("nuits");
    ben.apply(interview, "dors mal", nights);
    let round = two.project.engine.seen().round(two.round).unwrap();
    assert!(round.sealed);
    let done = round.done[0];
    assert_eq!(two.project.engine.seen().check_seal(&done), SealCheck::Hidden);
    two.done("Ben");
    let seen = two.project.engine.seen();
    let round = seen.round(two.round).unwrap();
    assert!(!round.sealed);
    assert_eq!(codings(&seen, interview).len(), 2);
    for done in &round.done {
        assert_eq!(seen.check_seal(done), SealCheck::Holds);
        assert!(seen.after_seal(&round, done).is_empty());
    }
    two.project.is_sound();
}

#[test]
fn what_is_declared_done_stays_until_it_is_reopened_and_both_digests_are_kept() {
    let mut two = two(CodeList::Given);
    let (interview, round) = (two.interview, two.round);
    let ann = two.act("Ann");
    let sleep = ann.code("sommeil");
    let coding = ann.apply(interview, "Je dors mal", sleep);
    two.done("Ann");
    let refused = two.project.refusal(Command::RemoveCoding { coding });
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::Sealed)), "{refused:?}");
    two.project.run(ask(DoubleCoding::ReopenDone { round }));
    two.project.run(Command::RemoveCoding { coding });
    two.done("Ann");
    let seen = two.project.engine.seen();
    let known = seen.round(round).unwrap();
    let digests: Vec<_> = known.done.iter().map(|done| done.digest).collect();
    assert_eq!(digests.len(), 2);
    assert_ne!(digests[0], digests[1]);
    assert_eq!(known.done.iter().map(|done| done.stands).collect::<Vec<_>>(), [true, false]);
    // Even what was deleted since can be checked: versions are never lost.
    assert!(known.done.iter().all(|done| seen.check_seal(done) == SealCheck::Holds));
    two.done("Ben");
    two.act("Ann");
    assert_eq!(two.refused(DoubleCoding::ReopenDone { round }), DoubleCodingProblem::RoundOpen);
}

#[test]
fn what_comes_after_the_seal_shows_as_such() {
    let (mut two, [sleep, ..]) = Two::coded();
    let interview = two.interview;
    let late = two.act("Ann").apply(interview, "Le matin je renonce.", sleep);
    let seen = two.project.engine.seen();
    let round = seen.round(two.round).unwrap();
    let of_ann = round.done.iter().find(|done| done.coder == two.ann).unwrap();
    assert_eq!(seen.after_seal(&round, of_ann), [late]);
    assert_eq!(seen.check_seal(of_ann), SealCheck::Holds);
}

#[test]
fn opening_before_all_are_done_needs_a_reason_and_is_not_undone() {
    let mut two = two(CodeList::None);
    let (interview, round) = (two.interview, two.round);
    let ben = two.act("Ben");
    let code = ben.code("nuits");
    ben.apply(interview, "dors mal", code);
    two.act("Ann");
    let open = |reason: &str| DoubleCoding::OpenRound { round, reason: reason.to_owned() };
    assert_eq!(two.refused(open(" ")), DoubleCodingProblem::ReasonNeeded);
    // Nor by undoing the set-up.
    let refused = two.project.refusal(Command::Undo);
    assert!(matches!(refused, Failure::DoubleCoding(_) | Failure::Undo(_)), "{refused:?}");
    two.project.run(ask(open("Ben arrête la thèse")));
    assert_eq!(codings(&two.project.engine.seen(), interview).len(), 1);
    let refused = two.project.refusal(Command::Undo);
    assert!(matches!(refused, Failure::DoubleCoding(DoubleCodingProblem::RoundOpen)), "{refused:?}");
    let log = workbench::answers::journal::log(&two.project.engine, i18n::Lang::Fr, None).unwrap();
    assert!(log.iter().any(|line| line.kind == "open_round"), "{log:?}");
}

#[test]
fn codes_of_a_second_coder_stay_in_their_book_until_adopted() {
    let (mut two, [sleep, cost, nights, giving_up]) = Two::coded();
    let names = |two: &Two| -> Vec<String> {
        two.project.engine.seen().codes().iter().map(|node| node.name.clone()).collect()
    };
    two.act("Ann");
    assert_eq!(names(&two), ["sommeil", "coût"]);
    let seen = two.project.engine.seen();
    assert_eq!(seen.code(nights).unwrap().book, Some(two.ben));
    assert_eq!(seen.code(sleep).unwrap().book, None);
    assert_eq!(seen.codes_of_all_books().len(), 4);
    let counts = seen.counts(&Basis { coders: Coders::Only(vec![two.ben]), layer: None });
    assert_eq!((counts.of(giving_up).own, counts.of(cost).own), (1, 0));
    two.project.run(ask(DoubleCoding::AdoptCode { code: giving_up }));
    assert_eq!(names(&two), ["sommeil", "coût", "renoncement"]);
    two.project.run(Command::Undo);
    assert_eq!(names(&two), ["sommeil", "coût"]);
    let lines = workbench::answers::journal::log(&two.project.engine, i18n::Lang::Fr, None).unwrap();
    assert!(lines.iter().any(|line| line.text.contains("(livre : Ben)")), "{lines:?}");
}

#[test]
fn differences_are_told_by_kind_and_aligned_codes_agree() {
    let (mut two, [sleep, _, nights, _]) = Two::coded();
    let kinds = |two: &Two| -> Vec<Difference> {
        let seen = two.project.engine.seen();
        let coders = coders_of(&seen, two.interview).unwrap();
        assert_eq!(coders, [two.ann, two.ben]);
        items(&seen, two.interview, coders).iter().map(|item| item.difference).collect()
    };
    two.act("Ann");
    assert_eq!(kinds(&two), [Difference::OtherCode, Difference::OnlyFirst, Difference::OnlySecond]);
    let seen = two.project.engine.seen();
    let table = alignment::table(&seen, &[two.interview], [two.ann, two.ben]);
    let best = &table.pairs[0];
    assert_eq!((best.first, best.second, best.shared, best.said), (sleep, nights, 1, None));
    let (first, second) = (sleep, Some(nights));
    let note = String::new();
    let align = DoubleCoding::Align { first, second, relation: Some(Match::Same), note };
    two.project.run(ask(align.clone()));
    assert_eq!(kinds(&two), [Difference::OtherEdges, Difference::OnlyFirst, Difference::OnlySecond]);
    // The other way round it is the same thing said.
    let back = DoubleCoding::Align {
        first: nights,
        second: Some(sleep),
        relation: Some(Match::Same),
        note: String::new(),
    };
    assert!(matches!(two.project.refusal(ask(back)), Failure::Nothing));
    assert_eq!(two.project.engine.seen().code_classes().get(&nights), Some(&sleep));
    two.project.run(Command::Undo);
    assert_eq!(kinds(&two)[0], Difference::OtherCode);
}

#[test]
fn broader_one_way_is_narrower_the_other() {
    let (mut two, [sleep, _, nights, _]) = Two::coded();
    two.act("Ann");
    let align = |first, second| DoubleCoding::Align {
        first,
        second: Some(second),
        relation: Some(Match::Broader),
        note: "plus large".to_owned(),
    };
    let (low, high) = (sleep.min(nights), sleep.max(nights));
    two.project.run(ask(align(high, low)));
    let said = two.project.engine.seen().alignments()[0];
    assert_eq!((said.first, said.second, said.relation), (low, Some(high), Match::Narrower));
    assert!(two.project.engine.seen().code_classes().is_empty());
}

#[test]
fn decisions_write_an_agreed_layer_and_leave_the_codings_alone() {
    let (mut two, [_, cost, nights, giving_up]) = Two::coded();
    let interview = two.interview;
    two.act("Ann");
    let before: Vec<_> = codings(&two.project.engine.seen(), interview).iter().map(|one| one.id).collect();
    let named = |two: &Two, code: RecordId| {
        codings(&two.project.engine.seen(), interview).iter().find(|one| one.code == code).unwrap().id
    };
    // Decided as Ben has it: his label is adopted by being chosen.
    let (first, second, third) = (named(&two, nights), named(&two, cost), named(&two, giving_up));
    two.decide(first, Verdict::Second);
    assert!(!two.project.engine.seen().is_reconciled(interview));
    two.decide(second, Verdict::First);
    two.decide(third, Verdict::Neither);
    assert_eq!(two.agreed(), ["nuits difficiles: Je dors mal", "coût: Le trajet coûte cher."]);
    let seen = two.project.engine.seen();
    assert_eq!(seen.code(nights).unwrap().book, None);
    assert_eq!(seen.code(giving_up).unwrap().book, Some(two.ben));
    let after: Vec<_> = codings(&seen, interview).iter().map(|one| one.id).collect();
    assert_eq!(after, before);
    // Nothing is left: the agreed layer counts.
    assert!(seen.is_reconciled(interview));
    let counts = seen.counts(&Basis::default());
    assert_eq!((counts.of(nights).own, counts.of(cost).own, counts.finished), (1, 1, 1));
    let told = progress::progress(&seen);
    assert_eq!((told.double_coded, told.interviews), (1, 2));
    assert_eq!((told.decisions, told.revised, told.open, told.reconciled), (3, 1, 0, 1));
    two.project.is_sound();
    for _ in 0..3 {
        two.project.run(Command::Undo);
    }
    assert!(two.agreed().is_empty());
    assert!(!two.project.engine.seen().is_reconciled(interview));
}

#[test]
fn only_what_new_codings_touch_is_open_again() {
    let (mut two, [sleep, cost, nights, giving_up]) = Two::coded();
    let interview = two.interview;
    two.act("Ann");
    let asked = |two: &Two, verdict| {
        let differences = codings(&two.project.engine.seen(), interview).iter().map(|one| one.id).collect();
        DecisionAsked { differences, ..two.asked(RecordId(uuid::Uuid::nil()), verdict) }
    };
    let all = asked(&two, Verdict::Both);
    two.project.run(ask(DoubleCoding::Decide(all)));
    let states = |two: &Two| -> Vec<&'static str> {
        let items = items(&two.project.engine.seen(), interview, [two.ann, two.ben]);
        let state = |state| match state {
            State::Open => "open",
            State::Decided(_) => "decided",
            State::Reopened(_) => "reopened",
        };
        items.iter().map(|item| state(item.state)).collect()
    };
    assert_eq!(states(&two), ["decided", "decided", "decided"]);
    assert_eq!(two.agreed().len(), 4);
    let late = two.act("Ben").apply(interview, "trajet coûte cher.", sleep);
    assert_eq!(states(&two), ["decided", "reopened", "decided"]);
    two.act("Ann");
    two.decide(late, Verdict::First);
    assert_eq!(states(&two), ["decided", "decided", "decided"]);
    assert_eq!(two.agreed().len(), 4, "{:?}", two.agreed());
    let _ = (cost, nights, giving_up);
}

#[test]
fn agreements_are_kept_at_once_and_other_edges_by_the_studys_rule() {
    let (mut two, [sleep, _, nights, _]) = Two::coded();
    let interview = two.interview;
    two.act("Ann");
    let note = String::new();
    let align = DoubleCoding::Align { first: sleep, second: Some(nights), relation: Some(Match::Same), note };
    two.project.run(ask(align));
    let (coders, present) = ([two.ann, two.ben], vec![two.ann, two.ben]);
    two.project.run(ask(DoubleCoding::AcceptAgreements { interview, coders, present }));
    assert_eq!(two.agreed(), ["sommeil: Je dors mal depuis mars."]);
    two.project.run(Command::Undo);
    two.project.run(ask(DoubleCoding::AcceptOtherEdges { accept: false }));
    let again = DoubleCoding::AcceptAgreements { interview, coders, present: Vec::new() };
    assert!(matches!(two.project.refusal(ask(again)), Failure::Nothing));
}

#[test]
fn a_sealed_coding_is_not_compared() {
    let mut two = two(CodeList::Given);
    let interview = two.interview;
    let ann = two.act("Ann");
    let code = ann.code("sommeil");
    let coding = ann.apply(interview, "Je dors mal", code);
    let asked = two.asked(coding, Verdict::First);
    assert_eq!(two.refused(DoubleCoding::Decide(asked)), DoubleCodingProblem::StillSealed);
}

#[test]
fn what_only_the_second_coder_has_read_is_not_finished() {
    let mut project = Project::of(&["Ann", "Ben"]);
    let interview = project.import("EMG 1.txt", TEXT);
    for (name, role) in [("Ann", Role::Student), ("Ben", Role::Coder)] {
        let member = workbench::names::member(&project.engine.seen(), name).unwrap();
        if project.engine.seen().member(member).unwrap().role != role {
            project.run(Command::EditMember { member, name: name.to_owned(), role });
        }
    }
    let finished = |project: &Project| project.engine.seen().counts(&Basis::default()).finished;
    project.engine.act_as("Ben").unwrap();
    project.run(Command::FinishCoding { interview, finished: true });
    assert_eq!(finished(&project), 0);
    project.engine.act_as("Ann").unwrap();
    let code = project.code("sommeil");
    project.apply(interview, "Je dors mal", code);
    assert_eq!(finished(&project), 0);
    project.run(Command::FinishCoding { interview, finished: true });
    assert_eq!(finished(&project), 1);
}

#[test]
fn a_sealed_round_is_named_with_every_figure_and_export_until_it_is_open() {
    let mut two = two(CodeList::None);
    let printed = |two: &Two| BasisAnswer::of(&two.project.engine.seen(), &Basis::default());
    let left_out = |two: &mut Two| {
        let made = export(&mut two.project.engine, i18n::Lang::Fr, Export::Codings, Form::Json);
        let dropped = made.unwrap().unwrap().dropped;
        dropped.iter().map(|one| (one.n, one.why)).collect::<Vec<_>>()
    };
    for reader in ["Ann", "Ben", "Zoé"] {
        two.act(reader);
        let basis = printed(&two);
        assert_eq!(basis.sealed, ["Premier tour"], "{reader}");
        assert!(workbench::wording::basis(i18n::Lang::Fr, &basis).contains("Premier tour"), "{reader}");
        assert_eq!(left_out(&mut two), [(1, "sealed")], "{reader}");
    }
    let (mut two, _) = Two::coded();
    assert!(printed(&two).sealed.is_empty());
    assert!(left_out(&mut two).is_empty());
}

#[test]
fn independence_is_said_only_where_a_seal_proves_it() {
    let (mut two, codes) = Two::coded();
    let of = |two: &Two, interviews: &[&str], coders: &[&str]| {
        let interviews: Vec<String> = interviews.iter().map(|name| (*name).to_owned()).collect();
        Independence::of(&rounds::rounds(&two.project.engine), &interviews, coders)
    };
    let both = ["Ann", "Ben"];
    assert_eq!(of(&two, &["EMG 1"], &both), Independence::Proven);
    let apart = Independence::Unproven(vec!["EMG 2".to_owned()]);
    assert_eq!(of(&two, &["EMG 1", "EMG 2"], &both), apart);
    assert_eq!(of(&two, &["EMG 1"], &["Ann", "Zoé"]), Independence::Unproven(vec!["EMG 1".to_owned()]));
    assert_eq!(
        Independence::of(&[], &["EMG 1".to_owned()], &both),
        Independence::Unproven(vec!["EMG 1".to_owned()])
    );
    // Once the other's work is seen, one's own is changed.
    let interview = two.interview;
    let ann = two.act("Ann");
    let own =
        codings(&ann.engine.seen(), interview).into_iter().find(|coding| coding.code == codes[0]).unwrap().id;
    ann.run(Command::RemoveCoding { coding: own });
    assert_eq!(of(&two, &["EMG 1"], &both), Independence::Changed(1));
}

#[test]
fn who_coded_what_stands_under_the_name_of_who_coded_it() {
    let (mut two, _) = Two::coded();
    let (ann, name) = (two.ann, "Ann".to_owned());
    // The first by name comes last on the screen, for she directs.
    two.act("Ben").run(Command::EditMember { member: ann, name, role: Role::Director });
    let showing = Showing { step: Some(Step::DoubleCoding), ..Showing::default() };
    let screen = Screen::make(&mut two.project.engine, &showing, i18n::Lang::Fr, 1).unwrap();
    let view = screen.double_coding.unwrap();
    let head: Vec<RecordId> = view.members.iter().map(|member| member.id).collect();
    assert_eq!(head.last(), Some(&ann));
    for row in view.who.iter() {
        let below: Vec<RecordId> = row.coders.iter().map(|cell| cell.id).collect();
        assert_eq!(below, head, "{}", row.interview);
        let hers = row.coders.iter().find(|cell| cell.id == ann).unwrap();
        assert_eq!((hers.coder.as_str(), hers.codings == Some(2)), ("Ann", row.interview == "EMG 1"));
    }
}

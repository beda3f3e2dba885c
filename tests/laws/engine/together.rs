//! Two coders: what is decided and aligned among other acts, and that what is kept of it is what is there.

use super::acts::{Act, acts};
use super::desk::{Desk, MEMBERS, START, Team};
use i18n::Lang;
use model::RecordId;
use model::study::Seen;
use model::value::{Ask, CodeList, Columns, Match, Verdict};
use proptest::prelude::*;
use workbench::answers::compare::{CompareAnswer, compare};
use workbench::answers::reconciliation::{ReconciliationAnswer, reconciliation};
use workbench::command::Command;
use workbench::command::double_coding::{DecisionAsked, DoubleCoding, NewRound};
use workbench::comparison::{Asked, Rule, Unit};
use workbench::levels::LevelAsked;
use workbench::screen::{Screen, Showing, TheoryShowing};
use workbench::views::Step;
use workbench::views::theory::{AskedView, TheoryPage};
use workbench::{Engine, Env};

/// An act of those who code together.
#[derive(Debug, Clone, Copy)]
pub enum Reconciling {
    /// A difference is decided.
    Decide { coding: usize, verdict: usize, code: usize },
    /// What agrees is accepted.
    Accept { interview: usize },
    /// Something is said of two codes.
    Align { first: usize, second: usize, relation: usize },
    /// Whether other edges are accepted.
    Edges { accept: bool },
    /// A round over an interview is set up, with the code list or without.
    Round { interview: usize, open: bool },
    /// One's coding of a round is declared done.
    Done { round: usize },
    /// A round is opened.
    Open { round: usize },
    /// A code of somebody's own book becomes the study's.
    Adopt { code: usize },
}

/// Acts of those who code together.
pub fn reconciling() -> impl Strategy<Value = Reconciling> {
    let any = 0usize..12;
    prop_oneof![
        6 => (any.clone(), 0usize..5, any.clone())
            .prop_map(|(coding, verdict, code)| Reconciling::Decide { coding, verdict, code }),
        2 => any.clone().prop_map(|interview| Reconciling::Accept { interview }),
        3 => (any.clone(), any.clone(), 0usize..6)
            .prop_map(|(first, second, relation)| Reconciling::Align { first, second, relation }),
        1 => proptest::bool::ANY.prop_map(|accept| Reconciling::Edges { accept }),
        2 => (any.clone(), proptest::bool::ANY)
            .prop_map(|(interview, open)| Reconciling::Round { interview, open }),
        1 => any.clone().prop_map(|round| Reconciling::Done { round }),
        2 => any.clone().prop_map(|round| Reconciling::Open { round }),
        3 => any.clone().prop_map(|code| Reconciling::Adopt { code }),
    ]
}

fn coders(seen: &Seen<'_>) -> Option<[RecordId; 2]> {
    let members = seen.members();
    Some([members.first()?.id, members.get(1)?.id])
}

fn round_at(seen: &Seen<'_>, at: usize) -> Option<RecordId> {
    let rounds = seen.rounds();
    rounds.get(at % rounds.len().max(1)).map(|round| round.id)
}

/// The command of such an act, where there is something to do it on.
pub fn reconcile(seen: &Seen<'_>, act: Reconciling) -> Option<Command> {
    let coders = coders(seen)?;
    let codes: Vec<RecordId> = seen.codes_of_all_books().iter().map(|code| code.id).collect();
    let code = |at: usize| codes.get(at % codes.len().max(1)).copied();
    let interviews = seen.interviews();
    let command = match act {
        Reconciling::Decide { coding, verdict, code: at } => {
            let everything = model::basis::Basis::everything();
            let codings: Vec<RecordId> = interviews
                .iter()
                .flat_map(|interview| seen.codings_in(interview.id, &everything))
                .map(|coding| coding.id)
                .collect();
            DoubleCoding::Decide(DecisionAsked {
                coders: coders.to_vec(),
                differences: vec![*codings.get(coding % codings.len().max(1))?],
                verdict: Verdict::ALL[verdict % Verdict::ALL.len()],
                codes: code(at).into_iter().collect(),
                present: coders.to_vec(),
                ..DecisionAsked::default()
            })
        }
        Reconciling::Accept { interview } => {
            let interview = interviews.get(interview % interviews.len().max(1))?.id;
            DoubleCoding::AcceptAgreements { interview, coders, present: coders.to_vec() }
        }
        Reconciling::Align { first, second, relation } => {
            let relation = Match::ALL.get(relation).copied();
            let note = String::new();
            DoubleCoding::Align { first: code(first)?, second: code(second), relation, note }
        }
        Reconciling::Edges { accept } => DoubleCoding::AcceptOtherEdges { accept },
        Reconciling::Round { interview, open } => DoubleCoding::SetUpRound(NewRound {
            name: format!("Tour {interview}"),
            interviews: vec![interviews.get(interview % interviews.len().max(1))?.id],
            coders: coders.to_vec(),
            list: if open { CodeList::None } else { CodeList::Given },
            ..NewRound::default()
        }),
        Reconciling::Done { round } => DoubleCoding::DeclareDone { round: round_at(seen, round)? },
        Reconciling::Open { round } => {
            DoubleCoding::OpenRound { round: round_at(seen, round)?, reason: "Il est tard.".to_owned() }
        }
        Reconciling::Adopt { code: at } => DoubleCoding::AdoptCode { code: code(at)? },
    };
    Some(Command::DoubleCoding(Box::new(command)))
}

/// What two coders made, as it is read at a desk: an answer, or the words of a refusal, as of a round that is
/// still sealed.
type Read = (Result<ReconciliationAnswer, String>, Result<CompareAnswer, String>);

fn read(engine: &mut Engine) -> Option<Read> {
    let coders = coders(&engine.seen())?;
    let asked = Asked {
        coders: coders.to_vec(),
        unit: Unit::Turn,
        rule: Rule::Any,
        interviews: Vec::new(),
        level: LevelAsked::Label,
        layer: None,
        with_interviewer: false,
    };
    let differences = reconciliation(engine, Lang::Fr, &[], coders).map_err(|failure| failure.to_string());
    Some((differences, compare(engine, &asked).map_err(|failure| failure.to_string())))
}

/// How often codes meet participants, as the screen of questions shows it.
fn crossed(engine: &mut Engine) -> String {
    let ask = Ask::Matrix { codes: Vec::new(), columns: Columns::Participant };
    let asked = Some(AskedView { ask, filters: Vec::new(), saved: None });
    let theory = TheoryShowing { page: TheoryPage::Queries, asked, ..TheoryShowing::default() };
    let showing = Showing { step: Some(Step::Categories), theory, ..Showing::default() };
    let screen = Screen::make(engine, &showing, Lang::Fr, 1).unwrap();
    format!("{:?}", screen.theory.map(|view| view.page.clone()))
}

/// How often each code is used, as the screen shows it.
fn counts(engine: &mut Engine) -> Vec<(RecordId, usize, usize)> {
    let screen = Screen::make(engine, &Showing::default(), Lang::Fr, 1).unwrap();
    screen.codes.rows.iter().map(|row| (row.id, row.own, row.total)).collect()
}

fn anew(desk: &Desk, at: usize) -> Engine {
    let mut engine = Engine::open_read_only(&desk.path, Env::counted(0, START)).unwrap();
    engine.act_as(MEMBERS[at]).unwrap();
    engine
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_of_two_coders_is_what_is_read_anew(acts in acts(true, 40)) {
        let mut team = Team::start();
        for (at, act) in &acts {
            match act {
                Act::Receive { from } if from != at => {
                    let from = team.desks[*from].path.clone();
                    team.desks[*at].receive(&from);
                }
                act => team.desks[*at].act(act),
            }
            let mut other = anew(&team.desks[*at], *at);
            let engine = &mut team.desks[*at].engine;
            prop_assert_eq!(counts(engine), counts(&mut other));
            prop_assert_eq!(crossed(engine), crossed(&mut other));
            prop_assert_eq!(read(engine), read(&mut other));
        }
    }
}

//! Claims, visas, threads and marks, as commands: numbers choose among what is there.

use super::acts::{codes, pick};
use model::RecordId;
use model::study::Seen;
use model::value::{Countersign, Role};
use proptest::prelude::*;
use workbench::command::Command;
use workbench::command::review::ReviewCommand;
use workbench::levels::LevelAsked;
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim, Guest, Stopping};

/// One act; the two numbers choose among what is there, or say how.
#[derive(Debug, Clone, Copy)]
pub struct Reviewing {
    sort: Sort,
    first: usize,
    second: usize,
}

#[derive(Debug, Clone, Copy)]
enum Sort {
    Director,
    Write,
    Make,
    Withdraw,
    Visa,
    Comment,
    Answer,
    Resolve,
    Share,
    Look,
}

pub fn reviews() -> impl Strategy<Value = Reviewing> {
    let sorts = proptest::sample::select(vec![
        Sort::Director,
        Sort::Write,
        Sort::Make,
        Sort::Make,
        Sort::Withdraw,
        Sort::Visa,
        Sort::Visa,
        Sort::Comment,
        Sort::Answer,
        Sort::Resolve,
        Sort::Share,
        Sort::Look,
    ]);
    (sorts, 0usize..12, 0usize..12).prop_map(|(sort, first, second)| Reviewing { sort, first, second })
}

/// The command of an act; `None` where there is nothing to do it on.
pub fn review(seen: &Seen<'_>, asked: Reviewing) -> Option<Command> {
    let Reviewing { sort, first, second } = asked;
    let claims: Vec<RecordId> = seen.claims().iter().map(|claim| claim.id).collect();
    let comments: Vec<RecordId> =
        seen.threads().iter().flat_map(|thread| thread.comments.iter().map(|one| one.id)).collect();
    let memos: Vec<RecordId> = seen.memos().iter().map(|memo| memo.id).collect();
    let text = format!("Rien de neuf ({}).", second % 3);
    let command = match sort {
        Sort::Director => {
            return Some(Command::AddMember { name: format!("Dr {}", first % 3), role: Role::Director });
        }
        Sort::Write => ReviewCommand::WriteClaim { claim: pick(&claims, first), argument: text },
        Sort::Make => {
            let claim = pick(&claims, first).filter(|_| second % 2 == 0);
            let (argument, claiming) = (Some(text), Box::new(claiming()));
            ReviewCommand::MakeClaim { claim, argument, claiming }
        }
        Sort::Withdraw => ReviewCommand::WithdrawClaim { claim: pick(&claims, first)? },
        Sort::Visa => {
            let verdict = if second % 2 == 0 { Countersign::Agreed } else { Countersign::Refused };
            let director = Some(pick(&seen.directors(), second)?);
            let claim = pick(&claims, first)?;
            let proof = Some(("avis.eml".to_owned(), text.clone().into_bytes()));
            ReviewCommand::GiveVisa { claim, director, verdict, reason: text, proof }
        }
        Sort::Comment => {
            let about = [codes(seen), claims, memos].concat();
            ReviewCommand::Comment { about: pick(&about, first)?, text }
        }
        Sort::Answer => ReviewCommand::Comment { about: pick(&comments, first)?, text },
        Sort::Resolve => ReviewCommand::Resolve { thread: pick(&comments, first)?, resolved: second % 3 > 0 },
        Sort::Share => ReviewCommand::Share { memo: pick(&memos, first)?, shared: second % 3 > 0 },
        Sort::Look => ReviewCommand::Look { target: pick(&codes(seen), first).filter(|_| second % 2 == 0) },
    };
    Some(command.into())
}

/// A claim that two finished interviews are enough for.
fn claiming() -> Claiming {
    Claiming {
        claim: Claim { at: 1, confirm: 1 },
        asked: Asked::at(LevelAsked::Label),
        guest: Guest { base: 4, run: 2, threshold_percent: 5.0 },
        stopping: Stopping { initial: 10, stop: 3 },
    }
}

/// All that was claimed and said, as text.
pub fn portrait(seen: &Seen<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for claim in seen.claims() {
        lines.push(format!(
            "{claim:?} {:?} {:?}",
            workbench::signing::standing(seen, &claim),
            seen.visas_in(&claim)
        ));
        if let Some(frozen) = claim.frozen {
            assert_eq!(model::claim::digest(claim.id, frozen), frozen.digest);
        }
    }
    // Without the place in history: what is undone and done again stands elsewhere in it.
    lines
        .extend(seen.all_visas().iter().map(|visa| format!("{} {:?} {}", visa.id, visa.body, visa.director)));
    for thread in seen.threads() {
        lines.push(format!("{} {:?}", thread.about, thread.resolved));
        let said =
            thread.comments.iter().map(|one| format!("{} {} {} {}", one.id, one.about, one.author, one.text));
        lines.extend(said);
    }
    lines.extend(seen.memos().iter().map(|memo| format!("{} {}", memo.id, seen.is_shared(memo.id))));
    for member in seen.members() {
        lines.extend(seen.review_marks(member.id).iter().map(|mark| format!("{} {:?}", mark.id, mark.body)));
    }
    lines
}

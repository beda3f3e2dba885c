//! What a study says of itself, as text: two desks that show the same have the same portrait.

use model::basis::Basis;
use model::lens::Lens;
use model::op::{Op, OpKind};
use std::fmt::Write as _;
use workbench::Engine;

/// Everything that a merge can touch, as one sees it: names, the tree, places with the words read there,
/// turns, what disagrees, what looks the same.
pub fn portrait(engine: &mut Engine) -> String {
    let study = engine.study();
    let seen = study.seen_by(Lens::Anybody);
    let mut text = String::new();
    let mut line = |words: String| writeln!(text, "{words}").unwrap();
    seen.members().iter().for_each(|one| line(format!("{one:?}")));
    seen.participants().iter().for_each(|one| line(format!("{one:?}")));
    seen.codes().iter().for_each(|one| line(format!("{one:?}")));
    seen.memos().iter().for_each(|one| line(format!("{one:?}")));
    seen.readings().iter().for_each(|one| line(format!("{one:?}")));
    super::thoughts::portrait(&seen).into_iter().for_each(&mut line);
    super::reviews::portrait(&seen).into_iter().for_each(&mut line);
    for interview in seen.interviews() {
        let (revision, words) = engine.current_text(interview.id).unwrap();
        line(format!("{} {} {:?} {:?}", interview.id, interview.name, interview.status, interview.finished));
        line(format!("{revision} {}", words.text()));
        interview.turns.iter().for_each(|turn| line(format!("  {turn:?}")));
        for coding in seen.codings_in(interview.id, &Basis::everything()) {
            let place = coding.place;
            let read = words.slice(place.start, place.end).unwrap();
            line(format!(
                "  {} {} {} {place:?} « {read} » {}",
                coding.id, coding.coder, coding.code, coding.comment
            ));
        }
    }
    seen.findings().iter().for_each(|one| line(format!("{one:?}")));
    seen.same_pairs().iter().for_each(|one| line(format!("{one:?}")));
    text
}

/// The operations of a file, in the order of history.
pub fn ops(engine: &Engine) -> Vec<Op> {
    let ids = engine.history().iter().map(|line| line.op);
    let mut ops: Vec<Op> = ids.map(|id| engine.op(id).unwrap().unwrap()).collect();
    ops.sort_by_key(Op::stamp);
    ops
}

/// What people did: without what followed from merges by itself.
pub fn done_by_people(engine: &Engine) -> Vec<Op> {
    let mut ops = ops(engine);
    ops.retain(|op| !matches!(op.kind, OpKind::ComposeTexts { .. }));
    ops
}

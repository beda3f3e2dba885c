//! How interviews were coded when their coding was declared finished: from the journal, not from the code book
//! of today.

use super::Asked;
use crate::levels::LevelAsked;
use model::RecordId;
use model::basis::{Basis, Coders};
use model::op::Stamp;
use model::study::{Coding, Hand, Interview, Seen};
use model::value::Level;
use std::collections::BTreeSet;

/// The same where the codings that the basis counts are at hand: of the reference analysis they are all of the
/// main coder.
pub(super) fn hand_of(
    seen: &Seen<'_>,
    interview: &Interview<'_>,
    basis: &Basis,
    codings: &[Coding<'_>],
) -> Hand {
    match codings.first() {
        Some(first) if basis.coders == Coders::Reference && !seen.is_reconciled(interview.id) => {
            Hand::Coders(vec![first.coder])
        }
        _ => hand(seen, interview, basis),
    }
}

/// Whose codings of an interview a basis counts.
pub(super) fn hand(seen: &Seen<'_>, interview: &Interview<'_>, basis: &Basis) -> Hand {
    match &basis.coders {
        Coders::Agreed => Hand::Agreed,
        Coders::Reference if seen.is_reconciled(interview.id) => Hand::Agreed,
        Coders::Only(coders) => Hand::Coders(coders.iter().map(|coder| seen.resolve(*coder)).collect()),
        Coders::Reference => match seen.main_coder_of(interview.id) {
            Some(main) => Hand::Coders(vec![main]),
            None => Hand::Coders(interview.finished.iter().map(|(coder, _)| *coder).collect()),
        },
        Coders::Everybody => Hand::Coders(seen.members().iter().map(|member| member.id).collect()),
    }
}

/// Where in history the coding of an interview was finished by all whose codings count.
pub(super) fn finished_since(seen: &Seen<'_>, interview: RecordId, hand: &Hand) -> Option<Stamp> {
    match hand {
        Hand::Agreed => seen.reconciled_since(interview),
        Hand::Coders(coders) => {
            coders.iter().filter_map(|coder| seen.finished_since(interview, *coder)).max()
        }
    }
}

/// The codes of an interview at the level asked for, as they were then; as they are now where nobody has
/// declared it finished.
pub(super) fn codes(
    seen: &Seen<'_>,
    interview: RecordId,
    hand: &Hand,
    asked: &Asked,
    since: Option<Stamp>,
) -> BTreeSet<RecordId> {
    let until = since.unwrap_or(NOW);
    let applied = seen.codes_then(interview, hand, asked.basis.layer, until);
    applied.into_iter().flat_map(|code| stands_for(seen, code, asked.level, until)).collect()
}

/// After everything.
const NOW: Stamp = Stamp { lamport: u64::MAX, op: model::OpId(uuid::Uuid::max()) };

/// The codes of a level that a code counted for, with the tree as it stood.
fn stands_for(seen: &Seen<'_>, code: RecordId, asked: LevelAsked, until: Stamp) -> Vec<RecordId> {
    let wanted = match asked {
        LevelAsked::Label => return vec![code],
        LevelAsked::Property => Level::Property,
        LevelAsked::Category | LevelAsked::Theme => Level::Category,
    };
    let (mut found, mut core) = (Vec::new(), None);
    let (mut at, mut met) = (Some(code), BTreeSet::new());
    while let Some(code) = at.filter(|code| met.insert(*code)) {
        let level = seen.level_then(code, until);
        if level == wanted {
            found.push(code);
        } else if level == Level::Core && wanted == Level::Category {
            core = Some(code);
        }
        at = seen.above_then(code, until);
    }
    // The core category is what the categories are about: it counts only for what stands in none.
    if found.is_empty() {
        found.extend(core);
    }
    found
}

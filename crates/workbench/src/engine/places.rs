//! Where codings lie: what is noted of it in the file for other programs, and how a correction moves them.

use super::Moves;
use model::RecordId;
use model::lens::Lens;
use model::op::{After, Change, Op};
use model::study::{Seen, Study};
use model::text::{Place, PlaceState};
use model::value::{Group, Kind, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::PlaceRow;

/// The ways to look that together show every coding: while a round is sealed nobody sees everybody's.
///
/// For what is kept in the file and checked there, never for anything that is shown.
fn every_lens(study: &Study) -> Vec<Lens> {
    let seen = study.seen_by(Lens::Anybody);
    let mut coders = BTreeSet::new();
    for (_, round) in seen.records_of(Kind::Round) {
        if let Some(Value::RoundSetup(setup)) = round.value(Group::RoundSetup) {
            coders.extend(setup.coders.iter().copied());
        }
    }
    std::iter::once(Lens::Anybody).chain(coders.into_iter().map(Lens::Member)).collect()
}

/// The places of all codings of some interviews, sealed ones too.
pub(crate) fn place_rows(study: &Study, interviews: &BTreeSet<RecordId>) -> Vec<PlaceRow> {
    let mut rows = BTreeMap::new();
    for lens in every_lens(study) {
        let seen = study.seen_by(lens);
        for interview in interviews {
            let Some(revision) = seen.interview(*interview).and_then(|known| known.revision) else {
                continue;
            };
            let row = |(coding, place): (RecordId, Place)| (coding, row(coding, place, *interview, revision));
            rows.extend(seen.places_in(*interview).map(row));
        }
    }
    rows.into_values().collect()
}

fn row(coding: RecordId, place: Place, interview: RecordId, revision: RecordId) -> PlaceRow {
    let state = place.state.as_str();
    PlaceRow { coding, interview, revision, start: place.start, end: place.end, state }
}

/// The places that an operation, which the study has taken in, makes or moves.
pub(super) fn rows_of(study: &Study, op: &Op) -> Vec<PlaceRow> {
    if touches_places(op) { rows_touched(study, op) } else { rows_of_new_codings(op) }
}

/// True when places follow from an operation otherwise than from the anchors of new codings.
fn touches_places(op: &Op) -> bool {
    op.changes.iter().any(|change| match change.after.field().group {
        Group::InterviewCurrent | Group::RevisionBody | Group::Redirect | Group::Life => true,
        Group::CodingAnchor => !change.bases.is_empty() || matches!(change.after, After::Unset(_)),
        _ => false,
    })
}

/// A new coding is made on the current revision: its place is its anchor.
fn rows_of_new_codings(op: &Op) -> Vec<PlaceRow> {
    let mut homes: HashMap<RecordId, RecordId> = HashMap::new();
    for change in &op.changes {
        if let Some(Value::CodingOrigin(origin)) = change.after.value() {
            homes.insert(change.record, origin.interview);
        }
    }
    let anchors = op.changes.iter().filter_map(|change| match change.after.value() {
        Some(Value::CodingAnchor(anchor)) => {
            homes.get(&change.record).map(|home| (change.record, *home, anchor))
        }
        _ => None,
    });
    let rows = anchors.map(|(coding, interview, anchor)| PlaceRow {
        coding,
        interview,
        revision: anchor.revision,
        start: anchor.start,
        end: anchor.end,
        state: PlaceState::Exact.as_str(),
    });
    rows.collect()
}

/// The places of all codings in the interviews that an operation touched.
fn rows_touched(study: &Study, op: &Op) -> Vec<PlaceRow> {
    let mut interviews = BTreeSet::new();
    for lens in every_lens(study) {
        let seen = study.seen_by(lens);
        interviews.extend(op.changes.iter().filter_map(|change| match seen.kind(change.record) {
            Kind::Interview => Some(seen.resolve(change.record)),
            Kind::Coding => seen.coding(change.record).map(|coding| coding.interview),
            _ => None,
        }));
    }
    place_rows(study, &interviews)
}

/// The places of the codings of an interview to which an operation gives another text, as they are before
/// it; `None` where it gives none.
pub(super) fn before(study: &Study, op: &Op) -> Option<Vec<PlaceRow>> {
    let gives_text = |change: &Change| {
        matches!(change.after.field().group, Group::InterviewCurrent) && !change.bases.is_empty()
    };
    op.changes.iter().any(gives_text).then(|| rows_touched(study, op))
}

/// What became of the codings that had these places, as far as whoever acts may see them.
pub(super) fn moves(before: &[PlaceRow], after: &[PlaceRow], seen: &Seen<'_>) -> Moves {
    let after: HashMap<RecordId, &PlaceRow> = after.iter().map(|row| (row.coding, row)).collect();
    let [exact, changed, to_place] =
        [PlaceState::Exact, PlaceState::Changed, PlaceState::ToPlace].map(PlaceState::as_str);
    let mut moves = Moves::default();
    for was in before.iter().filter(|was| seen.record(was.coding).is_some()) {
        let Some(now) = after.get(&was.coding) else { continue };
        if now.state == to_place && was.state != to_place {
            moves.to_place.push(was.coding);
        } else if now.state == changed && was.state == exact {
            moves.changed += 1;
        } else if (now.start, now.end) != (was.start, was.end) {
            moves.moved += 1;
        }
    }
    moves
}

//! The indexes of a study: which records there are of each kind, which codings lie in which interview,
//! where they are now, and the tree of codes.

use super::codes::{CodeTree, code_links, redirect_links};
use crate::RecordId;
use crate::graph::Links;
use crate::purge::Blanking;
use crate::records::{Record, Records};
use crate::text::{Edit, Place, PlaceState, RevisionGraph, Turn, map_turns};
use crate::value::{Group, Kind, RevisionBody, Value};
use foldhash::{HashMap, HashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is derived from the records; a total function of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    pub kinds: Arc<BTreeMap<Kind, BTreeSet<RecordId>>>,
    /// Redirects of every kind: merged codes, united members, participants and interviews.
    pub redirects: Arc<Links>,
    pub tree: Arc<CodeTree>,
    pub interviews: HashMap<RecordId, Arc<InterviewIndex>>,
    /// The interview in which a coding, revision or decision is indexed.
    pub home: HashMap<RecordId, RecordId>,
    /// Codings by the code they were made with, redirects not followed.
    pub by_code: HashMap<RecordId, Arc<BTreeSet<RecordId>>>,
    /// Memos that are not shared with directors, and the comments on them.
    pub private: Arc<HashSet<RecordId>>,
}

/// What is derived for one interview (after redirects: united interviews are one).
#[derive(Clone, Debug, Default)]
pub(super) struct InterviewIndex {
    pub graph: Arc<RevisionGraph<RecordId>>,
    pub revisions: Arc<BTreeSet<RecordId>>,
    pub current: Option<RecordId>,
    pub turns: Arc<[Turn]>,
    /// Every coding ever made there that still has an anchor, alive or not, with its place in the
    /// current revision.
    pub codings: BTreeMap<RecordId, Place>,
    /// What was ever decided of differences there.
    pub decisions: BTreeSet<RecordId>,
}

impl Index {
    pub fn build(records: &Records, blanking: &Blanking) -> Index {
        let mut index = Index::default();
        let kinds = Arc::make_mut(&mut index.kinds);
        for (id, record) in records.iter() {
            kinds.entry(record.kind()).or_default().insert(id);
        }
        index.relink(records);
        index.part_memos(records);
        let interviews: BTreeSet<RecordId> =
            index.of(Kind::Interview).map(|id| index.redirects.resolve(id)).collect();
        for id in index.of(Kind::Coding) {
            index.file_code(records, id);
        }
        let mut members: HashMap<RecordId, Touched> = HashMap::default();
        for kind in [Kind::Revision, Kind::Coding, Kind::Decision] {
            for id in index.of(kind) {
                if let Some(home) = index.interview_of(records, id) {
                    members.entry(home).or_default().add(kind, id);
                    index.home.insert(id, home);
                }
            }
        }
        for id in interviews.into_iter().chain(members.keys().copied().collect::<Vec<_>>()) {
            let members = members.remove(&id).unwrap_or_default();
            index
                .interviews
                .entry(id)
                .or_insert_with(|| Arc::new(InterviewIndex::build(records, blanking, id, &members)));
        }
        index
    }

    fn of(&self, kind: Kind) -> impl Iterator<Item = RecordId> + use<> {
        let kinds = Arc::clone(&self.kinds);
        let ids: Vec<RecordId> = kinds.get(&kind).into_iter().flatten().copied().collect();
        ids.into_iter()
    }

    /// The records that can refer to a record of one of these kinds.
    pub fn referring(&self, kinds: &BTreeSet<Kind>) -> Vec<RecordId> {
        let can = |from: &Kind| kinds.iter().any(|to| from.may_refer_to(*to));
        let found = self.kinds.iter().filter(|(from, _)| can(from));
        found.flat_map(|(_, ids)| ids.iter().copied()).collect()
    }

    /// Redirects and the code tree: small enough to be derived anew whenever one of them changes.
    fn relink(&mut self, records: &Records) {
        self.redirects = Arc::new(redirect_links(records));
        let codes: Vec<RecordId> = self.of(Kind::Code).collect();
        let parents = code_links(records, &codes, &self.redirects);
        self.tree = Arc::new(CodeTree::build(records, &codes, &self.redirects, &parents));
    }

    /// Tells the memos that are not shared with directors from the others.
    fn part_memos(&mut self, records: &Records) {
        self.private = Arc::new(crate::lens::private_memos(records, self.of(Kind::Memo)));
    }

    fn interview_of(&self, records: &Records, id: RecordId) -> Option<RecordId> {
        let record = records.get(id)?;
        let interview = match (record.value(Group::CodingOrigin), record.value(Group::DecisionAbout)) {
            (Some(Value::CodingOrigin(body)), _) => body.interview,
            (_, Some(Value::DecisionAbout(body))) => body.interview,
            _ => records.revision_body(id)?.interview,
        };
        Some(self.redirects.resolve(interview))
    }

    fn file_code(&mut self, records: &Records, coding: RecordId) {
        if let Some(Value::CodingCode(body)) = records.value(coding, Group::CodingCode) {
            Arc::make_mut(self.by_code.entry(body.code).or_default()).insert(coding);
        }
    }

    /// Follows an operation that touched these records.
    pub fn update(&mut self, records: &Records, blanking: &Blanking, touched: &[RecordId]) {
        let kinds: HashSet<Kind> =
            touched.iter().filter_map(|id| records.get(*id)).map(Record::kind).collect();
        let redirects = |id: &RecordId| {
            records.get(*id).is_some_and(|record| record.register(Group::Redirect.into()).is_some())
        };
        if touched.iter().any(redirects) {
            // A redirect moves codings and revisions from one home to another: derive everything anew.
            *self = Index::build(records, blanking);
            return;
        }
        self.file_kinds(records, touched);
        if kinds.contains(&Kind::Code) {
            self.relink(records);
        }
        if kinds.contains(&Kind::Memo) {
            self.part_memos(records);
        }
        let mut homes: BTreeMap<RecordId, Touched> = BTreeMap::new();
        for id in touched {
            self.note_touched(records, *id, &mut homes);
        }
        for (home, touched) in homes {
            let interview = Arc::make_mut(self.interviews.entry(home).or_default());
            interview.update(records, blanking, home, &touched);
        }
    }

    fn file_kinds(&mut self, records: &Records, touched: &[RecordId]) {
        let new = |id: &&RecordId| {
            records
                .get(**id)
                .is_some_and(|record| !self.kinds.get(&record.kind()).is_some_and(|ids| ids.contains(id)))
        };
        let new: Vec<RecordId> = touched.iter().filter(new).copied().collect();
        if new.is_empty() {
            return;
        }
        let kinds = Arc::make_mut(&mut self.kinds);
        for id in new {
            if let Some(record) = records.get(id) {
                if record.kind() != Kind::Unknown
                    && let Some(unknown) = kinds.get_mut(&Kind::Unknown)
                {
                    unknown.remove(&id);
                }
                kinds.entry(record.kind()).or_default().insert(id);
            }
        }
    }

    fn note_touched(&mut self, records: &Records, id: RecordId, homes: &mut BTreeMap<RecordId, Touched>) {
        let Some(record) = records.get(id) else { return };
        match record.kind() {
            Kind::Interview => _ = homes.entry(self.redirects.resolve(id)).or_default(),
            Kind::Revision => {
                if let Some(home) = self.interview_of(records, id) {
                    self.home.insert(id, home);
                    homes.entry(home).or_default().add(Kind::Revision, id);
                }
            }
            kind @ (Kind::Coding | Kind::Decision) => {
                if kind == Kind::Coding {
                    self.refile_code(records, id);
                }
                if let Some(home) = self.interview_of(records, id).or_else(|| self.home.get(&id).copied()) {
                    self.home.insert(id, home);
                    homes.entry(home).or_default().add(kind, id);
                }
            }
            _ => {}
        }
    }

    /// Files a coding under its code now, and takes it from those it had before.
    fn refile_code(&mut self, records: &Records, coding: RecordId) {
        let register = records.get(coding).and_then(|record| record.register(Group::CodingCode.into()));
        let values = register
            .iter()
            .flat_map(|register| register.versions())
            .filter_map(|version| version.value.as_ref());
        let codes: Vec<RecordId> = values.flat_map(Value::references).collect();
        for code in codes {
            if let Some(filed) = self.by_code.get_mut(&code)
                && filed.contains(&coding)
            {
                Arc::make_mut(filed).remove(&coding);
            }
        }
        self.file_code(records, coding);
    }
}

/// What an operation touched of one interview, or all that belongs to it.
#[derive(Default)]
struct Touched {
    revisions: Vec<RecordId>,
    codings: Vec<RecordId>,
    decisions: Vec<RecordId>,
}

impl Touched {
    fn add(&mut self, kind: Kind, id: RecordId) {
        match kind {
            Kind::Revision => self.revisions.push(id),
            Kind::Decision => self.decisions.push(id),
            _ => self.codings.push(id),
        }
    }
}

impl InterviewIndex {
    fn build(
        records: &Records,
        blanking: &Blanking,
        interview: RecordId,
        members: &Touched,
    ) -> InterviewIndex {
        let mut index = InterviewIndex {
            revisions: Arc::new(members.revisions.iter().copied().collect()),
            decisions: members.decisions.iter().copied().collect(),
            ..Default::default()
        };
        index.link(records);
        index.current = current_revision(records, blanking, interview, &index.revisions);
        index.turns = index.current.map_or_else(Arc::default, |current| turns_of(records, current));
        for coding in &members.codings {
            index.place(records, *coding);
        }
        index
    }

    fn update(&mut self, records: &Records, blanking: &Blanking, interview: RecordId, touched: &Touched) {
        for revision in &touched.revisions {
            self.follow_revision(records, *revision);
        }
        let before = self.current;
        self.current = current_revision(records, blanking, interview, &self.revisions);
        if self.current != before || !touched.revisions.is_empty() {
            self.turns = self.current.map_or_else(Arc::default, |current| turns_of(records, current));
        }
        if self.current != before {
            self.move_places(records, before);
        }
        for coding in &touched.codings {
            self.place(records, *coding);
        }
        self.decisions.extend(&touched.decisions);
    }

    fn link(&mut self, records: &Records) {
        let revisions = Arc::clone(&self.revisions);
        let linked =
            revisions.iter().filter_map(|id| records.revision_body(*id).map(|body| (*id, parents(body))));
        self.graph = Arc::new(linked.collect());
    }

    /// A new revision is added to the graph; one whose creation was undone means a graph without it.
    fn follow_revision(&mut self, records: &Records, revision: RecordId) {
        let new = Arc::make_mut(&mut self.revisions).insert(revision);
        match records.revision_body(revision) {
            Some(body) if new => Arc::make_mut(&mut self.graph).add(revision, parents(body)),
            _ => self.link(records),
        }
    }

    /// The current revision moved. A new one whose only neighbour is the one before lies one step further
    /// on everybody's way; else places are folded anew.
    fn move_places(&mut self, records: &Records, before: Option<RecordId>) {
        let codings: Vec<RecordId> = self.codings.keys().copied().collect();
        let step = match (before, self.current) {
            (Some(before), Some(current)) if self.is_leaf_on(records, before, current) => {
                self.graph.path(before, current)
            }
            _ => None,
        };
        match step {
            Some(step) => self.codings.values_mut().for_each(|place| *place = step.place(*place)),
            None => codings.into_iter().for_each(|coding| self.place(records, coding)),
        }
    }

    fn is_leaf_on(&self, records: &Records, before: RecordId, leaf: RecordId) -> bool {
        let is_child = |id: &RecordId| {
            let body = records.revision_body(*id);
            body.is_some_and(|body| body.parents.iter().any(|parent| parent.revision == leaf))
        };
        let one_parent = records
            .revision_body(leaf)
            .is_some_and(|body| matches!(body.parents.as_slice(), [parent] if parent.revision == before));
        one_parent && !self.revisions.iter().any(is_child) && self.anchored_before(records, leaf)
    }

    /// True when no coding was made on the leaf itself: its place there needs no step.
    fn anchored_before(&self, records: &Records, leaf: RecordId) -> bool {
        !self
            .codings
            .keys()
            .any(|coding| anchor(records, *coding).is_some_and(|(revision, _)| revision == leaf))
    }

    fn place(&mut self, records: &Records, coding: RecordId) {
        let Some((revision, anchored)) = anchor(records, coding) else {
            self.codings.remove(&coding);
            return;
        };
        let place = match self.current {
            Some(current) => self.graph.place(revision, current, anchored),
            None => Place { state: PlaceState::ToPlace, ..anchored },
        };
        self.codings.insert(coding, place);
    }
}

/// The revision that a coding was made on, and its range there.
fn anchor(records: &Records, coding: RecordId) -> Option<(RecordId, Place)> {
    let Some(Value::CodingAnchor(body)) = records.value(coding, Group::CodingAnchor) else { return None };
    Some((body.revision, Place { start: body.start, end: body.end, state: PlaceState::Exact }))
}

fn parents(body: &RevisionBody) -> Vec<(RecordId, Arc<Edit>)> {
    body.parents.iter().map(|parent| (parent.revision, Arc::clone(&parent.edit))).collect()
}

/// The current head, unless its text was purged: then the latest revision that still has one.
fn current_revision(
    records: &Records,
    blanking: &Blanking,
    interview: RecordId,
    revisions: &BTreeSet<RecordId>,
) -> Option<RecordId> {
    let readable = |id: &RecordId| records.revision_body(*id).is_some() && !blanking.is_text_gone(*id);
    let register = records.get(interview).and_then(|record| record.register(Group::InterviewCurrent.into()));
    let versions = register.into_iter().flat_map(|register| {
        let shown = register.current().into_iter();
        shown.chain(register.versions().iter().rev())
    });
    let named = versions.filter_map(|version| match &version.value {
        Some(Value::InterviewCurrent(body)) => Some(body.revision),
        _ => None,
    });
    let named: Vec<RecordId> = named.collect();
    let withdrawn = blanking.is_withdrawn(interview);
    match named.first() {
        Some(current) if withdrawn || readable(current) => Some(*current),
        Some(current) => named.iter().copied().find(readable).or_else(|| {
            let latest = revisions.iter().copied().filter(readable).max_by_key(|id| {
                records.get(*id).and_then(|record| record.born()).map(|version| version.stamp)
            });
            latest.or(Some(*current))
        }),
        None => None,
    }
}

/// The turns of a revision: its own, or those of its nearest ancestor carried through the edits.
pub(super) fn turns_of(records: &Records, revision: RecordId) -> Arc<[Turn]> {
    let mut edits = Vec::new();
    let mut at = revision;
    let mut seen = HashSet::default();
    let mut turns = Vec::new();
    while let Some(body) = records.revision_body(at).filter(|_| seen.insert(at)) {
        if let Some(own) = &body.turns {
            turns = own.clone();
            break;
        }
        let Some(parent) = body.parents.first() else { break };
        edits.push(Arc::clone(&parent.edit));
        at = parent.revision;
    }
    edits.iter().rev().fold(turns, |turns, edit| map_turns(&turns, edit)).into()
}

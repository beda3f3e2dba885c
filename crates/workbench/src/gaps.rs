//! *Points à consolider*: what a theory still lacks, each with the place that it leads to.

use model::RecordId;
use model::basis::Basis;
use model::study::{CodeNode, Counts, Seen, Standing};
use model::value::{Density, Level, Method, Stance};
use std::collections::{BTreeSet, HashMap};

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapKind {
    /// A category seen in the words of one participant only.
    OneParticipant,
    /// A category of which no negative case was found, nor looked for.
    NoNegativeCase,
    /// A property without a dimension.
    NoDimension,
    /// A property whose passages all stand at one place of its dimension, or nowhere.
    NoRange,
    /// A category without relation.
    NoRelation,
    /// A relation without evidence.
    NoEvidence,
    /// A relation from or to something that was deleted, or that leads back to itself.
    BrokenRelation,
    /// A clause that rests on no category.
    ClauseWithoutCategory,
    /// A category that no clause rests on, where there is a theory.
    OutsideTheory,
    /// A label used once.
    UsedOnce,
    /// A category that the analyst marked *à étoffer*.
    ToDevelop,
    /// A label without property.
    NoProperty,
    /// A property without category.
    NoCategory,
    /// A code below one of a lower level, as a merge can leave it.
    LevelsCrossed,
    /// Passages coded under an older definition.
    OlderDefinition,
}

impl GapKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: &'static [GapKind] = &[
        GapKind::OneParticipant,
        GapKind::NoNegativeCase,
        GapKind::NoDimension,
        GapKind::NoRange,
        GapKind::NoRelation,
        GapKind::NoEvidence,
        GapKind::BrokenRelation,
        GapKind::ClauseWithoutCategory,
        GapKind::OutsideTheory,
        GapKind::UsedOnce,
        GapKind::ToDevelop,
        GapKind::NoProperty,
        GapKind::NoCategory,
        GapKind::LevelsCrossed,
        GapKind::OlderDefinition,
    ];

    /// The name in the command line's JSON and in the catalogues.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            GapKind::OneParticipant => "one_participant",
            GapKind::NoNegativeCase => "no_negative_case",
            GapKind::NoDimension => "no_dimension",
            GapKind::NoRange => "no_range",
            GapKind::NoRelation => "no_relation",
            GapKind::NoEvidence => "no_evidence",
            GapKind::BrokenRelation => "broken_relation",
            GapKind::ClauseWithoutCategory => "clause_without_category",
            GapKind::OutsideTheory => "outside_theory",
            GapKind::UsedOnce => "used_once",
            GapKind::ToDevelop => "to_develop",
            GapKind::NoProperty => "no_property",
            GapKind::NoCategory => "no_category",
            GapKind::LevelsCrossed => "levels_crossed",
            GapKind::OlderDefinition => "older_definition",
        }
    }
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing.
    pub kind: GapKind,
    /// Of what: the code, relation or clause to go to.
    pub record: RecordId,
    /// What else a sentence names: the one participant, the last interview that enriched a category, the
    /// code above.
    pub other: Option<RecordId>,
    /// How many passages, where it is about passages.
    pub passages: usize,
}

impl Gap {
    fn of(kind: GapKind, record: RecordId) -> Gap {
        Gap { kind, record, other: None, passages: 0 }
    }
}

/// Everything that is missing, by kind, then in the order of the tree or of history.
#[must_use]
pub fn gaps(seen: &Seen<'_>, basis: &Basis) -> Vec<Gap> {
    let look = Look::of(seen, basis);
    let mut gaps: Vec<Gap> = Vec::new();
    for node in &look.nodes {
        gaps.extend(look.of_any_code(node));
        match node.level {
            Level::Label => gaps.extend(look.of_label(node)),
            Level::Property => gaps.extend(look.of_property(node)),
            Level::Category | Level::Core => gaps.extend(look.of_category(node)),
        }
    }
    gaps.extend(look.of_relations());
    let clauses = seen.all_clauses();
    let resting = clauses.iter().filter(|clause| clause.categories.is_empty());
    gaps.extend(resting.map(|clause| Gap::of(GapKind::ClauseWithoutCategory, clause.id)));
    gaps.sort_by_key(|gap| gap.kind);
    gaps
}

/// What is looked at again and again.
struct Look<'s, 'a> {
    seen: &'s Seen<'a>,
    basis: Basis,
    nodes: Vec<&'a CodeNode>,
    counts: Counts,
    grounded: bool,
    /// Codes with a negative case of their own or of one below them.
    doubted: BTreeSet<RecordId>,
    related: BTreeSet<RecordId>,
    /// Where passages stand on each property.
    standings: HashMap<RecordId, Vec<Standing>>,
    /// The codes that clauses rest on; nothing where there is no clause yet.
    claimed: Option<BTreeSet<RecordId>>,
}

impl<'s, 'a> Look<'s, 'a> {
    fn of(seen: &'s Seen<'a>, basis: &Basis) -> Look<'s, 'a> {
        let nodes: Vec<&CodeNode> = seen.codes().into_iter().filter(|node| !node.deleted).collect();
        let method = seen.study_facts().map(|facts| facts.method).unwrap_or_default();
        let relations = seen.relations();
        let clauses = seen.all_clauses();
        let mut claimed: BTreeSet<RecordId> =
            clauses.iter().flat_map(|clause| clause.categories.iter().copied()).collect();
        for clause in &clauses {
            let ends = relations.iter().filter(|relation| clause.relations.contains(&relation.id));
            claimed.extend(ends.flat_map(|relation| [relation.from, relation.to]));
        }
        Look {
            seen,
            basis: basis.clone(),
            nodes,
            counts: seen.counts(basis),
            grounded: method == Method::Grounded,
            doubted: doubted(seen),
            related: relations.iter().flat_map(|relation| [relation.from, relation.to]).collect(),
            standings: seen.all_standings().into_iter().collect(),
            claimed: (!clauses.is_empty()).then_some(claimed),
        }
    }

    fn of_any_code(&self, node: &CodeNode) -> Vec<Gap> {
        let above = node.parent.and_then(|parent| self.seen.code(parent));
        let crossed = above.filter(|above| above.level < node.level);
        let crossed =
            crossed.map(|above| Gap { other: Some(above.id), ..Gap::of(GapKind::LevelsCrossed, node.id) });
        let older = older_definition(self.seen, &self.basis, node.id).len();
        let older =
            (older > 0).then(|| Gap { passages: older, ..Gap::of(GapKind::OlderDefinition, node.id) });
        crossed.into_iter().chain(older).collect()
    }

    fn of_label(&self, node: &CodeNode) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if !self.stands_below(node) {
            gaps.push(Gap::of(GapKind::NoProperty, node.id));
        }
        if self.counts.of(node.id).own == 1 {
            gaps.push(Gap { passages: 1, ..Gap::of(GapKind::UsedOnce, node.id) });
        }
        gaps
    }

    /// A label belongs to a property; in a thematic study a code may belong to a theme at once.
    fn stands_below(&self, label: &CodeNode) -> bool {
        let wanted =
            |level: Level| if self.grounded { level == Level::Property } else { level > Level::Label };
        self.above(label).any(|above| wanted(above.level))
    }

    fn above(&self, node: &CodeNode) -> impl Iterator<Item = &'a CodeNode> {
        let seen = self.seen;
        let first = node.parent.and_then(|parent| seen.code(parent));
        std::iter::successors(first, move |node| node.parent.and_then(|parent| seen.code(parent)))
    }

    fn of_property(&self, node: &CodeNode) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if !self.above(node).any(|above| above.level.is_category()) {
            gaps.push(Gap::of(GapKind::NoCategory, node.id));
        }
        if !self.grounded {
            return gaps;
        }
        if self.seen.dimension(node.id).is_none() {
            gaps.push(Gap::of(GapKind::NoDimension, node.id));
            return gaps;
        }
        let standings = self.standings.get(&node.id).map_or(&[][..], Vec::as_slice);
        let places: BTreeSet<_> = standings.iter().map(|standing| standing.at).collect();
        if places.len() < 2 {
            gaps.push(Gap { passages: standings.len(), ..Gap::of(GapKind::NoRange, node.id) });
        }
        gaps
    }

    fn of_category(&self, node: &CodeNode) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let count = self.counts.of(node.id);
        if count.participants.len() == 1 {
            let other = count.participants.first().copied();
            gaps.push(Gap { other, passages: count.total, ..Gap::of(GapKind::OneParticipant, node.id) });
        }
        let searched = self.seen.negative_search(node.id).is_some_and(|search| search.searched);
        if !searched && !self.doubted.contains(&node.id) {
            gaps.push(Gap::of(GapKind::NoNegativeCase, node.id));
        }
        if !self.related.contains(&node.id) {
            gaps.push(Gap::of(GapKind::NoRelation, node.id));
        }
        if self.claimed.as_ref().is_some_and(|claimed| !self.is_claimed(claimed, node)) {
            gaps.push(Gap::of(GapKind::OutsideTheory, node.id));
        }
        let (density, enriched_by) = self.seen.density(node.id);
        if density == Density::ToDevelop {
            gaps.push(Gap { other: enriched_by, ..Gap::of(GapKind::ToDevelop, node.id) });
        }
        gaps
    }

    /// A subcategory is part of the theory where the category above it is.
    fn is_claimed(&self, claimed: &BTreeSet<RecordId>, node: &CodeNode) -> bool {
        claimed.contains(&node.id) || self.above(node).any(|above| claimed.contains(&above.id))
    }

    fn of_relations(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for relation in self.seen.relations() {
            let gone = |id| self.seen.code(id).is_none_or(|node| node.deleted);
            if gone(relation.from) || gone(relation.to) || relation.from == relation.to {
                gaps.push(Gap::of(GapKind::BrokenRelation, relation.id));
            } else if self.seen.evidence(relation.id).is_empty() {
                gaps.push(Gap::of(GapKind::NoEvidence, relation.id));
            }
        }
        gaps
    }
}

/// The codes that some passage speaks against, and those above them.
fn doubted(seen: &Seen<'_>) -> BTreeSet<RecordId> {
    let mut doubted = BTreeSet::new();
    for (code, evidence) in seen.evidence_of_codes() {
        if evidence.iter().any(|one| one.stance == Stance::Contradicts) {
            let above = std::iter::successors(seen.code(code), |node| {
                node.parent.and_then(|parent| seen.code(parent))
            });
            doubted.extend(above.map(|node| node.id));
        }
    }
    doubted
}

/// The passages of a code that were coded under an older definition and not looked at again since, in
/// the order of interviews and texts.
#[must_use]
pub fn older_definition(seen: &Seen<'_>, basis: &Basis, code: RecordId) -> Vec<RecordId> {
    if !seen.redefined(code) {
        return Vec::new();
    }
    let codings = seen.codings_with(&[code], basis);
    codings.filter(|coding| seen.coded_under_other_words(coding.id, code)).map(|coding| coding.id).collect()
}

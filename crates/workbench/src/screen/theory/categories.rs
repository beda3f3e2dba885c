//! The sheet of a category.

use super::super::codebook::{line, notes, people};
use super::super::{Making, Showing};
use super::sorting::above_of;
use crate::answers::dimensions::dimensions_of;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::queries::{Asked, meetings};
use crate::views::PassageLine;
use crate::views::theory::{
    CategoriesView, CategoryRow, CategorySheet, DimensionView, EvidenceLine, PlacedLine, PropertyView,
    RelationView, SideView, StandsView,
};
use crate::wording;
use model::RecordId;
use model::basis::Basis;
use model::study::{Attribute, CodeNode, Coding};
use model::text::PlaceState;
use model::value::{Inclusion, Level, Stance};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) fn make(
    engine: &mut Engine,
    making: &Making<'_>,
    showing: &Showing,
) -> Result<CategoriesView, Failure> {
    let list = rows(making);
    let open = opened(making, showing, &list);
    let Some(node) = open.and_then(|code| making.seen.code(code)).filter(|node| !node.deleted) else {
        return Ok(CategoriesView { list, ..CategoriesView::default() });
    };
    let mut desk = Reading { columns: making.seen.attributes(), engine, making };
    let sheet = desk.sheet(node)?;
    let side = desk.side(node, showing)?;
    Ok(CategoriesView { list, sheet: Some(Arc::new(sheet)), side: Arc::new(side) })
}

/// The category of what is asked for; the first one where nothing is.
fn opened(making: &Making<'_>, showing: &Showing, list: &[CategoryRow]) -> Option<RecordId> {
    let seen = &making.seen;
    let asked = showing.theory.category.or_else(|| {
        let relation = showing.theory.relation.and_then(|id| seen.relation(id))?;
        let live = |code: &RecordId| seen.code(*code).is_some_and(|node| !node.deleted);
        [relation.from, relation.to].into_iter().find(live)
    });
    let node = asked.and_then(|code| seen.code(code)).filter(|node| !node.deleted);
    let Some(node) = node else { return list.first().map(|row| row.id) };
    let above = std::iter::successors(Some(node), |node| node.parent.and_then(|parent| seen.code(parent)));
    let mut above = above.filter(|node| node.level.is_category());
    Some(above.next().map_or(node.id, |node| node.id))
}

fn rows(making: &Making<'_>) -> Arc<[CategoryRow]> {
    let nodes = making.seen.codes().into_iter().filter(|node| !node.deleted && node.level > Level::Label);
    let row = |node: &CodeNode| CategoryRow {
        id: node.id,
        name: node.name.as_str().into(),
        depth: node.depth,
        level: node.level,
        total: making.counts.of(node.id).total,
        density: making.seen.density(node.id).0,
    };
    nodes.map(row).collect()
}

struct Reading<'e, 'm, 'a> {
    engine: &'e mut Engine,
    making: &'m Making<'a>,
    columns: Vec<Attribute<'a>>,
}

impl<'a> Reading<'_, '_, 'a> {
    fn sheet(&mut self, node: &CodeNode) -> Result<CategorySheet, Failure> {
        let (seen, lang) = (&self.making.seen, self.making.lang);
        let (density, enriched_by) = seen.density(node.id);
        let searched = seen.negative_search(node.id);
        let analysed = seen.interviews().into_iter().filter(|one| one.status == Inclusion::Included);
        let counts = self.making.counts.of(node.id);
        let total = i64::try_from(counts.total).unwrap_or(i64::MAX);
        let types = seen.relation_types();
        Ok(CategorySheet {
            id: node.id,
            name: node.name.as_str().into(),
            above: above_of(node).into(),
            level: node.level,
            definition: node.definition.as_str().into(),
            passages: i18n::passage_count(lang, total),
            people: people(self.making, node.id),
            basis: i18n::cli_basis(lang, i18n::cli_basis_reference(lang), i18n::layer_any(lang)),
            density,
            enriched_by,
            interviews: analysed.map(|one| (one.id, Arc::from(one.name))).collect(),
            searched: searched.is_some_and(|search| search.searched),
            search_note: searched.map_or("", |search| search.note.as_str()).into(),
            properties: self.properties(node),
            relations: self.relations(node),
            types: types.iter().map(|one| (one.id, Arc::from(one.body.name.as_str()))).collect(),
            evidence: self.evidence_below(node)?,
            notes: notes(self.making, node.id),
        })
    }

    fn properties(&self, node: &CodeNode) -> Arc<[PropertyView]> {
        let (seen, basis) = (&self.making.seen, Basis::default());
        let below: BTreeSet<RecordId> = seen.code_with_descendants(node.id).into_iter().collect();
        let standings = seen.all_standings();
        let known = dimensions_of(seen, &basis, &standings, |property| below.contains(&property));
        let mut counting = seen.counting(&basis);
        let is_property = |one: &&CodeNode| one.level == Level::Property && below.contains(&one.id);
        let nodes = seen.codes().into_iter().filter(|one| !one.deleted).filter(is_property);
        let mut placed = |property: RecordId| {
            let family = seen.code_with_descendants(property);
            let codings = standings.get(&property).into_iter().flatten();
            let codings = codings.filter_map(|standing| seen.coding(standing.coding));
            codings.filter(|coding| family.contains(&coding.code) && counting.counts(coding)).count()
        };
        let property = |one: &CodeNode| PropertyView {
            id: one.id,
            name: one.name.as_str().into(),
            total: self.making.counts.of(one.id).total,
            dimension: seen.dimension(one.id).map(|dimension| {
                let answer = known.iter().find(|answer| answer.property == one.id);
                let stands = answer.into_iter().flat_map(|answer| &answer.participants);
                let empty = answer.into_iter().flat_map(|answer| &answer.empty);
                DimensionView {
                    form: dimension.form,
                    values: dimension.values.iter().map(|(id, name)| (*id, Arc::from(*name))).collect(),
                    // How many of its passages stand on it.
                    placed: placed(one.id),
                    stands: stands
                        .map(|one| StandsView {
                            name: one.participant.as_str().into(),
                            at: one.at.clone(),
                            median: one.median,
                        })
                        .collect(),
                    empty: empty.map(|name| Arc::from(name.as_str())).collect(),
                }
            }),
        };
        nodes.map(property).collect()
    }

    fn relations(&self, node: &CodeNode) -> Arc<[RelationView]> {
        let family = self.making.seen.code_with_descendants(node.id);
        let all = self.making.seen.relations().into_iter();
        let own = all.filter(|one| family.contains(&one.from) || family.contains(&one.to));
        own.map(|one| relation(self.making, &one)).collect()
    }

    /// What was said of the category and of what is below it.
    fn evidence_below(&mut self, node: &CodeNode) -> Result<Arc<[EvidenceLine]>, Failure> {
        let seen = &self.making.seen;
        let said = seen.evidence_of_codes();
        let mut lines = Vec::new();
        for code in seen.code_with_descendants(node.id) {
            for one in said.get(&code).into_iter().flatten() {
                let Some(line) = self.line(node.id, one.coding)? else { continue };
                let name = seen.code(code).filter(|_| code != node.id).map_or("", |node| node.name.as_str());
                lines.push(EvidenceLine {
                    line,
                    stance: one.stance,
                    why: one.comment.into(),
                    about: code,
                    about_name: name.into(),
                });
            }
        }
        Ok(lines.into())
    }

    fn side(&mut self, node: &CodeNode, showing: &Showing) -> Result<SideView, Failure> {
        let seen = &self.making.seen;
        if let Some(relation) = showing.theory.relation.and_then(|id| seen.relation(id)) {
            return self.evidence_of(&relation, showing);
        }
        let property = showing.theory.property.and_then(|id| seen.code(id)).filter(|one| !one.deleted);
        if let Some(property) = property {
            return self.placing(property);
        }
        let said: BTreeMap<RecordId, Stance> =
            seen.evidence(node.id).iter().map(|one| (one.coding, one.stance)).collect();
        let family = seen.code_with_descendants(node.id);
        let mut lines = Vec::new();
        for coding in seen.codings_with(&family, &Basis::default()) {
            let stance = said.get(&coding.id).copied();
            lines.extend(self.line_of(node.id, &coding)?.map(|line| (line, stance)));
        }
        Ok(SideView::Passages { lines: lines.into() })
    }

    fn placing(&mut self, property: &CodeNode) -> Result<SideView, Failure> {
        let seen = &self.making.seen;
        let dimension = seen.dimension(property.id);
        let family = seen.code_with_descendants(property.id);
        let mut lines = Vec::new();
        for coding in seen.codings_with(&family, &Basis::default()) {
            let at = seen.position(coding.id, property.id);
            let along = dimension.as_ref().and_then(|dimension| dimension.along(at?));
            lines.extend(self.line_of(property.id, &coding)?.map(|line| PlacedLine { line, at, along }));
        }
        Ok(SideView::Placing { property: property.id, lines: lines.into() })
    }

    fn evidence_of(
        &mut self,
        relation: &model::study::Relation,
        showing: &Showing,
    ) -> Result<SideView, Failure> {
        let seen = &self.making.seen;
        let mut lines = Vec::new();
        let mut said: BTreeMap<RecordId, Stance> = BTreeMap::new();
        for one in seen.evidence(relation.id) {
            said.insert(one.coding, one.stance);
            if let Some(line) = self.line(relation.from, one.coding)? {
                let (stance, why) = (one.stance, one.comment.into());
                let about_name = Arc::default();
                lines.push(EvidenceLine { line, stance, why, about: relation.id, about_name });
            }
        }
        let all = vec![relation.from, relation.to];
        let asked = Asked { all, none: Vec::new(), near: showing.theory.near, filters: Vec::new() };
        let found = meetings(seen, &Basis::default(), &asked);
        let people: BTreeSet<RecordId> =
            found.iter().flat_map(|one| one.participants.iter().copied()).collect();
        let mut met = Vec::new();
        for one in &found {
            let stance = said.get(&one.passage.coding).copied();
            met.extend(self.line(relation.from, one.passage.coding)?.map(|line| (line, stance)));
        }
        let (relation, people) = (relation.id, people.len());
        Ok(SideView::Evidence { relation, lines: lines.into(), meetings: met.into(), people })
    }

    fn line(&mut self, chosen: RecordId, coding: RecordId) -> Result<Option<PassageLine>, Failure> {
        match self.making.seen.coding(coding) {
            Some(coding) => self.line_of(chosen, &coding),
            None => Ok(None),
        }
    }

    fn line_of(&mut self, chosen: RecordId, coding: &Coding<'_>) -> Result<Option<PassageLine>, Failure> {
        if coding.place.state == PlaceState::ToPlace {
            return Ok(None);
        }
        line(self.engine, self.making, Some(chosen), coding, &self.columns)
    }
}

/// A relation as it is listed.
pub(super) fn relation(making: &Making<'_>, one: &model::study::Relation) -> RelationView {
    let (seen, lang) = (&making.seen, making.lang);
    let evidence = seen.evidence(one.id);
    let supports: Vec<_> = evidence.iter().filter(|said| said.stance == Stance::Supports).collect();
    let people: BTreeSet<RecordId> = supports
        .iter()
        .filter_map(|said| seen.coding(said.coding))
        .filter_map(|coding| Some(seen.interview(coding.interview)?.participants_of(coding.place)))
        .flatten()
        .map(|id| seen.resolve(id))
        .collect();
    let people: Vec<&str> =
        people.iter().filter_map(|id| seen.participant(*id)).map(|person| person.name).collect();
    let name = |id| Arc::from(wording::record_name(lang, seen, id));
    let gone = |id| seen.code(id).is_none_or(|node| node.deleted);
    RelationView {
        id: one.id,
        from: one.from,
        to: one.to,
        ends: (name(one.from), name(one.to)),
        sort: one.sort,
        custom: one.custom,
        sentence: wording::relation(lang, seen, one).into(),
        evidence: (supports.len(), evidence.len() - supports.len()),
        people: people.join(", ").into(),
        broken: one.ignored || gone(one.from) || gone(one.to) || one.from == one.to,
    }
}

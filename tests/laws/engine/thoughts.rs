//! What leads from labels to theory, as commands: numbers choose among what is there.

use super::acts::{codes, codings, pick};
use model::RecordId;
use model::study::{Relation, Seen};
use model::value::{
    Ask, Columns, Density, DimensionForm, Level, Near, Point, Position, RelationSort, Stance,
};
use proptest::prelude::*;
use workbench::command::theory::{SchemaItem, SortChoice, TheoryCommand, Under};
use workbench::command::{Command, NewCode};

/// One act; the two numbers choose among what is there, or say how.
#[derive(Debug, Clone, Copy)]
pub struct Thought {
    sort: Sort,
    first: usize,
    second: usize,
}

#[derive(Debug, Clone, Copy)]
enum Sort {
    Level,
    Group,
    Dimension,
    Position,
    Density,
    Search,
    Relate,
    EditRelation,
    DeleteRelation,
    RelationType,
    Evidence,
    Counter,
    Review,
    Theory,
    Clause,
    EditClause,
    MoveClause,
    DeleteClause,
    Keep,
    Schema,
    Draw,
    Query,
}

pub fn thoughts() -> impl Strategy<Value = Thought> {
    let sorts = proptest::sample::select(vec![
        Sort::Level,
        Sort::Group,
        Sort::Dimension,
        Sort::Position,
        Sort::Position,
        Sort::Density,
        Sort::Search,
        Sort::Relate,
        Sort::Relate,
        Sort::Relate,
        Sort::EditRelation,
        Sort::DeleteRelation,
        Sort::RelationType,
        Sort::Evidence,
        Sort::Evidence,
        Sort::Counter,
        Sort::Review,
        Sort::Theory,
        Sort::Clause,
        Sort::EditClause,
        Sort::MoveClause,
        Sort::DeleteClause,
        Sort::Keep,
        Sort::Schema,
        Sort::Draw,
        Sort::Query,
    ]);
    (sorts, 0usize..12, 0usize..12).prop_map(|(sort, first, second)| Thought { sort, first, second })
}

/// The command of an act; `None` where there is nothing to do it on.
pub fn think(seen: &Seen<'_>, thought: Thought) -> Option<Command> {
    let command = on_codes(seen, thought).or_else(|| on_thoughts(seen, thought))?;
    Some(command.into())
}

fn on_codes(seen: &Seen<'_>, Thought { sort, first, second }: Thought) -> Option<TheoryCommand> {
    let code = |at| pick(&codes(seen), at);
    let coding = |at| pick(&codings(seen, false), at);
    Some(match sort {
        Sort::Level => {
            TheoryCommand::SetLevel { codes: vec![code(first)?], level: *Level::ALL.get(second % 4)? }
        }
        Sort::Group => {
            let name = format!("propriété {}", second % 3);
            let new = NewCode { name, level: Level::Property, ..NewCode::default() };
            let under = if second % 2 == 0 { Under::New(new) } else { Under::Code(code(second)?) };
            TheoryCommand::GroupCodes { codes: vec![code(first)?, code(first + 1)?], under }
        }
        Sort::Dimension => {
            let (property, form) = (code(first)?, DimensionForm::Poles);
            let known = seen.dimension(property).map(|known| known.values).unwrap_or_default();
            let value =
                |at: usize, name: &str| (known.get(at).map(|(id, _)| *id), format!("{name} {}", second % 2));
            let values = if second == 0 { Vec::new() } else { vec![value(0, "peu"), value(1, "beaucoup")] };
            TheoryCommand::SetDimension { property, form, values }
        }
        Sort::Position => {
            let property = codes(seen).into_iter().find(|id| seen.dimension(*id).is_some())?;
            let at = (second > 0).then_some(Position::Between(u16::try_from(second * 80).ok()?));
            TheoryCommand::PlaceOnDimension { coding: coding(first)?, property, at }
        }
        Sort::Density => {
            let (category, density) = (code(first)?, *Density::ALL.get(second % 3)?);
            let enriched_by = seen.interviews().first().map(|one| one.id).filter(|_| second > 3);
            TheoryCommand::MarkDensity { category, density, enriched_by }
        }
        Sort::Search => {
            let note = format!("note {}", second % 2);
            TheoryCommand::NoteSearch { category: code(first)?, searched: second % 3 > 0, note }
        }
        Sort::Counter => {
            let (about, codings) = (code(first)?, vec![coding(second)?]);
            let stance = (second % 3 > 0).then_some(Stance::Contradicts);
            TheoryCommand::MarkEvidence { about, codings, stance, comment: None }
        }
        Sort::Review => TheoryCommand::ReviewCodings { codings: vec![coding(first)?] },
        _ => return None,
    })
}

fn on_thoughts(seen: &Seen<'_>, thought: Thought) -> Option<TheoryCommand> {
    let Thought { sort, first, second } = thought;
    let code = |at| pick(&codes(seen), at);
    let relations: Vec<RecordId> = seen.relations().iter().map(|relation| relation.id).collect();
    let types: Vec<RecordId> = seen.relation_types().iter().map(|one| one.id).collect();
    let kind = match pick(&types, second).filter(|_| second % 4 == 0) {
        Some(custom) => SortChoice::Custom(custom),
        None => SortChoice::Known(*RelationSort::FIRST.get(second % 2)?),
    };
    Some(match sort {
        Sort::Relate => TheoryCommand::CreateRelation { from: code(first)?, to: code(second)?, sort: kind },
        Sort::EditRelation => {
            let (relation, from, to) = (pick(&relations, first)?, code(second)?, code(first + second)?);
            TheoryCommand::EditRelation { relation, from, to, sort: kind }
        }
        Sort::DeleteRelation => TheoryCommand::DeleteRelation { relation: pick(&relations, first)? },
        Sort::RelationType => match pick(&types, first).filter(|_| second == 0) {
            Some(relation_type) => TheoryCommand::DeleteRelationType { relation_type },
            None => TheoryCommand::DefineRelationType {
                relation_type: pick(&types, first).filter(|_| second % 2 == 0),
                name: format!("protège {}", second % 3),
                definition: String::new(),
                directed: true,
            },
        },
        Sort::Evidence => {
            let (about, coding) = (pick(&relations, first)?, pick(&codings(seen, false), second)?);
            let stance = [Some(Stance::Supports), Some(Stance::Contradicts), None][second % 3];
            TheoryCommand::MarkEvidence { about, codings: vec![coding], stance, comment: Some("oui".into()) }
        }
        Sort::Query => TheoryCommand::SaveQuery {
            query: pick(&seen.queries().iter().map(|one| one.id).collect::<Vec<_>>(), first),
            name: format!("requête {}", second % 2),
            ask: match code(second) {
                Some(code) => Ask::Passages { all: vec![code], none: Vec::new(), near: Near::Turns(2) },
                None => Ask::Matrix { codes: Vec::new(), columns: Columns::Interview },
            },
            filters: Vec::new(),
        },
        _ => return on_statements(seen, thought),
    })
}

fn on_statements(seen: &Seen<'_>, Thought { sort, first, second }: Thought) -> Option<TheoryCommand> {
    let theory = pick(&seen.theories().iter().map(|(id, _)| *id).collect::<Vec<_>>(), first);
    let schema = pick(&seen.schemas().iter().map(|schema| schema.id).collect::<Vec<_>>(), first);
    let clauses: Vec<RecordId> = seen.all_clauses().iter().map(|clause| clause.id).collect();
    let clause = pick(&clauses, first);
    let categories: Vec<RecordId> = pick(&codes(seen), second).into_iter().collect();
    let relations: Vec<RecordId> = seen.relations().first().map(|one| one.id).into_iter().collect();
    let text = format!("Renoncer, c’est compter ({}).", second % 3);
    Some(match sort {
        Sort::Theory if second == 0 => TheoryCommand::DeleteTheory { theory: theory? },
        Sort::Theory => TheoryCommand::WriteTheory { theory, title: text },
        Sort::Clause => TheoryCommand::AddClause { theory: theory?, text, categories, relations },
        Sort::EditClause if second % 2 == 0 => TheoryCommand::WriteClause { clause: clause?, text },
        Sort::EditClause => TheoryCommand::LinkClause { clause: clause?, categories, relations },
        Sort::MoveClause => TheoryCommand::MoveClause { clause: clause?, before: pick(&clauses, second) },
        Sort::DeleteClause => TheoryCommand::DeleteClause { clause: clause? },
        Sort::Keep => TheoryCommand::KeepTheory { theory: theory?, name: text },
        Sort::Schema if second == 0 => TheoryCommand::DeleteSchema { schema: schema? },
        Sort::Schema => TheoryCommand::WriteSchema { schema, title: text, items: Vec::new() },
        Sort::Draw => {
            let at = (second > 0).then_some(Point { x: i32::try_from(second).ok()?, y: 4 });
            let node = SchemaItem::Node { code: pick(&codes(seen), second)?, at };
            let arrow = relations.first().map(|relation| SchemaItem::Arrow {
                relation: *relation,
                hidden: second % 2 == 0,
                through: at,
            });
            let note = SchemaItem::Note { note: None, at, width: 120, text };
            let items = [Some(node), arrow, (second == 7).then_some(note)];
            TheoryCommand::ArrangeSchema { schema: schema?, items: items.into_iter().flatten().collect() }
        }
        _ => return None,
    })
}

/// Every thought that a study shows, as text.
pub fn portrait(seen: &Seen<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for code in codes(seen) {
        lines.push(format!(
            "{code} {:?} {:?} {:?} {:?} {:?} {:?}",
            seen.dimension(code),
            seen.standings(code),
            seen.density(code),
            seen.negative_search(code),
            seen.evidence(code),
            seen.redefined(code)
        ));
    }
    for relation in seen.relations() {
        // Without its place in history: what is undone and done again stands elsewhere in it.
        let Relation { id, from, to, sort, custom, ignored, changed: _ } = relation;
        lines.push(format!("{id} {from} {to} {sort:?} {custom:?} {ignored} {:?}", seen.evidence(id)));
    }
    lines.extend(seen.relation_types().iter().map(|one| format!("{one:?}")));
    for (theory, title) in seen.theories() {
        lines.push(format!("{theory} {title} {:?} {:?}", seen.clauses(theory), seen.kept_versions(theory)));
    }
    lines.extend(seen.schemas().iter().map(|one| format!("{one:?}")));
    lines.extend(seen.queries().iter().map(|one| format!("{one:?}")));
    lines
}

//! The example study's own analysis: labels into properties and categories, relations with evidence, a
//! theory in four clauses, a schema. The words are in `fixtures/theory`, taken in by the same commands as
//! a user's.

use crate::command::theory::{SchemaItem, SortChoice, TheoryCommand, Under};
use crate::command::{CodeRow, CodingRow, Command, NewCode};
use crate::engine::{Engine, Outcome};
use crate::failure::Failure;
use crate::names;
use crate::schema::{layout, to_show};
use jiff::civil::{Date, date};
use model::RecordId;
use model::basis::{Basis, Coders};
use model::value::{Ask, Density, DimensionForm, Level, MemoKind, Point, Position, RelationSort, Stance};
use serde::Deserialize;

const ANALYSIS: &[u8] = include_bytes!("../../../../fixtures/theory/analysis.json");
const CODINGS: &[u8] = include_bytes!("../../../../fixtures/theory/codings.csv");

#[derive(Deserialize)]
pub(super) struct Analysis {
    labels: Vec<Label>,
    categories: Vec<Category>,
    relation_types: Vec<RelationType>,
    relations: Vec<Relation>,
    negative_cases: Vec<NegativeCase>,
    searches: Vec<Search>,
    densities: Vec<Dense>,
    redefined: Redefined,
    theory: Theory,
    schema: Schema,
    memos: Vec<Memo>,
    queries: Vec<Query>,
}

#[derive(Deserialize)]
struct Label {
    name: String,
    definition: String,
}

#[derive(Deserialize)]
struct Category {
    name: String,
    level: String,
    properties: Vec<Property>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    labels: Vec<String>,
    dimension: Option<Dimension>,
    #[serde(default)]
    positions: Vec<Placed>,
}

#[derive(Deserialize)]
struct Dimension {
    form: String,
    values: Vec<String>,
}

#[derive(Deserialize)]
struct Placed {
    #[serde(flatten)]
    passage: Cited,
    between: Option<u16>,
    value: Option<usize>,
}

/// A passage: the student's coding that begins there with that label.
#[derive(Deserialize)]
struct Cited {
    interview: String,
    start: u32,
    code: String,
}

#[derive(Deserialize)]
struct RelationType {
    name: String,
    definition: String,
    directed: bool,
}

#[derive(Deserialize)]
struct Relation {
    from: String,
    sort: String,
    to: String,
    supports: Vec<Cited>,
    contradicts: Vec<Cited>,
}

#[derive(Deserialize)]
struct NegativeCase {
    about: String,
    passages: Vec<Cited>,
    comment: String,
}

#[derive(Deserialize)]
struct Search {
    category: String,
    note: String,
}

#[derive(Deserialize)]
struct Dense {
    category: String,
    density: String,
    enriched_by: String,
}

#[derive(Deserialize)]
struct Redefined {
    code: String,
    definition: String,
    reviewed: Vec<Cited>,
}

#[derive(Deserialize)]
struct Theory {
    title: String,
    first: Vec<Clause>,
    kept: String,
    clauses: Vec<Clause>,
}

#[derive(Deserialize)]
struct Clause {
    text: String,
    categories: Vec<String>,
    relations: Vec<usize>,
}

#[derive(Deserialize)]
struct Schema {
    title: String,
    note: String,
}

#[derive(Deserialize)]
struct Memo {
    kind: String,
    title: String,
    about: Option<String>,
    body: String,
}

#[derive(Deserialize)]
struct Query {
    name: String,
    all: Vec<String>,
    none: Vec<String>,
    near: String,
}

/// The days of what leads to the theory, in their order.
const DAYS: [Date; 8] = [
    date(2025, 4, 20),
    date(2025, 4, 22),
    date(2025, 4, 25),
    date(2025, 5, 2),
    date(2025, 5, 9),
    date(2025, 5, 12),
    date(2025, 5, 17),
    date(2025, 5, 18),
];

/// The analysis, as it is written in the fixtures.
///
/// # Errors
/// When they do not fit this version of the program.
pub(super) fn analysis() -> Result<Analysis, Failure> {
    serde_json::from_slice(ANALYSIS)
        .map_err(|error| Failure::File { path: "fixtures/theory/analysis.json".into(), source: error.into() })
}

/// Brings labels together under categories and properties.
pub(super) fn group(engine: &mut Engine, analysis: &Analysis) -> Result<(), Failure> {
    engine.env.go_to(super::GROUPED);
    Desk { engine }.levels(analysis)
}

/// Makes finer labels, and puts them on the interview that was coded last.
pub(super) fn refine(engine: &mut Engine, analysis: &Analysis, interview: RecordId) -> Result<(), Failure> {
    engine.env.go_to(super::REFINED);
    Desk { engine }.labels(analysis)?;
    let rows = codings(engine, interview)?;
    engine.run(Command::ImportCodings(rows)).map(drop)
}

/// The passages of an interview that got the finer labels.
pub(super) fn codings(engine: &Engine, interview: RecordId) -> Result<Vec<CodingRow>, Failure> {
    let rows = crate::tables::codings("theory/codings.csv", CODINGS)?;
    Ok(super::of_interview(engine, interview, rows))
}

/// Carries the example study to its theory; the student acts.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn carry(engine: &mut Engine, analysis: &Analysis) -> Result<(), Failure> {
    let mut desk = Desk { engine };
    let [measured, related, doubted, redefined, told, drawn, noted, asked] = DAYS;
    desk.on(measured).dimensions(analysis)?;
    let relations = desk.on(related).relations(analysis)?;
    desk.on(doubted).doubts(analysis)?;
    desk.on(redefined).redefine(&analysis.redefined)?;
    desk.on(told).theory(&analysis.theory, &relations)?;
    desk.on(drawn).schema(&analysis.schema)?;
    desk.on(noted).memos(analysis)?;
    desk.on(asked).queries(analysis)
}

struct Desk<'e> {
    engine: &'e mut Engine,
}

impl Desk<'_> {
    /// Works on that day.
    fn on(&mut self, day: Date) -> &mut Self {
        self.engine.env.go_to(day);
        self
    }

    fn think(&mut self, command: TheoryCommand) -> Result<Outcome, Failure> {
        self.engine.run(command.into())
    }

    fn code(&self, name: &str) -> Result<RecordId, Failure> {
        Ok(names::code(&self.engine.seen(), name)?)
    }

    fn codes(&self, names: &[String]) -> Result<Vec<RecordId>, Failure> {
        names.iter().map(|name| self.code(name)).collect()
    }

    /// The passages that are cited. One that is not there says that the fixtures do not fit each other.
    fn passages(&self, cited: &[Cited]) -> Result<Vec<RecordId>, Failure> {
        cited.iter().map(|one| self.passage(one)).collect()
    }

    fn passage(&self, cited: &Cited) -> Result<RecordId, Failure> {
        let seen = self.engine.seen();
        let interview = names::interview(&seen, &cited.interview)?;
        let code = names::code(&seen, &cited.code)?;
        let mine = Basis { coders: Coders::Only(self.engine.me().into_iter().collect()), layer: None };
        let found = seen.codings_in(interview, &mine);
        let found = found.iter().find(|one| one.code == code && one.place.start == cited.start);
        found.map(|one| one.id).ok_or(Failure::Range { start: cited.start, end: cited.start, length: 0 })
    }

    fn levels(&mut self, analysis: &Analysis) -> Result<(), Failure> {
        for level in [Level::Category, Level::Core] {
            let named = analysis.categories.iter().filter(|one| one.level == level.as_str());
            let codes = named.map(|one| self.code(&one.name)).collect::<Result<Vec<_>, _>>()?;
            self.think(TheoryCommand::SetLevel { codes, level })?;
        }
        for category in &analysis.categories {
            for property in &category.properties {
                let known = property
                    .labels
                    .iter()
                    .filter(|label| !analysis.labels.iter().any(|new| new.name == **label));
                let codes = known.map(|label| self.code(label)).collect::<Result<Vec<_>, _>>()?;
                let new = NewCode {
                    name: property.name.clone(),
                    parent: Some(self.code(&category.name)?),
                    level: Level::Property,
                    ..NewCode::default()
                };
                self.think(TheoryCommand::GroupCodes { codes, under: Under::New(new) })?;
            }
        }
        Ok(())
    }

    /// Finer labels that came with the categories.
    fn labels(&mut self, analysis: &Analysis) -> Result<(), Failure> {
        let mut rows = Vec::new();
        for category in &analysis.categories {
            let layer = self.engine.seen().code(self.code(&category.name)?).map(|node| node.layer);
            for property in &category.properties {
                let new = analysis.labels.iter().filter(|new| property.labels.contains(&new.name));
                rows.extend(new.map(|new| CodeRow {
                    path: format!("{} / {} / {}", category.name, property.name, new.name),
                    layer,
                    definition: new.definition.clone(),
                    ..CodeRow::default()
                }));
            }
        }
        self.engine.run(Command::ImportCodes(rows)).map(drop)
    }

    fn dimensions(&mut self, analysis: &Analysis) -> Result<(), Failure> {
        for property in analysis.categories.iter().flat_map(|category| &category.properties) {
            let Some(dimension) = &property.dimension else { continue };
            let id = self.code(&property.name)?;
            let form = DimensionForm::parse(&dimension.form).unwrap_or_default();
            let values = dimension.values.iter().map(|name| (None, name.clone())).collect();
            self.think(TheoryCommand::SetDimension { property: id, form, values })?;
            let values: Vec<RecordId> = self
                .engine
                .seen()
                .dimension(id)
                .map(|known| known.values.iter().map(|(value, _)| *value).collect())
                .unwrap_or_default();
            for placed in &property.positions {
                let value = placed.value.and_then(|value| values.get(value)).copied();
                let at = placed.between.map(Position::Between).or(value.map(Position::Value));
                let coding = self.passage(&placed.passage)?;
                self.think(TheoryCommand::PlaceOnDimension { coding, property: id, at })?;
            }
        }
        Ok(())
    }

    fn relations(&mut self, analysis: &Analysis) -> Result<Vec<RecordId>, Failure> {
        for one in &analysis.relation_types {
            self.think(TheoryCommand::DefineRelationType {
                relation_type: None,
                name: one.name.clone(),
                definition: one.definition.clone(),
                directed: one.directed,
            })?;
        }
        let mut made = Vec::new();
        for relation in &analysis.relations {
            let (from, to) = (self.code(&relation.from)?, self.code(&relation.to)?);
            let sort = match RelationSort::parse(&relation.sort) {
                Some(sort) => SortChoice::Known(sort),
                None => SortChoice::Custom(names::relation_type(&self.engine.seen(), &relation.sort)?),
            };
            let outcome = self.think(TheoryCommand::CreateRelation { from, to, sort })?;
            let about = outcome.made.first().copied().ok_or(Failure::Nothing)?;
            self.mark(about, &relation.supports, Stance::Supports, None)?;
            self.mark(about, &relation.contradicts, Stance::Contradicts, None)?;
            made.push(about);
        }
        Ok(made)
    }

    fn mark(
        &mut self,
        about: RecordId,
        cited: &[Cited],
        stance: Stance,
        comment: Option<String>,
    ) -> Result<(), Failure> {
        if cited.is_empty() {
            return Ok(());
        }
        let codings = self.passages(cited)?;
        self.think(TheoryCommand::MarkEvidence { about, codings, stance: Some(stance), comment })?;
        Ok(())
    }

    fn doubts(&mut self, analysis: &Analysis) -> Result<(), Failure> {
        for case in &analysis.negative_cases {
            let about = self.code(&case.about)?;
            self.mark(about, &case.passages, Stance::Contradicts, Some(case.comment.clone()))?;
        }
        for search in &analysis.searches {
            let (category, note) = (self.code(&search.category)?, search.note.clone());
            self.think(TheoryCommand::NoteSearch { category, searched: true, note })?;
        }
        for dense in &analysis.densities {
            let category = self.code(&dense.category)?;
            let density = Density::parse(&dense.density).unwrap_or_default();
            let enriched_by = Some(names::interview(&self.engine.seen(), &dense.enriched_by)?);
            self.think(TheoryCommand::MarkDensity { category, density, enriched_by })?;
        }
        Ok(())
    }

    fn redefine(&mut self, redefined: &Redefined) -> Result<(), Failure> {
        let code = self.code(&redefined.code)?;
        let (definition, none) = (redefined.definition.clone(), String::new);
        let (include, exclude, example) = (none(), none(), none());
        self.engine.run(Command::DefineCode { code, definition, include, exclude, example })?;
        let codings = self.passages(&redefined.reviewed)?;
        self.think(TheoryCommand::ReviewCodings { codings })?;
        Ok(())
    }

    /// The first clauses, kept as they were, then the clauses as they are.
    fn theory(&mut self, told: &Theory, relations: &[RecordId]) -> Result<(), Failure> {
        let title = told.title.clone();
        let outcome = self.think(TheoryCommand::WriteTheory { theory: None, title })?;
        let theory = outcome.made.first().copied().ok_or(Failure::Nothing)?;
        let mut clauses = Vec::new();
        for clause in &told.first {
            clauses.extend(self.clause(theory, clause, relations)?);
        }
        self.think(TheoryCommand::KeepTheory { theory, name: told.kept.clone() })?;
        for (at, clause) in told.clauses.iter().enumerate() {
            let Some(known) = clauses.get(at).copied() else {
                self.clause(theory, clause, relations)?;
                continue;
            };
            let links = self.links(clause, relations)?;
            let text = clause.text.clone();
            if told.first.get(at).is_some_and(|first| first.text != text) {
                self.think(TheoryCommand::WriteClause { clause: known, text })?;
                let (categories, relations) = links;
                self.think(TheoryCommand::LinkClause { clause: known, categories, relations })?;
            }
        }
        Ok(())
    }

    fn links(
        &self,
        clause: &Clause,
        relations: &[RecordId],
    ) -> Result<(Vec<RecordId>, Vec<RecordId>), Failure> {
        let chosen = clause.relations.iter().filter_map(|at| relations.get(*at)).copied().collect();
        Ok((self.codes(&clause.categories)?, chosen))
    }

    fn clause(
        &mut self,
        theory: RecordId,
        clause: &Clause,
        relations: &[RecordId],
    ) -> Result<Vec<RecordId>, Failure> {
        let (categories, relations) = self.links(clause, relations)?;
        let text = clause.text.clone();
        Ok(self.think(TheoryCommand::AddClause { theory, text, categories, relations })?.made)
    }

    fn schema(&mut self, told: &Schema) -> Result<(), Failure> {
        let seen = self.engine.seen();
        let places = layout(&seen, &to_show(&seen));
        let lowest = places.iter().map(|(_, at)| at.y).max().unwrap_or_default();
        let nodes = places.into_iter().map(|(code, at)| SchemaItem::Node { code, at: Some(at) });
        let at = Some(Point { x: -480, y: lowest + 70 });
        let note = SchemaItem::Note { note: None, at, width: 260, text: told.note.clone() };
        let items = nodes.chain([note]).collect();
        self.think(TheoryCommand::WriteSchema { schema: None, title: told.title.clone(), items })?;
        Ok(())
    }

    fn memos(&mut self, analysis: &Analysis) -> Result<(), Failure> {
        for memo in &analysis.memos {
            let about = memo.about.as_deref();
            let target = about.map(|name| names::anything(&self.engine.seen(), name)).transpose()?;
            self.engine.run(Command::WriteMemo {
                memo: None,
                target,
                kind: MemoKind::parse(&memo.kind).unwrap_or_default(),
                title: memo.title.clone(),
                body: memo.body.clone(),
            })?;
        }
        Ok(())
    }

    fn queries(&mut self, analysis: &Analysis) -> Result<(), Failure> {
        for query in &analysis.queries {
            let near = crate::answers::relations::near(&query.near).ok_or(Failure::Nothing)?;
            let ask = Ask::Passages { all: self.codes(&query.all)?, none: self.codes(&query.none)?, near };
            let name = query.name.clone();
            self.think(TheoryCommand::SaveQuery { query: None, name, ask, filters: Vec::new() })?;
        }
        Ok(())
    }
}

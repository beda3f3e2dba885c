//! What leads from labels to theory, done at a desk: relations, evidence, clauses, positions, schemas.

use super::desk::{Act, Desk, record, set};
use model::RecordId;
use model::op::OpKind;
use model::order::OrderKey;
use model::records::Records;
use model::value::{
    ClauseLinks, ClausePlace, ClauseText, CodeEvidence, CodingPosition, Group, KeptClause, MemoKind,
    MemoTarget, MemoText, Point, Position, RelationEnds, RelationEvidence, RelationNature, RelationSort,
    SchemaNode, SchemaTitle, Stance, TheoryTitle, TheoryVersionKept,
};

/// The theory and schema that every desk works on; whoever needs them first makes them.
const THEORY: u128 = 0x7E0;
const SCHEMA: u128 = 0x5C8;

impl Desk {
    pub(super) fn think(&mut self, act: &Act, records: &Records, codes: &[RecordId], codings: &[RecordId]) {
        // What there is nothing for is not done.
        let _done = self.try_thinking(act, records, codes, codings);
    }

    fn try_thinking(
        &mut self,
        act: &Act,
        records: &Records,
        codes: &[RecordId],
        codings: &[RecordId],
    ) -> Option<()> {
        let pick = |ids: &[RecordId], at: usize| ids.get(at % ids.len().max(1)).copied();
        let relations = self.of_group(records, Group::RelationEnds);
        let clauses = self.of_group(records, Group::ClauseText);
        match *act {
            Act::Relate { from, to, part } => self.relate(pick(codes, from)?, pick(codes, to)?, part),
            Act::Evidence { relation, coding, stance } => {
                let (about, coding) = (pick(&relations, relation)?, pick(codings, coding)?);
                let stance =
                    [Some(Stance::Supports), Some(Stance::Contradicts), None][usize::from(stance % 3)];
                let body = RelationEvidence::new("parce que".into(), coding, stance);
                let change = self.edit(records, about, body);
                self.commit(OpKind::MarkEvidence { about, passages: 1, stance }, vec![change], None);
            }
            Act::Counter { code, coding } => {
                let (about, coding) = (pick(codes, code)?, pick(codings, coding)?);
                let stance = Some(Stance::Contradicts);
                let change = self.edit(records, about, CodeEvidence::new(String::new(), coding, stance));
                self.commit(OpKind::MarkEvidence { about, passages: 1, stance }, vec![change], None);
            }
            Act::Clause { code, relation } => {
                let relations: Vec<RecordId> = pick(&relations, relation).into_iter().collect();
                self.add_clause(records, vec![pick(codes, code)?], relations);
            }
            Act::KeepTheory { clause } => self.keep(records, pick(&clauses, clause)?)?,
            Act::Position { coding, code, at } => {
                let (coding, property) = (pick(codings, coding)?, pick(codes, code)?);
                let at = (at < 3).then_some(Position::Between(at * 500));
                let change = self.edit(records, coding, CodingPosition::new(property, at));
                self.commit(OpKind::PlaceOnDimension { coding, property }, vec![change], None);
            }
            Act::Draw { code, x } => self.draw(records, pick(codes, code)?, x),
            Act::LinkedMemo { code } => self.note(pick(codes, code)?),
            _ => return None,
        }
        Some(())
    }

    fn relate(&mut self, from: RecordId, to: RecordId, part: bool) {
        let relation = self.fresh();
        let sort = if part { RelationSort::PartOf } else { RelationSort::Opposes };
        let changes =
            vec![set(relation, RelationEnds::new(from, to)), set(relation, RelationNature::new(sort, None))];
        self.commit(OpKind::CreateRelation { relation }, changes, None);
    }

    fn add_clause(&mut self, records: &Records, categories: Vec<RecordId>, relations: Vec<RecordId>) {
        let (theory, clause) = (record(THEORY), self.fresh());
        let mut changes = vec![
            set(clause, ClauseText::new("Renoncer, c’est compter.".into())),
            set(clause, ClausePlace::new(theory, OrderKey::between(None, None))),
            set(clause, ClauseLinks::new(categories, relations)),
        ];
        if !records.get(theory).is_some_and(|found| found.is_alive()) {
            changes.push(self.edit(records, theory, TheoryTitle::new("La théorie".into())));
        }
        self.commit(OpKind::WriteClause { clause }, changes, None);
    }

    fn keep(&mut self, records: &Records, clause: RecordId) -> Option<()> {
        let version = self.fresh();
        let text = records.get(clause)?.register(Group::ClauseText.into())?.current()?.stamp.op;
        let kept = vec![KeptClause { clause, text, links: None }];
        let body = TheoryVersionKept::new("v".into(), record(THEORY), model::Timestamp(0), kept);
        self.commit(OpKind::KeepTheory { version }, vec![set(version, body)], None);
        Some(())
    }

    fn draw(&mut self, records: &Records, code: RecordId, x: u8) {
        let schema = record(SCHEMA);
        let at = (x > 0).then_some(Point { x: i32::from(x), y: 0 });
        let mut changes = vec![self.edit(records, schema, SchemaNode::new(code, at))];
        if !records.get(schema).is_some_and(|found| found.is_alive()) {
            changes.push(self.edit(records, schema, SchemaTitle::new("Schéma".into())));
        }
        self.commit(OpKind::ArrangeSchema { schema, items: 1 }, changes, None);
    }

    fn note(&mut self, code: RecordId) {
        let memo = self.fresh();
        let changes = vec![
            set(memo, MemoTarget::new(None, MemoKind::Theoretical, self.me)),
            set(memo, MemoText::new("Mémo".into(), format!("voir [[{code}]]"))),
        ];
        self.commit(OpKind::WriteMemo { memo }, changes, None);
    }
}

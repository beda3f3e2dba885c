//! How interviews were coded at a place in history: what stood there, whatever became of it since.

use super::Seen;
use crate::RecordId;
use crate::op::Stamp;
use crate::records::Record;
use crate::value::{Field, Group, Layer, Level, Value};
use std::collections::BTreeSet;

/// Whose codings are looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hand {
    /// Those of these coders.
    Coders(Vec<RecordId>),
    /// Those that were agreed on.
    Agreed,
}

impl<'a> Seen<'a> {
    /// The place in history at which a coder's coding of an interview was declared finished, where it is.
    #[must_use]
    pub fn finished_since(&self, interview: RecordId, coder: RecordId) -> Option<Stamp> {
        let (home, coder) = (self.resolve(interview), self.resolve(coder));
        if self.is_sealed(home, coder) {
            return None;
        }
        let record = self.record(home)?;
        let of_coder = |field: Field| {
            field.group == Group::InterviewFinished && field.key.is_some_and(|key| self.resolve(key) == coder)
        };
        let marks = record.fields().filter(|(field, _)| of_coder(*field));
        let marks = marks.filter_map(|(_, register)| register.current());
        let finished = marks.filter(
            |version| matches!(&version.value, Some(Value::InterviewFinished(body)) if body.finished),
        );
        finished.map(|version| version.stamp).max()
    }

    /// The place in history at which the differences in an interview were declared settled, where they are.
    #[must_use]
    pub fn reconciled_since(&self, interview: RecordId) -> Option<Stamp> {
        if !self.is_reconciled(interview) {
            return None;
        }
        let register = self.record(self.resolve(interview))?.register(Group::InterviewReconciled.into())?;
        register.current().map(|version| version.stamp)
    }

    /// The codes that an interview was coded with at a place in history, as they were called upon then:
    /// merges made since are not followed, passages uncoded since still count.
    #[must_use]
    pub fn codes_then(
        &self,
        interview: RecordId,
        hand: &Hand,
        layer: Option<Layer>,
        until: Stamp,
    ) -> BTreeSet<RecordId> {
        let home = self.resolve(interview);
        let records = self.filed(home).filter_map(|(id, _)| self.record(id));
        records.filter_map(|record| self.code_then_of(record, hand, layer, until)).collect()
    }

    fn code_then_of(
        &self,
        record: &Record,
        hand: &Hand,
        layer: Option<Layer>,
        until: Stamp,
    ) -> Option<RecordId> {
        let then = |group: Group| record.register(group.into())?.until(until)?.value.as_ref();
        let gone = matches!(then(Group::Life), Some(Value::Life(life)) if !life.alive);
        let Some(Value::CodingOrigin(origin)) = then(Group::CodingOrigin).filter(|_| !gone) else {
            return None;
        };
        let agreed = matches!(then(Group::CodingAgreed), Some(Value::CodingAgreed(_)));
        let counts = match hand {
            Hand::Agreed => agreed,
            Hand::Coders(coders) => !agreed && coders.contains(&self.resolve(origin.coder)),
        };
        let counts = counts && layer.is_none_or(|layer| layer == origin.layer);
        match then(Group::CodingCode).filter(|_| counts) {
            Some(Value::CodingCode(body)) => Some(self.stood_for(body.code, until)),
            _ => None,
        }
    }

    /// The code that a code was merged into at a place in history; itself where it was not.
    fn stood_for(&self, code: RecordId, until: Stamp) -> RecordId {
        let mut met = BTreeSet::new();
        let mut at = code;
        while met.insert(at) {
            match self.value_then(at, Group::Redirect, until) {
                Some(Value::Redirect(body)) => match body.into {
                    Some(into) => at = into,
                    None => break,
                },
                _ => break,
            }
        }
        at
    }

    /// The value that a field of a record had at a place in history.
    #[must_use]
    pub fn value_then(&self, record: RecordId, group: Group, until: Stamp) -> Option<&'a Value> {
        self.record(record)?.register(group.into())?.until(until)?.value.as_ref()
    }

    /// The code above a code at a place in history, merges known by then followed.
    #[must_use]
    pub fn above_then(&self, code: RecordId, until: Stamp) -> Option<RecordId> {
        match self.value_then(code, Group::CodePlace, until)? {
            Value::CodePlace(place) => place.parent.map(|parent| self.stood_for(parent, until)),
            _ => None,
        }
    }

    /// The level of a code at a place in history.
    #[must_use]
    pub fn level_then(&self, code: RecordId, until: Stamp) -> Level {
        match self.value_then(code, Group::CodeLevel, until) {
            Some(Value::CodeLevel(body)) => body.level,
            _ => Level::default(),
        }
    }

    /// The last name that a code itself had, be it merged away or deleted since.
    #[must_use]
    pub fn own_name(&self, code: RecordId) -> &'a str {
        let register = self.record(code).and_then(|record| record.register(Group::CodeName.into()));
        let versions = register.into_iter().flat_map(|register| register.versions().iter().rev());
        let mut names = versions.filter_map(|version| match &version.value {
            Some(Value::CodeName(body)) => Some(body.name.as_str()),
            _ => None,
        });
        names.next().unwrap_or_default()
    }

    /// The merges of codes: which code went into which, at which place in history, as they stand now.
    #[must_use]
    pub fn code_merges(&self) -> Vec<(RecordId, RecordId, Stamp)> {
        let codes = self.records_of(crate::value::Kind::Code).into_iter();
        let merged = codes.filter_map(|(id, record)| {
            let version = record.register(Group::Redirect.into())?.current()?;
            match &version.value {
                Some(Value::Redirect(body)) => Some((id, body.into?, version.stamp)),
                _ => None,
            }
        });
        let mut merges: Vec<_> = merged.collect();
        merges.sort_by_key(|(_, _, stamp)| *stamp);
        merges
    }

    /// The operations that gave codings another code than they had, each once, in the order of history: among
    /// them are the splits of codes.
    #[must_use]
    pub fn recodings(&self) -> Vec<Stamp> {
        let mut stamps = BTreeSet::new();
        let codings = self.study.index.kinds.get(&crate::value::Kind::Coding).into_iter().flatten();
        for record in codings.filter_map(|id| self.record(*id)) {
            // Few were ever recoded: whether a coding is alive is asked of those alone.
            let versions =
                record.register(Group::CodingCode.into()).map_or(&[][..], |register| register.versions());
            if versions.len() > 1 && record.is_alive() {
                stamps.extend(versions.iter().skip(1).map(|version| version.stamp));
            }
        }
        stamps.into_iter().collect()
    }
}

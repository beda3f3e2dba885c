//! The participants of a study.

use crate::engine::Engine;
use model::RecordId;
use model::study::{Participant, Seen};
use model::value::AttributeValue;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A participant.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ParticipantAnswer {
    /// The participant.
    pub id: RecordId,
    /// The pseudonym.
    pub name: String,
    /// `included`, `excluded` or `withdrawn`.
    pub status: &'static str,
    /// Every column of the participants' table with the value, `null` where it was not reported.
    #[serde(serialize_with = "as_object")]
    pub attributes: Vec<(String, Option<ValueAnswer>)>,
    /// The interviews in which the participant speaks.
    pub interviews: Vec<String>,
}

/// A value of the participants' table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ValueAnswer {
    /// A text, choice or day.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
}

impl ValueAnswer {
    /// The value as a cell of a table.
    #[must_use]
    pub fn cell(&self) -> String {
        match self {
            ValueAnswer::Text(text) => text.clone(),
            ValueAnswer::Whole(number) => number.to_string(),
            ValueAnswer::Number(number) => number.to_string(),
        }
    }
}

impl From<&AttributeValue> for ValueAnswer {
    fn from(value: &AttributeValue) -> ValueAnswer {
        // Beyond this, a float holds no whole number exactly.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match value {
            AttributeValue::Text(text) => ValueAnswer::Text(text.clone()),
            #[allow(clippy::cast_possible_truncation)] // whole and within what an integer holds
            AttributeValue::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                ValueAnswer::Whole(*number as i64)
            }
            AttributeValue::Number(number) => ValueAnswer::Number(*number),
        }
    }
}

fn as_object<S: Serializer>(
    columns: &[(String, Option<ValueAnswer>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(Some(columns.len()))?;
    for (name, value) in columns {
        object.serialize_entry(name, value)?;
    }
    object.end()
}

/// Every participant, in the natural order of names.
#[must_use]
pub fn participants(engine: &Engine) -> Vec<ParticipantAnswer> {
    let seen = engine.seen();
    let people = seen.participants();
    people.iter().map(|participant| answer(&seen, participant)).collect()
}

fn answer(seen: &Seen<'_>, participant: &Participant<'_>) -> ParticipantAnswer {
    let value = |attribute: RecordId| {
        let known = participant.attributes.iter().find(|(id, _)| seen.resolve(*id) == attribute);
        known.map(|(_, value)| ValueAnswer::from(*value))
    };
    let columns = seen.attributes().into_iter().map(|column| (column.name.to_owned(), value(column.id)));
    let speaks = |interview: &model::study::Interview<'_>| {
        interview.participants().iter().any(|one| seen.resolve(*one) == participant.id)
    };
    let interviews = seen.interviews().into_iter().filter(speaks).map(|interview| interview.name.to_owned());
    ParticipantAnswer {
        id: participant.id,
        name: participant.name.to_owned(),
        status: participant.status.as_str(),
        attributes: columns.collect(),
        interviews: interviews.collect(),
    }
}

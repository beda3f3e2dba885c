//! The columns of a table: participants, interviews, or the values of an attribute.

use super::meeting::shown;
use super::table::Column;
use foldhash::HashMap;
use model::RecordId;
use model::study::{Participant, Seen};
use model::value::{Columns, Inclusion};

/// Whose passages fall under which column.
pub(super) struct Heads {
    of_person: HashMap<RecordId, usize>,
    of_interview: HashMap<RecordId, usize>,
}

impl Heads {
    /// The columns, and whose passages fall under which.
    pub fn of(seen: &Seen<'_>, asked: Columns) -> (Vec<Column>, Heads) {
        let people: Vec<Participant<'_>> = {
            let all = seen.participants().into_iter();
            all.filter(|person| person.status == Inclusion::Included).collect()
        };
        let none = HashMap::default;
        match asked {
            Columns::Participant => {
                let of_person = people.iter().enumerate().map(|(at, person)| (person.id, at)).collect();
                let columns = people.iter().map(|person| Column::Participant(person.id)).collect();
                (columns, Heads { of_person, of_interview: none() })
            }
            Columns::Interview => {
                let all = seen.interviews().into_iter();
                let analysed: Vec<RecordId> =
                    all.filter(|one| one.status == Inclusion::Included).map(|one| one.id).collect();
                let columns = analysed.iter().map(|id| Column::Interview(*id)).collect();
                let of_interview = analysed.into_iter().enumerate().map(|(at, id)| (id, at)).collect();
                (columns, Heads { of_person: none(), of_interview })
            }
            Columns::Attribute(attribute) => Heads::of_values(seen, &people, attribute),
        }
    }

    /// One column for each value, numbers in the order of numbers; those without a value come last.
    fn of_values(seen: &Seen<'_>, people: &[Participant<'_>], attribute: RecordId) -> (Vec<Column>, Heads) {
        let attribute = seen.resolve(attribute);
        let value = |person: &Participant<'_>| {
            let known = person.attributes.iter().find(|(id, _)| seen.resolve(*id) == attribute);
            known.map(|(_, value)| shown(value)).filter(|value| !value.is_empty())
        };
        let mut values: Vec<Option<String>> = people.iter().map(value).collect();
        let number = |value: &Option<String>| value.as_ref().and_then(|value| value.parse::<f64>().ok());
        values.sort_by(|a, b| {
            let numbers = number(a).zip(number(b)).map(|(a, b)| a.total_cmp(&b));
            a.is_none().cmp(&b.is_none()).then(numbers.unwrap_or_else(|| a.cmp(b)))
        });
        values.dedup();
        let place = |person: &Participant<'_>| {
            let own = value(person);
            values.iter().position(|known| *known == own).map(|at| (person.id, at))
        };
        let of_person = people.iter().filter_map(place).collect();
        (
            values.into_iter().map(Column::Value).collect(),
            Heads { of_person, of_interview: HashMap::default() },
        )
    }

    /// The columns of a passage that some people say.
    pub fn under<'p>(
        &'p self,
        interview: RecordId,
        people: impl Iterator<Item = &'p RecordId> + 'p,
    ) -> impl Iterator<Item = usize> + 'p {
        let own = people.filter_map(|person| self.of_person.get(person));
        own.chain(self.of_interview.get(&interview)).copied()
    }
}

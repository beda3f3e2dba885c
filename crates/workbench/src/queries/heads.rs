//! The columns of a table: participants, interviews, or the values of an attribute.

use super::meeting::shown;
use super::table::Column;
use foldhash::HashMap;
use model::RecordId;
use model::study::{Participant, Seen};
use model::value::{Columns, Inclusion};
use std::cmp::Ordering;

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
        values.sort_by(|a, b| in_order(a.as_deref(), b.as_deref()));
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

/// The order of values: numbers by their size, then words by their letters, then those of whom nothing was said.
/// Every two values have their order, so that a table is the same whenever it is made.
fn in_order(a: Option<&str>, b: Option<&str>) -> Ordering {
    let number =
        |value: &str| value.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    match (a, b) {
        (Some(a), Some(b)) => {
            let (x, y) = (number(a), number(b));
            let sizes = x.zip(y).map_or(Ordering::Equal, |(x, y)| x.total_cmp(&y));
            x.is_none().cmp(&y.is_none()).then(sizes).then_with(|| a.cmp(b))
        }
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use std::cmp::Ordering;

    #[test]
    fn every_three_values_have_one_order() {
        let values = ["10", "9", "1a", "9,5", "nan", "inf", "", "9.0", "90 ans", "-3"];
        let all: Vec<Option<&str>> = values.into_iter().map(Some).chain([None]).collect();
        for a in &all {
            for b in &all {
                assert_eq!(in_order(*a, *b), in_order(*b, *a).reverse(), "{a:?} {b:?}");
                assert_eq!(in_order(*a, *b) == Ordering::Equal, a == b, "{a:?} {b:?}");
                for c in &all {
                    let rises = in_order(*a, *b).is_lt() && in_order(*b, *c).is_lt();
                    assert!(!rises || in_order(*a, *c).is_lt(), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn numbers_come_before_words_and_nothing_last() {
        let mut values = vec![None, Some("10"), Some("un"), Some("9"), Some("1a")];
        values.sort_by(|a, b| in_order(*a, *b));
        assert_eq!(values, [Some("9"), Some("10"), Some("1a"), Some("un"), None]);
    }
}

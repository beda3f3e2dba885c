//! Whose codings a figure rests on: asked for, and printed with every figure.

use super::member_name;
use crate::names::{self, NameError};
use model::basis::{Basis, Coders};
use model::study::{Counts, Seen};
use model::value::Layer;
use serde::Serialize;

/// The basis that was asked for, coders by name or identifier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BasisAsked {
    /// These coders; the reference analysis where there is none.
    pub coders: Vec<String>,
    /// What was agreed on, and nothing else.
    pub agreed: bool,
    /// One layer; any where `None`.
    pub layer: Option<Layer>,
}

impl BasisAsked {
    /// The basis with the coders found.
    ///
    /// # Errors
    /// When nobody, or several, are called so.
    pub fn find(&self, seen: &Seen<'_>) -> Result<Basis, NameError> {
        let coders =
            self.coders.iter().map(|coder| names::member(seen, coder)).collect::<Result<Vec<_>, _>>()?;
        let coders = match (self.agreed, coders.is_empty()) {
            (true, _) => Coders::Agreed,
            (false, true) => Coders::Reference,
            (false, false) => Coders::Only(coders),
        };
        Ok(Basis { coders, layer: self.layer })
    }

    /// The same for lists of codings, which show everybody's unless coders are named.
    ///
    /// # Errors
    /// When nobody, or several, are called so.
    pub fn find_for_list(&self, seen: &Seen<'_>) -> Result<Basis, NameError> {
        let mut basis = self.find(seen)?;
        if basis.coders == Coders::Reference {
            basis.coders = Coders::Everybody;
        }
        Ok(basis)
    }
}

/// The basis of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BasisAnswer {
    /// `reference` (the agreed layer, else each interview's main coder), `agreed`, `everybody`, or names.
    pub coders: CodersAnswer,
    /// `experiential`, `thematic` or `any`.
    pub layer: &'static str,
    /// The sealed rounds, by name, that hide work of others from whoever reads: the figures may be partial. Left out
    /// where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sealed: Vec<String>,
}

/// Whose codings a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum CodersAnswer {
    /// A rule.
    Rule(&'static str),
    /// These coders.
    Names(Vec<String>),
}

impl CodersAnswer {
    /// How many coders are named; none by a rule.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            CodersAnswer::Rule(_) => 0,
            CodersAnswer::Names(names) => names.len(),
        }
    }

    /// True where nobody is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name at a place; empty where there is none.
    #[must_use]
    pub fn name(&self, place: usize) -> &str {
        match self {
            CodersAnswer::Rule(_) => "",
            CodersAnswer::Names(names) => names.get(place).map_or("", String::as_str),
        }
    }
}

impl BasisAnswer {
    /// What is printed of a basis.
    #[must_use]
    pub fn of(seen: &Seen<'_>, basis: &Basis) -> BasisAnswer {
        let coders = match &basis.coders {
            Coders::Reference => CodersAnswer::Rule("reference"),
            Coders::Everybody => CodersAnswer::Rule("everybody"),
            Coders::Agreed => CodersAnswer::Rule("agreed"),
            Coders::Only(coders) => {
                CodersAnswer::Names(coders.iter().map(|coder| member_name(seen, *coder)).collect())
            }
        };
        BasisAnswer { coders, layer: basis.layer.map_or("any", Layer::as_str), sealed: sealed(seen) }
    }
}

/// The sealed rounds that hide work of others from whoever reads, by name.
#[must_use]
pub fn sealed(seen: &Seen<'_>) -> Vec<String> {
    seen.rounds_that_hide().iter().map(|round| round.name.to_owned()).collect()
}

/// The basis of counts, with the number of interviews they stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountedBasis {
    /// Whose codings.
    #[serde(flatten)]
    pub basis: BasisAnswer,
    /// N: analysed interviews whose coding is finished by the basis.
    pub finished: usize,
    /// Analysed interviews, finished or not.
    pub interviews: usize,
}

impl CountedBasis {
    /// What is printed with counts.
    #[must_use]
    pub fn of(seen: &Seen<'_>, basis: &Basis, counts: &Counts) -> CountedBasis {
        let basis = BasisAnswer::of(seen, basis);
        CountedBasis { basis, finished: counts.finished, interviews: counts.interviews }
    }
}

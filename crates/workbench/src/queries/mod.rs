//! Questions put to the codings: where codes meet, and where they do not.
//!
//! Everything is counted by a basis, in analysed interviews only, at the places that passages have in the
//! current texts. A code stands for itself and all that is below it.

mod heads;
mod incidence;
mod meeting;
mod table;
mod walk;

pub use incidence::{Incidence, Passage};
pub use meeting::{Asked, Meeting, meetings, shown};
pub use table::{Cell, Column, Table, cell, cell_of, table, table_of};
pub use walk::Laid;

//! A row that was taken, on its way to a person.

use super::row::Entry;
use crate::domain::Person;

/// One accepted row on its way to a person.
pub struct Draft {
    pub entry: Entry,
    pub was: Option<Person>,
    pub person: Person,
}

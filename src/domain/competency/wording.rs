//! A text in both languages, as frameworks carry it.

use crate::domain::language::clean;
use serde::{Deserialize, Serialize};

/// The same thing said in Indonesian and in English. `Words::wording` picks one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub id: String,
    /// Where a file says nothing in English, the Indonesian words.
    #[serde(default)]
    pub en: String,
}

impl Wording {
    pub fn new(id: &str, en: &str) -> Self {
        Wording { id: id.to_owned(), en: en.to_owned() }.tidied()
    }
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }
    /// Cleaned, and each language filled from the other where it is missing.
    pub fn tidied(&self) -> Self {
        let (id, en) = (clean::clean_line(&self.id), clean::clean_line(&self.en));
        match (id.is_empty(), en.is_empty()) {
            (_, true) => Wording { en: id.clone(), id },
            (true, false) => Wording { id: en.clone(), en },
            _ => Wording { id, en },
        }
    }
    /// Whether a name that somebody wrote means this, in either language, whatever the case.
    pub fn is_called(&self, folded: &str) -> bool {
        !folded.is_empty() && (clean::fold(&self.id) == folded || clean::fold(&self.en) == folded)
    }
}

//! Names with titles: front title, name, back titles, as `Drs. Mamat Rahmat, M.M.` Sorted and found by the name.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    /// `Drs.`, `Ir. Hj.`; may be empty.
    pub front: String,
    /// The name itself; one word is enough.
    pub name: String,
    /// `S.H., M.H.`; may be empty.
    pub back: String,
}

impl PersonName {
    pub fn plain(name: impl Into<String>) -> Self {
        PersonName { name: name.into(), ..PersonName::default() }
    }

    /// The whole name as papers have it.
    pub fn full(&self) -> String {
        let mut out = String::with_capacity(self.front.len() + self.name.len() + self.back.len() + 3);
        if !self.front.is_empty() {
            out.push_str(&self.front);
            out.push(' ');
        }
        out.push_str(&self.name);
        if !self.back.is_empty() {
            out.push_str(", ");
            out.push_str(&self.back);
        }
        out
    }

    /// For sorting and finding: the name without titles, folded.
    pub fn key(&self) -> String {
        super::clean::fold(&self.name)
    }
}

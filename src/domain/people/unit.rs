//! Work units as a tree.

use crate::domain::{Cadence, PersonId, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    pub id: UnitId,
    /// The office's own code for it, e.g. `UNOR ID`.
    pub code: Option<String>,
    pub name: String,
    pub parent: Option<UnitId>,
    pub head: Option<PersonId>,
    /// A rhythm of sessions for everybody in it.
    pub cadence: Option<Cadence>,
}

/// All units, with questions about their order. Cycles in the data are survived, never followed for ever.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitTree {
    units: BTreeMap<UnitId, Unit>,
}

impl UnitTree {
    pub fn insert(&mut self, unit: Unit) {
        self.units.insert(unit.id, unit);
    }
    pub fn remove(&mut self, id: UnitId) {
        self.units.remove(&id);
    }
    pub fn get(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(&id)
    }
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }
    pub fn len(&self) -> usize {
        self.units.len()
    }
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
    pub fn name(&self, id: Option<UnitId>) -> &str {
        id.and_then(|id| self.units.get(&id)).map_or("", |u| u.name.as_str())
    }
    pub fn by_code(&self, code: &str) -> Option<&Unit> {
        self.units.values().find(|u| u.code.as_deref() == Some(code))
    }
    pub fn by_name(&self, name: &str) -> Option<&Unit> {
        let wanted = crate::domain::language::clean::fold(name);
        self.units.values().find(|u| crate::domain::language::clean::fold(&u.name) == wanted)
    }
    /// The unit and those above it, nearest first.
    pub fn path(&self, id: UnitId) -> Vec<&Unit> {
        let mut out: Vec<&Unit> = Vec::new();
        let mut at = self.units.get(&id);
        while let Some(unit) = at {
            if out.iter().any(|seen| seen.id == unit.id) {
                break;
            }
            out.push(unit);
            at = unit.parent.and_then(|p| self.units.get(&p));
        }
        out
    }
    /// The rhythm of the nearest unit that has one.
    pub fn cadence(&self, id: Option<UnitId>) -> Option<Cadence> {
        self.path(id?).iter().find_map(|u| u.cadence)
    }
}

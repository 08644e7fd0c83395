//! Work units as a tree.

use crate::domain::{Cadence, PersonId, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

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
    /// What to call each unit: its name, and with it the unit above where several have the same name.
    pub fn labels(&self) -> BTreeMap<UnitId, String> {
        let mut count: HashMap<String, usize> = HashMap::new();
        for unit in self.units.values() {
            *count.entry(crate::domain::language::clean::fold(&unit.name)).or_default() += 1;
        }
        let label = |unit: &Unit| {
            let alone = count.get(&crate::domain::language::clean::fold(&unit.name)).is_none_or(|n| *n < 2);
            match unit.parent.and_then(|above| self.units.get(&above)).filter(|_| !alone) {
                Some(above) => format!("{} · {}", unit.name, above.name),
                None => unit.name.clone(),
            }
        };
        self.units.iter().map(|(id, unit)| (*id, label(unit))).collect()
    }
    /// Every unit that is called so, by its name or by its label.
    pub fn called(&self, name: &str) -> Vec<&Unit> {
        let wanted = crate::domain::language::clean::fold(name);
        let by_name: Vec<&Unit> =
            self.units.values().filter(|u| crate::domain::language::clean::fold(&u.name) == wanted).collect();
        if !by_name.is_empty() {
            return by_name;
        }
        let labels = self.labels();
        labels
            .iter()
            .filter(|(_, label)| crate::domain::language::clean::fold(label) == wanted)
            .filter_map(|(id, _)| self.get(*id))
            .collect()
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

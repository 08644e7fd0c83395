//! Intents about people, units and the user.

use super::*;
use crate::domain::language::clean;

impl Planner<'_> {
    pub fn set_profile(&mut self, profile: Profile) -> Result<Change, Refusal> {
        let was = self.world.roster.profile.clone();
        if was == profile {
            return Err(Refusal::NothingChanged);
        }
        let op = Op::replace(Record::Profile(was), Record::Profile(profile));
        Ok(self.change(ChangeKind::ProfileSet, None, vec![op]))
    }

    pub fn introduce(
        &mut self,
        name: PersonName,
        nip: Option<Nip>,
        position: Option<String>,
        unit: Option<String>,
        capacity: Capacity,
    ) -> Result<Change, Refusal> {
        let mut profile = Profile { capacity, ..self.world.roster.profile.clone() };
        let by_nip = nip.as_ref().and_then(|nip| self.world.roster.by_nip(nip));
        let known = by_nip.or_else(|| nip.is_none().then(|| self.only_one_named(&name)).flatten());
        if let Some(known) = known {
            profile.me = Some(known.id);
            return self.set_profile(profile);
        }
        let new = NewPerson { name, nip, position, unit, ..NewPerson::default() };
        let mut change = self.add_person(new)?;
        profile.me = change.about;
        let was = self.world.roster.profile.clone();
        change.ops.push(Op::replace(Record::Profile(was), Record::Profile(profile)));
        change.kind = ChangeKind::ProfileSet;
        Ok(change)
    }

    /// The one person in the store who bears that name.
    fn only_one_named(&self, name: &PersonName) -> Option<&RosterRow> {
        let wanted = name.key();
        let mut found = self.world.roster.rows().iter().filter(|row| row.name.key() == wanted);
        found.next().filter(|_| found.next().is_none())
    }

    pub fn add_person(&mut self, new: NewPerson) -> Result<Change, Refusal> {
        let name = clean_name(new.name)?;
        self.nip_is_free(new.nip.as_ref(), None)?;
        let id = PersonId(self.uuid());
        let mut ops = Vec::new();
        let unit = self.unit_named(optional(new.unit), &mut ops);
        let person = Person {
            id,
            name,
            nip: new.nip,
            kind: new.kind,
            rank: optional(new.rank),
            position: optional(new.position),
            unit,
            supervisor: new.supervisor,
            status: PersonStatus::Active,
            tags: tags(new.tags),
            cadence: None,
            probation_until: None,
            since: self.world.today,
        };
        ops.push(Op::add(Record::Person(person)));
        Ok(self.change(ChangeKind::PersonAdded, Some(id), ops))
    }

    #[allow(clippy::too_many_arguments, reason = "the fields of one form")]
    pub fn correct_person(
        &mut self,
        id: PersonId,
        name: PersonName,
        nip: Option<Nip>,
        kind: EmploymentKind,
        rank: Option<String>,
        position: Option<String>,
        words: Vec<String>,
    ) -> Result<Change, Refusal> {
        self.nip_is_free(nip.as_ref(), Some(id))?;
        let name = clean_name(name)?;
        self.edit_person(id, ChangeKind::PersonCorrected, |p| {
            (p.name, p.nip, p.kind) = (name, nip, kind);
            (p.rank, p.position, p.tags) = (optional(rank), optional(position), tags(words));
        })
    }

    pub fn move_person(&mut self, id: PersonId, unit: Option<String>, position: Option<String>) -> Result<Change, Refusal> {
        let mut ops = Vec::new();
        let unit = self.unit_named(optional(unit), &mut ops);
        let mut change = self.edit_person(id, ChangeKind::PersonMoved, |p| {
            p.unit = unit;
            if let Some(position) = optional(position) {
                p.position = Some(position);
            }
        })?;
        change.ops.splice(0..0, ops);
        change.ops.extend(self.split_plan(id)?);
        Ok(change)
    }

    pub fn hand_over(&mut self, id: PersonId, supervisor: Option<PersonId>) -> Result<Change, Refusal> {
        if supervisor.is_some_and(|above| self.world.roster.stands_above(id, above)) {
            return Err(Refusal::SupervisorLoop);
        }
        self.edit_person(id, ChangeKind::PersonHandedOver, |p| p.supervisor = supervisor)
    }

    pub fn retire(&mut self, id: PersonId, status: PersonStatus) -> Result<Change, Refusal> {
        self.set_status(id, status, ChangeKind::PersonRetired)
    }

    pub fn set_leave(&mut self, id: PersonId, from: Date, until: Option<Date>) -> Result<Change, Refusal> {
        if until.is_some_and(|until| until < from) {
            return Err(Refusal::DateInPast);
        }
        self.set_status(id, PersonStatus::Leave { from, until }, ChangeKind::LeaveSet)
    }

    pub fn set_status(&mut self, id: PersonId, status: PersonStatus, kind: ChangeKind) -> Result<Change, Refusal> {
        self.edit_person(id, kind, |p| p.status = status)
    }

    pub fn set_cadence(
        &mut self,
        id: PersonId,
        cadence: Option<Cadence>,
        probation_until: Option<Date>,
    ) -> Result<Change, Refusal> {
        self.edit_person(id, ChangeKind::CadenceSet, |p| (p.cadence, p.probation_until) = (cadence, probation_until))
    }

    pub fn set_unit_cadence(&mut self, id: UnitId, cadence: Option<Cadence>) -> Result<Change, Refusal> {
        let was = self.world.roster.units.get(id).ok_or(Refusal::NoSuchRecord)?.clone();
        let unit = Unit { cadence, ..was.clone() };
        if was == unit {
            return Err(Refusal::NothingChanged);
        }
        Ok(self.change(ChangeKind::CadenceSet, None, vec![Op::replace(Record::Unit(was), Record::Unit(unit))]))
    }

    fn edit_person(&mut self, id: PersonId, kind: ChangeKind, edit: impl FnOnce(&mut Person)) -> Result<Change, Refusal> {
        let was = self.person(id)?.clone();
        let mut person = was.clone();
        edit(&mut person);
        if person == was {
            return Err(Refusal::NothingChanged);
        }
        self.one(kind, id, Op::replace(Record::Person(was), Record::Person(person)))
    }

    fn nip_is_free(&self, nip: Option<&Nip>, except: Option<PersonId>) -> Result<(), Refusal> {
        match nip.and_then(|nip| self.world.roster.by_nip(nip)) {
            Some(row) if Some(row.id) != except => Err(Refusal::NipTaken(row.name.full())),
            _ => Ok(()),
        }
    }

    /// The unit of that name; a new name makes a new unit, by an operation of the same change.
    fn unit_named(&mut self, name: Option<String>, ops: &mut Vec<Op>) -> Option<UnitId> {
        let name = name?;
        if let Some(unit) = self.world.roster.units.by_name(&name) {
            return Some(unit.id);
        }
        let id = UnitId(self.uuid());
        ops.push(Op::add(Record::Unit(Unit { id, code: None, name, parent: None, head: None, cadence: None })));
        Some(id)
    }
}

fn clean_name(name: PersonName) -> Result<PersonName, Refusal> {
    let clean = PersonName {
        front: clean::clean_line(&name.front),
        name: clean::clean_line(&name.name),
        back: clean::clean_line(&name.back),
    };
    if clean.name.is_empty() { Err(Refusal::EmptyName) } else { Ok(clean) }
}

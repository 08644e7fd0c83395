//! Intents about people, units and the user.

use super::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetProfile {
    pub profile: Profile,
}

impl Judge for SetProfile {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let was = case.world.roster.profile.clone();
        case.replace(ChangeKind::ProfileSet, was, self.profile)
    }
}

/// Says who uses the store by making the person as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduce {
    pub name: PersonName,
    pub nip: Option<Nip>,
    pub position: Option<String>,
    pub unit: Option<String>,
    pub capacity: Capacity,
}

impl Judge for Introduce {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Introduce { name, nip, position, unit, capacity } = self;
        let mut profile = Profile { capacity, ..case.world.roster.profile.clone() };
        let by_nip = nip.as_ref().and_then(|nip| case.world.roster.by_nip(nip));
        let known = by_nip.or_else(|| nip.is_none().then(|| case.only_one_named(&name)).flatten());
        if let Some(known) = known {
            profile.me = Some(known.id);
            return SetProfile { profile }.judge(case);
        }
        let new = AddPerson { name, nip, position, unit, ..AddPerson::default() };
        let mut change = new.judge(case)?;
        profile.me = change.about;
        let was = case.world.roster.profile.clone();
        change.ops.push(Op::replace(was, profile));
        change.kind = ChangeKind::ProfileSet;
        Ok(change)
    }
}

/// A person as entered by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddPerson {
    pub name: PersonName,
    pub nip: Option<Nip>,
    pub kind: EmploymentKind,
    pub rank: Option<String>,
    pub position: Option<String>,
    /// By name; a new name makes a new unit.
    pub unit: Option<String>,
    pub supervisor: Option<PersonId>,
    pub tags: Vec<String>,
}

impl Judge for AddPerson {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let name = clean_name(self.name)?;
        case.nip_is_free(self.nip.as_ref(), None)?;
        let id = PersonId(case.uuid());
        let mut ops = Vec::new();
        let unit = case.unit_named(optional(self.unit), &mut ops)?;
        let person = Person {
            id,
            name,
            nip: self.nip,
            kind: self.kind,
            rank: optional(self.rank),
            position: optional(self.position),
            unit,
            supervisor: self.supervisor,
            status: PersonStatus::Active,
            tags: tags(self.tags),
            cadence: None,
            probation_until: None,
            since: case.world.today,
        };
        ops.push(Op::add(person));
        Ok(case.change(ChangeKind::PersonAdded, Some(id), ops))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectPerson {
    pub person: PersonId,
    pub name: PersonName,
    pub nip: Option<Nip>,
    pub kind: EmploymentKind,
    pub rank: Option<String>,
    pub position: Option<String>,
    pub tags: Vec<String>,
}

impl Judge for CorrectPerson {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.nip_is_free(self.nip.as_ref(), Some(self.person))?;
        let name = clean_name(self.name)?;
        case.edit_person(self.person, ChangeKind::PersonCorrected, |p| {
            (p.name, p.nip, p.kind) = (name, self.nip, self.kind);
            (p.rank, p.position, p.tags) = (optional(self.rank), optional(self.position), tags(self.tags));
        })
    }
}

/// Another unit (by name, made if new) and position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovePerson {
    pub person: PersonId,
    pub unit: Option<String>,
    pub position: Option<String>,
}

impl Judge for MovePerson {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let mut ops = Vec::new();
        let unit = case.unit_named(optional(self.unit), &mut ops)?;
        let mut change = case.edit_person(self.person, ChangeKind::PersonMoved, |p| {
            p.unit = unit;
            if let Some(position) = optional(self.position) {
                p.position = Some(position);
            }
        })?;
        change.ops.splice(0..0, ops);
        change.ops.extend(case.split_plan(self.person)?);
        Ok(change)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    pub person: PersonId,
    pub supervisor: Option<PersonId>,
}

impl Judge for HandOver {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        if self.supervisor.is_some_and(|above| case.world.roster.stands_above(self.person, above)) {
            return Err(Refusal::SupervisorLoop);
        }
        // Whoever comes under the user begins a clock: nobody is late for what was before.
        let (supervisor, me, today) = (self.supervisor, case.world.roster.profile.me, case.world.today);
        case.edit_person(self.person, ChangeKind::PersonHandedOver, |p| {
            if supervisor.is_some() && supervisor == me && p.supervisor != me {
                p.since = today;
            }
            p.supervisor = supervisor;
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retire {
    pub person: PersonId,
    pub status: PersonStatus,
}

impl Judge for Retire {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.set_status(self.person, self.status, ChangeKind::PersonRetired)
    }
}

/// Back from leave, or in service again. The day of the return stays known: clocks begin with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    pub person: PersonId,
}

impl Judge for Return {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let today = case.world.today;
        case.edit_person(self.person, ChangeKind::PersonReturned, |p| {
            let yesterday = today.yesterday().unwrap_or(today);
            p.status = match p.status {
                // Before the leave was over, or after: it ended with yesterday at the latest.
                PersonStatus::Leave { from, until } if from < today => {
                    PersonStatus::Leave { from, until: Some(until.unwrap_or(yesterday).min(yesterday)) }
                }
                PersonStatus::Leave { .. } | PersonStatus::Active => PersonStatus::Active,
                PersonStatus::Retired { .. } | PersonStatus::Left { .. } => {
                    p.since = today;
                    PersonStatus::Active
                }
            };
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetLeave {
    pub person: PersonId,
    pub from: Date,
    pub until: Option<Date>,
}

impl Judge for SetLeave {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let SetLeave { person, from, until } = self;
        if until.is_some_and(|until| until < from) {
            return Err(Refusal::DateInPast);
        }
        case.set_status(person, PersonStatus::Leave { from, until }, ChangeKind::LeaveSet)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCadence {
    pub person: PersonId,
    pub cadence: Option<Cadence>,
    pub probation_until: Option<Date>,
}

impl Judge for SetCadence {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let SetCadence { person, cadence, probation_until } = self;
        case.edit_person(person, ChangeKind::CadenceSet, |p| (p.cadence, p.probation_until) = (cadence, probation_until))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUnitCadence {
    pub unit: UnitId,
    pub cadence: Option<Cadence>,
}

impl Judge for SetUnitCadence {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let was = case.world.roster.units.get(self.unit).ok_or(Refusal::NoSuchRecord)?.clone();
        let unit = Unit { cadence: self.cadence, ..was.clone() };
        case.replace(ChangeKind::CadenceSet, was, unit)
    }
}

impl Case<'_> {
    /// The one person in the store who bears that name.
    fn only_one_named(&self, name: &PersonName) -> Option<&RosterRow> {
        let wanted = name.key();
        let mut found = self.world.roster.rows().iter().filter(|row| row.name.key() == wanted);
        found.next().filter(|_| found.next().is_none())
    }

    fn set_status(&mut self, id: PersonId, status: PersonStatus, kind: ChangeKind) -> Result<Change, Refusal> {
        self.edit_person(id, kind, |p| p.status = status)
    }

    fn edit_person(&mut self, id: PersonId, kind: ChangeKind, edit: impl FnOnce(&mut Person)) -> Result<Change, Refusal> {
        let was = self.person(id)?.clone();
        let mut person = was.clone();
        edit(&mut person);
        self.replace(kind, was, person)
    }

    fn nip_is_free(&self, nip: Option<&Nip>, except: Option<PersonId>) -> Result<(), Refusal> {
        match nip.and_then(|nip| self.world.roster.by_nip(nip)) {
            Some(row) if Some(row.id) != except => Err(Refusal::NipTaken(row.name.full())),
            _ => Ok(()),
        }
    }

    /// The unit of that name; a new name makes a new unit, by an operation of the same change.
    fn unit_named(&mut self, name: Option<String>, ops: &mut Vec<Op>) -> Result<Option<UnitId>, Refusal> {
        let Some(name) = name else { return Ok(None) };
        let units = &self.world.roster.units;
        match units.called(&name).as_slice() {
            [] => {}
            [one] => return Ok(Some(one.id)),
            several => {
                let labels = units.labels();
                let named: Vec<&str> = several.iter().filter_map(|unit| Some(labels.get(&unit.id)?.as_str())).collect();
                return Err(Refusal::UnitAmbiguous(named.join("; ")));
            }
        }
        let id = UnitId(self.uuid());
        ops.push(Op::add(Unit { id, code: None, name, parent: None, head: None, cadence: None }));
        Ok(Some(id))
    }
}

fn clean_name(name: PersonName) -> Result<PersonName, Refusal> {
    let clean = PersonName { front: whole_line(&name.front)?, name: whole_line(&name.name)?, back: whole_line(&name.back)? };
    if clean.name.is_empty() { Err(Refusal::EmptyName) } else { Ok(clean) }
}

/// What a change of another kind leaves to be done where it moves people to other units: their plans are split as by a
/// move of one person. `world` has the dossiers of [`moved`]; says how many plans were split.
pub fn split_moved(world: &World<'_>, ids: &mut IdSource, change: &mut Change) -> Result<usize, Refusal> {
    let mut split = 0;
    for person in moved(change) {
        let ops = Case { world, ids }.split_plan(person)?;
        split += usize::from(!ops.is_empty());
        change.ops.extend(ops);
    }
    Ok(split)
}

/// People whom a change moves from one unit to another.
pub fn moved(change: &Change) -> Vec<PersonId> {
    let moves = |op: &Op| match (op.before(), op.after()) {
        (Some(Record::Person(was)), Some(Record::Person(new))) if was.unit.is_some() && was.unit != new.unit => Some(new.id),
        _ => None,
    };
    change.ops.iter().filter_map(moves).collect()
}

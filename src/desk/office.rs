//! What the interface knows of the records: the roster, the dossiers that were opened, the newest changes. Changes are
//! applied here at once and committed by the shell; "saved" is said only when the shell says so.

use super::msg::WholeOffice;
use crate::domain::competency::tally::{self, Gauge};
use crate::domain::language::capture;
use crate::domain::language::query::Haystack;
use crate::domain::people::attention;
use crate::domain::people::attention::Attention;
use crate::domain::people::roster::Scope;
use crate::domain::records::intent;
use crate::domain::records::intent::{Intent, World};
use crate::domain::sessions::closing;
use crate::domain::{
    Actor, Change, ChangeId, ChangeKind, Dossier, IdSource, Op, PersonId, Record, Refusal, Roster, RosterRow, RuleSet,
    SessionId,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::{HashMap, HashSet};

/// How many changes are remembered for undo.
pub const RECENT: usize = 100;

/// What time it is, where.
#[derive(Clone, Debug)]
pub struct Clock {
    pub today: Date,
    pub now: Timestamp,
    pub zone: TimeZone,
}

pub struct Office {
    pub roster: Roster,
    pub dossiers: HashMap<PersonId, Dossier>,
    /// Asked for and not here yet.
    pub loading: HashSet<PersonId>,
    pub recent: Vec<Change>,
    pub rules: RuleSet,
    pub actor: Actor,
    pub ids: IdSource,
    pub today: Date,
    pub now: Timestamp,
    pub zone: TimeZone,
    /// Names as the capture line finds them.
    names: capture::Names,
    judged: HashMap<PersonId, (Attention, Haystack)>,
    /// Changes on their way to the disk.
    pub pending: Vec<ChangeId>,
    pub saved_at: Option<Timestamp>,
    /// The newest change that could not be saved.
    pub unsaved: Vec<Change>,
    /// Those on their way that another process asked for: it is told, and nobody here tries them again.
    outside: HashSet<ChangeId>,
    /// Counts what changed: lists derived at one number hold until the next.
    version: u64,
    /// The same for what only the dossiers say.
    dossiers_version: u64,
}

impl Office {
    pub fn new(roster: Roster, recent: Vec<Change>, rules: RuleSet, actor: Actor, ids: IdSource, clock: Clock) -> Self {
        let Clock { today, now, zone } = clock;
        let mut rules = rules;
        rules.take_holidays(&roster.catalogue);
        Office {
            names: capture::Names::of(roster.rows(), &roster.units),
            roster,
            dossiers: HashMap::new(),
            loading: HashSet::new(),
            recent,
            rules,
            actor,
            ids,
            today,
            now,
            zone,
            judged: HashMap::new(),
            pending: vec![],
            saved_at: None,
            unsaved: vec![],
            outside: HashSet::new(),
            version: 1,
            dossiers_version: 1,
        }
    }

    /// What was not read before the first screen. Nothing was changed meanwhile: keys wait for it.
    pub fn completed(&mut self, whole: WholeOffice) {
        self.roster = whole.roster;
        self.rules.take_holidays(&self.roster.catalogue);
        self.names = whole.names;
        self.recent = whole.recent;
        self.version += 1;
    }

    /// Changes whenever something that lists show has changed.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Changes as well whenever a dossier has come.
    pub fn dossiers_version(&self) -> u64 {
        self.version + self.dossiers_version
    }

    /// A dossier that was asked for; what is known already is newer.
    pub fn loaded(&mut self, dossier: Dossier) {
        self.dossiers.entry(dossier.id()).or_insert(dossier);
        self.dossiers_version += 1;
    }

    pub fn row(&self, id: PersonId) -> Option<&RosterRow> {
        self.roster.row(id)
    }
    pub fn dossier(&self, id: PersonId) -> Option<&Dossier> {
        self.dossiers.get(&id)
    }

    /// Judges everybody in scope who was not judged yet today.
    pub fn judge(&mut self, scope: Scope) {
        let missing: Vec<PersonId> =
            self.roster.team(scope).map(|row| row.id).filter(|id| !self.judged.contains_key(id)).collect();
        if missing.is_empty() {
            return;
        }
        let gauge = Gauge::new(&self.roster.catalogue, &self.rules, self.today);
        for id in missing {
            self.judge_one(id, Some(&gauge));
        }
    }

    fn judge_one(&mut self, id: PersonId, gauge: Option<&Gauge>) {
        let Some(row) = self.roster.row(id) else {
            self.judged.remove(&id);
            return;
        };
        let attention = attention::attention(row, &self.roster, &self.rules, self.today);
        let one = || tally::count(row, &self.roster.catalogue, &self.rules, self.today);
        let gaps = gauge.map_or_else(one, |gauge| gauge.count(row));
        let unit = self.roster.units.name(row.unit);
        let haystack = Haystack::of(row, &attention, gaps, unit, &self.rules, self.today);
        self.judged.insert(id, (attention, haystack));
    }

    pub fn attention(&self, id: PersonId) -> Option<&Attention> {
        self.judged.get(&id).map(|(attention, _)| attention)
    }
    pub fn haystack(&self, id: PersonId) -> Option<&Haystack> {
        self.judged.get(&id).map(|(_, haystack)| haystack)
    }

    /// Another day has begun, or a rhythm changed for many.
    pub fn forget_judgements(&mut self) {
        self.judged.clear();
        self.version += 1;
    }

    /// Checks an intent against what is known and applies its change.
    pub fn intend(&mut self, intent: impl Into<Intent>) -> Result<Change, Refusal> {
        let mut ids = self.ids.clone();
        let change = intent::judge(&self.world(), &mut ids, intent)?;
        self.ids = ids;
        self.apply(&change);
        Ok(change)
    }

    pub fn undo(&mut self) -> Result<Change, Refusal> {
        let mut ids = self.ids.clone();
        let change = intent::judge_undo(&self.world(), &mut ids, &self.recent)?;
        self.ids = ids;
        self.apply(&change);
        Ok(change)
    }

    pub fn redo(&mut self) -> Result<Change, Refusal> {
        let mut ids = self.ids.clone();
        let change = intent::judge_redo(&self.world(), &mut ids, &self.recent)?;
        self.ids = ids;
        self.apply(&change);
        Ok(change)
    }

    fn world(&self) -> World<'_> {
        World {
            roster: &self.roster,
            dossiers: &self.dossiers,
            rules: &self.rules,
            today: self.today,
            now: self.now,
            actor: &self.actor,
        }
    }

    /// Takes in what another process of the user has judged, knowing all but the newest `unknown` changes of here.
    pub fn take_over(&mut self, change: &Change, unknown: u64) -> Result<(), Refusal> {
        let unknown = usize::try_from(unknown).unwrap_or(usize::MAX);
        // A note rests on nothing but that there is somebody.
        if change.kind != ChangeKind::FeedbackNoted {
            if unknown > self.recent.len() {
                return Err(Refusal::ChangedSince);
            }
            let people = change.people();
            let touches = |op: &Op| op.record().person().is_none_or(|id| people.contains(&id) || people.is_empty());
            let newest = self.recent.iter().rev().take(unknown);
            if newest.flat_map(|change| &change.ops).any(touches) {
                return Err(Refusal::ChangedSince);
            }
        }
        intent::judge_again(&self.world(), change)?;
        self.outside.insert(change.id);
        self.apply(change);
        Ok(())
    }

    fn apply(&mut self, change: &Change) {
        self.show(change);
        self.pending.push(change.id);
        if self.recent.len() >= RECENT {
            self.recent.remove(0);
        }
        self.recent.push(change.clone());
    }

    /// Lets dossiers, rows and judgements follow a change.
    fn show(&mut self, change: &Change) {
        self.version += 1;
        self.roster.apply_office(change);
        if change.ops.iter().any(|op| matches!(op.record(), Record::HolidayList(_))) {
            self.rules.take_holidays(&self.roster.catalogue);
        }
        for op in &change.ops {
            match (op.record(), op.after()) {
                (Record::Person(person), Some(Record::Person(after))) => {
                    self.dossiers.entry(person.id).or_insert_with(|| Dossier::new(after.clone()));
                }
                (Record::Person(person), None) => {
                    self.dossiers.remove(&person.id);
                    self.roster.remove(person.id);
                }
                _ => {}
            }
            if let Some(dossier) = op.record().person().and_then(|id| self.dossiers.get_mut(&id)) {
                dossier.apply(op);
            }
        }
        let office_wide = change.ops.iter().any(|op| op.record().person().is_none());
        if office_wide {
            self.forget_judgements();
        }
        let people_changed = change.ops.iter().any(|op| matches!(op.record(), Record::Person(_)));
        for id in change.people() {
            if let Some(dossier) = self.dossiers.get(&id) {
                self.roster.put(RosterRow::of(dossier));
            }
            self.judge_one(id, None);
        }
        if people_changed {
            self.names = capture::Names::of(self.roster.rows(), &self.roster.units);
        }
    }

    pub fn committed(&mut self, id: ChangeId) {
        self.pending.retain(|p| *p != id);
        self.outside.remove(&id);
        self.saved_at = Some(self.now);
        // It had been taken back together with one before it, and was saved after all.
        if let Some(at) = self.unsaved.iter().position(|c| c.id == id) {
            let change = self.unsaved.remove(at);
            self.show(&change);
            self.recent.push(change);
        }
    }

    /// The disk refused: the screen goes back to what is true, the change is kept so that it can be tried again. Those
    /// made after it may build on it and go with it; they are on their way too.
    pub fn not_committed(&mut self, id: ChangeId) {
        self.pending.retain(|p| *p != id);
        if let Some(at) = self.recent.iter().position(|c| c.id == id) {
            let refused = self.recent.split_off(at);
            for change in refused.iter().rev() {
                self.show(&Change { ops: change.inverse_ops(), ..change.clone() });
            }
            self.unsaved.extend(refused);
        }
        if self.outside.remove(&id) {
            self.unsaved.retain(|change| change.id != id);
        }
    }

    /// Tries once more what could not be saved.
    pub fn retry(&mut self) -> Vec<Change> {
        let again = std::mem::take(&mut self.unsaved);
        for change in &again {
            self.apply(change);
        }
        again
    }
}

// What the capture line and the closing of a session ask.
impl Office {
    /// Tags in use among the loaded people and their feedback, for completion.
    pub fn tags(&self) -> Vec<String> {
        let mut out: Vec<String> = self
            .dossiers
            .values()
            .flat_map(|d| d.feedback.iter().rev().take(50).flat_map(|f| f.tags.iter()).chain(&d.person.tags))
            .cloned()
            .collect();
        out.sort();
        out.dedup();
        out
    }

    /// A name that tells somebody from others of the same name.
    pub fn label(&self, id: PersonId) -> String {
        let full = || self.row(id).map(|row| row.name.full());
        self.names.label(id).or_else(full).unwrap_or_default()
    }

    /// The same without titles, where a line is short.
    pub fn called(&self, id: PersonId) -> String {
        let name = || self.row(id).map(|row| row.name.name.clone());
        self.names.short_label(id).or_else(name).unwrap_or_default()
    }

    /// Everybody whom a name can mean.
    pub fn meant(&self, typed: &str) -> Vec<PersonId> {
        self.names.meant(typed)
    }

    /// People to choose from: those who are meant first, then those in whose names the words stand somewhere.
    pub fn near(&self, typed: &str) -> Vec<PersonId> {
        self.names.near(typed)
    }

    /// The tags of the results that somebody works on, for completion.
    pub fn result_tags(&self, person: PersonId) -> Vec<String> {
        let results = self.dossier(person).map(|d| d.results.as_slice()).unwrap_or_default();
        let running = results.iter().rev().filter(|r| r.is_active() && r.period.contains(self.today));
        running.map(|r| r.tag.clone()).collect()
    }

    pub fn capture_context<'a>(&'a self, here: Option<PersonId>, tags: &'a [String]) -> capture::Context<'a> {
        capture::Context { names: &self.names, here, tags, results: &[], today: self.today }
    }
}

impl Office {
    /// What is worth a second look before closing, with the next day as it is typed now.
    pub fn closing_warnings(&self, dossier: &Dossier, session: SessionId, next: Option<Date>) -> Vec<closing::Warning> {
        let mut dossier = dossier.clone();
        if let Some(open) = dossier.sessions.iter_mut().find(|s| s.id == session) {
            open.next = next;
        }
        closing::warnings(&dossier, session, &self.roster, &self.rules, self.today)
    }
}

//! Every record of development as one kind, and where each is kept: with the person that it is about, or with the
//! office.

use super::career::CareerNote;
use super::course::{BudgetLine, Course};
use super::item::PlanItem;
use super::learning::Learning;
use super::mentoring::MentoringPair;
use super::need::{Known, NeedWord, Wish};
use super::proposal::Proposal;
use super::support::SupportPlan;
use crate::domain::{
    Audience, BudgetId, CareerId, CourseId, ItemId, LearningId, NeedId, PairId, PersonId, ProposalId, SupportId, WishId,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Says of each kind once: its record, its identifier, its word, and where a portfolio keeps it.
macro_rules! entries {
    ($($(#[$doc:meta])* $kind:ident($record:ty, $id:ident, $word:literal) $(in $place:ident)?;)+) => {
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Entry {
            $($(#[$doc])* $kind($record),)+
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum EntryId {
            $($kind($id),)+
        }

        impl EntryId {
            pub fn uuid(&self) -> Uuid {
                match self {
                    $(EntryId::$kind(id) => id.0,)+
                }
            }
        }

        impl Entry {
            pub fn id(&self) -> EntryId {
                match self {
                    $(Entry::$kind(record) => EntryId::$kind(record.id),)+
                }
            }
            /// Stable word of the kind, also the message's: `log-record-<word>`.
            pub fn word(&self) -> &'static str {
                match self {
                    $(Entry::$kind(_) => $word,)+
                }
            }
        }

        /// What is kept of one person's development, each kind by day and identifier.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Portfolio {
            $($(pub $place: Vec<$record>,)?)+
        }

        impl Portfolio {
            pub fn push(&mut self, entry: Entry) {
                match entry {
                    $($(Entry::$kind(record) => self.$place.push(record),)?)+
                    Entry::Course(_) | Entry::Budget(_) => {}
                }
            }
            pub fn remove(&mut self, id: EntryId) {
                match id {
                    $($(EntryId::$kind(id) => self.$place.retain(|record| record.id != id),)?)+
                    EntryId::Course(_) | EntryId::Budget(_) => {}
                }
            }
            /// Every record, kind by kind.
            pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
                let all = std::iter::empty();
                $($(let all = all.chain(self.$place.iter().cloned().map(Entry::$kind));)?)+
                all
            }
        }
    };
}

entries! {
    Item(PlanItem, ItemId, "item") in items;
    Learning(Learning, LearningId, "learning") in learning;
    Wish(Wish, WishId, "wish") in wishes;
    Need(NeedWord, NeedId, "need") in words;
    Pair(MentoringPair, PairId, "pair") in pairs;
    Career(CareerNote, CareerId, "career") in career;
    Support(SupportPlan, SupportId, "support") in support;
    /// Of a person, or open to a unit.
    Proposal(Proposal, ProposalId, "proposal") in proposals;
    Course(Course, CourseId, "course");
    Budget(BudgetLine, BudgetId, "budget");
}

impl Entry {
    /// Whom it is about; nobody for what the office keeps.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Entry::Item(item) => Some(item.person),
            Entry::Learning(learning) => Some(learning.person),
            Entry::Wish(wish) => Some(wish.person),
            Entry::Need(word) => Some(word.person),
            Entry::Pair(pair) => Some(pair.person),
            Entry::Career(note) => Some(note.person),
            Entry::Support(plan) => Some(plan.person),
            Entry::Proposal(row) => row.person,
            Entry::Course(_) | Entry::Budget(_) => None,
        }
    }

    /// The day it is filed under; none for what the office keeps.
    pub fn on(&self) -> Option<Date> {
        match self {
            Entry::Item(item) => Some(item.on),
            Entry::Learning(learning) => Some(learning.until),
            Entry::Wish(wish) => Some(wish.on),
            Entry::Need(word) => Some(word.on),
            Entry::Pair(pair) => Some(pair.from),
            Entry::Career(note) => Some(note.on),
            Entry::Support(plan) => Some(plan.from),
            Entry::Proposal(row) => row.person.map(|_| row.on),
            Entry::Course(_) | Entry::Budget(_) => None,
        }
    }

    /// Who may read it, where that can be told for the whole.
    pub fn audience(&self) -> Audience {
        match self {
            Entry::Item(item) => item.audience(),
            Entry::Career(note) => note.text.audience(),
            // How urgent a need is, or that it is set aside, is the supervisor's own.
            Entry::Need(_) => Audience::Private,
            // Begun by the supervisor; shared once the employee was told.
            Entry::Support(plan) if plan.told.is_none() => Audience::Private,
            // The office's own business with the office that has the money.
            Entry::Proposal(_) | Entry::Course(_) | Entry::Budget(_) => Audience::Private,
            Entry::Learning(_) | Entry::Wish(_) | Entry::Pair(_) | Entry::Support(_) => Audience::Shared,
        }
    }

    /// The same for the other audience, where one was chosen.
    pub fn toggled(self) -> Option<Entry> {
        match self {
            Entry::Item(item) => Some(Entry::Item(PlanItem { expect: item.expect.toggled(), ..item })),
            Entry::Career(note) => Some(Entry::Career(CareerNote { text: note.text.toggled(), ..note })),
            _ => None,
        }
    }

    /// What a list says of it.
    pub fn title(&self) -> String {
        match self {
            Entry::Item(item) => item.name().to_owned(),
            Entry::Learning(learning) => learning.title.clone(),
            Entry::Wish(wish) => wish.subject.words.clone(),
            Entry::Need(word) => word.subject.words.clone(),
            Entry::Pair(pair) => pair.topics.iter().map(|topic| topic.text.as_str()).collect::<Vec<_>>().join(" · "),
            Entry::Career(note) => note.text.for_supervisor().clone(),
            Entry::Support(plan) => plan.reason.get().clone(),
            Entry::Proposal(row) => row.program.clone(),
            Entry::Course(course) => course.title.clone(),
            Entry::Budget(line) => format!("{} {}", line.year, line.fund),
        }
    }

    /// The day from which on it is only kept; none while it is still at work.
    pub fn finished(&self) -> Option<Date> {
        use super::item::ItemState;
        use super::mentoring::PairState;
        use super::need::WishState;
        use super::support::End;
        match self {
            Entry::Item(item) if item.next_check().is_some() => None,
            Entry::Item(item) => match item.state {
                ItemState::Done { on } => Some(item.last_answer().map_or(on, |answer| answer.on.max(on))),
                ItemState::Dropped { on, .. } => Some(on),
                ItemState::Planned | ItemState::Running { .. } => None,
            },
            // A licence is at work until it lapses.
            Entry::Learning(learning) => Some(learning.lapses.unwrap_or(learning.until).max(learning.until)),
            Entry::Wish(wish) => match wish.state {
                WishState::Open => None,
                WishState::Dropped { on, .. } => Some(on),
            },
            Entry::Need(word) => Some(word.on),
            Entry::Pair(pair) => match pair.state {
                PairState::Running => None,
                PairState::Finished { on } | PairState::EndedEarly { on, .. } => Some(on),
            },
            Entry::Career(note) => Some(note.outcome.as_ref().map_or(note.on, |outcome| outcome.on)),
            Entry::Support(plan) => match &plan.end {
                None => None,
                Some(End::Met { on } | End::HandedOn { on, .. }) => Some(*on),
            },
            Entry::Proposal(row) => row.person.map(|_| row.decided.unwrap_or(row.on)),
            Entry::Course(_) | Entry::Budget(_) => None,
        }
    }
}

impl Portfolio {
    pub fn sort(&mut self) {
        self.items.sort_by_key(|item| (item.on, item.id));
        self.learning.sort_by_key(|learning| (learning.until, learning.id));
        self.wishes.sort_by_key(|wish| (wish.on, wish.id));
        self.words.sort_by_key(|word| (word.on, word.id));
        self.pairs.sort_by_key(|pair| (pair.from, pair.id));
        self.career.sort_by_key(|note| (note.on, note.id));
        self.support.sort_by_key(|plan| (plan.from, plan.id));
        self.proposals.sort_by_key(|row| (row.year, row.on, row.id));
    }

    /// What needs are made of.
    pub fn known(&self) -> Known<'_> {
        Known { items: &self.items, wishes: &self.wishes, words: &self.words, career: &self.career }
    }

    pub fn item(&self, id: ItemId) -> Option<&PlanItem> {
        self.items.iter().find(|item| item.id == id)
    }
    pub fn running_pair(&self) -> Option<&MentoringPair> {
        self.pairs.iter().find(|pair| pair.is_running())
    }
    pub fn running_support(&self) -> Option<&SupportPlan> {
        self.support.iter().find(|plan| plan.is_running())
    }
    /// Items whose effect is to be asked about.
    pub fn due_checks(&self, today: Date) -> Vec<&PlanItem> {
        let mut due: Vec<&PlanItem> = self.items.iter().filter(|item| item.due_check(today).is_some()).collect();
        due.sort_by_key(|item| (item.next_check().map(|check| check.due), item.id));
        due
    }
}

/// What the office keeps: courses on offer, ceilings, and rows of proposals that are open to a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    courses: BTreeMap<CourseId, Course>,
    budget: BTreeMap<BudgetId, BudgetLine>,
    open: BTreeMap<ProposalId, Proposal>,
}

impl Office {
    pub fn courses(&self) -> Vec<Course> {
        self.courses.values().cloned().collect()
    }
    pub fn budget(&self) -> Vec<BudgetLine> {
        self.budget.values().cloned().collect()
    }
    /// Rows of proposals that name nobody.
    pub fn open_rows(&self) -> impl Iterator<Item = &Proposal> {
        self.open.values()
    }
    pub fn entry(&self, id: EntryId) -> Option<Entry> {
        match id {
            EntryId::Course(id) => self.courses.get(&id).cloned().map(Entry::Course),
            EntryId::Budget(id) => self.budget.get(&id).cloned().map(Entry::Budget),
            EntryId::Proposal(id) => self.open.get(&id).cloned().map(Entry::Proposal),
            _ => None,
        }
    }
    pub fn put(&mut self, entry: &Entry) {
        match entry {
            Entry::Course(course) => drop(self.courses.insert(course.id, course.clone())),
            Entry::Budget(line) => drop(self.budget.insert(line.id, line.clone())),
            Entry::Proposal(row) if row.person.is_none() => drop(self.open.insert(row.id, row.clone())),
            _ => {}
        }
    }
    pub fn remove(&mut self, id: EntryId) {
        match id {
            EntryId::Course(id) => drop(self.courses.remove(&id)),
            EntryId::Budget(id) => drop(self.budget.remove(&id)),
            EntryId::Proposal(id) => drop(self.open.remove(&id)),
            _ => {}
        }
    }
}

//! People: who they are, where they work, to whom they answer.

use crate::domain::{Cadence, Nip, PersonId, PersonName, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    pub name: PersonName,
    pub nip: Option<Nip>,
    pub kind: EmploymentKind,
    /// Golongan ruang ("III/b") or PPPK grade ("IX"), as the office writes it.
    pub rank: Option<String>,
    pub position: Option<String>,
    pub unit: Option<UnitId>,
    /// The direct supervisor.
    pub supervisor: Option<PersonId>,
    pub status: PersonStatus,
    /// Own words of the supervisor to find people by; lower case, without `#`.
    pub tags: Vec<String>,
    /// A rhythm of sessions of this person's own.
    pub cadence: Option<Cadence>,
    /// Until when more frequent sessions are due.
    pub probation_until: Option<Date>,
    /// Since when the person is looked after here; the first session is due one cadence later.
    pub since: Date,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmploymentKind {
    Pns,
    /// Candidate civil servant, in the probation year.
    Cpns,
    Pppk,
    #[default]
    Other,
}

impl EmploymentKind {
    /// As the office writes it; the same in every language.
    pub fn label(self) -> &'static str {
        match self {
            EmploymentKind::Pns => "PNS",
            EmploymentKind::Cpns => "CPNS",
            EmploymentKind::Pppk => "PPPK",
            EmploymentKind::Other => "–",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum PersonStatus {
    #[default]
    Active,
    /// On leave: sessions are suspended.
    Leave { from: Date, until: Option<Date> },
    /// No longer in service.
    Retired { on: Option<Date> },
    /// Left for an office outside this store.
    Left { on: Option<Date>, note: String },
}

impl Person {
    /// The day on which the clock of rhythm, praise and silence began: when somebody came, or came back from leave.
    pub fn clock_began(&self, today: Date) -> Date {
        crate::domain::people::roster::began(self.since, &self.status, today)
    }
}

impl PersonStatus {
    pub fn id(&self) -> &'static str {
        self.into()
    }
    /// Belongs to the team, on leave or not.
    pub fn in_service(&self) -> bool {
        matches!(self, PersonStatus::Active | PersonStatus::Leave { .. })
    }
    /// The day of leaving, where it is known.
    pub fn ended_on(&self) -> Option<Date> {
        match self {
            PersonStatus::Retired { on } | PersonStatus::Left { on, .. } => *on,
            PersonStatus::Active | PersonStatus::Leave { .. } => None,
        }
    }
    /// Away on that day.
    pub fn on_leave(&self, day: Date) -> bool {
        matches!(self, PersonStatus::Leave { from, until } if *from <= day && until.is_none_or(|u| day <= u))
    }
}

//! The cast: the section of the user, fourteen invented people with everything that a supervisor meets in them.

use super::calendar::{months_before, plus, working_day_back, working_days_after};
use super::course::{Course, Ending};
use super::dice::Dice;
use super::texts::Theme;
use super::texts::Theme::*;
use super::{Plan, names};
use crate::domain::people::nip::Sex;
use crate::domain::people::nip::Sex::{Female, Male};
use crate::domain::{Cadence, EmploymentKind, Person, PersonId, PersonName, PersonStatus, RuleSet, UnitId};
use jiff::civil::Date;

/// What is told with somebody of the cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// The talk is late, and so are two promises of the supervisor.
    PromisesLate,
    /// Reliable and quiet: late, and nobody has said thank you for three months.
    Quiet,
    PostponedTwice,
    Open,
    Probation,
    OnLeave,
    NeverMet,
    Retired,
    Missed,
    Coached,
    TheirsLate,
    Objects,
    /// The talk is in so many working days.
    Regular(usize),
}

struct Role {
    name: [&'static str; 3],
    sex: Sex,
    age: i64,
    /// Years in service.
    served: i64,
    kind: EmploymentKind,
    rank: &'static str,
    position: &'static str,
    themes: [Theme; 2],
    tags: &'static [&'static str],
    cue: Cue,
}

const PNS: EmploymentKind = EmploymentKind::Pns;
const PPPK: EmploymentKind = EmploymentKind::Pppk;

#[allow(clippy::too_many_arguments, reason = "one row of a table")]
const fn role(
    name: [&'static str; 3],
    sex: Sex,
    age: i64,
    served: i64,
    (kind, rank): (EmploymentKind, &'static str),
    position: &'static str,
    themes: [Theme; 2],
    tags: &'static [&'static str],
    cue: Cue,
) -> Role {
    Role { name, sex, age, served, kind, rank, position, themes, tags, cue }
}

const SERVICE: &str = "Pengelola Layanan Operasional";
const STEWARD: &str = "Penata Layanan Operasional";
const OPERATOR: &str = "Operator Layanan Operasional";

/// In this order, so that a smaller team still has what matters most.
#[rustfmt::skip]
const CAST: &[Role] = &[
    role(["", "Sari Dewi Lubis", "S.E."], Female, 36, 12, (PNS, "III/b"), SERVICE, [Counter, Archive], &["loket"], Cue::PromisesLate),
    role(["", "Nurhayati Sembiring", "A.Md."], Female, 47, 24, (PNS, "III/a"), "Arsiparis Terampil", [Archive, Letters], &["arsip"], Cue::Quiet),
    role(["", "Ahmad Fauzi Nasution", ""], Male, 33, 8, (PNS, "II/d"), OPERATOR, [Counter, Community], &["loket", "pelayanan-keliling"], Cue::PostponedTwice),
    role(["", "Dewi Kartika Pane", "S.Sos."], Female, 41, 16, (PNS, "III/c"), "Analis Kebijakan Ahli Pertama", [Data, Letters], &[], Cue::Open),
    role(["", "Rizki Ananda Siregar", "A.Md.Kom."], Male, 24, 0, (EmploymentKind::Cpns, "II/c"), "Pranata Komputer Terampil", [Data, Counter], &["cpns"], Cue::Probation),
    role(["Dra. Hj.", "Nurhasanah Simanjorang", "S.H., M.Si."], Female, 55, 29, (PNS, "III/d"), "Penelaah Teknis Kebijakan", [Letters, Community], &["senior"], Cue::Regular(1)),
    role(["", "Indah Permata Ginting", "S.Sos."], Female, 38, 3, (PPPK, "IX"), STEWARD, [Counter, Data], &["loket"], Cue::Regular(2)),
    role(["", "Mariani Tarigan", "S.Kom."], Female, 31, 6, (PNS, "III/a"), "Pengolah Data dan Informasi", [Data, Letters], &[], Cue::OnLeave),
    role(["", "Fajar Hidayat Koto", ""], Male, 29, 5, (PNS, "II/c"), SERVICE, [Counter, Community], &["baru"], Cue::NeverMet),
    role(["H.", "Zulkifli Pohan", "S.Sos."], Male, 50, 25, (PNS, "III/c"), STEWARD, [Community, Counter], &["musrenbang"], Cue::Missed),
    role(["Drs.", "Togar Simanjuntak", "M.Si."], Male, 58, 31, (PNS, "III/d"), "Penelaah Teknis Kebijakan", [Letters, Community], &[], Cue::Retired),
    role(["", "Yusuf Azhari", ""], Male, 35, 4, (PPPK, "VII"), OPERATOR, [Archive, Counter], &["arsip"], Cue::TheirsLate),
    role(["", "Wahyu Lestari", "S.Pd."], Female, 40, 14, (PNS, "III/b"), "Pengadministrasi Perkantoran", [Letters, Data], &["calon-pengganti"], Cue::Coached),
    role(["", "Hendra Piliang", "S.E."], Male, 44, 19, (PNS, "III/c"), "Analis Kebijakan Ahli Pertama", [Community, Data], &[], Cue::Objects),
];

/// How many the cast has.
pub const CAST_SIZE: usize = CAST.len();

/// The Camat and the user.
pub fn chiefs(ids: [PersonId; 2], units: [UnitId; 2], since: Date, today: Date, dice: &mut Dice) -> [Person; 2] {
    let [above, me] = ids;
    let camat = Chief {
        name: ["H.", "Baharuddin Pulungan", "S.STP., M.Si."],
        sex: Male,
        age: 49,
        rank: "IV/a",
        position: "Camat Medan Meranti",
    };
    let user = Chief {
        name: ["", "Rosmala Harahap", "S.STP., M.AP."],
        sex: Female,
        age: 43,
        rank: "III/d",
        position: "Kepala Seksi Pelayanan Umum",
    };
    [camat.person(above, units[0], None, since, today, dice), user.person(me, units[1], Some(above), since, today, dice)]
}

struct Chief {
    name: [&'static str; 3],
    sex: Sex,
    age: i64,
    rank: &'static str,
    position: &'static str,
}

impl Chief {
    fn person(
        self,
        id: PersonId,
        unit: UnitId,
        supervisor: Option<PersonId>,
        since: Date,
        today: Date,
        dice: &mut Dice,
    ) -> Person {
        let born = names::born(self.age, today, dice);
        let start = months_before(today, (self.age - 23) * 12);
        Person {
            id,
            name: person_name(self.name),
            nip: names::nip(born, start, PNS, self.sex, 1 + dice.below(9)),
            kind: PNS,
            rank: Some(self.rank.to_owned()),
            position: Some(self.position.to_owned()),
            unit: Some(unit),
            supervisor,
            status: PersonStatus::Active,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since,
        }
    }
}

fn person_name([front, name, back]: [&str; 3]) -> PersonName {
    PersonName { front: front.to_owned(), name: name.to_owned(), back: back.to_owned() }
}

/// The `n`th of the cast, with the course that his or her talks take.
pub fn member(n: usize, id: PersonId, (unit, me): (UnitId, PersonId), plan: &Plan, rules: &RuleSet) -> (Person, Course) {
    let (role, today) = (&CAST[n % CAST.len()], plan.today);
    let mut dice = Dice::new(plan.seed, 1_000 + n as u64);
    let window = months_before(today, 12 * i64::from(plan.years.max(1)));
    let mut since = working_day_back(plus(window, dice.between(0, 25)), rules);
    let (mut born, mut probation_until) = (names::born(role.age, today, &mut dice), None);
    let mut status = PersonStatus::Active;
    match role.cue {
        Cue::Probation => {
            since = working_days_after(months_before(today, 5).first_of_month(), 1, rules).min(plus(today, -100));
            probation_until = Some(plus(since, 365));
        }
        Cue::NeverMet => since = working_day_back(plus(today, -9), rules),
        Cue::OnLeave => status = PersonStatus::Leave { from: plus(today, -41), until: Some(plus(today, 49)) },
        Cue::Retired => {
            // The month after the fifty-eighth birthday.
            let on = months_before(today, 4).first_of_month();
            born = plus(months_before(on, 58 * 12), -dice.between(3, 20));
            status = PersonStatus::Retired { on: Some(on) };
        }
        _ => {}
    }
    let start = if role.served == 0 { since } else { months_before(today, role.served * 12 + dice.between(1, 9)) };
    let person = Person {
        id,
        name: person_name(role.name),
        nip: names::nip(born, start, role.kind, role.sex, 1 + n * 3 + dice.below(3)),
        kind: role.kind,
        rank: Some(role.rank.to_owned()),
        position: Some(role.position.to_owned()),
        unit: Some(unit),
        supervisor: Some(me),
        status,
        tags: role.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        cadence: None,
        probation_until,
        since,
    };
    let course = course(role, n, &person, plan, rules);
    (person, course)
}

fn course(role: &Role, n: usize, person: &Person, plan: &Plan, rules: &RuleSet) -> Course {
    let today = plan.today;
    let eve = working_day_back(plus(today, -1), rules);
    let ahead = |days| working_days_after(today, days, rules);
    let (ending, last) = match role.cue {
        Cue::PromisesLate => planned(working_day_back(plus(today, -2), rules)),
        Cue::Quiet => planned(working_day_back(plus(today, -9), rules)),
        Cue::PostponedTwice => {
            let (from, over) = (working_day_back(plus(today, -38), rules), working_day_back(plus(today, -17), rules));
            (Ending::PostponedTwice { from, over, to: ahead(3) }, plus(today, -68))
        }
        Cue::Open => (Ending::Open(eve), months_before(eve, 1)),
        Cue::Probation => (Ending::Planned(ahead(4)), plus(ahead(4), -14)),
        Cue::OnLeave => (Ending::Stopped, plus(today, -50)),
        Cue::Retired | Cue::NeverMet => match person.status {
            PersonStatus::Retired { on: Some(on) } => (Ending::Stopped, plus(on, -20)),
            _ => (Ending::Stopped, today),
        },
        Cue::Missed => {
            let on = working_day_back(plus(today, -22), rules);
            (Ending::Missed { on, next: ahead(9) }, plus(today, -52))
        }
        Cue::Regular(days) => planned(ahead(days)),
        Cue::Coached | Cue::TheirsLate | Cue::Objects => planned(ahead(8 + n % 5)),
    };
    let last = working_day_back(last.min(eve), rules);
    let rhythm = if role.cue == Cue::Probation { Cadence::Weeks(2) } else { Cadence::Months(1) };
    let large = plan.people > super::SHEETS_OF_ALL;
    let sheets = if large { 12 } else { 12 * i64::from(plan.years.max(1)) + 12 };
    Course {
        themes: [role.themes[0], role.themes[1], Team],
        rhythm,
        last: (role.cue != Cue::NeverMet).then_some(last),
        ending,
        unpraised_since: (role.cue == Cue::Quiet).then(|| plus(today, -88)),
        mine_late: if role.cue == Cue::PromisesLate { 2 } else { 0 },
        theirs_late: if role.cue == Cue::TheirsLate { 2 } else { 0 },
        coached: role.cue == Cue::Coached,
        objects: role.cue == Cue::Objects,
        notes: if role.cue == Cue::Quiet { 45 } else { 100 },
        sheets_from: months_before(today, sheets),
        rounds: 2 * usize::from(plan.years.clamp(1, 3)),
    }
}

/// Agreed for that day, a month after the last.
fn planned(day: Date) -> (Ending, Date) {
    (Ending::Planned(day), months_before(day, 1))
}

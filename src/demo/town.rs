//! The rest of a town around the section: agencies, divisions and sections with their heads, until all are placed.

use super::calendar::{months_before, plus, working_day_back};
use super::dice::Dice;
use super::{Part, Plan, Seat, names};
use crate::domain::people::nip::Sex;
use crate::domain::{EmploymentKind, IdSource, Person, PersonId, PersonStatus, RuleSet, Unit, UnitId};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Full name, short name for the units below.
const AGENCIES: &[(&str, &str)] = &[
    ("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil"),
    ("Dinas Pendidikan", "Disdik"),
    ("Dinas Kesehatan", "Dinkes"),
    ("Badan Perencanaan Pembangunan Daerah", "Bappeda"),
    ("Kecamatan Medan Cendana", ""),
    ("Dinas Perhubungan", "Dishub"),
    ("Dinas Sosial", "Dinsos"),
    ("Badan Kepegawaian dan Pengembangan SDM", "BKPSDM"),
    ("Kecamatan Medan Gaharu", ""),
    ("Dinas Lingkungan Hidup", "DLH"),
    ("Dinas Komunikasi dan Informatika", "Diskominfo"),
    ("Badan Pendapatan Daerah", "Bapenda"),
    ("Kecamatan Medan Trembesi", ""),
    ("Dinas Pemadam Kebakaran", "Damkar"),
    ("Dinas Perpustakaan dan Arsip", "Perpusarsip"),
    ("Inspektorat", "Inspektorat"),
    ("Kecamatan Medan Ketapang", ""),
    ("Dinas Koperasi dan UKM", "Diskop"),
    ("Dinas Tenaga Kerja", "Disnaker"),
    ("Badan Keuangan dan Aset Daerah", "BKAD"),
    ("Kecamatan Medan Damar", ""),
    ("Dinas Pekerjaan Umum", "Dinas PU"),
    ("Dinas Pariwisata", "Dispar"),
    ("Satuan Polisi Pamong Praja", "Satpol PP"),
    ("Kecamatan Medan Angsana", ""),
    ("Dinas Ketahanan Pangan", "DKP"),
    ("Badan Penanggulangan Bencana Daerah", "BPBD"),
    ("Dinas Pemberdayaan Perempuan", "DP3A"),
];
const DIVISIONS: &[&str] =
    &["Pelayanan", "Perencanaan", "Data", "Pengawasan", "Pemberdayaan", "Sarana", "Kelembagaan", "Pengembangan"];
const VILLAGE_ENDINGS: &[&str] = &["Hilir", "Hulu", "Timur", "Barat", "Utara", "Selatan", "Tengah", "Baru"];
const SECTIONS: &[&str] = &[
    "Verifikasi",
    "Administrasi",
    "Pelaporan",
    "Informasi",
    "Fasilitasi",
    "Pembinaan",
    "Kerja Sama",
    "Evaluasi",
    "Perizinan",
];
const STAFF: &[&str] = &[
    "Pengelola Layanan Operasional",
    "Penata Layanan Operasional",
    "Operator Layanan Operasional",
    "Pengadministrasi Perkantoran",
    "Pengolah Data dan Informasi",
    "Penelaah Teknis Kebijakan",
    "Arsiparis Terampil",
    "Pranata Komputer Terampil",
];

/// Rank in the line of heads, from the top.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Agency,
    Division,
    Section,
    Staff,
}

/// A town being peopled.
pub struct Town<'a> {
    pub plan: &'a Plan,
    pub rules: &'a RuleSet,
    pub ids: &'a mut IdSource,
    pub founded: Timestamp,
    pub units: &'a mut Vec<Unit>,
    pub seats: &'a mut Vec<Seat>,
    pub left: usize,
    pub dice: Dice,
    /// Numbers that are taken.
    pub nips: BTreeSet<String>,
}

impl Town<'_> {
    /// Places everybody who is left; `root` is the town's own unit, `camat` the seat of the Camat.
    pub fn people(mut self, root: UnitId, camat: usize) {
        let Some(top) = self.hire(Level::Agency, root, None, "Sekretaris Daerah") else { return };
        self.head(root, top);
        self.seats[camat].above = Some(top);
        self.seats[camat].person.supervisor = Some(self.seats[top].person.id);
        for n in 0.. {
            if self.left == 0 {
                break;
            }
            self.agency(n, root, top);
        }
    }

    fn agency(&mut self, n: usize, root: UnitId, top: usize) {
        let (full, short) = AGENCIES[n % AGENCIES.len()];
        let again = if n < AGENCIES.len() { String::new() } else { format!(" Wilayah {}", n / AGENCIES.len() + 1) };
        let name = format!("{full}{again}");
        let unit = self.unit(name.clone(), root);
        let Some(head) =
            self.hire(Level::Agency, unit, Some(top), &format!("Kepala {name}").replace("Kepala Kecamatan", "Camat"))
        else {
            return;
        };
        self.head(unit, head);
        for d in 0..self.dice.between(4, DIVISIONS.len() as i64) as usize {
            let (label, chief) = match full.strip_prefix("Kecamatan Medan ") {
                Some(tree) => {
                    let village = format!("{tree} {}{again}", VILLAGE_ENDINGS[d]);
                    (format!("Kelurahan {village}"), format!("Lurah {village}"))
                }
                None => {
                    let label = format!("Bidang {} {short}{again}", DIVISIONS[d]);
                    (label.clone(), format!("Kepala {label}"))
                }
            };
            self.division(&label, &chief, unit, head);
        }
    }

    fn division(&mut self, label: &str, chief: &str, agency: UnitId, above: usize) {
        if self.left == 0 {
            return;
        }
        let unit = self.unit(label.to_owned(), agency);
        let Some(head) = self.hire(Level::Division, unit, Some(above), chief) else { return };
        self.head(unit, head);
        let sections = self.dice.between(4, SECTIONS.len() as i64) as usize;
        for section in SECTIONS.iter().take(sections) {
            if self.left == 0 {
                return;
            }
            let name = format!("Seksi {section} {}", label.trim_start_matches("Bidang "));
            let section = self.unit(name.clone(), unit);
            let Some(chief) = self.hire(Level::Section, section, Some(head), &format!("Kepala {name}")) else { return };
            self.head(section, chief);
            for _ in 0..self.dice.between(5, 14) {
                let position = self.dice.pick(STAFF);
                self.hire(Level::Staff, section, Some(chief), position);
            }
        }
    }

    fn unit(&mut self, name: String, parent: UnitId) -> UnitId {
        let id = UnitId(self.ids.uuid(self.founded));
        let code = Some(format!("U{:05}", self.units.len()));
        self.units.push(Unit { id, code, name, parent: Some(parent), head: None, cadence: None });
        id
    }

    fn head(&mut self, unit: UnitId, seat: usize) {
        let head = self.seats[seat].person.id;
        if let Some(unit) = self.units.iter_mut().rev().find(|u| u.id == unit) {
            unit.head = Some(head);
        }
    }

    /// Puts somebody into a unit; `None` when everybody is placed.
    fn hire(&mut self, level: Level, unit: UnitId, above: Option<usize>, position: &str) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let supervisor = above.map(|seat| self.seats[seat].person.id);
        let person = self.person(level, unit, supervisor, position);
        let part = if above.is_some() { Part::Town } else { Part::Above };
        self.seats.push(Seat { person, above, part });
        Some(self.seats.len() - 1)
    }

    fn person(&mut self, level: Level, unit: UnitId, supervisor: Option<PersonId>, position: &str) -> Person {
        let today = self.plan.today;
        let dice = &mut self.dice;
        let sex = if dice.chance(52) { Sex::Female } else { Sex::Male };
        let (age, ranks): (i64, &[&str]) = match level {
            Level::Agency => (dice.between(47, 56), &["IV/b", "IV/c"]),
            Level::Division => (dice.between(42, 54), &["IV/a", "IV/b"]),
            Level::Section => (dice.between(37, 53), &["III/c", "III/d"]),
            Level::Staff => (dice.between(24, 56), &["II/b", "II/c", "II/d", "III/a", "III/b", "III/c"]),
        };
        let pppk = level == Level::Staff && dice.chance(25);
        let (kind, ranks): (_, &[&str]) =
            if pppk { (EmploymentKind::Pppk, &["V", "VII", "IX"]) } else { (EmploymentKind::Pns, ranks) };
        let window = months_before(today, 12 * i64::from(self.plan.years.max(1)));
        let span = i64::from(self.plan.years.max(1)) * 365;
        let joined = if dice.chance(85) { dice.between(0, 60) } else { dice.between(61, (span - 30).max(61)) };
        let since = working_day_back(plus(window, joined.min(span - 30)), self.rules);
        let mut born = names::born(age, today, dice);
        let mut status = PersonStatus::Active;
        match dice.below(100) {
            0..=2 => {
                status = PersonStatus::Leave {
                    from: plus(today, -dice.between(3, 60)),
                    until: Some(plus(today, dice.between(5, 80))),
                }
            }
            3..=5 if level == Level::Staff && !pppk => {
                let on = months_before(today, dice.between(0, 10)).first_of_month();
                born = plus(months_before(on, 58 * 12), -dice.between(3, 20));
                status = PersonStatus::Retired { on: Some(on) };
            }
            _ => {}
        }
        let grown = plus(born, 21 * 365);
        let start = if pppk {
            plus(today, -365 * dice.between(1, 4)).max(grown)
        } else {
            plus(grown, dice.between(0, 600)).min(since)
        };
        let name = names::name(sex, age, level != Level::Staff, dice);
        let rank = Some(dice.pick(ranks).to_owned());
        let nip = (1..=999)
            .filter_map(|n| names::nip(born, start, kind, sex, n))
            .find(|nip| self.nips.insert(nip.as_str().to_owned()));
        Person {
            id: PersonId(self.ids.uuid(self.founded)),
            name,
            nip,
            kind,
            rank,
            position: Some(position.to_owned()),
            unit: Some(unit),
            supervisor,
            status,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since,
        }
    }
}

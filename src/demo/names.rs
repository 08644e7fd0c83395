//! Invented names of the mix that Medan has, titles, and the numbers that go with them.

use super::calendar::plus;
use super::dice::Dice;
use crate::domain::people::nip::Sex;
use crate::domain::{EmploymentKind, Nip, PersonName};
use jiff::civil::Date;

struct Community {
    men: &'static [&'static str],
    women: &'static [&'static str],
    /// Clan or second name.
    second: &'static [&'static str],
    /// Whether "H." and "Hj." are in use.
    pilgrims: bool,
}

const COMMUNITIES: [Community; 5] = [
    Community {
        men: &["Ahmad", "Ali Imran", "Hasan", "Syawal", "Irwansyah", "Parlaungan", "Muhammad Rizal", "Ikhsan", "Darwin"],
        women: &["Nur Aisyah", "Masdalena", "Rosmawati", "Elvina", "Khairani", "Siti Rahma", "Halimah", "Nurlan", "Mardiah"],
        second: &[
            "Nasution",
            "Lubis",
            "Harahap",
            "Siregar",
            "Pulungan",
            "Rangkuti",
            "Batubara",
            "Hasibuan",
            "Daulay",
            "Matondang",
            "Rambe",
            "Pohan",
            "Ritonga",
        ],
        pilgrims: true,
    },
    Community {
        men: &["Jonson", "Saut", "Ronald", "Bonar", "Hendrik", "Marudut", "Jefri", "Poltak", "Daniel", "Rikardo"],
        women: &["Rotua", "Lasma", "Kristina", "Melva", "Tiurma", "Dame", "Yohana", "Rosinta", "Ester", "Lamria"],
        second: &[
            "Simanjuntak",
            "Sinaga",
            "Siahaan",
            "Hutapea",
            "Manurung",
            "Panjaitan",
            "Ginting",
            "Sembiring",
            "Tarigan",
            "Purba",
            "Saragih",
            "Damanik",
            "Silalahi",
            "Barus",
            "Situmeang",
        ],
        pilgrims: false,
    },
    Community {
        men: &["Syahrial", "Zulkifli", "Effendi", "Azwar", "Fauzi", "Ramli", "Khaidir", "Ridwan", "Syafii"],
        women: &["Zuraidah", "Fatimah", "Sharifah", "Zubaidah", "Nurul", "Asmah", "Rohana", "Latifah", "Zahara"],
        second: &["Hamzah", "Syahputra", "Hanafi", "Azhari", "Mahmud", "Ismail", "Bahri", "Hafiz", "Johari"],
        pilgrims: true,
    },
    Community {
        men: &["Hendri", "Fajar", "Yulizar", "Rahmat", "Febri", "Doni", "Arif", "Yondri", "Zainal"],
        women: &["Yusnidar", "Rahmi", "Gusmaneli", "Fitriani", "Desmawati", "Reni", "Mira", "Yulinar", "Silvia"],
        second: &["Koto", "Chaniago", "Piliang", "Tanjung", "Sikumbang", "Guci", "Jambak", "Caniago", "Pitopang"],
        pilgrims: true,
    },
    Community {
        men: &["Suparman", "Wahyu", "Bambang", "Slamet", "Agus", "Sugeng", "Teguh", "Joko", "Eko", "Sutrisno"],
        women: &["Sri", "Endang", "Wahyuni", "Lestari", "Sumiati", "Retno", "Tri", "Dwi", "Suharti", "Ningsih"],
        second: &["Handoko", "Rahayu", "Prasetyo", "Widodo", "Setiawan", "Utami", "Hartono", "Purnomo", "Astuti", "Santoso"],
        pilgrims: true,
    },
];

/// A name for somebody of that sex and age; `learned` people have a degree behind it.
pub fn name(sex: Sex, age: i64, learned: bool, dice: &mut Dice) -> PersonName {
    let community = &COMMUNITIES[dice.below(COMMUNITIES.len())];
    let first = dice.pick(if sex == Sex::Male { community.men } else { community.women });
    let name = format!("{first} {}", dice.pick(community.second));
    let pilgrim = community.pilgrims && age > 44 && dice.chance(30);
    let front = match (pilgrim, sex) {
        (true, Sex::Male) => "H.",
        (true, Sex::Female) => "Hj.",
        _ => "",
    };
    let back = match dice.below(10) {
        0..=1 if learned => "S.STP., M.AP.",
        2..=4 if learned => "S.Sos., M.Si.",
        5 if learned => "S.H., M.H.",
        _ if learned => "S.E., M.M.",
        0..=1 => "S.E.",
        2 => "S.Sos.",
        3 => "S.Kom.",
        4 => "A.Md.",
        5 => "S.H.",
        _ => "",
    };
    PersonName { front: front.to_owned(), name, back: back.to_owned() }
}

/// A birthday that makes somebody `age` years old on `today`.
pub fn born(age: i64, today: Date, dice: &mut Dice) -> Date {
    plus(super::calendar::months_before(today, age * 12), -dice.between(5, 350))
}

/// The number of somebody born and appointed on those days. `serial` is 1 to 999.
pub fn nip(born: Date, start: Date, kind: EmploymentKind, sex: Sex, serial: usize) -> Option<Nip> {
    let sex = if sex == Sex::Male { 1 } else { 2 };
    let part = if kind == EmploymentKind::Pppk { 21 } else { start.month() };
    let digits = format!(
        "{:04}{:02}{:02}{:04}{part:02}{sex}{:03}",
        born.year(),
        born.month(),
        born.day(),
        start.year(),
        serial.clamp(1, 999)
    );
    Nip::parse(&digits).ok()
}

//! The standard of a position: which competencies it requires, at which level. Given by the agency, or suggested by
//! the rule set for the kind of position and marked as such.

use super::catalogue::Catalogue;
use super::framework::{CompetencyId, CompetencyKind, Framework};
use super::level::Level;
use crate::domain::language::clean;
use crate::domain::{Actor, RosterRow, RuleSet, StandardId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::IntoStaticStr;

/// What one position requires. The office's, not a person's: there is one a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standard {
    /// Follows from the position's name: the same position always has the same.
    pub id: StandardId,
    /// As written.
    pub position: String,
    pub required: BTreeMap<CompetencyId, Level>,
    pub source: StandardSource,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum StandardSource {
    /// By the agency's own standard.
    Given,
    /// Taken over from the rule set's suggestion for the kind of position.
    Suggested,
}

impl StandardSource {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Standard {
    /// Under which it is found: case and spaces make no difference.
    pub fn key(&self) -> String {
        position_key(&self.position)
    }

    /// What is required, in the framework's order; what has gone from there last.
    pub fn in_order(&self, catalogue: &Catalogue) -> Vec<(&CompetencyId, Level)> {
        let order = &catalogue.framework().competencies;
        let place = |id: &CompetencyId| order.iter().position(|c| c.id == *id).unwrap_or(order.len());
        let mut required: Vec<(&CompetencyId, Level)> = self.required.iter().map(|(id, level)| (id, *level)).collect();
        required.sort_by_key(|(id, _)| place(id));
        required
    }
}

pub fn position_key(position: &str) -> String {
    clean::fold(&clean::clean_line(position))
}

/// Levels for a position by its kind, where the agency has given none: the same for every managerial and
/// socio-cultural competency. Technical ones can't be guessed.
pub fn suggestion(position: &str, framework: &Framework, rules: &RuleSet) -> BTreeMap<CompetencyId, Level> {
    let level = rules.suggested_level(PositionKind::of(position));
    let general = framework.competencies.iter().filter(|c| c.kind != CompetencyKind::Technical);
    general.map(|c| (c.id.clone(), level)).collect()
}

/// Positions held by people in service of which nothing is required yet, as written, each with how many hold it; the
/// most frequent first. The second number counts people without any position.
pub fn without_standard<'a>(
    rows: impl IntoIterator<Item = &'a RosterRow>,
    has: impl Fn(&str) -> bool,
) -> (Vec<(String, usize)>, usize) {
    let (mut found, mut nowhere): (BTreeMap<String, (String, usize)>, usize) = (BTreeMap::new(), 0);
    for row in rows.into_iter().filter(|row| row.status.in_service()) {
        match &row.position {
            None => nowhere += 1,
            Some(position) if has(position) => {}
            Some(position) => {
                found.entry(position_key(position)).or_insert_with(|| (position.clone(), 0)).1 += 1;
            }
        }
    }
    let mut list: Vec<(String, usize)> = found.into_values().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    (list, nowhere)
}

/// Kinds of position as the rules about levels know them. The names of the law stay Indonesian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PositionKind {
    Pelaksana,
    Pengawas,
    Administrator,
    JptPratama,
    JptMadya,
    JptUtama,
    Pemula,
    Terampil,
    Mahir,
    Penyelia,
    AhliPertama,
    AhliMuda,
    AhliMadya,
    AhliUtama,
}

/// Words of a position's name that tell its kind: functional levels first, since they stand at the end of any name.
const TELLING: &[(&str, PositionKind)] = &[
    ("ahli utama", PositionKind::AhliUtama),
    ("ahli madya", PositionKind::AhliMadya),
    ("ahli muda", PositionKind::AhliMuda),
    ("ahli pertama", PositionKind::AhliPertama),
    ("penyelia", PositionKind::Penyelia),
    ("mahir", PositionKind::Mahir),
    ("terampil", PositionKind::Terampil),
    ("pemula", PositionKind::Pemula),
];

/// How the name of a head's position begins.
const HEADS: &[(&str, PositionKind)] = &[
    ("sekretaris daerah", PositionKind::JptPratama),
    ("kepala dinas", PositionKind::JptPratama),
    ("kepala badan", PositionKind::JptPratama),
    ("inspektur", PositionKind::JptPratama),
    ("camat", PositionKind::Administrator),
    ("kepala bidang", PositionKind::Administrator),
    ("kepala bagian", PositionKind::Administrator),
    ("sekretaris kecamatan", PositionKind::Administrator),
    ("sekretaris dinas", PositionKind::Administrator),
    ("sekretaris badan", PositionKind::Administrator),
    ("kepala seksi", PositionKind::Pengawas),
    ("kepala subbagian", PositionKind::Pengawas),
    ("kepala subbidang", PositionKind::Pengawas),
    ("lurah", PositionKind::Pengawas),
    ("sekretaris kelurahan", PositionKind::Pengawas),
];

impl PositionKind {
    pub fn id(self) -> &'static str {
        match self {
            PositionKind::Pelaksana => "pelaksana",
            PositionKind::Pengawas => "pengawas",
            PositionKind::Administrator => "administrator",
            PositionKind::JptPratama => "jpt_pratama",
            PositionKind::JptMadya => "jpt_madya",
            PositionKind::JptUtama => "jpt_utama",
            PositionKind::Pemula => "pemula",
            PositionKind::Terampil => "terampil",
            PositionKind::Mahir => "mahir",
            PositionKind::Penyelia => "penyelia",
            PositionKind::AhliPertama => "ahli_pertama",
            PositionKind::AhliMuda => "ahli_muda",
            PositionKind::AhliMadya => "ahli_madya",
            PositionKind::AhliUtama => "ahli_utama",
        }
    }
    /// Judged by the name alone; what tells nothing is a `Pelaksana`.
    pub fn of(position: &str) -> Self {
        let key = format!("{} ", position_key(position));
        let level =
            TELLING.iter().find(|(words, _)| key.contains(&format!(" {words} ")) || key.starts_with(&format!("{words} ")));
        let head = HEADS.iter().find(|(words, _)| key.starts_with(&format!("{words} ")));
        level.or(head).map_or(PositionKind::Pelaksana, |(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_position_is_told_by_its_name() {
        use PositionKind::*;
        for (name, kind) in [
            ("Arsiparis Terampil", Terampil),
            ("Analis Kebijakan Ahli Pertama", AhliPertama),
            ("Pengawas Sekolah Ahli Madya", AhliMadya),
            ("KEPALA SEKSI  Pelayanan Umum", Pengawas),
            ("Camat Medan Meranti", Administrator),
            ("Pengelola Layanan Operasional", Pelaksana),
            ("Terampilan", Pelaksana),
        ] {
            assert_eq!(PositionKind::of(name), kind, "{name}");
        }
    }

    #[test]
    fn a_suggestion_says_nothing_about_technical_ones() {
        let suggested = suggestion("Analis Kebijakan Ahli Muda", Framework::national(), &RuleSet::default());
        assert_eq!(suggested.len(), 9);
        assert!(suggested.values().all(|level| level.number() == 3));
    }
}

//! A competency framework: what can be rated, with the behaviour that each level looks like. The nine of the national
//! dictionary are built in, in own words; an agency adds technical ones and replaces anchors by a file. A framework
//! has a version and is never edited under it: ratings name the version that they were given in.

use super::level::Level;
use super::wording::Wording;
use crate::domain::language::clean;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;
use strum::IntoStaticStr;
use thiserror::Error;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framework {
    pub version: String,
    /// Where the competencies come from, shown where one is explained.
    pub source: Wording,
    /// In the order in which they are rated.
    pub competencies: Vec<Competency>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competency {
    pub id: CompetencyId,
    /// Three letters for the head of a column.
    pub short: Wording,
    pub kind: CompetencyKind,
    pub name: Wording,
    pub definition: Wording,
    /// What one sees and hears at each level, 1 first.
    pub levels: [Wording; 5],
}

/// A short stable name of a competency: lower-case letters, digits and dashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CompetencyId(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CompetencyKind {
    Managerial,
    #[serde(alias = "socio-cultural", alias = "sociocultural")]
    SocioCultural,
    Technical,
}

impl CompetencyKind {
    pub const ALL: [CompetencyKind; 3] =
        [CompetencyKind::Managerial, CompetencyKind::SocioCultural, CompetencyKind::Technical];

    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl CompetencyId {
    /// Longest identifier.
    const MAX: usize = 40;

    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        let sound = !text.is_empty() && text.len() <= Self::MAX && text.chars().all(fits);
        sound.then(|| CompetencyId(text.to_owned()))
    }
    /// Made of a name: "Tata naskah dinas" is `tata-naskah-dinas`. `None` if nothing of it can be kept.
    pub fn of_name(name: &str) -> Option<Self> {
        let plain: String = clean::fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        let slug = plain.split_whitespace().collect::<Vec<_>>().join("-");
        let cut: String = slug.chars().take(Self::MAX).collect();
        CompetencyId::new(cut.trim_end_matches('-'))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CompetencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Competency {
    /// What one sees and hears at a level.
    pub fn anchor(&self, level: Level) -> &Wording {
        &self.levels[level.index()]
    }

    /// Whether a tag of a note speaks of it: `#pelayanan-publik`, `#public-service`, `#ply`.
    pub fn is_tagged(&self, tag: &str) -> bool {
        let spoken = clean::fold(&tag.replace(['-', '_'], " "));
        self.is_called(&spoken)
    }

    /// Whether a name that somebody wrote means it; `folded` as [`clean::fold`] gives it.
    pub fn is_called(&self, folded: &str) -> bool {
        self.name.is_called(folded) || self.short.is_called(folded) || self.id.0.replace(['-', '_'], " ") == folded
    }
}

impl Framework {
    /// The nine of the national dictionary, and examples of technical ones.
    pub fn national() -> &'static Framework {
        static NATIONAL: LazyLock<Framework> = LazyLock::new(|| {
            let file = FrameworkFile::parse(include_str!("national.toml"));
            // The tests read it; a program without it still shows everything else.
            file.and_then(|file| Framework::default().extended(&file)).unwrap_or_default()
        });
        &NATIONAL
    }

    pub fn get(&self, id: &CompetencyId) -> Option<&Competency> {
        self.competencies.iter().find(|c| c.id == *id)
    }
    /// By name, short name or identifier in either language, whatever the case.
    pub fn by_name(&self, written: &str) -> Option<&Competency> {
        let folded = clean::fold(&written.replace(['-', '_'], " "));
        self.competencies.iter().find(|c| c.is_called(&folded))
    }
    pub fn of_kind(&self, kind: CompetencyKind) -> impl Iterator<Item = &Competency> {
        self.competencies.iter().filter(move |c| c.kind == kind)
    }

    /// A new framework: this one with what a file adds and replaces. Known identifiers keep what the file does not
    /// say; new ones need everything but a short name.
    pub fn extended(&self, file: &FrameworkFile) -> Result<Framework, FrameworkError> {
        let version = clean::clean_line(&file.version);
        if version.is_empty() {
            return Err(FrameworkError::NoVersion);
        }
        if version == self.version {
            return Err(FrameworkError::SameVersion(version));
        }
        let source = if file.source.tidied().is_empty() { self.source.clone() } else { file.source.tidied() };
        let mut new = Framework { version, source, competencies: self.competencies.clone() };
        for (n, entry) in file.competencies.iter().enumerate() {
            let id = CompetencyId::new(&entry.id).ok_or_else(|| FrameworkError::BadId(clean::clean_line(&entry.id)))?;
            if file.competencies[..n].iter().any(|earlier| earlier.id == entry.id) {
                return Err(FrameworkError::Twice(entry.id.clone()));
            }
            match new.competencies.iter_mut().find(|c| c.id == id) {
                Some(known) => *known = entry.over(Some(known), id)?,
                None => new.competencies.push(entry.over(None, id)?),
            }
        }
        // Kinds stay together: the sort is stable.
        new.competencies.sort_by_key(|c| c.kind);
        Ok(new)
    }
}

/// What a file says about a framework, before it is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkFile {
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub source: Wording,
    #[serde(default, rename = "competency")]
    pub competencies: Vec<CompetencyEntry>,
}

/// One `[[competency]]` of a file; what is missing stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetencyEntry {
    pub id: String,
    pub short: Option<Wording>,
    pub kind: Option<CompetencyKind>,
    pub name: Option<Wording>,
    pub definition: Option<Wording>,
    pub levels: Option<LevelEntries>,
}

/// Five texts a language; English may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelEntries {
    pub id: Vec<String>,
    #[serde(default)]
    pub en: Vec<String>,
}

impl FrameworkFile {
    pub fn parse(text: &str) -> Result<Self, FrameworkError> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().map_or("", |span| text.get(..span.start).unwrap_or_default());
            let line = before.matches('\n').count() + 1;
            FrameworkError::Syntax { line, reason: clean::clean_line(error.message()) }
        })
    }
}

impl CompetencyEntry {
    fn over(&self, known: Option<&Competency>, id: CompetencyId) -> Result<Competency, FrameworkError> {
        let missing = |field| FrameworkError::Missing { competency: id.to_string(), field };
        let said = |new: &Option<Wording>, old: fn(&Competency) -> &Wording| {
            let new = new.as_ref().map(Wording::tidied).filter(|wording| !wording.is_empty());
            new.or_else(|| known.map(|c| old(c).clone()))
        };
        let name = said(&self.name, |c| &c.name).ok_or_else(|| missing("name"))?;
        let short = said(&self.short, |c| &c.short).unwrap_or_else(|| Wording::new(&abbreviation(&name.id), ""));
        let definition = said(&self.definition, |c| &c.definition).ok_or_else(|| missing("definition"))?;
        let kind = self.kind.or(known.map(|c| c.kind)).ok_or_else(|| missing("kind"))?;
        let levels = match &self.levels {
            Some(levels) => levels.read().ok_or_else(|| missing("levels"))?,
            None => known.map(|c| c.levels.clone()).ok_or_else(|| missing("levels"))?,
        };
        Ok(Competency { id, short, kind, name, definition, levels })
    }
}

impl LevelEntries {
    fn read(&self) -> Option<[Wording; 5]> {
        let one = |n: usize| Wording { id: self.id[n].clone(), en: self.en.get(n).cloned().unwrap_or_default() }.tidied();
        let complete = self.id.len() == 5 && (self.en.is_empty() || self.en.len() == 5);
        let levels = complete.then(|| [0, 1, 2, 3, 4].map(one))?;
        levels.iter().all(|level| !level.is_empty()).then_some(levels)
    }
}

/// The first three letters, in capitals.
fn abbreviation(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).take(3).flat_map(char::to_uppercase).collect()
}

/// Why a file makes no framework.
#[derive(Clone, Debug, PartialEq, Eq, Error, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "framework-")]
pub enum FrameworkError {
    #[error("line {line}: {reason}")]
    Syntax { line: usize, reason: String },
    #[error("the file names no version")]
    NoVersion,
    #[error("version {0} is the one that it extends")]
    SameVersion(String),
    #[error("\"{0}\" is no identifier: use lower-case letters, digits and dashes")]
    BadId(String),
    #[error("{0} stands twice")]
    Twice(String),
    #[error("{competency}: {field} is missing or incomplete")]
    Missing { competency: String, field: &'static str },
}

impl FrameworkError {
    /// Says it in the user's language, with `{$detail}`, `{$field}` and `{$line}` as [`FrameworkError::detail`],
    /// [`FrameworkError::field`] and [`FrameworkError::line`] give them.
    pub fn message_id(&self) -> &'static str {
        self.into()
    }
    pub fn detail(&self) -> &str {
        match self {
            FrameworkError::NoVersion => "",
            FrameworkError::Syntax { reason: text, .. }
            | FrameworkError::SameVersion(text)
            | FrameworkError::BadId(text)
            | FrameworkError::Twice(text)
            | FrameworkError::Missing { competency: text, .. } => text,
        }
    }
    pub fn field(&self) -> &'static str {
        if let FrameworkError::Missing { field, .. } = self { field } else { "" }
    }
    pub fn line(&self) -> usize {
        if let FrameworkError::Syntax { line, .. } = self { *line } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGENCY: &str = r#"
        version = "medan-2026"
        source = { id = "Perwal" }
        [[competency]]
        id = "pertanahan"
        kind = "technical"
        name = { id = "Administrasi pertanahan", en = "Land records" }
        definition = { id = "Mengelola surat tanah" }
        [competency.levels]
        id = ["a", "b", "c", "d", "e"]
        [[competency]]
        id = "integrity"
        [competency.levels]
        id = ["satu", "dua", "tiga", "empat", "lima"]
        en = ["one", "two", "three", "four", "five"]
    "#;

    fn read(text: &str) -> Result<Framework, FrameworkError> {
        Framework::national().extended(&FrameworkFile::parse(text)?)
    }

    #[test]
    fn the_national_dictionary_has_its_nine_with_every_text() {
        let national = Framework::national();
        let ids: Vec<&str> = national.competencies.iter().map(|c| c.id.as_str()).collect();
        let expected = [
            "integrity",
            "cooperation",
            "communication",
            "results-orientation",
            "public-service",
            "developing-self-and-others",
            "managing-change",
            "decision-making",
            "national-cohesion",
        ];
        assert_eq!(ids[..9], expected);
        assert_eq!(national.of_kind(CompetencyKind::SocioCultural).count(), 1);
        assert!(!national.version.is_empty() && !national.source.is_empty());
        for competency in &national.competencies {
            let texts = competency.levels.iter().chain([&competency.name, &competency.short, &competency.definition]);
            assert!(texts.into_iter().all(|t| !t.id.is_empty() && !t.en.is_empty()), "{}", competency.id);
        }
    }

    #[test]
    fn an_agency_adds_technical_ones_and_replaces_anchors() {
        let agency = read(AGENCY).unwrap();
        let added = agency.by_name("ADMINISTRASI  pertanahan").unwrap();
        assert_eq!((added.kind, added.short.id.as_str()), (CompetencyKind::Technical, "ADM"));
        assert_eq!(added.anchor(Level::LOWEST), &Wording::new("a", "a"));
        let integrity = agency.by_name("integrity").unwrap();
        assert_eq!(integrity.anchor(Level::HIGHEST), &Wording::new("lima", "five"));
        assert_eq!(integrity.name, Framework::national().by_name("integrity").unwrap().name);
        assert_eq!(agency.competencies.len(), Framework::national().competencies.len() + 1);
        assert!(added.is_tagged("land-records") && added.is_tagged("adm") && !added.is_tagged("tanah"));
    }

    #[test]
    fn a_bad_file_names_the_place() {
        assert_eq!(read("source = { id = \"x\" }"), Err(FrameworkError::NoVersion));
        assert!(matches!(read("version = \"2\"\nverson = 3"), Err(FrameworkError::Syntax { line: 2, .. })));
        let four = AGENCY.replace("\"a\", ", "");
        let missing = FrameworkError::Missing { competency: "pertanahan".into(), field: "levels" };
        assert_eq!(read(&four), Err(missing));
        assert_eq!(
            read(&AGENCY.replace("id = \"integrity\"", "id = \"pertanahan\"")),
            Err(FrameworkError::Twice("pertanahan".into()))
        );
        assert_eq!(read(&AGENCY.replace("\"pertanahan\"", "\"Ke arsip\"")), Err(FrameworkError::BadId("Ke arsip".into())));
        let same = AGENCY.replace("medan-2026", &Framework::national().version);
        assert!(matches!(read(&same), Err(FrameworkError::SameVersion(_))));
    }

    #[test]
    fn identifiers_are_made_of_names() {
        assert_eq!(CompetencyId::of_name(" Tata  Naskah Dinas ").unwrap().as_str(), "tata-naskah-dinas");
        assert_eq!(CompetencyId::of_name("…"), None);
        assert_eq!(CompetencyId::new("Kearsipan"), None);
    }
}

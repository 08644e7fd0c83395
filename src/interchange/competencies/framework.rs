//! What an agency adds to the competencies comes in as a table: one row a competency and level. Pure; TOML files have a
//! reader of their own, [`FrameworkFile::parse`]. Both end in the same [`FrameworkFile`], which the domain judges.

use super::standards::row::{KINDS, level_in};
use crate::domain::competency::framework::{CompetencyEntry, LevelEntries};
use crate::domain::competency::{Competency, CompetencyId, CompetencyKind, Framework, FrameworkFile, Wording, lookup};
use crate::domain::language::clean::{clean_line, fold};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::{Row, Workbook};
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::finding::{Finding, Severity};
use crate::interchange::sheet::header::{self, Heading, plain};
use crate::interchange::sheet::reading::{self, Sheet};
use crate::interchange::sheet::vocabulary;

pub type Columns = header::Columns<Field>;

/// What a column says of a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Competency,
    CompetencyEn,
    Code,
    Short,
    Kind,
    Definition,
    DefinitionEn,
    Level,
    Anchor,
    AnchorEn,
    Version,
    Ignored,
}

use Field::*;

impl Heading for Field {
    const NAMES: &'static [(Field, &'static [&'static str])] = &[
        (Competency, &["competency", "kompetensi"]),
        (CompetencyEn, &["competency-en", "kompetensi-inggris"]),
        (Code, &["code", "kode"]),
        (Short, &["short", "singkatan"]),
        (Kind, &["kind", "jenis"]),
        (Definition, &["definition", "definisi"]),
        (DefinitionEn, &["definition-en", "definisi-inggris"]),
        (Level, &["level", "tingkat"]),
        (Anchor, &["anchor", "perilaku"]),
        (AnchorEn, &["anchor-en", "perilaku-inggris"]),
        (Version, &["version", "versi"]),
        (Ignored, &["ignore", "abaikan"]),
    ];
    fn over(name: &str) -> Option<(Self, usize)> {
        let name = plain(name);
        SYNONYMS.iter().find_map(|(field, names)| Some((*field, names.iter().position(|n| *n == name)?)))
    }
    fn are_header(fields: &[Self], _: bool) -> bool {
        fields.contains(&Competency) && fields.iter().any(|f| matches!(f, Anchor | Level))
    }
    fn is_subject(self) -> bool {
        self == Competency
    }
    fn is_silent(self) -> bool {
        self == Ignored
    }
}

/// Column names, compared without case and punctuation.
#[rustfmt::skip]
const SYNONYMS: &[(Field, &[&str])] = &[
    (Competency, &["kompetensi", "nama kompetensi", "kompetensi teknis", "competency", "competency name", "name"]),
    (CompetencyEn, &["competency en", "kompetensi inggris", "kompetensi en", "name en"]),
    (Code, &["kode", "kode kompetensi", "id", "code"]),
    (Short, &["singkatan", "short"]),
    (Kind, &["jenis", "jenis kompetensi", "kelompok", "rumpun", "kind", "type"]),
    (Definition, &["definisi", "pengertian", "definition"]),
    (DefinitionEn, &["definition en", "definisi inggris", "definisi en"]),
    (Level, &["level", "level kompetensi", "tingkat", "lvl"]),
    (Anchor, &[
        "perilaku", "indikator perilaku", "anchor", "jangkar perilaku", "uraian", "deskripsi", "deskripsi level",
        "uraian perilaku", "behaviour", "behavior", "description",
    ]),
    (AnchorEn, &["anchor en", "perilaku inggris", "perilaku en", "behaviour en"]),
    (Version, &["versi", "version"]),
    (Ignored, &["no", "nomor", "alasan ditolak", "reason refused"]),
];

/// What a table says of a framework.
#[derive(Clone, Debug)]
pub struct FrameworkList {
    pub file: FrameworkFile,
    pub sheet: usize,
    pub columns: Columns,
    /// Indexes of refused rows in the table; the findings say why.
    pub refused: Vec<usize>,
    pub findings: Vec<Finding>,
}

/// Reads a table over the framework that holds; `version` is what the file is called, where it names none.
pub fn read(
    workbook: &Workbook,
    base: &Framework,
    version: &str,
    options: &Options<Field>,
) -> Result<FrameworkList, Unreadable> {
    let opened = reading::open(workbook, options, "framework", |_| false).map_err(|error| match error {
        Unreadable::NoHeader => Unreadable::NoFrameworkHeader,
        other => other,
    })?;
    let Sheet { index: sheet, columns, rows, mut refused, findings } = opened;
    if [Competency, Level, Anchor].iter().any(|field| columns.at(*field).is_none()) {
        return Err(Unreadable::NoFrameworkHeader);
    }
    let mut reading =
        Reading { columns: &columns, base, version: version.to_owned(), drafts: vec![], above: None, findings };
    for (index, row) in &rows {
        if reading.row(*index, row).is_err() {
            refused.push(*index);
        }
    }
    let Reading { drafts, mut findings, version, .. } = reading;
    let mut competencies = Vec::new();
    for draft in drafts {
        match draft.entry() {
            Ok(entry) => competencies.push(entry),
            Err((field, text)) => {
                let column = columns.name_of(field);
                findings.push(Finding::new(Severity::Error, draft.first, column, &draft.name.id, text));
                refused.extend(draft.rows);
            }
        }
    }
    findings.sort_by_key(|finding| finding.row);
    refused.sort_unstable();
    let file = FrameworkFile { version, source: Wording::default(), competencies };
    Ok(FrameworkList { file, sheet, columns, refused, findings })
}

/// One competency, gathered from its rows.
struct Draft<'f> {
    known: Option<&'f Competency>,
    id: CompetencyId,
    name: Wording,
    short: Option<Wording>,
    kind: Option<CompetencyKind>,
    definition: Wording,
    anchors: [Wording; 5],
    /// The number of the first row, and the indexes of all.
    first: u32,
    rows: Vec<usize>,
}

impl Draft<'_> {
    /// A known competency keeps what the table does not say; a new one needs a kind and all five levels.
    fn entry(&self) -> Result<CompetencyEntry, (Field, Text)> {
        let wrong = |field, text| Err((field, text));
        let said = |new: &Wording, old: fn(&Competency) -> &Wording| match self.known.map(old) {
            Some(old) if new.is_empty() => old.clone(),
            Some(old) if new.en == new.id && new.id == old.id => old.clone(),
            _ => new.clone(),
        };
        let anchor = |n: usize| match self.known.map(|known| &known.levels[n]) {
            Some(old) if self.anchors[n].is_empty() || (self.anchors[n].id == old.id && self.anchors[n].en == old.id) => {
                old.clone()
            }
            _ => self.anchors[n].clone(),
        };
        let levels = [0, 1, 2, 3, 4].map(anchor);
        let missing: Vec<String> =
            levels.iter().zip(1..).filter(|(anchor, _)| anchor.is_empty()).map(|(_, level)| format!("{level}")).collect();
        if !missing.is_empty() {
            return wrong(Level, Text::with("import-framework-levels", [("levels", Arg::from(missing.join(", ")))]));
        }
        if self.kind.is_none() && self.known.is_none() {
            return wrong(Kind, Text::with("import-framework-kind", [("known", Arg::from(vocabulary::known(KINDS)))]));
        }
        let definition = said(&self.definition, |c| &c.definition);
        let (id, en) = levels.iter().map(|anchor| (anchor.id.clone(), anchor.en.clone())).unzip();
        Ok(CompetencyEntry {
            id: self.id.to_string(),
            short: self.short.clone(),
            kind: self.kind,
            name: Some(said(&self.name, |c| &c.name)),
            // The name says what it is until somebody defines it.
            definition: Some(if definition.is_empty() { self.name.clone() } else { definition }),
            levels: Some(LevelEntries { id, en }),
        })
    }
}

struct Reading<'a> {
    columns: &'a Columns,
    base: &'a Framework,
    version: String,
    drafts: Vec<Draft<'a>>,
    /// Which draft the row above was about.
    above: Option<usize>,
    findings: Vec<Finding>,
}

/// The row is refused; why stands in the findings.
struct Wrong;

impl<'a> Reading<'a> {
    fn wrong<T>(&mut self, row: &Row, field: Field, text: Text) -> Result<T, Wrong> {
        let value = self.columns.at(field).map_or("", |column| row.text(column)).to_owned();
        self.findings.push(Finding::new(Severity::Error, row.number, self.columns.name_of(field), &value, text));
        Err(Wrong)
    }

    fn said(&self, row: &Row, field: Field) -> String {
        clean_line(self.columns.said(row, field))
    }

    fn row(&mut self, index: usize, row: &Row) -> Result<(), Wrong> {
        let version = self.said(row, Version);
        if !version.is_empty() {
            self.version = version;
        }
        let (name, anchor, level) = (self.said(row, Competency), self.said(row, Anchor), self.said(row, Level));
        if anchor.is_empty() && level.is_empty() {
            return Ok(());
        }
        let at = match (name.is_empty(), self.above) {
            (true, Some(above)) => above,
            (true, None) => return self.wrong(row, Competency, Text::plain("import-standard-no-competency")),
            (false, _) => self.draft(row, &name)?,
        };
        self.above = Some(at);
        let Some(level) = level_in(&level) else {
            return self.wrong(row, Level, Text::plain("import-standard-level"));
        };
        if anchor.is_empty() {
            return self.wrong(row, Anchor, Text::plain("import-framework-no-anchor"));
        }
        let kind = self.said(row, Kind);
        let read = vocabulary::read(KINDS, &kind);
        if read.is_none() && !kind.is_empty() {
            return self.wrong(
                row,
                Kind,
                Text::with("import-framework-kind", [("known", Arg::from(vocabulary::known(KINDS)))]),
            );
        }
        let wording = |id, en| Wording { id: self.said(row, id), en: self.said(row, en) }.tidied();
        let (definition, anchor) = (wording(Definition, DefinitionEn), wording(Anchor, AnchorEn));
        self.take(at, index, read, definition, level, anchor)
            .or_else(|()| self.wrong(row, Level, Text::plain("import-framework-level-twice")))
    }

    fn take(
        &mut self,
        at: usize,
        index: usize,
        kind: Option<CompetencyKind>,
        definition: Wording,
        level: crate::domain::Level,
        anchor: Wording,
    ) -> Result<(), ()> {
        let Some(draft) = self.drafts.get_mut(at) else { return Ok(()) };
        let place = &mut draft.anchors[level.index()];
        if !place.is_empty() && *place != anchor {
            return Err(());
        }
        *place = anchor;
        draft.kind = draft.kind.or(kind);
        if draft.definition.is_empty() {
            draft.definition = definition;
        }
        draft.rows.push(index);
        Ok(())
    }

    fn draft(&mut self, row: &Row, name: &str) -> Result<usize, Wrong> {
        let known = lookup::named(self.base, name);
        let code = self.said(row, Code);
        let id = match known {
            Some(known) => Some(known.id.clone()),
            None => CompetencyId::new(&fold(&code)).or_else(|| CompetencyId::of_name(name)),
        };
        let Some(id) = id else { return self.wrong(row, Competency, Text::plain("import-framework-name")) };
        // By a code of the file that a known competency has.
        let known = known.or_else(|| self.base.get(&id));
        if let Some(at) = self.drafts.iter().position(|draft| draft.id == id) {
            return Ok(at);
        }
        let short = Some(Wording::new(&self.said(row, Short), "")).filter(|short| !short.is_empty());
        let name = Wording { id: name.to_owned(), en: self.said(row, CompetencyEn) }.tidied();
        self.drafts.push(Draft {
            known,
            id,
            // Known by another spelling: its own name stays.
            name: if known.is_some() { Wording::default() } else { name },
            short,
            kind: None,
            definition: Wording::default(),
            anchors: Default::default(),
            first: row.number,
            rows: vec![],
        });
        Ok(self.drafts.len() - 1)
    }
}

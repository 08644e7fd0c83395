//! `bina import standards FILE` and `bina import framework FILE`.

use super::{Desk, Done, ImportArgs, ImportError, Proposed, conclude, mapping, workbook};
use crate::domain::competency::{Catalogue, Competency, Framework, FrameworkError, FrameworkFile};
use crate::domain::language::clean::clean_line;
use crate::domain::records::intent::{self, World, judge};
use crate::domain::{Change, Refusal, Roster};
use crate::i18n::Words;
use crate::interchange::finding::Finding;
use crate::interchange::framework::{self, FrameworkList};
use crate::interchange::refused::Refused;
use crate::interchange::{Options, Unreadable, Workbook, source, standards, text};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

pub fn standards(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
    let workbook = workbook(&mut desk, args)?;
    let roster = desk.store.roster()?;
    let list = standards::read(&workbook, roster.catalogue.framework(), &options, desk.words)?;
    let setting = standards::Setting {
        roster: &roster,
        dossiers: &HashMap::new(),
        rules: desk.rules,
        today: desk.today,
        now: desk.now,
        actor: desk.actor,
    };
    let proposal = standards::plan(list, &setting, desk.ids, desk.words)?;
    let refused = Refused {
        workbook: &workbook,
        sheet: proposal.sheet,
        names: proposal.columns.names(),
        rows: &proposal.refused,
        findings: &proposal.report.findings,
    };
    let (json, lines) = (proposal.report.json(desk.words), proposal.report.lines(desk.words, args.dry_run));
    conclude(desk, args, Proposed { refused, change: proposal.change.as_ref(), json, lines })
}

/// A framework is taken over as a whole: if a row is refused, nothing is, so that its version still is free.
pub fn framework(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let roster = desk.store.roster()?;
    let catalogue = &roster.catalogue;
    let bytes = source::read_bytes(&args.file)?;
    let (workbook, list) = match toml(&args.file, &bytes) {
        Some(text) => (Workbook::default(), of_toml(&text)?),
        None => {
            let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
            let workbook = source::workbook(&bytes, &super::reader(&desk)?)?;
            let list = framework::read(&workbook, catalogue.framework(), &version_of(&args.file), &options)?;
            (workbook, list)
        }
    };
    let new = if list.refused.is_empty() { judged(catalogue, &list.file)? } else { catalogue.framework().clone() };
    let change = taken_over(&mut desk, &roster, new.clone())?;
    let report = Report { old: catalogue.framework(), new: &new, findings: &list.findings, refused: list.refused.len() };
    let (json, lines) = (report.json(desk.words), report.lines(desk.words, args.dry_run));
    let names = list.columns.names();
    let refused = Refused { workbook: &workbook, sheet: list.sheet, names, rows: &list.refused, findings: &list.findings };
    conclude(desk, args, Proposed { refused, change: change.as_ref(), json, lines })
}

fn taken_over(desk: &mut Desk<'_>, roster: &Roster, framework: Framework) -> Result<Option<Change>, ImportError> {
    let world =
        World { roster, dossiers: &HashMap::new(), rules: desk.rules, today: desk.today, now: desk.now, actor: desk.actor };
    match judge(&world, desk.ids, intent::SetFramework { framework: Box::new(framework) }) {
        Ok(change) => Ok(Some(change)),
        Err(Refusal::NothingChanged) => Ok(None),
        Err(refusal) => Err(refusal.into()),
    }
}

/// The text of a TOML file: by its name, or by what it says where it has none.
fn toml(file: &Path, bytes: &[u8]) -> Option<String> {
    let named = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let text = text::decode(bytes)?;
    (named || text.contains("[[competency]]")).then_some(text)
}

fn of_toml(text: &str) -> Result<FrameworkList, ImportError> {
    if text.trim().is_empty() {
        return Err(Unreadable::Empty.into());
    }
    let file = FrameworkFile::parse(text)?;
    Ok(FrameworkList { file, sheet: 0, columns: framework::Columns::default(), refused: vec![], findings: vec![] })
}

/// What a table without a version is called: as its file.
fn version_of(file: &Path) -> String {
    clean_line(&file.file_stem().map(|name| name.to_string_lossy()).unwrap_or_default())
}

/// The framework that the file makes of the one that holds; of itself, if its version was taken over before.
fn judged(catalogue: &Catalogue, file: &FrameworkFile) -> Result<Framework, FrameworkError> {
    match catalogue.framework_of(&clean_line(&file.version)) {
        Some(known) => Framework { version: String::new(), ..known.clone() }.extended(file),
        None => catalogue.framework().extended(file),
    }
}

/// What an import of a framework does, or would do.
struct Report<'a> {
    old: &'a Framework,
    new: &'a Framework,
    findings: &'a [Finding],
    /// Rows.
    refused: usize,
}

impl Report<'_> {
    fn added(&self) -> impl Iterator<Item = &Competency> {
        self.new.competencies.iter().filter(|c| self.old.get(&c.id).is_none())
    }
    fn replaced(&self) -> impl Iterator<Item = (&Competency, &Competency)> {
        let both = self.new.competencies.iter().filter_map(|c| Some((self.old.get(&c.id)?, c)));
        both.filter(|(old, new)| old != new)
    }

    /// The documented form for other programs.
    fn json(&self, words: &Words) -> Value {
        let name = |c: &Competency| words.wording(&c.name).to_owned();
        let replaced: Vec<Value> =
            self.replaced().map(|(old, new)| json!({ "competency": name(new), "levels": levels(old, new) })).collect();
        json!({
            "version": self.new.version,
            "previous": self.old.version,
            "added": self.added().map(name).collect::<Vec<_>>(),
            "replaced": replaced,
            "unchanged": self.new.competencies.len() - self.added().count() - self.replaced().count(),
            "findings": self.findings.iter().map(|finding| finding.json(words)).collect::<Vec<_>>(),
        })
    }

    fn lines(&self, words: &Words, dry_run: bool) -> Vec<String> {
        let mut out: Vec<String> = self.findings.iter().map(|finding| finding.line(words)).collect();
        if self.refused > 0 {
            out.push(words.with("import-framework-refused", &[("count", self.refused.into())]));
            return out;
        }
        let version = ("version", self.new.version.as_str().into());
        if self.new == self.old {
            out.push(words.with("import-framework-same", &[version]));
            return out;
        }
        out.extend(self.added().map(|c| {
            let kind = crate::reports::competencies::kind_word(words, c.kind);
            words.with("import-framework-added", &[("name", words.wording(&c.name).into()), ("kind", kind.into())])
        }));
        out.extend(self.replaced().map(|(old, new)| {
            let levels: Vec<String> = levels(old, new).iter().map(ToString::to_string).collect();
            let name = words.wording(&new.name).into();
            match levels.is_empty() {
                true => words.with("import-framework-replaced", &[("name", name)]),
                false => {
                    words.with("import-framework-replaced-levels", &[("name", name), ("levels", levels.join(", ").into())])
                }
            }
        }));
        let (added, replaced) = (self.added().count(), self.replaced().count());
        let counts = [
            version,
            ("added", added.into()),
            ("replaced", replaced.into()),
            ("unchanged", (self.new.competencies.len() - added - replaced).into()),
        ];
        out.push(words.with(if dry_run { "import-framework-would" } else { "import-framework-did" }, &counts));
        out.push(words.with("import-framework-old", &[("version", self.old.version.as_str().into())]));
        out
    }
}

/// The levels whose anchors differ.
fn levels(old: &Competency, new: &Competency) -> Vec<u8> {
    old.levels.iter().zip(&new.levels).zip(1..).filter(|((a, b), _)| a != b).map(|(_, level)| level).collect()
}

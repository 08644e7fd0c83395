//! From the rows of a list of standards to one proposed change, and its report. What the file says of a position holds;
//! what it does not mention stays and is named.

use super::columns::{self, Columns};
use super::row::StandardList;
use crate::domain::competency::StandardSource;
use crate::domain::competency::standard::{position_key, without_standard};
use crate::domain::records::intent::{self, NewStandard, World, judge};
use crate::domain::{Change, IdSource, Refusal};
use crate::i18n::Words;
use crate::interchange::sheet::finding::Finding;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

/// What is known when a list is judged.
pub type Setting<'a> = World<'a>;

/// What an import of standards would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// `None` if nothing would change.
    pub change: Option<Change>,
    pub report: Report,
    /// Which sheet was read, how, and which of its rows (by index) were refused.
    pub sheet: usize,
    pub columns: Columns,
    pub refused: Vec<usize>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Positions.
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// Rows.
    pub refused: usize,
    /// In the store and not in the file, of positions that the file speaks of. They stay.
    pub missing: Vec<String>,
    /// In the order of the rows.
    pub findings: Vec<Finding>,
    /// Names of columns that say nothing to the import.
    pub unread: Vec<String>,
    /// Positions of people in service that would still have no standard, with how many hold each.
    pub without: Vec<(String, usize)>,
    /// People in service without any position.
    pub nowhere: usize,
}

/// Judges the rows of a list.
pub fn plan(list: StandardList, setting: &Setting<'_>, ids: &mut IdSource, words: &Words) -> Result<Proposal, Refusal> {
    let StandardList { sheet, columns, taken, mut refused, mut findings } = list;
    let mut said: Vec<NewStandard> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    for entry in taken {
        let at = *place.entry(position_key(&entry.position)).or_insert_with(|| {
            let (position, source) = (entry.position.clone(), StandardSource::Suggested);
            said.push(NewStandard { position, required: BTreeMap::new(), source });
            said.len() - 1
        });
        said[at].required.insert(entry.competency, entry.level);
        if entry.source == StandardSource::Given {
            said[at].source = StandardSource::Given;
        }
    }
    let mut report = Report { unread: columns::unread(&columns), ..Report::default() };
    let standards = said.into_iter().map(|new| merged(new, setting, &mut report, words)).collect();
    let change = match judge(setting, ids, intent::SetStandards { standards }) {
        Ok(change) => Some(change),
        Err(Refusal::NothingChanged) => None,
        Err(refusal) => return Err(refusal),
    };
    let mut catalogue = setting.roster.catalogue.clone();
    change.iter().flat_map(|change| &change.ops).for_each(|op| catalogue.apply(op));
    (report.without, report.nowhere) =
        without_standard(setting.roster.rows(), |position| catalogue.standard_of(Some(position)).is_some());
    findings.sort_by_key(|finding| finding.row);
    refused.sort_unstable();
    report.refused = refused.len();
    report.findings = findings;
    Ok(Proposal { change, report, sheet, columns, refused })
}

/// What a position would require. A suggestion gives way to the agency's own standard, never the other way round; what
/// the store says and the file does not stays.
fn merged(new: NewStandard, setting: &Setting<'_>, report: &mut Report, words: &Words) -> NewStandard {
    let catalogue = &setting.roster.catalogue;
    let Some(known) = catalogue.standard_of(Some(&new.position)) else {
        report.added += 1;
        return new;
    };
    let mut required = new.required;
    let gives_way = (known.source, new.source) == (StandardSource::Suggested, StandardSource::Given);
    for (id, level) in known.required.iter().filter(|_| !gives_way) {
        if !required.contains_key(id) {
            let name = catalogue.competency(id).map_or(id.as_str(), |competency| words.wording(&competency.name));
            report.missing.push(format!("{} · {name} · {}", known.position, level.number()));
            required.insert(id.clone(), *level);
        }
    }
    let source = if known.source == StandardSource::Given { known.source } else { new.source };
    match (known.source, &known.required) == (source, &required) {
        true => report.unchanged += 1,
        false => report.updated += 1,
    }
    // Another way to write the same position is no news.
    NewStandard { position: known.position.clone(), required, source }
}

/// Positions without a standard, for people.
pub fn without_lines(words: &Words, without: &[(String, usize)], nowhere: usize) -> Vec<String> {
    let mut out = Vec::new();
    if !without.is_empty() {
        out.push(words.with("standards-without", &[("count", without.len().into())]));
        let line = |(position, people): &(String, usize)| {
            words.with("standards-without-one", &[("position", position.as_str().into()), ("people", (*people).into())])
        };
        out.extend(without.iter().map(line));
    }
    if nowhere > 0 {
        out.push(words.with("standards-nowhere", &[("count", nowhere.into())]));
    }
    out
}

impl Report {
    /// The documented form for other programs.
    pub fn json(&self, words: &Words) -> Value {
        let without = self.without.iter().map(|(position, people)| json!({ "position": position, "people": people }));
        json!({
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "missing": self.missing,
            "findings": self.findings.iter().map(|finding| finding.json(words)).collect::<Vec<_>>(),
            "unread": self.unread,
            "without_standard": without.collect::<Vec<_>>(),
            "without_position": self.nowhere,
        })
    }

    /// Lines for people.
    pub fn lines(&self, words: &Words, dry_run: bool) -> Vec<String> {
        let mut out: Vec<String> = self.findings.iter().map(|finding| finding.line(words)).collect();
        if !self.unread.is_empty() {
            out.push(words.with("import-goal-unread", &[("columns", self.unread.join(", ").into())]));
        }
        if !self.missing.is_empty() {
            out.push(words.with("import-standard-missing", &[("count", self.missing.len().into())]));
            out.extend(self.missing.iter().map(|name| format!("  {name}")));
        }
        let counts = [
            ("added", self.added.into()),
            ("updated", self.updated.into()),
            ("unchanged", self.unchanged.into()),
            ("refused", self.refused.into()),
        ];
        out.push(words.with(if dry_run { "import-standard-would" } else { "import-standard-did" }, &counts));
        out.extend(without_lines(words, &self.without, self.nowhere));
        out
    }
}

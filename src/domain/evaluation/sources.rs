//! Where a number of a regulation comes from, and how sure that is. Every value of the rules about evaluation has one.

use crate::domain::RuleSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The source of one key of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSource {
    /// The regulation, or whose practice it is.
    pub text: String,
    #[serde(default)]
    pub certainty: Certainty,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in the regulation or in what its author published.
    Confirmed,
    /// Told by others, or as forms and programs in use have it.
    Secondary,
    /// A choice of bina, because no source says it.
    Ours,
    /// Set by the agency in its rule file.
    #[default]
    Agency,
}

impl Certainty {
    pub fn id(self) -> &'static str {
        match self {
            Certainty::Confirmed => "confirmed",
            Certainty::Secondary => "secondary",
            Certainty::Ours => "ours",
            Certainty::Agency => "agency",
        }
    }
}

/// Of the built-in rules, by key; `ak.decimals` is a key within a table.
const BUILT_IN: &[(&str, &str, Certainty)] = &[
    ("work_week", "praktik di lapangan", Certainty::Secondary),
    ("holidays", "SKB tiga menteri", Certainty::Confirmed),
    ("period_kinds", "PermenPANRB 6/2022; bulanan menurut praktik di lapangan", Certainty::Secondary),
    ("fill_by", "bina", Certainty::Ours),
    ("matrix", "PermenPANRB 6/2022", Certainty::Secondary),
    ("distribution.patterns", "SE MenPANRB 3/2023", Certainty::Confirmed),
    ("distribution.dominant", "bina", Certainty::Ours),
    ("deliver_days", "praktik di lapangan", Certainty::Secondary),
    ("return_days", "praktik di lapangan", Certainty::Secondary),
    ("objection_days", "PP 30/2019 Pasal 59", Certainty::Confirmed),
    ("objection_unit", "bina", Certainty::Ours),
    ("objection_sheet_days", "bina", Certainty::Ours),
    ("decision_days", "PP 30/2019 Pasal 59", Certainty::Confirmed),
    ("ak.percent", "Per-BKN 3/2023", Certainty::Confirmed),
    ("ak.coefficients", "Per-BKN 3/2023; sebagian menurut praktik di lapangan", Certainty::Secondary),
    ("ak.decimals", "praktik di lapangan", Certainty::Secondary),
    ("ak.needs", "Per-BKN 3/2023", Certainty::Secondary),
    ("ak.surplus", "bina", Certainty::Ours),
    ("ak.pppk", "bina", Certainty::Ours),
];

pub fn built_in() -> BTreeMap<String, RuleSource> {
    let source = |(key, text, certainty): &(&str, &str, Certainty)| {
        ((*key).to_owned(), RuleSource { text: (*text).to_owned(), certainty: *certainty })
    };
    BUILT_IN.iter().map(source).collect()
}

impl RuleSet {
    /// The source of a key: its own, or that of the table it stands in.
    pub fn source_of(&self, key: &str) -> Option<&RuleSource> {
        let table = key.split_once('.').map(|(table, _)| table);
        self.sources.get(key).or_else(|| self.sources.get(table?))
    }

    /// An agency's file has said these keys: unless it named a source for one, the file itself is its source.
    pub fn say_source(&mut self, said: &[String], named: &BTreeMap<String, RuleSource>, file: &str) {
        let built_in = built_in();
        let within = |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
        for key in said {
            for known in built_in.keys().filter(|known| *known == key || within(known, key) || within(key, known)) {
                let source = RuleSource { text: file.to_owned(), certainty: Certainty::Agency };
                self.sources.insert(known.clone(), source);
            }
        }
        self.sources.extend(named.iter().map(|(key, source)| (key.clone(), source.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_about_evaluation_has_its_source() {
        let rules = RuleSet::default();
        let table = toml::Table::try_from(&rules).unwrap();
        let keys = [
            "work_week",
            "holidays",
            "period_kinds",
            "fill_by",
            "matrix",
            "deliver_days",
            "return_days",
            "objection_days",
            "objection_unit",
            "objection_sheet_days",
            "decision_days",
        ];
        let inner =
            |name: &str| table[name].as_table().unwrap().keys().map(|key| format!("{name}.{key}")).collect::<Vec<_>>();
        let within = inner("ak").into_iter().chain(inner("distribution")).filter(|key| key != "distribution.on");
        for key in keys.into_iter().map(str::to_owned).chain(within) {
            assert!(key.contains('.') || table.contains_key(&key), "{key} is no key of the rules");
            assert!(rules.source_of(&key).is_some_and(|source| !source.text.is_empty()), "{key}");
        }
    }

    #[test]
    fn what_a_file_says_has_the_file_as_its_source_unless_it_names_one() {
        let mut rules = RuleSet::default();
        let named = RuleSource { text: "Perbup 12/2026".into(), certainty: Certainty::Agency };
        let named = BTreeMap::from([("objection_days".to_owned(), named)]);
        rules.say_source(&["ak.decimals".into(), "objection_days".into(), "matrix.above".into()], &named, "aturan.toml");
        let text = |key: &str| rules.source_of(key).map(|source| source.text.as_str());
        assert_eq!([text("ak.decimals"), text("objection_days")], [Some("aturan.toml"), Some("Perbup 12/2026")]);
        assert_eq!([text("matrix"), text("ak.percent")], [Some("aturan.toml"), Some("Per-BKN 3/2023")]);
    }
}

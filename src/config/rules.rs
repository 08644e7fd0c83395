//! Rule files: the same care about unknown keys and places as for the configuration.

use super::{ConfigError, Field, Place};
use crate::domain::RuleSet;
use crate::domain::evaluation::pattern::Pattern;
use crate::domain::evaluation::sources;
use crate::domain::language::clean::clean_line;
use std::path::Path;

/// Reads a rule set of an agency. What it doesn't say stays as built in.
pub fn parse_rules(text: &str, file: &Path) -> Result<RuleSet, ConfigError> {
    let place = Place { text, file };
    let table = place.table(text)?;
    let known = known_keys();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    for key in table.get_ref().keys() {
        if !known.contains(&key.get_ref().as_ref()) {
            return Err(place.unknown(key.get_ref(), key.span().start, "", &known));
        }
    }
    let mut rules: RuleSet = toml::from_str(text).map_err(|error| place.syntax(&error))?;
    for (key, value) in table.get_ref().iter() {
        let name = key.get_ref().as_ref();
        if let Some(expected) = misunderstood(&rules, name) {
            let field = Field { place: &place, key: name.to_owned(), at: key.span().start, value };
            return Err(field.wrong(expected));
        }
    }
    let named = table.get_ref().get("sources").map(|_| std::mem::take(&mut rules.sources)).unwrap_or_default();
    rules.sources = sources::built_in();
    let said = said_keys(&table);
    let own = table.get_ref().get("source").map(|_| rules.source.clone());
    let name = file.file_name().map(|name| clean_line(&name.to_string_lossy())).unwrap_or_default();
    rules.say_source(&said, &named, &own.unwrap_or(name));
    Ok(rules)
}

/// What a value must be, if it makes no sense as it is.
fn misunderstood(rules: &RuleSet, key: &str) -> Option<&'static str> {
    match key {
        "work_week" if !(5..=6).contains(&rules.work_week) => Some("expected-work-week"),
        "period_kinds" if rules.period_kinds.is_empty() => Some("expected-period-kinds"),
        "distribution" if !rules.distribution.patterns.values().all(Pattern::is_understood) => Some("expected-patterns"),
        "ak" if rules.ak.decimals > 6 => Some("expected-decimals"),
        _ => None,
    }
}

/// The keys of the file; of a table, those in it: `ak.decimals`.
fn said_keys(table: &toml::Spanned<toml::de::DeTable<'_>>) -> Vec<String> {
    let mut said = Vec::new();
    for (key, value) in table.get_ref().iter() {
        match value.get_ref().as_table() {
            Some(inner) => said.extend(inner.keys().map(|below| format!("{}.{}", key.get_ref(), below.get_ref()))),
            None => said.push(key.get_ref().to_string()),
        }
    }
    said
}

/// The names of a rule set's own fields, so that the list can't fall behind.
fn known_keys() -> Vec<String> {
    toml::Table::try_from(RuleSet::default()).map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Cadence;

    #[test]
    fn a_rule_file_changes_what_it_names_and_nothing_else() {
        let rules = parse_rules("cadence = \"2w\"\nsoon_days = 10\n", Path::new("r.toml")).unwrap();
        assert_eq!((rules.cadence, rules.soon_days), (Cadence::Weeks(2), 10));
        assert_eq!(rules.praise_days, RuleSet::default().praise_days);
    }

    #[test]
    fn a_rule_file_says_how_long_ratings_count_and_what_positions_require() {
        use crate::domain::competency::{CompetencyKind, PositionKind};
        let text = "[rating_months]\ntechnical = 6\n[suggested_levels]\npengawas = 3\n[technical_weights]\nahli_muda = 55\n";
        let rules = parse_rules(text, Path::new("r.toml")).unwrap();
        assert_eq!(CompetencyKind::ALL.map(|kind| rules.rating_months.of(kind)), [24, 24, 6]);
        let levels = [PositionKind::Pengawas, PositionKind::AhliUtama].map(|kind| rules.suggested_level(kind).number());
        assert_eq!(levels, [3, 5], "what is not named stays as built in");
        assert_eq!(rules.technical_weight(PositionKind::AhliMuda), Some(55));
        let error = parse_rules("[suggested_levels]\npengawas = 6\n", Path::new("r.toml")).unwrap_err();
        assert!(matches!(&error, ConfigError::Syntax { line: 2, .. }), "{error:?}");
    }

    #[test]
    fn a_rule_file_changes_the_rules_of_evaluation_and_is_the_source_of_what_it_says() {
        use crate::domain::calendar::DayUnit;
        use crate::domain::competency::PositionKind;
        use crate::domain::evaluation::{Certainty, Majority, Surplus};
        let text = "objection_unit = \"kerja\"\nwork_week = 6\n[distribution]\ndominant = \"separuh\"\n[ak]\ndecimals = 2\n\
                    surplus = \"simpan\"\n[ak.coefficients]\nahli_muda = 26.5\n[sources.work_week]\ntext = \"Perwal 7/2026\"\n";
        let rules = parse_rules(text, Path::new("/etc/bina/aturan.toml")).unwrap();
        assert_eq!((rules.objection_unit, rules.distribution.dominant), (DayUnit::Working, Majority::Majority));
        assert_eq!((rules.ak.decimals, rules.ak.surplus, rules.work_week), (2, Surplus::Keep, 6));
        let coefficients =
            [PositionKind::AhliMuda, PositionKind::AhliPertama].map(|l| rules.ak.coefficient(l).unwrap().to_string());
        assert_eq!(coefficients, ["26.5", "12.5"], "what is not named stays as built in");
        let source = |key: &str| rules.source_of(key).map(|s| (s.text.clone(), s.certainty)).unwrap();
        assert_eq!(source("ak.decimals"), ("aturan.toml".to_owned(), Certainty::Agency));
        assert_eq!(source("work_week").0, "Perwal 7/2026");
        assert_eq!(source("ak.percent").1, Certainty::Confirmed, "nobody changed it");
        assert_eq!(source("distribution.patterns").0, "SE MenPANRB 3/2023");
    }

    #[test]
    fn numbers_that_make_no_sense_are_refused_with_their_line() {
        for (text, line) in [
            ("work_week = 7\n", 1),
            ("name = \"x\"\nperiod_kinds = []\n", 2),
            ("[ak]\ndecimals = 9\n", 1),
            ("[[distribution.patterns.good.limits]]\nof = [\"good\", \"poor\"]\nmost_percent = 50\n", 1),
        ] {
            let error = parse_rules(text, Path::new("r.toml")).unwrap_err();
            assert!(matches!(&error, ConfigError::WrongValue { line: l, .. } if *l == line), "{text}: {error:?}");
        }
    }

    #[test]
    fn mistakes_in_a_rule_file_name_line_and_key() {
        let error = parse_rules("name = \"x\"\npraise_day = 30\n", Path::new("r.toml")).unwrap_err();
        assert!(
            matches!(&error, ConfigError::UnknownKey { line: 2, nearest: Some(n), .. } if n == "praise_days"),
            "{error:?}"
        );
        let error = parse_rules("\ncadence = \"ever\"\n", Path::new("r.toml")).unwrap_err();
        assert!(matches!(&error, ConfigError::Syntax { line: 2, reason, .. } if reason.contains("2w")), "{error:?}");
    }
}

//! Rule files: the same care about unknown keys and places as for the configuration.

use super::{ConfigError, Place};
use crate::domain::RuleSet;
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
    toml::from_str(text).map_err(|error| place.syntax(&error))
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

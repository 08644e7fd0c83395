//! `[paper]`: how an office prints.

use super::{ConfigError, Field};
use crate::domain::language::clean::clean_line;
use crate::papers::{Office, PaperSize};

/// What the configuration says of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperRules {
    pub office: Office,
}

const KNOWN: [&str; 8] = ["size", "place", "agency", "unit", "nip", "employee", "supervisor", "signing_room"];

pub(super) fn paper(field: &Field<'_, '_>) -> Result<PaperRules, ConfigError> {
    let mut rules = PaperRules::default();
    for (key, value) in field.table()?.iter() {
        let name = key.get_ref().as_ref();
        let inner = Field { place: field.place, key: format!("paper.{name}"), at: key.span().start, value };
        let text = || inner.word("expected-paper-text", |s| Some(clean_line(s)).filter(|line| !line.is_empty()));
        let office = &mut rules.office;
        match name {
            "size" => office.size = inner.word("expected-paper-size", PaperSize::of)?,
            "place" => office.place = Some(text()?),
            "agency" => office.agency = Some(text()?),
            "unit" => office.unit = Some(text()?),
            "nip" => office.nip = inner.flag()?,
            "employee" => office.employee = Some(text()?),
            "supervisor" => office.supervisor = Some(text()?),
            // At most 40 mm, so that it fits a byte.
            "signing_room" => office.signing_room = inner.number("expected-signing-room", 16..=40)? as u8,
            _ => return Err(field.place.unknown(name, key.span().start, "paper.", &KNOWN)),
        }
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, ConfigError};
    use crate::papers::PaperSize;
    use std::path::Path;

    fn parse(text: &str) -> Result<Config, ConfigError> {
        Config::parse(text, Path::new("/etc/bina/config.toml"))
    }

    #[test]
    fn an_office_says_how_it_prints() {
        let text = "[paper]\nsize = \"F4\"\nplace = \" Medan \"\nagency = \"Kecamatan Medan Meranti\"\nnip = false\n\
                    signing_room = 24\nsupervisor = \"Pejabat penilai kinerja\"\n";
        let paper = parse(text).unwrap().paper;
        assert_eq!((paper.office.size, paper.office.nip, paper.office.signing_room), (PaperSize::F4, false, 24));
        assert_eq!(paper.office.place.as_deref(), Some("Medan"));
        assert_eq!(Config::default().paper.office.size, PaperSize::A4);
    }

    #[test]
    fn a_mistake_is_named_with_its_line_and_key() {
        for (text, line, key) in [
            ("lang = \"id\"\n[paper]\nsize = \"letter\"\n", 3, "paper.size"),
            ("[paper]\nplace = \"  \"\n", 2, "paper.place"),
            ("[paper]\n\nsigning_room = 5\n", 3, "paper.signing_room"),
        ] {
            match parse(text).unwrap_err() {
                ConfigError::WrongValue { line: at, key: named, .. } => assert_eq!((at, named.as_str()), (line, key)),
                other => panic!("{other:?}"),
            }
        }
        match parse("[paper]\nplase = \"Medan\"\n").unwrap_err() {
            ConfigError::UnknownKey { line, key, nearest, .. } => {
                assert_eq!((line, key.as_str(), nearest.as_deref()), (2, "paper.plase", Some("paper.place")));
            }
            other => panic!("{other:?}"),
        }
    }
}
